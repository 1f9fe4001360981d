"""Rules of the passage: it proves the answer, and says nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from flashgen.checks.cards import Shown
from flashgen.checks.rule import Finding, Rule
from flashgen.deck.kinds import Place
from flashgen.english.content import all_alike, keys, telling
from flashgen.errors import Severity
from flashgen.evidence.measure import names_of, texts_under
from flashgen.facts import Fact

# The answers by which no passage is looked for: it may not have them. What a place is called
# today no article of history need say.
_ASIDE = frozenset(("Life", "Place", "When", "Occasion", "To whom"))


def said_facts(shown: Shown) -> Iterator[tuple[Fact, str]]:
    """The facts that have cards and a passage, each with what it says in its author's words."""
    for fact in shown.asked_facts:
        text = " ".join(texts_under(fact.item, fact.item.proof.answers))
        if fact.evidence is not None and text:
            yield fact, text


def _off_passage(shown: Shown) -> Iterator[Finding]:
    for fact in shown.asked_facts:
        if fact.evidence is not None and not fact.evidence.proves and not fact.item.cite:
            yield (
                fact.item,
                "the passage on the card does not say what the card answers; name better words of "
                "it under 'passage', or 'cite' where it stands",
            )
    places = {f.item.key: names_of(f.item) for f in shown.facts if isinstance(f.item, Place)}
    for card in shown.cards:
        if card.answer_field in _ASIDE and card.fact and card.fact.evidence:
            item = card.fact.item
            forms = (card.answer, *places.get(getattr(item, "place", ""), ()))
            has = {alike for key in keys(card.fact.evidence.text) for alike in all_alike(key)}
            if not item.cite and has.isdisjoint(telling(" ".join(forms))):
                yield (
                    card,
                    f"the passage does not say '{card.answer}'; name better words of it under "
                    "'passage', or 'cite' where it stands",
                )


RULES = (
    Rule(
        name="unsupported",
        severity=Severity.FAULT,
        explanation="Neither the article nor a citation supports the fact, so that its card has no "
        "passage. Correct the words, name those of its passage, or cite where it stands.",
        example="people:\n  king: {name: Frederick IV, who: king of Denmark}",
        counter_example="people:\n  king: {name: Frederick IV, who: king of Denmark, "
        "cite: a history of Denmark}",
    ),
    Rule(
        name="off-passage",
        explanation="The passage under the answer has no main word of it and few others, or "
        "nothing of what a question of your own asks by, and nothing else is cited. "
        "It cannot prove what the card says, and the learner who doubts is left alone.",
        article="Elias Brandt loved herrings.",
        example="people:\n  brandt: {name: Elias Brandt, who: mayor who gave up the keys}",
        counter_example="people:\n  brandt: {name: Elias Brandt, who: lover of herrings}",
        find=_off_passage,
        of_facts=True,
    ),
    Rule(
        name="doubtful-date",
        explanation="A date of the article contradicts itself: its two halves, or its day of the "
        "week. The rules cannot know which half is right, so look before you rely on it.",
        article="The keys were handed over on Friday, 11 March 1700.",
        other_article="The keys were handed over on Thursday, 11 March 1700.",
        example="terms:\n  keys: {term: keys, meaning: what was handed over}",
        counter_example="terms:\n  keys: {term: keys, meaning: what was handed over}",
    ),
    Rule(
        name="unused-allowance",
        explanation="A fact allows what no rule finds in it any more. "
        "An allowance that is left behind would hide the next mistake.",
        example="people:\n  brandt: {name: Elias Brandt, who: mayor, "
        "allow: {long-answer: it was longer}}",
        counter_example="people:\n  brandt: {name: Elias Brandt, who: Brandt was mayor, "
        "allow: {gives-away: the byname is asked for}}",
    ),
)
