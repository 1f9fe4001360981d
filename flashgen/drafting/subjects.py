"""Who or what a clause tells of: where its words begin, and without what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Container

from flashgen.drafting.story import Story
from flashgen.english.clauses import Clause
from flashgen.english.phrases import Phrase
from flashgen.mentions import FoundPerson

# "Hale, Holt and Price"
_A_LIST = re.compile(r"(?:,[dpJE]*[NE]+)+,?c")


def begin_of(story: Story, i: int, clause: Clause, leave_out: Container[int]) -> int | None:
    """The token at which a clause's subject begins; None where that is not to be seen."""
    s, phrase = story.sentences[i], clause.subject
    assert phrase is not None  # noqa: S101
    begin = phrase.start
    if begin >= clause.start:
        return None
    if begin and begin - 1 in leave_out:
        return begin
    before = s.tags[begin - 1] if begin else "^"
    if clause.relative and before in "dpqJzitfEN":
        # "by Hale, who died": whom a name means, wherever it stands.
        who = "who" in [word.lower() for word in s.words[phrase.end : clause.start]]
        named = (n for n in story.named_in(i) if n.end == phrase.end and n.start >= begin)
        return next((n.start for n in named if isinstance(n.what, FoundPerson) and who), None)
    if before in "dpqJz" or (before in "EN" and s.tags[begin] in "EN"):
        return None  # the parser saw less than the phrase
    k = begin
    while k and s.tags[k - 1] == "r":
        k -= 1
    if k > 1 and s.tags[k - 1] == "c" and s.words[k - 1].lower() != "but":
        # "the fleet of Spain and the army were": the whole of it.
        k -= 1
        while k and s.tags[k - 1] not in ";:.-swVMbhuQ" and k - 1 not in leave_out:
            k -= 1
        k += s.tags[k] in ",r"
        first = next((j for j in range(k, begin) if s.tags[j] not in ",rc"), begin)
        if s.tags[first] in "itf" and s.tags[begin - 2 : begin - 1] != ",":
            return None  # "between Hale and Holt stood a wall"
        if s.tags[first] in "itfsw" or first == begin:
            return begin
        if k and s.tags[k - 1] in "VMbhu":
            return begin
        return first
    if before in "itf":
        return None
    return begin


def alone(tags: str, tokens: list[int], phrase: Phrase, begin: int) -> list[int]:
    """The subject without asides between commas: "Holt, the mayor, " is "Holt"."""
    end = phrase.with_[-1].end if phrase.with_ else phrase.end
    if begin < phrase.start:
        end = begin + 1
    commas = [n for n, k in enumerate(tokens) if tags[k] == "," and k >= end]
    if commas and not _A_LIST.match("".join(tags[k] for k in tokens[commas[0] :])):
        tokens = tokens[: commas[0]]
    # "Hale often", "Hale still": adverbs go with the verb.
    while tokens and tags[tokens[-1]] == "r":
        tokens = tokens[:-1]
    return tokens
