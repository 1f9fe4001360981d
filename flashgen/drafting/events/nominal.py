"""Events that a name or a noun tells: "the Treaty of Hartz of 1648", "the siege of Riga in 1621".

What is somebody's own, as his death or his decision, says little by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from flashgen.article import Span
from flashgen.dates.historical import DateInterval
from flashgen.drafting.clauses.story import Named, Story
from flashgen.drafting.clauses.timeless import BOUNDING, is_bracketed
from flashgen.drafting.clauses.wording import POINTING, wording
from flashgen.drafting.events.event import EventDraft, unsure
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import joined
from flashgen.english.tags import ING, NAME, NOUN, OF, OPEN
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateForm, DateMention, FoundPerson
from flashgen.tables import words as table

# What lasts: "in 1949" says little of when a war was.
_LASTING = frozenset("war campaign siege reign rule".split())
# Nouns of acts that do not say what was done.
_ANY = frozenset(
    "event action activity favor favour act attempt effort work use change part end".split()
)
# Of what such a noun tells, behind it: "of Sicily", "between Riga and Reval".
_OF = re.compile(r"(?:[fi][dp]?[JNEq]*[NE](?:zJ*N)?(?:,?c[dp]?[JNE]*[NE])?)*")
_LONGEST, _BARE = 9, 2  # words
# What stands before something that happened.
_BEHIND = frozenset("following during in at from with despite upon on through over".split())
_NOT_YET = frozenset("planned proposed intended possible threatened impending expected".split())


def named_event(story: Story, i: int, n: Named) -> EventDraft | None:
    """An event that is a name with a date, or a noun that says what was done to whom."""
    mention = n.what
    if not isinstance(mention, DateMention) or mention.date is None:
        return None
    if mention.form is DateForm.EXPLICIT and (draft := _by_name(story, i, n)):
        return draft
    if mention.form in (DateForm.EXPLICIT, DateForm.PARTIAL):
        return _by_noun(story, i, n)
    return None


def _draft(story: Story, i: int, n: Named, words: str, people: Sequence[str]) -> EventDraft:
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


def _by_name(story: Story, i: int, n: Named) -> EventDraft | None:
    """An event that is a name: "the Treaty of Hartz of 1648", "the War (1879–1883)"."""
    s, mention = story.sentences[i], n.what
    assert isinstance(mention, DateMention)  # noqa: S101
    assert mention.date is not None  # noqa: S101
    of = (
        n.start > 1 and s.words[n.start - 1].lower() in ("of", "in") and s.tags[n.start - 2] == NAME
    )
    bracket = n.start > 1 and s.tags[n.start - 1] == "(" and s.tags[n.end : n.end + 1] == ")"
    if not (of or (bracket and s.tags[n.start - 2] == NAME)):
        return None
    spell = isinstance(mention.date.written, DateInterval)
    end = begin = n.start - 1
    while begin and (s.tags[begin - 1] in "EJ" or _joins_name(story, i, begin)):
        begin -= 1
    named = [k for k in range(begin, end) if s.tags[k] == NAME]
    heads = [k for k in named if is_event_noun(s.words[k])]
    owned = begin > 0 and s.tags[begin - 1] in "pz"  # "his Funeral Oration"
    if not heads or len(named) < 2 or owned or story.person_at(i, begin, end):
        return None
    begin -= s.words[begin - 1].lower() == "the"
    # "after the Treaty of Riga in 1451": else the year is that of a verb.
    led = begin > 0 and s.words[begin - 1].lower() in BOUNDING | _BEHIND
    if of and not (spell or led) and s.words[n.start - 1] != "of":
        return None
    tokens = list(range(begin, end))
    if of:
        for phrase in joined(s.words, s.tags, n.end, ("between", "with")):
            both = re.compile("c[NE]+").match(s.tags, phrase.end)
            tokens += list(range(phrase.start - 1, both.end() if both else phrase.end))
    if any(s.words[k].lower() in POINTING for k in tokens):
        return None
    return _draft(story, i, n, wording(story, i, tokens), ())


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


def _by_noun(story: Story, i: int, n: Named) -> EventDraft | None:
    """An event that a noun tells: "the partition of Livonia in 1561"."""
    s = story.sentences[i]
    tokens = _before(s, n)
    # "the War" of 1812 is none by itself.
    named = any(story.is_proper(i, k) and not _is_act(s, k) for k in tokens)
    if not named or len(tokens) > _LONGEST or any(s.words[k].lower() in POINTING for k in tokens):
        return None
    if len(tokens) == _BARE and "J" in look_up(s.words[tokens[0]].lower()).tags:
        return None  # "Spanish expedition of 1521"
    if not _has_happened(s, tokens[0], tokens):
        return None
    people = dict.fromkeys(
        n.what.canonical
        for n in story.named_in(i)
        if isinstance(n.what, FoundPerson) and n.start in tokens
    )
    return _draft(story, i, n, wording(story, i, tokens), tuple(people))


def _before(s: Sentence, n: Named) -> range:
    """The noun phrase of an act that ends before a date: "the siege of Riga" in 1621; or none."""
    own = s.words[n.start].lower() in ("in", "on", "of")
    end = n.start - (not own)
    link = s.words[n.start if own else end].lower()
    beside = s.tags[end] == OPEN and s.tags[n.end : n.end + 1] == ")"
    if beside:
        link = "of"  # "the capture of Riga (1621)"
    if link not in ("in", "on", "of") or (is_bracketed(s.tags, n.start) and not beside):
        return range(0)
    for head in range(end - 1, max(0, end - _LONGEST) - 1, -1):
        if s.tags[head] in ",;:.VMbhuwsQ()":
            break
        if not _is_act(s, head) or not _OF.fullmatch(s.tags, head + 1, end):
            continue
        if s.words[head + 1].lower() == "by":
            continue  # "the foundation by Hale", of what?
        if s.words[head].lower() in _LASTING and not (link == "of" or s.tags[head + 1] == "f"):
            continue
        begin = _begin(s, head)
        bare = begin == head and head + 1 == end
        if begin is not None and not bare:
            return range(begin, end)
    return range(0)


def _begin(s: Sentence, head: int) -> int | None:
    """The token at which a noun phrase with "the" begins; None for "a raid on", "his death"."""
    begin = head
    while begin and s.tags[begin - 1] in "JNE":
        begin -= 1
    if not begin:
        return begin
    if s.words[begin - 1].lower() == "the":
        return begin - 1
    return None if s.tags[begin - 1] in "dqDzp" else begin


def _is_act(s: Sentence, k: int) -> bool:
    """Whether a noun means what was done, or came to pass, once."""
    entry = look_up(s.words[k].lower())
    gerund = s.tags[k : k + 2] == f"{ING}{OF}"  # "the bombing of Riga"
    if not (gerund or s.tags[k] in (NOUN, NAME)) or entry.plural or s.words[k].lower() in _ANY:
        return False
    acts = table("history", "acts")
    act = entry.of_noun[:1] == "e" or entry.noun in acts or s.words[k].lower() in acts
    return act and "p" not in entry.of_noun


def _has_happened(s: Sentence, begin: int, tokens: Sequence[int]) -> bool:
    """Whether a phrase stands where one tells what has happened: not "planned the siege of"."""
    if any(s.words[k].lower() in _NOT_YET for k in tokens):
        return False
    if not begin or s.tags[begin - 1] in ",;:.":
        return True
    low = s.words[begin - 1].lower()
    return low in _BEHIND | BOUNDING
