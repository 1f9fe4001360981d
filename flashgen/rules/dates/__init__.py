"""Dates, in one calendar or two: a module for each form of writing them."""

from flashgen.rules.dates.finder import find_dates, rules

__all__ = ["find_dates", "rules"]
