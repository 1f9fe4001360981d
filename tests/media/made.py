"""Small pictures and sounds of our own, and a deck that shows one of each."""

import io
import struct
import wave
import zlib
from pathlib import Path

from tests.small_deck import ARTICLE, write_deck

# A man with a hat, in black on nothing.
PORTRAIT = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 360" width="300" height="360">
<circle cx="150" cy="150" r="70" fill="none" stroke="#000" stroke-width="8"/>
<path d="M60 100h180M90 100V40h120v60M50 350c0-80 40-120 100-120s100 40 100 120z"
 fill="none" stroke="#000" stroke-width="8"/></svg>
"""
CREDIT = "credit: own drawing, license: CC0 1.0"
DECK = f"""\
deck: {{id: siege, name: The Siege, topic: A town and its walls, updated: 2026-01-31}}
people:
  brandt:
    name: Elias Brandt
    who: mayor who gave up the keys
    picture: {{file: Brandt.svg, {CREDIT}, alt: A man with a tall hat}}
    sound: {{file: speech.wav, {CREDIT}, alt: A bell}}
    ask: [name, description, picture]
events:
  surrender:
    what: The keys were handed over.
    date: {{julian: 1700-02-29, gregorian: 1700-03-11}}
    place: sea-gate
    picture: {{file: keys.png, {CREDIT}, alt: A red field}}
    ask: [when, picture]
places:
  sea-gate:
    name: Sea Gate
    kind: building
    what: way from the town to the harbour
    map: {{file: plans/town.png, {CREDIT}, alt: A plan with a spot in the south}}
    ask: [name, map]
"""


def png(red: int = 200, width: int = 60, height: int = 40) -> bytes:
    """A picture of one colour."""
    row = b"\0" + bytes((red, 60, 40)) * width

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row * height)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def wav(frames: int = 800) -> bytes:
    """A tenth of a second of silence."""
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(2 * frames))
    return held.getvalue()


def put(folder: Path, name: str, content: bytes | str) -> Path:
    """Put a file among the media of a deck."""
    path = folder / "media" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def write_shown(folder: Path, deck: str = DECK) -> Path:
    """Write the deck with its media; returns the folder."""
    put(folder, "Brandt.svg", PORTRAIT)
    put(folder, "speech.wav", wav())
    put(folder, "keys.png", png())
    put(folder, "plans/town.png", png(90, 90, 60))
    return write_deck(folder, deck, ARTICLE)
