"""Which sentences of an article say most of a fact: one, or two, and as few as prove it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from flashgen.article import Span
from flashgen.deck.kinds import Item
from flashgen.evidence.excerpt import LONGEST
from flashgen.evidence.index import Index, words_of
from flashgen.evidence.lookups import Dates
from flashgen.evidence.measure import Measure, Wanted, held, weight

# Of more places than this, only those at a rare word are weighed.
_MANY = 200
# One sentence is enough if it holds so much of what the article has. Two are better if they hold
# so many times as much, the second pointing back to the first, or not.
_ENOUGH, _BETTER, _MUCH_BETTER = 0.5, 1.5, 4
_NOTHING = 1e-9
QUOTED = re.compile('“[^”]*”|"[^"]*"')
_POINTING_BACK = frozenset(
    "he him his she her hers it its they them their theirs this these those such both neither "
    "either there".split()
)


class Choice:
    """Chooses among the sentences of one article."""

    def __init__(self, index: Index, measure: Measure, dates: Dates) -> None:
        self._index = index
        self._measure = measure
        self._dates = dates

    def best(
        self, item: Item, places: Sequence[Span], length: Callable[[Span], int]
    ) -> tuple[Span, ...]:
        """Of the sentences of some places those that hold most, with another if need be.

        ``length`` is how many characters a card shows of a stretch. The other is a neighbour, or
        what happened on the date of an event, told further on in the paragraph.
        """
        wanted = self._measure.wanted(item)
        stretches = list(dict.fromkeys(map(self._index.numbers, self._near(places, wanted))))
        best, holds = _heaviest(stretches, wanted)
        if weight(holds) >= _ENOUGH * weight(wanted):
            return (self._index.span(best),)

        def better(numbers: range) -> bool:
            short = length(self._index.span(numbers)) <= LONGEST
            return short and self._is_better(item, numbers, holds, wanted)

        wider = [each for stretch in stretches for each in self._index.neighbours(stretch)]
        if found := list(filter(better, wider)):
            best, holds = _heaviest(found, wanted)
        if item.proof.date and (told := self._told_later(stretches, places, holds, wanted)):
            dated, deed = told
            together = range(dated[0], deed[-1] + 1)
            if (
                self._needs_all(dated, deed, wanted)
                and length(self._index.span(together)) <= LONGEST
            ):
                return (self._index.span(together),)
            return self._index.span(dated), self._index.span(deed)
        return (self._index.span(best),)

    def _near(self, places: Sequence[Span], wanted: list[Wanted]) -> Sequence[Span]:
        """Of very many places those in or beside a sentence with a rare word, or the first ones."""
        rare = (each.sentences for each in wanted if len(each.sentences) <= _MANY)
        last = len(self._index.sentences) - 1
        for numbers in rare if len(places) > _MANY else ():
            around = (range(max(0, n - 1), min(n + 1, last) + 1) for n in sorted(numbers))
            near = [place for each in around for place in within(places, self._index.span(each))]
            if near:
                return near[:_MANY]
        return places[:_MANY]

    def _is_better(
        self, item: Item, numbers: range, holds: list[Wanted], wanted: list[Wanted]
    ) -> bool:
        """Whether some sentences answer more than those that hold so much."""
        more = held(numbers, wanted)
        if not any(each.answers and each not in holds for each in more):
            return False
        times = weight(more) / max(weight(holds), _NOTHING)
        if times >= _MUCH_BETTER and weight(more) >= _ENOUGH * weight(wanted):
            return True
        # Who speaks is told before the words as often as among them.
        told = item.proof.wording and not any(each.answers for each in holds)
        return times >= _BETTER and (bool(told) or self._points_back(numbers))

    def _points_back(self, numbers: range) -> bool:
        """Whether a sentence but the first speaks of what the one before it names."""
        behind = Span(self._index.sentences[numbers[1]].start, self._index.span(numbers).end)
        own = QUOTED.sub(" ", self._index.article.view[behind.start : behind.end])
        return not _POINTING_BACK.isdisjoint(words_of(own))

    def _told_later(
        self,
        stretches: Sequence[range],
        places: Sequence[Span],
        holds: list[Wanted],
        wanted: list[Wanted],
    ) -> tuple[range, range] | None:
        """The sentences with a date, and one that tells what happened on it, if much the best."""
        pairs = [
            (weight(held((*dated, n), wanted)), -n, dated)
            for dated in stretches
            for n in self._same_day(dated, places)
        ]
        most, last, dated = max(pairs, key=lambda pair: pair[:2], default=(0.0, 0, range(0)))
        if most < max(_BETTER * weight(holds), _ENOUGH * weight(wanted)) or not pairs:
            return None
        return dated, range(-last, -last + 1)

    def _same_day(self, dated: range, places: Sequence[Span]) -> Iterator[int]:
        """The sentences behind the next of a paragraph, up to the first that has another date."""
        for n in self._index.behind(dated):
            sentence = self._index.sentences[n]
            if self._dates.days_within(sentence) > len(within(places, sentence)):
                return
            if n > dated[-1] + 1:
                yield n

    def _needs_all(self, first: range, last: range, wanted: list[Wanted]) -> bool:
        """Whether a single sentence between two adds to the answer: who "he" was."""
        between = range(first[-1] + 1, last[0])
        known = held((*first, *last), wanted)
        return len(between) == 1 and any(
            each.answers and each not in known for each in held(between, wanted)
        )


def within(places: Sequence[Span], span: Span) -> Sequence[Span]:
    """Of places in the text's order those that begin within a span."""
    first, behind = (
        bisect_left(places, offset, key=lambda place: place.start)
        for offset in (span.start, span.end)
    )
    return places[first:behind]


def _heaviest(stretches: Sequence[range], wanted: list[Wanted]) -> tuple[range, list[Wanted]]:
    """The sentences that hold most, the first of those that hold as much; and what they hold."""
    best = max(stretches, key=lambda each: (weight(held(each, wanted)), -each[0]))
    return best, held(best, wanted)
