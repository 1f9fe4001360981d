"""Questions for somebody: "Who took Riga?", "By whom was it taken?", "Whom did Hale appoint?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flashgen.drafting.clause import Parts
from flashgen.drafting.naming import Naming
from flashgen.drafting.pronouns import who_is_meant
from flashgen.drafting.question import QuestionDraft, inverted, loose, question, said, undated
from flashgen.drafting.sorts import sort_of
from flashgen.drafting.wording import content_words, is_person_noun, recased, wording
from flashgen.english.lexicon import is_word, look_up
from flashgen.english.tags import NAME
from flashgen.mentions import FoundPerson, FoundPlace

_LONGEST_ANSWER = 8  # words
_VAGUE = frozenset("many some most few several no one all there this each other".split())
# Verbs that say nothing without what follows their object.
_CAUSING = frozenset("make let have see hear watch help find get be become keep".split())
# A phrase that may be an answer: "the Bolsheviks", "Chilean troops of the north".
_PLAIN = re.compile(
    r"[dp]?[JDqNE]*[NE](?:z[JDNE]*[NE])?(?:[fi][dp]?[JqNE]*[NE])*(?:,?c[dp]?[JDqNE]*[NE])?"
)


def who(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The subject of a clause asked for: "Who took Riga?"."""
    answer = somebody(naming, parts.subject)
    if answer is not None and parts.clause.lemma not in ("bear", "die"):
        word, name = answer
        if len(content_words(said(naming, undated(naming, parts.predicate)))) < 2:
            return
        if _is_role(naming, parts) or _is_addressed(naming, parts):
            return
        rest = said(naming, parts.predicate)
        if len(content_words(rest.partition(",")[0])) < 2:
            return
        words = f"{word} {rest}?"
        yield from question(naming, words, name, parts.predicate)


def _is_role(naming: Naming, parts: Parts) -> bool:
    """Whether a clause says who somebody was, which the card of that person asks."""
    s, object_ = naming.story.sentences[naming.i], parts.clause.object
    return (
        parts.clause.lemma in ("be", "become", "remain")
        and object_ is not None
        and is_person_noun(s.words[object_.head], s.tags[object_.head])
    )


def _is_addressed(naming: Naming, parts: Parts) -> bool:
    """Whether a clause says to whom, and not what: "Holt told Price"."""
    object_ = parts.clause.object
    person = object_ and naming.story.person_at(naming.i, object_.start, object_.end)
    says = look_up(parts.clause.lemma).of_verb[:1] in ("s", "k")
    return says and person is not None and max(parts.predicate) < (object_.end if object_ else 0)


