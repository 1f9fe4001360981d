"""deck.yaml: the table of what it can hold, and the way in and out of the file."""
