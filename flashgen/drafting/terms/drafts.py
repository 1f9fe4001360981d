"""Terms: the words that an article itself explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import joined_end
from flashgen.drafting.terms.called import called
from flashgen.drafting.terms.definitions import defined, told_of
from flashgen.drafting.terms.relative import told_by_relative
from flashgen.drafting.terms.term import TermDraft, explained, is_somebody
from flashgen.drafting.terms.word import is_foreign
from flashgen.english.lexicon import look_up
from flashgen.english.peoples import is_of_people
from flashgen.english.phrases import chunks
from flashgen.english.tags import NAME, NOUN, QUOTE
from flashgen.english.tokens import Sentence
from flashgen.tables import words as table

_USED = 2  # times, of an abbreviation: what is not used again need not be known
_LONGEST_FORM, _LONGEST_GLOSS, _SHORT = 9, 4, 4  # words, words, letters


def terms(story: Story) -> Iterator[TermDraft]:
    """The terms that an article explains, in the order of the text."""
    for i in story.sentence_numbers():
        yield from _abbreviations(story, i)
        yield from called(story, i)
        yield from _or(story, i)
        yield from _glossed(story, i)
        yield from _meaning(story, i)
        yield from defined(story, i)
        yield from told_by_relative(story, i)


def _abbreviations(story: Story, i: int) -> Iterator[TermDraft]:
    """An abbreviation with its long form: "the Military Revolutionary Committee (MRC)"."""
    s = story.sentences[i]
    for k in range(1, len(s) - 2):
        if s.tags[k] != "(":
            continue
        first = k + 1 + (s.words[k + 1].lower() == "the")
        if s.tags[first + 1 : first + 2] != ")":
            continue
        short = s.words[first]
        letters = re.sub(r"s$|\.", "", short)
        if not (2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha()):
            continue
        if letters in table("history", "household_letters"):
            continue
        begin = _long_form(s, k, letters)
        if story.times(short) < _USED or _is_adjective(s.words[k - 1]):
            continue  # by the way; "North Korean (NK)"
        if begin is not None and not (k - begin == 2 and story.person_at(i, begin, k)):
            yield from explained(story, i, [first], list(range(begin, k)), 1)


def _is_adjective(word: str) -> bool:
    """Whether a word with a capital is the adjective of a land, which no lexicon has."""
    return is_of_people(word) and not look_up(word.lower()).tags


def _long_form(s: Sentence, end: int, letters: str) -> int | None:
    """The token at which the words begin whose initials are some letters: "des" may be left out."""
    k, left = end, letters.lower()
    while k and left and s.words[k - 1][:1].isalpha() and end - k < _LONGEST_FORM:
        k -= 1
        low = s.words[k].lower()
        if low[0] == left[-1] and (s.words[k][:1].isupper() or not look_up(low).closed):
            left = left[:-1]
        elif not (look_up(low).closed or len(low) < _SHORT):
            return None
    return k if not left and s.words[k][:1].isupper() else None


def _glossed(story: Story, i: int) -> Iterator[TermDraft]:
    """A foreign word and its gloss in brackets: "a loya jirga (grand council)"."""
    s = story.sentences[i]
    for k in range(1, len(s) - 2):
        close = s.tags.find(")", k)
        if s.tags[k] != "(" or close < 0:
            continue
        either = s.words[k + 1].lower() == "or"
        inside = list(range(k + 1 + either, close))
        chunk = next(chunks(s.tags, inside[0]), None) if inside else None
        quoted = [s.tags[j] for j in inside] == [QUOTE]
        plain = chunk is not None and chunk.kind == "noun" and chunk.start == inside[0]
        of = ("of",)
        plain = plain and chunk is not None and joined_end(s, chunk.end, of) == close
        if not (plain or quoted) or "q" in s.tags[inside[0] : close]:
            continue
        begin = k
        if quoted:
            while begin and s.tags[begin - 1] in "EN" and not look_up(s.words[begin - 1]).tags:
                begin -= 1
        elif s.tags[k - 1] == QUOTE:
            begin = k - 1  # "“seekers” (followers of Holt)"
        else:
            while begin and is_foreign(s.words[begin - 1]):
                begin -= 1
            several = len(inside) > 1 and s.tags[k - 2 : k - 1] not in ("J", "N", "E")
            begin = k - 1 if begin == k and either and s.tags[k - 1] == NOUN and several else begin
        words = len(story.cut(i, inside[0], close).split())
        if (quoted and words > _LONGEST_GLOSS) or (words == 1 and s.words[k - 1][:1].isupper()):
            continue  # "the genus Homo (“human”)"
        strange = [j for j in inside if not look_up(s.words[j].lower()).tags]
        known = quoted or 2 * len(strange) < len(inside)
        if begin < k and known and not is_somebody(story, i, begin, k):
            # "the devshirme (“gathering”), the enslavement of youths,": what it was, not the word.
            if s.tags[close + 1 : close + 3] == ",d":
                yield from told_of(story, i, list(range(begin, k)), close + 2)
            # "the mais (kings) of Kanem"
            more = range(close + 1, joined_end(s, close + 1, of))
            meaning = inside if quoted else [*inside, *more]
            yield from explained(story, i, list(range(begin, k)), meaning, 1)


def _meaning(story: Story, i: int) -> Iterator[TermDraft]:
    """A foreign name and what it meant: "Bab-ili, which meant “gateway of the gods”"."""
    s = story.sentences[i]
    for k in range(2, len(s) - 1):
        means = s.words[k].lower() in ("meant", "means", "meaning")
        if not means or s.tags[k + 1] != QUOTE:
            continue
        end = k - (s.words[k - 1].lower() == "which")
        end -= s.tags[end - 1] == ","
        begin = end
        while begin and (s.tags[begin - 1] == NAME or is_foreign(s.words[begin - 1])):
            begin -= 1
        several = len(story.cut(i, k + 1, k + 2).split()) > 1 or s.words[begin].islower()
        if begin < end and several:
            yield from explained(story, i, list(range(begin, end)), [k + 1], 1)


def _or(story: Story, i: int) -> Iterator[TermDraft]:
    """A foreign word and its gloss: "the narodniki, or Populists,", "Soviets (or councils)"."""
    s = story.sentences[i]
    for k in range(1, len(s) - 2):
        if s.words[k].lower() != "or" or s.tags[k - 1] not in ",(":
            continue
        term = _one_noun(s.tags, k - 1)
        first = k + 1
        chunk = next(chunks(s.tags, first), None)
        if term is None or chunk is None or chunk.kind != "noun" or chunk.start != first:
            continue
        if s.tags[chunk.end : chunk.end + 1] not in (",", ")", ".", ";"):
            continue
        if re.search(",[dJ]*$", s.tags[:term]):
            continue  # "clerks, foremen, or managers"
        if is_somebody(story, i, term, k - 1) or is_somebody(story, i, first, chunk.end):
            continue
        foreign = not look_up(s.words[term].lower()).tags or s.tags[term] == NAME
        gloss = not look_up(s.words[chunk.end - 1].lower()).tags
        if foreign == gloss or (s.tags[term - 1 : term] == "J" and not foreign):
            continue
        here, there = [term], list(range(chunk.start, chunk.end))
        both = (here, there) if foreign else (there, here)
        yield from explained(story, i, *both, 1)


def _one_noun(tags: str, end: int) -> int | None:
    """The noun that ends before a token, if it is a phrase of one word."""
    k = end - 1
    return k if k >= 0 and tags[k] in "NE" and (k == 0 or tags[k - 1] not in "NE") else None
