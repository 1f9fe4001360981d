"""What each way of an update keeps: every cell of the table in docs/learner.md, in real Anki."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from anki.consts import QUEUE_TYPE_SUSPENDED

from tests.conftest import ROOT, Run
from tests.releases.author import SECOND, Release, released
from tests.releases.changes import EVERYTHING
from tests.releases.learner import NAME, Belongings, Learner
from tests.releases.pushing import pusher_by
from tests.releases.text_import.text import imports_text, text_of

pytestmark = pytest.mark.slow

# Changed by the author and by the learner; the learner changed other fields than the author did.
BOTH, EDITED = "person/hale", "event/council-decides"
# Deleted by the learner: one that the author changed, and one that they did not.
GONE_CHANGED, GONE = "place/aldwick", "term/watch"
WAYS = ("the package", "a text file", "push")


def table() -> dict[str, dict[str, str]]:
    """The cells of the table by row and way, without bold type."""
    text = (ROOT / "docs" / "learner.md").read_text(encoding="utf-8")
    head, *rows = re.findall(r"^\|(.*)\|$", text[text.index("| | the package |") :], re.MULTILINE)
    ways = [cell.strip() for cell in head.split("|")][1:]
    assert ways == list(WAYS)
    found = {}
    for row in rows[1:]:
        name, *cells = (cell.strip().replace("**", "") for cell in row.split("|"))
        if len(cells) == len(WAYS):
            found[name] = dict(zip(WAYS, cells, strict=True))
    return found


class After:
    """A learner after an update, and what was before."""

    def __init__(self, learner: Learner, before: Belongings, newcomer: Learner) -> None:
        self.learner, self.before, self.newcomer = learner, before, newcomer
        self.has = learner.has()

    def scheduled(self) -> str:
        """Whether all that hangs on cards is as it was, but for deleted notes."""
        cards = {id_: self.has.cards.get(id_) for id_ in self.before.cards}
        same = (self.has.reviews, cards) == (self.before.reviews, dict(self.before.cards))
        return "kept" if same else "lost"

    def suspended(self) -> str:
        card = self.learner.cards(EDITED)["When"]
        return "kept" if card.queue == QUEUE_TYPE_SUSPENDED and card.user_flag() == 3 else "lost"

    def decks(self) -> str:
        same = all(self.has.decks[name] == deck for name, deck in self.before.decks.items())
        return "kept" if (same, self.has.presets) == (True, self.before.presets) else "lost"

    def left_alone(self) -> str:
        mine = self.learner.note("person/keller")["Description"] == "in my own words"
        tags = {"marked", "leech"} <= set(self.learner.note("person/lund").tags)
        return "kept" if mine and tags else "lost"

    def my_notes(self) -> str:
        kept = self.learner.note(EDITED)["My notes"] == "seen on a stage"
        return "kept" if kept else "overwritten"

    def tags(self) -> str:
        return "kept" if {"marked", "leech"} <= set(self.learner.note(BOTH).tags) else "replaced"

    def other_fields(self) -> str:
        kept = self.learner.note(EDITED)["Hint"] == "think of spring"
        return "kept" if kept else "overwritten"

    def both_changed(self) -> str:
        mine = self.learner.note(BOTH)["Name"]
        return "corrected" if mine == self.newcomer.note(BOTH)["Name"] else "kept"

    def deleted(self, label: str) -> str:
        return "comes back" if self.learner.guids[label] in self.has.notes else "stays deleted"

    def arrives(self, label: str) -> str:
        return "come" if self.learner.guids[label] in self.has.notes else "do not come"

    def looks(self) -> str:
        same = self.learner.note_types() == self.newcomer.note_types()
        return "come" if same else "do not come"


ROWS: dict[str, Callable[[After], str]] = {
    "reviews, intervals, new cards' order": After.scheduled,
    "suspended cards, flags": After.suspended,
    "your decks and their options": After.decks,
    "notes that the author did not change: all that is in them": After.left_alone,
    "notes that the author changed: My notes": After.my_notes,
    "notes that the author changed: your tags": After.tags,
    "notes that the author changed: fields that only you changed": After.other_fields,
    "notes that the author changed: fields that both of you changed": After.both_changed,
    "a note that you deleted, and the author did not change": lambda a: a.deleted(GONE),
    "a note that you deleted, and the author changed": lambda a: a.deleted(GONE_CHANGED),
    "new notes": lambda a: a.arrives("term/sally"),
    "templates and style": After.looks,
}


def test_the_table_has_these_rows() -> None:
    assert list(table()) == list(ROWS)


@pytest.mark.parametrize("way", [*WAYS, "push by the program"])
def test_each_way_keeps_what_the_table_says(
    *,
    way: str,
    first: Release,
    learner: Learner,
    newcomer: Learner,
    flashgen: Run,
    tmp_path: Path,
) -> None:
    pusher = pusher_by(
        "the program" if way == "push by the program" else "the stand-in", tmp_path / "anki"
    )
    new = released(first.deck, tmp_path / "2", SECOND, EVERYTHING.make)
    learner.guids = newcomer.guids = first.guids | new.guids
    newcomer.imports(new.package)
    learner.edits(BOTH, {"Name": "Lion Hale"})
    learner.collection.remove_notes([learner.note(label).id for label in (GONE, GONE_CHANGED)])
    learner.did_so_at(SECOND - 1, not_after=SECOND)
    with pusher.open_for(learner):
        pass
    before = learner.has()
    match way:
        case "the package":
            learner.imports(new.package)
        case "a text file":
            imports_text(learner, text_of(new.deck, flashgen))
        case _:
            pusher.pushes(learner, new.deck)
    after = After(learner, before, newcomer)
    observed = {row: look(after) for row, look in ROWS.items()}
    assert observed == {row: cells[way.partition(" by")[0]] for row, cells in table().items()}
    assert learner.deck(NAME)
