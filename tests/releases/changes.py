"""What an author may change in a deck, and what learners should see of each change."""

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
    edit(deck, "decided to give up the town", "decided to give the town up")
    edit(deck, "name: Leo Hale\n    aliases: [Hale]",
         "name: Leo S. Hale\n    aliases: [Hale, Leo Hale]")  # fmt: skip


def add(deck: Path) -> None:
    sally = "{term: sally, meaning: attack out of a place that is besieged}"
    edit(deck, "  # of one sentence\n", f"  sally: {sally}\n  # of one sentence\n")


def drop(deck: Path) -> None:
    edit(deck, _fact(deck, "guild"), "", "\nignore:\n", "\ndropped: {terms: [guild]}\nignore:\n")


def rename(deck: Path) -> None:
    edit(deck, "  weber:\n", "  otto-weber:\n    was: [weber]\n",
         "speaker: weber\n", "speaker: otto-weber\n")  # fmt: skip


def tag(deck: Path) -> None:
    galley = _fact(deck, "galley")
    edit(deck, galley, galley.replace("tags: [forces]", "tags: [forces, ships]"))


def ask(deck: Path) -> None:
    life = "    born: 1652\n    died: 1711\n"
    edit(deck, life, f"{life}    ask: [name, description, life]\n")


def ask_no_more(deck: Path) -> None:
    """Without "Today"."""
    aldwick = _fact(deck, "aldwick")
    edit(deck, aldwick, aldwick.replace("ask: [name, today, map]", "ask: [name, map]"))


def describe(deck: Path) -> None:
    edit(deck, "From the king who left to the new council:", "The year 1702:")


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
    first, second = _fact(deck, "orlo"), _fact(deck, "charter")
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
            "event/council-decides": "decided to give the town up",
            # the name stands on his quotation, too
            "person/hale": "Leo S. Hale",
            "quotation/heap-of-stones": "Leo S. Hale",
        },
    ),
    "a note added": Change(add, added={"term/sally": "attack out of a place that is besieged"}),
    "a note dropped": Change(drop, gone=frozenset({"term/guild"})),
    "a key renamed": Change(rename),
    "a tag added": Change(tag, changed={"term/galley": ""}),
    "a question added": Change(
        ask,
        changed={"person/brandt": "When did this person live?"},
        new_cards=frozenset({("person/brandt", "Life")}),
    ),
    "a question taken away": Change(
        ask_no_more,
        changed={"place/aldwick": ""},
        empty=frozenset({("place/aldwick", "Today")}),
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
