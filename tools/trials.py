"""Try the rules with one thing switched off: does any text come out otherwise?

Each trial is a process of its own, forked from one that has everything loaded. It ends at the
first text whose mentions differ from those of the whole rules, reasons aside.
"""

from __future__ import annotations

import ast
import contextlib
import gc
import json
import os
import re
import resource
import signal
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

from flashgen.article import Article
from tools.branches import code, set_witness, witnessed
from tools.reimport import Find, caches, find_with, modules

_MEMORY = 3 * 2**30  # bytes; a loop without an end must not take the machine
_STEM = 4  # letters that the forms of a word have in common
# The texts in which a branch, by module and number, has an outcome; None stands for all of them.
Outcomes = Mapping[tuple[str, int, bool], list[int] | None]

_UNREAD = frozenset({"reasons", "neither"})


@dataclass(frozen=True, slots=True)
class Trial:
    """Something to switch off: its kind, where it stands, and how.

    ``texts`` are the numbers of those that can come out otherwise; None: any.
    """

    kind: str
    path: Path
    line: int
    label: str
    prepare: Callable[[], Find]
    texts: Sequence[int] | None = None


def fingerprint(value: object) -> object:
    """What can be compared of a find: all but the reasons."""
    if is_dataclass(value) and not isinstance(value, type):
        names = (field.name for field in fields(value))
        return tuple(fingerprint(getattr(value, name)) for name in names if name not in _UNREAD)
    return tuple(map(fingerprint, value)) if isinstance(value, tuple) else str(value)


class Bench:
    """The texts, and what the whole rules find in each."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = sorted(articles, key=lambda article: len(article.text))
        find = find_with({})
        began = time.monotonic()
        self._expected = [fingerprint(find(article)) for article in self.articles]
        self._limit = round(10 * (time.monotonic() - began)) + 30
        self._texts = [article.text.lower() for article in self.articles]
        # The texts at which trials in a file ended: they will end others there.
        self._telling: defaultdict[Path, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        gc.collect()
        gc.freeze()

    def with_any(self, words: str) -> list[int]:
        """The texts that have the beginning of one of some words, whatever its form."""
        stems = {word[:_STEM] for word in re.findall(r"\w+", words.lower())}
        return [
            number for number, text in enumerate(self._texts) if any(stem in text for stem in stems)
        ]

    def outcomes(self) -> Outcomes:
        """The texts in which each branch has each outcome.

        All of them where tables are read, once for all: each text may depend on it.
        """
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            with os.fdopen(writer, "w") as out:
                json.dump([[*key, texts] for key, texts in self._witness().items()], out)
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader) as told:
            seen = json.load(told)
        os.waitpid(child, 0)
        return {(module, number, outcome): texts for module, number, outcome, texts in seen}

    def _witness(self) -> dict[tuple[str, int, bool], list[int] | None]:
        now: set[tuple[str, int, bool]] = set()

        def witness(module: str, number: int, value: object) -> object:
            now.add((module, number, bool(value)))
            return value

        set_witness(witness)
        find = find_with(
            {
                name: code(witnessed(path.read_text(encoding="utf-8"), name), str(path))
                for name, path in modules().items()
            }
        )
        for article in self.articles:
            find(article)
        seen: dict[tuple[str, int, bool], list[int] | None] = {}
        once = set(now)
        for number, article in enumerate(self.articles):
            for cached in caches():
                cached.cache_clear()
            now.clear()
            find(article)
            for key in now:
                texts = seen.setdefault(key, [])
                assert texts is not None
                texts.append(number)
        return seen | dict.fromkeys(once - seen.keys())

    def run(self, trials: Sequence[Trial], jobs: int) -> Iterator[tuple[Trial, bool]]:
        """Each trial as it ends, and whether any text came out otherwise."""
        waiting = iter(trials)
        running: dict[int, tuple[Trial, int]] = {}
        while True:
            while len(running) < jobs and (trial := next(waiting, None)) is not None:
                if trial.texts is not None and not trial.texts:
                    yield trial, False
                else:
                    child, reader = self._start(trial)
                    running[child] = trial, reader
            if not running:
                return
            child, status = os.wait()
            trial, reader = running.pop(child)
            with os.fdopen(reader) as told:
                text = told.read()
            if text:
                self._telling[trial.path][int(text)] += 1
            yield trial, status != 0

    def _start(self, trial: Trial) -> tuple[int, int]:
        reader, writer = os.pipe()
        child = os.fork()
        if child:
            os.close(writer)
            return child, reader
        status = 1
        with contextlib.suppress(BaseException):
            signal.alarm(self._limit)
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, 1)
            os.dup2(silence, 2)
            text = self._first_difference(trial)
            os.write(writer, b"" if text is None else str(text).encode())
            status = int(text is not None)
        os._exit(status)

    def _first_difference(self, trial: Trial) -> int | None:
        """The first text that comes out otherwise; an error is another outcome, too."""
        find = trial.prepare()
        for number in self._order(trial):
            try:
                if fingerprint(find(self.articles[number])) != self._expected[number]:
                    return number
            except Exception:  # whatever it is, it did not happen before
                return number
        return None

    def _order(self, trial: Trial) -> list[int]:
        """The texts, those first that are likely to tell."""
        telling = self._telling[trial.path]
        numbers = range(len(self.articles)) if trial.texts is None else trial.texts
        return sorted(numbers, key=lambda n: (-telling.get(n, 0), n))


def find_with_tree(module: str, path: Path, tree: Callable[[], ast.Module]) -> Find:
    """``find_mentions`` with another tree for a module, which is made only now."""
    return find_with({module: code(tree(), str(path))})
