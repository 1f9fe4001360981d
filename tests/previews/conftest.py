"""What the tests of the preview share: the shipped deck's page, and a real browser for it."""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flashgen.errors import InputError
from flashgen.pipeline import Build
from flashgen.previews.page import make_page
from flashgen.previews.pictures import browser

# Seconds to wait for what a browser or another process does: it ends what hangs, and says nothing
# of how fast it has to be, since the machine may have other work.
LIMIT = 60
_DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What asks a browser is slow."""
    for item in items:
        if isinstance(item, pytest.Function) and "chromium" in item.fixturenames:
            item.add_marker("slow")


@pytest.fixture(scope="session")
def october_page(october: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the shipped deck, as a file."""
    return write_page(october, tmp_path_factory.mktemp("preview") / "october-1917.html")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless Chromium; the test is skipped where there is none."""
    install = "python -m playwright install --with-deps chromium"
    pytest.importorskip(
        "playwright",
        reason=f"needs a browser: python -m pip install --editable '.[pictures]' && {install}",
    )
    try:
        # A frame in a process of its own that goes away takes the answer to a key along, and the
        # test would wait for it without end.
        with browser("--disable-features=IsolateSandboxedIframes") as opened:
            yield opened
    except InputError as error:
        pytest.skip(f"needs a browser ({error}): {install}")


@pytest.fixture
def tab(chromium: Any) -> Iterator[Any]:
    """A new tab with a light system; a script's error fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    page = context.new_page()
    page.set_default_timeout(1000 * LIMIT)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def write_page(build: Build, path: Path) -> Path:
    """Write the page of a deck to a file; returns the file."""
    path.write_text(make_page(build).html(), encoding="utf-8")
    return path


def data_of(path: Path) -> dict[str, Any]:
    """What a page holds of its deck."""
    found = _DATA.search(path.read_text(encoding="utf-8"))
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def side(tab: Any, key: str, name: str) -> Any:
    """What stands in the frame of one card's side."""
    return tab.frame_locator(f'iframe[title="{key}, {name}"]').locator("#qa")


def expect(what: Any) -> Any:
    """Playwright's assertions on a page or a locator, which wait until they hold.

    What a browser shows is asserted by these: it may show it only in a moment.
    """
    from playwright.sync_api import expect as waiting

    waiting.set_options(timeout=1000 * LIMIT)
    return waiting(what)


def wait_in(inside: Any, condition: str, argument: object = None) -> None:
    """Wait until a JavaScript condition on ``argument`` holds in the frame of a card."""
    from playwright.sync_api import Error

    deadline = time.monotonic() + LIMIT
    while True:
        try:
            if inside.evaluate(f"(_, argument) => {condition}", argument):
                return
        except Error:  # the frame is being filled anew
            pass
        assert time.monotonic() < deadline, condition


def cards(tab: Any) -> list[str]:
    """The cards that one sees, by their names, in the order of the page."""
    names: list[str] = tab.locator(".entry:not([hidden])").evaluate_all(
        "nodes => nodes.map(node => node.entry.card.key)"
    )
    return names


def status(tab: Any) -> str:
    """What the page says of how many cards there are."""
    return str(tab.locator("#count").text_content())
