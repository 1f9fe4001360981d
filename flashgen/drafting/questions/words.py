"""What is wrong with the words of a question, whatever it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flashgen.drafting.clauses.faults import says
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import content_words, is_person_noun
from flashgen.english.tags import NEGATION

_LONGEST, _SHORTEST = 26, 3  # words of a question
# What fits several: "a member of the Council", "one of the founders".
_OF_MANY = (
    r"\b(?:one of|an? (?:\w+ )?(?:members?|pupil|friend|follower|supporter|fellow|native) of)\b"
)
# A clause of which the rest is lost.
_CUT = r" that (?:while|although|though|since|because|if|when)\b"


def worded_wrongly(naming: Naming, words: str, answer: str, asked: Sequence[int]) -> Iterator[str]:
    """What a question of some tokens lacks as a question of these words."""
    s, clause = naming.sentence, naming.clause
    said_of = set(content_words(answer))
    if said_of and said_of <= set(content_words(words)):
        yield "an answer that its front does not tell"
    # "argued that the town did not fall" did happen.
    inner = (
        k for k in asked if s.words[k].lower() == "that" or (k > clause.verb and s.tags[k] in "sw")
    )
    further = min(inner, default=len(s))
    if any(s.tags[k] == NEGATION for k in asked if k < further):
        yield "what did happen"
    if re.search(_OF_MANY, words):
        yield "what fits one alone"
    last = max(asked)
    beside = re.match("N,[^,VMbhu.]*E[,.]", s.tags[last:]) is not None
    if beside and last >= clause.end and is_person_noun(s.words[last], s.tags[last]):
        yield "the name beside"  # "appointed his secretary, Hale,"
    length = len(words.split())
    if length > _LONGEST:
        yield "shorter words"
    told = re.match(r"(?:.*, )?[Hh]ow ", words) or says(naming, words)
    if not told or length < _SHORTEST or re.search(_CUT, words):
        yield "more words"
