"""Nothing half-written, ever: builds and releases that are killed, that collide, that lack room."""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from anki.collection import Collection

from flashgen.releases.record import RECORD_NAME, Record, read_record
from tests.conftest import ROOT, import_package
from tests.releases.killed import RENAMED, RENAMING, START, WRITING, Death, Kill, Killer, killer
from tests.small_deck import DECK, MOAT, write_deck
from tests.small_disk import on_a_full_disk

# Each kills, starts again or fills a disk many times: seconds here, minutes on a busy machine.
pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]

FIRST, SECOND, THIRD = 1_700_000_000, 1_710_000_000, 1_720_000_000
EDITED = DECK.replace("that juts out", "that stands out") + MOAT
SEED = 1917
# When a build was killed, and what a killed release had written: there are kills until each has
# come about often enough, since how long a run takes depends on what else the machine does.
PHASES = ("before", "in writing", "after")
FATES = ("nothing", "record", "package")


@dataclass(frozen=True)
class Made:
    """What a run that nobody disturbs leaves, and how long it takes."""

    package: bytes
    record: bytes
    run: Death

    @property
    def writing(self) -> float:
        """Seconds from the first byte that is written to the end."""
        return self.run.seconds - next(at for what, _, at in self.run.seen if what == WRITING)


class Place:
    """A deck, its record and its package, on a disk."""

    def __init__(self, folder: Path, killer: Killer) -> None:
        self.deck, self.package = folder / "siege", folder / "dist" / "siege.apkg"
        self.record = self.deck / RECORD_NAME
        self._killer = killer
        self.package.parent.mkdir(parents=True)
        write_deck(self.deck)

    def run(self, command: str, time: int, kill: Kill | None = None) -> Death:
        return self._killer.run(command, self.deck, "-o", self.package, time=time, kill=kill)

    def make(self, command: str, time: int) -> Made:
        death = self.run(command, time)
        assert (death.killed, death.status) == (False, 0)
        return Made(self.package.read_bytes(), self.record.read_bytes(), death)

    def moments(self, rng: random.Random, usual: Made) -> Iterator[Kill]:
        """Moments to kill at, without end: over the whole run, denser over the writing."""
        begins = Kill(WRITING, folder=usual.run.seen[1][1])
        while True:
            match rng.randrange(10):
                case 0 | 1 | 2 | 3 | 4:
                    yield Kill(START, rng.uniform(1e-6, usual.run.seconds))
                case 5 | 6 | 7:
                    yield replace(begins, delay=rng.uniform(1e-6, usual.writing))
                case _:
                    # The file is whole, not yet or just now in its place.
                    folder = rng.choice((self.package.parent, self.deck))
                    yield Kill(rng.choice((RENAMING, RENAMED)), 0, str(folder))

    def hidden(self) -> list[Path]:
        """The files that a killed process left behind; whatever else is there is wanted."""
        wanted = {"deck.yaml", "article.txt", RECORD_NAME, self.package.name}
        files = [*self.deck.iterdir(), *self.package.parent.iterdir()]
        left = [file for file in files if file.name not in wanted]
        assert all(file.name.startswith(".flashgen-") for file in left)
        return left


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Killer]:
    folder = tmp_path_factory.mktemp("warm")
    with killer(ROOT, "build", write_deck(folder / "deck"), "-o", folder / "deck.apkg") as made:
        yield made


