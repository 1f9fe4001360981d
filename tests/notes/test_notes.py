"""Notes: which fields, in what words; whatever the author writes is text, never markup."""

import html
import re
from collections import Counter
from pathlib import Path
from textwrap import dedent

import pytest
from anki.collection import Collection
from anki.sound import TTSTag

from flashgen.checks.cards import cards
from flashgen.deck.kinds import KINDS
from flashgen.deck.loader import load_curation
from flashgen.editions.words import text_of
from flashgen.errors import InputError
from flashgen.facts import resolve
from flashgen.maps.found import maps_of
from flashgen.media.found import read_media
from flashgen.note_types import load_note_types
from flashgen.notes.escape import attribute, escape
from flashgen.notes.note import Deck, Note
from flashgen.notes.writer import make_notes
from flashgen.package import write_package
from flashgen.reading import read_article
from flashgen.rules import find_mentions
from tests.conftest import import_package
from tests.media.made import png, put
from tests.small_deck import ARTICLE, DECK, draw_by_hand, write_deck

HEAD = DECK.partition("people:")[0]
FULL = """\
terms:
  bastion:
    term: bastion
    aliases: [bulwark]
    meaning: part of a wall that juts out
    literally: a thing built
    picture: {file: a.png, credit: me, license: CC0, alt: A field}
    ask: [meaning, term, picture]
people:
  brandt:
    name: Elias Brandt
    aliases: [Brandt, the Meek]
    who: mayor who gave up the keys
    born: 1650
    died: {julian: 1702-01-03}
    picture: {file: a.png, credit: me, license: CC0, alt: A field}
    ask: [name, description, life, picture]
places:
  sea-gate:
    name: Sea Gate
    kind: building
    what: way from the town to the harbour
    happened: Here the keys were handed over.
    today: a museum
    coordinates: [54.321, -10.5]
    picture: {file: a.png, credit: me, license: CC0, alt: A field}
    ask: [description, name, happened, today, map, picture]
events:
  surrender:
    title: The town surrenders
    what: The keys were handed over.
    date: {julian: 1700-02-29, gregorian: 1700-03-11}
    time: at dawn
    place: sea-gate
    people: [brandt]
    picture: {file: a.png, credit: me, license: CC0, alt: A field}
    ask: [when, what, new-style, old-style, place, picture]
quotations:
  take-them:
    text: Take them and spare the town.
    speaker: brandt
    to: the king
    missing: spare the town
    date: 1700-03-11
    occasion: handing over the keys
    ask: [speaker, missing, when, occasion, to]
questions:
  bread:
    question: What did the mayor count when he had shut the Sea Gate?
    answer: The bread
"""


def notes(folder: Path, facts: str, head: str = HEAD, article: str = ARTICLE) -> dict[str, Note]:
    """The notes of the curated facts, by key."""
    write_deck(folder, head + dedent(facts), article)
    draw_by_hand(folder, "sea-gate", (54.321, -10.5))
    put(folder, "a.png", png())
    source = read_article(folder / "article.txt")
    curation = load_curation(folder / "deck.yaml")
    found = resolve(source, find_mentions(source), curation).facts
    curated = [fact for fact in found if fact.item.where.path.name == "deck.yaml"]
    maps, _ = maps_of(curation)
    files, _ = read_media(curation)
    return {note.key: note for note in make_notes(curated, curation, source, maps, files)}


def shown(note: Note) -> dict[str, str]:
    """The fields that say something of this fact, the switches and what all notes have aside."""
    common = ("Topic", "Source", "Map", "Picture", "Neighbours")
    return {k: v for k, v in note.fields.items() if k not in common and not k.startswith("Ask ")}


