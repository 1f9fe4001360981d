"""Quotations: the words as they stand, who said them, to whom, and what a card can hide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flashgen.dates.historical import HistoricalDate
from flashgen.drafting.pronouns import who_is_meant
from flashgen.drafting.setting import clause_of, hedged
from flashgen.drafting.story import Story
from flashgen.drafting.wording import POINTING, WORD, content_words
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import is_word, look_up
from flashgen.english.phrases import chunks, joined
from flashgen.english.tags import NAME, NOUN, PARTICIPLE, QUANTITY, QUOTE, VERB
from flashgen.english.tokens import read_words
from flashgen.mentions import DateForm, DateMention, FoundPerson, QuotationMention
from flashgen.rules.quotations.marks import ANSWER

SHORTEST, LONGEST = 4, 40  # words of a quotation
_WORTH, _TELLING = 7, 4  # words, and how many of them say something
_GAP_IN = (7, 18)  # words of a quotation that hides some
_GAP = 5  # words
_SHORTEST_GAP = 4  # letters
# "the failure of the Bay of Pigs", before its verb.
_SUBJECT = re.compile("d?[JNEDq]*[NE](?:[fi][dp]?[JNEq]*[NE])*r*")
# A body or an office with a name in it: "the head of the French Mission", "the Diet of Riga".
_VOICE = re.compile(
    r"(?:The|the) (?:[a-z]+ )*(?:[A-ZÀ-Þ]\S* )+(?:of |to |the |[a-z]+ )*[A-ZÀ-Þ]\S*(?: \S+)*"
    r"|the (?:[a-z]+ )+(?:of|to) (?:the )?(?:[A-ZÀ-Þ]\S* ?){2,}(?:.*[A-ZÀ-Þ]\S*)?"
)
_WRITERS = frozenset("historian historians biographer scholar author".split())
_OURS = frozenset("i we us our ours my mine me".split())


@dataclass(frozen=True, slots=True)
class QuotationDraft:
    """Somebody's words as the article gives them; ``lacks`` is what is missing or doubtful."""

    mention: QuotationMention
    text: str
    person: FoundPerson | None
    voice: str
    to: str
    date: HistoricalDate | None
    missing: str
    worth: int
    lacks: tuple[str, ...]


def quotations(story: Story) -> Iterator[QuotationDraft]:
    """The quotations of an article in the order of the text."""
    for mention in story.mentions.quotations:
        text, cut = _text(story, mention)
        person = story.people.get(mention.speaker or "")
        i = story.sentence_at(mention.span.start)
        clause = _frame(story, i, person)
        words = text.split()
        telling = len(set(content_words(text)))
        lacks = []
        if mention.speaker is None:
            lacks.append("who said it")
        elif person is None and not _VOICE.fullmatch(mention.speaker):
            lacks.append("the name of who said it")
        elif person is not None and not _is_sure(story, i, person):
            lacks.append(f"whether {person.canonical} said it")
        if clause is not None and hedged(story.sentences[i], clause):
            lacks.append("whether it was said")
        if person is not None and _is_later(story, i, clause, person):
            lacks.append("what somebody said then: this was written of it later")
        if person is not None and person in (story.hero("man"), story.hero("woman")):
            lacks.append("another question: who said it, everybody knows here")
        if len(words) < SHORTEST:
            lacks.append("a whole sentence: a few words are no quotation")
        elif len(words) < _WORTH or telling < _TELLING or _is_light(text) or not _is_told(text):
            lacks.append("why these words are worth knowing")
        elif (text[:1].islower() and not _is_whole(text)) or text[:1] in "[…." or not words:
            lacks.append("the beginning of the sentence")
        if len(words) > LONGEST:
            lacks.append("fewer words: those that count")
        yield QuotationDraft(
            mention=mention,
            text=text,
            person=person,
            voice="" if person else mention.speaker or "",
            to=_to(story, i, clause),
            date=_date(story, i, clause),
            missing=_missing(text, person),
            worth=2 * telling - abs(len(words) - 16) // 4 - 3 * cut - 2 * text.endswith("?"),
            lacks=tuple(lacks),
        )


# --- the words ----------------------------------------------------------------------------------


