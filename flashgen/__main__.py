"""``python -m flashgen`` is ``flashgen``."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command line; Ctrl-C ends it in one line from its first import on."""
    try:
        from flashgen.cli import main  # noqa: PLC0415 - which takes most of the time of a start

        main(prog_name="flashgen")
    except KeyboardInterrupt:
        sys.exit("\nAborted!")  # as click has it, which is not there yet


if __name__ == "__main__":
    run()
