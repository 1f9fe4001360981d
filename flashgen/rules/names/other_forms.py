"""Names that are neither a person's nor a place's, by their form."""

from __future__ import annotations

from flashgen.english.lexicon import UNKNOWN
from flashgen.mentions import PlaceKind
from flashgen.rules.names import kinds
from flashgen.rules.names import onomasticon as called
from flashgen.rules.names.context import fits
from flashgen.rules.names.forms import FoundName, end_of_phrase
from flashgen.rules.names.gazetteer import kind_with_article, look_up
from flashgen.rules.names.runs import Run
from flashgen.rules.names.style import is_capital
from flashgen.rules.names.title_forms import title_end
from flashgen.tables import words

# Words that the rest of the article can make part of a person's name after all: there was a
# Cardinal Law, and a General Church.
REVOCABLE = frozenset({"neither/never", "neither/title", "neither/people", "neither/common"})
_TROOPS = frozenset("Company Battalion Brigade Regiment Squadron Platoon Battery".split())
_QUOTES = frozenset('“”"‘’')


def personification(run: Run) -> FoundName | None:
    """Figures of speech: "Lady Luck"."""
    return FoundName(run.start, run.end) if run.text in words("names", "personifications") else None


def foreign(run: Run) -> FoundName | None:
    """A name within words of another language: "une lettre de Monsieur Brandt au ministre"."""
    i, j = run.start, run.end
    before = _is_foreign(run.word(i - 1)) + _is_foreign(run.word(i - 2))
    behind = _is_foreign(run.word(j)) + _is_foreign(run.word(j + 1))
    return FoundName(i, j) if before == 2 or behind == 2 or (before and behind) else None


def _is_foreign(word: str) -> bool:
    return word.islower() and word.isalpha() and kinds.entry(word) is UNKNOWN


def newspaper(run: Run) -> FoundName | None:
    """A newspaper that is known, also where somebody's name follows: "In Pravda Hale wrote"."""
    for end in range(run.end, run.start, -1):
        named = " ".join(run.sentence.words[run.start : end]) in words("names", "newspapers")
        if named and (end == run.end or kinds.is_borne(run.word(end))):
            return FoundName(run.start, end)
    return None


def streets(run: Run) -> FoundName | None:
    """Several streets, none of them by itself: "at Fulton, Nassau and Wall Streets"."""
    start = run.start - 1
    if not kinds.is_several_streets(run.words[-1]) or run.before() not in ("and", "or", "&"):
        return None
    while start > 0 and is_capital(run.word(start - 1)):
        start -= 1
        listed = run.word(start - 1) == "," and is_capital(run.word(start - 2) or ".")
        if listed and not look_up(run.word(start - 2)).sure:
            start -= 1
    return FoundName(start, run.end)


def thing_named(run: Run) -> FoundName | None:
    """Behind a noun for a ship, a book, a god: "the cruiser Aurora", "HMS Victory"."""
    things = words("names", "things_named")
    first = run.words[0]
    marked = run.before() in _QUOTES
    noun = run.before(2).lower() if marked else run.preposition
    office = run.before()[:1].isupper() and title_end(run) > run.start  # "Party Chairman Hale"
    named = (noun in things and not office) or "s" in kinds.classes(noun)
    own = first in things or (first.isupper() and first.lower() in things)
    own = len(run.words) > 1 and (own or first.lower() in words("names", "families"))
    ship = noun == "the" and (
        run.emphasised or (marked and run.after() in _QUOTES) or _is_told_of_as_a_ship(run)
    )
    return FoundName(run.start, run.end) if named or own or ship else None


def _is_told_of_as_a_ship(run: Run) -> bool:
    """Whether a town's name stands with an article, or is told to be a ship's.

    "The Scarborough weighed anchor", "the Mont-Blanc, a French freighter".
    """
    town = look_up(run.text)
    known = town.sure and town.kind is PlaceKind.CITY
    with_article = run.text in words("names", "towns_with_article") or kind_with_article(run.text)
    alone = known and not with_article and fits("_ !%NEJfq(")(run)
    return alone or fits("_ , a|an|the %JDNE*3 <ship>|<things_named>")(run)


