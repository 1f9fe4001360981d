"""Score the rules on annotated texts, beside other tools, with every miss by its line.

Usage: python -m tools.score [FOLDER | FOLDER/texts/NAME.txt]...        (default: tests/corpus)

A FOLDER holds texts/NAME.txt and gold/NAME.json; its baselines.json may hold the figures of other
tools. Figures are F1 in per cent; in brackets, the best other tool.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.annotated import OWN, annotated_texts
from tools.misses import misses
from tools.scoring import MEASURES, Tally, score

Figures = dict[str, dict[str, Tally]]
# The measures in two lines of at most eleven letters.
HEADS = {
    "people": ("people", "found"), "people surfaces": ("people", "surfaces"),
    "people linked": ("people", "linked"), "places": ("places", "found"),
    "places surfaces": ("places", "surfaces"), "places linked": ("places", "linked"),
    "dates extent": ("dates", "extent"), "dates value": ("dates", "value"),
    "dual dates": ("dates", "dual"), "quotations": ("quotations", "found"),
    "attribution": ("quotations", "speaker"),
}  # fmt: skip


def main(*folders: str) -> int:
    for folder in map(Path, folders or [str(OWN)]):
        names = None
        if folder.suffix == ".txt":
            folder, names = folder.parent.parent, {folder.stem}  # noqa: PLW2901 - what it names
        if not (folder / "gold").is_dir():
            print(f"{folder}: no annotated texts; name a folder with texts/ and gold/")
            return 1
        figures = _scored(folder, names)
        print("\n".join(_table(figures, _best_of_others(folder / "baselines.json"))), end="\n\n")
    return 0


def _scored(folder: Path, names: set[str] | None) -> Figures:
    """The tallies of each text and of all; what is wrong is printed."""
    figures: Figures = {}
    total = dict.fromkeys(MEASURES, Tally())
    for text in annotated_texts(folder, names):
        matched = text.matched()
        figures[text.name] = score(matched)
        total = {measure: total[measure] + figures[text.name][measure] for measure in MEASURES}
        wrong = misses(text.article, matched)
        print(f"{text.article.path}: {len(wrong)} to look at")
        print("".join(f"{text.article.path}:{miss.line}: {miss.message}\n" for miss in wrong))
    return figures | {"TOTAL": total}


def _best_of_others(path: Path) -> Mapping[tuple[str, str], float]:
    """The best figure of any other tool, by text and measure."""
    best: dict[tuple[str, str], float] = {}
    if path.is_file():
        for tool in json.loads(path.read_text(encoding="utf-8")).values():
            for text, scores in tool.items() if isinstance(tool, dict) else ():
                for measure, figure in scores.items():
                    best[text, measure] = max(figure, best.get((text, measure), 0.0))
    return best


def _table(figures: Figures, others: Mapping[tuple[str, str], float]) -> Iterator[str]:
    width = 15 if others else 11
    for line in zip(*(HEADS[measure] for measure in MEASURES), strict=True):
        yield " " * 16 + "".join(f"{word:>{width}}" for word in line)
    for text, tallies in figures.items():
        cells = []
        for measure in MEASURES:
            other = others.get((text, measure))
            beside = "" if other is None else f"({other:5.1f})"
            cell = f"{100 * tallies[measure].f1:.1f}" + (f" {beside:7}" if others else "")
            cells.append(cell.rjust(width))
        yield f"{text:16}" + "".join(cells)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
