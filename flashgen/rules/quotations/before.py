"""The cue before a quotation: Hale wrote: "…"; in his last letter: "…"; but also: so-called "…"."""

from __future__ import annotations

from flashgen.rules.quotations.clauses import Reading
from flashgen.rules.quotations.cues import DASHES, Cue, Sort, has_head, is_passive, subject_of
from flashgen.rules.quotations.frame import Kind
from flashgen.rules.quotations.phrases import Phrase, can_speak, phrase_after, phrase_before
from flashgen.rules.quotations.words import (
    Tokens,
    is_adverb,
    is_auxiliary,
    is_nominal,
    is_verb,
    saying,
)
from flashgen.tables import words

# So many tokens before a quotation are searched for its verb.
_REACH = 40
_LONGEST_OBJECT = 20
_LONGEST_COMPLEMENT = 9
# "He said only “no”", "he complained of “…”".
_BEFORE_WORDS = frozenset("that was were simply only of for with as".split())
_MARKS = frozenset({",", ":", ";", "(", "["}) | DASHES
# What stands in marks behind one of these is itself, or its title.
_TITLED = frozenset({"word", "article", "book", "essay", "pamphlet"})
_RECEIVING = frozenset("received got heard read receives hears reads".split())


def cue_before(reading: Reading, sentence: int, token: int) -> Cue | None:
    """The nearest cue before a token of a sentence, where a quotation stands or begins.

    It is not looked for before the quotation that precedes it in the sentence.
    """
    tokens = reading.tokens(sentence)
    low = _behind_quote(tokens, token)
    end = token
    while end > low and tokens[end - 1].low in _MARKS:
        end -= 1
    low = next((i + 1 for i in range(end - 1, low, -1) if tokens[i].low == ";"), low)
    if end == low:
        return None
    context = _Context(reading, sentence, low=low, end=end, quote=token)
    for i in range(end - 1, max(low, end - _REACH) - 1, -1):
        cue = context.at(i)
        if cue is not None:
            return cue
    return (
        context.according()
        or context.speaker_alone()
        or context.announced()
        or context.in_the_eyes()
    )


def _behind_quote(tokens: Tokens, quote: int) -> int:
    """The token behind the last quotation before this one that a verb stands behind."""
    verb = False
    for i in range(quote - 1, max(-1, quote - _REACH), -1):
        if tokens[i].kind is Kind.QUOTE and verb:
            return i + 1
        verb = verb or is_verb(tokens, i)
    return max(0, quote - _REACH)


