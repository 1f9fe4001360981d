"""Questions for what underwent something: "What was abolished in 1703?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import content_words, wording
from flashgen.drafting.questions.answering import is_clear
from flashgen.drafting.questions.question import QuestionDraft, question, said, undated
from flashgen.drafting.questions.what import (
    LONGEST,
    MADE,
    PLAIN,
    is_implied,
    is_somebody,
    is_telling,
    is_told_apart,
)
from flashgen.english.lexicon import look_up
from flashgen.english.tags import PARTICIPLE
from flashgen.tables import words as words_of

_FEWEST = 4  # words of a purpose that say something


def what_was(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """What something was done to, told in the passive: "What was abolished in 1703?"."""
    story, i, clause = naming.story, naming.i, parts.clause
    s, agent, tokens = story.sentences[i], parts.clause.agent, parts.subject
    if not clause.passive or clause.object or clause.lemma not in words_of("verbs", "done"):
        return
    if s.tags[clause.end : clause.end + 2] == "tB" or s.words[clause.end] in ("on", "upon"):
        return  # "were granted to govern", "were called upon"
    if not is_clear(naming, tokens):
        return
    if not PLAIN.fullmatch("".join(s.tags[k] for k in tokens)):
        return
    # "More men", "six camps", "small mills": others were, too, or it is asked how many.
    if re.match("q|d?[JD]*N$", "".join(s.tags[k] for k in tokens)) and (
        look_up(s.words[tokens[-1]].lower()).plural
    ):
        return
    if s.words[tokens[0]].lower() in ("more", "most", "many"):
        return
    rest = [k for k in parts.predicate if k >= clause.end]
    dated = len(undated(naming, (*rest, *naming.setting))) < len(rest) + len(naming.setting)
    named = agent is not None and any(
        story.is_proper(i, k) for k in range(agent.start, agent.end) if k in parts.predicate
    )
    apart = is_told_apart(naming, parts, rest)
    thing = look_up(s.words[tokens[-1]].lower()).of_noun[:1] not in ("p", "g", "t", "q")
    if not apart or not (is_telling(naming, tokens, apart=True) or (dated and named and thing)):
        return
    answer = wording(story, i, tokens, naming.names)
    told = said(naming, parts.predicate)
    if len(answer.split()) > LONGEST or is_implied(told, answer):
        return
    if is_somebody(naming, tokens):
        return
    yield question(naming, f"What {told}?", answer[:1].upper() + answer[1:], parts.predicate)


def what_came(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """What was founded or made, whoever did it: "What was founded in 1703 to drain the land?"."""
    story, i, clause = naming.story, naming.i, parts.clause
    s, done_to = story.sentences[i], clause.object
    if done_to is None or clause.passive or clause.lemma not in MADE:
        return
    if done_to.start != clause.end or PARTICIPLE not in look_up(s.words[clause.verb].lower()).tags:
        return
    if any(story.is_proper(i, k) for k in parts.subject):
        return  # "the Swedes founded"
    behind = [k for k in parts.predicate if k >= done_to.start]
    found = re.match("d?E+", "".join(s.tags[k] for k in behind))
    if found is None or found.end() == len(behind) or s.words[behind[found.end()] + 1].istitle():
        return  # "the Act Against Fraud"
    if s.tags[behind[found.end()]] in tuple("cf,z"):
        return
    rest = behind[found.end() :]
    meant = s.tags[rest[0]] == "t" and len(content_words(said(naming, rest))) >= _FEWEST
    if not (meant or is_told_apart(naming, parts, rest)):
        return
    answer = wording(story, i, behind[: found.end()], naming.names)
    words = f"What was {s.words[clause.verb].lower()} {said(naming, rest)}?"
    yield question(naming, words, answer[:1].upper() + answer[1:], (clause.verb, *rest))