def test_the_fields_of_every_kind(tmp_path: Path) -> None:
    made = notes(tmp_path, FULL)
    assert shown(made["brandt"]) == {
        "Name": "Elias Brandt",
        "Also called": "the Meek",
        "Description": "mayor who gave up the keys",
        "Life": "1650 – 3 January 1702 (O.S.)",
    }
    assert shown(made["surrender"]) == {
        "Timeline": "1700-03-11 The town surrenders",
        "Event": "The keys were handed over.",
        "Date": "29 February/11 March 1700",
        "Old Style": "29 February 1700",
        "New Style": "11 March 1700",
        "Older calendar": "Old Style (Julian)",
        "Newer calendar": "New Style (Gregorian)",
        "Weekday": "Thursday",
        "Time": "at dawn",
        "Place": "Sea Gate",
        "People": "Elias Brandt",
    }
    assert shown(made["sea-gate"]) == {
        "Name": "Sea Gate",
        "Kind": "building",
        "Description": "way from the town to the harbour",
        "What happened": "Here the keys were handed over.",
        "Today": "a museum",
        "Coordinates": "54.32° N, 10.50° W",
    }
    assert shown(made["take-them"]) == {
        "Label": "Elias Brandt: Take them and spare the town.",
        "Quotation": "Take them and spare the town.",
        "Before gap": "Take them and ",
        "Missing words": "spare the town",
        "After gap": ".",
        "Speaker": "Elias Brandt",
        "To whom": "the king",
        "When": "11 March 1700",
        "Occasion": "handing over the keys",
    }
    assert shown(made["bastion"]) == {
        "Term": "bastion",
        "Also called": "bulwark",
        "Meaning": "part of a wall that juts out",
        "Literally": "a thing built",
    }
    assert shown(made["bread"]) == {
        "Question": "What did the mayor count when he had shut the Sea Gate?",
        "Answer": "The bread",
    }


def test_every_question_makes_its_card(tmp_path: Path) -> None:
    """Each word under ``ask:`` turns on one card, which shows a question and has an answer."""
    made, note_types = notes(tmp_path, FULL), load_note_types()
    asked = list(cards(list(made.values()), note_types))
    every = {kind.kind: len(kind.questions) for kind in KINDS}
    assert Counter(card.question.partition("/")[0] for card in asked) == every
    assert all(card.asks and card.answer for card in asked)


def test_anki_makes_the_same_cards(tmp_path: Path, collection: Collection) -> None:
    made, note_types = tuple(notes(tmp_path, FULL).values()), load_note_types()
    deck = Deck("siege", "The Siege", "", made)
    write_package(deck, note_types, tmp_path / "siege.apkg")
    assert import_package(collection, tmp_path / "siege.apkg") == len(made)
    asked = [collection.get_card(card) for card in collection.find_cards("deck:*")]
    assert sorted(card.template()["name"] for card in asked) == sorted(
        card.name for card in cards(made, note_types)
    )


def test_fields_are_those_of_the_note_types(tmp_path: Path) -> None:
    note_types = load_note_types()
    for note in notes(tmp_path, FULL).values():
        assert note.fields.keys() <= set(note_types[note.kind].fields)


def test_what_asks_nothing_is_no_note(tmp_path: Path) -> None:
    facts = (
        "people: {brandt: {name: Elias Brandt}}\nterms: {b: {term: bastion, meaning: x, ask: []}}"
    )
    assert notes(tmp_path, facts) == {}


@pytest.mark.parametrize(
    ("born", "died", "life"),
    [
        ("1650", "1702", "1650–1702"),
        ("1650", "1702-01-03", "1650 – 3 January 1702"),
        ("1650", "", "born 1650"),
        ("0063", "0114", "AD 63 – 114"),
        ("'-0062'", "0014", "63 BC – AD 14"),
        ("1600/1610", "../1649", "born 1600–1610, died 1649 or earlier"),
        ("1600/..", "1649", "born 1600 or later, died 1649"),
        ("'[1600,1601]'", "1649-05", "born 1600 or 1601, died May 1649"),
        ("", "1702", "died 1702"),
        ("1650~", "170X", "about 1650 – the 1700s"),
    ],
)
def test_the_years_of_a_life(tmp_path: Path, born: str, died: str, life: str) -> None:
    facts = f"people: {{b: {{name: Brandt, born: {born}, died: {died}, ask: [name], who: x}}}}"
    assert notes(tmp_path, facts)["b"].fields["Life"] == life


# --- where it stands ----------------------------------------------------------------------------

TERM = "terms: {b: {term: bastion, meaning: x%s}}"
PASSAGE = "The last <mark>bastion</mark> had fallen that morning, and the wall with it."


