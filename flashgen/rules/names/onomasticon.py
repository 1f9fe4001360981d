"""What is known of names: given names with their sex, surnames, figures of history, things.

A name that is known here is a hint, never a proof. ``tables/known_names.txt`` is made by
``tools/make_names.py``; the hand-typed tables have what no package has.
"""

from __future__ import annotations

from functools import cache, partial

from flashgen.english.lexicon import abbreviations
from flashgen.rules.names.fold import fold
from flashgen.tables import read, table, words

_ENDINGS_OF_SURNAMES = (
    *("ov", "ev", "sky", "skii", "skiy", "ski", "enko", "vich", "vitch", "ovna", "son"),
    *("witz", "mann", "stein", "sson", "escu", "opoulos", "akis", "oglu", "yan", "shvili", "dze"),
)


@cache
def _kinds() -> dict[str, str]:
    """The names of each kind, with bars between them: most kinds are asked for seldom."""
    rows = read("known_names.txt").splitlines()
    return {kind: names for kind, _, names in (row.partition("\t") for row in rows)}


@cache
def known(*kinds: str) -> frozenset[str]:
    """The generated names of some kinds, folded."""
    return frozenset("|".join(_kinds()[kind] for kind in kinds).split("|"))


def is_known(kind: str, text: str) -> bool:
    """Whether the generated names of a kind have a name."""
    return fold(text) in known(kind)


# One of the more frequent given names: "Virginia", not "France".
is_common_given_name = cache(partial(is_known, "common given"))
# One of the most frequent surnames: "Washington".
is_common_surname = cache(partial(is_known, "common surname"))
# A god's name, a work's, an event's, a group's: "Zeus", "Ramadan".
is_thing = cache(partial(is_known, "thing"))


@cache
def _given_names() -> frozenset[str]:
    groups = (group for group in table("given_names") if group != "figures")
    return known("man", "woman", "any") | frozenset(map(fold, words("given_names", *groups)))


@cache
def is_given_name(text: str) -> bool:
    """Whether a word is a given name, or two with a hyphen, or a short form ("Wm.")."""
    names = _given_names()
    short = text.endswith(".") and text[:-1].lower() in abbreviations("given")
    return short or all(part in names for part in fold(text).split("-"))


def sex_of_given_name(text: str) -> str:
    """Return "man" or "woman", or "" where a name does not tell."""
    if text in words("given_names", "men_in_a"):
        return "man"
    key = fold(text).partition("-")[0]
    known_as = next((sex for sex in ("man", "woman", "any") if key in known(sex)), None)
    if known_as is None and key.endswith("a") and is_given_name(text):
        return "woman"  # Benazir is none
    return (known_as or "").replace("any", "")


@cache
def is_only_given_name(text: str) -> bool:
    """Whether a word is a given name before it is a surname: "Philipp", "Georg", not "Brandt"."""
    forms = {form for group in table("people")["forms_of_given_names"] for form in group.split()}
    return is_given_name(text) and (text in forms or not is_known_surname(text))


@cache
def is_known_surname(text: str) -> bool:
    """Whether a word is in the list of surnames, or the only name of a figure of history."""
    return fold(text) in known("surname") or is_figure(text)


@cache
def is_surname(text: str) -> bool:
    """Whether a word is a surname, or has the form of one ("-ov", "d'")."""
    key = fold(text)
    return is_known_surname(text) or key.startswith("d'") or key.endswith(_ENDINGS_OF_SURNAMES)


@cache
def is_figure(text: str) -> bool:
    """Whether a name is one by which a person of history is known: "Cicero", "Sitting Bull"."""
    key = fold(text)
    full = " " in key and key in known("full")
    return full or key in known("figure") or key in _own("figures")


@cache
def _own(group: str) -> frozenset[str]:
    """The hand-typed names of a group, folded."""
    return frozenset(map(fold, table("given_names")[group]))


@cache
def is_family_name_first(text: str) -> bool:
    """Whether a word is a family name that stands before the given name: "Zhou Enlai"."""
    return fold(text) in _own("family_names_first")