class _Context:
    """The author's words before a quotation: ``tokens[low:end]``, and marks up to ``quote``."""

    def __init__(self, reading: Reading, sentence: int, *, low: int, end: int, quote: int) -> None:
        self.reading = reading
        self.sentence = sentence
        self.tokens = reading.tokens(sentence)
        self.low = low
        self.end = end
        self.quote = quote
        self.found = reading.predications_near(sentence, quote)
        self.marks = [token.low for token in self.tokens[end:quote]]

    def at(self, i: int) -> Cue | None:
        """The cue that a token is, None where it is none."""
        token = self.tokens[i]
        if token.kind is not Kind.WORD:
            return None
        if i == self.end - 1 and (noun := self._noun_at_once(i)) is not None:
            return noun
        if token.low in words("quotations", "naming") and not self._is_active(i):
            named = not any(self._is_finite(k) for k in range(i + 1, self.end))
            return self._cue(Sort.NAME, i, None) if named else None
        return self._message(i) if self._is_noun(i) else self._verb(i)

    def _verb(self, i: int) -> Cue | None:
        """The cue that a verb is: of saying, of a document's, of thought, of judgment."""
        low = self.tokens[i].low
        if low in saying():
            return self._said(i, Sort.SAID)
        if low in words("quotations", "document_verbs") and self._of_document(i):
            return self._said(i, Sort.SAID)
        if low in words("quotations", "thinking"):
            return self._said(i, Sort.SAID if i == self.end - 1 and self.marks else Sort.JUDGED)
        if low in words("quotations", "judging"):
            return self._said(i, Sort.JUDGED)
        return None

    def _cue(self, sort: Sort, token: int, subject: Phrase | None, close: bool = True) -> Cue:
        return Cue(sort, self.sentence, token, self.end, subject, close)

    def _noun_at_once(self, i: int) -> Cue | None:
        """The noun right before the marks: "the word", "the novel", "a banner", "the words"."""
        token = self.tokens[i]
        if self.marks and set(self.marks) - {","}:
            return None
        if not self._is_noun(i):
            return None
        phrase = phrase_before(self.tokens, i + 1)
        # "his slogan" is speech, and so is "with the slogan"; "the slogan" is a term.
        owned = phrase is not None and phrase.owned
        spoken = owned or (i > 1 and self.tokens[i - 2].low == "with")
        if token.low in words("quotations", "messages") - _TITLED and (
            spoken or token.low not in words("quotations", "terms")
        ):
            return self._message(i)
        for group, sort in (("terms", Sort.NAME), ("works", Sort.WORK), ("signs", Sort.SIGN)):
            if token.low in words("quotations", group):
                return self._cue(sort, i, None)
        return None

    def _is_noun(self, i: int) -> bool:
        """Whether a word stands as a noun: behind a determiner, an adjective, a possessive."""
        if self.tokens[i].low.endswith("ing") or is_verb(self.tokens, i):
            return False
        return is_nominal(self.tokens, i)

    def _is_finite(self, i: int) -> bool:
        return is_verb(self.tokens, i) and not is_auxiliary(self.tokens[i])

    def _is_active(self, i: int) -> bool:
        """Whether a verb of naming has a subject that names: "Punch called him"."""
        if is_passive(self.tokens, i) or self.tokens[i].low == "so-called":
            return False
        subject = next((p.subject for p in self.found if p.verb == i), None)
        if subject is None:
            return i > self.low and self.tokens[i - 1].low in ("and", "to")
        return subject.pronoun not in ("it", "which", "that") and (
            subject.person is not None or subject.pronoun is not None or can_speak(subject)
        )

    def _of_document(self, i: int) -> bool:
        """Whether a verb such as "read" or "ended" tells what a document says."""
        subject = subject_of(self.tokens, self.found, i)
        return has_head(subject, words("quotations", "documents", "messages", "signs"))

    def _said(self, i: int, sort: Sort) -> Cue | None:
        subject = subject_of(self.tokens, self.found, i)
        if subject is None and is_passive(self.tokens, i):
            subject = self._agent()
        if has_head(subject, words("quotations", "signs")):
            return self._cue(Sort.SIGN, i, subject)
        return self._cue(sort, i, subject, self._is_close(i))

    def _agent(self) -> Phrase | None:
        """Who did what a passive verb says: 'denounced as "…" by the bishop'."""
        i = self.quote + 1
        if i < len(self.tokens) and self.tokens[i].low == "by":
            return phrase_after(self.tokens, i + 1)
        return None

    def _is_close(self, i: int) -> bool:
        """Whether only the object and where or when it was said stand behind the verb."""
        between = self.tokens[i + 1 : self.end]
        if any(self._is_finite(k) for k in range(i + 1, self.end)):
            return False
        if self.marks:
            return len(between) <= _LONGEST_OBJECT
        return not between or (len(between) <= 4 and between[-1].low in _BEFORE_WORDS)

    def _message(self, i: int) -> Cue | None:
        """What somebody's speech or letter says: "his last words were", "a telegram from Riga"."""
        token = self.tokens[i]
        if token.low not in words("quotations", "messages") or not self._reaches(i):
            return None
        phrase = phrase_before(self.tokens, i + 1)
        if i + 1 < self.end and self.tokens[i + 1].low in ("of", "from"):
            source = phrase_after(self.tokens, i + 2)
            if source is not None:
                return self._cue(Sort.WORDS, i, source)
        if phrase is None or not phrase.owned:
            sent = next((p for p in reversed(self.found) if self.low <= p.verb < i), None)
            if sent is not None and self.tokens[sent.verb].low not in _RECEIVING:
                return self._cue(Sort.WORDS, i, sent.subject)
        return self._cue(Sort.WORDS, i, phrase)

    def _reaches(self, i: int) -> bool:
        """Whether nothing but its complements stands between a noun and the quotation."""
        between = range(i + 1, self.end)
        if len(between) > _LONGEST_COMPLEMENT:
            return False
        verbs = [k for k in between if self._is_finite(k)]
        linking = words("quotations", "linking", "document_verbs")
        if any(self.tokens[k].low not in linking for k in verbs) and ":" not in self.marks:
            return False
        if self.marks or verbs or not between:
            return True
        return self.tokens[i + 1].low in ("of", "that")

    def according(self) -> Cue | None:
        """'According to Hale, "…"' and 'In the words of Hale, "…"'."""
        for i in range(self.low, min(self.end, self.low + 6)):
            if self.tokens[i].low == "according" and self.tokens[i + 1].low == "to":
                phrase = phrase_after(self.tokens, i + 2)
                return self._cue(Sort.SOURCE, i, phrase) if phrase else None
            if self.tokens[i].low == "in":
                phrase = phrase_after(self.tokens, i + 1)
                if has_head(phrase, words("quotations", "messages")):
                    return self._cue(Sort.WORDS, i, phrase, bool(self.marks))
        return None

    def speaker_alone(self) -> Cue | None:
        """'Danton, coldly, "…"' and 'The sentry: "…"': no verb at all."""
        if not self.marks or not {",", ":"} & set(self.marks):
            return None
        if any(is_verb(self.tokens, k) for k in range(self.low, self.end)):
            return None
        i = self.low
        if [token.low for token in self.tokens[i : i + 2]] == ["to", "which"]:
            i += 2
        while i < self.end and (is_adverb(self.tokens[i]) or self.tokens[i].low in ("and", "but")):
            i += 1
        phrase = phrase_after(self.tokens, i)
        if phrase is None or not (phrase.person or phrase.pronoun or can_speak(phrase)):
            return None
        if ":" not in self.marks and self._is_fragment():
            return None  # 'Marshal, "the greatest knight that ever lived"'
        rest = self.tokens[phrase.end : self.end]
        aside = not rest or rest[0].low == "," or all(is_adverb(token) for token in rest)
        return self._cue(Sort.SPEAKER, phrase.start, phrase) if aside else None

    def in_the_eyes(self) -> Cue | None:
        """'To Hart the siege seemed "…"': whose view it is stands first."""
        if self.low or self.tokens[0].low not in ("to", "for"):
            return None
        phrase = phrase_after(self.tokens, 1)
        if phrase is None or phrase.person is None:
            return None
        return self._cue(Sort.JUDGED, 0, phrase)

    def _is_fragment(self) -> bool:
        """Whether the quotation begins without a capital."""
        quote = self.tokens[self.quote].quote if self.quote < len(self.tokens) else -1
        return quote >= 0 and self.reading.frame.words_of(quote)[:1].islower()

    def announced(self) -> Cue | None:
        """'Danton lost his patience: "…"': a colon behind a clause about somebody."""
        if ":" not in self.marks:
            return None
        main = (p for p in reversed(self.found) if self.low <= p.verb < self.end)
        last = next((p for p in main if not p.subordinate), None)
        if last is None:
            return None
        subject = last.subject
        human = subject.person or subject.pronoun in ("he", "she", "they", "i")
        return self._cue(Sort.SPEAKER, last.verb, subject) if human or can_speak(subject) else None
