"""Verbs that share a subject, and forms that are finite or none: "left and married", "held"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import is_saying
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up, past_of
from flashgen.english.tags import NAME, VERB
from flashgen.english.tokens import Sentence

# What is done to somebody, or to something, where no object stands behind it.
DONE_TO = frozenset(
    "execute imprison exile deport banish expel arrest release sentence convict hang behead burn "
    "kill wound capture crown bury baptize baptise promote appoint elect replace restore rebuild "
    "demolish destroy abolish annex ratify sign publish admit transfer knight ordain consecrate "
    "excommunicate repeal assassinate murder torture constitute charter incorporate rename "
    "dissolve convert approve enact establish create".split()
)
# What stands before a name by which something is called: "a mill named Hope".
NAMING = frozenset("called named termed dubbed titled entitled christened nicknamed".split())
# Participles of what is done to nobody, and those that only tell what a thing is.
NOT_DONE = frozenset(
    "come become go arrive fall rise grow die depart escape retire return vanish call name know "
    "base locate situate entitle title say date see describe regard consider age".split()
)


def shares(other: Clause, clause: Clause) -> bool:
    """Whether another verb stands before this one, behind the same subject: "left and married"."""
    subject = clause.subject
    return (
        other.finite
        and (other.relative, other.embedded) == (clause.relative, clause.embedded)
        and other.subject == subject
        and subject is not None
        and (subject.end <= other.start < clause.start)
    )


def is_joined(s: Sentence, clause: Clause, leave_out: Container[int]) -> bool:
    """Whether "and" or "but" stands before a verb: not in "debates held in May"."""
    k = clause.start - 1
    while k > 0 and (k in leave_out or s.tags[k] in "r,"):
        k -= 1
    return s.tags[k] == "c"


def is_participle(
    s: Sentence, clause: Clause, clauses: Sequence[Clause], leave_out: Container[int]
) -> bool:
    """Whether a verb is no finite one: "Holt, appointed governor, left", "the ships he had"."""
    assert clause.subject is not None  # noqa: S101
    end, begin = clause.subject.end, clause.subject.start
    between = s.tags[end : clause.start]
    bare = set(s.tags[clause.start : clause.verb]) <= {"r"} and clause.end == clause.verb + 1
    either = bare and "D" in look_up(s.words[clause.verb].lower()).tags
    behind = between.endswith(",") and either
    single = behind and (between == "," or (between.count(",") % 2 == 1 and not clause.object))
    # "Cluny, in his book, printed in London, says", "Holt, a clerk reduced to poverty, left"
    beside = either and not clause.relative and (behind or between.count(",") % 2 == 1)
    beside = beside and any(
        c.finite and c.subject == clause.subject and c.start > clause.end and tags == ","
        for c in clauses
        for tags in [s.tags[c.start - 1]]
    )
    there = s.tags[begin - 1 : begin] == "b" and s.words[begin - 2].lower() == "there"
    behind_noun = begin > 0 and s.tags[begin - 1] in "NE" and begin - 1 not in leave_out
    # "the ships he sank"; not "to protect the region he built a fort", nor "after the war he fled"
    owned = s.tags[begin] == "o" and behind_noun and clause.object is None
    owned = owned and any(
        c.finite and not (c.relative or c.embedded) and c.subject != clause.subject
        and not s.tags[:c.subject.start if c.subject else c.start].endswith(("c", ";"))
        for c in clauses
    )  # fmt: skip
    # "an officer who had been wounded and twice commended for"
    earlier = [c for c in clauses if c.finite and c.end <= clause.start]
    group = s.tags[: clause.start].rstrip("r")
    passive = bool(earlier) and earlier[-1].passive and earlier[-1].subject != clause.subject
    too = either and passive and clause.object is None and group.endswith("c")
    # "became the first Dane elected to the Diet"
    as_ = begin > 0 and look_up(s.words[begin - 1].lower()).verb in ("become", "be", "remain")
    as_ = as_ and either and not clause.relative
    # "Riga, a town founded in 1201 by"
    apposed = begin > 1 and s.tags[begin - 2 : begin] in ("E,", "N,") and clause.object is None
    apposed = apposed and begin - 2 not in leave_out
    apposed = apposed and either and s.words[begin].lower() in ("a", "an")
    # "bought a mill built in 1703", "told those interested"; not "wrote that Riga fell"
    done_to = clause.embedded and not clause.relative and either
    done_to = done_to and any(
        c.finite and c.end == begin and not is_saying(c.lemma) for c in clauses
    )
    return single or beside or owned or there or too or as_ or apposed or done_to


def had_been(s: Sentence, clause: Clause) -> bool:
    """Whether a verb tells that something was done before: "had been taken", which is "was"."""
    group = tuple(word.lower() for word in s.words[clause.start : clause.start + 2])
    return clause.passive and group == ("had", "been")


def had_done(s: Sentence, clause: Clause) -> bool:
    """Whether a verb tells that somebody had done something: "had led", which is "led"."""
    beside = set(s.tags[clause.start + 1 : clause.verb]) <= {"r"}  # "had also led"
    before = s.words[clause.start].lower() == "had" and clause.verb > clause.start and beside
    return before and not clause.passive


def _passive_before(s: Sentence, clause: Clause, clauses: Sequence[Clause]) -> Clause | None:
    """The passive that a bare verb of the same subject goes on with: "was seized and hanged"."""
    shared = [c for c in clauses if c.start < clause.start and shares(c, clause)]
    bare = set(s.tags[clause.start : clause.verb]) <= {"r"} and clause.object is None
    return shared[-1] if shared and shared[-1].passive and bare else None


def may_be_passive(story: Story, i: int, clause: Clause) -> bool:
    """Whether a verb may tell what was done to somebody, or what he did: "was sent and served"."""
    s = story.sentences[i]
    passive = _passive_before(s, clause, story.clauses(i)) is not None
    tags = look_up(s.words[clause.verb].lower()).tags
    return passive and ("D" in tags or not tags) and not unsaid(story, i, clause)


def unsaid(story: Story, i: int, clause: Clause) -> dict[int, str]:
    """The verb with the "was" that stands before another: "was seized and, in 1610, executed".

    And in the past, where it had been before: "had begun" is "began".
    """
    s = story.sentences[i]
    low = s.words[clause.verb].lower()
    if had_done(s, clause) and VERB not in look_up(low).tags:
        return {clause.verb: past_of(low, clause.lemma)}
    if had_been(s, clause):
        assert clause.subject is not None  # noqa: S101
        subject, head = clause.subject, clause.subject.head
        # "the United Nations", but "the Swedes"
        one = s.tags[head] == NAME and s.tags[head - 1] == NAME and head > subject.start
        many = subject.with_ or (look_up(s.words[head].lower()).plural and not one)
        return {clause.start: "were" if many else "was"}
    first = _passive_before(s, clause, story.clauses(i))
    if first is None:
        return {}
    was = s.words[first.start].lower()
    done_to = clause.agent is not None or clause.lemma in DONE_TO
    if was not in ("was", "were") or not done_to or s.tags[clause.end : clause.end + 1] == "t":
        return {}
    return {clause.verb: f"{was} {low}"}
