"""Write a file whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from flashgen.errors import InputError


def write_whole(path: Path, data: bytes, mend: str = "make room or name another file") -> None:
    """Write ``data``; at any moment the file is either the new one, whole, or what it was.

    A process that is killed may leave a hidden file beside it, nothing more. Raises InputError,
    with ``mend`` as what to do, where the file cannot be written.
    """
    # Renaming over a device or a pipe would replace it, and over a link would cut it off.
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            raise InputError.at(path, "is no file to write to; name another one")
        target.parent.mkdir(parents=True, exist_ok=True)
        # A name that nobody else takes: another build may write the same file now.
        beside = target.with_name(f".flashgen-{secrets.token_hex(8)}.tmp")
        try:
            with beside.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise InputError.at(
            path,
            f"cannot be written: {error.strerror or error}; {mend} (what stood there is unchanged)",
        ) from error
