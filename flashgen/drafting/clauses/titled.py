"""What an article calls the thing of its title: "the town", where it is on Riga."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.tokens import Sentence

# What is of several things, or says of none what it is.
_OF_SEVERAL = frozenset(
    "class type pair series set group number part member one kind sort form style family list "
    "name codename title term history capital".split()
)
_OFTEN = 1  # times that a text has its title, of which one may be its heading
_BAND = frozenset("group".split())  # "the group": a band, a company


def titled_nouns(title: Sequence[str], s: Sentence, clauses: Iterable[Clause]) -> dict[str, str]:
    """The name of the title by the nouns that the first sentence has for it: "Riga is a town"."""
    begin = int(s.words[0].lower() == "the")
    if title[-1:] and title[-1].isupper() and not _begins(s, begin, title):
        title = title[:-1]  # "No. 3 Company RAL"
    if not _begins(s, begin, title):
        return {}
    first = next((c for c in clauses if c.finite and c.subject is not None), None)
    # "The Riga Battalion", not "Operation Market Street", "The Battle of Riga Bridge"
    named = len(title) > 1 and not look_up(title[0].lower()).noun and title[-1].lower()
    closed = any(look_up(word.lower()).closed for word in title)
    nouns = {named} if named and not closed else set()
    if first is not None and first.lemma == "be" and first.object is not None:
        called = [s.words[each.head].lower() for each in (first.object, *first.object.with_)]
        if called[0] in _OF_SEVERAL - _BAND or look_up(called[0]).plural:
            return {}
        nouns.update(called)
    name = " ".join(title)
    kept = (noun for noun in nouns - _OF_SEVERAL | nouns & _BAND if _is_thing(noun))
    return dict.fromkeys(kept, f"the {name}" if begin else name)


def titled_head(title: Sequence[str], text: str) -> dict[str, str]:
    """The name of the title by its own noun, where the text has it: "The Treaty of Riga"."""
    words = list(title[title[0] == "The" :]) if title else []
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1] if words else ""
    name, low = " ".join(words), head.lower()
    named = len(words) > 1 and len(re.findall(rf"\b{re.escape(name)}\b", text)) > _OFTEN
    if not named or low in _OF_SEVERAL or not _is_thing(low):
        return {}
    return {low: f"the {name}" if f"the {name}" in text else name}


def _begins(s: Sentence, begin: int, title: Sequence[str]) -> bool:
    """Whether a sentence has the title from a token on."""
    letters = _letters(title)
    ends = range(begin + 1, min(len(s), begin + 2 * len(title) + 2) + 1)
    return bool(letters) and any(_letters(s.words[begin:end]) == letters for end in ends)


def _letters(words: Iterable[str]) -> str:
    return re.sub(r"[\W_]", "", "".join(words))


def _is_thing(noun: str) -> bool:
    """Whether a word means one thing, and nobody."""
    entry = look_up(noun)
    return bool(entry.noun) and not entry.plural and not entry.of_noun.startswith(("p", "t"))
