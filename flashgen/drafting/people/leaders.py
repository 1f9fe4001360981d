"""Whom what stands beside a name makes a leader or an author: "troops led by Elias Holt"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.article import Span
from flashgen.drafting.clauses.description import Description
from flashgen.drafting.clauses.story import Named, Story
from flashgen.drafting.clauses.wording import (
    POINTING,
    VAGUE,
    content_words,
    is_person_noun,
    loose_noun,
)
from flashgen.drafting.people.weighing import SERVED, WAS
from flashgen.english.lexicon import look_up
from flashgen.english.tags import NAME, NOUN, QUOTE
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention, FoundPerson

_UNDER = re.compile(
    r"(?:,)? ?(?:(?:led|commanded|headed)(?: at [a-z]+)? by|under(?: the (?:overall )?"
    r"(?:command|leadership|orders|direction) of)?)$"
)
_FORCES = frozenset(
    "army troop troops force forces corps division brigade regiment battalion squadron fleet "
    "cavalry infantry garrison militia wing column detachment flotilla artillery guard vanguard "
    "rearguard legion".split()
)
_SUNG = frozenset("song songs single singles track tracks album albums video videos film".split())
_LONGEST = 9  # words
_PHRASE = re.compile(r"(?:[JNEDq]*[NE]f(?:d[JNEq]*[NE]|[JNEq]*[NE]))$|(?:[JNEDq]*[NE])$")


def leading(story: Story, i: int) -> Iterator[tuple[FoundPerson, Description]]:
    """What somebody leads: "the army of the republic under Elias Holt", "Holt's First Corps"."""
    for n in story.named_in(i):
        if isinstance(n.what, FoundPerson):
            for what in (*_under(story, i, n), *_own(story, i, n)):
                yield n.what, what


def _under(story: Story, i: int, n: Named) -> Iterator[Description]:
    s = story.sentences[i]
    k = n.start
    while k and is_person_noun(s.words[k - 1], s.tags[k - 1]):
        k -= 1
    first = max(0, k - 6)
    link = _UNDER.search(" ".join(s.words[first:k]).lower())
    if link is None or s.tags[n.end : n.end + 1] == "z":
        return
    end = k - len(link[0].replace(",", " , ").split())
    if not _is_whole_name(s, n):
        return
    led = _PHRASE.search(s.tags[:end])
    if led is None:
        return
    begin = led.start()
    if any(c.lemma in ("be", "become", "remain") and c.end == begin for c in story.clauses(i)):
        return  # "they became Counts of Riga under Hale"
    head = begin + led[0].index("f") - 1 if "f" in led[0] else end - 1
    low = s.words[head].lower()
    noun = look_up(low).noun or low
    entry = look_up(low)
    many = entry.plural and "p" in entry.of_noun  # "mercenaries"
    reign = entry.of_noun[:1] == "e" and link[0].strip(", ") == "under"
    if not ({low, noun} & _FORCES or entry.of_noun[:1] in ("g", "e") or many) or reign:
        return  # "the restoration under Queen Ada"
    what = "commander" if {low, noun} & _FORCES else "leader"
    for words, telling in _led(story, i, begin, end):
        at = Span(s.starts[begin], s.end(n.end - 1))
        yield Description(f"{what} of {words}", 2 * WAS + min(telling, 4), at)


def _is_whole_name(s: Sentence, n: Named) -> bool:
    """Whether nothing more of a name stands behind it: "under Hale Street"."""
    return s.tags[n.end : n.end + 1] not in (NOUN, NAME)


def _led(story: Story, i: int, begin: int, end: int) -> Iterator[tuple[str, int]]:
    """The words for what is led, where they tell it from others, and how many say something."""
    s = story.sentences[i]
    tokens = list(range(begin, end))
    before = s.words[begin - 1].lower() if begin else ""
    if before in POINTING or s.tags[begin - 1 : begin] in ("p", "z") or s.tags[begin] == "q":
        return
    words = story.cut(i, begin, end)
    dated = any(
        isinstance(m.what, DateMention) and m.start < end and begin < m.end
        for m in story.named_in(i)
    )
    # "the main army", but "the First Army"
    loose = any(s.words[k].lower() in POINTING or s.words[k] in VAGUE for k in tokens)
    loose = loose or any(loose_noun(s.words, s.tags, tokens))
    named = any(s.tags[k] == NAME for k in tokens)
    telling = len(content_words(words))
    loose = loose or (before in ("a", "an") and not named)
    # "French troops", of whom there were many
    loose = loose or (end - begin == 2 and before != "the" and look_up(s.words[end - 1]).plural)
    if not (dated or loose) and len(words.split()) <= _LONGEST and telling >= 2 - named:
        yield (f"{before} {words}" if before in ("the", "a", "an") else words), telling


def _own(story: Story, i: int, n: Named) -> Iterator[Description]:
    """Of "Holt's II Corps" and of "Holt's “Empire of the Sea”", which each has of his own."""
    s = story.sentences[i]
    if s.tags[n.end : n.end + 1] != "z":
        return
    start = n.end + 1
    if start >= len(s):
        return
    if s.tags[start : start + 1] == QUOTE and is_title(text := story.cut(i, start, start + 1)):
        if not _SUNG.isdisjoint(map(str.lower, s.words)):
            return  # whose song it is need not be who wrote it
        title = re.sub(r"[,.;:]+(?=\W*$)", "", text)
        yield Description(f"author of {title}", 2 * SERVED, Span(s.starts[n.start], s.end(start)))
        return
    end = start
    while s.tags[end : end + 1] in ("E", "J", "N", "q") and s.tags[end : end + 1]:
        end += 1
    low = s.words[end - 1].lower()
    first = s.words[start][:1]
    told = first.isupper() or first.isdigit()
    if end - start < 2 or low not in _FORCES or not told:
        return
    words = story.cut(i, start, end)
    article = "" if s.words[end - 1][:1].isupper() else "the "
    at = Span(s.starts[n.start], s.end(end - 1))
    yield Description(f"commander of {article}{words}", 2 * SERVED, at)


def is_title(text: str) -> bool:
    """Whether words in quotation marks are the title of a work: "Empire of the Sea"."""
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    large = [word for word in words if word[:1].isupper()]
    small = all(look_up(word.lower()).closed for word in words if word not in large)
    return len(large) > 1 and words[0] in large and small
