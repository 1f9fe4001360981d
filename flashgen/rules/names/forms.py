"""Forms: rules that tell what a name is the name of by its own words.

"General P. N. Wrangel" is a person, "Winter Palace" a place, "Army of the Potomac" neither. A name
whose form tells nothing is ``OPEN``: the clues decide. Each form says which others it has to come
before, with a name that they, too, would read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from flashgen.english.tokens import Sentence
from flashgen.mentions import PlaceKind, Reason
from flashgen.rules.names import kinds
from flashgen.rules.names.gazetteer import look_up
from flashgen.rules.names.name import Name, Role, possessive
from flashgen.rules.names.onomasticon import is_given_name, is_surname
from flashgen.rules.names.runs import Run, next_run, run_end, words_of
from flashgen.rules.names.style import Spelling, is_capital
from flashgen.rules.rule import Rule

# No name goes on behind its head for longer: "Army of the Princes of Lorraine and Bar".
_LONGEST_PHRASE = 14


class FoundName(NamedTuple):
    """The tokens of a name, and the kind of place if it is one's."""

    start: int
    end: int
    kind: PlaceKind = PlaceKind.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm(Rule):
    """A rule whose ``read`` finds a name at the beginning of a run, or None.

    The first part of its id is what the name is of. ``before`` are the forms that it must come
    before, each with a name that both would read; ``words`` how many words a run has at least.
    """

    read: Callable[[Run], FoundName | None]
    before: Mapping[str, str]
    words: int = 1

    @property
    def role(self) -> Role:
        """What the name is of."""
        return Role(self.id.partition("/")[0])


def segments(sentence: Sentence, style: Spelling, forms: Sequence[NameForm]) -> list[Name]:
    """The names of a sentence in order, none overlapping."""
    found: list[Name] = []
    run = next_run(sentence, 0, style)
    while run is not None:
        name = _read(run, forms)
        # A head may have claimed the names before: "Peter and Paul Fortress".
        while found and found[-1].end > name.start:
            found.pop()
        found.append(name)
        run = next_run(sentence, max(name.end, run.start + 1), style)
    return found


def _read(run: Run, forms: Sequence[NameForm]) -> Name:
    sentence, several = run.sentence, len(run.words)
    for form in forms:
        found = form.read(run) if several >= form.words else None
        if found is not None:
            start, end, kind = found
            own, ending = words_of(sentence, start, end), possessive(sentence, end)
            reasons = (Reason(form.id, form.weight),)
            titled = form.id == "person/title"
            return Name(sentence, start, end, own, ending, form.role, reasons, kind, titled)
    return Name(sentence, run.start, run.end, run.words, run.possessive)


def end_of_phrase(run: Run, links: tuple[str, ...] = ("of",)) -> int | None:
    """The end of "of (the) X (and Y)" behind a run, or None."""
    end = None
    i = run.end
    tokens = run.sentence.words
    limit = min(len(tokens), i + _LONGEST_PHRASE)
    while i < limit and tokens[i] in links:
        link = tokens[i]
        i += 1
        if i < limit and tokens[i] in ("the", "all"):
            i += 1
        if i >= limit or not tokens[i][0].isalpha() or not is_capital(tokens[i]):
            return end
        behind = run_end(run.sentence, i, run.style)
        if link == "and" and tokens[behind : behind + 1] == ("of",):
            return end  # "Bay of Fundy and the Gulf of St. Lawrence"
        if _is_full_name(words_of(run.sentence, i, behind)):
            return end
        i = end = behind
        links = (*links, "and")
    return end


def _is_full_name(texts: tuple[str, ...]) -> bool:
    """Whether somebody's full name ends some words: "Staff H. R. Hale", "Hugh Ashcombe"."""
    titled = False
    while len(texts) > 1 and not is_given_name(texts[0]):
        if not (kinds.is_common(texts[0]) or kinds.is_title(texts[0])):
            break
        titled = titled or texts[0].endswith(".")
        texts = texts[1:]
    if kinds.is_initial(texts[0]) or len(texts) == 1:
        return titled or len(texts) > 2
    thing = kinds.is_unit(texts[-1]) or kinds.head_kind(texts[-1]) or kinds.head_before(texts[0])
    named = is_given_name(texts[0]) and is_surname(texts[-1]) and not thing
    return named and not look_up(" ".join(texts))
