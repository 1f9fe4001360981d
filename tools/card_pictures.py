"""Take pictures of a package's cards, as real Anki renders them, in headless Chromium.

Usage: python tools/card_pictures.py FILE.apkg FOLDER [NAME=SEARCH …]

Needs the package ``anki`` and Chromium (CHROMIUM names its command). SEARCH is as in Anki's
browser, such as event='card:When Event:*palace*', and finds one card; without any, the first card
of each template is taken. FOLDER gets NAME.front.light.png, NAME.back.night.png and so on, and
NAME.phone.light.png, the back at a phone's width.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from anki.collection import Card, Collection, ImportAnkiPackageRequest

CHROMIUM = os.environ.get("CHROMIUM", "chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars "
    "--disable-background-networking --disable-component-update --disable-sync "
    "--force-device-scale-factor=2"
).split()
DESKTOP, PHONE = (720, 640), (500, 780)  # in CSS pixels; a frame gives a phone its 360
# The page around a card, as Anki's reviewer has it; a frame gives a phone's width.
PAGE = (
    '<!doctype html><html class="{mode_html}"><meta charset="utf-8">'
    '<body class="card card{number} {mode}"><div id="qa">{html}</div></body></html>'
)
FRAME = (
    '<!doctype html><meta charset="utf-8"><body style="margin:0;background:#888">'
    '<iframe src="{name}" style="border:0;width:360px;height:{height}px"></iframe></body>'
)


def main(package: str, folder: str, *searches: str) -> None:
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for name, card in _cards(package, Path(scratch), searches):
            for side, html in (("front", card.question()), ("back", card.answer())):
                for mode in ("light", "night"):
                    page = Path(scratch) / "card.html"
                    page.write_text(_page(card, html, night=mode == "night"), encoding="utf-8")
                    _take(page, out / f"{name}.{side}.{mode}.png", DESKTOP)
                    if side == "back":
                        frame = Path(scratch) / "frame.html"
                        frame.write_text(FRAME.format(name=page.name, height=DESKTOP[1]), "utf-8")
                        _take(frame, out / f"{name}.phone.{mode}.png", PHONE)
            print(f"{name}.*.png")


def _cards(package: str, scratch: Path, searches: Sequence[str]) -> Iterator[tuple[str, Card]]:
    """The cards to take, by name, in a scratch collection that has imported the package."""
    collection = Collection(str(scratch / "collection.anki2"))
    try:
        options = collection._backend.get_import_anki_package_presets()
        collection.import_anki_package(
            ImportAnkiPackageRequest(package_path=package, options=options)
        )
        for search in searches:
            name, _, query = search.partition("=")
            found = collection.find_cards(query, order="c.due, c.ord")
            if not found:
                sys.exit(f"{search}: no such card in {package}")
            yield name, collection.get_card(found[0])
        if not searches:
            yield from _first_of_each_template(collection)
    finally:
        collection.close()


def _first_of_each_template(collection: Collection) -> Iterator[tuple[str, Card]]:
    seen = set()
    for card_id in collection.find_cards("deck:*", order="c.due, c.ord"):
        card = collection.get_card(card_id)
        template = f"{card.note_type()['name']} {card.template()['name']}"
        if template not in seen:
            seen.add(template)
            yield re.sub(r"\W+", "-", template.removeprefix("flashgen ").lower()), card


def _page(card: Card, html: str, *, night: bool) -> str:
    return PAGE.format(
        mode_html="night-mode" if night else "",
        mode="nightMode night_mode" if night else "",
        number=card.ord + 1,
        html=html,
    )


def _take(page: Path, picture: Path, size: tuple[int, int]) -> None:
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                CHROMIUM,
                *FLAGS,
                f"--user-data-dir={profile}",
                f"--screenshot={picture}",
                f"--window-size={size[0]},{size[1]}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
