"""Just enough grammar to find who does what: noun phrases, and verbs with their subjects.

A verb is known from the tables, or by its -ed; its subject is the noun phrase before it, with
adverbs, auxiliaries and what commas set apart between the two, or behind it ("said Reed").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from flashgen.rules.quote_frame import Frame, Kind, Token
from flashgen.rules.tables import table, words

Tokens = Sequence[Token]

# The longest phrase, and the longest aside between commas, in tokens. They keep the work linear.
_LONGEST_PHRASE = 14
_LONGEST_ASIDE = 30
# So far back, in tokens, the verb is looked for that governs a quotation.
_REACH = 90
_JOINING = frozenset({"of", "from", "for", "in", "at", "on", "to"})
_JOINING_BEHIND = frozenset({"of", "from"})
_PLURAL_PRONOUNS = frozenset(
    "we they others many few most several all both thousands hundreds".split()
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, ``tokens[start:end]`` of its sentence; ``head`` is its noun.

    ``person`` is the canonical name where the phrase is that person ("General Krasnov").
    """

    start: int
    end: int
    head: Token
    person: str | None = None
    owner: Token | None = None

    @property
    def pronoun(self) -> str | None:
        """The pronoun that the phrase is, None where it is none."""
        alone = self.end - self.start == 1
        return self.head.low if alone and self.head.low in pronouns() else None


@dataclass(frozen=True, slots=True)
class Predication:
    """A verb with its subject; ``subordinate`` where a conjunction or a relative opens it.

    ``goes_on`` where that only tells what happened next: "to an officer, who saluted"; ``human``
    where "who" proves that the subject is.
    """

    subject: Phrase
    verb: int
    subordinate: bool
    goes_on: bool = False
    human: bool = False


@cache
def pronouns() -> frozenset[str]:
    """The pronouns that can be a subject."""
    return words("quotations", "subject_pronouns", "relatives")


@cache
def saying() -> frozenset[str]:
    """All forms of verbs of saying and writing that are one word."""
    return frozenset(
        w for w in words("verbs", "saying") | words("quotations", "saying") if " " not in w
    )


@cache
def _verbs() -> frozenset[str]:
    """Words that can be a finite verb, or a participle."""
    groups = ("saying", "thinking", "judging", "actions", "document_verbs", "linking")
    single = {verb for verb in table("verbs")["of_persons"] if " " not in verb}
    return words("quotations", *groups) | saying() | single | words("quotations", "naming")


@cache
def _nouns_too() -> frozenset[str]:
    """Verb forms that are nouns as well: "reports", "cries"."""
    groups = ("messages", "documents", "persons", "crowds", "terms", "works", "signs")
    return words("quotations", *groups) & _verbs()


@cache
def _no_nouns() -> frozenset[str]:
    """Words at which a noun phrase ends."""
    groups = ("prepositions", "conjunctions", "subordinators", "adverbs", "auxiliaries")
    return words("quotations", *groups, "subject_pronouns", "relatives")


def is_determiner(token: Token) -> bool:
    """Whether a word can open a noun phrase; "that" is taken for a conjunction."""
    return token.kind is Kind.WORD and token.low in words("quotations", "determiners")


def is_auxiliary(token: Token) -> bool:
    """Whether a word is an auxiliary verb."""
    low = token.low
    return token.kind is Kind.WORD and (
        low in words("quotations", "auxiliaries") or low.endswith(("n't", "n’t"))
    )


def is_adverb(token: Token) -> bool:
    """Whether a word may stand between a subject and its verb."""
    if token.kind is not Kind.WORD:
        return False
    return token.low in words("quotations", "adverbs") or (
        token.low.endswith("ly") and len(token.low) > 4 and not token.capital
    )


def is_preposition(token: Token) -> bool:
    """Whether a word is a preposition."""
    return token.kind is Kind.WORD and token.low in words("quotations", "prepositions")


def is_verb(tokens: Tokens, i: int) -> bool:
    """Whether a token is a finite verb, as far as its form and the word before it tell."""
    token = tokens[i]
    before = tokens[i - 1] if i else None
    if token.kind is not Kind.WORD or token.possessive:
        return False
    if is_auxiliary(token):
        return True
    if token.capital and before is not None and before.kind is not Kind.QUOTE:
        return False
    low = token.low
    if low.endswith("ing") or not (low in _verbs() or (low.endswith("ed") and len(low) > 4)):
        return False
    if before is None or before.kind in (Kind.MARK, Kind.QUOTE, Kind.PERSON):
        return low not in _nouns_too() if before is None else not before.possessive
    if before.possessive or is_preposition(before):
        return False
    if is_determiner(before) and before.low not in pronouns() | _COUNTS:
        return False
    if low in _nouns_too():
        return before.low in pronouns() or before.capital or is_adverb(before) or _speaks(before)
    return not (low.endswith("ed") and _is_adjective(tokens, i))


