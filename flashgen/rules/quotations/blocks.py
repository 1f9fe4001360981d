"""Quotations without quotation marks: block quotations, and dialogue behind dashes.

A block is set by the markup, by its indentation, or, where a page has lost both, by a colon
before it and an "I" or "we" in it that is not the author's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from flashgen.rules.quotations.marks import Form, Quoted, marked, trimmed
from flashgen.tables import words
from flashgen.types import Article, Paragraph, Span

_DASH = re.compile(r"(?:[—–―]|--) *")
_CREDIT = re.compile(r"(?<!\S)(?:[—–―]|--) ?(?=[A-ZÀ-Þ])[^.!?…]{2,80}$")
_OPENING = re.compile(r"[“\"«„‘']")
_CLOSING = re.compile(r"[”\"»“’']$")
_MARKS = re.compile(r"[“”\"«»„‘]")
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|us|me)\b")
_LAST_WORDS = 30


def gathered(article: Article) -> tuple[Quoted, ...]:
    """Everything that the text shows as somebody's words, in order, none overlapping."""
    found: list[Quoted] = []
    end = 0
    everything = [*_blocks(article), *_announced(article), *marked(article), *_dialogue(article)]
    order = (Form.BLOCK, Form.MARKS, Form.DASH)
    for quoted in sorted(everything, key=lambda q: (q.outer.start, order.index(q.form))):
        if quoted.outer.start >= end and quoted.parts:
            found.append(quoted)
            end = quoted.outer.end
    return tuple(found)


# --- blocks ------------------------------------------------------------------------------------


def _blocks(article: Article) -> Iterator[Quoted]:
    """The block quotations of the markup, each with all its paragraphs."""
    run: list[Paragraph] = []
    for paragraph in article.paragraphs:
        if run and not paragraph.quoted:
            yield _block(article, run)
            run = []
        if paragraph.quoted:
            run.append(paragraph)
    if run:
        yield _block(article, run)


def _block(article: Article, paragraphs: Sequence[Paragraph]) -> Quoted:
    """A block without the marks around it and the name of the author below it."""
    spans = [paragraph.span for paragraph in paragraphs]
    last = spans[-1]
    credit = _CREDIT.search(article.view, last.start, last.end)
    if credit is not None:
        spans[-1] = Span(last.start, credit.start())
    parts = [part for span in spans if (part := trimmed(article.text, span)) is not None]
    if not parts:
        return Quoted(Span(spans[0].start, spans[0].end), (), Form.BLOCK)
    outer = Span(parts[0].start, parts[-1].end)
    opening = _OPENING.match(article.view, parts[0].start)
    closing = _CLOSING.search(article.view, parts[-1].start, parts[-1].end)
    if opening and closing and closing.start() > opening.start():
        parts[-1] = Span(parts[-1].start, closing.start())
        parts[0] = Span(opening.end(), parts[0].end)
    return Quoted(outer, tuple(parts), Form.BLOCK)


def _announced(article: Article) -> Iterator[Quoted]:
    """The paragraphs behind "he wrote:" that are indented, or say "I" where the author does not."""
    previous: Paragraph | None = None
    announced = False
    for paragraph in article.paragraphs:
        indented = _indentation(article, paragraph) >= 2
        if paragraph.quoted or (previous is not None and previous.quoted):
            announced = False
        elif previous is not None:
            fresh = _announces(article, previous)
            announced = indented and (fresh or announced)
            if announced or (fresh and _is_letter(article, previous, paragraph)):
                yield _block(article, [paragraph])
        previous = paragraph


def _announces(article: Article, paragraph: Paragraph) -> bool:
    """Whether a paragraph ends with a colon, and says before it that somebody speaks."""
    view, span = article.view, paragraph.span
    if view[span.end - 1] != ":":
        return False
    verbs = words("quotations", "saying", "messages") | words("verbs", "saying")
    last = view[max(span.start, span.end - 300) : span.end].lower()
    return any(word in verbs for word in re.findall(r"\w+", last)[-_LAST_WORDS:])


def _is_letter(article: Article, before: Paragraph, paragraph: Paragraph) -> bool:
    view = article.view
    return (
        _FIRST_PERSON.search(view, paragraph.span.start, paragraph.span.end) is not None
        and _FIRST_PERSON.search(view, before.span.start, before.span.end) is None
        and _MARKS.search(view, paragraph.span.start, paragraph.span.end) is None
    )


def _indentation(article: Article, paragraph: Paragraph) -> int:
    """How far all lines of a paragraph are indented."""
    text, span = article.text, paragraph.span
    start = text.rfind("\n", 0, span.start) + 1
    lines = text[start : span.end].splitlines()
    return min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)


# --- dialogue behind dashes --------------------------------------------------------------------


@cache
def _clause() -> re.Pattern[str]:
    """How a line of dialogue tells its speaker: "he asked", "said the sentry"."""
    verbs = words("quotations", "saying") | words("verbs", "saying")
    said = "|".join(sorted(v for v in verbs if v.isalpha() and not v.endswith("ing")))
    name = (
        r"(?:(?:he|she|they|we|I)\b|(?:the|an?|one|my|his|her|another) (?:[\w’'-]+ ){0,2}?[\w’'-]+"
        r"|[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3})"
    )
    clause = rf"(?:{name} (?:\w+ly )?(?:{said})|(?:{said}) {name})\b"
    return re.compile(rf"(?<=[,.!?…]) *(?:(?:[—–―]|--) *)?(?={clause})")


def _dialogue(article: Article) -> Iterator[Quoted]:
    """The speeches behind dashes, where the text shows at least once who speaks."""
    view = article.view
    lines = [p for p in article.paragraphs if not p.quoted and _DASH.match(view, p.span.start)]
    found = [(line, tuple(_speeches(article, line))) for line in lines]
    if all(_is_all_speech(line, speeches) for line, speeches in found):
        return
    numbers = {line.number for line in lines}
    for line, speeches in found:
        neighbours = {line.number - 1, line.number + 1} & numbers
        ends = view[line.span.end - 1] in ".!?…—-"
        if not _is_all_speech(line, speeches) or (ends and neighbours):
            yield from speeches


def _is_all_speech(line: Paragraph, speeches: Sequence[Quoted]) -> bool:
    """Whether a line tells of no speaker: nothing or all of it is speech."""
    return len(speeches) < 2 and all(s.outer.end == line.span.end for s in speeches)


def _speeches(article: Article, line: Paragraph) -> Iterator[Quoted]:
    """What is spoken in a line of dialogue; the author's words between have no part in it."""
    view, end = article.view, line.span.end
    start: int | None = line.span.start
    while start is not None:
        dash = _DASH.match(view, start, end)
        words_from = dash.end() if dash else start
        clause = _clause().search(view, words_from, end)
        stop = clause.start() if clause else end
        part = trimmed(article.text, Span(words_from, stop))
        if part is not None:
            yield Quoted(Span(start, part.end), (part,), Form.DASH)
        start = None
        if clause is not None:
            again = _DASH.search(view, clause.end(), end)
            start = again.start() if again else None
