"""``flashgen check FILE.apkg``: anybody's cards, as real Anki renders them."""

from collections.abc import Callable
from pathlib import Path

import genanki
import pytest
from anki.collection import Collection
from click.testing import Result

from flashgen import library, steps
from flashgen.checks.cards import media_in
from flashgen.checks.catalogue import RULES
from flashgen.checks.packages import cards_of
from flashgen.errors import InputError
from tests.checks.made import made
from tests.editions.made import export
from tests.small_deck import DECK

Run = Callable[..., Result]
BASIC = genanki.Model(
    1,
    "Basic",
    fields=[{"name": name} for name in ("Front", "Back", "Extra")],
    templates=[
        {
            "name": "Card 1",
            "qfmt": "{{Front}}",
            "afmt": "{{Front}}<hr id=answer>{{Back}}<p>{{Extra}}",
        },
    ],
)
TYPED = genanki.Model(
    2,
    "Typed",
    fields=[{"name": name} for name in ("Front", "Info", "Back")],
    templates=[
        {
            "name": "Card 1",
            "qfmt": "{{Front}} {{type:Back}} [sound:a.mp3]",
            "afmt": "{{FrontSide}} {{Info}} <div id='answer'>{{Back}}</div>",
        },
    ],
)


def package(path: Path, *notes: genanki.Note) -> Path:
    deck = genanki.Deck(3, "Somebody's")
    for note in notes:
        deck.add_note(note)
    genanki.Package(deck).write_to_file(path)
    return path


def basic(front: str, back: str, extra: str = "") -> genanki.Note:
    return genanki.Note(BASIC, [front, back, extra])


def rules(path: Path) -> list[tuple[str, str]]:
    """What is found: the rule, and the note."""
    return [(each.rule, each.message.partition(":")[0]) for each in library.check(path)]


def test_a_card_is_read_as_anki_shows_it(tmp_path: Path) -> None:
    (card,) = cards_of(
        package(tmp_path / "a.apkg", basic("<b>Who</b> led&nbsp;it?", "Grant &amp; Co"))
    )
    assert (card.note, card.name) == ("Who led it?", "Card 1")
    assert (card.front, card.answer, card.answer_field) == ("Who led it?", "Grant & Co", "Back")


def test_the_answer_stands_where_anki_s_mark_is(tmp_path: Path) -> None:
    path = package(tmp_path / "a.apkg", genanki.Note(TYPED, ["Who led it?", "a hint", "Grant"]))
    (card,) = cards_of(path)
    assert (card.answer, card.media) == ("Grant", ())
    assert card.front == "Who led it?"


def test_a_cloze_asks_for_its_hidden_words(tmp_path: Path) -> None:
    text = "{{c1::Grant}} took {{c2::Vicksburg::a town}} in 1863"
    path = package(tmp_path / "a.apkg", genanki.Note(genanki.CLOZE_MODEL, [text, ""]))
    first, second = cards_of(path)
    assert (first.front, first.answer) == ("[...] took Vicksburg in 1863", "Grant")
    assert (second.front, second.answer) == ("Grant took [a town] in 1863", "Vicksburg")
    assert rules(path) == []


def test_rules_that_need_no_article_judge_it(tmp_path: Path) -> None:
    path = package(
        tmp_path / "a.apkg",
        basic("Which general took Vicksburg?", "Grant"),
        basic("Which general took  Vicksburg", "Sherman"),
        basic("Did Grant take Vicksburg?", "Yes"),
        basic("What was Grant's tomb for?", "Grant"),
        basic("Which states seceded first?", "Georgia, Florida, Texas and Alabama"),
        basic("When did he take the town?", "1863"),
        basic("Whom did they call the Rock?", " ".join(["Thomas"] * 26)),
        basic("&nbsp;", "1864"),
        basic("In which year was Atlanta burned?", "&nbsp;"),
        basic("In which year was Richmond burned?", ""),
    )
    assert rules(path) == [
        ("empty-front", "1864"),
        ("empty-answer", "In which year was Atlanta burned?"),
        ("empty-answer", "In which year was Richmond burned?"),
        ("answer-on-front", "What was Grant's tomb for?"),
        ("same-question", "Which general took Vicksburg"),
        ("long-answer", "Whom did they call the Rock?"),
        ("list-answer", "Which states seceded first?"),
        ("yes-or-no", "Did Grant take Vicksburg?"),
        ("dangling-word", "When did he take the town?"),
        ("dangling-word", "Whom did they call the Rock?"),
    ]


