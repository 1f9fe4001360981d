"""Maps in real Anki: they arrive, stay, and come again when they changed."""

import re
from pathlib import Path

import pytest
from anki.collection import Collection

from flashgen.package import package_bytes
from flashgen.pipeline import build_deck
from flashgen.releases.record import write_record
from tests.conftest import import_package
from tests.maps.conftest import ARTICLE, DECK
from tests.small_deck import draw_by_hand, swapped, write_deck

SPOTS = {"petrograd": (59.94, 30.31), "kronstadt": (59.99, 29.77), "pskov": (57.82, 28.33)}


@pytest.fixture
def drawn(places: Path) -> Path:
    for name, spot in SPOTS.items():
        draw_by_hand(places, name, spot)
    return places


def packed(folder: Path, time: int) -> Path:
    made = build_deck(folder, time=time)
    path = folder / f"{time}.apkg"
    path.write_bytes(package_bytes(made.deck, made.note_types))
    return path


def sides(collection: Collection, key: str, card: str) -> tuple[str, str]:
    """The front and the back of a card, as Anki renders them."""
    (found,) = collection.find_cards(f'"{key}" "card:{card}"')
    rendered = collection.get_card(found).render_output()
    return rendered.question_text, rendered.answer_text


def test_maps_arrive_and_survive_a_second_import(drawn: Path, collection: Collection) -> None:
    import_package(collection, packed(drawn, 1_700_000_000))
    folder = Path(collection.media.dir())
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert set(files.values()) == {path.read_bytes() for path in (drawn / "maps").iterdir()}
    assert all(re.fullmatch(r"map-[0-9a-f]{16}\.svg", name) for name in files)
    assert not collection.media.check().unused
    assert not collection.media.check().missing
    import_package(collection, packed(drawn, 1_700_000_001))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == files


def test_a_map_drawn_anew_arrives_beside_the_old_one(drawn: Path, collection: Collection) -> None:
    import_package(collection, packed(drawn, 1_700_000_000))
    draw_by_hand(drawn, "kronstadt", SPOTS["kronstadt"], km=200)
    import_package(collection, packed(drawn, 1_700_000_001))
    assert "200 km wide" in sides(collection, "Name:Kronstadt", "Map")[0]
    assert len(collection.media.check().unused) == 1
    assert not collection.media.check().missing


def test_a_front_shows_the_map_and_gives_nothing_away(drawn: Path, collection: Collection) -> None:
    import_package(collection, packed(drawn, 1_700_000_000))
    front, back = sides(collection, "Name:Kronstadt", "Map")
    assert "Which place is marked?" in front
    assert '<img class="drawn" src="map-' in front
    assert "kronstadt" not in front.lower()
    assert "petrograd" not in front.lower()
    behind = back.partition("<hr id=answer>")[2]
    assert re.search(r"<b [^>]*>Kronstadt</b>", behind)
    assert re.search(r"<span>Petrograd</span>", behind)
    assert "GSHHG (Wessel and Smith 1996)" in behind


def test_an_event_shows_where_it_happened(drawn: Path, collection: Collection) -> None:
    import_package(collection, packed(drawn, 1_700_000_000))
    front, back = sides(collection, "Event:*tsar*", "When")
    assert "<img" not in front
    assert re.search(r'<img class="drawn" src="map-.*<b [^>]*>Pskov</b>', back)


def test_two_builds_are_equal_and_a_deck_without_maps_has_none(drawn: Path, tmp_path: Path) -> None:
    one, other = packed(drawn, 1_700_000_000).read_bytes(), packed(drawn, 1_700_000_000)
    assert one == other.read_bytes()
    bare = build_deck(write_deck(tmp_path / "bare", swapped(", map]", "]", DECK), ARTICLE))
    assert not bare.deck.media
    assert not any("Map" in note.fields for note in bare.deck.notes)


def test_a_place_that_comes_near_makes_no_note_newer(drawn: Path, collection: Collection) -> None:
    """It is a name more on the maps of others: what a learner wrote there stays."""
    import_package(collection, packed(drawn, 1_700_000_000))
    (note_id,) = collection.find_notes("Name:Petrograd")
    note = collection.get_note(note_id)
    note["My notes"] = "seen in 1998"
    collection.update_note(note)
    made = build_deck(drawn, time=1_700_000_000)
    write_record(made.record_path, made.record)
    with (drawn / "deck.yaml").open("a") as file:
        file.write(
            "  gatchina: {name: Gatchina, kind: city, what: a palace, cite: a guide, "
            "coordinates: [59.77, 30.1]}\n"
        )
    later = packed(drawn, 1_800_000_000)
    import_package(collection, later)
    assert collection.get_note(note_id)["My notes"] == "seen in 1998"
    assert collection.find_notes("Name:Gatchina")
    (fresh,) = [n for n in build_deck(drawn).deck.notes if n.key == "petrograd"]
    assert "<span>Gatchina</span>" in fresh.fields["Neighbours"]


def test_names_on_a_map_stand_side_by_side_or_not_at_all(drawn: Path) -> None:
    """Ten houses in one street are one spot to the eye: the first has its name there."""
    houses = "".join(
        f"  h{n}: {{name: House {n}, kind: building, what: a house, cite: a guide, "
        f"coordinates: [59.8, {30.5 + n / 1000:.3f}]}}\n"
        for n in range(10)
    )
    with (drawn / "deck.yaml").open("a") as file:
        file.write(houses)
    notes = {note.key: note for note in build_deck(drawn).deck.notes}
    named = re.findall(r"<span>(.*?)</span>", notes["petrograd"].fields["Neighbours"])
    assert named == ["Kronstadt", "House 0"]
