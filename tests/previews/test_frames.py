"""The frames of the page, in a real browser: each card by itself, as Anki's window shows it."""

import re
from pathlib import Path
from typing import Any

import pytest

from flashgen.pipeline import build_deck
from tests.previews.conftest import data_of, expect, side, wait_in, write_page
from tests.small_deck import write_deck


class Own:
    """A small deck with templates of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = write_deck(folder / "deck")

    def page(self, **files: str) -> str:
        """The address of its page, with these fronts of the card that asks for a meaning."""
        for name, text in files.items():
            path = (
                self.folder
                / "templates"
                / {"front": "term/meaning.front.html"}.get(name, f"{name}.css")
            )
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        page = write_page(build_deck(self.folder), self.folder / "page.html")
        return f"{page.as_uri()}#type=term/meaning"


@pytest.fixture
def own(tmp_path: Path) -> Own:
    return Own(tmp_path)


def front_of(tab: Any) -> Any:
    return side(tab, "term/bastion/meaning", "front")


def frame_of(tab: Any) -> Any:
    """The frame of that front itself, whose parent is as high as the page lets it be."""
    return tab.locator('iframe[title="term/bastion/meaning, front"]').element_handle()


def with_media(html: str, data: dict[str, Any]) -> str:
    """The HTML of a side with the media that the page carries in the place of their names."""
    return re.sub(r'(?<= src=")[^"]+', lambda name: data["media"].get(name[0], name[0]), html)


def test_every_side_is_the_html_that_anki_shows(tab: Any, october_page: Path) -> None:
    data = data_of(october_page)
    tab.goto(october_page.as_uri())
    for card in data["cards"]:
        for name in ("front", "back"):
            html = f"<style>{data['styles'][card['kind']]}</style>{with_media(card[name], data)}"
            document = tab.evaluate(
                "([key, side]) => documentOf(key, side, {night: false, phone: false})",
                [card["key"], name],
            )
            body = f'<body class="card card{card["ord"] + 1}"><div id="qa">{html}</div></body>'
            assert body in document


def test_a_card_of_each_template_stands_in_its_frame(tab: Any, october_page: Path) -> None:
    data = data_of(october_page)
    first = {(card["kind"], card["card"]): card for card in data["cards"]}
    assert len(first) > 10
    tab.goto(october_page.as_uri())
    for card in first.values():
        tab.evaluate("(key) => { location.hash = `at=${key}`; }", card["key"])
        for name in ("front", "back"):
            wait_in(
                side(tab, card["key"], name),
                "{ const own = document.createElement('div'); own.innerHTML = argument;"
                " const article = own.querySelector('article').outerHTML;"
                " return document.querySelector('#qa article')?.outerHTML === article; }",
                with_media(card[name], data),
            )


def test_nothing_comes_from_the_network(tab: Any, own: Own) -> None:
    """Neither the page, which opens from disk, nor a card that asks for something."""
    asked: list[str] = []

    def refuse(route: Any) -> None:
        asked.append(route.request.url)
        route.abort()

    tab.route(re.compile("^https?:"), refuse)
    tab.goto(
        own.page(
            front='{{Term}} <img src="https://example.com/a.png" onerror="this.title = \'none\'">'
            '<a href="https://example.com/">out</a><script>fetch("https://example.com/b")'
            '.catch(() => { document.title = "refused"; })</script>'
        )
    )
    front = front_of(tab)
    wait_in(front, 'document.title === "refused" && document.images[0].title === "none"')
    front.get_by_text("out").click()
    expect(front.get_by_text("out")).to_be_visible()
    assert asked == []


def test_scripts_of_a_card_run_as_in_anki_and_do_not_reach_the_page(tab: Any, own: Own) -> None:
    tab.goto(
        own.page(
            front="{{Term}} <b id=out></b><script>let told = 'the page';"
            "try { parent.document.title = 'mine'; } catch (error) { told = error.name; }"
            "document.getElementById('out').textContent = told;</script>"
        )
    )
    expect(front_of(tab).locator("#out")).to_have_text("SecurityError")
    expect(tab).to_have_title("The Siege – preview")


def test_a_hint_opens_and_its_frame_grows_with_it(tab: Any, own: Own) -> None:
    tab.goto(
        own.page(front="<p>{{Term}}</p>{{hint:Topic}}<style>div.hint { height: 700px; }</style>")
    )
    front = front_of(tab)
    front.get_by_text("Topic").click()
    expect(front.get_by_text("A town and its walls")).to_be_visible()
    frame = frame_of(tab)
    tab.wait_for_function("(frame) => frame.parentElement.offsetHeight > 700", arg=frame)


def test_a_card_as_high_as_the_screen_does_not_grow_for_ever(tab: Any, own: Own) -> None:
    """100vh is the height of a screen, though the page shows only as much as there is."""
    tab.goto(own.page(front="<p style='height: 100vh; margin: 30px'>{{Term}}</p>"))
    frame = frame_of(tab)
    tab.wait_for_function("(frame) => frame.parentElement.offsetHeight > 600", arg=frame)
    assert tab.evaluate("(frame) => frame.parentElement.offsetHeight", frame) < 1200


def test_a_phone_is_a_phone_and_night_is_night(tab: Any, own: Own) -> None:
    """What a style can ask for: the width of the screen, and Anki's classes on root and body."""
    tab.goto(
        own.page(
            style=".card { --is: desktop; color: rgb(1, 2, 3); }"
            "@media (max-width: 30rem) { .card { --is: phone; } }"
            ".card.nightMode { --mode: night; } .night_mode #qa { --inner: night; }"
            ".mobile body { --system: mobile; }"
        )
    )
    front = front_of(tab)
    style = "getComputedStyle(document.body)"

    def wait(name: str, wanted: str) -> None:
        wait_in(front, f"{style}.getPropertyValue(argument[0]) === argument[1]", [name, wanted])

    wait("--is", "desktop")
    wait("--mode", "")
    wait("color", "rgb(1, 2, 3)")
    tab.keyboard.press("w")
    wait("--is", "phone")
    wait("--system", "mobile")
    tab.keyboard.press("n")
    wait("--mode", "night")
    # At night Anki's own colour wins over a plain ".card", as it does in Anki's window.
    wait("color", "rgb(252, 252, 252)")
    tab.get_by_text("System", exact=True).click()
    wait("--mode", "")
    tab.emulate_media(color_scheme="dark")
    wait("--mode", "night")


