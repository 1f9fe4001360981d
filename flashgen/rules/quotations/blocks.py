"""Quotations without quotation marks: block quotations, and dialogue behind dashes.

A block is set by the markup, by its indentation, or, where a page has lost both, by a colon
before it and by its own words, which are somebody's who speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise

from flashgen.article import Article, Paragraph, Span
from flashgen.english.lexicon import look_up
from flashgen.rules.quotations.cue import groups
from flashgen.rules.quotations.marks import Marking, Quoted, marked, outermost, trimmed
from flashgen.rules.quotations.signs import pattern

_DASH = r"(?:[—–―]|--) *"
# A credit is no sentence: a stop in it stands for a word ("vol. 2", "J. Price").
_WORDS = r"(?=[A-ZÀ-Þ])(?:[^.!?…]|\.(?!(?<=[a-zà-ÿ\d]\.) [A-ZÀ-Þ])){2,80}"
_CREDIT = rf"(?<!\S)(?:(?:[—–―]|--) *{_WORDS}|[(\[]{_WORDS}[)\]])$"
_NAME_BELOW = r"[A-ZÀ-Þ][\w.’'-]*(?:,? [A-ZÀ-Þ\d(][^.!?…]{0,80})?"
_WITHIN, _MARKS = r"(?s)[“\"«„‘'](.*)[”\"»“’']", r"[“”\"«»„‘]|(?<!\S)'"
_FIRST_PERSON = r"\b(?:I|we|We|my|My|our|Our|us|me)\b"
# What a decree or a demand has, and a tale of the past does not.
_IN_FORCE = r"\b(?:shall|will|must|let|Let|you|your|You|Your)\b"
_POINTING = r"(?::|\b(?:follows|thus|(?:following|these) (?P<noun>\w+)(?: \w+){0,4})\.)[-—– ]*$"
_LAST_WORDS = 30
_LONGEST_HEADING = 60  # "Paris, 1 May 1790": such lines stand above a letter
# Where a speech ends and the author may go on: "Where are they? he asked".
_GOES_OVER = r"(?<=[,.!?…]) *(?:(?:[—–―]|--) *)?(?=\w)"
_NAME = (
    r"(?:(?:the|an?|one|my|his|her|another) (?:[\w’'-]+ ){0,2}?[\w’'-]+"
    r"|[\w’'.-]+(?: [A-ZÀ-Þ][\w.’'-]*){0,3})"
)


def gathered(article: Article) -> tuple[Quoted, ...]:
    """Everything that the text shows as somebody's words, in order, none overlapping."""
    everything = (_blocks(article), _announced(article), marked(article), _dialogue(article))
    return tuple(outermost(one for one in chain(*everything) if one.parts))


# --- blocks ------------------------------------------------------------------------------------


def _blocks(article: Article) -> Iterator[Quoted]:
    """The block quotations of the markup, each with all its paragraphs."""
    for quoted, run in groupby(article.paragraphs, key=lambda paragraph: paragraph.quoted):
        if quoted:
            yield from _block(article, list(run))


def _block(article: Article, paragraphs: Sequence[Paragraph]) -> Iterator[Quoted]:
    """A block without the marks around it and the name of the author below it."""
    view, spans = article.view, [paragraph.span for paragraph in paragraphs]
    last = spans[-1]
    credit = pattern(_CREDIT).search(view, last.start, last.end)
    if credit is not None:
        spans[-1] = Span(last.start, credit.start())
    elif len(spans) > 1 and pattern(_NAME_BELOW).fullmatch(view, last.start, last.end):
        spans.pop()
    parts = trimmed(article.text, spans)
    if not parts:
        return
    outer = Span(parts[0].start, parts[-1].end)
    if within := pattern(_WITHIN).fullmatch(view, outer.start, outer.end):
        start, end = within.span(1)
        parts = tuple(Span(max(start, part.start), min(end, part.end)) for part in parts)
    yield Quoted(outer, parts, Marking.BLOCK)


def _announced(article: Article) -> Iterator[Quoted]:
    """The paragraphs behind "he wrote:" that are indented, or that the author cannot have said."""
    announced: Paragraph | None = None
    indented = False
    for previous, paragraph in pairwise(article.paragraphs):
        if _announces(article, previous):
            announced = previous
        elif previous.quoted or previous.span.end - previous.span.start > _LONGEST_HEADING:
            announced = None
        indented = _indentation(article, paragraph) >= 2 and (indented or announced is previous)
        if indented or (announced and _is_somebodys(article, announced, paragraph)):
            yield from _block(article, [paragraph])


def _announces(article: Article, paragraph: Paragraph) -> bool:
    """Whether a paragraph says that somebody speaks, and ends with a colon or "as follows"."""
    span = paragraph.span
    last = article.view[max(span.start, span.end - 300) : span.end].lower()
    pointing = pattern(_POINTING).search(last)
    if pointing is None:
        return False
    said = [pointing["noun"]] if pointing["noun"] else re.findall(r"\w+", last)[-_LAST_WORDS:]
    return any(map(is_speech, said))


def is_speech(low: str) -> bool:
    """Whether a word tells that something is said or written: "wrote", "letter"."""
    entry = look_up(low)
    return "say" in groups(entry.verb) or not set("md").isdisjoint(entry.of_noun)


def _is_somebodys(article: Article, before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a paragraph says "I" or "you" or "shall" where the one before does not."""

    def says(sign: str, there: Paragraph) -> bool:
        return pattern(sign).search(article.view, there.span.start, there.span.end) is not None

    own = any(says(sign, paragraph) > says(sign, before) for sign in (_FIRST_PERSON, _IN_FORCE))
    return own and not says(_MARKS, paragraph)


def _indentation(article: Article, paragraph: Paragraph) -> int:
    """How far all lines of a paragraph are indented."""
    text, span = article.text, paragraph.span
    start = text.rfind("\n", 0, span.start) + 1
    lines = text[start : span.end].splitlines()
    return min(len(line) - len(line.lstrip()) for line in lines)


# --- dialogue behind dashes --------------------------------------------------------------------


def _dialogue(article: Article) -> Iterator[Quoted]:
    """The speeches behind dashes, where the text shows at least once who speaks."""
    found = [(line, tuple(_speeches(article, line))) for line in article.paragraphs]
    if any(speech.outer.end < line.span.end for line, speeches in found for speech in speeches):
        yield from chain.from_iterable(speeches for _, speeches in found)


def _speeches(article: Article, line: Paragraph) -> Iterator[Quoted]:
    """What is spoken in a line of dialogue; the author's words between have no part in it."""
    view, start, end = article.view, line.span.start, line.span.end
    while dash := pattern(_DASH).match(view, start, end):
        clause = _told(view, dash.end(), end)
        said = Span(dash.end(), clause.start if clause else end)
        yield Quoted(Span(start, said.end), trimmed(article.text, (said,)), Marking.DASH)
        again = pattern(_DASH).search(view, clause.end, end) if clause else None
        start = again.start() if again else end


def _told(view: str, start: int, end: int) -> Span | None:
    """Where a line of dialogue tells its speaker: "he asked", "said the sentry"."""
    for place in pattern(_GOES_OVER).finditer(view, start, end):
        for order in (rf"{_NAME} (?:\w+ly )?(?P<verb>\w+)", rf"(?P<verb>\w+) {_NAME}"):
            clause = pattern(order).match(view, place.end(), end)
            verb = look_up(clause["verb"].lower() if clause is not None else "")
            if clause is not None and "s" in verb.of_verb and "V" in verb.tags:
                return Span(place.start(), clause.end())
    return None
