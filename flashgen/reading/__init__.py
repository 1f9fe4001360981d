"""How a file becomes paragraphs and sentences: markup, layout, and what is no running text."""
