"""Names that are a person's by their form: by title, initials, number, byname, given name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from flashgen.english.numbers import ORDINALS
from flashgen.rules.names import kinds
from flashgen.rules.names import onomasticon as called
from flashgen.rules.names.context import fits
from flashgen.rules.names.fold import fold
from flashgen.rules.names.forms import FoundName
from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.runs import Run, run_end
from flashgen.rules.names.style import is_capital
from flashgen.tables import words

_PATRONYMIC_ENDINGS = (
    *("ovich", "evich", "ovna", "evna", "ovitch", "evitch", "vitch", "oglu", "ogly"),
)
_SHORTEST_PATRONYMIC = 6
# "informed Hale of Britain's aims": not the land of the one who is told.
_WITH_OF = frozenset(
    "inform notify advise remind warn assure convince persuade accuse convict acquit suspect "
    "deprive strip rob relieve cure".split()
)


def saint(run: Run) -> FoundName | None:
    """A saint: "St. Hedwig", "St. Anthony the Great"."""
    if run.words[0] not in kinds.SAINTS:
        return None
    return FoundName(run.start, name_end(run.cut(run.start + 1, run.end)))


def figure(run: Run) -> FoundName | None:
    """Somebody of history whose names are words: "Sitting Bull"."""
    known = called.is_figure(run.text) and kinds.is_common(run.words[0])
    return FoundName(run.start, run.end) if known and not kinds.is_title(run.words[0]) else None


# --- several words -------------------------------------------------------------------------------


def numbered(run: Run) -> FoundName | None:
    """A ruler's number: "Louis XIV", not "World War II", "Hancock's II Corps"."""
    number = next((i for i, word in enumerate(run.words) if i and kinds.is_numeral(word)), 0)
    numbered = run.words[number - 1]
    thing = kinds.is_unit(numbered) or (kinds.is_common(numbered) and not kinds.is_borne(numbered))
    return None if thing or not number else FoundName(run.start, name_end(run))


def numbered_thing(run: Run) -> FoundName | None:
    """A part of a book or a law: "Act III", "Amendment XIV"."""
    *_, word, number = run.words
    thing = kinds.is_unit(word) or (kinds.is_common(word) and not kinds.is_borne(word))
    return FoundName(run.start, run.end) if thing and kinds.is_numeral(number) else None


def byname(run: Run) -> FoundName | None:
    """A byname or a land: "Vlad the Impaler", "Eleanor of Aquitaine"."""
    end = _byname_end(run)
    place = look_up(run.text).sure and not kinds.is_borne(run.words[0])
    return None if end is None or place else FoundName(run.start, end)


def given_name(run: Run) -> FoundName | None:
    """A given name and what follows: "Hugh Ashcombe"."""
    texts = run.words
    if not called.is_given_name(texts[0]):
        return None
    if (
        kinds.is_people(texts[0])
        and (
            run.tag_before() in tuple("zp")  # "Tyndale's English Bible", "the English Bible"
            or (run.tag_before() == "d" and kinds.is_common(texts[-1]))
            or any(map(kinds.is_people, texts[1:]))
            or not called.is_surname(texts[-1])
            or look_up(texts[-1]).well_known  # "Roman Spain"
        )
    ):
        return None
    placed = run.preposition in words("names", "prepositions_strong")
    placed = placed or kinds.place_noun(run.before()) is not None  # "the temple Abu Simbel"
    if run.emphasised or (placed and not called.is_surname(texts[-1])):
        return None
    if run.tag_before() in "dJ" and kinds.is_person_noun(texts[-1].lower()):
        return None  # "a Virginia Gentleman"
    if fits("the _ <place>|<head>")(run):
        return None  # "the Novi Pazar area"
    return FoundName(run.start, name_end(run))


def is_patronymic(text: str) -> bool:
    """Whether a word is a Russian or Turkish patronymic: "Feodorovna", "Mikhailovich"."""
    return fold(text).endswith(_PATRONYMIC_ENDINGS) and len(text) > _SHORTEST_PATRONYMIC


def with_particle(run: Run) -> FoundName | None:
    """A particle within: "Harun al-Rashid", "Jean de Brienne"."""
    texts = run.words
    if run.emphasised or run.tag_before() == "p" or look_up(run.text):
        return None
    start = run.start
    if len(texts) > 3 and texts[1].islower() and not called.is_given_name(texts[0]):
        # "Vie de Hugues Capet" is about Hugues Capet.
        start += 2 * (called.is_given_name(texts[2]) and called.is_surname(texts[3]))
    within = any(text[0].islower() for text in texts[1:])
    return FoundName(start, name_end(run)) if within else None