def _speaks(token: Token) -> bool:
    return token.low in words("quotations", "documents", "persons", "crowds") | words(
        "people", "callings", "kin"
    )


def _is_adjective(tokens: Tokens, i: int) -> bool:
    """Whether a participle stands before its noun: "the heavily armed soldiers"."""
    k = i - 1
    while k >= 0 and is_adverb(tokens[k]):
        k -= 1
    if k == i - 1 or k < 0:
        return False
    return tokens[k].possessive or (is_determiner(tokens[k]) and tokens[k].low not in pronouns())


def is_nominal(tokens: Tokens, i: int) -> bool:
    """Whether a token can stand inside a noun phrase, behind its determiner."""
    token = tokens[i]
    if token.kind in (Kind.PERSON, Kind.NUMBER):
        return True
    if token.kind is not Kind.WORD:
        return False
    if token.capital and i and token.low not in ("i", "he", "she", "they", "we", "it"):
        return True
    if token.low in _ADJECTIVES_TOO and i:
        return tokens[i - 1].possessive or is_determiner(tokens[i - 1])
    if token.low in _no_nouns() and not (is_determiner(token) and token.low in _COUNTS):
        return False
    if token.low.endswith("ly") and (i == 0 or is_adverb(token)):
        return False
    return token.low not in _OBJECTS and not is_verb(tokens, i)


_ADJECTIVES_TOO = frozenset("first last long only next late".split())
_OBJECTS = frozenset("me him them us myself himself herself themselves itself".split())
_COUNTS = frozenset(
    "one two three four five six seven eight nine ten few several many half most".split()
)


def phrase_before(tokens: Tokens, end: int) -> Phrase | None:
    """The noun phrase that ends right before a token; None where none does.

    A phrase that hangs on a preposition at the beginning of a clause is none: "From the hill".
    """
    i = end - 1
    if i < 0:
        return None
    if tokens[i].kind is Kind.WORD and tokens[i].low in pronouns() and not _is_count(tokens, i):
        return Phrase(i, end, tokens[i])
    lowest = max(0, end - _LONGEST_PHRASE)
    start = _group_start(tokens, end, lowest)
    if start == end:
        return None
    first = start
    head_end = end
    while first - 1 > lowest and tokens[first - 1].low in _JOINING:
        further = _group_start(tokens, first - 1, lowest)
        if further == first - 1:
            break
        if tokens[first - 1].low == "for" and tokens[first].low in ("his", "her", "their"):
            return phrase_before(tokens, first - 1)  # "the duke for his part" is the duke
        first, head_end = further, first - 1
    opens = words("quotations", "subordinators")
    if first and is_preposition(tokens[first - 1]) and tokens[first - 1].low not in opens:
        return None
    return _phrase(tokens, first, head_end, end)


def _is_count(tokens: Tokens, i: int) -> bool:
    """Whether a numeral is what a phrase ends with: "the other two"."""
    return tokens[i].low in _COUNTS and i > 0 and is_determiner(tokens[i - 1])


def _group_start(tokens: Tokens, end: int, lowest: int) -> int:
    """Where the words of one noun group begin that ends before a token; ``end`` if none does."""
    i = end - 1
    named = i >= 0 and tokens[i].kind is Kind.PERSON and not tokens[i].possessive
    while i >= lowest:
        token = tokens[i]
        if is_determiner(token) and (i < end - 1 or token.low in _COUNTS):
            i -= 1
            while i >= lowest and tokens[i].low in ("all", "both", "half"):
                i -= 1
            return i + 1
        year = (
            token.kind is Kind.NUMBER
            and len(token.low) > 2
            and i + 1 < end
            and tokens[i + 1].capital
        )
        if year or not is_nominal(tokens, i) or (named and i < end - 1 and not _before_name(token)):
            break
        i -= 1
    return i + 1


def _before_name(token: Token) -> bool:
    """Whether a word may stand before a name as a part of its phrase: "journalist John Reed"."""
    if token.kind is not Kind.WORD or token.possessive:
        return False
    titles = words("people", "titles", "short_titles")
    return (
        not token.capital
        or token.low.title() in titles
        or token.low.title() in words("words", "peoples")
    )


