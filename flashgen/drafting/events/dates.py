"""The dates that an article states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flashgen.dates.historical import DateValue, HistoricalDate, Stated
from flashgen.drafting.clauses.story import Found, Story
from flashgen.drafting.clauses.timeless import is_bracketed
from flashgen.mentions import DateForm, DateMention


class Dates:
    """The dates of an article that are stated, each by the days that it covers."""

    def __init__(self, story: Story) -> None:
        self._best: dict[tuple[int, int], DateMention] = {}
        # What stands in brackets is a life, a reign or a book.
        named = (
            n.what
            for i in story.sentence_numbers()
            for n in story.named_in(i)
            if not is_bracketed(story.sentences[i].tags, n.start)
        )
        for mention in (what for what in named if isinstance(what, DateMention)):
            if not is_stated(mention) or mention.date is None:
                continue
            days = mention.date.span_days()
            known = self._best.setdefault(days, mention).date
            if known and known.stated is not Stated.DUAL and mention.date.stated is Stated.DUAL:
                self._best[days] = mention
        self._dual = {
            m.date.value.year
            for m in self._best.values()
            if m.date is not None
            and m.date.stated is Stated.DUAL
            and isinstance(m.date.value, DateValue)
        }

    def best(self, date: HistoricalDate) -> HistoricalDate:
        """The same date, as the one mention has it that states its calendars, if any does.

        A day that is only referred to, "the day before", has both where the days of its year do.
        """
        best = self._best.get(date.span_days()) if date.is_day else None
        if best is not None and best.date is not None:
            return best.date
        julian, gregorian = date.julian, date.gregorian
        both = date.is_day and isinstance(gregorian, DateValue) and gregorian.year in self._dual
        return HistoricalDate.dual(julian, gregorian) if both and julian and gregorian else date

    def untold(self, told: Iterable[HistoricalDate]) -> Iterator[DateMention]:
        """A mention of each date that is none of these."""
        known = {date.span_days() for date in told}
        yield from (mention for days, mention in self._best.items() if days not in known)


def is_stated(what: Found) -> bool:
    """Whether a date is stated, and not referred to."""
    stated = (DateForm.EXPLICIT, DateForm.PARTIAL)
    return isinstance(what, DateMention) and what.date is not None and what.form in stated
