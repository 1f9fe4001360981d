"""The man or woman of whom an article tells."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from flashgen.mentions import FoundPerson

_OFTEN = 3  # times that nobody is named by the way


def hero_of(
    people: Sequence[FoundPerson], title_words: Collection[str], sex: str
) -> FoundPerson | None:
    """The one of a sex whom the title names; else one who is named twice as often as any other."""
    named = set(title_words)
    own = [person for person in people if person.sex == sex]
    titled = [person for person in own if person.canonical.split()[-1] in named]
    # "Hale", of an article on "Hugh Hale": not his cousin "Otto Hale", who is a man.
    whole = [p for p in people if p.sex in (sex, "") and named.issuperset(p.canonical.split())]
    titled = whole if len(whole) == 1 else titled
    if len(titled) == 1:
        return titled[0]
    ranked = sorted(titled or own, key=lambda person: -len(person.mentions))
    most, next_, *_ = [len(person.mentions) for person in ranked] + [0, 0]
    return ranked[0] if most >= max(_OFTEN, 2 * next_) else None
