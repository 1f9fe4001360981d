"""The passage of an article that proves a fact: which, why, and how a card shows it."""

from flashgen.evidence.finder import Evidence, EvidenceFinder

__all__ = ["Evidence", "EvidenceFinder"]
