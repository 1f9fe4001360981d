"""A clause made a sentence of its own: its subject named, its verb finite, its tails cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from flashgen.drafting.clauses.faults import faults
from flashgen.drafting.clauses.halves import CUT_OFF, holds_another, is_half, is_one
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.saying import introduces
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.subject import begin_of, subject_of
from flashgen.drafting.clauses.tails import cuts, ends, trimmed
from flashgen.drafting.clauses.verbs import (
    had_been,
    had_done,
    is_joined,
    is_participle,
    may_be_passive,
    shares,
)
from flashgen.drafting.clauses.wording import (
    JOINING,
    is_person_noun,
    sentence,
    without_appositions,
    without_asides,
    wording,
)
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.tags import COMMA, NAME, NOUN
from flashgen.english.tokens import Sentence
from flashgen.mentions import FoundPerson

# Where a clause may end.
Ending = Callable[[Story, int, Clause, Container[int]], Sequence[int]]
_ITSELF = frozenset("itself himself herself themselves".split())
_APPOSED = re.compile(r",(d?(?:Nf)?[JE]*E(?:fd?E+)?)(?:\([^()]*\))?,r*[VMbhu]")
_SHORT = 9  # words: a sentence of fewer takes another part of its clause


@dataclass(frozen=True, slots=True)
class Told:
    """A clause as a sentence: its words, its tokens, and what is wrong with it, if anything.

    ``names`` are the words that stand in it for those of some tokens.
    """

    text: str
    tokens: tuple[int, ...]
    clause: Clause
    people: tuple[str, ...]
    lacks: tuple[str, ...] = ()
    names: Mapping[int, str] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether it can be asked."""
        return not self.lacks


@dataclass(frozen=True, slots=True)
class Parts:
    """A clause taken apart: the tokens of its subject, and of what is said of it."""

    clause: Clause
    subject: tuple[int, ...]
    predicate: tuple[int, ...]


def told(story: Story, i: int, clause: Clause, leave_out: Container[int]) -> Told | None:
    """What a finite clause of a sentence says, without the tokens that are left out.

    None where it cannot be made a sentence.
    """
    best: Told | None = None
    for parts in taken_apart(story, i, clause, leave_out):
        found = _worded(story, i, parts)
        if best is None or _is_better(found, best):
            best = found
    if best is not None and best.sound:
        return best
    shorter = (_worded(story, i, p) for p in taken_apart(story, i, clause, leave_out, cuts))
    return next((found for found in shorter if found.sound), best)


def taken_apart(
    story: Story, i: int, clause: Clause, leave_out: Container[int], ending: Ending = ends
) -> Iterator[Parts]:
    """A finite clause with fewer or more of its tails, by default the shortest first."""
    s = story.sentences[i]
    if clause.subject is None or clause.inverted or not clause.finite:
        return
    if introduces(story, i, clause):
        return
    if is_participle(s, clause, story.clauses(i), leave_out) or may_be_passive(story, i, clause):
        return
    begin = begin_of(story, i, clause, leave_out)
    if begin is None or _is_apposed(s, clause, begin):
        return
    done_to = s.words[begin - 1].lower() in ("which", "whom", "that") and s.tags[begin - 1] == "w"
    done_to = done_to and s.tags[begin - 2] not in "itf"
    if begin > 1 and done_to and not clause.passive and clause.object is None:
        return  # "the army, which Hale placed under"
    # Not "formed" of "The Guild, formed in 1703, left".
    sharing = (c for c in story.clauses(i) if shares(c, clause))
    sharing = (c for c in sharing if not is_participle(s, c, story.clauses(i), leave_out))
    first = min((c.start for c in sharing), default=clause.start)
    if first < clause.start and not is_joined(s, clause, leave_out):
        return
    subject = _subject(story, i, clause, range(begin, min(first, clause.start)), leave_out)
    for end in ending(story, i, clause, leave_out) if subject else ():
        had = had_done(s, clause)  # tells only that it was before
        predicate = [k for k in range(clause.start + had, end) if k not in leave_out]
        if had_been(s, clause):
            predicate.remove(clause.start + 1)
        predicate = without_appositions(s.tags, without_asides(s.tags, predicate))
        predicate = [k for k in predicate if not _joins(s, k, clause)]
        predicate = trimmed(story, i, predicate)
        if predicate and (is_half(s, clause, begin, end, predicate) or is_one(s, predicate)):
            continue
        halted = [s.tags[k] for k in predicate if k >= clause.end][:1] == [COMMA]
        if predicate and (halted or holds_another(s, clause, predicate)):
            continue  # "passed, the amended treaty"
        if predicate and not re.search(CUT_OFF, "".join(s.tags[k] for k in predicate)):
            yield Parts(clause, tuple(subject), tuple(predicate))


