"""The search for dropped notes, in real Anki."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from anki.collection import Collection

from flashgen.editions.compare import compare
from flashgen.editions.packages import read_package
from flashgen.editions.search import browser_search
from flashgen.editions.writers import as_text
from tests.conftest import import_package
from tests.editions.made import export, package

AWKWARD = (
    "plain",
    "re:plain",
    "nc:plain",
    "tag:x",
    "a*b",
    "a_b",
    'say "so"',
    "back\\slash",
    "\\*",
    "AT&amp;T &lt;b&gt;",
    '<b>bold</b> <img src="a b.png">',
    "colon: here",
    "(bracket",
    "-minus",
    "this or that and not",
    "{{c1::gap}}",
    "two\nlines\r\nor three\tcolumns",
    "no\u00a0break\u202fspace\u2028line",
    "e\N{COMBINING ACUTE ACCENT}t\N{LATIN SMALL LETTER E WITH ACUTE}",
    "“curly” – dash…",
    "100%",
    " spaces ",
    "\N{GRINNING FACE} long " * 40,
)
# Each is near to one above: in case, by a wild card, in markup, in accents, beyond what is asked.
NEAR = (
    "Plain",
    "plain.",
    "a plain",
    "axxb",
    "axb",
    "say so",
    "back/slash",
    "xx",
    "AT&T <b>",
    "bold",
    "colon here",
    "twoxlines or three columns",
    "no break space line",
    "ete",
    '"curly" - dash...',
    "100",
    "spaces",
    "\N{GRINNING FACE} long " * 40 + "er",
)


def found(collection: Collection, lines: Sequence[str]) -> set[str]:
    return {
        collection.get_note(note_id).guid
        for line in lines
        for note_id in collection.find_notes(line)
    }


@pytest.mark.parametrize("both", [False, True])
@pytest.mark.parametrize("tagged", [False, True])
def test_the_search_finds_exactly_the_dropped_notes(
    tmp_path: Path, collection: Collection, both: bool, tagged: bool
) -> None:
    """With the old package alone, and with both; kept notes have texts near to dropped ones."""
    tags = ("old::words",) if tagged else ()
    going = [(f"d{n}", front, "back", "", *tags) for n, front in enumerate(AWKWARD)]
    staying = [(f"k{n}", front, "other back", "", *tags) for n, front in enumerate(NEAR)]
    old = package(tmp_path / "old.apkg", [*going, *staying])
    new = package(tmp_path / "new.apkg", staying)
    # The learner's other decks say the same, with the same note type.
    others = [(f"o{n}", front, "back", "") for n, front in enumerate(AWKWARD)]
    import_package(collection, package(tmp_path / "others.apkg", others, deck="Others"))
    for path in (old, new) if both else (old,):
        import_package(collection, path)
    search = compare(read_package(old), read_package(new)).search
    assert search.left_out == ()
    assert found(collection, search.lines) == {guid for guid, *_ in going}


def test_a_note_that_reads_like_a_kept_one_is_left_out_of_the_search(
    tmp_path: Path, collection: Collection
) -> None:
    old = package(
        tmp_path / "old.apkg",
        [("d1", "same", "back", ""), ("d2", "moat", "x", ""), ("k", "SAME", "back", "")],
    )
    new = package(tmp_path / "new.apkg", [("k", "SAME", "back", "")])
    import_package(collection, old)
    search = compare(read_package(old), read_package(new)).search
    assert [note.guid for note in search.left_out] == ["d1"]
    assert found(collection, search.lines) == {"d2"}


def test_a_field_that_only_a_kept_note_fills_tells_the_two_apart(
    tmp_path: Path, collection: Collection
) -> None:
    kept = ("k", "same", "back", "but with a note")
    old = package(tmp_path / "old.apkg", [("d", "same", "back", ""), kept])
    new = package(tmp_path / "new.apkg", [kept])
    import_package(collection, old)
    assert found(collection, compare(read_package(old), read_package(new)).search.lines) == {"d"}


@pytest.mark.parametrize("name", ["Note", "Tag", "is", "Prop", "Re", "a_b*", "Ask & do", "Ünder"])
def test_the_search_copes_with_names_that_mean_something_to_anki(
    tmp_path: Path, collection: Collection, name: str
) -> None:
    models = collection.models
    kind, card = models.new("T*_\\: or (x)"), models.new_template("Card")
    models.add_field(kind, models.new_field(name))
    card["qfmt"] = card["afmt"] = f"{{{{{name}}}}}"
    models.add_template(kind, card)
    made = models.get(models.add_dict(kind).id)
    assert made is not None
    for word in ("moat", "keep"):
        note = collection.new_note(made)
        note.fields[0] = word
        collection.add_note(note, collection.decks.id("A: *_\\ deck::sub"))
    moat, keep = read_package(export(collection, tmp_path / "x.apkg", legacy=False)).notes
    assert moat.fields == {name: "moat"}
    assert found(collection, browser_search([moat], [keep]).lines) == {moat.guid}


def test_many_dropped_notes_are_searched_for_in_several_lines(
    tmp_path: Path, collection: Collection
) -> None:
    old = package(tmp_path / "old.apkg", [(f"g{n}", f"word {n}", "b", "") for n in range(1500)])
    new = package(tmp_path / "new.apkg", [("g0", "word 0", "b", "")])
    import_package(collection, old)
    changes = compare(read_package(old), read_package(new))
    assert max(map(len, changes.search.lines)) <= 2100
    assert found(collection, changes.search.lines) == {f"g{n}" for n in range(1, 1500)}
    shown = as_text(changes, width=80)
    assert all(f"\n    {line}\n" in shown for line in changes.search.lines)
    assert "paste these lines, one after the other" in " ".join(shown.split())
