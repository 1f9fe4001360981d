"""Facts: each with the passage that supports it, in the order of the story."""

from pathlib import Path
from textwrap import dedent

import pytest

from flashgen.deck.kinds import Quotation
from flashgen.deck.loader import load_curation
from flashgen.facts import Fact, Resolution, resolve
from flashgen.reading import read_article
from flashgen.rules import find_mentions
from tests.small_deck import ARTICLE, DECK, write_deck

HEAD = DECK.partition("people:")[0]


def resolution(folder: Path, facts: str, article: str = ARTICLE) -> Resolution:
    write_deck(folder, HEAD + dedent(facts), article)
    source = read_article(folder / "article.txt")
    curation = load_curation(folder / "deck.yaml")
    return resolve(source, find_mentions(source, year=curation.deck.year), curation)


def curated(found: Resolution) -> list[Fact]:
    return [fact for fact in found.facts if fact.item.where.path.name == "deck.yaml"]


def only(found: Resolution) -> Fact:
    (fact,) = curated(found)
    return fact


def passage(fact: Fact) -> str:
    return fact.evidence.text if fact.evidence else ""


# --- the passage --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "beginning", "paragraph"),
    [
        pytest.param(
            "people: {b: {name: Elias Brandt}}", "The mayor, Elias Brandt,", 1, id="a name"
        ),
        pytest.param(
            "people: {b: {name: Elias P. Brandt, aliases: [Brandt]}}",
            "The mayor, Elias Brandt,",
            1,
            id="an alias",
        ),
        pytest.param(
            "places: {g: {name: Sea Gate, kind: building}}", "The mayor, Elias", 1, id="a place"
        ),
        pytest.param("terms: {b: {term: bastion, meaning: x}}", "The last bastion", 2, id="a term"),
        pytest.param(
            "events: {e: {what: x, date: {julian: 1700-02-29, gregorian: 1700-03-11}}}",
            "“Take them and spare",
            2,
            id="a date in both calendars",
        ),
        pytest.param(
            "events: {e: {what: x, date: {julian: 1700-02-29}}}",
            "“Take them and spare",
            2,
            id="the same day in one of them",
        ),
        pytest.param(
            "events: {e: {what: x, date: {unspecified: 1700-05-03}}}",
            "The siege of the old town",
            1,
            id="a date of no calendar",
        ),
        pytest.param(
            "quotations: {q: {text: Take them and spare the town, voice: x}}",
            "“Take them and spare",
            2,
            id="a quotation",
        ),
        pytest.param(
            "quotations: {q: {text: 'take them, and spare', voice: x}}",
            "“Take them and spare",
            2,
            id="a part of a quotation, other stops",
        ),
        pytest.param(
            "people: {b: {name: Elias Brandt, passage: [Brandt, keys]}}",
            "“Take them and spare",
            2,
            id="the words of 'passage' win",
        ),
        pytest.param(
            "people: {b: {name: Elias Brandt, passage: [THE KING of, denmark]}}",
            "The siege of the old town",
            1,
            id="'passage' in other letters",
        ),
        pytest.param(
            "questions: {q: {question: 'What did Brandt hand over in 1700?', answer: The keys}}",
            "“Take them and spare",
            2,
            id="a question and its answer, in whatever forms",
        ),
        pytest.param(
            "questions: {q: {question: 'Who began the siege in 1700?', answer: the king}}",
            "The siege of the old town",
            1,
            id="most of a question's words",
        ),
        pytest.param(
            "questions: {q: {question: 'Why?', answer: The mayor's bread, passage: [bastion]}}",
            "The last bastion",
            2,
            id="the words of a question's 'passage' win",
        ),
    ],
)
def test_each_fact_has_its_passage(
    tmp_path: Path, facts: str, beginning: str, paragraph: int
) -> None:
    fact = only(resolution(tmp_path, facts))
    assert passage(fact).startswith(beginning)
    assert fact.evidence is not None
    assert fact.evidence.paragraph == paragraph


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param("people: {b: {name: Brand%s}}", id="a part of a word"),
        pytest.param("people: {b: {name: Anna Brandt%s}}", id="another first name"),
        pytest.param("terms: {g: {term: Harbour Town, meaning: x%s}}", id="only in a heading"),
        pytest.param("events: {e: {what: x, date: {julian: 1700-02-28}%s}}", id="another day"),
        pytest.param("quotations: {q: {text: Take us, voice: x%s}}", id="other words"),
        pytest.param(
            "terms: {b: {term: bastion, meaning: x, passage: [bastion, mayor]%s}}",
            id="words that stand in no sentence together",
        ),
    ],
)
def test_what_the_article_does_not_say_is_a_warning(tmp_path: Path, facts: str) -> None:
    found = resolution(tmp_path, facts % "")
    assert only(found).evidence is None
    (warning,) = found.problems
    assert str(warning.where).split(":")[1] == "6"
    cited = resolution(tmp_path, facts % ", cite: the annals")
    assert cited.problems == ()
    assert only(cited).evidence is None


