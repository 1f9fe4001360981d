"""People: who the article says that somebody is, and when he lived."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flashgen.article import Span
from flashgen.dates.edtf.conversion import ends
from flashgen.dates.historical import DateInterval, HistoricalDate
from flashgen.drafting.deeds import named_as, said
from flashgen.drafting.description import Description, fullest
from flashgen.drafting.pronouns import who_is_meant
from flashgen.drafting.sayings import beside
from flashgen.drafting.story import Story
from flashgen.mentions import DateMention, FoundPerson, Mention

_SHORTEST_LIFE, _LONGEST_LIFE = 15, 110  # years
_LONGEST_BRACKET = 30  # tokens


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """A person as the article tells of him; ``best`` is None where it does not say who he is."""

    person: FoundPerson
    best: Description | None
    born: HistoricalDate | None
    died: HistoricalDate | None


def people(story: Story) -> Iterator[PersonDraft]:
    """The people of an article in the order of the text."""
    found: dict[str, list[Description]] = {person.canonical: [] for person in story.mentions.people}
    lives: dict[str, list[HistoricalDate | None]] = {}
    for person in story.mentions.people:
        for mention in person.mentions:
            i, start, end = _tokens(story, mention)
            if i < 0:
                continue
            found[person.canonical] += beside(story, i, start, end, person)
            if life := _life(story, i, end):
                lives.setdefault(person.canonical, life)
    for i in story.sentence_numbers():
        for clause in story.clauses(i):
            subject = clause.subject
            if subject is None or not clause.finite or clause.negated or clause.inverted:
                continue
            for person, who in named_as(story, i, clause):
                found[person.canonical].append(who)
            subject_person = who_is_meant(story, i, subject)
            if subject_person is None:
                continue
            found[subject_person.canonical] += said(story, i, clause)
    for person in story.mentions.people:
        born, died = lives.get(person.canonical, [None, None])
        yield PersonDraft(person, fullest(found[person.canonical]), born, died)


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
