"""The page in a real browser: what one filters, switches and presses."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flashgen.deck.kinds import KINDS
from flashgen.deck.sequences import EventSequence
from flashgen.errors import Location, Problem
from flashgen.pipeline import Build
from tests.previews.conftest import cards, expect, side, status, write_page


@pytest.fixture
def every(october: Build) -> str:
    """What the status says when nothing is filtered."""
    return f"{october.cards.total()} cards, {len(october.deck.notes)} notes"


@pytest.fixture
def october_tab(tab: Any, october_page: Path) -> Any:
    """The shipped deck's page, just opened."""
    tab.goto(october_page.as_uri())
    return tab


def focused(tab: Any) -> str:
    """The name of what has the focus, as a screen reader reads it."""
    return str(tab.evaluate("document.activeElement.getAttribute('aria-label')"))


def resting_place(card: Any) -> float:
    """How far a card is from the top of the screen once it has stood there for ten paintings."""
    return float(
        card.evaluate(
            """(node) => new Promise((done) => {
              let place = NaN;
              let paintings = 0;
              const look = () => {
                const now = node.getBoundingClientRect().top;
                paintings = now === place ? paintings + 1 : 0;
                place = now;
                if (paintings === 10) done(place);
                else requestAnimationFrame(look);
              };
              look();
            })"""
        )
    )


def visible_sides(tab: Any) -> set[str]:
    return set(tab.locator(".entry figure:visible figcaption").all_text_contents())


# --- filters --------------------------------------------------------------------------------------


def test_words_find_cards_whatever_their_accents_and_case(
    october_tab: Any, october: Build, every: str
) -> None:
    person = next(note for note in october.deck.notes if note.kind == "person")
    accented = "\u0301".join(person.fields["Name"].upper())
    october_tab.get_by_label("Find").fill(accented)
    found = cards(october_tab)
    assert person.label in {key.rpartition("/")[0] for key in found}
    assert len(found) < october.cards.total() / 2
    assert status(october_tab).startswith(f"{len(found)} of {october.cards.total()} cards")
    october_tab.get_by_label("Find").fill(person.label)
    labels = {note.label for note in october.deck.notes if note.label.startswith(person.label)}
    assert {key.rpartition("/")[0] for key in cards(october_tab)} == labels
    october_tab.get_by_label("Find").fill("no such words")
    assert cards(october_tab) == []
    october_tab.get_by_role("button", name="Show all cards").click()
    assert status(october_tab).startswith(every)


def test_note_types_and_cards_filter(october_tab: Any, october: Build) -> None:
    october_tab.get_by_label("Cards", exact=True).select_option("person")
    kinds = [key.partition("/")[0] for key in cards(october_tab)]
    assert kinds == ["person"] * october.cards["person"]
    october_tab.get_by_label("Cards", exact=True).select_option("person/name")
    assert {key.rpartition("/")[2] for key in cards(october_tab)} == {"name"}
    expect(october_tab.get_by_role("heading", level=2, name="Person")).to_be_visible()
    expect(october_tab.get_by_role("heading", level=2, name="Event")).not_to_be_visible()


def test_tags_filter_by_the_choice_and_by_a_click_on_a_card(
    october_tab: Any, october: Build, every: str
) -> None:
    sections = {f"october-1917::{each.section}" for each in (*KINDS, EventSequence)}
    tag = next(tag for note in october.deck.notes for tag in note.tags if tag not in sections)
    tagged = {note.label for note in october.deck.notes if tag in note.tags}
    assert 0 < len(tagged) < len(october.deck.notes)
    october_tab.get_by_label("Tag", exact=True).select_option(tag)
    assert {key.rpartition("/")[0] for key in cards(october_tab)} == tagged
    october_tab.keyboard.press("Escape")
    assert status(october_tab).startswith(every)
    october_tab.get_by_role("button", name=tag.rpartition("::")[2], exact=True).first.click()
    assert {key.rpartition("/")[0] for key in cards(october_tab)} == tagged


