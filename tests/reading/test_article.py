"""Reading an article: what is running text, what is not, and what cannot be read."""

import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from flashgen.article import Article, AsideKind
from flashgen.errors import InputError
from flashgen.reading import read_article

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


def aside(article: Article) -> dict[str, AsideKind]:
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
    assert str(problem.where).partition(":")[0] == str(path)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: No such file or directory"):
        read_article(tmp_path / "none.txt")


def same(article: Article) -> tuple[list[str], list[str]]:
    """The running text, and what was set aside."""
    return running(article), [article.tidy(part.span) for part in article.set_aside]


# --- what a page holds beside the text ----------------------------------------------------------


@pytest.mark.parametrize(
    "part",
    [
        "Share this article",
        "Share this: Facebook, Twitter, e-mail.",
        "Read more: The mayor and his keys.",
        "Sign up for our weekly newsletter and never miss a story.",
        "You may also like: ten sieges that failed.",
        "We use cookies to improve your experience. By continuing, you agree to our cookie policy.",
        "© 2011 City Museum. All rights reserved.",
        "This article was first published in the yearbook of the museum.",
        "The opinions expressed here are the author's alone.",
        "Comments (12)",
        "Filed under: sieges, harbours.",
        "5 min read",
        "Photo: the walls in 1699.",
        "Image: City Museum, room 12.",
        "Soldiers before the walls, as a painter saw them. (Photo: City Museum)",
        "The king rides in, by an unknown painter. / Wikimedia Commons",
        "Fig. 3. The walls in the year of the siege.",
        "Map 2: The walls and the harbour.",
        "[Illustration: The keys of the town.]",
        "Main article: History of the Harbour Town.",
        "For other uses, see Harbour Town (disambiguation).",
        "From Wikipedia, the free encyclopedia",
        "This page was last edited on 3 May 2019, at 12:00.",
        "Text is available under the Creative Commons Attribution-ShareAlike License.",
        "[12] Smith, The Siege, p. 45.",
        "^ Smith 1990, p. 45.",
        "[Footnote 1: The mayor was no friend of the king.]",
        "The end of it . . . . . . . 17",
        "CHAPTER I",
        "By Maria van Holt",
    ],
)
def test_what_is_not_running_text_is_set_aside(tmp_path: Path, part: str) -> None:
    assert same(read(tmp_path, f"{FIRST}\n\n{part}\n\n{SECOND}")) == ([FIRST, SECOND], [part])


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("Share this article", AsideKind.NOTICE),
        ("The opinions expressed here are the author's alone.", AsideKind.DISCLAIMER),
        ("Photo: the walls in 1699.", AsideKind.CREDIT),
        ("Fig. 3. The walls in the year of the siege.", AsideKind.CAPTION),
        ("[12] Smith, The Siege, p. 45.", AsideKind.REFERENCE),
        ("The end of it . . . . . . . 17", AsideKind.CONTENTS),
        ("CHAPTER I", AsideKind.HEADING),
        ("By Maria van Holt", AsideKind.BYLINE),
    ],
)
def test_what_is_set_aside_says_why(tmp_path: Path, part: str, reason: AsideKind) -> None:
    assert aside(read(tmp_path, f"{FIRST}\n\n{part}\n\n{SECOND}")) == {part: reason}


@pytest.mark.parametrize(
    "paragraph",
    [
        "Photographs of the siege do not exist.",
        "Photographs show three things: hunger, mud and snow.",
        "Copyright did not exist in the town until much later.",
        "Share and share alike was the rule inside the walls.",
        "Read more closely, the letter says nothing of the kind.",
        "Related by marriage to the king, Brandt was not believed.",
        "Retrieved from the sea, the guns were useless.",
        "Posted in Riga since May, the captain knew nothing of it.",
        "Sponsored by the League, the fleet sailed west at last.",
        "More from fear than from love, the men obeyed him.",
        "Most popular of all was the mayor’s daughter.",
        "His opinions were his own, and he did not hide his views.",
        "The king published the terms and conditions of the surrender.",
        "He left the town without prior permission.",
        "She edited a weekly newsletter for the besieged.",
        "Figures 3 and 4 of the old map show two gates, not one.",
        "Source of all the trouble was a broken well.",
        "By the river stood a mill.",
        "Soon, soon!",
        "What now?",
        "“We will not go,” he said.",
        "12 March 1700 was a Friday.",
        "1700 was a year of hunger.",
        "November 7th, 1700.",
        "The letter said:",
        "It ended (the photo: see above) badly.",
    ],
)
def test_a_short_paragraph_is_running_text(tmp_path: Path, paragraph: str) -> None:
    assert running(read(tmp_path, f"{FIRST}\n\n{paragraph}\n\n{SECOND}")) == [
        FIRST,
        paragraph,
        SECOND,
    ]


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param(PULLED, id="shortened"),
        pytest.param("“Elias Brandt carried the keys out himself”", id="in quotation marks"),
        pytest.param("The mayor, Elias Brandt, carried the keys out himself.", id="word for word"),
        pytest.param(
            "The mayor carried the town's keys out himself, and the besiegers let him live",
            id="a little reworded",
        ),
        pytest.param("It was hunger that opened the gates.", id="a short sentence"),
    ],
)
def test_a_pull_quote_is_set_aside(tmp_path: Path, quote: str) -> None:
    assert running(read(tmp_path, f"{FIRST}\n\n{quote}\n\n{SECOND}")) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param("The mayor let the besiegers live, and they let him go.", id="new words"),
        pytest.param("The mayor, Elias Brandt, died of fever in the same winter.", id="new facts"),
        pytest.param("“Let him live,” said the king.", id="a few of its words"),
    ],
)
def test_a_paragraph_that_goes_on_is_no_pull_quote(tmp_path: Path, paragraph: str) -> None:
    assert paragraph in running(read(tmp_path, f"{FIRST}\n\n{SECOND}\n\n{paragraph}"))