def _text(story: Story, mention: QuotationMention) -> tuple[str, bool]:
    """The words without the commas of the frame; the first sentences of many, and whether so."""
    text, last = "", mention.span.start
    for part in mention.parts:
        words = story.article.tidy(part)
        between = story.article.view[last : part.start]
        if text and between.rstrip(" “\"‘'«").endswith(":") and _is_anothers(text, words):
            return text.rstrip(" ,;:—–-"), True
        first = WORD.search(words)
        low = first[0].lower() if first else ""
        ended = re.search(r"[.:]\W*$", between) is not None
        if text.endswith(",") and words[:1].isupper() and (ended or low not in ("i", "i’m", "i'm")):
            text = text[:-1] + "."
        elif text.endswith(",") and (low == "that" or look_up(low).tags[:1] in tuple("tfbuMh")):
            text = text[:-1]
        text, last = f"{text} {words}".strip(), part.end
    text = text.rstrip(" ,;:—–-")
    if len(text.split()) <= LONGEST:
        return text, False
    kept = ""
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z“\"'‘])", text):
        if len(f"{kept} {sentence}".split()) > LONGEST - 8:
            break
        kept = f"{kept} {sentence}".strip()
    return (kept, True) if kept else (text, False)


def _is_anothers(told: str, words: str) -> bool:
    """Whether words that are announced are those of somebody of whom it was told before them.

    "“Lenin stood firm,” Reed remembered: “We won’t give way”", but not "“We stood firm,”".
    """
    tale = read_words(told)
    past = next((c for c in tale.clauses if c.finite and c.subject is not None), None)
    lows = {word.lower() for word in tale.words}
    ours = {word.lower() for word in read_words(words).words} & _OURS
    if past is None or not ours or lows & _OURS or not words[:1].isupper():
        return False
    verb = tale.words[past.start].lower()
    return verb in ("was", "were", "had", "did") or (
        tale.tags[past.start] == VERB and verb not in (past.lemma, f"{past.lemma}s", "is", "has")
    )


def _is_told(text: str) -> bool:
    """Whether a quotation says something, by a verb: "burning the house over them" does not."""
    said = read_words(text)
    return any(clause.finite for clause in said.clauses) or "!" in said.words


def _is_whole(text: str) -> bool:
    """Whether words that a sentence takes in are one by themselves: "the poor have no right"."""
    said = read_words(text[:1].upper() + text[1:])
    first = next((c for c in said.clauses if c.finite and not c.relative and not c.embedded), None)
    if first is None or first.subject is None or first.subject.start:
        return False
    verb = (
        said.tags[first.start] in "bhMu"
        or PARTICIPLE not in look_up(said.words[first.verb].lower()).tags
    )
    clear = _SUBJECT.fullmatch(said.tags, 0, first.start) is not None
    clear = clear and said.words[0].lower() not in POINTING
    return verb and clear and len(text.split()) >= _WORTH


def _is_light(text: str) -> bool:
    """Whether a quotation opens as talk does: with an answer or a sigh."""
    first = WORD.search(text)
    sighs = first is not None and look_up(first[0].lower()).tags[:1] == "?"
    return sighs or re.match(ANSWER, text) is not None


# --- the frame ----------------------------------------------------------------------------------


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
            for j in range(max(0, i - 2), i + 3)
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


def _is_sure(story: Story, i: int, person: FoundPerson) -> bool:
    """Whether the speaker is named beside the words, or nobody else can be "he"."""
    around = [n.what for n in story.named_in(i) if isinstance(n.what, FoundPerson)]
    if person in around:
        return True
    clause = _frame(story, i, person)
    subject = clause.subject if clause is not None else None
    return subject is not None and who_is_meant(story, i, subject) == person


def _to(story: Story, i: int, clause: Clause | None) -> str:
    """To whom words are said: "told his colleagues", "wrote to his sister Otome"."""
    if clause is None:
        return ""
    s = story.sentences[i]
    end = clause.end
    if clause.inverted and clause.subject is not None:
        end = clause.subject.end
    start = end + (s.words[end : end + 1] == ("to",))
    chunk = next(chunks(s.tags, start), None)
    if chunk is None or chunk.kind != "noun" or chunk.start != start:
        return ""
    if start == end and clause.lemma not in ("tell", "warn", "assure", "inform", "ask", "remind"):
        return ""
    finish = chunk.end
    for phrase in joined(s.words, s.tags, finish, ("of",)):
        finish = phrase.end
    head = s.words[chunk.end - 1].lower()
    tokens = range(chunk.start, finish)
    human = story.person_at(i, chunk.start, finish) is not None
    human = human or not {"p", "g"}.isdisjoint(look_up(head).of_noun)
    loose = any(s.words[k].lower() in POINTING - {"his", "her"} for k in tokens)
    if not human or loose or any(s.tags[k] == QUOTE for k in tokens):
        return ""
    return story.cut(i, chunk.start, finish)


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
        if clause_of(story, i, n.start, n.end) is clause:
            return mention.date
    return None


# --- the gap ------------------------------------------------------------------------------------


def _missing(text: str, person: FoundPerson | None) -> str:
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
