"""Show what the rules saw: as a table, as JSON, or as the draft of a deck.yaml."""

from __future__ import annotations

import json
import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import yaml

from flashgen.countries import Country, somewhere
from flashgen.dates import HistoricalDate, Stated
from flashgen.drafting import missing_words, who_is
from flashgen.english.tokens import read_text
from flashgen.types import Article, DateForm, DateMention, Mentions, Named, Span

T = TypeVar("T")
Json = dict[str, Any]
Row = tuple[str, ...]

_HEAD = """\
# Drafted by flashgen extract. Set 'updated' to the day of this version, correct what is wrong,
# fill in what is empty, and delete what the deck does not want.
"""
# Letters that do not come apart into an ASCII letter and its mark.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
     "’": "'", "ʼ": "'"}
)  # fmt: skip


def as_json(article: Article, mentions: Mentions) -> str:
    """One JSON object: people, dates, places, quotations, and what was set aside.

    Offsets count code points of the file as read, without a byte order mark.
    """
    return json.dumps(as_data(article, mentions), ensure_ascii=False, indent=2)


def as_data(article: Article, mentions: Mentions) -> Json:
    """What ``as_json`` writes."""
    return {
        "people": [_named(article, person) for person in mentions.people],
        "dates": [_date(mention) for mention in mentions.dates],
        "places": [
            _named(article, place) | {"kind": place.kind.value} for place in mentions.places
        ],
        "quotations": [
            {
                "text": " ".join(parts),
                "parts": parts,
                "speaker": quotation.speaker,
                "start": quotation.span.start,
                "end": quotation.span.end,
                "rule": quotation.rule,
            }
            for quotation in mentions.quotations
            for parts in [[_as_it_stands(article, part) for part in quotation.parts]]
        ],
        "set_aside": [
            {"start": part.span.start, "end": part.span.end, "reason": part.reason.value}
            for part in article.set_aside
        ],
    }


def _as_it_stands(article: Article, span: Span) -> str:
    """The file's own characters, markup and all, as in a surface form; spaces folded."""
    return " ".join(article.text[span.start : span.end].split())


def _named(article: Article, found: Named) -> Json:
    return {
        "canonical": found.canonical,
        "surface_forms": _forms(article, found),
        "mentions": [
            {"start": m.span.start, "end": m.span.end, "rule": m.rule} for m in found.mentions
        ],
    }


def _forms(article: Article, found: Named) -> list[str]:
    """The distinct forms of a name, markup gone, in the order of their first mention."""
    return list(dict.fromkeys(article.tidy(mention.span) for mention in found.mentions))


def _date(mention: DateMention) -> Json:
    stated = mention.date
    return {
        "surface": mention.surface,
        "start": mention.span.start,
        "end": mention.span.end,
        "calendar": (stated.stated if stated else Stated.UNSPECIFIED).value,
        "gregorian": str(stated.value) if stated else None,
        "julian": str(stated.julian) if stated and stated.julian else None,
        "kind": mention.form.value,
        "time": mention.time,
        "year_from": mention.year_from,
        "perhaps": mention.perhaps,
        "calendar_from": mention.calendar_from,
        "warning": mention.warning,
        "rule": mention.rule,
    }


def as_table(article: Article, mentions: Mentions, width: int = 100) -> str:
    """What a person reads on a terminal of ``width`` columns: each find with its line."""

    def line(span: Span) -> str:
        return str(article.locate(span.start).line)

    def named(found: Named, *more: str) -> Row:
        first, others = found.mentions[0].span, ", ".join(_aliases(article, found))
        return line(first), found.canonical, *more, f"{len(found.mentions)}×", others

    people = [named(person) for person in mentions.people]
    dates = [(line(d.span), article.tidy(d.span), *_reading(d)) for d in mentions.dates]
    places = [named(place, place.kind.value) for place in mentions.places]
    quotations = [(line(q.span), q.speaker or "?", q.text) for q in mentions.quotations]
    sections = (
        _section("People", ("name", "times", "also called"), people, width),
        _section("Dates", ("as written", "read as", "calendar"), dates, width),
        _section("Places", ("name", "kind", "times", "also called"), places, width),
        _section("Quotations", ("speaker", "words"), quotations, width),
        textwrap.wrap(_what_was_read(article), width),
    )
    return "\n\n".join("\n".join(section) for section in sections)


