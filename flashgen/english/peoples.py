"""What a word's ending says of a people: "Danish", "Athenian", "the French".

The lexicon has no words that are written with a capital, and peoples are too many to be listed.
"""

from __future__ import annotations

# These adjectives are the plural names of their peoples, too: "the British", "the French".
_WHOLE = ("ish", "ese", "ch")
_ADJECTIVES = (*_WHOLE, "an")
# "Icelandic", "Greek"; but many a water and a creed ends so, too: "the Pacific", "Catholic".
_PERHAPS = (*_ADJECTIVES, "ic", "eek")


def is_of_people(word: str) -> bool:
    """Whether a name is most likely the adjective of a people: "Danish", "Russian"."""
    return word.endswith(_ADJECTIVES)


def may_be_of_people(word: str) -> bool:
    """Whether a name can be the adjective of a people: "Greek", and "Pacific", too."""
    return word.endswith(_PERHAPS)


def is_whole_people(word: str) -> bool:
    """Whether a name may be that of a people as a whole: "the British", not "the Danes"."""
    return word.endswith(_WHOLE)


def is_people(word: str) -> bool:
    """Whether a name may be that of many: "the Bolsheviks", "the Swedes", "the French"."""
    return is_whole_people(word) or (word.endswith("s") and not word.endswith("ss"))
