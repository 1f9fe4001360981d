"""The questions that clauses answer.

The answer is a phrase of the clause, the question its other words: a subject gives way to "Who",
and any other phrase stands in front, so that an auxiliary or "did" comes before the subject
(Heilman and Smith, "Good Question! Statistical Ranking for Question Generation", 2010, have such
rules for sentences of every kind; here only clauses that name what they speak of are asked).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator

from flashgen.drafting.clauses.clause import Parts, taken_apart
from flashgen.drafting.clauses.doubts import FACTUAL
from flashgen.drafting.clauses.leading import leading
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.setting import clause_of, hedged, times_in
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.subject import is_apart
from flashgen.drafting.clauses.wording import is_saying
from flashgen.drafting.questions.acts import act
from flashgen.drafting.questions.called import called
from flashgen.drafting.questions.causes import cause
from flashgen.drafting.questions.firsts import first
from flashgen.drafting.questions.question import QuestionDraft
from flashgen.drafting.questions.reasons import why
from flashgen.drafting.questions.reduced import reduced
from flashgen.drafting.questions.where import where
from flashgen.drafting.questions.which import which, which_did
from flashgen.drafting.questions.who import by_whom, who, whom
from flashgen.drafting.questions.whole import (
    cuts_date,
    is_whole,
    may_be_anothers,
    without_apposition,
)
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Phrase
from flashgen.english.tags import BASE, SUBORDINATOR
from flashgen.english.tokens import Sentence
from flashgen.mentions import FoundPlace
from flashgen.rules.names.onomasticon import is_given_name

_JOINING = frozenset("contrast addition fact turn particular general return response".split())
_FORCING = frozenset("force compel oblige allow enable permit cause".split())
_STEM, _SHORTEST_NAME = 5, 3  # letters
_OFTEN = 3  # times as often as anybody else: so the one of whom the article tells is named
_FULL = 19  # words of a question that need not be shorter
_WAYS = (which_did, who, by_whom, whom, which, where, why, cause, act, called, first)


def questions(story: Story) -> Iterator[QuestionDraft]:
    """The questions that an article answers, in the order of the text.

    None asks for what the article itself is about, which stands on each card.
    """
    told_of = _told_of(story)
    for i in story.sentence_numbers():
        for clause in story.clauses(i):
            for found in _asked_of(story, i, clause):
                if found.answer not in told_of and not _is_titled(story, found.answer):
                    yield found


def _told_of(story: Story) -> set[str]:
    """The names of those of whom the article tells."""
    heroes = (story.hero("man"), story.hero("woman"))
    found = {hero.canonical for hero in heroes if hero is not None}
    often = Counter({p.canonical: len(p.mentions) for p in story.mentions.people}).most_common(2)
    titled = len(story.title_words) > 1 and all(word[:1].isupper() for word in story.title_words)
    if (
        often
        and titled
        and is_given_name((story.article.title or "").split()[0])
        and story.article.title not in story.people
    ):
        # "Mark Twain", who is called Clemens: all who share a name with the one named most often.
        most = set(often[0][0].split())
        found |= {p.canonical for p in story.mentions.people if most & set(p.canonical.split())}
    if often and often[0][1] >= _OFTEN * max([1, *(count for _, count in often[1:])]):
        found.add(often[0][0])
    return found | {story.name_of(story.people[name]) for name in found}


def _is_titled(story: Story, answer: str) -> bool:
    """Whether the article's title names an answer, or its people: "Vikings" of "Viking raids"."""
    names = [word.strip("’'s,.") for word in answer.split() if word[:1].isupper() and word != "The"]
    return any(
        name[:_STEM] == title[:_STEM] and min(len(name), len(title)) > _SHORTEST_NAME
        for name in names
        for word in story.title_words
        for title in word.split("-")
        if title[:1].isupper()
    )


def _asked_of(story: Story, i: int, clause: Clause) -> Iterator[QuestionDraft]:
    named = list(_of_clause(story, i, clause)) if _is_told(story, i, clause) else []
    named = named or list(reduced(story, i, clause))
    by_sort = False
    for ask in _WAYS:
        if by_sort and ask is who:
            continue  # "Which act levied": not "What levied", too
        best: dict[str, QuestionDraft] = {}  # by the answer
        for naming, parts in named:
            for found in ask(naming, parts):
                known = best.get(found.answer)
                if known is None or _is_better(found, known):
                    best[found.answer] = found
        by_sort |= ask is which_did and bool(best)
        yield from best.values()


def _of_clause(story: Story, i: int, clause: Clause) -> Iterator[tuple[Naming, Parts]]:
    """A clause named, and taken apart: with its date, which tells it from others; then without."""
    for leave_out in dict.fromkeys((frozenset[int](), frozenset(_time_of(story, i, clause)))):
        for taken in taken_apart(story, i, clause, leave_out):
            parts = without_apposition(story.sentences[i], taken)
            whole = is_whole(story.sentences[i], parts)
            whole = whole and not cuts_date(story, i, parts)
            if whole:
                yield from _namings(story, i, parts, leave_out)


