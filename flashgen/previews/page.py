"""Make the page: one HTML file that holds the cards, and all that shows them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

from flashgen.pipeline import Build
from flashgen.previews.cards import render
from flashgen.previews.remarks import remarks
from flashgen.printing import printable

# In this order they are one program: each file uses only what stands above it.
_SCRIPTS = ("state", "frames", "list", "keys", "live", "page")


@dataclass(frozen=True, slots=True)
class Page:
    """What the page shows: the title, the names of the cards, and all that belongs to them.

    ``data`` is that as JSON, which the page's own program reads.
    """

    title: str
    keys: tuple[str, ...]
    data: str

    def html(self, live: str = "") -> str:
        """The page as one file.

        ``live`` names the state of the deck to a page that asks its server for the next one.
        """
        return Template(_asset("page.html")).substitute(
            title=escape(self.title),
            live=live,
            style=_asset("page.css"),
            frame_style=_asset("frame.css"),
            frame_script=_asset("frame.js"),
            # Nothing in the data can end the script element that it stands in.
            data=self.data.replace("<", "\\u003c"),
            script="".join(_asset(f"{name}.js") for name in _SCRIPTS),
        )


EMPTY = Page("Preview", (), json.dumps({"deck": "", "about": "", "cards": []}))


def make_page(made: Build, keys: Sequence[str] = ()) -> Page:
    """The page of a deck, or of the cards and notes that ``keys`` name.

    Raises InputError where the deck has no such card, or where Anki is not installed.
    """
    rendering = render(made.deck, made.note_types, keys)
    general, beside = remarks(made)
    data: dict[str, Any] = {
        "id": made.deck.id,
        "deck": made.deck.name,
        "about": made.deck.version,
        "styles": rendering.styles,
        "media": rendering.media,
        "problems": general,
        "cards": [
            {
                "key": card.key,
                "kind": card.note.kind,
                "card": card.template.name,
                "note": card.note.label,
                "ord": card.ord,
                "tags": made.deck.tags_of(card.note),
                "where": printable(str(card.note.where)),
                "front": card.front,
                "back": card.back,
                "problems": beside.get(card.key, ()),
            }
            for card in rendering.cards
        ],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Page(made.deck.name, tuple(card.key for card in rendering.cards), text)


def _asset(name: str) -> str:
    return (files("flashgen.previews") / name).read_text(encoding="utf-8")
