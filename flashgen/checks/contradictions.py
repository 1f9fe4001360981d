"""A rule of truth: what a fact says is not what its passage says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from flashgen.checks.cards import Shown
from flashgen.checks.passages import said_facts
from flashgen.checks.rule import Finding, Rule
from flashgen.checks.words import is_number, is_small, tagged
from flashgen.dates.historical import DateValue, HistoricalDate
from flashgen.dates.hours import CLOCK
from flashgen.deck.kinds import Event, Item, Person
from flashgen.english.content import words
from flashgen.english.lexicon import look_up
from flashgen.english.numbers import number_in_words
from flashgen.english.peoples import is_of_people
from flashgen.english.tags import ADJECTIVE, NAME, NOUN, OF, PARTICIPLE, QUANTITY, VERB
from flashgen.errors import Severity

_FIRST_YEAR, _LAST_YEAR = 1000, 2100  # what may be a year counts nothing
_LIFE = re.compile(r"\s*\((?:born )?(\d{3,4})\s*[–-]\s*(\d{3,4})\)")
# "Frederick, the king of Denmark", "the king of Denmark, Frederick", "he was king of Denmark".
_OFFICE = re.compile(f"(?:{NAME},?b?)?[dJ]*(?P<office>{NOUN}){OF}d?(?P<of>{NAME}+)(?:,{NAME})?")

# "A Danish general, Otto Holm", "Holm, the Danish general", "Holm was a young Danish general".
_PEOPLE = re.compile(f"(?:{NAME},?b?)?[dJ]*(?P<people>{NAME})(?P<noun>{NOUN})(?:,?{NAME})?")
# "Took Riga", and nothing behind the name that goes on with it.
_OBJECT = re.compile(f"{VERB}d?(?P<name>{NAME}+)(?!{NOUN})")


def _states_otherwise(shown: Shown) -> Iterator[Finding]:
    for fact, said in said_facts(shown):
        passage = fact.evidence.text if fact.evidence else ""
        told = next(_differences(fact.item, said, passage), None)
        if told and not fact.item.cite:
            stated, wanted = told
            mend = "correct it, or 'cite' where it stands"
            yield fact.item, f"the passage has '{stated}', not '{wanted}'; {mend}"


def _differences(item: Item, said: str, passage: str) -> Iterator[tuple[str, str]]:
    """What the passage states and the fact states otherwise: pairs of words."""
    stated: defaultdict[str, list[float]] = defaultdict(list)
    counted = tuple(_counted(said))
    for noun, number in _counted(passage) if counted else ():
        stated[noun].append(number)
    for noun, number in counted:
        if stated[noun] and number not in stated[noun] and _of_one_thing(said, passage, noun):
            yield f"{stated[noun][0]:g} {noun}", f"{number:g} {noun}"
    match item:
        case Person():
            yield from _other_life(item, passage)
            yield from _other_office(item, said, passage)
            yield from _other_people(item, said, passage)
        case Event():
            yield from _other_hour(item, passage)
            yield from _other_object(said, passage)
        case _:
            pass


def _of_one_thing(said: str, passage: str, noun: str) -> bool:
    """Whether two texts share a word beside what both count: "ten years" alone may be any."""
    said_words, others = (
        {word for word in words(text.lower()) if not (is_small(word) or is_number(word))}
        for text in (said, passage)
    )
    return any(look_up(word).noun != noun for word in said_words & others)


def _counted(text: str) -> Iterator[tuple[str, float]]:
    """What a text counts: the lemma of each noun with a number, and the number."""
    if not any(map(is_number, words(text))):
        return
    sentence = tagged(text)
    number = None
    for word, tag in zip(sentence.words, sentence.tags, strict=True):
        if tag == QUANTITY:
            found = _number(word)
            number = number * found if number and found and found > number else found
        elif tag == NOUN and number is not None:
            if not _FIRST_YEAR <= number <= _LAST_YEAR:
                yield look_up(word.lower()).noun or word.lower(), number
            number = None
        elif tag not in (ADJECTIVE, PARTICIPLE):
            number = None


def _number(word: str) -> float | None:
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?", word):
        return float(word.replace(",", ""))
    return number_in_words(word)


def _other_life(person: Person, passage: str) -> Iterator[tuple[str, str]]:
    """Other years in brackets behind the name: "Elias Brandt (1640–1701)"."""
    if _LIFE.search(passage) is None:
        return
    for name in (person.name, *person.aliases):
        for place in re.finditer(rf"\b{re.escape(name)}\b", passage):
            if match := _LIFE.match(passage, place.end()):
                for stated, known in zip(match.groups(), (person.born, person.died), strict=True):
                    if (year := _year(known)) and year != int(stated):
                        yield stated, str(year)


def _year(date: HistoricalDate | None) -> int | None:
    written = date.written if date else None
    return written.year if isinstance(written, DateValue) and written.is_plain else None


def _other_office(person: Person, said: str, passage: str) -> Iterator[tuple[str, str]]:
    """Another "king of Denmark" beside the name in the passage."""
    names = {word for name in (person.name, *person.aliases) for word in name.split()}
    for office, of, _ in _offices(said):
        for noun, other, beside in _offices(passage):
            if noun == office and other != of and of not in passage and beside & names:
                yield f"{noun} of {other}", f"{office} of {of}"


def _offices(text: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Each "king of Denmark": the noun, the last word of the name, and who stands beside it."""
    sentence = tagged(text)
    tokens, tags = sentence.words, sentence.tags
    for match in _OFFICE.finditer(tags):
        office = tokens[match.start("office")].lower()
        if "p" in look_up(office).of_noun:
            beside = [tokens[place] for place in (match.start(), match.end() - 1)]
            yield office, tokens[match.end("of") - 1], frozenset(beside)


