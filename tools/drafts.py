"""Draft a deck for each text of a folder, build it, and show what a learner would get.

Usage: python -m tools.drafts FOLDER... [--cards N --seed S] [--per N] [--yaml]

A row for each text: its words, seconds from the file to the package's notes, notes, cards by
kind, entries that wait, and what ``check`` says. ``--cards`` draws so many cards of all texts
by a seed, ``--per`` so many of each text, and prints their fronts, answers and sources to be read.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path

from flashgen.drafting.draft import draft
from flashgen.note_types import KINDS
from flashgen.note_types.language import parse
from flashgen.note_types.shown import visible_text
from flashgen.pipeline import Build, build_deck
from flashgen.reading import read_article
from flashgen.rules import find_mentions


def main() -> int:
    """Draft, build, count and show."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--cards", type=int, default=0)
    parser.add_argument("--per", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--yaml", action="store_true")
    options = parser.parse_args()
    paths = [p for f in options.folders for p in (sorted(f.glob("*.txt")) if f.is_dir() else [f])]
    print(
        "text".ljust(20),
        " words  secs notes cards ",
        *(k[:6].rjust(6) for k in KINDS),
        " todo findings",
    )
    drawn: list[tuple[str, str]] = []
    total: Counter[str] = Counter()
    chance = random.Random(options.seed)
    for path in paths:
        begun = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            made, text = drafted(path, Path(folder))
        seconds = time.perf_counter() - begun
        waiting = text.count("# missing:")
        words = len(made.article.text.split())
        row = [f"{made.cards[kind]:6d}" for kind in KINDS]
        counts = f"{len(made.deck.notes):5d} {sum(made.cards.values()):5d} "
        ends = f"{waiting:5d} {len(made.problems):5d}"
        print(path.stem[:20].ljust(20), f"{words:6d} {seconds:5.1f} {counts}", *row, ends)
        total += Counter(made.cards) + Counter({"words": words, "notes": len(made.deck.notes)})
        shown = shown_cards(made)
        drawn += [(path.stem, card) for card in chance.sample(shown, min(options.per, len(shown)))]
        if not options.per:
            drawn += [(path.stem, card) for card in shown]
        if options.yaml:
            print(text)
        for problem in made.problems:
            print("   !", problem.message, f"[{problem.rule}]")
    print("all".ljust(20), dict(total))
    if options.cards:
        drawn = chance.sample(drawn, min(options.cards, len(drawn)))
    for number, (stem, card) in enumerate(drawn if options.cards or options.per else (), start=1):
        print(f"--- {number} [{stem}] {card}")
    return 0


def drafted(path: Path, folder: Path) -> tuple[Build, str]:
    """The deck that a text becomes unattended, and its deck.yaml."""
    copy = folder / "article.txt"
    shutil.copyfile(path, copy)
    article = read_article(copy)
    text = draft(article, find_mentions(article), updated=date(2026, 1, 31))
    (folder / "deck.yaml").write_text(text, encoding="utf-8")
    return build_deck(folder), text


def shown_cards(made: Build) -> list[str]:
    """Every card as a learner reads it."""
    found = []
    topic = made.curation.deck.topic
    for note in made.deck.notes:
        for template in made.note_types[note.kind].cards_of(note):
            front = visible_text(parse(template.front), note.fields).replace(topic, "", 1)
            back = visible_text(parse(template.back), {**note.fields, "FrontSide": ""})
            source, told = note.fields.get("Source", ""), back.partition("Source")[0]
            line = f"{note.kind}/{template.name}\n  Q: {front}\n  A: {told}\n  S: {source}"
            found.append(re.sub(r"[ \t]+", " ", line))
    return found


if __name__ == "__main__":
    sys.exit(main())
