"""A group of commands whose modules are imported when they are called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from flashgen.cli.shared import complain
from flashgen.errors import InputError, Severity


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

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an input problem is printed, one line each."""
        try:
            return super().invoke(ctx)
        except InputError as error:
            complain(each for each in error.problems if each.severity is not Severity.HINT)
            ctx.exit(1)
