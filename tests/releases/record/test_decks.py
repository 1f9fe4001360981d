"""Which deck of Anki the cards are in: one, unless deck.yaml or the last release has others."""

from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection, ImportAnkiPackageRequest

from tests.conftest import Run, import_package
from tests.releases.record.look import FIRST, SECOND, at

KINDS = ("People", "Events", "Places", "Quotations", "Terms")


def decks(collection: Collection) -> set[str]:
    return {deck.name for deck in collection.decks.all_names_and_ids()} - {"Default"}


def say(deck: Path, line: str) -> None:
    path = deck / "deck.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("deck:\n", f"deck:\n  {line}\n", 1), encoding="utf-8")


def test_all_cards_are_in_one_deck_in_the_storys_order(
    deck: Path, tmp_path: Path, flashgen: Run, collection: Collection
) -> None:
    """With Anki's own options, nothing ticked: the first day begins with the first facts."""
    flashgen("build", deck, "-o", tmp_path / "1.apkg")
    import_package(collection, tmp_path / "1.apkg")
    (name,) = decks(collection)
    id_ = collection.decks.id_for_name(name)
    assert id_ is not None
    assert collection.decks.get_config(1) == collection.decks.config_dict_for_deck_id(id_)
    collection.decks.select(id_)
    queue = [
        collection.get_card(c.card.id)
        for c in collection.sched.get_queued_cards(fetch_limit=20).cards
    ]
    assert collection.db is not None
    positions = sorted(collection.db.list("SELECT DISTINCT due FROM cards"))
    assert {card.due for card in queue} == set(positions[: len({card.due for card in queue})])
    assert len({card.note_type()["name"] for card in queue}) > 1


def test_who_wants_subdecks_says_so(
    deck: Path, tmp_path: Path, flashgen: Run, collection: Collection
) -> None:
    say(deck, "subdecks: yes")
    flashgen("build", deck, "-o", tmp_path / "1.apkg")
    import_package(collection, tmp_path / "1.apkg")
    assert {name.rpartition("::")[2] for name in decks(collection)} >= set(KINDS)


def test_a_release_keeps_its_decks(
    deck: Path, tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(FIRST, monkeypatch)
    say(deck, "subdecks: yes")
    flashgen("release", deck, "-o", tmp_path / "1.apkg")
    path = deck / "deck.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("  subdecks: yes\n", ""), "utf-8")
    at(SECOND, monkeypatch)
    result = flashgen("build", deck, "-o", tmp_path / "2.apkg")
    assert (result.exit_code, result.stderr) == (0, "")
    assert (tmp_path / "2.apkg").read_bytes() == (tmp_path / "1.apkg").read_bytes()
    say(deck, "subdecks: no")
    result = flashgen("release", deck, "-o", tmp_path / "3.apkg")
    assert result.exit_code == 1
    assert "deck.subdecks: was otherwise" in result.stderr


def test_the_preset_is_ankis_own_but_for_what_it_says(
    deck: Path, tmp_path: Path, flashgen: Run, collection: Collection
) -> None:
    flashgen("build", deck, "-o", tmp_path / "1.apkg")
    options = collection._backend.get_import_anki_package_presets()
    options.with_deck_configs = True
    request = ImportAnkiPackageRequest(package_path=str(tmp_path / "1.apkg"), options=options)
    collection.import_anki_package(request)
    usual = collection.decks.get_config(1)
    assert usual is not None
    (preset,) = [c for c in collection.decks.all_config() if c["name"].startswith("flashgen")]
    assert dict(different(usual, preset)) == {
        "new.bury": True,
        "rev.bury": True,
        "newGatherPriority": 1,
        "newSortOrder": 1,
    }


def different(usual: Any, preset: Any, path: str = "") -> list[tuple[str, Any]]:
    """What two options have not in common, but for what tells one preset from another."""
    found = []
    for key in {*usual, *preset} - {"id", "mod", "name", "usn"}:
        if isinstance(usual.get(key), dict):
            found += different(usual[key], preset[key], f"{path}{key}.")
        elif usual.get(key) != preset.get(key):
            found.append((path + key, preset.get(key)))
    return found
