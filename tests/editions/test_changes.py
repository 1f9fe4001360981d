"""What counts as a change: of decks, of note types, of notes."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashgen.editions.compare import compare
from flashgen.editions.edition import Edition, HeldNote
from flashgen.editions.words import text_of, word_changes
from flashgen.editions.writers import as_text
from tests.editions.made import OLD, TERM, edition, held, text


def test_a_moved_note_is_told_with_what_it_means_for_learners() -> None:
    shown = text(OLD, edition(*OLD.notes[:2], held("gate", deck="Siege::Gates")))
    assert "  term/gate\n    deck: Siege::Terms → Siege::Gates\n" in shown
    assert "stay where they are" in shown


def test_a_renamed_deck_moves_no_note_and_takes_its_subdecks_along() -> None:
    notes = [replace(note, deck="Fortress::Terms") for note in OLD.notes]
    new = Edition("now", {"Fortress": "Words.", "Fortress::Terms": ""}, (TERM,), tuple(notes))
    changes = compare(OLD, new)
    assert (changes.moved, changes.counts["unchanged"]) == ((), 3)
    assert changes.decks.renamed == (("Siege", "Fortress"),)
    assert (changes.decks.added, changes.decks.dropped) == ((), ())
    assert "name: Siege → Fortress" in as_text(changes, width=100)


def test_decks_and_descriptions_are_compared() -> None:
    new = replace(OLD, decks={"Siege": "New words.", "Siege::Terms": "", "Other": ""})
    shown = text(OLD, new)
    assert "description: [-Words.-] {+New words.+}" in shown
    assert "  Other\n    is new\n" in shown
    assert "  Other\n    is gone\n" in text(new, OLD)


def typed(**other: Any) -> Edition:
    """The old deck with another note type."""
    kind = replace(TERM, **other)
    return replace(OLD, title="now", note_types=(kind,))


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (typed(name="Word"), "name: Term → Word"),
        (typed(fields=(*TERM.fields, "Sound")), "fields: +Sound"),
        (typed(fields=TERM.fields[:-1]), "fields: −Spare 1"),
        (typed(fields=(*TERM.fields[:-1], "Sound")), "fields: Spare 1 → Sound"),
        (typed(fields=("Meaning", "Term", *TERM.fields[2:])), "fields: stand in another order"),
        (typed(cards=(*TERM.cards, "Sound")), "cards: +Sound"),
        (typed(cards=(*TERM.cards[:-1], "Sound")), "cards: Spare 1 → Sound"),
        (typed(looks={**TERM.looks, "style": "t"}), "looks: style"),
        (typed(looks={**TERM.looks, "Meaning, back": "t"}), "looks: Meaning, back"),
        (typed(looks=dict.fromkeys(TERM.looks, "t")), "looks: style; Meaning"),
    ],
)
def test_a_note_type_is_compared_in_all_that_anki_looks_at(new: Edition, told: str) -> None:
    names = {"name": new.note_types[0].name}
    notes = tuple(replace(note, note_type=names["name"]) for note in new.notes)
    shown = text(OLD, replace(new, notes=notes))
    assert f"Note types\n  {names['name']}\n    {told}\n" in shown
    assert "Changed" not in shown
    reshaped = "+" in told or "−" in told or "order" in told
    assert ("Merge note types" in shown) is reshaped


def test_a_renamed_field_changes_no_note() -> None:
    kind = replace(TERM, fields=("Word", *TERM.fields[1:]))
    notes = tuple(
        replace(note, fields={"Word": note.fields["Term"], "Meaning": "a thing"})
        for note in OLD.notes
    )
    old = replace(
        OLD,
        notes=tuple(replace(n, fields={"Term": n.guid, "Meaning": "a thing"}) for n in OLD.notes),
    )
    changes = compare(old, replace(OLD, note_types=(kind,), notes=notes))
    assert (changes.changed, changes.counts["unchanged"]) == ((), 3)


def test_a_note_type_that_no_note_uses_neither_comes_nor_goes() -> None:
    idle = replace(TERM, id=2, name="Idle")
    assert not compare(OLD, replace(OLD, note_types=(TERM, idle)))
    assert not compare(replace(OLD, note_types=(TERM, idle)), OLD)


def test_an_incidental_field_changes_no_note() -> None:
    fields = {**OLD.notes[0].fields, "Neighbours": "4"}
    new = edition(held("moat", fields=fields), *OLD.notes[1:])
    assert [change.guid for change in compare(OLD, new).changed] == ["moat"]
    assert not compare(OLD, new, {"Neighbours"})


def test_a_note_of_another_type_is_changed() -> None:
    other = replace(TERM, id=2, name="Word")
    new = edition(held("moat", type_id=other.id, note_type="Word"), note_types=(TERM, other))
    assert "note type: Term → Word" in text(edition(held("moat")), new)


def test_a_key_that_was_lost_is_pointed_out() -> None:
    new = edition(held("keep"), held("gate"), replace(held("moat"), guid="m2", label="term/ditch"))
    shown = " ".join(text(OLD, new).split())
    assert "begin alike: 'term/moat' and 'term/ditch'" in shown
    assert "'was: [OLD-KEY]'" in shown
    assert "No search tells 'term/moat' from another note" in shown


WORDS = st.lists(st.sampled_from("the a moat of <b>deep</b> &amp; water <br> keep".split()))
FIELDS = WORDS.map(" ".join) | st.text(max_size=40)


@given(FIELDS, FIELDS)
def test_kept_and_removed_words_are_the_old_text_and_kept_and_added_the_new(
    old: str, new: str
) -> None:
    pieces = word_changes(old, new)
    before = " ".join(piece.text for piece in pieces if piece.kind != "added")
    after = " ".join(piece.text for piece in pieces if piece.kind != "removed")
    if text_of(old) != text_of(new):
        assert (before, after) == (text_of(old), text_of(new))
    else:  # what differs, if anything, is the markup
        assert (text_of(before), text_of(after)) == (text_of(old), text_of(new))
    assert all(first.kind != second.kind for first, second in pairwise(pieces))


NOTES = st.lists(
    st.builds(
        held,
        st.sampled_from("moat keep gate tower wall".split()),
        st.sampled_from(["a", "b"]),
        deck=st.sampled_from(["Siege::Terms", "Siege::Gates"]),
        tags=st.sampled_from([(), ("x",)]),
    ),
    unique_by=lambda note: note.guid,
)


@given(NOTES, NOTES)
def test_every_note_is_accounted_for_and_the_way_back_is_the_mirror(
    old: list[HeldNote], new: list[HeldNote]
) -> None:
    there, back = (compare(edition(*a), edition(*b)) for a, b in ((old, new), (new, old)))
    assert {n.guid for n in there.added} == {n.guid for n in new} - {n.guid for n in old}
    assert {n.guid for n in there.added} == {n.guid for n in back.dropped}
    assert {n.guid for n in there.dropped} == {n.guid for n in back.added}
    assert {c.guid for c in there.changed} == {c.guid for c in back.changed}
    touched = {c.guid for c in there.changed} | {move.guid for move in there.moved}
    assert len(new) == len(there.added) + len(touched) + there.counts["unchanged"]
    assert not compare(edition(*old), edition(*old))