def test_what_is_to_be_mended_stands_beside_its_card_and_filters(
    tab: Any, october: Build, tmp_path: Path
) -> None:
    note = next(note for note in october.deck.notes if note.kind == "event")
    made = replace(october)
    vars(made)["problems"] = (
        Problem(note.where, "reads <b>badly</b>; mend it"),
        Problem(Location(Path("style.css"), 3, 1), "is too loud; turn it down"),
    )
    tab.goto(write_page(made, tmp_path / "page.html").as_uri())
    expect(tab.get_by_text("style.css:3:1: is too loud; turn it down")).to_be_visible()
    tab.keyboard.press("m")
    found = cards(tab)
    assert {key.rpartition("/")[0] for key in found} == {note.label}
    message = f"{note.where}: reads <b>badly</b>; mend it"
    assert tab.locator(".entry:visible .remarks").all_text_contents() == [message] * len(found)
    assert (
        status(tab)
        == f"{len(found)} of {october.cards.total()} cards, 1 note, {len(found)} to mend"
    )


# --- switches, kept in the address ----------------------------------------------------------------


def test_a_reload_keeps_filters_switches_and_the_chosen_card(october_tab: Any) -> None:
    october_tab.get_by_label("Find").fill("lenin")
    for choice in ("Night", "Phone", "Back"):
        october_tab.get_by_text(choice, exact=True).first.click()
    october_tab.locator(".entry:visible").nth(7).get_by_role("heading").click()
    before = cards(october_tab), focused(october_tab)
    october_tab.reload()
    assert (cards(october_tab), focused(october_tab)) == before
    expect(october_tab.get_by_label("Find")).to_have_value("lenin")
    for choice in ("Night", "Phone", "Back"):
        expect(october_tab.get_by_role("radio", name=choice, exact=True)).to_be_checked()
    assert visible_sides(october_tab) == {"Back"}


def test_an_address_that_means_nothing_shows_all(tab: Any, october_page: Path, every: str) -> None:
    tab.goto(f"{october_page.as_uri()}#mode=purple&sides=none&at=person/nobody/name&what=1")
    assert status(tab).startswith(every)
    assert visible_sides(tab) == {"Front", "Back"}


def test_a_card_that_one_looks_at_stays_while_the_width_changes(october_tab: Any) -> None:
    card = october_tab.locator(".entry").nth(60)
    card.scroll_into_view_if_needed()
    card.locator("iframe").first.wait_for()  # now the page knows that one may look at it
    card.get_by_role("heading").click()
    place = resting_place(card)
    for _ in range(4):
        october_tab.keyboard.press("w")
        assert resting_place(card) == pytest.approx(place, abs=2)


# --- the keyboard ---------------------------------------------------------------------------------


def test_keys_go_from_card_to_card_and_turn_them(october_tab: Any, october: Build) -> None:
    notes = [n for n in october.deck.notes if n.kind == october.deck.notes[0].kind]
    first, second = (  # of the page, which goes kind by kind
        f"{note.label}, card {template.name}"
        for note in notes[:2]
        for template in october.note_types[note.kind].cards_of(note)[:1]
    )
    order = cards(october_tab)
    press = october_tab.keyboard.press
    press("j")
    assert focused(october_tab) == first
    press("ArrowRight")
    press("j")
    assert focused(october_tab) == second
    press("k")
    press("ArrowLeft")
    press("ArrowLeft")  # there is none before the first
    assert focused(october_tab) == first
    press("s")
    assert visible_sides(october_tab) == {"Front"}
    press("Space")
    shown = october_tab.locator(".entry").first.locator("figcaption:visible")
    expect(shown).to_have_text(["Back"])
    answer = october.deck.notes[0].fields["Meaning"]
    expect(october_tab.locator("#said")).to_contain_text(answer)
    side(october_tab, order[0], "back").click()
    # The focus is in the card's own frame now, which passes the keys on.
    for key, seen in (
        ("Space", october_tab.locator(".entry").first.locator("figcaption:visible >> text=Front")),
        ("n", october_tab.locator("input[name=mode][value=night]:checked")),
        ("n", october_tab.locator("input[name=mode][value=light]:checked")),
        ("w", october_tab.locator("input[name=width][value=phone]:checked")),
    ):
        press(key)
        seen.wait_for(state="attached")


