"""The types that travel along flashgen's one way, from the article to the notes.

Offsets are half-open and count code points of the article's text as it was read (without a
byte order mark).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from flashgen.countries import Country
from flashgen.dates import HistoricalDate
from flashgen.errors import Location, Problem

# What a field or card that is kept free for later is called, before its number.
SPARE = "Spare "
# What stands between a deck's id and the name of a release in the tag of what it brought.
RELEASE_MARK = "::release::"

_LINE_BREAK = re.compile(r"\r\n?|\n")
_BESIDE_A_STOP = re.compile(r"\0+(?=[.,;:!?…”’\"')\]])|(?<=[“‘\"'(\[])\0+")

# --- the article -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, ``0 <= start <= end``."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        """Whether an offset or another span lies within this one."""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class AsideKind(StrEnum):
    """Why a part of the file is not read as running text."""

    REPEATED = "repeated text"
    PULL_QUOTE = "pull quote"
    HEADING = "heading"
    BYLINE = "byline"
    CREDIT = "credit"
    DISCLAIMER = "disclaimer"
    CAPTION = "caption"
    CONTENTS = "table of contents"
    REFERENCE = "reference"
    NOTICE = "notice of the page"
    FRONT_MATTER = "front matter"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A part of the file that the rules do not read, and why."""

    span: Span
    reason: AsideKind


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the running text, counted from 1; ``quoted`` is a block quotation."""

    number: int
    span: Span
    sentences: tuple[Span, ...]
    quoted: bool = False


@dataclass(frozen=True)
class Article:
    """An article as it was read.

    ``text`` is the file to the letter. ``view`` is as long as ``text`` and is what the rules
    read: every kind of space and line break is a plain space there, and so is each character
    of markup, so that an offset into the one is an offset into the other.
    """

    path: Path
    text: str
    view: str
    title: str | None
    paragraphs: tuple[Paragraph, ...]
    set_aside: tuple[SetAside, ...]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    def locate(self, offset: int) -> Location:
        """The file, line and column of an offset; lines are those that an editor counts."""
        line = bisect_right(self._line_starts, offset)
        return Location(self.path, line, offset - self._line_starts[line - 1] + 1)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds an offset, or None where the file's part was set aside."""
        index = bisect_right(self.paragraphs, offset, key=lambda p: p.span.start) - 1
        if index >= 0 and offset in self.paragraphs[index].span:
            return self.paragraphs[index]
        return None

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds an offset, or None where there is none."""
        paragraph = self.paragraph_at(offset)
        if paragraph is None:
            return None
        sentences = paragraph.sentences
        index = bisect_right(sentences, offset, key=lambda s: s.start) - 1
        return sentences[index] if index >= 0 and offset in sentences[index] else None

    def tidy(self, span: Span) -> str:
        """The words of a span on one line: markup gone, runs of spaces folded."""
        text, view = self.text[span.start : span.end], self.view[span.start : span.end]
        if text == view:
            return " ".join(text.split())
        seen = zip(text, view, strict=True)
        # NUL stands for markup, which leaves no space before a stop: "*fast*, she wrote".
        words = "".join("\0" if v == " " and not t.isspace() else v for t, v in seen)
        return " ".join(_BESIDE_A_STOP.sub("", words).replace("\0", " ").split())


# --- what the rules saw ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that spoke for a mention, or against it, and how much it weighed there."""

    rule: str
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that rules saw: ``surface`` is ``article.text[span.start:span.end]``.

    ``reasons`` are the rules that took part, the one that counted most first.
    """

    span: Span
    surface: str
    reasons: tuple[Reason, ...]

    @property
    def rule(self) -> str:
        """The rule that counted most."""
        return self.reasons[0].rule


class DateForm(StrEnum):
    """How a date is expressed: with its year, without, by reference, or as a time of day."""

    EXPLICIT = "explicit"
    PARTIAL = "partial"
    RELATIVE = "relative"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """A date; ``date`` is None where it could not be settled.

    ``time`` is a time of day that belongs to it ("about 2 am"), ``year_from`` where a year that
    is not stated came from, ``perhaps`` another year, or another country's calendar, that is
    nearly as likely, ``calendar_from`` the country that told a calendar that is not stated, and
    the place that told the country: "Holland (The Hague)",
    ``warning`` what does not fit (halves, weekday).
    """

    date: HistoricalDate | None
    form: DateForm
    time: str | None = None
    year_from: str | None = None
    perhaps: str | None = None
    calendar_from: str | None = None
    warning: str | None = None


class PlaceKind(StrEnum):
    """What sort of place a place is."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    VILLAGE = "village"
    WATER = "water"
    STREET = "street"
    BUILDING = "building"
    MOUNTAIN = "mountain"
    BATTLEFIELD = "battlefield"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a proper name: the fullest form in the text, and every mention in order."""

    canonical: str
    mentions: tuple[Mention, ...]

    @property
    def surface_forms(self) -> tuple[str, ...]:
        """The distinct forms that occur, spaces folded, in the order of their first mention."""
        return tuple(dict.fromkeys(" ".join(m.surface.split()) for m in self.mentions))


@dataclass(frozen=True, slots=True)
class FoundPerson(Named):
    """A human being whom the text names; ``sex`` is "man", "woman", or "" where it is not told."""

    sex: str = ""


@dataclass(frozen=True, slots=True)
class FoundPlace(Named):
    """A place that the text names."""

    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class QuotationMention(Mention):
    """Words given as somebody's own, an interrupted quotation rejoined.

    ``parts`` are the spans between the quotation marks, ``text`` their words on one line.
    ``speaker`` is a person's canonical name, or the text's own words for a speaker without a
    name ("one observer"), or None.
    """

    parts: tuple[Span, ...]
    text: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that the rules saw in one article, each kind in the order of the text.

    ``neither`` are the words that were weighed as a name and found to be nobody's and no place's,
    with the reasons.
    """

    people: tuple[FoundPerson, ...]
    dates: tuple[DateMention, ...]
    places: tuple[FoundPlace, ...]
    quotations: tuple[QuotationMention, ...]
    neither: tuple[Mention, ...] = ()


