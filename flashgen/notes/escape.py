"""Text as the HTML of a field.

Everything that comes from the article or from deck.yaml is text. It is escaped here, and
nowhere else, so that a field's value is HTML that shows that text.
"""

from __future__ import annotations

import html
import re

from flashgen.printing import STEERING

# Anki would play, typeset or ask to type what follows such a bracket.
_BRACKET = re.compile(r"\[(?=\[?type:|sound:|/?anki:|/?latex\]|/?\$)", re.IGNORECASE)
# MathJax typesets \(…\) as a learner would read it, references resolved, but not across elements.
_BACKSLASH = r"<span>\</span>"


def escape(text: str) -> str:
    """HTML that shows the text as it is, in Anki too."""
    return _references(text, quote=False).replace("\\", _BACKSLASH)


def attribute(text: str) -> str:
    """What stands for the text between the double quotes of an attribute."""
    return _references(text, quote=True)


def _references(text: str, *, quote: bool) -> str:
    return _BRACKET.sub("&#91;", html.escape(STEERING.sub("", text), quote=quote))
