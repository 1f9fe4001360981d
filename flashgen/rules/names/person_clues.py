"""Clues from the clause around a name that it is a person's: "wrote X", "X, who"."""

from __future__ import annotations

from flashgen.english.lexicon import look_up
from flashgen.rules.names.clues import (
    HINT,
    PROOF,
    SIGN,
    STRONG,
    Around,
    Clue,
    has_apposition,
    is_in_italics,
    is_person_here,
    noun_behind,
)
from flashgen.rules.names.kinds import is_kin, is_people
from flashgen.rules.names.name import Name
from flashgen.rules.names.person_acts import (
    acts,
    acts_as_person,
    by,
    goes_on,
    is_a_person,
    is_he,
    is_object,
    is_who,
    said_before,
)

# How far behind a possessive the thing may stand.
_OWNED_WORDS = 3
_OF_LIFE = frozenset(
    "death birth life lives reign marriage murder assassination execution arrest trial abdication"
    " coronation accession funeral tomb grave career writings memoirs letters portrait statue"
    " leadership command orders followers supporters ghost enemies hands policy".split()
)


# --- what it has ---------------------------------------------------------


def _owns_persons(name: Name, _: Around) -> bool:
    """Whether it has kin, thoughts or words: "Lee's aunt", "Lee's letter"."""
    if not name.possessive:
        return False
    for i in range(1, _OWNED_WORDS + 1):
        if name.tag_after(i) == "N":
            found = look_up(name.after(i))
            kinds = set(found.of_noun[:2])
            return bool(kinds & set("fc") or ("m" in kinds and "g" not in kinds)) or (
                found.noun in _OF_LIFE or name.after(i) in _OF_LIFE
            )
        if name.tag_after(i) not in "JqDG":
            return False
    return False


def _owns(name: Name, _: Around) -> bool:
    return bool(name.possessive) and name.after().islower() and name.tag_after() in "NJDG"


def _of_life(name: Name, _: Around) -> bool:
    """Whether somebody's death, reign or kin is told: "the death of Marat"."""
    noun = name.before(2)
    return name.before() == "of" and (noun in _OF_LIFE or ("f" in look_up(noun).of_noun))


# --- what it is called ---------------------------------------------------------------------------


def _named_calling(name: Name, _: Around) -> bool:
    """Whether somebody's calling or kin stands directly before: "the surgeon Park"."""
    noun = name.before()
    if not noun.islower() or name.before(2) == "of" or name.tag_before() not in "NJ":
        return False
    return is_person_here(noun) or (is_kin(noun) and name.tag_before(2) in "pz")


def _in_apposition(name: Name, _: Around) -> bool:
    """Whether a calling and a comma stand before, a comma behind: "her father, Malcolm,"."""
    closed = name.after() in (",", ".", ";", ")", "") and name.before() == ","
    return closed and is_person_here(name.before(2)) and name.before(3) not in ("of", "")


def _is_the(name: Name, _: Around) -> bool:
    """Whether a calling follows with an article: "Fenwick the miller,"."""
    i = 2 + (name.tag_after(2) == "J")
    calling = name.after(i)
    return name.after() == "the" and calling.islower() and is_person_here(calling)


def _named_source(name: Name, _: Around) -> bool:
    """Whether it is cited: "according to Hale", "Hale's “Annals”"."""
    title = name.possessive and name.tag_after() == "Q" and name.after(2)[:1].isupper()
    return bool(title) or (name.before(2).lower() == "according" and name.before() == "to")


def _is_in_brackets(name: Name, _: Around) -> bool:
    """Whether it explains a pronoun: "he [Castlereagh]"."""
    pronoun = name.before(2).lower() in {"he", "she", "him", "her", "his"}
    return pronoun and name.before() in ("[", "(")


def _has_years(name: Name, _: Around) -> bool:
    """Whether years of life or of a reign follow in brackets."""
    if name.after() != "(":
        return False
    inside = [name.after(i) for i in range(2, 6)]
    number = next((word for word in inside if word[:1].isdigit()), "")
    before = inside[: inside.index(number)] if number else []
    marks = {"born", "b", "b.", "c", "c.", "ca", "ca.", "d", "died", "r", "reigned", ".", "ruled"}
    return len(number) > 2 and all(word in marks for word in before)


# --- what speaks against a person ----------------------------------------------------------------


def _is_modifier(name: Name, _: Around) -> bool:
    """Whether it only modifies a noun: "four Browning pistols", "the last Dawes plan"."""
    determined = name.tag_before(1 + (name.tag_before() == "J")) in "dq"
    return determined and bool(noun_behind(name))


def _is_with_the(name: Name, _: Around) -> bool:
    """Whether "the" stands before several words, and perhaps a people: "the Iron Guard"."""
    if len(name.words) == 1:
        return False
    return name.before(2 if is_people(name.before() or ".") else 1).lower() == "the"


def _is_owned(name: Name, _: Around) -> bool:
    """Whether somebody's possessive stands before it: "Newton's Principia", "his De Arte"."""
    return name.tag_before() == "z" or (name.tag_before() == "p" and len(name.words) > 1)


def _is_indefinite(name: Name, _: Around) -> bool:
    """Whether "a" makes it one of many: "a Ford", "in a borrowed Ford"."""
    article = name.before(2) if name.tag_before() in "DJ" else name.before()
    return article.lower() in ("a", "an")


