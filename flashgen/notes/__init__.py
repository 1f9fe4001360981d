"""Notes: what they are in Anki, and how facts become notes."""
