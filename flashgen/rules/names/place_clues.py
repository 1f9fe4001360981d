"""Clues from the words around a name that it is a place's: "near X", "the village of X"."""

from __future__ import annotations

from flashgen.english.lexicon import look_up
from flashgen.rules.names import gazetteer
from flashgen.rules.names.clues import (
    HINT,
    KNOWN,
    PROOF,
    SIGN,
    Around,
    Clue,
    has_apposition,
    has_the,
    is_in_italics,
    noun_behind,
)
from flashgen.rules.names.kinds import (
    entry,
    head_kind,
    is_person_noun,
    is_place_by_kind,
    place_noun,
)
from flashgen.rules.names.name import Name
from flashgen.rules.names.onomasticon import is_given_name, is_surname
from flashgen.tables import words
from flashgen.types import PlaceKind

# How far before a preposition its verb may stand: "marched the next day to X".
_MOTION_WORDS = 4


def _is_in(name: Name, _: Around) -> bool:
    return name.preposition in words("names", "prepositions_strong") and not name.possessive


def _is_with_the(name: Name, _: Around) -> bool:
    behind = name.before(2).lower() in words("names", "prepositions_with_the")
    return bool(has_the(name)) and behind and not noun_behind(name)


def _of_a_place(name: Name, _: Around) -> bool:
    """Whether a noun of a place and "of" stand before: "north of X", "the streets of X"."""
    skip = has_the(name)
    noun, link = name.before(2 + skip).lower(), name.before(1 + skip)
    if link not in ("of", "from") or not noun.islower():
        return False
    lemma = look_up(noun).noun or noun
    near = {noun, lemma} & words("names", "directions_of")
    if near or link == "from":
        return bool(near)
    events = {event.lower() for event in words("names", "events_of")}
    return not skip and (
        is_place_by_kind(noun) or noun in events or noun in ("people", "population")
    )


def _noun_before(name: Name, _: Around) -> bool:
    """Whether the kind of the place stands directly before: "the river Lech"."""
    noun = name.before()
    if noun in ("called", "named"):
        return place_noun(name.before(2)) is not None
    found = look_up(noun)
    if not noun.islower() or found.plural or name.tag_before() != "N" or place_noun(noun) is None:
        return False
    return is_place_by_kind(noun)


def kind_in_context(name: Name) -> PlaceKind:
    """The kind of place that the words around a name say it is: "the village of X"."""
    head = noun_behind(name) and _lower_head(name.after())
    if head:
        return head
    noun = name.before(2) if name.before() == "of" else name.before()
    if noun in ("Battle", "Battles", "battle"):
        return PlaceKind.BATTLEFIELD
    if not noun.islower() or noun in words("names", "directions_of"):
        return PlaceKind.OTHER
    return place_noun(noun) or PlaceKind.OTHER


def _lower_head(low: str) -> PlaceKind | None:
    return head_kind(low.capitalize())


def _has_head(name: Name, _: Around) -> bool:
    """Whether a head in lower case follows: "the Jura mountains", "Hubei province"."""
    adjective = "J" in entry(name.text).tags or name.text.endswith(("ian", "ean"))
    return not adjective and bool(noun_behind(name)) and _lower_head(name.after()) is not None


def _ruled(name: Name, _: Around) -> bool:
    """Whether somebody comes from there or rules it: "a lawyer from Arras", "king of Mali"."""
    skip = has_the(name)
    link, noun = name.before(1 + skip), name.before(2 + skip).lower()
    if link not in ("from", "of") or not noun.islower() or name.possessive:
        return False
    if _rules(noun):
        return True
    if not is_person_noun(noun) or "f" in look_up(noun).of_noun:
        return False
    return link == "from" or gazetteer.look_up(name.text) is not None


def _of_its_bearer(name: Name, _: Around) -> bool:
    """Whether somebody named in full is of it: "Hugh Ashcombe of X"."""
    return name.before() == "of" and is_surname(name.before(2)) and is_given_name(name.before(3))


def _rules(low: str) -> bool:
    """Whether one is that of a place, as a king and a native are; not a friend, nor a pupil."""
    lemma = (look_up(low).noun or low).capitalize()
    titles = words("people", "titles_of_places", "titles") | words("names", "rulers")
    return lemma in titles or lemma.lower() in words("names", "rulers")


def _in_motion(name: Name, _: Around) -> bool:
    """Whether a verb of motion and a preposition stand before it: "marched the next day to X"."""
    skip = has_the(name)
    link = name.before(1 + skip).lower()
    out = (name.before(2 + skip).lower(), link) == ("out", "of")
    if name.possessive or not (out or link in words("names", "prepositions_weak")):
        return False
    return any(
        _is_motion(name.before(1 + skip + i), name.tag_before(1 + skip + i))
        for i in range(1, _MOTION_WORDS + 1)
    )


def _is_motion(word: str, tag: str) -> bool:
    found = look_up(word)
    if tag in "VBDG":
        if found.verb in words("names", "motions"):
            return True
        return "m" in found.of_verb and found.verb not in ("send", "pass", "turn", "follow", "give")
    return tag == "N" and (found.noun or word) in words("names", "motions")


def _attacked(name: Name, _: Around) -> bool:
    """Whether war is carried there: "an expedition against X", "the attack on X"."""
    link, noun = name.before(), look_up(name.before(2)).noun or name.before(2)
    return link in ("on", "upon", "against", "to") and noun in words("names", "attacks")


