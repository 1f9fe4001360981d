"""Pictures, maps and sounds of one's own in real Anki: they arrive, are shown, and change."""

import re
from pathlib import Path

import pytest
from anki.collection import Card, Collection
from anki.sound import SoundOrVideoTag

from flashgen.package import package_bytes
from flashgen.pipeline import build_deck
from flashgen.releases.record import read_record
from tests.conftest import Run, import_package
from tests.media.made import DECK, png, put, wav, write_shown
from tests.small_deck import draw_by_hand, swapped


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return write_shown(tmp_path / "siege")


def packed(folder: Path, time: int = 1_700_000_000) -> Path:
    made = build_deck(folder, time=time)
    path = folder / f"{time}.apkg"
    path.write_bytes(package_bytes(made.deck, made.note_types))
    return path


def card(collection: Collection, search: str, name: str) -> Card:
    (found,) = collection.find_cards(f'"{search}" "card:{name}"')
    return collection.get_card(found)


def held(collection: Collection) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(collection.media.dir()).iterdir()}


def images(html: str) -> list[str]:
    return re.findall(r'<img src="([^"]+)"', html)


def test_a_picture_is_asked_and_its_credit_stands_behind(
    deck: Path, collection: Collection
) -> None:
    import_package(collection, packed(deck))
    asked = card(collection, "Name:*Brandt", "Picture")
    front, back = asked.question(), asked.answer()
    (shown,) = images(front)
    assert held(collection)[shown] == (deck / "media" / "Brandt.svg").read_bytes()
    assert "Who is this?" in front
    assert 'alt="A man with a tall hat"' in front
    assert "brandt" not in front.lower()
    answer = back.partition("<hr id=answer>")[2]
    assert images(answer) == [shown]
    assert ">own drawing, CC0 1.0</small>" in answer


def test_a_picture_that_is_not_asked_stands_on_the_back(deck: Path, collection: Collection) -> None:
    import_package(collection, packed(deck))
    told = card(collection, "Event:*keys*", "When")
    assert images(told.question()) == []
    picture, plan = images(told.answer())
    assert held(collection)[picture] == png()
    assert held(collection)[plan] == png(90, 90, 60), "the map of the place where it happened"
    assert ">Sea Gate<" in told.answer()


def test_a_map_of_one_s_own_takes_the_place_of_the_drawn_one(
    deck: Path, collection: Collection
) -> None:
    text = swapped("kind: building", "kind: building\n    coordinates: [54.3, 10.1]", DECK)
    (deck / "deck.yaml").write_text(text)
    draw_by_hand(deck, "sea-gate", (54.3, 10.1))
    import_package(collection, packed(deck))
    asked = card(collection, "Name:Sea*", "Map")
    (shown,) = images(asked.question())
    assert held(collection)[shown] == png(90, 90, 60)
    assert 'class="drawn"' not in asked.answer()
    assert not any(name.startswith("map-") for name in held(collection))


def test_a_sound_is_played_on_the_back_alone(deck: Path, collection: Collection) -> None:
    import_package(collection, packed(deck))
    asked = card(collection, "Name:*Brandt", "Name").render_output()
    assert asked.question_av_tags == []
    (tag,) = asked.answer_av_tags
    assert isinstance(tag, SoundOrVideoTag)
    assert held(collection)[tag.filename] == wav()
    assert "A bell" in asked.answer_text


def test_all_arrives_and_nothing_else_under_names_that_anki_keeps(
    deck: Path, collection: Collection
) -> None:
    put(deck, "spare.png", png(1))
    import_package(collection, packed(deck))
    files = held(collection)
    shown = ("Brandt.svg", "speech.wav", "keys.png", "plans/town.png")
    assert set(files.values()) == {(deck / "media" / name).read_bytes() for name in shown}
    assert all(re.fullmatch(r"(?:picture|sound)-[0-9a-f]{8,}\.[a-z]+", name) for name in files)
    checked = collection.media.check()
    assert (list(checked.unused), list(checked.missing)) == ([], [])


