"""Questions from clauses: "Who took Riga?", "In which town was Hale born?", "Why did he resign?".

The answer is a phrase of the clause, the question its other words: a subject gives way to "Who",
and any other phrase stands in front, so that an auxiliary or "did" comes before the subject
(Heilman and Smith, "Good Question! Statistical Ranking for Question Generation", 2010, have these
rules for sentences of every kind; here only clauses that name what they speak of are asked).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flashgen.article import Span
from flashgen.drafting.clause import Parts, taken_apart
from flashgen.drafting.faults import of_verb, says
from flashgen.drafting.naming import Naming
from flashgen.drafting.pronouns import who_is_meant
from flashgen.drafting.setting import clause_of
from flashgen.drafting.story import Story
from flashgen.drafting.timeless import time_begin
from flashgen.drafting.wording import content_words, loose_noun, recased, wording
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import is_word, look_up
from flashgen.english.tags import ADVERB, NEGATION, QUANTITY
from flashgen.mentions import DateMention, FoundPerson, FoundPlace, PlaceKind
from flashgen.rules.names.gazetteer import look_up as known
from flashgen.rules.names.kinds import place_noun

LONGEST, SHORTEST = 26, 3  # words of a question
_LONGEST_ANSWER = 8  # words
_LONGEST_REASON = 18
_LONGEST_TAIL = 5  # tokens behind a phrase that is asked for where it stands
# What may open a clause that tells a fact: not "if", "that", "whether".
_FACTUAL = frozenset("when while after because although though as since where until".split())
_BEHIND = frozenset("in at near to for from into on with against of by".split())
# Verbs that say nothing without what follows their object.
_CAUSING = frozenset("make let have see hear watch help find get be become keep".split())
_VAGUE = frozenset("many some most few several no one all there this each other".split())
_DEICTIC = frozenset(
    "today to-day yesterday tomorrow to-morrow tonight to-night now ago next last".split()
)
_LEAST_WORTH = 5
_LIGHT = frozenset("meet see make give get have come go".split())
_ONCE = frozenset("bear die bury educate crown".split())
_FORCING = frozenset("force compel oblige allow enable permit cause".split())
_SORTS = {
    PlaceKind.COUNTRY: "country",
    PlaceKind.REGION: "region",
    PlaceKind.CITY: "town",
    PlaceKind.VILLAGE: "village",
}
_OF_MANY = (
    r"\b(?:one of|an? (?:\w+ )?(?:members?|pupil|friend|follower|supporter|fellow|native) of)\b"
)
# A phrase that may be an answer: "the Bolsheviks", "Chilean troops of the north".
_PLAIN = re.compile(
    r"[dp]?[JDqNE]*[NE](?:z[JDNE]*[NE])?(?:[fi][dp]?[JqNE]*[NE])*(?:,?c[dp]?[JDqNE]*[NE])?"
)


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """A question and its answer; ``lacks`` is what is doubtful, ``worth`` how much it tells.

    ``verb`` is the offset of the verb of the clause that it was made from.
    """

    question: str
    answer: str
    worth: int
    verb: int
    at: Span
    lacks: tuple[str, ...] = ()


def questions(story: Story) -> Iterator[QuestionDraft]:
    """The questions that an article answers, in the order of the text."""
    for i in story.sentence_numbers():
        for clause in story.clauses(i):
            if _is_told(story, i, clause):
                yield from _of_clause(story, i, clause)


def _of_clause(story: Story, i: int, clause: Clause) -> Iterator[QuestionDraft]:
    dated = frozenset(_time_of(story, i, clause))
    for make, leave_out in (
        (_who, dated),
        (_by_whom, dated),
        (_whom, ()),
        (_which, ()),
        (_why, ()),
    ):
        best: dict[str, QuestionDraft] = {}
        for parts in taken_apart(story, i, clause, leave_out):
            if not _is_whole(story.sentences[i].tags, parts):
                continue
            naming = Naming(story, i, clause, (*parts.subject, *parts.predicate))
            for found in make(naming, parts):
                known = best.get(found.answer)
                if known is None or (known.lacks and not found.lacks):
                    best[found.answer] = found
        yield from best.values()


def _is_whole(tags: str, parts: Parts) -> bool:
    """Whether a clause holds no other one, as where a comma stands for "and"."""
    said = "".join(tags[k] for k in parts.predicate)
    return not re.search(r"^[^,;]*,[^swc]*[Vbhu]|,n", said) and not re.match(
        r".*[MVbhu],", said[:3]
    )


def _is_told(story: Story, i: int, clause: Clause) -> bool:
    """Whether a clause tells a fact: it is no condition, and nobody's opinion."""
    s = story.sentences[i]
    if not clause.finite or clause.subject is None or clause.relative or clause.negated:
        return False
    group = s.tags[clause.start : clause.end]
    behind = s.tags[clause.end : clause.end + 1]
    state = clause.lemma == "be" and clause.object is None
    if "G" in group or state or (clause.lemma == "be" and behind == "i"):
        return False  # "he was writing", "he was anxious", "he was in the House"
    bare = clause.end - clause.start == 1 and "D" in look_up(s.words[clause.verb].lower()).tags
    if bare and (clause.lemma in _FORCING or _is_done_too(story, i, clause)):
        return False
    before = s.tags[clause.subject.end : clause.start]
    if "w" in before and before.rstrip("r").endswith("c"):
        return False  # "the town, which is large but was small"
    if not clause.embedded:
        return True
    k = clause.subject.start - 1
    while k > 0 and s.tags[k] in "rdJ":
        k -= 1
    return k >= 0 and s.words[k].lower() in _FACTUAL