def _from_to(name: Name, _: Around) -> bool:
    to = name.after() == "to" and name.after(2)[:1].isupper()
    came = name.before() == "to" and name.before(3).lower() == "from"
    return (name.preposition == "from" and to) or came


def _is_towards(name: Name, _: Around) -> bool:
    return name.preposition in words("names", "prepositions_towards")


def _is_taken(name: Name, around: Around) -> bool:
    clause = around.object_of or (
        around.subject_of if around.subject_of and around.subject_of.passive else None
    )
    taken = clause is not None and clause.lemma in words("names", "takes_places")
    return taken and not name.possessive and name.tag_before() not in "dp"


def _is_where(name: Name, _: Around) -> bool:
    """Whether it is a place by what follows: "Chester, where", "Pomfret and other towns"."""
    if name.after() == ",":
        following, beyond = name.after(2), name.after(3)
        return following == "where" or (following in ("in", "near") and beyond[:1].isupper())
    if name.after() == "where":
        return True
    return name.after(2) == "other" and place_noun(name.after(3)) is not None


def _is_called_otherwise(name: Name, _: Around) -> bool:
    """Whether brackets say what it is called now: "Krini (formerly Driskoli)"."""
    said = ("now", "today", "formerly", "modern", "present-day", "later", "then")
    inside = name.before() in said and name.before(2) in ("(", "[")
    return inside or (name.after() in ("(", "[") and name.after(2) in said and name.after(3) != "a")


def _is_counted(name: Name, _: Around) -> bool:
    """Whether it stands in a list with a number behind each: "Amiens 250, Arras 1000"."""
    here = name.after()[:1].isdigit() and name.after(2) in (",", ".", ";", "and")
    words_, i = name.sentence.words, name.start
    before = i > 2 and words_[i - 1] in (",", ";", "and", ":") and words_[i - 2][:1].isdigit()
    after = name.after(2) in (",", ";", "and") and name.after(4)[:1].isdigit()
    return here and (before or after)


def _names_troops(name: Name, _: Around) -> bool:
    """Whether troops or a government are named by it: "the Moscow regiment"."""
    noun = noun_behind(name)
    return (look_up(noun).noun or noun) in words("names", "troops")


def _clue(name: str, weight: int, holds: object, finds: dict[str, str], *ignores: str) -> Clue:
    return Clue(
        id=f"place/{name}",
        weight=weight,
        finds=finds,
        ignores=ignores,
        holds=holds,  # type: ignore[arg-type]
    )


PLACE_BY_CONTEXT = (
    _clue("in", SIGN, _is_in, {"They dug in at Ravnik.": "Ravnik"}, "They talked of Ravnik."),
    _clue("across-the", SIGN, _is_with_the,
          {"Horses were watered across the Zelva.": "Zelva"}, "They saw the Zelva at dusk."),
    _clue("of-a-place", PROOF, _of_a_place,
          {"A patrol was lost north of Lomnava.": "Lomnava"}, "They spoke of Lomnava."),
    _clue("noun-before", PROOF, _noun_before,
          {"They crossed the river Zelva.": "Zelva"}, "They asked the surgeon Zelva."),
    _clue("head-behind", SIGN, _has_head,
          {"They slept in the Zelva valley.": "Zelva"}, "They read the Zelva letter."),
    _clue("ruled-or-come-from", PROOF, _ruled,
          {"A lawyer from Lomnava rose.": "Lomnava"}, "A letter from Lomnava came."),
    _clue("of-its-bearer", SIGN, _of_its_bearer,
          {"They met Hugh Fletcher of Lomnava.": "Lomnava"}, "They spoke of Lomnava."),
    _clue("motion", SIGN, _in_motion,
          {"They marched the next day to Ravnik.": "Ravnik"}, "They listened to Ravnik."),
    _clue("towards", HINT, _is_towards,
          {"The road from Ravnik was cut, north of Ravnik.": "Ravnik"}, "They slept at Ravnik."),
    _clue("attacked", SIGN, _attacked,
          {"An expedition against Ravnik sailed.": "Ravnik"}, "A speech against Ravnik was read."),
    _clue("from-to", SIGN, _from_to,
          {"The road from Ravnik to Lomnava was cut.": "Lomnava"}, "They slept at Lomnava."),
    _clue("taken", HINT, _is_taken,
          {"They besieged Lomnava, where the plague was.": "Lomnava"}, "They slept at Lomnava."),
    _clue("where", SIGN, _is_where,
          {"They saw Lomnava, where the plague was.": "Lomnava"}, "They slept at Lomnava, too."),
    _clue("apposition", SIGN, lambda n, _: has_apposition(n, lambda w: place_noun(w) is not None),
          {"They saw Lomnava, a village in the hills.": "Lomnava"},
          "They saw Lomnava, a tired old man."),
    _clue("called-otherwise", PROOF, _is_called_otherwise,
          {"Weeks later Lomnava (formerly Brod) was burnt.": "Lomnava"},
          "Weeks later Lomnava (a spy) was shot."),
    _clue("counted", PROOF, _is_counted,
          {"These sent men: Ravnik 250, Brod 1000, and Orsk 30.": "Brod"},
          "Then Ravnik paid 250 crowns."),
    _clue("in-italics", -SIGN, is_in_italics,
          {"They slept in _Ravnik_ once.": "Ravnik"}, "They slept at Ravnik."),
    _clue("troops", -KNOWN, _names_troops,
          {"They met the Lomnava regiment.": "Lomnava"}, "They slept in the Lomnava valley."),
)  # fmt: skip
