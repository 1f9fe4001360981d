"""Where sentences end, and where they do not."""

import pytest

from flashgen.sentences import split_sentences
from flashgen.types import Span


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
