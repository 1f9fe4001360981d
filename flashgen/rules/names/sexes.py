"""Whether a person is a man or a woman, by kin and titles before the name, or by the given name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from flashgen.english.lexicon import look_up
from flashgen.rules.names.kinds import SAINTS
from flashgen.rules.names.name import Name
from flashgen.rules.names.onomasticon import sex_of_given_name
from flashgen.tables import words

_PRONOUNS = {"his": "man", "himself": "man", "her": "woman", "herself": "woman"}
# How far behind a name its pronoun may stand.
_NEAR = 10


def sex_of(mentions: Sequence[Name]) -> str:
    """Return "man", "woman", or "" where the text does not tell."""
    told = next(filter(None, (sex_of_noun(name.before().lower()) for name in mentions)), "")
    if told:
        return told
    fullest = max(mentions, key=lambda name: len(name.text))
    given = next((word for word in fullest.words if word not in SAINTS), "")
    known = sex_of_given_name(given)
    return known if known and len(fullest.words) > 1 else _by_pronouns(mentions) or known


def sex_of_noun(low: str) -> str:
    """Which of the two a noun or a title means: "queen", "mr."; "" where it may be either."""
    entry = look_up(low)
    for sex, letter in (("woman", "F"), ("man", "M")):
        if letter in entry.of_noun or (entry.noun or low.removesuffix(".")) in words(
            "names", f"nouns_for_a_{sex}"
        ):
            return sex
    return ""


def _by_pronouns(mentions: Sequence[Name]) -> str:
    """What the first pronouns behind the mentions say, no other name in between."""
    votes: Counter[str] = Counter()
    for name in mentions:
        tokens = name.sentence.words[name.end : name.end + _NEAR]
        for word, tag in zip(tokens, name.sentence.tags[name.end :], strict=False):
            if word in _PRONOUNS and (tag == "p" or word.endswith("self")):
                votes[_PRONOUNS[word]] += 1
            if word in _PRONOUNS or tag in "E.;:Q(":
                break
    return max(votes, key=votes.__getitem__, default="")
