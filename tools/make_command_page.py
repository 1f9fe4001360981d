"""Make docs/command-line.md, the reference of the commands, from what the commands say themselves.

Usage: python -m tools.make_command_page
"""

import inspect
import textwrap
from collections.abc import Iterator
from typing import Any

import click

from flashgen.cli import main as flashgen
from flashgen.cli.group import Deferred
from tools.annotated import ROOT

PAGE = ROOT / "docs" / "command-line.md"
HEAD = """\
# The command line

Made from the commands' own help by `make docs`: do not edit. The same stands in
`flashgen COMMAND --help`. Exit status of all commands: 0 all is well, 1 something in your files
needs mending (one line each: file, line, what is wrong, the mend), 2 wrong usage.

How to let your shell complete commands and options stands in the
[README](../README.md#let-the-shell-complete).

| command | what it does |
| --- | --- |
"""


def main() -> None:
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The page: a table of the commands, then a section for each."""
    every = list(commands(flashgen))
    rows = "".join(map(_row, every))
    return HEAD + rows + "\n" + "\n".join("\n".join(_section(*each)) for each in every)


def commands(group: click.Group, *before: str) -> Iterator[tuple[str, click.Command]]:
    """The commands by what one types, those of groups included."""
    for name, each in group.commands.items():
        command = each.load() if isinstance(each, Deferred) else each
        if isinstance(command, click.Group):
            yield from commands(command, *before, name)
        else:
            yield " ".join((*before, name)), command


def _row(each: tuple[str, click.Command]) -> str:
    name, command = each
    anchor = f"flashgen-{name}".replace(" ", "-")
    return f"| [`flashgen {name}`](#{anchor}) | {_cell(_paragraphs(command)[0])} |\n"


def _paragraphs(command: click.Command) -> list[str]:
    return [" ".join(part.split()) for part in inspect.cleandoc(command.help or "").split("\n\n")]


def _section(name: str, command: click.Command) -> Iterator[str]:
    arguments = [each for each in command.params if isinstance(each, click.Argument)]
    options = [each for each in command.params if isinstance(each, click.Option)]
    typed = " ".join((name, "[OPTIONS]", *map(_argument, arguments)))
    yield f"## flashgen {name}\n\n```text\nflashgen {typed}\n```\n"
    yield "\n\n".join(textwrap.fill(part, 100) for part in _paragraphs(command)) + "\n"
    yield "| option | what it does |\n| --- | --- |"
    yield from (f"| {_names(option)} | {_help(option)} |" for option in options)
    yield f"\nFor example:\n\n```sh\n{command.epilog}\n```\n"


def _argument(argument: click.Argument) -> str:
    name = argument.metavar or (argument.name or "").upper()
    return name if argument.required or name.startswith("[") else f"[{name}]"


def _names(option: click.Option) -> str:
    """What one types; what the option takes stands behind its last name."""
    takes = "" if option.is_flag else f" {option.metavar or _takes(option.type)}"
    *others, last = option.opts
    return ", ".join((*(f"`{name}`" for name in others), f"`{last}{_cell(takes)}`"))


def _takes(type_: "click.ParamType[Any]") -> str:
    if isinstance(type_, click.Choice):
        return "|".join(type_.choices)
    return "NUMBER" if isinstance(type_, click.IntRange) else type_.name.upper()


def _help(option: click.Option) -> str:
    by_default = f" By default `{option.default}`." if option.show_default else ""
    return _cell((option.help or "") + by_default + " Must be given." * option.required)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    main()
