"""Notes: what they are in Anki, how facts become notes, and whether their cards ask well."""
