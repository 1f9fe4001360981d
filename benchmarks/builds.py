"""How long whole builds of large decks take, and the memory of the process.

Usage: python benchmarks/builds.py [FACTS] [--words WORDS]

Default: 5000 facts of each kind that benchmarks/facts.py makes, in an article that has little
more; then one fact in an article of 1100000 words, made as benchmarks/rules.py makes its texts.
Each is "flashgen build" in a process of its own; seconds are those of the processor, and the
ratio is to "flashgen build" of the shipped deck in the same run.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.facts import HEAD, KINDS, WORDS_IN_SENTENCE, write_deck
from benchmarks.rules import MEGABYTE, ROOT, paragraphs_of, write_text

SHIPPED = ROOT / "decks" / "october-1917"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("facts", nargs="?", type=int, default=5_000)
    parser.add_argument("--words", type=int, default=1_100_000)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        _measured(options.measure)
        return
    shipped, _ = _build(SHIPPED)
    print(f"{'':<28} {'seconds':>8} {'ratio':>7} {'peak MB':>8}")
    print(f"{'the shipped deck':<28} {shipped:>8.2f} {1:>7.1f}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for what, (section, kind) in KINDS.items():
            write_deck(folder, section, kind, options.facts, options.facts * WORDS_IN_SENTENCE)
            _print(f"{options.facts} {what}", folder, shipped)
        texts = paragraphs_of(ROOT.parent / "shared" / "corpus" / "texts")
        length = write_text(folder / "article.txt", texts, options.words)
        fact = "terms: {word: {term: word, meaning: what is said, cite: a dictionary}}"
        (folder / "deck.yaml").write_text(f"{HEAD}{fact}\n", encoding="utf-8")
        _print(f"{length} words", folder, shipped)


def _print(what: str, folder: Path, shipped: float) -> None:
    (folder / "release.json").unlink(missing_ok=True)
    seconds, memory = _build(folder)
    print(f"{what:<28} {seconds:>8.2f} {seconds / shipped:>7.1f} {memory:>8.0f}", flush=True)


def _build(folder: Path) -> tuple[float, float]:
    """Seconds and megabytes of a build."""
    command = [sys.executable, "-m", "benchmarks.builds", "--measure", str(folder)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    seconds, memory = map(float, told.split())
    return seconds, memory


def _measured(folder: Path) -> None:
    """Print what a build took that is the only child of this process."""
    with tempfile.TemporaryDirectory() as name:
        build = ["-m", "flashgen", "build", str(folder), "-q", "-o", f"{name}/deck.apkg"]
        subprocess.run([sys.executable, *build], check=True, capture_output=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(used.ru_utime + used.ru_stime, used.ru_maxrss / MEGABYTE)


if __name__ == "__main__":
    main()
