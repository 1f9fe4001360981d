"""Rules of the answer: short, one thing, and the only right one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.checks.cards import Shown
from flashgen.checks.rule import Finding, Rule
from flashgen.checks.words import tagged
from flashgen.deck.kinds import Event, Item, Person, Place, Question, Term
from flashgen.english.content import words
from flashgen.english.numbers import month_number
from flashgen.english.tags import ADJECTIVE, CONJUNCTION, MODAL, OF, RELATIVE, VERB
from flashgen.mentions import LANDS, PlaceKind

LONGEST_ANSWER = 25
_SHORTEST_LIST = 4
_LIST_MARKS = re.compile(r"[,;·•]|\band\b")
_PARTS = re.compile(r"[,;]|\band\b")
# A text without any of these joins nothing: the conjunctions, and what parts of it end in.
_JOINTS = re.compile(r"[,;&]|(?<![^\W\d_])(?:and|or|but|nor|yet)(?![^\W\d_])", re.IGNORECASE)
# "Who saw it and who wrote", "who refused, and the fines that they paid".
_SECOND_CLAUSE = re.compile(f"{CONJUNCTION}{RELATIVE}|{RELATIVE}.*,{CONJUNCTION}[dpw]")
# "Who saw it and wrote a book"; but "who planned and led it" is one thing.
_SECOND_VERB = re.compile("wr*[bh]?r*[VD][^cw.]*[NEm][^cw.NE]*cr*V(?![NEJ])")
_THEN = re.compile(r"\band (?:then|later|afterwards)\b|\b(?:until|till)\b.*, (?:then|later)\b")
_TIME_BEFORE = frozenset({"from", "until", "till", "since", "after", "before"})
# "He gave up the keys and the general came in": a subject with a verb behind a clause of its own.
_SECOND_SUBJECT = re.compile(
    f"^[^ws:]*[{VERB}bhu{MODAL}][^ws:]*{CONJUNCTION}"
    f"(?:[oE]|[dp]?[{ADJECTIVE}q]*[NE]+(?:{OF}[dp]?J*[NE]+)*)[rn]*[{VERB}bhu{MODAL}]"
)
_WIDE = LANDS | {PlaceKind.CITY}


def _long(shown: Shown) -> Iterator[Finding]:
    for card in shown.cards:
        length = len(words(card.answer))
        if length > LONGEST_ANSWER:
            yield card, f"the answer has {length} words; shorten it to {LONGEST_ANSWER}"


def _enumerates(shown: Shown) -> Iterator[Finding]:
    for card in shown.cards:
        parts = [part.split() for part in _LIST_MARKS.split(card.answer) if part.strip()]
        short = len(parts) >= _SHORTEST_LIST and all(len(part) <= 3 for part in parts)
        if short and not tagged(card.answer).clauses:
            yield card, f"the answer is a list of {len(parts)}; ask for each by itself"


def _yes_or_no(shown: Shown) -> Iterator[Finding]:
    for card in shown.cards:
        if card.answer.casefold().rstrip(".!") in ("yes", "no", "true", "false"):
            yield card, f"the answer is '{card.answer}'; ask for what is so"


def _joins(shown: Shown) -> Iterator[Finding]:
    for item in shown.items:
        for text in filter(_tells_two if isinstance(item, Event) else _is_joined, _answers(item)):
            yield item, f"the answer joins two facts: '{text}'; make two of it, or drop one"


def _answers(item: Item) -> tuple[str, ...]:
    """What describes a person, a place or a term, what happened, or what answers a question."""
    match item:
        case Event():
            return (item.what,)
        case Person():
            return (item.who,)
        case Place():
            return (item.what, item.happened)
        case Term():
            return (item.meaning,)
        case Question():
            return (item.answer,)
        case _:
            return ()


def _is_joined(text: str) -> bool:
    """Whether two relative clauses stand side by side, or two parts each with a time of its own."""
    if ";" in text:
        return True
    if not _JOINTS.search(text):
        return False
    sentence = tagged(text)
    tags = "".join(
        RELATIVE if word.lower() == "that" and before == CONJUNCTION else tag
        for word, tag, before in zip(
            sentence.words, sentence.tags, " " + sentence.tags, strict=False
        )
    )
    if _SECOND_CLAUSE.search(tags) or _SECOND_VERB.search(tags) or _THEN.search(text):
        return True
    return sum(map(_has_time, _PARTS.split(text))) > 1


def _tells_two(text: str) -> bool:
    """Whether what happened has a second clause of its own, with another subject."""
    return ";" in text or bool(_JOINTS.search(text) and _SECOND_SUBJECT.search(tagged(text).tags))


def _has_time(text: str) -> bool:
    """Whether a part of a sentence says when: "until March 1917", "who fled in 1922"."""
    sentence = tagged(text)
    before = _TIME_BEFORE | ({"in"} if VERB in sentence.tags else set())
    pairs = zip(sentence.words, sentence.words[1:], strict=False)
    return any(
        first.lower() in before
        and (month_number(second) is not None or re.fullmatch(r"1[0-9]{3}|20[0-9]{2}", second))
        for first, second in pairs
        if second[:1].isdigit() or second.istitle()
    )


def _has_many_answers(shown: Shown) -> Iterator[Finding]:
    for card in shown.cards:
        item = card.item
        if isinstance(item, Place):
            if card.answer_field == "Description" and item.sort is PlaceKind.COUNTRY:
                yield card, "what a country was has many right answers; ask for its name instead"
            elif card.answer_field == "What happened" and item.sort in _WIDE:
                yield card, f"much happened in a {item.sort}; make an event of it"


RULES = (
    Rule(
        name="long-answer",
        explanation=f"The answer has more than {LONGEST_ANSWER} words. "
        "Nobody recalls so much at once, and half of it is neither known nor forgotten.",
        example="terms:\n  bastion: {term: bastion, meaning: 'part of a wall"
        + " that juts out far" * 6
        + "'}",
        counter_example="terms:\n  bastion: {term: bastion, meaning: part of a wall that juts out}",
        find=_long,
    ),
    Rule(
        name="list-answer",
        explanation=f"The answer is a list of {_SHORTEST_LIST} or more. "
        "Lists are the hardest to remember: a card for each member is learned sooner.",
        example="terms:\n  walls: {term: the defences, meaning: 'gate, wall, moat and bastion'}",
        counter_example="terms:\n  walls: {term: the defences, meaning: gate and wall}",
        find=_enumerates,
    ),
    Rule(
        name="yes-or-no",
        explanation="The answer is yes or no. "
        "One is right half of the time without knowing anything.",
        example="questions:\n  fell: {question: 'Did the last bastion fall?', answer: 'yes'}",
        counter_example="questions:\n  fell: {question: 'What fell last?', answer: the bastion}",
        find=_yes_or_no,
    ),
    Rule(
        name="joined-facts",
        explanation="The answer joins two facts, by two clauses side by side or two times; of an "
        "event, two clauses with a subject each. "
        "Who knows only one of them cannot say whether the card was right.",
        example="people:\n  brandt: {name: Elias Brandt, "
        "who: mayor who gave up the keys and who wrote songs}",
        counter_example="people:\n  brandt: {name: Elias Brandt, who: mayor who gave up the keys}",
        find=_joins,
        of_facts=True,
    ),
    Rule(
        name="many-answers",
        explanation="A question asks what a country was, or what happened in a whole town. "
        "It has many right answers, of which the card knows one.",
        example="places:\n  riga: {name: Riga, kind: city, happened: The siege ended.}",
        counter_example="places:\n  gate: {name: Sea Gate, kind: building, "
        "happened: The siege ended.}",
        find=_has_many_answers,
        of_facts=True,
    ),
)
