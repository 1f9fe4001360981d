"""Make docs/rules.md, the list of the rules, from the rules themselves.

Usage: python -m tools.make_rules_page
"""

from collections.abc import Iterable, Iterator

from flashgen.rules.catalogue import all_rules
from flashgen.rules.names.clues import NameClue
from flashgen.rules.rule import Rule
from tools.annotated import ROOT

PAGE = ROOT / "docs" / "rules.md"
HEAD = """\
# The rules

Made from the rules by `make docs`: do not edit. Each has one of the texts in which it takes part,
with the reading that it leads to, and one that looks alike and in which it must not; all of them
stand beside the rule, in [`flashgen/rules/`](../flashgen/rules). A date is read as its value in
EDTF, in both calendars where it has both; a name as its fullest form; a quotation as its speaker,
`-` for nobody; `nothing` where the rule says that there is no name, or no quotation.
`flashgen explain` shows the rules at work in an article.
A clue of names has a pattern where it asks only for what stands around the name, which is `_` in
it; how to read one stands in [`context.py`](../flashgen/rules/names/context.py).
"""


def main() -> None:
    PAGE.write_text(page(all_rules()), encoding="utf-8")


def page(rules: Iterable[Rule]) -> str:
    """The page: a section for each kind of rule, in the order of the rules."""
    kinds: dict[str, list[Rule]] = {}
    for rule in rules:
        kinds.setdefault(rule.id.partition("/")[0], []).append(rule)
    sections = ("\n".join(_section(kind, members)) for kind, members in kinds.items())
    return "\n\n".join((HEAD.rstrip("\n"), *sections)) + "\n"


def _section(kind: str, rules: list[Rule]) -> Iterator[str]:
    yield f"## {kind.capitalize()} ({len(rules)})\n"
    weighted = any(rule.weight for rule in rules)
    sourced = any(rule.source for rule in rules)
    patterned = any(_pattern(rule) for rule in rules)
    heads = ["rule", *["weight"] * weighted, *["pattern"] * patterned]
    heads += ["takes part in", "read as", "not in"]
    heads += ["source"] * sourced
    yield _row(heads)
    yield _row("---:" if head == "weight" else "---" for head in heads)
    for rule in rules:
        text, reading = next(iter(rule.finds.items()))
        cells = [f"`{rule.id.partition('/')[2] or rule.id}`"]
        cells += [f"{rule.weight:+d}"] * weighted
        cells += [_code(_pattern(rule))] * patterned
        cells += [_text(text), _code(reading), _text(rule.ignores[0])]
        cells += [_text(rule.source)] * sourced
        yield _row(cells)


def _pattern(rule: Rule) -> str:
    """What must stand around a name, where the rule is a clue that says so."""
    return rule.test if isinstance(rule, NameClue) and isinstance(rule.test, str) else ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _code(text: str) -> str:
    """A pattern or a reading in a cell of a table, whose bar ends it in code, too."""
    bar = "\\|"
    return f"`{text.replace('|', bar)}`" if text else ""


def _text(text: str) -> str:
    """A text in a cell of a table, to the letter."""
    escaped = "".join(f"\\{letter}" if letter in r"\`*_[]<>|" else letter for letter in text)
    return " ".join(escaped.split())


if __name__ == "__main__":
    main()
