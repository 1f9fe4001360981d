"""What words are said to mean: "the Duma was an assembly of …", "suasion, a way of …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.timeless import is_bracketed
from flashgen.drafting.terms.meaning import STOPS, meaning_end
from flashgen.drafting.terms.term import TermDraft, explained
from flashgen.drafting.terms.word import ARTICLES, VALUES, is_foreign, is_name, term_before
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import chunks
from flashgen.english.tags import NAME, NOUN
from flashgen.english.tokens import Sentence

_VERBS = frozenset("VBbhMuD")
_LISTING = frozenset("include includes included including such as like".split())
_ASIDES = frozenset({"e.g.", "i.e.", "c.", "ca.", "see", "including", "especially"})
_SAID = (("that", "is"), ("meaning",), ("in", "other", "words"))
# Before what is no word that a text explains: it leads a clause.
_LED = re.compile("(?:^|[,;:sc(])r?id?$")


def defined(story: Story, i: int) -> Iterator[TermDraft]:
    """A word and what it is: "the Octobrists, a party of landowners,", "the Duma was"."""
    yield from _by_verb(story, i)
    s = story.sentences[i]
    for k in range(1, len(s) - 2):
        if s.tags[k] not in ",-(:;" or is_bracketed(s.tags, k) or _is_hyphen(s, k):
            continue
        term = term_before(story, i, k)
        if term is None or re.search(r",r*D[ti]*d?$|n$", s.tags[: term[0]]):
            continue  # "gave each man, known as a mita, the right", "were not Whigs"
        if said := _said(s, k + 1):
            yield from _said_so(story, i, term, said)
        elif s.tags[k] != ";":
            yield from _apposed(story, i, term, k)


def _said_so(story: Story, i: int, term: list[int], start: int) -> Iterator[TermDraft]:
    """A word and what "that is" explains it by: "temperance, that is, self-restraint"."""
    s = story.sentences[i]
    end = next((n for n in range(start, len(s)) if s.tags[n] in STOPS), len(s))
    if start == end or s.words[start] == "no" or s.tags[start] in "is(":
        return
    if s.tags[end : end + 1] != "(":
        yield from explained(story, i, term, list(range(start, end)))


def _apposed(story: Story, i: int, term: list[int], k: int) -> Iterator[TermDraft]:
    """A word and what stands in apposition to it, behind a mark."""
    s = story.sentences[i]
    start, close = k + 1, None
    article = s.words[start].lower() in ARTICLES
    if s.tags[k] == "(":
        close = s.tags.find(")", k)
        if close < 0 or s.words[start].lower() in _ASIDES:
            return
        if s.tags[close + 1 : close + 2] == NOUN:
            return  # "pneumonic (a plague of the lungs) forms"
    elif s.tags[k] == "-":
        close = next((n for n in range(start, len(s)) if s.tags[n] in "-.;"), len(s))
    elif not (article or _tells_of_many(s, start)):
        return
    if _begins_clause(story, i, start) or (close is not None and _goes_on(story, i, start, close)):
        return
    end = meaning_end(story, i, start, close)
    if end is None or not _fits(story, i, term, k, end):
        return
    # "In Riga, the union of the guilds": what waits for its verb is no apposition.
    opening = _VERBS.isdisjoint(s.tags[: term[0]])
    opening |= s.tags[0] == "s" and "," not in s.tags[:k]  # "While they went to bed, the"
    behind = end + 2 * (s.tags[end : end + 2] == "()")
    if s.tags[k] == "," and opening and s.tags[behind : behind + 1] != ",":
        return
    meaning = list(range(start, end))
    if _is_english(s, meaning):
        yield from explained(story, i, term, meaning)


def _goes_on(story: Story, i: int, start: int, close: int) -> bool:
    """Whether a clause of the sentence stands behind a comma: "With the ban—a rule—, they"."""
    tags = story.sentences[i].tags
    return any(
        clause.finite
        and not clause.relative
        and clause.subject is not None
        and start < clause.subject.start < clause.verb < close
        and re.search(",[JcDG]*$", tags[: clause.subject.start])
        for clause in story.clauses(i)
    )


def _is_hyphen(s: Sentence, k: int) -> bool:
    """Whether a dash joins two words, or closes what another one opened: "a north–south road"."""
    if s.tags[k] != "-" or s.words[k] == "/":
        return s.words[k] == "/"  # "the Swedish/Danish rule"
    dashes = [
        n for n in range(k + 1) if s.tags[n] == "-" and (s.spaced(n) or s.words[n] not in "–-")
    ]
    return k not in dashes or len(dashes) % 2 == 0


def _fits(story: Story, i: int, term: list[int], k: int, end: int) -> bool:
    """Whether a word in small letters is one that the text explains and not one that it uses."""
    s = story.sentences[i]
    last = s.words[term[-1]]
    if s.tags[term[-1]] != NOUN or s.tags[k] == "(":
        return True
    if "z" in s.tags[k : k + 4] and not is_foreign(last):
        return False  # "the cannon, the king's gift to"
    if len(term) == 1 and last in s.words[k:end]:
        return False  # "identity, an identity that"
    if s.tags[k] == "-":
        return is_foreign(last) or s.words[term[0] - 1].lower() != "the"
    if s.tags[k] == ":":
        return len(term) == 1 and (is_foreign(last) or last.endswith("ism"))
    if end < len(s) and s.tags[end] == "," and s.tags[end + 1 : end + 2] == "c":
        return is_foreign(last)
    if s.tags[k] == "," and _LED.search(s.tags[: term[0]]) and not is_foreign(last):
        return False  # "Over time, the demands of"
    if s.tags[k] == "," and s.words[k + 2].lower() in VALUES:
        return False  # "tin, a crucial ingredient in"
    if s.tags[k] == "," and not is_foreign(last) and _is_used(s, term, k):
        return False
    listed = re.search(r",(?!c)[^,VbhMuBGDw]*$", s.tags[: term[0]]) and not is_foreign(last)
    if listed and s.tags[k] == "," and not _VERBS.isdisjoint(s.tags[: term[0]]):
        return False  # "the rise of prices, lack of land, the loss of"
    return is_foreign(last) or not any(last in each.words for each in story.sentences[:i])


def _is_used(s: Sentence, term: list[int], k: int) -> bool:
    """Whether a word before a comma is one of many things, or what stands behind tells of more.

    "a canal, the work of", "atoms, the knowledge that", "causes include hunger, the lack of"
    """
    one_of_many = s.words[term[0] - 1].lower() in ("a", "an") and term[0] > 0
    several = look_up(s.words[term[-1]].lower()).plural and s.words[k + 1].lower() in ARTICLES
    before = {word.lower() for word in s.words[max(0, term[0] - 4) : term[0]]}
    return one_of_many or several or not _LISTING.isdisjoint(before)


def _by_verb(story: Story, i: int) -> Iterator[TermDraft]:
    """A word and what it is said to be: "the Duma was", "A soviet is a council that"."""
    s = story.sentences[i]
    for clause in story.clauses(i):
        subject = clause.subject
        if subject is None or clause.lemma not in ("be", "mean", "constitute") or not clause.finite:
            continue
        if clause.negated or subject.with_ or clause.object is None or clause.embedded:
            continue
        article = s.words[clause.end].lower() in ARTICLES
        if clause.object.start != clause.end or not article:
            continue
        term = list(range(subject.start, subject.end))
        if term[0] and (s.tags[term[0] - 1] == "i" or s.words[term[0] - 1] == "and"):
            continue  # "among rural and White Americans was the rise of"
        end = meaning_end(story, i, clause.object.start)
        if end is None or not (is_name(story, i, term) or _is_kind(s, term, clause)):
            continue
        yield from explained(story, i, term, list(range(clause.object.start, end)))


def _is_kind(s: Sentence, term: list[int], clause: Clause) -> bool:
    """Whether a sentence tells what all of a kind are: "A soviet is a council that"."""
    # "A zemstvo was a council that": so strange a word is of a kind, and no one thing.
    foreign = is_foreign(s.words[term[-1]]) and term[-1] + 1 == clause.start
    bare = [k for k in term if s.words[k].lower() not in ARTICLES[: 2 + foreign]]
    named = all(s.tags[k] in "JN" for k in bare) and s.tags[term[-1]] == NOUN
    general = s.words[clause.verb].lower() in ("is", "are", "means") or len(bare) == len(term)
    general |= foreign
    general &= VALUES.isdisjoint(s.words[k].lower() for k in bare)  # "An additional stone is"
    return named and general and term[0] == 0 and s.words[clause.end].lower() != "the"


def _said(s: Sentence, start: int) -> int:
    """The token behind "that is," or the like, if it stands at a token, else 0."""
    for words in (*_SAID, ("i.e.",)):
        end = start + len(words)
        if tuple(w.lower() for w in s.words[start:end]) == words:
            comma = s.tags[end : end + 1] == ","
            if comma or words != ("that", "is"):
                return end + comma  # and not "that is composed of"
    return 0


def _tells_of_many(s: Sentence, start: int) -> bool:
    """Whether a phrase says what some were: "the cimarrons, escaped slaves who lived in woods"."""
    chunk = next(chunks(s.tags, start), None)
    if chunk is None or chunk.kind != "noun" or chunk.start != start or s.tags[start] in "pzoq":
        return False
    entry = look_up(s.words[chunk.end - 1].lower())
    many = entry.plural or entry.of_noun[:1] == "g"
    return many and s.words[chunk.end : chunk.end + 1] in (
        ("who",),
        ("that",),
        ("whose",),
        ("where",),
    )


def _is_english(s: Sentence, tokens: list[int]) -> bool:
    """Whether the lexicon has most of some words."""
    if not look_up(s.words[tokens[0]].lower()).tags and s.tags[tokens[0]] != NAME:
        return False  # "vogt (wójt in Polish)"
    strange = [j for j in tokens if s.words[j].isalpha() and not look_up(s.words[j].lower()).tags]
    return 2 * len(strange) < len(tokens)


def _begins_clause(story: Story, i: int, start: int) -> bool:
    """Whether a phrase does something: "Since only a king calls a Parliament, the assembly was"."""
    return any(
        clause.finite and not clause.relative and clause.subject and clause.subject.start == start
        for clause in story.clauses(i)
    )


def told_of(story: Story, i: int, term: list[int], start: int) -> Iterator[TermDraft]:
    """What a term is said to be, in a phrase that means a thing, a group or a kind of people."""
    end = meaning_end(story, i, start)
    if end is not None:
        yield from explained(story, i, term, list(range(start, end)))
