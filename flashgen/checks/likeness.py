"""Rules of neighbours: no question fits two cards, and no two are taken for one another.

Cards are compared by the words that few of them have, so that the time grows with their number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from flashgen.checks.cards import Card, Shown
from flashgen.checks.rule import Finding, Rule
from flashgen.checks.words import is_number, is_small, tagged
from flashgen.deck.kinds import Person, Quotation
from flashgen.english.content import WORD, content, key_of, words
from flashgen.english.lexicon import look_up
from flashgen.english.tags import NEGATION
from flashgen.errors import Severity

_MOST_ALIKE = 30  # cards with one word: what so many have tells no two of them apart
_FEWEST_SHARED = 3
_SHARE = 0.5  # of all words that the two have
_CONTEXT = "Context"
_WHO = ("Name", "Speaker")  # the fields that name somebody
_ASKING = frozenset("who whom whose what which when where why how".split())


def _asked_twice(shown: Shown) -> Iterator[Finding]:
    first: dict[tuple[str, ...], Card] = {}
    for card in shown.cards:
        signs = () if WORD.search(card.prompt) else (card.prompt,)  # "+" and "-"
        twin = first.setdefault((*words(card.front.casefold()), *signs, *card.media), card)
        if twin is not card and card.asks:
            yield (
                card,
                f"asks the same as {_named(twin)}: add a 'context', or ask only one of them",
            )


def _look_alike(shown: Shown) -> Iterator[Finding]:
    """Pairs that share most of what they say, found by the words that few cards have."""
    having: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    keys = [frozenset(content(card.prompt)) for card in shown.cards]
    for number, card in enumerate(shown.cards):
        shared: defaultdict[int, int] = defaultdict(int)
        for key in keys[number]:
            others = having[card.question, key]
            if len(others) < _MOST_ALIKE:
                for other in others:
                    shared[other] += shown.cards[other].note != card.note
                others.append(number)
        for other, count in shared.items():
            twin = shown.cards[other]
            all_ = len(keys[number] | keys[other])
            if (
                count >= max(_FEWEST_SHARED, _SHARE * all_)
                and not _told_by_marks(twin, card)
                and not _told_apart(twin, card)
                and not _same_front(card, twin)
                and not (_tells(card) or _tells(twin))
            ):
                message = "say in 'context' what tells the two apart"
                yield card, f"asks nearly the same as {_named(twin)}: {message}"
                break


def _told_apart(one: Card, other: Card) -> bool:
    """Whether a field on the front has nothing in common, or the answer is the same."""
    return one.answer == other.answer or any(
        content(text)
        and content(other.asked[name])
        and content(text).keys().isdisjoint(content(other.asked[name]))
        for name, text in one.asked.items()
        if name in other.asked
    )


def _told_by_marks(one: Card, other: Card) -> bool:
    """Whether two fronts have different numbers, ask who and why, or only one says "not"."""
    (*marks, denied), (*others, also) = _marks(one), _marks(other)
    apart = (mark and other and mark != other for mark, other in zip(marks, others, strict=True))
    return any(apart) or denied != also


def _marks(card: Card) -> tuple[frozenset[str], str, bool]:
    """The numbers on the front, what it asks for ("why"), and whether it denies anything.

    The context apart; "" where no question is written there.
    """
    texts = (text for name, text in card.asked.items() if name != _CONTEXT)
    found = words(" ".join(texts).lower())
    numbers = frozenset(filter(is_number, found))
    asking = next((word for word in found if word in _ASKING), "") if "?" in card.prompt else ""
    return numbers, asking, any(look_up(word).tags == NEGATION for word in found)


def _tells(card: Card) -> bool:
    """Whether the context says what is meant, and not only what is not."""
    context = card.asked.get(_CONTEXT, "")
    return bool(context) and not tagged(context).tags.startswith(NEGATION)


def _named(card: Card) -> str:
    line = f" (line {card.where.line})" if card.where.line else ""
    return f"'{card.note}'{line}"


def _fits_another(shown: Shown) -> Iterator[Finding]:
    """Questions all of whose words another card has, beside more of its own."""
    having: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    said = [_said(card) for card in shown.cards]
    for number, card in enumerate(shown.cards):
        for word in said[number]:
            having[card.question, word].append(number)
    for number, card in enumerate(shown.cards):
        for other in _holding(said[number], card.question, having):
            twin = shown.cards[other]
            another = twin.note != card.note and twin.answer != card.answer
            all_there = another and said[number] <= said[other] and len(said[number]) > 1
            if all_there and not (_told_by_marks(twin, card) or _same_front(card, twin)):
                yield card, f"fits {_named(twin)} as well, which has all its words; say more"
                break


def _said(card: Card) -> frozenset[str]:
    """What a question says: the words of a quotation, the content words of a description.

    Nothing where the front has a context, which tells it apart, or no more than a name.
    """
    if isinstance(card.item, Quotation):
        text = card.asked.get("Quotation", "") if card.answer_field == "Speaker" else ""
        return frozenset(words(text.lower()))
    named = (
        card.answer_field not in ("Name", "Term", "Date", "Answer") if card.fact else _is_name(card)
    )
    if named or card.asked.get(_CONTEXT):
        return frozenset()
    found = words(card.prompt.lower())
    rest = (word for word in found if not (key_of(word) or is_small(word)))
    return frozenset((*content(card.prompt), *rest, *filter(is_number, found)))


def _is_name(card: Card) -> bool:
    """Whether the front has nothing but words with capitals, small words apart."""
    return not any(word.islower() and key_of(word) for word in words(card.prompt))


def _holding(
    said: frozenset[str], question: str, having: Mapping[tuple[str, str], Sequence[int]]
) -> Sequence[int]:
    """The cards that have the rarest of some words; none where it is in too many."""
    rarest = min((having[question, word] for word in said), key=len, default=())
    return rarest if len(rarest) < _MOST_ALIKE else ()


def _same_front(one: Card, other: Card) -> bool:
    return words(one.front.casefold()) == words(other.front.casefold())


def _nearly_equal(shown: Shown) -> Iterator[Finding]:
    alike: dict[tuple[str, frozenset[str]], Card] = {}
    named: dict[tuple[str, ...], Card] = {}
    for card in shown.cards:
        if isinstance(card.item, Person | Quotation) and card.answer_field in _WHO:
            named.setdefault((card.question, *words(card.answer)), card)
    for card in shown.cards:
        other = _of_same_words(card, alike) or _of_same_surname(card, named)
        if other and not (_tells(card) or _tells(other)):
            yield card, f"the answer is nearly '{other.answer}' of {_named(other)}; use one name"


def _of_same_words(card: Card, alike: dict[tuple[str, frozenset[str]], Card]) -> Card | None:
    """The first card whose answer has the same content words, and is another one."""
    keys = frozenset((*content(card.answer), *filter(is_number, words(card.answer))))
    if len(keys) < 2 or (card.fact is None and len(keys) < len(words(card.answer)) - 1):
        return None
    other = alike.setdefault((card.question, keys), card)
    same = other is card or words(other.answer.casefold()) == words(card.answer.casefold())
    return None if same else other


def _of_same_surname(card: Card, named: Mapping[tuple[str, ...], Card]) -> Card | None:
    """The card that is answered by the end of this card's answer: "Brandt" of "Elias Brandt"."""
    if card.answer_field not in _WHO:
        return None
    answer = words(card.answer)
    ends = (named.get((card.question, *answer[start:])) for start in range(1, len(answer)))
    return next(filter(None, ends), None)


