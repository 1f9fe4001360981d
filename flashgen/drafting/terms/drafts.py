"""Terms: the words that an article itself explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import is_person_noun, joined_end
from flashgen.drafting.terms.definitions import defined, is_foreign, told_of
from flashgen.drafting.terms.term import TermDraft, explained, is_somebody
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import chunks
from flashgen.english.tags import NAME, NOUN, QUOTE
from flashgen.english.tokens import Sentence

_LONGEST_FORM, _LONGEST_GLOSS, _SHORT = 9, 4, 4  # words, words, letters
_NAMED = frozenset({"called", "named", "termed", "styled", "dubbed"})


def terms(story: Story) -> Iterator[TermDraft]:
    """The terms that an article explains, in the order of the text."""
    for i in story.sentence_numbers():
        yield from _abbreviations(story, i)
        yield from _called(story, i)
        yield from _glossed(story, i)
        yield from defined(story, i)


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
        begin = _long_form(s, k, letters)
        if begin is not None:
            yield from explained(story, i, [first], list(range(begin, k)), 1)


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
        if quoted and len(story.cut(i, k + 1, close).split()) > _LONGEST_GLOSS:
            continue
        strange = [j for j in inside if not look_up(s.words[j].lower()).tags]
        known = quoted or 2 * len(strange) < len(inside)
        if begin < k and known and not is_somebody(story, i, begin, k):
            # "the devshirme (“gathering”), the enslavement of youths,": what it was, not the word.
            if s.tags[close + 1 : close + 3] == ",d":
                yield from told_of(story, i, list(range(begin, k)), close + 2)
            yield from explained(story, i, list(range(begin, k)), inside, 1)


def _called(story: Story, i: int) -> Iterator[TermDraft]:
    """A name and what is called so: "an organization known as La Patria whose aim was"."""
    s = story.sentences[i]
    for k in range(1, len(s) - 1):
        low = s.words[k].lower()
        known = low == "known" and s.words[k + 1].lower() == "as"
        if not known and low not in _NAMED:
            continue
        first = k + 1 + known
        if first >= len(s) or s.tags[k] not in "DV":
            continue
        end = _name_end(story, i, first)
        name = first + (s.tags[first] == "d")
        if end == first or is_somebody(story, i, name, name + 1):
            continue
        head = k - 1
        head -= s.words[head].lower() in ("later", "also", "now", "sometimes")
        if s.tags[head] == ",":
            head -= 1
        if s.tags[head] not in "NE":
            continue
        begin = _phrase_begin(s, head)
        # "the growth of a mystical form of Islam known as": what is called so begins at "a".
        inner = [k for k in range(begin + 1, head) if s.words[k].lower() in ("a", "an")]
        begin = inner[-1] if inner else begin
        human = any(is_person_noun(s.words[j], s.tags[j]) for j in (head, head - 2) if j >= begin)
        if human or s.tags[begin] == "r" or is_somebody(story, i, begin, begin + 1):
            continue
        meaning = list(range(begin, head + 1))
        if s.words[end : end + 1] in (("whose",), ("which",), ("that",), ("who",)):
            stop = end
            while stop < len(s) and s.tags[stop] not in ",.;:-()":
                stop += 1
            meaning += list(range(end, stop))
        yield from explained(story, i, list(range(first, end)), meaning)


def _name_end(story: Story, i: int, first: int) -> int:
    """The end of a name at a token: words with a capital, or one quotation."""
    s = story.sentences[i]
    if s.tags[first] == QUOTE:
        return first + 1
    end = first + (s.words[first].lower() in ("the", "a", "an"))
    start = end
    while end < len(s) and (s.tags[end] == NAME or (end > start and s.words[end] in ("of", "the"))):
        end += 1
    while end > start and s.tags[end - 1] != NAME:
        end -= 1
    return end if end > start else first


def _phrase_begin(s: Sentence, head: int) -> int:
    """The first token of a noun phrase, with what "of" joins to it, by its last one."""
    begin, tags = head, s.tags
    if tags[head] == NAME and tags[head - 1] == "i":
        begin = head - 2  # "an uprising in France, called"
    while begin and (tags[begin - 1] in "JNEDqr" or (tags[begin - 1] in "dpf")):
        begin -= 1
        joined_ = tags[begin - 1 : begin] == "f" and tags[begin - 2 : begin - 1] in ("N", "E")
        if tags[begin] in "dp" and not joined_:
            break
    return begin