def phrase_after(tokens: Tokens, start: int) -> Phrase | None:
    """The noun phrase that begins with a token; None where none does."""
    if start >= len(tokens):
        return None
    if _is_pronoun_alone(tokens, start):
        return Phrase(start, start + 1, tokens[start])
    end = _group_end(tokens, start)
    if end == start:
        return None
    head_end = end
    while end + 1 < len(tokens) and tokens[end].low in _JOINING_BEHIND and end - start < 10:
        further = _group_end(tokens, end + 1)
        if further == end + 1:
            break
        end = further
    return _phrase(tokens, start, head_end, end)


def _is_pronoun_alone(tokens: Tokens, i: int) -> bool:
    token = tokens[i]
    if token.kind is not Kind.WORD or token.low not in pronouns():
        return False
    if not is_determiner(token) or i + 1 == len(tokens):
        return True
    return not (
        is_nominal(tokens, i + 1) or tokens[i + 1].low == "of" or is_determiner(tokens[i + 1])
    )


def _group_end(tokens: Tokens, start: int) -> int:
    i = start
    limit = min(len(tokens), start + _LONGEST_PHRASE)
    while i < limit and is_determiner(tokens[i]):
        i += 1
    first = i
    while i < limit and is_nominal(tokens, i):
        i += 1
        named = tokens[i - 1].kind is Kind.PERSON and not tokens[i - 1].possessive
        if named and not (i < limit and tokens[i].kind is Kind.PERSON):
            break
    if i == first:
        # "one of the soldiers"
        return (
            i if i > start and tokens[i - 1].low in _COUNTS | {"some", "all", "another"} else start
        )
    return i


def _phrase(tokens: Tokens, start: int, head_end: int, end: int) -> Phrase:
    head = tokens[head_end - 1]
    owner = next((t for t in tokens[start : head_end - 1] if t.possessive), None)
    return Phrase(start, end, head, None if head.possessive else head.person, owner)


def can_speak(phrase: Phrase) -> bool:
    """Whether a phrase names human beings or a document by its noun."""
    return not _forms(phrase.head.low).isdisjoint(_speaking_nouns())


@cache
def _speaking_nouns() -> frozenset[str]:
    groups = ("persons", "crowds", "documents", "women", "men")
    return words("quotations", *groups) | words("people", "callings", "kin")


def _forms(noun: str) -> frozenset[str]:
    """A noun and what its singular may be."""
    forms = {noun}
    for ending, singular in (("s", ""), ("ies", "y"), ("men", "man")):
        if noun.endswith(ending):
            forms.add(noun.removesuffix(ending) + singular)
    return frozenset(forms)


def is_plural(phrase: Phrase) -> bool:
    """Whether a phrase that can speak has many voices."""
    low = phrase.head.low
    if low in words("quotations", "crowds"):
        return True
    return can_speak(phrase) and low.endswith(("s", "men")) and low not in _speaking_nouns()


# --- verbs and their subjects ------------------------------------------------------------------


def predications(tokens: Tokens) -> tuple[Predication, ...]:
    """The verbs of a sentence that have a subject, in order."""
    found = []
    for i in range(len(tokens)):
        if is_verb(tokens, i):
            predication = _before_verb(tokens, i) or _behind_verb(tokens, i)
            if predication is not None:
                found.append(predication)
    return tuple(found)


def verb_group_start(tokens: Tokens, verb: int) -> int:
    """The first of the adverbs and auxiliaries that stand before a verb."""
    i = verb
    while i > 0 and (is_auxiliary(tokens[i - 1]) or is_adverb(tokens[i - 1])):
        i -= 1
    return i


def _before_verb(tokens: Tokens, verb: int) -> Predication | None:
    end = verb_group_start(tokens, verb)
    phrase = _subject_ending(tokens, end)
    if phrase is None:
        return None
    if phrase.pronoun in words("quotations", "relatives"):
        antecedent = _antecedent(tokens, phrase.start)
        human = tokens[phrase.start].low == "who"
        goes_on = human and tokens[phrase.start - 1].low == ","
        return Predication(antecedent, verb, True, goes_on, human) if antecedent else None
    before = phrase.start
    while before > 0 and is_adverb(tokens[before - 1]):
        before -= 1
    subordinate = before > 0 and tokens[before - 1].low in words("quotations", "subordinators")
    if not subordinate and phrase.pronoun is None and _is_object(tokens, before):
        return None
    return Predication(phrase, verb, subordinate)


def _is_object(tokens: Tokens, start: int) -> bool:
    """Whether a phrase is what the verb before it has: "who spoke Greek told them"."""
    if start == 0 or not is_verb(tokens, start - 1) or is_auxiliary(tokens[start - 1]):
        return False
    if tokens[start - 1].low in saying() | words("quotations", "thinking"):
        return False
    subject = _subject_ending(tokens, verb_group_start(tokens, start - 1))
    if subject is None:
        return False
    opened = subject.start > 0 and tokens[subject.start - 1].low in words(
        "quotations", "subordinators"
    )
    return not opened  # "When he came the king said": the clause is over


