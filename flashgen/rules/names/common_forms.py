"""Peoples, their adjectives, and common words with a capital: neither a person nor a place."""

from __future__ import annotations

from flashgen.rules.names import kinds
from flashgen.rules.names import onomasticon as called
from flashgen.rules.names.forms import Found
from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.runs import Run
from flashgen.rules.names.style import is_capital


def epithet(run: Run) -> Found | None:
    """What stands before a place and is none of its name: "Imperial Russia", "Nazi Germany"."""
    start = run.start
    while start < run.end - 1 and _may_stand_before(run, start):
        start += 1
    return Found(run.start, start) if start > run.start else None


def _may_stand_before(run: Run, i: int) -> bool:
    text = run.word(i)
    place = look_up(" ".join(run.sentence.words[i + 1 : run.end]))
    if kinds.is_people(text) and not called.is_given_name(text):
        return True
    return place is not None and place.sure and kinds.is_common(text) and not kinds.is_borne(text)


def people(run: Run) -> Found | None:
    """Peoples, parties, followers, and their adjectives: "the Whigs", "Russian"."""
    first = run.words[0]
    if not kinds.is_people(first) or _is_the_place(run) or _is_given_name_alone(run):
        return None
    return Found(run.start, run.end)


def _is_the_place(run: Run) -> bool:
    """Whether an adjective is the name itself: "on the Baltic", not "the Baltic fleet"."""
    known = look_up(run.words[0])
    return (
        known is not None
        and known.sure
        and run.preposition == "the"
        and run.tag_after() not in "NJ"
    )


def _is_given_name_alone(run: Run) -> bool:
    """Whether a people's name is rather a man's: "her brothers Robert and Frank"."""
    noun = run.tag_after() in "NJE" and not run.possessive
    alone = len(run.words) == 1 and called.is_common_given_name(run.words[0])
    return alone and run.preposition != "the" and not noun and kinds.entry(run.words[0]).tags != "J"


def common(run: Run) -> Found | None:
    """Common words that are nobody's name: "the Reconstruction", "Black Hand"."""
    if run.emphasised and len(run.words) > 1 and not called.is_given_name(run.words[0]):
        return Found(run.start, run.end)
    if any(not kinds.is_common(w) or kinds.is_initial(w) for w in run.words):
        return None
    last = run.words[-1]
    if len(run.words) == 1:
        place = look_up(last)
        known = kinds.is_borne(last) or (
            place is not None and (place.great or kinds.entry(last).tags != "J")
        )
        return None if known and not (run.style.nouns and run.tag_before() in "dp") else _whole(run)
    return None if _is_place_or_person(run) else _whole(run)


def _is_place_or_person(run: Run) -> bool:
    first, last = run.words[0], run.words[-1]
    person = called.is_given_name(first) or (
        kinds.is_title(first) and called.is_known_surname(last)
    )
    return person or look_up(run.text) is not None or not is_capital(last)


def _whole(run: Run) -> Found:
    return Found(run.start, run.end)
