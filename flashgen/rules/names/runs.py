"""Candidates: the runs of words that are written like a name.

The capital of a word that opens a sentence proves nothing; what the word is known as, how the
rest of the article writes it, and whether a book capitalises all its nouns, does.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from flashgen.english.lexicon import look_up
from flashgen.english.tokens import Sentence
from flashgen.rules.names import gazetteer, kinds
from flashgen.rules.names.name import NamePhrase, possessive
from flashgen.rules.names.onomasticon import is_figure, is_given_name
from flashgen.rules.names.style import Spelling, is_capital, is_emphasised, is_plain_noun
from flashgen.tables import words

# A name is never longer; the limit keeps the work linear in a text of nothing but capitals.
_LONGEST = 12
_QUOTES, _BRACKETS, _CLOSING = frozenset("“\"‘'«"), frozenset("(["), frozenset("”\"’'»)]")
_OPENING = _QUOTES | _BRACKETS
_LONGEST_BEFORE_NICKNAME = 3


@dataclass(frozen=True, slots=True)
class Run(NamePhrase):
    """A run of capitalised words: the matter of the recognisers."""

    style: Spelling

    def cut(self, start: int, end: int) -> Run:
        """Another run of the same sentence."""
        return run_of(self.sentence, start, end, self.style)

    def word(self, i: int) -> str:
        """The token at ``i`` of its sentence, "" outside."""
        return self.sentence.words[i] if 0 <= i < len(self.sentence.words) else ""

    @property
    def emphasised(self) -> bool:
        """Whether emphasis holds it and nothing else: a ship, a book, a foreign word."""
        return is_emphasised(self, self.style)


def run_of(sentence: Sentence, start: int, end: int, style: Spelling) -> Run:
    """Some tokens of a sentence as a run."""
    own = words_of(sentence, start, end)
    return Run(sentence, start, end, own, possessive(sentence, end), style)


def words_of(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """The words among some tokens; all of them where none is one."""
    tokens = sentence.words[start:end]
    return tuple(w for w in tokens if w[0].isalnum()) or tokens


def next_run(sentence: Sentence, i: int, style: Spelling) -> Run | None:
    """The first run of a sentence that begins at a token or behind it."""
    tokens = sentence.words
    while i < len(tokens):
        word = tokens[i]
        if (not word.islower() or word in _particles() or "-" in word) and _begins(
            sentence, i, style
        ):
            return run_of(sentence, i, run_end(sentence, i, style), style)
        i += 1
    return None


def _begins(sentence: Sentence, i: int, style: Spelling) -> bool:
    """Whether a name begins at a word: at a capital, or at a surname's particle."""
    word = sentence.words[i]
    if not word[0].isalpha() or sentence.starts[i] in style.dated:
        return False
    if is_capital(word):
        return not is_opener(sentence, i, style)
    return begins_with_particle(sentence, i)


def is_opener(sentence: Sentence, i: int, style: Spelling) -> bool:
    """Whether a word has its capital only because a sentence begins with it."""
    word, low = sentence.words[i], sentence.words[i].lower()
    found = look_up(low)
    if found.closed and (
        sentence.opens[i] or not set(found.tags) & set("MJq") or (not _before_capital(sentence, i))
    ):
        return True
    if style.nouns and is_plain_noun(word) and not _before_capital(sentence, i):
        return True
    if not sentence.opens[i] or kinds.is_initial(word) or word.isupper():
        return False
    if _before_capital(sentence, i) and (
        (is_given_name(word) and found.tags[:1] not in ("V", "D"))
        or kinds.is_title(word)
        or kinds.head_before(word)
        or word in words("names", "directions")
        or (
            kinds.head_kind(sentence.words[i + 1]) is not None and found.tags[:1] in ("J", "N", "q")
        )
        or is_figure(f"{word} {sentence.words[i + 1]}")
    ):
        return False
    if low in style.lower:
        return True
    known = is_given_name(word) or is_figure(word) or gazetteer.look_up(word).sure
    behind = sentence.words[i + 1 : i + 3]
    lord = word in words("people", "nobility") and behind[:1] == ("of",)
    if word in style.inner or behind == (",", "who") or lord:
        return False
    if found.tags:
        return not (known and _acts(sentence, i))
    return word.endswith(("ly", "ing", "ed")) and not _acts(sentence, i)


