"""Quotations, and whose words they are."""

from flashgen.rules.quotations.finder import find_quotations, rules

__all__ = ["find_quotations", "rules"]
