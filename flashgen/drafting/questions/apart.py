"""What tells apart what a question asks for: the names, dates and numbers in its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flashgen.drafting.clauses.doubts import TO_OFFICE
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import content_words
from flashgen.english.lexicon import is_word
from flashgen.english.tags import ADJECTIVE, QUOTE
from flashgen.english.tokens import Sentence
from flashgen.rules.names.onomasticon import is_given_name

# Names and a date, or else so many words that say something.
FEWEST_ANCHORS, _FEWEST_WORDS = 2, 5
_FEWEST_OF_YEAR, _FEWEST_OF_REASON = 3, 4
_FULL = 8  # words that say something: so many tell anything apart
_ALONE = frozenset("first last only sole earliest".split())
_NO_SUPERLATIVES = frozenset("west honest modest manifest interest".split())
_SHORT = 4  # characters of a quotation that is none: an apostrophe
_OFTEN = 4  # times that an article names somebody of whom it tells


def is_given_alone(naming: Naming, asked: Sequence[int]) -> bool:
    """Whether the subject is a given name of which the article tells little more: "John"."""
    story, subject = naming.story, naming.clause.subject
    if subject is None or subject.head not in asked:
        return False
    person = story.who(subject, naming.i)
    name = person.canonical if person is not None else ""
    seldom = person is not None and len(person.mentions) < _OFTEN
    return seldom and is_given_name(name) and name not in story.title_words


def is_dated_thing(naming: Naming, words: str, asked: Sequence[int]) -> bool:
    """Whether a question asks for a thing, or an office, of some year: there are few others."""
    thing = (
        re.match(r"(?:.*, )?(?:(?:[A-Z]\w+ )?[Ww]hich|[Ww]hat|To what|[Bb]y whom) ", words)
        is not None
    )
    office = naming.clause.passive and naming.clause.lemma in TO_OFFICE
    year = any(re.fullmatch(r"\d{3,4}", naming.story.sentences[naming.i].words[k]) for k in asked)
    return year and (thing or office) and len(content_words(words)) >= _FEWEST_OF_YEAR


def is_thin(words: str, anchors: int) -> bool:
    """Whether a question has one name only, and little more that tells of what it asks."""
    asks_else = re.match(
        r"(?:.*, )?[Bb]y whom "
        r"|.*(?:employed|hired|sent|commissioned) to do\b",
        words,
    )
    thing = (
        re.match(
            r"(?:.*, )?(?:[Ww]hat (?:did|was the)|[Ww]ho was the|(?:[A-Z]\w+ )?[Ww]hich"
            r"(?! country (?!did))) ",
            words,
        )
        is not None
    )
    thing &= re.search(r" to do\b", words) is None  # what he refused to do may be much
    somebody = re.match(r"(?:.*, )?(?:[A-Z]\w+ )?[Ww]hom ", words) is not None
    fewest = _FEWEST_WORDS - (2 if thing else somebody)
    if words.partition(", ")[2].startswith("why ") or words.startswith("Why "):
        fewest = _FEWEST_OF_REASON
    few = anchors < FEWEST_ANCHORS and len(content_words(words)) < fewest
    return few and not asks_else


def outstanding(s: Sentence, tokens: Sequence[int]) -> bool:
    """Whether some tokens are of one alone of its kind: "the largest", "the most famous"."""
    return any(
        s.tags[k - 1] in "dzJ"
        and (
            (low := s.words[k].lower()) in _ALONE
            or (low.endswith("est") and s.tags[k] == ADJECTIVE and low not in _NO_SUPERLATIVES)
            or (low == "most" and s.tags[k + 1 : k + 2] in ("J", "D"))
        )
        for k in tokens
        if k
    )


def is_told_by_words(naming: Naming, words: str, asked: Sequence[int]) -> bool:
    """Whether no name is needed: what is asked for is the first of its kind, or much is told."""
    s = naming.story.sentences[naming.i]
    story, i = naming.story, naming.i
    quoted = any(s.tags[k] == QUOTE and story.end(i, k) - s.starts[k] > _SHORT for k in asked)
    told = content_words(words)
    titled = {word.lower() for word in story.title_words} & set(told)
    telling = len(told)
    if re.match(r"(?:.*, )?[Ww]hy ", words) and titled and telling >= _FEWEST_OF_REASON:
        return True
    return telling >= _FULL or (telling >= _FEWEST_OF_YEAR and (quoted or outstanding(s, asked)))


def is_told_by_number(words: str) -> bool:
    """Whether a number and much else tell an event apart: "the elections of 1916"."""
    return re.search(r"\d", words) is not None and len(content_words(words)) > _FEWEST_WORDS


def runs(naming: Naming, own: Sequence[int]) -> int:
    """How many names some tokens are: "Juan de Riga" is one."""
    within = {k for n in naming.story.named_in(naming.i) for k in range(n.start + 1, n.end)}
    return sum(k - 1 not in own and k not in within for k in own)


def tells_apart(naming: Naming, words: str, k: int) -> bool:
    """Whether a name is not that of the article's topic, nor a common noun alone: "the Act"."""
    s = naming.story.sentences[naming.i]
    word = naming.names.get(k, s.words[k])
    alone = s.words[k - 1].lower() == "the" and s.tags[k + 1 : k + 2] not in tuple("EN")
    common = alone and s.tags[k + 1 : k + 2] != "f" and is_word(word.lower())
    topic = re.match(r"(?:.*, )?[Ww]ho ", words) and not naming.story.title_words.isdisjoint(
        word.split()
    )
    return bool(word) and not (common or topic)
