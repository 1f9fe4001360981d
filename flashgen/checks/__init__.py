"""The rules of good cards, and the one list of all that an author should look at."""
