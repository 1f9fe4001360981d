"""Awkward text arrives as the package brings it."""

import textwrap
from dataclasses import replace
from itertools import count
from pathlib import Path

import yaml

from flashgen.notes.identity import note_guid
from flashgen.package import write_package
from flashgen.pipeline import build_deck
from flashgen.text_import import as_text_import
from tests.conftest import Run
from tests.releases.author import SECOND, Release, edit, released
from tests.releases.learner import Counts, Learner
from tests.releases.text_import.text import fields, imports_text, text_of

AWKWARD = (
    "#separator:comma",
    '"in quotes"',
    'a " in the middle',
    "“both” ‘kinds’ «and» „more“",
    "a\ttab; a, comma | and: colons",
    r"back\slash, \n, \t and \\",
    "<b>bold</b> & &amp; <br> <img src=a.png>",
    "{{c1::gap}} {{Term}} [sound:a.mp3] [$]x[/$] \\(y\\)",
    "Кошмар, по-русски",
    "南京大屠殺 ナンキン",
    "a\u2028line\u2029break\u0085or\u000btwo",
    "e\u0301 as two, \u212b as one",
    "\ufeffa mark, \u200bnothing, \u200fto the right",
    "👩‍👩‍👧 𝔘",
    "=1+1",
    "-",
    "NULL",
)


def test_awkward_text_arrives_as_the_package_brings_it(
    first: Release, learner: Learner, newcomer: Learner, flashgen: Run, tmp_path: Path
) -> None:
    keys = [f"awkward-{number}" for number in range(len(AWKWARD))]
    hash_first = next(
        key for n in count() if note_guid("siege", "term", key := f"hash-{n}").startswith("#")
    )
    words = dict(zip((*keys, hash_first), (*AWKWARD, "#"), strict=True))

    def add(deck: Path) -> None:
        facts = {
            key: {
                "term": f"{text} {key}",
                "meaning": text,
                "cite": text,
                "allow": {"answer-on-front": "only the text matters here"},
            }
            for key, text in words.items()
        }
        terms = textwrap.indent(yaml.safe_dump(facts, allow_unicode=False), "  ")
        article = '“It is \t#1: a \\ <b>«кошмар»</b> \u2028of "them",” said Brandt 南京.\n'
        edit(deck, "terms:\n", f"terms:\n{terms}")
        edit(deck, "The last bastion had", f"{article}The last bastion, \t\"so\", had",
             file="article.txt")  # fmt: skip

    new = released(first.deck, tmp_path, SECOND, add)
    learner.guids = newcomer.guids = new.guids
    newcomer.imports(new.package)
    imports_text(learner, text_of(new.deck, flashgen))
    for label in new.guids:
        notes = learner.note(label)["My notes"]
        assert fields(learner, label) == {**fields(newcomer, label), "My notes": notes}, label
    # Not that both lose the same.
    told = {learner.note(f"term/{key}")["Meaning"] for key in words}
    assert told >= {
        "#separator:comma",
        '"in quotes"',
        r"back\slash, \n, \t and \\".replace("\\", r"<span>\</span>"),
        "&lt;b&gt;bold&lt;/b&gt; &amp; &amp;amp; &lt;br&gt; &lt;img src=a.png&gt;",
        "Кошмар, по-русски",
        "南京大屠殺 ナンキン",
        "é as two, Å as one",
        "👩\u200d👩\u200d👧 𝔘",
        "=1+1",
        "NULL",
        "#",
    }
    assert 'The last <mark>bastion</mark>, "so", had' in learner.note("term/bastion")["Source"]


def test_tabs_and_line_breaks_within_a_field_arrive(
    first: Release, learner: Learner, newcomer: Learner, tmp_path: Path
) -> None:
    """Tabs and line breaks: no field of a deck has any today, but the format takes them."""
    made = build_deck(first.deck)
    raw = '#a\tb\nc\n\n"d"\n#f\t""\n"#separator:comma\n'
    # Anki drops a carriage return; what stands behind it must not be lost with it.
    texts = {"Context": raw[::-1], "Hint": raw, "Topic": "one\rtwo", "Remark": raw}
    notes = tuple(
        replace(note, fields={**note.fields, **texts}, modified=SECOND) for note in made.deck.notes
    )
    deck = replace(made.deck, notes=notes)
    (tmp_path / "texts").mkdir()
    for kind, (text, _) in as_text_import(deck, made.note_types, made.record).texts.items():
        (tmp_path / "texts" / f"{kind}.tsv").write_bytes(text.encode("utf-8"))
    write_package(deck, made.note_types, tmp_path / "deck.apkg")
    newcomer.imports(tmp_path / "deck.apkg")
    assert imports_text(learner, tmp_path / "texts") == Counts(updated=len(notes))
    for label in first.guids:
        for name in ("Context", "Hint", "Remark"):
            assert learner.note(label)[name] == newcomer.note(label)[name] == texts[name]


def test_notes_of_the_same_name_stay_two(
    first: Release, learner: Learner, flashgen: Run, tmp_path: Path
) -> None:
    """Anki takes notes with the same first field for one, but where the file has their GUIDs."""
    twin = "  twin: {term: bastion, meaning: a stronghold, context: a figure, cite: a dictionary}\n"
    new = released(
        first.deck, tmp_path, SECOND, lambda deck: edit(deck, "  moat:", f"{twin}  moat:")
    )
    assert imports_text(learner, text_of(new.deck, flashgen, "--since", "1")) == Counts(new=1)
    learner.guids = new.guids
    assert learner.note("term/bastion")["Meaning"] == "part of a wall that juts out"
    assert learner.note("term/twin")["Meaning"] == "a stronghold"
