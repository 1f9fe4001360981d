"""What real Anki makes of a package that the add-on imports.

The tests learn a deck, import its second version and look at what is left: by the stand-in, always,
and through the real add-on in Anki's own program where the environment names it (see program.py).
"""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from anki.collection import Collection

from flashgen.ankiconnect import import_package
from tests.ankiconnect.program import KEY, make_profile, needs_program, program
from tests.ankiconnect.server import complaint
from tests.ankiconnect.stand_in import stand_in
from tests.conftest import Run
from tests.small_deck import DECK, MOAT, write_deck


@dataclass(frozen=True)
class Anki:
    """An Anki that can be run with an add-on that listens; the collection is free in between."""

    collection: Path
    running: Callable[[], AbstractContextManager[str]]
    key: str = ""

    def push(self, package: Path) -> None:
        with self.running() as url:
            import_package(package, url=url, key=self.key)


@pytest.fixture(params=["the importer", "the program"])
def anki(request: pytest.FixtureRequest, tmp_path: Path) -> Anki:
    base = tmp_path / "anki"
    base.mkdir()
    if request.param == "the importer":
        path = base / "collection.anki2"
        return Anki(path, lambda: stand_in(path))
    port = make_profile(base, needs_program(), KEY)
    return Anki(base / "User 1" / "collection.anki2", lambda: program(base, port, KEY), KEY)


@dataclass(frozen=True)
class Seen:
    """What the learner has of the term 'bastion'."""

    meaning: str
    mine: str
    tags: tuple[str, ...]
    schedule: tuple[tuple[int, ...], ...]


def see(collection: Collection) -> Seen:
    (note_id,) = collection.find_notes("Term:bastion")
    note = collection.get_note(note_id)
    cards = [(card.id, card.did, card.ivl, card.reps, card.due) for card in note.cards()]
    return Seen(note["Meaning"], note["My notes"], tuple(note.tags), tuple(cards))


def learn(collection: Collection) -> None:
    """Answer a card of the term 'bastion', and write into the note."""
    card = collection.get_card(collection.find_cards("Term:bastion")[0])
    card.start_timer()
    collection.sched.answerCard(card, 4)
    note = card.note()
    note["My notes"] = "mine"
    note.tags.append("marked")
    collection.update_note(note)


@pytest.fixture
def versions(tmp_path: Path, flashgen: Run, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The small deck as first sent out and a version with a term reworded and another added."""
    later = DECK.replace("juts out", "stands out") + MOAT
    packages = []
    # Newer than what the learner writes today: Anki would keep that otherwise.
    times = ("1700000000", str(int(time.time()) + 3600))
    for number, text in enumerate((DECK, later), start=1):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", times[number - 1])
        packages.append(tmp_path / f"{number}.apkg")
        made = flashgen("build", write_deck(tmp_path / "deck", text), "-o", packages[-1])
        assert made.exit_code == 0, made.output
    return packages[0], packages[1]


def test_a_pushed_package_is_in_anki_and_a_second_push_adds_nothing(
    anki: Anki, versions: tuple[Path, Path]
) -> None:
    anki.push(versions[0])
    with closing(Collection(str(anki.collection))) as collection:
        counts = collection.note_count(), collection.card_count()
        assert len(collection.find_notes('"deck:The Siege"')) == counts[0] == 5
        learn(collection)
        before = see(collection)
    anki.push(versions[0])
    with closing(Collection(str(anki.collection))) as collection:
        assert (collection.note_count(), collection.card_count()) == counts
        assert see(collection) == before
    assert before.mine == "mine"
    assert sum(reps for *_, reps, _ in before.schedule) == 1


def test_a_newer_version_corrects_and_adds_and_keeps_what_was_learnt(
    anki: Anki, versions: tuple[Path, Path]
) -> None:
    first, second = versions
    anki.push(first)
    with closing(Collection(str(anki.collection))) as collection:
        learn(collection)
        before = see(collection)
    assert "juts out" in before.meaning
    anki.push(second)
    with closing(Collection(str(anki.collection))) as collection:
        after = see(collection)
        assert "stands out" in after.meaning
        assert after.schedule == before.schedule
        assert len(collection.find_notes("Term:moat")) == 1
        assert collection.note_count() == 6
        names = [entry.name for entry in collection.models.all_names_and_ids()]
        assert sum(name.startswith("flashgen ") for name in names) == 5


def test_the_order_of_the_story_comes_with_a_push(anki: Anki, versions: tuple[Path, Path]) -> None:
    """The presets that the learner has to tick in Anki's own window."""
    anki.push(versions[0])
    with closing(Collection(str(anki.collection))) as collection:
        deck = collection.decks.id_for_name("The Siege")
        assert collection.decks.config_dict_for_deck_id(deck)["name"].startswith("flashgen")


def test_what_anki_cannot_open_is_said_with_its_own_words(anki: Anki, package: Path) -> None:
    with anki.running() as url:
        message = complaint(package, url, key=anki.key)
    assert message.startswith("Anki: does not import siege.apkg: ")
    assert "Zip archive" in message
