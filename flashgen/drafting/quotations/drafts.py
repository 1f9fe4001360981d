"""Quotations: the words as they stand, who said them, to whom, and what a card can hide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flashgen.dates.historical import HistoricalDate
from flashgen.drafting.clauses.pronouns import who_is_meant
from flashgen.drafting.clauses.saying import heard
from flashgen.drafting.clauses.setting import clause_of, hedged
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import POINTING, content_words
from flashgen.drafting.quotations.gaps import Gap, missing
from flashgen.drafting.quotations.occasions import is_of_occasion, occasion
from flashgen.drafting.quotations.quoted import (
    LONGEST,
    WORTH,
    is_light,
    is_told,
    is_whole,
    words_of,
)
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.tags import QUOTE
from flashgen.mentions import DateForm, DateMention, FoundPerson, QuotationMention

SHORTEST, _BEST = 4, 16  # words of a quotation; of one that is neither a scrap nor a speech
_AROUND = 8  # sentences that tell whether a text is in the past
_TELLING = 3  # words that say something
# A body or an office with a name in it: "the head of the French Mission", "the Diet of Riga".
_VOICE = re.compile(
    r"(?:The|the) (?:[a-z]+ )*(?:[A-ZÀ-Þ]\S* )+(?:of |to |the |[a-z]+ )*[A-ZÀ-Þ]\S*(?: \S+)*"
    r"|the (?:[a-z]+ )+(?:of|to) (?:the )?(?:[A-ZÀ-Þ]\S* ?){2,}(?:.*[A-ZÀ-Þ]\S*)?"
)
_OTHERS = frozenset("young younger elder old older another".split())
_WRITERS = frozenset("historian historians biographer scholar author".split())


@dataclass(frozen=True, slots=True)
class QuotationDraft:
    """Somebody's words as the article gives them; ``lacks`` is what is missing or doubtful."""

    mention: QuotationMention
    text: str
    person: FoundPerson | None
    voice: str
    to: str
    date: HistoricalDate | None
    occasion: str
    missing: Gap
    worth: int
    lacks: tuple[str, ...]


def quotations(story: Story) -> Iterator[QuotationDraft]:
    """The quotations of an article in the order of the text."""
    for mention in story.mentions.quotations:
        text, cut = words_of(story, mention)
        person = story.people.get(mention.speaker or "")
        i = story.sentence_at(mention.span.start)
        clause = _frame(story, i, person)
        length, telling = len(text.split()), len(set(content_words(text)))
        lacks = (*_lacks_of_speaker(story, i, clause, mention), *_lacks_of_words(story, text))
        said_by = person.canonical if person else mention.speaker or ""
        to, when = _to(story, i, clause), occasion(story, i, clause, person)
        yield QuotationDraft(
            mention=mention,
            text=text,
            person=person,
            voice="" if person else mention.speaker or "",
            to=to,
            date=_date(story, i, clause),
            occasion=when,
            missing=missing(story, text, f"{said_by} {to} {when}"),
            worth=2 * telling - abs(length - _BEST) // 4 - 3 * cut - 2 * text.endswith("?"),
            lacks=lacks,
        )


def _lacks_of_speaker(
    story: Story, i: int, clause: Clause | None, mention: QuotationMention
) -> Iterator[str]:
    """What is missing or doubtful of who said words; ``clause`` is the one that tells it."""
    person = story.people.get(mention.speaker or "")
    if mention.speaker is None:
        yield "who said it"
    elif person is None and not _VOICE.fullmatch(mention.speaker):
        yield "the name of who said it"
    elif person is not None and not _is_sure(story, i, person):
        yield f"whether {person.canonical} said it"
    if clause is not None and hedged(story.sentences[i], clause):
        yield "whether it was said"
    if person is None:
        return
    if _is_later(story, i, clause, person):
        yield "what somebody said then: this was written of it later"
    if clause is not None and _may_be_paper(clause, person):
        yield f"whether {person.canonical} is somebody"
    hero = person in (story.hero("man"), story.hero("woman"))
    if hero and person.canonical.split()[-1] in story.title_words:
        yield "another question: who said it, everybody knows here"


