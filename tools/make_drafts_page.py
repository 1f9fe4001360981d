"""Make docs/drafts.md: what becomes of texts that nobody has curated, in figures.

Usage: python -m tools.make_drafts_page [--beside FOLDER] [--formats]

The texts of tests/corpus always; those of ``--beside`` in a table of their own; ``--formats`` saves
each text of the corpus in six formats (pandoc, Chromium) and imports the decks into real Anki. What
is not asked for stays on the page as it was. Minutes.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import yaml

from flashgen.note_types import KINDS
from tools.annotated import ROOT
from tools.drafts import drafted, shown_cards
from tools.formats import FORMATS as FORMATS_READ
from tools.formats import measured

PAGE = ROOT / "docs" / "drafts.md"
CORPUS = ROOT / "tests" / "corpus" / "texts"
VERDICTS = ROOT / "tools" / "verdicts.yaml"
SAVED_PAGES = ROOT / "tools" / "saved_pages.md"
SEED, DRAWN = 12, 10
AIM, AIM_WORDS = 30, 900
_MOST_REASONS = 10
# What stands on a back behind the answer: the neighbours in time, who took part, the passage.
_SHOWN_BESIDE = re.compile(r"\s(?:earlier|later) (?=[^—]* : )|\speople: |\n ?S: ")
_NOT_READ = "not read yet."
_EACH = 3  # of so many texts one is made in all formats
HEAD = """\
# What a draft is worth

Made by `make drafts`: do not edit. `flashgen new` was let loose on texts, nobody touched the
deck.yaml, and this is what came of it. The rules were made with these texts at hand, so that a text
of yours may get less.
"""
OWN, BESIDE, LOST, READ, FORMATS, SAVED = (
    "The project's own texts",
    "Texts beside the project",
    "What is lost, and where",
    "Ten cards, read",
    "The same texts in six formats",
    "Pages that browsers saved",
)
SECTIONS = (OWN, BESIDE, LOST, READ, FORMATS, SAVED)


@dataclass(frozen=True)
class Drafted:
    """What came of a text; ``cards`` are the cards as a learner reads them."""

    name: str
    words: int
    notes: int
    kinds: Counter[str]
    waiting: int
    missing: tuple[str, ...]
    rules: tuple[str, ...]
    cards: tuple[str, ...]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--beside", type=Path)
    parser.add_argument("--formats", action="store_true")
    options = parser.parse_args()
    sections = sections_of(PAGE.read_text(encoding="utf-8")) if PAGE.exists() else {}
    sections |= own_sections(texts(CORPUS))
    if options.beside:
        sections[BESIDE] = table(texts(options.beside))
    if options.formats:
        sections[FORMATS] = _in_formats(sorted(CORPUS.glob("*.txt"))[::_EACH])
    PAGE.write_text(page(sections), encoding="utf-8")


def texts(folder: Path) -> list[Drafted]:
    """What came of each text of a folder."""
    return [_drafted(path) for path in sorted(folder.glob("*.txt"))]


def _drafted(path: Path) -> Drafted:
    with tempfile.TemporaryDirectory() as folder:
        made, text = drafted(path, Path(folder))
    reasons = re.findall(r"# missing: (.+(?:\n +#   .+)*)", text)
    return Drafted(
        name=path.stem,
        words=len(made.article.text.split()),
        notes=len(made.deck.notes),
        kinds=Counter({kind: made.cards[kind] for kind in KINDS}),
        waiting=len(reasons),
        missing=tuple(
            reason for told in reasons for reason in re.sub(r"\s+#\s+", " ", told).split("; ")
        ),
        rules=tuple(problem.rule for problem in made.problems),
        cards=tuple(shown_cards(made)),
    )


def sections_of(text: str) -> dict[str, str]:
    """The sections of the page by their heading."""
    parts = re.split(r"^## (.+)\n\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], (part.rstrip() for part in parts[2::2]), strict=True))


def page(sections: dict[str, str]) -> str:
    """The page of its sections, those that nobody has made yet left out."""
    found = [f"## {name}\n\n{sections[name]}\n" for name in SECTIONS if name in sections]
    return "\n".join((HEAD, *found))


def own_sections(found: Sequence[Drafted]) -> dict[str, str]:
    """What the project's own texts alone decide: the same on every machine."""
    saved = SAVED_PAGES.read_text(encoding="utf-8").rstrip()
    return {OWN: table(found), LOST: _lost(found), READ: _read(found), SAVED: saved}


