"""Events that have a name: "the Treaty of Hartz of 1648", "known as the Silver Panic"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flashgen.article import Span
from flashgen.dates.historical import DateInterval
from flashgen.drafting.clauses.story import Named, Story
from flashgen.drafting.clauses.timeless import BOUNDING, is_bracketed, time_begin
from flashgen.drafting.clauses.wording import POINTING, wording
from flashgen.drafting.events.event import EventDraft, unsure
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import head_of, joined
from flashgen.english.tags import NAME
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention, FoundPlace
from flashgen.tables import words as table

# What stands before something that happened.
BEHIND = frozenset("following during in at from with despite upon on through over".split())
# What goes on for so long that many things are done in it.
LASTING = frozenset("war campaign siege reign rule invasion occupation".split())
# What says how something is called.
_CALLED = frozenset("known called dubbed named nicknamed remembered".split())
# What has long names, and what may stand in them before the last of their parts.
_LAWS = frozenset({"Act", "Bill", "Law", "Treaty"})
_JOINING = frozenset({"with", "for", "against"})
_LONG_NAME = re.compile("d[EJ]+(?:(?:c|id?)[EJ]+)*(?:c|id?)$")


def nominal_draft(story: Story, i: int, n: Named, words: str, people: Sequence[str]) -> EventDraft:
    """An event that is a name, or a phrase like one, with the date of a mention."""
    mention, s = n.what, story.sentences[i]
    assert isinstance(mention, DateMention)  # noqa: S101
    assert mention.date is not None  # noqa: S101
    words = words[:1].upper() + words[1:]
    return EventDraft(
        what=words, title=words.removeprefix("The "), date=mention.date, time="",
        unsure=unsure(mention), place="", people=tuple(people),
        at=Span(s.starts[n.start], s.end(n.end - 1)), lacks=(), nominal=True,
        lasted=isinstance(mention.date.written, DateInterval),
    )  # fmt: skip


def by_name(story: Story, i: int, n: Named) -> EventDraft | None:
    """An event that is a name: "the Treaty of Hartz of 1648", "the War (1879–1883)"."""
    s, mention = story.sentences[i], n.what
    assert isinstance(mention, DateMention)  # noqa: S101
    assert mention.date is not None  # noqa: S101
    of = (
        n.start > 1 and s.words[n.start - 1].lower() in ("of", "in") and s.tags[n.start - 2] == NAME
    )
    bracket = n.start > 1 and s.tags[n.start - 1] == "(" and s.tags[n.end : n.end + 1] == ")"
    if n.start and s.words[n.start - 1].lower() == "the":
        return _led(story, i, n)
    if not (of or (bracket and s.tags[n.start - 2] == NAME)):
        return None
    spell = isinstance(mention.date.written, DateInterval)
    end = n.start - 1
    begin = _begin_of_name(story, i, end)
    later = s.words[begin] in POINTING
    begin += later  # "the subsequent Tariff Act"
    named = [k for k in range(begin, end) if s.tags[k] == NAME]
    heads = [k for k in named if is_event_noun(s.words[k])]
    if bracket and not _is_of_story(story, i, named, heads):
        return None
    if not heads or len(named) < 2 or _is_no_event(story, i, begin, end):
        return None
    begin -= s.words[begin - 1].lower() == "the"
    if is_cut(s, begin) or (not spell and look_up(s.words[end - 1].lower()).plural):
        return None
    # "after the Treaty of Riga in 1451": else the year is that of a verb.
    led = begin > 0 and s.words[begin - 1].lower() in BOUNDING | BEHIND
    led = led and not goes_on(s, begin, heads[-1])
    if of and not (spell or led) and s.words[n.start - 1] != "of":
        return None
    tokens = list(range(begin, end))
    if of:
        for phrase in joined(s.words, s.tags, n.end, ("between", "with")):
            both = re.compile("c[NE]+").match(s.tags, phrase.end)
            tokens += list(range(phrase.start - 1, both.end() if both else phrase.end))
    if any(s.words[k].lower() in POINTING for k in tokens):
        return None
    return nominal_draft(story, i, n, "The " * later + wording(story, i, tokens), ())


def _begin_of_name(story: Story, i: int, end: int) -> int:
    """The token at which the name of an event or a law begins that ends before one."""
    s, begin = story.sentences[i], end
    while begin and (s.tags[begin - 1] in "EJ" or _joins_name(story, i, begin)):
        begin -= 1
    longer = _LONG_NAME.search(s.tags[:begin]) if s.words[end - 1] in _LAWS else None
    if longer and all(s.tags[k] != "i" or s.words[k] in _JOINING for k in range(*longer.span())):
        return longer.start() + 1  # "the Trade and Tariff Act"
    return begin


def _is_no_event(story: Story, i: int, begin: int, end: int) -> bool:
    """Whether a name is somebody's or a place's, what one made, or who did something."""
    s = story.sentences[i]
    owned = begin > 0 and s.tags[begin - 1] in "pz"  # "his Funeral Oration"
    placed = any(
        isinstance(each.what, FoundPlace) and each.start <= begin and end <= each.end
        for each in story.named_in(i)
    )  # "at Seneca Falls in 1848"
    does = s.words[begin - 1].lower() == "by" and begin > 0  # "issued by Hale Entertainment"
    return owned or placed or does or story.person_at(i, begin, end) is not None


def goes_on(s: Sentence, begin: int, head: int) -> bool:
    """Whether a year is of what was done in what lasted longer: "during the Great War in 1646"."""
    return s.words[begin - 1].lower() == "during" and s.words[head].lower() in LASTING


def is_cut(s: Sentence, begin: int) -> bool:
    """Whether a name begins before a token: the end of "Trade and Tariff Act" is no name."""
    if not begin:
        return False
    k = begin - 1
    while k and s.tags[k] in "cidf":
        k -= 1
    joins = k < begin - 1 and s.tags[begin - 1] in "cidf" and not s.opens[k]
    named = s.words[k][:1].isupper() and (k == begin - 1 or (joins and s.tags[k] != "q"))
    return named and not s.opens[k]


def _is_of_story(story: Story, i: int, named: Sequence[int], heads: Sequence[int]) -> bool:
    """Whether what a bracket dates is a treaty or a law, or told of again: not by the way."""
    s = story.sentences[i]
    law = any("d" in look_up(s.words[k].lower()).of_noun for k in heads)
    return law or all(story.times(s.words[k]) > 1 for k in named)


def _led(story: Story, i: int, n: Named) -> EventDraft | None:
    """An event whose name stands behind its year: "the 1827 Treaty of Joint Ownership"."""
    s = story.sentences[i]
    end = n.end
    while end < len(s) and s.tags[end] in "EJ":
        end += 1
    tokens = list(range(n.end, end))
    for phrase in joined(s.words, s.tags, end, ("of",)) if tokens else ():
        tokens = list(range(n.end, phrase.end))
    heads = [k for k in range(end - 1, end) if s.tags[k] == NAME and is_step_noun(s.words[k])]
    named = sum(s.tags[k] == NAME for k in tokens) > 1 and bool(heads)
    behind = s.tags[tokens[-1] + 1 : tokens[-1] + 3] if tokens else "N"
    whole = behind[:1] not in tuple("NEz") and behind != f"c{NAME}"
    if not named or not whole or any(look_up(s.words[k].lower()).plural for k in heads):
        return None
    if story.person_at(i, n.end, end):
        return None
    return nominal_draft(story, i, n, f"The {wording(story, i, tokens)}", ())


def is_step_noun(word: str) -> bool:
    """Whether a word of a name means what happens, or one of the steps of history: "Council"."""
    entry = look_up(word.lower())
    step = entry.noun in table("history", "events", "steps") and "p" not in entry.of_noun
    return step or is_event_noun(word)


def _joins_name(story: Story, i: int, k: int) -> bool:
    """Whether "of" or "of the" before a token is within a name: "War of the Pacific"."""
    s = story.sentences[i]
    at = k - 1 - (s.words[k - 1].lower() == "the")
    if at < 1 or s.tags[at] != "f":
        return s.words[k - 1].lower() == "the" and at > 0 and _joins_name(story, i, at + 1)
    return s.tags[at - 1] == NAME and is_event_noun(s.words[at - 1])


def is_event_noun(word: str) -> bool:
    """Whether a word means what happens, or a document that makes history: "War", "Treaty"."""
    entry = look_up(word.lower())
    things = {"e", "d"} & set(entry.of_noun)
    return bool(things) and "p" not in entry.of_noun and not entry.of_noun.startswith("g")


def known_as(story: Story, i: int, n: Named) -> EventDraft | None:
    """What a sentence with one date says that it was called: "became known as the Silver Panic"."""
    s, mention = story.sentences[i], n.what
    time = time_begin(s, n.start, n.end)
    if not isinstance(mention, DateMention) or mention.date is None or time is None:
        return None
    if s.words[time].lower() in BOUNDING:
        return None
    for k in range(1, len(s) - 2):
        called = s.words[k].lower() in _CALLED and s.tags[k] in "DV"
        if not called or is_bracketed(s.tags, k):
            continue
        begin = k + 1 + (s.words[k + 1].lower() == "as")
        name = re.compile("d?(E+(?:fd?E+)?)(?![zN])").match(s.tags, begin)
        if name is None or story.person_at(i, name.start(1), name.end()) is not None:
            continue
        tokens = range(name.start(1), name.end())
        head = head_of(s.tags, tokens)
        document = "d" in look_up(s.words[head].lower()).of_noun
        if document or n.start in tokens:
            continue
        if len(tokens) > 1 and is_step_noun(s.words[head]):
            return nominal_draft(story, i, n, wording(story, i, range(begin, name.end())), ())
    return None
