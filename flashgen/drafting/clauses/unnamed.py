"""What a clause leaves unnamed: "worked out a compromise", "took a fort", "another treaty"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import VAGUE, is_person_noun
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Phrase
from flashgen.english.tags import NAME, NOUN
from flashgen.english.tokens import Sentence

# What says nothing without what it was about, for or against.
_EMPTY = frozenset(
    "compromise deal plan proposal project scheme solution work idea step nation state attack "
    "offensive movement program programme campaign mission".split()
)
# Of these there are so many that "the" tells none apart, be it with another word.
_AGREED = frozenset("pact treaty agreement accord truce armistice law act bill".split())
_ARTICLES = ("a", "an")
_SOME = frozenset("several some various numerous many".split())
# Of these one has but one; and who are sent somewhere.
_ONLY = frozenset("first last most only independence sovereignty statehood".split())
_MEN = frozenset("forces troops".split())
# "A compromise with Congress", about what?
_BESIDE = frozenset("with in at by after before during under from as".split())


def unnamed(s: Sentence, tokens: Sequence[int]) -> Iterator[int]:
    """The nouns among some tokens of a sentence that nothing there tells apart."""
    kept = set(tokens)
    for k in tokens:
        if s.tags[k] != NOUN or _goes_on(s, k, kept):
            continue
        low, start = s.words[k].lower(), k
        while start - 1 in kept and s.tags[start - 1] in "JGDNqE":
            start -= 1
        first = s.words[start - 1].lower() if start - 1 in kept else ""
        between = range(start, k)
        if any(s.tags[j] in "EqJ" and s.words[j][:1].isupper() for j in between):
            continue
        bare = all(s.words[j].lower() in VAGUE for j in between)
        bare = bare and (first in _ARTICLES or (bool(first) and s.tags[start - 1] == "p"))
        own = any(s.words[j].lower() == "own" for j in between)
        before = s.words[max(0, start - 2)].lower()
        bare = bare and before != "as" and look_up(before).verb not in ("be", "become", "remain")
        # "took over as the commanding officer", of what?
        office = is_person_noun(low, NOUN) and before == "as"
        alone = any(s.words[j].lower() == "first" for j in between)  # "the first liquor law"
        several = first == "the" and len(between) > 0 and not alone
        several = several and (low in _AGREED or office)
        if several or (low in _EMPTY and (bare or own)):
            yield k


def _goes_on(s: Sentence, k: int, kept: set[int]) -> bool:
    """Whether a noun goes on with what tells it apart: "of", "to", "called", another noun."""
    tag = s.tags[k + 1 : k + 2] if k + 1 in kept else ""
    if tag == ",":  # "a new town, Riga"
        rest = s.tags[k + 2 : k + 3]
        return k + 2 in kept and rest in ("d", NAME)
    that = k + 1 in kept and s.words[k + 1] == "that"
    return (
        that or tag in tuple("NEftwGDQ:z") or (tag == "i" and s.words[k + 1].lower() not in _BESIDE)
    )


def unnamed_object(story: Story, i: int, clause: Clause, tokens: Collection[int]) -> int | None:
    """The token of a thing that nothing tells apart: "took a fort", "another treaty"."""
    s, thing = story.sentences[i], clause.object
    others = (k for k in tokens if s.words[k].lower() == "another")
    other = next((k for k in others if s.words[k - 1].lower() != "one"), None)
    if other is not None:
        return other
    if thing is None or thing.start not in tokens or clause.passive or clause.lemma == "become":
        return None
    if _is_own(story, i, thing, tokens):
        return thing.head
    if any(story.is_proper(i, k) or s.tags[k] in "wQ" for k in tokens if k >= thing.head):
        return None
    low, entry = s.words[thing.start].lower(), look_up(s.words[thing.head].lower())
    # "drew up a plan" says no more than "took a fort" does; "a plan to reform" may do.
    bare = thing.end not in tokens or entry.of_noun[:1] == "a"
    return thing.head if low in _SOME or (low in _ARTICLES and bare) else None


def _is_own(story: Story, i: int, thing: Phrase, tokens: Collection[int]) -> bool:
    """Whether a phrase says only what was somebody's own, by nothing told apart: "his work"."""
    s = story.sentences[i]
    if s.tags[thing.start] != "p" or s.words[thing.start].lower() == "whose":
        return False
    told = s.tags[thing.end : thing.end + 1] in tuple("EQt")  # "their campaign to win Riga"
    told |= any(story.is_proper(i, k) for k in range(thing.start, thing.end))
    lows = {word.lower() for word in s.words[thing.start : thing.end]}
    told |= not lows.isdisjoint(_ONLY)  # "its first gas works", "declared their independence"
    of = re.compile("f[dpJNEq]*").match(s.tags, thing.end)
    told |= of is not None and any(story.is_proper(i, k) for k in range(*of.span()))
    # "withdrew its troops from Riga"
    head = s.words[thing.head].lower()
    men = look_up(head).of_noun[:1] in ("p", "g") or head in _MEN
    return not (told or (men and any(story.is_proper(i, k) for k in tokens if k >= thing.end)))
