"""People: who the article says that somebody was."""
