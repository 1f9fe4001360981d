"""How a file becomes an article: markup, layout, sentences, and what is no running text."""

from flashgen.reading.reader import article_of, read_article

__all__ = ["article_of", "read_article"]
