"""What changed from one edition of a deck to another: read both, compare them, report."""