def test_frames_come_near_the_screen_and_go_again(tab: Any, october_page: Path) -> None:
    """Else 5,000 notes would be 20,000 documents."""
    tab.goto(october_page.as_uri())
    first = data_of(october_page)["cards"][0]["key"]
    side(tab, first, "front").wait_for()
    few = "() => document.querySelectorAll('iframe').length < 30"
    tab.wait_for_function(few)
    tab.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    tab.locator(".entry").last.scroll_into_view_if_needed()
    shown = tab.locator(".entry").last.evaluate("node => node.entry.card.key")
    side(tab, shown, "front").wait_for()
    tab.wait_for_function(few)
    expect(tab.locator(f'iframe[title="{first}, front"]')).to_have_count(0)


def test_a_font_and_a_picture_that_came_with_the_deck_are_shown(tab: Any, own: Own) -> None:
    """They lie in the page, which still asks nobody for them."""
    media = own.folder / "templates" / "media"
    media.mkdir(parents=True)
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="32"/>'
    (media / "_ a&b.svg").write_text(svg, encoding="utf-8")
    tab.goto(
        own.page(
            front='{{Term}} <img src="_ a&b.svg" alt="seal">',
            style=".card { background-image: url('_ a&b.svg'); }",
        )
    )
    front = front_of(tab)
    wait_in(front, "document.images[0].naturalWidth === 64")
    wait_in(front, "getComputedStyle(document.body).backgroundImage.startsWith('url(\"data:image')")
