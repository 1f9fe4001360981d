"""Quotations, and whose words they are."""

from flashgen.rules.quotations.finder import find_quotations

__all__ = ["find_quotations"]
