"""The whole of what the command line does, each as one call for a notebook.

Each call reads its files anew and does all that belongs to it: the times of what has changed, the
record of releases, the package.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from flashgen import steps
from flashgen.errors import InputError, Problem
from flashgen.pipeline import Build

if TYPE_CHECKING:
    from flashgen.dates.countries import Country
    from flashgen.editions.changes import Changes
    from flashgen.pushing.push import Plan
    from flashgen.syncing import Synced

StrPath = str | Path


def new(
    article: StrPath | IO[bytes],
    into: StrPath | None = None,
    package: StrPath | None = None,
    *,
    chapter: str = "",
    year: int | None = None,
    calendar: Country | None = None,
) -> Build:
    """Begin a deck: make its folder, with the article and a draft of deck.yaml, and its package.

    ``article`` is a text, a page, a Word document, an e-book or a PDF, or an open binary file.
    ``into`` is the folder to make, by default decks/ID; of an e-book ``chapter`` is the number or
    the title. ``year`` and ``calendar`` are those of dates that state none. Nothing that exists is
    overwritten. Raises InputError where the document cannot be read; then nothing is left behind.
    """
    from flashgen.beginning import begin, whole_or_nothing, write_beginning  # noqa: PLC0415

    begun = begin(article, Path(into) if into else None, chapter)
    path = steps.package_of(begun.deck_id, package)

    def write() -> None:
        write_beginning(begun, updated=steps.today(), year=year, calendar=calendar)

    def make() -> Build:
        made = steps.made_from(begun.folder)
        steps.write_build(made, path)
        return made

    return whole_or_nothing(begun.folder, path, write, make)


def draw_maps(folder: StrPath) -> tuple[tuple[Path, bool], ...]:
    """Draw a map of each place of a deck folder that has coordinates, beside its deck.yaml.

    Returns their files, each with whether it changed. Raises InputError where deck.yaml is wrong
    and where the map data is not installed (``flashgen[maps]``).
    """
    from flashgen.deck.loader import read_curation  # noqa: PLC0415
    from flashgen.folders import deck_file  # noqa: PLC0415
    from flashgen.maps import drawn  # noqa: PLC0415

    curation, mistakes = read_curation(deck_file(Path(folder)))
    if curation.partial:
        raise InputError(mistakes)
    return tuple(drawn.draw_maps(curation))


def build(
    folder: StrPath,
    package: StrPath | None = None,
    *,
    article: StrPath | None = None,
    templates: StrPath | None = None,
) -> Build:
    """Build the package of a deck folder; by default dist/ID.apkg, ID being the deck's.

    ``article`` is another article than the deck's own, ``templates`` a folder of templates or the
    name of a theme. Raises InputError with all that is wrong; then nothing is written.
    """
    made = steps.made_from(folder, article=article, templates=templates)
    path = steps.package_of(made.deck.id, package)
    steps.check_outputs([(made, path)])
    steps.write_build(made, path)
    return made


def check(
    deck: StrPath, *, article: StrPath | None = None, templates: StrPath | None = None
) -> tuple[Problem, ...]:
    """All that the author should look at: what ``build`` would refuse, faults and hints.

    ``deck`` is a deck folder, or a package, whoever made it. Nothing is written. Raises InputError
    where a package cannot be read.
    """
    if Path(deck).suffix.lower() in steps.PACKAGES:
        from flashgen.checks.judge import problems_of  # noqa: PLC0415
        from flashgen.checks.packages import cards_of  # noqa: PLC0415

        return problems_of(cards_of(Path(deck)))
    try:
        made = steps.made_from(deck, article=article, templates=templates)
    except InputError as error:
        return error.problems
    return made.problems


def sync(folder: StrPath, *, dry_run: bool = False) -> Synced:
    """Bring the deck.yaml of a deck folder up to its article: what is new is proposed in it.

    New facts come under ``todo``; nothing else in the file changes, and what was proposed once is
    not proposed again. A JSON Schema of another version of flashgen beside it is renewed. Where
    nothing is new, or with ``dry_run``, nothing is written. Raises InputError where the deck does
    not load.
    """
    made = steps.to_sync(folder)
    if not dry_run:
        steps.write_sync(made)
    return made


def release(
    folder: StrPath,
    package: StrPath | None = None,
    *,
    name: str = "",
    article: StrPath | None = None,
    templates: StrPath | None = None,
) -> Build:
    """Make a release of a deck folder: its package, and its record, which knows what changed.

    ``name`` is the release's; by default the next number. A deck that has not changed stays the
    release that it is. Raises InputError as ``build`` does, where the name is taken or no name,
    and for each fault.
    """
    made = steps.released(steps.made_from(folder, article=article, templates=templates), name)
    path = steps.package_of(made.deck.id, package)
    steps.check_outputs([(made, path)])
    steps.write_release(made, path)
    return made


def diff(
    old: StrPath,
    new: StrPath | None = None,
    *,
    article: StrPath | None = None,
    templates: StrPath | None = None,
) -> Changes:
    """What changed from ``old`` to ``new``, each a deck folder or a package, whoever made it.

    Without ``new``: since the last release of the deck folder ``old``. Raises InputError where a
    package or a folder cannot be read, and where there was no release.
    """
    from flashgen.editions.compare import compare  # noqa: PLC0415
    from flashgen.editions.edition import edition_of  # noqa: PLC0415

    if new is not None:
        before, passing = steps.edition(Path(old), article, templates)
        after, also = steps.edition(Path(new), article, templates)
        return compare(before, after, passing or also)
    made = steps.made_from(old, article=article, templates=templates)
    if made.last is None:
        raise InputError.at(made.record_path, "no such file, so nothing to compare with; build")
    return compare(
        edition_of(made.last, made.last.title), edition_of(made.record, "the deck as it stands")
    )


def preview(
    folder: StrPath,
    page: StrPath | None = None,
    *,
    cards: Sequence[str] = (),
    article: StrPath | None = None,
    templates: StrPath | None = None,
) -> Build:
    """Write a page that shows the cards as Anki does; by default dist/ID.html, ID being the deck's.

    ``cards`` names some, by note or by card ("term/bastion"). Raises InputError as ``build`` does,
    where there is no such card, and where Anki's own engine is not installed.
    """
    from flashgen.previews.page import make_page  # noqa: PLC0415

    made = steps.made_from(folder, article=article, templates=templates)
    path = steps.package_of(made.deck.id, page, "html")
    steps.check_outputs([(made, path)])
    steps.write_file(path, make_page(made, cards).html())
    return made


def push(
    folder: StrPath,
    *,
    url: str = "http://127.0.0.1:8765",
    key: str = "",
    dry_run: bool = False,
    article: StrPath | None = None,
    templates: StrPath | None = None,
) -> Plan:
    """Send a deck to the Anki that runs on this machine, by its add-on AnkiConnect at ``url``.

    The first time it is imported; after that the author's changes are made field by field, and
    what the learner wrote stays. Returns what was done, or would be with ``dry_run``. ``key`` is
    the add-on's API key, if it has one. Raises InputError as ``build`` does, and where Anki or the
    add-on does not take the deck.
    """
    made = steps.to_push(steps.made_from(folder, article=article, templates=templates))
    return steps.send(made, url=url, key=key, dry_run=dry_run)[0]
