"""Titles: cut from a name before or behind it, or alone, or with a place's name."""

from __future__ import annotations

from flashgen.rules.names import kinds
from flashgen.rules.names import onomasticon as called
from flashgen.rules.names.forms import FoundName, end_of_phrase
from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.person_forms import name_end
from flashgen.rules.names.runs import Run
from flashgen.tables import words

_LONGEST_TITLE = 4


def title_end(run: Run) -> int:
    """Where the titles that a run begins with end; its start where it has none.

    Common words may stand before one: "Foreign Minister", "Chief of Staff" leaves "Staff".
    """
    end = i = run.start
    limit = min(run.end - _is_surname_behind_title(run), run.start + _LONGEST_TITLE)
    while i < limit:
        word = run.word(i)
        if _is_titled_at(run, i):
            end = i + 1
        elif kinds.is_people(word) and run.word(i + 1) in words("people", "titles_of_places"):
            pass  # "Holy Roman Emperor"
        elif _is_of_a_people(run, i):
            pass  # "German Field Marshal Hale", "Communist Leader Hale"; not "Norman Fisher"
        elif not kinds.is_common(word) or kinds.is_borne(word):
            break
        i += 1
    return end


def _is_titled_at(run: Run, i: int) -> bool:
    """Whether a title stands at a word, or begins there: "Field Marshal"."""
    word, behind = run.word(i), run.word(i + 1)
    title = kinds.is_title(word) and not kinds.is_given_before(word, behind)
    return title or f"{word} {behind}" in words("people", "titles")


def _is_of_a_people(run: Run, i: int) -> bool:
    """Whether a word is a people's or a party's adjective before a title and a name."""
    word = run.word(i)
    title = run.word(i + 1)
    if not kinds.is_people(word) or title in words("people", "titles"):
        return kinds.is_people(word)
    borne = called.is_common_given_name(word) or called.is_common_surname(title)
    return _is_titled_at(run, i + 1) and i + 2 < run.end and not (borne and kinds.is_borne(word))


def _is_surname_behind_title(run: Run) -> bool:
    """Whether a run of titles ends in a surname: "Admiral Fisher", "Mr. King", not "Lord King"."""
    *before, last = run.words
    if not before or not called.is_common_surname(last) or not kinds.is_title(before[-1]):
        return False
    return kinds.is_short_title(before[-1]) or last not in words("people", "titles")


def titled(run: Run) -> FoundName | None:
    """A name behind titles, which are cut: "General P. N. Wrangel", not "Marquis de Brandt"."""
    start = title_end(run)
    whole = run.words[0] in words("people", "following_titles") and called.is_figure(run.text)
    if start in (run.start, run.end) or run.words[0] in kinds.SAINTS or whole:
        return None  # "Shah Jahan"
    first = run.word(start)
    somebody = called.is_given_name(first) or called.is_common_surname(first)
    if kinds.is_people(first) and not (somebody and called.is_surname(run.words[-1])):
        return None
    if start == run.end - 1 and kinds.is_common(first) and not called.is_common_surname(first):
        found = kinds.entry(first)  # "General Headquarters", "Vicar Apostolic", "Princess Royal"
        borne = kinds.is_borne(first) and not (found.tags[:1] == "J" and run.preposition == "the")
        if not borne and (
            found.plural or found.tags[:1] != "N" or set(found.of_noun[:2]) & set("bg")
        ):
            return None
    landed = first in words("people", "leading_particles")
    noble = landed and run.word(start - 1) in words("people", "nobility")
    return FoundName(start - noble, name_end(run.cut(start, run.end)))


def title_behind(run: Run) -> FoundName | None:
    """A title glued behind a name: "Christopher Taylor Commander", "Philip King of France"."""
    texts = run.words
    if texts[-1] in words("people", "following_titles", "suffixes"):
        return None
    if len(texts) == 2:
        rules = texts[-1] in words("people", "titles_of_places") and run.after() == "of"
        person = called.is_given_name(texts[0]) or "p" in kinds.classes(texts[0])
        ranked = texts[0] in words("people", "titles", "titles_of_places")
        return FoundName(run.start, run.end - 1) if rules and person and not ranked else None
    particle = texts[-2].lower() in words("people", "particles")
    if not called.is_given_name(texts[0]) or not kinds.is_title(texts[-1]) or particle:
        return None
    end = run.end - 1
    while (
        end > run.start + 1
        and kinds.is_common(run.word(end - 1))
        and not kinds.is_borne(run.word(end - 1))
    ):
        end -= 1  # "First Lord"
    holds = run.after() in ("of", "to") and called.is_known_surname(run.word(end - 1))
    return FoundName(run.start, end) if holds or not called.is_known_surname(texts[-1]) else None


def title(run: Run) -> FoundName | None:
    """A title without a name, or with a place's or an office's: "Prince of Wales"."""
    noble = run.before(2).islower() and run.before(2).capitalize() in words("people", "nobility")
    if noble and run.preposition == "of":
        return FoundName(run.start, run.end)  # "the duke of York"
    if title_end(run) != run.end or _is_surname_alone(run):
        return None
    end = end_of_phrase(run, ("of", "for")) or run.end
    several = end > run.start + 1
    return FoundName(
        run.start, end - (several and _is_holder(run.word(end - 2), run.word(end - 1)))
    )


def _is_surname_alone(run: Run) -> bool:
    """Whether a word for a person is rather somebody's name: "Necker fell", not "the Necker"."""
    surname = called.is_known_surname(run.text) and run.tag_before() not in "dp"
    return surname and run.text not in words("people", "titles")


def _is_holder(office: str, last: str) -> bool:
    """Whether the holder's surname follows an office: "Secretary of State Seward"."""
    common = kinds.is_common(office) and office[0].isupper() and office not in kinds.SAINTS
    surname = called.is_surname(last) and not kinds.is_common(last)
    return common and surname and not look_up(last)
