"""What drafts hold."""
