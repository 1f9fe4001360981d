"""What a reader of a format gives, and how it says that it cannot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Imported:
    """A document's running text in Markdown, and what it says of itself; "" where it does not."""

    text: str
    title: str = ""
    author: str = ""
    date: str = ""
    address: str = ""


class FormatError(ValueError):
    """A document cannot be read; the message says why and what to do, as one line.

    ``choices`` are further lines: what there is to choose from.
    """

    def __init__(self, message: str, choices: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.choices = tuple(choices)
