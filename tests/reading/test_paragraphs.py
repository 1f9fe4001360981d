"""Lines and paragraphs."""

from pathlib import Path

import pytest

from tests.reading.pages import FIRST, SECOND, read, running, wrapped


@pytest.mark.parametrize("width", [40, 66, 72, 100])
@pytest.mark.parametrize("name", ["article.txt", "article.md"])
def test_a_book_of_wrapped_lines(tmp_path: Path, width: int, name: str) -> None:
    letter = "The men are idle, and the bread is bad. I hope to be with you before the winter."
    text = "\n\n".join(
        [
            "THE SIEGE",
            wrapped(FIRST, width),
            "He wrote to his wife:",
            wrapped(letter, width - 4, "  "),
            wrapped(SECOND, width),
        ]
    )
    article = read(tmp_path, text, name)
    assert running(article) == [FIRST, "He wrote to his wife:", letter, SECOND]
    assert article.title == "The Siege"


def test_an_indent_begins_a_paragraph(tmp_path: Path) -> None:
    text = "\n".join(
        "    " + wrapped(paragraph, 66, "").replace("\n    ", "\n") for paragraph in (FIRST, SECOND)
    )
    assert running(read(tmp_path, text)) == [FIRST, SECOND]


def test_lines_are_those_that_an_editor_counts(tmp_path: Path) -> None:
    article = read(tmp_path, f"One.\fTwo.\u2028Three.\r\nFour.\rFive.\n{FIRST}")
    assert article.locate(article.text.index(FIRST)).line == 4


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("“**Stop!**” he *cried*, and (*then*) fled[1].", "“Stop!” he cried, and (then) fled."),
        ("He said “well ...” and fled .", "He said “well ...” and fled ."),
        ("He *said* *“Stop!”* and fled.", "He said “Stop!” and fled."),
    ],
)
def test_markup_leaves_no_space_beside_a_stop(tmp_path: Path, text: str, tidy: str) -> None:
    assert running(read(tmp_path, text, "article.md")) == [tidy]


def test_a_page_break_within_a_paragraph_does_not_part_it(tmp_path: Path) -> None:
    lines = wrapped(FIRST, 60).split("\n")
    text = "\n".join(lines[:2]) + "\n\f" + "\n".join(lines[2:])
    assert running(read(tmp_path, text)) == [FIRST]


def test_each_line_a_paragraph(tmp_path: Path) -> None:
    lines = ["How it began", FIRST, "“We will not go,” he said.", "It rained.", SECOND]
    article = read(tmp_path, "\n".join(lines))
    assert running(article) == lines[1:]
    assert article.title == "How it began"


def test_short_lines_that_each_end_a_sentence_stay_apart(tmp_path: Path) -> None:
    lines = [
        "The king came in May.",
        "The wells ran dry in June.",
        "In July there was no bread left.",
        "The gates were opened at last.",
    ]
    assert running(read(tmp_path, "\n".join(lines))) == lines


def test_verse_is_text(tmp_path: Path) -> None:
    verse = [
        "Blow, ye winds, in the morning",
        "Blow, ye winds, hi ho,",
        "Clear away your running gear",
        "And blow, ye winds, hi ho",
    ]
    text = f"{FIRST}\n\n" + "\n".join(verse) + f"\n\n{SECOND}"
    assert running(read(tmp_path, text)) == [FIRST, " ".join(verse), SECOND]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_every_kind_of_line_break(tmp_path: Path, end: str) -> None:
    text = f"# The Siege\n\n{wrapped(FIRST, 60)}\n\n- {SECOND}\n- They went home.\n"
    article = read(tmp_path, text.replace("\n", end), "article.md")
    assert article.title == "The Siege"
    assert running(article) == [FIRST, SECOND, "They went home."]
