"""What a card says and its passage does not: what "he" and "the pact" mean, the year of "on 3 May".

A sentence before it says so: the passage shows it, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from flashgen.article import Article
from flashgen.dates.historical import DateValue
from flashgen.deck.kinds import Event, Item, Person, Question
from flashgen.drafting.entry import Entry
from flashgen.evidence import Evidence, EvidenceFinder
from flashgen.mentions import Mentions

_RUNS = (5, 9)  # words of a passage
# A name of several words: "the Treaty of the Baltic League".
_NAME = re.compile(r"[A-Z][\w’-]+(?: (?:(?:of|for|and) (?:the )?)?(?:[A-Z][\w’-]+|[IVX]+))+")
_YEAR = re.compile(r"\b1\d{3}\b|\b20\d\d\b")


def runs_of(text: str) -> list[str]:
    """The first words of a text, fewer and more of them, and all."""
    words = text.split()
    runs = (" ".join(words[:length]).strip(' ,;:.—–-“”"()') for length in (*_RUNS, len(words)))
    return [run for run in dict.fromkeys(runs) if run]


class Untold:
    """Finds the sentence before a passage that has the name or the year that it leaves out."""

    def __init__(self, article: Article, mentions: Mentions) -> None:
        self._article = article
        named = (
            (each.canonical, tuple(" ".join(m.surface.split()) for m in each.mentions))
            for each in (*mentions.people, *mentions.places)
        )
        self._people = {" ".join(m.surface.split()) for p in mentions.people for m in p.mentions}
        # What the title names all cards name.
        title = self._title = set((article.title or "").split())
        self._forms = {
            name: dict.fromkeys((name, *forms))
            for name, forms in named
            if title.isdisjoint(name.split())
        }

    def told(self, finder: EvidenceFinder, entry: Entry) -> Entry:
        """An entry whose passage says of whom and of which year it tells, if one can."""
        card = _told_on(entry.item)
        if not card or len(entry.item.passage) > 1:
            return entry
        shown, sentence = finder.of_item(entry.item), self._article.tidy(entry.sentence)
        untold = tuple(self._left_out(entry.item, card, shown)) if shown is not None else ()
        years = tuple(filter(_YEAR.fullmatch, untold))
        some = dict.fromkeys((untold, years, untold[:1], untold[1:]))
        for missing in filter(None, some):
            for run in (*runs_of(self._article.tidy(entry.at)), *runs_of(sentence)):
                item = replace(entry.item, passage=(*missing, run))
                found = finder.of_item(item)
                held = found is not None and all(each in found.text for each in (*missing, run))
                if found is None or not (found.proves and held):
                    continue
                if found.span.start < entry.sentence.end and entry.sentence.start < found.span.end:
                    return replace(entry, item=item)
        return entry

    def _left_out(self, item: Item, card: str, shown: Evidence) -> Iterator[str]:
        """A name of each one whom a card names and its passage does not, and the year."""
        held = (name for name in self._forms if name in card)
        named = [name for name in held if re.search(rf"\b{re.escape(name)}\b", card)]
        for name in named:
            if any(name in other for other in named if other != name):
                continue  # the "Riga" of "Hugh of Riga"
            forms = self._forms[name]
            words = {word for form in forms for word in form.split()}
            if words.isdisjoint(re.findall(r"[\w-]+", shown.text)):
                yield next(form for form in forms if self._article.view.count(form))
        yield from self._things(card, shown.text)
        years = set(_YEAR.findall(card))
        if isinstance(item, Event) and isinstance(item.date.value, DateValue):
            value = item.date.value
            years = {str(value.year)} if value.year > 1000 and not value.open_digits else set()
        yield from sorted(year for year in years if year not in shown.text)

    def _things(self, card: str, shown: str) -> Iterator[str]:
        """The names in a card of what its passage only calls "the pact": of nobody and no place."""
        told = self._title | set(re.findall(r"[\w-]+", shown))
        for name in dict.fromkeys(re.sub(r"^The |’s$", "", found) for found in _NAME.findall(card)):
            known = any(name in form for forms in self._forms.values() for form in forms)
            known = known or any(person in name for person in self._people)
            if not known and not told.issuperset(re.findall(r"[A-Z][\w-]+", name)):
                yield from (name,) * (self._article.view.count(name) > 0)


def _told_on(item: Item) -> str:
    """What a card says that its passage should; "" where that is the passage's own words."""
    match item:
        case Event(what=what):
            return what
        case Question(question=question, answer=answer):
            return f"{question} {answer}"
        case Person(name=name, who=who):
            return f"{name}, {who}"
        case _:
            return ""
