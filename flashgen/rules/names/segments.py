"""Cut sentences into names, and tell what each is where its own words tell it.

"General P. N. Wrangel" is a person, "Winter Palace" a place, "Army of the Potomac" neither, by
their form alone. A name whose form tells nothing is ``OPEN``: the words around it and the rest
of the article decide (see ``evidence``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flashgen.rules.names import other_forms, person_forms, place_forms
from flashgen.rules.names.capitals import begins_with_particle, is_capital, is_opener, run_end
from flashgen.rules.names.name import Name, Role, Run
from flashgen.rules.names.reading import Sentence, Vocabulary

Recogniser = Callable[[Run], Name | None]

# The earlier one wins.
RECOGNISERS: tuple[Recogniser, ...] = (
    person_forms.particle,
    other_forms.personification,
    person_forms.figure,
    place_forms.whole_in_gazetteer,
    place_forms.river_with_the,
    place_forms.town_on_a_river,
    other_forms.event_of_place,
    other_forms.family,
    other_forms.organisation,
    place_forms.place_by_head,
    place_forms.place_of,
    other_forms.bare_head,
    place_forms.place_by_gazetteer,
    place_forms.leading_town,
    person_forms.hyphenated,
    other_forms.leading_common,
    other_forms.leading_organisation,
    place_forms.place_before,
    other_forms.leading_before_title,
    person_forms.titled,
    other_forms.never_a_name,
    person_forms.person_by_form,
    other_forms.people_or_epithet,
)


def segments(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[Name]:
    """The names of a sentence in order, none overlapping."""
    i = 0
    last: Name | None = None
    while i < len(sentence):
        if not _begins(sentence, i, vocabulary):
            i += 1
            continue
        found = _recognise(Run(sentence, i, run_end(sentence, i)))
        # A place's head may have claimed the name before: "Peter and Paul Fortress".
        if last is not None and last.end <= found.start:
            yield last
        last = found
        i = found.end
    if last is not None:
        yield last


def _begins(sentence: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    """Whether a name begins at a word: at a capital, or at a surname's particle."""
    if is_capital(sentence, i):
        return not is_opener(sentence, i, vocabulary)
    return begins_with_particle(sentence, i)


def _recognise(run: Run) -> Name:
    for recognise in RECOGNISERS:
        name = recognise(run)
        if name is not None:
            return name
    return Name(run.sentence, run.start, run.end, Role.OPEN, "")
