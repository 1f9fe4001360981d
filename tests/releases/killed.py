"""Runs flashgen in forked children and kills them in the middle of it, for test_crash.

A child dies as in a power cut: no cleanup of Python's, not even a 'finally'. This is a process of
its own, warm and with one thread, so that forking costs a millisecond and warns of nothing. It
takes an order a line from standard input, and answers each with a line; both are JSON.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TextIO

from flashgen.cli import main

# The moments at which a kill, or the clock of one, may begin. Those of a hidden file are the names
# of Python's audit events: each is told just before it happens.
START, WRITING, RENAMING, RENAMED = "start", "open", "os.rename", "os.remove"


@dataclass(frozen=True)
class Kill:
    """When to kill: ``delay`` seconds after a moment; 0 is right there.

    A moment is the start, or when a hidden file in ``folder`` is opened, renamed, or was renamed.
    """

    moment: str = START
    delay: float = 900.0
    folder: str = ""


@dataclass(frozen=True)
class Death:
    """How a run ended: killed, or with an exit status.

    ``seen`` are the moments that it came to as (what, folder, seconds since the start);
    ``seconds`` is how long it took in all.
    """

    killed: bool
    status: int
    seen: list[tuple[str, str, float]]
    seconds: float

    def came_to(self, moment: str) -> bool:
        return moment in {what for what, _, _ in self.seen}


class Killer:
    """The other end: what a test gives orders to."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def begin(self, *runs: Sequence[object], time: int, kill: Kill | None = None) -> None:
        """Run command lines of flashgen at once; ``time`` is what they take for now.

        Where there are several, they begin to write at the same moment.
        """
        words = [[str(word) for word in run] for run in runs]
        order = {"runs": words, "time": time, "kill": asdict(kill or Kill())}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()

    def busy(self) -> bool:
        """Whether some still run."""
        assert self._process.stdout is not None
        return not select.select([self._process.stdout], [], [], 0)[0]

    def end(self) -> list[Death]:
        """Wait until all have ended."""
        assert self._process.stdout is not None
        return [Death(**death) for death in json.loads(self._process.stdout.readline())]

    def run(self, *words: object, time: int, kill: Kill | None = None) -> Death:
        """Run one command line."""
        self.begin(words, time=time, kill=kill)
        (death,) = self.end()
        return death


@contextmanager
def killer(root: Path, *warm_up: object) -> Iterator[Killer]:
    """A driver that has run a command line once, so that all is loaded."""
    words = [sys.executable, "-W", "error", "-m", __name__, *map(str, warm_up)]
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root
    ) as process:
        yield Killer(process)
        assert process.stdin is not None
        process.stdin.close()


def _drive() -> None:
    main([*sys.argv[1:], "-q"], standalone_mode=False)
    for line in sys.stdin:
        order = json.loads(line)
        wait, gate = os.pipe()
        children = []
        for words in order["runs"]:
            begun = time.monotonic()
            told, tell = os.pipe()
            child = os.fork()
            if child == 0:
                try:
                    os.close(gate)
                    _Child(tell, wait, begun, Kill(**order["kill"])).run(words, order["time"])
                finally:
                    os._exit(70)  # whatever happens, a child must not read the next order
            os.close(tell)
            children.append((child, os.fdopen(told, encoding="utf-8"), begun))
        # Each waits before it writes, until all have come so far (or have ended).
        first = [told.readline() + told.readline() for _, told, _ in children]
        os.close(gate)
        os.close(wait)
        answer = [_death(*child, lines) for child, lines in zip(children, first, strict=True)]
        print(json.dumps(answer), flush=True)  # noqa: T201


class _Child:
    """A process that runs flashgen, tells its moments, and is killed at one of them."""

    def __init__(self, tell: int, wait: int, begun: float, kill: Kill) -> None:
        self._tell, self._wait, self._begun, self._kill = tell, wait, begun, kill

    def run(self, words: list[str], now: int) -> None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.environ["SOURCE_DATE_EPOCH"] = str(now)
        self._come_to(START, "")
        sys.addaudithook(self._watch)
        try:
            main([*words, "-q"])
        except SystemExit as end:
            os._exit(int(end.code or 0))

    def _watch(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in {WRITING, RENAMING, RENAMED} and ".flashgen-" in str(arguments[0]):
            self._come_to(event, str(Path(str(arguments[0])).parent))

    def _come_to(self, moment: str, folder: str) -> None:
        told = [moment, folder, time.monotonic() - self._begun]
        os.write(self._tell, (json.dumps(told) + "\n").encode())
        if moment == WRITING:
            os.read(self._wait, 1)  # returns once nobody holds the other end any more
        if (moment, folder) == (self._kill.moment, self._kill.folder):
            if not self._kill.delay:
                os.kill(os.getpid(), signal.SIGKILL)
            # Its default action ends the process as SIGKILL does.
            signal.setitimer(signal.ITIMER_REAL, self._kill.delay)


def _death(child: int, told: TextIO, begun: float, first: str) -> dict[str, Any]:
    with told:
        seen = [json.loads(line) for line in (first + told.read()).splitlines()]
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status)
    return asdict(
        Death(
            killed=killed,
            status=os.WTERMSIG(status) if killed else os.WEXITSTATUS(status),
            seen=seen,
            seconds=time.monotonic() - begun,
        )
    )


if __name__ == "__main__":
    _drive()
