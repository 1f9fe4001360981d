"""What the rules of good cards say of cards drawn by a fixed seed, for a person to judge.

Usage: python -m tools.alarms DECK [--draw N] [--seed N] [--all]

DECK is a deck folder or a package. Prints each drawn card that any rule reports, with its two
sides and what was said of it, then findings in a hundred cards; --all draws every card.
"""

import argparse
import random
from collections import Counter, defaultdict
from pathlib import Path

from flashgen.checks.cards import Card, cards
from flashgen.checks.judge import problems_of
from flashgen.checks.packages import cards_of
from flashgen.errors import Problem
from flashgen.steps import PACKAGES, made_from


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("deck", type=Path)
    parser.add_argument("--draw", type=int, default=100)
    parser.add_argument("--seed", type=int, default=20261126)
    parser.add_argument("--all", action="store_true")
    given = parser.parse_args()
    deck, problems = judged(given.deck)
    said = said_of(deck, problems)
    drawn = sorted(random.Random(given.seed).sample(range(len(deck)), min(given.draw, len(deck))))
    numbers = range(len(deck)) if given.all else drawn
    for number in numbers:
        if said[number]:
            card = deck[number]
            print(f"{number + 1}. {card.note}, {card.name}\n   {card.front[:300]}")
            print(f"   -> {card.answer[:300]}")
            print("".join(f"   ! {line}\n" for line in said[number]))
    rules = Counter(line.rpartition("[")[2][:-1] for number in numbers for line in said[number])
    reported = sum(1 for number in numbers if said[number])
    count = sum(rules.values())
    print(f"{len(numbers)} of {len(deck)} cards: {reported} reported, {count} findings", end="")
    print(f", {100 * count / len(numbers):.1f} in a hundred cards")
    print("  " + ", ".join(f"{rule} {count}" for rule, count in rules.most_common()))


def judged(path: Path) -> tuple[list[Card], tuple[Problem, ...]]:
    """The cards of a deck folder or a package, and what is wrong with them."""
    if path.suffix in PACKAGES:
        deck = list(cards_of(path))
        return deck, problems_of(deck)
    made = made_from(path)
    return list(cards(made.deck.notes, made.note_types, made.resolution.facts)), made.problems


def said_of(deck: list[Card], problems: tuple[Problem, ...]) -> dict[int, list[str]]:
    """What is said of each card, by its number from 0; of a fact, beside all its cards."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for number, card in enumerate(deck):
        by_name[f"{card.where}|{card.note}|{card.name}"].append(number)
        by_name[f"{card.where}|{card.note}"].append(number)
    said: dict[int, list[str]] = defaultdict(list)
    for problem in problems:
        note, mark, rest = problem.message.partition(": card '")
        name = f"|{rest.partition(chr(39) + ':')[0]}" if mark else ""
        note = note if mark else note.partition(": ")[0]
        for number in by_name.get(f"{problem.where}|{note}{name}", ()):
            said[number].append(f"{problem.message} [{problem.rule}]")
    return said


if __name__ == "__main__":
    main()
