"""Names that are a place's by their form: by a head, by "of", by the gazetteer."""

from __future__ import annotations

from flashgen.english.tags import NAME
from flashgen.mentions import LANDS, PlaceKind
from flashgen.rules.names import kinds
from flashgen.rules.names import onomasticon as called
from flashgen.rules.names.context import fits
from flashgen.rules.names.forms import FoundName, end_of_phrase
from flashgen.rules.names.gazetteer import KnownPlace, kind_with_article, look_up
from flashgen.rules.names.runs import Run, run_end
from flashgen.rules.names.style import is_capital
from flashgen.rules.names.title_forms import title_end
from flashgen.tables import words

_LONGEST_PLACE = 6
_SURE_HEADS = "bwyulo"  # the first class of a noun that is a place before anything else


# --- the gazetteer -------------------------------------------------------------------------------


def known_whole(run: Run) -> FoundName | None:
    """A known name of several words whatever its head: "Russian Federation"."""
    place = look_up(run.text)
    if not place or not _trusted(place, run.words):
        return None
    battle = place.kind is PlaceKind.BATTLEFIELD and kinds.is_people(run.words[0])
    return None if battle else FoundName(run.start, run.end, place.kind)  # "Spanish Armada"


def _trusted(place: KnownPlace, texts: tuple[str, ...]) -> bool:
    """Whether a name of several words is that place's: towns are called after people, too."""
    person = called.is_given_name(texts[0]) or (
        called.is_known_surname(texts[-1]) and not kinds.is_common(texts[0])
    )
    titled = kinds.is_title(texts[0]) and kinds.head_kind(texts[-1]) is None
    return place.sure and not ((titled or person) and not place.well_known)


def known_beginning(run: Run) -> FoundName | None:
    """The longest name of several words that is known: "Great Britain", "Upper Egypt"."""
    part = run.words[0] in words("names", "directions")
    for end in range(min(run.end, run.start + _LONGEST_PLACE), run.start + 1, -1):
        place = look_up(" ".join(run.words[part : end - run.start]))
        if place.kind in LANDS if part else place.well_known:
            return FoundName(run.start, end, PlaceKind.REGION if part else place.kind)
    return None


def known_with_the(run: Run) -> FoundName | None:
    """A known water, mountain or land behind "the", whatever else its name means: "the Don"."""
    kind = kind_with_article(run.text) if run.preposition == "the" else None
    if kind is None or (kinds.is_people(run.text) and run.tag_after() in "NJ"):
        return None
    if kinds.is_common(run.text) and (kind is not PlaceKind.WATER or run.tag_after() == "N"):
        return None
    return FoundName(run.start, run.end, kind)


def before_person(run: Run) -> FoundName | None:
    """A known place between its preposition and somebody's name: "In London John Dee waited"."""
    first, *rest = run.words
    governed = run.preposition in words("names", "prepositions_strong") | {"of", "from", "to"}
    another = called.is_common_given_name(first) or kinds.head_before(first)
    if not governed or another or kinds.is_people(first):
        return None
    place = look_up(first) if not look_up(run.text) else KnownPlace()
    somebody = called.is_given_name(rest[0]) or called.is_figure(rest[0])
    somebody = somebody and not (len(rest) == 1 and kinds.head_kind(rest[0]))
    return FoundName(run.start, run.start + 1, place.kind) if place.sure and somebody else None


def with_article(run: Run) -> FoundName | None:
    """A known town whose article has a capital within a sentence: "in The Hague"."""
    place = look_up(run.text)
    inner = run.before() == "The" and not run.sentence.opens[run.start - 1]
    return FoundName(run.start - 1, run.end, place.kind) if inner and place.sure else None


# --- links ---------------------------------------------------------------------------------------


def with_state(run: Run) -> FoundName | None:
    """A town and what tells it from others: "Washington, D.C."."""
    states = words("names", "behind_towns")
    if run.words[-1] in states:
        return FoundName(run.start, run.end, PlaceKind.CITY)
    if run.after() != "," or run.after(2) not in states:
        return None
    return FoundName(run.start, run.end + 2, PlaceKind.CITY)


def before_land(run: Run) -> FoundName | None:
    """A town behind its preposition and before its land: "at Lower Coombe, Kent"."""
    if run.possessive or run.after() != "," or not is_capital(run.after(2) or "."):
        return None
    saint = run.words[0] in kinds.SAINTS and len(run.words) == 2
    saint = saint and _is_state(run.after(2), run.after(3))
    if not saint and run.preposition not in words("names", "prepositions_strong") | {"of"}:
        return None
    kind = kinds.head_kind(run.words[-1])
    if kinds.is_unit(run.words[-1]) or (kinds.is_people(run.words[0]) and kind is None):
        return None
    if saint:
        return FoundName(run.start, run.end, PlaceKind.CITY)
    land = run.cut(run.end + 1, run_end(run.sentence, run.end + 1, run.style))
    place = look_up(land.text)
    if not place.sure or (place.kind is PlaceKind.CITY and len(run.words) == 1):
        return None
    return FoundName(run.start, run.end, kind or PlaceKind.CITY)


def _is_state(word: str, behind: str) -> bool:
    """Whether a word, perhaps with its stop, is a state: "Missouri", "Mo."."""
    return PlaceKind.REGION in (look_up(word).kind, look_up(f"{word}{behind}").kind)


def last_of_several(run: Run) -> FoundName | None:
    """The last of several, whose plural head is theirs: "the James and York Rivers"."""
    kind = kinds.heads_behind(run.words[-1])
    if kind is None or run.before() not in ("and", "or", "&"):
        return None
    start = run.start - 1
    while is_capital(run.word(start - 1) or ".") and run.word(start - 1) != "The":
        start -= 1 + (run.word(start - 2) == ",")
    listed = run.word(start - 1) in ("the", "The")
    return FoundName(run.start, run.end - 1, kind) if listed else None


