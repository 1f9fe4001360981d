"""Whether a clause is a whole that can be asked: no other clause in it, no list cut in two."""

from __future__ import annotations

import re
from dataclasses import replace

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.story import Story
from flashgen.english.clauses import Clause
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention

# "Hale, Holt and Price"
_LISTED = re.compile(r"[NE](?:,[dpJE]*[NE]+)+,?c[dpJE]*[NE]")


def without_apposition(s: Sentence, parts: Parts) -> Parts:
    """A clause up to what tells at its end of what it named: "founded the Academy, a school"."""
    for n, k in enumerate(parts.predicate[:-1]):
        told = s.tags[k] == "," and s.words[parts.predicate[n + 1]].lower() in ("a", "an")
        last = parts.predicate[-1] + 1
        ends = s.tags[last : last + 1] in (".", ";", "") and "," not in s.tags[k + 1 : last]
        if told and ends and k > parts.clause.end and s.tags[parts.predicate[n - 1]] in "NE":
            return replace(parts, predicate=parts.predicate[:n])
    return parts


def is_whole(s: Sentence, parts: Parts) -> bool:
    """Whether a clause holds no other one, and no aside: a comma may only list what is alike."""
    tokens = (*parts.subject, *parts.predicate)
    # "took two towns, including Riga"
    tokens = tuple(k for k in tokens if s.words[k + 1 : k + 2] != ("including",))
    said = "".join(s.tags[k] for k in tokens)
    opened = re.search(r"[sw][^Vbhu]*$", said)  # "when envoys of Riga"
    return "," not in _LISTED.sub("", said) and not opened


def cuts_date(story: Story, i: int, parts: Parts) -> bool:
    """Whether a clause ends within a date: "between 2" of "between 2–4 July 1779"."""
    return any(
        n.start in parts.predicate and n.end - 1 not in parts.predicate
        for n in story.named_in(i)
        if isinstance(n.what, DateMention)
    )


def may_be_anothers(story: Story, i: int, clause: Clause) -> bool:
    """Whether a verb behind "and" may be that of another subject than it was read with.

    "Hale said that the towns had raised, and paid, the troops"; "they taxed glass and tea, and
    founded a board".
    """
    s, subject = story.sentences[i], clause.subject
    if subject is None:
        return False
    between = s.tags[subject.end : clause.start]
    if between == ",c" and s.tags[max(0, subject.start - 1)] == "c":
        return True
    return s.tags[clause.start - 1] in ",c" and any(
        other.embedded
        and not other.relative
        and other.finite
        and other.subject is not None
        and other.subject.start >= subject.end
        and "that" in s.words[subject.end : other.subject.start]
        and other.end <= clause.start
        for other in story.clauses(i)
    )
