"""What axe-core, a checker of accessibility, and a narrow screen say of every card and the page."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from flashgen.pipeline import build_deck
from tests.conftest import DECK
from tests.media.made import write_shown
from tests.previews.conftest import data_of, write_page

# What axe asks of a whole page is asked of Anki's, in which a card is a part; at night a card is
# the same but for its colours.
CARDS = {
    "light": {
        "rules": {
            rule: {"enabled": False}
            for rule in ("landmark-one-main", "page-has-heading-one", "region")
        }
    },
    "night": {"runOnly": ["color-contrast"]},
}
SMALLEST = 13
_AXE = """([where, options]) => axe.run(where ?? document, options)
.then(({violations}) => violations.map(({id, nodes}) => `${id}: ${nodes[0].html}`))"""
# Dates in two lines, text that is too small, and what is wider than the screen.
_LOOK = """(smallest) => {
  const found = [];
  const parts = "p.day, .details span, .details li, .line bdi:first-of-type, .answer, .prompt";
  for (const each of document.querySelectorAll(parts)) {
    const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (!/^\\d{1,2}(\\/| \\p{Lu})[^–]* \\d{4}( \\(O\\.S\\.\\))?$/u.test(text.data)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const tops = new Set([...range.getClientRects()].map(({top}) => Math.round(top)));
      if (tops.size > 1) found.push(`in two lines: ${text.data}`);
    }
  }
  for (const each of document.querySelectorAll("article *")) {
    const own = [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const size = parseFloat(getComputedStyle(each).fontSize);
    if (own && size < smallest) found.push(`${size} px: ${each.outerHTML}`);
    if (each.getBoundingClientRect().right > innerWidth) found.push(`too wide: ${each.outerHTML}`);
  }
  return found;
}"""


@pytest.fixture(params=["october-1917", "glorious-revolution", "pictures of one's own"])
def deck(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A shipped deck, or a small one with media."""
    shipped = DECK.parent / str(request.param)
    return shipped if shipped.exists() else write_shown(tmp_path / "siege")


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, which a package for Playwright carries."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def sides_on_a_phone(tab: Any, deck: Path, folder: Path, *, night: bool) -> Iterator[str]:
    """Show each side of a deck's cards alone, as wide as a phone, and say which it is."""
    path = write_page(build_deck(deck), folder / "page.html")
    source = tab.context.new_page()
    source.goto(path.as_uri())
    tab.set_viewport_size({"width": 390, "height": 700})
    for card in data_of(path)["cards"]:
        for side in ("front", "back"):
            html = source.evaluate(
                "([key, side, night]) => documentOf(key, side, {night, phone: true})",
                [card["key"], side, night],
            )
            tab.set_content(html, wait_until="load")
            yield f"{card['key']}, {side}"


def test_dates_stay_whole_and_text_is_legible_on_a_phone(
    tab: Any, tmp_path: Path, deck: Path
) -> None:
    for side in sides_on_a_phone(tab, deck, tmp_path, night=False):
        assert tab.evaluate(_LOOK, SMALLEST) == [], side


@pytest.mark.parametrize("mode", CARDS)
def test_axe_finds_nothing_on_a_card(
    tab: Any, axe: str, tmp_path: Path, deck: Path, mode: str
) -> None:
    tab.evaluate(axe)  # what is defined in a window outlives its document
    for side in sides_on_a_phone(tab, deck, tmp_path, night=mode == "night"):
        assert tab.evaluate(_AXE, [None, CARDS[mode]]) == [], side


@pytest.mark.parametrize("mode", ["light", "night"])
def test_axe_finds_nothing_on_the_page(tab: Any, axe: str, october_page: Path, mode: str) -> None:
    tab.goto(f"{october_page.as_uri()}#mode={mode}")
    tab.locator("iframe").first.wait_for()
    # What stands in the frames is looked at by itself.
    tab.evaluate(axe)
    assert tab.evaluate(_AXE, [{"exclude": ["iframe"]}, {}]) == []
