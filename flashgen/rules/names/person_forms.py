"""Names that are a person's by their form: by title, initials, number, byname, given name."""

from __future__ import annotations

import re

from flashgen.rules.names.capitals import is_capital, run_end
from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.name import (
    SAINTS,
    Name,
    Run,
    end_of_phrase,
    is_people,
    is_unit,
    title_end,
)
from flashgen.rules.names.onomasticon import (
    fold,
    is_family_name_first,
    is_figure,
    is_given_name,
    is_surname,
)
from flashgen.rules.names.reading import function_words
from flashgen.tables import words

# The given name of a Chinese or a Korean in the older spelling: "Yat-sen", "Kai-shek", "Shih-k'ai".
_HYPHENATED_GIVEN_NAME = re.compile(r"[A-Z][a-zü'’]{0,5}-[A-Za-zü][a-zü'’]{0,5}")
_PATRONYMIC_ENDINGS = ("ovich", "evich", "ovna", "evna", "ovitch", "evitch", "oglu", "ogly")
_SHORTEST_PATRONYMIC = 6


def particle(run: Run) -> Name | None:
    """A surname with its particle and nothing before: "he invited de Mowbray"."""
    first = run.sentence[run.start]
    alone = first.lower or (first.opens and len(run.texts) == 2)
    if not alone or first.text.lower() not in words("people", "leading_particles"):
        return None
    return run.person(run.start, run.end, "particle")


def titled(run: Run) -> Name | None:
    """A name behind titles: "General P. N. Wrangel"; "Prince of Wales" is none."""
    start = title_end(run.sentence, run.start, run.end)
    if start == run.start:
        return None
    if run.texts[0] in SAINTS and start < run.end:
        return run.person(run.start, _name_end(run, start), "saint")
    if start == run.end:
        return _title_alone(run)
    if is_people(run.texts[start - run.start]) and not is_given_name(run.texts[start - run.start]):
        return run.other(run.start, run.end, "title")
    return run.person(start, _name_end(run, start), "title", titled=True)


def _title_alone(run: Run) -> Name:
    """A title without a name, or with a place's: "Prince of Wales"."""
    end = end_of_phrase(run.sentence, run.end)
    of_place = run.texts[-1] in words("people", "titles_of_places") and end is not None
    return run.other(run.start, end if end and of_place else run.end, "title")


def figure(run: Run) -> Name | None:
    """A figure of history whose name's form tells nothing: "Sitting Bull"."""
    for end in range(run.end, run.start + 1, -1):
        if is_figure(" ".join(run.texts[: end - run.start])):
            return run.person(run.start, end, "figure of history")
    return None


def hyphenated(run: Run) -> Name | None:
    """A family name and a hyphenated given name: "Sun Yat-sen", though the sun is no name."""
    if not has_hyphenated_given_name(run.texts):
        return None
    return run.person(run.start, run.end, "hyphenated given name")


def person_by_form(run: Run) -> Name | None:
    """Initials, a given name and a surname, a ruler's number or byname, a particle."""
    texts = run.texts
    rule = ""
    if all(word.emphasised for word in run.words):
        return None
    if run.sentence[run.start].initial:
        rule = "initials" if len(texts) > 1 and not texts[-1].endswith(".") else ""
    elif _byname_end(run) is not None and not _is_place(texts):
        rule = "byname"
    elif _is_family_name_of_a_dynasty(run):
        rule = "family name first"
    elif len(texts) > 1 and (not is_people(texts[0]) or run.sentence[run.start + 1].numeral):
        rule = _form_of_several(run)
    return run.person(run.start, _name_end(run, run.start), rule) if rule else None


def _is_family_name_of_a_dynasty(run: Run) -> bool:
    """Whether a dynasty's name is somebody's family name: "Song Jiaoren", but "Song China"."""
    if len(run.texts) != 2 or not is_people(run.texts[0]):
        return False
    first, second = run.texts
    common = words("words", "common_words", "openers")
    thing = second in common or is_unit(second) or is_people(second) or look_up(second) is not None
    return is_family_name_first(first) and not thing


