"""The whole way from an article and a deck.yaml to a deck."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from flashgen.article import read_article
from flashgen.curation import load_curation
from flashgen.errors import InputError, Location, Problem
from flashgen.facts import Resolution, resolve
from flashgen.note_types import load_note_types
from flashgen.notes import escape, make_notes
from flashgen.quality import cards
from flashgen.rules import find_mentions
from flashgen.types import Article, Curation, Deck, Note, NoteType

_ARTICLES = ("article.md", "article.txt")


@dataclass(frozen=True, slots=True)
class Build:
    """A deck ready for packaging, and what led to it."""

    curation: Curation
    article: Article
    resolution: Resolution
    note_types: Mapping[str, NoteType]
    deck: Deck

    @property
    def cards(self) -> Counter[str]:
        """How many cards Anki will make, by kind of note."""
        return Counter(card.note.kind for card in cards(self.deck.notes, self.note_types))


def build_deck(folder: Path, article: Path | None = None, layers: Sequence[Path] = ()) -> Build:
    """Make the deck of ``folder``, from its own article or from another one.

    ``layers`` are folders of templates, the uppermost first; a folder ``templates`` beside
    deck.yaml lies below them and above the built-in ones.

    Raises InputError with all that is wrong in the user's files.
    """
    if not folder.is_dir():
        raise InputError.at(folder, "no such folder; name one that holds a deck.yaml")
    curation = load_curation(folder / "deck.yaml")
    own = folder / "templates"
    note_types = load_note_types((*layers, own) if own.is_dir() else layers)
    source = read_article(article or _article_of(folder))
    mentions = find_mentions(
        source, year=curation.deck.year, calendar_change=curation.deck.calendar_change
    )
    resolution = resolve(source, mentions, curation)
    notes = make_notes(resolution.facts, curation, source)
    _check_fields(notes, note_types)
    deck = Deck(
        id=curation.deck.id,
        name=curation.deck.name,
        description=_description(curation),
        modified=int(datetime.combine(curation.deck.updated, time(), UTC).timestamp()),
        notes=notes,
    )
    return Build(curation, source, resolution, note_types, deck)


def deck_folders(root: Path) -> tuple[Path, ...]:
    """The folders below ``root`` that hold a deck.yaml, by name."""
    folders = tuple(sorted(path.parent for path in root.glob("*/deck.yaml")))
    if not folders:
        raise InputError.at(root, "no deck here; name a folder that holds a deck.yaml")
    return folders


def _article_of(folder: Path) -> Path:
    for name in _ARTICLES:
        if (folder / name).is_file():
            return folder / name
    raise InputError.at(
        folder, f"no article; save it as {' or '.join(_ARTICLES)}, or name one with --article"
    )


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
                Location(Path(f"{kind}/note-type.yaml")),
                f"fields: the field '{name}' is missing; flashgen fills it, add it",
            )
            for kind, name in missing
        )


def _description(curation: Curation) -> str:
    """What Anki shows of the deck: its own words, then what they rest on."""
    source = curation.source
    credit = ", by ".join(filter(None, (source.title, source.author)))
    lines = (curation.deck.description, credit and f"After: {credit}.", source.note)
    return "\n\n".join(escape(line) for line in lines if line)
