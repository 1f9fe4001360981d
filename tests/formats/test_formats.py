"""What is kept of a document of each format, and that its words are read back as they were."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("trafilatura", reason="needs flashgen[formats]")

from flashgen.article import AsideKind
from flashgen.errors import InputError
from flashgen.formats import Imported, import_document
from flashgen.formats.markdown import to_markdown
from flashgen.formats.words import escape
from flashgen.reading import article_of
from flashgen.reading.kinds import kind_of
from flashgen.rules import find_mentions
from tests.formats import made
from tests.formats.made import TELLING

SECOND = "Otto Weber left the town on 9 November 1917, and nobody saw him there again."
PAGE = f"""\
<!doctype html><html><head><meta charset="utf-8"><title>The Gate – A Site</title>
<meta name="author" content="Jane Doe"><meta property="og:site_name" content="A Site">
<meta property="article:published_time" content="2011-06-03">
<script>var a = "He came in 1916.";</script><style>p {{ color: red }}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/x">More</a></li></ul></nav>
<h1>The Gate</h1><p>{TELLING.replace("&", "&amp;")}<sup><a href="#n1" id="r1">[1]</a></sup></p>
<h2>What came <i>then</i></h2><blockquote><p>We hold the *gate* [sic] to the end.</p></blockquote>
<ul><li>bread for a year<ul><li>and salt</li></ul></li><li>water for two</li></ul>
<table><tr><th>Name</th><th>Year</th></tr><tr><td>Otto <b>Weber</b></td><td>1917</td></tr></table>
<p>{SECOND} The <em>Aurora</em> had left <a href="/y">before him</a>.</p>
<ol><li id="n1">Smith, The Siege, p. 45. <a href="#r1">↑</a></li></ol>
<footer><p>© 2011 A Site. All rights reserved.</p></footer></body></html>"""


def read(data: bytes, ending: str, chapter: str = "") -> Imported:
    kind = kind_of(data, ending)
    return import_document(data, kind, Path(f"a{ending}"), chapter)


def running(found: Imported) -> list[str]:
    article = article_of(Path("article.md"), found.text.encode())
    return [article.tidy(paragraph.span) for paragraph in article.paragraphs]


def test_a_page_gives_its_text_and_what_it_says_of_itself() -> None:
    found = read(PAGE.encode(), ".html")
    assert (found.title, found.author, found.date) == ("The Gate", "Jane Doe", "2011-06-03")
    assert running(found) == [
        TELLING,
        "We hold the *gate* [sic] to the end.",
        "bread for a year",
        "and salt",
        "water for two",
        "Otto Weber 1917",
        f"{SECOND} The Aurora had left before him.",
    ]
    assert "## What came *then*" in found.text
    assert "> We hold the \\*gate\\*" in found.text
    assert "| Otto Weber | 1917 |" in found.text
    assert "[^1]: Smith, The Siege, p. 45." in found.text
    assert "Home" not in found.text
    assert "1916" not in found.text
    article = article_of(Path("article.md"), found.text.encode())
    assert article.title == "The Gate"
    assert article.paragraphs[1].quoted


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b'<meta charset="iso-8859-1"><p>' + "Der König kam. ".encode("latin-1") * 9, "König"),
        ("<p>Der König kam. " .encode("cp1252") + "“Ja” ".encode("cp1252") * 9, "König"),
        ("\ufeff<p>Der König kam. ".encode(), "König"),
        ("<p>Der König kam. ".encode("utf-16"), "König"),
        (b'<?xml version="1.0" encoding="windows-1251"?><html><body><p>' + "Пётр пришёл. ".encode("cp1251") * 9, "Пётр"),  # noqa: E501
        ("<p>Der König kam am 3. Mai.".encode(), "König"),
    ],
)  # fmt: skip
def test_a_page_is_of_the_encoding_that_it_states(data: bytes, word: str) -> None:
    assert word in read(data, ".html").text


@pytest.mark.parametrize(
    ("address", "told"),
    [("https://example.org/gate", "https://example.org/gate"), ("file:///home/ann/gate.html", "")],
)
def test_a_page_saved_whole_in_one_file(address: str, told: str) -> None:
    """Its links are whole addresses; one on the author's machine is nobody's business."""
    page = PAGE.replace('href="#', f'href="{address}#')
    body = page.replace("=", "=3D").replace("é", "=C3=A9").replace("\n", "\r\n").encode()
    data = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: " + address.encode() + b"\r\n"
        b"Subject: The Gate\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        b'\ttype="text/html";\r\n\tboundary="--b"\r\n\r\n\r\n----b\r\nContent-Type: text/html\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n"
        b"Content-Location: https://example.org/gate\r\n\r\n" + body + b"\r\n----b\r\n"
        b"Content-Type: text/css\r\n\r\np { }\r\n----b--\r\n"
    )
    found = read(data, ".mhtml")
    assert found.address == told
    assert running(found)[0] == TELLING
    assert "[^1]: Smith, The Siege, p. 45.\n" in found.text
    assert kind_of(data, ".txt") == "html"


def test_what_cannot_be_shown_is_not_read() -> None:
    page = PAGE.replace("opened", "ope\x0bned &#11;").replace("The Gate – ", "The\x7f Gate\x01 – ")
    found = read(page.encode(), ".html")
    assert running(found)[0] == TELLING
    assert found.title == "The Gate"


def test_notes_of_several_lists_and_captions_of_a_gallery_are_no_running_text() -> None:
    """As encyclopedias have them: a note [n 1] beside [1], some of them in a box of figures."""
    mark = '<sup class="reference"><a href="#n-{0}">[n {0}]</a></sup>'
    box = f'<table class="infobox"><tr><td>Weavers: 500{mark.format(2)}</td></tr></table>'
    gallery = '<ul class="gallery"><li><p>The gate in the rain of that year</p></li></ul>'
    notes = '<ol><li id="n-1">Weber wrote 1916.</li><li id="n-2">In the upper town.</li></ol>'
    page = PAGE.replace("<h1>", f"{box}<h1>").replace("saw him there", f"saw{mark.format(1)} him")
    page = page.replace("<footer>", f"{gallery}<h2>Notes</h2>{notes}<footer>")
    article = article_of(Path("article.md"), read(page.encode(), ".html").text.encode())
    text = [article.tidy(paragraph.span) for paragraph in article.paragraphs]
    assert f"{SECOND.replace(' there', '')} The Aurora had left before him." in text
    assert not [each for each in text if re.search("1916|upper town|rain|500", each)]


@pytest.mark.skipif(not shutil.which("chromium"), reason="needs Chromium")
def test_a_page_as_chromium_writes_it(tmp_path: Path) -> None:
    """Its tree after the scripts have run, and the same page as a PDF."""
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    chromium = ["chromium", "--headless", "--no-sandbox", "--disable-gpu"]
    chromium.append(f"--user-data-dir={tmp_path / 'profile'}")
    dumped = subprocess.run(
        [*chromium, "--dump-dom", page.as_uri()], capture_output=True, timeout=60, check=True
    ).stdout
    assert running(read(dumped, ".html"))[0] == TELLING
    paper = tmp_path / "page.pdf"
    subprocess.run(
        [*chromium, f"--print-to-pdf={paper}", page.as_uri()],
        capture_output=True,
        timeout=60,
        check=True,
    )
    found = read(paper.read_bytes(), ".pdf")
    assert TELLING in " ".join(re.sub(r"\[\^1\]", "", found.text).split())
    assert SECOND in " ".join(found.text.split())


def test_a_word_document_keeps_its_forms_and_its_footnote() -> None:
    table = "".join(
        f"<w:tr>{''.join(f'<w:tc>{made.word_paragraph(c)}</w:tc>' for c in row)}</w:tr>"
        for row in (("Otto Weber", "1917"), ("Anna Keller", "1918"))
    )
    body = (
        made.word_paragraph("The Gate", "Title")
        + made.word_paragraph(TELLING, more=made.NOTE_REFERENCE)
        + made.word_paragraph("Then", "Heading1")
        + made.word_paragraph("We hold the gate to the end.", "Quote")
        + f"<w:tbl>{table}</w:tbl>"
        + made.word_paragraph(SECOND)
    )
    found = read(made.docx(body), ".docx")
    assert (found.title, found.author) == ("The Gate", "Jane Doe")
    assert running(found) == [
        TELLING,
        "We hold the gate to the end.",
        "Otto Weber 1917",
        "Anna Keller 1918",
        SECOND,
    ]
    assert found.text.count("The Gate") == 1
    assert f"{escape(TELLING)}[^1]" in found.text
    assert "[^1]: Smith, The Siege, p. 45." in found.text
    assert kind_of(made.docx(body), ".txt") == "docx"


CHAPTERS = tuple(
    (title, f"<p>{TELLING.replace('&', '&amp;')}</p>" + f"<p>{SECOND} {title}.</p>" * 4)
    for title in ("The Gate", "The Long Winter", "The Winter Palace")
)


@pytest.mark.parametrize(
    ("chapter", "title"),
    [
        ("2", "The Long Winter (A History)"),
        ("the long winter", "The Long Winter (A History)"),
        ("palace", "The Winter Palace (A History)"),
        ("all", "A History"),
    ],
)
def test_a_chapter_of_an_e_book(chapter: str, title: str) -> None:
    found = read(made.epub(CHAPTERS), ".epub", chapter)
    assert (found.title, found.author, found.date) == (title, "Jane Doe", "1911-05-04")
    assert found.text.startswith(f"# {title}\n")
    assert running(found)[0] == TELLING
    assert ("Palace." in found.text) == (chapter in ("palace", "all"))


@pytest.mark.parametrize(
    ("chapter", "message"),
    [
        ("", "3 chapters; choose one by its number or title: --chapter 1"),
        ("winter", "'winter' fits 2 chapters; choose one by its number"),
        ("9", "'9' is no chapter; choose one by its number or title"),
    ],
)
def test_without_a_choice_the_chapters_are_listed(chapter: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(made.epub(CHAPTERS), ".epub", chapter)
    lines = [problem.message for problem in caught.value.problems]
    assert lines[0] == message
    assert re.fullmatch(r"chapter 2: The Long Winter \(\d+ words\)", lines[2])


def test_chapters_of_one_document_are_told_apart() -> None:
    """Books that a program has put together: what of them is where, only the contents say."""
    long = "".join(f"<p>{SECOND} It was day {n}.</p>" for n in range(6))
    body = (
        f'<p>{SECOND} {"The first chapter went on. " * 16}</p><div id="b&#228;"/>'
        f'<h2>II</h2>{long}<h3 id="b1">In spring</h3><p>He slept.</p>'
        f'<h2><a name="c"></a>III</h2>{long}<p>She slept.</p>'
    )
    nav = (
        '<html><body><nav><ol><li><a href="c1.xhtml">One</a></li>'
        '<li><a href="c2.xhtml#b%C3%A4">Two</a><ol><li><a href="c2.xhtml#b1">Spring</a></li></ol>'
        '</li><li><a href="c2.xhtml#c">Three</a></li></ol></nav></body></html>'
    )
    book = made.epub([("I", long), ("", body)], {"OPS/nav.xhtml": nav})
    with pytest.raises(InputError) as caught:
        read(book, ".epub")
    listed = [problem.message.partition(" (")[0] for problem in caught.value.problems[1:]]
    assert listed == ["chapter 1: One", "chapter 2: Two", "chapter 3: Three"]
    one, two, three = (read(book, ".epub", number).text for number in "123")
    assert one.count("The first chapter went on.") == 16
    assert "### In spring\n\nHe slept.\n" in two
    assert "## III" not in two
    assert three.startswith("# Three (A History)\n\n## III\n")
    assert "She slept." in three


def test_the_contents_of_an_old_e_book() -> None:
    ncx = "<ncx><navMap>{}</navMap></ncx>".format(
        "".join(
            f"<navPoint><navLabel><text>{title}</text></navLabel><content src='{place}'/>{more}"
            "</navPoint>"
            for title, place, more in (
                ("Part I", "c1.xhtml", "<navPoint><content src='c1.xhtml#x'/></navPoint>"),
                ("Part II", "c1.xhtml#y", ""),
            )
        )
    )
    texts = [f"<p>{SECOND} In part {n} it rained.</p>" * 5 for n in (1, 2)]
    body = f"{texts[0]}<h3 id='x'>In spring</h3><h2 id='y'>II</h2>{texts[1]}"
    item = 'properties="nav" media-type="application/xhtml+xml"'
    book = made.epub([("I", body)], {"OPS/nav.xhtml": ncx})
    book = made.changed(book, "OPS/book.opf", item, 'media-type="application/x-dtbncx+xml"')
    found = read(book, ".epub", "Part II")
    assert "In part 2 it rained." in found.text
    assert "In part 1 it rained." not in found.text


SHORT = ("Fire", "Ice")
TITLE_PAGE = "<p>By Otto Weber</p><p>Riga 1911</p>"


def test_short_chapters_are_chapters_and_covers_are_none() -> None:
    """What a book calls its cover or its contents is none, however long; nor is a mere title."""
    told = [(title, f"<p>Riga fell to {title.lower()} in 1621.</p>") for title in SHORT]
    long = f"<p>{SECOND}</p>" * 4
    book = made.epub(
        [
            ("A Picture", "<p>It is a book. Otto Weber wrote it.</p>"),
            ("A History", TITLE_PAGE),
            ("Copyright", f"<p>All that is here is ours.</p>{long}"),
            ("What Is in It", f"<p>It has two chapters.</p>{long}"),
            *told,
        ]
    )
    guide = '<guide><reference type="toc" href="c4.xhtml"/></guide></package>'
    book = made.changed(book, "OPS/book.opf", "</package>", guide)
    book = made.changed(book, "OPS/c1.xhtml", "<body>", '<body epub:type="cover">')
    with pytest.raises(InputError) as caught:
        read(book, ".epub")
    listed = [problem.message for problem in caught.value.problems[1:]]
    assert listed == ["chapter 1: Fire (7 words)", "chapter 2: Ice (7 words)"]
    whole = read(book, ".epub", "all")
    assert running(whole) == [f"Riga fell to {title.lower()} in 1621." for title in SHORT]
    assert running(read(book, ".epub", "ice")) == ["Riga fell to ice in 1621."]


def test_what_stands_behind_a_cover_is_not_lost() -> None:
    """The contents of some books name their cover only."""
    nav = '<html><body><nav><ol><li><a href="c1.xhtml">Cover</a></li></ol></nav></body></html>'
    book = made.epub([("", "<p>A picture.</p>"), *CHAPTERS[:1]], {"OPS/nav.xhtml": nav})
    assert running(read(book, ".epub"))[0] == TELLING


def test_a_book_of_one_chapter_needs_no_choice() -> None:
    assert running(read(made.epub(CHAPTERS[:1]), ".epub"))[0] == TELLING


def test_a_pdf_keeps_its_pages_and_none_of_their_edges() -> None:
    found = read(made.paper(), ".pdf")
    assert found.title == "The Gate of Riga"
    text = found.text
    assert "The Siege of Riga" not in text
    assert not re.search(r"^\d+$", text, re.MULTILINE)
    assert "cold morning <!-- page 2 --> and nobody spoke of the long winter that" in text
    assert re.search(r"^\[\^1\]: Smith, The Siege, p\. 45\.$", text, re.MULTILINE)
    assert "came in.[^1]" in text
    article = article_of(Path("article.md"), text.encode())
    pages = [article.page_at(article.text.index(word)) for word in ("Keller", "spoke", "left")]
    assert pages == [1, 2, 3]
    assert article.title == "The Gate of Riga"
    assert {part.reason for part in article.set_aside} == {
        AsideKind.HEADING,
        AsideKind.REFERENCE,
    }


def test_a_figure_set_high_breaks_no_line_of_a_pdf() -> None:
    """Browsers set it so large and so high that it is a line of its own to a reader of PDF."""
    lines = [
        ("On 7 November 1917 Anna Keller opened the gate of the town", 50.0, 500.0, 10.0),
        ("Otto Weber came in.", 50.0, 486.0, 10.0),
        ("1", 141.5, 490.0, 8.3),
        ("He had eaten nothing that day, and he wrote so to", 148.0, 486.0, 10.0),
        ("his sister in these words:--", 50.0, 473.0, 10.0),
        ("I have bread again, and I shall stay.", 70.0, 453.0, 10.0),
        ("Nobody else was to know of it.", 50.0, 433.0, 10.0),
        ("She did not keep it to herself.", 50.0, 413.0, 10.0),
    ]
    text = read(made.pdf([lines]), ".pdf").text
    assert re.sub(r"<!--.*-->\n", "", text).split("\n\n") == [
        "On 7 November 1917 Anna Keller opened the gate of the town Otto Weber came in.[^1] He had "
        "eaten nothing that day, and he wrote so to his sister in these words:--",
        "I have bread again, and I shall stay.",
        "Nobody else was to know of it.",
        "She did not keep it to herself.",
    ]


ABOVE = [
    ("On 7 November 1917 Anna Keller opened the gate of the town", 50.0, 500.0, 10.0),
    ("for Otto Weber, and the guard went home.", 50.0, 488.0, 10.0),
]
ROWS = (
    (("Name", 60.0), ("Buyer", 120.0), ("Nr", 165.0), ("Month", 190.0)),
    (("Otto Weber", 50.0), ("Anna Keller", 104.0), ("7", 160.0), ("May 1703", 185.0)),
    (("Karl Brandt", 50.0), ("Emil Holm", 104.0), ("9", 160.0), ("June 1701", 185.0)),
)


def test_no_name_and_no_date_goes_across_two_cells_of_a_pdf() -> None:
    """Cells may stand as near as words do: no space is drawn between them."""
    table = [
        (words, left, 450.0 - 14 * number, 10.0)
        for number, row in enumerate(ROWS)
        for words, left in row
    ]
    found = read(made.pdf([ABOVE + table]), ".pdf")
    assert running(found)[0].endswith("for Otto Weber, and the guard went home.")
    for row in ROWS:
        assert f"| {' | '.join(words for words, _ in row)} |\n" in f"{found.text}\n"
    mentions = find_mentions(article_of(Path("article.md"), found.text.encode()))
    assert {"Otto Weber", "Anna Keller", "Karl Brandt", "Emil Holm"} >= {
        person.canonical for person in mentions.people
    }
    dates = [str(m.date.value) for m in mentions.dates if m.date]
    assert dates == ["1917-11-07", "1703-05", "1701-06"]


def test_the_sign_of_an_item_of_a_pdf_is_no_cell() -> None:
    items = [
        (words, left, 450.0 - 14 * number, 10.0)
        for number, name in enumerate(("Otto Weber", "Anna Keller"), start=1)
        for words, left in ((f"{number}.", 50.0), (f"{name} came to Riga.", 66.0))
    ]
    assert "|" not in read(made.pdf([ABOVE + items]), ".pdf").text


def test_spaces_that_no_program_draws_are_no_cells() -> None:
    """Typesetters leave a space between two words, and wider ones where a line is stretched."""
    words = "The guard of the gate went home to eat bread with salt on that day".split()
    lines = [
        (word, 50.0 + 34 * place, 500.0 - 12 * number, 10.0)
        for number in range(3)
        for place, word in enumerate(words[5 * number : 5 * number + 5])
    ]
    assert "|" not in read(made.pdf([lines]), ".pdf").text


def test_a_caption_at_the_foot_of_a_page_of_a_pdf_stands_alone() -> None:
    caption = ("The gate in 1888, drawn by Emil Holm", 80.0, 40.0, 10.0)
    behind = [("Weber left the town on 9 November 1917 and came no more.", 50.0, 500.0, 10.0)]
    found = read(made.pdf([[*ABOVE, caption], behind]), ".pdf")
    assert any(part.startswith("Weber left the town") for part in running(found))


@pytest.mark.parametrize(
    "words",
    [
        "*a* _b_ `c` [d](e) [f] | g \\ h <b>i</b> &amp; j",
        "1. first",
        "- no item",
        "# no heading",
        "> no quotation",
        "(2) of them",
        "{{circa|1850}} C:\\new_names __init__ a_b",
        "[1] and [edit] and [^x]: y",
        "+ 3 = 5 ~ 6",
        "AT&T; &c. && &#38;",
        "== so ==",
    ],
)
def test_words_that_look_like_markup_are_read_back_as_words(words: str) -> None:
    text = f"The king came to the town and saw it.\n\n{escape(words)} was there.\n"
    article = article_of(Path("article.md"), text.encode())
    parts = [p.span for p in article.paragraphs[1:]] + [p.span for p in article.set_aside]
    assert [article.view[part.start : part.end] for part in parts] == [f"{words} was there."]


def test_a_tree_without_words_is_no_markdown() -> None:
    from lxml import html

    assert to_markdown(html.fromstring("<div><p> </p><ul><li></li></ul></div>")) == ""
