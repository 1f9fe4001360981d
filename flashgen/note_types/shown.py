"""What a card shows of its note, as Anki's engine decides it, and so which cards there are.

See ``rslib/src/template.rs`` of Anki 25.9.
"""

from __future__ import annotations

import html
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from flashgen.note_types.language import FieldTag, Include, Node, PlainHtml, Section

# What is never closed goes on to the end, as in a browser; and it is looked for once.
_HTML = re.compile(
    r"<(style|script)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<[^>]*(?:>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
# The attributes are looked at by themselves: a pattern for all would try every way through them.
IMAGE = re.compile(r"<img\b([^>]*)(?:>|\Z)", re.IGNORECASE)
_SOURCE = re.compile(r"""\bsrc\s*=\s*["']?([^"'>]+)""", re.IGNORECASE)
_WORDS = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_EMPTY = re.compile(r"(?:\s|</?(?:br|div) ?/?>)*", re.IGNORECASE | re.ASCII)
_SOUND = re.compile(r"\[anki:tts\b[^\[\]]*\].*?(?:\[/anki:tts\]|\Z)|\[sound:[^\[\]]*\]", re.DOTALL)


def visible_text(nodes: tuple[Node, ...], fields: Mapping[str, str]) -> str:
    """What one reads on a card: sections decided by the fields (HTML), markup gone, one line."""
    return text_shown(rendered(nodes, filled_in(fields)), fields)


def text_shown(parts: Iterable[PlainHtml | FieldTag], fields: Mapping[str, str]) -> str:
    """What one reads of some parts of a card."""
    return text_of(
        "".join(
            part.html
            if isinstance(part, PlainHtml)
            else ""
            if part.silent
            else fields.get(part.name, "")
            for part in parts
        )
    )


def text_of(value: str) -> str:
    """What one reads of HTML, as one line."""
    if "[" in value:
        value = _SOUND.sub(" ", value)
    if "<" in value:
        value = _HTML.sub(" ", value)
    return " ".join(html.unescape(value).split())


def rendered(nodes: tuple[Node, ...], filled: Container[str]) -> Iterator[PlainHtml | FieldTag]:
    """What a card is made of, in order: sections are decided by the filled fields, as in Anki."""
    for node in nodes:
        match node:
            case Section(name, inverted, children):
                if (name in filled) != inverted:
                    yield from rendered(children, filled)
            case Include():
                raise ValueError("includes are replaced before a template is rendered")
            case _:
                yield node


def filled_in(fields: Mapping[str, str]) -> frozenset[str]:
    """The names of the fields (HTML) that Anki does not take for empty.

    Spaces are, and the tags of empty lines.
    """
    return frozenset([name for name, value in fields.items() if not _EMPTY.fullmatch(value)])


def source_of(image: re.Match[str]) -> str:
    """The file that a match of ``IMAGE`` shows; "" where it names none."""
    source = _SOURCE.search(image[1])
    return source[1] if source else ""


def words_for(image: re.Match[str]) -> str:
    """The words that stand for a match of ``IMAGE``, as text; "" where it has none."""
    words = _WORDS.search(image[1])
    return html.unescape("".join(filter(None, words.groups()))) if words else ""


def shows_any(nodes: tuple[Node, ...], filled: Container[str], *, negated: bool = True) -> bool:
    """Whether any of the filled fields is shown, so that Anki makes a card of such a front.

    Not ``negated``: as if each ``{{^Field}}`` held, as Anki has it for ``requirement``.
    """
    for node in nodes:
        match node:
            case FieldTag(name):
                if name in filled:
                    return True
            case Section(name, inverted, children):
                holds = (name in filled) != inverted or (inverted and not negated)
                if holds and shows_any(children, filled, negated=negated):
                    return True
    return False


def requirement(front: tuple[Node, ...], fields: Sequence[str]) -> tuple[str, list[int]]:
    """What a front needs to show anything: "any" or "all" of some fields, by number, or "none".

    Anki keeps it with a note type, for its older programs, which decide by it.
    """
    anyone = [i for i, name in enumerate(fields) if shows_any(front, {name}, negated=False)]
    if anyone:
        return "any", anyone
    everything = set(fields)
    if not shows_any(front, everything, negated=False):
        return "none", []
    return "all", [
        i
        for i, name in enumerate(fields)
        if not shows_any(front, everything - {name}, negated=False)
    ]
