"""Rules of pictures, maps and sounds of one's own: whose they are, and what they say in words."""

from __future__ import annotations

from collections.abc import Iterator

from flashgen.checks.cards import Shown
from flashgen.checks.rule import Finding, Rule
from flashgen.deck.medium import media_of
from flashgen.errors import Severity


def _uncredited(shown: Shown) -> Iterator[Finding]:
    for fact in shown.facts:
        for key, medium in media_of(fact.item).items():
            missing = [name for name in ("credit", "license") if not getattr(medium, name)]
            if missing:
                lacks = " and ".join(f"'{name}'" for name in missing)
                yield fact.item, f"its {key} has no {lacks}; say whose it is and by which licence"


def _without_words(shown: Shown) -> Iterator[Finding]:
    for fact in shown.facts:
        for key, medium in media_of(fact.item).items():
            if not medium.alt:
                sense = "hears" if key == "sound" else "sees"
                yield fact.item, f"its {key} has no 'alt'; say what one {sense}"


RULES = (
    Rule(
        name="uncredited",
        severity=Severity.FAULT,
        explanation="A picture, a map or a sound has no credit or no licence. "
        "Whoever gives the deck away must know that it may be given away, and whose name goes with "
        "it.",
        example="people:\n  brandt: {name: Elias Brandt, who: mayor, picture: {file: brandt.png, "
        "alt: a man}}",
        counter_example="""\
people:
  brandt:
    name: Elias Brandt
    who: mayor
    picture: {file: brandt.png, alt: a man, credit: own drawing, license: CC0 1.0}""",
        find=_uncredited,
        of_facts=True,
    ),
    Rule(
        name="no-alt",
        explanation="A picture, a map or a sound has no words that stand for it. "
        "Who cannot see or hear it, or has not received the file, is left with nothing.",
        example="""\
people:
  brandt:
    name: Elias Brandt
    who: mayor
    picture: {file: brandt.png, credit: own drawing, license: CC0 1.0}""",
        counter_example="""\
people:
  brandt:
    name: Elias Brandt
    who: mayor
    picture: {file: brandt.png, credit: own drawing, license: CC0 1.0, alt: a man with keys}""",
        find=_without_words,
        of_facts=True,
    ),
)
