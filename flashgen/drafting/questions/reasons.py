"""Questions for a reason: "Why did Hale resign?", "Because of the fall of Riga"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flashgen.drafting.clauses.clause import Parts, taken_apart
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.pronouns import who_is_meant
from flashgen.drafting.clauses.setting import HEDGES
from flashgen.drafting.clauses.wording import content_words, wording
from flashgen.drafting.questions.answering import is_clear
from flashgen.drafting.questions.question import QuestionDraft, inverted, loose, question
from flashgen.english.tags import ADVERB, COMMA, GENITIVE
from flashgen.english.tokens import Sentence

_LONGEST, _FEWEST = 20, 2  # words of a reason; of those that say something
_LIKELY = frozenset("likely partly mainly mostly largely only".split())
_NO_DEEDS = frozenset("be seem appear become".split())
# What stands before a reason that is no clause, or before what was meant.
_REASONS = tuple(
    tuple(words.split())
    for words in (
        "because of", "due to", "owing to", "thanks to", "as a result of", "in response to",
        "in order to", "in an effort to", "in an attempt to", "in a bid to", "in hopes of",
        "in the hope of", "for fear of", "in return for", "in exchange for", "in protest against",
    )
)  # fmt: skip


def why(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The reason that a sentence gives behind or before what it was for."""
    if not is_clear(naming, parts.subject) or parts.clause.lemma in _NO_DEEDS:
        return
    s = naming.story.sentences[naming.i]
    yield from _because(naming, parts)
    for begin in range(parts.clause.end, len(s)):
        if _opens(s, begin) and begin - 1 in (parts.clause.end - 1, *parts.predicate):
            end = _end(s, begin)
            rest = [k for k in parts.predicate if not begin <= k < end]
            if rest and max(rest) < begin:
                yield from _asked(naming, parts, range(begin, end), rest)
            return
    yield from _before(naming, parts)


def _before(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The reason in front of a sentence: "To win Riga, Hale sold his fleet"."""
    s, end = naming.story.sentences[naming.i], parts.subject[0]
    if s.tags[end - 1 : end] != COMMA:
        return
    begin = next((k for k in (0, 1) if re.match("t[rn]*B", s.tags[k:]) or _opens(s, k)), None)
    if begin is None or (begin and s.tags[0] not in "cr,") or COMMA in s.tags[begin : end - 1]:
        return
    if not any(k in naming.setting for k in range(begin, end)):
        yield from _asked(naming, parts, range(begin, end - 1), parts.predicate)


def _opens(s: Sentence, k: int) -> bool:
    """Whether a reason begins at a token."""
    lows = tuple(word.lower() for word in s.words[k : k + 4])
    return any(lows[: len(words)] == words for words in _REASONS)


def _end(s: Sentence, begin: int) -> int:
    """Where a reason ends that begins at a token: before a mark, or another clause."""
    found = re.compile(r"[,;:.()-]|c(?=[rn]*[VMbhu])").search(s.tags, begin)
    return found.start() if found else len(s)


def _asked(
    naming: Naming, parts: Parts, told: Sequence[int], rest: Sequence[int]
) -> Iterator[QuestionDraft]:
    """The question for the reason that some tokens give."""
    story, i = naming.story, naming.i
    s = story.sentences[i]
    other = Naming(story, i, parts.clause, (*parts.subject, *told))
    own = set(naming.names) & set(parts.subject)
    unclear = [k for k in other.unclear if k in told]
    mine = parts.clause.subject is not None and s.tags[told[-1] + 1 : told[-1] + 2] not in "c"
    # "to uphold the movement's principles"
    owned = any(s.tags[k + 1 : k + 2] == GENITIVE for k in loose(other, told))
    if unclear or not mine or owned:
        return
    answer = wording(story, i, told, {k: w for k, w in other.names.items() if k not in own})
    if len(answer.split()) > _LONGEST or len(content_words(answer)) < _FEWEST + 1:
        return
    asked = inverted(naming, parts, rest)
    if asked and len(content_words(asked)) > _FEWEST:
        answer = answer[:1].upper() + answer[1:]
        yield question(naming, f"Why {asked}?", answer, (*parts.subject, *rest))


def _because(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The clause that tells why: "because he was ill"."""
    story, i, clause = naming.story, naming.i, parts.clause
    s = story.sentences[i]
    if "because" not in s.words[clause.end :]:
        return
    k = s.words.index("because", clause.end)
    if set(s.tags[clause.end : k]) & set(";:w") or k - 1 != max(parts.predicate):
        return
    later = next((c for c in story.clauses(i) if c.finite and c.start > k), None)
    if later is None or later.subject is None or later.subject.start < k:
        return
    reason = [p for p in taken_apart(story, i, later, frozenset()) if p.subject[0] == k + 1]
    asked = inverted(naming, parts, parts.predicate)
    if s.tags[k - 1] == ADVERB and s.words[k - 1].lower() in HEDGES | _LIKELY:
        return  # "likely because"
    if asked is None or not reason:
        return
    tokens = (k, *reason[0].subject, *reason[0].predicate)
    other = Naming(story, i, later, tokens)
    own = naming.clause.subject
    mine = who_is_meant(story, i, own) if own is not None else None
    theirs = who_is_meant(story, i, later.subject)
    names = other.names
    first = s.words[later.subject.start].lower()
    itself = mine is None and clause.object is None and first in ("it", "they")
    if itself or (mine is not None and theirs == mine):
        names = {}
    elif other.unclear:
        return
    answer = wording(story, i, tokens, names)
    if len(answer.split()) > _LONGEST:
        return
    answer = answer[:1].upper() + answer[1:]
    yield question(naming, f"Why {asked}?", answer, (*parts.subject, *parts.predicate))
