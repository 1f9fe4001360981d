"""What is known of people's names: given names, surnames, and figures of history.

A name that is known here is a hint, never a proof. The lists are ``tables/given_names.yaml``,
``surnames.yaml`` and ``figures.yaml``; ``gazetteer`` is the same for places.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from flashgen.tables import table, words

_ENDINGS_OF_SURNAMES = (
    *("ov", "ev", "sky", "skii", "skiy", "ski", "enko", "vich", "vitch", "ovna"),
    *("witz", "mann", "stein", "sson", "escu", "opoulos", "akis", "oglu", "yan", "shvili", "dze"),
)


def fold(name: str) -> str:
    """A name without accents, in lower case, with plain marks and single spaces.

    Forms of one name that differ in these alone are the same when folded.
    """
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("–", "-"))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(letters.split())


@cache
def _folded(name: str) -> frozenset[str]:
    """All entries of a table of names."""
    return frozenset(map(fold, words(name, *table(name))))


def is_given_name(text: str) -> bool:
    """Whether a word is a given name, or two with a hyphen, or a short form ("Wm.")."""
    known = _folded("given_names")
    return text in words("people", "short_given_names") or all(
        part in known for part in fold(text).split("-")
    )


def is_known_surname(text: str) -> bool:
    """Whether a word is in the list of surnames."""
    return fold(text) in _folded("surnames")


def is_surname(text: str) -> bool:
    """Whether a word is a surname, or ends like one ("-ov", "-escu")."""
    return is_known_surname(text) or fold(text).endswith(_ENDINGS_OF_SURNAMES)


def is_figure(text: str) -> bool:
    """Whether a name is one by which a person of history is known: "Cicero", "Bismarck"."""
    return fold(text) in _folded("figures")


def is_family_name_first(text: str) -> bool:
    """Whether a word is a family name that stands before the given name: "Zhou Enlai"."""
    return text in words("given_names", "family_names_first")
