"""Reading an article: what always holds, and what cannot be read."""

from pathlib import Path

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from flashgen.article import AsideKind
from flashgen.errors import InputError
from flashgen.reading import read_article
from tests.reading.pages import FIRST, PULLED, SECOND, aside, read, running


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
        "World": AsideKind.HEADING,
        "Maria van Holt": AsideKind.BYLINE,
        "June 3, 2011": AsideKind.BYLINE,
        "© Photo: City Museum": AsideKind.CREDIT,
        PULLED: AsideKind.REPEATED,
        "The views of individual authors do not necessarily represent those of the museum.": (
            AsideKind.DISCLAIMER
        ),
        "The Fall of the Harbour Town": AsideKind.HEADING,
        FIRST: AsideKind.REPEATED,
        SECOND: AsideKind.REPEATED,
    }
    assert [p.reason for p in article.set_aside].count(AsideKind.PULL_QUOTE) == 1
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
    assert running(article) == [FIRST, "Hold fast, she wrote."]
    assert article.paragraphs[1].quoted
    assert set(aside(article).values()) == {AsideKind.HEADING}


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
        ("page.odt", b"PK", "not an article: save it as .txt or .md"),
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
    assert str(problem.where).partition(":")[0] == str(path)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: No such file or directory"):
        read_article(tmp_path / "none.txt")


# --- what always holds --------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "The siege began. ", "Brandt wept", "“Stop!” ", "V. I. ", "12", " ", "\t", "\n", "\n\n",
        "\r\n", "\r", "\f", "\u2028", "\u00a0", "\u200b", "# ", "> ", "- ", "1. ", "| ", "|",
        "---\n", "===\n", "== ", "**", "_", "`", "```\n", "\\", "[", "]", "(", ")", "[12]", "[^1]",
        "[^1]: ", "[a](b)", "![a](b)", "[a]: http://b\n", "<!--", "-->", "<b>", "<sup>", "&nbsp;",
        "²", "^ ", "title: x\n", "References\n", "Contents\n", "© ", "Photo: ", "By ", "..... 5\n",
        "*** START OF THE PROJECT GUTENBERG EBOOK X ***\n", "é", "𝔅", "🏰", "\x07", "\u00ad",
        "{{", "}}", "{{cite|", "[[", "]]", "[[File:a|", "<ref>", "</ref>", "<ref name=a/>",
    ]
)  # fmt: skip


# What a text file may hold: a NUL, or half a character, makes it another kind of file.
TYPED = st.characters(exclude_categories=["Cs"], exclude_characters="\0")


@given(
    pieces=st.lists(st.one_of(PIECES, st.text(TYPED, max_size=5)), max_size=40),
    name=st.sampled_from(["a.txt", "a.md"]),
)
@settings(max_examples=400, deadline=None)
def test_no_word_is_lost(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str], name: str
) -> None:
    """Whatever the view shows lies in one paragraph or in one part that was set aside."""
    path = tmp_path_factory.mktemp("any") / name
    start = "The king came, and the town opened its gate to him.\n\nHe did not stay."
    path.write_text(start + "".join(pieces), encoding="utf-8", newline="")
    try:
        article = read_article(path)
    except InputError:  # all of it was set aside
        reject()
    pairs = list(zip(article.text, article.view, strict=True))
    # the edge between two cells may stand for a space
    assert all(seen in (" ", true) or (seen == "|" and true.isspace()) for true, seen in pairs)
    paragraphs = [paragraph.span for paragraph in article.paragraphs]
    position = 0
    for span in sorted([*paragraphs, *(part.span for part in article.set_aside)]):
        assert position <= span.start < span.end
        assert not article.view[position : span.start].strip()
        position = span.end
    assert not article.view[position:].strip()
    for paragraph in article.paragraphs:
        whole = article.view[paragraph.span.start : paragraph.span.end]
        sentences = " ".join(article.view[s.start : s.end] for s in paragraph.sentences)
        assert sentences.split() == whole.split()


def test_the_saved_article_is_read_once(shared: Path) -> None:
    """The page that stands beside the project holds its text twice, and ten pull quotes."""
    article = read_article(shared / "article.txt")
    reasons = [part.reason for part in article.set_aside]
    assert article.title == "One Hundred Years Ago: The Bolsheviks Seize Power"
    assert reasons.count(AsideKind.PULL_QUOTE) == 10
    assert reasons.count(AsideKind.DISCLAIMER) == 1
    assert reasons.count(AsideKind.CREDIT) == 1
    assert len(article.paragraphs) == 28


def test_a_very_long_run_of_markup_is_tidied_in_linear_time(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("He came " + "*" * 200_000 + " and *went*, they say.", encoding="utf-8")
    article = read_article(path)
    (paragraph,) = article.paragraphs
    assert article.tidy(paragraph.span).startswith("He came")
    assert article.tidy(paragraph.span).endswith("and went, they say.")


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("THE FALL OF RIGA: A SIEGE", "The Fall of Riga: A Siege"),
        ("HENRY VIII AND McCLURE", "HENRY VIII AND McCLURE"),  # not all of it is in capitals
        (
            "MCCLURE AND CIVIL SERVICE IN THE USS MAINE",
            "McClure and Civil Service in the USS Maine",
        ),
        ("CHARLES XII’S ARMY", "Charles XII’s Army"),
    ],
)
def test_a_title_in_capitals_is_written_as_in_a_sentence(
    tmp_path: Path, heading: str, title: str
) -> None:
    text = f"# {heading}\n\nIn 1700 McClure saw the USS Maine at Riga. Nobody wept for it.\n"
    assert read(tmp_path, text, "article.md").title == title
