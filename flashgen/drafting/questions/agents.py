"""Questions for who did what a participle tells: "By whom was the fleet of Riga commanded?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.drafting.clauses.clause import taken_apart
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import content_words
from flashgen.drafting.questions.answering import is_plain, somebody
from flashgen.drafting.questions.became import NAME_PHRASE, ends
from flashgen.drafting.questions.question import QuestionDraft, loose, question, said
from flashgen.drafting.questions.who import is_listed
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.tables import words as words_of

_BARE = frozenset("a an one another some".split())


def agents(story: Story, i: int, clause: Clause) -> Iterator[QuestionDraft]:
    """Who did what a participle behind a noun tells."""
    s, phrase, agent = story.sentences[i], clause.subject, clause.agent
    if clause.finite or not clause.passive or phrase is None or agent is None:
        return
    if clause.lemma not in words_of("verbs", "made") or phrase.with_ or clause.negated:
        return
    between = s.tags[phrase.end : clause.start]
    behind = s.words[agent.start - 1].lower() == "by" and agent.start - 1 == clause.end
    if between not in ("", ",") or not behind or clause.end - clause.start > 2:
        return
    end = max(
        [agent.end, *(n.end for n in story.named_in(i) if agent.start <= n.start < agent.end)]
    )
    if s.tags[end : end + 1] in tuple("fczNEJDG") or is_listed(s.tags, end):
        return
    if phrase.start and s.tags[phrase.start - 1] in "dpJqzNE":
        return
    thing = tuple(range(phrase.start, phrase.end))
    verb = tuple(range(clause.start, clause.end))
    by = Naming(story, i, clause, (*thing, *verb, *range(agent.start, end)))
    answer = somebody(by, range(agent.start, end))
    if answer is None or answer[0] != "Who" or not is_plain("".join(s.tags[k] for k in thing)):
        return
    name = answer[1]
    were = (
        "were"
        if look_up(s.words[phrase.head].lower()).plural and s.tags[phrase.head] != "E"
        else "was"
    )
    first = s.words[phrase.start].lower()
    indefinite = first in _BARE or s.tags[phrase.start] not in "dEp"
    kept = thing[1:] if first in _BARE else thing
    naming = Naming(story, i, clause, (*kept, *verb))
    told = said(naming, kept)
    the = "the " if indefinite else ""
    if indefinite or not any(story.is_proper(i, k) for k in thing):
        for tail, tokens in _tails(story, i, phrase.start, (phrase.start, end)):
            words = f"By whom {were} {the}{told} {said(naming, verb)} that {tail}?"
            yield question(Naming(story, i, clause, tokens), words, name, (*kept, *verb, *tokens))
            return
        return
    yield question(naming, f"By whom {were} {told} {said(naming, verb)}?", name, (*kept, *verb))


def known_as(story: Story, i: int, clause: Clause) -> Iterator[QuestionDraft]:
    """The other name of something: "the first war, known as the War of the Captains,"."""
    s, phrase = story.sentences[i], clause.subject
    if clause.finite or not clause.passive or phrase is None or phrase.with_:
        return
    if clause.lemma not in ("know", "call") or s.tags[clause.end - 1] != "D" or clause.negated:
        return
    between = s.tags[phrase.end : clause.start].replace(")", "(")
    if re.sub(r"\([^(]*\(", "", between).rstrip("r") not in ("", ","):
        return
    begin = clause.end
    if clause.lemma == "know":
        # "known in Europe as"
        as_ = re.match("(?:id?[JE]*E)?i", s.tags[begin:])
        if as_ is None or s.words[begin + as_.end() - 1].lower() != "as":
            return
        begin += as_.end()
    found = NAME_PHRASE.match(s.tags, begin)
    if found is None or not any(story.is_proper(i, k) for k in range(begin, found.end())):
        return
    rest = range(found.end(), found.end())
    if not ends(s, rest, found.end() - 1) or (
        phrase.start and s.tags[phrase.start - 1] in "dpJqzNEf"
    ):
        return
    thing = tuple(range(phrase.start, phrase.end))
    link = tuple(range(clause.end, begin - 1)) if clause.lemma == "know" else ()
    naming = Naming(story, i, clause, (*thing, *range(clause.start, clause.end), *link))
    answer = story.cut(i, begin, found.end()).strip("“”\"‘’'")
    answer, told = answer[:1].upper() + answer[1:], said(naming, thing)
    unclear = naming.unclear or any(True for _ in loose(naming, thing))
    if unclear or story.person_at(i, phrase.head, phrase.head + 1):
        return
    if set(content_words(answer)) <= set(content_words(told)):
        return
    first = s.words[phrase.start].lower()
    if any(story.is_proper(i, k) for k in thing) and first not in _BARE:
        were = "are" if look_up(s.words[phrase.head].lower()).plural else "is"
        words = f"By what other name {were} {told} known {said(naming, link)}?".replace(" ?", "?")
        yield question(naming, words, answer, (*thing, *link))
        return
    if first not in _BARE:
        return
    for tail, tokens in _tails(story, i, phrase.start, (phrase.start, found.end())):
        # "What was the colony called that was founded in Livonia?"
        words = f"What was the {said(naming, thing[1:])} called that {tail}?"
        yield question(Naming(story, i, clause, tokens), words, answer, (*thing[1:], *tokens))
        return


def _tails(
    story: Story, i: int, start: int, aside: tuple[int, int]
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """What a sentence says of a thing that begins at a token, the fullest first."""
    for clause in story.clauses(i):
        if not clause.finite or clause.negated or clause.subject is None:
            continue
        if clause.subject.start == start:
            found = list(taken_apart(story, i, clause, frozenset()))
            for parts in reversed(found):
                tokens = tuple(k for k in parts.predicate if not aside[0] <= k < aside[1])
                naming = Naming(story, i, clause, tokens)
                if not naming.unclear and _is_sound(story, i, tokens):
                    yield said(naming, tokens), tokens


def _is_sound(story: Story, i: int, tokens: tuple[int, ...]) -> bool:
    s = story.sentences[i]
    tags = "".join(s.tags[k] for k in tokens)
    named = any(story.is_proper(i, k) for k in tokens)
    return named and not re.search("[,swQ]", tags) and len(tokens) > 2
