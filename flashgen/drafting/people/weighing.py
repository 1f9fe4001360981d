"""How much the words of a phrase tell of somebody, and what they lack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flashgen.article import Span
from flashgen.drafting.clauses.description import Description, is_former, is_of_one
from flashgen.drafting.clauses.pronouns import meant
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import (
    OF_THE_LAND,
    POINTING,
    content_words,
    is_person_noun,
    loose_noun,
    wording,
)
from flashgen.english.lexicon import look_up
from flashgen.english.numbers import MONTHS
from flashgen.english.tags import NAME, NOUN, OF
from flashgen.english.tokens import Sentence

LONGEST = 14  # words: what is longer is no short answer
# What words count by where they stand: a title before a name, what somebody was, what he was made
# or served as; and what the article's first sentence says counts more than all else.
TITLE, WAS, SERVED, LEAD = 2, 3, 4, 20
_OPENING = frozenset("a an the one then now once also only future later".split())
OWN = frozenset({"his", "her"})  # of a man "who spent his life in Riga"
MORE_THAN_A_TITLE = "more than a title"
LITTLE = "more of who it was"
# "Prime Minister", "Grand Duke": of what?
_OF_TITLES = frozenset(
    "prime grand lord high vice deputy crown chief general field first rear royal imperial supreme "
    "federal national provincial".split()
)
# Of these the land that is told of has one: "secretary of the treasury".
_ONE_LAND = OF_THE_LAND | frozenset("treasury interior exchequer realm".split())
# What praises, and tells nothing; and what was so for a time.
_FILLING = frozenset(
    "notable noted influential prominent famous renowned well-known celebrated distinguished "
    "eminent new then newly".split()
)
_GOES_ON = (("on",), ("for",), ("against",), ("and",))
# By their endings, nouns of trades: "Romantic poet", "naval physician".
_TRADES = r"(?:ist|[ct]ian|grapher|eer|wright|smith|poet|painter)$"


def weighed(
    story: Story,
    i: int,
    tokens: list[int],
    weight: int,
    *,
    title: bool = False,
    longest: int = LONGEST,
) -> Iterator[Description]:
    """The words of a phrase without its article, weighed."""
    s = story.sentences[i]
    one_of_many = bool(tokens) and s.words[tokens[0]].lower() in ("a", "an")
    tokens = _bare(s, tokens)
    if not tokens:
        return
    told = next((k for k in tokens if s.words[k] in ("who", "whose")), len(s))
    pointing = [k for k in tokens if _points(s, k, told)]
    owners = {k: owner for k in pointing if (owner := meant(story, i, k)) is not None}
    names = {k: f"{owner.canonical}’s" for k, owner in owners.items()}
    words = wording(story, i, tokens, names)
    telling = content_words(words)
    if not telling or len(words.split()) > longest:
        return
    lacks = [f"whom or what “{s.words[k]}” means" for k in pointing if k not in owners]
    loose = (k for k in loose_noun(s.words, s.tags, tokens) if s.words[k].lower() not in _ONE_LAND)
    lacks += [f"which {s.words[k]} is meant" for k in loose]
    of = next((k for k in tokens if s.tags[k] == OF), len(s))
    named = sum(_is_telling_name(s, k, of) for k in tokens)
    further = any(s.tags[k] in "fitw" for k in tokens)
    if further and not (named or names or is_of_one(s, tokens)):
        lacks.append("a name that tells it apart")
    if not further and named in (0, len(tokens)) and not _is_trade(s, tokens, words, title=title):
        lacks.append(MORE_THAN_A_TITLE if title else LITTLE)
    one_of_many &= of < told == len(s)
    lacks += _lacking(story, i, tokens, further=further, one_of_many=one_of_many)
    yield Description(
        words[:1].lower() + words[1:] if s.tags[tokens[0]] not in "E" else words,
        2 * weight + min(len(telling), 5) + min(named, 2),
        Span(s.starts[tokens[0]], story.end(i, tokens[-1])),
        tuple(lacks),
    )


def _bare(s: Sentence, tokens: list[int]) -> list[int]:
    """The tokens of a phrase without what opens it, and without what only praises."""
    while tokens and s.words[tokens[0]].lower() in _OPENING:
        tokens = tokens[1:]
    whole = next((n for n, k in enumerate(tokens) if s.tags[k] in "fitw"), len(tokens))
    filling = {k for n, k in enumerate(tokens[:whole]) if _is_filling(s, k, tokens[n + 1 :])}
    return [k for k in tokens if k not in filling]


def _points(s: Sentence, k: int, told: int) -> bool:
    """Whether a word points to somebody or something else: not "his" of the man "who", at a token.

    Nor "former" of "former slave".
    """
    low = s.words[k].lower()
    own = k > told and low in OWN
    return low in POINTING and s.tags[k] not in "Eni" and not (own or is_former(s, k))


def _is_telling_name(s: Sentence, k: int, of: int) -> bool:
    """Whether a token is a name that tells who it was: not the "King" before "of", at a token."""
    if s.tags[k] != NAME or s.words[k] in MONTHS or s.words[k].lower() in _OF_TITLES:
        return False
    return k > of or not is_person_noun(s.words[k], NAME)


def _is_trade(s: Sentence, tokens: list[int], words: str, *, title: bool) -> bool:
    """Whether a phrase without "of" tells enough: "salt merchant", "Danish naval physician"."""
    first = s.words[tokens[0]].lower()
    compound = s.tags[tokens[0] : tokens[-1] + 1] == NOUN + NOUN and first not in _OF_TITLES
    trade = re.search(f"[A-ZÀ-Þ].* .*{_TRADES}", words) is not None
    return compound or trade or (not title and first in ("first", "last"))


def _is_filling(s: Sentence, k: int, behind: list[int]) -> bool:
    """Whether a word only praises what stands behind it, or says that it was new.

    "a notable general", "the newly elected mayor".
    """
    inner = bool(behind) and behind[0] == k + 1 and s.tags[k + 1] in "JNEDVG"
    return inner and (s.words[k] in _FILLING or s.words[k - 1 : k] == ("newly",))


def bare_names(s: Sentence, tokens: Sequence[int]) -> Iterator[int]:
    """The names that are none without a land: "the Army", "the Council"."""
    head = s.words[tokens[0]].lower()
    for k in tokens[1:]:
        alone = s.tags[k + 1 : k + 2] not in (NAME, NOUN, OF)
        if s.tags[k] == NAME and alone and s.words[k - 1].lower() == "the":
            group = look_up(s.words[k].lower()).of_noun[:1] == "g"
            if group and head not in ("secretary", "minister", "undersecretary"):
                yield k


def _has_list_behind(story: Story, i: int, last: int) -> bool:
    """Whether the name that a phrase ends with is the first one of a list."""
    tags = story.sentences[i].tags
    found = re.compile("(?:,E+)+,?cE").match(tags, last + 1) if tags[last] == NAME else None
    return found is not None and story.person_at(i, last + 1, found.end()) is None


def _lacking(
    story: Story, i: int, tokens: list[int], *, further: bool, one_of_many: bool
) -> Iterator[str]:
    s = story.sentences[i]
    yield from (f"which {s.words[k]} is meant" for k in bare_names(s, tokens))
    if one_of_many or (not further and s.words[tokens[-1]].lower() in ("man", "woman")):
        yield LITTLE  # "a director of the Riga Company"
    if s.tags[tokens[0]] in "DVG":
        yield "who it was"
    last = tokens[-1]
    name = s.tags[last] == NAME and s.words[last + 1 : last + 2] in _GOES_ON
    if name and s.tags[last + 2 : last + 3] in (NAME, "J"):
        yield "all of a name"  # "head of the Board of Merchants on Grain"
    if _has_list_behind(story, i, last):
        yield "all of a name"  # "king of Riga, Mitau and Dorpat"
