"""The command line: a thin layer over the library, and the only part that knows click's commands.

Each command is a call or two that one could write in a notebook.
"""

from __future__ import annotations

import gc
import io
import sys

import click

from flashgen import __version__
from flashgen.cli.group import Deferred, Group

# A command lives for a second and frees its memory by ending: looking for cycles every 700 objects
# takes an eighth of it.
_OBJECTS_BETWEEN_COLLECTIONS = 100_000

# Each command: the module that it is in, and the first paragraph of its help.
_COMMANDS = {
    "new": ("new", "Make a deck of ARTICLE: its folder, a draft to correct, and the package."),
    "build": ("build", "Build the Anki package of DECK_DIR, or of every deck under decks/."),
    "maps": ("maps", "Draw a map of each place of DECK_DIR, or of every deck under decks/."),
    "check": (
        "check",
        "Say what is wrong with DECK, or with every deck under decks/; write nothing.",
    ),
    "sync": (
        "sync",
        "Propose in DECK_DIR's deck.yaml, or in every one under decks/, what the article has anew.",
    ),
    "release": (
        "release",
        "Make a release of DECK_DIR, or of every deck under decks/: what you give to learners.",
    ),
    "diff": ("diff", "Show what changed, note by note and word by word."),
    "push": (
        "release",
        "Send DECK_DIR, or every deck under decks/, to the Anki that runs on this machine.",
    ),
    "extract": (
        "extract",
        "Show what the rules alone see in ARTICLE: people, dates, places, quotations.",
    ),
    "explain": (
        "explain",
        "Say why the rules see what they see in ARTICLE, or on one LINE of it.",
    ),
    "templates": (
        "templates",
        "List the templates in force, or copy them to begin a look of your own.",
    ),
    "preview": (
        "preview",
        "Show every card of DECK_DIR, or of every deck under decks/, on one page.",
    ),
}


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="flashgen")
def main() -> None:
    """Turn a history article and a curated YAML file into an Anki deck.

    Exit status: 0 all is well, 1 something in your files needs mending, 2 wrong usage.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    # What is redirected to a file is read again as UTF-8, whatever the system's own encoding.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


for name, (module, summary) in _COMMANDS.items():
    main.add_command(Deferred(name, f"{__name__}.{module}", summary))
