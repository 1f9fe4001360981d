"""What makes a text of any origin legible, and where its characters lie in the file."""

import html
import json
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given, settings
from hypothesis import strategies as st

from flashgen.article import Article, AsideKind, Span
from flashgen.drafting.draft import draft
from flashgen.mentions import Mentions
from flashgen.reading import article_of, read_article
from flashgen.reading.legible import join_divided, make_legible
from flashgen.rules import find_mentions

NAMES = ("a.txt", "a.md")


def seen(text: str, name: str = "a.md") -> tuple[Article, Mentions]:
    article = article_of(Path(name), text.encode())
    return article, find_mentions(article)


def names(mentions: Mentions) -> set[str]:
    return {found.canonical for found in (*mentions.people, *mentions.places)}


def dates(mentions: Mentions) -> list[str]:
    return [str(mention.date.value) for mention in mentions.dates if mention.date]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("Andr&eacute;s C&#225;ceres &#xA7;4", "Andrés Cáceres §4"),
        ("Weber &amp; Sons, R&D, AT&T; &nosuch; &copy", "Weber & Sons, R&D, AT&T; &nosuch; &copy"),
        ("&amp;eacute;", "&eacute;"),
        ("&notable; &semi;", "&notable; ;"),
        ("1.\tOne\n-\tTwo\nThree\tfour", "1.\tOne\n-\tTwo\nThree\tfour"),
        ("&#0;&#xD800;&#13;", "&#0;&#xD800; "),
        (
            "Ber\u00adlin, Mos\u200bcow, Ki\u2060ev, Len\ufeffin, Tu\u200dla&shy;s",
            "Berlin, Moscow, Kiev, Lenin, Tulas",
        ),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Anne\u2011Marie, Baden\u2010Baden, 1914\uff0d18", "Anne-Marie, Baden-Baden, 1914-18"),
        ("ﬁrst oﬃcer, ﬂeet, Suﬀolk", "first officer, fleet, Suffolk"),
        ("Jose\u0301", "José"),
        (r"\"No,\" he\'d say \*once\*.", '"No," he\'d say *once*.'),
        ("{{birth date|1879|11|7|df=y}}, {{circa|1850}}", "7 November 1879, c. 1850"),
        ("{{OldStyleDate|7 May|1879|25 April}}", "7 May [O.S. 25 April] 1879"),
        ("a {{lang|fr|fronde}} {{convert|3|km|mi}} off", "a fronde 3 km off"),
        ("{{cite book|title=X}}", "{{cite book|title=X}}"),
        ("1914\x9618, \x93No\x94, Holt\x92s, \x84Ja\x93", "1914–18, “No”, Holt’s, „Ja“"),
        ("Ri\x07ga, \x81Mi\x7ftau\x1f, Nar\ufffeva", "Riga, Mitau, Narva"),
        ("It was so\x85\nIt was", "It was so\x85\nIt was"),
        ("plain", "plain"),
    ],
)
def test_a_text_is_made_legible(file: str, text: str) -> None:
    assert make_legible(file).text == text


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("in the mor-\nning they", "in the morning\nthey"),
        ("7 Novem-\nber 1917", "7 November\n1917"),
        ("Narva-\nburg fell. Narvaburg!", "Narvaburg\nfell. Narvaburg!"),
        ("NARVA-\nBURG fell. Narvaburg!", "NARVABURG\nfell. Narvaburg!"),
        ("a well-\nknown man", "a well-known\nman"),
        ("an any-\nbody; the any-body", "an any-body;\nthe any-body"),
        ("the Anglo-\nSaxon king", "the Anglo-Saxon\nking"),
        ("of 1914-\n18 in", "of 1914-18\nin"),
        ("two-\nand three-year", "two-\nand three-year"),
        ("Kras\u00ad\nnow came", "Krasnow\ncame"),
        ("the mor¬\nning of Krasn¬\now", "the morning\nof Krasnow"),
        ("he ate ¬\nand slept", "he ate ¬\nand slept"),
        ("mor-\r\n> ning they", "morning\n> they"),
        ("he left --\nand", "he left --\nand"),
    ],
)
def test_a_word_that_a_line_s_end_divides_is_whole(file: str, text: str) -> None:
    assert join_divided(file) == text


@pytest.mark.parametrize("name", NAMES)
def test_references_are_characters_to_the_rules(name: str) -> None:
    text = (
        "In 1819 Andr&eacute;s C&aacute;ceres crossed the Andes. &ldquo;We march at dawn,&rdquo; "
        "C&aacute;ceres said on 7&nbsp;August&#160;1819."
    )
    article, mentions = seen(text, name)
    assert "Andrés Cáceres" in names(mentions)
    assert "1819-08-07" in dates(mentions)
    assert [q.text for q in mentions.quotations] == ["We march at dawn,"]
    assert article.tidy(article.paragraphs[0].span).startswith("In 1819 Andrés Cáceres")


