"""What of a clause is only half of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flashgen.drafting.clauses.wording import is_saying
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.tags import SUBORDINATOR
from flashgen.english.tokens import Sentence

# What ends within a phrase: "a more serious", "voted 82", "according to which Hale", "was
# renewed and under its terms", "with the lands he", "by writing and teaching".
CUT_OFF = (
    r"s[^VMbhuDGB]*$|[tif]w[^VMbhuDGB]*$|c,[^Vbhu]*$|c[dJ]*J$|d[rqJ]*[Jr]$|dq$|"
    r"^[rn]*[VMbhu]+,?q(?:tq)?$|pE$|[NE]o$|cG$|[VD]ci[^VMbhuDGBc]*$"
)


def is_half(s: Sentence, clause: Clause, begin: int, end: int, predicate: Sequence[int]) -> bool:
    """Whether a clause that is cut at a token has its object, or what it was done for, elsewhere.

    "raised Hale, then a boy, to power", "asked Hale to: “…", "the Academy that he founded"
    """
    aside = any(s.tags[k] == "," for k in predicate) and s.tags[end : end + 3] == ",ip"
    behind = re.match(r",[^,VMbhuDGw]{1,8},(?:t|ip)", s.tags[end:])
    # "robbed Hale, whom few knew, of"
    behind = behind or re.match(",w[^;.]*?,[ft]", s.tags[end:])
    behind = behind or re.match("[ti][:Q-]", s.tags[predicate[-1] + 1 :])
    behind = behind or re.match("-[^-]*-t", s.tags[end:])  # "urged Hale—then mayor—to leave"
    # "coined the famous words: “…”"
    behind = behind or re.match(":Q", s.tags[predicate[-1] + 1 :])
    gap = predicate[-1] < clause.end and s.words[begin - 1].lower() in ("that", "which", "whom")
    return aside or behind is not None or gap


def holds_another(s: Sentence, clause: Clause, predicate: Sequence[int]) -> bool:
    """Whether what is said of a subject goes on with another verb: "made had to be left"."""
    said = ""
    for k in predicate:
        opens = SUBORDINATOR in look_up(s.words[k].lower()).tags  # "after their wages were"
        said += ("s" if opens else s.tags[k]) * (k >= clause.end)
    return re.match("[^swcVMbhu,;Q]*[NEq]r*(?:[bhM]|Vt[bh])", said) is not None and not (
        is_saying(clause.lemma)
    )


def is_one(s: Sentence, predicate: Sequence[int]) -> bool:
    """Whether of two only one is told: "signed between Hale"."""
    between = [k for k in predicate if s.words[k].lower() == "between"]
    if not between:
        return False
    rest = [k for k in predicate if k > between[-1]]
    many = any(look_up(s.words[k].lower()).plural or s.tags[k] in "qm" for k in rest)
    return not many and not any(s.words[k].lower() == "and" for k in rest)
