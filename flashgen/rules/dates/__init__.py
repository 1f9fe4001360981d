"""Dates, in one calendar or two: a module for each form of writing them."""

from flashgen.rules.dates.finder import RULES, find_dates

__all__ = ["RULES", "find_dates"]
