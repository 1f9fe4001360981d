"""Markup within lines, made blank: links, notes, emphasis, code, tags, and what nobody reads.

All is as long afterwards as it was, so that an offset into the one is an offset into the other.
Every repetition is bounded or possessive, so that a hostile file costs no more than a friendly one.
"""

from __future__ import annotations

import re
from collections.abc import Set

# A row of a table whose edges are not drawn ends where another one follows.
_BARE_ROW = re.compile(
    r"^((?>[^\r\n]*?\S \| \S)[^\r\n]*+)[\r\n](?=\n?[^\r\n]*\S \| \S)", re.MULTILINE
)
_BLANK = re.compile(r"(?! )[\s\x00-\x1f\x7f]")
# What the group "keep" matches stays; the rest of a match is markup.
_INLINE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Each begins with its sign, and looks back from there: so a text without is read fast.
        # an image, [words](address), [[page|words]], [address words], <address>
        r"!\[[^\[\]]{0,500}+\]\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+[^()]{0,200}+\)",
        r"\[(?P<keep>[^\[\]]{1,500}+)\]\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+[^()]{0,200}+\)",
        r"\[\[(?:[^\[\]|\n]{1,200}+\|)?+(?P<keep>[^\[\]|\n]{1,200}+)\]\]",
        r"\[https?://[^\[\]\s]{1,2000}+[ \t]++(?P<keep>[^\[\]\n]{1,500}+)\]",
        r"<(?:https?|mailto):[^<>\s]{1,2000}+>",
        # [^note]; [12], [a] and [citation needed] after a word or a stop, but not the second half
        # of "10[23] October"; figures set high
        r"\[\^[^\[\]\s]{1,40}+\]",
        r"\[(?<=[\w.,;:!?…”’\"')\]]\[)(?<!\b\d\[)(?<!\b\d\d\[)"
        r"(?:\d{1,3}|[a-z](?=\](?!\w))|(?:note|nb|n) ?\d{1,3}|edit|"
        r"(?:citation|clarification|page|source) needed|(?:when|who|which|where|by whom)\?)\]"
        r"(?::\d{1,4}(?:[-–]\d{1,4})?(?!\w))?",
        r"\[(?<=[.!?…”\"] \[)\d{1,3}\]",
        r"[¹²³⁰⁴-⁹](?:(?<=[.,;:!?…”’\"')].)|(?<=[^\W\d_]{3}.))[¹²³⁰⁴-⁹]{0,2}",
        r"<sup>[^<>]{0,60}</sup>",
        # tags, emphasis, code, escapes
        r"'{3}(?:'{2})?",
        r"</?(?:[abipqsu]|abbr|address|article|aside|big|blockquote|body|br|caption|center|cite|code|"
        r"col(?:group)?|d[dlt]|del|div|em|figcaption|figure|font|footer|h[1-6r]|header|html|iframe|"
        r"img|ins|link|li|main|mark|meta|nav|nowiki|[ou]l|picture|pre|ref(?:erences)?|section|small|span|strong|su[bp]|"
        r"t(?:able|body|[dhr]|foot|head|ime)|title)"
        r"(?=[\s/>])[^<>]{0,500}+>",
        r"[*_](?:(?<![\w*_].)[*_]{0,2}(?=[\w“‘\"'(\[«])"
        r"|(?<=[\w.,;:!?…’”\"')\]»].)[*_]{0,2}(?![\w*_]))",
        r"`(?<![`\w]`)(?P<keep>[^`\n]{1,200}+)`(?![`\w])",
        r"\\(?=[\r\n]|\Z)",
    )
)
_UNREAD = re.compile(
    r"<!--|<\?xml\b|<!doctype\b|<(script|style|head|svg|noscript|gallery)(?=[\s/>])", re.I
)
_CLOSES = {"<!--": "-->", "<?xml": "?>", "<!doctype": ">"}
# [words][name] or [name], where a line "[name]: address" says what the name means
_NAMED_LINK = re.compile(r"\[(?P<keep>[^\[\]]{1,500}+)\](?:\[(?P<name>[^\[\]\n]{0,100}+)\])?+")


def without_unread(text: str) -> str:
    """The text with each comment, script, style and head of a page blank but for line breaks."""
    parts: list[str] = []
    position = 0
    small = ""
    never_closed: set[str] = set()  # from here on
    while begins := _UNREAD.search(text, position):
        start = begins.start()
        closes = _CLOSES.get(begins[0].lower()) or f"</{begins[1].lower()}"
        small = small or text.lower()
        # A capital that is longer in small letters moves all that follows it.
        where = small if len(small) == len(text) else text
        end = -1 if closes in never_closed else where.find(closes, begins.end())
        if end < 0:
            never_closed.add(closes)
            parts.append(text[position : begins.end()])
            position = begins.end()
            continue
        end = where.find(">", end) + 1 or len(text)
        parts += text[position:start], re.sub(r"[^\r\n]", " ", text[start:end])
        position = end
    return "".join((*parts, text[position:]))


def without_inline(view: str, link_names: Set[str]) -> str:
    """The text with the markup within its lines blank; ``link_names`` are those that have a line.

    A row of a table without edges ends in a mark, as one with edges does.
    """
    if link_names:

        def named(match: re.Match[str]) -> str:
            known = (match["name"] or match["keep"]).lower() in link_names
            return _kept(match) if known else match[0]

        view = _NAMED_LINK.sub(named, view)
    for pattern in _INLINE:
        view = pattern.sub(_kept, view)
    return _BLANK.sub(" ", _BARE_ROW.sub(r"\1|", view))


def _kept(match: re.Match[str]) -> str:
    """Spaces for what is markup; what the group "keep" matched stays in its place."""
    blank = re.sub(r"[^\r\n]", " ", match[0])
    if "keep" not in match.re.groupindex:
        return blank
    start, end = (offset - match.start() for offset in match.span("keep"))
    return blank[:start] + match["keep"] + blank[end:]
