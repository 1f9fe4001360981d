"""Copy templates into a folder, as a starting point for a designer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from flashgen.files import write_whole
from flashgen.note_types.language import Include, read, tags
from flashgen.note_types.layers import MEDIA, STYLE, THEME, Layers, theme_folder
from flashgen.note_types.reading import KINDS


def copy_templates(
    target: Path, kind: str = "", theme: str = ""
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Copy the templates of a kind of note, or of all, with all that they share.

    ``theme`` names a theme whose look to take. What is there already stays as it is. Returns the
    files that were written, and those that were there. Raises InputError where the folder takes
    no file.
    """
    layers = Layers([theme_folder(theme)] if theme else [])
    written, kept = [], []
    for name in _names(layers, (kind,) if kind else KINDS):
        path = target / name
        if path.exists():
            kept.append(path)
        else:
            write_whole(path, layers.find(name).read_bytes(), "name another folder")
            written.append(path)
    return tuple(written), tuple(kept)


def _names(layers: Layers, kinds: Sequence[str]) -> list[str]:
    """What belongs to these kinds, but for note-type.yaml, which is no matter of looks."""
    names = {THEME, STYLE, *(f"{MEDIA}/{name}" for name in layers.media)}
    for folder in layers.folders:
        for kind in kinds:
            found = (p for end in ("*.html", STYLE) for p in (folder / kind).glob(end))
            names |= {path.relative_to(folder).as_posix() for path in found}
    wanted = sorted(name for name in names if name.endswith(".html"))
    while wanted:
        tree, _ = read(layers.find(wanted.pop()).read_text(encoding="utf-8"))
        shared = {f"shared/{tag.name}.html" for tag in tags(tree) if isinstance(tag, Include)}
        wanted += shared - names
        names |= shared
    return sorted(names)
