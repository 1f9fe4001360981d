"""The search that finds given notes in Anki's browser.

Anki can search for no GUID, and a note's number differs from learner to learner. What is left is
the text: ``"note:TYPE" tag:… "FIELD:the whole text"``. Anki takes small ASCII letters for capital
ones there, and cannot be given all white space; where that leaves other notes that might be
found as well, further fields tell the notes apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from flashgen.release.edition import HeldNote

# A longer text is searched for by its beginning.
_LONGEST_TEXT = 80
# By so many first letters rivals are kept.
_HEAD = 8
# Anki refuses about a thousand terms, and who pastes a line wants to look at it.
_LONGEST_SEARCH = 2000
# White space that does not survive a terminal or a line to type in.
_UNTYPED = re.compile(r"(?:[^\S ]|[\x00-\x1f\x7f-\x9f])+")
_SPECIAL = re.compile(r'[\\"*_:]')
# Before a colon these are no field's name: the manual, "Searching".
_KEYWORDS = frozenset(
    """
    added card cid deck did dupe edited flag has-cd introduced is mid nc nid note preset prop rated
    re resched sc tag w
    """.split()
)


@dataclass(frozen=True, slots=True)
class BrowserSearch:
    """Lines to paste into Anki's browser, and the notes that no search tells from others."""

    lines: tuple[str, ...] = ()
    left_out: tuple[HeldNote, ...] = ()


def browser_search(notes: Iterable[HeldNote], others: Iterable[HeldNote] = ()) -> BrowserSearch:
    """The search that finds exactly these notes, and none of the others, in a collection.

    It wants the notes as they were imported: one that the learner has reworded is not found.
    Several lines where one would be longer than some 2,000 characters.
    """
    rivals = _Rivals(others)
    terms: dict[str, list[str]] = defaultdict(list)
    left_out = []
    for note in notes:
        term = _term(note, rivals)
        if term:
            terms[_scope(note)].append(term)
        else:
            left_out.append(note)
    return BrowserSearch(tuple(_lines(terms)), tuple(left_out))


class _Rivals:
    """Notes that must not be found, by type and by how their fields begin: there may be many."""

    def __init__(self, notes: Iterable[HeldNote]) -> None:
        self._notes: dict[str, list[HeldNote]] = defaultdict(list)
        for note in notes:
            self._notes[note.note_type].append(note)
        self._heads: dict[tuple[str, str], dict[str, list[HeldNote]]] = {}

    def found_by(self, note_type: str, name: str, text: str) -> list[HeldNote]:
        """Those that a search for a text in a field finds."""
        first, *rest = _parts(text)[0]
        notes = self._notes[note_type]
        if len(first) >= _HEAD or not rest:
            if (note_type, name) not in self._heads:
                heads = self._heads[note_type, name] = defaultdict(list)
                for note in notes:
                    heads[_head(_normal(note.fields, name))].append(note)
            notes = self._heads[note_type, name].get(_head(first), [])
        return _found(notes, name, text)


def _found(notes: Iterable[HeldNote], name: str, text: str) -> list[HeldNote]:
    pattern = _pattern(text)
    return [note for note in notes if pattern.fullmatch(_normal(note.fields, name))]


def _head(text: str) -> str:
    return text[:_HEAD].casefold()


def _scope(note: HeldNote) -> str:
    """Where the note is looked for: its type, and what marks it as of this deck.

    A tag stays with a note that the learner moves to another deck.
    """
    mark = ("tag", note.tags[0]) if note.tags else ("deck", note.deck.partition("::")[0])
    return f"{_clause('note', note.note_type)} {_clause(*mark)}"


def _term(note: HeldNote, rivals: _Rivals) -> str:
    """The fewest fields that tell the note from its rivals; "" where none do."""
    if not note.fields:
        return ""
    (name, text), *further = note.fields.items()
    clauses = [_field_clause(name, text)]
    left = rivals.found_by(note.note_type, name, text)
    # What a rival has and the note has not tells them apart, too.
    others = sorted({name for other in left for name in other.fields} - set(note.fields))
    for name, text in (*further, *((name, "") for name in others)):
        fewer = _found(left, name, text)
        if len(fewer) < len(left):
            clauses.append(_field_clause(name, text))
            left = fewer
    if left:
        return ""
    return clauses[0] if len(clauses) == 1 else f"({' '.join(clauses)})"


def _normal(fields: Mapping[str, str], name: str) -> str:
    return unicodedata.normalize("NFC", fields.get(name, ""))


def _parts(text: str) -> tuple[list[str], bool]:
    """The stretches to search for, and whether the text goes on after the last one."""
    text = unicodedata.normalize("NFC", text)
    return _UNTYPED.split(text[:_LONGEST_TEXT]), len(text) > _LONGEST_TEXT


def _pattern(text: str) -> re.Pattern[str]:
    """What Anki matches when it searches for the text."""
    parts, goes_on = _parts(text)
    # ASCII: the only letters that Anki takes for their capitals.
    return re.compile(
        ".*".join(map(re.escape, parts)) + ".*" * goes_on, re.DOTALL | re.IGNORECASE | re.ASCII
    )


def _field_clause(name: str, text: str) -> str:
    parts, goes_on = _parts(text)
    value = "*".join(map(_escaped, parts)) + "*" * goes_on
    if name.lower() in _KEYWORDS:
        return f'"{_escaped(name[:-1])}_:{value}"'
    return f'"{_escaped(name)}:{value}"'


def _clause(key: str, value: str) -> str:
    if value.partition(":")[0].lower() not in _KEYWORDS:  # else "re::x" would be an expression
        value = "::".join(map(_escaped, value.split("::")))
        return f'"{key}:{value}"'
    return f'"{key}:{_escaped(value)}"'


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _lines(terms: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The searches: as many terms to a line as it can hold, those of one scope together."""
    line: list[str] = []
    for scope, own in terms.items():
        batch: list[str] = []
        for term in own:
            if batch and len(scope) + len(" or ".join([*line, *batch, term])) > _LONGEST_SEARCH:
                yield _joined([*line, _scoped(scope, batch)])
                line, batch = [], []
            batch.append(term)
        line.append(_scoped(scope, batch))
    if line:
        yield _joined(line)


def _scoped(scope: str, terms: Sequence[str]) -> str:
    return f"{scope} {terms[0]}" if len(terms) == 1 else f"{scope} ({' or '.join(terms)})"


def _joined(scopes: Sequence[str]) -> str:
    return scopes[0] if len(scopes) == 1 else " or ".join(f"({scope})" for scope in scopes)