RULES = (
    Rule(
        name="same-question",
        severity=Severity.FAULT,
        explanation="Two cards have the same front and different answers, so that neither can be "
        "answered. Tell them apart by 'context', or ask only one of them.",
        example="""\
people:
  elder: {name: Elias Brandt, who: mayor, ask: [description]}
  younger: {name: Elias Brandt, who: baker, ask: [description]}""",
        counter_example="""\
people:
  elder: {name: Elias Brandt, who: mayor, ask: [description], context: the father}
  younger: {name: Elias Brandt, who: baker, ask: [description], context: the son}""",
        find=_asked_twice,
    ),
    Rule(
        name="look-alike",
        explanation="Two questions share most of their words, and months later one is taken for "
        "the other. Say in 'context' what tells them apart; that it is not the other does not.",
        example="""\
places:
  north: {name: Sea Gate, kind: building, what: gate where the long siege cost most lives}
  south: {name: Mill Gate, kind: building, what: gate where the siege cost many lives}""",
        counter_example="""\
places:
  north: {name: Sea Gate, kind: building, what: gate where the long siege cost most lives}
  south: {name: Mill Gate, kind: building, what: gate by which the bread came}""",
        find=_look_alike,
    ),
    Rule(
        name="fits-another",
        explanation="All that a question says is said of another card's answer, too. "
        "Who gives that one is told to be wrong, and is right.",
        example="""\
people:
  brandt: {name: Elias Brandt, who: mayor of the old town}
  clark: {name: Anna Clark, who: mayor of the old town after the siege}""",
        counter_example="""\
people:
  brandt: {name: Elias Brandt, who: first mayor of the old town and friend of the king}
  clark: {name: Anna Clark, who: mayor of the old town after the siege}""",
        find=_fits_another,
    ),
    Rule(
        name="two-names",
        explanation="Two answers say nearly the same in other words. "
        "The learner cannot know which wording which card wants.",
        example="""\
quotations:
  first: {text: The gate will fall tomorrow, voice: a Danish report}
  second: {text: No bread is left in the town, voice: another Danish report}""",
        counter_example="""\
quotations:
  first: {text: The gate will fall tomorrow, voice: the Danish general}
  second: {text: No bread is left in the town, voice: a prisoner}""",
        find=_nearly_equal,
    ),
)
