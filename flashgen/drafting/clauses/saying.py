"""Clauses that bring in a quotation: to whom something is said, and whether they say more."""

from __future__ import annotations

import re

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import is_saying
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import chunks, joined
from flashgen.english.tags import NAME, QUOTE
from flashgen.mentions import FoundPlace

# Whom these have for an object, he hears what is said.
_TELLING = frozenset(
    "tell warn assure inform ask remind answer address beg implore beseech urge admonish".split()
)
# Behind the verb, or whom it is told: what was said, in the author's words.
_CONTENT = frozenset("that how why whether what if of about for against concerning".split())
# Between a clause and the words that it announces, and behind words that end with a comma.
_ANNOUNCED = re.compile(r"[,:-]+Q")
_BROUGHT_IN = re.compile(r"Q[,-]*$")
_CLOSING, _PAUSES = "”’\"'»«", tuple(",.;:!?…—–-")


def heard(story: Story, i: int, clause: Clause) -> range:
    """The tokens that say to whom words are said: "told his colleagues", "wrote to the Diet"."""
    s, end = story.sentences[i], clause.end
    if clause.inverted and clause.subject is not None:
        end = clause.subject.end
    start = end + (s.words[end : end + 1] == ("to",))
    chunk = next(chunks(s.tags, start), None)
    if chunk is None or chunk.kind != "noun" or chunk.start != start:
        return range(end, end)
    if start == end and clause.lemma not in _TELLING:
        return range(end, end)
    finish = chunk.end
    for phrase in joined(s.words, s.tags, finish, ("of",)):
        finish = phrase.end
    human = story.person_at(i, start, finish) is not None
    head = look_up(s.words[chunk.end - 1].lower())
    human = human or s.tags[start] in "om" or not {"p", "g"}.isdisjoint(head.of_noun)
    place = any(
        isinstance(n.what, FoundPlace) and n.start < chunk.end <= n.end for n in story.named_in(i)
    )
    human = human or (s.tags[chunk.end - 1] == NAME and not place)  # "told the Diet"
    return range(start, finish) if human else range(end, end)


def introduces(story: Story, i: int, clause: Clause) -> bool:
    """Whether a clause only brings in a quotation, and says nothing without it.

    '"The town is lost," Holt told the king', but not 'Holt told the king that all was lost: "…"'.
    """
    s = story.sentences[i]
    if QUOTE not in s.tags or clause.passive or not is_saying(clause.lemma):
        return False
    end = max(heard(story, i, clause).stop, clause.end)
    if clause.object is not None and clause.object.start >= end:
        return False  # "announced the fall of Riga"
    low = s.words[end].lower() if end < len(s) else ""
    if low in _CONTENT or re.match("t[rn]*[Bb]", s.tags[end:]):
        return False
    return _is_behind_words(story, i, clause) or _announces(story, i, end)


def _is_behind_words(story: Story, i: int, clause: Clause) -> bool:
    """Whether somebody's words stand right before a clause: not "After “Red Sunday” Hale"."""
    begin = clause.start
    if clause.subject is not None and not clause.inverted:
        begin = min(begin, clause.subject.start)
    found = _BROUGHT_IN.search(story.sentences[i].tags[:begin])
    if found is None:
        return False
    words = story.cut(i, found.start(), found.start() + 1).rstrip(_CLOSING)
    return found[0] != QUOTE or words[-1:] in _PAUSES


def _announces(story: Story, i: int, end: int) -> bool:
    """Whether a quotation stands behind a clause, with a mark before it and no other verb."""
    s = story.sentences[i]
    found = _ANNOUNCED.search(s.tags, end)
    if found is None or "that" in s.words[end : found.start()]:
        return False
    return not any(
        c.finite and not c.embedded and end <= c.start < found.start() for c in story.clauses(i)
    )
