"""Clues from the words around a name that it is a place's: "near X", "the village of X"."""

from __future__ import annotations

from functools import partial

from flashgen.mentions import PlaceKind
from flashgen.rules.names.acts import suffers
from flashgen.rules.names.clues import HINT, PROOF, SIGN, STRONG, clue, is_in_italics
from flashgen.rules.names.kinds import head_kind, place_noun
from flashgen.rules.names.name import Name
from flashgen.tables import words

_clue = partial(clue, "place")


def kind_in_context(name: Name) -> PlaceKind:
    """The kind of place that the words around a name say it is: "the village of X"."""
    behind = name.after() if name.tag_after() == "N" and not name.possessive else ""
    noun = name.before(2) if name.before() == "of" else name.before()
    if noun in ("Battle", "Battles", "battle"):
        return PlaceKind.BATTLEFIELD
    plain = noun.islower() and noun not in words("names", "directions_of")
    head = head_kind(behind.capitalize()) if behind else None
    return head or (place_noun(noun) if plain else None) or PlaceKind.OTHER


PLACE_BY_CONTEXT = (
    _clue("in", SIGN, "<prepositions_strong> _ | <prepositions_with_the> the _* !%N",
          {"They dug in at Ravnik.": "Ravnik", "Horses were watered across the Zelva.": "Zelva"},
          "They talked of Ravnik.", "They saw the Zelva at dusk."),
    _clue("of-a-place", PROOF,
          "<directions_of> of|from the? _* | <kind-of-place>|<events_of>|people|population of _*"
          " | <kind-of-place> _* | <kind-of-place> on the? _* | <place> called|named _*",
          {"A patrol was lost north of Lomnava.": "Lomnava",
           "They crossed the river Zelva.": "Zelva", "A fort on the Zelva held out.": "Zelva",
           "The village of Lomnava's mill burned.": "Lomnava"},
          "They spoke of Lomnava.", "They asked the surgeon Zelva.",
          "They read the works of Zelva."),
    _clue("land-of", STRONG + SIGN, "<land> of the? _",
          {"They held the duchy of Goethe.": "Goethe"}, "They held the house of Goethe."),
    _clue("head-behind", SIGN, "_ <head>",
          {"They slept in the Zelva valley.": "Zelva"}, "They read the Zelva letter."),
    _clue("ruled-or-come-from", PROOF, "<ruler> of|from the? _ | <person> from the? _",
          {"A lawyer from Lomnava rose.": "Lomnava"}, "A letter from Lomnava came."),
    _clue("of-its-bearer", STRONG, "<given> <Capital> of _* | <Capital> <surname> of _*",
          {"They met Hugh Fletcher of Lomnava.": "Lomnava"}, "They spoke of Lomnava."),
    _clue("motion", SIGN,
          "<motion> ...3 <prepositions_weak> the? _ | <motion> ...2 out of the? _"
          " | <attacks> on|upon|against|to _* | from _ to <Capital> | from ...1 to _*",
          {"They marched the next day to Ravnik.": "Ravnik",
           "An expedition against Ravnik sailed.": "Ravnik",
           "A letter from Ravnik to Lomnava was lost.": "Lomnava"},
          "They listened to Ravnik.", "A speech against Ravnik was read."),
    _clue("of-a-town", STRONG,
          "_'s <of_towns> | _'s city|town|county|district|borough|municipal %NJ*2 %N",
          {"They asked Lomnava's mayor.": "Lomnava",
           "They asked Lomnava's city council.": "Lomnava"},
          "They asked Lomnava's brother."),
    _clue("kind-told", PROOF,
          "!of the|its|their|these %J*2 <kind-of-place> were|are|include|included _"
          " | <kind-of-place> ,? such as _",
          {"The villages were Lomnava, Brod and Orsk.": "Lomnava"},
          "The mayors of the villages were Ashcombe and Hale."),
    _clue("towards", HINT, "<prepositions_towards> _* | <person> of _*",
          {"The road from Ravnik was cut, north of Ravnik.": "Ravnik",
           "The poet of Ravnik drowned, north of Ravnik.": "Ravnik"}, "They slept at Ravnik."),
    _clue("besieged", SIGN + HINT, partial(suffers, "besieges"),
          {"They besieged Ashgrove.": "Ashgrove"}, "They left Ashgrove."),
    _clue("taken", HINT, partial(suffers, "takes_places"),
          {"They stormed Aalen.": "Aalen"}, "They slept at Lomnava."),
    _clue("where", SIGN,
          "_* ,? where | _* , in|near <Capital> | _* %c other <place>"
          " | _ ,|( %dpNJqrzD|<people>*6 <place> !%dpNJEqrzDc",
          {"They saw Lomnava, where the plague was.": "Lomnava",
           "They saw Lomnava, a village in the hills.": "Lomnava"},
          "They slept at Lomnava, too.", "They saw Lomnava, a tired old man."),
    _clue("called-otherwise", PROOF,
          "(|[ <called> _* | _* (|[ <called> !a|<given> | modern|present-day _* | (|[ _ today",
          {"Weeks later Lomnava (formerly Brod) was burnt.": "Lomnava"},
          "Weeks later Lomnava (a spy) was shot."),
    _clue("counted", PROOF,
          "<number> ,|;|and|: _* <number> ,|.|;|and | _* <number> ,|;|and <Capital> <number>",
          {"These sent men: Ravnik 250, Brod 1000, and Orsk 30.": "Brod"},
          "Then Ravnik paid 250 crowns."),
    _clue("in-italics", -SIGN, is_in_italics,
          {"They slept in _Ravnik_ once.": "Ravnik"}, "They slept at Ravnik."),
)  # fmt: skip