# --- what the deck teaches ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something worth learning, as deck.yaml or a rule words it.

    ``key`` is its identity for ever, and ``was`` are the keys that it had before, the first one
    first; ``where`` is the line that vouches for it. ``passage`` are
    words that stand together in the sentence of the article that supports it, ``ask`` the
    questions to ask, ``cite`` the place outside the article where it stands. ``type_in`` is
    whether the learner types the answer (None: as the deck has it), ``read_aloud`` a language
    ("ru_RU") and the words to speak in it.
    """

    key: str
    where: Location
    ask: tuple[str, ...]
    context: str = ""
    hint: str = ""
    remark: str = ""
    cite: str = ""
    passage: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    type_in: bool | None = None
    read_aloud: tuple[str, str] | None = None

    @property
    def note_kind(self) -> str:
        """The kind of note that teaches it: "person"."""
        return type(self).__name__.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Item):
    """A human being; ``aliases`` are the other forms of the name."""

    name: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    born: HistoricalDate | None = None
    died: HistoricalDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Item):
    """Something that happened, told in one sentence; ``place`` and ``people`` are keys."""

    title: str
    what: str
    date: HistoricalDate
    time: str = ""
    place: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Item):
    """A place; ``coordinates`` are latitude and longitude in degrees (WGS 84)."""

    name: str
    kind: PlaceKind
    aliases: tuple[str, ...] = ()
    description: str = ""
    happened: str = ""
    today: str = ""
    coordinates: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Item):
    """Somebody's words; ``speaker`` is the key of a person, or ``voice`` says who in words.

    ``missing`` are the decisive words of ``text`` that one card hides.
    """

    text: str
    speaker: str = ""
    voice: str = ""
    to: str = ""
    missing: str = ""
    date: HistoricalDate | None = None
    occasion: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Item):
    """A word that one has to know."""

    term: str
    aliases: tuple[str, ...] = ()
    meaning: str = ""
    literally: str = ""


@dataclass(frozen=True, slots=True)
class DeckInfo:
    """What deck.yaml says of the deck as a whole; ``id`` is its identity for ever.

    ``year`` and ``calendar`` complete the article's dates that state no year, or no
    calendar. ``own_note_types``: it shares its note types with no other deck.
    ``type_in``: the learner types the answers that are names.
    """

    id: str
    name: str
    topic: str
    updated: date
    description: str = ""
    year: int | None = None
    calendar: Country | None = None
    old_style_place: str = ""
    new_style_place: str = ""
    own_note_types: bool = False
    type_in: bool = False


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What deck.yaml says of the article that stands beside it."""

    title: str = ""
    author: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ignored:
    """Names and words that the rules find and the deck does not want."""

    people: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    quotations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Curation:
    """A deck.yaml, checked; ``dropped`` are notes given up on purpose, as (kind, key)."""

    path: Path
    deck: DeckInfo
    source: SourceInfo
    people: tuple[Person, ...]
    events: tuple[Event, ...]
    places: tuple[Place, ...]
    quotations: tuple[Quotation, ...]
    terms: tuple[Term, ...]
    ignored: Ignored
    dropped: frozenset[tuple[str, str]] = frozenset()
    warnings: tuple[Problem, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, section by section, each in the order of the file."""
        return (*self.terms, *self.people, *self.places, *self.events, *self.quotations)


class Voucher(StrEnum):
    """Who vouches for a fact."""

    RULE = "rule"
    CURATION = "curation"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage of the article that supports a fact."""

    paragraph: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """An item, the passage that supports it (None: only ``item.cite`` does), and its vouchers."""

    item: Item
    evidence: Evidence | None
    vouchers: frozenset[Voucher]


# --- what Anki gets ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Note:
    """An Anki note; field values are HTML, a field that is not named is empty.

    ``kind`` names the note type ("event"), ``key`` is the fact's. ``guid`` is the note's identity
    in Anki. ``modified`` is the time of its last change in seconds UTC, ``release`` the name of
    the release that brought it; Anki takes a note only if it is newer than the one it has.
    """

    kind: str
    key: str
    guid: str
    subdeck: str
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    where: Location
    modified: int = 0
    release: str = ""

    @property
    def label(self) -> str:
        """What tells a person which note it is: "person/lenin"."""
        return f"{self.kind}/{self.key}"


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck ready for packaging; ``version`` says to a person which release it is."""

    id: str
    name: str
    description: str
    notes: tuple[Note, ...]
    version: str = ""

    @property
    def about(self) -> str:
        """What Anki shows of the deck, as HTML: its description and its version."""
        return "\n\n".join(filter(None, (self.description, self.version)))

    def tags_of(self, note: Note) -> tuple[str, ...]:
        """All tags that a note has in Anki, that of its release included."""
        return (*note.tags, *([f"{self.id}{RELEASE_MARK}{note.release}"] if note.release else ()))


@dataclass(frozen=True, slots=True)
class CardTemplate:
    """A card's front and back in Anki's template language, and the files that they come from.

    ``switch``, ``answer`` and ``given`` name fields: the one that makes the card, the one that
    answers it, and those whose words the question states openly. ``id`` is the card's identity
    in Anki, whatever its name. ``browser`` is the question on one line, for the list of cards in
    Anki's browser; "" where the front does for it. ``files`` are all that the card is made of,
    shared pieces included.
    """

    id: int
    name: str
    switch: str
    answer: str
    given: tuple[str, ...]
    front: str
    back: str
    front_path: Path
    back_path: Path
    browser: str = ""
    files: frozenset[Path] = frozenset()


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type: its identity in Anki, its fields in order, its cards and its style.

    ``field_ids`` are the fields' identities in Anki, whatever their names; ``learner`` are the
    last of the fields, which are the learner's own; ``incidental`` are those whose change alone
    makes no note newer. ``media`` are the contents of the files that
    its cards and style show, by name. ``modified`` is the time of the last change in seconds UTC.
    """

    kind: str
    name: str
    id: int
    fields: tuple[str, ...]
    field_ids: tuple[int, ...]
    learner: tuple[str, ...]
    incidental: tuple[str, ...]
    sort_field: str
    cards: tuple[CardTemplate, ...]
    css: str
    path: Path
    modified: int = 0
    media: Mapping[str, bytes] = field(default_factory=dict)

    def cards_of(self, note: Note) -> tuple[CardTemplate, ...]:
        """The cards that a note of this type makes: those whose switch is on."""
        return tuple(card for card in self.cards if note.fields.get(card.switch))
