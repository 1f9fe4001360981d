"""The steps of which the calls of ``library`` are made: make a deck, see where it goes, write it.

Where several decks must be right before the first is written, the command line makes them all by
``made_from`` and writes them by ``write_…``.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from flashgen import pipeline
from flashgen.deck.schema import schema_text
from flashgen.deck.values import FIRST_DAY
from flashgen.errors import InputError, Problem, Subject
from flashgen.files import locked, read_plain, real, scratch, write_whole
from flashgen.pipeline import Build, build_deck
from flashgen.releases.plain import LATEST
from flashgen.releases.record import read_record, write_record
from flashgen.releases.stamp import future_changes

if TYPE_CHECKING:
    from flashgen.editions.edition import Edition
    from flashgen.pushing.push import Plan
    from flashgen.syncing import Synced

StrPath = str | Path

DIST = Path("dist")
# How a preview begins.
_PAGE = b'<!doctype html>\n<html lang="en" data-live='
_DAY = 24 * 60 * 60
PACKAGES = (".apkg", ".colpkg", ".zip")  # as Anki's own window offers them


def made_from(
    folder: StrPath, *, article: StrPath | None = None, templates: StrPath | None = None
) -> Build:
    """The deck of a folder, nothing written; of SOURCE_DATE_EPOCH is what changed, if it is set."""
    layers = (Path(templates),) if templates else ()
    made = build_deck(Path(folder), Path(article) if article else None, layers, time=_source_date())
    return replace(made, losses=(*made.losses, *still_to_come(made)))


def still_to_come(made: Build) -> tuple[Problem, ...]:
    """A hint where the last release has times to come."""
    return future_changes(made.record_path, made.last, int(time.time()) + _DAY)


def package_of(deck_id: str, path: StrPath | None, ending: str = "apkg") -> Path:
    """The file to write; by default dist/ID.apkg. Raises InputError where its name ends otherwise.

    Anki goes by the ending, too: what is called .colpkg takes the place of a whole collection.
    """
    made = Path(path) if path is not None else DIST / f"{deck_id}.{ending}"
    if made.suffix.lower() != f".{ending}":
        raise InputError.at(made, f"is no name for what is written; end it in .{ending}")
    return made


def check_outputs(packages: Iterable[tuple[Build, Path]]) -> None:
    """Raise InputError where a file would overwrite another one, or be read as part of a deck."""
    first: dict[Path, Path] = {}
    for made, path in packages:
        source, target = made.curation.path, real(path)
        if target in map(real, (*made.sources, made.record_path)):
            raise InputError.at(path, "is what the deck is made from; name another file")
        if any(p.name == "templates" and (p.parent / "deck.yaml").exists() for p in target.parents):
            raise InputError.at(path, "lies among a deck's templates; name another file")
        if target.suffix.lower() != path.suffix.lower():
            raise InputError.at(path, f"is a link to {target}; name another file")
        if not _may_be_written(path):
            raise InputError.at(path, "is there, and flashgen has not written it; name another")
        other = first.setdefault(target, source)
        if other is not source:
            raise InputError.at(
                source, f"deck.id: '{made.deck.id}' is that of {other}; take another"
            )


def _may_be_written(path: Path) -> bool:
    """Whether no file is there, or one that flashgen wrote: by its ending, or how it begins."""
    if path.suffix.lower() != ".html":
        return True  # no other program makes such a file of what one writes
    try:
        if not path.is_file():
            return True
        with path.open("rb") as file:
            start = file.read(64)
    except OSError:
        return True  # writing it will tell
    return not start or start.startswith(_PAGE)


def write_file(path: Path, text: str) -> None:
    """Write a text whole or not at all."""
    write_whole(path, text.encode())


def write_build(made: Build, path: Path) -> tuple[Problem, ...]:
    """Write the package; returns what did not hinder it."""
    from flashgen.package import write_package  # noqa: PLC0415

    write_package(made.deck, made.note_types, path)
    return (*still_to_come(made), *begin_record(made))


def begin_record(made: Build) -> tuple[Problem, ...]:
    """The first build begins the record; a folder that takes no file is no obstacle."""
    if made.last is None:
        try:
            with locked(made.curation.path):
                # A release may have ended since the deck was read.
                if read_record(made.record_path) is None:
                    write_record(made.record_path, made.record)
        except InputError as error:
            return error.problems
    return ()


def to_sync(folder: StrPath) -> Synced:
    """What ``sync`` makes of a deck folder, nothing written."""
    from flashgen.syncing import synced  # noqa: PLC0415

    return synced(Path(folder))


def write_sync(made: Synced) -> None:
    """Write what ``to_sync`` gave: deck.yaml and its schema, each if it is another than before."""
    mend = "make room, or allow yourself to write it"
    if made.old_schema:
        write_whole(made.schema_path, schema_text().encode(), mend)
    if made.data == made.old:
        return
    with locked(made.path):
        if read_plain(made.path) != made.old:
            raise InputError.at(made.path, "was changed meanwhile; sync it again")
        write_whole(made.path, made.data, mend)


def released(made: Build, name: str = "") -> Build:
    """The deck as its next release, nothing written; the same deck if nothing has changed."""
    return pipeline.next_release(made, time=_now(made), name=name)


def write_release(made: Build, path: Path) -> tuple[Problem, ...]:
    """Write record and package of what ``released`` gave; returns what did not hinder it."""
    from flashgen.package import write_package  # noqa: PLC0415

    with locked(made.curation.path):
        # The record first: a package that nobody recorded would be forgotten.
        if made.record != made.last:
            found = read_record(made.record_path)
            if found != made.last and not (found and found.begins(made.record)):
                message = "was changed by another release meanwhile; make this one again"
                raise InputError.at(made.record_path, message)
            write_record(made.record_path, made.record)
        write_package(made.deck, made.note_types, path)
    return still_to_come(made)


def to_push(made: Build) -> Build:
    """The deck, newer at each push: Anki has what was pushed before, and takes what is newer."""
    return pipeline.dated(made, time=_now(made)) if made.last and made.changed else made


def send(
    made: Build, *, url: str, key: str = "", dry_run: bool = False
) -> tuple[Plan, tuple[Problem, ...]]:
    """Send what ``to_push`` gave; returns what was done, and what did not hinder it.

    A dry run changes nothing, neither in Anki nor here. No package is left behind.
    """
    from flashgen.pushing.push import send_deck  # noqa: PLC0415

    told = (*still_to_come(made), *(() if dry_run else begin_record(made)))
    with scratch() as folder:
        plan = send_deck(
            made.deck, made.note_types, made.last, folder, url=url, key=key, dry_run=dry_run
        )
    return plan, told


def edition(
    path: Path, article: StrPath | None, templates: StrPath | None
) -> tuple[Edition, tuple[str, ...]]:
    """What a folder or a package holds, and the fields that the record of a folder leaves out."""
    if not path.is_dir():
        from flashgen.editions.packages import read_package  # noqa: PLC0415

        return read_package(path), ()
    from flashgen.editions.edition import edition_of  # noqa: PLC0415
    from flashgen.editions.media import digest_of  # noqa: PLC0415
    from flashgen.package import files_of  # noqa: PLC0415

    made = made_from(path, article=article, templates=templates)
    passing = {name for note_type in made.note_types.values() for name in note_type.incidental}
    files = files_of(made.deck, made.note_types)
    media = {name: digest_of(data) for name, data in files.items()}
    return edition_of(made.record, str(path), made.deck.about, media), tuple(sorted(passing))


def _now(made: Build) -> int:
    """The time of a release: now, or the day that deck.yaml names if that is still to come."""
    epoch = _source_date()
    return max(int(time.time()), pipeline.updated(made.curation)) if epoch is None else epoch


def today() -> date:
    """The day of a deck that begins now, or at SOURCE_DATE_EPOCH if that is a day of Anki's."""
    epoch = _source_date()
    now = datetime.now(UTC)
    then = now if epoch is None else datetime.fromtimestamp(epoch, UTC)
    return max(min(then, now).date(), FIRST_DAY)


def _source_date() -> int | None:
    """The time that SOURCE_DATE_EPOCH names, in seconds UTC; None where it is not set.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not text:
        return None
    # Anki keeps times as 64 bits, but shows days: what has no day is a mistake.
    figures = text.isascii() and text.isdigit() and len(text) <= len(str(LATEST))
    if not (figures and int(text) <= LATEST):
        message = f"'{text}' is no time; give seconds since 1970, such as 1764028800, or unset it"
        raise InputError.of(Subject("SOURCE_DATE_EPOCH"), message)
    if int(text) > time.time() + _DAY:
        message = f"'{text}' is still to come: Anki would take what learners write for older"
        raise InputError.of(Subject("SOURCE_DATE_EPOCH"), f"{message}; give a time that is past")
    return int(text)
