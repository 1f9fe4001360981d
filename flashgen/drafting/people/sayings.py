"""What a sentence says of somebody: beside the name, or by a clause."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from flashgen.article import Span
from flashgen.drafting.clauses.description import Description
from flashgen.drafting.clauses.pronouns import meant
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import (
    POINTING,
    is_person_noun,
    recased,
    wording,
)
from flashgen.drafting.people.weighing import LONGEST, weighed
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Chunk, chunks
from flashgen.english.tags import NAME, NOUN
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention, FoundPerson, FoundPlace

_LINKS = frozenset({"of", "in", "to", "for", "at", "from", "with", "under", "on", "during"})
_ENDS = frozenset(",.;:()-wisbhuMVrt")
# What tells nothing behind "singer".
_OF_THEN = re.compile(r"of (?:the|his|her|that) (?:day|time|age|period|era)\b")
KIN = frozenset(
    "cousin uncle aunt nephew niece relative kinsman brother-in-law brother sister son daughter "
    "father mother wife husband widow widower child boy girl friend man woman".split()
)
_HAPPENED = re.compile(r"\b(?:Treaty|Battle|War|Siege|Peace|Congress|Conference|Act)\b")


def beside(
    story: Story, i: int, start: int, end: int, person: FoundPerson
) -> Iterator[Description]:
    """What stands beside a name: "Holt, the mayor of Riga,", "the English envoy Ignatius White"."""
    s = story.sentences[i]
    mark = s.tags[end : end + 1]
    if mark in (",", "(", "-") and mark:
        found = described(story, i, end + 1, 3, apart=True)
        yield from (who for who in found if not _is_of_next(story, i, who))
    close = s.tags.find(")", end) + 1 if mark == "(" else 0
    if close and s.tags[close : close + 1] == ",":  # "Hale (1621-1650), the mayor of Riga,"
        yield from described(story, i, close + 1, 3, apart=True)
    # Before it, in one phrase: "the American journalist John Reed".
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
        opened = s.tags[begin - 1] in "d,;:(c-z" + "p" if begin else True
        if not opened and s.tags[begin] != NAME:
            tokens = tokens[-1:]  # "at day light Commodore Hale"
        if before in ("his", "her", "their") or s.tags[begin - 1 : begin] == "z":
            yield from _kin(story, i, begin, tokens, person)
        elif re.search("N.*E", s.tags[begin:start]):
            pass  # "another pious man Sheikh Hale"
        elif not opened and "e" in look_up(s.words[start - 1].lower()).of_noun:
            pass  # "with French help Hale landed"
        elif before not in ("my", "our", "your") and (before != "of" or len(tokens) > 1):
            yield from weighed(story, i, tokens, 2, title=True)
    yield from _apposed(story, i, start, end, person)


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
        elif low in ("the", "a", "an") or s.tags[first : first + 2] in ("EE", "Ef"):
            for who in described(story, i, first, 3):
                if who.at.end == s.end(start - 2):
                    yield who


def described(
    story: Story, i: int, start: int, weight: int, *, apart: bool = False
) -> Iterator[Description]:
    """The phrase at a token, if it means one human being and ends where a phrase can end."""
    s = story.sentences[i]
    chunk = next(chunks(s.tags, start), None)
    if chunk is None or chunk.kind != "noun" or chunk.start != start:
        return
    if re.fullmatch("dE{2,}", s.tags[start : chunk.end]) and s.words[start] in ("a", "an"):
        return  # "Life of Otto Brandt, an Honest Man": the title of a book
    genitive = s.tags.rfind("z", chunk.start, chunk.end)
    head, own = chunk.end - 1, genitive + 1 if genitive >= 0 else start
    of = s.tags[chunk.end : chunk.end + 1] == "f"
    low = s.words[head].lower()
    last = of and ((s.tags[head] == "J" and low.endswith("st")) or low in ("count", "justice"))
    if not last and not is_person_noun(s.words[head], s.tags[head]):
        return
    if story.person_at(i, own, chunk.end) or (genitive >= 0 and s.tags[start] != NAME):
        return  # but "Hale's predecessor in Riga" will do
    if s.tags[head] == NOUN and s.tags[start] not in "dpJNqE":
        return
    chunk = chunk._replace(end=_listed(s, chunk.end))
    extended = _extended(story, i, chunk)
    ends = {
        end
        for end in (extended, chunk.end)
        if _ends_phrase(s.tags, end) or _OF_THEN.match(" ".join(s.words[end : end + 3]))
    }
    for end in ends | ({chunk.end} if s.tags[chunk.end : chunk.end + 1] == "c" else set()):
        # "Hale, a mayor of Riga came", but "Hale, Duke of Riga came"
        office = s.tags[start] == NAME and s.tags[end - 1] == NAME and end > chunk.end
        if office or not (apart and s.tags[end : end + 1] in ("V", "b", "h", "M", "u")):
            yield from weighed(story, i, list(range(chunk.start, end)), weight)
    for end in {_told_more(s, end) for end in (extended, chunk.end)}:
        if end:
            yield from weighed(story, i, list(range(chunk.start, end)), weight - 1, longest=20)


def _listed(s: Sentence, end: int) -> int:
    """The end of a list of what somebody was: "a physician, naturalist and traveller"."""
    found = re.match(r"(?:,[JNE]*N)+,?c[JNEd]*N", s.tags[end:])
    heads = re.finditer(r"N(?=[,c]|$)", found[0]) if found else ()
    whole = found and all(is_person_noun(s.words[end + n.start()], NOUN) for n in heads)
    return end + found.end() if found and whole else end


def _told_more(s: Sentence, end: int) -> int:
    """Where what a clause tells behind a phrase ends: "a priest who led the rising"; or 0."""
    opens = s.words[end : end + 1] in (("who",), ("whose",)) or s.tags[end : end + 1] == "D"
    first = "first" in s.words[max(0, end - 4) : end]
    opens |= first and re.match("t[rn]*B", s.tags[end:]) is not None
    stop = end
    while opens and stop < len(s) and s.tags[stop] not in ",.;:-()Q":
        stop += 1
    more = range(end, stop)
    plain = any(s.tags[k] == NAME for k in more) and s.tags[stop - 1 : stop] in ("N", "E", "q")
    return stop if plain and not any(s.words[k].lower() in POINTING for k in more) else 0


def _ends_phrase(tags: str, end: int) -> bool:
    return end >= len(tags) or tags[end] in _ENDS


def _extended(story: Story, i: int, chunk: Chunk) -> int:
    """The end of a phrase with what prepositions add: "commander of the army in Flanders"."""
    s, end = story.sentences[i], chunk.end
    found = chunks(s.tags, end)
    for link in found:
        phrase = next(found, None)
        linked = link.kind == "preposition" and s.words[link.start].lower() in _LINKS
        joins = link.kind == "conjunction" and phrase is not None
        if joins and phrase is not None and end == chunk.end:
            joins = is_person_noun(s.words[phrase.end - 1], s.tags[phrase.end - 1])
        if phrase is None or phrase.kind != "noun" or not (linked or joins) or link.start != end:
            break
        low = s.words[phrase.end - 1].lower()
        acts = linked and s.tags[phrase.start : phrase.end].find(NAME) >= 0
        if (
            acts
            and s.words[link.start] in ("in", "at", "on", "with", "under")
            and (
                {"e", "m"} & set(look_up(low).of_noun)
                or _HAPPENED.search(story.cut(i, *phrase[1:]))
            )
        ):
            break  # "king of Sweden in the Treaty of Riga"
        if joins and s.tags[phrase.end : phrase.end + 1] in ("V", "b", "h", "M", "u", "D"):
            break
        if all(tag == "q" for tag in s.tags[phrase.start : phrase.end]):
            break  # "chancellor in 1917"
        timed = look_up(s.words[phrase.end - 1].lower()).of_noun.startswith("t")
        if timed and s.words[link.start].lower() != "of":
            break  # "adviser in the next few years"
        if _OF_THEN.match(" ".join(s.words[link.start : phrase.end])):
            break
        if linked and phrase.end - chunk.start > LONGEST:
            break
        dated = any(
            isinstance(n.what, DateMention) and n.start < phrase.end and phrase.start < n.end
            for n in story.named_in(i)
        )
        if dated and s.tags[link.start] != "f":
            break
        end = phrase.end
    return end


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
    if owner == person or any(s.tags[k] not in "NJEqc" for k in tokens):
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
    yield Description(words, 9, at)
