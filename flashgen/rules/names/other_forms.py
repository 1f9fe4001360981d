"""Names that are neither a person's nor a place's, by their form."""

from __future__ import annotations

from flashgen.rules.names.capitals import is_capital
from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.name import (
    SAINTS,
    Name,
    Run,
    end_of_phrase,
    is_people,
    is_title,
    is_unit,
    kinds_of_heads,
)
from flashgen.rules.names.onomasticon import is_family_name_first, is_given_name
from flashgen.rules.names.reading import function_words
from flashgen.tables import words

# Words that the rest of the article can make part of a person's name after all: there was a
# Cardinal Law, and a General Church.
REVOCABLE = frozenset({"not a name", "title", "head alone", "people"})
_NEAR = 3  # words


def personification(run: Run) -> Name | None:
    """Figures of speech that look like a name: "Lady Luck"."""
    if run.text in words("people", "personifications"):
        return run.other(run.start, run.end, "figure of speech")
    return None


def never_a_name(run: Run) -> Name | None:
    """Gods, ideas, the calendar, and the names of ships and books."""
    others = words("words", "never_names", "calendar")
    for end in range(run.end, run.start, -1):
        text = " ".join(word.text for word in run.sentence[run.start : end])
        if text in others and (end == run.end or end - run.start > 1):
            return run.other(run.start, end, "not a name")
    if run.text in words("words", "calendars") and _is_calendar(run):
        return run.other(run.start, run.end, "calendar")
    things = words("words", "things_named")
    first = run.texts[0]
    if run.preposition in things or (
        len(run.texts) > 1 and (first in things or first.lower() in things)
    ):
        return run.other(run.start, run.end, "name of a thing")
    return None


def _is_calendar(run: Run) -> bool:
    """Whether calendars are spoken of soon behind a name: "Julian or Gregorian calendars"."""
    near = run.sentence[run.end : run.end + _NEAR]
    return any(word.text in ("calendar", "calendars") for word in near)


def family(run: Run) -> Name | None:
    """A family, a house, a clan: "the Medici family", "House of Orange"."""
    if run.texts[-1] == "House" and run.after() == "of":
        end = end_of_phrase(run.sentence, run.end)
        of = run.after(2)
        chamber = of in words("words", "chambers")
        thing = of == "the" or of in words("words", "common_words", "openers")
        if end is not None and (chamber or not thing):
            return run.other(run.start, end, "organisation" if chamber else "family")
    if run.after() in words("words", "families") and not run.possessive:
        return run.other(run.start, run.end, "family")
    return None


def organisation(run: Run) -> Name | None:
    """Organisations, troops, laws, events: "Royal Society", "Army of the Rhine"."""
    end = _end_with_possessive(run)
    last = run.sentence[end - 1].text
    if not is_unit(last):
        return None
    first = run.texts[0]
    person = is_given_name(first) or is_title(first) or run.sentence[run.start].initial
    if person and len(run.texts) == 2 and last in words("words", "organisations_or_surnames"):
        return None
    end = end_of_phrase(run.sentence, end, ("of", "for", "on", "against")) or end
    return run.other(run.start, end, "organisation")


def _end_with_possessive(run: Run) -> int:
    """The end of the run, with a unit behind a saint's possessive: "St. Mary's College"."""
    if run.texts[0] in SAINTS and run.possessive:
        head = run.next_word
        if head is not None and is_capital(run.sentence, run.end) and is_unit(head.text):
            return run.end + 1
    return run.end


def event_of_place(run: Run) -> Name | None:
    """An event before "of" and a place ("Battle of"): the place alone is the name."""
    if run.texts[-1] not in words("places", "events_of"):
        return None
    return run.other(run.start, run.end, "event") if run.after() == "of" else None


def bare_head(run: Run) -> Name | None:
    """A head by itself is no name, nor are several at once: "the Palace", "York Roads"."""
    last = run.texts[-1]
    heads = kinds_of_heads("heads_")
    if len(run.texts) > 1 and last not in heads and last.removesuffix("s") in heads:
        return run.other(run.start, run.end, "several places")
    alone = len(run.texts) == 1 and last in heads
    if alone and run.preposition in ("the", "a", "an", "this", "that") and look_up(last) is None:
        return run.other(run.start, run.end, "head alone")
    return None


def leading_common(run: Run) -> Name | None:
    """A first word that is none of the name: "In October Lord Lucan", "In Parliament Mr. Pym"."""
    following = run.texts[-1] in words("people", "following_titles")
    number = len(run.texts) > 1 and run.sentence[run.start + 1].numeral
    if len(run.texts) == 1 or is_title(run.texts[0]) or following or number:
        return None
    first, second = run.texts[0], run.texts[1]
    begins_a_name = (
        is_given_name(second) or is_title(second) or (run.sentence[run.start + 1].initial)
    )
    common = first in words("words", "never_names") and begins_a_name
    if common or first in words("words", "calendar"):
        return run.other(run.start, run.start + 1, "not a name")
    return None


def leading_organisation(run: Run) -> Name | None:
    """A name directly behind an organisation's: "for the War Committee Zinoviev signed"."""
    for i in range(run.start + 1, run.end - 1):
        if is_unit(run.sentence[i].text) and not is_given_name(run.texts[0]):
            return run.other(run.start, i + 1, "organisation")
    return None


def leading_before_title(run: Run) -> Name | None:
    """What stands before a title in the midst of a run: "Tokugawa Shogun Yoshinobu"."""
    following = words("people", "following_titles")
    first = run.texts[0]
    given = is_given_name(first) and not is_family_name_first(first)
    if given or run.sentence[run.start].initial:
        return None
    for i in range(run.start + 1, run.end - 1):
        text = run.sentence[i].text
        if is_title(text) and text not in following and not is_title(run.sentence[i - 1].text):
            return run.other(run.start, i, "before a title")
    return None


def people_or_epithet(run: Run) -> Name | None:
    """Peoples and their adjectives, and the epithets before a place: "Imperial Russia"."""
    start = run.start
    while start < run.end - 1 and _may_stand_before(run, start):
        start += 1
    if start > run.start:
        return run.other(run.start, start, "people or epithet")
    first = run.texts[0]
    if len(run.texts) == 1 and is_title(first):
        return run.other(run.start, run.end, "title")
    if is_people(first) and not _is_the_place(run) and not _is_given_name_alone(run):
        return run.other(run.start, run.end, "people")
    return None


def _may_stand_before(run: Run, i: int) -> bool:
    text = run.sentence[i].text
    place = look_up(" ".join(word.text for word in run.sentence[i + 1 : run.end])) is not None
    return is_people(text) or (place and text in words("places", "epithets"))


def _is_the_place(run: Run) -> bool:
    """Whether an adjective is the name itself: "on the Baltic", not "the Baltic fleet"."""
    noun = run.next_word is not None and run.next_word.lower
    known = look_up(run.texts[0])
    return known is not None and known.sure and run.preposition == "the" and not noun


def _is_given_name_alone(run: Run) -> bool:
    """Whether a people's name is rather a man's: "her brothers Robert and Frank"."""
    noun = (
        run.next_word is not None
        and run.next_word.lower
        and (
            not run.next_word.text.endswith("ed")
            and run.next_word.text not in words("verbs", "of_persons", "auxiliaries", "saying")
            and run.next_word.text not in function_words()
        )
    )
    return (
        len(run.texts) == 1
        and is_given_name(run.texts[0])
        and run.preposition != "the"
        and not noun
    )
