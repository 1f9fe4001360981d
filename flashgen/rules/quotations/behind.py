"""The cue behind a quotation: "…," said Hale; "…" was his answer; "…," according to one report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flashgen.rules.quotations.clauses import Reading
from flashgen.rules.quotations.cues import DASHES, Cue, Sort, has_head
from flashgen.rules.quotations.frame import Kind, Place
from flashgen.rules.quotations.marks import Form
from flashgen.rules.quotations.phrases import Phrase, can_speak, phrase_after
from flashgen.rules.quotations.words import (
    Tokens,
    is_adverb,
    is_auxiliary,
    is_determiner,
    is_nominal,
    is_verb,
    pronouns,
    saying,
)
from flashgen.tables import words

# The limits, in tokens, of an aside between a speaker and the verb, of a chain of verbs, of a
# name with book and year below a quotation, of what stands between a verb and the next quotation.
_LONGEST_ASIDE = 25
_LONGEST_CHAIN = 9
_LONGEST_CREDIT = 16
_LONGEST_OBJECT = 12
_ANSWERS = frozenset("answer reply response retort rejoinder verdict".split())
_OPENS_OBJECT = frozenset("that whether if nothing no it to".split())
_RESPONSES = frozenset("replied answered responded retorted rejoined countered".split())
_PARTICLES = frozenset("to on out up have been in back again forth away".split())


def cue_behind(reading: Reading, quote: int) -> Cue | None:
    """The cue behind a quotation, None where there is none."""
    place = reading.frame.places[quote]
    tokens = reading.tokens(place.last_sentence)
    start = place.last_token + 1
    if start < len(tokens):
        return _in_sentence(tokens, place, start, _signal(reading, quote, tokens, place))
    below = reading.tokens(place.last_sentence + 1)
    if below and reading.frame.quoted[quote].form is Form.BLOCK and not below[0].capital:
        goes_on = Place(0, 0, place.last_sentence + 1, -1)
        cue = _in_sentence(below, goes_on, 0, ",")
        if cue is not None:
            return cue
    if place.token == 0 and below and below[0].low in DASHES:
        credit = _credit(below, 1)
        if credit is not None:
            return Cue(Sort.SPEAKER, place.last_sentence + 1, 0, credit.end, credit, behind=True)
    if reading.last_sign(quote) in "!?…—-" and reading.same_paragraph(
        place.last_sentence, place.last_sentence + 1
    ):
        return _in_next_sentence(reading.tokens(place.last_sentence + 1), place.last_sentence + 1)
    return None


def _signal(reading: Reading, quote: int, tokens: Tokens, place: Place) -> str:
    """The punctuation that lets speech go over into "said he": "," or "!" or a dash; else ""."""
    before = (
        tokens[place.token - 1] if place.token and place.sentence == place.last_sentence else None
    )
    if before is not None and is_determiner(before):
        return ""
    following = tokens[place.last_token + 1].low
    if following == "," or following in DASHES:
        return ","
    last = reading.last_sign(quote)
    return last if last in ",!?…—-;:" else ""


def _in_sentence(tokens: Tokens, place: Place, start: int, signal: str) -> Cue | None:
    """The cue in the rest of a quotation's own sentence."""
    i = start
    if tokens[i].low == "(" and i + 2 < len(tokens) and tokens[i + 2].low in (")", ","):
        named = phrase_after(tokens, i + 1)
        if named is not None and named.person:
            return Cue(Sort.SPEAKER, place.last_sentence, i, named.end, named, behind=True)
    if tokens[i].low in DASHES and place.token == 0:
        credit = _credit(tokens, i + 1)
        if credit is not None:
            return Cue(Sort.SPEAKER, place.last_sentence, i, credit.end, credit, behind=True)
    if tokens[i].low == "," or tokens[i].low in DASHES:
        i += 1
    while i < len(tokens) and tokens[i].low in ("as", "so", "thus", "or"):
        i += 1
    if i >= len(tokens):
        return None
    found = _according(tokens, i) or _is_somebodys(tokens, i) or _is_how(tokens, i)
    if found is None and (signal or _opens(tokens, place) or tokens[i].low in saying()):
        found = _inverted(tokens, i, signal) or _clause(tokens, i, signal)
    if found is None:
        return None
    return _cue(found, place.last_sentence)