def title_of_work(run: Run) -> FoundName | None:
    """Several words in marks or in emphasis that "The" opens: “The Cherry Orchard”."""
    if run.before() not in ("The", "A"):
        return None
    held = run.before(2) in _QUOTES
    emphasis = run.style.text[run.sentence.starts[run.start - 1] - 1] in "_*"
    return FoundName(run.start, run.end) if held or emphasis else None


def never(run: Run) -> FoundName | None:
    """Gods, ideas, works, the calendar."""
    for end in range(run.end, run.start, -1):
        texts = run.words[: end - run.start]
        text = " ".join(texts)
        never = not {text, text.capitalize()}.isdisjoint(words("names", "never"))
        somebody = end - run.start > 1 and called.is_common_given_name(texts[0])
        thing = called.is_thing(text) and not (somebody or kinds.is_borne(text) or look_up(text))
        if (never or thing) and (end == run.end or end - run.start > 1):
            return FoundName(run.start, end)
    return None


def state_in_short(run: Run) -> FoundName | None:
    """A state behind its town: "Dover, Del."."""
    short = len(run.words) == 1 and (run.before(), run.after()) == (",", ".")
    behind = short and is_capital(run.before(2)) and not run.before(2).isupper()
    state = behind and look_up(f"{run.text}.").kind is PlaceKind.REGION
    return FoundName(run.start, run.end) if state and look_up(run.before(2)).sure else None


def family(run: Run) -> FoundName | None:
    """A family, a house, a clan: "the Medici family", "House of Orange"."""
    end = end_of_phrase(run) if run.words[-1] == "House" else None
    of = run.after(2)
    if end and (
        of in words("names", "units") or "p" in kinds.classes(of) or not kinds.is_common(of)
    ):
        return FoundName(run.start, end)
    return FoundName(run.start, run.end) if run.after() in words("names", "families") else None


def organisation(run: Run) -> FoundName | None:
    """Organisations, troops, laws, events: "Royal Society", "Army of the Rhine"."""
    last = run.words[-1]
    # "The Church of England" is one of many churches.
    of = run.after(2) if last == "Church" and run.after() == "of" else ""
    unit = kinds.is_unit(last) or look_up(of).well_known
    if not unit or kinds.is_numeral(last) or last in words("people", "titles_of_places"):
        return None
    if len(run.words) == 1:
        listed = last in words("names", "units")
        own = listed or kinds.classes(last)[:1] == "g" or end_of_phrase(run) is not None
        building = look_up(last).kind is PlaceKind.BUILDING
        somebody = called.is_figure(last) if listed else called.is_common_surname(last)
        somebody = somebody and not (last in words("names", "events_of") and run.after() == "of")
        if not own or building or (somebody and run.tag_before() not in "dp"):
            return None
    if len(run.words) > 1 and _is_somebody(run, last):
        return None
    # The place of an event is a name of its own: "Battle of Ravnik".
    placed = last in words("names", "events_of") and run.after() == "of"
    end = None if placed else end_of_phrase(run, ("of", "for", "on", "against"))
    twin = fits("the <Capital> and _2*")(run)  # "the Orange and Alexandria Railroad"
    return FoundName(run.start - 2 * twin, end or run.end)


def _is_somebody(run: Run, last: str) -> bool:
    """Whether a surname only looks like a unit: "Andrew Law", "General Guard"."""
    first = run.words[0]
    given = called.is_common_given_name(first) or (
        called.is_given_name(first) and not look_up(first)
    )
    titled = title_end(run) > run.start and first not in kinds.SAINTS
    if kinds.is_short_title(first) and "g" not in kinds.classes(last):
        return True
    if titled and run.preposition == "the" and kinds.classes(last)[:1] == "g":
        return False  # "the Executive Council"
    if called.is_figure(last) and called.is_given_name(first) and run.tag_before() not in "dp":
        return True  # "Madison Grant", who is called by a town's name
    if last in words("names", "units") and not given:
        return False
    person = given or titled or kinds.is_initial(first)
    if titled and title_end(run) < run.end - 1:
        own = run.word(title_end(run))
        return called.is_given_name(own) or kinds.is_initial(own) or called.is_known_surname(last)
    surname = called.is_known_surname(last) and last not in _TROOPS  # "Charlie Company"
    return person and len(run.words) <= 3 and surname


