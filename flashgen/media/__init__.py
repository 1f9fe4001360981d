"""Pictures, sounds and maps of the author's own: files beside deck.yaml."""
