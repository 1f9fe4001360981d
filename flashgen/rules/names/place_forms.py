"""Names that are a place's by their form: by a head, by "of", by the gazetteer."""

from __future__ import annotations

from dataclasses import replace

from flashgen.rules.names.capitals import is_capital, run_end
from flashgen.rules.names.gazetteer import Entry, look_up
from flashgen.rules.names.name import (
    SAINTS,
    Name,
    Run,
    end_of_phrase,
    is_people,
    kinds_of_heads,
    title_end,
    word_before,
)
from flashgen.rules.names.onomasticon import is_figure, is_given_name, is_surname
from flashgen.rules.names.reading import function_words
from flashgen.tables import words
from flashgen.types import PlaceKind

_LONGEST_PLACE = 6
_WITH_DIRECTION = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})


def whole_in_gazetteer(run: Run) -> Name | None:
    """A known name of several words whatever its head: "Russian Federation"."""
    entry = look_up(run.text) if len(run.texts) > 1 else None
    if entry is None or run.texts[0] in SAINTS or not _trusted(entry, run.texts):
        return None
    return run.place(run.start, run.end, entry.kind, "gazetteer")


def _trusted(entry: Entry, texts: tuple[str, ...]) -> bool:
    """Whether a name of several words is that place's: towns are called after people, too."""
    first, last = texts[0], texts[-1]
    titled = first in words("people", "titles", "short_titles")
    person = titled or is_given_name(first) or is_surname(last) or is_figure(last)
    return entry.well_known or (entry.sure and not person)


def river_with_the(run: Run) -> Name | None:
    """A known water, mountain or land behind "the", whatever else its name means: "the Don"."""
    entry = look_up(run.text)
    alone = len(run.texts) == 1 and run.preposition == "the"
    if not alone or entry is None or not entry.well_known or is_people(run.text):
        return None
    town = entry.kind in (PlaceKind.CITY, PlaceKind.COUNTRY)
    return None if town else run.place(run.start, run.end, entry.kind, "known and with the")


def leading_town(run: Run) -> Name | None:
    """A town between its preposition and somebody's name: "At Delhi Akbar halted"."""
    first = run.texts[0]
    entry = look_up(first)
    governed = run.preposition in words("places", "prepositions_strong") | {"of", "from", "to"}
    if len(run.texts) == 1 or not governed or entry is None or entry.kind is not PlaceKind.CITY:
        return None
    if not entry.sure or _is_borne(first) or run.sentence[run.start + 1].numeral:
        return None
    if len(run.texts) == 2 and not _is_borne(run.texts[1]):
        return None
    return run.place(run.start, run.start + 1, entry.kind, "gazetteer")


def _is_borne(text: str) -> bool:
    """Whether people are called so."""
    return is_given_name(text) or is_surname(text) or is_figure(text)


def town_on_a_river(run: Run) -> Name | None:
    """A town that its own language tells from its namesakes: "Frankfurt am Main"."""
    link = run.next_word
    if link is None or link.text not in words("places", "links_to_rivers"):
        return None
    end = run.end + 2
    if end > len(run.sentence) or not is_capital(run.sentence, end - 1):
        return None
    known = look_up(" ".join(word.text for word in run.sentence[run.start : end])) is not None
    if not (known or link.text in words("places", "foreign_links_to_rivers")):
        return None
    return run.place(run.start, end, PlaceKind.CITY, "town on a river")


def place_by_head(run: Run) -> Name | None:
    """A name with a head: "Winter Palace", "Culp's Hill", "Peter and Paul Fortress"."""
    heads = kinds_of_heads("heads_")
    end = _end_with_head(run)
    if end is None:
        return None
    last = run.sentence[end - 1].text
    start = _with_twin(run, end)
    if last not in heads or (last == "Church" and is_people(" ".join(run.texts[:-1]))):
        return None
    if _surname_like(run, end):
        return None
    beyond = end_of_phrase(run.sentence, end)
    if beyond is not None and last in kinds_of_heads("before_of_"):
        end = beyond
    return run.place(start, end, heads[last], "head of a place name")


def _end_with_head(run: Run) -> int | None:
    """Where a name with a head behind it ends; None where it can have none."""
    end = run.end
    last, head = run.sentence[end - 1], run.next_word
    if last.possessive:
        return _behind_possessive(run)
    if head is not None and head.lower and head.text in kinds_of_heads("heads_"):
        return end + 1
    return end if end - run.start > 1 else None