def test_an_event_of_another_date_is_a_warning_though_its_passage_stands(tmp_path: Path) -> None:
    found = resolution(
        tmp_path, "events: {e: {what: x, date: {gregorian: 1700-07-01}, passage: [bastion]}}"
    )
    (warning,) = found.problems
    assert warning.message == (
        "e: the article has no date 1 July 1700; correct it, name the words of its 'passage', or "
        "'cite' where it stands"
    )


@pytest.mark.parametrize(
    ("names", "faults"),
    [
        ("name: William Holt", 1),
        ("name: Wilhelm Brandt, aliases: [Holt]", 1),
        ("name: William Holt, aliases: [Brandt]", 0),
        ("name: William Holt, cite: the annals", 0),
    ],
)
def test_whom_the_article_never_names_no_passage_supports(
    tmp_path: Path, names: str, faults: int
) -> None:
    found = resolution(tmp_path, f"people: {{h: {{{names}, passage: counted the bread}}}}")
    assert len(found.problems) == faults


@pytest.mark.parametrize(
    ("date", "supported"),
    [
        ("{julian: 1700-05}", True),
        ("{julian: 1700-05-01}", False),
        ("{julian: 1700-05-31}", False),
        ("{julian: 1700-05/1700-06}", False),
    ],
)
def test_a_month_supports_no_day_of_it(tmp_path: Path, date: str, *, supported: bool) -> None:
    """Nor does it support a longer time that begins with it."""
    text = "The mayor of the town fell ill in May 1700 (Old Style) and never rose again.\n"
    found = resolution(tmp_path, f"events: {{e: {{what: x, date: {date}}}}}", text)
    assert (only(found).evidence is not None) == supported
    assert len(found.problems) == (not supported)


def test_a_long_sentence_is_cut_around_what_it_supports(tmp_path: Path) -> None:
    article = f"They {'marched and marched, ' * 60}met Brandt, {'and marched on, ' * 60}and slept."
    words = passage(only(resolution(tmp_path, "people: {b: {name: Brandt}}", article)))
    assert len(words) < 450
    assert "met Brandt, and marched on" in words
    assert (words[:2], words[-2:]) == ("… ", " …")


def test_a_quotation_without_marks_is_found_by_its_words(tmp_path: Path) -> None:
    article = "He cried that they should take them and spare the town. They did."
    facts = "quotations: {q: {text: Take them and spare the town., voice: x}}"
    assert passage(only(resolution(tmp_path, facts, article))).startswith("He cried that")


@pytest.mark.parametrize(("written", "curated"), [("O’Neil", "O''Neil"), ("O'Neil", "O’Neil")])
def test_an_apostrophe_is_an_apostrophe(tmp_path: Path, written: str, curated: str) -> None:
    facts = f"people: {{o: {{name: 'Anna {curated}'}}}}"
    assert passage(only(resolution(tmp_path, facts, f"They met Anna {written} there."))) == (
        f"They met Anna {written} there."
    )


# --- who vouches --------------------------------------------------------------------------------


# --- what the rules found beyond deck.yaml ------------------------------------------------------

TALK = """\
The mayor, Elias Brandt, stood at the gate. “We have bread for a whole year,” said Brandt. “We
have water for two,” said the king's envoy. “We will not go before the winter,” Brandt said.
"""
BRANDT = "people: {brandt: {name: Elias Brandt, aliases: [Brandt]}}\n"


def quotations(found: Resolution) -> list[Quotation]:
    return [fact.item for fact in found.facts if isinstance(fact.item, Quotation)]


def test_a_quotation_by_a_curated_speaker_joins_the_deck(tmp_path: Path) -> None:
    found = quotations(resolution(tmp_path, BRANDT, TALK))
    assert [(q.text.rstrip(","), q.speaker, q.ask) for q in found] == [
        ("We have bread for a whole year", "brandt", ("speaker",)),
        ("We will not go before the winter", "brandt", ("speaker",)),
    ]


BOTH = """\
    people:
      brandt: {name: Elias Brandt, who: mayor, cite: a letter}
      roth: {name: Otto Roth, who: captain, cite: a letter}
    quotations:
      take: {text: Take the keys and go., SPEAKER}
    """


def other_speakers(folder: Path, article: str, speaker: str) -> list[str]:
    found = resolution(folder, BOTH.replace("SPEAKER", speaker), article)
    return [problem.message for problem in found.problems if problem.rule == "other-speaker"]


@pytest.mark.parametrize(
    ("article", "speaker"),
    [
        ("Elias Brandt wrote: “Take the keys and go.”", "speaker: roth"),
        ("“Take the keys and go,” Otto Roth was told by Brandt.", "speaker: roth"),
        ("Otto Roth heard Elias Brandt say, “Take the keys and go.”", "speaker: roth"),
        ("“Take the keys,” said Elias Brandt, “and go.”", "voice: Otto Roth"),
    ],
)
def test_a_quotation_of_somebody_else_is_a_hint(tmp_path: Path, article: str, speaker: str) -> None:
    (message,) = other_speakers(tmp_path, f"Elias Brandt met Otto Roth. {article}", speaker)
    assert "gives these words to Elias Brandt, not to Otto Roth" in message


