"""Who is meant: by a title, a description or a pronoun where somebody speaks."""

from pathlib import Path

import pytest

from tests.rules.found import quotations


def speakers(folder: Path, text: str) -> list[str | None]:
    """The speakers of a text's quotations."""
    opening = "Nobody had told the town what would come of it.\n\n"
    return [speaker for speaker, _ in quotations(folder, opening + text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a title, before or behind the name
        ("Captain Hugh Brandt rose. “Who are you?” asked the captain.", ["Hugh Brandt"]),
        ("Hugh Brandt, the mayor of Varda, rose. “We stay,” the mayor said.", ["Hugh Brandt"]),
        ("They met a young clerk, Otto Ashcombe. “I know,” said the clerk.", ["Otto Ashcombe"]),
        ("Hugh Brandt was a painter. “I am here,” said the painter.", ["Hugh Brandt"]),
        # who reigns is called by given names
        (
            "Louis XVI and Marie Antoinette waited. “We shall see,” said the king. “Be calm,” the"
            " queen replied.",
            ["Louis XVI", "Marie Antoinette"],
        ),
        ("Otto Nelson waited. “We shall see,” said the king.", ["the king"]),
        # the one of whom the text tells
        (
            "Hugh Brandt rose. Brandt spoke, and Brandt left. “Stay!” the Duke cried.",
            ["Hugh Brandt"],
        ),
        (
            "Hugh Brandt rose. Brandt spoke, and Brandt left. “No,” replied the hero.",
            ["Hugh Brandt"],
        ),
        # forms of address
        ("Cardinal Brandt smiled. “It is a theory,” said his Eminence.", ["Brandt"]),
        ("Queen Victoria listened. “We shall see,” said her Majesty.", ["Victoria"]),
        # he and she
        (
            "Anna Brandt came in with Hugh Ashcombe. “I am here,” he said. “So am I,” she replied.",
            ["Hugh Ashcombe", "Anna Brandt"],
        ),
        (
            "Otto Brandt went home, while Hugh Ashcombe set out for the hills. He wrote: “It is"
            " cold.”",
            ["Hugh Ashcombe"],
        ),
        (
            "Anna Brandt had a plan. Ashgrove could not be moved. “Is it late?” she asked.",
            ["Anna Brandt"],
        ),
    ],
)
def test_knows_who_is_meant(tmp_path: Path, text: str, expected: list[str | None]) -> None:
    assert speakers(tmp_path, text) == expected


@pytest.mark.parametrize("text", [". “was how", "The. “Now,” said the.", "“No,” he said."])
def test_any_phrase_has_an_answer(tmp_path: Path, text: str) -> None:
    assert isinstance(speakers(tmp_path, text), list)
