"""Questions for what stands behind "was": "Who was the leader of the revolt?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import content_words, is_person_noun, recased, wording
from flashgen.drafting.questions.answering import is_clear, somebody
from flashgen.drafting.questions.became import ends
from flashgen.drafting.questions.question import QuestionDraft, question, said
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.tags import OF

# What a thing has one of.
_ASPECTS = frozenset(
    "cause aim goal purpose objective object result outcome reason motive pretext capital motto "
    "name price cost origin seat centre center language religion target trigger site flagship "
    "headquarters nickname password".split()
)
_PHRASE = re.compile(
    r"d?[JDGqNE]*[NE](?:[fi][dp]?[JDGqNE]*[NE])*(?:(?:,[dp]?[JDqNE]*[NE])*,?c[dp]?[JDqNE]*[NE])?"
    r"(?:[fi][dp]?[JDGqNE]*[NE])*|tB[^.;,]*"
)
_RANKED = frozenset(
    "first last only sole main chief primary principal leading second third most".split()
)
_LONGEST = 14  # words of an answer


def relation(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """Who or what was the one of its kind that something has."""
    story, i, clause = naming.story, naming.i, parts.clause
    s, phrase = story.sentences[i], clause.subject
    if clause.lemma != "be" or phrase is None or not is_clear(naming, parts.subject):
        return
    head = next((k for k in parts.subject if s.tags[k + 1 : k + 2] == OF), parts.subject[-1])
    of_something = s.tags[head + 1 : head + 2] == OF or "z" in {s.tags[k] for k in parts.subject}
    entry = look_up(s.words[head].lower())
    behind = [k for k in parts.predicate if k >= clause.end]
    found = _PHRASE.match("".join(s.tags[k] for k in behind))
    if s.tags[head] not in "NE" or entry.plural or found is None or not of_something:
        return
    asked_for, further = behind[: found.end()], behind[found.end() :]
    if not ends(s, further, asked_for[-1]) or any(k in naming.unclear for k in asked_for):
        return
    if "w" in {s.tags[k] for k in further}:
        return
    told = said(naming, [*range(clause.start, clause.end), *parts.subject])
    asked = (*parts.subject, *range(clause.start, clause.end), *further)
    tail = said(naming, further)
    if is_person_noun(s.words[head], s.tags[head]):
        one = somebody(naming, asked_for)
        if one is not None and one[0] == "Who" and story.person_at(i, asked_for[0], behind[-1] + 1):
            yield question(naming, f"Who {told} {tail}?".replace(" ?", "?"), one[1], asked)
        return
    answer = wording(story, i, asked_for, naming.names)
    proper = any(story.is_proper(i, k) for k in asked_for)
    if s.words[head].lower() not in _ASPECTS or len(answer.split()) > _LONGEST:
        return
    if (proper or len(content_words(answer)) > 1) and not (
        set(content_words(answer)) & set(content_words(told))
    ):
        answer = answer[:1].upper() + answer[1:]
        yield question(naming, f"What {told} {tail}?".replace(" ?", "?"), answer, asked)


def first(story: Story, i: int, clause: Clause) -> Iterator[QuestionDraft]:
    """Who was the first of all who did something: "The first known to have seen it was Hale"."""
    s, told = story.sentences[i], clause.object
    if clause.lemma != "be" or told is None or told.with_ or clause.negated:
        return
    ranked = [word.lower() for word in s.words[:3]]
    if ranked[:1] != ["the"] or not {"first", "last", "only"} & set(ranked):
        return
    person = story.person_at(i, told.start, told.end)
    subject = range(clause.start)
    # A verb tells more of those of whom he was one: not "The first governor of Riga was Hale".
    telling = set("DB") & {s.tags[k] for k in subject} and not set(",;:-(") & set(
        s.tags[: clause.start]
    )
    if person is None or not telling or told.start != clause.end or s.words[clause.start] != "was":
        return
    named = (n for n in story.named_in(i) if n.what is person and n.end == told.end)
    n = next(named, None)
    naming = Naming(story, i, clause, tuple(range(told.end)))
    if n is None or naming.unclear:
        return
    words = f"Who was {said(naming, tuple(subject))}?"
    answer = recased(story.name_of(person, n.end - n.start))
    yield question(naming, words, answer, tuple(subject))


def foremost(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """What was the greatest, the first or the main one of its kind: "the main export of Riga"."""
    story, i, clause = naming.story, naming.i, parts.clause
    s, object_ = story.sentences[i], clause.object
    if clause.lemma not in ("be", "become") or object_ is None or object_.start != clause.end:
        return
    lows = [s.words[k].lower() for k in range(object_.start, object_.head)]
    ranked = [low for low in lows[1:] if low in _RANKED or (low.endswith("est") and len(low) > 4)]
    if lows[:1] != ["the"] or not ranked or is_person_noun(s.words[object_.head], "N"):
        return
    if not is_clear(naming, parts.subject) or s.tags[parts.subject[0]] == "o":
        return
    placed = any(n.start in parts.subject for n in story.named_in(i))
    behind = [k for k in parts.predicate if k >= object_.end]
    named = any(story.is_proper(i, k) for k in behind)
    named &= "both" not in {s.words[k].lower() for k in behind}  # "of both Riga and", and what?
    answer = wording(story, i, parts.subject, naming.names)
    if (
        not placed
        and named
        and not set(content_words(answer)) & set(content_words(said(naming, parts.predicate)))
    ):
        answer = answer[:1].upper() + answer[1:]
        yield question(naming, f"What {said(naming, parts.predicate)}?", answer, parts.predicate)
