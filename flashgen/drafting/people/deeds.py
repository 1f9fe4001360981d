"""What somebody did, or what was done to him, in a clause that can follow what he was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flashgen.article import Span
from flashgen.drafting.clauses.clause import Told, told
from flashgen.drafting.clauses.doubts import FACTUAL, SHARED
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.setting import hedged, times_in
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import content_words, is_moving, is_saying, wording
from flashgen.drafting.people.weighing import bare_names
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.tags import NAME, NOUN
from flashgen.english.tokens import Sentence
from flashgen.mentions import FoundPerson
from flashgen.tables import words as table

LONGEST = 18  # words
# What is done to somebody once, and is remembered of both.
DONE_TO = frozenset(
    "assassinate murder kill behead poison execute betray defeat depose overthrow oust dethrone "
    "topple liberate restore capture succeed deport eject condemn expel".split()
)
# Deeds that one alone did, and is remembered by: not who ordered, sent or informed whom.
_REMEMBERED = DONE_TO | frozenset(
    "found establish create discover invent pioneer abolish unite unify write compose publish "
    "paint design build edit translate coin conquer sack burn destroy annex invade command lead "
    "head launch explore circumnavigate detach dictate end preach proclaim govern rule".split()
)
LED = frozenset({"lead", "command", "head"})
# What tells of a life, and not of what came of it.
_LIGHT = frozenset(
    "be become have do go come get make take give put keep let see hear find think start try want "
    "marry meet join leave spend receive learn teach attend study offer identify back accept hand "
    "grant order perform".split()
)
# What makes a name: "founded Riga" tells enough.
_MADE = frozenset("found establish build discover conquer compose govern rule".split())
_THEIRS = frozenset("it its they them their theirs".split())
_FIRST = re.compile(r"\b(?:first|only|last|[a-z]{3,}est)\b")


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed: "who sacked Riga in 1621", in the sentence ``i``.

    ``strong``: history is told by such deeds. ``verb``: its lemma, if he did it.
    """

    words: str
    weight: int
    at: Span
    i: int
    strong: bool
    verb: str = ""


def did(story: Story, i: int, clause: Clause, person: FoundPerson) -> Iterator[Deed]:
    """What somebody did, or what was done to him: "who sacked Riga in 1621"."""
    s, found = story.sentences[i], _told(story, i, clause)
    if found is None or s.words[clause.start].lower() in ("were", "are"):
        return
    if clause.passive and clause.lemma not in DONE_TO:
        return  # "Castle Hale was built"
    own = {k for n in story.named_in(i) if n.what == person for k in range(n.start, n.end)}
    naming = Naming(story, i, clause, found.tokens)
    rest = [k for k in found.tokens if k >= clause.start]
    words = wording(story, i, rest, naming.names)
    unclear = _points(story, i, rest, naming) or any(bare_names(s, rest))
    least = 2 if any(s.tags[k] == NAME for k in rest) and clause.lemma in _MADE else 3
    if len(content_words(words)) >= least and not unclear:
        yield from _deed(story, i, f"who {words}", [k for k in rest if k not in own], naming)


def _points(story: Story, i: int, tokens: Sequence[int], naming: Naming) -> bool:
    """Whether a deed means by "their" or "it" what it does not name before."""
    s = story.sentences[i]
    for n, k in enumerate(tokens):
        if s.words[k].lower() in _THEIRS and k not in naming.names:
            return not any(s.tags[j] in "NE" for j in tokens[:n])
    return False


def _told(story: Story, i: int, clause: Clause) -> Told | None:
    """A clause that tells what somebody did to whom; None where it tells little."""
    s = story.sentences[i]
    if not _is_deed(clause.lemma) or hedged(s, clause):
        return None
    # "a merchant reduced to poverty by": what looks like a deed, and has nobody to whom it is done.
    if not clause.passive and not _has_object(s, clause):
        return None
    if "G" in s.tags[clause.start : clause.end] or not is_told(story, i, clause):
        return None
    found = told(story, i, clause, _dates_before(story, i, clause))
    if found is None or clause.subject is None:
        return None
    # What he was stands before it, and his name above.
    subject = s.words[clause.subject.head]
    named = {"a name that tells it apart", f"which {subject} is meant"}
    return found if set(found.lacks) <= named else None


def _has_object(s: Sentence, clause: Clause) -> bool:
    """Whether a verb does something: "built it", "helped to build it", "wrote about it"."""
    if clause.lemma in ("help", "begin") and re.match("t?[rn]*B", s.tags[clause.end :]):
        return True
    about = clause.lemma == "write" and s.words[clause.end : clause.end + 1] == ("about",)
    return about or (clause.object is not None and clause.object.start == clause.end)


def _is_deed(lemma: str) -> bool:
    """Whether a verb tells what came of somebody's life."""
    inner = look_up(lemma).of_verb[:1] in ("k", "e") or is_saying(lemma) or is_moving(lemma)
    return is_strong(lemma) or not (inner or lemma in _LIGHT or lemma in SHARED)


def is_strong(lemma: str) -> bool:
    """Whether history is told by such deeds."""
    told = table("history", "turning", "war", "rule", "works") - _LIGHT
    return lemma in _REMEMBERED or lemma in told


def _dates_before(story: Story, i: int, clause: Clause) -> set[int]:
    """The tokens of the dates that stand before a verb: "in May 1621 Hale led a rising"."""
    return {k for n, _, time in times_in(story, i) if n.end <= clause.start for k in time}


def _deed(
    story: Story, i: int, words: str, tokens: Sequence[int], naming: Naming
) -> Iterator[Deed]:
    s, clause = story.sentences[i], naming.clause
    heads = (k for k in tokens if s.tags[k] == NAME and s.tags[k + 1 : k + 2] != NOUN)
    named = len({*heads, *(k for k in tokens if k in naming.names)})
    whole = s.tags[tokens[-1]] in "NEqQDmVr" and not words.endswith(".")
    whole = whole and not re.search(r"\band (?:in|at|on|by|from) ", words)
    telling = len(content_words(words))
    strong = is_strong(clause.lemma)
    first = _FIRST.search(words) is not None
    if not (whole and telling > 1 and len(words.split()) <= LONGEST):
        return
    if not (named or first or telling > 2 + (not strong)):
        return
    at = Span(s.starts[min(tokens)], story.end(i, max(tokens)))
    weight = min(telling, 6) + min(named, 3) + 3 * strong + 2 * first
    weight -= 2 * (clause.embedded and not clause.relative)
    yield Deed(words, weight, at, i, strong, "" if clause.passive else clause.lemma)


def is_told(story: Story, i: int, clause: Clause) -> bool:
    """Whether the article tells a clause as what happened, and not as what somebody thought."""
    if not clause.embedded:
        return True
    s = story.sentences[i]
    if clause.subject is None:
        return False
    if clause.relative:  # not "the church that Hale had built"
        dates = _dates_before(story, i, clause)
        between = (k for k in range(clause.subject.end, clause.start) if k not in dates)
        told = "".join(s.tags[k] for k in between).strip(",r")
        return re.fullmatch(r"w(?:,i[^,VMbhu]+)?", told) is not None
    before = clause.subject.start - 1
    return before >= 0 and s.words[before].lower() in FACTUAL
