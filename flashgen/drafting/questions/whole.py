"""Whether a clause is a whole that can be asked: no other clause in it, no list cut in two."""

from __future__ import annotations

import re
from dataclasses import replace

from flashgen.drafting.clauses.clause import Parts
from flashgen.english.tokens import Sentence

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


def is_half_list(s: Sentence, parts: Parts) -> bool:
    """Whether more of those who act stand before a subject: "in 1703, Riga, Mitau and Reval"."""
    joined = "c" in {s.tags[k] for k in parts.subject}
    return joined and re.search(",[dJ]*E+,$", s.tags[: parts.subject[0]]) is not None


def is_whole(s: Sentence, parts: Parts) -> bool:
    """Whether a clause holds no other one, and no aside: a comma may only list what is alike."""
    tokens = (*parts.subject, *parts.predicate)
    # "took two towns, including Riga"
    tokens = tuple(k for k in tokens if s.words[k + 1 : k + 2] != ("including",))
    said = "".join(s.tags[k] for k in tokens)
    opened = re.search(r"[sw][^Vbhu]*$", said)  # "when envoys of Riga"
    return "," not in _LISTED.sub("", said) and not opened
