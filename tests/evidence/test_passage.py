"""The passage on a card proves what the card answers, and its words are marked."""

from pathlib import Path

import pytest

from flashgen.deck.loader import load_curation
from flashgen.evidence import Evidence
from flashgen.facts import resolve
from flashgen.notes.writer import make_notes
from flashgen.reading import read_article
from flashgen.rules import find_mentions
from tests.small_deck import DECK, write_deck

HEAD = DECK.partition("people:")[0]


def evidence(folder: Path, facts: str, article: str) -> Evidence:
    """Of the first fact of a deck.yaml beside an article."""
    write_deck(folder, HEAD + facts, f"The Town\n\n{article}\n")
    source = read_article(folder / "article.txt")
    curation = load_curation(folder / "deck.yaml")
    found = resolve(source, find_mentions(source), curation)
    first = min(found.facts, key=lambda fact: fact.item.where.line)
    assert first.evidence is not None
    return first.evidence


def marked(found: Evidence) -> list[str]:
    return [found.text[mark.start : mark.end] for mark in found.marks]


# --- which sentence -----------------------------------------------------------------------------

PLOT = (
    "Bonfires still burn for Thomas Knyvet and his men. Guy Fawkes was found in the cellar by "
    "Thomas Knyvet, a magistrate of Westminster, at midnight. Thomas Knyvet was made a baron."
)


@pytest.mark.parametrize(
    ("facts", "passage"),
    [
        pytest.param(
            "people: {k: {name: Thomas Knyvet, who: magistrate who found Guy Fawkes}}",
            "Guy Fawkes was found in the cellar by Thomas Knyvet, a magistrate of Westminster, "
            "at midnight.",
            id="not the first that names him",
        ),
        pytest.param(
            "people: {k: {name: Thomas Knyvet, who: somebody unheard of}}",
            "Bonfires still burn for Thomas Knyvet and his men.",
            id="the first of those that say as little",
        ),
        pytest.param(
            "people: {k: {name: Thomas Knyvet, who: magistrate, passage: made a baron}}",
            "Thomas Knyvet was made a baron.",
            id="the author's words win",
        ),
    ],
)
def test_the_sentence_that_says_most(tmp_path: Path, facts: str, passage: str) -> None:
    assert evidence(tmp_path, facts, PLOT).text == passage


def test_a_rare_word_says_more_than_common_ones(tmp_path: Path) -> None:
    article = (
        "The old town feared Brandt. The old town had a wall. The old town had a gate. "
        "A cobbler by trade was Brandt."
    )
    facts = "people: {b: {name: Brandt, who: cobbler of the old town}}"
    assert evidence(tmp_path, facts, article).text == "A cobbler by trade was Brandt."


def test_an_inflected_word_is_the_same_word(tmp_path: Path) -> None:
    article = "Brandt loved herrings. Brandt leads the Russian armies."
    facts = "people: {b: {name: Brandt, who: leader of an army of Russia}}"
    assert evidence(tmp_path, facts, article).text == "Brandt leads the Russian armies."


def test_the_date_of_an_event_is_in_its_passage(tmp_path: Path) -> None:
    """Though another sentence has more of its words."""
    article = (
        "The bastion fell and the town was burned, as everybody had feared. In May the king came. "
        "On 3 May 1700 it was all over for the town."
    )
    facts = "events: {e: {what: The bastion fell., date: {unspecified: 1700-05-03}}}"
    found = evidence(tmp_path, facts, article)
    assert found.text == "On 3 May 1700 it was all over for the town."
    assert marked(found) == ["3 May 1700"]


# --- two sentences ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "article", "passage"),
    [
        pytest.param(
            "terms: {m: {term: Mensheviks, meaning: those who would not govern without the middle "
            "classes}}",
            "In March the Mensheviks had the majority. Neither they nor others dared to govern "
            "without the middle classes. A third sentence speaks of the weather.",
            "In March the Mensheviks had the majority. Neither they nor others dared to govern "
            "without the middle classes.",
            id="the second points back",
        ),
        pytest.param(
            "events: {e: {what: A huge crowd heard Trotsky., date: {gregorian: 1917-11-04}}}",
            "On 4 November 1917 the speakers went all over the city. At the hall a huge crowd came "
            "to hear Trotsky.",
            "On 4 November 1917 the speakers went all over the city. At the hall a huge crowd came "
            "to hear Trotsky.",
            id="the first has the date and nothing else",
        ),
        pytest.param(
            "people: {k: {name: Kerensky, who: head of the government that was overthrown}}",
            "He was Kerensky, the head. Elsewhere a government was overthrown.",
            "He was Kerensky, the head.",
            id="the second is about others",
        ),
        pytest.param(
            "people: {k: {name: Kerensky, who: head of the government that was overthrown}}",
            "He was Kerensky, the head.\n\nIn the end his government was overthrown.",
            "He was Kerensky, the head.",
            id="the second is of another paragraph",
        ),
        pytest.param(
            "people: {k: {name: Kerensky, who: 'lawyer, premier', passage: [lawyer, premier]}}",
            "Kerensky was a lawyer. In July he became premier. Later he fled.",
            "Kerensky was a lawyer. In July he became premier.",
            id="the author's words stand in two",
        ),
    ],
)
def test_two_where_one_is_not_enough(
    tmp_path: Path, facts: str, article: str, passage: str
) -> None:
    assert evidence(tmp_path, facts, article).text == passage