def _subject(
    story: Story, i: int, clause: Clause, within: range, leave_out: Container[int]
) -> list[int]:
    """The tokens of a clause's subject; none where its words cannot stand for it."""
    s, phrase = story.sentences[i], clause.subject
    assert phrase is not None  # noqa: S101
    subject = [k for k in within if k not in leave_out]
    if subject and s.words[subject[-1]].lower() in _ITSELF and s.tags[subject[-1] - 1] in "NE":
        subject = subject[:-1]  # "the town itself was burned"
    if subject and s.words[subject[0]].lower() == "once":
        subject = subject[1:]  # "once Hale left"
    if clause.relative:  # "a voyage that brought": "a voyage brought"
        subject = [k for k in subject if s.tags[k] != "w"]
    subject = subject_of(s.tags, without_asides(s.tags, subject), phrase, within.start)
    if not subject or (subject[0] and not s.spaced(subject[0])):
        return []
    behind = phrase.end
    apart = without_asides(s.tags, range(behind, within.stop))
    if re.search(",c[dpJEN]", "".join(s.tags[k] for k in apart)):
        return []  # "the mayor, Holt, and the consul, Price, agreed": two
    if s.tags[behind : behind + 1] == COMMA:
        subject = _name_beside(story, i, clause, subject) or subject
    last = s.words[subject[-1]]
    if s.words[clause.start].lower() == "were" and s.tags[subject[0]] + s.tags[subject[-1]] == "EE":
        one = not last.endswith("s") and not any(s.tags[k] in "c," for k in subject)
        if one and look_up(last.lower()).noun == "":
            return []  # "Riga, Mitau and Reval were": the last of more
    # "an empire called Livonia"
    told_of = {c.verb for c in story.clauses(i) if not c.finite and c.object is not None}
    was, many = s.words[clause.start].lower() == "was", look_up(last.lower()).plural
    if (
        (was and many and phrase.with_)
        or s.tags[subject[-1]] == "c"
        or s.words[subject[0]].lower() == "what"
        or s.tags[subject[0]] in "DG"
        or set("VMbhu;:)-") & {s.tags[k] for k in subject if k not in told_of}
    ):
        return []
    return subject


def _name_beside(story: Story, i: int, clause: Clause, subject: Sequence[int]) -> list[int]:
    """The name between commas that a subject tells of: "a clerk, Hugh Ashcombe, drew"; else none.

    "One of the dynasties, the Jin, sent": the name, not what it is.
    """
    s, phrase = story.sentences[i], clause.subject
    assert phrase is not None  # noqa: S101
    behind, proper = phrase.end, story.is_proper(i, subject[-1])
    called = is_person_noun(s.words[phrase.head], s.tags[phrase.head])
    for n in story.named_in(i) if called else ():
        one = n.start == behind + 1 or (n.start == behind + 2 and s.tags[behind + 1] == NAME)
        # "the leader of Livonia, Hale"; not "the Emperor Otto, Hale's son"
        leads = isinstance(n.what, FoundPerson) and s.tags[phrase.head] == NOUN
        if one and (not proper or (leads and s.tags[n.end : n.end + 1] == COMMA)):
            return list(range(n.start, n.end))
    name = _APPOSED.match(s.tags, behind, clause.start + 1)
    most = any(s.words[k].lower() in ("first", "last") for k in subject)
    many = look_up(s.words[phrase.head].lower()).plural and s.words[clause.start] != "was"
    return [] if name is None or proper or many or most else list(range(*name.span(1)))


def _joins(s: Sentence, k: int, clause: Clause) -> bool:
    """Whether an adverb only joins a sentence to the one before, beside its verb or at its end.

    Not in "as soon as", "instead of", "what is now Riga", "two days later".
    """
    if s.words[k].lower() == "there" and k > clause.end:
        ends = s.tags[k + 1 : k + 2] in ("", "i", ".", ",", ";", "c")
        return ends and s.tags[k - 1] not in "itf"  # "beat the Swedes there"
    if s.tags[k] != "r" or s.words[k].lower() not in JOINING:
        return False
    before, behind = s.words[k - 1].lower(), s.words[k + 1].lower() if k + 1 < len(s) else ""
    if before == "as" or behind == "of" or look_up(before).of_noun.startswith("t"):
        return False
    return k <= clause.end or s.tags[k + 1 : k + 2] in ("", ".", ",", ";", "c")


def _is_apposed(s: Sentence, clause: Clause, begin: int) -> bool:
    """Whether the subject stands behind what seems it: "in Riga, Livonia, a mob burned"."""
    assert clause.subject is not None  # noqa: S101
    between = s.tags[clause.subject.end : clause.start]
    return s.tags[max(0, begin - 1)] == "," and re.fullmatch(",[dJ]*[NE]+r*", between) is not None


def _is_better(longer: Told, best: Told) -> bool:
    """Whether a clause with one more of its tails is the better answer."""
    if not longer.sound:
        return not best.sound and len(longer.lacks) < len(best.lacks)
    return not best.sound or len(best.text.split()) < _SHORT


def _worded(story: Story, i: int, parts: Parts) -> Told:
    """The sentence of some tokens, and what is wrong with it."""
    naming = Naming(story, i, parts.clause, (*parts.subject, *parts.predicate))
    words = sentence(wording(story, i, naming.tokens, naming.names))
    lacks = tuple(dict.fromkeys(faults(naming, words)))
    return Told(
        words, tuple(naming.tokens), parts.clause, tuple(naming.people), lacks, naming.names
    )
