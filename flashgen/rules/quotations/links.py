"""What may tell whose words a quotation is: the clauses and phrases of the author's beside it.

A link is one of them, and how it is joined to the quotation. It is the same before and behind,
inverted or not, so that one row of the table of cues reads all of these.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Phrase, chunks, joined
from flashgen.english.tags import DETERMINER, ING, NAME, NOUN
from flashgen.english.tokens import Sentence
from flashgen.rules.persons import Sex, sex_of_phrase
from flashgen.rules.quotations.frame import Frame
from flashgen.tables import words

# So many tokens before a quotation are searched, and so many clauses.
_REACH, _MOST_CLAUSES = 90, 12
_GOES_OVER = ",!?…—-;:"
_THUS = frozenset({"as", "so", "thus", "or"})


@dataclass(frozen=True, slots=True)
class Link:
    """The words of the author's beside a quotation, and one clause among them, or none.

    ``start`` to ``end`` are the tokens of the sentence that belong to it. ``sign`` is the mark
    that joins both: "," ":" "-", also "!" where the quotation ends so; "" where there is none.
    ``behind``: it follows the quotation; ``after``: in a sentence of its own. ``rank`` is how many
    clauses stand nearer to the quotation.
    """

    frame: Frame
    quote: int
    sentence: int
    start: int = 0
    end: int = 0
    sign: str = ""
    clause: Clause | None = None
    behind: bool = False
    after: bool = False
    rank: int = 0

    @property
    def words(self) -> Sentence:
        """The sentence that it stands in."""
        return self.frame.sentences[self.sentence]

    @property
    def main(self) -> Clause:
        """The clause of a link that has one."""
        assert self.clause is not None  # noqa: S101
        return self.clause

    def low(self, i: int) -> str:
        """A token in lower case; "" beyond the sentence."""
        return self.words.words[i].lower() if 0 <= i < len(self.words) else ""

    def phrase_at(self, i: int) -> Phrase | None:
        """The noun phrase that begins with a token, with what "of" and "from" join to it."""
        chunk = next(chunks(self.words.tags, i), None)
        if chunk is None or chunk.kind != "noun":
            return None
        further = joined(self.words.words, self.words.tags, chunk.end, ("of", "from"))
        end = max((phrase.end for phrase in further), default=chunk.end)
        return Phrase(chunk.start, end, chunk.end - 1)

    def kind(self, phrase: Phrase | None) -> str:
        """What a phrase names: a "text", a "person", or what is "unknown"."""
        if phrase is None:
            return "none"
        if self.is_text(phrase):
            return "text"
        named = phrase.with_ or self.frame.cast.persons.named_by(self.words, phrase) is not None
        human = named or sex_of_phrase(self.words, phrase) is not Sex.THING
        return "person" if human else "unknown"

    def is_text(self, phrase: Phrase | None) -> bool:
        """Whether a phrase names what is said or written."""
        if phrase is None:
            return False
        tag, first = self.words.tags[phrase.head], self.words.tags[phrase.start]
        if tag != NOUN and first + tag != DETERMINER + NAME:  # "the Treaty"
            return False
        low = self.low(phrase.head)
        of_noun, noun = look_up(low).of_noun, look_up(low).noun
        human = "p" in of_noun or low in words("quotations", "persons")
        told = not set("md").isdisjoint(of_noun) or noun in words("quotations", "opinions")
        return told and not human


def links_behind(frame: Frame, quote: int) -> Iterator[Link]:
    """The links behind a quotation: in its sentence, or where that ends with it, in the next."""
    place, last = frame.places[quote], frame.last_sign(quote)
    here, i = frame.sentences[place.last_sentence], place.last_token + 1
    if i < len(here):
        mark = here.tags[i] if here.tags[i] in ",-" else last
        sign = mark if mark in _GOES_OVER else ""
        broken_off = here.words[i][0].isupper() and here.tags[i] != NAME and last in "-—–"
        link = Link(frame, quote, place.last_sentence, i, len(here), sign, after=broken_off)
        yield from _clauses_behind(link)
    elif place.last_sentence + 1 < len(frame.sentences):
        i, below = place.last_sentence + 1, frame.ends_paragraph(place.last_sentence)
        tags = frame.sentences[i].tags
        paragraph = frame.text.article.paragraphs[frame.sentences[i].paragraph - 1]
        credit = tags[:1] == "-" or paragraph.quoted
        if credit or (not below and last in "!?…—-"):
            link = Link(frame, quote, i, 0, len(tags), "-" * credit, after=not credit)
            yield from _clauses_behind(link)


def _clauses_behind(link: Link) -> Iterator[Link]:
    """A link for each clause that begins where this one does, and one without any."""
    tags, i = link.words.tags, link.start
    while i < len(tags) and tags[i] in ",-":
        i += 1
    opens = link.frame.places[link.quote].token == 0
    if opens and link.sign in (",", "-") and link.low(i) == "and":
        i += 1  # "“Our ships” — and here he paused — “are lost”"
    while i < len(tags) and (link.low(i) in _THUS or (tags[i] == "r" and link.low(i) != "there")):
        i += 1
    if tags[i : i + 1] == "b" and link.low(i + 1) in ("how", "what"):
        i += 2  # '"…" was how Hale put it'
    yield replace(link, behind=True, start=i)
    clauses, told = link.words.clauses, None
    nearest = bisect_left(clauses, link.start, key=lambda c: c.verb)
    near = clauses[nearest : nearest + _MOST_CLAUSES]
    for rank, (clause, following) in enumerate(zip_longest(near, near[1:])):
        subject = clause.subject
        if following and link.words.tags[following.verb] == ING and following.subject:
            says = "s" in look_up(following.lemma).of_verb
            if says and clause.object == following.subject and clause.object.end == following.start:
                told = clause.object
                continue  # "Hale recalled Price saying"
        first = clause.start if subject is None else min(subject.start, clause.start)
        made = told is not None and subject == told  # "Hale makes Price say"
        if made or link.start <= first <= i:
            yield replace(link, behind=True, start=first, end=clause.end, clause=clause, rank=rank)
            told = clause.object


def links_before(frame: Frame, quote: int, announced: int | None) -> Iterator[Link]:
    """The links before a quotation in its sentence, or in an earlier one; the nearest first."""
    place = frame.places[quote]
    i = place.sentence if announced is None else announced
    tags = frame.sentences[i].tags
    token = place.token if announced is None else len(tags)
    clauses = frame.cast.clauses_before(i, token)
    end = token
    while end and tags[end - 1] in ",:;(-":
        end -= 1
    low = _begin(tags, [c.verb for c in clauses], end)
    signs = tags[end:token]
    sign = next((s for s in ":-,;(" if s in signs), "")
    for rank, clause in enumerate(reversed(clauses)):
        if clause.verb < low:
            break
        yield Link(frame, quote, i, clause.start, end, sign, clause, rank=rank)
    yield Link(frame, quote, i, low, end, sign)


def _begin(tags: str, verbs: list[int], end: int) -> int:
    """Where the words before a quotation begin: behind the one before it that has its verb."""
    low = max(0, end - _REACH)
    for k in range(end - 1, low - 1, -1):
        if tags[k] == ";" or (tags[k] == "Q" and any(k < verb < end for verb in verbs)):
            return k + 1
    return low
