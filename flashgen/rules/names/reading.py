"""The words of an article.

The capital of a word that opens a sentence or a quotation proves nothing; what the same word
does elsewhere in the article does. Both are kept here: each ``Word`` says whether it opens,
the ``Vocabulary`` says how a word is written elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from flashgen.tables import words
from flashgen.types import Article, Span

# More words than these in emphasis are a letter, or a speech: no title and no ship.
_LONGEST_EMPHASIS = 6

_LETTERS = r"(?:[^\W\d_]|[\u0300-\u036f])+"
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_EMPHASIS = re.compile(r"[_*]+")
OPENING_MARKS = ("'", '"', "“", "«", "„", "‘")
_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "these",
        "those",
        "every",
        "each",
        "no",
        "some",
        "any",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
    ]
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence; ``text`` and ``span`` without a possessive's ending.

    ``possessive`` is the length of that ending, 0 if there is none. ``gap`` is what stands
    between the word before and this one, "" for the first. ``opens``: a sentence or a quotation
    begins with it. ``emphasised``: it stands in Markdown's emphasis ("_Argo_"), and only a
    few words do.
    """

    text: str
    span: Span
    gap: str
    possessive: int
    opens: bool
    emphasised: bool

    @property
    def follows(self) -> bool:
        """Whether only spaces stand between the word before and this one."""
        return self.gap.isspace()

    @property
    def lower(self) -> bool:
        """Whether it is written without any capital."""
        return self.text.islower()

    @property
    def initial(self) -> bool:
        """Whether it is an initial or several: "V.", "J.R."."""
        return len(self.text) < 7 and self.text[1:2] == "." and self.text[0].isupper()

    @property
    def numeral(self) -> bool:
        """Whether it is a Roman numeral as rulers bear them, up to 39."""
        return is_numeral(self.text)


Sentence = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How the article writes its words.

    ``lower`` are the words that occur without a capital, ``inner`` those that occur with one
    where no sentence opens, ``determined`` those that stand alone after "the" or the like.
    """

    lower: frozenset[str]
    inner: frozenset[str]
    determined: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's sentences in words."""

    sentences: tuple[Sentence, ...]
    vocabulary: Vocabulary


def is_numeral(text: str) -> bool:
    """Whether a text is a Roman numeral from I to XXXIX."""
    return _ROMAN.fullmatch(text) is not None


def read_words(article: Article) -> Reading:
    """The sentences of the running text, in words."""
    sentences = tuple(
        tuple(_words(article, sentence))
        for paragraph in article.paragraphs
        for sentence in paragraph.sentences
    )
    return Reading(sentences, _vocabulary(sentences))


@cache
def _token() -> re.Pattern[str]:
    dotted = {w for w in words("people", "short_titles", "suffixes") if w.endswith(".")}
    dotted |= words("people", "short_given_names") | {"St.", "Ste.", "Sts.", "Mt."}
    dotted |= {w for w in words("people", "particles") if w.endswith(("'", "’"))}
    abbreviations = "|".join(sorted(map(re.escape, dotted), reverse=True))
    return re.compile(
        rf"(?<!\w)(?:{abbreviations})(?!\w)"
        r"|(?<!\w)(?:[A-Z]\.){2,}|(?<!\w)[A-ZÀ-Þ]\.(?= *[A-ZÀ-Þ])"
        r"|(?<!\w)(?P<numeral>[IVX]+\.)(?=,| [a-z])"
        rf"|{_LETTERS}(?:['’ʿ‘-]{_LETTERS}|–(?=[A-ZÀ-Þ]){_LETTERS})*"
    )


def _words(article: Article, sentence: Span) -> Iterator[Word]:
    """The words of one sentence; figures and punctuation are in the gaps."""
    view = article.view
    matches = list(_token().finditer(view, sentence.start, sentence.end))
    emphasised = _emphasis(article, sentence, matches)
    end_before = sentence.start
    for match, in_emphasis in zip(matches, emphasised, strict=True):
        text, end = match[0], match.end()
        gap = view[end_before : match.start()]
        first = end_before == sentence.start
        end_before = end
        possessive = 0
        if text.endswith(("'s", "’s")) and len(text) > 2:
            possessive = 2
            text, end = text[:-2], end - 2
        elif text.endswith("s") and view[end : end + 2] in ("’ ", "' "):
            possessive = 1
            end_before += 1
        elif match["numeral"]:
            # An older spelling: "Henry VIII., who".
            text, end = text[:-1], end - 1
        opens = first or _opens(gap)
        yield Word(text, Span(match.start(), end), gap, possessive, opens, in_emphasis)


def _emphasis(article: Article, sentence: Span, matches: Sequence[re.Match[str]]) -> list[bool]:
    """Which words of a sentence stand in emphasis, where it is a short one."""
    marked: list[bool] = []
    inside = False
    end = sentence.start
    for match in matches:
        marks = _EMPHASIS.findall(article.text, end, match.start())
        inside ^= len(marks) % 2 == 1
        marked.append(inside)
        end = match.end()
    short: list[bool] = []
    for emphasised, words_of_it in groupby(marked):
        length = len(list(words_of_it))
        short += [emphasised and length <= _LONGEST_EMPHASIS] * length
    return short


def _opens(gap: str) -> bool:
    """Whether a capital after this gap is only that of a beginning."""
    return any(mark in gap for mark in ".!?…:") or gap[-1:] in OPENING_MARKS


def _vocabulary(sentences: tuple[Sentence, ...]) -> Vocabulary:
    lower: set[str] = set()
    inner: set[str] = set()
    determined: set[str] = set()
    for sentence in sentences:
        for i, word in enumerate(sentence):
            if word.lower:
                lower.add(word.text)
            elif not word.opens and not word.text.isupper():
                inner.add(word.text)
                if _stands_alone(sentence, i) and sentence[i - 1].text.lower() in _DETERMINERS:
                    determined.add(word.text)
    return Vocabulary(frozenset(lower), frozenset(inner), frozenset(determined))


def _stands_alone(sentence: Sentence, i: int) -> bool:
    """Whether a capitalised word has a word before it and no name or noun directly behind."""
    if i == 0 or not sentence[i].follows:
        return False
    if i + 1 == len(sentence) or not sentence[i + 1].follows:
        return True
    following = sentence[i + 1].text
    return following.lower() in _after_a_noun() or following.endswith("ed")


@cache
def _after_a_noun() -> frozenset[str]:
    """Words that stand behind a noun and are none."""
    verbs = words("verbs", "saying", "of_persons", "often_of_persons", "auxiliaries", "adverbs")
    return function_words() | verbs


@cache
def function_words() -> frozenset[str]:
    """Articles, pronouns, prepositions, conjunctions and auxiliaries, in lower case."""
    return frozenset(word.lower() for word in words("words", "function_words"))