def leading_common(run: Run) -> FoundName | None:
    """A first word that is none of the name: "In October Lord Lucan", "In Parliament Mr. Pym"."""
    first, second = run.words[0], run.words[1]
    begins = called.is_given_name(second) or kinds.is_title(second) or kinds.is_initial(second)
    common = first in words("names", "never") or kinds.is_unit(first)
    common = common or (kinds.is_people(first) and called.is_common_given_name(second))
    borne = called.is_common_given_name(first) or called.is_common_surname(first)
    common = common and not (borne or kinds.is_title(first) or look_up(first))
    return FoundName(run.start, run.start + 1) if common and begins else None


def leading_organisation(run: Run) -> FoundName | None:
    """A name directly behind an organisation's: "for the War Committee Zinoviev signed"."""
    for i in range(run.start + 1, run.end - 1):
        unit = run.word(i)
        if kinds.is_unit(unit) and "g" in kinds.classes(unit) and not kinds.is_borne(unit):
            return FoundName(run.start, i + 1)
    return None


# --- peoples and common words ---------------------------------------------------------------------


def epithet(run: Run) -> FoundName | None:
    """What stands before a place and is none of its name: "Imperial Russia", "Nazi Germany"."""
    start = run.start
    while start < run.end - 1 and _may_stand_before(run, start):
        start += 1
    return FoundName(run.start, start) if start > run.start else None


def _may_stand_before(run: Run, i: int) -> bool:
    text = run.word(i)
    if kinds.is_given_before(text, run.word(i + 1)):
        return False
    place = look_up(" ".join(run.sentence.words[i + 1 : run.end]))
    landed = place.sure
    if text in words("names", "directions") and kinds.is_people(run.word(i + 1)):
        return True  # "South African President"
    if kinds.is_people(text) and (landed or not called.is_given_name(text)):
        return True
    return landed and kinds.is_common(text) and not kinds.is_borne(text)


def people(run: Run) -> FoundName | None:
    """Peoples, parties, followers, and their adjectives: "the Whigs", "Russian"; not a family's."""
    first, *rest = run.words
    family = called.is_family_name_first(first) and len(rest) == 1 and not kinds.is_common(rest[0])
    family = family or (bool(rest) and kinds.is_given_before(first, rest[0]))
    alone = not rest and run.tag_before() not in "dpJ" and run.tag_after() not in "NJE"
    tags = kinds.entry(first).tags
    given = called.is_common_given_name(first) and "J" not in tags  # "Michael", not "Christian"
    surname = called.is_common_surname(first) and "N" in tags  # "Fox", not "French"
    named = rest and not (kinds.is_common(rest[0]) or kinds.is_people(rest[-1]))  # "Jacob Leisler"
    following = run.words[-1] in words("people", "following_titles")  # "Sher Shah"
    somebody = family or following or (given and named) or (alone and (given or surname))
    several = run.text.endswith("s") or not called.is_given_name(first)  # "Bahri Mamluk"
    peoples = kinds.is_people(first) or (several and kinds.is_people(run.words[-1]))
    return FoundName(run.start, run.end) if peoples and not somebody else None


def common(run: Run) -> FoundName | None:
    """Common words that are nobody's name: "the Reconstruction", "Black Hand"."""
    if any(not kinds.is_common(w) or kinds.is_initial(w) for w in run.words):
        return None
    last = run.words[-1]
    if len(run.words) == 1 and not (run.style.nouns and run.tag_before() in "dp"):
        place = look_up(last)
        if kinds.is_borne(last) or (place and (place.great or kinds.entry(last).tags != "J")):
            return None
    return FoundName(run.start, run.end)
