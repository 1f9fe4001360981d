"""What a place is called today, where the article says so: "Messana (modern Messina)"."""

from __future__ import annotations

import re

from flashgen.article import Span
from flashgen.drafting.clauses.description import Description
from flashgen.drafting.clauses.story import Story
from flashgen.english.tags import COMMA, NAME

_TODAY = (
    r"[(,] (?:which is )?(?:modern|modern-day|now|nowadays|today ?[’']s|today|present-day|currently"
    r"|contemporary|present)(?: day)?(?: called| named| known as)? "
)


def today(story: Story, i: int, end: int) -> Description | None:
    """What the place whose name ends at a token is called today; None where it is not said."""
    s = story.sentences[i]
    begin = end
    while begin and s.tags[begin - 1] == NAME:
        begin -= 1
    if s.tags[end : end + 1] == COMMA and re.search("(?:[NE]i|E,)$", s.tags[:begin]):
        return None  # "his house in Riga, Livonia, now known as Hale Place"
    said = [word.lower() for word in s.words[end : end + 6]]
    found = re.match(_TODAY, " ".join(said) + " ")
    if found is None:
        return None
    first = end + found[0].count(" ")
    stop = first
    while stop < len(s) and s.tags[stop] == NAME:
        stop += 1
    if stop == first or s.tags[stop : stop + 1] not in tuple("),.;:i"):
        return None
    if re.match(r"\)N|,d?E", s.tags[stop:]):
        return None  # "Broad and Hale (now Holt) streets", "(modern Latvia, Estonia and"
    at = Span(s.starts[end - 1], s.end(stop - 1))
    return Description(story.cut(i, first, stop), 0, at)