def _lacks_of_words(story: Story, text: str) -> Iterator[str]:
    """What the words of a quotation lack."""
    words, telling = text.split(), len(set(content_words(text)))
    if len(words) < SHORTEST or story.title_words.issuperset(words):
        yield "a whole sentence: a few words are no quotation"
    elif len(words) < WORTH or telling < _TELLING or is_light(text) or not is_told(text):
        yield "why these words are worth knowing"
    elif (text[:1].islower() and not is_whole(text)) or text[:1] in "[….":
        yield "the beginning of the sentence"
    if len(words) > LONGEST:
        yield "fewer words: those that count"


def _frame(story: Story, i: int, person: FoundPerson | None) -> Clause | None:
    """The clause that says who speaks."""
    for clause in story.clauses(i):
        subject = clause.subject
        if subject is None or not clause.finite:
            continue
        says = "s" in look_up(clause.lemma).of_verb
        if says and (person is None or story.who(subject, i) == person):
            return clause
    return None


def _is_later(story: Story, i: int, clause: Clause | None, person: FoundPerson) -> bool:
    """Whether words are those of somebody who writes of the story: "Hale notes that", "historian".

    Where a whole text is in the present, none is.
    """
    s = story.sentences[i]
    if clause is not None:
        low = s.words[clause.verb].lower()
        past = any(
            each.finite and story.sentences[j].words[each.start].lower() in ("was", "were", "had")
            for j in range(max(0, i - _AROUND), i + _AROUND)
            if j < len(story.sentences)
            for each in story.clauses(j)
        )
        if clause.start == clause.end - 1 and low == f"{clause.lemma}s" and past:
            return True
    lows = {
        word.lower()
        for n in story.named_in(i)
        if n.what == person
        for word in s.words[: n.start][-3:]
    }
    alone = len(person.mentions) == 1 and "according" in [word.lower() for word in s.words]
    return alone or not lows.isdisjoint(_WRITERS)


def _may_be_paper(clause: Clause, person: FoundPerson) -> bool:
    """Whether one word, named once, may be that of a newspaper: "Rabotnik reported"."""
    alone = len(person.mentions) == 1 and " " not in person.canonical
    return alone and clause.lemma in ("report", "print") and not person.sex


def _is_sure(story: Story, i: int, person: FoundPerson) -> bool:
    """Whether the speaker is named beside the words, or nobody else can be "he"."""
    s = story.sentences[i]
    for n in story.named_in(i):
        if n.what == person:
            # "Young Holt" is not the Holt of whom the article tells.
            return n.start == 0 or s.words[n.start - 1].lower() not in _OTHERS
    clause = _frame(story, i, person)
    subject = clause.subject if clause is not None else None
    return subject is not None and who_is_meant(story, i, subject) == person


def _to(story: Story, i: int, clause: Clause | None) -> str:
    """To whom words are said: "told his colleagues", "wrote to his sister Otome"."""
    if clause is None:
        return ""
    s, tokens = story.sentences[i], heard(story, i, clause)
    loose = any(s.words[k].lower() in POINTING - {"his", "her"} for k in tokens)
    if not tokens or loose or any(s.tags[k] == QUOTE for k in tokens):
        return ""
    return story.cut(i, tokens.start, tokens.stop)


def _date(story: Story, i: int, clause: Clause | None) -> HistoricalDate | None:
    """When words were said, where the clause that says by whom says it, too."""
    if clause is None:
        return None
    for n in story.named_in(i):
        mention = n.what
        if not isinstance(mention, DateMention) or mention.date is None or mention.perhaps:
            continue
        if mention.form not in (DateForm.EXPLICIT, DateForm.PARTIAL) or mention.warning:
            continue
        if is_of_occasion(story.sentences[i], n.start):
            continue
        if clause_of(story, i, n.start, n.end) is clause:
            return mention.date
    return None
