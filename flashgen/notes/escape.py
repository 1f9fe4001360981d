"""Text as the HTML of a field.

Everything that comes from the article or from deck.yaml is text. It is escaped here, and
nowhere else, so that a field's value is HTML that shows that text.
"""

from __future__ import annotations

import html
import re

from flashgen.printing import STEERING

# Anki would play, typeset or ask to type what follows such a bracket or backslash.
_ANKI_MARKUP = re.compile(
    r"\[(?=\[?type:|sound:|/?anki:|/?latex\]|/?\$)|\\(?=[()\[\]])", re.IGNORECASE
)


def escape(text: str) -> str:
    """HTML that shows the text as it is, in Anki too."""
    plain = html.escape(STEERING.sub("", text), quote=False)
    return _ANKI_MARKUP.sub(lambda mark: f"&#{ord(mark[0])};", plain)
