"""The tags of a sentence's words: the lexicon says what each can be, its neighbours which it is.

The decisions are a table: the tags that a word may choose from, and what stands before and behind
it. The first row that fits decides; where none does, the likeliest tag of the lexicon stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from flashgen.english.lexicon import look_up
from flashgen.english.peoples import is_of_people
from flashgen.english.tags import (
    ACCUSATIVE,
    ADJECTIVE,
    ADVERB,
    BASE,
    DETERMINER,
    GENITIVE,
    ING,
    MODAL,
    NAME,
    NOUN,
    PARTICIPLE,
    QUANTITY,
    QUOTE,
    VERB,
)

# A mark by itself.
_MARKS = {
    ",": ",", ".": ".", "!": ".", "?": ".", "…": ".", ":": ":", ";": ";", "—": "-", "–": "-",
    "-": "-", "%": "N", "(": "(", "[": "(", ")": ")", "]": ")", "&": "c",
    **dict.fromkeys("$£€¥", "q"),
    **dict.fromkeys("“”„‟«»‹›\"‘’‚'`´", "Q"),
}  # fmt: skip


_APOSTROPHES = ("’", "'")
# Classes of nouns that histories have more often than the verb of the same form.
_MEN = ("p", "g")
_YEAR = 4  # figures
# Of the day.
_HALVES = frozenset({"am", "pm", "a.m.", "p.m.", "AM", "PM"})
_NEARLY = frozenset({"about", "around"})
# Verbs behind which a name is of who does what comes next.
_OF_WHO_IS_HEARD = frozenset("see watch hear overhear notice observe let make help bid".split())
# What a word that no lexicon has is by its ending.
_BY_ENDING = {"ly": "r", "ed": "VD", "ing": "GN"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A row: of a word that may be any of ``options``, which it is between these neighbours.

    It may be all of ``options``. ``before`` are tags of the word before it, adverbs and negations
    skipped, ``behind`` the likeliest tags of the next one; "" is any. "^" is the beginning.
    ``likely``: only where the tag is the word's likeliest.
    """

    options: str
    before: str
    behind: str
    tag: str
    likely: bool = False


# "n" and "r" are looked through on the left.
CHOICES = (
    # After "to", a modal or "do" stands an infinitive.
    Choice("B", "tMu", "", "B"),
    # After "have" and "be" a participle; "her" and "that" open a phrase before a noun.
    Choice("D", "hb", "", "D"),
    Choice("G", "b", "", "G"),
    Choice("oE", "E", "", "E"),  # "Wilhelm I fled"
    Choice("Jr", "bh", "VDBG", "r"),  # "was first built"
    Choice("pm", "", "NJEGDq", "p"),
    Choice("pm", "", "", "m"),
    Choice("wd", "", "f", "d"),
    Choice("w", "N", "bhuMVo", "w"),
    Choice("d", "it", "NJE", "d"),
    Choice("do", "", "NJEq", "d"),
    Choice("do", "i", "B", "d"),  # "from this base"
    Choice("do", "", "", "o"),
    Choice("V", "q", "Q", "V"),  # "some one said “…”"
    Choice("V", "q", "dpmo", "V"),  # "in 1703 elected the mayor"
    # Behind a determiner, a possessive or an adjective stands a noun, or an adjective before one.
    Choice("J", "dpzqJ", "NJE", "J"),
    Choice("D", "dpzqJ", "NJE", "J"),
    Choice("G", "dpzqJ", "NE", "J"),
    Choice("N", "dpzqJ", "", "N"),
    Choice("J", "dpzqb", "", "J"),
    # Behind a preposition no verb: "in love", "from this base"; before "he" it opens a clause.
    Choice("is", "", "o", "s"),
    Choice("BN", "if", "", "N"),
    Choice("D", "fit", "NJ", "J"),  # "in industrialized towns", "led to increased trade"
    # Behind a pronoun that is a subject stands its verb.
    Choice("V", "ow", "", "V"),
    Choice("B", "ow", "", "B"),
    # Behind a noun or a name: its verb, unless "by" makes it a participle.
    Choice("V", "NE)", "dpmoEqQs", "V"),
    Choice("NV", "E", ",.:-;rticnfNJ", "V"),
    Choice("VD", "^", "ift", "D"),
    Choice("BN", "^", "E", "N"),  # "Count Otto fell"
    Choice("V", "cQ,", "dpmoEs", "V"),
    Choice("G", "NE,", "", "G"),
    Choice("VN", "NE", "", "V", likely=True),
    Choice("N", "NEDVG", "", "N"),
)


