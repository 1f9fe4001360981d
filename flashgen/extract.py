"""Show what the rules saw: as a table, or as JSON."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Sequence
from typing import Any

from flashgen.article import Article, Span
from flashgen.dates.historical import Stated
from flashgen.mentions import DateForm, DateMention, Mentions, Named
from flashgen.printing import json_text

Json = dict[str, Any]
Row = tuple[str, ...]


def as_json(article: Article, mentions: Mentions) -> str:
    """One JSON object: people, dates, places, quotations, and what was set aside.

    Offsets count code points of the file, without a byte order mark.
    """
    return json_text(as_data(article, mentions))


def as_data(article: Article, mentions: Mentions) -> Json:
    """What ``as_json`` writes."""
    return {
        "people": [_named(article, person) for person in mentions.people],
        "dates": [_date(article, mention) for mention in mentions.dates],
        "places": [
            _named(article, place) | {"kind": place.kind.value} for place in mentions.places
        ],
        "quotations": [
            {
                "text": " ".join(parts),
                "parts": parts,
                "speaker": quotation.speaker,
                **_place(article, quotation.span),
                "rule": quotation.rule,
            }
            for quotation in mentions.quotations
            for parts in [[_as_it_stands(article, part) for part in quotation.parts]]
        ],
        "set_aside": [
            {**_place(article, part.span), "reason": part.reason.value}
            for part in article.set_aside
        ],
    }


def _as_it_stands(article: Article, span: Span) -> str:
    """The article's own characters, markup and all, as in a surface form; spaces folded."""
    return " ".join(article.text[span.start : span.end].split())


def _named(article: Article, found: Named) -> Json:
    return {
        "canonical": found.canonical,
        "surface_forms": forms(article, found),
        "mentions": [{**_place(article, m.span), "rule": m.rule} for m in found.mentions],
    }


def forms(article: Article, found: Named) -> list[str]:
    """The distinct forms of a name, markup gone, in the order of their first mention."""
    return list(dict.fromkeys(article.tidy(mention.span) for mention in found.mentions))


def _place(article: Article, span: Span) -> Json:
    """Where a span lies in the file."""
    place = article.in_file(span)
    return {"start": place.start, "end": place.end}


def _date(article: Article, mention: DateMention) -> Json:
    stated = mention.date
    return {
        "surface": article.tidy(mention.span),
        **_place(article, mention.span),
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
        first, others = found.mentions[0].span, ", ".join(aliases(article, found))
        return line(first), found.canonical, *more, f"{len(found.mentions)}×", others

    people = [named(person) for person in mentions.people]
    timed = [d for d in mentions.dates if d.form is DateForm.TIME]
    dates = [
        (line(d.span), article.tidy(d.span), *_reading(d)) for d in mentions.dates if d not in timed
    ]
    times = [(line(time.span), article.tidy(time.span)) for time in timed]
    places = [named(place, place.kind.value) for place in mentions.places]
    quotations = [(line(q.span), q.speaker or "?", q.text) for q in mentions.quotations]
    sections = (
        _section("People", ("name", "times", "also called"), people, width),
        _section("Dates", ("as written", "read as", "calendar"), dates, width),
        *([_section("Times of day", ("as written",), times, width)] if times else []),
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


def aliases(article: Article, found: Named) -> list[str]:
    """The forms of a name other than its canonical one."""
    return [form for form in forms(article, found) if form != found.canonical]