def without_title(texts: Iterable[str]) -> Iterator[str]:
    """The words of a name before the title of nobility in it: "Karl Philipp, 4th Prince of"."""
    titles = {*words("people", "titles_of_places", "nobility"), *ORDINALS, "of", "the"}
    return takewhile(lambda text: text not in titles and text.isalpha(), texts)


# --- where a name ends ---------------------------------------------------------------------------


def name_end(run: Run) -> int:
    """The end of a person's name: with byname and number, or with a title behind given names."""
    return _byname_end(run) or _lordship_end(run) or run.end


def _lordship_end(run: Run) -> int | None:
    """The end of "Karl Philipp, Prince of Ravnik,": given names alone do not name anybody."""
    i = run.end + 1
    if (
        len(run.words) < 2
        or run.after() != ","
        or not all(map(called.is_only_given_name, run.words))
    ):
        return None
    i += run.word(i) == "the"
    i += run.word(i) in ORDINALS or run.word(i)[:1].isdigit()
    lord = run.word(i) in words("people", "titles_of_places", "nobility")
    if run.possessive or not lord or run.word(i + 1) != "of" or not is_capital(run.word(i + 2)):
        return None
    end = run_end(run.sentence, i + 2, run.style)
    return end if run.word(end) in (",", ".", ";", ")", "") else None


def _byname_end(run: Run) -> int | None:
    """The end of "Peter the Great", "Catherine of Aragon"; None without a byname."""
    texts = run.words
    link, byname = run.word(run.end), run.word(run.end + 1)
    if link == "the" and byname in ("younger", "elder"):
        return run.end + 2
    if link not in ("the", "of") or not is_capital(byname or ".") or len(texts) > 2:
        return None
    if not texts[-1][0].isupper():
        return None
    if link == "of" and kinds.entry(run.before()).verb in _WITH_OF:
        return None
    numbered = len(texts) == 2 and kinds.is_numeral(texts[1])
    two = len(texts) == 2 and not called.is_family_name_first(texts[0])
    two = two and all(map(called.is_given_name, texts))
    if link == "the":
        common = not numbered and len(texts) == 2 and not (two or kinds.is_borne(texts[0]))
        person = kinds.is_borne(texts[0]) or not kinds.is_common(texts[0])
        return run.end + 2 if person and not common and _is_byname(run, run.end + 1) else None
    if len(texts) == 2 and not (numbered or (two and not called.is_known_surname(texts[1]))):
        return None
    first = texts[0]
    if kinds.is_title(byname) or (kinds.is_common(first) and kinds.is_common(byname)):
        return None  # "a portrait by Price of General Hale", "Price of Wood"
    given = called.is_given_name(first) or called.is_figure(first)
    # "James of Avesnes, Renier of Trit"
    listed = fits("_ of <Capital> ...1 <Capital> of | <Capital> of <Capital> ...1 _ of")(run)
    ruler = run.before() in words("people", "titles_of_places")  # "King Muryong of Baekje"
    if not (numbered or given or (not kinds.is_common(first) and (listed or ruler))):
        return None
    return _places_end(run, run_end(run.sentence, run.end + 1, run.style))


def _places_end(run: Run, end: int) -> int:
    """Behind a second land of the same lord: "Louis of Blois and Chartres"."""
    second = run.word(end + 1)
    place = run.word(end) == "and" and look_up(second) and not called.is_given_name(second)
    return end + 2 if place and run.word(end + 2) != "of" else end


def _is_byname(run: Run, i: int) -> bool:
    """Whether a word behind "the" is a byname: not "told Peter the Germans had come"."""
    text = run.word(i)
    if is_capital(run.word(i + 1) or ".") and "J" not in kinds.entry(text).tags:
        return False  # "in Ravnik the Varda Congress met"
    if kinds.is_people(text):
        # "Louis the German died", but "told Louis the German fleet had come".
        return not text.endswith("s") and run.sentence.tags[i + 1 : i + 2] in (",", ".", ";", ")")
    if "J" not in kinds.entry(text).tags and (
        kinds.is_unit(text) or text in words("people", "titles")
    ):
        return False
    return kinds.head_kind(text) is None
