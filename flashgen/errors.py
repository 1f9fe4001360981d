"""What can be wrong with a user's input, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file; ``line`` and ``column`` count from 1, 0 means the file as a whole."""

    path: Path
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        place = str(self.path)
        if self.line:
            place += f":{self.line}"
            if self.column:
                place += f":{self.column}"
        return place


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that the author should look at: where it stands, what is wrong, how to mend it."""

    where: Location
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


class FlashgenError(Exception):
    """The base of every error that flashgen raises on purpose."""


class InputError(FlashgenError):
    """The user's input is at fault; holds every problem found, in file order."""

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))

    @classmethod
    def at(cls, path: Path, message: str, line: int = 0, column: int = 0) -> InputError:
        """An error with a single problem."""
        return cls([Problem(Location(path, line, column), message)])
