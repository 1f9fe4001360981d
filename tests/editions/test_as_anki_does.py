"""What ``diff`` says is what Anki does: note types by their ids, media, hostile packages."""

import copy
import json
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import genanki
import pytest
from anki.collection import Collection, ExportAnkiPackageOptions, ImportAnkiPackageRequest

from flashgen.editions.compare import compare
from flashgen.editions.packages import read_package
from flashgen.editions.writers import as_json, as_text
from flashgen.errors import InputError
from tests.conftest import Run, import_package
from tests.editions.made import MODEL, TWO, package, rewritten
from tests.small_deck import write_deck


def of_type(path: Path, *models: genanki.Model) -> Path:
    """A package of one note for each note type."""
    deck = genanki.Deck(2059400110, "Words")
    for number, model in enumerate(models):
        deck.add_note(genanki.Note(model, ["arma", "arms", ""], guid=f"g{number}"))
    genanki.Package(deck).write_to_file(path)
    return path


def twin(id_: int) -> genanki.Model:
    """Another note type of the same name."""
    made = copy.copy(MODEL)
    made.model_id = id_
    return made


def test_a_note_of_another_type_of_the_same_name_is_told_as_anki_takes_it(
    tmp_path: Path, collection: Collection
) -> None:
    old = of_type(tmp_path / "old.apkg", MODEL)
    new = of_type(tmp_path / "new.apkg", twin(1607392320))
    import_package(collection, old)
    options = collection._backend.get_import_anki_package_presets()
    request = ImportAnkiPackageRequest(package_path=str(new), options=options)
    assert len(collection.import_anki_package(request).log.conflicting) == 1
    said = as_text(compare(read_package(old), read_package(new)), width=100)
    assert "note type: Word → another one of that name" in said
    assert "stays as learners have it" in said


def test_note_types_of_one_name_stand_in_one_order(tmp_path: Path) -> None:
    models = [twin(id_) for id_ in (1607392330, 1607392310, 1607392320)]
    first = read_package(of_type(tmp_path / "1.apkg", *models))
    second = read_package(of_type(tmp_path / "2.apkg", *reversed(models)))
    held = [[(kind.id, kind.name) for kind in each.note_types] for each in (first, second)]
    names = ["Word", "Word (2)", "Word (3)"]
    assert held == [list(zip((1607392310, 1607392320, 1607392330), names, strict=True))] * 2


def with_media(path: Path, source: Path, files: dict[str, bytes]) -> Path:
    entries: dict[str, bytes | None] = {str(n): data for n, data in enumerate(files.values())}
    listed = json.dumps({str(n): name for n, name in enumerate(files)})
    return rewritten(source, path, {**entries, "media": listed.encode()})


def test_media_that_came_went_and_changed_are_told(tmp_path: Path) -> None:
    words = package(tmp_path / "words.apkg", TWO)
    old = with_media(tmp_path / "old.apkg", words, {"same.png": b"1", "a.png": b"2", "b.png": b"3"})
    new = with_media(tmp_path / "new.apkg", words, {"c.png": b"2", "b.png": b"4", "same.png": b"1"})
    changes = compare(read_package(old), read_package(new))
    assert json.loads(as_json(changes))["media"] == {
        "added": ["c.png"], "dropped": ["a.png"], "changed": ["b.png"],
    }  # fmt: skip
    said = as_text(changes, width=100)
    assert "nothing has changed" not in said
    assert "b.png\n    is another file under the old name" in said
    assert "same.png" not in said


@pytest.mark.parametrize("legacy", [True, False])
def test_media_are_the_same_in_every_format_of_anki(
    tmp_path: Path, collection: Collection, *, legacy: bool
) -> None:
    notes = (("g1", 'arma <img src="shield.png">', "arms", ""),)
    files = {"shield.png": b"picture"}
    old = with_media(tmp_path / "old.apkg", package(tmp_path / "words.apkg", notes), files)
    import_package(collection, old)
    collection.media.write_data("shield.png", b"picture")
    new, options = tmp_path / "new.apkg", ExportAnkiPackageOptions(with_media=True, legacy=legacy)
    collection.export_anki_package(out_path=str(new), options=options, limit=None)
    assert list(read_package(old).media or {}) == ["shield.png"]
    assert read_package(old).media == read_package(new).media


def test_a_deck_folder_has_the_media_that_its_package_has(tmp_path: Path, flashgen: Run) -> None:
    deck = write_deck(tmp_path / "deck")
    (deck / "templates" / "media").mkdir(parents=True)
    (deck / "templates" / "media" / "_wall.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8"
    )
    css = ".card { background-image: url('_wall.svg') }\n"
    (deck / "templates" / "theme.css").write_text(css, encoding="utf-8")
    made = tmp_path / "deck.apkg"
    assert flashgen("build", deck, "-o", made).exit_code == 0
    same = flashgen("diff", made, deck)
    assert "nothing has changed" in " ".join(same.stdout.split())


def bomb(path: Path, source: Path, member: str) -> Path:
    """A package with an entry of 1.2 GB of zeros."""
    with (
        zipfile.ZipFile(source) as archive,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as copied,
    ):
        for name in archive.namelist():
            if name != member and not (name == "media" and member == "0"):
                copied.writestr(name, archive.read(name))
        if member == "0":
            copied.writestr("media", '{"0": "zeros.png"}')
        with copied.open(member, "w", force_zip64=True) as entry:
            for _ in range(60):
                entry.write(bytes(20_000_000))
    return path


@pytest.mark.slow
@pytest.mark.parametrize("member", ["meta", "media", "0", "collection.anki2"])
def test_a_package_that_grows_without_measure_takes_little_memory_and_ends(
    tmp_path: Path, member: str
) -> None:
    bad = bomb(tmp_path / "bad.apkg", package(tmp_path / "words.apkg", TWO), member)
    run = subprocess.run(
        [sys.executable, "-m", "flashgen", "diff", bad, bad],
        capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (3 << 29, 3 << 29)),
    )  # fmt: skip
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert run.stderr.startswith(f"{bad}: ")


def test_a_package_whose_list_of_media_is_none_is_damaged(tmp_path: Path) -> None:
    words = package(tmp_path / "words.apkg", TWO)
    for number, listed in enumerate((b"", b"[1", b"[1]", b'{"0": ["x"]}', b"9" * 5000)):
        bad = rewritten(words, tmp_path / f"{number}.apkg", {"media": listed})
        with pytest.raises(InputError, match="is damaged"):
            read_package(bad)