FIRE = (
    "events: {e: {what: Marten Olsson burned the mill of Varda., date: {unspecified: 1700-05-03}}}"
)
SENT = "On 3 May 1700 the council sent for the watch."
WENT = "Captain Marten Olsson went out at noon."
BURNED = "There he burned the mill of Varda and all its corn."


@pytest.mark.parametrize(
    ("article", "passage"),
    [
        pytest.param(
            f"{SENT} {WENT} {BURNED} Nobody slept.",
            f"{SENT} {WENT} {BURNED}",
            id="with the one between them, which says who he was",
        ),
        pytest.param(
            f"{SENT} Much rain fell. Olsson burned the mill of Varda and all its corn.",
            f"{SENT} … Olsson burned the mill of Varda and all its corn.",
            id="without what says nothing of it",
        ),
        pytest.param(
            f"{SENT} {WENT} It was the day after, 4 May 1700. {BURNED}",
            SENT,
            id="not what is told of another day",
        ),
        pytest.param(f"{SENT} {WENT}\n\n{BURNED}", SENT, id="nor of elsewhere"),
    ],
)
def test_what_happened_is_shown_behind_its_date(tmp_path: Path, article: str, passage: str) -> None:
    assert evidence(tmp_path, FIRE, f"Old songs name Marten Olsson.\n\n{article}").text == passage


def test_a_passage_that_only_names_who_it_was_proves_nothing_of_what_he_did(tmp_path: Path) -> None:
    assert not evidence(tmp_path, FIRE, f"{SENT} {WENT}").proves
    assert evidence(tmp_path, FIRE, f"{SENT} {WENT} {BURNED}").proves


def test_names_that_are_most_of_what_happened_prove_it(tmp_path: Path) -> None:
    facts = FIRE.replace("burned the mill of Varda", "called himself Karl Brandt")
    article = f"{SENT} Olsson gave his name as Karl Brandt. Karl Brandt was dead."
    assert evidence(tmp_path, facts, article).proves


def test_a_word_that_begins_a_sentence_is_the_same_word(tmp_path: Path) -> None:
    """So that the sentence that explains it needs no other beside it."""
    article = "One feared the tollmen. Tollmen were clerks who took a coin for each barrel."
    facts = "terms: {t: {term: tollmen, meaning: clerks who took a coin for each barrel}}"
    found = evidence(tmp_path, facts, article)
    assert found.text == "Tollmen were clerks who took a coin for each barrel."
    assert marked(found)[0].startswith("Tollmen")


# --- quotations ---------------------------------------------------------------------------------

_TOWN = (
    "the town and all who live in it, for they have done nothing and own nothing but their looms "
    "and their hands"
)
SAID = "quotations: {q: {text: %s, speaker: brandt}}\npeople: {brandt: {name: Brandt, cite: x}}"


@pytest.mark.parametrize(
    ("text", "article", "passage"),
    [
        pytest.param(
            f"Take the keys and spare {_TOWN}",
            f"“Take the keys and spare {_TOWN},” Brandt said.",
            "“Take the keys … and their hands,” Brandt said.",
            id="a long one",
        ),
        pytest.param(
            f"Take the keys, all of them, at once, and spare {_TOWN}",
            f"“Take the keys, all of them, at once,” Brandt said, “and spare {_TOWN}.”",
            "“Take the keys, all of them, at once,” Brandt said, “and spare the … "
            "and their hands.”",
            id="an interrupted one",
        ),
        pytest.param(
            "Take the keys and spare the town and all who live in it",
            "“Take the keys and spare the town and all who live in it,” said Brandt.",
            "“Take the keys and spare the town and all who live in it,” said Brandt.",
            id="one that is read at a glance",
        ),
        pytest.param(
            f"take the keys and spare {_TOWN}",
            f"Brandt cried: they should take the keys and spare {_TOWN}.",
            "Brandt cried: they should take the keys … and their hands.",
            id="one without marks",
        ),
        pytest.param(
            "Spare the town",
            "Brandt rose to answer them. “Spare the town!”",
            "Brandt rose to answer them. “Spare the town!”",
            id="who speaks stands before it",
        ),
    ],
)
def test_a_quotation_is_not_printed_twice(
    tmp_path: Path, text: str, article: str, passage: str
) -> None:
    found = evidence(tmp_path, SAID % f"'{text}'", article)
    assert found.text == passage
    assert marked(found) == ["Brandt"]