def _section(title: str, header: Row, rows: Sequence[Row], width: int) -> list[str]:
    """A title with the number of rows, and the rows in columns, each within ``width``."""
    lines = [f"{title} ({len(rows)})"]
    table = [("line", *header), *rows] if rows else []
    # No column but the last is wider than it must be, or than is fair.
    fair = max(12, (width - 8) // 3)
    sizes = [min(fair, max(map(len, column))) for column in zip(*table, strict=True)]
    for number, *cells, last in table:
        padded = (
            _cut(cell, size).ljust(size) for cell, size in zip(cells, sizes[1:], strict=False)
        )
        lines.append(_cut("  ".join((number.rjust(6), *padded, last)).rstrip(), width))
    return lines


def _cut(words: str, size: int) -> str:
    return words if len(words) <= size else words[: max(0, size - 1)] + "…"


def _reading(mention: DateMention) -> Row:
    """How a date was read, and what the reading rests on."""
    if mention.date is None:
        return "?", mention.form.value
    stated = mention.date.stated
    calendar = "" if stated is Stated.UNSPECIFIED else stated.value
    if mention.calendar_from:
        calendar += f", {mention.calendar_from}"
    year = f"year: {mention.year_from}" if mention.year_from else ""
    perhaps = f"or {mention.perhaps}" if mention.perhaps else ""
    return mention.date.as_written(), "; ".join(filter(None, (calendar, year, perhaps)))


def _what_was_read(article: Article) -> str:
    """How much of the file is running text, and how much is not, by reason."""
    counts = Counter(part.reason.value for part in article.set_aside)
    rest = ", ".join(f"{count} × {reason}" for reason, count in counts.items()) or "nothing"
    read = len(article.paragraphs)
    return f"{read} paragraph{'s' * (read != 1)} read; set aside: {rest}"


def as_draft(
    article: Article,
    mentions: Mentions,
    year: int | None = None,
    calendar: Country | None = None,
) -> str:
    """The draft of a deck.yaml, for an author to correct and complete.

    What neither the rules nor the article's own words say is an empty value; a key stays what it
    is. ``year`` and ``calendar`` are those that the mentions were found with.
    """
    title = article.title or article.path.stem
    folder = article.path.absolute().parent
    deck: Json = {
        "id": _slug(folder.name if folder.parent.name == "decks" else title),
        "name": title,
        "topic": title,
        "updated": "",
    }
    if year is not None:
        deck["year"] = year
    if calendar is not None:
        deck["calendar"] = calendar.name
    people = _keyed(mentions.people, lambda p: p.canonical)
    speakers = {person.canonical: key for key, person in people.items()}
    text = read_text(article)
    draft: Json = {
        "deck": deck,
        "people": {
            key: {"name": p.canonical, "aliases": _aliases(article, p), "who": who_is(text, p)}
            for key, p in people.items()
        },
        "events": {
            key: {
                "title": "",
                "what": "",
                "date": _date_value(mention.date, calendar or somewhere()),
                **({"time": mention.time} if mention.time else {}),
                **({"unsure": unsure} if (unsure := _unsure(mention)) else {}),
                "passage": [article.tidy(mention.span)],
            }
            for key, mention in _keyed(
                _distinct_days(mentions.dates), lambda m: _day_key(m.date)
            ).items()
        },
        "places": {
            key: {
                "name": p.canonical,
                "aliases": _aliases(article, p),
                "kind": p.kind.value,
                "what": "",
            }
            for key, p in _keyed(mentions.places, lambda p: p.canonical).items()
        },
        "quotations": {
            key: {
                "text": q.text.rstrip(" ,;"),
                **(
                    {"speaker": speakers[q.speaker]}
                    if q.speaker in speakers
                    else {"voice": q.speaker or ""}
                ),
                "missing": missing_words(text, q),
            }
            for key, q in _keyed(
                mentions.quotations, lambda q: " ".join(q.text.split()[:5])
            ).items()
        },
        "terms": {},
    }
    return _HEAD + yaml.safe_dump(draft, allow_unicode=True, sort_keys=False, width=100)


def _unsure(mention: DateMention) -> str:
    """Why a date may be another one; "" where it is not."""
    return mention.warning or (f"or {mention.perhaps}" if mention.perhaps else "")


def _aliases(article: Article, found: Named) -> list[str]:
    return [form for form in _forms(article, found) if form != found.canonical]


def _distinct_days(mentions: Sequence[DateMention]) -> list[DateMention]:
    """The first mention of each date that is stated, not referred to.

    Of two mentions of the same days, one that states its calendar is the better one.
    """
    best: dict[tuple[int, int], DateMention] = {}
    for mention in mentions:
        if mention.date is not None and mention.form in (DateForm.EXPLICIT, DateForm.PARTIAL):
            days = mention.date.span_days()
            known = best.setdefault(days, mention).date
            if known and known.stated is not Stated.DUAL and mention.date.stated is Stated.DUAL:
                best[days] = mention
    return list(best.values())


def _day_key(date_: HistoricalDate | None) -> str:
    """The key of an event: its date as written, of another era in the calendar of the West."""
    if date_ is None:
        return ""
    other_era = date_.calendar is not None and date_.calendar.other_era
    return str(date_.value if other_era else date_.written)


def _date_value(date_: HistoricalDate | None, country: Country) -> str | dict[str, str]:
    """The date as deck.yaml has it: plain where the country tells the calendar."""
    if date_ is None:
        return ""
    if date_.second is not None:
        return {date_.counted_in.value: str(date_.written), date_.newer.value: str(date_.second)}
    if date_.calendar is None or date_ == country.settle(HistoricalDate(date_.written)):
        return str(date_.written)
    return {date_.stated.value: str(date_.written)}


def _keyed(found: Iterable[T], words: Callable[[T], str]) -> dict[str, T]:
    """The finds by keys made of their words; a second one of the same words gets a number."""
    keyed: dict[str, T] = {}
    for item in found:
        key = slug = _slug(words(item))
        number = 1
        while key in keyed:
            number += 1
            key = f"{slug}-{number}"
        keyed[key] = item
    return keyed


def _slug(text: str) -> str:
    """A key: small ASCII letters and figures, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    ascii_text = plain.encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_text.replace("'", ""))) or "x"
