"""What stands beside a name: a title before it, an apposition behind or before it, whose kin."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from flashgen.article import Span
from flashgen.drafting.clauses.description import Description
from flashgen.drafting.clauses.pronouns import meant
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import is_person_noun, recased, wording
from flashgen.drafting.people.sayings import described, one_of
from flashgen.drafting.people.weighing import LITTLE, TITLE, WAS, weighed
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import chunks
from flashgen.english.tags import NAME, NOUN
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention, FoundPerson, FoundPlace
from flashgen.tables import words as table

_LONGEST = 24  # words

_KIN = 9  # what "wife of Elias Holt" would weigh as a title


def beside(
    story: Story, i: int, start: int, end: int, person: FoundPerson
) -> Iterator[Description]:
    """What stands beside a name: "Holt, the mayor of Riga,", "the English envoy Ignatius White"."""
    s = story.sentences[i]
    if s.words[start - 1 : start] in (("himself",), ("herself",)):
        return  # "proclaimed himself Otto I, Emperor of Livonia"
    mark = s.tags[end : end + 1]
    if mark in (",", "(", "-"):
        found = (*described(story, i, end + 1, WAS, apart=True), *one_of(story, i, end + 1))
        yield from (who for who in found if not _is_of_next(story, i, who))
    close = s.tags.find(")", end) + 1 if mark == "(" else 0
    if close and s.tags[close : close + 1] == ",":  # "Hale (1621-1650), the mayor of Riga,"
        yield from described(story, i, close + 1, WAS, apart=True)
    yield from _titled(story, i, start, person)
    yield from _named(story, i, start)
    yield from _apposed(story, i, start, end, person)


def aside(story: Story, i: int, end: int) -> Description | None:
    """What stands between commas behind a name, whatever it says: "Holt, who had seen Riga,"."""
    s, start = story.sentences[i], end + 1
    chunk = next(chunks(s.tags, start), None)
    stop = next((k for k in range(start, len(s)) if s.tags[k] in ",.;:-()"), len(s))
    if (
        s.tags[end : end + 1] != ","
        or stop - start > _LONGEST
        or s.tags[stop + 1 : stop + 2] == "c"
    ):
        return None
    if s.words[start] != "who":
        if chunk is None or chunk.start != start or s.words[start] not in ("a", "an", "the", "one"):
            return None
        head, noun = s.words[chunk.end - 1], s.tags[chunk.end - 1]
        one = s.words[start] != "the" or not look_up(head.lower()).tags
        # "a clerk stationed in Riga", but "the army was"
        tells = re.match("[^w]*(?:[bhMu]|V(?!i))", s.tags[start:stop])
        if tells or not (one or is_person_noun(head, noun)):
            return None
        start += s.words[start] != "one"
    if start == stop:
        return None
    words = wording(story, i, list(range(start, stop)))
    return Description(words, 0, Span(s.starts[start], story.end(i, stop - 1)), (LITTLE,))


def _titled(story: Story, i: int, start: int, person: FoundPerson) -> Iterator[Description]:
    """What stands before a name, in one phrase: "the American journalist John Reed"."""
    s = story.sentences[i]
    begin = start
    others = (n for n in story.named_in(i) if not isinstance(n.what, FoundPlace))
    taken = {k for n in others for k in range(n.start, n.end)}
    begin = _title_begin(s, begin, taken)
    link = begin - (s.tags[begin - 1 : begin] == "d")
    if s.tags[link - 1 : link] == "f" and link > 1 and s.tags[link - 2] in (NAME, NOUN):
        # "Secretary of State Elias Holt", "Secretary of the Navy Elias Holt"
        office = link - 2
        of = begin < start and is_person_noun(s.words[office], s.tags[office])
        begin = _title_begin(s, office, taken) if of else begin
    elif s.tags[begin - 1 : begin] == "c" and begin > 1 and begin < start:
        # "economist and philosopher Elias Holt"
        other = begin - 2
        both = is_person_noun(s.words[other], s.tags[other]) and s.tags[begin:start] == NOUN
        begin = _title_begin(s, other, taken) if both else begin
    place = any(
        isinstance(n.what, FoundPlace) and (n.start, n.end) == (begin, start)
        for n in story.named_in(i)
    )
    called = is_person_noun(s.words[start - 1], s.tags[start - 1]) or "f" in s.tags[begin:start]
    if begin < start and not place and called:
        before = s.words[begin - 1].lower() if begin else ""
        tokens = list(range(begin, start))
        while tokens and s.words[tokens[-1]] in table("people", "honorifics"):
            tokens = tokens[:-1]  # "Vice-Admiral Sir John Holt"
        opened = not begin or s.tags[begin - 1] in "d,;:(c-zp" or _is_whole(s, begin)
        if not opened and s.tags[begin] != NAME:
            tokens = tokens[-1:]  # "at day light Commodore Hale"
        if before in ("his", "her", "their") or s.tags[begin - 1 : begin] == "z":
            yield from _kin(story, i, begin, tokens, person)
        elif re.search("N.*E", s.tags[begin:start]):
            pass  # "another pious man Sheikh Hale"
        elif not opened and "e" in look_up(s.words[start - 1].lower()).of_noun:
            pass  # "with French help Hale landed"
        elif before not in ("my", "our", "your") and (before != "of" or len(tokens) > 1):
            yield from weighed(story, i, tokens, TITLE, title=True)


def _is_whole(s: Sentence, begin: int) -> bool:
    """Whether a phrase behind a verb or a preposition is one: not "at day light Commodore Hale"."""
    timed = look_up(s.words[begin].lower()).of_noun.startswith("t")
    return s.tags[begin - 1] in "VBDGift" and not timed


def _named(story: Story, i: int, start: int) -> Iterator[Description]:
    """What stands before a name that it is called by: "an officer named Holt"."""
    s, first = story.sentences[i], start - 2
    if s.words[start - 1] not in ("named", "called") or not is_person_noun(
        s.words[first], s.tags[first]
    ):
        return
    while first and s.tags[first - 1] in "NEJ":
        first -= 1
    yield from weighed(story, i, list(range(first, start - 1)), TITLE, title=True)


def _title_begin(s: Sentence, begin: int, taken: Container[int]) -> int:
    """Where what stands before a name begins: "newly elected mayor"."""
    while begin and begin - 1 not in taken:
        adverb = s.tags[begin - 1] == "r" and s.tags[begin : begin + 1] in ("D", "J")
        if s.tags[begin - 1] not in "NEJD" and not adverb:
            break
        begin -= 1
    return begin


def _is_of_next(story: Story, i: int, who: Description) -> bool:
    """Whether what stands behind a name says who the next one is: "Hale, the mayor, Holt, left"."""
    s = story.sentences[i]
    end = next((k for k in range(len(s)) if s.end(k) == who.at.end), len(s))
    behind = re.compile(",(E+),?[rn]*[VMbhu]").match(s.tags, end + 1)
    return behind is not None and story.person_at(i, behind.start(1), behind.end(1)) is not None


def _apposed(
    story: Story, i: int, start: int, end: int, person: FoundPerson
) -> Iterator[Description]:
    """What stands before a name and a comma: "the king of Sweden, Charles XII", "his wife, Ada"."""
    s = story.sentences[i]
    while start > 3 and s.tags[start - 1] == NAME and is_person_noun(s.words[start - 1], NAME):
        start -= 1  # "the English envoy, Lord Hale"
    close = s.tags.find(")", end) + 1 if s.tags[end : end + 1] == "(" else end
    # "Hale's brother, Otto (1621-1650) succeeded him"
    closed = close > end or s.tags[close : close + 1] in tuple(",.;:)wc")
    if start < 3 or s.tags[start - 1] != "," or not closed:
        return
    opener = start - 2
    while opener and s.tags[opener - 1] not in ",;:.-swVMbhuQ(":
        if s.tags[opener - 1] == "c" and s.tags[opener - 2 : opener - 1] != NOUN:
            break  # but "Hale's son and successor, Otto"
        opener -= 1
    for first in range(opener, start - 1):
        low = s.words[first].lower()
        owned = low in ("his", "her", "their") or s.tags[first] == "z"
        if owned and set(s.tags[first + 1 : start - 1]) <= set("NJqc"):
            tokens = list(range(first + 1, start - 1))
            yield from _kin(story, i, first + 1, tokens, person)
        elif low in ("the", "a", "an") or re.match("E[Ef]|Ez.*i", s.tags[first : start - 1]):
            led = not opener and re.fullmatch("i[dpqJ]*", s.tags[:first])
            if led or re.match(".*f.*z", s.tags[first : start - 1]):
                # "In her Guide to the Palms, Ada Holt told"; "a son of Hale's wife, Ada"
                return
            whole = s.end(start - 2)
            found = [who for who in described(story, i, first, WAS) if who.at.end == whole]
            if found:
                yield from found
                return


def _kin(
    story: Story, i: int, begin: int, tokens: list[int], person: FoundPerson
) -> Iterator[Description]:
    """Whose kin: of "his wife Ada" and "Holt's wife Ada", "wife of Elias Holt"."""
    s = story.sentences[i]
    if s.tags[begin - 1] == "z":
        owner = next((n.what for n in story.named_in(i) if n.end == begin - 1), None)
    else:
        owner = meant(story, i, begin - 1)
    if not tokens or s.tags[tokens[-1]] != NOUN or not is_person_noun(s.words[tokens[-1]], NOUN):
        return
    if owner == person or any(s.tags[k] not in "NJEqcr" for k in tokens):
        return
    if owner is None or isinstance(owner, DateMention):
        return
    of = (
        "of the"
        if s.words[begin - 3 : begin - 2] == ("the",) and s.tags[begin - 1] == "z"
        else "of"
    )
    tokens = [k for k in tokens if s.words[k].lower() != "own"]
    words = f"{wording(story, i, tokens)} {of} {recased(owner.canonical)}"
    at = Span(s.starts[tokens[0]], s.end(tokens[-1]))
    yield Description(words, _KIN, at)
