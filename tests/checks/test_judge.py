"""The one list of problems: its order, and the time that it takes."""

import random
import time
from pathlib import Path

from flashgen.checks.cards import Card, Shown
from flashgen.checks.judge import judge
from flashgen.deck.kinds import Term
from flashgen.english import lexicon
from flashgen.errors import Location
from flashgen.facts import Fact
from tests.checks.made import found, rules_of


def test_problems_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    facts = (
        "people:\n"
        "  brandt: {name: Elias Brandt, who: heroic mayor who gave up the keys}\n"
        "  king: {name: Frederick IV, who: the greatest king of Denmark}\n"
        "terms:\n"
        "  bastion: {term: bastion, meaning: wall that has a bastion}\n"
    )
    assert rules_of(found(tmp_path, facts)) == [
        "opinion",
        "unsupported",
        "opinion",
        "answer-on-front",
        "gives-away",
    ]


def _many(count: int) -> Shown:
    """A deck of terms of words at random."""
    chance = random.Random(count)  # noqa: S311 - no secret
    known = [word for word in lexicon._lemmas() if len(word) > 3]
    cards, facts = [], []
    for number in range(count // 2):
        term, meaning = (" ".join(chance.choices(known, k=k)) for k in (2, 9))
        where = Location(Path("deck.yaml"), number + 1)
        fact = Fact(Term(key=f"t{number}", where=where, term=term, meaning=meaning), None)
        facts.append(fact)
        for name, front, answer in (("Meaning", term, meaning), ("Term", meaning, term)):
            card = Card(
                note=fact.item.key,
                name=name,
                question=f"term/{name}",
                where=where,
                front=front,
                asked={"Term" if name == "Meaning" else "Meaning": front},
                answer=answer,
                answer_field=name,
                fact=fact,
            )
            cards.append(card)
    return Shown(tuple(cards), tuple(facts))


def test_five_thousand_cards_take_seconds() -> None:
    """Two here; were cards compared each with each, it would be minutes."""
    shown = _many(5000)
    start = time.perf_counter()
    judge(shown)
    assert time.perf_counter() - start < 40
