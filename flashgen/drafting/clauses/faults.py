"""Why a clause is no answer, or no question, by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flashgen.drafting.clauses.doubts import DECLARED, TO_OFFICE, is_mood
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.unnamed import unnamed
from flashgen.drafting.clauses.verbs import DONE_TO
from flashgen.drafting.clauses.wording import (
    content_words,
    is_moving,
    is_one_of_many,
    is_saying,
    loose_noun,
)
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.tokens import Sentence

LONGEST, SHORTEST = 22, 2  # words
_PRESENT = frozenset("is are am has does do 's have".split())
_PERHAPS = frozenset("can may might must shall should will would could ought need".split())
_PARTICLES = frozenset("up out off down over back away".split())
_WILLED = frozenset("mean intend plan expect hope wish want".split())
_PLACES = frozenset(
    "city town village capital country kingdom island state province region colony fort".split()
)
_TELLING = frozenset("tell inform ask warn assure remind advise notify promise".split())
_SPEAKING = frozenset("write speak talk report complain".split())
_SAILING = frozenset("land sail arrive depart disembark embark anchor".split())
_GOALS = frozenset("into for against across on back out home".split())
_ANSWERING = frozenset("respond react retaliate".split())
_SENDING = frozenset("send dispatch despatch deploy".split())
_TRAVELLING = frozenset("go come travel return journey head".split())
_GOING = frozenset(
    "arrive come go leave depart return land enter reach follow advance retreat withdraw".split()
)
# What somebody takes, gains or holds is none without what it is of.
_OF_WHAT = frozenset("control command possession charge part hold leadership custody".split())
_ONTO = frozenset(
    "invade attack intervene conquer occupy besiege raid defeat capture found establish invent "
    "introduce annex".split()
)
_LIGHT = frozenset("be have do go come take get make".split())
# What says nothing without what as, at or from where: "he served", "she graduated".
_OPEN = frozenset(
    "serve act work graduate continue stay remain live study speak vote succeed fail".split()
)


def faults(naming: Naming, words: str) -> Iterator[str]:
    """What a clause, with names for its pronouns, lacks as a sentence of these words."""
    clause, story, i = naming.clause, naming.story, naming.i
    s = story.sentences[i]
    yield from (f"whom or what “{s.words[k]}” means" for k in naming.unclear)
    length = len(words.split())
    if length > LONGEST:
        yield "shorter words"
    if length < SHORTEST or re.search(r" [a-z]\.$", words) or not says(naming, words):
        yield "what happened"
    yield from left_open(naming)
    subject = [k for k in naming.tokens if k < clause.start]
    instead = naming.names.keys() - {clause.verb}
    named = [k for k in naming.tokens if story.is_proper(i, k) or k in instead]
    if not named:
        yield "a name that tells it apart"
    acting = "".join(s.tags[k] for k in subject)
    # "thirty ships", "Spanish commander"
    alone = acting.startswith("q") or re.fullmatch("[JDE]*N", acting) is not None
    alone = alone and (acting.startswith("q") or not _is_plural(s, subject))
    if alone and not any(story.is_proper(i, k) for k in subject if s.tags[k] != "J"):
        yield f"which {s.words[subject[-1]]} is meant"
    if is_mood(naming) and not _is_done(naming):
        yield "what happened: this tells what was thought or felt"
    loose = [k for k in loose_noun(s.words, s.tags, naming.tokens) if k not in naming.names]
    done_to = clause.object.head if clause.object is not None else -1
    apart = len(named) > 1 and not set(named) <= set(subject)  # "The Peace of Riga ended the war"
    if loose and (loose[0] in subject or not apart or _is_bare(s, done_to, loose)):
        yield f"which {s.words[loose[0]]} is meant"
    bare = [k for k in unnamed(s, naming.tokens) if k not in naming.names]
    yield from (f"which {s.words[k]} is meant" for k in bare)
    yield from (f"which {s.words[k]} is meant" for k in loose if is_one_of_many(s.words[k]))


def _is_done(naming: Naming) -> bool:
    """Whether a verb that may tell a feeling tells what was done: "the treaty was signed"."""
    clause, s = naming.clause, naming.story.sentences[naming.i]
    if clause.lemma in DECLARED:
        return True
    if look_up(s.words[clause.verb].lower()).of_verb.startswith("k"):
        return False  # "was known"
    subject = clause.subject
    if subject is None or naming.story.who(subject, naming.i) is not None:
        return False
    human = {"p", "g"} & set(look_up(s.words[subject.head].lower()).of_noun[:1])
    return s.tags[subject.head] not in "Eom" and not human


def _is_bare(s: Sentence, done_to: int, loose: Sequence[int]) -> bool:
    """Whether something is done to a place that no word tells apart: "took the city"."""
    return done_to in loose and s.words[done_to].lower() in _PLACES


def _is_plural(s: Sentence, tokens: Sequence[int]) -> bool:
    return look_up(s.words[tokens[-1]].lower()).plural


def left_open(naming: Naming) -> Iterator[str]:
    """What a verb leaves open, whether it happened, or is said of the present; or when it was."""
    clause, s = naming.clause, naming.story.sentences[naming.i]
    group = [k for k in range(clause.start, clause.end) if k in naming.tokens]
    first = next((k for k in group if s.tags[k] not in "rn"), clause.verb)
    low = s.words[first].lower()
    had_to = low in ("had", "was", "were") and s.tags[clause.start : clause.end + 1] in ("ht", "bt")
    used_to = low == "used" and s.tags[clause.end : clause.end + 1] == "t"
    willed = clause.lemma in _WILLED and s.tags[clause.end : clause.end + 1] == "t"
    if s.tags[first] == "M" or low in _PERHAPS or had_to or used_to or willed:
        yield "whether it happened"
    if low in _PRESENT or (s.tags[first] in "VB" and not _is_past(low, clause)):
        yield "what happened: this is said of the present"
    if clause.negated or "not" in [s.words[k].lower() for k in group]:
        yield "what did happen"
    first = clause.subject.start if clause.subject is not None else 0
    named = any(n.end == first for n, _ in naming.story.people_in(naming.i))
    if named and s.words[first].lower() == "the":
        yield "the name in full"  # "Pepin the Middle"
    for k in naming.tokens:
        spell = k and look_up(s.words[k - 1].lower()).of_noun.startswith("t")
        # "three months later", "had met earlier"
        if (spell or k == naming.tokens[-1]) and s.words[k].lower() in ("earlier", "later"):
            yield f"{s.words[k].lower()} than what"


def _leads(s: Sentence, tokens: Sequence[int]) -> bool:
    """Whether something is told to lead somewhere, to somebody or to something to do."""
    return any(s.tags[k] == "t" or s.words[k].lower() in _GOALS for k in tokens)


def _is_addressed(naming: Naming, rest: Sequence[int]) -> bool:
    """Whether a clause says to whom, and not what."""
    heard = naming.clause.object
    if heard is None or heard.start != naming.clause.end or not rest:
        return False
    person = naming.story.person_at(naming.i, heard.start, heard.end)
    return person is not None and max(rest) < heard.end


def _has_purpose(s: Sentence, end: int) -> bool:
    """Whether a clause goes on with what its motion was for: ", officially bringing", "to ask"."""
    return re.match(",?r*(?:G[^,]*[NE]|t[rn]*B)", s.tags[end:]) is not None


def _is_past(low: str, clause: Clause) -> bool:
    """Whether a finite verb tells of the past by its form."""
    if low.endswith("ed"):
        return True
    if low.endswith(("ies", "es")) or low == clause.lemma + "s":
        return look_up(low).verb in (low, "")
    return low != clause.lemma or look_up(low).tags.startswith("V")


def _is_object(s: Sentence, k: int) -> bool:
    """Whether what a verb does something to begins at a token: "the fort", "up the wounded".

    A second verb may share it, "attacked and took the fort"; and "qualified as a doctor" is whole.
    """
    tags, low = s.tags[k:], s.words[k].lower()
    if low in _PARTICLES or low.endswith(("self", "selves")):
        return tags[1:2] in tuple("dpJNEq")
    return re.match("[dpJNEq]|c[VD][dpJNEq]", tags) is not None or low in ("as", "all")


def says(naming: Naming, words: str) -> bool:
    """Whether a clause says something that one can know."""
    clause, s = naming.clause, naming.story.sentences[naming.i]
    rest: Sequence[int] = [k for k in naming.tokens if k >= clause.end]
    nouns = [k for k in rest if s.tags[k] in "NEJDQ"]
    saying = is_saying(clause.lemma) or clause.lemma in ("seem", "appear")
    saying = saying and s.words[clause.end : clause.end + 1] != ("out",)  # "set out for Riga"
    following = [max(naming.tokens) + 1] if rest else []
    said = [s.words[k].lower() for k in (*rest, *following) if k < len(s)]
    that = not {"that", "how", "whether", "what", "why"}.isdisjoint(said)
    direct = bool(rest) and rest[0] == clause.end and _is_object(s, clause.end) and not that
    # "decided to employ Hale", "announced that Riga had fallen"
    addressed = clause.lemma in _SPEAKING and re.match("t[^Bbhurn]", s.tags[clause.end :])
    willed = bool(rest) and (s.tags[rest[0]] == "t" or s.words[rest[0]].lower() == "for")
    # "wrote about the Riga panic", "insisted on going to Riga", "advocated reading Hale"
    willed |= bool(rest) and s.tags[rest[0]] in "iG"
    willed = willed and not addressed
    told = that and look_up(clause.lemma).of_verb[:1] == "s"
    named = any(naming.story.is_proper(naming.i, k) or s.words[k][0].isdigit() for k in rest)
    if saying and not direct and not clause.passive and not (named and (willed or told)):
        return False
    if clause.lemma in TO_OFFICE and not clause.passive and clause.object is not None:
        behind = [k for k in rest if k >= clause.object.end]
        if not behind or s.tags[behind[0]] == ",":
            return False  # "he appointed Hale", to what?
    if clause.lemma in _TELLING and _is_addressed(naming, rest):
        return False  # "he told Hale", what?
    onto = clause.lemma in _ONTO and not (clause.passive or clause.object)
    if (onto or clause.lemma in _GOING) and not nouns:
        return False  # "the fleet arrived", where? "the Danes invaded", what?
    taken = clause.object
    if taken is not None and taken.end - taken.start == 1:
        of = any(s.tags[k] in "fit" for k in rest if k >= taken.end)
        if s.words[taken.head].lower() in _OF_WHAT and not of:
            return False  # "took control", of what?
    moves = is_moving(clause.lemma) and clause.subject is not None
    if clause.lemma in _TRAVELLING and rest and _has_purpose(s, rest[-1] + 1):
        return False  # "he travelled to Riga", what for?
    if clause.lemma in _SAILING and not clause.passive and clause.object is None and not named:
        return False  # "they landed", where?
    set_sail = clause.lemma == "set" and said[:1] == ["sail"] and not named
    sent = clause.lemma in _SENDING and not clause.passive and not _leads(s, rest)
    answered = clause.lemma in _ANSWERING and s.tags[clause.end : clause.end + 1] != "t"
    if set_sail or sent or answered:
        return False  # "sent 200 soldiers", where? "responded by building a wall", to what?
    if clause.lemma in _LIGHT | _OPEN or (moves and naming.people):
        return bool(nouns)
    said_so = saying and clause.lemma not in DECLARED and clause.lemma not in DONE_TO
    if clause.passive and not nouns and (said_so or clause.lemma in TO_OFFICE):
        return False  # "he was admitted", to what?
    return bool(nouns) or len(content_words(words)) >= 2