@pytest.mark.parametrize(
    ("front", "back", "found"),
    [
        ("Varda", "The town of Varda gave up its keys", []),
        ("New Varda", "Varda", []),
        ("Varda", "Varda", ["answer-on-front"]),
        ("Siege of 1700", "1700", ["answer-on-front"]),
        ("The town that Varda was built beside", "Varda", ["answer-on-front"]),
        ("Bastion", "bastion wall", ["gives-away"]),
    ],
)
def test_a_name_that_stands_alone_is_what_the_card_is_about(
    front: str, back: str, found: list[str], tmp_path: Path
) -> None:
    assert [rule for rule, _ in rules(package(tmp_path / "a.apkg", basic(front, back)))] == found


def test_words_of_a_template_are_an_answer_and_a_front_alone_is_none(tmp_path: Path) -> None:
    model = genanki.Model(
        4,
        "True or not",
        fields=[{"name": name} for name in ("Front", "Why")],
        templates=[
            {
                "name": "Card 1",
                "qfmt": "{{Front}}",
                "afmt": "{{FrontSide}}<hr id=answer>So. {{Why}}",
            },
            {"name": "Card 2", "qfmt": "{{Front}}?", "afmt": "{{FrontSide}}<hr>{{Why}}"},
        ],
    )
    path = package(tmp_path / "a.apkg", genanki.Note(model, ["Grant took Vicksburg.", ""]))
    (problem,) = (each for each in library.check(path) if each.rule == "empty-answer")
    assert "card 'Card 2': the answer is empty; fill in 'Why'" in problem.message


def test_pictures_tell_fronts_apart_and_answer(tmp_path: Path) -> None:
    path = package(
        tmp_path / "a.apkg",
        basic('<img src="grant.jpg">', "Grant"),
        basic('<img src="lee.jpg">', "Lee"),
        basic("What did the flag look like?", '<img src="flag.svg">'),
    )
    assert rules(path) == []
    again = package(
        tmp_path / "b.apkg",
        basic('<img src="lee.jpg">', "Lee"),
        basic('<img alt="" src="lee.jpg">', "R. E. Lee"),
    )
    assert [rule for rule, _ in rules(again)] == ["same-question"]


@pytest.mark.parametrize("legacy", [True, False])
def test_what_anki_exports_is_read(collection: Collection, legacy: bool, tmp_path: Path) -> None:
    note = collection.new_note(collection.models.by_name("Basic"))
    note["Front"], note["Back"] = "Did Grant win?", "yes"
    collection.add_note(note, collection.decks.id("Default"))
    path = export(collection, tmp_path / "a.apkg", legacy=legacy)
    assert [rule for rule, _ in rules(path)] == ["yes-or-no"]


def test_our_own_package_is_judged_like_its_deck(tmp_path: Path) -> None:
    deck = DECK.partition("people:")[2].replace("part of a wall that juts out", "a bastion's wall")
    build = made(tmp_path / "deck", f"people:{deck}")
    package_ = tmp_path / "a.apkg"
    steps.write_build(build, package_)
    of_cards = {rule.name for rule in RULES if rule.judges_packages}
    found = [each for each in build.problems if each.rule in of_cards]
    assert [rule for rule, _ in rules(package_)] == [each.rule for each in found]
    assert found


def test_check_prints_the_package_s_findings(tmp_path: Path, flashgen: Run) -> None:
    path = package(tmp_path / "a.apkg", basic("Did Grant win?", "Yes"))
    result = flashgen("check", path)
    assert (result.exit_code, result.stdout) == (0, f"{path}: 1 card, 1 hint\n")
    assert result.stderr == (
        f"{path}: hint: Did Grant win?: card 'Card 1': the answer is 'Yes'; ask for what is so "
        "[yes-or-no]\n"
    )
    assert flashgen("check", path, "--article", "x.txt").exit_code == 2


def test_what_is_no_package_is_one_line(tmp_path: Path, flashgen: Run) -> None:
    path = tmp_path / "a.apkg"
    for content in (None, b"", b"PK no zip"):
        if content is not None:
            path.write_bytes(content)
        result = flashgen("check", path)
        assert (result.exit_code, result.stdout) == (1, "")
        assert len(result.stderr.splitlines()) == 1
        assert result.stderr.startswith(f"{path}: ")
        with pytest.raises(InputError):
            library.check(path)


def test_the_media_of_a_field_are_found_whatever_else_it_holds() -> None:
    field = '<img alt="a" src="a.png"> [sound:b.mp3] <IMG src=c.png><img alt="none">'
    assert media_in([field]) == ("a.png", "b.mp3", "c.png")
    # Looked for from each beginning, these would take minutes.
    assert media_in(["<img " * 100_000, "[sound:" * 100_000]) == ()