def test_a_long_passage_is_cut_around_the_name(tmp_path: Path) -> None:
    article = f"A cobbler of Riga {'marched and marched, ' * 30}and met Brandt, and slept."
    found = evidence(tmp_path, "people: {b: {name: Brandt, who: cobbler of Riga}}", article)
    assert "met Brandt" in found.text
    assert marked(found) == ["Brandt"]


# --- what is marked -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "article", "runs"),
    [
        pytest.param(
            "people: {k: {name: P. N. Krasnov, who: Don Cossack general}}",
            "There he met General P. N. Krasnov, a Don Cossack.",
            ["General P. N. Krasnov, a Don Cossack"],
            id="one run over small words",
        ),
        pytest.param(
            "events: {e: {what: Sailors came into the palace., date: {gregorian: 1917-11-08}}}",
            "On 8 November 1917 the sailors, who were many, came into the Winter Palace at last.",
            ["8 November 1917 the sailors", "Winter Palace"],
            id="a name as a whole",
        ),
        pytest.param(
            "terms: {n: {term: Nobody, meaning: what nothing says}}",
            "Nobody came. The rest was silence.",
            ["Nobody"],
            id="the name at least",
        ),
    ],
)
def test_what_is_marked(tmp_path: Path, facts: str, article: str, runs: list[str]) -> None:
    assert marked(evidence(tmp_path, facts, article)) == runs


@pytest.mark.parametrize("name", ["V. I. Brandt", "A. Brandt", "L.D. Brandt", "Yu. M. Brandt"])
def test_a_mark_begins_with_a_names_first_initial(tmp_path: Path, name: str) -> None:
    facts = "people: {b: {name: Brandt, who: cobbler}}"
    found = evidence(tmp_path, facts, f"At that time {name} was a cobbler.")
    assert marked(found) == [f"{name} was a cobbler"]


def test_a_passage_of_many_words_has_few_marks(tmp_path: Path) -> None:
    article = "They knew Brandt here: as a cobbler; a baker; a sailor; a mayor; a smith; a thief."
    facts = "people: {b: {name: Brandt, who: cobbler and baker and sailor and mayor and smith}}"
    found = evidence(tmp_path, facts, article)
    assert len(found.marks) == 3
    assert "Brandt" in marked(found)


def test_marks_on_the_card_hold_text(tmp_path: Path) -> None:
    """What an article has in angle brackets stays text, within a mark and beside it."""
    facts = "people: {b: {name: Brandt, who: cobbler of <b>Riga</b>}}"
    folder = write_deck(
        tmp_path, HEAD + facts, "The Town\n\nR&D [sound:x]: Brandt, a <cobbler> of Riga & Co.\n"
    )
    source, curation = read_article(folder / "article.txt"), load_curation(folder / "deck.yaml")
    found = resolve(source, find_mentions(source), curation)
    (note,) = make_notes(found.facts, curation, source)
    assert note.fields["Source"] == (
        "The Town: R&amp;D &#91;sound:x]: <mark>Brandt, a &lt;cobbler&gt; of Riga</mark> &amp; Co."
    )


# --- two sentences that do not stand in a row ---------------------------------------------------

GUARD = "In 1637 Hugh Ashcombe came to Riga. It rained. All slept. On 3 May he burned the mill."


def test_two_sentences_near_each_other_are_shown_with_what_is_left_out_between_them(
    tmp_path: Path,
) -> None:
    facts = (
        "questions:\n  mill: {question: 'Who burned the mill in 1637?', answer: Hugh Ashcombe, "
        "passage: [Hugh Ashcombe, burned the mill]}\n"
    )
    found = evidence(tmp_path, facts, GUARD)
    assert found.text == "In 1637 Hugh Ashcombe came to Riga. … On 3 May he burned the mill."
    assert marked(found) == ["Hugh Ashcombe"]


def test_of_two_sentences_each_is_cut_where_both_are_too_long(tmp_path: Path) -> None:
    long = "and the weavers of the upper town sang of the river " * 8
    article = (
        f"Hugh Ashcombe came to Riga {long}then. It rained. He burned the mill of the upper town "
        f"{long}at noon."
    )
    facts = (
        "questions:\n  mill: {question: 'Who burned the mill?', answer: Hugh Ashcombe, "
        "passage: [Hugh Ashcombe, burned the mill]}\n"
    )
    found = evidence(tmp_path, facts, article)
    assert "Hugh Ashcombe" in found.text
    assert "burned the mill" in found.text
    assert len(found.text) < 450


def test_a_name_far_from_the_sentence_is_no_passage_with_it(tmp_path: Path) -> None:
    facts = (
        "questions:\n  mill: {question: 'Who burned the mill?', answer: Hugh Ashcombe, "
        "passage: [Hugh Ashcombe, burned the mill]}\n"
    )
    article = GUARD.replace("It rained. ", "It rained. " * 21)
    write_deck(tmp_path, HEAD + facts, f"The Town\n\n{article}\n")
    source = read_article(tmp_path / "article.txt")
    found = resolve(source, find_mentions(source), load_curation(tmp_path / "deck.yaml"))
    assert [p.message for p in found.problems if "passage" in p.message]
