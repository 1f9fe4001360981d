"""A group of commands whose modules are imported when they are called."""

from __future__ import annotations

import errno
import os
import shlex
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from flashgen.cli.shared import complain, counted
from flashgen.errors import InputError, Location, Severity, Subject

# How what stands for a closed stream is opened: to write to standard output fails, as with any
# program, since what a command says would be lost without a word.
_CLOSED = {"stdin": os.O_RDONLY, "stdout": os.O_RDONLY, "stderr": os.O_WRONLY}


class Deferred(click.Command):
    """Stands for the command of the same name in a module; to list it takes no import."""

    def __init__(self, name: str, module: str, summary: str) -> None:
        """Take the name, where the command is, and the first paragraph of its help."""
        super().__init__(name, help=summary)
        self._module = module

    def load(self) -> click.Command:
        """The command itself."""
        command: click.Command = getattr(import_module(self._module), self.name or "")
        return command

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Begin a call: it is the command's own from here on."""
        return self.load().make_context(*args, **kwargs)


class Group(click.Group):
    """The one place where input problems become output and exit status 1."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named; a file in its place was to become a deck."""
        if self.get_command(ctx, args[0]) is None and (mend := _mend_of_document(args[0])):
            ctx.fail(mend)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an input problem is printed, one line each, and several are counted."""
        try:
            return super().invoke(ctx)
        except InputError as error:
            found = [each for each in error.problems if each.severity is not Severity.HINT]
            complain(found)
            lines = sum(isinstance(each.where, Location) and each.where.line > 0 for each in found)
            if lines > 1 or Severity.FAULT in {each.severity for each in found}:
                click.echo(f"stopped by {counted(found)}", err=True)
        return ctx.exit(1)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the whole: what the system refuses, and nobody has foreseen, is one line, too."""
        for name, way in _CLOSED.items():
            if getattr(sys, name) is None:  # closed, as by ">&-"
                mode = "r" if name == "stdin" else "w"
                setattr(sys, name, os.fdopen(os.open(os.devnull, way), mode))
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            with suppress(OSError):  # standard error may be full, too
                complain(_refused(error).problems)
            _drop_output()
        sys.exit(1)


def _refused(error: OSError) -> InputError:
    """What the system refuses: a file, or to write what a command says."""
    if error.filename:
        return InputError.unreadable(Path(str(error.filename)), error)
    mend = "leave it open" if error.errno == errno.EBADF else "make room"
    message = f"cannot be written: {error.strerror or error}; {mend}"
    return InputError.of(Subject("standard output"), message)


def _drop_output() -> None:
    """What is left in the buffers must not fail once more when Python ends."""
    with Path(os.devnull).open("wb") as nowhere:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):  # a stream may have no file
                stream.flush()
            with suppress(OSError, ValueError):
                os.dup2(nowhere.fileno(), stream.fileno())


def _mend_of_document(name: str) -> str:
    """What to say of a word that is the name of a file, or looks like one that can be read."""
    from flashgen.reading.kinds import ENDINGS, IS_ADDRESS, is_address

    if Path(name).is_file() or (Path(name).suffix.lower() in ENDINGS and not is_address(name)):
        return f"No such command {name!r}; did you mean: flashgen new {shlex.quote(name)}"
    return f"{name} {IS_ADDRESS}" if is_address(name) else ""
