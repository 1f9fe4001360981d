"""Pushing to a learner: by the stand-in, or by the real add-on in Anki's own program."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from anki.collection import Collection
from click.testing import CliRunner

from flashgen.cli import main
from tests.ankiconnect.program import KEY, make_profile, needs_program, program
from tests.ankiconnect.stand_in import stand_in
from tests.releases.learner import Learner


@dataclass(frozen=True)
class Pusher:
    """Pushes decks into a learner's collection.

    ``place`` is where the collection lies from then on; None where it may stay.
    """

    running: Callable[[Path], AbstractContextManager[str]]
    place: Path | None = None

    def pushes(self, learner: Learner, deck: Path, *options: str) -> str:
        """Push a deck folder; returns what the command said."""
        with self.open_for(learner) as url:
            arguments = ["push", str(deck), "--url", url, *options]
            runner = CliRunner(env={"SOURCE_DATE_EPOCH": None, "ANKICONNECT_KEY": KEY})
            result = runner.invoke(main, arguments, catch_exceptions=False)
        assert (result.exit_code, result.stderr) == (0, "")
        return result.output

    @contextmanager
    def open_for(self, learner: Learner) -> Iterator[str]:
        """The learner's Anki, running; a new day's work on the cards is done when it starts."""
        own = Path(learner.collection.path)
        learner.collection.close()
        place = self.place or own
        if place != own:
            shutil.copy(own, place)
        try:
            with self.running(place) as url:
                yield url
        finally:
            learner.collection = Collection(str(place))


def pusher_by(way: str, folder: Path) -> Pusher:
    """A pusher by "the stand-in" or "the program"; skips the test where there is no program."""
    if way == "the stand-in":
        return Pusher(stand_in)
    folder.mkdir()
    port = make_profile(folder, needs_program(), KEY)
    place = folder / "User 1" / "collection.anki2"
    return Pusher(lambda _: program(folder, port, KEY), place)
