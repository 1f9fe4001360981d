"""The language layer: tokens, tags, lemmas, noun phrases and clauses."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashgen.article import read_article
from flashgen.english import morphology
from flashgen.english.clauses import Clause, find_clauses
from flashgen.english.lexicon import lemma, look_up
from flashgen.english.phrases import Phrase
from flashgen.english.tokens import Sentence, read_text
from flashgen.errors import InputError


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
        ("forbade", "forbid"), ("agreed", "agree"), ("tying", "tie"), ("is", "be"), ("had", "have"),
    ],
)  # fmt: skip
def test_a_form_goes_back_to_its_verb(form: str, verb: str) -> None:
    assert lemma(form) == verb


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


@given(st.from_regex(r"[a-z]{3,9}", fullmatch=True))
def test_regular_forms_go_back_to_their_lemma(verb: str) -> None:
    for form in morphology.past_forms(verb):
        assert verb in set(morphology.lemmas_of_past(form))
    for form in morphology.ing_forms(verb):
        assert verb in set(morphology.lemmas_of_ing(form))
    for form in morphology.plural_forms(verb):
        assert verb in set(morphology.lemmas_of_plural(form)) or verb.endswith("s")


# --- tokens and tags -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        (
            "The army reports that two reports were lost.",
            "The/d army/N reports/V that/s two/q reports/N were/b lost/D ./.",
        ),
        (
            "Gen. J.R. Holt’s men didn’t fire.",
            "Gen./E J.R./E Holt/E ’s/z men/N did/u n’t/n fire/B ./.",
        ),
        (
            "She gave her son her coat, and he thanked her.",
            "She/o gave/V her/p son/N her/p coat/N ,/, and/c he/o thanked/V her/m ./.",
        ),
        (
            "The letter written by Holt had fallen to the ground.",
            "The/d letter/N written/D by/i Holt/E had/h fallen/D to/t the/d ground/N ./.",
        ),
        (
            "The envoys spoke of World War I, and I listened.",
            "The/d envoys/N spoke/V of/f World/E War/E I/E ,/, and/c I/o listened/V ./.",
        ),
        (
            "Prevented from coming, he once wrote: her fate was that of a child.",
            "Prevented/D from/i coming/G ,/, he/o once/r wrote/V :/: her/p fate/N was/b that/d "
            "of/f a/d child/N ./.",
        ),
        (
            "Typically nobody wanted to answer, said Price.",
            "Typically/r nobody/o wanted/V to/t answer/B ,/, said/V Price/E ./.",
        ),
    ],
)
def test_tags(tmp_path: Path, text: str, tags: str) -> None:
    assert tagged(tmp_path, text) == tags


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


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Bourne pressed her hand, and said nothing.", "say", "Bourne"),
        ("Bourne, after a glance at the guards in the yard, said nothing.", "say", "Bourne"),
        ("Bourne, the mayor of Riga, said nothing.", "say", "Bourne"),
        ("The man who saw the king said nothing.", "say", "The man"),
        ("The general whom Holt had met said nothing.", "say", "The general"),
        ("When the king came, Holt said that all was lost.", "say", "Holt"),
        ("The king said he would come.", "come", "he"),
        ("He said that the king, who was ill, would come.", "come", "the king"),
        ("Lee heard Grant say it.", "say", "Grant"),
        ("Grant made Lee say it.", "say", "Lee"),
        ("Lee quoted Grant as saying nothing.", "say", "Grant"),
        ("Grant asked Lee to say it.", "say", "Lee"),
        ("He turned to Holt, saying nothing.", "say", "He"),
        ("It was Grant, not Lee, who said it.", "say", "Grant"),
        ("Holt and Price agreed.", "agree", "Holt & Price"),
        ("The committee passed a resolution saying that all was lost.", "say", "a resolution"),
        ("“Go,” said Holt and Price.", "say", "Holt & Price"),
        ("Many of the women wept.", "weep", "Many of the women"),
        ("To Holt the siege seemed endless.", "seem", "the siege"),
        ("Holt rose, and the king, who had slept, wept.", "weep", "the king"),
        ("Holt rose, and Price wept.", "weep", "Price"),
        ("Lee quoted Grant as having said nothing.", "say", "Grant"),
        ("Holt bowed to the man who had come, and said nothing.", "say", "Holt"),
        ("Holt bowed to the highest and the lowest man in the hall, and wept.", "weep", "Holt"),
        ("Holt was pale, ill, and said nothing.", "say", "Holt"),
        ("After remaining silent for a while, Holt said nothing.", "say", "Holt"),
        ("Along with Price and Bourne, Holt wept.", "weep", "Holt"),
        ("As Holt told the king, all was lost.", "tell", "Holt"),
        ("In 1934 Holt said nothing.", "say", "Holt"),
        ("In a letter to his wife Anna Holt wrote nothing.", "write", "Anna Holt"),
        ("The girl, whose fear was that of a child, wept.", "weep", "The girl"),
        ("Holt, on 2 November 1916, said nothing.", "say", "Holt"),
        ("A new bridge (Holt had seen it) stood there.", "stand", "A new bridge"),
        ("Bourne one day, when it rained, wrote to him.", "write", "Bourne"),
        ("For the sake of Sherman the engineer, Grant wrote to him.", "write", "Grant"),
        ("Without a word, all keeping silence, he wrote to them.", "write", "he"),
        ("It was the old but sturdy gate that fell.", "fall", "the old but sturdy gate"),
    ],
)
def test_who_does_it(tmp_path: Path, text: str, verb: str, subject: str) -> None:
    (found,) = [
        words_of(sentence, clause.subject)
        for sentence, clause in clauses(tmp_path, text)
        if clause.lemma == verb
    ]
    assert found == subject


@pytest.mark.parametrize(
    "text", ["Lee heard Grant say it.", "Lee let Grant say it.", "Lee wanted Grant to say it."]
)
def test_what_an_object_does_is_not_finite(tmp_path: Path, text: str) -> None:
    (say,) = [clause for _, clause in clauses(tmp_path, text) if clause.lemma == "say"]
    assert not say.finite


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Lee was told by Grant.", "Grant"),
        ("Lee was told.", "-"),
        ("Lee had been asked by him.", "him"),
    ],
)
def test_passive(tmp_path: Path, text: str, agent: str) -> None:
    ((sentence, clause),) = clauses(tmp_path, text)
    assert clause.passive
    assert words_of(sentence, clause.subject) == "Lee"
    assert words_of(sentence, clause.agent) == agent


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Lee never said it.", True),
        ("Lee did not say it.", True),
        ("Lee didn’t say it.", True),
        ("Neither Grant nor Lee said it.", True),
        ("Nobody said it.", True),
        ("Lee said it, not Grant.", False),
        ("Lee denied having said it.", True),
        ("Lee refused to say it.", True),
        ("Lee, who had never lied, said it.", False),
    ],
)
def test_negation(tmp_path: Path, text: str, negated: bool) -> None:
    (found,) = [clause for _, clause in clauses(tmp_path, text) if clause.lemma == "say"]
    assert found.negated is negated
