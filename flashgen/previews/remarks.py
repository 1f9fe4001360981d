"""Put each problem of a deck beside the cards that it concerns."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from flashgen.errors import Location
from flashgen.pipeline import Build
from flashgen.previews.cards import key_of


def remarks(made: Build) -> tuple[list[str], dict[str, list[str]]]:
    """What is to be mended: that of no single card, and the rest by the names of the cards.

    A problem in a template, or in a piece that it includes, concerns all cards of the template;
    one of a fact concerns the cards of its note, or the one that it names.
    """
    by_file: defaultdict[Path, set[str]] = defaultdict(set)
    by_fact: defaultdict[Location, dict[str, str]] = defaultdict(dict)
    for note in made.deck.notes:
        for template in made.note_types[note.kind].cards_of(note):
            key = key_of(note, template)
            by_fact[note.where][key] = template.name
            for path in template.files:
                by_file[path].add(key)
    general: list[str] = []
    beside: defaultdict[str, list[str]] = defaultdict(list)
    for problem in made.problems:
        where = problem.where
        cards = by_fact.get(where, {}) if isinstance(where, Location) else {}
        named = {key for key, name in cards.items() if f"card '{name}':" in problem.message}
        of_file = by_file.get(where.path, set()) if isinstance(where, Location) else set()
        concerned = named or cards.keys() or of_file
        for key in concerned:
            beside[key].append(str(problem))
        if not concerned:
            general.append(str(problem))
    return general, beside