def _acts(sentence: Sentence, i: int) -> bool:
    """Whether a finite verb follows directly, so that the word is a subject without an article."""
    tag = sentence.tags[i + 1 : i + 2]
    return tag in ("V", "h", "b", "M") and not kinds.entry(sentence.words[i]).plural


def _before_capital(sentence: Sentence, i: int) -> bool:
    after = sentence.words[i + 1 : i + 2]
    return bool(after) and (is_capital(after[0]) or begins_with_particle(sentence, i + 1))


@cache
def _particles() -> frozenset[str]:
    return words("people", "leading_particles")


def begins_with_particle(sentence: Sentence, i: int) -> bool:
    """Whether a word is the particle of a surname that follows: "de Witt", "De Witt was"."""
    return sentence.words[i].lower() in _particles() and _after_particles(sentence, i) is not None


def run_end(sentence: Sentence, start: int, style: Spelling) -> int:
    """The end of the run of capitalised words that begins at ``start``.

    Initials, numerals and the particles of surnames belong to it, and so do nicknames in marks or
    brackets before a surname; a possessive and a date end it: 'Thomas "Rocky" Weber'.
    """
    tokens = sentence.words
    end = start + 1
    limit = min(len(tokens), start + _LONGEST)
    while end < limit and not possessive(sentence, end) and sentence.starts[end] not in style.dated:
        word = tokens[end]
        if (word[0].isalpha() and is_capital(word)) or _is_first(sentence, end):
            end += 1
        elif word in words("people", "particles"):
            after = _after_particles(sentence, end)
            if after is None:
                break
            end = after + 1
        elif word in _OPENING and (after := _after_nickname(sentence, start, end)):
            end = after
        else:
            break
    return end


def _is_first(sentence: Sentence, i: int) -> bool:
    """Whether "I" is a number: behind a given name, but not in "when in India I saw"."""
    placed = sentence.words[i - 2].lower() in words("names", "prepositions_strong")
    numbers = sentence.words[i] == "I" and kinds.is_borne(sentence.words[i - 1])
    given, last = sentence.words[i - 2 : i] if i > 1 else ("", sentence.words[i - 1])
    told = is_given_name(given) and not is_given_name(last)  # "the Ada Price I knew"
    return numbers and not told and not (placed and not possessive(sentence, i + 1))


def _after_nickname(sentence: Sentence, start: int, i: int) -> int:
    """Behind the marks that close a nickname before a surname; 0 where none is closed.

    They stand behind the first word, brackets and quotation marks together also behind titles or
    a middle name: 'General George Herman (“Babe”) Brandt'.
    """
    tokens = (*sentence.words[: i + _LONGEST], *".....")
    marks = 1 + (tokens[i] in _BRACKETS and tokens[i + 1] in _QUOTES)
    quoted = tokens[i + marks - 1] in _QUOTES
    behind_first = i == start + 1 or (quoted and i <= start + _LONGEST_BEFORE_NICKNAME)
    if not behind_first or not kinds.is_borne(tokens[i - 1]) or not sentence.spaced(i):
        return 0
    first = i + marks + (quoted and tokens[i + marks].lower() == "the")
    for end in (first + 1, first + 2):
        inside, close = tokens[first:end], tokens[end : end + marks]
        named = all(word[0].isalpha() and not kinds.entry(word).closed for word in inside)
        surname = tokens[end + marks]
        if named and _CLOSING.issuperset(close) and surname[0].isalpha() and is_capital(surname):
            return end + marks
    return 0


def _after_particles(sentence: Sentence, i: int) -> int | None:
    """The capitalised word behind one particle or two, or None."""
    for after, word in enumerate(sentence.words[i + 1 : i + 3], start=i + 1):
        if is_capital(word):
            return after
    return None
