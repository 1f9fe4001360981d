"""What things are called: "an organization known as La Patria whose aim was"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import is_person_noun
from flashgen.drafting.terms.meaning import RELATIVES, STOPS
from flashgen.drafting.terms.term import TermDraft, explained, is_somebody
from flashgen.drafting.terms.word import is_foreign
from flashgen.english.clauses import Clause
from flashgen.english.numbers import CARDINALS
from flashgen.english.phrases import chunks
from flashgen.english.tags import NAME, NOUN, QUOTE
from flashgen.english.tokens import Sentence

_NAMED = frozenset({"called", "named", "termed", "styled", "dubbed", "nicknamed"})
_MAKING = frozenset("create design establish form found launch organize set start".split())
_BY = {"known": ("as",), "referred": ("to", "as")}
_OPENING = frozenset("c,;:sw")
_OFTEN = frozenset(
    "later also now sometimes often commonly usually popularly collectively widely generally "
    "eventually formally officially simply better then".split()
)


def called(story: Story, i: int) -> Iterator[TermDraft]:
    """A name and what is called so: "strands called rovings", "This is known as the Shift"."""
    s = story.sentences[i]
    for k in range(1, len(s) - 1):
        first = _name_begin(s, k)
        if first is None or first >= len(s) or s.tags[k] not in "DV":
            continue
        clause = next((c for c in story.clauses(i) if c.verb == k and c.finite), None)
        end = _name_end(story, i, first)
        behind = _is_behind_verb(story, i, k)
        if clause is not None and not clause.passive:
            clause = None  # "They called troops" is none, "a group called Sufis" may be read so
            end = _word_end(s, first) if end == first and behind else end
        elif end == first:
            end = _word_end(s, first, passive=clause is not None)
        name = first + (s.tags[first] == "d")
        if end == first or is_somebody(story, i, name, name + 1):
            continue
        if re.match("c[JE]*E", s.tags[end:]):
            continue  # "known as the League of Riga and Mitau"
        meaning = _subject(s, clause) if clause is not None else _before(story, i, k)
        if not meaning or is_somebody(story, i, meaning[0], meaning[0] + 1):
            continue
        if set(s.tags[meaning[0] : meaning[-1] + 1]) <= set("Edf"):
            continue  # "the Church of England, called the Anglican Church"
        more = end + (s.tags[end : end + 1] == ",")
        if s.words[more + 2 : more + 3] in (("also",), ("to",)):
            continue  # "called a half-crown, which is also", "named Otter, which was to sail"
        preposition = s.words[more : more + 1] in (("in",), ("by",), ("under",), ("at",))
        if more < len(s) and s.words[more + preposition].lower() in RELATIVES:
            stop = more
            while stop < len(s) and s.tags[stop] not in STOPS:
                stop += 1
            meaning += list(range(more, stop))
        elif re.match("tr?B", s.tags[end:]) and _is_made(story, i, k):
            stop = next((n for n in range(end, len(s)) if s.tags[n] in STOPS), len(s))
            meaning += list(range(end, stop))  # "founded a club called Hearth to feed the poor"
        # A word that few know needs few others: "inns for caravans called hans".
        least = 2 if is_foreign(s.words[end - 1]) else 3
        yield from explained(story, i, list(range(first, end)), meaning, least)


def _name_begin(s: Sentence, k: int) -> int | None:
    """The token behind "called", "known as" or the like, if one of them stands at a token."""
    low = s.words[k].lower()
    if low in _NAMED:
        return k + 1
    words = _BY.get(low)
    if words is None or tuple(w.lower() for w in s.words[k + 1 : k + 1 + len(words)]) != words:
        return None
    return k + 1 + len(words)


def _is_behind_verb(story: Story, i: int, k: int) -> bool:
    """Whether a clause has its verb before a token: "They sold strands called rovings"."""
    last = _verb_before(story, i, k)
    if last is None:
        return False
    between = story.sentences[i].tags[last.verb + 1 : k]
    return _OPENING.isdisjoint(re.sub("(?<=J),(?=J)", "", between))


def _is_made(story: Story, i: int, k: int) -> bool:
    """Whether the last verb before a token makes something, so that "to" tells what for."""
    last = _verb_before(story, i, k)
    return last is not None and last.lemma in _MAKING


def _verb_before(story: Story, i: int, k: int) -> Clause | None:
    """The clause with the last finite verb before a token."""
    found = (c for c in story.clauses(i) if c.finite and c.verb < k)
    return max(found, key=lambda clause: clause.verb, default=None)


def _subject(s: Sentence, clause: Clause) -> list[int]:
    """The tokens of what is called so, in a sentence of its own: "Such abstinence is called"."""
    subject = clause.subject
    if subject is None or subject.with_ or clause.negated or clause.embedded:
        return []
    end = subject.end if clause.relative else clause.start  # "a league that was called"
    # "This rise of prices is called": what is behind the noun tells which one.
    whole = end > subject.head + 1 and s.words[subject.start].lower() in ("this", "these")
    begin = subject.start + (whole or s.words[subject.start].lower() == "such")
    if s.words[begin].lower() == "the" and not set("fwi") & set(s.tags[begin:end]):
        return []  # "the small stream was called"
    head = s.words[subject.head]
    if s.tags[subject.head] != NOUN or is_person_noun(head, NOUN) or end <= begin:
        return []
    if re.search("[^,;:]c$", s.tags[:begin]):
        return []  # "the rule of the Duma and the Soviet side by side is called"
    return [] if set(STOPS) & set(s.tags[begin:end]) else list(range(begin, end))


def _before(story: Story, i: int, k: int) -> list[int]:
    """The tokens of a noun phrase that stands before a participle: "strands called rovings"."""
    s = story.sentences[i]
    head = k - 1
    while head and s.words[head].lower() in _OFTEN:
        head -= 1
    if s.tags[head] in ",(-":
        head -= 1
    if s.tags[head] not in "NE":
        return []
    begin = _phrase_begin(s, head)
    # "the growth of a mystical form of Islam known as": what is called so begins at "a".
    inner = [
        k
        for k in range(begin + 1, head)
        if s.words[k].lower() in ("a", "an")
        or (s.words[k] == "the" and s.tags[k - 1] == "f" and NOUN in s.tags[k : head + 1])
    ]
    begin = inner[-1] if inner else begin
    if "what" in s.words[begin:head]:
        return []
    if s.tags[begin] == "D" and s.tags[begin + 1] in "fi":
        begin += 2  # "composed of small bodies called"
    human = any(is_person_noun(s.words[j], s.tags[j]) for j in (head, head - 2) if j >= begin)
    return [] if human or s.tags[begin] == "r" else list(range(begin, head + 1))


def _name_end(story: Story, i: int, first: int) -> int:
    """The end of a name at a token: words with a capital, or one quotation."""
    s = story.sentences[i]
    end = first + (s.words[first].lower() == "the")
    if s.tags[end : end + 1] == QUOTE:
        return end + 1
    start = end
    joins = ("of", "the", *CARDINALS)  # "the Year of the Four Emperors"
    while end < len(s) and (
        s.tags[end] == NAME
        or (s.tags[end] in "Jq" and s.words[end].istitle())  # "the Second Triumvirate"
        or (end > start and (s.words[end].lower() in joins or s.tags[end] == "z"))
    ):
        end += 1
    while end > start and s.tags[end - 1] != NAME:
        end -= 1
    return end if end > start and s.tags[end : end + 1] not in ("N", "J") else first


def _word_end(s: Sentence, first: int, *, passive: bool = False) -> int:
    """The end of a word in small letters that is all that stands at a token: "enclosure".

    ``passive``: a clause says so, "is called the great famine", and its article tells nothing.
    """
    chunk = next(chunks(s.tags, first), None)
    if chunk is None or chunk.kind != "noun" or chunk.start != first:
        return first
    foreign = is_foreign(s.words[chunk.end - 1])
    alone = foreign or (passive and s.tags[chunk.end : chunk.end + 1] in tuple(",.;"))
    article = s.words[first].lower() in ("a", "an") or (alone and s.tags[first] == "d")
    words = s.words[first + article : chunk.end]
    plain = all(word.islower() for word in words) and s.tags[chunk.end - 1] == NOUN
    other = set("pzqod") & set(s.tags[chunk.end - len(words) : chunk.end])
    return chunk.end if plain and not other else first


def _phrase_begin(s: Sentence, head: int) -> int:
    """The first token of a noun phrase, with what "of" joins to it, by its last one."""
    begin, tags = head, s.tags
    if tags[head] == NAME and tags[head - 1] == "i":
        begin = head - 2  # "an uprising in France, called"
    while begin and (tags[begin - 1] in "JNEDqr" or (tags[begin - 1] in "dpf")):
        begin -= 1
        joined_ = tags[begin - 1 : begin] == "f" and tags[begin - 2 : begin - 1] in ("N", "E")
        if tags[begin] in "dp" and not joined_:
            break
        if tags[begin] == "J" and tags[begin - 2 : begin] in ("Jc", "J,"):
            begin -= 2  # "a political and social order", "long, narrow houses"
    return begin