def _form_of_several(run: Run) -> str:
    """The rule by which several words look like a person's name, or ""."""
    texts = run.texts
    last = texts[-1]
    if any(word.numeral for word in run.sentence[run.start + 1 : run.end]):
        return "number of a ruler" if _behind_number(run) else ""
    if any(word.initial for word in run.sentence[run.start + 1 : run.end]):
        return "initials"
    if last in words("people", "following_titles"):
        return "title that follows"
    if is_given_name(texts[0]) and last not in words("words", "calendar"):
        return "" if _may_be_in(run) else "given name"
    if is_patronymic(last):
        return "patronymic"
    if any(t.islower() for t in texts[1:]) or ("-" in last and last[0].islower()):
        return "particle"
    return ""


def _may_be_in(run: Run) -> bool:
    """Whether a preposition makes the name a place's, and its last word is nobody's."""
    last = run.texts[-1]
    nobody = not (is_given_name(last) or is_surname(last) or is_figure(last))
    preposition = run.preposition in words("places", "prepositions_strong")
    return preposition and nobody and not run.possessive


def _behind_number(run: Run) -> bool:
    """Whether a number can be a ruler's: "Louis XIV", not "World War II", "Hancock's II Corps"."""
    first = run.texts[0]
    return not is_unit(first) and first not in words("words", "calendar", "never_names")


def is_patronymic(text: str) -> bool:
    """Whether a word is a Russian or Turkish patronymic: "Feodorovna", "Mikhailovich"."""
    ends_so = fold(text).endswith(_PATRONYMIC_ENDINGS) and "-" not in text
    return ends_so and len(text) > _SHORTEST_PATRONYMIC


def has_hyphenated_given_name(texts: tuple[str, ...]) -> bool:
    """Whether two words are a family name and a hyphenated given name: "Sun Yat-sen"."""
    return (
        len(texts) == 2
        and texts[0][0].isupper()
        and _HYPHENATED_GIVEN_NAME.fullmatch(texts[1]) is not None
        and (is_family_name_first(texts[0]) or _is_lower_behind_hyphen(texts[1]))
        and not is_people(texts[0])
    )


def _is_lower_behind_hyphen(text: str) -> bool:
    return text.rpartition("-")[2].islower()


def _is_place(texts: tuple[str, ...]) -> bool:
    entry = look_up(" ".join(texts))
    return entry is not None and entry.sure and not is_given_name(texts[0])


def _name_end(run: Run, start: int) -> int:
    """The end of a person's name that begins at ``start``: with byname, number and "Jr."."""
    run = Run(run.sentence, start, run.end)
    end = _byname_end(run) or run.end
    if end < len(run.sentence) and run.sentence[end].text in words("people", "suffixes"):
        end += 1
    return end


def _byname_end(run: Run) -> int | None:
    """The end of "Peter the Great", "Catherine of Aragon"; None without a byname."""
    i = run.end
    if run.sentence[i - 1].possessive or i + 1 >= len(run.sentence):
        return None
    link, byname = run.sentence[i], run.sentence[i + 1]
    if not link.follows or not byname.follows or not is_capital(run.sentence, i + 1):
        return None
    if len(run.texts) > 2 or not all(t[0].isupper() for t in run.texts):
        return None
    numbered = len(run.texts) == 2 and run.sentence[i - 1].numeral
    if len(run.texts) == 2 and not numbered and not _has_two_given_names(run.texts):
        return None
    if link.text == "the" and not (_is_common(byname.text) or _is_adjective(run, i + 1)):
        return i + 2
    of_person = link.text == "of" and (is_given_name(run.texts[0]) or numbered)
    return run_end(run.sentence, i + 1) if of_person else None


def _has_two_given_names(texts: tuple[str, ...]) -> bool:
    """Whether a name is a ruler's of two words: "Franz Joseph"."""
    return all(map(is_given_name, texts)) and not is_family_name_first(texts[0])


def _is_common(text: str) -> bool:
    """Whether a word behind "the" is no byname: "told Peter the Germans had come"."""
    if text.endswith("s") and not text.endswith(("ss", "us")):
        return True
    common = words("words", "never_names") | words("people", "titles")
    return is_unit(text) or text in common


def _is_adjective(run: Run, i: int) -> bool:
    """Whether a people's name behind "the" has its noun: "told Peter the German fleet had"."""
    noun = i + 1 < len(run.sentence) and run.sentence[i + 1].follows
    if not noun or not is_people(run.sentence[i].text):
        return False
    text = run.sentence[i + 1].text
    return text.islower() and text not in function_words() and not text.endswith("ed")