def test_a_second_copy_may_differ_a_little(tmp_path: Path) -> None:
    """Saved pages mend a slip in one copy and not in the other."""
    copy = SECOND.replace("half of their men", "half their men")
    article = read(tmp_path, "\n\n".join([FIRST, "Soon.", SECOND, FIRST, "Soon.", copy]))
    assert running(article) == [FIRST, "Soon.", SECOND]
    assert set(aside(article).values()) == {AsideKind.REPEATED}


def test_a_refrain_is_no_second_copy(tmp_path: Path) -> None:
    text = [FIRST, "“Soon, soon!”", SECOND, "“Soon, soon!”"]
    assert running(read(tmp_path, "\n\n".join(text))) == text


def test_references_end_where_the_text_goes_on(tmp_path: Path) -> None:
    references = [
        "Smith, John (1990). The Siege. Oxford University Press.",
        "Jones, Anna. The Keys. Riga, 1931.",
        "Notes on the walls, vol. 2, p. 45.",
    ]
    text = "\n\n".join([FIRST, "References", *references, "The way back", SECOND])
    assert same(read(tmp_path, text)) == (
        [FIRST, SECOND],
        ["References", *references, "The way back"],
    )


def test_a_table_of_contents_is_no_text(tmp_path: Path) -> None:
    contents = ["Contents", "1 The siege", "1.1 The first winter", "2 The end"]
    text = "\n".join(["The Fall of the Harbour Town", "", *contents, "", "The siege", FIRST])
    text += f"\n\nThe first winter\n\n{SECOND}\n\nThe end\n\nThey went home."
    article = read(tmp_path, text)
    assert running(article) == [FIRST, SECOND, "They went home."]
    assert article.title == "The Fall of the Harbour Town"


def test_the_licence_around_a_book_is_no_text(tmp_path: Path) -> None:
    text = (
        "The Project Gutenberg EBook of The Siege\n\nTitle: The Siege of the Harbour Town\n\n"
        "You may copy it, give it away or re-use it.\n\n"
        "*** START OF THIS PROJECT GUTENBERG EBOOK THE SIEGE ***\n\n"
        f"{FIRST}\n\n"
        "*** END OF THIS PROJECT GUTENBERG EBOOK THE SIEGE ***\n\n"
        "Updated editions will replace the previous one.\n"
    )
    article = read(tmp_path, text)
    assert running(article) == [FIRST]
    assert article.title == "The Siege of the Harbour Town"


def test_the_numbers_of_notes_are_not_read(tmp_path: Path) -> None:
    text = (
        "The walls fell[1] on 3 May 1700.[2][a] Brandt,[note 3] the mayor,³ wept.[4]:45–46 "
        "Nobody[citation needed] saw it. [5] “[T]he town is [sic] lost,” he wrote on "
        "29 February [11 March] 1700, or 18[29] February."
    )
    article = read(tmp_path, text)
    assert [article.tidy(sentence) for sentence in article.paragraphs[0].sentences] == [
        "The walls fell on 3 May 1700.",
        "Brandt, the mayor, wept.",
        "Nobody saw it.",
        "“[T]he town is [sic] lost,” he wrote on 29 February [11 March] 1700, or 18[29] February.",
    ]


# --- lines and paragraphs -----------------------------------------------------------------------


def wrapped(paragraph: str, width: int, indent: str = "") -> str:
    return textwrap.fill(paragraph, width, initial_indent=indent, subsequent_indent=indent)


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
    assert article.title == "THE SIEGE"


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