def _with_twin(run: Run, end: int) -> int:
    """The start of a name with two saints or founders: "Peter and Paul Fortress"."""
    i = run.start
    if end - i != 2 or not is_given_name(run.texts[0]) or run.preposition != "and":
        return i
    return i - 2 if is_given_name(word_before(run.sentence, i, 2)) else i


def _behind_possessive(run: Run) -> int | None:
    """The end of "St. Isaac's Square", "Culp's Hill": a head behind a possessive.

    A land or town owns no name: "Spain's Basque Country", "Cairo's Khan Street" are two.
    """
    head, owner = run.next_word, look_up(run.text)
    if head is None or not is_capital(run.sentence, run.end):
        return None
    if owner is not None and owner.well_known:
        return None
    end = run_end(run.sentence, run.end)
    short = end - run.end <= 2
    return end if short and run.sentence[end - 1].text in kinds_of_heads("heads_") else None


def _surname_like(run: Run, end: int) -> bool:
    """Whether a place's head is rather a surname: "General Hill", "J. Wood", "Mungo Park"."""
    first = run.sentence[run.start]
    if end == run.end and (first.initial or run.preposition in words("people", "callings", "kin")):
        return True
    behind_titles = title_end(run.sentence, run.start, end)
    if behind_titles > run.start and run.sentence[behind_titles - 1].possessive:
        return False
    royal = first.text in words("people", "titles_of_places")
    if behind_titles > run.start and behind_titles == end - 1 and not royal:
        return True
    start = run.start if royal else behind_titles
    last = run.sentence[end - 1].text
    if end != run.end or last not in words("places", "heads_or_surnames"):
        return False
    given = is_given_name(run.sentence[start].text) and end - start <= 3
    at_a_place = run.preposition in words("places", "prepositions_strong") | {
        "the",
        "to",
        "from",
        "on",
    }
    if behind_titles > run.start:
        at_a_place = run.preposition in words("places", "prepositions_strong")
    return given and not at_a_place


def place_of(run: Run) -> Name | None:
    """A head and "of": "Gulf of Finland", "House of the People"."""
    kind = kinds_of_heads("before_of_").get(run.texts[-1])
    end = end_of_phrase(run.sentence, run.end)
    if kind is None or end is None:
        return None
    text = " ".join(word.text for word in run.sentence[run.start : end])
    if text in words("places", "not_before_of"):
        return run.other(run.start, end, "organisation")
    return run.place(run.start, end, kind, "head and of")


def place_before(run: Run) -> Name | None:
    """A head before the name: "Lake Ladoga", "Fort Sumter"; or a saint's church."""
    first = run.texts[0]
    if first in SAINTS:
        return _saints_place(run)
    kind = kinds_of_heads("before_").get(first)
    if kind is None or len(run.texts) < 2:
        return None
    if kind is PlaceKind.CITY and look_up(run.text) is None:
        return None
    return run.place(run.start, run.end, kind, "head before a place name")


def _saints_place(run: Run) -> Name | None:
    """A town named after a saint, or the church that a possessive alone stands for."""
    entry = look_up(run.text)
    if entry is not None and (entry.sure or not is_given_name(run.texts[1])):
        return run.place(run.start, run.end, entry.kind, "gazetteer")
    if len(run.texts) != 2 or not run.possessive:
        return None
    alone = run.next_word is None or run.next_word.text in function_words()
    church = run.place(run.start, run.end, PlaceKind.BUILDING, "saint's church")
    return replace(church, whole=True) if alone else None


def place_by_gazetteer(run: Run) -> Name | None:
    """The longest name of several words that is known: "Great Britain", "Upper Egypt"."""
    for end in range(min(run.end, run.start + _LONGEST_PLACE), run.start + 1, -1):
        texts = run.texts[: end - run.start]
        entry = look_up(" ".join(texts))
        if entry is not None and _trusted(entry, texts):
            return run.place(run.start, end, entry.kind, "gazetteer")
        if texts[0] in words("places", "directions"):
            entry = look_up(" ".join(texts[1:]))
            if entry is not None and entry.sure and entry.kind in _WITH_DIRECTION:
                return run.place(run.start, end, PlaceKind.REGION, "gazetteer")
    return None
