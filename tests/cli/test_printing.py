"""What comes from an article, a deck.yaml or a package steers no terminal."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from flashgen.printing import json_text, printable, shortened
from tests.small_deck import ARTICLE, DECK, write_deck

Run = Callable[..., Result]
STEERS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
EVIL = "\x1b]0;owned\x07\x1b[31m\x9b31m\u202ebackwards\u2066"


def test_a_text_for_one_line() -> None:
    assert printable("a\x1b[1mb\nc\u202ed") == "a\ufffd[1mb\ufffdc\ufffdd"
    assert (
        printable("Łódź, 北京, ‘a’ … 👩‍👩‍👧 \u200f\u00a0")
        == "Łódź, 北京, ‘a’ … 👩‍👩‍👧 \u200f\u00a0"
    )


@pytest.mark.parametrize(
    ("around", "told"), [("'{}'; mend", "'{}…'; mend"), ("in {{{{{}}}}}: x", "in {{{{{}…: x")]
)
def test_of_a_long_word_the_beginning_is_told(around: str, told: str) -> None:
    """However it ends: what belongs to the sentence stays."""
    begins = told.partition("{}")[0].rpartition(" ")[2].replace("{{", "{")
    kept = "F" * (100 - len(begins))
    assert shortened(around.format("F" * 1_000_000)) == told.format(kept)
    assert shortened(around.format("F" * 150)) == around.format("F" * 150)


def test_json_says_the_same_and_steers_nothing() -> None:
    data = {"words": [EVIL, "Łódź", "\u2028"]}
    assert json.loads(json_text(data)) == data
    assert not STEERS.search(json_text(data))
    assert "Łódź" in json_text(data)


@pytest.mark.parametrize("options", [(), ("--format", "json"), ("-v",)])
def test_an_article_steers_no_terminal(
    tmp_path: Path, flashgen: Run, options: tuple[str, ...]
) -> None:
    article = tmp_path / "article.txt"
    words = ARTICLE.replace("Elias Brandt", f"Elias {EVIL}Brandt")
    article.write_text(f"By Nobody {EVIL}\n\n{words}", encoding="utf-8")
    result = flashgen("extract", article, *options)
    assert result.exit_code == 0
    assert not STEERS.search(result.output)


def test_a_deck_steers_no_terminal(tmp_path: Path, flashgen: Run) -> None:
    folder = tmp_path / f"d{EVIL}\nok: nothing to mend"
    escaped = EVIL.encode("unicode_escape").decode()
    write_deck(folder, deck=DECK.replace("    aliases:", f'    "{escaped}": 1\n    aliases:'))
    result = flashgen("check", folder)
    assert result.exit_code == 1
    assert len(result.output.splitlines()) == 1
    assert not STEERS.search(result.output)


@pytest.mark.parametrize("character", ["\x07", "\x9b", "\u202e", "\u2066"])
def test_a_value_that_would_steer_is_refused(tmp_path: Path, flashgen: Run, character: str) -> None:
    escaped = f"\\u{ord(character):04x}"
    folder = write_deck(tmp_path / "d", DECK.replace("Elias Brandt", f'"Elias {escaped} Brandt"'))
    result = flashgen("check", folder)
    assert f"holds the character U+{ord(character):04X}; remove it" in result.output


@pytest.mark.parametrize(
    "command",
    [
        "check {deck}",
        "build {deck} -o {out}.apkg",
        "build {deck} -o {out}.tsv --format tsv",
        "release {deck} -o {out}.apkg",
        "preview {deck} -o {out}.html",
        "diff {deck} {deck}",
        "sync {deck} --dry-run",
        "templates {deck}",
        "templates copy --to {out}",
        "explain {deck}/article.txt",
        "new {deck}/article.txt --into {out} -o {out}.apkg",
    ],
)
def test_the_name_of_a_folder_makes_no_line_of_its_own(
    tmp_path: Path, flashgen: Run, command: str
) -> None:
    if command.startswith(("preview", "diff")):
        pytest.importorskip("anki")
    forged = f"ok: 5 notes{EVIL}"
    deck = write_deck(tmp_path / f"d\n{forged}")
    (deck / "templates").mkdir()
    (deck / "templates" / "style.css").touch()
    places = {"deck": deck, "out": tmp_path / f"o\n{forged}"}
    result = flashgen(*(word.format(**places) for word in command.split()))
    assert result.exit_code == 0
    assert printable(forged) in result.output.replace("\n  ", " ")
    assert not STEERS.search(result.output)
    assert not any(line.startswith("ok:") for line in result.output.splitlines())
