"""Times of day: "about 2 am", "half past nine in the evening", "at noon"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from flashgen.article import Article, Span
from flashgen.mentions import DateForm, DateMention
from flashgen.rules.dates.grammar import DateRule
from flashgen.rules.dates.said import known

DAYBREAK = "date/daybreak"


RULES = (
    DateRule(
        id="date/time-of-day",
        needs="meridiem oclock clock halfday noon past",
        pattern="{date: NEAR (?: [between from] HOUR [and to] )? (?: "
        "(?: num | clock ) meridiem OF_DAY? | clock OF_DAY? "
        "| (?: (?: half | a quarter | word_number ) dash? (?: past | to ) )? "
        "HOUR (?: oclock OF_DAY? | OF_DAY ) "
        "| (?: half | a quarter ) dash? past word_number | (?<= at ) noon ) }",
        read=lambda _, __: known(None),
        finds={
            "He spoke at around 9:30 pm, and left.": "around 9:30 pm",
            "At half past two in the afternoon he left.": "half past two in the afternoon",
            "It began at 6 pm on 3 May 1910 and ended on 4 May 1910.": "1910-05-03",
            "It began on 3 May 1910 and ended at 6 pm on 4 May 1910.": "1910-05-04",
        },
        ignores=("In 9.30 metres of rope two in three failed that day.",),
        form=DateForm.TIME,
    ),
    DateRule(
        id=DAYBREAK,
        needs="dawn",
        pattern="(?<= at ) {date: dawn }",
        read=lambda _, __: known(None),
        finds={"At dawn on 24 April 1916 he read it out.": "dawn"},
        ignores=("The dawn of 1916 was cold.",),
        form=DateForm.TIME,
    ),
)


def with_times(article: Article, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The mentions; a time belongs to the date that it touches, or to the only one of its sentence.

    A time that belongs to a date is no mention of its own. Daybreak by itself is no more than
    colour.
    """
    sentences: dict[Span | None, list[DateMention]] = defaultdict(list)
    for mention in mentions:
        sentences[article.sentence_at(mention.span.start)].append(mention)
    found: list[DateMention] = []
    for inside in sentences.values():
        times = [m for m in inside if m.form is DateForm.TIME]
        dates = {m.span: m for m in inside if m.form is not DateForm.TIME}
        for time in times:
            own = [
                span for span in dates
                if len(dates) == 1 == len(times)
                or article.view[time.span.end : span.start].strip() in ("on", "on the")
            ]  # fmt: skip
            if own:
                dated = dates[own[0]]
                reasons = (*dated.reasons, *time.reasons)
                dates[own[0]] = replace(dated, time=time.time, reasons=reasons)
            elif time.rule != DAYBREAK:
                found.append(time)
        found += dates.values()
    return found
