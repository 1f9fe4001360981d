"""What a card can hide of a quotation."""

from __future__ import annotations

from flashgen.drafting.clauses.wording import WORD, content_words
from flashgen.english.lexicon import is_word
from flashgen.english.phrases import chunks, joined
from flashgen.english.tags import NAME, NOUN, QUANTITY
from flashgen.english.tokens import read_words
from flashgen.mentions import FoundPerson

_GAP_IN = (7, 18)  # words of a quotation that hides some
_GAP = 5  # words
_SHORTEST_GAP = 4  # letters


def missing(text: str, person: FoundPerson | None) -> str:
    """The words of a short quotation that a card may hide: its last phrase with a name or number.

    Other words have synonyms, and a learner who gives one of them is not wrong.
    """
    if not _GAP_IN[0] <= len(WORD.findall(text)) <= _GAP_IN[1]:
        return ""
    s = read_words(text)
    elsewhere = set(content_words(person.canonical)) if person else set()
    best = ""
    for chunk in chunks(s.tags):
        if chunk.kind != "noun":
            continue
        start = chunk.start + (s.tags[chunk.start] in "dp")
        for end in (chunk.end, *(p.end for p in joined(s.words, s.tags, chunk.end, ("of",)))):
            if not 1 <= end - start <= _GAP or s.tags[end - 1] not in (NOUN, NAME):
                continue
            gap = text[s.starts[start] : s.end(end - 1)]
            if (
                "," in gap
                or text.count(gap) != 1
                or text.startswith(f"{gap},")
                or f", {gap}," in text
            ):
                continue
            telling = content_words(gap)
            sharp = any(
                s.tags[k] == QUANTITY
                or (s.tags[k] == NAME and not s.opens[k] and not is_word(s.words[k].lower()))
                for k in range(start, end)
            )
            rest = text.replace(gap, " ", 1)
            if elsewhere & set(telling) or set(telling) & set(content_words(rest)):
                continue
            if sharp and telling and len(gap) >= _SHORTEST_GAP:
                best = gap
    return best
