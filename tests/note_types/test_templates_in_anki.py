"""The templates in real Anki: every card renders, by day and with every choice made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from anki.collection import Collection
from anki.sound import TTSTag

from flashgen.errors import Location
from flashgen.note_types import load_note_types, themes
from flashgen.note_types.note_type import NoteType
from flashgen.notes.note import Deck, Note
from flashgen.package import package_bytes, write_package
from tests.conftest import import_package
from tests.note_types.layers import layer

if TYPE_CHECKING:
    from anki.cards import Card  # which cannot be imported before anki.collection

WHERE = Location(Path("deck.yaml"), 1)
SPOKEN = "[anki:tts lang=ru_RU]Сергей &amp; Ко[/anki:tts]"


def everything(note_type: NoteType, **choices: str) -> Note:
    """A note with something in every field, and so with every card."""
    fields = {name: f"the {name.lower()}" for name in note_type.fields} | {"Read aloud": ""}
    return Note(
        kind=note_type.kind,
        key="all",
        guid=f"guid-{note_type.kind}",
        subdeck="All",
        fields=fields | {name.replace("_", " "): value for name, value in choices.items()},
        tags=(),
        where=WHERE,
        modified=1_769_817_600,
    )


def imported(
    collection: Collection, tmp_path: Path, note_types: dict[str, NoteType], **choices: str
) -> dict[tuple[str, str], Card]:
    """The cards of notes with something in every field, by note type and card."""
    notes = tuple(everything(note_type, **choices) for note_type in note_types.values())
    write_package(Deck("all", "All", "", notes), note_types, tmp_path / "all.apkg")
    import_package(collection, tmp_path / "all.apkg")
    cards = [collection.get_card(card_id) for card_id in collection.find_cards("")]
    kinds = {note_type.name: kind for kind, note_type in note_types.items()}
    return {(kinds[card.note_type()["name"]], card.template()["name"]): card for card in cards}


@pytest.mark.parametrize("theme", ["", *themes()])
def test_anki_takes_every_note_type_and_shows_every_card(
    collection: Collection, tmp_path: Path, theme: str
) -> None:
    note_types = load_note_types([Path(theme)] if theme else [])
    cards = imported(collection, tmp_path, note_types, Read_aloud=SPOKEN)
    assert len(cards) == sum(len(note_type.cards) for note_type in note_types.values())
    for note_type in note_types.values():
        made = collection.models.get(note_type.id)
        assert made is not None
        collection.models.update_dict(made)  # raises where Anki finds a mistake
        assert made["css"] == note_type.css
    for (kind, name), card in cards.items():
        shown = {c.name: c for c in note_types[kind].cards}[name]
        for side in (card.question(), card.answer()):
            assert "has a problem" not in side
            assert "is blank" not in side
            assert "{{" not in side.partition("</style>")[2]
        # A date in two calendars is shown as both.
        answers = ["Old Style", "New Style"] if shown.answer == "Date" else [shown.answer]
        assert all(f"the {answer.lower()}" in card.answer() for answer in answers)


def test_the_editor_shows_what_a_learner_reads_and_writes(
    collection: Collection, tmp_path: Path
) -> None:
    imported(collection, tmp_path, load_note_types())
    for note_type in load_note_types().values():
        made = collection.models.get(note_type.id)
        assert made is not None
        folded = [field["collapsed"] for field in made["flds"]]
        names = [field["name"] for field in made["flds"]]
        assert folded == sorted(folded), "what is folded away comes last"
        shown = set(names[: folded.index(True)])
        assert names.index("My notes") == 2
        assert {"Context", "Hint", "Remark", "Source"} < shown
        assert not any(name.startswith(("Ask ", "Spare ")) for name in shown)
        assert len(shown) < 16


def test_an_answer_that_is_typed_is_compared_once(collection: Collection, tmp_path: Path) -> None:
    """Anki puts a comparison wherever it finds [[type:…]] on the back."""
    cards = imported(collection, tmp_path, load_note_types())
    asked = {key for key, card in cards.items() if "[[type:" in card.question()}
    assert asked == {
        ("person", "Name"),
        ("person", "Picture"),
        ("event", "Place"),
        ("place", "Name"),
        ("place", "Map"),
        ("place", "Picture"),
        ("quotation", "Speaker"),
        ("quotation", "Missing words"),
        ("term", "Term"),
        ("term", "Picture"),
        ("question", "Answer"),
    }
    for key, card in cards.items():
        assert card.answer().count("[[type:") == (key in asked)


def test_nothing_is_typed_where_nobody_chose_it(collection: Collection, tmp_path: Path) -> None:
    cards = imported(collection, tmp_path, load_note_types(), Type_in="")
    assert not any("[[type:" in card.question() + card.answer() for card in cards.values())


# A front by a designer, and whether Anki makes a card of it where the field "Hint" is empty.
FRONTS = {
    "{{text:Term}}": True,
    "{{hint:Term}}": True,
    "{{furigana:Term}}": True,
    "{{tts en_GB:Term}}": True,
    "<!-- {{Meaning}} {{#Hint}} --> {{Term}}": True,
    "{{ Term }}": True,
    "{{#Term}}<p>{{Term}}</p>{{/Term}}": True,
    "{{^Term}}{{Topic}}{{/Term}}{{Hint}}": False,
    "{{#Hint}}{{Term}}{{/Hint}}": False,
    "{{text:Hint}}": False,
}


@pytest.mark.parametrize(("front", "made"), FRONTS.items())
def test_the_cards_that_flashgen_counts_are_those_that_anki_makes(
    collection: Collection, tmp_path: Path, front: str, made: bool
) -> None:
    folder = layer(tmp_path / "layer", "term/meaning.front.html", front)
    types = load_note_types([folder])
    note = everything(types["term"], Hint="")
    cards = imported(collection, tmp_path, types, Hint="")
    assert ("Meaning" in {card.name for card in types["term"].cards_of(note)}) == made
    assert (("term", "Meaning") in cards) == made


def spoken(card: Card) -> tuple[list[TTSTag], list[TTSTag]]:
    output = card.render_output()
    return (
        [tag for tag in output.question_av_tags if isinstance(tag, TTSTag)],
        [tag for tag in output.answer_av_tags if isinstance(tag, TTSTag)],
    )


def test_words_are_read_aloud_in_their_own_language(collection: Collection, tmp_path: Path) -> None:
    """Once a card: with the name, on whichever side that is."""
    for (kind, name), card in imported(
        collection, tmp_path, load_note_types(), Read_aloud=SPOKEN
    ).items():
        front, back = spoken(card)
        said = [(tag.lang, tag.field_text) for tag in (*front, *back)]
        if not name.startswith("Spare"):
            assert said == [("ru_RU", "Сергей & Ко")], (kind, name)
        asks_for_name = name in {"Name", "Term", "Picture", "Map"}
        assert not (asks_for_name and front)


def test_nothing_is_read_aloud_where_nobody_chose_it(
    collection: Collection, tmp_path: Path
) -> None:
    cards = imported(collection, tmp_path, load_note_types())
    assert all(spoken(card) == ([], []) for card in cards.values())


def test_the_browser_lists_question_and_answer_on_one_line(
    collection: Collection, tmp_path: Path
) -> None:
    cards = imported(collection, tmp_path, load_note_types())
    collection.set_browser_card_columns(["question", "answer"])
    rows = {
        key: [cell.text for cell in collection._backend.browser_row_for_id(card.id).cells]
        for key, card in cards.items()
    }
    assert rows["event", "When"] == ["When? the event", "the date"]
    assert rows["quotation", "Missing words"] == [
        "the before gap[…]the after gap",
        "the missing words",
    ]
    for (kind, name), (question, answer) in rows.items():
        if not name.startswith("Spare"):
            assert "the topic" not in question, (kind, name)
            assert 0 < len(question) < 60
            assert answer not in question


# --- media --------------------------------------------------------------------------------------


def with_media(folder: Path, picture: str = "a picture") -> dict[str, NoteType]:
    """Note types that show a picture on one card, and a font on all."""
    layer(folder, "media/_seal.png", picture)
    layer(folder, "media/_Été hand.woff2", "a font")
    layer(folder, "theme.css", '@font-face { font-family: H; src: url("_Été hand.woff2") }')
    layer(folder, "term/meaning.front.html", '{{Term}}<img src="_seal.png" alt="">')
    return load_note_types([folder])


def media_of(collection: Collection) -> dict[str, str]:
    return {path.name: path.read_text() for path in Path(collection.media.dir()).iterdir()}


def test_media_travel_with_the_cards_that_show_them(collection: Collection, tmp_path: Path) -> None:
    note_types = with_media(tmp_path / "mine")
    cards = imported(collection, tmp_path, note_types)
    held = media_of(collection)
    assert sorted(held.values()) == ["a font", "a picture"]
    (picture,) = re.findall('<img src="([^"]+)"', cards["term", "Meaning"].question())
    assert held[picture] == "a picture"
    for card in cards.values():
        (font,) = re.findall(r'url\("([^"]+)"\)', card.question())
        assert held[font] == "a font"
    assert len(note_types["term"].media) == 2
    assert len(note_types["event"].media) == 1
    assert collection.media.check().unused == []
    assert collection.media.check().missing == []


def test_a_changed_picture_arrives_though_anki_never_replaces_a_file(
    collection: Collection, tmp_path: Path
) -> None:
    imported(collection, tmp_path, with_media(tmp_path / "mine"))
    changed = with_media(tmp_path / "mine", picture="a better picture")
    newer = {kind: replace(t, modified=2_000_000_000) for kind, t in changed.items()}
    card = imported(collection, tmp_path, newer)["term", "Meaning"]
    (picture,) = re.findall('<img src="([^"]+)"', card.question())
    assert media_of(collection)[picture] == "a better picture"


def test_the_same_media_give_the_same_bytes(tmp_path: Path) -> None:
    def built() -> Iterator[bytes]:
        for name in ("one", "two"):
            note_types = with_media(tmp_path / name)
            deck = Deck("all", "All", "", (everything(note_types["term"]),))
            yield package_bytes(deck, note_types)

    one, two = built()
    assert one == two


def test_anki_takes_names_in_other_capitals_for_one(collection: Collection) -> None:
    kind = collection.models.new("Basic")
    for name in ("Straße", "STRASSE"):
        collection.models.add_field(kind, collection.models.new_field(name))
    for name in ("When", "when"):
        card = collection.models.new_template(name)
        card["qfmt"] = f"{name}: {{{{Straße}}}}"
        collection.models.add_template(kind, card)
    made = collection.models.get(collection.models.add_dict(kind).id)
    assert made is not None
    assert [field["name"] for field in made["flds"]] == ["Straße", "STRASSE+"]
    assert [card["name"] for card in made["tmpls"]] == ["When", "when+"]
