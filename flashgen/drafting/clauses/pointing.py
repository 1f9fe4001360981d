"""Which words of a clause point to what is named elsewhere."""

from __future__ import annotations

import re

from flashgen.drafting.clauses.wording import POINTING
from flashgen.english.clauses import Clause
from flashgen.english.peoples import may_be_of_people
from flashgen.english.tags import NAME
from flashgen.english.tokens import Sentence

_EACH_OTHER = frozenset("one another each other".split())


def points(s: Sentence, clause: Clause, k: int) -> bool:
    """Whether a word points to something: not "that" before a clause, nor "Said Pasha"."""
    low, tag = s.words[k].lower(), s.tags[k]
    if low == "similar":  # "a similar revolt", but "a revolt similar to"
        return s.words[k - 1].lower() in ("a", "an") and s.tags[k + 1 : k + 2] in tuple("NJE")
    if low not in POINTING or tag in "QnEi" or low.endswith(("self", "selves")):
        return False
    before, behind = s.words[k - 1].lower() if k else "", s.tags[k + 1 : k + 2]
    if _is_of_clause(s, clause, k):
        return False
    if (low == "us" and s.words[k].isupper()) or (low == "such" and s.words[k + 1] == "as"):
        return False
    if low == "former" and behind in ("N", "J", "E"):
        # "former slaves", "the former Duchy of Mitau"; but "the former Swedish province"
        phrase = re.compile("[JEN]*(?P<of>f?)").match(s.tags, k + 1)
        words = s.words[k + 1 : phrase.end() if phrase else k + 1]
        tags = s.tags[k + 1 : k + 1 + len(words)]
        named = any(
            tag == NAME and not may_be_of_people(word)
            for tag, word in zip(tags, words, strict=True)
        )
        owned = s.tags[k - 1 : k] == "p"  # "his former friend"
        return (before == "the" or owned) and not named and not (phrase and phrase["of"])
    if low == "other":  # "joined other speakers", "Riga and other towns"
        within = k > clause.end or before in ("and", "or")
        return not within or before in ("the", "each") or behind not in ("N", "J", "E")
    if low in ("another", "both", "each") and k >= clause.end and behind in tuple("JNEDq"):
        return False
    if low == "both":  # "both Riga and Reval"
        return re.match("[dJNEf]*[NE]c", s.tags[k + 1 :]) is None
    return not (low in ("that", "one", "so") and tag in "sJqcw")


def _is_of_clause(s: Sentence, clause: Clause, k: int) -> bool:
    """Whether a word points to who acts, or to what the clause goes on with.

    "Fought one another", "divided Riga between them", "found it necessary to".
    """
    low = s.words[k].lower()
    beside = " ".join(s.words[max(0, k - 1) : k + 2]).lower()
    each_other = low in _EACH_OTHER and re.search(r"\b(?:one an|each )other\b", beside) is not None
    if each_other or k < clause.start:
        return k > clause.start
    if low == "it":
        return re.match("[rJ]*J(?:iE|i[dpJNE]*N)?t[rn]*B", s.tags[k + 1 :]) is not None
    between = low == "them" and s.words[k - 1].lower() in ("between", "among", "amongst")
    return between and clause.subject is not None and bool(clause.subject.with_)
