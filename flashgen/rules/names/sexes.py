"""Whether a person is a man or a woman, by kin and titles before the name, or by the given name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from flashgen.english.lexicon import look_up
from flashgen.rules.names.kinds import SAINTS
from flashgen.rules.names.name import Name
from flashgen.rules.names.onomasticon import sex_of_given_name
from flashgen.tables import words

_BY_TITLE = {
    **dict.fromkeys(
        "Mrs. Mrs Miss Ms. Ms Mme. Mme Mlle. Mlle Madame Dame Lady Frau Doña".split(), "woman"
    ),
    **dict.fromkeys("Mr. Mr M. Messrs. Sir Lord Monsieur Herr Don Señor Signor".split(), "man"),
}
_PRONOUNS = {"his": "man", "himself": "man", "her": "woman", "herself": "woman"}
# How far behind a name its pronoun may stand.
_NEAR = 10


def sex_of(mentions: Sequence[Name]) -> str:
    """Return "man", "woman", or "" where the text does not tell."""
    before = {sex for name in mentions if (sex := _before(name))}
    if before:
        return before.pop() if len(before) == 1 else ""
    fullest = max(mentions, key=lambda name: len(name.words))
    given = next((word for word in fullest.words if word not in SAINTS), "")
    alone = len(fullest.words) == 1
    if fullest.words[-1].endswith(("ovna", "evna")):
        return "woman"
    known = sex_of_given_name(given)
    return known if known and not alone else _by_pronouns(mentions) or known


def _before(name: Name) -> str:
    """What the word right before a name tells: "Mrs", "her brother", "Queen"."""
    word = name.before()
    entry = look_up(word.lower())
    low = entry.noun or word.lower()
    for sex, letter in (("woman", "F"), ("man", "M")):
        if letter in entry.of_noun or low in words("names", f"nouns_for_a_{sex}"):
            return sex
    return _BY_TITLE.get(word, "")


def _by_pronouns(mentions: Sequence[Name]) -> str:
    """What the first pronouns behind the mentions say, no other name in between."""
    votes: Counter[str] = Counter()
    for name in mentions:
        tokens = name.sentence.words[name.end : name.end + _NEAR]
        for i, word in enumerate(tokens):
            tag = name.sentence.tags[name.end + i]
            if word in _PRONOUNS and tag in "pm":
                votes[_PRONOUNS[word]] += 1
            if word in _PRONOUNS or tag in "E.;:Q(":
                break
    best = votes.most_common(2)
    return best[0][0] if len(best) == 1 or (best and best[0][1] > best[1][1]) else ""
