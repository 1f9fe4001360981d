"""What Anki's reviewer puts on the screen for the marks that its engine leaves in a card.

The engine leaves ``[[type:Field]]`` where one types the answer, and ``[anki:play:q:0]`` where a
sound is played; Anki's window replaces both just before it shows the card, and so do we.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from anki.sound import AV_REF_RE, SoundOrVideoTag

if TYPE_CHECKING:
    from anki.cards import Card
    from anki.sound import AVTag

_TYPE = re.compile(r"\[\[type:(.+?)\]\]")
_RULE = "<hr id=answer>"
_PLAY = (
    '<a class="replay-button soundLink" href="#" title="{title}" aria-label="{title}">'
    '<svg class="playImage" viewBox="0 0 64 64" version="1.1"><circle cx="32" cy="32" r="29"/>'
    '<path d="M24 18v28l23-14z"/></svg></a>'
)


class _Typed(NamedTuple):
    """The answer that one types: its HTML, and how the field's editor is set in type."""

    expected: str
    font: str
    size: int
    combining: bool


def sides(card: Card) -> tuple[str, str]:
    """The HTML of a card's front and back as the reviewer shows them, without the style.

    On the back nothing has been typed, so that a type-in box shows the right answer.
    """
    output = card.render_output()
    # The buttons come first, so that what one types may look like the mark of one.
    question, typed = _ask(card, _with_buttons(output.question_text, output.question_av_tags))
    return question, _compare(card, _with_buttons(output.answer_text, output.answer_av_tags), typed)


def _with_buttons(text: str, heard: Sequence[AVTag]) -> str:
    """One side with its sounds as buttons; a mark of no sound is text of a template."""

    def play(mark: re.Match[str]) -> str:
        number = int(mark[3])
        if number >= len(heard):
            return mark[0]
        return _PLAY.format(title=html.escape(_spoken(heard[number])))

    return re.sub(AV_REF_RE, play, text)


def _ask(card: Card, question: str) -> tuple[str, _Typed | None]:
    """The front with its input box, and what is to be typed there."""
    mark = _TYPE.search(question)
    if not mark:
        return question, None
    name = mark[1]
    kind, _, rest = name.partition(":")
    combining = kind != "nc"
    if kind in ("cloze", "nc") and rest:
        name = rest
    field = next((f for f in card.note_type()["flds"] if f["name"] == name), None)
    if field is None:
        return _TYPE.sub(f"Type answer: unknown field {html.escape(name)}", question), None
    expected = card.note()[name]
    if kind == "cloze":
        expected = card.col.extract_cloze_for_typing(expected, card.ord + 1)
    if not expected:
        return _TYPE.sub("", question), None
    typed = _Typed(expected, field["font"], field["size"], combining)
    box = (
        "\n<center>\n<input type=text id=typeans "
        f"style=\"font-family: '{typed.font}'; font-size: {typed.size}px;\">\n</center>\n"
    )
    return _TYPE.sub(lambda _: box, question), typed


def _compare(card: Card, answer: str, typed: _Typed | None) -> str:
    """The back with the comparison; the rule that says "answer" moves in front of it."""
    if typed is None:
        return _TYPE.sub("", answer)
    without = answer.replace(_RULE, "")
    compared = card.col.compare_answer(typed.expected, "", typed.combining)
    style = f"font-family: '{typed.font}'; font-size: {typed.size}px"
    shown = f'\n<div style="{style}">{compared}</div>'
    rule = _RULE if without != answer else ""
    return _TYPE.sub(lambda _: rule + shown, without)


def _spoken(tag: AVTag) -> str:
    """What a play button says of itself."""
    if isinstance(tag, SoundOrVideoTag):
        return f"Play {tag.filename}"
    return f"Say in {tag.lang}: {tag.field_text}"
