"""Say what a rule of good cards means."""

from __future__ import annotations

from textwrap import fill, indent

from flashgen.checks.catalogue import BY_NAME, RULES
from flashgen.checks.rule import Rule
from flashgen.errors import Argument, InputError
from flashgen.matching import suggestion

_WIDTH = 79


def explained(name: str) -> str:
    """A rule with its example and its counter-example. Raises InputError where there is none."""
    if name not in BY_NAME:
        raise InputError.of(
            Argument("explain", name), f"no such rule; {suggestion(name, tuple(BY_NAME))}"
        )
    rule = BY_NAME[name]
    parts = [f"{rule.name} ({rule.severity})", fill(rule.explanation, _WIDTH)]
    if rule.judges_packages:
        parts.append("It judges packages, too.")
    if rule.article:
        parts += ["Where the article says:", indent(rule.article, "  ")]
    parts += ["It reports:", indent(rule.example, "  ")]
    if rule.other_article:
        parts += ["Where the article says:", indent(rule.other_article, "  ")]
    parts += ["It does not report:", indent(rule.counter_example, "  ")]
    parts.append(f"To allow it in one fact: allow: {{{rule.name}: why it is right there}}")
    return "\n\n".join(parts)


def listed() -> str:
    """All rules, a line each."""
    return "\n".join(map(_line, RULES))


def _line(rule: Rule) -> str:
    return f"{rule.severity:<5}  {rule.name:<22}  {rule.summary}"
