"""The template language: what one reads on a card."""

import pytest

from flashgen.note_types.language import parse
from flashgen.note_types.shown import visible_text


@pytest.mark.parametrize(
    ("template", "fields", "text"),
    [
        ("<p>Who was <b>{{Name}}</b>?</p>", {"Name": "Emmy Noether"}, "Who was Emmy Noether ?"),
        ("{{#Hint}}Think: {{Hint}}{{/Hint}}", {"Hint": ""}, ""),
        ("{{#Hint}}Think: {{Hint}}{{/Hint}}", {"Hint": "algebra"}, "Think: algebra"),
        ("{{^Hint}}No help{{/Hint}}", {}, "No help"),
        ("{{#A}}a{{#B}}b{{/B}}{{/A}}", {"A": "1", "B": "1"}, "ab"),
        ("{{hint:Hint}}{{type:Name}}{{tts en_GB:Name}}", {"Hint": "x", "Name": "y"}, ""),
        ("{{text:Name}}", {"Name": "A &amp; B"}, "A & B"),
        ("<!-- {{Note}} --><style>p {x: y}</style>Left", {"Note": "gone"}, "Left"),
        (
            "{{Name}} {{Read aloud}}",
            {"Name": "y", "Read aloud": "[anki:tts lang=ru]z[/anki:tts]"},
            "y",
        ),
        ("{{Name}} {{Sound}}", {"Name": "y", "Sound": "[sound:_z.mp3]"}, "y"),
        ("a<!-- {b} --><br>c", {}, "a c"),
    ],
)
def test_visible_text(template: str, fields: dict[str, str], text: str) -> None:
    assert visible_text(parse(template), fields) == text