def head_of_several(run: Run) -> FoundName | None:
    """The head that several share, behind the last of them: "the York and James Rivers"."""
    left = kinds.heads_behind(run.text) is not None and run.tag_before() == NAME
    return FoundName(run.start, run.end) if left else None


# --- heads ---------------------------------------------------------------------------------------


def by_head(run: Run) -> FoundName | None:
    """A name with a head: "Winter Palace", "Culp's Hill", "Peter and Paul Fortress"."""
    end = _end_with_head(run)
    if end is None:
        return None
    head = run.word(end - 1)
    heads = (head, head.removesuffix("s"))[: 1 + run.possessive]  # "Dabney’s Mills"
    kind = next(filter(None, map(kinds.head_kind, heads)), None)
    if kind is None or _is_surname(run, end):
        return None
    if head == "Church" and any(map(kinds.is_people, run.words[:-1])):
        return None
    # "Peter and Paul Fortress": two saints or founders.
    twins = kind is PlaceKind.BUILDING and fits("<given> and _*")(run)
    twins = twins and called.is_given_name(run.words[0])
    return FoundName(run.start - 2 * twins, end, kind)


def _end_with_head(run: Run) -> int | None:
    """Where a name with a head behind it ends; None where it can have none."""
    end = run.end
    if run.possessive:
        return _behind_possessive(run)
    low = run.after()
    if low.islower() and kinds.head_kind(low) is not None:
        return end + 1
    return end if end - run.start > 1 else None


def _behind_possessive(run: Run) -> int | None:
    """The end of "St. Isaac's Square", "Culp's Hill": a head behind a possessive.

    A land or town owns no name: "Spain's Basque Country", "Cairo's Khan Street" are two.
    """
    begin = run.end + run.possessive
    if run.words[-1].endswith("s") and run.words[-1][:-1] in run.style.inner:
        return None  # "the Yusupovs' palace"
    if not is_capital(run.word(begin) or ".") or look_up(run.text).well_known:
        return None
    return run_end(run.sentence, begin, run.style)


def _is_surname(run: Run, end: int) -> bool:
    """Whether a place's head is rather a surname: "General Hill", "J. Wood", "Mungo Park".

    What is seldom a place is none behind a title and a given name: "Baron Axel Ribbing".
    """
    first = run.words[0]
    if kinds.is_initial(run.word(end - 2)) or (
        end == run.end and kinds.is_person_noun(run.preposition)
    ):
        return True
    if end == run.end and run.preposition in words("names", "prepositions_strong") | {"the", "on"}:
        return False
    behind = title_end(run)
    royal = first in words("people", "titles_of_places")
    street = run.word(end - 1) == "Street" and not kinds.is_short_title(first)  # "Dean Street"
    if behind > run.start and behind == end - 1 and not (royal or street):
        return True
    start = min(behind, end - 1)
    last = run.word(end - 1)
    common = called.is_common_surname(last)
    own, given = run.word(start), called.is_given_name(run.word(start))
    # "Elihu Root", not "Clark Field": fields, too, are called by surnames.
    personal = called.is_common_given_name(own) or (
        given and not called.is_common_surname(own) and not kinds.entry(last).plural
    )
    common = common or (personal and kinds.head_kind(last) is not PlaceKind.STREET)
    surname = (common and called.is_known_surname(last)) or called.is_given_name(last)
    surname = surname or (start > run.start and kinds.classes(last)[:1] not in _SURE_HEADS)
    return end == run.end and surname and given


def head_of(run: Run) -> FoundName | None:
    """A head and "of": "Gulf of Finland", "House of the People"."""
    last = run.words[-1]
    end = end_of_phrase(run) if last in words("names", "with_of") else None
    if end is None or _is_surname(run, run.end) or fits("_'s <Capital>")(run.cut(run.start, end)):
        return None  # "the South Cape of Van Diemen’s Land"
    return FoundName(run.start, end, kinds.head_kind(last) or PlaceKind.OTHER)


def before_name(run: Run) -> FoundName | None:
    """A head before the name: "Lake Ladoga", "Fort Sumter", "County Kerry"."""
    kind = kinds.head_before(run.words[0])
    if run.after() in ("and", "&", ",") and is_capital(run.after(2) or "."):
        kind = kind or kinds.heads_before(run.words[0])  # "Lakes Ladoga and Onega"
    foreign = run.words[1].islower()
    if kind is None or run.emphasised or (kinds.is_unit(run.words[-1]) and not foreign):
        return None
    placed = run.preposition in words("names", "prepositions_strong") | {"of", "from", "to"}
    if kind is PlaceKind.CITY and (run.possessive or not placed) and not look_up(run.text):
        return None  # "Le Roux"
    return FoundName(run.start, run.end, kind)


def saints_church(run: Run) -> FoundName | None:
    """The church or town of a saint: "toward St. Paul's", "at St. Mary Overy"."""
    of_a_church = run.preposition == "of" and kinds.place_noun(run.before(2)) is not None
    if run.words[0] not in kinds.SAINTS and not (of_a_church and run.words[0] in ("S.", "SS.")):
        return None
    if run.preposition == "the" and not run.possessive and run.tag_after() not in "NEJ":
        return FoundName(run.start, run.end, PlaceKind.WATER)
    if (of_a_church or run.preposition in ("at", "in", "near")) and not run.possessive:
        return FoundName(run.start, run.end)
    if not run.possessive or run.tag_after() in "NEJq":
        return None
    return FoundName(run.start, run.end + 1, PlaceKind.BUILDING)
