"""What a build says of maps, and what the command says without the data."""

from pathlib import Path

import pytest

from flashgen.maps import data
from flashgen.pipeline import build_deck
from tests.conftest import Run
from tests.maps.conftest import DECK
from tests.small_deck import draw_by_hand, swapped

PETROGRAD, KRONSTADT = (59.94, 30.31), (59.99, 29.77)


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in build_deck(folder).faults]


def test_a_card_without_its_map_cannot_be_released(places: Path, flashgen: Run) -> None:
    draw_by_hand(places, "petrograd", PETROGRAD)
    result = flashgen("release", places, "-o", places / "1.apkg")
    assert result.exit_code == 1
    assert (
        f"{places}/deck.yaml:17:3: fault: kronstadt: there is no map of it; draw the maps: "
        f"flashgen maps {places}\n"
    ) in result.output
    assert not (places / "1.apkg").exists()


def test_a_map_of_another_place_is_not_shown(places: Path) -> None:
    draw_by_hand(places, "petrograd", PETROGRAD)
    draw_by_hand(places, "kronstadt", (50, 20))
    made = build_deck(places)
    assert "kronstadt: its map shows another place" in faults(places)[0]
    (note,) = [note for note in made.deck.notes if note.key == "kronstadt"]
    assert "Map" not in note.fields


def test_what_is_no_map_of_ours_is_none(places: Path) -> None:
    draw_by_hand(places, "petrograd", PETROGRAD)
    draw_by_hand(places, "kronstadt", KRONSTADT).write_text("<svg></svg>")
    assert "kronstadt: there is no map of it" in faults(places)[0]


def test_two_marks_at_one_spot_are_a_question_with_two_answers(places: Path) -> None:
    (places / "deck.yaml").write_text(swapped("[59.99, 29.77]", "[59.945, 30.32]", DECK))
    draw_by_hand(places, "petrograd", PETROGRAD)
    draw_by_hand(places, "kronstadt", (59.945, 30.32))
    (fault,) = faults(places)
    assert "kronstadt: marked on the map where 'petrograd' is; ask 'map' of one of them" in fault


def test_without_the_data_the_command_names_it(
    places: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "_PACKAGE", "mpl_toolkits.no_such_data")
    data._content.cache_clear()
    data._index.cache_clear()
    result = flashgen("maps", places)
    assert result.exit_code == 1
    assert result.output == (
        "maps: there is no map data; install it: pip install 'flashgen[maps]'\n"
    )
    assert not (places / "maps").exists()
