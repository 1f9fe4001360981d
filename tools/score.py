"""Score the rules on a folder of annotated texts, beside other tools, with every miss by its line.

Usage: python tools/score.py [FOLDER]        (default: ../shared/corpus)

FOLDER holds texts/NAME.txt and gold/NAME.json; the scores of other tools may stand in its
baselines.json, and the scorer, if not beside them, is that of the default folder. Figures are F1
in per cent; in brackets, the best other tool.
"""

import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from flashgen.article import read_article
from flashgen.extract import as_data
from flashgen.rules import find_mentions
from flashgen.types import Article

Entry = dict[str, Any]
DEFAULT = "../shared/corpus"
KINDS = ("people", "places", "dates", "quotations")


def main(folder: str = DEFAULT) -> int:
    root = Path(folder)
    places = [root / "score.py", Path(DEFAULT) / "score.py"]
    scorer_path = next((path for path in places if path.is_file()), None)
    if scorer_path is None:
        print(f"{places[0]}: no scorer; put the corpus's score.py there")
        return 1
    scorer = _load(scorer_path)
    total: dict[str, Any] = {}
    figures: dict[str, dict[str, float]] = {}
    for path in sorted((root / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        article = read_article(root / "texts" / f"{path.stem}.txt")
        found = as_data(article, find_mentions(article))
        tallies, _ = scorer.score(gold, found)
        figures[path.stem] = {name: 100 * t.figures()[2] for name, t in tallies.items()}
        for name, tally in tallies.items():
            total.setdefault(name, scorer.Tally())
            total[name] += tally
        lines = sorted(_findings(scorer, article, gold, found))
        print(f"{article.path}: {len(lines)} to look at")
        print("".join(f"{article.path}:{line}: {message}\n" for line, message in lines))
    figures["TOTAL"] = {name: 100 * t.figures()[2] for name, t in total.items()}
    print("\n".join(_table(figures, _best_of_others(root / "baselines.json"))))
    return 0


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _best_of_others(path: Path) -> dict[tuple[str, str], float]:
    """The best figure of any other tool, by text and category."""
    best: dict[tuple[str, str], float] = {}
    if path.is_file():
        for tool in json.loads(path.read_text(encoding="utf-8")).values():
            for text, scores in tool.items() if isinstance(tool, dict) else ():
                for category, figure in scores.items():
                    best[text, category] = max(figure, best.get((text, category), 0.0))
    return best


def _table(
    figures: dict[str, dict[str, float]], others: dict[tuple[str, str], float]
) -> Iterator[str]:
    categories = list(figures["TOTAL"])
    yield " " * 16 + "".join(f"{name:>18}" for name in categories)
    for text, row in figures.items():
        cells = []
        for name in categories:
            other = others.get((text, name))
            beside = "" if other is None else f" ({other:5.1f})"
            cells.append(f"{row[name]:.1f}{beside:8}".rjust(18))
        yield f"{text:16}" + "".join(cells)


def _findings(
    scorer: ModuleType, article: Article, gold: Entry, found: Entry
) -> Iterator[tuple[int, str]]:
    """Every miss, false alarm and wrong value as (line, message)."""
    matchers = {
        "people": scorer.entities,
        "places": scorer.entities,
        "dates": scorer.dates,
        "quotations": scorer.quotations,
    }
    for kind in KINDS:
        pairs = matchers[kind](gold[kind], found[kind])
        for entry in gold[kind]:
            if not entry.get("optional") and not any(entry is g for g, _ in pairs):
                yield _line_of_gold(article, entry), f"missed in {kind}: {_words(entry)}"
        for entry in found[kind]:
            if not any(entry is f for _, f in pairs):
                yield _line_of_find(article, entry), f"false in {kind}: {_words(entry)}"
        for wanted, got in pairs:
            if not wanted.get("optional"):
                line = _line_of_find(article, got)
                yield from ((line, m) for m in _differences(scorer, kind, wanted, got, gold))


def _differences(
    scorer: ModuleType, kind: str, wanted: Entry, got: Entry, gold: Entry
) -> Iterator[str]:
    """What is wrong with a find that is one of the annotated ones."""
    if kind == "dates" and not scorer.same_value(wanted, got):
        values = [f"{d.get('gregorian')} | {d.get('julian')}" for d in (got, wanted)]
        yield f"value of {got['surface']!r}: {values[0]}, not {values[1]}"
    if (
        kind == "quotations"
        and wanted.get("speaker")
        and not wanted.get("attribution_optional")
        and not scorer.right_speaker(wanted, got, gold["people"])
    ):
        said = f"{got['speaker']!r}, not {wanted['speaker']!r}"
        yield f"speaker of {_words(got)}: {said}"
    if kind in ("people", "places"):
        optional = set(map(scorer.norm, wanted.get("optional_forms", [])))
        want = {scorer.norm(form): form for form in wanted["surface_forms"]}
        have = {scorer.norm(form): form for form in got["surface_forms"]}
        for key in want.keys() - have.keys():
            yield f"missed form in {kind}: {want[key]!r} of {_words(wanted)}"
        for key in have.keys() - want.keys() - optional:
            yield f"false form in {kind}: {have[key]!r} of {_words(wanted)}"


def _words(entry: Entry) -> str:
    text = entry.get("canonical") or entry.get("surface") or entry["text"]
    return repr(text if len(text) <= 70 else text[:69] + "…")


def _line_of_gold(article: Article, entry: Entry) -> int:
    """The line where the annotated words first stand; 1 where they stand in another form."""
    parts = entry.get("parts") or entry.get("surface_forms") or [entry.get("surface", "")]
    pattern = r"\W+".join(map(re.escape, re.findall(r"\w+", parts[0])[:8]))
    match = re.search(pattern, article.text)
    return article.locate(match.start() if match else 0).line


def _line_of_find(article: Article, entry: Entry) -> int:
    start = entry["start"] if "start" in entry else entry["mentions"][0]["start"]
    return article.locate(start).line


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
