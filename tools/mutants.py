"""Make the mistakes of tools/mutants.yaml one at a time, and say which the tests do not notice.

Each is made in a copy of the project, where the tests that it names are run. Exit status 1 where a
mistake goes unnoticed or cannot be made.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from queue import SimpleQueue

import yaml

from tools.annotated import ROOT

TABLE = ROOT / "tools" / "mutants.yaml"
_LIMIT = 600  # seconds
_NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "dist", "build", "*.egg-info")
_PASSED, _FAILED = 0, 1  # pytest's exit status


class Outcome(StrEnum):
    """What became of a mutant."""

    CAUGHT = "caught"
    SURVIVED = "SURVIVED"
    STALE = "STALE: its words do not stand in the file once"
    WAITS = "waits for its code"
    BROKEN = "BROKEN: the tests did not run"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A mistake: in a file, what becomes what, and the tests that should notice it."""

    name: str
    file: Path
    tests: tuple[str, ...]
    old: str = ""
    new: str = ""

    def stands_once(self, root: Path = ROOT) -> bool:
        """Whether the words are there to be replaced."""
        return (root / self.file).read_text(encoding="utf-8").count(self.old) == 1


def mutants(table: Path = TABLE) -> list[Mutant]:
    """The mutants of the table."""
    rows: Mapping[str, Mapping[str, str]] = yaml.safe_load(table.read_text(encoding="utf-8"))
    return [
        Mutant(
            name,
            Path(row["file"]),
            tuple(row["tests"].split()),
            row.get("old", ""),
            row.get("new", ""),
        )
        for name, row in rows.items()
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0], prog="tools.mutants")
    parser.add_argument("--only", metavar="WORDS", default="", help="those with WORDS in the name")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args()
    began = time.monotonic()
    chosen = [mutant for mutant in mutants() if args.only.lower() in mutant.name.lower()]
    with tempfile.TemporaryDirectory(prefix="flashgen-mutants-") as scratch:
        copies = _copies(Path(scratch), args.jobs)
        failing = _failing({mutant.tests for mutant in chosen if mutant.old}, copies, args.jobs)
        if failing:
            print(f"{' '.join(failing)}: fails as it is; mend that first")
            return 1
        outcomes = dict.fromkeys(Outcome, 0)
        for mutant, outcome in zip(chosen, _tried(chosen, copies, args.jobs), strict=True):
            outcomes[outcome] += 1
            print(f"{outcome}: {mutant.name} ({mutant.file})", flush=True)
    caught, waiting = outcomes[Outcome.CAUGHT], outcomes[Outcome.WAITS]
    later = f", {waiting} wait for their code" if waiting else ""
    print(f"{caught} of {len(chosen)} caught{later} ({time.monotonic() - began:.0f} s)")
    return int(caught + waiting < len(chosen))


def _copies(scratch: Path, count: int) -> SimpleQueue[Path]:
    """Copies of the project, each for one mutant at a time."""
    copies: SimpleQueue[Path] = SimpleQueue()
    for number in range(count):
        copy = scratch / str(number) / ROOT.name
        shutil.copytree(ROOT, copy, ignore=_NOT_COPIED)
        copies.put(copy)
    return copies


def _failing(
    selections: Iterable[tuple[str, ...]], copies: SimpleQueue[Path], jobs: int
) -> tuple[str, ...]:
    """Tests that fail without any mutant; () where there are none."""
    ordered = sorted(selections)
    with ThreadPoolExecutor(jobs) as pool:
        results = pool.map(partial(_run_in_a_copy, copies), ordered)
        return next((t for t, status in zip(ordered, results, strict=True) if status), ())


def _run_in_a_copy(copies: SimpleQueue[Path], tests: Sequence[str]) -> int:
    copy = copies.get()
    try:
        return _run(copy, tests)
    finally:
        copies.put(copy)


def _tried(chosen: Iterable[Mutant], copies: SimpleQueue[Path], jobs: int) -> Iterator[Outcome]:
    with ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(partial(_try, copies), chosen)


def _try(copies: SimpleQueue[Path], mutant: Mutant) -> Outcome:
    """What becomes of one mutant; the copy is left as it was."""
    if not mutant.old:
        return Outcome.WAITS
    if not mutant.stands_once():
        return Outcome.STALE
    copy = copies.get()
    path = copy / mutant.file
    whole = path.read_text(encoding="utf-8")
    try:
        path.write_text(whole.replace(mutant.old, mutant.new), encoding="utf-8")
        status = _run(copy, mutant.tests)
    except subprocess.TimeoutExpired:
        return Outcome.CAUGHT
    finally:
        path.write_text(whole, encoding="utf-8")
        copies.put(copy)
    return {_PASSED: Outcome.SURVIVED, _FAILED: Outcome.CAUGHT}.get(status, Outcome.BROKEN)


def _run(copy: Path, tests: Sequence[str]) -> int:
    """Pytest's exit status for some tests of a copy."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests],
        cwd=copy,
        # Nothing compiled is kept: two mutants of a second look like one file. The texts that
        # are made up are the same each time.
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "CI": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        timeout=_LIMIT,
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
