"""The command line: a thin layer over the library, and the only part that knows click's commands.

Each command is a call or two that one could write in a notebook.
"""

from __future__ import annotations

import io
import sys

import click

from flashgen import __version__
from flashgen.cli.build import build, check
from flashgen.cli.explain import explain
from flashgen.cli.extract import extract
from flashgen.cli.preview import preview
from flashgen.cli.release import diff, push, release
from flashgen.cli.shared import Group
from flashgen.cli.templates import templates


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="flashgen")
def main() -> None:
    """Turn a history article and a curated YAML file into an Anki deck.

    Exit status: 0 all is well, 1 something in your files needs mending, 2 wrong usage.
    """
    # What is redirected to a file is read again as UTF-8, whatever the system's own encoding.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


for command in (build, check, release, diff, push, extract, explain, templates, preview):
    main.add_command(command)
