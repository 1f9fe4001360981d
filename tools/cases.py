"""The cases of the rules: texts of a sentence or two, each with what must come of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from flashgen.article import read_article
from flashgen.explain import Finding, findings
from flashgen.rules.rule import Rule
from flashgen.types import Article, DateMention, Mentions, Reason

# The reading of a text in which a rule says that there is no name, or no quotation.
NOTHING = "nothing"
# The kinds of findings that rules are about, by what stands before the slash of their ids.
KINDS = {
    "date": ("date",),
    "person": ("person",),
    "place": ("place",),
    "neither": ("person", "place"),
}


def as_article(text: str, folder: Path) -> Article:
    """A text as an article; the file is overwritten by the next one."""
    path = folder / "case.txt"
    path.write_text(f"{text}\n", encoding="utf-8")
    return read_article(path)


def texts_of(rules: Iterable[Rule]) -> list[str]:
    """The texts of all cases, each once."""
    return list(dict.fromkeys(text for rule in rules for text in (*rule.finds, *rule.ignores)))


def says(rule: Rule, mentions: Mentions, reading: str) -> bool:
    """Whether a rule took part in a find that is read so.

    ``NOTHING`` is the reading where it says that there is none: it has spoken against a name, or
    nothing of its kind was found.
    """
    if reading == NOTHING:
        kinds = KINDS.get(rule.id.partition("/")[0], ("quotation",))
        found = (finding.kind in kinds for finding in findings(mentions))
        return any(_names(rule, m.reasons) for m in mentions.neither) or not any(found)
    return reading in readings_of(rule, mentions)


def readings_of(rule: Rule, mentions: Mentions) -> list[str]:
    """The readings of all finds in which a rule took part."""
    found = (f for f in findings(mentions) if _names(rule, f.mention.reasons))
    return [reading for finding in found for reading in _readings(finding)]


def _readings(finding: Finding) -> Iterator[str]:
    """How a case may write a reading: a date also in both calendars, or as a time of day."""
    yield finding.reading
    mention = finding.mention
    if isinstance(mention, DateMention):
        if mention.time:
            yield mention.time
        if mention.date is not None and mention.date.julian is not None:
            for between in (" | ", " = "):
                yield f"{mention.date.julian}{between}{mention.date.gregorian}"


def takes_part(rule: Rule, mentions: Mentions) -> bool:
    """Whether a rule took part in any find, or in a judgement that there is none."""
    neither = any(_names(rule, mention.reasons) for mention in mentions.neither)
    return neither or bool(readings_of(rule, mentions))


def _names(rule: Rule, reasons: Iterable[Reason]) -> bool:
    return any(reason.rule == rule.id for reason in reasons)
