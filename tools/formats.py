"""Make a deck of each text in each format, unattended, and import it into real Anki.

Usage: python -m tools.formats FOLDER... [--as html,docx,...]

pandoc (to be installed) makes .html, .docx and .epub of a text; Chromium saves the page as .mhtml
and prints it as .pdf. A row for each text and format: seconds of ``flashgen new``, notes, cards,
faults and hints of ``check``, and the notes and cards that Anki has after the import.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import flashgen
from flashgen.previews.pictures import browser
from tools.count_in_anki import imported

_LONGEST_TITLE = 80  # characters
FORMATS = ("txt", "html", "mhtml", "docx", "epub", "pdf")


@dataclass(frozen=True)
class Made:
    """What came of a text in a format; ``imported`` are the notes and cards that Anki has."""

    text: str
    form: str
    seconds: float
    words: int
    notes: int
    cards: int
    faults: int
    hints: int
    imported: tuple[int, int]


def main() -> int:
    """Make all, and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--as", dest="formats", default=",".join(FORMATS))
    options = parser.parse_args()
    texts = [path for folder in options.folders for path in sorted(folder.glob("*.txt"))]
    total: Counter[str] = Counter()
    print("text".ljust(18), "format  secs notes cards faults hints  in Anki")
    for made in measured(texts, options.formats.split(",")):
        ours = f"{made.seconds:5.1f} {made.notes:5d} {made.cards:5d} {made.faults:6d}"
        theirs = "{} notes, {} cards".format(*made.imported)
        print(made.text[:18].ljust(18), made.form.ljust(6), f"{ours} {made.hints:5d}  {theirs}")
        total[made.form] += made.cards
    print("cards:", dict(total))
    return 0


def measured(texts: Iterable[Path], formats: Sequence[str] = FORMATS) -> Iterator[Made]:
    """What comes of each text in each format."""
    with browser() as opened, tempfile.TemporaryDirectory() as folder:
        for text in texts:
            for form in formats:
                work = Path(folder) / text.stem / form
                work.mkdir(parents=True)
                yield _made(_written(text, form, work, opened.new_page), work)


def _written(text: Path, form: str, work: Path, new_page: Callable[[], Any]) -> Path:
    """The text as a file of a format."""
    target = work / f"{text.stem}.{form}"
    if form == "txt":
        target.write_bytes(text.read_bytes())
        return target
    if form in ("mhtml", "pdf"):
        html = _written(text, "html", work, new_page)
        page = new_page()
        page.goto(html.as_uri())
        if form == "pdf":
            page.pdf(path=str(target))
        else:
            session = page.context.new_cdp_session(page)
            shot = session.send("Page.captureSnapshot", {"format": "mhtml"})
            target.write_bytes(shot["data"].encode())
        page.close()
        return target
    # A text's own paragraphs and title, as an author would have them in a word processor.
    command = ["pandoc", "--from=markdown-smart", "--standalone", f"--output={target}"]
    lines = text.read_text(encoding="utf-8").splitlines()
    titled = lines and len(lines) > 1 and not lines[1] and len(lines[0]) < _LONGEST_TITLE
    title = lines[0].lstrip("# ") if titled else text.stem
    body = "\n".join(lines[1:] if titled else lines)
    command.append(f"--metadata=title:{title}")
    subprocess.run(command, input=body, text=True, check=True)
    return target


def _made(source: Path, work: Path) -> Made:
    """What comes of a document."""
    package, deck = work / "deck.apkg", work / "deck"
    begun = time.perf_counter()
    chapter = "all" if source.suffix == ".epub" else ""
    made = flashgen.new(source, deck, package, chapter=chapter)
    seconds = time.perf_counter() - begun
    with imported(str(package)) as (collection, notes):
        cards = collection.card_count()
    return Made(
        text=source.stem,
        form=source.suffix[1:],
        seconds=seconds,
        words=sum(
            len(made.article.tidy(paragraph.span).split()) for paragraph in made.article.paragraphs
        ),
        notes=len(made.deck.notes),
        cards=made.cards.total(),
        faults=len(made.faults),
        hints=len(made.problems) - len(made.faults),
        imported=(notes, cards),
    )


if __name__ == "__main__":
    sys.exit(main())