def _other_people(person: Person, said: str, passage: str) -> Iterator[tuple[str, str]]:
    """Another "Danish general" beside the name in the passage."""
    names = {word for name in (person.name, *person.aliases) for word in name.split()}
    for people, noun, _ in list(_of_peoples(said))[:1]:
        for other, also, beside in _of_peoples(passage) if people not in passage else ():
            if also == noun and beside & names:
                yield f"{other} {also}", f"{people} {noun}"


def _of_peoples(text: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Each "Danish general": the two words, and who stands beside them."""
    sentence = tagged(text)
    tokens, tags = sentence.words, sentence.tags
    for match in _PEOPLE.finditer(tags):
        people, noun = (tokens[match.start(group)] for group in ("people", "noun"))
        if people.istitle() and is_of_people(people):
            yield people, noun, frozenset((tokens[match.start()], tokens[match.end() - 1]))


def _other_object(said: str, passage: str) -> Iterator[tuple[str, str]]:
    """Another name behind the verb: "took Riga"."""
    stated: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for verb, names in _objects(passage):
        stated[verb].append(names)
    known = {*tagged(passage).words}  # "Cuba’s" has "Cuba"
    for verb, names in _objects(said):
        subjects = {word for word in tagged(said).words if word.istitle()} - names
        if stated[verb] and known.isdisjoint(names) and not known.isdisjoint(subjects):
            yield f"{verb} {' '.join(sorted(stated[verb][0]))}", f"{verb} {' '.join(sorted(names))}"


def _objects(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Each verb with the words of the name behind it."""
    sentence = tagged(text)
    for match in _OBJECT.finditer(sentence.tags):
        verb = look_up(sentence.words[match.start()].lower()).verb
        yield verb, frozenset(sentence.words[match.start("name") : match.end("name")])


def _other_hour(event: Event, passage: str) -> Iterator[tuple[str, str]]:
    """Another hour than the one hour of the passage."""
    wanted, stated = CLOCK.search(event.time), list(CLOCK.finditer(passage))
    if wanted and len(stated) == 1 and _clock(wanted) != _clock(stated[0]):
        yield stated[0][0], wanted[0]


def _clock(told: re.Match[str]) -> tuple[int, int, str]:
    return int(told[1]), int(told[2] or 0), told[3].lower()


RULES = (
    Rule(
        name="states-otherwise",
        severity=Severity.FAULT,
        explanation="The passage has another number, hour, year of life, office or people beside a "
        "name than the fact, or another name behind its verb, and no other source is cited. "
        "One of the two is wrong.",
        article="The king came with twelve thousand men.",
        example="terms:\n  king: {term: king, meaning: who came with ten thousand men}",
        counter_example="terms:\n  king: {term: king, meaning: who came with 12000 men}",
        find=_states_otherwise,
        of_facts=True,
    ),
)
