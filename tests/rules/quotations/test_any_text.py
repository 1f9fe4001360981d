"""Quotations: any text gives an answer."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from flashgen.article import Article, Paragraph, Span
from flashgen.english.tokens import read_text
from flashgen.mentions import QuotationMention
from flashgen.reading import read_article
from flashgen.rules import find_mentions
from flashgen.rules.quotations import find_quotations
from tests.rules.found import FULL_SENTENCE, quotations

PIECES = st.sampled_from(
    [
        "“", "”", "‘", "’", '"', "'", "„", "«", "»", "‹", "›", "—", "--", "``", "''", "`", ">",
        "\n", "\n\n", "\n\n> ", "\n\n— ", "    ", " ", ", ", ". ", ": ", "; ", "? ", "! ", "… ",
        "(", ")", "he said", "said she", "I asked", "who", "Marcus Crassus", "General Lee",
        "Mrs. Hume", "the crowd", "told his son", "wrote", "answered", "was how", "according to",
        "in the words of", "One report", "his reply", "so-called", "the word", "of", "that",
        "and", "We are lost", "Yes", "don’t", "soldiers’", "’tis", "’90s", "S.R.", "1917",
        "\ue000", "\u200b", "İ", "𝔄", "e\u0301",
    ]
)  # fmt: skip


def as_article(text: str) -> Article:
    """A text whose paragraphs are its lines; those with an angle bracket are blocks."""
    paragraphs: list[Paragraph] = []
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            offset = start + line.index(words)
            span = Span(offset, offset + len(words))
            paragraphs.append(Paragraph(len(paragraphs) + 1, span, (span,), words.startswith(">")))
        start += len(line)
    view = "".join(" " if c.isspace() else c for c in text)
    return Article(Path("any.txt"), text, view, None, tuple(paragraphs), ())


def holds(article: Article, found: tuple[QuotationMention, ...]) -> None:
    """What is true of the quotations of any text."""
    end = 0
    for mention in found:
        assert end <= mention.span.start < mention.span.end <= len(article.text)
        assert mention.span == Span(mention.parts[0].start, mention.parts[-1].end)
        assert mention.surface == article.text[mention.span.start : mention.span.end]
        words = " ".join(map(article.tidy, mention.parts))
        # A comma before the author's words is a stop where a new sentence comes behind them.
        assert mention.text.replace(".", ",") == words.replace(".", ",")
        assert mention.speaker is None or mention.speaker.strip() == mention.speaker != ""
        for part in mention.parts:
            assert end <= part.start < part.end
            assert article.tidy(part)
            end = part.end


@given(st.lists(PIECES, max_size=60))
@settings(max_examples=400, deadline=None)
def test_any_mixture_of_marks_and_words_gives_an_answer(pieces: list[str]) -> None:
    article = as_article(" ".join(pieces))
    holds(article, find_quotations(read_text(article), ()))


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_an_answer(text: str) -> None:
    article = as_article(text)
    holds(article, find_quotations(read_text(article), ()))


@given(st.lists(PIECES, max_size=60))
@example(["İ", "his reply", "“", "told his son", "İ"])  # a name in a quotation ends the text
@settings(max_examples=100, deadline=None)
def test_any_file_gives_an_answer(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str]
) -> None:
    path = tmp_path_factory.mktemp("any") / "article.md"
    path.write_text(FULL_SENTENCE + " ".join(pieces), encoding="utf-8")
    article = read_article(path)
    holds(article, find_mentions(article).quotations)


def test_a_quotation_that_ends_in_a_shorter_sentence_gives_an_answer() -> None:
    article = as_article("There was no bread left in the town, and “the miller\n\nwept” said Hale.")
    holds(article, find_quotations(read_text(article), ()))


@pytest.mark.slow
def test_twenty_thousand_marks_in_one_text_give_an_answer() -> None:
    for piece in ("“", '"', "‘a ", "'a ", "“a” he said, ", "“a\n", "said “a ", "‘A’ ‘b "):
        article = as_article(piece * 20_000)
        holds(article, find_quotations(read_text(article), ()))


def test_an_extract_that_begins_with_he_tells_of_whom_its_title_names(tmp_path: Path) -> None:
    text = (
        "The last days of Lord Aldwyn\n\nHe asked for water. His lordship drank. “Thank you, "
        "Fletcher,” he said. Fletcher wept. Fletcher had served him for years, and Fletcher "
        "was old. Lord Weber wrote to Fletcher of the death of Lord Aldwyn.\n"
    )
    assert quotations(tmp_path, text) == [("Aldwyn", "Thank you, Fletcher,")]
