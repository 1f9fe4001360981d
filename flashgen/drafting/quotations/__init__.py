"""Quotations: the words, who said them, and what a card can hide."""