def _namings(
    story: Story, i: int, parts: Parts, leave_out: Container[int]
) -> Iterator[tuple[Naming, Parts]]:
    """A clause with what stands in front of it, which tells it apart, and without."""
    for naming in _settings(story, i, parts, leave_out):
        naming.name_years()
        yield naming, parts


def _settings(story: Story, i: int, parts: Parts, leave_out: Container[int]) -> Iterator[Naming]:
    tokens = (*parts.subject, *parts.predicate)
    before = () if parts.clause.relative else leading(story, i, parts)
    s = story.sentences[i]
    joins = len(before) > 1 and s.words[before[1]].lower() in _JOINING
    # "In 1703, after Hale left, the town burned": the setting of the town, not of Hale.
    joins |= bool(before) and SUBORDINATOR in look_up(s.words[before[-1]].lower()).tags
    if before and not joins and not any(k in leave_out for k in before):
        yield Naming(story, i, parts.clause, (*tokens, *before), before)
    yield Naming(story, i, parts.clause, tokens)


def _is_better(found: QuestionDraft, known: QuestionDraft) -> bool:
    """Whether one lacks less, or is the fuller one and short enough."""
    if found.lacks:
        return False
    length, other = len(found.question.split()), len(known.question.split())
    return bool(known.lacks) or other <= length < _FULL


def _is_told(story: Story, i: int, clause: Clause) -> bool:
    """Whether a clause tells a fact: it is no condition, and nobody's opinion."""
    s = story.sentences[i]
    if not clause.finite or clause.subject is None or clause.negated:
        return False
    if clause.relative and (not is_apart(story, i, clause) or _is_of_people(story, i, clause)):
        return False
    begin = clause.subject.start
    if _is_what_many_say(s, clause.subject):
        return False
    if tuple(word.lower() for word in s.words[max(0, begin - 2) : begin]) == ("such", "as"):
        return False  # "thinkers such as Hale": others did so, too
    group = s.tags[clause.start : clause.end]
    behind = s.tags[clause.end : clause.end + 1]
    if hedged(s, clause) or may_be_anothers(story, i, clause):
        return False
    able = s.words[clause.end : clause.end + 1] == ("able",)
    state = clause.lemma == "be" and clause.object is None and not able
    if "G" in group or state or (clause.lemma == "be" and behind == "i"):
        return False  # "he was writing", "he was anxious", "he was in the House"
    bare = clause.end - clause.start == 1 and "D" in look_up(s.words[clause.verb].lower()).tags
    forced = clause.lemma in _FORCING and clause.object is None
    if bare and (forced or _is_done_too(story, i, clause)):
        return False
    before = s.tags[clause.subject.end : clause.start]
    if "w" in before and before.rstrip("r").endswith("c"):
        return False  # "the town, which is large but was small"
    if clause.relative or not clause.embedded:
        return True
    k = clause.subject.start - 1
    while k > 0 and s.tags[k] in "rdJ":
        k -= 1
    # "the town was old, but Holt burned it"
    joined = s.tags[k] == ":" or (
        s.tags[k - 1 : k + 1] == ",c" and set(s.tags[:k]).isdisjoint("swQ:;")
    )
    return k >= 0 and (joined or s.words[k].lower() in FACTUAL)


def _is_what_many_say(s: Sentence, subject: Phrase) -> bool:
    """Whether a verb of saying was read as a noun: "many historians state Hale took the town"."""
    return any(
        s.tags[k - 2 : k + 1] == "NNE"
        and look_up(s.words[k - 2].lower()).plural
        and BASE in look_up(s.words[k - 1].lower()).tags
        and is_saying(look_up(s.words[k - 1].lower()).verb)
        for k in range(subject.start + 2, subject.end)
    )


def _is_of_people(story: Story, i: int, clause: Clause) -> bool:
    """Whether "who" stands behind a place: "the Swedes in Livonia, who had been beaten"."""
    s, phrase = story.sentences[i], clause.subject
    if phrase is None or "who" not in map(str.lower, s.words[phrase.end : clause.start]):
        return False
    named = (n for n in story.named_in(i) if n.start < phrase.end <= n.end)
    return any(isinstance(n.what, FoundPlace) for n in named)


def _is_done_too(story: Story, i: int, clause: Clause) -> bool:
    """Whether an auxiliary before it is its own, too: "was defeated and dispersed"."""
    return any(
        c.passive
        and c.subject == clause.subject
        and c.end <= clause.start
        and story.sentences[i].tags[clause.start - 1] in "c,r"
        for c in story.clauses(i)
    )


def _time_of(story: Story, i: int, clause: Clause) -> set[int]:
    """The tokens of the dates of a clause, which a card need not name."""
    return {
        k
        for n, begin, time in times_in(story, i)
        if clause_of(story, i, begin, n.end) is clause
        for k in time
    }
