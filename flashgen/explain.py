"""Say why the rules saw what they saw in an article, and what its author can do about it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from flashgen.article import Article
from flashgen.dates.countries import country_of, read_country
from flashgen.dates.historical import HistoricalDate, Stated
from flashgen.errors import InputError, Location
from flashgen.mentions import DateForm, DateMention, Mention, Mentions, QuotationMention

# What stands in YAML as it is, within [brackets].
_PLAIN = re.compile(r"[^\W\d](?:[\w .’-]*[\w.’])?")
_NEITHER, _TIME = "no name", "time of day"


@dataclass(frozen=True, slots=True)
class Finding:
    """A mention with its kind in a person's words ("date") and what the rules read it as."""

    kind: str
    mention: Mention
    reading: str


def findings(mentions: Mentions) -> list[Finding]:
    """All mentions in the order of the text, each with its reading.

    A name is read as its fullest form, a date as its value (``value_of``), a quotation as its
    speaker, "-" where it has none.
    """
    found = [
        *(Finding("person", m, p.canonical) for p in mentions.people for m in p.mentions),
        *(Finding("place", m, p.canonical) for p in mentions.places for m in p.mentions),
        *(Finding("date", m, value_of(m.date)) for m in mentions.dates if not _is_time(m)),
        *(Finding(_TIME, m, m.time or "-") for m in mentions.dates if _is_time(m)),
        *(Finding("quotation", m, m.speaker or "-") for m in mentions.quotations),
    ]
    return sorted(found, key=lambda finding: finding.mention.span)


def _is_time(mention: DateMention) -> bool:
    return mention.form is DateForm.TIME


def value_of(date: HistoricalDate | None) -> str:
    """A date's value in EDTF, in the calendar that it is stated in; both with "=" between them.

    "?" where it could not be settled.
    """
    if date is None:
        return "?"
    if date.stated is Stated.DUAL:
        return f"{date.julian} = {date.gregorian}"
    if date.calendar and date.calendar.other_era:
        return f"{date.calendar} {date.written} = {date.value}"
    return str(date.written)


def explain(article: Article, mentions: Mentions, line: int | None = None) -> str:
    """Each mention with its reading, its reasons and the mend: those of a line, or all.

    Of a line it also says what was weighed there and found to be no name. Raises InputError
    where the article has no such line.
    """
    found = findings(mentions)
    if line is None:
        return "\n\n".join(_told(article, finding) for finding in found) or _nothing(article, 0)
    last = article.locate(max(len(article.text) - 1, 0)).line
    if not 1 <= line <= last:
        raise InputError.at(article.path, f"no line {line}; the last one is {last}")
    found += [Finding(_NEITHER, mention, "-") for mention in mentions.neither]
    here = [finding for finding in found if _stands_on(article, finding.mention, line)]
    return "\n\n".join(_told(article, finding) for finding in here) or _nothing(article, line)


def _stands_on(article: Article, mention: Mention, line: int) -> bool:
    first, last = (article.locate(at).line for at in (mention.span.start, mention.span.end - 1))
    return first <= line <= last


def _nothing(article: Article, line: int) -> str:
    """That a line has no mention, and whether it has words and the rules read them."""
    aside = next(
        (
            part.reason.value
            for part in article.set_aside
            if article.locate(part.span.start).line
            <= line
            <= article.locate(part.span.end - 1).line
        ),
        None,
    )
    where = Location(article.path, line)
    if line and article.is_blank(line):
        return f"{where}: a blank line; name one with words"
    return f"{where}: nothing found" + (f"; set aside, {aside}" if aside else "")


def _told(article: Article, finding: Finding) -> str:
    """A finding as lines: what it is, its reasons, the strongest first, and the mend."""
    mention = finding.mention
    words = article.tidy(mention.span)
    shown = words if len(words) <= 60 else words[:59] + "…"
    where = article.locate(mention.span.start)
    read_as = "" if finding.kind == _NEITHER else f", read as {_worded(finding)}"
    reasons = sorted(mention.reasons, key=lambda reason: -abs(reason.weight))
    return "\n".join(
        (
            f"{where}: {finding.kind} “{shown}”{read_as}",
            *(f"  {reason.weight:+4d}  {reason.rule}" for reason in reasons),
            *(f"  {mend}" for mend in _mends(finding, words)),
        )
    )


def _worded(finding: Finding) -> str:
    """The reading in a person's words."""
    mention = finding.mention
    if isinstance(mention, DateMention) and mention.date is not None:
        source = f", the year from {mention.year_from}" if mention.year_from else ""
        source += f", or {mention.perhaps}" if mention.perhaps else ""
        source += f", the calendar from {mention.calendar_from}" if mention.calendar_from else ""
        return f"{mention.date.as_written()} ({finding.reading}){source}"
    nobody = {"date": "no value", "quotation": "nobody's"}
    return finding.reading if finding.reading not in ("-", "?") else nobody[finding.kind]


def _mends(finding: Finding, words: str) -> Iterator[str]:
    """What to write in deck.yaml where the reading is wrong."""
    mention = finding.mention
    match finding.kind:
        case "person":
            yield f"nobody's name? ignore: {{people: [{_yaml(finding.reading)}]}}"
            yield f"another one's name? add {_yaml(words)} to the 'aliases' of that person"
        case "place":
            yield f"no place? ignore: {{places: [{_yaml(finding.reading)}]}}"
            yield f"another place's name? add {_yaml(words)} to the 'aliases' of that place"
        case "date" if isinstance(mention, DateMention):
            yield "another day? the event's own 'date' counts; no date? leave the event out"
            if mention.year_from:
                yield "another year? year: under 'deck' is that of dates that state none"
            if mention.date is not None and mention.calendar_from:
                told = mention.calendar_from
                country = country_of(told) or read_country(told.rpartition(" (")[0] or told)
                if year := country.other_year(mention.date):
                    yield f"{country.name} did not begin the year in January: may be {year} by ours"
            if mention.date is not None and mention.date.stated is Stated.UNSPECIFIED:
                yield "a known calendar? calendar: under 'deck' names the country"
        case "time of day":
            yield "the hour of an event? write it as its 'time'"
        case "quotation" if isinstance(mention, QuotationMention):
            opening = " ".join(mention.text.split()[:5]).rstrip(" ,;:.")
            yield f"no quotation? ignore: {{quotations: [{_yaml(opening)}]}}"
            yield "another speaker? 'speaker: KEY' or 'voice: the crowd' of the quotation counts"
        case _:
            yield "somebody, or a place? add it under 'people' or 'places'"


def _yaml(text: str) -> str:
    """A text as one entry of a list in YAML."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
