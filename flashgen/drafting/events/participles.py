"""Events that a participle tells: "the Treaty of Edinburgh, signed by envoys on 6 July 1560"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flashgen.article import Span
from flashgen.drafting.clauses.story import Named, Story
from flashgen.drafting.clauses.timeless import is_bracketed, time_begin
from flashgen.drafting.clauses.verbs import NOT_DONE, is_participle
from flashgen.drafting.clauses.wording import POINTING, content_words, loose_noun, sentence, wording
from flashgen.drafting.events.event import EventDraft, unsure
from flashgen.drafting.events.names import is_cut
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.tags import ADVERB, CLOSE, NAME, NOUN
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention

_NO_EVENTS = NOT_DONE | {"bear"}  # a birth is told of the child
# What is done to things, where what could be a past stands behind a comma: "Bell, cast in 1620".
_DONE_TO = frozenset(
    "found establish create publish write compose paint build erect construct open sign launch "
    "invent release complete form design print introduce ratify pass issue fight hold convene "
    "enact devise adopt commission manufacture".split()
)
_PHRASE = re.compile(r"(?:[dp]?[JNEDq]*[NE](?:z[JN]*N)?[fi])*[d]?[JNEDq]*[NE]$")
_LONGEST = 22  # words
_LONGEST_PHRASE = 12  # tokens


def done(story: Story, i: int, n: Named) -> EventDraft | None:
    """What was done on a date, where a participle behind a noun says so; None where none does."""
    s, mention = story.sentences[i], n.what
    if (
        not isinstance(mention, DateMention)
        or mention.date is None
        or is_bracketed(s.tags, n.start)
    ):
        return None
    begin = time_begin(s, n.start, n.end)
    clause = _participle(story, i, begin) if begin is not None else None
    if clause is None or begin is None:
        return None
    end = clause.start - (s.tags[clause.start - 1] == ",")
    if s.tags[end - 1] == ")":
        end = s.tags.rfind("(", 0, end)  # "the Reval Mining Company (RMC), formed"
    phrase = _phrase(s, end)
    phrase = _is_what(story, i, phrase) or _apposed(s, phrase)
    if named_before := re.search("dE+[it]$", s.tags[: phrase[0]]):
        phrase = [*range(named_before.start(), phrase[0]), *phrase]  # "the March on Riga, held"
    elif re.search("[NE][it]$", s.tags[: phrase[0]]):
        return None  # "the amendment to the charter, ratified in 1919": which of them?
    agents = (c.agent for c in story.clauses(i) if c.agent is not None and not c.finite)
    if any(agent.start <= phrase[0] < agent.end for agent in agents):
        return None  # "a ship built by Hale, launched in May"
    if s.tags[max(0, phrase[0] - 1)] in "pz" or (
        s.tags[phrase[0]] == NAME and is_cut(s, phrase[0])
    ):
        return None  # "their meeting, held in May", "the Salt and Harbour Act, passed"
    tokens = [*phrase, *range(clause.start, begin)]
    unclear = any(s.words[k].lower() in POINTING and s.tags[k] not in "EniQ" for k in tokens)
    named = any(story.is_proper(i, k) for k in phrase)
    # "the steam engine, invented by Hale"
    agent = clause.agent if clause.agent is not None and clause.agent.end <= begin else None
    if agent is None and s.words[phrase[0]].lower() in ("a", "an"):
        return None  # "an English law passed in 1664", one of many
    named |= agent is not None and len(phrase) > 2 and story.is_proper(i, agent.head)
    if not named or unclear or any(True for _ in loose_noun(s.words, s.tags, phrase)):
        return None
    head = next((k for k in phrase if s.tags[k + 1 : k + 2] in ("f", "i", ",", "D")), phrase[-1])
    was = "were" if look_up(s.words[head].lower()).plural else "was"
    told = wording(story, i, tokens, {clause.start: f"{was} {s.words[clause.start]}"})
    words = sentence(told)
    if len(words.split()) > _LONGEST or len(content_words(words)) < 3:
        return None
    people = dict.fromkeys(
        one.canonical for each, one in story.people_in(i) if each.start in tokens
    )
    return EventDraft(
        what=words, title=words.rstrip("."), date=mention.date, time=mention.time or "",
        unsure=unsure(mention), place="", people=tuple(people),
        at=Span(s.starts[n.start], s.end(n.end - 1)), lacks=(), verb=clause.lemma,
        actor=wording(story, i, phrase), transitive=True,
    )  # fmt: skip


def _participle(story: Story, i: int, begin: int) -> Clause | None:
    """The participle that a phrase of time belongs to: the last verb before it, beside a noun."""
    s, clauses = story.sentences[i], story.clauses(i)
    before = [clause for clause in clauses if clause.start < begin]
    last = before[-1] if before else None
    if last is None or not _is_passive(s, last, clauses):
        return None
    if not set(s.tags[last.start : last.verb]) <= {ADVERB}:
        return None
    if s.tags[last.end : last.end + 1] in tuple("dpqNE"):
        return None  # "given the actions of Hale"
    if last.lemma in _NO_EVENTS or set(",;:swcQ(") & set(s.tags[last.end : begin]):
        return None
    beside = s.tags[max(0, last.start - 2) : last.start].replace(CLOSE, NAME)
    adjacent = beside.endswith((NOUN, NAME)) or re.search("[NE],$", beside) is not None
    whole = last.finite or any(clause.finite for clause in clauses if clause is not last)
    return last if adjacent and whole and not last.negated else None


def _is_passive(s: Sentence, last: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a verb is a passive participle: one behind a comma may look like a past."""
    if not last.finite:
        return last.passive
    behind = s.tags[last.start - 1] in ",NE" and last.object is None and last.subject is not None
    return behind and last.lemma in _DONE_TO and is_participle(s, last, clauses, ())


def _phrase(s: Sentence, end: int) -> list[int]:
    """The tokens of the noun phrase that ends before a token, with what "of" joins to it.

    Of "the terms of the treaty of Riga, signed" it is the treaty.
    """
    found = _PHRASE.search(s.tags, max(0, end - _LONGEST_PHRASE), end)
    begin = found.start() if found else end - 1
    return list(range(max(begin, s.tags.rfind("d", begin, end)), end))


def _is_what(story: Story, i: int, phrase: list[int]) -> list[int]:
    """The name that "is" tells a phrase of: "Riga is a town founded in 1201"; else none."""
    s = story.sentences[i]
    of_several = look_up(s.words[phrase[-1]].lower()).plural  # "is a group of towns founded"
    if s.words[phrase[0]].lower() not in ("a", "an") or of_several:
        return []
    for c in story.clauses(i):
        subject = c.subject
        if c.lemma == "be" and c.end == phrase[0] and not c.embedded and subject is not None:
            named = all(story.is_proper(i, k) or s.tags[k] in "df" for k in range(*subject[:2]))
            return list(range(*subject[:2])) if named and not subject.with_ else []
    return []


def _apposed(s: Sentence, phrase: list[int]) -> list[int]:
    """The name that a phrase tells of behind a comma: "Riga, a town founded"; else the phrase."""
    first = phrase[0]
    if first < 2 or s.tags[first - 1] != "," or s.words[first].lower() not in ("a", "an"):
        return phrase
    name = re.search("(?:^|(?<=[^JNEzp]))d?E+(?:fd?E+)?$", s.tags[: first - 1])
    return list(range(name.start(), first - 1)) if name else phrase
