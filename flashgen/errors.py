"""What can be wrong with a user's input, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from flashgen.printing import printable, shortened


class Severity(StrEnum):
    """How bad a problem is: an error stops everything, a fault a release, a hint nothing."""

    ERROR = "error"
    FAULT = "fault"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file; ``line`` and ``column`` count from 1, 0 means the file as a whole."""

    path: Path
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        place = printable(str(self.path))
        if self.line:
            place += f":{self.line}"
            if self.column:
                place += f":{self.column}"
        return place


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """What is at fault where no file is: a program, a variable of the environment, a stream."""

    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, order=True)
class Argument(Subject):
    """An argument of a function of the library, and its value where that tells more."""

    value: str = ""

    def __str__(self) -> str:
        return f"{self.name} {self.value}".rstrip()


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that the author should look at: where it stands, what is wrong, how to mend it.

    ``rule`` names the rule of good cards that found it, if one did. An error is a mistake that
    needs no name for its severity: it reads as that of a compiler.
    """

    where: Location | Subject
    message: str
    severity: Severity = Severity.ERROR
    rule: str = ""

    def __str__(self) -> str:
        kind = "" if self.severity is Severity.ERROR else f"{self.severity}: "
        rule = f" [{self.rule}]" if self.rule else ""
        return shortened(printable(f"{self.where}: {kind}{self.message}{rule}"))


class FlashgenError(Exception):
    """The base of every error that flashgen raises on purpose."""


class InputError(FlashgenError):
    """The user's input is at fault; holds every problem found, in file order."""

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems), key=by_place))
        super().__init__("\n".join(map(str, self.problems)))

    @classmethod
    def at(cls, path: Path, message: str, line: int = 0, column: int = 0) -> InputError:
        """An error with a single problem."""
        return cls([Problem(Location(path, line, column), message)])

    @classmethod
    def of(cls, subject: Subject, message: str) -> InputError:
        """An error with a single problem that no file has."""
        return cls([Problem(subject, message)])

    @classmethod
    def unreadable(cls, path: Path, error: OSError) -> InputError:
        """An error for a file that the system does not give out."""
        reason = error.strerror or str(error)
        mend = _MENDS.get(type(error), "check the file and its permissions")
        return cls.at(path, f"cannot be read: {reason}; {mend}")

    @classmethod
    def not_utf8(cls, path: Path, error: UnicodeDecodeError) -> InputError:
        """An error for a file in another encoding, at the line of the first wrong byte."""
        byte, line = error.object[error.start], error.object.count(b"\n", 0, error.start) + 1
        return cls.at(
            path,
            f"not UTF-8: byte 0x{byte:02X} at offset {error.start}; "
            "save the file again with the encoding UTF-8",
            line,
        )


def by_place(problem: Problem) -> tuple[str, int, int, str]:
    """Files by name, and what is in them from the top to the bottom."""
    where = problem.where
    if isinstance(where, Location):
        return str(where.path), where.line, where.column, problem.message
    return str(where), 0, 0, problem.message


_MENDS: dict[type[OSError], str] = {
    FileNotFoundError: "check the name",
    IsADirectoryError: "name a file in it",
    NotADirectoryError: "check the name",
    PermissionError: "allow yourself to read it",
}