def _subject_ending(tokens: Tokens, end: int) -> Phrase | None:
    """The phrase before a verb group, also across what commas or brackets set apart."""
    if end == 0:
        return None
    mark = tokens[end - 1]
    if mark.kind is not Kind.MARK:
        return phrase_before(tokens, end)
    opening = {",": (",",), ")": ("(",), "—": ("—",), "–": ("–",), "--": ("--",)}.get(mark.low)
    if opening is None:
        return None
    lowest = max(0, end - _LONGEST_ASIDE)
    start = next((i for i in range(end - 2, lowest, -1) if tokens[i].low in opening), None)
    if start is None or tokens[start + 1].low in words("quotations", "conjunctions"):
        return None
    relative = tokens[start + 1].low in words("quotations", "relatives", "subordinators")
    if not relative and any(t.kind is Kind.QUOTE for t in tokens[start:end]):
        return None
    named = phrase_after(tokens, start + 1)
    if named is not None and named.person and named.end == end - 1:
        return named  # "his host, Dr Hatcher, met him"
    return _described(tokens, phrase_before(tokens, start))


def _described(tokens: Tokens, phrase: Phrase | None) -> Phrase | None:
    """The person whom a phrase only describes: "Reed, an American, who was there"."""
    if phrase is None or phrase.person or phrase.start < 2 or phrase.pronoun:
        return phrase
    if tokens[phrase.start - 1].low != "," or not is_determiner(tokens[phrase.start]):
        return phrase
    named = phrase_before(tokens, phrase.start - 1)
    return named if named is not None and named.person else phrase


def _antecedent(tokens: Tokens, relative: int) -> Phrase | None:
    end = relative - 1 if tokens[relative - 1].low == "," else relative
    if relative == 0:
        return None
    phrase = phrase_before(tokens, end)
    if phrase is not None:
        return phrase
    # What hangs on a preposition can be an antecedent: "to an officer, who …".
    start = _group_start(tokens, end, max(0, end - _LONGEST_PHRASE))
    return _phrase(tokens, start, end, end) if start < end else None


def _behind_verb(tokens: Tokens, verb: int) -> Predication | None:
    """A verb of saying with its subject behind it: "said Reed", "came the answer"."""
    if tokens[verb].low not in saying() | {"came", "thought"}:
        return None
    if (
        verb
        and tokens[verb - 1].kind is not Kind.QUOTE
        and tokens[verb - 1].low not in (",", "so", "—", "--", "–", "thus")
    ):
        return None
    i = verb + 1
    while i < len(tokens) and i < verb + 3 and is_adverb(tokens[i]):
        i += 1
    phrase = phrase_after(tokens, i)
    if phrase is None or phrase.pronoun in words("quotations", "relatives"):
        return None
    # "said he would go" is no inversion, but "said he," is.
    if phrase.end < len(tokens) and (
        is_verb(tokens, phrase.end) or tokens[phrase.end].kind is Kind.QUOTE
    ):
        return None
    return Predication(phrase, verb, False)


class Reading:
    """The frame of an article with the predications of its sentences, each found once."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self._predications: dict[int, tuple[Predication, ...]] = {}

    def tokens(self, sentence: int) -> Tokens:
        """The tokens of a sentence; none beyond the last one."""
        sentences = self.frame.sentences
        return sentences[sentence].tokens if 0 <= sentence < len(sentences) else ()

    def predications(self, sentence: int) -> tuple[Predication, ...]:
        """The predications of a sentence, in order of their verbs."""
        if sentence not in self._predications:
            self._predications[sentence] = predications(self.tokens(sentence))
        return self._predications[sentence]

    def predications_near(self, sentence: int, token: int) -> tuple[Predication, ...]:
        """Those of a sentence whose verbs stand in reach before a token, and right behind it."""
        found = self.predications(sentence)
        first = bisect_left(found, token - _REACH, key=lambda p: p.verb)
        return found[first : bisect_left(found, token + 2, key=lambda p: p.verb)]

    def last_sign(self, quote: int) -> str:
        """The last character within a quotation's marks."""
        return self.frame.article.view[self.frame.quoted[quote].parts[-1].end - 1]

    def same_paragraph(self, sentence: int, other: int) -> bool:
        """Whether two sentences, if both exist, stand in one paragraph."""
        sentences = self.frame.sentences
        if not (0 <= sentence < len(sentences) and 0 <= other < len(sentences)):
            return False
        return sentences[sentence].paragraph == sentences[other].paragraph
