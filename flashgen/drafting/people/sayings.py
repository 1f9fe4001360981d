"""What a sentence says of somebody: beside the name, or by a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from flashgen.drafting.clauses.description import Description
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import (
    POINTING,
    is_person_noun,
)
from flashgen.drafting.people.weighing import LONGEST, OWN, WAS, weighed
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Chunk, chunks
from flashgen.english.tags import NAME, NOUN
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention, FoundPerson

_LONGEST_TOLD, _LONGEST_OF_FEW = 24, 16  # words, with what a clause tells; of one of a few
_LINKS = frozenset({"of", "in", "to", "for", "at", "from", "with", "under", "on", "during"})
_ENDS = frozenset(",.;:()-wisbhuMVrt")
# What tells nothing behind "singer".
_BEHIND_FEW = re.compile("[,.;:(wrsVMbhu-]")
_FEW = frozenset("first last most key leading chief main pioneers founders".split())  # "greatest"
_OF_THEN = re.compile(r"of (?:the|his|her|that) (?:day|time|age|period|era)\b")
KIN = frozenset(
    "cousin uncle aunt nephew niece relative kinsman brother-in-law brother sister son daughter "
    "father mother wife husband widow widower child boy girl friend man woman".split()
)
_ANY_KIN = (
    "(?:cousin|uncle|aunt|nephew|niece|relative|kinsman|brother|sister|son|daughter|father|mother"
    "|grand[a-z-]+|great-[a-z-]+|half-[a-z]+|[a-z]+-in-law|step[a-z]+|wife|husband|widow)"
)
_WHOSE_KIN = re.compile(
    rf"(?:[\w-]+ )*?{_ANY_KIN} (?:and heir )?of\b|.*[’'](?:s )?(?:[\w-]+ )*{_ANY_KIN}$"
)
_HAPPENED = re.compile(r"\b(?:Treaty|Battle|War|Siege|Peace|Congress|Conference|Act)\b")


def is_only_kin(words: str) -> bool:
    """Whether words say no more of somebody than whose kin he was: "uncle of Otto Brandt".

    "Father of psychoanalysis" is something else.
    """
    return _WHOSE_KIN.match(words) is not None and not re.search(r"ther of [a-z-]+$", words)


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
    last = (s.tags[head] == "J" and low.endswith("st")) or low in ("head", "count", "justice")
    if not (of and last) and not is_person_noun(s.words[head], s.tags[head]):
        return
    # "Hale's predecessor in Riga", "a carpenter's mate"; "the king's man" is whose?
    owned = s.tags[start] == NAME or (s.words[start] in ("a", "an") and genitive == start + 2)
    if story.person_at(i, own, chunk.end) or (genitive >= 0 and not owned):
        return
    if s.tags[head] == NOUN and s.tags[start] not in "dpJNqE":
        return
    chunk = chunk._replace(end=_listed(s, chunk.end))
    extended = _extended(story, i, chunk)
    ends = {
        end
        for end in (extended, chunk.end)
        if _ends_phrase(s.tags, end)
        or _is_before_role(s, end)
        or _OF_THEN.match(" ".join(s.words[end : end + 3]))
    }
    ends = {end for end in ends if not _has_name_behind(story, i, start, end)}
    ends = {end for end in ends if s.tags[end : end + 2] != "iG"}  # "an expert at training"
    for end in ends | ({chunk.end} if s.tags[chunk.end : chunk.end + 1] == "c" else set()):
        # "Hale, a mayor of Riga came", but "Hale, Duke of Riga came"
        office = s.tags[start] == NAME and s.tags[end - 1] == NAME and end > chunk.end
        if office or not (apart and s.tags[end : end + 1] in ("V", "b", "h", "M", "u")):
            yield from weighed(story, i, list(range(chunk.start, end)), weight)
    for end in {_told_more(s, end) for end in (extended, chunk.end)}:
        if end:
            yield from weighed(
                story, i, list(range(chunk.start, end)), weight - 1, longest=_LONGEST_TOLD
            )


def _listed(s: Sentence, end: int) -> int:
    """The end of a list of what somebody was: "a physician, naturalist and traveller"."""
    found = re.match(r"(?:,[JNE]*N)+,?c[JNEd]*N", s.tags[end:])
    heads = re.finditer(r"N(?=[,c]|$)", found[0]) if found else ()
    whole = found and all(is_person_noun(s.words[end + n.start()], NOUN) for n in heads)
    return end + found.end() if found and whole else end


def _told_more(s: Sentence, end: int) -> int:
    """Where what a clause tells behind a phrase ends: "a priest who led the rising"; or 0."""
    opens = s.words[end : end + 1] in (("who",), ("whose",))
    first = "first" in s.words[max(0, end - 4) : end]  # "the first man to sail to Riga"
    opens |= re.match("r?D|t[rn]*B" if first else "r?D", s.tags[end:]) is not None
    stop = end
    while opens and stop < len(s) and s.tags[stop] not in ",.;:-()Q":
        stop += 1
    more = range(end, stop)
    plain = any(s.tags[k] == NAME for k in more) and s.tags[stop - 1 : stop] in ("N", "E", "q")
    return stop if plain and not any(s.words[k].lower() in POINTING - OWN for k in more) else 0


def _has_name_behind(story: Story, i: int, start: int, end: int) -> bool:
    """Whether an office ends with its holder's name: "the governor of Riga Elias Holt"."""
    s = story.sentences[i]
    people = (n for n in story.named_in(i) if isinstance(n.what, FoundPerson) and n.end == end)
    before = ((n.start, s.words[n.start - 1]) for n in people)
    return any(
        start < k and s.tags[k - 1] == NAME and not is_person_noun(word, NAME) for k, word in before
    )


def _is_before_role(s: Sentence, end: int) -> bool:
    """Whether "and" goes on with what else somebody was: "a governor of Riga and former judge"."""
    behind = re.compile("c[dGJNE]*[NE]").match(s.tags, end)
    last = behind.end() - 1 if behind else 0
    return behind is not None and is_person_noun(s.words[last], s.tags[last])


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


def one_of(story: Story, i: int, start: int) -> Iterator[Description]:
    """Of which few somebody was one: "one of the first weavers of Riga"."""
    s = story.sentences[i]
    if [word.lower() for word in s.words[start : start + 3]] != ["one", "of", "the"]:
        return
    stop = _BEHIND_FEW.search(s.tags, start)
    end = stop.start() if stop else len(s)
    lows = [word.lower() for word in s.words[start:end]]
    some = _FEW & set(lows) or any(low.endswith("est") for low in lows)
    people = next((look_up(low) for low in lows if look_up(low).plural), None)
    if some and people is not None and "p" in people.of_noun and s.tags[end - 1] in (NOUN, NAME):
        for who in weighed(story, i, list(range(start + 1, end)), WAS, longest=_LONGEST_OF_FEW):
            lacks = tuple(lack for lack in who.lacks if "name" not in lack)
            yield replace(who, words=f"one {who.words}", lacks=lacks)
