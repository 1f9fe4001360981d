"""Words of another language on a card: Anki speaks them in it, and the card says which it is."""

from __future__ import annotations

from flashgen.deck.kinds import Item
from flashgen.notes.escape import escape


def spoken(item: Item) -> str:
    """The words that Anki speaks, in its markup; "" if there are none."""
    if item.read_aloud is None:
        return ""
    language, words = item.read_aloud
    return f"[anki:tts lang={language}]{escape(words)}[/anki:tts]"


def in_language(item: Item, text: str) -> str:
    """The text as HTML; marked as of that language where it is just the words that are spoken."""
    if item.read_aloud is None or item.read_aloud[1] != text:
        return escape(text)
    language, words = item.read_aloud
    return f'<span lang="{language.replace("_", "-")}">{escape(words)}</span>'
