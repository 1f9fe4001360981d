"""Peoples, their adjectives, and common words with a capital: neither a person nor a place."""

from __future__ import annotations

from flashgen.rules.names import kinds
from flashgen.rules.names import onomasticon as called
from flashgen.rules.names.forms import Found
from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.runs import Run


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
    return Found(run.start, run.end) if kinds.is_people(run.words[0]) else None


def common(run: Run) -> Found | None:
    """Common words that are nobody's name: "the Reconstruction", "Black Hand"."""
    if run.emphasised and len(run.words) > 1 and not called.is_given_name(run.words[0]):
        return Found(run.start, run.end)
    if any(not kinds.is_common(w) or kinds.is_initial(w) for w in run.words):
        return None
    last = run.words[-1]
    if len(run.words) == 1 and not (run.style.nouns and run.tag_before() in "dp"):
        place = look_up(last)
        if kinds.is_borne(last) or (place and (place.great or kinds.entry(last).tags != "J")):
            return None
    return Found(run.start, run.end)
