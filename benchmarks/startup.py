"""How long a command takes from the key to its end, beside starting Python with click.

Usage: python benchmarks/startup.py [--rounds N]

Each is a process of its own, with its modules compiled before, as pip leaves them. The commands
run in turn, N times (11); the ratio is that of a round, and what is printed are medians. Only the
ratios can be compared between machines.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
DECK = "decks/october-1917"
FLASHGEN = ("-m", "flashgen")
CLICK = 'python -c "import click"'


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=11)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            CLICK: ("-c", "import click"),
            "flashgen --help": (*FLASHGEN, "--help"),
            "flashgen preview --help": (*FLASHGEN, "preview", "--help"),
            f"flashgen check {DECK}": (*FLASHGEN, "check", DECK),
            f"flashgen build {DECK}": (*FLASHGEN, "build", DECK, "-o", f"{folder}/deck.apkg"),
            f"flashgen extract {DECK}/article.md": (*FLASHGEN, "extract", f"{DECK}/article.md"),
        }
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"
        # The first round compiles, and is not counted.
        rounds = [
            {name: _seconds(arguments, environment) for name, arguments in commands.items()}
            for _ in range(options.rounds + 1)
        ][1:]
    print(f"{'':<44} {'seconds':>8} {'ratio':>6}")
    for name in commands:
        seconds = statistics.median(each[name] for each in rounds)
        ratio = statistics.median(each[name] / each[CLICK] for each in rounds)
        print(f"{name:<44} {seconds:>8.3f} {ratio:>6.1f}", flush=True)


def _seconds(arguments: Sequence[str], environment: Mapping[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, check=True, capture_output=True
    )
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
