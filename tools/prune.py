"""List what of the rules changes no result: each rule, row and branch switched off in turn.

The texts are the cases of all rules and of the language layer, the sentences, passages and
annotated texts of the tests, and those that may lie beside the project. What is listed is not
wrong: a row may know a word that no text has. But it has no reason yet to be there: give it a case,
or let it go. An ``if`` that only raises an error is left to the tests. A branch is tried on the
texts in which it goes the other way, a row of a table on those that have the beginning of one of
its words.
"""

import argparse
import ast
import os
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, product
from pathlib import Path

import yaml

from flashgen.article import Article
from flashgen.errors import InputError
from flashgen.reading import read_article
from flashgen.rules.catalogue import all_rules
from tools.annotated import BESIDE, OWN, ROOT
from tools.branches import branches, forced, rows, without_row
from tools.cases import as_article, texts_of
from tools.reimport import ENGLISH_CASE, find_afresh, modules
from tools.tables import table_files, table_rows
from tools.trials import Bench, Outcomes, Trial, find_with_tree

_UNMARKED = str.maketrans("", "", "«»")  # the tests of dates mark what is to be found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0], prog="tools.prune")
    parser.add_argument("--only", type=Path, nargs="*", help="files or folders; default: all")
    parser.add_argument("--entries", action="store_true", help="take tables apart word by word")
    parser.add_argument("--corpus", type=Path, nargs="*", help="other folders of annotated texts")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args()
    began = time.monotonic()
    bench = Bench(list(_articles(args.corpus or [OWN, BESIDE])))
    trials = _trials(bench, args.only or [ROOT / "flashgen"], entries=args.entries)
    if not trials:
        print(f"{' '.join(map(str, args.only))}: nothing to switch off; name a file of the rules")
        return 1
    # Neighbours are alike: shuffled, the first quarter says how long the rest will take.
    random.Random(1).shuffle(trials)
    idle = []
    for done, (trial, changes) in enumerate(bench.run(trials, args.jobs), start=1):
        if not changes:
            idle.append(trial)
        _show_progress(done, len(trials), len(idle), time.monotonic() - began)
    print("\n".join(_report(trials, idle)))
    return 0


def _articles(folders: Iterable[Path]) -> Iterator[Article]:
    passages, english, speakers = (
        yaml.safe_load((ROOT / "tests" / name).read_text(encoding="utf-8"))
        for name in (
            "rules/passages.yaml",
            "english/english.yaml",
            "rules/quotations/speakers.yaml",
        )
    )
    texts = texts_of(all_rules())
    texts += [case["text"] for case in (*passages.values(), *speakers)]
    texts += chain.from_iterable(
        map(_sentences, sorted((ROOT / "tests" / "rules").rglob("test_*.py")))
    )
    with tempfile.TemporaryDirectory() as scratch:
        for text in dict.fromkeys(texts):
            try:
                yield as_article(text, Path(scratch))
            except InputError as error:
                print(f"left out, {error}: {text}", file=sys.stderr)
        for case in chain.from_iterable(english.values()):
            path = Path(scratch) / ENGLISH_CASE
            path.write_text(case["text"], encoding="utf-8")
            yield read_article(path)
    for folder in folders:
        yield from map(read_article, sorted((folder / "texts").glob("*.txt")))


def _sentences(path: Path) -> Iterator[str]:
    """The sentences that the tests of a module read, without the marks around what they expect."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value.translate(_UNMARKED)
            if " " in text and re.search(r"[.!?][”’\"']?\s*$", text):
                yield text


def _trials(bench: Bench, only: Sequence[Path], *, entries: bool) -> list[Trial]:
    wanted = [path.absolute() for path in only]

    def is_wanted(path: Path) -> bool:
        return any(path.is_relative_to(whole) for whole in wanted)

    outcomes = bench.outcomes()
    trials: list[Trial] = []
    for module, path in modules().items():
        if is_wanted(path):
            trials += _of_module(module, path, outcomes)
    for path in table_files(ROOT / "flashgen" / "tables", ROOT / "flashgen" / "english"):
        if is_wanted(path):
            trials += [
                Trial(
                    "row of a table",
                    path,
                    row.line,
                    row.label,
                    partial(find_afresh, {path: row.rest}),
                    bench.with_any(row.words),
                )
                for row in table_rows(path, entries=entries)
            ]
    return trials


def _of_module(module: str, path: Path, outcomes: Outcomes) -> Iterator[Trial]:
    """The trials of a module: its branches, where the other outcome occurs, and its rows."""
    source = path.read_text(encoding="utf-8")
    for site, outcome in product(branches(source), (True, False)):
        if outcome or not site.guards:
            tree = partial(forced, source, site.number, outcome=outcome)
            yield Trial(
                "branch",
                path,
                site.line,
                f"always {str(outcome).lower()}: {site.source}",
                partial(find_with_tree, module, path, tree),
                outcomes.get((module, site.number, not outcome), []),
            )
    for site in rows(source):
        tree = partial(without_row, source, site.number)
        prepare = partial(find_with_tree, module, path, tree)
        yield Trial("rule or row", path, site.line, site.source, prepare)


def _show_progress(done: int, of: int, idle: int, seconds: float) -> None:
    """One line that moves on a terminal; elsewhere, a line now and then."""
    told = f"{done} of {of} tried, {idle} change nothing, {seconds:.0f} s"
    if sys.stderr.isatty():
        print(f"\r{told}", end="\n" if done == of else "", file=sys.stderr, flush=True)
    elif done * 10 // of > (done - 1) * 10 // of:
        print(told, file=sys.stderr, flush=True)


def _report(trials: Sequence[Trial], idle: Sequence[Trial]) -> Iterator[str]:
    """What changes nothing, by file and line, and its share of all, by kind."""
    for trial in sorted(idle, key=lambda trial: (trial.path, trial.line, trial.label)):
        yield f"{trial.path.relative_to(ROOT)}:{trial.line}: {trial.label}"
    yield ""
    tried, without = (Counter(trial.kind for trial in group) for group in (trials, idle))
    for kind in sorted(tried):
        yield _share(kind, without[kind], tried[kind])
    yield _share("all", without.total(), tried.total())


def _share(kind: str, idle: int, tried: int) -> str:
    return f"{kind:16} {idle:5} of {tried:5} change nothing: {100 * idle / tried:5.1f} %"


if __name__ == "__main__":
    sys.exit(main())
