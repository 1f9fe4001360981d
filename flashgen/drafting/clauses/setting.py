"""When and where: the clause that a phrase of time belongs to, and the place that it names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from flashgen.drafting.clauses.story import Named, Story
from flashgen.drafting.clauses.timeless import BOUNDING, time_begin, time_tokens
from flashgen.drafting.clauses.verbs import is_participle
from flashgen.drafting.clauses.wording import is_person_noun
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.tags import ADVERB, COMMA, ING
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention, FoundPlace
from flashgen.tables import words as table

# What doubts what it says, or says that it happened before, too.
HEDGES = frozenset(
    "reportedly allegedly supposedly purportedly apparently perhaps probably possibly legend "
    "legendary gradually slowly increasingly meanwhile again twice repeatedly often sometimes "
    "usually".split()
)
_NEAR = 3  # tokens behind a verb
_LONGEST_TIME = 8  # tokens: "and, late on the evening of 3 May,"
_ENDING = frozenset({"stop", "cease"})
_NAMING = frozenset("name call entitle title dub nickname know".split())
_LAWS = frozenset(
    "act bill law legislation statute decree edict order resolution amendment treaty agreement "
    "charter proclamation ordinance measure clause constitution".split()
)
# "he is said to have"
_TOLD = frozenset("said believed thought reported rumoured rumored supposed alleged".split())


def clause_of(story: Story, i: int, start: int, end: int) -> Clause | None:
    """The finite clause that tokens of time belong to; None where they are in another phrase."""
    s = story.sentences[i]
    clauses, tags = story.clauses(i), s.tags
    if (when := _when(story, i, start, end)) is not None:
        return when
    finite = [c for c in clauses if c.finite and c.subject is not None]
    # "planned to besiege and take Riga": one clause.
    finite = [c for c in finite if tags[max(0, c.start - 1)] + tags[c.start] != "cB"]
    # Inside a clause, behind its verb: the last one before, unless a participle has come since.
    at = bisect_left([c.start for c in clauses], start)
    for c in reversed(clauses[:at]):
        between = tags[c.end : start]
        # "Hale, who wrote, and Price, who in 1861 published"
        if any(mark in between for mark in ";:") or re.search("w[^VMbhuD]*$", between):
            break
        later = [k for k in range(c.end, start) if tags[k] in "cs"]
        cut = [
            k
            for k in later
            if any(o.finite and o.start > end and o.subject and o.subject.start > k
                   and o.subject.start >= end for o in clauses)
            and _opens_clause(tags, k, start)
        ]  # fmt: skip
        if cut:
            break
        if c.finite and (c in finite or c.subject is None):
            if later and (next_ := _coordinated(clauses, tags, later[-1], start, end)):
                return next_
            return c if c in finite else None
        if c.passive and tags[c.start - 1] == "c" and not c.finite:
            continue  # "was caught and tried in May"
        if _tells_what(s, c, finite) or _is_begun(s, c) or opens_time(s, start):
            continue
        # "to leave in May", "leaving in May" behind a comma are told by themselves.
        if tags[c.start - 1 : c.start] == "," or tags[c.verb] in "DG":
            # "Under the treaty signed by Hale, in 1621 Riga"
            if tags[start - 1] == "," and any(_begins(o, end) for o in finite):
                break
            return None
    return _behind(story, i, finite, start, end)


def times_in(story: Story, i: int) -> Iterator[tuple[Named, int, set[int]]]:
    """The dates of a sentence that are in no other phrase, where each begins, and its tokens."""
    s = story.sentences[i]
    for n in story.named_in(i):
        begin = time_begin(s, n.start, n.end) if isinstance(n.what, DateMention) else None
        if begin is not None:
            yield n, begin, time_tokens(s, begin, n.end)


def opens_time(s: Sentence, start: int) -> bool:
    """Whether a sentence opens with when something began: "Beginning in 1703, Hale began"."""
    return start == 1 and s.words[0].lower() in ("beginning", "starting")


def _is_begun(s: Sentence, c: Clause) -> bool:
    """Whether an -ing form is all that a verb before it begins or ends: "began building"."""
    begins = look_up(s.words[c.start - 1].lower()).verb in table("history", "beginnings") | _ENDING
    return begins and s.tags[c.verb] == ING and c.end - c.start == 1


def _tells_what(s: Sentence, c: Clause, finite: Sequence[Clause]) -> bool:
    """Whether a participle right behind a noun only tells what it is, or what a law says.

    "killed a clerk named Holt in 1837", "signed an act creating the bank in 1791".
    """
    if s.tags[c.start - 1] not in "NE" or c.end - c.start > 1:
        return False
    if c.passive:
        return c.lemma in _NAMING
    done_to = next((o.object for o in reversed(finite) if o.start < c.start), None)
    says = done_to is not None and done_to.end == c.start and s.tags[c.verb] == ING
    return says and s.words[c.start - 1].lower() in _LAWS


def _when(story: Story, i: int, start: int, end: int) -> Clause | None:
    """The clause that tells what a time was that bounds another: "until 1648, when Riga fell"."""
    s = story.sentences[i]
    k = end + (s.tags[end : end + 1] == COMMA)
    if s.words[start].lower() not in BOUNDING or s.words[k : k + 1] != ("when",):
        return None
    following = (c for c in story.clauses(i) if c.finite and c.start > k and not c.relative)
    first = next(following, None)
    subject = first.subject if first is not None else None
    return first if subject is not None and subject.start == k + 1 else None


def _begins(clause: Clause, end: int) -> bool:
    """Whether the subject of a clause begins where a time ends."""
    return clause.subject is not None and end <= clause.subject.start <= end + 1


def _behind(story: Story, i: int, finite: Sequence[Clause], start: int, end: int) -> Clause | None:
    """The clause of a time that stands in front of it, or between its subject and its verb."""
    s, tags = story.sentences[i], story.sentences[i].tags
    for c in finite:
        if c.start < end or is_participle(s, c, finite, range(start, end)):
            continue
        assert c.subject is not None  # noqa: S101
        if c.subject.start < start < end < c.subject.end:
            return None  # a time within what seems to act
        if c.relative and c.subject.start >= end:
            continue  # "in 1621 Hale, who had fled, came"
        if c.subject.start >= end or c.subject.end <= start:
            inside = tags[end : min(c.subject.start, c.start)] if c.subject.start >= end else ""
            aside = c.subject.end < start and tags[start - 1] != ","
            if aside and (c.start > end or c.lemma == "be"):
                continue  # "Riga, a village in 1220, grew"
            # "In 1621, when Hale landed, Holt fled"
            aside = inside[:1] == inside[-1:] == "," and any(
                end < o.start < c.start and o.embedded for o in finite
            )
            opened = any(mark in inside for mark in "sw") or (c.embedded and inside.strip(","))
            if opened and (c.embedded or not aside):
                continue
            return None if _follows(story, i, start) else c
    return None


def _follows(story: Story, i: int, start: int) -> bool:
    """Whether a time is that of something else: "after the siege of Riga in 1621 he came"."""
    s, k = story.sentences[i], start
    while k and (s.tags[k - 1] not in ",;:s" or s.tags[k - 1 : k + 1] == "sf"):
        k -= 1
        if s.words[k].lower() in BOUNDING or s.words[k].lower() in ("following", "from"):
            # "just before sunrise on 3 May"
            return not look_up(s.words[k + 1].lower()).of_noun.startswith("t")
    return k > 0 and s.words[k - 1].lower() in BOUNDING


def _coordinated(
    clauses: Sequence[Clause], tags: str, k: int, start: int, end: int
) -> Clause | None:
    """The clause behind "and" whose time stands in front: "he fled and, in May, married"."""
    if any(tag not in "itdr,fJN" for tag in tags[k + 1 : start]):
        return None
    following = (c for c in clauses if c.finite and end <= c.start <= end + 2)
    return next(following, None)


def _opens_clause(tags: str, k: int, start: int) -> bool:
    """Whether behind "and" at ``k`` only a phrase of time stands before ``start``."""
    return all(tag in "itdr,fJN" for tag in tags[k + 1 : start]) and start - k <= _LONGEST_TIME


def place_in(story: Story, i: int, tokens: Collection[int]) -> FoundPlace | None:
    """The place at which a clause says that it happens: the narrowest, where it names one."""
    s, found = story.sentences[i], []
    strong = table("names", "prepositions_strong")
    first = min(tokens)
    while first and s.tags[first - 1] not in ";:swVMbhuDG":
        first -= 1
    if first and s.tags[first - 1] in "VMbhuDG":  # "Born in Leeds, he came to Riga"
        comma = s.tags.rfind(",", first, min(tokens))
        first = comma + 1 if comma >= 0 else min(tokens)
    for n in story.named_in(i):
        if not isinstance(n.what, FoundPlace) or not first <= n.start <= max(tokens):
            continue
        if n.start > min(tokens) and n.start not in tokens:
            continue  # "Hale met Holt in Riga, and died in Reval"
        before = n.start - 1
        while before >= 0 and s.tags[before] in "dJ":
            before -= 1
        far = before - 1
        while far >= 0 and s.tags[far] == "E":
            far -= 1
        if far >= 0 and far < before - 1 and s.words[far].lower() in ("from", "of", "to"):
            continue  # "from Outhgill in Westmorland"
        if before and is_person_noun(s.words[before - 1], s.tags[before - 1]):
            continue  # "the consul in Malta"
        if before >= 0 and s.words[before].lower() in strong and s.tags[n.end : n.end + 1] != "z":
            found.append((n.start, n.end, n.what))
    if not found or any(b[0] - a[1] > 2 for a, b in pairwise(found)):
        return None
    return found[0][2]


def hedged(s: Sentence, clause: Clause) -> bool:
    """Whether a sentence doubts what it says, or says that it happened more than once."""
    lows = [word.lower() for word in s.words]
    if lows[:2] == ["according", "to"] or (s.tags[0] == ADVERB and lows[0] in HEDGES):
        return True  # "Perhaps the best known of them was"
    return not HEDGES.isdisjoint(lows[clause.start : clause.end + _NEAR]) or (
        clause.end < len(s) and s.tags[clause.start] == "b" and lows[clause.verb] in _TOLD
    )
