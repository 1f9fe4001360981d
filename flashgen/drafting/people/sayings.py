"""What a sentence says of somebody: beside the name, or by a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from flashgen.article import Span
from flashgen.drafting.clauses.description import Description
from flashgen.drafting.clauses.pronouns import meant
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import (
    POINTING,
    content_words,
    is_person_noun,
    loose_noun,
    recased,
    wording,
)
from flashgen.english.lexicon import look_up
from flashgen.english.numbers import MONTHS
from flashgen.english.phrases import Chunk, chunks
from flashgen.english.tags import NAME, NOUN
from flashgen.mentions import DateMention, FoundPerson, FoundPlace

LONGEST = 14  # words: what is longer is no short answer
_LINKS = frozenset({"of", "in", "to", "for", "at", "from", "with", "under", "on", "during"})
_ENDS = frozenset(",.;:)-wisbhuMVrt")
_OPENING = frozenset("a an the one then now once also only future later".split())
MORE_THAN_A_TITLE = "more than a title"
KIN = frozenset(
    "cousin uncle aunt nephew niece relative kinsman brother-in-law brother sister son daughter "
    "father mother wife husband widow widower child boy girl friend man woman".split()
)
# "Prime Minister", "Grand Duke": of what?
_OF_TITLES = frozenset(
    "prime grand lord high vice deputy crown chief general field first rear".split()
)
# By their endings, nouns of trades: "Romantic poet", "naval physician".
_TRADES = r"(?:ist|[ct]ian|grapher|eer|wright|smith|poet|painter)$"


def beside(
    story: Story, i: int, start: int, end: int, person: FoundPerson
) -> Iterator[Description]:
    """What stands beside a name: "Holt, the mayor of Riga,", "the English envoy Ignatius White"."""
    s = story.sentences[i]
    mark = s.tags[end : end + 1]
    if mark in (",", "(", "-") and mark:
        found = described(story, i, end + 1, 3, apart=True)
        yield from (who for who in found if not _is_of_next(story, i, who))
    # Before it, in one phrase: "the American journalist John Reed".
    begin = start
    others = (n for n in story.named_in(i) if not isinstance(n.what, FoundPlace))
    taken = {k for n in others for k in range(n.start, n.end)}
    while begin and s.tags[begin - 1] in "NEJD" and begin - 1 not in taken:
        begin -= 1
    if s.tags[begin - 1 : begin] == "f" and begin > 1 and s.tags[begin - 2] == NAME:
        # "Secretary of State Elias Holt"
        office = begin - 2
        of = begin < start and is_person_noun(s.words[office], NAME)
        begin = office if of else begin
        while of and begin and s.tags[begin - 1] in "NEJ":
            begin -= 1
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
    if start < 3 or s.tags[start - 1] != "," or s.tags[end : end + 1] not in tuple(",.;:)wc"):
        return
    opener = start - 2
    while opener and s.tags[opener - 1] not in ",;:.-cswVMbhuQ(":
        opener -= 1
    for first in range(opener, start - 1):
        low = s.words[first].lower()
        owned = low in ("his", "her", "their") or s.tags[first] == "z"
        if owned and set(s.tags[first + 1 : start - 1]) <= set("NJq"):
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
    last = s.tags[head] == "J" and s.tags[chunk.end : chunk.end + 1] == "f"
    if not last and not is_person_noun(s.words[head], s.tags[head]):
        return
    if story.person_at(i, own, chunk.end) or (genitive >= 0 and s.tags[start] != NAME):
        return  # but "Hale's predecessor in Riga" will do
    if s.tags[head] == NOUN and s.tags[start] not in "dpJNqE":
        return
    ends = {end for end in (_extended(story, i, chunk), chunk.end) if _ends_phrase(s.tags, end)}
    for end in ends | ({chunk.end} if s.tags[chunk.end : chunk.end + 1] == "c" else set()):
        if not (apart and s.tags[end : end + 1] in ("V", "b", "h", "M", "u")):
            yield from weighed(story, i, list(range(chunk.start, end)), weight)


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
        if joins and s.tags[phrase.end : phrase.end + 1] in ("V", "b", "h", "M", "u", "D"):
            break
        if all(tag == "q" for tag in s.tags[phrase.start : phrase.end]):
            break  # "chancellor in 1917"
        timed = look_up(s.words[phrase.end - 1].lower()).of_noun.startswith("t")
        if timed and s.words[link.start].lower() != "of":
            break  # "adviser in the next few years"
        if linked and phrase.end - chunk.start > LONGEST:
            break
        dated = any(
            isinstance(n.what, DateMention) and n.start < phrase.end and phrase.start < n.end
            for n in story.named_in(i)
        )
        if dated:
            break
        end = phrase.end
    return end


def weighed(
    story: Story,
    i: int,
    tokens: list[int],
    weight: int,
    *,
    title: bool = False,
    names: Mapping[int, str] | None = None,
) -> Iterator[Description]:
    """The words of a phrase without its article, weighed."""
    s = story.sentences[i]
    while tokens and s.words[tokens[0]].lower() in _OPENING:
        tokens = tokens[1:]
    if not tokens:
        return
    lacks = []
    names = dict(names or {})
    for k in tokens:
        low = s.words[k].lower()
        if low in POINTING and s.tags[k] not in "Eni":
            owner = meant(story, i, k)
            if owner is not None:
                names[k] = f"{owner.canonical}’s"
            else:
                lacks.append(f"whom or what “{s.words[k]}” means")
    lacks += [f"which {s.words[k]} is meant" for k in loose_noun(s.words, s.tags, tokens)]
    words = wording(story, i, tokens, names)
    telling = content_words(words)
    if not telling or len(words.split()) > LONGEST:
        return
    named = sum(
        s.tags[k] == NAME
        and s.words[k] not in MONTHS
        and s.words[k].lower() not in _OF_TITLES
        and not is_person_noun(s.words[k], NAME)
        for k in tokens
    )
    further = any(s.tags[k] in "fit" for k in tokens)
    if further and not named and not any("’s" in name for name in names.values()):
        lacks.append("a name that tells it apart")
    if not further and named in (0, len(tokens)):
        compound = s.tags[tokens[0] : tokens[-1] + 1] == NOUN + NOUN
        compound = compound and s.words[tokens[0]].lower() not in _OF_TITLES
        trade = re.search(f"[A-ZÀ-Þ].* .*{_TRADES}", words) is not None
        one = not title and s.words[tokens[0]].lower() in ("first", "last")
        if not (compound or trade or one):
            lacks.append(MORE_THAN_A_TITLE if title else "more of who it was")
    if s.tags[tokens[0]] in "DVG":
        lacks.append("who it was")
    if s.words[tokens[0]].lower() == "new":
        lacks.append("who it was at any time")
    yield Description(
        words[:1].lower() + words[1:] if s.tags[tokens[0]] not in "E" else words,
        2 * weight + min(len(telling), 5) + min(named, 2),
        Span(s.starts[tokens[0]], story.end(i, tokens[-1])),
        tuple(lacks),
    )


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
    if owner == person or any(s.tags[k] not in "NJEq" for k in tokens):
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
