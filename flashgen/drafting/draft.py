"""The draft of a deck.yaml: what the rules saw, for an author to correct and complete."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import TypeVar

from flashgen.article import Article
from flashgen.dates.countries import Country
from flashgen.dates.historical import HistoricalDate, Stated
from flashgen.deck.file import DeckInfo, SourceInfo
from flashgen.deck.kinds import Event, Item, Person, Place, Quotation
from flashgen.deck.writer import deck_yaml
from flashgen.drafting.words import missing_words, who_is
from flashgen.english.tokens import read_text
from flashgen.extract import aliases
from flashgen.mentions import DateForm, DateMention, Mentions

T = TypeVar("T")

_HEAD = """\
# Drafted by flashgen. Correct what is wrong, fill in what is empty, and delete what the deck does
# not want. 'updated' is the day of this version.
"""
_LONGEST_ID = 40
_NO_LETTERS = "x"
# Letters that do not come apart into an ASCII letter and its mark.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
     "’": "'", "ʼ": "'"}
)  # fmt: skip


def draft(
    article: Article,
    mentions: Mentions,
    year: int | None = None,
    calendar: Country | None = None,
    *,
    deck_id: str = "",
    name: str = "",
    updated: date = date.min,
    source: SourceInfo | None = None,
) -> str:
    """The draft of a deck.yaml, for an author to correct and complete.

    What neither the rules nor the article's own words say is an empty value; a key stays what it
    is. ``year`` and ``calendar`` are those that the mentions were found with. ``deck_id`` is by
    default that of the folder below decks/, or of the title, and ``name`` the title.
    """
    title = name or article.title or article.path.stem
    folder = article.path.absolute().parent
    deck = DeckInfo(
        id=deck_id or slug(folder.name if folder.parent.name == "decks" else title),
        name=title,
        topic=title,
        updated=updated,
        year=year,
        calendar=calendar,
    )
    return _HEAD + deck_yaml(deck, _items(article, mentions), source)


def id_of(title: str) -> str:
    """The identity that a title makes, not too long to type; "" where it has no letters for it."""
    made = slug(title)
    if len(made) > _LONGEST_ID:
        made = made[: _LONGEST_ID + 1].rpartition("-")[0] or made[:_LONGEST_ID]
    return "" if made == _NO_LETTERS else made


def _items(article: Article, mentions: Mentions) -> Iterator[Item]:
    """The facts that the rules alone know, with the words of the article."""
    text = read_text(article)
    people = _keyed(mentions.people, lambda p: p.canonical)
    speakers = {person.canonical: key for key, person in people.items()}
    for key, person in people.items():
        yield Person(
            key=key,
            where=article.locate(person.mentions[0].span.start),
            name=person.canonical,
            aliases=tuple(aliases(article, person)),
            who=who_is(text, person),
        )
    days = _distinct_days(mentions.dates)
    for key, mention in _keyed(days, lambda m: _day_key(m.date)).items():
        if mention.date is not None:
            yield Event(
                key=key,
                where=article.locate(mention.span.start),
                date=_without_contradiction(mention, mention.date),
                time=mention.time or "",
                unsure=_unsure(mention),
                passage=(article.tidy(mention.span),),
            )
    for key, place in _keyed(mentions.places, lambda p: p.canonical).items():
        yield Place(
            key=key,
            where=article.locate(place.mentions[0].span.start),
            name=place.canonical,
            aliases=tuple(aliases(article, place)),
            sort=place.kind,
        )
    quotations = _keyed(mentions.quotations, lambda q: " ".join(q.text.split()[:5]))
    for key, quotation in quotations.items():
        speaker = speakers.get(quotation.speaker or "", "")
        words = quotation.text.rstrip(" ,;")
        yield Quotation(
            key=key,
            where=article.locate(quotation.span.start),
            text=words,
            speaker=speaker,
            voice="" if speaker else quotation.speaker or "",
            missing=_gap(words, missing_words(text, quotation)),
        )


def _gap(words: str, missing: str) -> str:
    """The words to ask for, if they stand in the quotation once, are whole and leave some."""
    whole = re.search(rf"(?<!\w){re.escape(missing)}(?!\w)", words) if missing else None
    return missing if whole and missing != words and words.count(missing) == 1 else ""


def _without_contradiction(mention: DateMention, stated: HistoricalDate) -> HistoricalDate:
    """The half of a date that the text counts in, where its halves are of two days."""
    if mention.warning and stated.calendar and stated.second is not None:
        with suppress(ValueError):
            return HistoricalDate.in_calendar(stated.counted_in, stated.written)
    return stated


def _unsure(mention: DateMention) -> str:
    """Why a date may be another one; "" where it is not."""
    return mention.warning or (f"or {mention.perhaps}" if mention.perhaps else "")


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


def _day_key(stated: HistoricalDate | None) -> str:
    """The key of an event: its date as written, of another era in the calendar of the West."""
    if stated is None:
        return ""
    other_era = stated.calendar is not None and stated.calendar.other_era
    return str(stated.value if other_era else stated.written)


def _keyed(found: Iterable[T], words: Callable[[T], str]) -> dict[str, T]:
    """The finds by keys made of their words; a second one of the same words gets a number."""
    keyed: dict[str, T] = {}
    for item in found:
        key = first = slug(words(item))
        number = 1
        while key in keyed:
            number += 1
            key = f"{first}-{number}"
        keyed[key] = item
    return keyed


def slug(text: str) -> str:
    """A key: small ASCII letters and figures, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    ascii_text = plain.encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_text.replace("'", ""))) or _NO_LETTERS
