"""Which words of a passage are marked: the few runs that say what the fact says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from flashgen.article import Span
from flashgen.english.content import WORD, all_alike, is_cased, key_of
from flashgen.english.lexicon import look_up

_MOST = 3  # runs: more would mark nothing
_LEAST = 0.5  # of the heaviest run's weight
_BETWEEN = 3  # small words within a run
_PAUSE = re.compile(r"[.!?…;:“”\"()]")
_BEHIND_COMMA = re.compile(r", *(\w+)")
_WITHIN_NAME = re.compile(r"\.? ")
# What stands before a surname: "V. I.", "L.D."
_INITIALS = re.compile(r"(?:(?<!\w)[A-ZÀ-Þ][a-z]?\.[ \u00a0-]?){1,4}$")


@dataclass(slots=True)
class _Run:
    """Words that belong together, from where to where; ``named``: a name is among them."""

    start: int
    end: int
    words: set[str]
    named: bool = False


def marks(
    text: str, weights: Mapping[str, float], names: Iterable[Sequence[str]]
) -> tuple[Span, ...]:
    """The runs of a text that hold names, and the heaviest words, which are given by their keys.

    Each of ``names`` are the forms of one name, of which the longest is taken. A run goes on over
    a few words that say little; what a heavier one has is not marked again.
    """
    whole = [hit for forms in names if (hit := _named(forms, text))]
    runs = sorted(_runs(text, weights, whole), key=lambda run: (-_weight(run, weights), run.start))
    heaviest = max((_weight(run, weights) for run in runs), default=0.0)
    kept: list[_Run] = []
    for run in sorted(runs, key=lambda run: not run.named):
        run.words -= {word for other in kept for word in other.words}
        enough = _weight(run, weights) >= _LEAST * heaviest
        if run.named or (run.words and enough and len(kept) < _MOST):
            kept.append(run)
    return tuple(sorted(Span(run.start, run.end) for run in kept))


def _named(forms: Sequence[str], text: str) -> Span | None:
    """Where a text has the longest form of a name that it has."""
    for form in sorted(forms, key=len, reverse=True):
        for found in re.finditer(rf"(?<![^\W_]){re.escape(form)}(?![^\W_])", text, re.IGNORECASE):
            if form and is_cased(found[0], form):
                return Span(*found.span())
    return None


def _weight(run: _Run, weights: Mapping[str, float]) -> float:
    return sum(weights[word] for word in sorted(run.words))


def _runs(text: str, weights: Mapping[str, float], whole: Sequence[Span]) -> Iterator[_Run]:
    """The runs of a text in their order."""
    run: _Run | None = None
    tokens = list(WORD.finditer(text))
    for i, token in enumerate(tokens):
        key = key_of(token[0]) or token[0]
        name = next((span for span in whole if token.start() in span), None) if whole else None
        told = not weights.keys().isdisjoint(all_alike(key))
        if name is None and not told:
            continue
        place = _with_initials(text, name or _whole_name(text, tokens, i))
        if run and not _goes_on(text[run.end : place.start]):
            yield run
            run = None
        run = run or _Run(place.start, place.end, set())
        run.end = max(run.end, place.end)
        run.words |= {next(filter(weights.__contains__, all_alike(key)))} if told else set()
        run.named = run.named or name is not None
    if run:
        yield run


def _goes_on(between: str) -> bool:
    """Whether a run goes on over some words: few that say little, and no "took" at a comma."""
    found = WORD.findall(between)
    return between.isspace() or (
        len(found) <= _BETWEEN
        and not any(map(key_of, found))
        and not _PAUSE.search(between)
        and all(look_up(word.lower()).closed for word in _BEHIND_COMMA.findall(between))
    )


def _whole_name(text: str, tokens: Sequence[re.Match[str]], i: int) -> Span:
    """A word, with the words around it if they have capitals as it has: "Winter Palace"."""
    first = last = i
    while first > 0 and _belongs(text, tokens[first - 1], tokens[first]):
        first -= 1
    while last + 1 < len(tokens) and _belongs(text, tokens[last + 1], tokens[last], behind=True):
        last += 1
    return Span(tokens[first].start(), tokens[last].end())


def _with_initials(text: str, name: Span) -> Span:
    """A name from its first initial on."""
    if not text[name.start].isupper():
        return name
    initials = _INITIALS.search(text, max(0, name.start - 20), name.start)
    return Span(initials.start(), name.end) if initials else name


def _belongs(text: str, other: re.Match[str], word: re.Match[str], *, behind: bool = False) -> bool:
    """Whether a word and the one beside it are of one name."""
    before, after = (word, other) if behind else (other, word)
    between = text[before.end() : after.start()]
    capitals = other[0][0].isupper() and word[0][0].isupper()
    beside = capitals and _WITHIN_NAME.fullmatch(between) is not None
    return between == "-" or (beside and not look_up(other[0].lower()).closed)
