"""Turn facts into notes: which fields, in what words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import assert_never

from flashgen.article import Article
from flashgen.dates.historical import DateInterval, DateSet, DateValue, HistoricalDate
from flashgen.deck.file import Curation
from flashgen.deck.keys import keys_of
from flashgen.deck.kinds import Event, Item, Person, Place, Question, Quotation, Term
from flashgen.deck.sequences import Successor
from flashgen.evidence import Evidence
from flashgen.facts import Fact
from flashgen.maps.found import DrawnMap
from flashgen.media.found import MediaFile
from flashgen.mentions import PlaceKind
from flashgen.notes.escape import escape
from flashgen.notes.identity import note_guid
from flashgen.notes.language import in_language, spoken
from flashgen.notes.media import drawn_map, picture, sound
from flashgen.notes.neighbours import Timeline, name_under_map, names_on_map, steps_line
from flashgen.notes.note import Note

# Words of an answer that one recalls to the letter.
_MOST_TYPED = 4


def make_notes(
    facts: Sequence[Fact],
    curation: Curation,
    article: Article,
    maps: Mapping[str, DrawnMap] | None = None,
    files: Mapping[str, MediaFile] | None = None,
) -> tuple[Note, ...]:
    """A note for each fact that asks something, in the facts' order.

    ``maps`` are those that are drawn, by the keys of their places, ``files`` the media by their
    names in deck.yaml. Each kind has a subdeck if deck.yaml wants it.
    """
    writer = _Writer(curation, article, maps or {}, files or {})
    return tuple(writer.note(fact) for fact in facts if fact.item.ask)


class _Writer:
    """Knows the deck that the notes are for, and the article that they point to."""

    def __init__(
        self,
        curation: Curation,
        article: Article,
        maps: Mapping[str, DrawnMap],
        files: Mapping[str, MediaFile],
    ) -> None:
        self._curation = curation
        self._maps = maps
        self._files = files
        self._timeline = Timeline(curation.of(Event))
        self._people = {person.key: person for person in curation.of(Person)}
        self._places = {place.key: place for place in curation.of(Place)}
        self._source = _source_name(curation, article)

    def note(self, fact: Fact) -> Note:
        """The one note that teaches this fact."""
        item, deck = fact.item, self._curation.deck
        fields = _shown(item) | self._worded(item) | self._common(fact)
        return Note(
            kind=item.kind,
            key=item.key,
            guid=note_guid(deck.id, item.kind, (*item.was, item.key)[0]),
            subdeck=item.section.capitalize() if deck.subdecks else "",
            fields={name: in_language(item, text) for name, text in fields.items() if text}
            | self._proof(fact)
            | {name: html for name, html in self._markup(item).items() if html},
            tags=tuple(f"{deck.id}::{tag}" for tag in (item.section, *item.tags)),
            where=item.where,
        )

    def _markup(self, item: Item) -> dict[str, str]:
        """The fields that are HTML: what Anki speaks and shows, what lies near."""
        line = self._timeline.around(item) if isinstance(item, Event) else ""
        if isinstance(item, Successor):
            line = steps_line(item.steps)
        map_, names = self._map(item)
        return {
            "Read aloud": spoken(item),
            "Picture": picture(item.picture, self._files),
            "Map": map_,
            "Sound": sound(item.sound, self._files),
            "Neighbours": names + line,
        }

    def _map(self, item: Item) -> tuple[str, str]:
        """The map of a fact, else that of the place where it happened; and the names on it."""
        place = item if isinstance(item, Place) else None
        if isinstance(item, Event):
            place = self._places.get(item.place)
        own = item.map or (place.map if place else None)
        if own:
            return picture(own, self._files), name_under_map(place) if place != item else ""
        drawn = self._maps.get(place.key) if place else None
        if not (place and drawn):
            return "", ""
        return drawn_map(drawn), names_on_map(place, tuple(self._places.values()), self._maps)

    def _common(self, fact: Fact) -> dict[str, str]:
        """What every note has, whatever its kind."""
        item = fact.item
        return {
            "Topic": self._curation.deck.topic,
            "Reference": item.cite if fact.evidence else "",
            "Type in": "yes" if self._types_in(item) else "",
            **{item.questions[question].switch: "yes" for question in item.ask},
        }

    def _proof(self, fact: Fact) -> dict[str, str]:
        """The passage as HTML, the words that prove the fact marked; else what is cited."""
        if fact.evidence is None:
            return {"Source": escape(fact.item.cite)} if fact.item.cite else {}
        page = f", p. {fact.evidence.page}" if fact.evidence.page else ""
        return {"Source": f"{escape(self._source + page)}: {_marked(fact.evidence)}"}

    def _types_in(self, item: Item) -> bool:
        """As the fact says; else as the deck says of names and of answers in a few words."""
        if item.type_in is not None:
            return item.type_in
        long = isinstance(item, Question) and len(item.answer.split()) > _MOST_TYPED
        return self._curation.deck.type_in and not long

    def _worded(self, item: Item) -> dict[str, str]:
        """The fields that say what deck.yaml holds in other words."""
        match item:
            case Person():
                return {"Also called": _other_names(item.name, item.aliases), "Life": _life(item)}
            case Event():
                return self._event(item)
            case Place():
                return {
                    "Also called": _other_names(item.name, item.aliases),
                    "Coordinates": _degrees(item.coordinates),
                }
            case Quotation():
                return self._quotation(item)
            case Term():
                return {"Also called": _other_names(item.term, item.aliases)}
            case Question():
                return {}
            case _:
                assert_never(item)

    def _event(self, event: Event) -> dict[str, str]:
        place = self._places.get(event.place)
        asks_both = not {"new-style", "old-style"}.isdisjoint(event.ask)
        both = event.date.has_two_calendars and (asks_both or event.date.is_to_the_day)
        older, newer = event.date.calendar_names() if both else ("", "")
        return {
            "Timeline": f"{event.date.value} {event.title or event.what}",
            "Date": event.date.as_written(),
            "Old Style": event.date.old_style() if both else "",
            "New Style": event.date.new_style() if both else "",
            "Older calendar": older,
            "Newer calendar": newer,
            "Weekday": event.date.weekday() or "",
            "Place": place.name if place else "",
            "People": ", ".join(self._people[key].name for key in event.people),
        }

    def _quotation(self, quotation: Quotation) -> dict[str, str]:
        person = self._people.get(quotation.speaker)
        speaker = person.name if person else quotation.voice
        beginning = " ".join(quotation.text.split()[:7])
        before, _, after = quotation.text.partition(quotation.missing or quotation.text)
        return {
            "Label": f"{speaker or '?'}: {beginning}",
            "Before gap": before,
            "After gap": after,
            "Speaker": speaker,
            "When": quotation.date.as_written() if quotation.date else "",
        }


def _shown(item: Item) -> dict[str, str]:
    """The fields that show what stands in deck.yaml as it stands."""
    shown = {key.shown: getattr(item, key.attribute) for key in keys_of(type(item)) if key.shown}
    # What is of no kind shows none.
    return {field: "" if value is PlaceKind.OTHER else value for field, value in shown.items()}


def _marked(evidence: Evidence) -> str:
    """The passage as HTML."""
    told, end = "", 0
    for mark in evidence.marks:
        told += escape(evidence.text[end : mark.start])
        told += f"<mark>{escape(evidence.text[mark.start : mark.end])}</mark>"
        end = mark.end
    return told + escape(evidence.text[end:])


def _source_name(curation: Curation, article: Article) -> str:
    """What to call the article on a card: what deck.yaml says is of its own article alone."""
    if article.path.parent == curation.path.parent:
        source = curation.source
        title = source.title or article.title or article.path.name
        more = ", ".join(filter(None, (source.author, source.date, source.address)))
        return f"{title} ({more})" if more else title
    return article.title or article.path.name


def _other_names(name: str, aliases: Sequence[str]) -> str:
    """The aliases that say more than the name does: not "Mill" beside "J. S. Mill"."""
    return ", ".join(alias for alias in aliases if not set(alias.split()) <= set(name.split()))


def _life(person: Person) -> str:
    """The years or days of a life: "1870–1924", "22 April 1870 – 21 January 1924", "born 1952"."""
    born, died = _day_of_life(person.born), _day_of_life(person.died)
    if born and died:
        dates = [each.written for each in (person.born, person.died) if each]
        if not all(isinstance(each, DateValue) for each in dates):
            return f"born {born}, died {died}"
        return f"{born} – {died}" if " " in born + died else f"{born}–{died}"
    return f"born {born}" if born else f"died {died}" if died else ""


def _day_of_life(date: HistoricalDate | None) -> str:
    """A date on which a life began or ended, "" for None: "1649 or earlier", not "until 1649"."""
    if date is None:
        return ""
    value = date.written
    if isinstance(value, DateInterval) and value.known and None in (value.start, value.end):
        date = replace(date, written=DateSet((value,)))
    return date.as_written()


def _degrees(coordinates: tuple[float, float] | None) -> str:
    if coordinates is None:
        return ""
    latitude, longitude = coordinates
    return (
        f"{abs(latitude):.2f}° {'N' if latitude >= 0 else 'S'}, "
        f"{abs(longitude):.2f}° {'E' if longitude >= 0 else 'W'}"
    )
