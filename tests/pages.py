"""The pages that a person reads, and what they tell one to type."""

import re
import shlex
from collections.abc import Iterator

from tests.conftest import ROOT

# What is written by hand; what is made from tables has tests of its own.
WRITTEN = (
    "README.md",
    "CONTRIBUTING.md",
    "docs/learner.md",
    "docs/author.md",
    "docs/dates.md",
    "docs/designer.md",
    "docs/architecture.md",
    "benchmarks/README.md",
)
MADE = (
    "docs/command-line.md",
    "docs/deck-yaml.md",
    "docs/rules.md",
    "docs/calendars.md",
    "docs/cards.md",
    "docs/drafts.md",
)
PAGES = {name: (ROOT / name).read_text(encoding="utf-8") for name in (*WRITTEN, *MADE)}
PROSE = {name: PAGES[name] for name in WRITTEN}

README = PAGES["README.md"]
AUTHOR = PAGES["docs/author.md"]
DATES = PAGES["docs/dates.md"]


def blocks(language: str, page: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)


def lines(page: str) -> Iterator[str]:
    """What a page tells one to type: the lines of ``sh``, and those of ``console`` behind a $."""
    for block in blocks("sh", page):
        yield from filter(None, block.splitlines())
    for block in blocks("console", page):
        yield from re.findall(r"^\$ (.+)$", block, re.MULTILINE)


def typed(program: str, *pages: str) -> list[list[str]]:
    """The command lines of a program, and those in a sentence; as words, comments gone."""
    found = [
        command.removeprefix(f"{program} ")
        for page in pages
        for line in lines(page)
        for command in line.split(" && ")
        if command.startswith(f"{program} ")
    ]
    found += [line for page in pages for line in re.findall(rf"`{program} ([a-z][^`\n]*)`", page)]
    return [shlex.split(line, comments=True) for line in dict.fromkeys(found)]


def prose(page: str) -> str:
    """A page without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", page, flags=re.DOTALL | re.MULTILINE)


def anchors(page: str) -> set[str]:
    """The names by which links reach the headings of a page, as the usual forges make them."""
    heads = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    plain = (re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", head).lower().strip() for head in heads)
    return {re.sub(r"[^\w\- ]", "", head).replace(" ", "-") for head in plain}
