"""Bring a deck.yaml up to its article: what is new is proposed, what has gone is reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flashgen.article import Article
from flashgen.dates.countries import somewhere
from flashgen.deck.file import PROPOSED, TODO, Curation
from flashgen.deck.kinds import KINDS, Item, Person, Place, Quotation
from flashgen.deck.loader import load_curation
from flashgen.deck.schema import SCHEMA_NAME, SCHEMA_TITLE, schema_text
from flashgen.deck.splice import Addition, block_of, splice
from flashgen.deck.waiting import Waiting, read_waiting
from flashgen.deck.writer import ABOVE_PROPOSED, Written, addition
from flashgen.deck.yaml_file import read_yaml
from flashgen.drafting.draft import in_order, proposals, remembered, written
from flashgen.drafting.entry import Entry, Keys
from flashgen.drafting.known import matches
from flashgen.drafting.references import referring
from flashgen.errors import InputError, Location, Problem
from flashgen.evidence import EvidenceFinder
from flashgen.facts import Resolution, resolve
from flashgen.files import read_plain
from flashgen.folders import article_file, deck_file
from flashgen.mentions import Mentions
from flashgen.reading import read_article
from flashgen.rules import find_mentions

_UNSUPPORTED = "unsupported"
_ABOVE_TODO = """\
# Proposed by flashgen sync. Move into its section what is to be asked, and delete the rest.
"""


@dataclass(frozen=True, slots=True)
class Synced:
    """A deck.yaml brought up to its article.

    ``new`` are the facts that are proposed under ``todo``, in the order of the story, under the
    keys that they have there, and ``complete`` how many of them lack nothing. ``vanished`` are the
    curated facts that neither the article nor a citation supports. ``entries`` is what is new as
    deck.yaml has it; ``old`` and ``data`` are the whole file before and after. Of a deck that has
    ``added_quotations`` by itself, no quotations are proposed. ``old_schema``: the JSON Schema
    beside it is that of another version of flashgen.
    """

    path: Path
    new: tuple[Item, ...]
    complete: int
    vanished: tuple[Problem, ...]
    entries: str
    old: bytes
    data: bytes
    added_quotations: int
    old_schema: bool

    @property
    def schema_path(self) -> Path:
        """The JSON Schema beside deck.yaml."""
        return self.path.with_name(SCHEMA_NAME)


def synced(folder: Path) -> Synced:
    """What sync makes of a deck folder; nothing is written.

    Raises InputError where the deck does not load, and where its deck.yaml is written so that
    nothing can be added to it.
    """
    path = deck_file(folder)
    old = read_plain(path)
    curation, waiting = load_curation(path), read_waiting(path)
    article = read_article(article_file(folder))
    mentions = find_mentions(article, year=curation.deck.year, calendar=curation.deck.calendar)
    resolution = resolve(article, mentions, curation)
    # Where quotations come into the deck by themselves, proposing one would take them out of it.
    added = len(resolution.facts) - len(curation.items)
    kinds = tuple(kind for kind in KINDS if not (added and kind is Quotation))
    found = proposals(article, mentions, curation.deck)
    entries = in_order(e for e in (*found.cards, *found.waiting) if isinstance(e.item, kinds))
    plan = _plan(entries, curation, waiting, article, mentions)
    todo = _section(TODO, _ABOVE_TODO, [written(article, e) for e in plan.new], curation)
    kept = [remembered(article, entry) for entry in plan.proposed]
    proposed = _section(PROPOSED, ABOVE_PROPOSED, kept, curation)
    return Synced(
        path=path,
        new=tuple(entry.item for entry in plan.new),
        complete=sum(not entry.lacks for entry in plan.new),
        vanished=_vanished(resolution, curation),
        entries=block_of(todo) if plan.new else "",
        old=old,
        data=_spliced(path, old, [todo, proposed]) if plan.new else old,
        added_quotations=added,
        old_schema=_is_old(path.with_name(SCHEMA_NAME)),
    )


def _is_old(schema: Path) -> bool:
    """Whether the JSON Schema that ``flashgen new`` wrote is there, and is not that of today."""
    if schema.is_symlink() or not schema.is_file():
        return False
    text = read_plain(schema)
    return SCHEMA_TITLE.encode() in text and text != schema_text().encode()


@dataclass(frozen=True, slots=True)
class _Plan:
    """The entries that are new, and those that are not among what was proposed yet.

    Each has the key that it gets there, and the new ones refer to whom and what the deck has.
    """

    new: tuple[Entry, ...]
    proposed: tuple[Entry, ...]


def _plan(
    entries: Sequence[Entry],
    curation: Curation,
    waiting: Waiting,
    article: Article,
    mentions: Mentions,
) -> _Plan:
    finder = EvidenceFinder(article, mentions)
    there = (*curation.items, *waiting.todo)
    now = matches(entries, there, article, finder)
    once = matches(entries, waiting.proposed, article, finder)
    ignored = matches(entries, _ignored(curation), article, finder)
    known = {*now, *once, *ignored, *curation.dropped}
    fresh = [entry for entry in entries if _name(entry) not in known]
    # What the deck has is called by its key there; by that under which it was proposed, too, if
    # the author has given it another name since.
    live = {(item.kind, item.key) for item in there}
    keys = {name: item.key for name, item in once.items() if (item.kind, item.key) in live}
    keys |= {name: item.key for name, item in now.items()}
    free = {kind.kind: Keys(waiting.keys[kind.section]) for kind in KINDS}
    keys |= {_name(entry): free[entry.item.kind].new(entry.item.key) for entry in fresh}
    people, places = (
        {drafted: key for (of, drafted), key in keys.items() if of == kind.kind}
        for kind in (Person, Place)
    )
    taken = {
        kind.kind: Keys(item.key for item in waiting.proposed if isinstance(item, kind))
        for kind in KINDS
    }
    return _Plan(
        tuple(_renamed(referring(e, people, places), keys[_name(e)]) for e in fresh),
        tuple(
            _renamed(entry, taken[entry.item.kind].new(keys.get(_name(entry), entry.item.key)))
            for entry in entries
            if _name(entry) not in once
        ),
    )


def _name(entry: Entry) -> tuple[str, str]:
    return entry.item.kind, entry.item.key


def _renamed(entry: Entry, key: str) -> Entry:
    return replace(entry, item=replace(entry.item, key=key))


def _ignored(curation: Curation) -> Iterator[Item]:
    """What the author ignores, as facts that say no more than that."""
    ignored, where = curation.ignored, Location(curation.path)
    yield from (Person(key="", where=where, name=name) for name in ignored.people)
    yield from (Place(key="", where=where, name=name) for name in ignored.places)
    yield from (Quotation(key="", where=where, text=text) for text in ignored.quotations)


def _vanished(resolution: Resolution, curation: Curation) -> tuple[Problem, ...]:
    """What check says of facts without support, but for what a fact allows."""
    allowed = {item.where for item in curation.items if _UNSUPPORTED in dict(item.allow)}
    return tuple(
        problem
        for problem in resolution.problems
        if problem.rule == _UNSUPPORTED and problem.where not in allowed
    )


def _section(name: str, above: str, entries: Sequence[Written], curation: Curation) -> Addition:
    """Entries as a section of sections, with remarks above it if it is not there yet."""
    country = curation.deck.calendar or somewhere()
    # A plain date is of the calendar of its place, where that has one.
    countries = {place.key: place.calendar for place in curation.of(Place) if place.calendar}
    parts = {
        kind.section: tuple(
            addition(each, countries.get(getattr(each.item, "place", ""), country))
            for each in entries
            if isinstance(each.item, kind)
        )
        for kind in KINDS
    }
    return Addition(
        name,
        remarks=above,
        parts=tuple(
            Addition(section, parts=each, apart=each[0].apart)
            for section, each in parts.items()
            if each
        ),
    )


def _spliced(path: Path, old: bytes, sections: Sequence[Addition]) -> bytes:
    text = old.decode()
    try:
        return splice(text, sections).encode()
    except ValueError as error:
        message = f"{TODO}: {error}; write its sections and entries on lines of their own"
        found = read_yaml(path, [])
        line = found.where_of(TODO).line if TODO in found.keys else 1
        raise InputError.at(path, message, line) from error
