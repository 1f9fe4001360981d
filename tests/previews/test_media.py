"""The page shows pictures, maps and sounds of the author's own, in a real browser."""

from pathlib import Path
from typing import Any

import pytest

from flashgen.pipeline import build_deck
from tests.media.made import write_shown
from tests.previews.conftest import expect, side, wait_in, write_page

LOADED = "document.querySelector('figure img').naturalWidth"


def turned_to(page: Any, key: str, name: str) -> Any:
    """One side of a card, on the screen."""
    page.locator(".entry", has=page.locator(f'code:text-is("{key.rpartition("/")[0]}")')).filter(
        has=page.locator(f'.name:text-is("{key.rpartition("/")[2].capitalize()}")')
    ).scroll_into_view_if_needed()
    return side(page, key, name)


@pytest.fixture
def page(tab: Any, tmp_path: Path) -> Any:
    made = build_deck(write_shown(tmp_path / "siege"))
    tab.set_viewport_size({"width": 390, "height": 800})
    tab.goto(write_page(made, tmp_path / "page.html").as_uri() + "#sides=both&width=phone")
    return tab


def test_a_picture_is_seen_on_both_sides_and_its_credit_on_the_back_alone(page: Any) -> None:
    front = turned_to(page, "person/brandt/picture", "front")
    expect(front.locator("figure img")).to_be_visible()
    wait_in(front, f"{LOADED} === 300")
    expect(front.locator("figure small")).to_be_hidden()
    back = turned_to(page, "person/brandt/picture", "back")
    expect(back.locator("figure img:visible")).to_have_count(1)
    expect(back.locator("figure:not(.blank) small")).to_have_text("own drawing, CC0 1.0")


def test_a_map_and_a_sound_are_seen_on_a_back(page: Any) -> None:
    back = turned_to(page, "place/sea-gate/name", "back")
    expect(back.locator("figure.plan img")).to_be_visible()
    wait_in(back, f"{LOADED} === 90")
    heard = turned_to(page, "person/brandt/name", "back").locator("p.sound")
    expect(heard.locator(".replay-button")).to_be_visible()
    expect(heard).to_contain_text("A bell")
