"""Make a deck of a few facts and say what the rules find in it."""

import re
from collections.abc import Iterable
from pathlib import Path

from flashgen.checks.rule import Rule
from flashgen.errors import Problem
from flashgen.pipeline import Build, build_deck
from tests.media.made import png, put
from tests.small_deck import ARTICLE, DECK, write_deck

HEAD = DECK.partition("people:")[0]


def made(folder: Path, facts: str, article: str = "") -> Build:
    """The build of a deck.yaml with these facts beside an article."""
    for name in re.findall(r"file: ([\w.]+)", facts):
        put(folder, name, png(ord(name[0])))
    return build_deck(write_deck(folder, HEAD + facts, article or ARTICLE))


def found(folder: Path, facts: str, article: str = "") -> tuple[Problem, ...]:
    return made(folder, facts, article).problems


def rules_of(problems: Iterable[Problem]) -> list[str]:
    return [problem.rule for problem in problems]


def reports(rule: Rule, folder: Path, facts: str, article: str) -> bool:
    """Whether a rule finds anything in facts, beside an article if there is one."""
    return rule.name in rules_of(found(folder, facts, article and f"The Town\n\n{article}\n"))
