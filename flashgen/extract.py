"""Show what the rules saw: as a table, as JSON, or as the draft of a deck.yaml."""

from __future__ import annotations

import json
import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

import yaml

from flashgen.dates import HistoricalDate, Stated
from flashgen.types import Article, DateForm, DateMention, Mentions, Named

T = TypeVar("T")
Json = dict[str, Any]


def as_json(article: Article, mentions: Mentions) -> str:
    """One JSON object: people, dates, places, quotations, and what was set aside.

    Offsets count code points of the file as read, without a byte order mark.
    """
    return json.dumps(as_data(article, mentions), ensure_ascii=False, indent=2)


def as_data(article: Article, mentions: Mentions) -> Json:
    """What ``as_json`` writes."""
    return {
        "people": [_named(person) for person in mentions.people],
        "dates": [_date(mention) for mention in mentions.dates],
        "places": [_named(place) | {"kind": place.kind.value} for place in mentions.places],
        "quotations": [
            {
                "text": quotation.text,
                "parts": [article.tidy(part) for part in quotation.parts],
                "speaker": quotation.speaker,
                "start": quotation.span.start,
                "end": quotation.span.end,
                "rule": quotation.rule,
            }
            for quotation in mentions.quotations
        ],
        "set_aside": [
            {"start": part.span.start, "end": part.span.end, "reason": part.reason.value}
            for part in article.set_aside
        ],
    }


def _named(found: Named) -> Json:
    return {
        "canonical": found.canonical,
        "surface_forms": list(found.surface_forms),
        "mentions": [
            {"start": m.span.start, "end": m.span.end, "rule": m.rule} for m in found.mentions
        ],
    }


def _date(mention: DateMention) -> Json:
    stated = mention.date
    return {
        "surface": mention.surface,
        "start": mention.span.start,
        "end": mention.span.end,
        "calendar": (stated.stated if stated else Stated.UNSPECIFIED).value,
        "gregorian": str(stated.gregorian) if stated and stated.gregorian else None,
        "julian": str(stated.julian) if stated and stated.julian else None,
        "kind": mention.form.value,
        "time": mention.time,
        "year_from": mention.year_from,
        "warning": mention.warning,
        "rule": mention.rule,
    }


def as_table(article: Article, mentions: Mentions, width: int = 100) -> str:
    """What a person reads on a terminal, each find with its line."""

    def line(offset: int) -> str:
        return f"{article.locate(offset).line:>5}"

    def rows(title: str, cells: Iterable[tuple[str, str]]) -> Iterator[str]:
        lines = [textwrap.shorten(f"{a}  {b}", width, placeholder=" …") for a, b in cells]
        yield f"{title} ({len(lines)})"
        yield from (f"  {line}" for line in lines)

    sections = (
        rows("People", ((line(p.mentions[0].span.start), _names(p)) for p in mentions.people)),
        rows("Dates", ((line(d.span.start), _date_words(d)) for d in mentions.dates)),
        rows(
            "Places",
            ((line(p.mentions[0].span.start), f"{_names(p)} [{p.kind}]") for p in mentions.places),
        ),
        rows(
            "Quotations",
            ((line(q.span.start), f"{q.speaker or '?'}: {q.text}") for q in mentions.quotations),
        ),
    )
    return "\n\n".join("\n".join(section) for section in sections)


def _names(found: Named) -> str:
    others = [form for form in found.surface_forms if form != found.canonical]
    times = f"{len(found.mentions)}×"
    return f"{found.canonical} ({', '.join([*others, times])})"


def _date_words(mention: DateMention) -> str:
    surface = " ".join(mention.surface.split())
    if mention.date is None:
        return f"{surface} [{mention.form}]"
    note = f"; year from {mention.year_from}" if mention.year_from else ""
    return f"{surface} = {mention.date.as_written()} [{mention.date.stated}{note}]"


def as_draft(article: Article, mentions: Mentions, year: int | None = None) -> str:
    """The draft of a deck.yaml, for an author to correct and complete.

    What the rules cannot know stands there as an empty value; a key stays what it is.
    """
    title = article.title or article.path.stem
    deck: Json = {
        "id": _slug(title),
        "name": title,
        "topic": title,
        "updated": "",
    }
    if year is not None:
        deck["year"] = year
    people = _keyed(mentions.people, lambda p: p.canonical)
    speakers = {person.canonical: key for key, person in people.items()}
    draft: Json = {
        "deck": deck,
        "people": {
            key: {"name": p.canonical, "aliases": _aliases(p), "who": ""}
            for key, p in people.items()
        },
        "events": {
            key: {
                "title": "",
                "what": "",
                "date": _date_value(mention.date),
                **({"time": mention.time} if mention.time else {}),
                "passage": [article.tidy(mention.span)],
            }
            for key, mention in _keyed(
                _distinct_days(mentions.dates), lambda m: str(m.date.gregorian if m.date else "")
            ).items()
        },
        "places": {
            key: {"name": p.canonical, "aliases": _aliases(p), "kind": p.kind.value, "what": ""}
            for key, p in _keyed(mentions.places, lambda p: p.canonical).items()
        },
        "quotations": {
            key: {
                "text": q.text,
                **(
                    {"speaker": speakers[q.speaker]}
                    if q.speaker in speakers
                    else {"voice": q.speaker or ""}
                ),
                "missing": "",
            }
            for key, q in _keyed(
                mentions.quotations, lambda q: " ".join(q.text.split()[:5])
            ).items()
        },
        "terms": {},
    }
    return yaml.safe_dump(draft, allow_unicode=True, sort_keys=False, width=100)


def _aliases(found: Named) -> list[str]:
    return [form for form in found.surface_forms if form != found.canonical]


def _distinct_days(mentions: Sequence[DateMention]) -> list[DateMention]:
    """The first mention of each date that is stated, not referred to."""
    first: dict[str, DateMention] = {}
    for mention in mentions:
        if mention.date is not None and mention.form in (DateForm.EXPLICIT, DateForm.PARTIAL):
            first.setdefault(mention.date.as_written(), mention)
    return list(first.values())


def _date_value(date_: HistoricalDate | None) -> str | dict[str, str]:
    if date_ is None:
        return ""
    match date_.stated:
        case Stated.DUAL:
            return {"julian": str(date_.julian), "gregorian": str(date_.gregorian)}
        case Stated.JULIAN:
            return {"julian": str(date_.julian)}
        case Stated.GREGORIAN:
            return str(date_.gregorian)
        case Stated.UNSPECIFIED:
            return {"unspecified": str(date_.gregorian)}


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
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_text.lower())) or "x"
