"""How the tests of dates write what they expect.

Every row is a text of our own and the dates that a reader would find in it. A value is written
"julian | gregorian" where both calendars are known, "?" where it cannot be given.
"""

import re
from collections.abc import Sequence

from flashgen.mentions import DateMention


def value(mention: DateMention) -> str:
    if mention.date is None:
        return "?"
    if mention.date.calendar is not None:
        return f"{mention.date.julian} | {mention.date.gregorian}"
    return str(mention.date.written)


def reading(mention: DateMention) -> str:
    return f"{' '.join(mention.surface.split())} = {value(mention)}"


def readings(mentions: Sequence[DateMention]) -> list[str]:
    return [reading(mention) for mention in mentions]


def marked(text: str, mentions: Sequence[DateMention]) -> str:
    """The text with its dates marked, and their values behind it, as the tables write it."""
    for mention in reversed(mentions):
        start, end = mention.span.start, mention.span.end
        text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
    return f"{text} = {' ; '.join(map(value, mentions))}"


def unmarked(row: str) -> str:
    """The text of a row alone."""
    return re.sub("[«»]| = .*", "", row)


def cases(table: str) -> list[str]:
    """The rows of a table: a text, its dates marked, and their values; "#" is a remark."""
    rows = re.sub(r" *\n? +=", " =", table).splitlines()
    return [row for row in rows if row and not row.startswith("#")]