def _opens(tokens: Tokens, place: Place) -> bool:
    """Whether nothing stands before a quotation but a colon, a comma or a dash."""
    if place.token == 0:
        return True
    alone = place.sentence == place.last_sentence
    return alone and tokens[place.token - 1].low in (":", ",", *DASHES)


def _cue(found: _Found, sentence: int) -> Cue:
    return Cue(found.sort, sentence, found.token, found.end, found.subject, behind=True)


def _credit(tokens: Tokens, i: int) -> Phrase | None:
    """The name below or behind words that stand alone: "— Abraham Lincoln, 1863"."""
    phrase = phrase_after(tokens, i)
    if phrase is None or not phrase.head.capital or len(tokens) - i > _LONGEST_CREDIT:
        return None
    if any(is_verb(tokens, k) for k in range(i, len(tokens))):
        return None
    ends = phrase.end == len(tokens) or tokens[phrase.end].low in (",", "(", ".", "in")
    return phrase if ends else None


class _Found(NamedTuple):
    """A verb or noun with the speaker, and the token behind the cue's own words."""

    token: int
    end: int
    subject: Phrase
    sort: Sort


def _according(tokens: Tokens, i: int) -> _Found | None:
    """'…," according to Hale' and '…," in the words of Hale'."""
    low = [token.low for token in tokens[i : i + 2]]
    if low == ["according", "to"]:
        phrase = phrase_after(tokens, i + 2)
        return _Found(i, phrase.end, phrase, Sort.SOURCE) if phrase else None
    if low[:1] == ["in"]:
        phrase = phrase_after(tokens, i + 1)
        if phrase and has_head(phrase, words("quotations", "messages")):
            source = any(token.low == "of" for token in tokens[phrase.start : phrase.end])
            return _Found(i, phrase.end, phrase, Sort.WORDS) if source or phrase.owned else None
    return None


def _is_somebodys(tokens: Tokens, i: int) -> _Found | None:
    """'…" was his answer', '…" became Mill's watchword', '…," came the reply'."""
    linking = words("quotations", "linking") | {"been"}
    if [token.low for token in tokens[i : i + 2]] in (["had", "been"], ["has", "been"]):
        i += 1
    verb = tokens[i].low
    if verb not in linking | words("quotations", "document_verbs") or verb in saying():
        return None
    j = i + 1
    while j < len(tokens) and is_adverb(tokens[j]):
        j += 1
    phrase = phrase_after(tokens, j)
    nouns = words("quotations", "messages", "documents")
    if verb in ("came", "rang"):
        nouns |= words("quotations", "persons", "crowds")
    if phrase is None or not has_head(phrase, nouns):
        return None
    source = any(token.low in ("of", "from") for token in tokens[phrase.start : phrase.end])
    if verb in linking and not (phrase.owned or source or phrase.head.low in _ANSWERS):
        return None
    return _Found(i, phrase.end, phrase, Sort.WORDS)


def _is_how(tokens: Tokens, i: int) -> _Found | None:
    """'…" was how she put it', '…" is what the envoy reported'."""
    if tokens[i].low not in ("was", "is", "were") or i + 2 >= len(tokens):
        return None
    if tokens[i + 1].low not in ("how", "what"):
        return None
    return _clause(tokens, i + 2, ",")


def _inverted(tokens: Tokens, i: int, signal: str) -> _Found | None:
    """'…," said Hale', and behind a comma any verb: '…," called a deputy'."""
    verbs = saying() | words("quotations", "thinking")
    while i < len(tokens) and is_adverb(tokens[i]):
        i += 1
    if i == len(tokens) or tokens[i].low.endswith("ing"):
        return None
    acts = signal == "," and is_verb(tokens, i) and not is_auxiliary(tokens[i])
    if tokens[i].low not in verbs and not acts:
        return None
    j = i + 1
    while j < len(tokens) and j < i + 4 and is_adverb(tokens[j]):
        j += 1
    phrase = phrase_after(tokens, j)
    if phrase is None or phrase.pronoun in words("quotations", "relatives"):
        return None
    if phrase.end < len(tokens) and is_verb(tokens, phrase.end):
        return None
    if phrase.head.capital or phrase.pronoun or can_speak(phrase):
        return _Found(i, phrase.end, phrase, Sort.SAID)
    # "said nothing", "wrote a letter": what is no speaker is an object.
    longer = phrase.end - phrase.start > 1 and tokens[i].low in verbs
    return _Found(i, phrase.end, phrase, Sort.SAID) if longer else None


