"""Where a clause may end: before its tails, and with nothing left hanging."""

from __future__ import annotations

import re
from collections.abc import Container

from flashgen.drafting.clauses.adjuncts import adjuncts
from flashgen.drafting.clauses.story import Story
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.tags import NAME
from flashgen.english.tokens import Sentence
from flashgen.mentions import LANDS
from flashgen.rules.names.gazetteer import look_up as known

# What opens a tail behind a comma: a participle, a clause, what "and" joins.
_TAILS = "GVDswcMbhu"
# "a treaty of friendship, commerce and navigation"
_LIST = re.compile(r",[dpJEN]*[NE]+(?:f[dJ]*[NE]+)?(?:,[dpJEN]*[NE]+)*,?c(?=[dpJEN]*[NE])")
_PLACING = frozenset("in on at off along near across through under".split())
_MOST = frozenset("most least first last only".split())
# What only joins a sentence to the one before, at its end.
_REMARKS = (("for", "example"), ("for", "instance"), ("of", "course"), ("in", "fact"))
_YEAR = 4  # figures
_LONG = 20  # tokens, of a clause without its subject
# A phrase and the auxiliary behind it.
_SUBJECT = re.compile("[dp]?[JDNEq]*[NE](?:f[dpJ]*[NE]+)*[rn]*[Mbhu]")


def ends(story: Story, i: int, clause: Clause, leave_out: Container[int]) -> list[int]:
    """The tokens before which a clause may end, the nearest first."""
    s = story.sentences[i]
    tags, ends = s.tags, []
    later = [c for c in story.clauses(i) if c.start >= clause.end]
    # Where a clause with a subject of its own begins.
    # But "at the corner of Hale and Holt streets and died" has one.
    own = (c for c in later if c.finite and s.tags[c.start - 1] != "c" and not _only_names(s, c))
    opened = {c.subject.start for c in own if c.subject is not None}
    last, depth, k = len(tags), 0, clause.end
    while k < len(tags):
        tag = tags[k]
        depth += tag == "("
        depth -= tag == ")"
        if depth > 0:
            k += 1
            continue
        if tag in ";:." or (k > clause.end and _is_end(s, clause, k)):
            last = k
            break
        further = (_further(s, k) or _state_end(s, k)) if k + 1 not in opened else 0
        if further:
            k = further
            continue
        if tag == ",":
            if k + 1 in opened or tags[k + 1 : k + 2] in tuple(_TAILS) or _is_absolute(s, k + 1):
                last = k
                break
            if k not in leave_out:
                ends.append(k)
            elif tags[k + 1 : k + 2] not in ("i", "t", "f"):
                last = k  # "he died at Riga on 3 May, a day that"
                break
        elif tag == "c":
            told_so_far = [j for j in range(clause.end, k) if j not in leave_out]
            other = k + 1 in opened or _is_of_another(s, clause, k)
            if other or _is_next_verb(s, k, later, told_so_far):
                last = k
                break
        elif tag in "sw" and k > clause.end and s.words[k].lower() != "that":
            end = k - (tags[k - 1] in "it")
            if tag == "s" or tags[end - 1] == ",":
                ends.append(end - (tags[end - 1] == ","))
        k += 1
    ends.append(last)
    ends += _shorter(s, clause, min(ends), leave_out)
    return sorted({end for end in ends if end > clause.end or end == last})


def _is_absolute(s: Sentence, k: int) -> bool:
    """Whether what another one did is told at a token: ", with the Danes, his allies, fleeing"."""
    absolute = re.compile("i[dpJNE]*[NE](?:,[dJNE]*[NE](?:f[JNE]+)?,?)?[GD]")
    return s.words[k : k + 1] == ("with",) and absolute.match(s.tags, k) is not None


def _is_of_another(s: Sentence, clause: Clause, k: int) -> bool:
    """Whether behind "and" at a token stands what is told of another one, or of another time."""
    # "was taken and the town", "wrote that it fell and that Hale"
    other = k == clause.end and s.tags[k + 1 : k + 2] in tuple("dpJNE")
    other |= s.words[k + 1 : k + 2] == ("that",)
    # "took Riga and his son, Hugh Ashcombe, fled"
    other |= re.compile("[dp]J*N,E+,?[rn]*[VMbhu]").match(s.tags, k + 1) is not None
    # "took Riga but the real prize was"
    other |= _SUBJECT.match(s.tags, k + 1) is not None
    return other or (clause.passive and _is_state(s, k + 1))


def _only_names(s: Sentence, clause: Clause) -> bool:
    """Whether a verb only names what stands before it: "a state called Livonia"."""
    subject = clause.subject
    one = subject is not None and s.words[subject.start].lower() in ("a", "an")
    return one and clause.lemma in ("call", "name", "dub") and clause.start == clause.verb


def _shorter(s: Sentence, clause: Clause, end: int, leave_out: Container[int]) -> list[int]:
    """Where a clause that is too long up to a token may end before it."""
    near = [k for k in adjuncts(s, clause, end, leave_out) if k < clause.start + _LONG]
    return near[-1:] if end - clause.start > _LONG else []


