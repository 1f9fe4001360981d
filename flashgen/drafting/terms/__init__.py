"""Terms: words that the article itself explains."""
