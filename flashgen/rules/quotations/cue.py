"""What a cue of speech is: a row of a table, and how it reads a link to a quotation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from flashgen.english.lexicon import look_up
from flashgen.english.open_clauses import NOMINATIVES
from flashgen.english.phrases import Phrase, chunks
from flashgen.english.tags import MODAL, NAME
from flashgen.rules.persons import Sex
from flashgen.rules.quotations.links import Link
from flashgen.rules.reference import Voice
from flashgen.rules.rule import Rule
from flashgen.tables import words

# "He said only “no”", "he complained of “…”": words that may stand between a verb and its words.
_BEFORE_WORDS = frozenset("that was were simply only of for with as".split())
# The least weight of a cue whose words tell outright who said something: "Hale wrote", "was told by
# Hale". All that weighs less ("Hale's remark", a colon, a turn) may mislead.
CERTAIN = 11
_LONGEST_OBJECT = 20
_RECEIVING = frozenset({"receive", "get", "hear", "read", "publish", "intercept"})
_AUXILIARIES = frozenset({"be", "have", "do"})


def nobody(link: Link) -> None:
    """No speaker: the words are not said, or by nobody whom the text names."""


class Sort(StrEnum):
    """What a cue makes of a quotation."""

    SAID = "said"
    JUDGED = "judged"
    TEXT = "text"
    NAMED = "named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Rule):
    """A row of the table: what it holds of, and what it makes of a quotation.

    Of a link's clause it asks the groups of its verb (see ``groups``), whether that is "denied"
    (or nobody's for sure), "passive" or "active", and the kind of its subject (see ``Link.kind``).
    ``link`` asks more.
    ``speaker`` tells who speaks, None: nobody.
    """

    sort: Sort
    verbs: str = ""
    voice: str = "active"
    subject: str = "person unknown text"
    link: Callable[[Link], bool]
    speaker: Callable[[Link], Phrase | None] = lambda link: link.main.subject

    def takes(self, lemma: str) -> bool:
        """Whether it is a cue of clauses with such a verb."""
        return not groups(lemma).isdisjoint(self.verbs.split())

    def holds(self, link: Link) -> bool:
        """Whether it reads a link."""
        clause = link.clause
        if clause is None:
            return self.link(link)
        denied = clause.negated or is_unsure(link)
        voice = "denied" if denied else "passive" if clause.passive else "active"
        return (
            self.takes(clause.lemma)
            and self.voice in ("", voice)
            and link.kind(clause.subject) in self.subject.split()
            and self.link(link)
        )


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue with the link that it read and the phrase that speaks."""

    cue: Cue
    link: Link
    phrase: Phrase | None

    @property
    def close(self) -> bool:
        """Whether only the object and where or when it was said stand behind the verb."""
        return is_close(self.link)


@cache
def groups(lemma: str) -> frozenset[str]:
    """The groups of a verb: classes of the lexicon, or lists of lemmas."""
    of_verb, naming = look_up(lemma).of_verb, lemma in words("quotations", "naming")
    belongs = {
        "any": True,
        "act": lemma not in _AUXILIARIES,
        "name": naming,
        "quote": lemma in ("quote", "cite"),
        "tell": not naming,
        "say": lemma in words("quotations", "saying") or ("s" in of_verb and not naming),
        "think": lemma in words("quotations", "thinking") or "k" in of_verb,
        "judge": lemma in words("quotations", "judging"),
    }
    return frozenset(group for group, does in belongs.items() if does)


def is_unsure(link: Link) -> bool:
    """Whether a clause does not say that the words were said, or by whom for sure.

    "Hale should have said", "wanted to say", "is falsely said to have cried", "allegedly said".
    """
    clause, doubting = link.main, words("quotations", "doubting")
    group = [link.low(i) for i in range(clause.start - 1, clause.end)]
    tags = link.words.tags[clause.start : clause.end]
    if not doubting.isdisjoint(group) or (MODAL in tags and "h" in tags) or group[0] == "ought":
        return True
    earlier = link.frame.cast.clauses_before(link.sentence, clause.verb)
    wanted = [c.lemma for c in earlier[-1:]]
    infinite = not clause.finite and clause.lemma != "know"  # "Hale wanted to know"
    if infinite and not words("quotations", "wanting").isdisjoint(wanted):
        return True
    if link.low(0) == "had" and wanted in ([], ["have"]):
        return True  # "Had Hale said"
    before = next((c for c in link.words.clauses if c.end == clause.start and c.passive), clause)
    told = {link.low(i) for i in range(before.start, before.end)}
    false = not (doubting | words("quotations", "untrue")).isdisjoint(told)
    return false and before.passive and not link.main.agent


def is_close(link: Link) -> bool:
    """Whether a clause's own words reach up to the quotation."""
    if link.behind or link.clause is None:
        return True
    told = (link.clause.end, *(p.end for p in (link.clause.object, link.clause.agent) if p))
    between = link.words.words[max(told) : link.end]
    if link.sign:
        return len(between) <= _LONGEST_OBJECT
    near = len(between) <= 4 or between[0] == "("  # "by Hale (a friend) as"
    return not between or (near and between[-1] in _BEFORE_WORDS)


def voice(found: FoundCue) -> Voice | None:
    """Who speaks by a cue; None where the text does not say."""
    phrase, link = found.phrase, found.link
    if phrase is None:
        return None
    told = link.clause.object if link.clause is not None else None
    lows = {link.low(phrase.start), link.low(told.start) if told is not None else ""}
    received = link.clause is not None and link.clause.lemma in _RECEIVING
    read = received and not lows.isdisjoint(("it", "we", "you", "one"))
    if read or link.low(phrase.start) == "it":
        return _of_text_before(link, link.sentence)  # "I read it aloud:"
    if link.is_text(phrase):
        return writer(link, phrase)
    if link.clause is not None and (link.clause.lemma, link.low(link.clause.end)) == ("read", "in"):
        source = link.phrase_at(link.clause.end + 1)
        if source is not None and link.is_text(source):
            return writer(link, source)  # "Hale read in a letter from Price"
    # "Suetonius reports that he said": somebody else.
    before = link.frame.cast.clauses_before(link.sentence, phrase.start)[-1:]
    reporter = [c.subject.start for c in before if c.subject and link.low(c.end) == "that"]
    return link.frame.cast.who(whole(link, phrase), link.sentence, *reporter)


def whole(link: Link, phrase: Phrase) -> Phrase:
    """A phrase with what prepositions join to it: "the crowd on the square"."""
    clause, tags = link.clause, link.words.tags
    everybody = link.low(phrase.start) in ("all", "both")
    if phrase.with_ or tags[phrase.head] == NAME or link.low(phrase.start) in NOMINATIVES:
        return phrase
    if clause is not None and clause.inverted and tags[phrase.end : phrase.end + 1] == ",":
        name = link.phrase_at(phrase.end + 1)  # "said the minister, Otto Weber"
        named = name is not None and link.frame.cast.persons.named_by(link.words, name)
        return name if name and named else phrase
    if clause is not None and phrase == clause.subject and not clause.inverted:
        between = tags[phrase.end : clause.start]
        timed = "t" in look_up(link.low(clause.start - 1)).of_noun
        joined = between[1:] and between[0] in "it" and not between.strip("iftdpNEJqz")
        return phrase._replace(end=clause.start) if joined and not timed else phrase
    extended = link.phrase_at(phrase.end if everybody else phrase.start) or phrase
    return phrase._replace(end=max(phrase.end, extended.end))


def _of_text_before(link: Link, last: int) -> Voice | None:
    """Whose speech or letter "it" or "the letter" is: of the last one told of, or who wrote."""
    it = last == link.sentence
    for i in range(last, max(-1, last - 3), -1):
        there = replace(link, sentence=i, clause=None)
        for chunk in chunks(there.words.tags):
            phrase = Phrase(chunk.start, chunk.end, chunk.end - 1)
            if chunk.kind == "noun" and there.is_text(phrase):
                return writer(there, phrase) or (_in_words(there, phrase) if it else None)
        for clause in there.words.clauses:
            if (
                clause.lemma == "write"
                and clause.subject
                and there.kind(clause.subject) == "person"
            ):
                return link.frame.cast.who(clause.subject, i)
    return None


def writer(link: Link, phrase: Phrase) -> Voice | None:
    """Whose speech or letter a phrase names; a document can be a voice of its own."""
    owner = link.frame.cast.owner(phrase, link.sentence)
    first = link.low(phrase.start)
    if owner is not None or first in ("his", "her", "their"):
        return owner
    noun = look_up(link.low(phrase.head)).noun
    loud = noun in words("quotations", "loud")
    ends = (phrase.head + 1, link.clause.end if link.clause is not None else 0)
    source = next((end for end in ends if link.low(end) in ("of", "from", "by")), None)
    by = link.phrase_at(source + 1) if source is not None else None
    said = loud or noun in words("quotations", "opinions")  # "the words of the statute"
    if by is not None and (link.kind(by) == "person" or (said and link.low(by.start - 1) == "of")):
        return link.frame.cast.who(by, link.sentence)
    told = (c for c in link.words.clauses if c.relative and c.verb > phrase.end)
    teller = next((c.subject for c in told), None)  # "the words with which Hale began"
    if teller is not None and said and link.kind(teller) == "person":
        return link.frame.cast.who(teller, link.sentence)
    for clause in reversed(link.frame.cast.clauses_before(link.sentence, phrase.start)):
        if clause.passive or clause.lemma in _RECEIVING:
            break  # "Hale was greeted with cries of": somebody else's
        sender = clause.subject
        if sender and noun in words("quotations", "motions") and _is_by_name(link, sender):
            break  # "Hale passed a motion saying": not his words alone
        if sender and sender != phrase and link.kind(sender) in ("person", "text"):
            return link.frame.cast.who(sender, link.sentence)
    if first == "the" and link.low(phrase.head) in words("quotations", "letters") and link.clause:
        before = _of_text_before(link, link.sentence - 1)
        if before is not None:
            return before
    tells = link.clause is not None and link.clause.lemma not in ("be", "come")
    document = "d" in look_up(link.low(phrase.head)).of_noun
    if tells or document or loud or first in ("a", "an", "one"):
        return _in_words(link, phrase)
    return None


def _is_by_name(link: Link, phrase: Phrase) -> bool:
    """Whether a phrase names people: not a council."""
    return bool(phrase.with_) or link.frame.cast.persons.named_by(link.words, phrase) is not None


def _in_words(link: Link, phrase: Phrase) -> Voice:
    """A text as a voice of its own."""
    full = whole(link, phrase)
    return Voice(link.frame.cast.cut(link.sentence, full.start, full.end), Sex.THING)