def read(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


# --- a build -------------------------------------------------------------------------------------


def test_a_build_killed_at_any_moment_leaves_the_old_package_or_the_new_one(
    driver: Killer, collection: Collection, tmp_path: Path
) -> None:
    place = Place(tmp_path, driver)
    made = {}
    for text in (DECK, EDITED):
        write_deck(place.deck, text)
        place.record.unlink(missing_ok=True)
        made[text] = place.make("build", SECOND)
        assert import_package(collection, place.package) == (5 if text is DECK else 1)
    assert made[DECK].package != made[EDITED].package
    there, phases, left_behind = EDITED, Counter[str](), 0
    moments = place.moments(random.Random(SEED), made[EDITED])  # noqa: S311
    while phases.total() < 200 or (
        phases.total() < 2000 and min(*(phases[phase] for phase in PHASES), left_behind) < 5
    ):
        wanted = DECK if there is EDITED else EDITED
        write_deck(place.deck, wanted)
        place.record.unlink(missing_ok=True)
        death = place.run("build", SECOND, next(moments))

        package = place.package.read_bytes()
        assert package in {made[there].package, made[wanted].package}
        record = read(place.record)
        assert record in {None, made[wanted].record}
        assert (read_record(place.record) is None) == (record is None)
        came = package == made[wanted].package
        assert came or record is None
        assert came or death.killed
        if death.killed:
            writing = "in writing" if death.came_to(WRITING) else "before"
            phases["after" if came else writing] += 1
        if death.came_to(WRITING):
            import_package(collection, place.package)
        there = wanted if came else there
        # One at most for each that was killed, and no harm to the runs that follow.
        left_behind = len(place.hidden())
    assert min(phases[phase] for phase in PHASES) >= 5, phases
    assert 5 <= left_behind <= phases["in writing"] + phases["after"]
    write_deck(place.deck, DECK)
    place.record.unlink(missing_ok=True)
    assert place.make("build", SECOND).package == made[DECK].package


def test_builds_at_the_same_time_leave_one_of_their_packages(
    driver: Killer, tmp_path: Path
) -> None:
    one, other = Place(tmp_path / "1", driver), Place(tmp_path / "2", driver)
    write_deck(other.deck, EDITED)
    made = [place.make("build", SECOND) for place in (one, other)]
    packages, records = {m.package for m in made}, [m.record for m in made]
    assert len(packages) == 2
    runs = [("build", place.deck, "-o", one.package) for place in (one, other, one, other)]
    for _ in range(8):
        one.record.unlink()
        other.record.unlink()
        driver.begin(*runs, time=SECOND)
        while driver.busy():
            assert one.package.read_bytes() in packages
        assert [(death.killed, death.status) for death in driver.end()] == [(False, 0)] * 4
        assert one.package.read_bytes() in packages
        assert [place.record.read_bytes() for place in (one, other)] == records
    assert one.hidden() == []


# --- a release -----------------------------------------------------------------------------------


def times(record: Record | None) -> dict[str, int]:
    """When each note last changed, in seconds UTC."""
    assert record is not None
    return {label.partition("/")[2]: note.modified for label, note in record.notes.items()}


def assert_second(path: Path, time: int) -> None:
    """The record is that of the second release, made at a time."""
    record = read_record(path)
    assert record is not None
    assert [(release.name, release.time) for release in record.releases] == [
        ("1", FIRST),
        ("2", time),
    ]
    old = dict.fromkeys(("brandt", "surrender", "sea-gate", "take-them"), FIRST)
    assert times(record) == {**old, "bastion": time, "moat": time}


def test_the_release_after_a_killed_one_gives_every_note_its_time(
    driver: Killer, collection: Collection, tmp_path: Path
) -> None:
    place = Place(tmp_path, driver)
    first = place.make("release", FIRST)
    assert set(times(read_record(place.record)).values()) == {FIRST}
    made = {}
    for time in (SECOND, THIRD):
        write_deck(place.deck, EDITED)
        place.record.write_bytes(first.record)
        made[time] = place.make("release", time)
        assert_second(place.record, time)
    import_package(collection, place.package)
    phases = Counter[str]()
    moments = place.moments(random.Random(SEED), made[SECOND])  # noqa: S311
    while phases.total() < 30 or (phases.total() < 300 and min(phases[fate] for fate in FATES) < 2):
        place.record.write_bytes(first.record)
        place.package.write_bytes(first.package)
        death = place.run("release", SECOND, next(moments))

        record, package = place.record.read_bytes(), place.package.read_bytes()
        assert record in {first.record, made[SECOND].record}
        assert package in {first.package, made[SECOND].package}
        recorded, came = record != first.record, package != first.package
        assert recorded or not came, "a package that nobody recorded"
        import_package(collection, place.package)
        if death.killed:
            phases["package" if came else "record" if recorded else "nothing"] += 1

        again = place.make("release", THIRD)
        assert (again.package, again.record) in {
            (made[time].package, made[time].record) for time in (SECOND, THIRD)
        }
        assert_second(place.record, SECOND if recorded else THIRD)
    assert min(phases[fate] for fate in FATES) >= 2, phases


# --- a sync ---------------------------------------------------------------------------------------


def test_a_sync_killed_at_any_moment_leaves_the_old_deck_yaml_or_the_new_one(
    driver: Killer, tmp_path: Path
) -> None:
    deck = write_deck(tmp_path / "siege")
    path = deck / "deck.yaml"
    usual = driver.run("sync", deck, time=SECOND)
    assert (usual.killed, usual.status) == (False, 0)
    old, new = DECK.encode(), path.read_bytes()
    assert new.startswith(old)
    rng, fates = random.Random(SEED), Counter[str]()  # noqa: S311
    while fates.total() < 30 or (fates.total() < 300 and min(fates["old"], fates["new"]) < 5):
        path.write_bytes(old)
        moment, delay = rng.choice(
            ((START, rng.uniform(1e-6, usual.seconds)), (WRITING, 0), (RENAMING, 0), (RENAMED, 0))
        )
        death = driver.run("sync", deck, time=SECOND, kill=Kill(moment, delay, str(deck)))
        there = path.read_bytes()
        assert there in {old, new}
        if death.killed:
            fates["new" if there == new else "old"] += 1
        assert driver.run("sync", deck, time=SECOND).status == 0
        assert path.read_bytes() == new
    assert min(fates["old"], fates["new"]) >= 5, fates


# --- a full disk ---------------------------------------------------------------------------------


@pytest.mark.parametrize("full", ["package", "record", "both"])
def test_a_release_on_a_full_disk_harms_neither_package_nor_record(
    full: str, driver: Killer, tmp_path: Path
) -> None:
    place = Place(tmp_path, driver)
    first = place.make("release", FIRST)
    write_deck(place.deck, EDITED)
    second = place.make("release", SECOND)
    place.record.write_bytes(first.record)
    place.package.write_bytes(first.package)
    disk, after = tmp_path / "disk", tmp_path / "after"
    deck = place.deck if full == "package" else disk / "siege"
    package = place.package if full == "record" else disk / "siege.apkg"
    put = f"cp -r '{place.deck}' '{place.package}' ."
    released = on_a_full_disk(
        disk,
        put,
        f"'{sys.executable}' -m flashgen release '{deck}' -o '{package}' || echo \"status $?\"; "
        f"rm full; cp -r . '{after}'",
        {"SOURCE_DATE_EPOCH": str(SECOND)},
    )
    assert released.stdout == "status 1\n"
    where, mend = (
        (package, "make room or name another file")
        if full == "package"
        else (deck / RECORD_NAME, "make room, or allow yourself to write it")
    )
    assert released.stderr == (
        f"{where}: cannot be written: No space left on device; {mend} "
        "(what stood there is unchanged)\n"
    )
    assert {path.name for path in after.iterdir()} == {"siege", "siege.apkg"}
    if full != "package":
        place.deck = after / "siege"
        place.record = place.deck / RECORD_NAME
    if full != "record":
        place.package = after / "siege.apkg"
    assert place.package.read_bytes() == first.package
    recorded = full == "package"  # which had room for it
    assert place.record.read_bytes() == (second.record if recorded else first.record)
    # And with room again:
    assert place.make("release", SECOND).package == second.package
    assert_second(place.record, SECOND)
