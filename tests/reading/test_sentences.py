"""Where sentences end, and where they do not."""

import pytest

from flashgen.article import Span
from flashgen.reading.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "expected",
    [
        ["The treaty was signed.", "Nobody read it."],
        ["Orders came from G. K. Zhukov himself.", "He waited."],
        ["Dr. Nansen wrote to Gen. Smuts.", "No answer came."],
        ["The town (pop. 400) burned.", "It was rebuilt."],
        ["It cost 3.5 million marks.", "Who paid?", "Nobody did!"],
        ["“I came. I saw. I conquered,” he wrote.", "Rome cheered."],
        ["“Who goes there?” the guard called out.", "There was silence."],
        ["She said: “Let us go. It is late.”", "They went."],
        ['He cried, "Stop! You there!" and ran.', "The crowd parted."],
        ["The king fled to the U.S. Consulate.", "It was shut."],
        ["See vol. 2 and No. 15 of the letters.", "They are lost."],
        ["Then came Nicholas I.", "He reigned for thirty years."],
        ["They waited… and waited.", "Then it came…", "It was over."],
        ["He left at 5 p.m. on a Monday.", "It rained."],
        ["It began on Oct. 25 and ended in Nov.", "Then it snowed."],
        ["They all feared Henry V.", "The king of France was ill."],
        ["Pius X. died in Rome.", "He was a tailor’s grandson."],
        ["He met George W. Norris there.", "They agreed."],
        ["He met a certain Mr. X.", "They talked."],
        ["The vote (pp. 3–5) was close.", "[He won.]", "They left."],
        ["He wrote “etc.” at the end.", "Nobody knew why."],
        ["“Is it over?”", "“It is over.”"],
        ["Was it over?!", "It was…", "Was it?"],
        ["Orders came from P.I. Pestel himself.", "He waited."],
        ["The king fled to the U.S.", "His son stayed."],
        ["It fell in 410 A.D.", "Rome wept."],
        ["Mme. de Staël and Msgr. Dupanloup wrote.", "Nobody read them."],
    ],
)
def test_sentences(expected: list[str]) -> None:
    """Each list is the text, cut where it should be cut."""
    assert sentences(" ".join(expected)) == expected


def test_an_unclosed_quotation_does_not_swallow_the_paragraph() -> None:
    assert sentences("“Go now. It is late. They went.") == [
        "“Go now.",
        "It is late.",
        "They went.",
    ]


def test_a_quotation_that_goes_on_in_the_next_paragraph_shelters_nothing() -> None:
    assert sentences("“Go now. It is late. He said “come” to her.") == [
        "“Go now.",
        "It is late.",
        "He said “come” to her.",
    ]


@pytest.mark.parametrize(
    "text", ["." * 200_000 + "x", "I. " * 100_000, "“a. B " * 50_000, "? " * 100_000, "(" * 200_000]
)
def test_a_hostile_paragraph_costs_no_more_than_a_friendly_one(text: str) -> None:
    """Each of these took minutes where a step looked back over the whole paragraph."""
    assert " ".join(sentences(text)).split() == text.split()
