"""Names that are neither a person's nor a place's, by their form."""

from __future__ import annotations

from flashgen.rules.names.forms import Found, end_of_phrase
from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.kinds import (
    SAINTS,
    classes,
    entry,
    is_borne,
    is_common,
    is_initial,
    is_numeral,
    is_people,
    is_title,
    is_unit,
)
from flashgen.rules.names.onomasticon import (
    is_common_given_name,
    is_common_surname,
    is_figure,
    is_given_name,
    is_known_surname,
    is_thing,
)
from flashgen.rules.names.runs import Run, run_end
from flashgen.rules.names.style import is_capital
from flashgen.rules.names.title_forms import title_end
from flashgen.tables import words
from flashgen.types import PlaceKind

# Words that the rest of the article can make part of a person's name after all: there was a
# Cardinal Law, and a General Church.
REVOCABLE = frozenset({"neither/never", "neither/title", "neither/people", "neither/common"})
_QUOTES = frozenset('“”"‘’')


def personification(run: Run) -> Found | None:
    """Figures of speech: "Lady Luck"."""
    return Found(run.start, run.end) if run.text in words("names", "personifications") else None


def thing_named(run: Run) -> Found | None:
    """Behind a noun for a ship, a book, a god: "the cruiser Aurora", "HMS Victory"."""
    things = words("names", "things_named")
    first = run.words[0]
    marked = run.before() in _QUOTES
    noun = run.before(2).lower() if marked else run.preposition
    named = noun in things or "s" in classes(noun)
    own = len(run.words) > 1 and (first in things or (first.isupper() and first.lower() in things))
    ship = noun == "the" and (run.emphasised or (marked and run.after() in _QUOTES))
    return Found(run.start, run.end) if named or own or ship else None


def title_of_work(run: Run) -> Found | None:
    """Several words in marks or in emphasis that "The" opens: “The Cherry Orchard”."""
    if run.before() not in ("The", "A") or len(run.words) < 2:
        return None
    held = run.before(2) in _QUOTES and run.after() in _QUOTES | {","}
    emphasis = run.style.text[run.sentence.starts[run.start - 1] - 1] in "_*"
    return Found(run.start, run.end) if held or emphasis else None


def never(run: Run) -> Found | None:
    """Gods, ideas, works, the calendar."""
    for end in range(run.end, run.start, -1):
        texts = run.words[: end - run.start]
        text = " ".join(texts)
        never = text in words("names", "never")
        somebody = end - run.start > 1 and is_given_name(texts[0])
        if (never or (_is_thing(text) and not somebody)) and (
            end == run.end or end - run.start > 1
        ):
            return Found(run.start, end)
    return None


def _is_thing(text: str) -> bool:
    return is_thing(text) and not is_borne(text) and look_up(text) is None


def family(run: Run) -> Found | None:
    """A family, a house, a clan: "the Medici family", "House of Orange"."""
    if run.words[-1] == "House" and run.after() == "of" and run.after(2)[:1].isupper():
        end = end_of_phrase(run)
        return None if end is None or not _seats_a_family(run.after(2)) else Found(run.start, end)
    behind = run.after() in words("names", "families") and not run.possessive
    return Found(run.start, run.end) if behind else None


def _seats_a_family(of: str) -> bool:
    """Whether "House of" and a word is a family or an assembly, not a building."""
    members = of in words("names", "units") or (entry(of).plural and "p" in classes(of))
    return members or not is_common(of) or look_up(of) is not None


def organisation(run: Run) -> Found | None:
    """Organisations, troops, laws, events: "Royal Society", "Army of the Rhine"."""
    end = run.end
    if run.words[0] in SAINTS and run.possessive and is_unit(run.after() or "."):
        end += 2  # "St. Mary's College"
    last = run.word(end - 1)
    if not is_unit(last) or is_numeral(last) or last in words("people", "titles_of_places"):
        return None
    if len(run.words) == 1 and end == run.end:
        own = last in words("names", "units") or "g" in classes(last)[:1]
        own = own or (run.after() == "of" and end_of_phrase(run) is not None)
        listed = last in words("names", "units")
        place = look_up(last)
        building = place is not None and place.kind is PlaceKind.BUILDING
        somebody = is_figure(last) if listed else is_common_surname(last)
        if not own or building or (somebody and run.tag_before() not in "dp"):
            return None
    if len(run.words) > 1 and _is_somebody(run, last):
        return None
    if not _is_of_somebody(run, end):
        end = end_of_phrase(run.cut(run.start, end), ("of", "for", "on", "against")) or end
    return Found(run.start - 2 if _has_twin(run) else run.start, end)


def _is_of_somebody(run: Run, end: int) -> bool:
    """Whether "of" and a full name follow: "the Government of Hugh Ashcombe"."""
    if run.word(end) != "of" or not is_capital(run.word(end + 1) or "."):
        return False
    texts = run.cut(end + 1, run_end(run.sentence, end + 1, run.style)).words
    named = len(texts) > 1 and is_given_name(texts[0]) and is_known_surname(texts[-1])
    return named and not is_unit(texts[-1]) and look_up(" ".join(texts)) is None


def _has_twin(run: Run) -> bool:
    """Whether another name belongs to it: "the Orange and Alexandria Railroad"."""
    twin = run.before(2)
    joined = run.preposition == "and" and run.before(3) == "the" and len(run.words) == 2
    return joined and twin[:1].isupper() and is_capital(twin) and not is_unit(twin)


def _is_somebody(run: Run, last: str) -> bool:
    """Whether a surname only looks like a unit: "Andrew Law", "General Guard"."""
    first = run.words[0]
    given = is_common_given_name(first) or (is_given_name(first) and look_up(first) is None)
    titled = is_title(first) and first not in SAINTS
    if first in words("people", "short_titles") and "g" not in classes(last):
        return True
    if last in words("names", "units") and not given:
        return False
    person = given or titled or is_initial(first)
    if titled and title_end(run) < run.end - 1:
        return True
    return person and len(run.words) <= 3 and is_known_surname(last)


def event_of_place(run: Run) -> Found | None:
    """An event before "of" and a place ("Battle of"): the place alone is the name."""
    event = run.words[-1] in words("names", "events_of") and run.after() == "of"
    return Found(run.start, run.end) if event else None


def leading_common(run: Run) -> Found | None:
    """A first word that is none of the name: "In October Lord Lucan", "In Parliament Mr. Pym"."""
    first, second = run.words[0], run.words[1]
    begins = is_given_name(second) or is_title(second) or is_initial(second)
    common = first in words("names", "never") or is_unit(first)
    common = common or (is_people(first) and is_common_given_name(second))
    borne = is_common_given_name(first) or is_common_surname(first)
    common = common and not (borne or look_up(first))
    if is_title(first) or run.words[-1] in words("people", "following_titles"):
        return None
    return Found(run.start, run.start + 1) if common and begins else None


def leading_organisation(run: Run) -> Found | None:
    """A name directly behind an organisation's: "for the War Committee Zinoviev signed"."""
    for i in range(run.start + 1, run.end - 1):
        unit = run.word(i)
        if is_unit(unit) and "g" in classes(unit) and not is_borne(unit):
            return Found(run.start, i + 1)
    return None
