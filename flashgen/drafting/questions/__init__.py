"""Questions that a clause answers."""
