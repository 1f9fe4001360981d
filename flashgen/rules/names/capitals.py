"""Which words are written like a part of a name, and where a run of such words ends.

The capital of a word that opens a sentence proves nothing; what the word is known as, and how
the rest of the article writes it, does.
"""

from __future__ import annotations

import re

from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.onomasticon import is_figure, is_given_name, is_surname
from flashgen.rules.names.reading import OPENING_MARKS, Sentence, Vocabulary, Word
from flashgen.tables import words

# A name is never longer; the limit keeps the work linear in a text of nothing but capitals.
_LONGEST_NAME = 12
# Endings of words that open a sentence and are no name: "Typically", "Leaving", "Besieged".
_OPENER_ENDINGS = ("ly", "ing", "ed")

_JOINED_CAPITAL = re.compile(r"[A-Za-z]{1,3}['’ʿ‘-][A-ZÀ-Þ]")
# "Beijing-based", "Turkish-speaking": an adjective, though it begins like a name.
_COMPOUND_ADJECTIVE = re.compile(
    r".*[-–](?:[a-z]+ed|[a-z]{3,}ing|led|held|born|run|made|built|wide|like|era|style|bound|free)"
)
_CLOSING_MARKS = ("'", '"', "”", "»", "’")


def is_capital(sentence: Sentence, i: int) -> bool:
    """Whether a word is written like a name: "Hale", "d'Alembert", "al-Rashid", "USSR".

    A heading in capitals within the text is not: there every word is.
    """
    word = sentence[i]
    if word.text == "I":
        return False
    if not word.text[0].isupper():
        return _JOINED_CAPITAL.match(word.text) is not None
    if _COMPOUND_ADJECTIVE.fullmatch(word.text):
        return False
    return not (_shouted(word) and _neighbour_shouts(sentence, i))


def _shouted(word: Word) -> bool:
    return len(word.text) > 1 and word.text.isupper() and not word.numeral and not word.initial


def _neighbour_shouts(sentence: Sentence, i: int) -> bool:
    before = i > 0 and sentence[i].follows and _shouted(sentence[i - 1])
    after = i + 1 < len(sentence) and sentence[i + 1].follows and _shouted(sentence[i + 1])
    return before or after


def is_opener(sentence: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    """Whether a word has its capital only because a sentence begins with it."""
    word = sentence[i]
    if not word.opens or word.initial or word.text.isupper() or _is_quoted_name(sentence, i):
        return False
    if begins_with_particle(sentence, i):
        return False
    if word.text.partition("’")[0].partition("'")[0] in words("words", "function_words"):
        return True
    if _before_a_capital(sentence, i) and (
        is_given_name(word.text) or is_figure(f"{word.text} {sentence[i + 1].text}")
    ):
        return False
    if word.text in words("words", "openers"):
        return True
    if word.text.lower() in vocabulary.lower:
        return True
    if _is_known(word.text):
        return False
    following = sentence[i + 1].text if i + 1 < len(sentence) else ""
    verbs = words("verbs", "of_persons", "often_of_persons", "saying")
    acts = following in verbs and not word.text.endswith("ly")
    return word.text.endswith(_OPENER_ENDINGS) and word.text not in vocabulary.inner and not acts


def _before_a_capital(sentence: Sentence, i: int) -> bool:
    following = i + 1 < len(sentence) and sentence[i + 1].follows
    return following and is_capital(sentence, i + 1)


def _is_known(text: str) -> bool:
    """Whether a word is known as somebody's or a place's name."""
    place = look_up(text)
    person = is_given_name(text) or is_surname(text) or is_figure(text)
    return person or (place is not None and place.sure)


def begins_with_particle(sentence: Sentence, i: int) -> bool:
    """Whether a word is the particle of a surname that follows: "de Witt", "De Witt was"."""
    if sentence[i].text.lower() not in words("people", "leading_particles"):
        return False
    after = _after_particles(sentence, i)
    return after is not None


def _is_quoted_name(sentence: Sentence, i: int) -> bool:
    """Whether quotation marks hold nothing but several capitalised words: "East Field"."""
    if not sentence[i].gap.endswith(OPENING_MARKS):
        return False
    end = run_end(sentence, i)
    return end - i > 1 and end < len(sentence) and sentence[end].gap.startswith(_CLOSING_MARKS)


def run_end(sentence: Sentence, start: int) -> int:
    """The end of the run of capitalised words that begins at ``start``.

    Initials, numerals and the particles of surnames belong to it; a possessive ends it.
    """
    end = start + 1
    limit = min(len(sentence), start + _LONGEST_NAME)
    while end < limit and sentence[end].follows and not sentence[end - 1].possessive:
        word = sentence[end]
        if word.text in words("words", "days_and_months"):
            break
        if is_capital(sentence, end) or word.initial or _is_number(sentence, end):
            end += 1
        elif word.text in words("people", "particles"):
            after = _after_particles(sentence, end)
            if after is None:
                break
            end = after + 1
        else:
            break
    return end


def _is_number(sentence: Sentence, i: int) -> bool:
    """Whether a word is a number behind a name; "I" is one only behind a given name."""
    given = is_given_name(sentence[i - 1].text)
    return sentence[i].numeral and (given or sentence[i].text != "I")


def _after_particles(sentence: Sentence, i: int) -> int | None:
    """The capitalised word behind one particle or two, or None."""
    for after in (i + 1, i + 2):
        if after >= len(sentence) or not sentence[after].follows:
            return None
        if is_capital(sentence, after):
            return after
        if sentence[after].text not in words("people", "particles"):
            return None
    return None