def table(found: Sequence[Drafted]) -> str:
    """A row for each text, and all."""
    heads = ("text", "words", "notes", "cards", *KINDS, "waiting", "findings")
    rows = [_row(each.name, [each]) for each in found]
    figures = _table(heads, [*rows, _row("all", found)])
    return f"{_on_average(found):.0f} cards from {AIM_WORDS} words, on average.\n\n{figures}"


def _on_average(found: Sequence[Drafted]) -> float:
    cards, words = (sum(len(each.cards) for each in found), sum(each.words for each in found))
    return AIM_WORDS * cards / words


def _row(name: str, found: Sequence[Drafted]) -> list[str]:
    kinds = sum((each.kinds for each in found), Counter[str]())
    rules = Counter(rule for each in found for rule in each.rules)
    findings = ", ".join(f"{count} {rule}" for rule, count in sorted(rules.items())) or "0"
    figures = (
        sum(each.words for each in found),
        sum(each.notes for each in found),
        kinds.total(),
        *(kinds[kind] for kind in KINDS),
        sum(each.waiting for each in found),
    )
    return [name, *map(str, figures), findings]


def _in_formats(paths: Sequence[Path]) -> str:
    """What each format keeps of some texts."""
    found = list(measured(paths))
    rows = []
    for form in FORMATS_READ:
        made = [each for each in found if each.form == form]
        figures = (
            sum(each.words for each in made),
            sum(each.notes for each in made),
            sum(each.cards for each in made),
            sum(each.faults for each in made),
        )
        notes, cards = (sum(each.imported[i] for each in made) for i in (0, 1))
        rows.append((f".{form}", *map(str, figures), f"{notes} notes, {cards} cards"))
    heads = ("format", "words read as text", "notes", "cards", "faults", "in Anki after the import")
    return (
        f"{len(paths)} of these texts as a web page, a page that Chromium saved, a Word document "
        "and an e-book (by pandoc) and a PDF (by Chromium), each made a deck of by one `flashgen "
        f"new` and imported into real Anki:\n\n{_table(heads, rows)}"
    )


def _lost(found: Sequence[Drafted]) -> str:
    """How far from the aim the drafts are, and what the entries that wait are waiting for."""
    reached = [each.name for each in found if _on_average([each]) >= AIM]
    reasons = Counter(reason for each in found for reason in _in_general(each.missing))
    waiting = sum(each.waiting for each in found)
    rows = [(reason, str(count)) for reason, count in reasons.most_common(_MOST_REASONS)]
    return (
        f"The aim, {AIM} cards from an article of {AIM_WORDS} words, is not reached: of the "
        f"project's own {len(found)} texts {len(reached)} would have so many "
        f"({', '.join(reached) or 'none'}). What a rule does not understand "
        f"for certain becomes no card: {waiting} entries wait under `todo:` for an author, who "
        "sees what each is missing, most often this (an entry may miss more than one thing):\n\n"
        + _table(("missing", "entries"), rows)
    )


def _in_general(missing: Iterable[str]) -> Iterable[str]:
    """What is missing, whichever it is: "which … is meant"."""
    return (re.sub(r"^which .+ is meant", "which … is meant", reason) for reason in missing)


def _read(found: Sequence[Drafted]) -> str:
    """Cards drawn by a seed, with the verdict of who read them beside the article."""
    known = yaml.safe_load(VERDICTS.read_text(encoding="utf-8"))
    cards = [f"{each.name}: {_on_one_line(card)}" for each in found for card in each.cards]
    drawn = sorted(cards, key=lambda card: sha256(f"{SEED} {card}".encode()).digest())[:DRAWN]
    verdicts = [known.get(card, _NOT_READ) for card in drawn]
    read = sum(verdict != _NOT_READ for verdict in verdicts)
    good = sum(verdict.startswith("good") for verdict in verdicts)
    lines = [f"- {card}\n  **{verdict}**" for card, verdict in zip(drawn, verdicts, strict=True)]
    return (
        f"Of all {len(cards)} cards {DRAWN} were drawn by lot, so that a card keeps its lot while "
        "others come and go, and read beside the article as strictly as a teacher reads what his "
        f"pupils are to learn. As they are, **{good} of {read}** are good.\n\n" + "\n".join(lines)
    )


def _on_one_line(card: str) -> str:
    """Kind, question and answer of a card; what proves it stands in the article."""
    told = " ".join(_SHOWN_BESIDE.split(card)[0].split())
    return told.replace(" Q: ", ": ", 1).replace(" A: ", " — ", 1)


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = list(heads)
    bars = ["---", *["---:"] * (len(heads) - 2), "---"]
    return "\n".join("| " + " | ".join(row) + " |" for row in (heads, bars, *rows))


if __name__ == "__main__":
    main()
