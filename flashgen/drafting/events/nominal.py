"""Events that a name or a noun tells: "the Treaty of Hartz of 1648", "Hale's death in 1075"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flashgen.drafting.clauses.pronouns import meant
from flashgen.drafting.clauses.story import Named, Story
from flashgen.drafting.clauses.timeless import BOUNDING, is_bracketed
from flashgen.drafting.clauses.wording import POINTING, loose_noun, recased, wording
from flashgen.drafting.events.event import EventDraft
from flashgen.drafting.events.names import BEHIND, LASTING, by_name, goes_on, is_cut, nominal_draft
from flashgen.english.lexicon import look_up
from flashgen.english.tags import COMMA, ING, NAME, NOUN, OF, OPEN
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateForm, DateMention
from flashgen.tables import words as table

# Nouns of acts that do not say what was done.
_ANY = frozenset(
    "event action activity act attempt effort work use change part end time course transition "
    "shift".split()
)
# Of what such a noun tells, behind it: "of Sicily", "between Riga and Reval".
_OF = re.compile(r"(?:[fit][dp]?[JNEq]*[NE](?:zJ*N)?(?:,?c[dp]?[JNE]*[NE])?)*")
_LONGEST, _BARE = 9, 2  # words
_NOT_YET = frozenset(
    "previous earlier former later next planned proposed intended possible threatened impending "
    "expected imminent upcoming attempted".split()
)


def named_event(story: Story, i: int, n: Named) -> EventDraft | None:
    """An event that is a name with a date, or a noun that says what was done to whom."""
    mention = n.what
    if not isinstance(mention, DateMention) or mention.date is None:
        return None
    if mention.form is DateForm.EXPLICIT and (draft := by_name(story, i, n)):
        return draft
    if mention.form in (DateForm.EXPLICIT, DateForm.PARTIAL):
        return next(_by_noun(story, i, n), None)
    return None


def _by_noun(story: Story, i: int, n: Named) -> Iterator[EventDraft]:
    """An event that a noun tells: "the partition of Livonia in 1561", "Hale's death in 1075"."""
    s = story.sentences[i]
    for begin, end, opened in (*_before(s, n), *_behind(s, n)):
        tokens = list(range(begin, end))
        names = dict(_names(story, i, tokens))
        unclear = any(s.words[k].lower() in POINTING for k in tokens if k not in names)
        unclear |= any(True for _ in loose_noun(s.words, s.tags, tokens[1:]))  # "of the canal"
        # "the War" of 1812 is none by itself.
        named = names or any(story.is_proper(i, k) and not _is_act(s, k) for k in tokens)
        if s.tags[begin] == NAME and is_cut(s, begin):
            continue
        if len(tokens) == _BARE and "J" in look_up(s.words[begin].lower()).tags:
            continue  # "the 1521 Spanish expedition"
        if unclear or not named or len(tokens) > _LONGEST or not _has_happened(s, opened, tokens):
            continue
        kept = [k for k in tokens if not (s.tags[k] == "z" and k - 1 in names)]
        kept = [k for k in kept if s.words[k].lower() != "own"]
        people = dict.fromkeys(
            one.canonical for named, one in story.people_in(i) if begin <= named.start < end
        )
        yield nominal_draft(story, i, n, wording(story, i, kept, names), tuple(people))
        return


def _names(story: Story, i: int, tokens: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The full names of those whose death, say, some tokens tell, in the place of "his"."""
    s = story.sentences[i]
    for k in tokens:
        person, owner = None, s.tags[k : k + 2] == "Ez"
        if s.tags[k] == "p":
            person = meant(story, i, k)
        elif owner and (k == tokens[0] or s.tags[k - 1] != NAME):
            person = story.person_at(i, k, k + 1)
            others = [each for each in story.people if s.words[k] in each.split()]
            person = person if len(others) == 1 else None
        if person is not None:
            yield k, f"{recased(person.canonical)}’s"


def _before(s: Sentence, n: Named) -> Iterator[tuple[int, int, int]]:
    """The noun phrases of acts that end before a date: "the siege of Riga" in 1621."""
    own = s.words[n.start].lower() in ("in", "on", "of")
    end = n.start - (not own)
    link = s.words[n.start if own else end].lower()
    beside = s.tags[end] == OPEN and s.tags[n.end : n.end + 1] == ")"
    if beside:
        link = "of"  # "the capture of Riga (1621)"
    if link not in ("in", "on", "of") or (is_bracketed(s.tags, n.start) and not beside):
        return
    for head in range(end - 1, max(0, end - _LONGEST) - 1, -1):
        if s.tags[head] in ",;:.VMbhuwsQ()":
            return
        if not _is_act(s, head) or not _OF.fullmatch(s.tags, head + 1, end):
            continue
        if s.words[head + 1].lower() == "by":
            continue  # "the foundation by Hale", of what?
        if s.words[head].lower() in LASTING and not (link == "of" or s.tags[head + 1] == "f"):
            continue
        begin = _begin(s, head)
        bare = begin == head and head + 1 == end
        if begin is not None and not bare:
            if link == "of" or not goes_on(s, begin, head):
                yield begin, end, begin
            return


def _begin(s: Sentence, head: int) -> int | None:
    """The token at which a noun phrase with "the" or an owner begins; None for "a raid on"."""
    begin = head
    while begin and s.tags[begin - 1] in "JNE":
        begin -= 1
    if not begin:
        return begin
    if s.tags[begin - 1] == "z":
        owner = begin - 1
        begin -= 1
        while begin and s.tags[begin - 1] == NAME:
            begin -= 1
        return begin if begin < owner else None  # not "the king's death"
    if s.tags[begin - 1] == "p" or s.words[begin - 1].lower() == "the":
        return begin - 1
    idiom = begin == head and s.words[begin - 1].lower() in ("in", "on", "by", "at")
    return None if idiom or s.tags[begin - 1] in "dqD" else begin  # not "in favour of Hale"


def _behind(s: Sentence, n: Named) -> Iterator[tuple[int, int, int]]:
    """The noun phrase of an act that a date stands in: "the 1905 Moscow uprising"."""
    if not n.start or s.words[n.start - 1].lower() != "the":
        return
    end = n.end
    while end < len(s) and s.tags[end] in "JNE":
        end += 1
    if end > n.end + 1 and _is_act(s, end - 1):
        yield n.end, end, n.start - 1
        return
    whole = _OF.match(s.tags, end) if end > n.end and s.tags[end : end + 1] == OF else None
    if whole is not None and whole.end() > end and _is_act(s, end - 1):
        comma = s.tags.find(COMMA, end, whole.end())
        yield n.end, comma if comma > 0 else whole.end(), 0  # "the 1685 expulsion of Jews"


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
    if low == "of" and s.words[begin - 2].lower() == "time":
        return True  # "by the time of Hale's death in 1621"
    agent = low == "by" and s.tags[begin] == NAME  # "was issued by Hale Entertainment"
    return low in BEHIND | BOUNDING and not agent
