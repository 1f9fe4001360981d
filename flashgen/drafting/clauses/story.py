"""What a draft is made from: the author's sentences, and who, when and where is named in them.

Each quotation is one token of its sentence, as in ``rules.quotations.frame``: what somebody says
there is nothing that the article tells.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from flashgen.article import Article, Span
from flashgen.drafting.clauses.hero import hero_of
from flashgen.drafting.clauses.timeless import clauses_without
from flashgen.drafting.clauses.titled import titled_head, titled_nouns
from flashgen.english.clauses import Clause
from flashgen.english.content import WORD, any_alike, key_of
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Phrase
from flashgen.english.tags import NAME, NOUN, QUOTE
from flashgen.english.tokens import Sentence, read_text
from flashgen.mentions import DateMention, FoundPerson, FoundPlace, Mentions
from flashgen.rules.quotations.blocks import gathered
from flashgen.rules.quotations.frame import Frame, frame_of
from flashgen.rules.reference import Cast

_LEAD = 2  # paragraphs
_TOPICS, _KEPT_NAMING = 6, 4  # names of which an article is, and how often it has each

Found = FoundPerson | FoundPlace | DateMention


class Named(NamedTuple):
    """Where a sentence names somebody, a place or a date: its tokens, and what it is."""

    start: int
    end: int
    what: Found


@dataclass(frozen=True)
class Story:
    """An article with its finds, by sentence and token."""

    article: Article
    mentions: Mentions
    frame: Frame

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The author's sentences, in order."""
        return self.frame.sentences

    @property
    def cast(self) -> Cast:
        """Who is spoken of in them."""
        return self.frame.cast

    @cached_property
    def people(self) -> dict[str, FoundPerson]:
        """The people by their canonical names."""
        return {person.canonical: person for person in self.mentions.people}

    @cached_property
    def title_words(self) -> frozenset[str]:
        """The words of the article's title, none of them with "'s"."""
        return frozenset(re.sub(r"[’']s\b", "", self.article.title or "").split())

    @cached_property
    def titled_nouns(self) -> dict[str, str]:
        """What stands for the title's thing, and the name of it; a person has no such noun."""
        title = re.sub(r"\([^()]*\)$", "", self.article.title or "").split()
        if not self.sentences or self.person_at(0, 0, len(title) + 1) is not None:
            return {}
        found = titled_nouns(title, self.sentences[0], self.clauses(0))
        return found or titled_head(title, self.article.view)

    @cached_property
    def length(self) -> int:
        """How many words and marks the sentences have."""
        return sum(len(sentence) for sentence in self.sentences)

    @cached_property
    def lead(self) -> frozenset[int]:
        """The numbers of the paragraphs with which the article opens."""
        return frozenset([*dict.fromkeys(s.paragraph for s in self.sentences)][:_LEAD])

    def times(self, word: str) -> int:
        """How often the sentences have a word, just as it is written."""
        return self._times[word]

    def is_topic(self, words: str) -> bool:
        """Whether some words name what the title does, or what the article keeps naming."""
        return any(any_alike(key_of(word), self.topics) for word in WORD.findall(words))

    @cached_property
    def topics(self) -> frozenset[str]:
        """The keys of the title's words, and of the names that the article has most often."""
        named = Counter(
            key_of(sentence.words[k])
            for i, sentence in enumerate(self.sentences)
            for k in range(len(sentence))
            if self.is_proper(i, k)
        )
        most = [key for key, n in named.most_common(_TOPICS + 1) if n >= _KEPT_NAMING and key]
        return frozenset((*most, *map(key_of, self.title_words))) - {""}

    def kindred(self, word: str, are_kin: Callable[[str, str], bool]) -> int:
        """How often the sentences have names that are kin to a word in small letters."""
        names = ((each, n) for each, n in self._times.items() if each[:1].isupper())
        return sum(n for each, n in names if are_kin(each.lower(), word))

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(word for sentence in self.sentences for word in sentence.words)

    @cached_property
    def nouns(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Where each noun stands, as it is written and by its lemma: sentences and tokens."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for i, s in enumerate(self.sentences):
            for k, (word, tag) in enumerate(zip(s.words, s.tags, strict=True)):
                if tag in (NOUN, NAME):
                    for form in {word.lower(), look_up(word.lower()).noun}:
                        found[form].append((i, k))
        return found

    def hero(self, sex: str) -> FoundPerson | None:
        """The man or woman of whom the article tells, if it tells of one above all."""
        return self._heroes[sex]

    @cached_property
    def _heroes(self) -> dict[str, FoundPerson | None]:
        people, title = self.mentions.people, self.title_words
        return {sex: hero_of(people, title, sex) for sex in ("man", "woman")}

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that an offset is in or behind."""
        return max(0, bisect_right(self._starts, offset) - 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def is_proper(self, i: int, k: int) -> bool:
        """Whether a token is of a name: its capital is not that of a sentence alone."""
        sentence = self.sentences[i]
        if sentence.tags[k] != NAME:
            return False
        inner = self.frame.text.vocabulary.inner
        named = any(n.start <= k < n.end for n in self.named_in(i))
        return not sentence.opens[k] or sentence.words[k] in inner or named

    def named_in(self, i: int) -> list[Named]:
        """Whom and what a sentence names outside of its quotations, in order."""
        return self._named[i]

    def people_in(self, i: int) -> list[tuple[Named, FoundPerson]]:
        """Where a sentence names somebody outside of its quotations, and whom, in order."""
        return [(n, n.what) for n in self._named[i] if isinstance(n.what, FoundPerson)]

    @cached_property
    def _named(self) -> dict[int, list[Named]]:
        found: dict[int, list[Named]] = defaultdict(list)
        people, places = self.mentions.people, self.mentions.places
        everything: list[tuple[Span, Found]] = [
            *((mention.span, person) for person in people for mention in person.mentions),
            *((mention.span, place) for place in places for mention in place.mentions),
            *((mention.span, mention) for mention in self.mentions.dates),
        ]
        for span, what in sorted(everything, key=lambda each: each[0]):
            i = self.sentence_at(span.start)
            sentence = self.sentences[i]
            start, end = sentence.at(span.start), sentence.at(span.end)
            if start < end and sentence.tags[start] != QUOTE:
                found[i].append(Named(start, end, what))
        return found

    def clauses(self, i: int) -> tuple[Clause, ...]:
        """The clauses of a sentence, read without its phrases of time."""
        if i not in self._clauses:
            dates = [(n.start, n.end) for n in self._named[i] if isinstance(n.what, DateMention)]
            self._clauses[i] = clauses_without(self.sentences[i], dates)
        return self._clauses[i]

    @cached_property
    def _clauses(self) -> dict[int, tuple[Clause, ...]]:
        return {}

    def person_at(self, i: int, start: int, end: int) -> FoundPerson | None:
        """The person whom some tokens of a sentence name."""
        named = self.people_in(i)
        return next((one for n, one in named if n.start < end and start < n.end), None)

    def who(self, phrase: Phrase, i: int) -> FoundPerson | None:
        """The person whom a phrase names or stands for, if the article names him."""
        if phrase.with_:
            return None
        voice = self.cast.who(phrase, i)
        return self.people.get(voice.words) if voice is not None else None

    def name_of(self, person: FoundPerson, tokens: int = 1) -> str:
        """The name of somebody whom so many tokens name here.

        It is in full unless the text begins with the given name alone, and has it here. Who is
        "Hugh" before any "Hugh of Riga" is named need not be the one of Riga.
        """
        first = " ".join(person.mentions[0].surface.split())
        given, *more = person.canonical.split()
        # "Hugh of Riga" is no nearer to "Hugh" than "Hugh the Old" is.
        named_so = [name for name in self.people if name.split()[0] == given]
        several = more[:1] == ["of"] and len(named_so) > 1
        if more[:1] == ["of"] and "p" in look_up(given.lower()).of_noun:
            return f"the {person.canonical}"  # "the Earl of Essex"
        return given if tokens == 1 and more and (several or first == given) else person.canonical

    def end(self, i: int, token: int) -> int:
        """The offset behind a token; a quotation's is behind its closing mark."""
        sentence = self.sentences[i]
        if sentence.tags[token] != QUOTE:
            return sentence.end(token)
        return self._quoted.get(sentence.starts[token], sentence.end(token))

    @cached_property
    def _quoted(self) -> dict[int, int]:
        found = {}
        for quoted in self.frame.quoted:
            for sentence in self.sentences[self.sentence_at(quoted.outer.start) :][:1]:
                found[max(quoted.outer.start, sentence.span.start)] = quoted.outer.end
        return found

    def cut(self, i: int, start: int, end: int) -> str:
        """The words of some tokens of a sentence, as they stand."""
        first = self.sentences[i].starts[start]
        return self.article.tidy(Span(first, self.end(i, end - 1)))

    def sentence_numbers(self) -> Iterator[int]:
        """The numbers of all sentences."""
        return iter(range(len(self.sentences)))


def story_of(article: Article, mentions: Mentions) -> Story:
    """The story that an article tells."""
    text = read_text(article)
    return Story(article, mentions, frame_of(text, gathered(article), mentions.people))