@pytest.mark.parametrize(
    ("more", "head", "source", "reference"),
    [
        pytest.param(
            "", HEAD, f"The Fall of the Harbour Town: {PASSAGE}", None, id="the article's title"
        ),
        pytest.param(
            "",
            HEAD + "source: {title: The Siege, author: M. van Holt}\n",
            f"The Siege (M. van Holt): {PASSAGE}",
            None,
            id="the title in deck.yaml",
        ),
        pytest.param(
            ", cite: the annals",
            HEAD,
            f"The Fall of the Harbour Town: {PASSAGE}",
            "the annals",
            id="both",
        ),
        pytest.param(
            ", cite: the annals, passage: [elephant, bastion]", HEAD, "the annals", None, id="cited"
        ),
    ],
)
def test_a_card_says_where_its_fact_stands(
    tmp_path: Path, more: str, head: str, source: str, reference: str | None
) -> None:
    fields = notes(tmp_path, TERM % more, head)["b"].fields
    assert fields["Source"] == source
    assert fields.get("Reference") == reference


def test_another_article_is_called_by_its_own_title(tmp_path: Path) -> None:
    """What deck.yaml says of its source is not said of the article that a user brings."""
    write_deck(tmp_path / "deck", HEAD + "source: {title: The Siege}\n" + TERM % "")
    other = tmp_path / "other.txt"
    other.write_text("The Bastions\n\nA bastion fell that night.\n")
    source, curation = read_article(other), load_curation(tmp_path / "deck" / "deck.yaml")
    facts = resolve(source, find_mentions(source), curation).facts
    (note,) = make_notes(facts, curation, source)
    assert note.fields["Source"] == "The Bastions: A <mark>bastion</mark> fell that night."


def test_tags_and_subdecks(tmp_path: Path) -> None:
    facts = FULL.replace("literally:", "tags: [walls, building]\n    literally:")
    assert {note.subdeck for note in notes(tmp_path, facts).values()} == {""}
    head = HEAD.replace("deck:\n", "deck:\n  subdecks: yes\n")
    made = notes(tmp_path / "other", facts, head)
    assert made["bastion"].tags == ("siege::terms", "siege::walls", "siege::building")
    assert {note.subdeck for note in made.values()} == {
        "People",
        "Events",
        "Places",
        "Quotations",
        "Terms",
        "Questions",
    }
    assert made["bastion"].where.line == 8


# --- text is text -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "a < b & c > d",
        "<script>alert(1)</script>",
        "&amp; is no ampersand",
        "<img src=x onerror=y>",
        "{{Name}} {{c1::gap}} {{#Ask}}",
        "[sound:bell.mp3] [anki:tts lang=en]bell[/anki:tts]",
        "[latex]x[/latex] [$]y[/$] [$$]z[/$$]",
        "[LaTeX]\\input{/etc/passwd}[/LaTeX] [LATEX]x[/LATEX] [Sound:a.mp3]",
        "\\(x\\) \\[y\\] \\(\\href{javascript:alert(1)}{z}\\)",
        "[[type:Name]] [type:Name] [[Type:nc:Name]]",
        "“quoted” 'single' \"double\"",
        "Łódź, Москва, 北京, 🏰",
        "C:\\new\\table",
    ],
)
def test_anki_shows_what_the_author_wrote(
    tmp_path: Path, collection: Collection, text: str
) -> None:
    """Anki's own renderer, on the front of the card and on its back."""
    quoted = text.replace("'", "''")
    facts = f"terms: {{b: {{term: bastion, meaning: '{quoted}'}}}}"
    made = tuple(notes(tmp_path, facts).values())
    deck = Deck("siege", "The Siege", "", made)
    write_package(deck, load_note_types(), tmp_path / "siege.apkg")
    import_package(collection, tmp_path / "siege.apkg")
    for card_id in collection.find_cards("deck:*"):
        card = collection.get_card(card_id)
        rendered = card.question() if card.template()["name"] == "Term" else card.answer()
        assert escape(text) in rendered
        shown = rendered.partition("</style>")[2].lower()
        for markup in ("[latex", "[$", "\\(", "\\[", "[[type:", "[sound:", "[anki:", "<img class"):
            assert markup not in shown
        assert not card.question_av_tags()
        assert not card.answer_av_tags()


