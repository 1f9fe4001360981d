"""What an author may change in the shipped deck, and what learners should see of each change."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from flashgen.note_types import builtin_templates
from tests.releases.author import edit

STYLE = "letter-spacing: 1px"  # which a later release has


@dataclass(frozen=True)
class Change:
    """A change of a copy of the deck.

    Notes go by kind and key. ``changed`` are notes that learners have, ``added`` those that they
    do not, each with words that its cards must show ("" if the cards stay as they are); ``gone``
    are no longer in the deck. ``new_cards`` come to notes that were there before, ``empty`` ones
    ask nothing any more; both as (note, card).
    """

    make: Callable[[Path], None]
    changed: dict[str, str] = field(default_factory=dict)
    added: dict[str, str] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    new_cards: frozenset[tuple[str, str]] = frozenset()
    empty: frozenset[tuple[str, str]] = frozenset()


def _fact(deck: Path, key: str) -> str:
    """The lines of a fact in deck.yaml."""
    text = (deck / "deck.yaml").read_text(encoding="utf-8")
    (lines,) = re.findall(rf"^  {key}:\n(?:    .*\n)+", text, re.MULTILINE)
    return str(lines)


def correct(deck: Path) -> None:
    edit(deck, "decided for an armed rising", "voted for a rising in arms")
    edit(deck, "name: John Reed\n    aliases: [Reed]",
         "name: John S. Reed\n    aliases: [Reed, John Reed]")  # fmt: skip


def add(deck: Path) -> None:
    stavka = "{term: Stavka, meaning: the headquarters of the Russian army, cite: J. Reed}"
    edit(deck, "  # two powers\n", f"  # two powers\n  stavka: {stavka}\n")


def drop(deck: Path) -> None:
    edit(
        deck, _fact(deck, "vikzhel"), "", "\nignore:\n", "\ndropped: {terms: [vikzhel]}\nignore:\n"
    )


def rename(deck: Path) -> None:
    edit(deck, "  martov:\n", "  julius-martov:\n    was: [martov]\n",
         "speaker: martov\n", "speaker: julius-martov\n")  # fmt: skip


def tag(deck: Path) -> None:
    aurora = _fact(deck, "aurora")
    edit(deck, aurora, aurora.replace("tags: [forces]", "tags: [forces, ships]"))


def ask(deck: Path) -> None:
    lenin = "    born: 1870\n    died: 1924\n"
    edit(deck, lenin, f"{lenin}    ask: [name, description, life]\n")


def ask_no_more(deck: Path) -> None:
    """Without "Today"."""
    petrograd = _fact(deck, "petrograd")
    edit(deck, petrograd, petrograd.replace("ask: [name, today, map]", "ask: [name, map]"))


def describe(deck: Path) -> None:
    edit(deck, "From the fall of the tsar to Brest-Litovsk:", "The revolution of 1917:")


def restyle(deck: Path) -> None:
    for name, more in (
        ("style.css", f".card {{ {STYLE} }}\n"),
        ("person/name.front.html", "<p>Say the name aloud.</p>\n"),
        ("person/name.back.html", "<p>Did you say it?</p>\n"),
    ):
        path = deck / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = (builtin_templates() / name).read_text(encoding="utf-8")
        path.write_text(text + more, encoding="utf-8")


def use_spares(deck: Path) -> None:
    """A field, a switch and a card that were kept free become real ones."""
    text = (builtin_templates() / "term/note-type.yaml").read_text(encoding="utf-8")
    for old, new in (
        ("  - Spare 1\n", "  - Root\n"),
        ("  - Spare 3\n", "  - Ask root\n"),
        (
            "{name: Spare 1, switch: Spare 3}",
            "{name: Root, file: root, switch: Ask root, answer: Root}",
        ),
        (
            "\ncards:\n",
            "\nrenamed: {cards: {Root: Spare 1}, fields: {Root: Spare 1, Ask root: Spare 3}}"
            "\ncards:\n",
        ),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    folder = deck / "templates" / "term"
    folder.mkdir(parents=True)
    (folder / "note-type.yaml").write_text(text, encoding="utf-8")
    (folder / "root.front.html").write_text("{{Term}}: from which word?", encoding="utf-8")
    (folder / "root.back.html").write_text("{{FrontSide}}<hr id=answer>{{Root}}", encoding="utf-8")


def reorder(deck: Path) -> None:
    """Two facts that one sentence tells; the order in deck.yaml decides which comes first."""
    first, second = _fact(deck, "romanovs"), _fact(deck, "autocracy")
    edit(deck, first + second, second + first)


def set_day(deck: Path, day: str = "2026-01-01") -> None:
    path = deck / "deck.yaml"
    text, found = re.subn(r"(?m)^  updated: \S+$", f"  updated: {day}", path.read_text("utf-8"))
    assert found == 1
    path.write_text(text, encoding="utf-8")


CHANGES = {
    "a text corrected": Change(
        correct,
        changed={
            "event/central-committee-decides": "voted for a rising in arms",
            # the name stands on his quotation, too
            "person/reed": "John S. Reed",
            "quotation/popular-leader": "John S. Reed",
        },
    ),
    "a note added": Change(add, added={"term/stavka": "the headquarters of the Russian army"}),
    "a note dropped": Change(drop, gone=frozenset({"term/vikzhel"})),
    "a key renamed": Change(rename),
    "a tag added": Change(tag, changed={"term/aurora": ""}),
    "a question added": Change(
        ask,
        changed={"person/lenin": "When did this person live?"},
        new_cards=frozenset({("person/lenin", "Life")}),
    ),
    "a question taken away": Change(
        ask_no_more,
        changed={"place/petrograd": ""},
        empty=frozenset({("place/petrograd", "Today")}),
    ),
    "the description of the deck changed": Change(describe),
    "templates and style changed": Change(restyle),
    "a field renamed and a spare card made a real one": Change(use_spares),
    "facts reordered": Change(reorder),
    "the day of the version changed": Change(set_day),
    "nothing changed": Change(lambda _: None),
}


def _all_together(deck: Path) -> None:
    for change in CHANGES.values():
        change.make(deck)


EVERYTHING = Change(
    _all_together,
    changed={label: words for c in CHANGES.values() for label, words in c.changed.items()},
    added={label: words for c in CHANGES.values() for label, words in c.added.items()},
    gone=frozenset().union(*(c.gone for c in CHANGES.values())),
    new_cards=frozenset().union(*(c.new_cards for c in CHANGES.values())),
    empty=frozenset().union(*(c.empty for c in CHANGES.values())),
)
