"""What clauses say that somebody was, or became."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flashgen.drafting.clauses.description import Description
from flashgen.drafting.clauses.setting import hedged
from flashgen.drafting.clauses.story import Named, Story
from flashgen.drafting.clauses.wording import is_person_noun
from flashgen.drafting.people.roles import MADE
from flashgen.drafting.people.sayings import described, one_of
from flashgen.drafting.people.weighing import LEAD, LITTLE, SERVED, WAS, weighed
from flashgen.english.clauses import Clause
from flashgen.english.phrases import chunks
from flashgen.english.tags import CLOSE, OPEN
from flashgen.english.tokens import Sentence
from flashgen.mentions import FoundPerson
from flashgen.rules.names.fold import fold

_ACTING = frozenset("serve act emerge reign rule".split())
_OPENING = 4  # tokens, as titles may be


def said(story: Story, i: int, clause: Clause) -> Iterator[Description]:
    """What somebody was or became: "was a lawyer", "was elected mayor"."""
    s = story.sentences[i]
    if "M" in s.tags[clause.start : clause.end] or hedged(s, clause) or _is_supposed(s, clause):
        return
    agent, himself = clause.agent, _told_of_himself(s, clause)
    if himself:
        yield from described(story, i, himself, SERVED)
    if agent is not None and clause.passive and s.words[agent.end : agent.end + 1] == ("as",):
        # "was elected by the guilds as mayor of Riga"
        yield from described(story, i, agent.end + 1, SERVED)
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
    yield from described(story, i, clause.object.start, WAS if being else SERVED)
    if being:
        yield from one_of(story, i, clause.object.start)


def _told_of_himself(s: Sentence, clause: Clause) -> int:
    """Where begins what somebody acted as: "served as", "distinguished himself as"; or 0."""
    words = s.words[clause.end : clause.end + 2]
    if clause.lemma in _ACTING and words[:1] == ("as",):
        return clause.end + 1
    own = words[:1] in (("himself",), ("herself",)) and words[1:] == ("as",)
    return clause.end + 2 if own else 0


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
    if s.tags[hero.end : hero.end + 1] == "," and any(described(story, 0, hero.end + 1, WAS)):
        return  # "Holt, the mayor of Riga, was an ardent man"
    whole = next(chunks(s.tags, verb + 1), None)
    if s.words[verb].lower() not in ("was", "is") or whole is None or whole.start > verb + 1:
        return
    found = [*described(story, 0, verb + 1, LEAD)]
    if is_person_noun(s.words[whole.end - 1], s.tags[whole.end - 1]):
        # "a German writer noted for his novels"
        found += weighed(story, 0, list(range(whole.start, whole.end)), LEAD - 1)
    for who in found:
        lacks = tuple(lack for lack in who.lacks if lack != LITTLE)
        yield hero.what, replace(who, lacks=lacks, alone=True)


def _is_hero(story: Story, n: Named) -> bool:
    """Whether a name that opens a sentence is that of the title's man or woman."""
    if not isinstance(n.what, FoundPerson) or n.start > _OPENING:
        return False
    return fold(n.what.canonical.split()[-1]) in {fold(word) for word in story.title_words}


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
    for who in (*described(story, i, subject.start, WAS), *one_of(story, i, subject.start)):
        yield person, who
