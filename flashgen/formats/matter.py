"""What a text says of itself above its first paragraph: in front matter, or in a line "By …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress

import yaml

from flashgen.article import Article, AsideKind
from flashgen.english.numbers import MONTHS, SHORT_MONTHS
from flashgen.formats.imported import Imported

# As pandoc, site generators and clippers of pages call them.
_AUTHOR = ("author", "authors", "by", "byline")
_DATE = ("date", "published", "publish_date", "pubdate")
_ADDRESS = ("url", "source", "source_url", "link", "address", "canonical", "canonical_url")
_MATTER = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)", re.DOTALL)
_IS_ADDRESS = re.compile(r"https?://\S+")
_NAME = r"(?!on\b)[^\W\d_](?:[^\W\d_]|[.’'-](?=[^\W\d_]))*\.?"
_BY = re.compile(
    rf"(?:(?:written|text|words|posted) )?by:? (?P<name>{_NAME}(?: {_NAME}){{1,4}})"
    r"(?=$|[,|·•–—(]| [|·•–—(\d-]| on\b)",
    re.IGNORECASE,
)
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = re.compile(
    rf"\b(?:(?:{_NUMBER} )?\b(?:{'|'.join((*MONTHS, *SHORT_MONTHS))})\b\.?(?: {_NUMBER})?,? \d{{4}}"
    r"|\d{4}-\d\d-\d\d|(?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"(?:first )?(?:published|posted)\b", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?:(?:last )?(?:updated|modified|edited)|retrieved|accessed|archived)\b", re.IGNORECASE
)
_NO_NAME = re.compile(r"\b(?!(?:de|da|di|du|del|la|le|van|von|der|den|ter|al|bin|and)\b)[a-z]{2,}")


def stated(article: Article) -> Imported:
    """The author, the day and the address that a text states; "" where it states none."""
    top = article.paragraphs[0].span.start
    above = [part for part in article.set_aside if part.span.start < top]
    found: Mapping[object, object] = {}
    for part in above:
        if part.reason is AsideKind.FRONT_MATTER and (matter := _MATTER.match(article.text)):
            found = found or _read(matter[1])
    spans = (part.span for part in above if part.reason is AsideKind.BYLINE)
    by = [" ".join(article.view[span.start : span.end].split()) for span in spans]
    author = next(filter(None, map(_named, by)), "")
    return Imported(
        text="",
        author=_first(found, _AUTHOR) or author,
        date=_first(found, _DATE) or next((d for each in by if (d := _day(each, author))), ""),
        address=address if _IS_ADDRESS.fullmatch(address := _first(found, _ADDRESS)) else "",
    )


def _read(matter: str) -> Mapping[object, object]:
    """Front matter in which every value is words; nothing where it is no YAML."""
    with suppress(yaml.YAMLError, ValueError, RecursionError):
        found = yaml.load(matter, Loader=yaml.BaseLoader)  # noqa: S506 - makes text alone
        if isinstance(found, dict):
            return {str(key).lower(): value for key, value in found.items()}
    return {}


def _first(found: Mapping[object, object], names: tuple[str, ...]) -> str:
    """What stands under the first of some names that says anything."""
    values = (", ".join(_words(found.get(name))) for name in names)
    return next(filter(None, values), "")


def _words(value: object) -> Iterator[str]:
    """A text, each of a list of them, or what is called a name in a mapping."""
    match value:
        case str() if value.strip():
            yield " ".join(value.strip("[] ").split())
        case {"name": str(name)}:
            yield name
        case [*values] if len(values) < 9:
            for each in values:
                if isinstance(each, str | dict):
                    yield from _words(each)


def _day(byline: str, author: str) -> str:
    """The day on which a text was put up, by a line beside its author's name; "" where none is."""
    told = _LATER.split(byline)[0]
    found = _DAY.search(told) if author or _PUBLISHED.match(told) else None
    return found[0] if found else ""


def _named(byline: str) -> str:
    """The author by a line such as "By Jane Doe, 3 June 2011"; "" where it names nobody."""
    found = _BY.match(byline)
    name = " ".join(found["name"].split()) if found else ""
    return "" if _NO_NAME.search(name) else name
