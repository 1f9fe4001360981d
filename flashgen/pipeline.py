"""The whole way from an article and a deck.yaml to a deck."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from flashgen.article import Article
from flashgen.checks.cards import Shown, cards
from flashgen.checks.judge import judge
from flashgen.deck.file import Curation, DeckInfo
from flashgen.deck.loader import read_curation
from flashgen.errors import InputError, Location, Problem, Severity
from flashgen.facts import Resolution, resolve
from flashgen.folders import article_file, deck_file
from flashgen.maps.found import FOLDER, maps_of
from flashgen.media.found import files_of, read_media
from flashgen.note_types import Templates, own_layer, read_templates
from flashgen.note_types.note_type import NoteType
from flashgen.notes.escape import escape
from flashgen.notes.identity import note_type_number
from flashgen.notes.media import shown_by
from flashgen.notes.note import Deck, Note
from flashgen.notes.writer import make_notes
from flashgen.reading import read_article
from flashgen.releases.contract import review
from flashgen.releases.record import RECORD_NAME, Record, read_record
from flashgen.releases.stamp import check_name, record_of, release_name, stamped
from flashgen.rules import find_mentions


@dataclass(frozen=True)
class Build:
    """A deck ready for packaging, and what led to it.

    ``last`` is the record of the last release, if there is one, ``record`` that of this deck.
    ``losses`` are what learners of the last release lose without a word, ``templates`` those in
    force, of which ``note_types`` are made.
    """

    curation: Curation
    article: Article
    resolution: Resolution
    note_types: Mapping[str, NoteType]
    deck: Deck
    last: Record | None
    record: Record
    losses: tuple[Problem, ...]
    templates: Templates

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """The faults and hints: all that the author should look at, though the deck is built.

        They are found when they are first asked for.
        """
        facts = self.resolution.facts
        shown = tuple(cards(self.deck.notes, self.note_types, facts))
        found = (*self.resolution.problems, *self.losses, *self.templates.hints)
        judged = judge(Shown(shown, facts, self.curation.source), found)
        # What a fact allows may be found beside one that is left out.
        of_whole = {"unused-allowance"} if self.curation.partial else set()
        return tuple(each for each in judged if each.rule not in of_whole)

    @property
    def faults(self) -> tuple[Problem, ...]:
        """The problems for which a release is refused."""
        return tuple(each for each in self.problems if each.severity is Severity.FAULT)

    @cached_property
    def cards(self) -> Counter[str]:
        """How many cards Anki will make, by kind of note."""
        notes = self.deck.notes
        return Counter(n.kind for n in notes for _ in self.note_types[n.kind].cards_of(n))

    @property
    def sources(self) -> tuple[Path, ...]:
        """The files that the deck is made from."""
        folder = self.curation.path.parent
        drawn = sorted((folder / FOLDER).glob("*.svg"))
        own = (self.curation.path, self.article.path)
        return (*own, *drawn, *files_of(folder), *self.templates.files.values())

    @property
    def record_path(self) -> Path:
        """The file of the release record, beside deck.yaml."""
        return self.curation.path.with_name(RECORD_NAME)

    @property
    def changed(self) -> bool:
        """Whether the deck differs from the last release, or was never released."""
        return self.last is None or not self.last.releases or self.record != self.last


def build_deck(
    folder: Path,
    article: Path | None = None,
    layers: Sequence[Path] = (),
    *,
    time: int | None = None,
) -> Build:
    """Make the deck of ``folder``, from its own article or from another one.

    ``layers`` are folders of templates, the uppermost first; a folder ``templates`` beside
    deck.yaml lies below them and above the built-in ones. What has changed since the last
    release is of ``time``, in seconds UTC; by default of the day that deck.yaml names.

    Raises InputError with all that is wrong in the user's files, and with the faults and hints of
    the facts that can be read, where nothing but facts or the deck's own name or day is wrong.
    """
    curation, mistakes = read_curation(deck_file(folder))
    try:
        made = _made(curation, folder, article, layers, time, whole=not mistakes)
        found = made.problems if mistakes else ()
    except InputError as error:
        raise InputError((*mistakes, *error.problems)) from error
    if mistakes:
        raise InputError((*mistakes, *found))
    return made


def _made(
    curation: Curation,
    folder: Path,
    article: Path | None,
    layers: Sequence[Path],
    time: int | None,
    *,
    whole: bool,
) -> Build:
    """The deck of the facts that could be read; ``whole`` where nothing in deck.yaml is wrong."""
    templates = read_templates((*layers, *own_layer(folder)))
    note_types = templates.note_types
    if curation.deck.note_types == "own":
        note_types = {kind: _own(each, curation.deck) for kind, each in note_types.items()}
    source = read_article(article or article_file(folder))
    mentions = find_mentions(source, year=curation.deck.year, calendar=curation.deck.calendar)
    resolution = resolve(source, mentions, curation)
    last = read_record(folder / RECORD_NAME)
    curation = _with_subdecks(curation, last)
    maps, faults = maps_of(curation)
    files, unused = read_media(curation)
    notes = make_notes(resolution.facts, curation, source, maps, files)
    _check_fields(notes, note_types)
    deck = Deck(
        curation.deck.id,
        curation.deck.name,
        _description(curation),
        notes,
        media=shown_by(notes, (*(drawn.file for drawn in maps.values()), *files.values())),
    )
    note_types = _in_use(note_types, notes, last)
    losses = review(curation, deck, note_types, last) if whole else ()
    time = updated(curation) if time is None else time
    record = record_of(deck, note_types, last, time)
    deck, note_types = stamped(deck, note_types, record, last)
    unused = () if curation.partial else unused
    resolution = replace(resolution, problems=(*resolution.problems, *faults, *unused))
    return Build(curation, source, resolution, note_types, deck, last, record, losses, templates)


def _with_subdecks(curation: Curation, last: Record | None) -> Curation:
    """The curation, which has subdecks as the last release had, if it does not say so itself.

    Anki leaves the cards that a learner has where they are.
    """
    if curation.deck.subdecks is not None or last is None or not last.releases:
        return curation
    had = any(note.subdeck for note in last.notes.values())
    return replace(curation, deck=replace(curation.deck, subdecks=had))


def _in_use(
    note_types: Mapping[str, NoteType], notes: Sequence[Note], last: Record | None
) -> dict[str, NoteType]:
    """The note types that the last release had or a note needs; all before the first release.

    So a kind of facts that is new to flashgen changes no deck that has none of them.
    """
    used = {note.kind for note in notes} | set(last.note_types if last else note_types)
    return {kind: made for kind, made in note_types.items() if kind in used}


def _own(note_type: NoteType, deck: DeckInfo) -> NoteType:
    """The note type as one that no other deck uses, and no other deck's release changes."""
    id_ = note_type_number(deck.id, note_type.kind)
    return replace(note_type, id=id_, name=f"{note_type.name} ({deck.name})")


