"""Places: what they were, where they lie, and what they are called today."""