def _clause(tokens: Tokens, i: int, signal: str) -> _Found | None:
    """'…," Hale remembered', '…," the old man, trembling, was heard to say'."""
    while i < len(tokens) and (is_adverb(tokens[i]) and not is_nominal(tokens, i)):
        i += 1
    phrase = phrase_after(tokens, i)
    if phrase is None or phrase.pronoun in words("quotations", "relatives"):
        return None
    if phrase.pronoun == "it" and not _tells(tokens, phrase.end):
        return None
    for start in _behind_asides(tokens, phrase.end):
        verb = _saying_in_chain(tokens, start)
        if verb is not None:
            return _Found(verb, verb + 1, phrase, Sort.SAID)
    acts = phrase.end < len(tokens) and (
        is_verb(tokens, phrase.end) or is_adverb(tokens[phrase.end])
    )
    if signal == "," and acts and (phrase.pronoun or phrase.person or can_speak(phrase)):
        return _Found(phrase.end, phrase.end + 1, phrase, Sort.SAID)
    return None


def _tells(tokens: Tokens, verb: int) -> bool:
    """Whether a verb is what a speech or a letter does: "it began", "it went on"."""
    verbs = saying() | words("quotations", "document_verbs")
    return verb < len(tokens) and tokens[verb].low in verbs


def _behind_asides(tokens: Tokens, end: int) -> Iterator[int]:
    """Where the verb may stand: right behind the subject, or behind what commas set apart."""
    yield end
    if end < len(tokens) and tokens[end].low in (",", "("):
        closing = ")" if tokens[end].low == "(" else ","
        for i in range(end + 1, min(len(tokens), end + _LONGEST_ASIDE)):
            if tokens[i].kind is Kind.QUOTE:
                return
            if tokens[i].low == closing:
                yield i + 1
                return


def _saying_in_chain(tokens: Tokens, start: int) -> int | None:
    """The verb of saying in a chain of verbs: "wanted to know", "is said to have remarked"."""
    verbs = saying() | words("quotations", "thinking")
    said: int | None = None
    for i in range(start, min(len(tokens), start + _LONGEST_CHAIN)):
        low = tokens[i].low
        if tokens[i].kind is not Kind.WORD:
            break
        if low in verbs and not low.endswith("ing"):
            said = i
        elif low == "know" or (low == "saying" and i > start):
            return i
        elif not (
            is_auxiliary(tokens[i])
            or is_adverb(tokens[i])
            or is_verb(tokens, i)
            or low in _PARTICLES
            or low == "as"
        ):
            break
    return said


def _in_next_sentence(tokens: Tokens, sentence: int) -> Cue | None:
    """'…?" Hale asked.': after a question or a cry the clause looks like a new sentence."""
    if not tokens or tokens[0].kind is Kind.QUOTE:
        return None
    found = _inverted(tokens, 0, "") or _clause(tokens, 0, "")
    if found is None or (found.end == found.token + 1 and _has_object(tokens, found.end)):
        return None
    for i in range(found.end, min(found.end + _LONGEST_OBJECT, len(tokens) - 1)):
        if tokens[i + 1].kind is Kind.QUOTE:
            introduces = tokens[i].low == ":" or tokens[found.token].low in _RESPONSES
            return None if introduces else _cue(found, sentence)
    return _cue(found, sentence)


def _has_object(tokens: Tokens, i: int) -> bool:
    """Whether a verb has said what it says: "said nothing", "replied that", "told him to go"."""
    if i >= len(tokens) or tokens[i].kind is not Kind.WORD:
        return False
    if tokens[i].low in _OPENS_OBJECT:
        return True
    if tokens[i].low in pronouns() or tokens[i].low in ("him", "them", "me", "us"):
        return i + 1 < len(tokens) and tokens[i + 1].low in ("to", "that", "whether", "what", "how")
    return False
