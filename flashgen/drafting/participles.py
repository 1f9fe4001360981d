"""Questions of what a participle tells of something named: "Riga, founded by Hale in 1703,"."""

from __future__ import annotations

from collections.abc import Iterator

from flashgen.drafting.answering import somebody
from flashgen.drafting.clause import Parts
from flashgen.drafting.naming import Naming
from flashgen.drafting.question import QuestionDraft, question, said
from flashgen.drafting.story import Story
from flashgen.drafting.tails import trimmed
from flashgen.drafting.who import is_listed
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.mentions import FoundPerson


def by_participle(story: Story, i: int, clause: Clause) -> Iterator[QuestionDraft]:
    """By whom something was done, told behind the comma after its name."""
    s, phrase, agent = story.sentences[i], clause.subject, clause.agent
    if clause.finite or not clause.passive or phrase is None or agent is None or phrase.with_:
        return
    end = phrase.end
    named = story.is_proper(i, phrase.head) or story.is_proper(i, end - 1)
    if not named or s.tags[end : clause.start].rstrip("r") != "," or s.tags[clause.start] != "D":
        return
    begin = phrase.start
    if begin and s.tags[begin - 1] in "dpqJzfcNE":
        return  # the parser saw less than the phrase
    predicate = list(range(clause.start, _end(s.tags, clause.end)))
    parts = Parts(clause, tuple(range(begin, end)), tuple(trimmed(story, i, predicate)))
    naming = Naming(story, i, clause, (*parts.subject, *parts.predicate))
    naming.name_titles()
    stop = max(
        [agent.end, *(n.end for n in story.named_in(i) if agent.start <= n.start < agent.end)]
    )
    answer = somebody(naming, range(agent.start, stop))
    person = any(
        isinstance(n.what, FoundPerson) and n.start < stop and agent.start < n.end
        for n in story.named_in(i)
    )
    if answer is None or answer[0] != "Who" or not person or agent.start - 1 < clause.end:
        return
    if s.tags[stop : stop + 1] in tuple("fcVNEzwQ(") or is_listed(s.tags, stop):
        return
    rest = [k for k in parts.predicate if not agent.start - 1 <= k < stop]
    was = "were" if look_up(s.words[phrase.head].lower()).plural else "was"
    subject = said(naming, parts.subject)
    words = f"By whom {was} {subject} {said(naming, rest)}?"
    yield question(naming, words, answer[1], (*parts.subject, *rest))


def _end(tags: str, k: int) -> int:
    """The token before which what a participle tells ends; a year goes with its day."""
    while k < len(tags) and (tags[k] not in ",;:.-()swc" or tags[k - 1 : k + 2] == "q,q"):
        k += 1
    return k
