"""Make docs/cards.md, what a good card is, from the rules of good cards.

Usage: python -m tools.make_cards_page
"""

from collections.abc import Iterable, Iterator

from flashgen.checks.catalogue import RULES
from flashgen.checks.rule import Rule
from flashgen.errors import Severity
from tools.annotated import ROOT

PAGE = ROOT / "docs" / "cards.md"
HEAD = """\
# Good cards

Made from the rules by `make docs`: do not edit. `flashgen check` runs these rules over a deck, and
those that need no article over anybody's package (`flashgen check FILE.apkg`); `flashgen check
--explain RULE` shows one of them. They rest on P. A. Wozniak, "Twenty rules of formulating
knowledge" (1999), on A. Matuschak, "How to write good prompts" (2020), and on what readers found
wrong with cards that flashgen once made.

A *fault* is a card that nobody can trust: `flashgen build` says it, `flashgen release` refuses it.
A *hint* is what a card could do better; it stops nothing. Where a card is right as it is, say why
beside its fact, and the rule is silent there:

```yaml
allow: {long-answer: the oath is learned in full}
```

## How often they are wrong

A rule that warns of good cards is soon not read any more. Of these decks every finding was read, in
November 2026; wrong is one that names a fault which the card has not. What a deck allows with a
reason (two facts of the first, one of the second) is not among them:

| deck | cards | findings | wrong | in 100 cards |
| --- | ---: | ---: | ---: | ---: |
| October 1917 | 153 | 0 | 0 | 0 |
| Glorious Revolution | 120 | 0 | 0 | 0 |
| [Ultimate Geography](https://github.com/anki-geo/ultimate-geography) | 982 | 9 | 9 | 0.9 |
| [Ultimate History](https://github.com/omarkohl/ultimate-history) | 1065 | 93 | 13 | 1.2 |

The wrong ones are of `answer-on-front` and `gives-away`: the capital of Singapore is Singapore, and
*emperor of Russia* tells nobody which *Alexander I of Russia* is meant. The others are right: an
alternative text that names who is on the portrait, a year that *Revolutions of 1848* asks for,
answers of thirty words. The command prints each card that has a finding, to be read:

```sh
python -m tools.alarms decks/october-1917/october-1917.apkg --all
python -m tools.alarms ultimate-geography.apkg --draw 100 --seed 20261126
```

The last two decks are kept as the add-on CrowdAnki writes them; `python -m tools.crowdanki FOLDER
FILE.apkg` makes a package of such a folder.
"""
HEADS = {
    Severity.FAULT: "Faults",
    Severity.HINT: "Hints",
}


def main() -> None:
    PAGE.write_text(page(RULES), encoding="utf-8")


def page(rules: Iterable[Rule]) -> str:
    """The page: faults, then hints, each in the order of the rules."""
    by_severity: dict[Severity, list[Rule]] = {severity: [] for severity in HEADS}
    for rule in rules:
        by_severity[rule.severity].append(rule)
    parts = [HEAD]
    for severity, members in by_severity.items():
        parts.append(f"## {HEADS[severity]}\n")
        parts += ["\n".join(_section(rule)) for rule in members]
    return "\n".join(parts)


def _section(rule: Rule) -> Iterator[str]:
    yield f"### {rule.name}\n\n{rule.explanation}\n"
    if rule.judges_packages:
        yield "It judges packages, too.\n"
    if rule.article:
        yield f"Where the article says “{rule.article}”, it reports\n"
    else:
        yield "It reports\n"
    yield f"```yaml\n{rule.example}\n```\n"
    other = f", where the article says “{rule.other_article}”," if rule.other_article else ""
    yield f"and not{other}\n\n```yaml\n{rule.counter_example}\n```\n"


if __name__ == "__main__":
    main()
