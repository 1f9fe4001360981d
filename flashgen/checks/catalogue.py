"""All rules of good cards, in the order in which they are listed."""

from __future__ import annotations

from flashgen.checks import answers, dates, fronts, passages, quotations, wording
from flashgen.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    *fronts.RULES,
    *answers.RULES,
    *quotations.RULES,
    *dates.RULES,
    *wording.RULES,
    *passages.RULES,
)
BY_NAME = {rule.name: rule for rule in RULES}