def test_a_changed_picture_arrives_with_the_next_release(
    deck: Path, collection: Collection, flashgen: Run
) -> None:
    flashgen("release", deck, "-o", deck / "1.apkg")
    import_package(collection, deck / "1.apkg")
    (before,) = images(card(collection, "Event:*keys*", "Picture").question())
    put(deck, "keys.png", png(20))
    told = flashgen("diff", deck).output
    assert re.search(r"Picture: \[-\[picture-\w+\.png\]-\]\s+\{\+\[picture-\w+\.png\]\+\}", told)
    assert "3 unchanged" in told
    released = flashgen("release", deck, "-o", deck / "2.apkg").output
    assert "0 notes new, 1 changed" in released
    import_package(collection, deck / "2.apkg")
    (after,) = images(card(collection, "Event:*keys*", "Picture").question())
    assert after != before
    assert held(collection)[after] == png(20)
    assert collection.media.check().unused == [before]


def test_a_file_of_another_name_changes_no_note(deck: Path, flashgen: Run) -> None:
    flashgen("release", deck, "-o", deck / "1.apkg")
    (deck / "media" / "keys.png").rename(deck / "media" / "the keys.PNG")
    (deck / "deck.yaml").write_text(swapped("keys.png", "the keys.PNG", DECK))
    record = read_record(deck / "release.json")
    assert build_deck(deck).record == record


def test_what_an_author_writes_of_a_picture_is_text(deck: Path, collection: Collection) -> None:
    text = DECK.replace("alt: A red field", """alt: '"><b>x</b> & [sound:a.mp3]'""")
    text = text.replace("credit: own drawing", "credit: '<i>A</i> & \\(B\\)'")
    (deck / "deck.yaml").write_text(text)
    import_package(collection, packed(deck))
    output = card(collection, "Event:*keys*", "Picture").render_output()
    assert output.question_av_tags == []
    assert 'alt="&quot;&gt;&lt;b&gt;x&lt;/b&gt; &amp; &#91;sound:a.mp3]">' in output.question_text
    assert "&lt;i&gt;A&lt;/i&gt; &amp; " in output.answer_text
    assert "\\(" not in output.answer_text


def test_two_builds_are_equal(deck: Path) -> None:
    one = packed(deck).read_bytes()
    assert packed(deck).read_bytes() == one


def test_sync_and_maps_leave_media_alone(deck: Path, flashgen: Run) -> None:
    before = {path: path.read_bytes() for path in (deck / "media").rglob("*.*")}
    assert flashgen("sync", deck).exit_code == 0
    assert {path: path.read_bytes() for path in (deck / "media").rglob("*.*")} == before
    assert build_deck(deck).deck.media


def test_a_fact_of_every_kind_shows_all_three_on_every_back(
    deck: Path, collection: Collection
) -> None:
    head = DECK.partition("people:")[0]
    media = "".join(
        f"\n    {key}: {{file: {file}, credit: me, license: CC0, alt: x}}"
        for key, file in (
            ("picture", "keys.png"),
            ("map", "plans/town.png"),
            ("sound", "speech.wav"),
        )
    )
    facts = f"""\
people:
  brandt:
    name: Elias Brandt
    who: the mayor{media}
events:
  fell:
    what: The bastion fell.
    date: 1700-03-11{media}
places:
  gate:
    name: Sea Gate
    kind: building
    what: way to the harbour{media}
quotations:
  take-them:
    text: Take them and spare the town
    speaker: brandt{media}
terms:
  bastion:
    term: bastion
    meaning: part of a wall{media}
questions:
  why:
    question: What had fallen that morning?
    answer: The bastion{media}
"""
    (deck / "deck.yaml").write_text(head + facts)
    import_package(collection, packed(deck))
    found = [collection.get_card(each) for each in collection.find_cards("deck:*")]
    assert {each.note_type()["name"].split()[1] for each in found} == {
        "Person", "Event", "Place", "Quotation", "Term", "Question",
    }  # fmt: skip
    files = held(collection)
    for each in found:
        back = each.render_output()
        shown = [files[name] for name in images(back.answer_text)]
        assert shown == [png(), png(90, 90, 60)], each.template()["name"]
        (tag,) = back.answer_av_tags
        assert isinstance(tag, SoundOrVideoTag)
        assert files[tag.filename] == wav()
        assert images(back.question_text) == []
