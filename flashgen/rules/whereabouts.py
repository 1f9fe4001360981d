"""Where something happened: the phrases of place of a sentence, and its clauses.

"In Paris" and "left Switzerland" say where somebody was, "war with Germany" and "Britain welcomed
it" do not. A phrase tells of the clause that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from flashgen.english.lexicon import look_up
from flashgen.english.tokens import Sentence
from flashgen.mentions import LANDS
from flashgen.rules.names.kinds import place_noun
from flashgen.rules.names.name import Name
from flashgen.tables import words

# What joins the parts of one place: "at Torbay in Devon", "Riga, Livonia".
_WITHIN = frozenset({",", "in", "at", "near", ", in", ", at", ", near", "(", "in the"})
_ARRIVING = frozenset({"arrive", "come", "return"})
_PASSING = frozenset({"leave", "pass"})  # these move with a place as object: "left Paris"
_FINITE, _CLAUSE, _ASIDE = "VMbhu", "VMbhuiftsw", "VJDG"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, from one token to another, and its names, the narrowest first.

    ``beside``: it tells only of a date that stands right beside it, as "the siege of Vienna in
    1683" does; ``doubtful``: perhaps not even of that, as "he rode to Vienna on 3 May".
    ``named``: nothing happens there, as in "war with Germany". ``joined`` by "and" to one before.
    """

    start: int
    end: int
    names: tuple[str, ...]
    beside: bool = False
    doubtful: bool = False
    named: bool = False
    joined: bool = False


def spots(names: Iterable[tuple[Name, str]]) -> Iterator[Spot]:
    """The places of a sentence, each with its name in full, in order; what is one place as one."""
    last: Spot | None = None
    for name, place in names:
        between = " ".join(name.sentence.words[last.end : name.start]) if last else ""
        if last and not last.named and between in _WITHIN and name.tag_after() not in _FINITE:
            last = replace(last, end=name.end, names=(*last.names, place))
            continue
        if last:
            yield last
        if last and between == "and":
            last = replace(last, start=name.start, end=name.end, names=(place,), joined=True)
        else:
            last = _spot(name, place)
    if last:
        yield last


def _spot(name: Name, place: str) -> Spot:
    sentence, here = name.sentence, Spot(name.start, name.end, (place,))
    at = _before(sentence, name.start)
    word = sentence.words[at].lower() if at >= 0 else ""
    strong = words("names", "prepositions_strong")
    if name.possessive:
        return replace(here, named=True)
    if word == "of" and at > 0:
        noun, outer = sentence.words[at - 1], _before(sentence, at - 1)
        if noun.capitalize() in words("names", "events_of"):
            return replace(here, beside=True)
        inside = outer >= 0 and sentence.words[outer].lower() in strong
        known = place_noun(noun) or noun in words("names", "directions_of")
        return replace(here, named=not (inside and known))
    if word in ("from", "to", "into"):
        return _moved(name, here, word)
    if word in strong:
        return here
    dateline = name.after() == "," and name.tag_after(2) == "q"
    if dateline and (name.tag_before() == "^" or name.before() in ("(", "[", "—", "–", ",")):
        return replace(here, beside=True)
    return replace(here, named=not _is_reached(name))


def _before(sentence: Sentence, start: int) -> int:
    """The token before a noun phrase that ends with the one at ``start``."""
    at = start - 1
    while at >= 0 and sentence.tags[at] in "dpJDq":
        at -= 1
    return at


def _moved(name: Name, here: Spot, word: str) -> Spot:
    """A place that somebody comes to or goes from; he may be at either when he does."""
    verbs = [clause.lemma for clause in name.sentence.clauses if clause.verb < name.start]
    verb = verbs[-1] if verbs else ""
    moves = "m" in look_up(verb).of_verb and verb not in words("names", "no_motions")
    arrives = verb in _ARRIVING
    if moves and word == "from" and not arrives:
        return replace(here, doubtful=name.after() in ("to", "into"))
    if moves and word != "from":
        return replace(here, beside=True, doubtful=not arrives)
    town = word == "from" and name.kind not in LANDS
    return replace(here, beside=True, doubtful=moves or not town, named=not (moves or town))


def _is_reached(name: Name) -> bool:
    """Whether it is the object of a verb of motion: "left Switzerland", "reached Petrograd"."""
    for clause in name.sentence.clauses:
        if clause.object and clause.object.start <= name.start < clause.object.end:
            moves = "m" in look_up(clause.lemma).of_verb and (
                clause.lemma in _PASSING or clause.lemma not in words("names", "no_motions")
            )
            return moves and not clause.passive
    return False


def clause_numbers(sentence: Sentence) -> list[int]:
    """The number of the clause of each token; what stands in one is not of it, what follows is."""
    subjects = {c.subject.start for c in sentence.clauses if c.finite and c.subject}
    tags, numbers, open_, count, full = sentence.tags, [], [0], 0, {0: False}

    def begin(*, inside: bool) -> None:
        nonlocal count
        count += 1
        full[count] = False
        open_[len(open_) - (not inside) :] = [count]

    for i, tag in enumerate(tags):
        behind, subject = tags[i + 1 : i + 2], i + 1 in subjects
        if tag in ";:":
            open_ = open_[:1]
            begin(inside=False)
        elif tag in "ws":
            begin(inside=True)
        elif tag == "," and len(open_) > 1 and (subject or behind in tuple(_FINITE)):
            open_.pop()
        elif tag == "," and subject and full[open_[-1]]:
            begin(inside=False)
        elif tag == "," and behind in tuple(_ASIDE):
            begin(inside=True)
        elif tag == "c" and (subject or behind in tuple(_CLAUSE)):
            begin(inside=False)
        full[open_[-1]] |= tag in _FINITE
        numbers.append(open_[-1])
    return numbers
