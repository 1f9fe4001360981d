"""How long it takes to find the passages of many facts, and how that grows with their number.

Usage: python benchmarks/facts.py [FACTS] [--words WORDS]

Default: 5000 facts of each kind beside an article of 100000 words, then twice as many beside one
of twice the length, in the same process. Growth is the one time by the other: about 2 where the
cost is the sum of facts and article, 4 where it is their product. Only "resolve" is timed, which
looks each fact up; reading deck.yaml and the rules have their own benchmarks.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from flashgen.deck.loader import load_curation
from flashgen.english import lexicon
from flashgen.facts import resolve
from flashgen.reading import read_article
from flashgen.rules import find_mentions

WORDS_IN_SENTENCE = 18
# What makes a sentence and an entry.
Kind = Callable[[int, list[str]], tuple[str, str]]
HEAD = "deck: {id: many, name: Many, topic: Many facts, updated: 2026-01-31, calendar: Gregorian}\n"
MONTHS = "January March April June July August October November".split()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("facts", nargs="?", type=int, default=5_000)
    parser.add_argument("--words", type=int, default=100_000)
    options = parser.parse_args()
    print(f"{'':<28} {'facts':>7} {'seconds':>8} {'growth':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for name, (section, kind) in KINDS.items():
            before = 0.0
            for times in (1, 2):
                count = times * options.facts
                seconds = _seconds(Path(folder), section, kind, count, times * options.words)
                growth = f"{seconds / before:.2f}" if before else ""
                print(f"{name:<28} {count:>7} {seconds:>8.2f} {growth:>7}", flush=True)
                before = seconds
    print("growth: how the time grew where facts and article doubled; 2.00 is linear")


def write_deck(folder: Path, section: str, kind: Kind, count: int, words: int) -> None:
    """Write a deck of so many facts, and their article of so many words."""
    chance = random.Random(count)
    known = [word for word in lexicon._lemmas() if len(word) > 5 and word.isalpha()]
    told, facts = [], []
    for number in range(count):
        said = chance.sample(known, 6)
        sentence, fact = kind(number, said)
        told.append(sentence)
        facts.append(fact)
    while len(told) * WORDS_IN_SENTENCE < words:
        told.append(f"The {' '.join(chance.choices(known, k=WORDS_IN_SENTENCE - 1))}.")
    chance.shuffle(told)
    paragraphs = (" ".join(told[i : i + 6]) for i in range(0, len(told), 6))
    (folder / "article.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    entries = "\n".join(facts)
    (folder / "deck.yaml").write_text(f"{HEAD}{section}:\n{entries}\n", encoding="utf-8")


def _seconds(folder: Path, section: str, kind: Kind, count: int, words: int) -> float:
    """The median processor time to resolve so many facts beside so many words."""
    write_deck(folder, section, kind, count, words)
    article, curation = read_article(folder / "article.txt"), load_curation(folder / "deck.yaml")
    mentions = find_mentions(article)
    times = []
    for _ in range(3):
        start = time.process_time()
        resolved = resolve(article, mentions, curation)
        times.append(time.process_time() - start)
    assert all(fact.evidence for fact in resolved.facts)
    return statistics.median(times)


def _name(number: int) -> str:
    """A name that no other number has, in letters."""
    letters = ""
    while number or not letters:
        number, letter = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxz"[letter] + "aeiou"[number % 5]
    return f"Elias {letters.capitalize()}ben"


def _person(number: int, said: list[str]) -> tuple[str, str]:
    name, who = _name(number), " ".join(said)
    return f"{name} was a {who} of the town.", f"  p{number}: {{name: {name}, who: {who}}}"


def _event(number: int, said: list[str]) -> tuple[str, str]:
    month = number % len(MONTHS)
    day, year = 1 + number // len(MONTHS) % 28, 1600 + number // 224
    what = " ".join(said)
    date = f"{year}-{[1, 3, 4, 6, 7, 8, 10, 11][month]:02}-{day:02}"
    return (
        f"On {day} {MONTHS[month]} {year} the {what} fell.",
        f"  e{number}: {{what: The {what} fell., date: {date}}}",
    )


def _quotation(number: int, said: list[str]) -> tuple[str, str]:
    text = f"We {' '.join(said)} for the town"
    return (
        f"“{text},” said Brandt.",
        f"  q{number}: {{text: {text}, voice: Brandt the mayor}}",
    )


def _unmarked(number: int, said: list[str]) -> tuple[str, str]:
    text = f"we {' '.join(said)} for the town"
    fact = f"  q{number}: {{text: {text}, voice: Brandt the mayor}}"
    return f"Brandt thought that {text} that year.", fact


def _passage(number: int, said: list[str]) -> tuple[str, str]:
    term, *meant = said
    what = " ".join(meant)
    fact = f"  t{number}: {{term: {term}, meaning: {what}, passage: [{meant[0]}, {meant[1]}]}}"
    return f"The {term} {what} stood in the town.", fact


# The section of deck.yaml, and what makes its entries.
KINDS: dict[str, tuple[str, Kind]] = {
    "people": ("people", _person),
    "events": ("events", _event),
    "quotations": ("quotations", _quotation),
    "quotations without marks": ("quotations", _unmarked),
    "passages": ("terms", _passage),
}


if __name__ == "__main__":
    main()