def cuts(story: Story, i: int, clause: Clause, leave_out: Container[int]) -> list[int]:
    """The tokens before which a clause may end that is no sentence up to where it does."""
    s, end = story.sentences[i], min(ends(story, i, clause, leave_out))
    found = {k for k in range(clause.end + 2, end) if _tells_more(s, k)}
    found.update(adjuncts(s, clause, end, leave_out))
    if end - clause.start > _LONG:
        found.update(k for k in range(clause.end + 2, end) if _is_place(s, clause, k))
    return [k for k in sorted(found, reverse=True) if k not in leave_out]


def _is_place(s: Sentence, clause: Clause, k: int) -> bool:
    """Whether a phrase begins without which a long clause is true as well: "on the river Dvina"."""
    said = range(clause.end, k)
    most = any(s.words[j].lower() in _MOST or s.words[j].endswith("est") for j in said)
    that = any(s.tags[j] == "s" for j in said)  # "showed that"
    return s.tags[k - 1] in "NE" and s.words[k].lower() in _PLACING and not (most or that)


def _tells_more(s: Sentence, k: int) -> bool:
    """Whether a relative clause tells more of many, or of a name: "laws under which"."""
    w = k + (s.tags[k] == "i")
    many = s.tags[k - 1] == "E" or look_up(s.words[k - 1].lower()).plural
    return s.tags[w : w + 1] == "w" and s.tags[k - 1] in "NE" and many


def _further(s: Sentence, k: int) -> int:
    """The token up to which a comma only goes on with what stands before it; 0 where it ends."""
    if s.tags[k] != ",":
        return 0
    if s.words[k + 1 : k + 2] == ("including",):
        return k + 2
    lists = _LIST.match(s.tags, k)
    return lists.end() if lists else 0


def _state_end(s: Sentence, k: int) -> int:
    """The token behind the land that tells where a town is, "Riga, Livonia"; 0 for no such comma.

    What is a land itself is one of a list: "Livonia, Estonia".
    """
    end = k + 1
    while s.tags[end : end + 1] == NAME:
        end += 1
    land = known(" ".join(s.words[k + 1 : end])) if s.tags[k - 1 : k + 2] == "E,E" else None
    before = known(s.words[k - 1])
    lies = bool(land) and land is not None and land.kind in LANDS and s.tags[end : end + 1] != "c"
    return end if lies and not (before and before.kind in LANDS) else 0


def _is_end(s: Sentence, clause: Clause, k: int) -> bool:
    """Whether a clause ends before a dash, or a verb: "the clerk who left Riga in 1890 fled"."""
    if s.tags[k] == "-":
        return not _is_hyphen(s, k)
    return clause.relative and s.tags[k] in "VMbhu" and s.tags[k - 1] in "NEq"


def _is_hyphen(s: Sentence, k: int) -> bool:
    """Whether a mark joins what stands beside it: "U-19", "the Riga – Reval Railway"."""
    names = s.tags[k - 2 : k + 2]
    short = len(s.words[k - 1]) < _YEAR and names[1:] == "q-q"  # "by 185–184"
    if re.fullmatch("dE-E", names) or short:
        return True
    return s.words[k] == "-" and not s.spaced(k) and not s.spaced(min(k + 1, len(s) - 1))


def _is_next_verb(s: Sentence, k: int, later: list[Clause], before: list[int]) -> bool:
    """Whether "and" goes on with a verb that tells something new: "left Riga and married".

    Not in "planned to besiege and take", nor where nothing was told before: "met and chose".
    """
    verb = k + 1
    while s.tags[verb : verb + 1] in ("r", "n"):
        verb += 1
    if s.tags[verb : verb + 1] not in ("V", "M", "b", "h", "u"):
        return False
    low = s.words[verb].lower()
    infinitive = any(not c.finite and c.start < k for c in later)
    return any(s.tags[j] in "NE" for j in before) and not (
        infinitive and look_up(low).verb in ("", low)
    )


def _is_state(s: Sentence, k: int) -> bool:
    """Whether a verb at a token tells how it was, or is: "was opened and was the first"."""
    while s.tags[k : k + 1] in ("r", "n"):
        k += 1
    is_ = s.tags[k : k + 1] in ("b", "h", "M", "u")
    now = s.tags[k : k + 1] == "V" and s.words[k].endswith("s") and not s.words[k].endswith("ss")
    return is_ or now


def trimmed(story: Story, i: int, tokens: list[int]) -> list[int]:
    """A predicate without what is left hanging at its end."""
    tags, words = story.sentences[i].tags, story.sentences[i].words
    if re.search("[^q]c[it]q$", "".join(tags[k] for k in tokens)):
        tokens = tokens[:-3]  # "took Riga and in 1703"
    while tokens:
        last = tokens[-1]
        if words[last - 1 : last + 1] in _REMARKS:
            tokens = [k for k in tokens if k < last - 1]
            continue
        hangs = tags[last] in "iftdcsw,-:;(?p" and not (
            tags[last] == "i" and look_up(words[last].lower()).tags != "i"
        )
        if not hangs and words[last].lower() not in ("that", "as", "than"):
            break
        tokens = tokens[:-1]
    return tokens
