"""All rules, of whatever kind: for their tests, for the list of them, for measuring them.

Nothing that reads an article needs this module: each kind knows its own rules.
"""

from __future__ import annotations

from importlib import import_module

from flashgen.rules.rule import Rule

# The packages of rules; each has its own as ``RULES``, in the order in which it tries them.
PACKAGES = ("flashgen.rules.dates", "flashgen.rules.names", "flashgen.rules.quotations")


def all_rules() -> tuple[Rule, ...]:
    """Every rule, kind by kind."""
    return tuple(rule for package in PACKAGES for rule in import_module(package).RULES)
