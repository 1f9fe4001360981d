"""What the draft of a deck.yaml can say by itself: who somebody is, and what a quotation hides.

Both are words of the article, read by its grammar. Where it says nothing, nothing is drafted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from flashgen.article import Span
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Chunk, chunks, joined
from flashgen.english.tags import COMMA, NAME, NOUN, QUANTITY
from flashgen.english.tokens import Sentence, Text
from flashgen.mentions import FoundPerson, QuotationMention

_PERSON = "p"  # the lexicon's class of nouns that mean human beings
_LONGEST = 8  # words: what is longer is no short answer
_SHORTEST_GAP = 2


def who_is(text: Text, person: FoundPerson) -> str:
    """Who the article says that somebody is: "mayor of Riga"; "" where it does not say.

    It stands beside the name ("Holt, the mayor of Riga,") or is said of it ("Holt was a weaver").
    """
    for mention in person.mentions:
        sentence = _sentence_at(text, mention.span.start)
        for start in _descriptions(sentence, mention.span):
            found = _phrase_from(sentence, start)
            if found is not None:
                return _cut(text, sentence, *found)
    return ""


def missing_words(text: Text, quotation: QuotationMention) -> str:
    """The words of a quotation that a card may hide: its last noun phrase of some weight.

    "" where none stands in it once and leaves words to ask with.
    """
    sentence = _sentence_at(text, quotation.span.end - 1)
    found, reached = "", 0
    for chunk in chunks(sentence.tags, sentence.at(quotation.span.start)):
        end = _with_of(sentence, chunk)
        within = chunk.start >= reached and sentence.end(end - 1) <= quotation.span.end
        if chunk.kind != "noun" or not within:
            continue
        words = _cut(text, sentence, chunk.start, end)
        telling = sentence.tags[chunk.end - 1] in (NOUN, NAME)
        telling = telling and sentence.words[end : end + 1] not in (("’",), ("'",))
        short = _SHORTEST_GAP <= end - chunk.start <= _LONGEST
        if telling and short and quotation.text.count(words) == 1 and words != quotation.text:
            found, reached = words, end
    return found


def _sentence_at(text: Text, offset: int) -> Sentence:
    i = bisect_right(text.sentences, offset, key=lambda sentence: sentence.span.start)
    return text.sentences[max(0, i - 1)]


def _descriptions(sentence: Sentence, span: Span) -> Iterator[int]:
    """The tokens at which it may begin to be said who a name's bearer is."""
    start, end = sentence.at(span.start), sentence.at(span.end)
    if sentence.tags[end : end + 1] == COMMA:
        yield end + 1
    for clause in sentence.clauses:
        subject = clause.subject is not None and clause.subject.start <= start < clause.subject.end
        says = clause.lemma in ("be", "become") and not clause.negated
        if subject and says and clause.object is not None:
            yield clause.object.start


def _phrase_from(sentence: Sentence, start: int) -> tuple[int, int] | None:
    """The phrase at a token without its article, if it means a human being and ends a clause."""
    chunk = next(chunks(sentence.tags, start), None)
    if chunk is None or chunk.kind != "noun" or not _means_a_person(sentence, chunk):
        return None
    end = _with_of(sentence, chunk)
    article = sentence.words[chunk.start].lower() in ("a", "an", "the")
    ends = sentence.tags[end : end + 1] in ("", ",", ".", ";", ")", "c", "w", "i")
    return (chunk.start + article, end) if ends and end - chunk.start <= _LONGEST else None


def _means_a_person(sentence: Sentence, chunk: Chunk) -> bool:
    head = look_up(sentence.words[chunk.end - 1].lower())
    return sentence.tags[chunk.end - 1] == NOUN and _PERSON in head.of_noun and not head.plural


def _with_of(sentence: Sentence, chunk: Chunk) -> int:
    """The end of a phrase with what "of", "in" or "to" adds to it: "mayor of the old town"."""
    end = chunk.end
    for following in joined(sentence.words, sentence.tags, end, ("of", "in", "to")):
        if sentence.tags[following.start : following.end] == QUANTITY:
            break  # "chancellor in 1917"
        end = following.end
    return end


def _cut(text: Text, sentence: Sentence, start: int, end: int) -> str:
    return text.article.tidy(Span(sentence.starts[start], sentence.end(end - 1)))
