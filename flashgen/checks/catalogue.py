"""All rules of good cards, in the order in which they are listed."""

from __future__ import annotations

from flashgen.checks import (
    answers,
    contradictions,
    dates,
    definitions,
    fronts,
    likeness,
    media,
    opinions,
    passages,
    quotations,
    sequences,
    wording,
)
from flashgen.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    *fronts.RULES,
    *likeness.RULES,
    *answers.RULES,
    *definitions.RULES,
    *quotations.RULES,
    *dates.RULES,
    *sequences.RULES,
    *wording.RULES,
    *opinions.RULES,
    *passages.RULES,
    *contradictions.RULES,
    *media.RULES,
)
BY_NAME = {rule.name: rule for rule in RULES}
