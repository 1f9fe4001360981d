"""What Anki cannot show as it is written: fields, filters, fronts, {{FrontSide}}."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from flashgen.errors import Problem
from flashgen.note_types.language import SPECIAL_FIELDS, FieldTag, tags
from flashgen.note_types.layers import Layers, Source
from flashgen.note_types.sides import CardSide, Placed

# Anki's filters; "type" may have "nc" or "cloze" behind it, "tts" has a language.
_FILTERS = ("cloze", "furigana", "hint", "kana", "kanji", "text", "tts", "tts-voices", "type")
_CLOZE = frozenset({"cloze", "cloze-only", "type-cloze"})
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:_[A-Z]{2})?")
# Beyond so many conditions on one front, whether it can be empty is not worked out.
_MOST_CONDITIONS = 14


def filter_mistakes(layers: Layers, source: Source) -> Iterator[Problem]:
    """What is wrong with the filters in a file, whatever card it belongs to."""
    for tag in tags(source.tree):
        if isinstance(tag, FieldTag):
            for message in _wrong_filters(layers, tag):
                yield Problem(source.where(tag.offset), message)


def _wrong_filters(layers: Layers, tag: FieldTag) -> Iterator[str]:
    name = tag.name
    if name == "FrontSide" and tag.filters:
        yield "a filter leaves nothing of {{FrontSide}}; write it without"
        return
    for before, word in itertools.pairwise(("", *tag.filters)):
        if word in _CLOZE:
            yield (
                f"'{word}' works in cloze note types, and flashgen has none; ask with a gap, "
                "as quotation/missing-words.front.html does"
            )
        elif word.split(" ")[0] == "tts":
            if not _LANGUAGE.fullmatch("".join(word.split(" ")[1:2])):
                yield f"'tts' needs a language; write {{{{tts en_GB:{name}}}}}"
        elif word not in _FILTERS and not (word == "nc" and before == "type"):
            mend = (
                f"write {{{{type:nc:{name}}}}}" if word == "nc" else layers.nearest(word, _FILTERS)
            )
            yield f"unknown filter '{word}'; {mend}"


def name_mistakes(
    layers: Layers, side: CardSide, *, front: bool, kind: str, fields: Sequence[str]
) -> Iterator[Problem]:
    """Names that are no fields, and {{FrontSide}} where it has no meaning."""
    for placed in side.placed:
        tag = placed.tag
        shows = isinstance(tag, FieldTag)
        if tag.name == "FrontSide":
            if front:
                yield placed.problem("{{FrontSide}} is empty on a front; move it to the back")
            elif not shows:
                yield placed.problem("{{FrontSide}} can be no section; remove the section")
        elif tag.name not in (*fields, *SPECIAL_FIELDS):
            if isinstance(tag, FieldTag) and tag.filters[:1] == ("tts-voices",):
                continue
            known = (*fields, *sorted(SPECIAL_FIELDS - ({"FrontSide"} if front else set())))
            name = tag.name or "{{}}"
            yield placed.problem(f"no field '{name}' in {kind}; {layers.nearest(tag.name, known)}")


def front_mistakes(side: CardSide, *, card: str, switch: str, answer: str) -> Iterator[Problem]:
    """A front that shows the answer, or nothing of the note; it has to be sound otherwise."""
    always = {switch, answer}
    told = {"tts", "text", "furigana", "kana", "kanji"}
    for placed in side.placed:
        tag = placed.tag
        if (
            isinstance(tag, FieldTag)
            and tag.name == answer
            and {f.partition(" ")[0] for f in tag.filters} <= told
            and _can_show(placed.within, always)
        ):
            yield placed.problem(
                f"shows '{answer}', which is the answer of the card '{card}', on its front; "
                "remove it there"
            )
    if not any(map(_asks, side.placed)):
        message = "the front shows no field, and Anki makes no card of it; show one"
        yield Problem(side.source.where(0), message)


def front_warnings(side: CardSide, filled: set[str]) -> Iterator[Problem]:
    """A front that some notes would leave empty, since all of it is conditional.

    ``filled`` are the fields that are never empty: a section of theirs is no condition.
    """
    shows = [(p.tag.name, p.within) for p in side.placed if _asks(p)]
    if shows and (case := _empty_case(shows, filled)):
        message = f"the front is empty where {case}; show a field outside of all sections"
        yield Problem(side.source.where(0), message)


def back_warnings(front: CardSide, back: CardSide) -> Iterator[Problem]:
    """What the back shows twice: Anki puts the comparison wherever a 'type' tag stands."""
    typed = {p.tag.name for p in front.placed if _typed(p)}
    if any(p.tag.name == "FrontSide" for p in back.placed):
        for placed in back.placed:
            if _typed(placed) and placed.tag.name in typed:
                yield placed.problem(
                    "{{FrontSide}} brings the typed answer already; remove this 'type' tag"
                )


def _typed(placed: Placed) -> bool:
    return isinstance(placed.tag, FieldTag) and "type" in placed.tag.filters


def _asks(placed: Placed) -> bool:
    """Whether a tag shows something of the note; a box to type in shows nothing."""
    special = placed.tag.name in SPECIAL_FIELDS
    return isinstance(placed.tag, FieldTag) and not special and not _typed(placed)


def _can_show(within: Iterable[tuple[str, bool]], always: set[str]) -> bool:
    """Whether any note fulfils all these conditions."""
    filled = {name for name, wanted in within if wanted} | always
    return filled.isdisjoint(name for name, wanted in within if not wanted)


def _empty_case(shows: Sequence[tuple[str, tuple[tuple[str, bool], ...]]], always: set[str]) -> str:
    """Which fields have to be empty, or filled, for nothing to show; "" if that cannot be."""
    names = sorted({name for _, within in shows for name, _ in within} - always)
    if len(names) > _MOST_CONDITIONS:
        return ""
    for values in itertools.product((True, False), repeat=len(names)):
        filled = dict.fromkeys(always, True) | dict(zip(names, values, strict=True))
        if not any(
            (not within or filled.get(name, True))
            and all(filled[key] == wanted for key, wanted in within)
            for name, within in shows
        ):
            empty = [name for name in names if not filled[name]]
            listed = " and ".join(f"'{name}'" for name in (empty or names)[:3])
            verb = "is" if len(empty or names) == 1 else "are"
            return f"{listed} {verb}" if empty else f"{listed} {verb} filled"
    return ""
