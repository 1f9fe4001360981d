"""The cases of the rules: texts of a sentence or two, each with what must come of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from flashgen.article import read_article
from flashgen.explain import findings
from flashgen.rules.rule import Rule
from flashgen.types import Article, Mentions, Reason

# The reading of a text in which a rule says that there is no name, or no quotation.
NOTHING = "nothing"
# The kind of finding that rules are about, by what stands before the slash of their ids.
KINDS = {"date": "date", "person": "person", "place": "place"}


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
        kind = KINDS.get(rule.id.partition("/")[0], "quotation")
        found = (finding.kind == kind for finding in findings(mentions))
        return any(_names(rule, m.reasons) for m in mentions.neither) or not any(found)
    return reading in readings_of(rule, mentions)


def readings_of(rule: Rule, mentions: Mentions) -> list[str]:
    """The readings of all finds in which a rule took part."""
    return [f.reading for f in findings(mentions) if _names(rule, f.mention.reasons)]


def takes_part(rule: Rule, mentions: Mentions) -> bool:
    """Whether a rule took part in any find, or in a judgement that there is none."""
    neither = any(_names(rule, mention.reasons) for mention in mentions.neither)
    return neither or bool(readings_of(rule, mentions))


def _names(rule: Rule, reasons: Iterable[Reason]) -> bool:
    return any(reason.rule == rule.id for reason in reasons)
