"""The regular forms of English words, made from a lemma and taken back to it.

The spelling rules are those of Quirk et al., A Comprehensive Grammar of the English Language
(1985), 3.5–3.10 and 5.80: a silent e drops, y becomes i, a consonant doubles.
"""

from __future__ import annotations

from collections.abc import Iterator

_VOWELS = "aeiou"
_SIBILANTS = ("s", "x", "z", "ch", "sh")


def past_forms(lemma: str) -> tuple[str, ...]:
    """The regular past, with both spellings where the stress decides: "ferried", "levelled"."""
    return tuple(stem + "ed" for stem in _stems(lemma))


def ing_forms(lemma: str) -> tuple[str, ...]:
    """The forms in -ing: "writing", "dying", "setting"."""
    if lemma.endswith("ie"):
        return (lemma[:-2] + "ying",)
    if lemma.endswith("ee"):
        return (lemma + "ing",)
    return tuple(stem + "ing" for stem in _stems(lemma, y_to_i=False))


def plural_forms(lemma: str) -> tuple[str, ...]:
    """The regular plural, which is also a verb's form for he, she and it: "armies", "watches"."""
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return (lemma[:-1] + "ies",)
    if lemma.endswith(_SIBILANTS):
        return (lemma + "es",)
    return (lemma + "s", lemma + "es") if lemma.endswith("o") else (lemma + "s",)


def _stems(lemma: str, *, y_to_i: bool = True) -> Iterator[str]:
    """What stands before -ed or -ing."""
    if lemma.endswith("e"):
        yield lemma[:-1]
    elif y_to_i and lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        yield lemma[:-1] + "i"
    else:
        yield lemma
        ends_in_cvc = lemma[-1:] not in "wxy" + _VOWELS and lemma[-2:-1] in _VOWELS
        if len(lemma) > 2 and ends_in_cvc and lemma[-3] not in _VOWELS.replace("u", ""):
            yield lemma + lemma[-1]
        if lemma.endswith("c"):
            yield lemma + "k"


def lemmas_of_past(form: str) -> Iterator[str]:
    """What a form in -ed may come from, whether or not there is such a word."""
    if form.endswith("ed"):
        yield from _lemmas_of_stem(form[:-2])
        if form.endswith("ied"):
            yield form[:-3] + "y"


def lemmas_of_ing(form: str) -> Iterator[str]:
    """What a form in -ing may come from."""
    if form.endswith("ing"):
        yield from _lemmas_of_stem(form[:-3])
        if form.endswith("ying"):
            yield form[:-4] + "ie"


def lemmas_of_plural(form: str) -> Iterator[str]:
    """What a form in -s may come from."""
    if form.endswith("s") and not form.endswith("ss"):
        yield form[:-1]
        if form.endswith("ies"):
            yield form[:-3] + "y"
        if form.endswith("es") and form[:-2].endswith((*_SIBILANTS, "o")):
            yield form[:-2]


def _lemmas_of_stem(stem: str) -> Iterator[str]:
    if len(stem) > 1:
        yield stem
        yield stem + "e"
        if len(stem) > 2 and stem[-1] == stem[-2]:
            yield stem[:-1]
        if stem.endswith("ck"):
            yield stem[:-1]