@pytest.mark.parametrize(
    ("article", "speaker"),
    [
        ("Elias Brandt wrote: “Take the keys and go.”", "speaker: brandt"),
        ("Mayor Brandt wrote: “Take the keys and go.”", "speaker: brandt"),
        ("Elias Brandt wrote: “Take the keys and go.”", "voice: old Mayor Brandt"),
        ("Elias Brandt wrote: “Take the keys and go.”", "speaker: roth, cite: letters of Roth"),
        # who he is, or whose words they are, is not sure
        ("Elias Brandt met Roth, and he said, “Take the keys and go.”", "speaker: roth"),
        ("Elias Brandt rose. “Take the keys and go.” Roth went.", "speaker: roth"),
        ("Elias Brandt is falsely said to have cried “Take the keys and go.”", "speaker: roth"),
        (
            "Brandt wrote: “Take the keys and go.” Otto Roth answered: “Take the keys and go.”",
            "speaker: roth",
        ),
    ],
)
def test_a_speaker_who_may_be_right_is_no_hint(tmp_path: Path, article: str, speaker: str) -> None:
    assert other_speakers(tmp_path, f"Elias Brandt met Otto Roth. {article}", speaker) == []


@pytest.mark.parametrize(
    "facts",
    [
        BRANDT + "ignore: {quotations: [We have bread, We will not go]}",
        BRANDT + "quotations:\n  a: {text: We have bread for a whole year, speaker: brandt}\n"
        "  b: {text: We will not go before the winter, speaker: brandt}",
        "people: {envoy: {name: Anna Holt, cite: x}}",
    ],
)
def test_what_is_ignored_or_curated_or_by_others_does_not_join(tmp_path: Path, facts: str) -> None:
    assert all(
        q.ask != ("speaker",) or q.key in "ab"
        for q in quotations(resolution(tmp_path, facts, TALK))
    )


def test_two_quotations_that_begin_alike_are_two_notes(tmp_path: Path) -> None:
    article = TALK + (
        "“We have bread for a whole winter,” Brandt said in May. "
        "“We have bread for a whole week,” Brandt said in June.\n"
    )
    keys = [q.key for q in quotations(resolution(tmp_path, BRANDT, article))]
    assert len(keys) == len(set(keys)) == 4


def test_a_name_wins_over_the_alias_of_another_person(tmp_path: Path) -> None:
    facts = (
        "people:\n  father: {name: Brandt}\n"
        "  son: {name: Karl Brandt, aliases: [Brandt], cite: x}\n"
    )
    article = "Brandt stood at the gate. “We have bread for a whole year,” said Brandt."
    (quotation,) = quotations(resolution(tmp_path, facts, article))
    assert quotation.speaker == "father"


def test_names_that_deck_yaml_does_not_mention(tmp_path: Path) -> None:
    found = resolution(tmp_path, "places: {gate: {name: Sea Gate, kind: building}}").uncurated
    assert found == {"people": ("Elias Brandt",), "places": ("Denmark",)}
    ignored = "ignore: {people: [Brandt], places: [denmark, Sea Gate]}"
    assert resolution(tmp_path, ignored).uncurated == {"people": (), "places": ()}


# --- the order of the story ---------------------------------------------------------------------


def test_facts_come_in_the_order_of_the_story(tmp_path: Path) -> None:
    """Within a sentence first the words, who and where, then what happened and what was said."""
    write_deck(tmp_path)
    source = read_article(tmp_path / "article.txt")
    found = resolve(source, find_mentions(source), load_curation(tmp_path / "deck.yaml"))
    assert [fact.item.key for fact in found.facts] == [
        "brandt",
        "sea-gate",
        "take-them",
        "surrender",
        "bastion",
    ]


def test_a_fact_without_a_passage_follows_its_neighbour_in_the_file(tmp_path: Path) -> None:
    facts = """\
        terms:
          bastion: {term: bastion, meaning: x}
          moat: {term: moat, meaning: x, cite: y}
        people:
          brandt: {name: Elias Brandt}
    """
    found = curated(resolution(tmp_path, facts))
    assert [fact.item.key for fact in found] == ["brandt", "bastion", "moat"]


def test_a_date_that_contradicts_itself_is_a_warning_at_its_place(tmp_path: Path) -> None:
    article = "They came.\n\nIt fell on Friday, 7 November 1917.\n"
    (warning,) = resolution(tmp_path, "people: {}", article).problems
    assert str(warning.where) == f"{tmp_path / 'article.txt'}:3:12"
    assert warning.message.startswith("Friday, 7 November 1917: ")


def test_a_year_that_the_rules_misread_is_put_right_by_the_words_of_the_passage(
    tmp_path: Path,
) -> None:
    article = "The play of 1800 is about it. The walls of the town fell on 3 May at dawn.\n"
    wrong = "events: {e: {what: x, date: {gregorian: 1700-05-03}%s}}"
    (warning,) = resolution(tmp_path, wrong % "", article).problems
    assert "the article has no date 3 May 1700" in warning.message
    assert resolution(tmp_path, wrong % ", passage: [3 May]", article).problems == ()