@pytest.mark.parametrize("name", NAMES)
def test_what_is_divided_or_unseen_is_found(name: str) -> None:
    text = (
        "Petrograd was cold when the army came. It took Petro-\ngrad on 7 Novem-\nber 1917, and "
        "Vladimir Len\u00adin came to Mos\u200bcow with an "
        "Anglo-\nSaxon crew. They fought in 1914\u201118."
    )
    _, mentions = seen(text, name)
    assert {"Petrograd", "Moscow", "Vladimir Lenin"} <= names(mentions)
    assert dates(mentions) == ["1917-11-07", "1914/1918"]
    assert mentions.dates[0].surface == "7 November 1917"


TABLES = {
    "pipes": "| Otto Weber | Anna Keller |\n| --- | --- |\n| Hans Maurer | Eva Brandt |\n| 7 | May 1917 |",  # noqa: E501
    "without edges": "Otto Weber | Anna Keller\n--- | ---\nHans Maurer | Eva Brandt\nLeo Hale | 7\nMay 1917 | rain",  # noqa: E501
    "tabs": "Otto Weber\tAnna Keller\tof the town\nHans Maurer\tEva Brandt\n7\tMay 1917",
    "grid": "+---+---+\n| Otto Weber | Anna Keller |\n+===+===+\n| Hans Maurer | Eva Brandt |\n+---+---+\n| 7 | May 1917 |\n+---+---+",  # noqa: E501
    "columns": "Otto Weber     Anna Keller\n-------------  -----------\nHans Maurer    Eva Brandt\n7              May 1917",  # noqa: E501
    "columns without a header": "  -----------  ----------  ----\n  Hans Maurer  Eva Brandt    12\n  Leo Hale     7\n               May 1917    rain\n  -----------  ----------  ----",  # noqa: E501
    "columns between rules": "===========  ===========\nOtto Weber   Anna Keller\n===========  ===========\nHans Maurer  Eva Brandt\n7            May 1917\n===========  ===========",  # noqa: E501
    "rows of several lines": "-------------------------\nOtto          Anna\nWeber         Keller\n------------  -----------\nHans Maurer   Eva Brandt\n\n7             May 1917\n\nLeo           Paul\nHale          Orr\n-------------------------",  # noqa: E501
    "rows of several lines without a header": "------------  -----------\nHans Maurer   Eva Brandt\n\nLeo Hale      7\n\n              May 1917\n------------  -----------",  # noqa: E501
    "HTML": "<table>\n<tr><td>Otto Weber</td><td>Anna Keller</td></tr>\n<tr>\n<td>Hans Maurer</td>\n<td>Eva Brandt</td></tr><tr><td>7</td><td>May 1917</td></tr></table>",  # noqa: E501
}


@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize("name", NAMES)
def test_no_name_and_no_date_goes_across_two_cells(kind: str, name: str) -> None:
    text = f"These people came to the town.\n\n{TABLES[kind]}\n\nThey left it again."
    article, mentions = seen(text, name)
    found = names(mentions)
    assert {"Hans Maurer", "Eva Brandt"} <= found
    assert not any(len(each.split()) > 2 for each in found)
    assert dates(mentions) == ["1917-05"]
    assert not any("|" in article.tidy(p.span) for p in article.paragraphs)


def test_scripts_and_styles_are_not_read() -> None:
    text = (
        "It was cold.\n\n<head><title>No</title></head>\n"
        "<script>var a = 'He came to London in 1917.';</script>\n"
        "<STYLE>\np { color: red }\n</STYLE>\n\nThe king came to Riga in 1701.\n\n<script>unclosed"
    )
    article, mentions = seen(text)
    read = [article.tidy(paragraph.span) for paragraph in article.paragraphs]
    assert read[:2] == ["It was cold.", "The king came to Riga in 1701."]
    assert dates(mentions) == ["1701"]


