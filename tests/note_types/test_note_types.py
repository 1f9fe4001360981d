"""Templates: layers over the built-in ones, and each mistake with file, line and column."""

from pathlib import Path

import pytest

from flashgen.errors import InputError
from flashgen.note_types import KINDS, builtin_templates, load_note_types, read_templates
from tests.note_types.layers import layer


def complaints(folder: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        load_note_types([folder])
    return [str(problem).removeprefix(f"{folder}/") for problem in caught.value.problems]


def test_every_card_stands_behind_its_switch() -> None:
    for note_type in load_note_types().values():
        for card in note_type.cards:
            assert card.front.startswith(f"{{{{#{card.switch}}}}}")
            assert card.front.endswith(f"{{{{/{card.switch}}}}}")


def test_every_note_type_has_room_for_the_learner_and_for_later() -> None:
    note_types = load_note_types()
    assert tuple(note_types) == KINDS
    for note_type in note_types.values():
        assert {"My notes", "Picture", "Map", "Sound", "Source", "Remark"} <= set(note_type.fields)


def test_the_contract_of_the_first_release_holds() -> None:
    """Fields and cards never change once a learner has them: Anki would refuse the update.

    The list stands here a second time on purpose; a new release may only name a spare one.
    """

    common = "Context, Hint, Picture, Sound, Remark, Source, Reference, Topic, Map, Neighbours"
    choices, spare = "Read aloud, Type in", "Spare 1, Spare 2, Spare 3, Spare 4"
    contract = {
        "person": (
            1795651200001,
            f"Name, Description, My notes, Also called, Life, {common}, {choices}, "
            f"Ask name, Ask description, Ask picture, Ask life, {spare}",
            "Name, Description, Picture, Life, Spare 1, Spare 2",
        ),
        "event": (
            1795651200002,
            f"Event, Date, My notes, Time, Weekday, Place, People, {common}, Old Style, New Style, "
            f"Older calendar, Newer calendar, Timeline, {choices}, Ask when, Ask what, "
            f"Ask New Style, Ask Old Style, Ask place, Ask picture, {spare}",
            "When, What, New Style, Old Style, Place, Picture, Spare 1, Spare 2",
        ),
        "place": (
            1795651200003,
            "Name, Description, My notes, Also called, Kind, What happened, Today, Coordinates, "
            f"{common}, {choices}, Ask description, Ask name, Ask what happened, "
            f"Ask today, Ask on the map, Ask picture, {spare}",
            "Description, Name, What happened, Today, Map, Picture, Spare 1, Spare 2",
        ),
        "quotation": (
            1795651200004,
            f"Quotation, Speaker, My notes, To whom, When, Occasion, {common}, Label, Before gap, "
            f"Missing words, After gap, {choices}, Ask speaker, Ask missing words, Ask when, "
            f"Ask occasion, Ask to whom, {spare}",
            "Speaker, Missing words, When, Occasion, To whom, Spare 1, Spare 2",
        ),
        "term": (
            1795651200005,
            f"Term, Meaning, My notes, Also called, Literally, {common}, {choices}, "
            f"Ask meaning, Ask term, Ask picture, {spare}",
            "Meaning, Term, Picture, Spare 1, Spare 2",
        ),
        "question": (
            1795651200006,
            f"Question, Answer, My notes, {common}, {choices}, Ask answer, {spare}",
            "Answer, Spare 1, Spare 2",
        ),
    }
    assert {
        kind: (t.id, ", ".join(t.fields), ", ".join(card.name for card in t.cards))
        for kind, t in load_note_types().items()
    } == contract


def test_a_file_in_a_layer_replaces_the_one_below_it(tmp_path: Path) -> None:
    upper = layer(tmp_path / "upper", "style.css", ".card { color: teal }\n")
    lower = layer(tmp_path / "lower", "style.css", ".card { color: red }\n")
    layer(lower, "theme.css", ".card { --ink: red }\n")
    layer(lower, "term/meaning.front.html", "<p>Explain {{Term}}</p>")
    term = load_note_types([upper, lower])["term"]
    assert term.css == ".card { --ink: red }\n\n.card { color: teal }\n"
    assert "<p>Explain {{Term}}</p>" in term.cards[0].front
    assert term.cards[1].front == load_note_types()["term"].cards[1].front


def test_a_kind_may_have_a_style_of_its_own_behind_that_of_all(tmp_path: Path) -> None:
    layer(tmp_path, "term/style.css", ".term { color: teal }\n")
    own, built_in = load_note_types([tmp_path]), load_note_types()
    assert own["term"].css == f"{built_in['term'].css}\n.term {{ color: teal }}\n"
    assert own["event"].css == built_in["event"].css


def test_what_is_wrong_in_the_style_of_a_kind_is_told(tmp_path: Path) -> None:
    layer(tmp_path, "term/style.css", ".term { color: var(--tael) }\n")
    (hint,) = read_templates([tmp_path]).hints
    assert str(hint).startswith(f"{tmp_path}/term/style.css:1:20: ")
    assert "nothing sets '--tael'" in str(hint)


def test_a_shared_piece_stands_in_every_card_that_includes_it(tmp_path: Path) -> None:
    layer(tmp_path, "shared/seal.html", "<b>{{Topic}}</b>")
    layer(tmp_path, "term/meaning.front.html", "{{> seal}} {{Term}}")
    front = load_note_types([tmp_path])["term"].cards[0].front
    assert front == "{{#Ask meaning}}\n<b>{{Topic}}</b> {{Term}}\n{{/Ask meaning}}"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("sort_field: Term", "sort_field: Trem", "no field 'Trem'; did you mean 'Term'?"),
        (
            'browser: "What is meant by {{Term}}',
            'browser: "{{Trem}}',
            "no field 'Trem' in term; did",
        ),
        ("switch: Ask term", "switch: Ask tern", "no field 'Ask tern'; did you mean 'Ask term'?"),
        ("- Literally ", "- Term ", "two fields are called 'Term'; call one of them otherwise"),
        (
            "- Literally ",
            "- term ",
            "two fields are called 'Term' and 'term', which is one name to",
        ),
        ("{name: Term,", "{name: Meaning,", "two cards are called 'Meaning'; call one of them"),
        ("{name: Term,", "{name: MEANING,", "two cards are called 'Meaning' and 'MEANING', which"),
        ("id: 1795651200005", "id: five", "'five' is no note type id"),
        ("id: 1795651200005", "id: 1795651200001", "1795651200001 is that of 'person'"),
    ],
)
def test_a_mistake_in_a_note_type_is_one_line(
    tmp_path: Path, old: str, new: str, complaint: str
) -> None:
    original = (builtin_templates() / "term/note-type.yaml").read_text(encoding="utf-8")
    assert old in original
    layer(tmp_path, "term/note-type.yaml", original.replace(old, new, 1))
    assert any(
        line.startswith("term/note-type.yaml:") and complaint in line
        for line in complaints(tmp_path)
    )


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder of templates, and no theme; the themes"):
        load_note_types([tmp_path / "none"])


def test_a_bare_word_names_a_theme_unless_a_folder_has_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    theme = (builtin_templates() / "themes" / "slate" / "theme.css").read_text(encoding="utf-8")
    assert load_note_types([Path("slate")])["term"].css.startswith(theme)
    layer(tmp_path / "slate", "theme.css", ".card { --ink: teal }\n")
    assert load_note_types([Path("slate")])["term"].css.startswith(".card { --ink: teal }\n")
    with pytest.raises(InputError, match="no such folder of templates"):
        load_note_types([Path("elsewhere/slate")])
