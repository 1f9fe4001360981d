"""Where the words of an article stand: read once, looked up ever after."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, takewhile
from sys import intern

from flashgen.article import Article, Paragraph, Span
from flashgen.english.content import all_alike, is_cased, keys

_WORD = re.compile(r"\w+")
_FAR = 20  # sentences


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, in small letters."""
    return tuple(word.lower() for word in _WORD.findall(text))


def capitalized(name: str) -> str:
    """A name as it begins a sentence."""
    return name[:1].upper() + name[1:]


class Index:
    """Finds words in the running text of an article, at the cost of the rarest of them.

    Sentences have numbers, from 0 in the text's order.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.sentences: list[Span] = []
        self._starts = array("l")
        self._paragraphs = array("l")
        self._words: list[str] = []
        self._offsets = array("l")
        self._at: defaultdict[str, array[int]] = defaultdict(lambda: array("l"))
        self._holding: dict[str, frozenset[int]] = {}
        self._named: dict[tuple[str, ...], list[Span]] = {}
        for paragraph in article.paragraphs:
            self._read(paragraph)

    def _read(self, paragraph: Paragraph) -> None:
        self.sentences += paragraph.sentences
        self._starts.extend(sentence.start for sentence in paragraph.sentences)
        self._paragraphs.extend(paragraph.number for _ in paragraph.sentences)
        span = paragraph.span
        for word in _WORD.finditer(self.article.view, span.start, span.end):
            low = intern(word[0].lower())
            self._at[low].append(len(self._words))
            self._words.append(low)
            self._offsets.append(word.start())
        self._words.append("")  # no run of words goes on in the next paragraph
        self._offsets.append(span.end)

    def runs(self, words: Sequence[str]) -> Iterator[Span]:
        """Where words in small letters stand in a row, whatever is between two of them."""
        places = [self._at.get(word, ()) for word in words]
        if not places:
            return
        rarest = min(range(len(words)), key=lambda i: len(places[i]))
        yield from self._runs_at((place - rarest for place in places[rarest]), words)

    def _runs_at(self, places: Iterable[int], words: Sequence[str]) -> Iterator[Span]:
        """The runs that begin with the word at one of the places."""
        wanted = list(words)
        for first in places:
            behind = first + len(wanted)
            if first >= 0 and self._words[first:behind] == wanted:
                last = _WORD.match(self.article.view, self._offsets[behind - 1])
                yield Span(self._offsets[first], last.end() if last else 0)

    def named(self, names: tuple[str, ...]) -> list[Span]:
        """Where one of the names stands as whole words, in the text's order.

        That is in their case, but for words that the text has in capitals, "the BATTLE of
        Varda", and for a capital where a sentence begins.
        """
        if names not in self._named:
            found: dict[int, Span] = {}
            for name in names:
                for span in self._spelled(name, self.runs(words_of(name))):
                    told, capital = self.article.view[span.start : span.end], capitalized(name)
                    if is_cased(told, name) or (is_cased(told, capital) and self._begins(span)):
                        found[span.start] = max(found.get(span.start, span), span)
            self._named[names] = sorted(found.values())
        return self._named[names]

    def _begins(self, span: Span) -> bool:
        """Whether no word of the sentence stands before a span."""
        sentence = self.sentences[self.number_at(span.start)]
        return not _WORD.search(self.article.view, sentence.start, span.start)

    def _spelled(self, text: str, runs: Iterable[Span]) -> Iterator[Span]:
        """Of the runs of a text's words those that are it, signs and all, in any case."""
        words = list(_WORD.finditer(text))
        wanted = _typed(text)
        for run in runs:
            start = max(0, run.start - words[0].start())
            span = Span(start, run.end + len(text) - words[-1].end())
            if _typed(self.article.view[span.start : span.end]) == wanted:
                yield span

    def together(self, texts: Sequence[str]) -> list[Span]:
        """Where a sentence, or else two in a row, have all of the texts, in any case."""
        words = [word for text in texts for word in words_of(text)]
        rarest = min(words, key=lambda word: len(self._at.get(word, ())), default="")
        offsets = (self._offsets[place] for place in self._at.get(rarest, ()))
        alone = [range(n, n + 1) for n in dict.fromkeys(map(self.number_at, offsets))]
        found = self._with_all(alone, texts)
        pairs = {pair for each in alone for pair in self.neighbours(each)} if not found else ()
        return found or self._with_all(sorted(pairs, key=lambda pair: pair[0]), texts)

    def apart(self, texts: Sequence[str]) -> Iterator[tuple[range, range]]:
        """Two sentences, the second with the last of the texts and the first with all others.

        The first is the nearest one, and so near that a reader has it in mind.
        """
        if len(texts) < 2:
            return
        *others, last = texts
        for run in self._spelled(last, self.runs(words_of(last))):
            n = self.number_at(run.start)
            for m in range(n - 1, max(n - _FAR, 0) - 1, -1):
                if all(self._first(text, self.sentences[m]) for text in others):
                    yield range(m, m + 1), range(n, n + 1)
                    break

    def _with_all(self, stretches: Iterable[range], texts: Sequence[str]) -> list[Span]:
        """In each of the stretches that have all of the texts, from the first to the last."""
        found = []
        for stretch in map(self.span, stretches):
            spans = [span for text in texts if (span := self._first(text, stretch))]
            if len(spans) == len(texts):
                found.append(Span(min(spans).start, max(span.end for span in spans)))
        return found

    def _first(self, text: str, stretch: Span) -> Span | None:
        """Where a text stands first in a stretch of the article, in any case."""
        words = words_of(text)
        places = self._at.get(words[0], ()) if words else ()
        first, behind = (
            bisect_left(places, offset, key=self._offsets.__getitem__)
            for offset in (stretch.start, stretch.end)
        )
        runs = self._runs_at(places[first:behind], words)
        within = (run for run in runs if run.end <= stretch.end)
        return next(self._spelled(text, within), None)

    def number_at(self, offset: int) -> int:
        """The number of the last sentence that begins at an offset or before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def numbers(self, span: Span) -> range:
        """The numbers of the sentences that a span touches."""
        return range(self.number_at(span.start), self.number_at(span.end - 1) + 1)

    def behind(self, numbers: range) -> Iterator[int]:
        """The sentences behind some, to the end of their paragraph."""
        last = numbers[-1]
        return takewhile(
            lambda n: self._paragraphs[n] == self._paragraphs[last],
            range(last + 1, len(self.sentences)),
        )

    def neighbours(self, numbers: range) -> Iterator[range]:
        """The sentences with the one before them, and with the one behind, in their paragraph."""
        first, last = numbers[0], numbers[-1]
        if first and self._paragraphs[first - 1] == self._paragraphs[first]:
            yield range(first - 1, last + 1)
        if self._paragraphs[last : last + 2].count(self._paragraphs[last]) == 2:
            yield range(first, last + 2)

    def span(self, numbers: range) -> Span:
        """Where some sentences in a row stand."""
        return Span(self.sentences[numbers[0]].start, self.sentences[numbers[-1]].end)

    def holding(self, key: str) -> frozenset[int]:
        """The sentences that hold a content word or a figure, by its key."""
        if key not in self._holding:
            numbers = filter(None, map(self._by_key.get, all_alike(key)))
            self._holding[key] = frozenset(chain.from_iterable(numbers))
        return self._holding[key]

    @cached_property
    def _by_key(self) -> dict[str, array[int]]:
        found: defaultdict[str, array[int]] = defaultdict(lambda: array("l"))
        for number, sentence in enumerate(self.sentences):
            for key in set(keys(self.article.view[sentence.start : sentence.end])):
                found[key].append(number)
        return found


def _typed(text: str) -> str:
    """A text in any case, however its spaces and apostrophes are typed."""
    return " ".join(text.replace("’", "'").split()).casefold()
