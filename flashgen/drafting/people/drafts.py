"""People: who the article says that somebody is, and when he lived."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flashgen.article import Span
from flashgen.dates.edtf.conversion import ends
from flashgen.dates.historical import DateInterval, HistoricalDate
from flashgen.drafting.clauses.description import THE_ONE, Description, fullest
from flashgen.drafting.clauses.pronouns import who_is_meant
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.people.deeds import did, lead, named_as, said
from flashgen.drafting.people.leaders import leading
from flashgen.drafting.people.roles import made
from flashgen.drafting.people.sayings import KIN, beside
from flashgen.drafting.people.weighing import LITTLE, MORE_THAN_A_TITLE
from flashgen.english.clauses import Clause
from flashgen.mentions import DateMention, FoundPerson, Mention

_SHORTEST_LIFE, _LONGEST_LIFE = 15, 110  # years
_LONGEST_BRACKET = 30  # tokens
_SHORT = 3  # letters
_FEW = 4  # times that an article names somebody of whom it tells one thing
# What is part of a name: "Hugh Ashcombe, 2nd Earl of Bath".
_PEERAGE = re.compile(
    r"(?:\d+\w\w |first |second |third )?(?:Earl|Baron|Viscount|Marquess|Marquis|Lord|Count)s?\b"
    r"(?: [A-ZÀ-Þ]\S*| of .*)?$",
    re.IGNORECASE,
)
_RANKS = frozenset("sir lord lady don dona mr mrs miss saint st dame monsieur madame hon".split())


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
    deeds: dict[str, list[Description]] = {name: [] for name in story.people}
    lives: dict[str, list[HistoricalDate | None]] = {}
    for person in story.mentions.people:
        for mention in person.mentions:
            i, start, end = _tokens(story, mention)
            if i < 0:
                continue
            said_of[person.canonical] += beside(story, i, start, end, person)
            if life := _life(story, i, end):
                lives.setdefault(person.canonical, life)
    for i in story.sentence_numbers():
        for person, who in (*_named_as_one(story, i), *_said(story, i)):
            said_of[person.canonical].append(who)
        for person, deed in _done(story, i):
            if len(person.mentions) <= _FEW:
                deeds[person.canonical].append(deed)
    for name, found in said_of.items():  # "Ada Holt, daughter of Elias Holt" gives itself away
        others = [each for each in found if not set(_names(each.words)) & set(_names(name))]
        said_of[name] = others if deeds[name] else others or found
    bests = {name: _best(story.people[name], found) for name, found in said_of.items()}
    shared = Counter(best.words for best in bests.values() if best is not None)
    for person in story.mentions.people:
        born, died = lives.get(person.canonical, [None, None])
        best = bests[person.canonical]
        if best is None or best.lacks or shared[best.words] > 1:
            done = fullest(deeds[person.canonical])
            best = best if done is None else _known_for(story, said_of[person.canonical], done)
        yield PersonDraft(person, best, born, died)


def _best(person: FoundPerson, found: Sequence[Description]) -> Description | None:
    """What says most of somebody; nothing where it is a given name and whose kin, told once."""
    best = fullest(found)
    if best is not None and _PEERAGE.match(best.words):
        best = replace(best, lacks=(*best.lacks, MORE_THAN_A_TITLE))
    once = len(person.mentions) == 1 and " " not in person.canonical
    return None if once and best and best.words.split()[0].lower() in KIN else best


def _names(words: str) -> list[str]:
    return [word for word in words.split() if word[:1].isupper() and len(word) > _SHORT]


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


def _done(story: Story, i: int) -> Iterator[tuple[FoundPerson, Description]]:
    """What the clauses of a sentence say that people did, and what was done to them."""
    for clause in _told_clauses(story, i):
        person = who_is_meant(story, i, clause.subject) if clause.subject else None
        if person is not None:
            yield from ((person, deed) for deed in did(story, i, clause, person))


def _told_clauses(story: Story, i: int) -> Iterator[Clause]:
    for clause in story.clauses(i):
        told = clause.finite and not clause.negated and not clause.inverted
        if told and clause.subject is not None:
            yield clause


def _known_for(story: Story, found: Sequence[Description], deed: Description) -> Description:
    """A deed with the title of who did it, if its sentence has one: "dictator who sacked Riga"."""
    i = story.sentence_at(deed.at.start)
    titles = (t for t in found if _is_calling(t) and story.sentence_at(t.at.start) == i)
    title = fullest(titles)
    if title is None and deed.words.startswith("whom "):
        return replace(deed, lacks=(*deed.lacks, LITTLE))  # "the one whom thirty men captured"
    return replace(deed, words=f"{title.words if title else THE_ONE} {deed.words}")


def _is_calling(title: Description) -> bool:
    """Whether what stands before a name says what somebody was: not "Sir", "Lord"."""
    low = title.words.lower()
    return set(title.lacks) <= {MORE_THAN_A_TITLE} and low not in _RANKS and low not in KIN


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
