"""The title of an event: a few words that say what it was, by themselves."""

from __future__ import annotations

from flashgen.drafting.clauses.clause import Told
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.verbs import unsaid
from flashgen.drafting.clauses.wording import is_function_word, wording
from flashgen.english.tokens import Sentence

_TITLE, _LONG_SUBJECT = 7, 3  # words


def title_of(story: Story, i: int, sentence: Told) -> str:
    """A few words for an event: its subject, its verb and what stands next."""
    s, clause = story.sentences[i], sentence.clause
    subject = [k for k in sentence.tokens if k < clause.start]
    rest = [k for k in sentence.tokens if k >= clause.start]
    names = unsaid(story, i, clause)
    for person in sentence.people[:1]:
        if subject and s.words[subject[0]].lower() in ("he", "she"):
            names[subject[0]] = _short(person)
    kept = list(subject)
    for n, k in enumerate(subject):
        if n > _LONG_SUBJECT and s.tags[subject[n - 1]] in "NE" and s.tags[k] in "iw,(":
            kept = subject[:n]
            break
    for k in rest:
        # Only before what could be left out: not "agreed to grant Henry" a subsidy.
        whole = s.tags[kept[-1]] in "NED" and s.tags[k] in "isw,;:(-"
        if len(kept) >= _TITLE and whole:
            kept = kept[: _purpose(s, kept, clause.end)]
            break
        if s.tags[k] in ",;:(":
            break
        kept.append(k)
    both = [n for n, k in enumerate(kept) if s.words[k].lower() == "between"]
    if both and not any(s.tags[k] == "c" for k in kept[both[-1] :]):
        kept = kept[: both[-1]]  # "was signed between Holt"
    while kept and s.tags[kept[-1]] in "iftdcswpJqrGbhuM":
        kept.pop()
    words = wording(story, i, kept, names).rstrip(".")
    for article in ("The ", "the ", "A ", "An "):
        words = words.removeprefix(article)
    return words[:1].upper() + words[1:]


def _purpose(s: Sentence, kept: list[int], end: int) -> int:
    """How many of some tokens stand before a purpose that would be cut: "a plan to prevent"."""
    opened = (n for n, k in enumerate(kept) if k > end and s.tags[k] == "t")
    return next((n for n in opened if s.tags[kept[n - 1]] in "NE"), len(kept))


def _short(person: str) -> str:
    """A surname, but all of "James II", "William of Orange", "Karl Otto Friedrich Holm"."""
    names = person.split()
    whole = len(names) > 3 or names[-1].isupper() or any(n[0].islower() for n in names)
    return person if whole else names[-1]


def key_words(title: str) -> str:
    """The telling words of a title, for a key."""
    words = [w for w in title.split() if not is_function_word(w.strip(".,’'\"“”").lower())]
    return " ".join(words[:5] if len(words) > 1 else title.split()[:5])
