"""What flashgen knows of English, whatever the text is about."""
