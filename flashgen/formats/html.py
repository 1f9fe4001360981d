"""Read a page as a browser saves it: its running text, without what stands around that.

trafilatura tells the text from menus, notices and lists of links. Encodings are those that browsers
know; of a single file (.mhtml) the page itself is read.
"""

from __future__ import annotations

import email
import email.policy
import re
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message
from typing import TYPE_CHECKING, Any

import webencodings

from flashgen.english.numbers import MONTHS, WEEKDAYS
from flashgen.formats.html_notes import elements, sign_notes
from flashgen.formats.imported import FormatError, Imported
from flashgen.formats.markdown import is_hidden, to_markdown
from flashgen.formats.words import heading_of
from flashgen.reading.kinds import is_saved_whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Characters of a page without its pictures, and its elements; the longest of Wikipedia has a third.
LONGEST = 20_000_000
MOST_ELEMENTS = 60_000
# Elements within elements: no page needs more, and what works on them calls itself for each.
DEEPEST = 200

_CHARSET = re.compile(
    rb"<(?:meta\b[^>]{0,500}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*[\"']?([\w:.-]+)",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"data:[\w/+.;=-]{0,80},[^\s\"'<>)]*", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)
_LEFT_OUT = frozenset(
    "mw-editsection noprint gallery navbox metadata hatnote sidebar mw-jump-link mw-cite-backlink "
    "mwe-math-element geo-nondefault geo-multi-punct sr-only visually-hidden pagenum pageno".split()
)
# What may refer to notes that the text, too, has.
_LEFT_OUT_LATER = "infobox"
_DAY_BEHIND = re.compile(rf",? (?:{'|'.join((*WEEKDAYS, *MONTHS))})$", re.IGNORECASE)
_NO_NAME = re.compile(r"[\d@/]|https?\b|\bupdated\b|\bpublished\b", re.IGNORECASE)
# Says what the page is.
_ABOUT_IT = frozenset("head title meta link script time".split())
_CONTROLS = re.compile(r"[\x01-\x08\x0b\x0e-\x1f]")
# What no tree of XML takes, as a reference neither.
_NO_XML = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|"
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[\da-f]));",
    re.IGNORECASE,
)


def read_html(data: bytes) -> Imported:
    """The text of a page. Raises FormatError where it has none."""
    if is_saved_whole(data) and not data.lstrip().startswith(b"<"):
        return _read_mhtml(data)
    return read_page(decode(data))


def _read_mhtml(data: bytes) -> Imported:
    message = email.message_from_bytes(data, policy=email.policy.default)
    parts = list(message.walk())
    for part in parts:
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            charset = part.get_param("charset")
            address = message.get("Snapshot-Content-Location") or part.get("Content-Location") or ""
            if part is parts[-1] and _is_cut_off(message):
                raise FormatError("cut off: save the page again")
            if isinstance(payload, bytes):
                html = decode(payload, charset if isinstance(charset, str) else "")
                return read_page(html, str(address))
    raise FormatError("no page in it: save it again, as a web page")


def _is_cut_off(message: Message) -> bool:
    """Whether the line that ends a message of several parts is missing."""
    return any(isinstance(each, CloseBoundaryNotFoundDefect) for each in message.defects)


def decode(data: bytes, charset: str = "") -> str:
    """The text of a page: in the encoding that it states, else in UTF-8 or that of old Windows.

    Raises FormatError where the bytes are no text.
    """
    stated = _CHARSET.search(data[:4096])
    label = charset or (stated[1].decode("ascii", "replace") if stated else "")
    known = webencodings.lookup(label) if label else None
    if known is None or known.name.startswith("utf-16"):  # who can read the label, has it as ASCII
        try:
            data.decode("utf-8-sig")
            known = webencodings.UTF8
        except UnicodeDecodeError:
            known = webencodings.lookup("windows-1252")
    text: str = webencodings.decode(data, known, errors="replace")[0]
    if len(_CONTROLS.findall(text)) > len(text) / 20:
        raise FormatError("no page in it, but bytes: unpack it, or save the page again")
    return _NO_XML.sub("", text)


def read_page(html: str, address: str = "") -> Imported:
    """The text of a page that was decoded; ``address`` is where it was saved from."""
    import trafilatura  # noqa: PLC0415

    html = _PICTURE.sub("", html)
    if len(html) > LONGEST:
        raise FormatError(f"more than {LONGEST // 1_000_000} MB of HTML: save the article alone")
    tree = parse(html)
    prepare(tree)
    saved_from = _SAVED_FROM.search(html[:2000])
    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_formatting=True,
        include_tables=True,
        with_metadata=True,
        favor_recall=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    about: Any = found
    text = to_markdown(about.body) if about is not None and about.body is not None else ""
    if not text:
        raise FormatError("no running text in it: copy the article into a .txt file")
    return Imported(
        text=text,
        title=_title(_line(about.title), _line(about.sitename), text),
        author=_authors(_line(about.author)),
        date=_line(about.date),
        address=address or (saved_from[1] if saved_from else "") or _line(about.url),
    )


def parse(html: str) -> Element:
    """The tree of a page. Raises FormatError where it is empty, or nested without end."""
    from lxml import etree  # noqa: PLC0415
    from lxml import html as lxml_html  # noqa: PLC0415

    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise FormatError("no page in it: save the page again") from error
    _check_size(tree)
    return tree


def _check_size(tree: Element) -> None:
    from lxml import etree  # noqa: PLC0415

    depth = 0
    for count, (event, _) in enumerate(etree.iterwalk(tree, events=("start", "end"))):
        depth += 1 if event == "start" else -1
        if count > 2 * MOST_ELEMENTS:
            raise FormatError(f"more than {MOST_ELEMENTS} elements: save the article alone")
        if depth > DEEPEST:
            raise FormatError(f"elements nested more than {DEEPEST} deep: that is no article")


def prepare(tree: Element) -> None:
    """Take out what is not shown, give notes their signs, and call the text an article."""
    for element in list(elements(tree)):
        left_out = is_hidden(element) or not _LEFT_OUT.isdisjoint(element.get("class", "").split())
        if left_out and element.getparent() is not None and element.tag not in _ABOUT_IT:
            element.drop_tree()
    sign_notes(tree)
    for element in tree.find_class(_LEFT_OUT_LATER):
        if element.getparent() is not None:
            element.drop_tree()
    body = tree.find("body")
    if body is not None and tree.find(".//article") is None and tree.find(".//main") is None:
        article = body.makeelement("article", {})
        article.text, body.text = body.text, None
        article.extend(list(body))
        body.append(article)


def _title(title: str, site: str, text: str) -> str:
    """The title without the name of the site behind it."""
    heading = heading_of(text)
    for mark in (" | ", " – ", " — ", " - ", " :: "):
        start, _, rest = title.rpartition(mark)
        if start and (start == heading or rest.casefold() == site.casefold()):
            return start
    return title


def _authors(words: str) -> str:
    """The names among what a page calls its authors, each once."""
    names: dict[str, str] = {}
    for part in words.split(";"):
        name = _DAY_BEHIND.sub("", part.strip())
        if name and " " in name and not _NO_NAME.search(name):
            names.setdefault(name.casefold(), name)
    return ", ".join(list(names.values())[:4])


def _line(words: object) -> str:
    """What a page says of itself, on one line; "" where it is no words."""
    return " ".join(str(words or "").split())[:300]