def by_whom(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """Who did what is told of somebody else: "By whom was Riga taken?"."""
    agent, story, i = parts.clause.agent, naming.story, naming.i
    s = story.sentences[i]
    if agent is None or agent.start - 1 not in parts.predicate:
        return
    end = max(
        [agent.end, *(n.end for n in story.named_in(i) if agent.start <= n.start < agent.end)]
    )
    answer = somebody(naming, range(agent.start, end))
    if answer is None or answer[0] != "Who" or s.words[agent.start - 1].lower() != "by":
        return
    rest = [k for k in parts.predicate if not agent.start - 1 <= k < end]
    further = "fcVNEBD" if story.person_at(i, agent.start, end) else "ficVNEBD"
    if s.tags[end : end + 1] in tuple(further) or is_listed(s.tags, end):
        return
    if asked := inverted(naming, parts, rest):
        yield from question(naming, f"By whom {asked}?", answer[1], (*parts.subject, *rest))


def whom(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The person to whom somebody does what is told: "Whom did Hale appoint?"."""
    story, i, clause = naming.story, naming.i, parts.clause
    done_to = clause.object
    if done_to is None or done_to.start != clause.end or done_to.with_ or clause.passive:
        return
    person = story.person_at(i, done_to.start, done_to.end)
    end = max(
        (n.end for n in story.named_in(i) if n.what is person and n.start < done_to.end), default=0
    )
    tags = story.sentences[i].tags
    alone = end == done_to.end
    if person is None or set(tags[end : done_to.end]) - {"N"}:
        return  # but "appointed Hale governor of Riga" will do
    if tags[done_to.end : done_to.end + 1] in tuple("zcrDGJEdpf" if alone else "zcrDGJEdp"):
        return
    rest = [k for k in parts.predicate if not done_to.start <= k < end]
    further = [k for k in rest if k >= done_to.end]
    if further and alone and tags[further[0]] not in "its":
        return  # "Hale, the mayor", "Hale known as"
    asked = inverted(naming, parts, rest)
    if (
        asked
        and clause.lemma not in _CAUSING
        and look_up(clause.lemma).of_verb[:1] not in ("s", "k")
    ):
        answer = recased(person.canonical)
        yield from question(naming, f"Whom {asked}?", answer, (*parts.subject, *rest))


def is_listed(tags: str, end: int) -> bool:
    """Whether a phrase is the first of several: "Hale, Holt and Price"."""
    return re.match(r"(?:,[dpJE]*[NE]+)+,?c|c[dpJE]*[NE]", tags[end:]) is not None


def somebody(naming: Naming, tokens: Sequence[int]) -> tuple[str, str] | None:
    """Who or what some tokens are, with the word that asks for it; None where they do not say."""
    story, i = naming.story, naming.i
    s = story.sentences[i]
    phrase = naming.clause.subject
    own = phrase is not None and phrase.start in tokens
    owned = any(s.tags[k] in "zp" for k in tokens)
    if own and phrase and (phrase.start > tokens[0] or phrase.with_):
        own = False  # one of several
    if own and not owned and phrase is not None and (one := who_is_meant(story, i, phrase)):
        return "Who", recased(one.canonical)
    named = [n for n in story.named_in(i) if n.start in tokens and n.end - 1 in tokens]
    people = [n.what for n in named if isinstance(n.what, FoundPerson)]
    whole = len(tokens) == sum(n.end - n.start for n in named)
    if len(people) == 1 and whole:
        return "Who", recased(people[0].canonical)
    for n in named:
        whole = all(n.start <= k < n.end or s.tags[k] == "d" for k in tokens)
        if whole and isinstance(n.what, FoundPlace) and (sort := sort_of(n.what)):
            return f"Which {sort}", recased(n.what.canonical)
    if any(k in naming.unclear for k in tokens) or any(True for _ in loose(naming, tokens)):
        return None
    # "The consul, Hugh Ashcombe, left": the name, not the office.
    beside = tokens[-1] + 1
    if s.tags[beside : beside + 1] == "," and (one := story.person_at(i, beside + 1, beside + 2)):
        return "Who", recased(one.canonical)
    tags = "".join(s.tags[k] for k in tokens)
    words = wording(story, i, tokens, naming.names)
    capital = words[:1].upper() + words[1:]
    if not is_plain(tags) or len(words.split()) > _LONGEST_ANSWER:
        return None
    if s.words[tokens[0]].lower() in _VAGUE:
        return None
    head = phrase.head if own and phrase is not None else tokens[-1]
    entry = look_up(s.words[head].lower())
    sort = entry.of_noun[:1]
    if len(people) > 1 and s.tags[head] == NAME:
        return "Who", capital
    if sort == "t" or (tags[0] == "q" and sort not in ("p", "g")):
        return None
    proper = [k for k in tokens if story.is_proper(i, k)]
    bare = len(proper) == 1 and is_word(s.words[proper[0]].lower()) and len(words.split()) < 3
    named_head = s.tags[head] == NAME
    if not proper or bare or (entry.plural and not named_head):
        return None  # "the Ship", "Northern leaders"
    if named_head and not sort:
        return ("Who", capital) if entry.plural or _is_people(s.words[head]) else None
    done_to = naming.clause.lemma == "be" or naming.clause.passive
    return ("Who" if sort == "p" or (sort == "g" and not done_to) else "What"), capital


def is_plain(tags: str) -> bool:
    """Whether tokens of some tags are one phrase, or two: "the Diet of Riga", "Holt and Price"."""
    return tags == "o" or _PLAIN.fullmatch(tags) is not None


def _is_people(name: str) -> bool:
    """Whether a name is of many: "the Bolsheviks", "the Swedes", "the French"."""
    return name.endswith(("s", "ese", "ish", "ch")) and not name.endswith("ss")
