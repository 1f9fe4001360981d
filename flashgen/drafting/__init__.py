"""What the rules saw, as the draft of a deck.yaml."""
