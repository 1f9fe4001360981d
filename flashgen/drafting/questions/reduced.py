"""Participles as clauses: "Employed by the Company, Hale" is "Hale was employed by it".

A participle stands in front of a clause, behind a noun, or behind a whole clause.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.pronouns import who_is_meant
from flashgen.drafting.clauses.setting import times_in
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.subject import begin_of, subject_of
from flashgen.drafting.clauses.tails import trimmed
from flashgen.drafting.clauses.verbs import NOT_DONE, is_participle
from flashgen.drafting.clauses.wording import without_asides
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up, past_of
from flashgen.english.phrases import Phrase, head_of
from flashgen.english.tags import COMMA, ING, PARTICIPLE
from flashgen.tables import words as table

# Nor are these deeds that one asks for.
_NO_DEEDS = NOT_DONE | frozenset(
    "be determine dress armour tire fear compare combine concern compose give".split()
)
_OF_PEOPLE = frozenset("educate appoint elect bear train raise marry baptize baptise".split())
_STOP = re.compile(r"[,;:.()\-wsVMbhuQG]|c(?!d?[JNE]*[NE])")
# What "of" joins: "the Diet of Riga".
_PHRASE = re.compile(r"(?:d?[JNEq]*[NE]f)*d?[JNEq]*[NE]$")


def reduced(story: Story, i: int, clause: Clause) -> Iterator[tuple[Naming, Parts]]:
    """A participle with its subject and a finite verb, with its dates and without."""
    s = story.sentences[i]
    if clause.negated or clause.lemma in _NO_DEEDS:
        return
    found = _doing(story, i, clause) or _done_to(story, i, clause)
    if found is None:
        return
    subject, verbs, whole = found
    stop = _STOP.search(s.tags, whole.end)
    end = stop.start() if stop else len(s)
    if s.tags[end : end + 1] == "," and re.match(",[dpJEN]*[NE]+(?:,|,?c)", s.tags[end:]):
        return  # the first of a list
    everything = [k for k in range(whole.start, end) if verbs.get(k) != ""]
    for leave_out in dict.fromkeys((frozenset[int](), _dates(story, i, everything))):
        predicate = trimmed(story, i, [k for k in everything if k not in leave_out])
        if len(predicate) <= whole.end - whole.start:
            continue
        naming = Naming(story, i, whole, (*subject, *predicate))
        naming.names |= verbs
        yield naming, Parts(whole, tuple(subject), tuple(predicate))


_Found = tuple[Sequence[int], dict[int, str], Clause]


def _done_to(story: Story, i: int, clause: Clause) -> _Found | None:
    """A participle of what is done to its subject: "was" stands before it."""
    s = story.sentences[i]
    if set(s.tags[clause.start : clause.verb]) - {"r"} or clause.object is not None:
        return None
    if PARTICIPLE not in look_up(s.words[clause.verb].lower()).tags:
        return None
    if clause.finite:
        known = clause.subject is not None
        if not known or not is_participle(s, clause, story.clauses(i), ()):
            return None
    elif not clause.passive:
        return None
    subject = _fronted(story, i, clause) or _before(story, i, clause) or _behind(story, i, clause)
    if not subject or not _fits(story, i, subject, clause.lemma):
        return None
    phrase, was = _phrase(story, i, subject), _was(story, i, subject)
    whole = replace(clause, subject=phrase, passive=True, finite=True, embedded=False)
    return subject, {clause.start: f"{was} {s.words[clause.start].lower()}"}, whole


def _doing(story: Story, i: int, clause: Clause) -> _Found | None:
    """A participle of what the subject of a whole clause then did: "fled, leaving Riga to Hale"."""
    s = story.sentences[i]
    if clause.finite or clause.object is None or s.tags[clause.verb] != ING:
        return None
    by = s.words[clause.start - 1].lower() == "by"  # "responded by founding the Guild"
    if set(s.tags[clause.start : clause.verb]) - {"r"} or not (
        by or s.tags[clause.start - 1] == COMMA
    ):
        return None
    if clause.lemma not in table("verbs", "done") and clause.lemma not in table("verbs", "acts"):
        return None
    main = _main(story, i, clause)
    if main is None or main.subject is None or s.tags[main.end : clause.start - 1].count(COMMA):
        return None
    begin = begin_of(story, i, main, ())
    if begin is None:
        return None
    subject = subject_of(s.tags, list(range(begin, main.start)), main.subject, begin)
    if not subject:
        return None
    past = past_of(s.words[clause.verb].lower(), clause.lemma)
    whole = replace(clause, subject=main.subject, start=clause.verb, finite=True, embedded=False)
    return subject, {clause.verb: past}, whole


def _fronted(story: Story, i: int, clause: Clause) -> list[int]:
    """The subject behind the comma that ends a participle in front of a sentence."""
    s = story.sentences[i]
    if clause.start and s.tags[clause.start - 1] not in ";c" and not s.opens[clause.start]:
        return []
    main = next((c for c in story.clauses(i) if c.finite and c.start > clause.end), None)
    if main is None or main.subject is None or main.relative or main.inverted:
        return []
    begin = begin_of(story, i, main, ())
    if begin is None or begin < clause.end or s.tags[begin - 1] != ",":
        return []
    within = without_asides(s.tags, range(clause.end, begin - 1))
    if any(s.tags[k] in ",;:swVMbhu" for k in within):
        return []
    return subject_of(s.tags, list(range(begin, main.start)), main.subject, begin)


def _before(story: Story, i: int, clause: Clause) -> list[int]:
    """The noun phrase right before a participle, with what "of" joins to it."""
    s, phrase = story.sentences[i], clause.subject
    if phrase is None or phrase.with_ or s.tags[phrase.end : clause.start] != ",":
        return []
    found = _PHRASE.search(s.tags, max(0, phrase.end - 12), phrase.end)
    begin = found.start() if found else phrase.start
    named = any(story.is_proper(i, k) for k in range(begin, phrase.end))
    if begin > phrase.start or not named or s.tags[begin - 1 : begin] in tuple("dpJqzNEcf"):
        return []
    return list(range(begin, phrase.end))


def _behind(story: Story, i: int, clause: Clause) -> list[int]:
    """The subject of a whole clause that a participle follows: "began in 1523, led by Hale"."""
    s, main = story.sentences[i], _main(story, i, clause)
    if main is None or main.object is not None or clause.agent is None:
        return []
    if s.tags[clause.start - 1] != "," or "," in s.tags[main.end : clause.start - 1]:
        return []
    begin = begin_of(story, i, main, ())
    if begin is None or main.subject is None:
        return []
    return subject_of(s.tags, list(range(begin, main.start)), main.subject, begin)


def _main(story: Story, i: int, clause: Clause) -> Clause | None:
    """The finite clause that ends before a participle which is of its subject."""
    before = [c for c in story.clauses(i) if c.finite and c.end < clause.start]
    main = before[-1] if before else None
    if main is None or main.subject is None or clause.subject is None or main.negated:
        return None
    own = clause.subject.start == main.subject.start
    return main if own and not (main.relative or main.inverted or main.passive) else None


def _fits(story: Story, i: int, subject: Sequence[int], lemma: str) -> bool:
    """Whether what is told can be done to a subject: a town is built, and not educated."""
    person = who_is_meant(story, i, _phrase(story, i, subject)) is not None
    s = story.sentences[i]
    person |= "p" in look_up(s.words[subject[-1]].lower()).of_noun[:1]
    if person:
        return lemma not in ("build", "found", "write")
    return lemma in table("verbs", "done", "made") and lemma not in _OF_PEOPLE


def _was(story: Story, i: int, subject: Sequence[int]) -> str:
    s, head = story.sentences[i], _phrase(story, i, subject).head
    many = look_up(s.words[head].lower()).plural and not story.is_proper(i, head)
    return "were" if many or "c" in {s.tags[k] for k in subject} else "was"


def _phrase(story: Story, i: int, subject: Sequence[int]) -> Phrase:
    return Phrase(subject[0], subject[-1] + 1, head_of(story.sentences[i].tags, subject))


def _dates(story: Story, i: int, within: Container[int]) -> frozenset[int]:
    """Those among some tokens that tell when, with what belongs to them."""
    return frozenset(k for n, _, time in times_in(story, i) if n.start in within for k in time)
