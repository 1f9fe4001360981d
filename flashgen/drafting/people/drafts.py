"""People: who the article says that somebody is, and when he lived."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flashgen.article import Span
from flashgen.dates.edtf.conversion import ends
from flashgen.dates.historical import DateInterval, HistoricalDate
from flashgen.drafting.clauses.description import Description
from flashgen.drafting.clauses.pronouns import who_is_meant
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.people.being import lead, named_as, said
from flashgen.drafting.people.beside import aside, beside
from flashgen.drafting.people.composing import known_for, names, telling
from flashgen.drafting.people.deeds import Deed, did
from flashgen.drafting.people.leaders import leading
from flashgen.drafting.people.roles import made
from flashgen.drafting.people.sayings import KIN
from flashgen.drafting.people.turned import done_by, taught, whom
from flashgen.drafting.people.weighing import MORE_THAN_A_TITLE
from flashgen.english.clauses import Clause
from flashgen.mentions import DateMention, FoundPerson, Mention

_SHORTEST_LIFE, _LONGEST_LIFE = 15, 110  # years
_LONGEST_BRACKET = 30  # tokens
# These years are none of birth and death.
_FLOURISHED = frozenset("floruit fl. fl flourished active reigned ruled r. r".split())
# What is part of a name: "Hugh Ashcombe, 2nd Earl of Bath".
_PEERAGE = re.compile(
    r"(?:\d+\w\w |first |second |third )?(?:Earl|Baron|Viscount|Marquess|Marquis|Lord|Count)s?\b"
    r"(?: [A-ZÀ-Þ]\S*| of .*)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """A person as the article tells of him; ``best`` is None where it does not say who he is."""

    person: FoundPerson
    best: Description | None
    born: HistoricalDate | None
    died: HistoricalDate | None


def people(story: Story) -> Iterator[PersonDraft]:
    """The people of an article in the order of the text."""
    said_of: dict[str, list[Description]] = {name: [] for name in story.people}
    deeds: dict[str, list[Deed]] = {name: [] for name in story.people}
    asides: dict[str, Description] = {}
    lives: dict[str, list[HistoricalDate | None]] = {}
    for person in story.mentions.people:
        for mention in person.mentions:
            i, start, end = _tokens(story, mention)
            if i < 0:
                continue
            said_of[person.canonical] += beside(story, i, start, end, person)
            if person.canonical not in asides and (words := aside(story, i, end)):
                asides[person.canonical] = words
            if life := _life(story, i, end):
                lives.setdefault(person.canonical, life)
    for i in story.sentence_numbers():
        for one, told in (*_named_as_one(story, i), *_said(story, i)):
            said_of[one.canonical].append(told)
        for one, deed in _done(story, i):
            deeds[one.canonical].append(deed)
    for name, found in said_of.items():
        deeds[name] += _behind(story, story.people[name], found)
    for name, found in said_of.items():  # "Ada Holt, daughter of Elias Holt" gives itself away
        own = tuple(names(name))  # nor "the founder of Holtism"
        others = [each for each in found if not any(w.startswith(own) for w in names(each.words))]
        said_of[name] = others if deeds[name] else others or found
    bests = {name: _best(story.people[name], found) for name, found in said_of.items()}
    shared = Counter(best.words for best in bests.values() if best is not None)
    for person in story.mentions.people:
        name = person.canonical
        said = bests[name]
        alike = said is not None and shared[said.words] > 1
        who = known_for(story, person, said, said_of[name], deeds[name], alike=alike)
        who = who or asides.get(name)  # it waits: better than nothing
        yield PersonDraft(person, who, *lives.get(name, (None, None)))


def _best(person: FoundPerson, found: Sequence[Description]) -> Description | None:
    """What says most of somebody; nothing where it is a given name and whose kin, told once."""
    best = telling(found)
    if best is not None and _PEERAGE.match(best.words):
        best = replace(best, lacks=tuple(dict.fromkeys((*best.lacks, MORE_THAN_A_TITLE))))
    once = len(person.mentions) == 1 and " " not in person.canonical
    return None if once and best and best.words.split()[0].lower() in KIN else best


def _named_as_one(story: Story, i: int) -> Iterator[tuple[FoundPerson, Description]]:
    """What a sentence says of people beside their names, or by what they are made."""
    if i == 0:
        yield from lead(story)
    yield from made(story, i)
    yield from leading(story, i)


def _said(story: Story, i: int) -> Iterator[tuple[FoundPerson, Description]]:
    """What the clauses of a sentence say that people were."""
    for clause in story.clauses(i):
        yield from named_as(story, i, clause)
    for clause in _told_clauses(story, i):
        person = who_is_meant(story, i, clause.subject) if clause.subject else None
        if person is not None:
            # What the article's own man "became, a clerk in Riga", is no answer to who he was.
            titled = person.canonical.split()[-1] in story.title_words
            article = story.sentences[i].words[clause.end : clause.end + 1]
            if not (titled and clause.lemma == "become" and article in (("a",), ("an",))):
                yield from ((person, who) for who in said(story, i, clause))


def _done(story: Story, i: int) -> Iterator[tuple[FoundPerson, Deed]]:
    """What the clauses of a sentence say that people did, and what was done to them."""
    for clause in _told_clauses(story, i):
        person = who_is_meant(story, i, clause.subject) if clause.subject else None
        if person is not None:
            deeds = (*did(story, i, clause, person), *taught(story, i, clause))
            yield from ((person, deed) for deed in deeds)
    for clause in story.clauses(i):
        yield from (*done_by(story, i, clause), *whom(story, i, clause))


def _behind(story: Story, person: FoundPerson, found: Sequence[Description]) -> Iterator[Deed]:
    """What relative clauses behind what somebody was say that he did: "a weaver who led"."""
    for i in {story.sentence_at(who.at.start) for who in found}:
        s = story.sentences[i]
        own = [who.at for who in found if who.at.start in s.span]
        for clause in story.clauses(i):
            told = clause.subject is not None and clause.finite and not clause.negated
            if told and clause.relative and clause.subject is not None:
                at = s.starts[clause.subject.head]
                if any(span.start <= at < span.end for span in own):
                    yield from (*did(story, i, clause, person), *taught(story, i, clause))


def _told_clauses(story: Story, i: int) -> Iterator[Clause]:
    for clause in story.clauses(i):
        told = clause.finite and not clause.negated and not clause.inverted
        if told and clause.subject is not None:
            yield clause


def _tokens(story: Story, mention: Mention) -> tuple[int, int, int]:
    """The sentence and the tokens of a name; -1 where it stands in a quotation."""
    i = story.sentence_at(mention.span.start)
    for n in story.named_in(i):
        s = story.sentences[i]
        if s.starts[n.start] == mention.span.start or mention.span.start in Span(
            s.starts[n.start], s.end(n.end - 1)
        ):
            return i, n.start, n.end
    return -1, 0, 0


# --- lives --------------------------------------------------------------------------------------


def _life(story: Story, i: int, end: int) -> list[HistoricalDate | None]:
    """The dates of a life in brackets behind a name: "(1832–1898)", "(born 1832)"; or none."""
    s = story.sentences[i]
    if s.tags[end : end + 1] != "(":
        return []
    close = s.tags.find(")", end)
    if any(word.lower() in _FLOURISHED for word in s.words[end:close]):
        return []
    found: list[HistoricalDate] = [
        n.what.date
        for n in story.named_in(i)
        if isinstance(n.what, DateMention) and n.what.date and end < n.start < close
    ]
    low = s.words[end + 1].lower() if end + 1 < len(s) else ""
    if low in ("born", "b", "b.") and len(found) == 1:
        return [found[0], None]
    if low in ("died", "d", "d.") and len(found) == 1:
        return [None, found[0]]
    if close < 0 or close - end > _LONGEST_BRACKET:
        return []
    if len(found) == 1 and isinstance(both := found[0].written, DateInterval):
        found = [HistoricalDate(each, found[0].calendar) for each in ends(both)]
        return [*found] if len(found) == 2 and _is_life(*found) else []
    if len(found) in (2, 3) and "-" in s.tags[end:close] and _is_life(found[0], found[-1]):
        return [found[0], found[-1]]
    return []


def _is_life(born: HistoricalDate, died: HistoricalDate) -> bool:
    """Whether two dates are as far apart as a life is long."""
    years = (died.span_days()[0] - born.span_days()[0]) / 365.25
    return _SHORTEST_LIFE <= years <= _LONGEST_LIFE
