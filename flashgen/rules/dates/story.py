"""What the story has told before a date: the year that it does not state, the day it refers to.

Date by date, in the order of the text, the story is asked for what is missing and then told what
was read. Whatever may be the year is weighed (see ``year_clues``): the years told last, those told
next, the neighbour of one where the story has passed New Year since. "On 6 December 1941 they
struck (all ended in 1945). In January it snowed": 1945 was told last, but by the way; 1941 is
nearly as near; 1942 weighs most, for a story that goes on from December has passed New Year.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import log2

from flashgen.article import Article
from flashgen.dates.historical import DateInterval, DateValue
from flashgen.english.numbers import MONTHS
from flashgen.mentions import DateForm, DateMention, Reason
from flashgen.rules.dates import clause_of_year, early
from flashgen.rules.dates.grammar import FoundDate, compiled
from flashgen.rules.dates.said import Anchor, month_within
from flashgen.rules.dates.scene import NOWHERE, Scene, scenes
from flashgen.rules.dates.year_clues import FITS, MANNERS, RULED_OUT, TURNS, YearClue

# How many of the last and of the next dates are weighed.
_BEFORE, _AHEAD = 12, 6
# What a year weighs at the end of a list of dates, and each time that it was told.
_IN_LIST, _OFTEN = 14, 0.1
# So many paragraphs on, "the 9th" is still of the month that was told last.
_REACH = 10
# A story that goes on from October to May has passed New Year, one from May to April looks back.
_WINTER = 5
_MANNERS = (*MANNERS, *clause_of_year.MANNERS)
_FITS = (*FITS, *clause_of_year.FITS)


@dataclass(frozen=True, slots=True)
class YearCandidate:
    """A year that a date may have, where it is from, and what spoke for it or against it.

    ``ruled_out``: it is none of the date's, however near it stands; ``perhaps`` as of a Scene.
    """

    year: int
    where: str
    weight: float = 0.0
    reasons: tuple[Reason, ...] = ()
    ruled_out: bool = False
    perhaps: str | None = None


class Story:
    """The years and days told so far."""

    def __init__(self, article: Article, found: Sequence[FoundDate], year: int | None) -> None:
        self._found = found
        self._given = year
        self._scenes = list(map(_with_manners, scenes(article, found)))
        self._told: deque[Scene] = deque(maxlen=_BEFORE)  # the last years told
        self._subject: Scene | None = None  # where the article's own year was told
        eras = Counter(filter(None, map(early.era_of, found)))
        self._own_era = next((era for era, _ in eras.most_common(1)), "")
        self._era = (self._own_era, 0)  # the last one named, and its paragraph
        self._now = NOWHERE  # where the story is
        self._behind = False  # whether the last year told lies before that
        self._decade: YearCandidate | None = None  # the last decade told
        self._last = NOWHERE  # the last date told
        self._day = NOWHERE  # that, too, unless it is not certain which day comes next to it

    # --- asked -----------------------------------------------------------------------------

    def years(self, index: int) -> Iterator[YearCandidate]:
        """The years that a date without one may have, the likeliest first."""
        said = self._found[index].said
        if said.figures is not None:
            yield from self._of_century(index, said.figures)
        elif said.turn is not None:
            for candidate in self._last_told(index):
                yield replace(candidate, year=candidate.year + said.turn)
        elif self._given is not None:
            yield YearCandidate(self._given, "the year given")
        else:
            yield from self._weighed(index)

    def anchor(self, index: int) -> Anchor:
        """What a date told by reference hangs on, where it is near."""
        here = self._scenes[index]
        reach = 1 if self._found[index].said.moves else _REACH
        last, day = (
            told.date if abs(here.paragraph - told.paragraph) <= reach else None
            for told in (self._last, self._day)
        )
        return Anchor(last, day, self._last.where, self._now.is_entry or here.looks_back)

    def is_early(self, index: int) -> bool:
        """Whether the story is among years below a hundred, so that it need not say more."""
        told = [scene.year for scene in (*self._told,)[-early.REACH :]]
        ahead = [scene.year for scene in self._scenes[index : index + 2] if scene.year]
        return any(year < 100 for year in (*told, *ahead))

    def is_before_christ(self, index: int) -> bool:
        """Whether a year that names no era is one B.C.: as its paragraph said, or the article."""
        if not any(told.year <= 0 for told in (*self._told,)[-early.REACH :]):
            return False
        era, paragraph = self._era
        return (era if paragraph == self._scenes[index].paragraph else self._own_era) == "bc"

    def completes(self, index: int) -> bool:
        """Whether a year only completes the date before it: "In May, it was built in 1860"."""
        if index == 0 or self._given is not None:
            return False
        before, here = self._found[index - 1].said, self._scenes[index]
        open_date = before.year is None and before.needs_year and not before.refer
        bare = self._found[index].said.sides[:1]
        return (
            open_date
            and before.turn is None
            and bool(bare)
            and (clause_of_year.is_in_its_clause(here, self._scenes[index - 1]))
        )

    # --- told ------------------------------------------------------------------------------

    def tell(self, index: int, mention: DateMention, year: int | None, where: str | None) -> None:
        """Remember a date and its year, if it has one, and where that came from if not stated."""
        said, here = self._found[index].said, self._scenes[index]
        told = replace(
            here, year=year or 0, where=where or here.where, now=self._at(here).year,
            date=mention.date, perhaps=mention.perhaps,
        )  # fmt: skip
        if era := early.era_of(self._found[index]):
            self._era = era, here.paragraph
        value = mention.date.value if mention.date else None
        if isinstance(value, DateValue) and value.open_digits == 1:
            self._decade = YearCandidate(value.year, here.where)
        if here.in_brackets and said.is_range:  # "The war (17 July 1936 – 1 April 1939) began"
            first = said.sides[0].points[0]
            told = replace(told, year=first.year or told.year, month=month_within(first.month))
        if year is not None:
            self._tell_year(told)
        is_day = mention.date is not None and mention.date.is_day
        again = (told.year, told.month) == (self._last.year, None)
        if said.refer:
            self._tell_reference(told, mention, moves=said.moves)
        elif not again and (not here.manners or (is_day and not here.in_brackets)):
            self._day = self._last = told

    def _tell_year(self, told: Scene) -> None:
        """The story goes on from here, or back where it opens so or goes back twice in a row."""
        self._told.append(told)
        if told.subject:
            self._subject = self._subject or told
        if not told.manners and (told.month or told.opens):
            behind = told.year < told.now
            if not behind or self._behind or told.opens:
                self._now = replace(told, year=_first_year(told)) if told.is_range else told
            self._behind = behind

    def _tell_reference(self, told: Scene, mention: DateMention, *, moves: bool) -> None:
        """What comes next may hang on this date or on the one before."""
        value = mention.date.value if mention.date else None
        partial = mention.form is DateForm.PARTIAL
        if isinstance(value, DateValue) and (moves or partial):
            self._last = told
            # "Ten years later they" moves the story; "he told it ten years later" does not.
            if value.day is None and (value.month or not told.before.strip()):
                month = month_within(value.month)
                self._tell_year(
                    _with_manners(replace(told, year=value.year, month=month, before=""))
                )
        if partial or moves:
            self._day = told if partial else NOWHERE

    # --- weighed ---------------------------------------------------------------------------

    def _at(self, here: Scene) -> Scene:
        """Where the story is; a section may go back, as that behind a summary does."""
        return self._now if self._now.section == here.section else NOWHERE

    def _weighed(self, index: int) -> Iterator[YearCandidate]:
        """Every year told near a date, the heaviest first."""
        now = self._at(self._scenes[index])
        here = replace(self._scenes[index], now=now.year)
        often = Counter(told.year for told in self._told)
        newest = max((told.year for told in self._told if not told.manners), default=0)
        every = list(self._ahead(index))
        # What another date of the section states is sure again.
        sure = {t.year for t in self._told if not t.perhaps and t.section == here.section}
        subject = [self._subject] if self._subject and self._subject not in self._told else []
        for told in (*reversed(self._told), *subject):
            more = _OFTEN * often[told.year]
            known = told
            if told.perhaps and told.year in sure:
                known = replace(told, perhaps=None)
            every.append(_weigh(known, here, _FITS, more))
            goes_on = now in (told, NOWHERE) and newest in (told.year, 0)
            for clue in TURNS if goes_on else ():
                if clue.holds(told, here):
                    passed = _weigh(known, here, (clue,), more)
                    since = f"{MONTHS[(told.month or 1) - 1]} {told.year}, {told.where}"
                    where = f"{'after' if clue.turn > 0 else 'before'} {since}"
                    every.append(replace(passed, year=told.year + clue.turn, where=where))
        every.sort(key=lambda candidate: -candidate.weight)
        against = dict.fromkeys(r for other in every[1:] for r in other.reasons if r.weight < 0)
        for candidate in every:
            yield replace(candidate, reasons=(*dict.fromkeys((*candidate.reasons, *against)),))

    def _ahead(self, index: int) -> Iterator[YearCandidate]:
        """The next years stated, less the New Years until there; one that ends a list is sure."""
        here = self._scenes[index]
        month, passes, in_list = here.month or 6, 0, True
        for i in range(index + 1, min(index + 1 + _AHEAD, len(self._found))):
            before, found, there = self._found[i - 1], self._found[i], self._scenes[i]
            in_list &= (
                before.atoms is found.atoms
                and not found.said.refer
                and bool(compiled("LISTED").fullmatch(found.atoms.kinds, before.last, found.first))
            )
            passes += (there.month or month) <= month - _WINTER
            month = there.month or month
            if there.year:
                there = replace(there, now=self._now.year)
                candidate = _weigh(there, here, _FITS, _IN_LIST if in_list else 0)
                yield replace(candidate, year=there.year - passes)
                in_list = False

    def _last_told(self, index: int) -> list[YearCandidate]:
        """The years that "that year" may be: first the last one that was told."""
        near = [YearCandidate(told.year, told.where) for told in (*self._told,)[-1:]]
        return [*near, *self._weighed(index)]

    def _of_century(self, index: int, figures: int) -> Iterator[YearCandidate]:
        """The year of "’61": a little ahead of the one told, or else behind it."""
        last = next(iter(self._last_told(index)), YearCandidate(0, "the year given"))
        told = self._decade or last
        near = self._given or told.year
        for year in (near - near % 100 + figures + shift for shift in (100, 0, -100)):
            if near > 100 and -80 <= year - near <= 20:
                yield replace(told, year=year)


def _first_year(told: Scene) -> int:
    """The year in which what lasted for years began: the story may go on from anywhere in it."""
    value = told.date.value if told.date else None
    return value.start.year if isinstance(value, DateInterval) and value.start else told.year


def _with_manners(scene: Scene) -> Scene:
    """The scene with the clues that it is told by the way."""
    return replace(scene, manners=tuple(clue for clue in _MANNERS if clue.holds(scene, scene)))


def _weigh(told: Scene, here: Scene, clues: Iterable[YearClue], more: float = 0) -> YearCandidate:
    """The year told as the year of a date, with what speaks for it and against it."""
    held = (*told.manners, *(clue for clue in clues if clue.holds(told, here)))
    reasons = tuple(Reason(clue.id, clue.weight) for clue in held)
    apart = abs(here.sentence - told.sentence) or abs(here.offset - told.offset) / 1000
    nearness = max(-3.0, 5 - 2 * log2(1 + apart))
    weight = nearness + more + sum(reason.weight for reason in reasons)
    ruled_out = any(reason.weight <= RULED_OUT for reason in reasons)
    return YearCandidate(told.year, told.where, weight, reasons, ruled_out, told.perhaps)
