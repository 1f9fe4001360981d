"""The cases of the rules: texts of a sentence or two, each with what must come of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from flashgen.article import Article
from flashgen.explain import Finding, findings
from flashgen.mentions import DateMention, Mention, Mentions, QuotationMention, Reason
from flashgen.reading import read_article
from flashgen.rules.rule import Rule

# A sentence of running text: what a case is about may be a line of its own.
_BEFORE = "The siege of the town went on for long, and nobody came to help."


def as_article(text: str, folder: Path) -> Article:
    """A text as an article; the file is overwritten by the next one. One with a title is whole."""
    whole = text.startswith("# ")
    path = folder / ("case.md" if whole else "case.txt")
    path.write_text(f"{text}\n" if whole else f"{_BEFORE}\n\n{text}\n", encoding="utf-8")
    return read_article(path)


def texts_of(rules: Iterable[Rule]) -> list[str]:
    """The texts of all cases, each once."""
    return list(dict.fromkeys(text for rule in rules for text in (*rule.finds, *rule.ignores)))


def says(rule: Rule, mentions: Mentions, reading: str) -> bool:
    """Whether a rule took part in a find, or in a judgement that there is none, that is read so."""
    return reading in readings_of(rule, mentions)


def readings_of(rule: Rule, mentions: Mentions) -> list[str]:
    """The readings of all finds and of all that is no name in which a rule took part.

    What is no name is read as its words.
    """
    found = [f for f in findings(mentions) if _names(rule, f.mention.reasons)]
    readings = [reading for finding in found for reading in _readings(finding)]
    return readings + [_tidy(m) for m in mentions.neither if _names(rule, m.reasons)]


def _readings(finding: Finding) -> Iterator[str]:
    """How a case may write a reading.

    A name in full or as it stands there, a date in one calendar or both or as a time of day, a
    quotation's speaker or its words.
    """
    yield finding.reading
    mention = finding.mention
    if isinstance(mention, DateMention):
        if mention.time:
            yield mention.time
        if mention.date is not None and mention.date.julian is not None:
            for between in (" | ", " = "):
                yield f"{mention.date.julian}{between}{mention.date.gregorian}"
    elif isinstance(mention, QuotationMention):
        yield mention.text
    else:
        yield _tidy(mention)


def _tidy(mention: Mention) -> str:
    return " ".join(mention.surface.split())


def takes_part(rule: Rule, mentions: Mentions) -> bool:
    """Whether a rule took part in any find, or in a judgement that there is none."""
    return bool(readings_of(rule, mentions))


def _names(rule: Rule, reasons: Iterable[Reason]) -> bool:
    return any(reason.rule == rule.id for reason in reasons)