def tag_words(words: Sequence[str], opens: bytes, names: frozenset[str]) -> str:
    """The tags of a sentence's words; ``names`` are those that stand elsewhere with a capital."""
    options = [
        _options(word, bool(opening), word in names)
        for word, opening in zip(words, opens, strict=True)
    ]
    tags: list[str] = []
    before, quoted = "^", False
    options.append(".")
    for i in range(len(words)):
        tag = choice = options[i]
        if words[i] in _HALVES and before == QUANTITY:
            tag = NOUN  # "at 11 am"
        elif _is_nearly(words[i].lower(), before) and options[i + 1][0] == QUANTITY:
            tag = ADVERB  # "about 300 men"
        elif words[i] in _APOSTROPHES and not quoted and _is_genitive(words, tags):
            tag = GENITIVE
        elif len(choice) > 1:
            tag = _choose(choice, before, options[i + 1][0])
            following = words[i + 1].lower() if i + 1 < len(words) else ""
            if words[i].lower() == "that" and _is_time(following):
                tag = DETERMINER  # "that day"
            agent = "by" in words[i + 1 : i + 2] and not options[i + 2].startswith(ING)
            if tag in (VERB, NOUN) and "D" in choice and agent:
                tag = "D"  # but "answered by sending"
            if tag == NOUN and BASE in choice and _is_heard(words, tags, options[i + 1][0]):
                tag = BASE
            if tag == VERB and choice.startswith(NOUN) and _is_of_people(words[i - 1 : i + 1]):
                tag = NOUN
        tags.append(tag)
        if tag == QUOTE:  # "the so-called ‘carters’"
            quoted = words[i] == "‘" or (words[i] == "'" and not quoted)
        if tag not in "rn":
            before = NAME if _is_year_of_name(words, tags) else tag
    return "".join(tags)


def _is_genitive(words: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether an apostrophe can make a genitive of a plural: "the guilds’ houses".

    ``tags`` are those of the words before it.
    """
    i = len(tags)
    owned = i + 1 < len(words) and words[i + 1][0].isalnum()
    plural = i > 0 and tags[i - 1] in (NOUN, NAME) and words[i - 1].endswith("s")
    return owned and plural


def _is_year_of_name(words: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether a name ends with the word tagged last, a year: "the Riga Act of 1767 levied"."""
    i = len(tags) - 1
    of = i > 1 and words[i - 1] == "of" and tags[i - 2] == NAME
    return of and len(words[i]) == _YEAR and words[i].isdigit()


def _is_heard(words: Sequence[str], tags: Sequence[str], behind: str) -> bool:
    """Whether somebody by name is heard or made to say something: "watched Keller shout, "."""
    i = start = len(tags)
    while start and tags[start - 1] == NAME:
        start -= 1
    heard = 0 < start < i and tags[start - 1] in (VERB, PARTICIPLE, BASE, ING)
    told = behind in tuple(",:Qt") or " ".join(words[i + 1 : i + 2]) in ("at", "out", "that")
    says = told and "s" in look_up(words[i].lower()).of_verb
    return heard and says and look_up(words[start - 1].lower()).verb in _OF_WHO_IS_HEARD


def _is_nearly(low: str, before: str) -> bool:
    """Whether a word before a number says how close it is: "about", and "over" where it opens."""
    return low in _NEARLY or (low == "over" and before in "^,")


@cache
def _is_time(low: str) -> bool:
    """Whether a word in lower case is a time before anything else, and no more than one."""
    entry = look_up(low)
    return entry.of_noun.startswith("t") and not entry.plural and entry.tags.startswith(NOUN)


def _is_of_people(words: Sequence[str]) -> bool:
    """Whether the second of two words is more than one of a people's: "British ships"."""
    people, more = words if len(words) > 1 else ("", "")
    return more.endswith("s") and people.istitle() and is_of_people(people)


@cache
def _options(word: str, opens: bool, is_name: bool) -> str:
    """All that a word can be by itself."""
    mark = _MARKS.get(word)
    if mark is not None:
        return mark
    if word[0].isdigit():
        return "q"
    low = word.lower()
    entry = look_up(low)
    if entry.closed:
        named = entry.tags == MODAL and word.istitle() and not opens
        named |= entry.tags == ACCUSATIVE and word.isupper()  # "the US"
        return NAME if named else entry.tags
    if not word[0].isalnum():
        return "-"
    if word[0].isupper() and word != "I" and (not opens or is_name or not entry.tags):
        return NAME
    several = entry.plural or entry.noun == low  # "ministers", "headquarters"
    if several and low.endswith("s") and entry.tags.startswith(VERB):
        if entry.of_noun[:1] in _MEN:
            return NOUN  # "German troops", "ministers"
        return NOUN + entry.tags.replace(NOUN, "")  # "reports" is rather more than one
    guessed = (tags for ending, tags in _BY_ENDING.items() if low.endswith(ending))
    if entry.tags == ADJECTIVE and low.endswith("ed"):
        return ADJECTIVE + VERB  # "recognised", of a verb that is not listed so
    return entry.tags or next(guessed, NOUN)


@cache
def _choose(options: str, before: str, behind: str) -> str:
    for row in CHOICES:
        if (
            all(tag in options for tag in row.options)
            and (not row.before or before in row.before)
            and (not row.behind or behind in row.behind)
            and (not row.likely or options[0] == row.tag)
        ):
            return row.tag
    return options[0]