def _is_done_too(story: Story, i: int, clause: Clause) -> bool:
    """Whether an auxiliary before it is its own, too: "was defeated and dispersed"."""
    return any(
        c.passive and c.subject == clause.subject and c.end <= clause.start
        for c in story.clauses(i)
    )


def _time_of(story: Story, i: int, clause: Clause) -> set[int]:
    """The tokens of the dates of a clause, which a card need not name."""
    s = story.sentences[i]
    found: set[int] = set()
    for n in story.named_in(i):
        if not isinstance(n.what, DateMention):
            continue
        begin = time_begin(s, n.start, n.end)
        if begin is not None and clause_of(story, i, begin, n.end) is clause:
            found.update(range(begin, n.end))
            if s.tags[n.end : n.end + 1] == ",":
                found.add(n.end)
    return found


# --- who ----------------------------------------------------------------------------------------


def _who(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The subject of a clause asked for: "Who took Riga?"."""
    answer = _somebody(naming, parts.subject)
    if answer is not None and parts.clause.lemma not in ("bear", "die"):
        word, name = answer
        said = _said(naming, parts.predicate)
        if len(content_words(said.partition(",")[0])) < 2:
            return
        words = f"{word} {said}?"
        yield from _drafted(naming, words, name, parts.predicate)


def _by_whom(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """Who did what is told of somebody else: "By whom was Riga taken?"."""
    agent = parts.clause.agent
    s = naming.story.sentences[naming.i]
    if agent is None or agent.start - 1 not in parts.predicate:
        return
    answer = _somebody(naming, range(agent.start, agent.end))
    if answer is None or answer[0] != "Who" or s.words[agent.start - 1].lower() != "by":
        return
    rest = [k for k in parts.predicate if not agent.start - 1 <= k < agent.end]
    if s.tags[agent.end : agent.end + 1] in tuple("ficVNEBD") or _is_listed(s.tags, agent.end):
        return
    if asked := _asked(naming, parts, rest):
        yield from _drafted(naming, f"By whom {asked}?", answer[1], (*parts.subject, *rest))


def _whom(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The person to whom somebody does what is told: "Whom did Hale appoint?"."""
    story, i, object_ = naming.story, naming.i, parts.clause.object
    if (
        object_ is None
        or object_.start != parts.clause.end
        or object_.with_
        or parts.clause.passive
    ):
        return
    person = next(
        (
            n.what
            for n in story.named_in(i)
            if isinstance(n.what, FoundPerson) and object_.start <= n.start and n.end == object_.end
        ),
        None,
    )
    tags = story.sentences[i].tags
    if person is None or tags[object_.end : object_.end + 1] in tuple("zcfrDGJNEdp"):
        return
    rest = [k for k in parts.predicate if not object_.start <= k < object_.end]
    further = [k for k in rest if k >= object_.end]
    if further and tags[further[0]] not in "its":
        return  # "Hale, the mayor", "Hale known as"
    asked = _asked(naming, parts, rest)
    says_ = look_up(parts.clause.lemma).of_verb[:1] in ("s", "k")
    if asked is None or parts.clause.lemma in _CAUSING or says_:
        return
    answer = recased(person.canonical)
    yield from _drafted(naming, f"Whom {asked}?", answer, (*parts.subject, *rest))


def _is_listed(tags: str, end: int) -> bool:
    """Whether a phrase is the first of several: "Hale, Holt and Price"."""
    return re.match(r"(?:,[dpJE]*[NE]+)+,?c|c[dpJE]*[NE]", tags[end:]) is not None


def _somebody(naming: Naming, tokens: Sequence[int]) -> tuple[str, str] | None:
    """Who or what some tokens are, with the word that asks for it; None where they do not say."""
    story, i = naming.story, naming.i
    s = story.sentences[i]
    phrase = naming.clause.subject
    own = phrase is not None and phrase.start in tokens
    if own and phrase is not None and (one := who_is_meant(story, i, phrase)):
        return "Who", recased(one.canonical)
    named = [n for n in story.named_in(i) if n.start in tokens and n.end - 1 in tokens]
    people = [n.what for n in named if isinstance(n.what, FoundPerson)]
    if len(people) == 1 and len(tokens) == sum(n.end - n.start for n in named):
        return "Who", recased(people[0].canonical)
    if any(k in naming.unclear for k in tokens) or any(True for _ in _loose(naming, tokens)):
        return None
    tags = "".join(s.tags[k] for k in tokens)
    words = wording(story, i, tokens, naming.names)
    if not _PLAIN.fullmatch(tags) or len(words.split()) > _LONGEST_ANSWER:
        return None
    if s.words[tokens[0]].lower() in _VAGUE:
        return None
    head = phrase.head if own and phrase is not None else tokens[-1]
    entry = look_up(s.words[head].lower())
    sort = entry.of_noun[:1]
    if sort == "t" or (tags[0] == "q" and sort not in ("p", "g")):
        return None
    told = sort in ("p", "g") and len(content_words(words)) > 1
    proper = [k for k in tokens if story.is_proper(i, k)]
    bare = len(proper) == 1 and is_word(s.words[proper[0]].lower()) and len(words.split()) < 3
    if not told and (not proper or bare):
        return None  # "the Ship"
    done_to = naming.clause.lemma == "be" or naming.clause.passive
    thing = sort in ("e", "m", "d", "b", "a", "c", "s", "w", "y") or (sort == "g" and done_to)
    return "What" if thing else "Who", words[:1].upper() + words[1:]


# --- which and why ------------------------------------------------------------------------------


def _which(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """What has a name of its sort: "In which town was Hale born?", "Which treaty did he sign?"."""
    story, i, clause = naming.story, naming.i, parts.clause
    s = story.sentences[i]
    for start, end, sort in _sorts(naming, parts.predicate):
        begin = start
        while begin and s.tags[begin - 1] in "dpJDrq" and begin > clause.end:
            begin -= 1
        link = begin - 1
        plain = all(s.tags[k] in "dJDrq" for k in range(begin, start))
        if not sort or not plain or (begin < start and s.tags[begin] != "d"):
            continue
        if s.tags[link] == "f" and place_noun(s.words[link - 1]):
            continue  # "the island of Rhodes"
        rest = [k for k in parts.predicate if not begin <= k < end]
        answer = wording(story, i, range(start, end))
        if begin == clause.end:
            front = "Which"
        elif link == clause.end and s.words[link].lower() in _BEHIND:
            front, rest = f"{s.words[link].capitalize()} which", [k for k in rest if k != link]
        else:
            front = ""
        if front:
            asked = _asked(naming, parts, rest)
            words = f"{front} {sort} {asked}?" if asked else ""
        elif s.words[link].lower() in _BEHIND:
            kept = [k for k in (*parts.subject, *parts.predicate) if k < begin]
            more = [k for k in parts.predicate if k >= end]
            if any(s.tags[k] in ",w" for k in kept) or len(more) > _LONGEST_TAIL:
                continue
            words = f"{_said(naming, kept)} which {sort} {_said(naming, more)}?"
            words = words.replace(" ?", "?")
        else:
            words = ""
        telling = content_words(_said(naming, [k for k in rest if k >= clause.end]))
        unique = clause.lemma in _ONCE or len(telling) > (sort in _SORTS.values())
        about = any(story.is_proper(i, k) or k in naming.names for k in parts.subject)
        if words and unique and about and "which" not in _said(naming, rest).split():
            yield from _drafted(naming, words, answer, (*parts.subject, *rest))


def _sorts(naming: Naming, tokens: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """The names among some tokens that tell of what sort they are: "Treaty of Wuchale" a treaty."""
    story, i = naming.story, naming.i
    s, k, last = story.sentences[i], min(tokens), max(tokens)
    named = {n.start: n for n in story.named_in(i)}
    while k <= last:
        n = named.get(k)
        if n is not None and not isinstance(n.what, FoundPlace):
            k = n.end
            continue
        end = k
        while end <= last and s.tags[end] in "EJN" and story.is_proper(i, end):
            end += 1
        head = end - 1
        more = s.tags[end : end + 1] == "f" and end > k and end + 1 <= last
        if more:
            after = end + 1 + (s.words[end + 1].lower() == "the")
            stop = after
            while stop <= last and story.is_proper(i, stop):
                stop += 1
            more = stop > after
            end = stop if more else end
        if end == k:
            k += 1
            continue
        if s.tags[end : end + 1] not in tuple("zcNE-("):
            low = s.words[head].lower()
            entry = look_up(low)
            if n is not None and n.end == end and isinstance(n.what, FoundPlace):
                yield k, end, _sort_of(n.what)
            elif story.person_at(i, k, end):
                pass
            elif entry.of_noun[:1] not in ("", "p", "t", "f", "q") and not entry.plural:
                first = k - (s.tags[k - 1] == "q" and s.words[k - 1][:1].isdigit())
                if end - first > 1:
                    yield first, end, low
        k = end


def _why(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The reason that a sentence gives: "Why did Hale resign?"."""
    story, i, clause = naming.story, naming.i, parts.clause
    s = story.sentences[i]
    if "because" not in s.words[clause.end :]:
        return
    k = s.words.index("because", clause.end)
    if set(s.tags[clause.end : k]) & set(";:w") or k - 1 != max(parts.predicate):
        return
    later = next((c for c in story.clauses(i) if c.finite and c.start > k), None)
    if later is None or later.subject is None or later.subject.start < k:
        return
    reason = [p for p in taken_apart(story, i, later, frozenset()) if p.subject[0] == k + 1]
    asked = _asked(naming, parts, parts.predicate)
    if asked is None or not reason:
        return
    tokens = (k, *reason[0].subject, *reason[0].predicate)
    other = Naming(story, i, later, tokens)
    own = naming.clause.subject
    mine = who_is_meant(story, i, own) if own is not None else None
    theirs = who_is_meant(story, i, later.subject)
    names = other.names
    if mine is not None and theirs == mine:
        names = {}
    elif other.unclear:
        return
    answer = wording(story, i, tokens, names)
    if len(answer.split()) > _LONGEST_REASON:
        return
    answer = answer[:1].upper() + answer[1:]
    yield from _drafted(naming, f"Why {asked}?", answer, (*parts.subject, *parts.predicate))


def _sort_of(place: FoundPlace) -> str:
    """What to call a place in a question that asks for it."""
    entry = known(place.canonical)
    large = entry is not None and (entry.great or entry.well_known)
    return "city" if large and place.kind is PlaceKind.CITY else _SORTS.get(place.kind, "")


# --- words --------------------------------------------------------------------------------------


def _said(naming: Naming, tokens: Sequence[int]) -> str:
    return wording(naming.story, naming.i, tokens, naming.names)


def _asked(naming: Naming, parts: Parts, rest: Sequence[int]) -> str | None:
    """A clause with its auxiliary, or "did", before its subject: "did Hale resign"."""
    s, clause = naming.story.sentences[naming.i], parts.clause
    group = [k for k in rest if clause.start <= k < clause.end]
    verbs = [k for k in group if s.tags[k] not in (ADVERB, NEGATION)]
    if not verbs:
        return None
    subject = _said(naming, parts.subject)
    first = parts.subject[0]
    if not naming.story.is_proper(naming.i, first) and first not in naming.names:
        subject = subject[:1].lower() + subject[1:]
    after = [k for k in rest if k not in group]
    low = s.words[verbs[0]].lower()
    if s.tags[verbs[0]] in "bhu" and (len(verbs) > 1 or look_up(low).verb == "be"):
        return f"{low} {subject} {_said(naming, [k for k in group if k != verbs[0]] + after)}"
    base = look_up(low).verb
    if s.tags[verbs[0]] != "V" or len(verbs) > 1 or not base:
        return None
    before = [k for k in group if k < verbs[0]]
    told = f"{_said(naming, before)} {base} {_said(naming, [*group[len(before) + 1 :], *after])}"
    return " ".join(f"did {subject} {told}".split())


def _loose(naming: Naming, tokens: Sequence[int]) -> Iterator[int]:
    s = naming.story.sentences[naming.i]
    return loose_noun(s.words, s.tags, tokens)


def _drafted(
    naming: Naming, question: str, answer: str, asked: Sequence[int]
) -> Iterator[QuestionDraft]:
    """A question of some tokens, if they say by themselves what is asked for."""
    story, i = naming.story, naming.i
    s = story.sentences[i]
    question = " ".join(question.split()).replace(" ,", ",").replace(".?", "?")
    question = question[:1].upper() + question[1:]
    named = [k for k in asked if story.is_proper(i, k) or k in naming.names]
    names = {w.strip("’'s") for w in answer.split() if w[:1].isupper()}
    dated = {
        k
        for n in story.named_in(i)
        if isinstance(n.what, DateMention)
        for k in range(n.start, n.end)
    }
    own = [k for k in named if s.words[k] not in names]
    own += [k for k in asked if k in dated and s.tags[k] == QUANTITY]
    lacks = list(of_verb(naming))
    if not own:
        lacks.append("a name that tells it apart")
    lacks += [f"whom or what “{s.words[k]}” means" for k in naming.unclear if k in asked]
    lacks += [f"when “{s.words[k]}” was" for k in asked if s.words[k].lower() in _DEICTIC]
    loose = list(_loose(naming, asked))
    if loose and (len(own) < 2 or loose[0] < naming.clause.start):
        lacks.append(f"which {s.words[loose[0]]} is meant")
    if re.search(_OF_MANY, question):
        lacks.append("what fits one alone")
    length = len(question.split())
    if length > LONGEST:
        lacks.append("shorter words")
    if not says(naming, question) or length < SHORTEST:
        lacks.append("more words")
    runs = sum(k - 1 not in own for k in own) + (naming.clause.object is not None)
    moves = look_up(naming.clause.lemma).of_verb[:1] == "m" and naming.clause.object is None
    moves |= naming.clause.lemma in _LIGHT
    telling = len(content_words(question)) - 3 * moves
    worth = 2 * min(runs, 3) + min(telling, 6)
    if worth < _LEAST_WORTH:
        lacks.append("more of what is worth knowing")
    at = Span(s.starts[min(naming.tokens)], story.end(i, max(naming.tokens)))
    verb = s.starts[naming.clause.verb]
    yield QuestionDraft(question, answer, worth, verb, at, tuple(dict.fromkeys(lacks)))
