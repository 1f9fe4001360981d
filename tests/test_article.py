"""Reading an article: what is running text, what is not, and what cannot be read."""

from pathlib import Path

import pytest

from flashgen.article import read_article
from flashgen.errors import InputError
from flashgen.types import Article, Reason

FIRST = (
    "The siege of the old harbour town began in the spring and lasted until the first snow, and "
    "nobody inside the walls believed that help would ever come from the north."
)
SECOND = (
    "In the end it was hunger that opened the gates. The mayor, Elias Brandt, carried the keys "
    "out himself, and the besiegers, who had lost half of their men to fever, let him live."
)
PULLED = "The mayor, Elias Brandt, carried the keys out himself, and the besiegers let him live"


def read(folder: Path, text: str, name: str = "article.txt") -> Article:
    path = folder / name
    path.write_bytes(text.encode("utf-8"))
    return read_article(path)


def aside(article: Article) -> dict[str, Reason]:
    return {article.tidy(part.span): part.reason for part in article.set_aside}


def running(article: Article) -> list[str]:
    return [article.tidy(paragraph.span) for paragraph in article.paragraphs]


def test_a_saved_page_gives_its_running_text_once(tmp_path: Path) -> None:
    page = "\n\n".join(
        [
            "World\nMaria van Holt\nJune 3, 2011\n© Photo: City Museum",
            FIRST,
            PULLED,
            SECOND,
            "The views of individual authors do not necessarily represent those of the museum.",
            "The Fall of the Harbour Town",
            FIRST,
            PULLED,
            SECOND,
        ]
    )
    article = read(tmp_path, page)
    assert running(article) == [FIRST, SECOND]
    assert aside(article) == {
        "World": Reason.HEADING,
        "Maria van Holt": Reason.BYLINE,
        "June 3, 2011": Reason.BYLINE,
        "© Photo: City Museum": Reason.CREDIT,
        PULLED: Reason.REPEATED,
        "The views of individual authors do not necessarily represent those of the museum.": (
            Reason.DISCLAIMER
        ),
        "The Fall of the Harbour Town": Reason.HEADING,
        FIRST: Reason.REPEATED,
        SECOND: Reason.REPEATED,
    }
    assert [p.reason for p in article.set_aside].count(Reason.PULL_QUOTE) == 1
    assert article.title == "The Fall of the Harbour Town"


def test_dialogue_is_no_pull_quote(tmp_path: Path) -> None:
    lines = [
        "“Will you hold the bridge until the others have crossed?” the captain asked his men.",
        "“We will hold it,” they answered as one. “We will hold the bridge till all have crossed.”",
    ]
    assert running(read(tmp_path, "\n\n".join(lines))) == lines


def test_hard_wrapped_lines_are_joined(tmp_path: Path) -> None:
    text = (
        "The ship lay at anchor for a week while the\n"
        "crew waited for wind. On the eighth day they\n"
        "set sail.\n\nThey never came back."
    )
    assert running(read(tmp_path, text)) == [
        " ".join(text.split("\n\n", maxsplit=1)[0].split()),
        "They never came back.",
    ]


def test_markdown_is_not_read_aloud(tmp_path: Path) -> None:
    text = f"# The *Great* Siege\n\n## How it began\n\n{FIRST}\n\n> Hold *fast*, she wrote.\n"
    article = read(tmp_path, text, "article.md")
    assert article.title == "The Great Siege"
    assert running(article) == [FIRST, "Hold fast , she wrote."]
    assert article.paragraphs[1].quoted
    assert set(aside(article).values()) == {Reason.HEADING}


def test_offsets_point_into_the_file(tmp_path: Path) -> None:
    article = read(tmp_path, f"\ufeffTitle\r\n\r\n{FIRST}\r\n\r\nHe\u00a0left\u00a0Rome.\r\n")
    last = article.paragraphs[-1].span
    assert article.text[last.start : last.end] == "He\u00a0left\u00a0Rome."
    assert article.tidy(last) == "He left Rome."
    assert (article.locate(last.start).line, article.locate(last.start).column) == (5, 1)
    assert len(article.text) == len(article.view)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "the file is empty: save the article's text in it"),
        ("blank.txt", b" \n\n ", "the file is empty: save the article's text in it"),
        (
            "binary.txt",
            b"PK\x03\x04\x00\x00",
            "a binary file (NUL at byte 4): save the article as UTF-8 text",
        ),
        (
            "latin.txt",
            "Ein Brief.\nDer König.".encode("latin-1"),
            "not UTF-8: byte 0xF6 at offset 16; save the file again with the encoding UTF-8",
        ),
        ("page.pdf", b"%PDF", "not an article: save it as .txt or .md"),
        (
            "title.txt",
            b"Only a title",
            "no running text: the file needs at least one full sentence",
        ),
    ],
)
def test_what_cannot_be_read_gets_one_clear_line(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_article(path)
    (problem,) = caught.value.problems
    assert problem.message == message
    assert problem.where.path == path


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: No such file or directory"):
        read_article(tmp_path / "none.txt")


def test_the_saved_article_is_read_once(shared: Path) -> None:
    """The page that stands beside the project holds its text twice, and ten pull quotes."""
    article = read_article(shared / "article.txt")
    reasons = [part.reason for part in article.set_aside]
    assert article.title == "One Hundred Years Ago: The Bolsheviks Seize Power"
    assert reasons.count(Reason.PULL_QUOTE) == 10
    assert reasons.count(Reason.DISCLAIMER) == 1
    assert reasons.count(Reason.CREDIT) == 1
    assert len(article.paragraphs) == 28
