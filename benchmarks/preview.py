"""How long the preview takes: from a save to the page that shows it, and for a deck of many notes.

Usage: python benchmarks/preview.py [NOTES] [--rounds N]

Needs what flashgen[pictures] brings, and Chromium (CHROMIUM names its command). Each time stands
beside that of a plain build of the same deck, warm and in the same run; only the ratio can be
compared between machines. Saves: a real Chromium shows the shipped deck as served by --watch, and
the clock runs from the save to the card on the screen; the median of N (9). The deck of NOTES
(5000) has the shipped deck's own notes, over and over under other keys, and its article: what grows
is the preview's work, and that of packaging, not the rules'.
"""

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from typing import Any

from playwright.sync_api import Error

from flashgen.errors import Location
from flashgen.package import package_bytes
from flashgen.pipeline import Build, build_deck
from flashgen.previews.page import make_page
from flashgen.previews.pictures import browser

DECK = Path(__file__).parent.parent / "decks" / "october-1917"
CARD = "term/julian-calendar/meaning"
STYLE = "getComputedStyle(document.body).getPropertyValue('--saved')"
# What is saved: the file, the text that is replaced (none: the file is new), the text in its place,
# and what then holds on the card's back; "7n" is another number each time.
SAVES = {
    "a template": ("templates/term/meaning.back.html", "", "<p>Save 7n {{Meaning}}</p>", "Save 7n"),
    "a style": ("templates/style.css", "", ".card { --saved: 7n; }", STYLE),
    "deck.yaml": ("deck.yaml", r"(?<=meaning: )How [^\n]*", "How it was 7n", "How it was 7n"),
    "the article": ("article.md", r"(?<=Russia )still kept", "7n kept", "Russia 7n kept"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("notes", nargs="?", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    october = build_deck(DECK)
    build = statistics.median(_seconds(lambda: _built(DECK)) for _ in range(options.rounds))
    print(f"{'':<34} {'seconds':>8} {'builds':>7}")
    _print("the shipped deck: a plain build", build, build)
    with browser() as chromium, tempfile.TemporaryDirectory() as folder:
        for name, times in _saves(chromium, Path(folder) / "deck", options.rounds):
            _print(f"  save of {name} to the screen", statistics.median(times), build)
        _many(chromium, Path(folder), october, options.notes, build)


def _print(what: str, seconds: float, build: float) -> None:
    print(f"{what:<34} {seconds:>8.2f} {seconds / build:>7.1f}", flush=True)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _built(folder: Path) -> bytes:
    made = build_deck(folder)
    return package_bytes(made.deck, made.note_types)


def _saves(chromium: Any, folder: Path, rounds: int) -> list[tuple[str, list[float]]]:
    """The times from save to screen, for each kind of file, in a copy of the shipped deck."""
    results = []
    for name, (file, old, new, shown) in SAVES.items():
        shutil.copytree(DECK, folder, ignore=shutil.ignore_patterns("release.json"))
        command = [sys.executable, "-m", "flashgen", "preview", str(folder), "--watch"]
        with subprocess.Popen([*command, "--port=0"], stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout
            tab = chromium.new_page(viewport={"width": 1280, "height": 800})
            tab.goto(f"{server.stdout.readline().split()[0]}#at={CARD}")
            tab.wait_for_function("() => document.documentElement.dataset.state")
            back = tab.frame_locator(f'iframe[title="{CARD}, back"]').locator("body")
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            times, place = [], old
            for number in map(str, range(100, 101 + rounds)):
                text = path.read_text("utf-8") if old else ""
                saved = new.replace("7n", number)
                path.write_text(re.sub(place, saved, text, count=1) or saved, encoding="utf-8")
                place = re.escape(saved) if old else ""
                times.append(_seconds(lambda: _wait(back, shown, number)))  # noqa: B023
            results.append((name, times[1:]))  # the first makes the folder, and warms the server
            tab.close()
            server.kill()
        shutil.rmtree(folder)
    return results


def _wait(back: Any, shown: str, number: str) -> None:
    """Wait until the card shows the text, or its style has the number."""
    condition = f"{STYLE} === '{number}'"
    if shown != STYLE:
        condition = f"document.body.textContent.includes('{shown.replace('7n', number)}')"
    while True:
        try:
            if back.evaluate(f"() => {condition}"):
                return
        except Error:  # the frame is being filled anew
            pass
        time.sleep(0.01)  # else the waiting takes what is measured


def _many(chromium: Any, folder: Path, october: Build, size: int, build: float) -> None:
    """The preview of a deck of so many notes, beside the build of the same deck."""
    notes = (
        replace(
            note,
            key=f"{note.key}-{turn}",
            guid=f"{note.guid}{turn}",
            where=Location(note.where.path, note.where.line + turn * 10_000),
        )
        for turn in count()
        for note in october.deck.notes
    )
    deck = replace(october.deck, notes=tuple(islice(notes, size)))
    made = replace(october, deck=deck)
    # The notes are made already: a build of the shipped deck stands for that.
    plain = build + _seconds(lambda: package_bytes(deck, made.note_types))
    _print(f"{size:,} notes: a plain build", plain, plain)
    start = time.perf_counter()
    page = make_page(made)
    path = folder / "many.html"
    path.write_text(page.html(), encoding="utf-8")
    written = build + time.perf_counter() - start
    _print(f"  {len(page.keys):,} cards, page written", written, plain)
    tab = chromium.new_page(viewport={"width": 1280, "height": 800})
    start = time.perf_counter()
    tab.goto(path.as_uri())
    tab.wait_for_function("() => document.documentElement.dataset.ready")
    _print("  opened", time.perf_counter() - start, plain)
    for keys, name in (("/", ""), ("l", "first letter of a search"), ("enin", "the rest")):
        seconds = _seconds(lambda: _typed(tab, keys))  # noqa: B023
        if name:
            _print(f"  {name}", seconds, plain)
    tab.keyboard.press("Escape")
    tab.keyboard.press("Escape")
    for key, name in (("w", "other width"), ("n", "other mode"), ("j", "next card")):
        _print(f"  {name}", _seconds(lambda: _typed(tab, key)), plain)  # noqa: B023


def _typed(tab: Any, keys: str) -> None:
    """Press keys and wait for the next picture on the screen."""
    tab.keyboard.type(keys)
    tab.evaluate("() => new Promise(requestAnimationFrame)")


if __name__ == "__main__":
    main()
