"""A question made of a clause: its words, and whether they say by themselves what is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flashgen.article import Span
from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.doubts import doubts, is_moved
from flashgen.drafting.clauses.faults import left_open
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import (
    content_words,
    is_moving,
    is_one_of_many,
    is_person_noun,
    loose_noun,
    wording,
)
from flashgen.drafting.questions.apart import (
    FEWEST_ANCHORS,
    is_dated_thing,
    is_given_alone,
    is_thin,
    is_told_by_number,
    is_told_by_words,
    runs,
    tells_apart,
)
from flashgen.drafting.questions.words import worded_wrongly
from flashgen.english.lexicon import look_up
from flashgen.english.numbers import WEEKDAYS
from flashgen.english.tags import ADVERB, NAME, NEGATION, QUANTITY, VERB
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention
from flashgen.tables import words as table

_LEAST_WORTH = 5  # two that tell it apart and a word more, or one of them and three words
_DEICTIC = frozenset(
    "today to-day yesterday tomorrow to-morrow tonight to-night now ago next last follows".split()
) | frozenset(map(str.lower, WEEKDAYS))
# Verbs that tell little by themselves.
_LIGHT = frozenset("meet see make give get have come go".split())
_OF_A_LAND = frozenset("government parliament country constitution monarchy economy".split())
# What happens to somebody, or to something, once.
ONCE = frozenset(
    "bear die bury educate crown found establish dissolve abolish assassinate murder behead "
    "discover invent succeed marry translate baptize baptise ordain".split()
)


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """A question and its answer; ``lacks`` is what is doubtful, ``worth`` how much it tells.

    ``verb`` is the offset of the verb of the clause that it was made from, ``setting`` the words
    in front of the question that tell when and where. ``by_sort``: the sort of the thing that it
    asks for by that, "act", so that it tells of that thing.
    """

    question: str
    answer: str
    worth: int
    verb: int
    at: Span
    lacks: tuple[str, ...] = ()
    setting: str = ""
    by_sort: str = ""


def question(naming: Naming, words: str, answer: str, asked: Sequence[int]) -> QuestionDraft:
    """A question of some tokens, and whether they say by themselves what is asked for."""
    story, i = naming.story, naming.i
    s = story.sentences[i]
    asked = (*asked, *naming.setting)
    words = " ".join(_placed(naming, words).split()).replace(" ,", ",")
    words = re.sub(r"(?<![. ][A-Z])\.([”\"]?)\?$", r"\1?", words)  # but "in 193 B.C.?"
    told = [k for k in undated(naming, asked) if not _is_verb(naming, k)]
    named = [k for k in told if story.is_proper(i, k) or k in naming.names]
    names = {w.strip("’'s") for w in answer.split() if w[:1].isupper()}
    own = [k for k in named if s.words[k] not in names and tells_apart(naming, words, k)]
    own += [k for k in _of_day(naming, asked) if s.tags[k] == QUANTITY]
    anchors = runs(naming, own) + (len(undated(naming, asked)) < len(asked))
    lacks = list(left_open(naming))
    by_then = bool(naming.setting) and s.words[naming.setting[0]].lower() == "by"
    if by_then and naming.clause.lemma != "be":
        lacks.append("whether it happened then")  # "By 1703 he had taken Riga"
    alone = is_told_by_words(naming, words, asked)
    told_so = alone or is_told_by_number(words) or is_dated_thing(naming, words, asked)
    if not own and not told_so:
        lacks.append("a name that tells it apart")
    elif own and not (alone or _is_done_once(naming, asked)) and is_thin(words, anchors):
        lacks.append("more that tells it apart")
    lacks += [f"whom or what “{s.words[k]}” means" for k in naming.unclear if k in asked]
    lacks += [f"when “{s.words[k]}” was" for k in asked if _is_of_today(s, k)]
    if is_given_alone(naming, asked):
        lacks.append("the name in full")
    unsure = list(loose(naming, asked))
    if unsure and (anchors < FEWEST_ANCHORS or unsure[0] < naming.clause.start):
        lacks.append(f"which {s.words[unsure[0]]} is meant")
    lacks += [f"which {s.words[k]} is meant" for k in unsure if is_one_of_many(s.words[k])]
    lacks += worded_wrongly(naming, words, answer, asked)
    lacks += doubts(naming, words, answer, on_day=bool(_of_day(naming, asked)))
    worth = _worth(naming, words, anchors)
    if worth < _LEAST_WORTH:
        lacks.append("more of what is worth knowing")
    at = Span(s.starts[min(naming.tokens)], story.end(i, max(naming.tokens)))
    verb = s.starts[naming.clause.verb]
    setting = words[: len(said(naming, naming.setting))]
    return QuestionDraft(words, answer, worth, verb, at, tuple(dict.fromkeys(lacks)), setting)


def _worth(naming: Naming, words: str, anchors: int) -> int:
    """How much a question tells, of which so many names and dates tell apart what it asks for."""
    clause = naming.clause
    sure = anchors + (clause.object is not None)
    moves = is_moving(clause.lemma) and not (is_moved(naming) or clause.passive)
    moves |= clause.lemma in _LIGHT
    # What for somebody went there, or was sent, is worth knowing.
    purpose = re.match(r"(?:.*, )?[Ww]hy |.* to do(?: .*)?\?$", words) is not None
    telling = len(content_words(words)) - 3 * (moves and not purpose) + 3 * purpose
    return 2 * min(sure, 3) + min(telling, 6) + 2 * (clause.lemma in ONCE)


def _is_done_once(naming: Naming, asked: Sequence[int]) -> bool:
    """Whether what was done to somebody, or a law, was done once: "issued the Edict of Riga"."""
    story, i, done_to = naming.story, naming.i, naming.clause.object
    if naming.clause.lemma in ONCE or done_to is None or done_to.head not in asked:
        return naming.clause.lemma in ONCE
    named = any(story.is_proper(i, k) for k in range(done_to.start, done_to.end))
    kind = look_up(naming.sentence.words[done_to.head].lower()).of_noun[:1]
    person = story.person_at(i, done_to.start, done_to.end) is not None
    step = naming.clause.lemma in table("history", "turning", "rule", "stations")
    return step and named and (person or kind in ("e", "d", "m"))


def _is_verb(naming: Naming, k: int) -> bool:
    return naming.clause.start <= k < naming.clause.end


def _placed(naming: Naming, words: str) -> str:
    """A question behind what tells when and where: "In 1411, who took Riga?"."""
    if naming.setting:
        word, _, rest = words.partition(" ")
        word = word.lower() if look_up(word.lower()).closed else word
        words = f"{said(naming, naming.setting)}, {word} {rest}"
    return words[:1].upper() + words[1:]


def _is_of_today(s: Sentence, k: int) -> bool:
    """Whether a word counts from a day that a card does not show: not in "what is now Riga"."""
    named_now = s.words[k] == "now" and s.words[k - 1].lower() in ("is", "are")
    # "Monday 24 April", "Easter Monday"
    dated = s.tags[k] == NAME and (s.tags[k - 1] == NAME or re.match(",?q", s.tags[k + 1 :]))
    low = s.words[k].lower()
    counts = low in ("last", "next") and not look_up(s.words[k + 1].lower()).of_noun.startswith("t")
    return low in _DEICTIC and not (named_now or dated or (counts and k + 1 < len(s)))


def _of_day(naming: Naming, tokens: Sequence[int]) -> list[int]:
    """Those among some tokens of a clause that are of a day: of what has a year alone are many."""
    return [
        k
        for n in naming.story.named_in(naming.i)
        if isinstance(n.what, DateMention) and n.what.date is not None and n.what.date.is_day
        for k in range(n.start, n.end)
        if k in tokens
    ]


def undated(naming: Naming, tokens: Iterable[int]) -> list[int]:
    """Those among some tokens of a clause that are of no date."""
    dates = {
        k
        for n in naming.story.named_in(naming.i)
        if isinstance(n.what, DateMention)
        for k in range(n.start, n.end)
    }
    return [k for k in tokens if k not in dates]


def is_capital(naming: Naming, k: int) -> bool:
    """Whether a word keeps its capital within a sentence: a name, or a title before one."""
    s = naming.story.sentences[naming.i]
    titled = s.tags[k + 1 : k + 2] == NAME and s.words[k].isalpha() and s.words[k].istitle()
    titled = titled and is_person_noun(s.words[k], s.tags[k])
    return titled or naming.story.is_proper(naming.i, k)


def said(naming: Naming, tokens: Sequence[int]) -> str:
    """Some tokens of a clause, names for its pronouns, no capital but that of a name."""
    story, i = naming.story, naming.i
    s, opening = story.sentences[i], {}
    for k in tokens:
        if s.opens[k] and k not in naming.names and not is_capital(naming, k):
            opening[k] = s.words[k][:1].lower() + s.words[k][1:]
    return wording(story, i, tokens, {**opening, **naming.names})


def inverted(naming: Naming, parts: Parts, rest: Sequence[int]) -> str | None:
    """A clause with its auxiliary, or "did", before its subject: "did Hale resign"."""
    s, clause = naming.story.sentences[naming.i], parts.clause
    group = [k for k in rest if clause.start <= k < clause.end]
    verbs = [k for k in group if s.tags[k] not in (ADVERB, NEGATION)]
    if not verbs:
        return None
    subject = said(naming, parts.subject)
    first = parts.subject[0]
    if not is_capital(naming, first) and first not in naming.names:
        subject = subject[:1].lower() + subject[1:]
    after = [k for k in rest if k not in group]
    joined = re.search("c[rn]*[VMbhu]", "".join(s.tags[k] for k in after))
    if joined and (joined.start() or not clause.passive):
        return None  # "did Hale begin in 1703 but was"; but "was Hale beaten and banished"
    low = s.words[verbs[0]].lower()
    instead = naming.names.get(group[0], "")
    if was := re.match("(?:was|were)(?= |$)", instead):  # "employed": "was employed"
        told = said(naming, rest).removeprefix(was[0])
        return " ".join(f"{was[0]} {subject} {told}".split())
    helps = len(verbs) > 1 or look_up(low).verb == "be"
    if s.tags[verbs[0]] in "bhu" and helps:
        return f"{low} {subject} {said(naming, [k for k in group if k != verbs[0]] + after)}"
    base = look_up(low).verb
    # "had formed", of which "had" tells nothing
    past = s.tags[verbs[0]] == VERB or (s.tags[clause.start] == "h" and clause.start not in rest)
    if not (past or instead) or len(verbs) > 1 or not base:
        return None
    before = [k for k in group if k < verbs[0]]
    told = f"{said(naming, before)} {base} {said(naming, [*group[len(before) + 1 :], *after])}"
    return " ".join(f"did {subject} {told}".split())


def loose(naming: Naming, tokens: Sequence[int]) -> Iterator[int]:
    """The nouns among some tokens of a clause that nothing tells apart."""
    s = naming.story.sentences[naming.i]
    titled = {word.lower() for word in naming.story.title_words}
    if {"history", "of"} <= titled:
        titled |= _OF_A_LAND  # "the government" under "History of Livonia"
    found = (k for k in loose_noun(s.words, s.tags, tokens) if k not in naming.names)
    return (k for k in found if s.words[k].lower() not in titled)
