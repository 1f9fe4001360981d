"""Whom a sentence names: each a voice, with what part it has there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flashgen.english.clauses import Clause
from flashgen.english.lexicon import is_word, look_up
from flashgen.english.phrases import Phrase, chunks
from flashgen.english.tags import NAME
from flashgen.english.tokens import Sentence
from flashgen.rules.persons import Sex


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who can speak or act: the words for him, and which pronoun fits."""

    words: str
    sex: Sex


@dataclass(frozen=True, slots=True)
class Referent:
    """A voice where it is named.

    ``rank`` is 0 for the subject of a main clause, 1 of another clause, 2 for whatever else is
    named, 3 for that in another clause, 4 for a name that may be anything's.
    """

    token: int
    rank: int
    voice: Voice


def subjects_of(sentence: Sentence, clauses: Sequence[Clause]) -> dict[int, tuple[Phrase, int]]:
    """The subjects of a sentence by their first tokens, each with its rank."""
    found: dict[int, tuple[Phrase, int]] = {}
    for clause in clauses:
        if clause.subject is None or clause.subject.negated:
            continue
        end = clause.subject.end
        start = clause.subject.start
        # "to an officer, who saluted", "to which Hale answered"
        goes_on = sentence.tags[end : end + 2] == ",w" or (
            sentence.tags[max(0, start - 3) : start] in (",tw", ";tw")
        )
        rank = int(clause.embedded and not goes_on)
        verb = sentence.words[clause.verb]
        that = "that" in sentence.words[clause.end : clause.end + 2]
        if that and verb.endswith("s") and "s" in look_up(verb).of_verb:
            rank = 1  # "Suetonius reports that": of whom he tells comes next
        found[start] = (clause.subject, min(rank, found[start][1] if start in found else 1))
    return found


def as_human(
    sentence: Sentence, clauses: Sequence[Clause], phrase: Phrase, referent: Referent
) -> Referent:
    """The referent as a human being, where what it does tells that it is one."""
    voice = referent.voice
    if voice.sex is not Sex.THING:
        return referent
    if sentence.words[phrase.end : phrase.end + 1] == ("who",) or is_described(
        sentence, clauses, phrase
    ):
        return replace(referent, voice=replace(voice, sex=Sex.ANY))
    if sentence.tags[phrase.head] == NAME:
        return replace(referent, rank=4, voice=replace(voice, sex=Sex.ANY))
    return referent


def is_described(sentence: Sentence, clauses: Sequence[Clause], phrase: Phrase) -> bool:
    """Whether a subject must be human by what is told of it.

    "Jennings, a small man", "Ney shook his head", "an usher ran up".
    """
    clause = next((c for c in clauses if c.subject == phrase), None)
    known = is_word(sentence.words[phrase.head].lower())
    if clause is not None and not known:
        if sentence.words[phrase.start].lower() in ("a", "an"):
            return "m" in look_up(clause.lemma).of_verb  # a foreign calling
        his = clause.object and sentence.words[clause.object.start].lower() in ("his", "her")
        if his and sentence.tags[phrase.head] == NAME:
            return True
    if sentence.tags[phrase.end : phrase.end + 1] != ",":
        return False
    beside = next(chunks(sentence.tags, phrase.end + 1), None)
    return (
        beside is not None
        and beside.kind == "noun"
        and "p" in look_up(sentence.words[beside.end - 1].lower()).of_noun
    )
