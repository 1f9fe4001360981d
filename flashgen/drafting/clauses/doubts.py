"""What is doubtful about a question: others may be right, too, or its words imply its answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import content_words, is_moving
from flashgen.english.lexicon import look_up
from flashgen.english.tags import PARTICIPLE
from flashgen.mentions import FoundPlace
from flashgen.rules.names.kinds import place_noun
from flashgen.rules.names.onomasticon import is_common_given_name, is_figure

# Classes of verbs that tell what somebody thinks, says or feels.
_INNER = tuple("kse")
_CONTINENTS = frozenset("africa america americas asia europe".split())
_SELDOM = 3  # times that the article names somebody
_OFTEN = 4  # times that an article speaks of a country or its people: it is told of them
_FULL = 5  # words that say something, of a question that tells enough
_LONG_STEM = 7  # letters of a word that its other forms share
_STEM = 4  # letters that a country and its people share
# What many do at a time, or for long: of it several may be right.
SHARED = frozenset(
    "support serve favor favour oppose admire trust fear seek expect hope wish want like love hate "
    "refer mention describe regard consider escape survive suffer face know speak live contain "
    "include consist comprise remain stay meet rule govern control own seem appear help assist "
    "resist dislike enjoy need correspond deem disappear read have possess station situate "
    "locate isolate intend continue believe hesitate prove demonstrate agree demand press".split()
)
# What one has alone, where enough is told of it.
_HELD = frozenset("rule govern control own".split())
# What tells no body, law or war from the others of a country.
_BLAND = frozenset(
    "royal national federal imperial general supreme central state public civil u s us great "
    "constitutional provincial municipal".split()
)
# What somebody only wished or set about: of whom else that is true, nobody knows.
_TRIED = frozenset("decide attempt try struggle fail determine resolve plan vow strive".split())
# What one of several did: "joined the efforts of Hale".
_TOGETHER = frozenset("work join collaborate cooperate accompany help assist".split())
# What may open a clause that tells what happened: not "if", "that", "whether".
FACTUAL = frozenset(
    "when while after before because although though as since where until so".split()
)
TO_OFFICE = frozenset("appoint elect choose nominate promote ordain".split())
# What has an end of its own: "was captured" is no feeling, though the lexicon has it as one.
_TAKEN = frozenset({"capture", "recapture", "select", "choose", "designate"})
# What makes a thing so by being said.
DECLARED = frozenset(
    "declare proclaim sign publish order decree sentence condemn conclude negotiate recognise "
    "recognize confirm ratify pardon guarantee".split()
)


def doubts(naming: Naming, question: str, answer: str, *, on_day: bool) -> Iterator[str]:
    """What speaks against asking a clause so; ``on_day``: a question that names a day."""
    asks_which = re.match(r"(?:.* )?(?:[Ww]hich|[Ww]here) ", question) is not None
    asks_what = re.match(r"(?:.*, )?[Ww]hat ", question) is not None
    asks_who = re.match(r"(?:.*, )?[Ww]ho ", question) is not None
    if is_mood(naming) and naming.clause.lemma not in DECLARED:
        yield "what somebody did: this tells what was thought or felt"
    reason = re.match(r"(?:.*, )?(?:[Ww]hy|[Hh]ow (?!many)) ", question) is not None
    full = len(content_words(question)) > _FULL
    counts = re.match(r"(?:.*, )?[Hh]ow many ", question) is not None
    dated = on_day or (asks_which and re.search(r"\d", question) is not None)
    behind = naming.story.sentences[naming.i].words[naming.clause.end :][:1]
    undated = asks_who and not re.search(r"\d", question)
    if naming.clause.lemma in _TRIED and undated:
        yield "what was done"
    if naming.clause.lemma in _TOGETHER and undated:
        yield "what one alone did"
    managed = naming.clause.lemma == "succeed" and behind == ("in",) and undated
    if managed and not naming.clause.passive:
        yield "what was done"
    ruled = full and naming.clause.lemma in _HELD
    if naming.clause.lemma in SHARED and not (reason or counts or dated or ruled):
        yield "what one alone did"
    if not (asks_which or asks_what or reason or counts or on_day or full) and _is_way(naming):
        yield "what somebody went there for"
    if undated and naming.clause.lemma in TO_OFFICE and naming.clause.passive:
        yield "when it was: others had the office, too"
    person = naming.story.people.get(answer)
    once = person is not None and len(person.mentions) == 1
    # "George": of several; "Kim" who is named twice.
    rare = person is not None and len(person.mentions) <= _SELDOM
    short = (once and not is_figure(answer)) or (rare and is_common_given_name(answer))
    short = short and " " not in answer
    if short or re.search(r" [A-HJ-UWYZ]$", answer):
        yield "the name in full"  # "Lewis B"
    if _is_wide(answer):
        yield "a narrower answer"
    alike = asks_what and len(content_words(answer)) < _FULL and _shares_stem(question, answer)
    if alike or (asks_which and _is_implied(naming, question, answer)):
        yield "an answer that its question does not imply"


def is_mood(naming: Naming) -> bool:
    """Whether a clause tells how somebody felt, or what became known: "was impressed with"."""
    clause = naming.clause
    if not clause.passive or clause.object is not None or clause.lemma in _TAKEN:
        return False
    s = naming.story.sentences[naming.i]
    entry = look_up(s.words[clause.verb].lower())
    if entry.of_verb == "s" and s.tags[clause.end : clause.end + 1] == "t":
        return False  # "was ordered to leave"
    adjective = "J" in entry.tags and PARTICIPLE in entry.tags
    return adjective and entry.of_verb.startswith(_INNER)


def _is_wide(answer: str) -> bool:
    """Whether an answer is a continent, or a side of one: "Europe", "West Africa"."""
    words = answer.split()
    return words[-1].lower() in _CONTINENTS and len(words) < _FULL


def _is_way(naming: Naming) -> bool:
    """Whether a clause tells where somebody went, and neither what for nor what he did there."""
    clause, s = naming.clause, naming.story.sentences[naming.i]
    moves = is_moving(clause.lemma) and clause.lemma != "meet"
    if not moves or clause.passive or is_moved(naming):
        return False
    if clause.object is not None and clause.lemma not in ("reach", "enter", "leave"):
        return False  # "invaded Livonia"
    return not any(s.tags[k] in "BG" for k in naming.tokens if k >= clause.end)


def is_moved(naming: Naming) -> bool:
    """Whether a verb has an object that can be moved: not the town that somebody reached."""
    done_to = naming.clause.object
    if done_to is None:
        return False
    s = naming.story.sentences[naming.i]
    place = any(
        isinstance(n.what, FoundPlace) and n.start < done_to.end and done_to.start < n.end
        for n in naming.story.named_in(naming.i)
    )
    owned = s.tags[done_to.start] == "p"  # "his capital"
    return not place and (owned or place_noun(s.words[done_to.head].lower()) is None)


def _is_implied(naming: Naming, question: str, answer: str) -> bool:
    """Whether a question that asks which place it was names its people, or the article often does.

    "The Spanish" of "Spain"; and "Which charter?" "The Royal Charter." is none, either.
    """
    names = [word.lower() for word in re.findall(r"[A-ZÀ-Þ][\w-]+", question)]
    if any(are_kin(name, word) for name in names for word in content_words(answer)):
        return True
    country = re.search(r"[Ww]hich country", question) is not None
    telling = content_words(answer)
    telling = telling[-1:] if country else [w for w in telling if w not in content_words(question)]
    # Of a law or a battle that the article often names one does not guess the name.
    place = any(answer in place.surface_forms for place in _places(naming))
    return all(
        w in _BLAND or (place and naming.story.kindred(w, are_kin) > _OFTEN) for w in telling
    )


def _places(naming: Naming) -> Iterator[FoundPlace]:
    named = naming.story.named_in(naming.i)
    return (n.what for n in named if isinstance(n.what, FoundPlace))


def _shares_stem(question: str, answer: str) -> bool:
    """Whether a question has a word of its answer in another form: "independent", or its name."""
    told = {word[:_LONG_STEM] for word in content_words(question) if len(word) >= _LONG_STEM}
    if any(word[:_LONG_STEM] in told for word in content_words(answer)):
        return True
    # "What did Brand found?" "The Brandite sect."
    names, others = (_names_in(text) for text in (question, answer))
    return any(are_kin(name, word) for name in names for word in others)


def _names_in(text: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[A-ZÀ-Þ][\w-]+", text[1:])]


def are_kin(name: str, word: str) -> bool:
    """Whether a name is of the people of a country, or the country itself: "spanish", "spain"."""
    if len(word) < _STEM or look_up(name).closed:
        return False
    return name[:_STEM] == word[:_STEM] or (len(word) == _STEM + 1 and name[:3] == word[:3])
