"""Pushes, one after the other: whose words a field shows in the end, in real Anki."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from anki.collection import Collection
from anki.notes import Note

from flashgen.ankiconnect import import_package
from tests.ankiconnect.stand_in import stand_in
from tests.conftest import Run
from tests.small_deck import DECK, MOAT, swapped, write_deck

NAME = "The Siege"
JUTS, STANDS = "part of a wall that juts out", "part of a wall that stands out"
MINE = "a corner of the wall, in my words"


class Pushed:
    """A deck folder and the collection that it is pushed into."""

    def __init__(self, folder: Path, run: Run) -> None:
        self.path, self.deck, self.run = folder / "collection.anki2", folder / "deck", run

    def push(self, text: str = DECK, *options: str) -> str:
        write_deck(self.deck, text)
        with stand_in(self.path) as url:
            result = self.run("push", self.deck, "--url", url, *options)
        assert (result.exit_code, result.stderr) == (0, "")
        return str(result.stdout)

    def imports(self, package: Path) -> None:
        with stand_in(self.path) as url:
            import_package(package, url=url)

    def releases(self, text: str) -> Path:
        package = self.deck.with_suffix(".apkg")
        made = self.run("release", write_deck(self.deck, text), "-o", package)
        assert made.exit_code == 0, made.output
        return package

    @contextmanager
    def open(self) -> Iterator[Collection]:
        with closing(Collection(str(self.path))) as collection:
            yield collection

    def edit(self, change: Callable[[Note], None], term: str = "bastion") -> None:
        with self.open() as collection:
            note = collection.get_note(collection.find_notes(f"Term:{term}")[0])
            change(note)
            collection.update_note(note)

    def field(self, name: str = "Meaning", term: str = "bastion") -> str:
        with self.open() as collection:
            return str(collection.get_note(collection.find_notes(f"Term:{term}")[0])[name])

    def count(self, search: str = "") -> int:
        with self.open() as collection:
            return len(collection.find_notes(search))


@pytest.fixture
def pushed(tmp_path: Path, flashgen: Run) -> Pushed:
    return Pushed(tmp_path, flashgen)


def write(name: str, text: str) -> Callable[[Note], None]:
    return lambda note: note.__setitem__(name, text)


def test_the_first_push_imports_the_deck_and_says_so(pushed: Pushed) -> None:
    assert "not in Anki before" in pushed.push()
    assert pushed.count(f'"deck:{NAME}"') == 5
    assert pushed.push().startswith(f"{NAME}: notes: 5 as they were\n")


def test_a_dry_run_changes_nothing_anywhere(pushed: Pushed) -> None:
    said = pushed.push(DECK, "--dry-run")
    assert said.startswith(f"{NAME} (a dry run: nothing is changed): 5 notes")
    assert pushed.count() == 0
    assert not (pushed.deck / "release.json").exists()
    pushed.push()
    said = pushed.push(swapped(JUTS, STANDS) + MOAT, "--dry-run")
    assert "  term/bastion: Meaning: part of a wall that [-juts-] {+stands+} out\n" in said
    assert "  term/moat: new\n" in said
    assert (pushed.field(), pushed.count()) == (JUTS, 5)


def test_each_draft_arrives_and_so_does_the_way_back(pushed: Pushed) -> None:
    for meaning in (JUTS, STANDS, "an outwork", JUTS):
        pushed.push(swapped(JUTS, meaning))
        assert pushed.field() == meaning


def test_what_only_the_learner_changed_stays(pushed: Pushed) -> None:
    pushed.push()
    pushed.edit(write("Meaning", MINE))
    said = pushed.push(swapped("term: bastion,", "term: bastion, literally: a little fort,"))
    assert "  term/bastion: Meaning: stays as you wrote it\n" in said
    assert (pushed.field(), pushed.field("Literally")) == (MINE, "a little fort")
    pushed.edit(write("Literally", ""))
    pushed.push(swapped("term: bastion,", "term: bastion, literally: a little fort,") + MOAT)
    assert pushed.field("Literally") == ""


def test_where_both_changed_a_field_the_correction_comes_and_the_words_are_shown(
    pushed: Pushed,
) -> None:
    pushed.push()
    pushed.edit(write("Meaning", MINE))
    pushed.edit(write("My notes", "seen in Naarden"))
    said = pushed.push(swapped(JUTS, STANDS))
    assert pushed.field() == STANDS
    assert pushed.field("My notes") == "seen in Naarden"
    (line,) = (line for line in said.splitlines() if "term/bastion" in line)
    assert line.endswith("(in place of your words)")
    assert "my" in line


def test_a_package_imported_between_two_pushes_is_no_edit_of_the_learners(
    pushed: Pushed,
) -> None:
    pushed.push()
    package = pushed.releases(swapped(JUTS, STANDS))
    with pushed.open() as collection:
        # What was pushed is of this minute, and the release must be newer.
        collection.db.execute("UPDATE notes SET mod = 1")
    pushed.imports(package)
    assert pushed.field() == STANDS
    pushed.push(DECK)
    assert pushed.field() == JUTS


def test_a_note_that_the_learner_deleted_is_not_made_again(pushed: Pushed) -> None:
    pushed.push()
    with pushed.open() as collection:
        collection.remove_notes(collection.find_notes("Term:bastion"))
    for text in (DECK, swapped(JUTS, STANDS) + MOAT):
        assert "  term/bastion: you deleted it, and it is not made again\n" in pushed.push(text)
    assert (pushed.count("Term:bastion"), pushed.count("Term:moat")) == (0, 1)


def test_a_deck_that_the_learner_deleted_whole_comes_when_it_is_pushed(pushed: Pushed) -> None:
    pushed.push()
    with pushed.open() as collection:
        collection.remove_notes(collection.find_notes(""))
    pushed.push()
    assert pushed.count() == 5


def test_cards_are_found_in_whatever_deck_they_lie(pushed: Pushed) -> None:
    pushed.push()
    with pushed.open() as collection:
        deck = collection.decks.id('Mine: "*_" or\\so::of walls')
        assert deck is not None
        collection.set_deck(collection.find_cards("Term:bastion"), deck)
        cram = collection.decks.new_filtered("Cram")
        collection.decks.get(cram)
        filtered = collection.sched.get_or_create_filtered_deck(cram)
        del filtered.config.search_terms[1:]
        filtered.config.search_terms[0].search = "tag:siege::people"
        collection.sched.add_or_update_filtered_deck(filtered)
    later = swapped("who gave up the keys", "who kept the keys", swapped(JUTS, STANDS))
    pushed.push(later)
    assert pushed.field() == STANDS
    with pushed.open() as collection:
        (person,) = collection.find_notes("tag:siege::people")
        assert "kept the keys" in "".join(collection.get_note(person).fields)


def test_new_notes_come_without_the_decks_options_being_touched(pushed: Pushed) -> None:
    pushed.push()
    with pushed.open() as collection:
        mine = collection.decks.add_config("mine")
        for deck in collection.decks.all():
            deck["conf"] = mine["id"]
            collection.decks.save(deck)
    pushed.push(DECK + MOAT)
    with pushed.open() as collection:
        (card, *_) = collection.find_cards("Term:moat")
        deck_id = collection.get_card(card).did
        assert collection.decks.config_dict_for_deck_id(deck_id)["name"] == "mine"


def test_a_style_that_the_learner_changed_stays_until_the_author_changes_it(
    pushed: Pushed,
) -> None:
    pushed.push()

    def style() -> str:
        with pushed.open() as collection:
            model = collection.models.by_name("flashgen Term")
            assert model is not None
            return str(model["css"])

    theirs = style()
    with pushed.open() as collection:
        model = collection.models.by_name("flashgen Term")
        assert model is not None
        model["css"] += "\n.card { color: teal }"
        collection.models.update_dict(model)
    assert "flashgen Term: style: stays as you made it" in pushed.push()
    assert style().endswith("teal }")
    (pushed.deck / "templates").mkdir()
    own = theirs.replace("</style>", "") + "\n.card { letter-spacing: 1px }\n"
    (pushed.deck / "templates" / "style.css").write_text(own, encoding="utf-8")
    said = pushed.push()
    assert "flashgen Term: new look: style" in said
    assert "letter-spacing: 1px" in style()
    assert "teal" not in style()


def test_a_medium_that_changed_is_stored_anew(pushed: Pushed) -> None:
    templates = pushed.deck / "templates"
    (templates / "media").mkdir(parents=True)
    picture = templates / "media" / "_wall.svg"
    css = ".card { background-image: url('_wall.svg') }\n"
    (templates / "theme.css").write_text(css, encoding="utf-8")
    for color in ("red", "blue"):
        picture.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" fill="{color}"/>')
        pushed.push()
    with pushed.open() as collection:
        names = [p for p in Path(collection.media.dir()).iterdir() if "wall" in p.name]
    assert any("blue" in path.read_text(encoding="utf-8") for path in names)


@pytest.mark.parametrize("last", [STANDS, "an outwork"])
def test_who_has_an_older_release_gets_all_corrections_and_keeps_all_words(
    pushed: Pushed, last: str
) -> None:
    """Nothing was ever pushed there: the record knows what each release brought."""
    pushed.imports(pushed.releases(DECK))
    pushed.edit(write("Literally", "my own derivation"))
    for meaning in dict.fromkeys((STANDS, last)):
        pushed.releases(swapped(JUTS, meaning))
    said = pushed.push(swapped(JUTS, last))
    assert (pushed.field(), pushed.field("Literally")) == (last, "my own derivation")
    assert "in place of your words" not in said
    assert "  term/bastion: Literally: stays as you wrote it\n" in said


def test_who_has_an_older_release_and_deleted_a_note_gets_only_the_new_ones(
    pushed: Pushed,
) -> None:
    pushed.imports(pushed.releases(DECK))
    with pushed.open() as collection:
        collection.remove_notes(collection.find_notes("Term:bastion"))
    pushed.releases(swapped(JUTS, STANDS) + MOAT)
    said = pushed.push(swapped(JUTS, STANDS) + MOAT)
    assert "  term/moat: new\n" in said
    assert "  term/bastion: you deleted it, and it is not made again\n" in said
    assert (pushed.count("Term:bastion"), pushed.count("Term:moat")) == (0, 1)