def _is_subordinate(name: Name, _: Around) -> bool:
    return name.tag_before() == "s" and name.tag_after() in "VbhMu" and not name.possessive


def _clue(name: str, weight: int, holds: object, finds: dict[str, str], *ignores: str) -> Clue:
    return Clue(
        id=f"person/{name}",
        weight=weight,
        finds=finds,
        ignores=ignores,
        holds=holds,  # type: ignore[arg-type]
    )


PERSON_BY_CONTEXT = (
    _clue("verb-of-persons", SIGN, acts_as_person,
          {"After supper Thistlewood confessed at once.": "Thistlewood"},
          "The Danube froze, and the Ravna gleamed."),
    _clue("verb", HINT, acts,
          {"In March Brakespear gave him the key and lost his arm.": "Brakespear"},
          "They slept at Lomnava and went on."),
    _clue("is-a-person", PROOF, is_a_person,
          {"Brakespear was a lawyer.": "Brakespear"}, "Prague was a fortress."),
    _clue("verb-of-saying-before", SIGN, said_before,
          {"“We shall starve,” wrote Brocklebank.": "Brocklebank"},
          "He wrote in Lomnava all night."),
    _clue("participle", HINT, goes_on,
          {"Then Ashcombe, weeping, told them his story.": "Ashcombe"},
          "They came to Lomnava, a hamlet."),
    _clue("he", HINT, is_he,
          {"When Ashcombe had slept, he rode on.": "Ashcombe"}, "They slept at Lomnava."),
    _clue("himself", PROOF, lambda n, _: n.after() in ("himself", "herself"),
          {"The order came from Ashcombe himself.": "Ashcombe"}, "They slept at Lomnava itself."),
    _clue("who", SIGN, is_who,
          {"The king trusted Ashcombe, who had never lied.": "Ashcombe"},
          "They reached Lomnava, which burned."),
    _clue("object", SIGN, is_object,
          {"The crowd murdered Prokop in the street.": "Prokop"}, "The army besieged Lomnava."),
    _clue("by", SIGN, by,
          {"The bridge was designed by Ashcombe.": "Ashcombe"}, "They drank near Lomnava."),
    _clue("with", HINT, lambda n, _: n.preposition in ("with", "under", "like", "than"),
          {"Nobody agreed with Ashcombe, and he knew it.": "Ashcombe"}, "They slept at Lomnava."),
    _clue("clause", HINT, _is_subordinate,
          {"Nobody slept because Ashcombe was ill, and he cried.": "Ashcombe"},
          "They slept at Lomnava."),
    _clue("has-kin-or-thoughts", SIGN, _owns_persons,
          {"They read Ashcombe's letter twice.": "Ashcombe"}, "They saw Prague's walls."),
    _clue("possessive", HINT, _owns,
          {"They waited at Ashcombe's door, and he came.": "Ashcombe"}, "They slept at Lomnava."),
    _clue("of-life", SIGN, _of_life,
          {"It was the death of Prokop that decided it.": "Prokop"},
          "They crossed the plain of Lomnava."),
    _clue("calling-before", PROOF, _named_calling,
          {"The surgeon Ashcombe stayed behind.": "Ashcombe"},
          "The king of Lomnava stayed behind."),
    _clue("calling-behind", SIGN, lambda n, _: has_apposition(n, is_person_here),
          {"Ashcombe, the leader of the levellers, was hanged.": "Ashcombe"},
          "They reached Lomnava, a hamlet in the hills."),
    _clue("calling-with-article", SIGN, _is_the,
          {"Then Ashcombe the surgeon came.": "Ashcombe"}, "Then Ashcombe the town burned."),
    _clue("cited", SIGN, _named_source,
          {"It was a comet, according to Ashcombe.": "Ashcombe",
           "It is from Ashcombe's “Annals” that we know it.": "Ashcombe"},
          "They rode to Ashcombe."),
    _clue("apposition", SIGN, _in_apposition,
          {"She lost her father, Osbert, in the same year.": "Osbert"},
          "They saw the town, Lomnava, burn."),
    _clue("years-of-life", PROOF, _has_years,
          {"A pupil of Ashcombe (1678–1720) finished the book.": "Ashcombe"},
          "They left Lomnava (with two guns) at dawn."),
    _clue("for-a-pronoun", PROOF, _is_in_brackets,
          {"“He [Ashcombe] is tired,” one clerk noted.": "Ashcombe"},
          "The town [Lomnava] was dark."),
    _clue("modifier", -PROOF, _is_modifier,
          {"They debated the Ashcombe plan.": "Ashcombe"}, "Then Ashcombe fell ill."),
    _clue("with-the", -SIGN, _is_with_the,
          {"He feared the Varrow Ashcombe.": "Varrow Ashcombe"}, "He feared Hugh Ashcombe."),
    _clue("in-italics", -SIGN, is_in_italics,
          {"They read _Ashgrove_ at night.": "Ashgrove"}, "They hated Ashgrove."),
    _clue("owned", -PROOF, _is_owned,
          {"They read Newton's Principia.": "Principia"}, "They read what Newton wrote."),
    _clue("indefinite", -STRONG, _is_indefinite,
          {"He drove a Packard.": "Packard"}, "He obeyed Packard."),
)  # fmt: skip