def next_release(made: Build, *, time: int, name: str = "") -> Build:
    """The deck as a new release, which holds all that has changed since the last one.

    What has changed is of ``time``, in seconds UTC. ``name`` is the release's; by default the
    next number. A deck that has not changed stays the release that it is.

    Raises InputError where the name is taken or does not fit into a tag, and for each fault.
    """
    check_name(name)
    if made.faults:
        raise InputError(made.faults)
    if not made.changed:
        return made
    return dated(made, time=time, name=release_name(made.last, name))


def dated(made: Build, *, time: int, name: str = "") -> Build:
    """The deck with ``time``, in seconds UTC, for what has changed since the last release.

    ``name`` makes a release of it.
    """
    record = record_of(made.deck, made.note_types, made.last, time, name)
    deck, note_types = stamped(made.deck, made.note_types, record, made.last)
    return replace(made, deck=deck, note_types=note_types, record=record)


def updated(curation: Curation) -> int:
    """The beginning of the day that deck.yaml names as that of this version, in seconds UTC."""
    return int(datetime.combine(curation.deck.updated, datetime.min.time(), UTC).timestamp())


def _check_fields(notes: Sequence[Note], note_types: Mapping[str, NoteType]) -> None:
    """Raise InputError where a note type lacks a field that flashgen fills."""
    missing = {
        (kind, name)
        for kind, note_type in note_types.items()
        for note in notes
        if note.kind == kind
        for name in note.fields
        if name not in note_type.fields
    }
    if missing:
        raise InputError(
            Problem(
                Location(note_types[kind].path),
                f"fields: the field '{name}' is missing; flashgen fills it, add it",
            )
            for kind, name in missing
        )


def _description(curation: Curation) -> str:
    """What Anki shows of the deck: its own words, then what they rest on."""
    source = curation.source
    credit = ", by ".join(filter(None, (source.title, source.author)))
    credit = ", ".join(filter(None, (credit, source.date, source.address)))
    lines = (curation.deck.description, credit and f"After: {credit}.", source.note)
    return "\n\n".join(escape(line) for line in lines if line)
