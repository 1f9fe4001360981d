"""Clauses of the article, as words that can stand on a card."""
