"""What changes from one release of a deck to the next, and what must not."""
