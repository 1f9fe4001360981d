"""Notice that a file was saved.

We look at the files' times and sizes, some times a second. That takes a millisecond or so for a
deck, sees editors that save under another name and rename, links, new folders and network drives
alike, and needs no library that hears of some of these and not of others.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

_OFTEN = 0.05  # seconds between two looks
_CALM = 0.02  # seconds without a change after which a save is whole
_SHARE = 0.05  # of the time, at most, is spent on looking

Seen = Mapping[str, tuple[int, int, int]]


def look(roots: Iterable[Path]) -> Seen:
    """The files that the roots are or hold, hidden ones left out: their times, sizes and numbers.

    What is missing or cannot be read is not there.
    """
    seen: dict[str, tuple[int, int, int]] = {}
    folders: set[tuple[int, int]] = set()
    ahead = [str(root) for root in roots]
    while ahead:
        path = ahead.pop()
        with suppress(OSError):
            status = Path(path).stat()
            if not stat.S_ISDIR(status.st_mode):
                seen[path] = (status.st_mtime_ns, status.st_size, status.st_ino)
            elif (folder := (status.st_dev, status.st_ino)) not in folders:
                folders.add(folder)  # a link may lead back to it
                with os.scandir(path) as entries:
                    ahead += [entry.path for entry in entries if not entry.name.startswith(".")]
    return seen


def saves(roots: Iterable[Path]) -> Iterator[None]:
    """Yield at once, then after each change of the files; it waits for the next one for ever.

    A change that comes while the caller is at work is yielded when it asks again.
    """
    roots = tuple(roots)
    seen = look(roots)
    yield
    while True:
        start = time.perf_counter()
        now = look(roots)
        if now != seen:
            while now != seen:
                seen = now
                time.sleep(_CALM)
                now = look(roots)
            yield
            continue
        time.sleep(max(_OFTEN, (time.perf_counter() - start) / _SHARE))
