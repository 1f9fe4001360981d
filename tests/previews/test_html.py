"""What the page shows of a card is what Anki shows of it after an import."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection

from flashgen.errors import Location, Problem
from flashgen.package import write_package
from flashgen.pipeline import Build, build_deck
from flashgen.previews.cards import render
from flashgen.previews.page import make_page
from flashgen.previews.remarks import remarks
from tests.conftest import import_package
from tests.previews.conftest import data_of, write_page
from tests.small_deck import swapped, write_deck


@pytest.fixture(scope="module")
def anki(october_package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    """A collection of real Anki that has imported the shipped deck."""
    made = Collection(str(tmp_path_factory.mktemp("anki") / "collection.anki2"))
    import_package(made, october_package)
    yield made
    made.close()


def imported(collection: Collection) -> dict[tuple[str, int], tuple[str, str]]:
    """Front and back of all cards, by the note's GUID and the card's place in its type."""
    cards = [collection.get_card(card_id) for card_id in collection.find_cards("deck:*")]
    return {(c.note().guid, c.ord): (c.question(), c.answer()) for c in cards}


def on_page(page: dict[str, Any], build: Build) -> dict[tuple[str, int], tuple[str, str]]:
    guids = {note.label: note.guid for note in build.deck.notes}
    return {
        (guids[card["note"]], card["ord"]): (style + card["front"], style + card["back"])
        for card in page["cards"]
        for style in [f"<style>{page['styles'][card['kind']]}</style>"]
    }


def with_templates(tmp_path: Path, **files: str) -> Build:
    """The small deck with some templates of its own, named as in ``term__meaning__front``."""
    folder = write_deck(tmp_path / "deck")
    for name, html in files.items():
        kind, card, side = name.split("__")
        path = folder / "templates" / kind / f"{card}.{side}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    return build_deck(folder)


def shown(build: Build, key: str) -> tuple[str, str]:
    (card,) = render(build.deck, build.note_types, [key]).cards
    return card.front, card.back


def test_every_card_of_the_shipped_deck_is_as_in_anki(
    anki: Collection, october: Build, october_page: Path
) -> None:
    shown = on_page(data_of(october_page), october)
    assert len(shown) == anki.card_count() == october.cards.total()
    assert shown == imported(anki)


def test_special_fields_are_those_of_an_imported_card(
    tmp_path: Path, collection: Collection
) -> None:
    """Its deck, its tags, its type: what only an imported card has."""
    build = with_templates(
        tmp_path,
        term__meaning__front="{{Term}} {{Deck}} {{Subdeck}} {{Type}} {{Card}} {{Tags}}",
        term__meaning__back="{{FrontSide}}<hr id=answer>{{Meaning}} {{hint:Topic}}",
    )
    package = tmp_path / "small.apkg"
    write_package(build.deck, build.note_types, package)
    import_package(collection, package)
    page = write_page(build, tmp_path / "page.html")
    assert on_page(data_of(page), build) == imported(collection)
    assert (
        "The Siege The Siege flashgen Term Meaning siege::terms"
        in shown(build, "term/bastion/meaning")[0]
    )


def test_the_same_deck_gives_the_same_page(october: Build, october_page: Path) -> None:
    assert make_page(october).html() == october_page.read_text(encoding="utf-8")


def test_one_types_the_answer_into_a_box_and_sees_it_on_the_back(tmp_path: Path) -> None:
    build = with_templates(
        tmp_path,
        term__meaning__front="{{Term}} {{type:Meaning}}",
        term__meaning__back="{{Term}}<hr id=answer>{{type:Meaning}}",
    )
    front, back = shown(build, "term/bastion/meaning")
    assert re.search(r"bastion\s+<center>\s*<input type=text id=typeans ", front)
    assert "[[type:" not in front + back
    # As in Anki, the comparison stands where the box was, and the line above it.
    answer = "part of a wall that juts out"
    assert re.search(rf"<hr id=answer>\s*<div [^>]+><code id=typeans>{answer}</code></div>", back)
    assert back.count("<hr id=answer>") == 1
    assert "<input" not in back


def test_a_box_for_an_empty_field_is_not_there(tmp_path: Path) -> None:
    build = with_templates(
        tmp_path,
        term__meaning__front="{{Term}} {{type:My notes}}",
        term__meaning__back="{{Meaning}} {{type:My notes}}",
    )
    assert not [
        side for side in shown(build, "term/bastion/meaning") if "type" in side or "<input" in side
    ]


def test_speech_becomes_a_play_button_that_says_what_it_would_say(tmp_path: Path) -> None:
    build = with_templates(
        tmp_path,
        person__name__front="{{Description}}",
        person__name__back="{{Name}} {{tts de_DE:Name}}",
    )
    _, back = shown(build, "person/brandt/name")
    assert 'class="replay-button soundLink"' in back
    assert 'title="Say in de_DE: Elias Brandt"' in back
    assert "[anki:" not in back


def test_a_card_that_closes_a_script_element_does_not_end_the_data(tmp_path: Path) -> None:
    html = "{{Term}}<!-- <script> --><script>document.title = 'gone'</script>"
    build = with_templates(tmp_path, term__meaning__front=html, term__meaning__back="{{Meaning}}")
    page = write_page(build, tmp_path / "page.html")
    (front,) = [c["front"] for c in data_of(page)["cards"] if c["key"] == "term/bastion/meaning"]
    assert html.replace("{{Term}}", "bastion") in front


# --- what is to be mended -------------------------------------------------------------------------


def remarks_on(folder: Path, meaning: str) -> tuple[list[str], dict[str, list[str]]]:
    """What there is to mend in the small deck whose term has that meaning."""
    deck = swapped("part of a wall that juts out", meaning)
    return remarks(build_deck(write_deck(folder, deck)))


def test_a_bad_question_is_beside_the_card_that_asks_it(tmp_path: Path) -> None:
    general, beside = remarks_on(tmp_path, "wall of a bastion")
    assert general == []
    gives = "gives away 'bastion'"
    assert {key for key, lines in beside.items() if gives in lines[0]} == set(beside)
    assert set(beside) == {"term/bastion/meaning", "term/bastion/term"}


def test_what_concerns_one_card_of_a_note_is_beside_that_card_alone(tmp_path: Path) -> None:
    """The meaning is too long an answer where it is asked for, not where the term is."""
    general, beside = remarks_on(tmp_path, " ".join(["wall of earth and stone"] * 6))
    assert general == []
    assert set(beside) == {"term/bastion/meaning"}


def test_a_warning_of_a_template_is_beside_all_its_cards(october: Build) -> None:
    (when,) = [c for c in october.note_types["event"].cards if c.name == "When"]
    shared = when.front_path.parent.parent / "shared"
    resolution = replace(
        october.resolution,
        problems=(
            Problem(Location(when.front_path, 2, 5), "of a front"),
            Problem(Location(shared / "calendars.html", 1, 1), "of a piece"),
            Problem(Location(shared.parent / "style.css", 3, 1), "of the style"),
        ),
    )
    general, beside = remarks(replace(october, resolution=resolution))
    assert [line.rpartition(": ")[2] for line in general] == ["of the style"]
    fronts = {key for key, lines in beside.items() if any("of a front" in line for line in lines)}
    pieces = {key for key, lines in beside.items() if any("of a piece" in line for line in lines)}
    assert fronts == {
        f"{note.label}/when"
        for note in october.deck.notes
        if note.kind == "event" and note.fields.get("Ask when")
    }
    assert fronts < pieces  # the calendar table is on more backs than this one
    assert {key.split("/")[0] for key in pieces} <= {"event", "quotation"}


def test_what_one_types_may_look_like_the_mark_of_a_sound(tmp_path: Path) -> None:
    """Anki's window puts in the buttons before it compares."""
    deck = swapped(
        "{term: bastion, meaning: part of a wall that juts out}",
        "{term: '[anki:play:q:0]', type_in: yes, meaning: a button, ask: [term]}",
    )
    _, back = shown(build_deck(write_deck(tmp_path, deck)), "term/bastion")
    assert "[anki:play:q:0]" in back
    assert "replay-button" not in back
