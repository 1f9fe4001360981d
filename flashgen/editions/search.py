"""The search that finds given notes in Anki's browser.

Anki can search for no GUID, and a note's number differs from learner to learner. What is left is
the text: ``"note:TYPE" tag:… "FIELD:the whole text"``. Anki takes small ASCII letters for capital
ones there, and cannot be given all white space; where that leaves other notes that might be
found as well, further fields tell the notes apart.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from string import ascii_lowercase, ascii_uppercase
from unicodedata import normalize

from flashgen.editions.edition import HeldNote
from flashgen.matching import fits

# A longer text is searched for by its beginning.
_LONGEST_TEXT = 80
# Anki refuses about a thousand terms, and who pastes a line wants to look at it.
_LONGEST_SEARCH = 2000
# White space that does not survive a terminal or a line to type in.
_UNTYPED = re.compile(r"(?:[^\S ]|[\x00-\x1f\x7f-\x9f])+")
# The only letters that Anki takes for their capitals.
_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
_LAST = chr(sys.maxunicode)
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

    lines: tuple[str, ...]
    left_out: tuple[HeldNote, ...]


def browser_search(notes: Iterable[HeldNote], others: Iterable[HeldNote] = ()) -> BrowserSearch:
    """The search that finds exactly these notes, and none of the others, in a collection.

    It wants the notes as they were imported: one that the learner has reworded is not found.
    Several lines where one would be longer than 2,000 characters, if not for a single note.
    """
    of_type: dict[str, list[HeldNote]] = defaultdict(list)
    for note in others:
        of_type[note.note_type].append(note)

    @cache
    def in_order(note_type: str, name: str) -> tuple[list[str], list[HeldNote]]:
        """What the others of a type say in a field, in order, and the notes that say it."""
        own = sorted(of_type[note_type], key=lambda note: _text(note, name).casefold())
        return [_text(note, name).casefold() for note in own], own

    terms: dict[str, list[str]] = defaultdict(list)
    left_out = []
    for note in notes:
        name, text = next(iter(note.fields.items()), ("", ""))
        texts, own = in_order(note.note_type, name)
        start = _stretches(text)[0].casefold()
        near = own[bisect_left(texts, start) : bisect_left(texts, start + _LAST)]
        if note.fields and (term := _term(note, near)):
            terms[_scope(note)].append(term)
        else:
            left_out.append(note)
    every = [(scope, term) for scope, own in terms.items() for term in own]
    return BrowserSearch(tuple(_lines(every)), tuple(left_out))


def _scope(note: HeldNote) -> str:
    """Where the note is looked for: its type, and what marks it as of this deck.

    A tag stays with a note that the learner moves to another deck.
    """
    mark = ("tag", note.tags[0]) if note.tags else ("deck", note.deck.partition("::")[0])
    return f"{clause('note', note.note_type)} {clause(*mark)}"


def _term(note: HeldNote, rivals: Sequence[HeldNote]) -> str:
    """The fewest fields that tell the note from its rivals; "" where none do."""
    (name, text), *further = note.fields.items()
    clauses, left = [_field_clause(name, text)], _found(rivals, name, text)
    # What a rival has and the note has not tells them apart, too.
    others = sorted({name for rival in left for name in rival.fields} - set(note.fields))
    for name, text in (*further, *((name, "") for name in others)):
        fewer = _found(left, name, text)
        if len(fewer) < len(left):
            clauses.append(_field_clause(name, text))
            left = fewer
    if left:
        return ""
    return clauses[0] if len(clauses) == 1 else f"({' '.join(clauses)})"


def _found(notes: Iterable[HeldNote], name: str, text: str) -> list[HeldNote]:
    """Those of the notes that Anki finds when it searches for the text in a field."""
    wanted = [stretch.translate(_SMALL) for stretch in _stretches(text)]
    return [note for note in notes if fits(_text(note, name).translate(_SMALL), wanted)]


def _text(note: HeldNote, name: str) -> str:
    return normalize("NFC", note.fields.get(name, ""))


def _stretches(text: str) -> list[str]:
    """What to search for, with anything between; "" at the end where the text goes on."""
    text = normalize("NFC", text)
    return _UNTYPED.split(text[:_LONGEST_TEXT]) + [""] * (len(text) > _LONGEST_TEXT)


def _field_clause(name: str, text: str) -> str:
    key = f"{_escaped(name[:-1])}_" if name.lower() in _KEYWORDS else _escaped(name)
    return f'"{key}:{"*".join(map(_escaped, _stretches(text)))}"'


def clause(key: str, value: str) -> str:
    """What finds a value to the letter; "::" stands for itself, as in names of decks and tags."""
    if value.partition(":")[0].lower() in _KEYWORDS:  # or "re::x" would be an expression
        return f'"{key}:{_escaped(value)}"'
    return f'"{key}:{"::".join(map(_escaped, value.split("::")))}"'


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _lines(terms: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The searches: as many terms, each with its scope, to a line as it can hold."""
    line: list[tuple[str, str]] = []
    for each in terms:
        if line and len(_line([*line, each])) > _LONGEST_SEARCH:
            yield _line(line)
            line = []
        line.append(each)
    if line:
        yield _line(line)


def _line(terms: Iterable[tuple[str, str]]) -> str:
    scopes = []
    for scope, group in groupby(terms, itemgetter(0)):
        own = [term for _, term in group]
        scopes.append(f"{scope} {own[0]}" if len(own) == 1 else f"{scope} ({' or '.join(own)})")
    return scopes[0] if len(scopes) == 1 else " or ".join(f"({scope})" for scope in scopes)
