"""Quotations: which parts belong together."""

from pathlib import Path

import pytest

from flashgen.rules import find_mentions
from tests.rules.found import article, quotations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "“The king is dead,” Edward Hyde wrote in his diary: “God save the king.”",
            [("Edward Hyde", "The king is dead, God save the king.")],
        ),
        (
            '"The king is dead", Edward Hyde wrote, "and nobody weeps."',
            [("Edward Hyde", "The king is dead and nobody weeps.")],
        ),
        (
            "“The king is dead,” said Edward Hyde. “Nobody weeps.”",
            [("Edward Hyde", "The king is dead. Nobody weeps.")],
        ),
        (
            "“Is he dead?” Edward Hyde asked. “Tell me the truth.”",
            [("Edward Hyde", "Is he dead? Tell me the truth.")],
        ),
        (
            "“Treason!” shouted Edward Hyde, with his hand on his sword. “Shut the gates!”",
            [("Edward Hyde", "Treason! Shut the gates!")],
        ),
        (
            "“Go home,” the old marshal told them, pointing to the gate. “Go home,” he repeated,"
            " “or I fire.”",
            [("the old marshal", "Go home,"), ("the old marshal", "Go home, or I fire.")],
        ),
        (
            "“I stay,” said Edward Hyde. He closed the door. “You may go.”",
            [("Edward Hyde", "I stay,"), ("Edward Hyde", "You may go.")],
        ),
        (
            "“I stay,” said Edward Hyde. The servants packed the silver and left the town by the"
            " south gate. “Cowards!” wrote the bishop.",
            [("Edward Hyde", "I stay,"), ("the bishop", "Cowards!")],
        ),
        (
            "Edward Hyde said, “I stay,” and added: “You may go.”",
            [("Edward Hyde", "I stay,"), ("Edward Hyde", "You may go.")],
        ),
        (
            "“The bridge,” he wrote to Edward Hyde, who had asked for news, “is down.”",
            [(None, "The bridge, is down.")],
        ),
        (
            "“I stay,” said Edward Hyde.\n\n“Then I stay too,” said his brother.",
            [("Edward Hyde", "I stay,"), ("his brother", "Then I stay too,")],
        ),
        (
            "“The town,” the envoy said, “is starving,” and after a pause, “and so are we.”",
            [("the envoy", "The town, is starving,"), ("the envoy", "and so are we.")],
        ),
        (
            "“Our ships” — and here Edward Hyde lowered his voice — “have been sunk.”",
            [("Edward Hyde", "Our ships have been sunk.")],
        ),
        (
            "The envoys spoke of “the honour of the crown itself” and of “the blood that had been"
            " shed in vain”.",
            [("The envoys", "the honour of the crown itself"),
             ("The envoys", "the blood that had been shed in vain")],
        ),
    ],
)  # fmt: skip
def test_joins_what_is_one_quotation(
    tmp_path: Path, text: str, found: list[tuple[str | None, str]]
) -> None:
    assert quotations(tmp_path, text) == found


def test_the_parts_are_the_words_between_the_marks(tmp_path: Path) -> None:
    text = "“_Vive_ the king,” cried Jean Martel, “and the queen!”"
    (mention,) = find_mentions(article(tmp_path, text)).quotations
    assert [text[part.start : part.end] for part in mention.parts] == [
        "_Vive_ the king,",
        "and the queen!",
    ]
    assert mention.text == "Vive the king, and the queen!"
    assert mention.surface == "_Vive_ the king,” cried Jean Martel, “and the queen!"
    assert mention.surface == text[mention.span.start : mention.span.end]
