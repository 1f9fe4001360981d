"""Questions for what an infinitive tells: "What was Hale sent to do?", "Why did he leave?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.tails import LEADING
from flashgen.drafting.clauses.timeless import time_begin
from flashgen.drafting.clauses.wording import content_words, is_moving, wording
from flashgen.drafting.questions.answering import is_clear
from flashgen.drafting.questions.question import QuestionDraft, inverted, loose, question, said
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Phrase
from flashgen.mentions import DateMention
from flashgen.tables import words as table

_LONGEST = 14  # words of an answer
_NO_DEEDS = frozenset(
    "be become have seem appear take need help give approve grant allow permit concern".split()
)
# What somebody did not set out for: "he returned to find".
_RESULTS = frozenset("find discover become be learn realize realise die".split())
# Classes of nouns that an infinitive tells more of: "an attempt to", "the power to".
_ACTS = ("e", "k", "f", "m", "t", "q", "r")


def to_do(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """What somebody was told or sent to do, or what for something was done."""
    story, i, clause = naming.story, naming.i, parts.clause
    s = story.sentences[i]
    begin = _infinitive(naming, parts)
    if begin is None or not is_clear(naming, parts.subject):
        return
    told = [k for k in parts.predicate if k >= begin]
    rest = [k for k in parts.predicate if k < begin]
    after = told[-1] + 1
    if told != list(range(begin, after)) or s.tags[after : after + 1] not in tuple(".;,:"):
        return
    when = _date_at_end(naming, told)
    told = [k for k in told if k not in when]
    if any(k in naming.unclear for k in told) or any(True for _ in loose(naming, told)):
        return
    answer = wording(story, i, told, naming.names)
    by = parts.clause.passive and "by" in [s.words[k].lower() for k in told]
    if by or not any(s.tags[k] in "NE" for k in told):
        return  # "were forced to leave Riga by the famine": it forced them
    if len(answer.split()) > _LONGEST or len(content_words(answer)) < 2:
        return
    answer = answer[:1].upper() + answer[1:]
    asked, at = inverted(naming, parts, rest), said(naming, when)
    tokens = (*parts.subject, *rest, *when)
    if not asked:
        return
    if clause.lemma in table("verbs", "told"):
        willed = clause.lemma in table("verbs", "willed")
        heard = clause.object
        done_to = clause.passive or (heard is not None and hears(naming, heard))
        if begin == clause.end if willed else done_to:
            yield question(naming, f"What {asked} to do {at}".strip() + "?", answer, tokens)
    elif _is_done_for(naming, parts, rest):
        yield question(naming, f"Why {asked} {at}".strip() + "?", answer, tokens)


def hears(naming: Naming, phrase: Phrase) -> bool:
    """Whether a phrase is of whom one can tell to do something: not "the passage of a law"."""
    s, head = naming.story.sentences[naming.i], phrase.head
    return s.tags[head] in "mE" or look_up(s.words[head].lower()).of_noun[:1] in ("p", "g", "l")


def _infinitive(naming: Naming, parts: Parts) -> int | None:
    """The token at which an infinitive of a clause begins, if no other verb stands before it."""
    s, clause = naming.story.sentences[naming.i], parts.clause
    for k in parts.predicate:
        if k >= clause.end and s.tags[k] == "t" and re.match("tr?[Bb]", s.tags[k:]):
            return None if re.search("[swVGMbhuQ,;]", s.tags[clause.end : k]) else k
    return None


def _date_at_end(naming: Naming, tokens: Sequence[int]) -> list[int]:
    """Those among some tokens that are of a date with which they end."""
    s = naming.story.sentences[naming.i]
    for n in naming.story.named_in(naming.i):
        if isinstance(n.what, DateMention) and n.start in tokens and n.end == tokens[-1] + 1:
            begin = time_begin(s, n.start, n.end)
            return [k for k in tokens if begin is not None and k >= begin]
    return []


def _is_done_for(naming: Naming, parts: Parts, rest: Sequence[int]) -> bool:
    """Whether an infinitive tells what for something was done: not "an attempt to"."""
    s, clause = naming.story.sentences[naming.i], parts.clause
    behind = [k for k in rest if k >= clause.end]
    if not behind or clause.lemma in _NO_DEEDS:
        return False
    nouns = [k for k in behind if s.tags[k] in "NE"]
    acts = any(s.tags[k] == "N" and look_up(s.words[k].lower()).of_noun[:1] in _ACTS for k in nouns)
    leads = any(s.words[k].lower().removesuffix("s") in LEADING for k in behind)
    found = any(s.words[k].lower() in _RESULTS for k in parts.predicate if s.tags[k] in "Bb")
    inner = look_up(clause.lemma).of_verb[:1] in ("k", "s", "e")
    if (
        not nouns
        or acts
        or leads
        or inner
        or found
        or (clause.passive and clause.agent is not None)
    ):
        return False
    return clause.object is not None or clause.passive or is_moving(clause.lemma)
