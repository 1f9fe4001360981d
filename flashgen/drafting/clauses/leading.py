"""When and where, told in front of a clause: "In 1411, at the Battle of Mitau, Holt was taken"."""

from __future__ import annotations

import re

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import without_asides
from flashgen.english.lexicon import look_up
from flashgen.english.tags import ADVERB, COMMA
from flashgen.mentions import DateMention, FoundPerson

_LONGEST = 12  # tokens
# What opens such a phrase: not "with", "as", "for".
_OPENING = frozenset(
    "in on at near during before after around about by between outside under off "
    "following within until since throughout".split()
)
# What opens a clause that tells when: a date or a name in it tells an event apart.
_CLAUSES = frozenset("when after before as while since until".split())
# Phrases without a verb, a clause or a pronoun; "between 1411 and 1415" is one.
_PHRASES = re.compile(r"(?:[itf,JNEq]|d(?=[JNEqD])|[JD](?=[JNE])|(?<=q)c(?=q)|(?<=E)c(?=E)|z)+")


def leading(story: Story, i: int, parts: Parts) -> tuple[int, ...]:
    """The tokens in front of a clause's subject that tell when or where, by a date or a name."""
    s, end = story.sentences[i], parts.subject[0]
    begin = end
    while begin and s.tags[begin - 1] not in ";:.-swVMbhuQ" and end - begin <= _LONGEST + 2:
        begin -= 1
    opening = s.words[0].lower() in _CLAUSES and s.tags[:end].count(COMMA) == 1
    if opening and s.tags[end - 1] == COMMA:
        begin = 0  # "When Holt took Riga, Hale"
    elif begin and s.tags[begin - 1] not in ";:.":
        # Behind "and" alone: "he fled and, in May, he married".
        joined = [k for k in range(begin, end) if s.tags[k : k + 2] in ("c,", "ci")]
        if not joined:
            return ()
        begin = joined[-1] + 1
    while begin < end and s.tags[begin] in (ADVERB, COMMA, "c"):
        begin += 1
    tokens = without_asides(s.tags, range(begin, end))
    while tokens and s.tags[tokens[-1]] == COMMA:
        tokens.pop()
    if not tokens or len(tokens) > _LONGEST or s.words[begin].lower() not in _OPENING | _CLAUSES:
        return ()
    tags = "".join(s.tags[k] for k in tokens)
    if _is_clause(s.words[begin].lower(), s.tags[end - 1], tags):
        return tuple(tokens) if _tells(story, i, tokens) else ()
    if (
        s.words[begin].lower() not in _OPENING
        or not _PHRASES.fullmatch(tags)
        or not _tells(story, i, tokens)
    ):
        return ()
    if _goes_on(story, i, tokens) or re.search(",[^itEq]", tags):
        return ()
    return tuple(tokens)


def _is_clause(low: str, last: str, tags: str) -> bool:
    """Whether tokens are one whole clause in front of a comma: "when Holt took Riga"."""
    verbs = set(tags) & set("VbhuDG")
    return low in _CLAUSES and last == COMMA and bool(verbs) and not set(tags) & set("QMno;:(-,")


def _goes_on(story: Story, i: int, tokens: list[int]) -> bool:
    """Whether a phrase is followed by what is none of it: "in 1705 Hale's friend, a poet"."""
    s, last = story.sentences[i], tokens[-1]
    people = (n for n in story.named_in(i) if isinstance(n.what, FoundPerson))
    if any(n.start in tokens[1:] and s.tags[n.start - 1] in "NEq," for n in people):
        return True  # "in Livonia Hale, the mayor"
    ends = (n.end for n in story.named_in(i) if isinstance(n.what, DateMention))
    return any(end <= last and end - 1 in tokens and s.tags[end] not in ",itf" for end in ends)


def _tells(story: Story, i: int, tokens: list[int]) -> bool:
    """Whether some tokens hold a date with a day or a year, or a name."""
    s = story.sentences[i]
    for n in story.named_in(i):
        if isinstance(n.what, DateMention) and n.start in tokens:
            return any(s.words[k][:1].isdigit() for k in range(n.start, n.end))
    return any(story.is_proper(i, k) and not look_up(s.words[k].lower()).closed for k in tokens)
