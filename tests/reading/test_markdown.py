"""Markdown: its words are read, its signs are not."""

import re
import time
from pathlib import Path

import pytest

from flashgen.reading.wikitext import without_wikitext
from tests.reading.pages import FIRST, SECOND, read, running, same, wrapped


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


WIKITEXT = {
    "a note": "He fled.<ref>Holt, ''The Gates of 7 May 1888''.</ref> He came back.",
    "a note with a template": (
        "He fled.<ref name=a>{{cite book |last=Holt |title={{nowrap|Gates}} of 1888}}</ref>"
        "{{sfn|Holt|1888|p=3}} He came back.<ref name=a/>"
    ),
    "a note within a note": "He fled.{{efn|In 1888.<ref>Holt, 1888.</ref> Or so.}} He came back.",
    "a template in lines": "{{Infobox siege\n| town = Riga\n\n| date = 1888\n}}\n'''He''' fled.",
    "a caption": "[[File:Gate.jpg|thumb|The [[gate|Sea Gate]], put up again in 1888]]\nHe fled.",
    "an image": "[[image:Gate.jpg|left|{{circa|1888}}<ref>Holt, 1888.</ref>]] He fled.",
    "a gallery": "He fled.\n\n<gallery>\nGate.jpg|The gate in 1888\n</gallery>",
    "a category": "He fled.\n\n[[Category:Sieges of 1888]]",
    "a note that no sign closes": "He fled.<ref>Holt, {{cite|1888}},\npublished in 1888",
    "two notes of which one is closed": "He fled. <ref>Holt, 1888, <ref>Brandt</ref> 1888",
    "a template that no sign closes": "He fled. {{cite book|title={{b}} of 1888",
    "a picture that no sign closes": "He fled. [[File:Gate.jpg|the [[gate]] in 1888",
}


@pytest.mark.parametrize("text", WIKITEXT.values(), ids=WIKITEXT.keys())
def test_notes_templates_and_captions_of_wikitext_are_markup(tmp_path: Path, text: str) -> None:
    """They are not read, do not stand in a passage, and swallow nothing of the text."""
    article = read(tmp_path, f"{text}\n\nHolm came on {{{{OldStyleDate|3 May|1700|}}}}.\n", "a.md")
    words = "He fled. He came back." if "came back" in text else "He fled."
    first, second = running(article)
    assert first == words
    assert second == "Holm came on 3 May 1700."
    assert "1888" not in article.view
    assert article.locate(article.text.index("Holm")).line == text.count("\n") + 3


def test_words_that_wikitext_links_or_only_marks_are_words(tmp_path: Path) -> None:
    text = "The '''[[Gate (Riga)|Sea Gate]]''' of [https://example.org/a Old Riga] fell.\n"
    assert running(read(tmp_path, text, "a.md")) == ["The Sea Gate of Old Riga fell."]


def test_a_hostile_page_of_wikitext_costs_no_more_than_a_friendly_one() -> None:
    for signs in ("{{ {{ ", "[[File: [[ ", "<ref> <ref", "{{ [[File: <ref>\n\n}} "):
        begun = time.perf_counter()
        without_wikitext(signs * 50_000)
        assert time.perf_counter() - begun < 5
