"""On what occasion words were said: "at his trial", "in a letter to his brother", "when asked"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from flashgen.drafting.clauses.pointing import points
from flashgen.drafting.clauses.pronouns import SEXES
from flashgen.drafting.clauses.saying import heard
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.timeless import BOUNDING, time_begin
from flashgen.drafting.clauses.wording import is_saying, wording
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import chunks
from flashgen.english.tags import COMMA, DETERMINER, ING, NAME, OF, QUANTITY, QUOTE
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention, FoundPerson, FoundPlace
from flashgen.tables import words as table

_LONGEST, _SHORTEST = 14, 2  # words
_AT = frozenset("in at on during before after upon following".split())
_WHEN = frozenset("when while as after before".split())
# Letters and speeches, events, meetings, buildings and places; not the manner of saying it.
_CLASSES = frozenset("mdegbl")
_VERBS = frozenset("VbhuDG")
_ENDS = re.compile(r"[;:.()Q-]|c(?=[po]?[VMbhu])")
_LATER = frozenset("later afterwards afterward earlier".split())


def occasion(story: Story, i: int, clause: Clause | None, person: FoundPerson | None) -> str:
    """The words of a clause that brings in somebody's words which say on what occasion.

    The phrase that names a letter, a speech or an event goes before one that names a place.
    """
    if clause is None or clause.subject is None:
        return ""
    found = [
        (_weight(story, i, tokens), words)
        for tokens in _phrases(story, i, clause)
        if _is_occasion(story, i, tokens)
        and _is_clear(story, i, clause, tokens, person)
        and _SHORTEST <= len((words := wording(story, i, tokens)).split()) <= _LONGEST
    ]
    best = max(found, key=lambda each: each[0], default=(0, ""))[1]
    first = best.split(" ")[0]
    return first.lower() + best[len(first) :]


def is_of_occasion(s: Sentence, start: int) -> bool:
    """Whether a date is that of something else than the words: "after the vote of 3 March 1917".

    "At the meeting of 3 March" and "in his letter of 3 March" tell when they were said, too.
    """
    k, of = start, s.words[start - 1].lower() == "of" if start else False
    while k and s.tags[k - 1] in "dpJNEqzfi":
        k -= 1
        low = s.words[k].lower()
        if low in BOUNDING or low in ("following", "from"):
            return True
        if s.tags[k] == "i" and of:
            return low not in ("in", "at", "during")
    return of


def _phrases(story: Story, i: int, clause: Clause) -> Iterator[list[int]]:
    """The phrases in front of a clause and behind it, each without the date of the clause."""
    s, subject = story.sentences[i], clause.subject
    assert subject is not None  # noqa: S101
    dates = set(_dates(story, i))
    if not clause.inverted:
        start = max(s.tags.rfind(mark, 0, subject.start) for mark in ";:.Q)") + 1
        start += s.tags[start : start + 1] in tuple(",c")
        yield from _parts(s, start, subject.start, dates)
    begin = max(clause.end, subject.end if clause.inverted else 0, heard(story, i, clause).stop)
    stop = _ENDS.search(s.tags, begin)
    end = stop.start() if stop else len(s)
    yield from _parts(s, begin, end, dates)


def _parts(s: Sentence, start: int, end: int, dates: Container[int]) -> Iterator[list[int]]:
    """What stands between the commas of some tokens; a clause that tells when keeps its date."""
    while start < end:
        comma = s.tags.find(COMMA, start, end)
        comma = end if comma < 0 else comma
        clause = s.words[start].lower() in _WHEN and set(s.tags[start:comma]) & _VERBS
        tokens = [k for k in range(start, comma) if clause or k not in dates]
        if tokens and s.tags[tokens[-1]] == OF and tokens[-1] + 1 in dates:
            tokens.pop()  # "in a letter of 3 May 1621"
        yield list(_until_later(s, tokens))
        start = comma + 1


def _until_later(s: Sentence, tokens: list[int]) -> Iterator[int]:
    """Some tokens, up to a time that another one must tell: "in the Forum the next day"."""
    phrases = {c.start: c for c in chunks(s.tags) if c.kind == "noun"}
    for n, k in enumerate(tokens):
        phrase = phrases.get(k)
        if phrase is not None and n and s.tags[tokens[n - 1]] not in "itf":
            last = look_up(s.words[phrase.end - 1].lower()).of_noun
            behind = s.words[phrase.end].lower() if phrase.end < len(s) else ""
            if last.startswith("t") or behind in _LATER:
                return
        yield k


def _dates(story: Story, i: int) -> Iterator[int]:
    """The tokens of the dates that stand by themselves."""
    s = story.sentences[i]
    for n in story.named_in(i):
        if isinstance(n.what, DateMention) and not is_of_occasion(s, n.start):
            begin = time_begin(s, n.start, n.end)
            yield from range(n.start if begin is None else begin, n.end)


def _without_span(s: Sentence, tokens: list[int]) -> list[int]:
    """Some tokens without how long before or after: "a month before the siege"."""
    for n, k in enumerate(tokens):
        if n and s.words[k].lower() in ("before", "after"):
            timed = look_up(s.words[tokens[n - 1]].lower()).of_noun.startswith("t")
            return tokens[n:] if timed else tokens
        if s.tags[k] not in "dqNJr":
            break
    return tokens


def _is_occasion(story: Story, i: int, tokens: list[int]) -> bool:
    """Whether a phrase tells what went on, where the words stand, or where they were said."""
    s, tokens = story.sentences[i], _without_span(story.sentences[i], tokens)
    if len(tokens) < _SHORTEST or tokens[-1] - tokens[0] != len(tokens) - 1:
        return False
    first, second = s.words[tokens[0]].lower(), tokens[1]
    if s.tags[tokens[-1]] in "tfdpcs" or QUOTE in (s.tags[k] for k in tokens):
        return False
    verbs = {s.tags[k] for k in tokens if s.words[k].islower()} & _VERBS
    if first in _WHEN and verbs:
        # "when asked by the court", "as he went out", "while visiting Riga"; not "as he put it"
        if first == "while":
            return s.tags[second] == ING or s.words[second].lower() in SEXES
        said = any(is_saying(look_up(s.words[k].lower()).verb) for k in tokens)
        return first != "as" or (bool(verbs & set("Vbhu")) and not said and "put" not in s.words)
    if first not in _AT or s.tags[tokens[-1]] == "i":
        return False
    if s.tags[second] == ING:  # "on hearing of the fall of Riga"
        return first in ("in", "on", "upon", "after", "before")
    return not verbs & set("Vbhu") and _weight(story, i, tokens) > 0


def _weight(story: Story, i: int, tokens: list[int]) -> int:
    """How much a phrase tells of an occasion: by its first noun, by the class of that."""
    s, tokens = story.sentences[i], _without_span(story.sentences[i], tokens)
    if s.words[tokens[0]].lower() in _WHEN and {s.tags[k] for k in tokens} & _VERBS:
        return 3
    if s.tags[tokens[1]] == ING:
        return 3
    phrase = next((c for c in chunks(s.tags, tokens[1]) if c.kind == "noun"), None)
    if phrase is None or phrase.start != tokens[1]:
        return 0
    place = any(
        isinstance(n.what, FoundPlace) and phrase.start <= n.start < phrase.end
        for n in story.named_in(i)
    )
    low, tags = s.words[phrase.end - 1].lower(), s.tags[phrase.start : phrase.end]
    if place or tags[-1] == NAME:
        person = story.person_at(i, phrase.start, phrase.end) is not None
        named = tags[0] in (DETERMINER, "p") or tags.count(NAME) > 1  # not "in French"
        return 0 if person else 1 if place else 2 * named
    entry = look_up(low)
    if tags[0] not in (DETERMINER, "p"):
        return 0
    owned = tags[0] == "p"
    if entry.of_noun[:1] == "t" or tags[-1] == QUANTITY:
        return 2 if owned else 0  # "in his old age"; not "in the evening"
    if s.words[tokens[0]].lower() == "on" and entry.of_noun[:1] == "a":
        return 1  # "on the scaffold"
    if entry.noun in table("quotations", "wordings") or _CLASSES.isdisjoint(entry.of_noun[:2]):
        return 0
    return 1 if entry.of_noun[:1] in "bl" else 3


def _is_clear(
    story: Story, i: int, clause: Clause, tokens: list[int], person: FoundPerson | None
) -> bool:
    """Whether no word of a phrase points to what it does not name, but to who speaks."""
    s = story.sentences[i]
    others = [
        (n.start, one.sex)
        for n, one in story.people_in(i)
        if one != person and n.start < tokens[-1]
    ]
    listener = heard(story, i, clause)
    for k in tokens:
        sex = SEXES.get(s.words[k].lower())
        if sex is None or s.tags[k] == "m":
            if points(s, clause, k):
                return False
            continue
        if person is None or person.sex not in (sex, ""):
            return False
        if any(start < k and his in (sex, "") for start, his in others):
            return False
        if listener and listener.start < k and not _is_many(s, listener):
            return False  # "told the king at his trial"
    return True


def _is_many(s: Sentence, listener: range) -> bool:
    """Whether those who hear are several, or a body: "his colleagues", "the Diet"."""
    head = look_up(s.words[listener[-1]].lower())
    body = s.tags[listener.start : listener.start + 2] == DETERMINER + NAME  # "the Diet of Riga"
    return head.plural or head.of_noun[:1] == "g" or s.tags[listener[0]] == "p" or body
