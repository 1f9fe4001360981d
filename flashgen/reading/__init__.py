"""How a file becomes an article: markup, layout, sentences, and what is no running text."""

from flashgen.reading.reader import read_article

__all__ = ["read_article"]
