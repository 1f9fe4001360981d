"""Tables whose cells are columns of the page, and where they end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

# What stands under the header of such a table, or around its rows.
COLUMNS = re.compile(r"[ \t]*(?:-{2,}(?:[ \t]+-{2,})+|={2,}(?:[ \t]+={2,})+)[ \t]*$")
_RULE = re.compile(r"[ \t]*-{3,}[ \t-]*$")
_LINE = re.compile(r".*\n?")
_LONGEST = 300  # lines


def end_of_rows(text: str, start: int, columns: Sequence[int]) -> int:
    """Where the rule begins that closes a table whose rows have blank lines between them.

    ``start`` is where the rule above its rows ends. 0: a blank line ends it, or its lines are no
    rows of it.
    """
    blank = False
    for line in islice(_LINE.finditer(text, start), 1, _LONGEST):
        words = line[0].rstrip()
        if _RULE.match(words):
            return line.start() if blank else 0
        if any(words[column - 1 : column].strip() for column in columns):
            return 0
        blank = blank or not words
    return 0