# --- Markdown -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("He held the [old](https://example.org/a_(b) 'x') gate.", "He held the old gate."),
        ("He held the [old *Sea* Gate](/gate).", "He held the old Sea Gate."),
        ("He held the [[gate|Sea Gate]] and [[Riga]].", "He held the Sea Gate and Riga."),
        ("He ![the mayor](mayor.png) fled.", "He fled."),
        ("He **held** the *Sea Gate* and __won__.", "He held the Sea Gate and won."),
        ("**“Hold it!”** he cried.", "“Hold it!” he cried."),
        ("He held snake_case_names and 5 * 3 * 2.", "He held snake_case_names and 5 * 3 * 2."),
        ("He held `the gate` long.", "He held the gate long."),
        ("He fled.[^1] They did not.[^note]", "He fled. They did not."),
        ("He <em>held</em> the <a href='x'>gate</a>.", "He held the gate."),
        ("He fled<sup>12</sup> in May.", "He fled in May."),
        ("He fled <!-- where? --> in May.", "He fled in May."),
        ("He fled in May\\. It was 5 \\* 3.", "He fled in May. It was 5 * 3."),
        ("See <https://example.org> for it.", "See for it."),
        ("He&nbsp;fled in&nbsp;May.", "He fled in May."),
        ("It cost 3 < 5 and 7 > 6 marks.", "It cost 3 < 5 and 7 > 6 marks."),
        ("“[T]he gate” held [for a week].", "“[T]he gate” held [for a week]."),
    ],
)
def test_the_words_of_markdown(tmp_path: Path, markdown: str, words: str) -> None:
    """Spaces may be left where marks were: the words and the stops are what counts."""
    article = read(tmp_path, f"{markdown}\n\n[x]: https://example.org\n", "article.md")
    (paragraph,) = running(article)
    assert re.sub(r" (?=[.,!”])", "", paragraph) == words


def test_the_blocks_of_markdown(tmp_path: Path) -> None:
    text = f"""\
---
title: "The Keys of the Town"
tags:
  - siege
---

- [The siege](#the-siege)
- [The end](#the-end)

The siege
=========

{wrapped(FIRST, 80)}

> We have bread for a year,
> and water for two.

In this order:

* 3 May 1700: the king arrives
* the walls fall
  in the second winter

1. Hunger
2. Fever, which took half of the men.

| Date       | What                |
|------------|---------------------|
| 4 May 1700 | The gates are shut. |

The end
-------

The end came [soon][x].[^1]\\
It was hunger.

[^1]: Smith, *The Siege*, p. 12.
    With a second line.

[x]: https://example.org
"""
    article = read(tmp_path, text, "article.md")
    assert article.title == "The Keys of the Town"
    assert running(article) == [
        FIRST,
        "We have bread for a year, and water for two.",
        "In this order:",
        "3 May 1700: the king arrives",
        "the walls fall in the second winter",
        "Hunger",
        "Fever, which took half of the men.",
        "4 May 1700 The gates are shut.",
        "The end came soon.",
        "It was hunger.",
    ]
    assert [p.number for p in article.paragraphs if p.quoted] == [2]


def test_a_wiki_heading_is_a_heading(tmp_path: Path) -> None:
    article = read(tmp_path, f"== The siege ==\n{FIRST}\n\n=== The end ===\n{SECOND}")
    assert same(article) == ([FIRST, SECOND], ["The siege", "The end"])


def test_a_dash_within_a_paragraph_is_no_list(tmp_path: Path) -> None:
    text = (
        "The king waited for the second winter\n"
        "- he had time - and the mayor counted\n"
        "12. His men were down to a handful\n"
        "by then, and the bread was gone."
    )
    assert running(read(tmp_path, text)) == [" ".join(text.split())]


# --- what always holds --------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "The siege began. ", "Brandt wept", "“Stop!” ", "V. I. ", "12", " ", "\t", "\n", "\n\n",
        "\r\n", "\r", "\f", "\u2028", "\u00a0", "\u200b", "# ", "> ", "- ", "1. ", "| ", "|",
        "---\n", "===\n", "== ", "**", "_", "`", "```\n", "\\", "[", "]", "(", ")", "[12]", "[^1]",
        "[^1]: ", "[a](b)", "![a](b)", "[a]: http://b\n", "<!--", "-->", "<b>", "<sup>", "&nbsp;",
        "²", "^ ", "title: x\n", "References\n", "Contents\n", "© ", "Photo: ", "By ", "..... 5\n",
        "*** START OF THE PROJECT GUTENBERG EBOOK X ***\n", "é", "𝔅", "🏰", "\x07", "\u00ad",
    ]
)  # fmt: skip


@given(
    pieces=st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=40),
    name=st.sampled_from(["a.txt", "a.md"]),
)
@settings(max_examples=400, deadline=None)
def test_no_word_is_lost(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str], name: str
) -> None:
    """Whatever the view shows lies in one paragraph or in one part that was set aside."""
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(f"The king came.{''.join(pieces)}".encode("utf-8", "replace"))
    try:
        article = read_article(path)
    except InputError:
        reject()
    assert all(seen in (" ", true) for true, seen in zip(article.text, article.view, strict=True))
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
