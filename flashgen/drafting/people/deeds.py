"""What clauses say of somebody: what he was or became, and what he did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flashgen.article import Span
from flashgen.drafting.clauses.clause import Told, told
from flashgen.drafting.clauses.description import Description
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.setting import hedged
from flashgen.drafting.clauses.story import Named, Story
from flashgen.drafting.clauses.timeless import time_begin, time_tokens
from flashgen.drafting.clauses.wording import content_words, is_person_noun, wording
from flashgen.drafting.people.roles import MADE
from flashgen.drafting.people.sayings import described
from flashgen.drafting.people.weighing import LITTLE, weighed
from flashgen.english.clauses import Clause
from flashgen.english.phrases import chunks
from flashgen.english.tags import CLOSE, NAME, NOUN, OPEN
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention, FoundPerson

LONGEST = 18  # words
_LEAD = 20  # more than all else weighs
_OPENING = 4  # tokens, as titles may be
# What is done to somebody once, and is remembered of both.
_DONE_TO = frozenset(
    "assassinate murder kill behead poison execute betray defeat depose overthrow oust dethrone "
    "topple liberate restore capture succeed deport eject condemn expel marry".split()
)
# Deeds that one alone did, and by which he is remembered: not who ordered, sent or informed whom.
_REMEMBERED = _DONE_TO | frozenset(
    "found establish create discover invent pioneer abolish unite unify write compose publish "
    "paint design build edit translate coin conquer sack burn destroy annex invade command lead "
    "head launch explore circumnavigate detach dictate end preach proclaim".split()
)
# What opens a clause that tells what happened: not "that", "if", "which".
_WHEN = frozenset("when after as while because since before until although though".split())


def said(story: Story, i: int, clause: Clause) -> Iterator[Description]:
    """What somebody was or became: "was a lawyer", "was elected mayor"."""
    s = story.sentences[i]
    if "M" in s.tags[clause.start : clause.end] or hedged(s, clause) or _is_supposed(s, clause):
        return
    agent = clause.agent
    if agent is not None and clause.passive and s.words[agent.end : agent.end + 1] == ("as",):
        # "was elected by the guilds as mayor of Riga"
        yield from described(story, i, agent.end + 1, 4)
    if clause.object is None:
        return
    being = clause.lemma in ("be", "become", "remain")
    if not being and not clause.passive:
        return
    as_ = s.words[clause.end : clause.end + 1] == ("as",)
    if clause.object.start != clause.end + as_ or s.tags[clause.object.start] == "r":
        return
    if not (being or as_ or clause.lemma in MADE):
        return  # "was moved closer to Riga"
    low = s.words[clause.start].lower()
    if being and low in ("is", "are"):
        return
    yield from described(story, i, clause.object.start, 3 if being else 4)


def lead(story: Story) -> Iterator[tuple[FoundPerson, Description]]:
    """Who the article's hero was, where its first sentence says so: "Otto Brandt was a weaver"."""
    hero = next((n for n in story.named_in(0) if _is_hero(story, n)), None)
    if hero is None or not isinstance(hero.what, FoundPerson):
        return
    s, depth, verb = story.sentences[0], 0, 0
    for k in range(hero.end, len(s)):
        depth += (s.tags[k] == OPEN) - (s.tags[k] == CLOSE)
        if depth <= 0 and s.tags[k] in "VMhub":
            verb = k
            break
    whole = next(chunks(s.tags, verb + 1), None)
    if s.words[verb].lower() not in ("was", "is") or whole is None or whole.start > verb + 1:
        return
    found = [*described(story, 0, verb + 1, _LEAD)]
    if is_person_noun(s.words[whole.end - 1], s.tags[whole.end - 1]):
        # "a German writer noted for his novels"
        found += weighed(story, 0, list(range(whole.start, whole.end)), _LEAD - 1)
    for who in found:
        lacks = tuple(lack for lack in who.lacks if lack != LITTLE)
        yield hero.what, replace(who, lacks=lacks)


def _is_hero(story: Story, n: Named) -> bool:
    """Whether a name that opens a sentence is that of the title's man or woman."""
    one = isinstance(n.what, FoundPerson) and n.what.canonical.split()[-1] in story.title_words
    return one and n.start <= _OPENING


def _is_supposed(s: Sentence, clause: Clause) -> bool:
    """Whether a clause only supposes something: "if Hale was a kinsman of the king"."""
    before = clause.subject.start - 1 if clause.subject is not None else -1
    return before >= 0 and s.words[before].lower() in ("if", "whether", "unless")


def named_as(story: Story, i: int, clause: Clause) -> Iterator[tuple[FoundPerson, Description]]:
    """Who is named behind what he was: "the leader of the rising was Elias Holt"."""
    s, subject, told_ = story.sentences[i], clause.subject, clause.object
    being = clause.lemma in ("be", "become") and not clause.negated
    came = s.words[clause.start - 1].lower() in ("came", "proved", "turned") or clause.finite
    if not (being and came) or subject is None or told_ is None or subject.with_ or told_.with_:
        return
    person = story.person_at(i, told_.start, told_.end)
    starts = told_.start == clause.end and s.words[clause.start].lower() not in ("is", "are")
    own = "z" not in s.tags[told_.start : told_.end]  # "the founder was Holt's successor, Hale"
    if person is None or not (starts and own) or story.person_at(i, subject.start, subject.end):
        return
    for who in described(story, i, subject.start, 3):
        yield person, who


def did(story: Story, i: int, clause: Clause, person: FoundPerson) -> Iterator[Description]:
    """What somebody did, or what was done to him: "who sacked Riga in 1621"."""
    if clause.lemma == "marry":
        return
    found = _told(story, i, clause)
    if found is None or story.sentences[i].words[clause.start].lower() in ("were", "are"):
        return
    if clause.passive and clause.lemma not in _DONE_TO:
        return  # "Castle Hale was built"
    own = {k for n in story.named_in(i) if n.what == person for k in range(n.start, n.end)}
    naming = Naming(story, i, clause, found.tokens)
    rest = [k for k in found.tokens if k >= clause.start]
    words = wording(story, i, rest, naming.names)
    if len(content_words(words)) > 2:
        yield from _deed(story, i, f"who {words}", [k for k in rest if k not in own], naming)


def _told(story: Story, i: int, clause: Clause) -> Told | None:
    """A clause that tells what somebody did to whom; None where it tells little."""
    s = story.sentences[i]
    if clause.lemma not in _REMEMBERED or hedged(s, clause):
        return None
    # "a merchant reduced to poverty by": what looks like a deed, and has nobody to whom it is done.
    if not clause.passive and (clause.object is None or clause.object.start != clause.end):
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


def _deed(
    story: Story, i: int, words: str, tokens: Sequence[int], naming: Naming
) -> Iterator[Description]:
    s = story.sentences[i]
    heads = (k for k in tokens if s.tags[k] == NAME and s.tags[k + 1 : k + 2] != NOUN)
    named = len({*heads, *(k for k in tokens if k in naming.names)})
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
