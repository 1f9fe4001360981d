"""Take pictures of cards, with a browser that nobody sees.

The browser is Chromium or one of its kin, which is what Anki's own window is made of. Playwright
drives it: it speaks to any installed Chromium, and waits for a page by its state, not by the clock.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from flashgen.errors import InputError, Subject
from flashgen.files import scratch, write_whole

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Playwright

    from flashgen.previews.page import Page

SIDES = ("front", "back")
MODES = ("light", "night")
# Width and height of the screen in CSS pixels; a picture is as high as its card.
WIDTHS = {"desktop": (600, 600), "phone": (360, 640)}
_SHARPNESS = 2  # pixels of a picture in a CSS pixel
_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
# Where the system has it without a command: Playwright knows the usual places.
_CHANNELS = (None, "chrome", "msedge")


@contextmanager
def browser(*switches: str) -> Iterator[Browser]:
    """A headless Chromium with some switches; the environment's CHROMIUM names its command.

    Raises InputError where there is none, or nothing to drive it.
    """
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415
    except ImportError as error:
        message = "needs Playwright: pip install 'flashgen[pictures]'"
        raise InputError.of(Subject("pictures"), message) from error
    with sync_playwright() as playwright:
        opened = _open(playwright, switches)
        try:
            yield opened
        finally:
            opened.close()


def _open(playwright: Playwright, switches: Sequence[str]) -> Browser:
    from playwright.sync_api import Error  # noqa: PLC0415

    named = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _COMMANDS)), None)
    for channel in (None,) if named else _CHANNELS:
        try:
            return playwright.chromium.launch(executable_path=named, channel=channel, args=switches)
        except Error:
            continue
    missing = f"'{named}' does not start" if named else "no browser is here"
    mend = "install Chromium or Chrome, or name its command in CHROMIUM"
    raise InputError.of(Subject("pictures"), f"{missing}; {mend}")


def take_pictures(
    page: Page,
    folder: Path,
    *,
    sides: Sequence[str] = SIDES,
    modes: Sequence[str] = ("light",),
    widths: Sequence[str] = ("desktop",),
) -> Iterator[Path]:
    """Write a picture of each card of the page, side, mode and width into ``folder``, as PNG.

    Yields each file as it is written; its name says what it shows:
    "person.lenin.name.front.light.desktop.png". Raises InputError where there is no browser, or
    where a picture cannot be written.
    """
    with browser() as opened, scratch() as beside:
        file = beside / "page.html"
        file.write_text(page.html(), encoding="utf-8")
        offline = opened.new_context(offline=True)
        source = offline.new_page()
        source.goto(file.as_uri())
        for width in widths:
            context = opened.new_context(
                offline=True,
                device_scale_factor=_SHARPNESS,
                viewport={"width": WIDTHS[width][0], "height": WIDTHS[width][1]},
            )
            for mode in modes:
                dress = {"night": mode == "night", "phone": width == "phone"}
                for key in page.keys:
                    for side in sides:
                        html = source.evaluate(
                            "([key, side, dress]) => documentOf(key, side, dress)",
                            [key, side, dress],
                        )
                        name = ".".join((*key.split("/"), side, mode, width, "png"))
                        write_whole(folder / name, _picture(context, html, mode))
                        yield folder / name
            context.close()


def _picture(context: BrowserContext, html: str, mode: str) -> bytes:
    """A picture of the document: as wide as the screen, as high as what stands on it."""
    page = context.new_page()
    try:
        page.emulate_media(color_scheme="dark" if mode == "night" else "light")
        page.set_content(html, wait_until="load")
        # The card's own height: that of the page is never less than the screen's.
        box = page.evaluate(
            "document.fonts.ready.then(() => document.documentElement.getBoundingClientRect())"
            ".then(({width, height}) => ({x: 0, y: 0, width, height: Math.ceil(height)}))"
        )
        picture: bytes = page.screenshot(clip=box, full_page=True, animations="disabled")
        return picture
    finally:
        page.close()
