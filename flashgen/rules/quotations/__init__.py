"""Quotations, and whose words they are."""

from flashgen.rules.quotations.finder import RULES, find_quotations

__all__ = ["RULES", "find_quotations"]