def test_escaped_markup_is_words() -> None:
    text = r"1\. The king \*came\* &lt;b&gt;in&lt;/b&gt; \[1] and \# left \> the \`town\`."
    article, _ = seen(text)
    assert article.tidy(article.paragraphs[0].span) == (
        "1. The king *came* <b>in</b> [1] and # left > the `town`."
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("end", [":--", ": -", ", -", ";--", ":—", ":---"])
def test_what_comes_before_a_block_is_running_text(name: str, end: str) -> None:
    text = f"The prince then wrote to his brother so{end}\n\n> There is no bridge.\n\nHe fell."
    article, _ = seen(text, name)
    assert article.tidy(article.paragraphs[0].span).endswith(f"to his brother so{end}")


def test_a_heading_is_nobody_and_a_dateline_no_event() -> None:
    text = "# The Siege\n\nAugust 17, 2007\n\n### What Caused Tollgate?\n\nThe king came in 1701.\n"
    article, mentions = seen(text)
    assert not mentions.people
    assert "2007" not in draft(article, mentions)
    assert {part.reason for part in article.set_aside} == {AsideKind.HEADING, AsideKind.BYLINE}


@pytest.mark.parametrize("start", ["Medieval Period:", "## Medieval Period:", "# Early Years:"])
def test_what_ends_with_a_colon_is_no_title(start: str) -> None:
    article, _ = seen(f"{start}\n\nThe king came to Riga in 1701.")
    assert article.title is None


def test_a_table_of_columns_ends_at_a_blank_line() -> None:
    text = "Town    Lord\n------  --------\nRiga    Leo Hale\n\nOtto    Weber left on 7   May 1917."
    article, mentions = seen(text)
    assert [article.tidy(p.span) for p in article.paragraphs] == [
        "Riga Leo Hale",
        "Otto Weber left on 7 May 1917.",
    ]
    assert dates(mentions) == ["1917-05-07"]


def test_a_draft_of_a_text_of_another_code_page_can_be_built(
    tmp_path: Path, flashgen: Callable[..., Result]
) -> None:
    path = tmp_path / "a.txt"
    text = "The mill of Riga was sold by Otto Brandt on 3 May 1703 \x96 for \x93nothing\x94\x07."
    path.write_text(text, encoding="utf-8")
    deck = tmp_path / "deck"
    assert flashgen("new", path, "--into", deck, "--output", tmp_path / "a.apkg").exit_code == 0
    assert "1703 – for “nothing”." in (deck / "deck.yaml").read_text(encoding="utf-8")
    assert flashgen("build", deck, "--output", tmp_path / "b.apkg").exit_code == 0
    found = json.loads(flashgen("extract", path, "--format", "json").stdout)["dates"]
    assert [text[date["start"] : date["end"]] for date in found] == ["3 May 1703"]


def test_places_in_the_file_are_to_the_letter(
    tmp_path: Path, flashgen: Callable[..., Result]
) -> None:
    """What ``extract --format json`` prints points into the file, as does a message's column."""
    path = tmp_path / "a.txt"
    text = (
        "It was cold.\n\nThere Andr&eacute;s C&aacute;\u00adceres came to Petro-\ngrad; "
        "he left Petrograd.\n"
    )
    path.write_text(text, encoding="utf-8")
    found = json.loads(flashgen("extract", path, "--format", "json").stdout)
    (person,) = found["people"]
    (place,) = found["places"]
    assert person["canonical"] == "Andrés Cáceres"
    cut = [text[m["start"] : m["end"]] for each in (person, place) for m in each["mentions"]]
    assert cut == ["Andr&eacute;s C&aacute;\u00adceres", "Petro-\ngrad", "Petrograd"]
    article = read_article(path)
    at = article.locate(article.text.rindex("Petrograd"))
    assert (at.line, at.column) == (4, text.splitlines()[3].index("Petrograd") + 1)


PIECES = st.sampled_from(
    [
        "&eacute;", "&amp;", "&shy;", "&#8209;", "&NotEqualTilde;", "\\*", "\\\\", "Petro-\ngrad ",
        "mor-\r\n> ning",
        "\u00ad", "\u200b", "\x07", "\x96", "\x81", "mor¬\nning ",
        "\u200d", "ﬁ", "ﬃ", "e\u0301", "\u2011", "</td><td>", "{{circa|1850}}",
        "{{birth date|1879|11|7}}", "word ", " ", "\n", "\n\n", "# ", "> ", "*", "|",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=30))
@settings(max_examples=300)
def test_each_character_is_one_of_the_file_or_one_that_is_referred_to(pieces: list[str]) -> None:
    file = "".join(pieces)
    legible = make_legible(file)
    article = Article(Path("a.md"), legible.text, legible.text, None, (), (), file, legible.shifts)
    position = 0
    for offset, character in enumerate(legible.text):
        place = article.in_file(Span(offset, offset + 1))
        assert position <= place.start <= place.end <= len(file)
        position = place.start
        there = file[place.start : place.end] or file[place.start : place.start + 1]
        referred = f"&#{ord(there)};" if "\x80" <= there <= "\x9f" else there
        plain = unicodedata.normalize("NFC", html.unescape(referred))
        hyphen = character == "-" and not set("-\u2010\u2011\ufe63\uff0d").isdisjoint(plain)
        known = (
            there,
            plain,
            unicodedata.normalize("NFKD", there),
            unicodedata.normalize("NFD", plain),
        )
        break_ = character.isspace() or character == ">"  # a line break that moved behind its word
        marks = there.startswith(("{{", "</td", "\t"))
        assert any(character in each for each in known) or hyphen or break_ or marks
    whole = article.in_file(Span(0, len(legible.text)))
    assert whole.end <= len(file)
    if not legible.shifts:
        assert len(legible.text) == len(file)


def test_a_megabyte_takes_no_time() -> None:
    text = (
        "Andr&eacute;s came to Petro-\ngrad; Len\u00adin left the well-\nknown town \\*once\\*. "
        * 13_000
    )
    begun = time.perf_counter()
    make_legible(text)
    assert time.perf_counter() - begun < 5  # 0.5 where nothing else runs
