"""The one place that knows English: words, tags, noun phrases and clauses."""
