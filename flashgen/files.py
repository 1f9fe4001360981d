"""Read a file that is one, write it whole or not at all, one at a time, or for a while."""

from __future__ import annotations

import os
import secrets
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from flashgen.errors import InputError, Subject

# No file that people write is larger: an article of 100 MB is a shelf of books.
MOST = 100_000_000
_ROOM = 1_000_000  # bytes: a disk with so few left is full


def read_plain(path: Path, most: int = MOST, mend: str = "name the right file") -> bytes:
    """The content of a file.

    Raises InputError as ``read_beginning`` does, and, with ``mend`` as what to do, where it has
    more than so many bytes.
    """
    data = read_beginning(path, most + 1)
    if len(data) > most:
        raise InputError.at(path, f"is larger than {most / 1e6:g} MB; {mend}")
    return data


def read_beginning(path: Path, most: int) -> bytes:
    """At most so many bytes of a file. Raises InputError as ``open_plain`` does."""
    with open_plain(path) as file:
        try:
            return file.read(most)
        except OSError as error:
            raise InputError.unreadable(path, error) from error


def open_plain(path: Path) -> BinaryIO:
    """A file to read from: whatever people name is opened here.

    Raises InputError where there is none, it is no plain file but a folder, a pipe or a device, or
    the system does not give it out.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
            raise InputError.at(path, "is no plain file; copy what comes out of it into one")
        return path.open("rb")
    except OSError as error:
        raise InputError.unreadable(path, error) from error


def is_there(path: Path) -> bool:
    """Whether a folder has such an entry: a link that leads to nothing, too, is for its reader.

    So is what nobody can say, since the folder may not be looked into.
    """
    try:
        path.lstat()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return True


def lies_in(path: Path, folder: Path) -> bool:
    """Whether a file lies in a folder when all links are followed.

    A deck that one was given must not carry one's own files away.
    """
    return real(path).is_relative_to(real(folder))


def real(path: Path) -> Path:
    """Where a file lies when all links are followed, also those that lead in a circle.

    Raises InputError where that goes from the current folder, and this was deleted.
    """
    try:
        return Path(os.path.realpath(path))
    except FileNotFoundError as error:
        message = "is gone; change into one that is there, and try again"
        raise InputError.of(Subject("the current folder"), message) from error


def write_whole(path: Path, data: bytes, mend: str = "make room or name another file") -> None:
    """Write ``data``; at any moment the file is either the new one, whole, or what it was.

    A process that is killed may leave a hidden file beside it, nothing more. Raises InputError,
    with ``mend`` as what to do, where the file cannot be written.
    """
    # Renaming over a device or a pipe would replace it, and over a link would cut it off.
    target = real(path)
    try:
        if target.exists() and not target.is_file():
            raise InputError.at(path, "is no file to write to; name another one")
        target.parent.mkdir(parents=True, exist_ok=True)
        # A name that nobody else takes: another build may write the same file now.
        beside = target.with_name(f".flashgen-{secrets.token_hex(8)}.tmp")
        try:
            with beside.open("xb") as file:
                if target.exists():
                    beside.chmod(stat.S_IMODE(target.stat().st_mode))
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
            _sync_folder(target.parent)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise InputError.at(
            path,
            f"cannot be written: {error.strerror or error}; {mend} (what stood there is unchanged)",
        ) from error


def _sync_folder(folder: Path) -> None:
    """Have the folder's new entry on the disk, too: else a power loss brings the old file back."""
    if sys.platform != "win32":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Wait until no other process holds the lock on a file that exists; free when it ends.

    Programs that read or write the file are not hindered. Where the file cannot be opened, or its
    disk knows no locks, nothing is locked.
    """
    with ExitStack() as stack:
        with suppress(OSError):
            _lock(stack.enter_context(path.open("rb")).fileno())
        yield


def _lock(number: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415

        os.lseek(number, 1 << 30, os.SEEK_SET)  # far behind the end: nobody reads there
        msvcrt.locking(number, msvcrt.LK_LOCK, 1)
    else:
        import fcntl  # noqa: PLC0415

        fcntl.flock(number, fcntl.LOCK_EX)


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for a while.

    Raises InputError where the system takes no temporary files, instead of whatever became of that:
    programs that are given the folder, such as Anki, have files of their own beside it.
    """
    try:
        folder = tempfile.TemporaryDirectory(prefix="flashgen-", ignore_cleanup_errors=True)
    except OSError as error:
        raise _no_room("any folder", error) from error
    with folder as name:
        try:
            yield Path(name)
        except Exception as error:
            problems = error.problems if isinstance(error, InputError) else ()
            if problems and not any(str(each.where).startswith(name) for each in problems):
                raise  # it is of something else
            for beside in {tempfile.gettempdir(), os.environ.get("TMPDIR") or name}:
                try:
                    with tempfile.TemporaryFile(dir=beside) as file:
                        file.write(bytes(_ROOM))
                except OSError as refused:
                    raise _no_room(beside, refused) from error
            raise


def _no_room(folder: str, error: OSError) -> InputError:
    message = f"cannot be written to {folder}: {error.strerror or error}"
    mend = "make room there, or name another folder in TMPDIR"
    return InputError.of(Subject("temporary files"), f"{message}; {mend}")
