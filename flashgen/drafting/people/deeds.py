"""What clauses say of somebody: what he was or became, and what he did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flashgen.article import Span
from flashgen.drafting.clauses.clause import Told, told
from flashgen.drafting.clauses.description import Description
from flashgen.drafting.clauses.doubts import SHARED, TAKEN
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.setting import hedged
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.timeless import time_begin, time_tokens
from flashgen.drafting.clauses.wording import content_words, is_moving, is_person_noun, wording
from flashgen.drafting.people.sayings import described
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Phrase
from flashgen.english.tags import NAME, NOUN, VERB
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention, FoundPerson

LONGEST = 18  # words
# What tells little of somebody: that he was, had, came or died.
_LITTLE = frozenset(
    "be have do bear die become remain go come get live work begin start leave see lie spend try "
    "gain find use tell wire call name keep let hold continue succeed oblige result cause cite "
    "belong watch interrupt represent".split()
)
# What opens a clause that tells what happened: not "that", "if", "which".
_WHEN = frozenset("when after as while because since before until although though".split())


def said(story: Story, i: int, clause: Clause) -> Iterator[Description]:
    """What somebody was or became: "was a lawyer", "was elected mayor"."""
    s = story.sentences[i]
    if clause.object is None or "M" in s.tags[clause.start : clause.end]:
        return
    being = clause.lemma in ("be", "become", "remain")
    if not being and not clause.passive:
        return
    if clause.object.start != clause.end and not (
        s.words[clause.end].lower() == "as" and clause.object.start == clause.end + 1
    ):
        return
    low = s.words[clause.start].lower()
    if being and low in ("is", "are"):
        return
    yield from described(story, i, clause.object.start, 3 if being else 4)


def named_as(story: Story, i: int, clause: Clause) -> Iterator[tuple[FoundPerson, Description]]:
    """Who is named behind what he was: "the leader of the rising was Elias Holt"."""
    s, subject, told_ = story.sentences[i], clause.subject, clause.object
    being = clause.lemma in ("be", "become") and not clause.negated
    came = s.words[clause.start - 1].lower() in ("came", "proved", "turned") or clause.finite
    if not (being and came) or subject is None or told_ is None or subject.with_ or told_.with_:
        return
    person = story.person_at(i, told_.start, told_.end)
    starts = told_.start == clause.end and s.words[clause.start].lower() not in ("is", "are")
    if person is None or not starts or story.person_at(i, subject.start, subject.end):
        return
    for who in described(story, i, subject.start, 3):
        yield person, who


def did(story: Story, i: int, clause: Clause, person: FoundPerson) -> Iterator[Description]:
    """What somebody did, or what was done to him: "who sacked Riga in 1621"."""
    found = _told(story, i, clause)
    if found is None or story.sentences[i].words[clause.start].lower() in ("were", "are"):
        return
    own = {k for n in story.named_in(i) if n.what == person for k in range(n.start, n.end)}
    naming = Naming(story, i, clause, found.tokens)
    rest = [k for k in found.tokens if k >= clause.start]
    words = wording(story, i, rest, naming.names)
    if len(content_words(words)) > 2:
        yield from _deed(story, i, f"who {words}", [k for k in rest if k not in own], naming)


def undergone(story: Story, i: int, clause: Clause) -> Iterator[tuple[FoundPerson, Description]]:
    """What somebody did to one named: "whom Hale overthrew"; and by whom: "who led Swedes"."""
    found = _told(story, i, clause)
    if found is None:
        return
    naming = Naming(story, i, clause, found.tokens)
    acting = [k for k in found.tokens if k < clause.start]
    done_to, agent = clause.object, clause.agent
    if done_to is not None and done_to.start == clause.end and not clause.passive:
        person = _alone(story, i, done_to)
        rest = [k for k in found.tokens if k >= clause.start and k not in range(*done_to[:2])]
        whole = set(range(*done_to[:2])) <= set(found.tokens)
        behind = story.sentences[i].tags[done_to.end :]
        # "executed Hale, Holt and Price"
        further = "c" if re.match("(?:,[dpJNE]*[NE])+,?c", behind) else behind[:1]
        if person is not None and whole and further not in tuple("zNEJDGdcw"):
            tokens = [*acting, *rest]
            words = wording(story, i, tokens, naming.names)
            if any(story.is_proper(i, k) or k in naming.names for k in acting):
                found_ = _deed(story, i, f"whom {_within(naming, acting, words)}", tokens, naming)
                yield from ((person, each) for each in found_)
    verb = story.sentences[i].words[clause.verb]
    if agent is not None and clause.passive and VERB in look_up(verb.lower()).tags:
        person = _alone(story, i, agent)
        if person is not None:
            subject = wording(story, i, acting, naming.names)
            words = f"who {verb} {_within(naming, acting, subject)}"
            found_ = _deed(story, i, words, acting, naming)
            yield from ((person, each) for each in found_)


def _within(naming: Naming, tokens: Sequence[int], words: str) -> str:
    """Words that opened a sentence, as they stand within one."""
    proper = naming.story.is_proper(naming.i, tokens[0]) or tokens[0] in naming.names
    return words if proper else words[:1].lower() + words[1:]


def _alone(story: Story, i: int, phrase: Phrase) -> FoundPerson | None:
    """The person whose name a phrase is, with or without a title."""
    s = story.sentences[i]
    for n in story.named_in(i):
        if isinstance(n.what, FoundPerson) and phrase.start <= n.start and n.end == phrase.end:
            before = range(phrase.start, n.start)
            titled = all(s.tags[k] == NAME or is_person_noun(s.words[k], NOUN) for k in before)
            return n.what if titled and not phrase.with_ else None
    return None


def _told(story: Story, i: int, clause: Clause) -> Told | None:
    """A clause that tells what somebody did to whom; None where it tells little."""
    s = story.sentences[i]
    light = clause.lemma in _LITTLE | SHARED or _is_inner(clause) or hedged(s, clause)
    if light or (is_moving(clause.lemma) and clause.object is None):
        return None
    if "G" in s.tags[clause.start : clause.end] or not _is_told(s, clause):
        return None
    found = told(story, i, clause, _dates_before(story, i, clause))
    return found if found is not None and found.sound else None


def _dates_before(story: Story, i: int, clause: Clause) -> set[int]:
    """The tokens of the dates that stand before a verb: "in May 1621 Hale led a rising"."""
    s, found = story.sentences[i], set[int]()
    for n in story.named_in(i):
        begin = time_begin(s, n.start, n.end) if isinstance(n.what, DateMention) else None
        if begin is not None and n.end <= clause.start:
            found |= time_tokens(s, begin, n.end)
    return found


def _is_inner(clause: Clause) -> bool:
    """Whether a verb tells what somebody thinks, feels or says: not "signed the treaty"."""
    kind = look_up(clause.lemma).of_verb[:1]
    done = clause.passive or clause.object is not None
    return kind == "k" or (kind == "s" and not done) or (kind == "e" and clause.lemma not in TAKEN)


def _deed(
    story: Story, i: int, words: str, tokens: Sequence[int], naming: Naming
) -> Iterator[Description]:
    s = story.sentences[i]
    named = sum(story.is_proper(i, k) or k in naming.names for k in tokens)
    whole = s.tags[tokens[-1]] in "NEqQDmVr"
    telling = len(content_words(words))
    if named and whole and telling > 1 and len(words.split()) <= LONGEST:
        at = Span(s.starts[min(tokens)], story.end(i, max(tokens)))
        weight = min(telling, 6) + min(named, 3) - 2 * naming.clause.embedded
        yield Description(words, weight, at)


def _is_told(s: Sentence, clause: Clause) -> bool:
    """Whether the article tells a clause as what happened, and not as what somebody thought."""
    if not clause.embedded:
        return True
    assert clause.subject is not None  # noqa: S101
    before = clause.subject.start - 1
    if clause.relative:  # not "the church that Hale had built"
        return s.tags[clause.subject.end : clause.start].strip(",") == "w"
    return before >= 0 and s.words[before].lower() in _WHEN
