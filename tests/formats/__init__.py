"""Readers of documents: what they keep, and what they refuse."""