def test_a_slash_finds_and_escape_leads_back(october_tab: Any, every: str) -> None:
    press = october_tab.keyboard.press
    press("/")
    october_tab.keyboard.type("n? w/")  # letters, not commands, in the field
    expect(october_tab.get_by_label("Find")).to_have_value("n? w/")
    expect(october_tab.get_by_role("radio", name="Night")).not_to_be_checked()
    press("Escape")
    press("Escape")
    press("j")
    assert status(october_tab).startswith(every)
    assert focused(october_tab).startswith("term/")


def test_the_keys_are_explained_and_can_be_switched_off(october_tab: Any) -> None:
    press = october_tab.keyboard.press
    press("?")
    dialog = october_tab.get_by_role("dialog", name="Keys")
    expect(dialog).to_contain_text("turn the card")
    dialog.get_by_label("Use these keys").uncheck()
    press("Escape")
    press("n")
    expect(october_tab.get_by_role("radio", name="Night")).not_to_be_checked()
    october_tab.reload()
    press("n")
    expect(october_tab.get_by_role("radio", name="Night")).not_to_be_checked()
    october_tab.get_by_role("button", name="Keys").click()
    dialog.get_by_label("Use these keys").check()
    dialog.get_by_role("button", name="Close").click()
    press("n")
    expect(october_tab.get_by_role("radio", name="Night")).to_be_checked()


def test_the_first_tab_stop_leads_to_the_cards(october_tab: Any, every: str) -> None:
    october_tab.keyboard.press("Tab")
    october_tab.keyboard.press("Enter")
    assert october_tab.evaluate("document.activeElement.id") == "cards"
    assert status(october_tab).startswith(every)


# --- for all people -------------------------------------------------------------------------------


def test_every_control_has_a_name_and_every_frame_a_title(october_tab: Any) -> None:
    nameless = october_tab.locator("button, input, select, iframe, article, fieldset").evaluate_all(
        """nodes => nodes.filter(node => !(
            node.title || node.getAttribute('aria-label') || node.textContent.trim()
            || node.labels?.[0]?.textContent.trim())).map(node => node.outerHTML)"""
    )
    assert nameless == []
    for role in ("banner", "main", "search"):
        assert october_tab.get_by_role(role).count() == 1


@pytest.mark.parametrize("mode", ["light", "night"])
def test_text_of_the_page_has_the_contrast_of_wcag_aa(
    tab: Any, october_page: Path, mode: str
) -> None:
    tab.emulate_media(reduced_motion="reduce")  # no ground on its way from day to night
    tab.goto(f"{october_page.as_uri()}#mode={mode}&sides=front")
    tab.evaluate("document.getElementById('keys').showModal()")
    worst = tab.evaluate(
        """() => {
          const canvas = document.createElement('canvas').getContext('2d');
          const bright = (color) => {
            canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((v) => v / 255)
              .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const ground = (node) => {
            for (; node; node = node.parentElement) {
              const color = getComputedStyle(node).backgroundColor;
              if (!/, 0\\)$/.test(color)) return color;
            }
            return 'white';
          };
          const texts = [...document.querySelectorAll('body *')].filter((node) =>
            [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim())
            && node.checkVisibility() && !node.closest('script, style, option'));
          const ratio = (node) => {
            const [low, high] = [bright(getComputedStyle(node).color), bright(ground(node))]
              .sort((a, b) => a - b);
            return (high + 0.05) / (low + 0.05);
          };
          return [texts.length, Math.min(...texts.map(ratio))];
        }"""
    )
    assert worst[0] > 100
    assert worst[1] >= 4.5


@pytest.mark.parametrize(("width", "height"), [(640, 400), (320, 640)])
def test_zoomed_to_200_percent_or_on_a_phone_nothing_sticks_out(
    tab: Any, october_page: Path, width: int, height: int
) -> None:
    tab.set_viewport_size({"width": width, "height": height})
    tab.goto(f"{october_page.as_uri()}#width=phone")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    # The tools scroll away: they must not cover half of a small screen.
    tab.locator(".entry").nth(20).scroll_into_view_if_needed()
    tab.wait_for_function(
        "() => document.querySelector('body > header').getBoundingClientRect().bottom < 0"
    )