def test_escaping_is_undone_by_reading() -> None:
    assert escape("a < b & [sound:x] [sic]") == "a &lt; b &amp; &#91;sound:x] [sic]"
    text = "C:\\new \\(x\\) [latex] [[type:Name]] 'a' \"b\""
    assert text_of(escape(text)) == html.unescape(attribute(text)) == text
    assert html.unescape(re.sub("<[^>]*>", "", escape(text))) == text


def test_no_element_stands_in_an_attribute() -> None:
    assert attribute('"><b>\\(x\\)') == "&quot;&gt;&lt;b&gt;\\(x\\)"


# --- choices of the author -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("deck", "fact", "typed"),
    [("", "", False), ("yes", "", True), ("yes", "no", False), ("no", "yes", True)],
)
def test_the_answer_can_be_typed(tmp_path: Path, deck: str, fact: str, typed: bool) -> None:
    head = HEAD.replace("  updated:", f"  type_in: '{deck}'\n  updated:")
    more = f", type_in: {fact}" if fact else ""
    made = tuple(notes(tmp_path, TERM % more, head).values())
    write_package(Deck("siege", "The Siege", "", made), load_note_types(), tmp_path / "siege.apkg")
    collection = Collection(str(tmp_path / "collection.anki2"))
    import_package(collection, tmp_path / "siege.apkg")
    (card_id,) = collection.find_cards("card:Term")
    assert ("[[type:Term]]" in collection.get_card(card_id).question()) == typed
    collection.close()


def test_what_is_spoken_as_it_is_written_says_its_language(
    tmp_path: Path, collection: Collection
) -> None:
    """It is typed as before: Anki compares the text alone."""
    more = ", read_aloud: {fr_FR: bastion}, type_in: yes"
    made = tuple(notes(tmp_path, TERM % more).values())
    write_package(Deck("siege", "The Siege", "", made), load_note_types(), tmp_path / "siege.apkg")
    import_package(collection, tmp_path / "siege.apkg")
    (shows_it,) = collection.find_cards("card:Meaning")
    card = collection.get_card(shows_it)
    assert '<span lang="fr-FR">bastion</span>' in card.question()
    assert "lang" not in collection.compare_answer(card.note()["Term"], "bastion")
    assert "typeBad" not in collection.compare_answer(card.note()["Term"], "bastion")


def test_a_foreign_name_is_read_aloud_in_its_language(
    tmp_path: Path, collection: Collection
) -> None:
    made = tuple(notes(tmp_path, TERM % ", read_aloud: {ru_RU: 'бастион <1>'}").values())
    write_package(Deck("siege", "The Siege", "", made), load_note_types(), tmp_path / "siege.apkg")
    import_package(collection, tmp_path / "siege.apkg")
    (asks_for_it,) = collection.find_cards("card:Term")
    (shows_it,) = collection.find_cards("card:Meaning")
    assert collection.get_card(asks_for_it).question_av_tags() == []
    for tags in (
        collection.get_card(asks_for_it).answer_av_tags(),
        collection.get_card(shows_it).question_av_tags(),
    ):
        (tag,) = tags
        assert isinstance(tag, TTSTag)
        assert (tag.lang, tag.field_text) == ("ru_RU", "бастион <1>")


@pytest.mark.parametrize(
    ("more", "complaint"),
    [
        (", type_in: perhaps", "'perhaps' is neither 'yes' nor 'no'"),
        (", read_aloud: {russian: a}", "is no language with words; give one language"),
        (", read_aloud: {ru_RU: a, fr_FR: b}", "is no language with words; give one language"),
        (", read_aloud: yes", "must be a mapping"),
        (", read_aloud: {ru_RU: ''}", "ru_RU: is empty; fill it in"),
    ],
)
def test_a_choice_that_is_none_is_refused(tmp_path: Path, more: str, complaint: str) -> None:
    with pytest.raises(InputError, match=re.escape(complaint)):
        notes(tmp_path, TERM % more)
