"""The language layer: tokens, tags, lemmas, noun phrases and clauses."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashgen.english.clauses import Clause, find_clauses
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Phrase
from flashgen.english.tokens import Sentence, read_text
from flashgen.errors import InputError
from flashgen.reading import read_article

CASES = yaml.safe_load(Path(__file__).with_name("english.yaml").read_text(encoding="utf-8"))


def sentences(folder: Path, text: str) -> tuple[Sentence, ...]:
    path = folder / "article.txt"
    path.write_text(text, encoding="utf-8")
    return read_text(read_article(path)).sentences


def tagged(folder: Path, text: str) -> str:
    (sentence,) = sentences(folder, text)
    return " ".join(f"{w}/{t}" for w, t in zip(sentence.words, sentence.tags, strict=True))


def words_of(sentence: Sentence, phrase: Phrase | None) -> str:
    if phrase is None:
        return "-"
    own = " ".join(sentence.words[phrase.start : phrase.end])
    return " & ".join([own, *(words_of(sentence, other) for other in phrase.with_)])


def clauses(folder: Path, text: str) -> list[tuple[Sentence, Clause]]:
    return [
        (sentence, clause)
        for sentence in sentences(folder, text)
        for clause in find_clauses(sentence.words, sentence.tags)
    ]


# --- words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("wrote", "write"), ("written", "write"), ("writing", "write"), ("said", "say"),
        ("quavered", "quaver"), ("levelled", "level"), ("begged", "beg"), ("replies", "reply"),
        ("cried", "cry"), ("panicked", "panic"), ("fled", "flee"), ("overthrown", "overthrow"),
        ("forbade", "forbid"), ("agreed", "agree"), ("hoped", "hope"), ("hopping", "hop"),
        ("riding", "ride"), ("quoted", "quote"), ("bared", "bare"), ("barred", "bar"),
        ("dying", "die"), ("watches", "watch"), ("goes", "go"),
        ("tying", "tie"), ("is", "be"), ("had", "have"),
    ],
)  # fmt: skip
def test_a_form_goes_back_to_its_verb(form: str, verb: str) -> None:
    assert look_up(form).verb == verb


def test_a_verb_with_a_past_of_its_own_has_no_regular_one() -> None:
    assert not look_up("writed").tags
    assert not look_up("comed").tags


def test_what_is_no_english_word_is_unknown() -> None:
    for word in ("odoevsky", "grmpf", "robespierre"):
        assert not look_up(word).tags


@pytest.mark.parametrize(
    ("word", "letter"),
    [
        ("king", "p"),
        ("gaolers", "p"),
        ("army", "g"),
        ("letter", "m"),
        ("river", "w"),
        ("palace", "b"),
    ],
)
def test_nouns_have_classes_of_meaning(word: str, letter: str) -> None:
    assert letter in look_up(word).of_noun


# --- tokens and tags -----------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES["tags"], ids=lambda case: case["text"])
def test_tags(tmp_path: Path, case: dict[str, str]) -> None:
    assert tagged(tmp_path, case["text"]) == case["tags"]


def test_an_adverb_hides_nothing(tmp_path: Path) -> None:
    assert "often/r asked/D" in tagged(tmp_path, "Holt had often asked her.")
    assert "he/o often/r asked/V" in tagged(tmp_path, "She knew that he often asked her.")


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("The king said, “Who?” didn't 7 J.R. — of-“"), max_size=80))
def test_tokens_stand_where_they_say(tmp_path: Path, text: str) -> None:
    try:
        found = sentences(tmp_path, f"It was so. {text}")
    except InputError:
        return
    original = (tmp_path / "article.txt").read_text(encoding="utf-8")
    for sentence in found:
        assert len(sentence.words) == len(sentence.tags) == len(sentence.starts)
        for i, word in enumerate(sentence.words):
            assert original[sentence.starts[i] : sentence.end(i)] == word
        find_clauses(sentence.words, sentence.tags)


# --- clauses -------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES["subjects"], ids=lambda case: case["text"])
def test_who_does_it(tmp_path: Path, case: dict[str, str]) -> None:
    (found,) = [
        words_of(sentence, clause.subject)
        for sentence, clause in clauses(tmp_path, case["text"])
        if clause.lemma == case["verb"]
    ]
    assert found == case["subject"]


@pytest.mark.parametrize("case", CASES["objects"], ids=lambda case: case["text"])
def test_whom_it_is_done_to(tmp_path: Path, case: dict[str, str]) -> None:
    ((sentence, clause),) = clauses(tmp_path, case["text"])
    assert clause.lemma == case["verb"]
    assert words_of(sentence, clause.object) == case["object"]


@pytest.mark.parametrize("case", CASES["not_finite"], ids=lambda case: case["text"])
def test_what_an_object_does_is_not_finite(tmp_path: Path, case: dict[str, str]) -> None:
    (say,) = [clause for _, clause in clauses(tmp_path, case["text"]) if clause.lemma == "say"]
    assert not say.finite


@pytest.mark.parametrize("case", CASES["agents"], ids=lambda case: case["text"])
def test_passive(tmp_path: Path, case: dict[str, str]) -> None:
    ((sentence, clause),) = clauses(tmp_path, case["text"])
    assert clause.passive
    assert words_of(sentence, clause.subject) == "Lee"
    assert words_of(sentence, clause.agent) == case["agent"]


@pytest.mark.parametrize("case", CASES["saying_denied"], ids=lambda case: case["text"])
def test_negation(tmp_path: Path, case: dict[str, Any]) -> None:
    (found,) = [clause for _, clause in clauses(tmp_path, case["text"]) if clause.lemma == "say"]
    assert found.negated is case["denied"]
