"""What "it" and "they" mean that go on with what is told just before.

Who or what acts first in a sentence is what the next one goes on with, if nothing else stands
there that the pronoun may mean (Grosz, Joshi and Weinstein, "Centering", 1995, in a small way).
"""

from __future__ import annotations

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import POINTING, is_person_noun, joined_end, recased
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Phrase, chunks
from flashgen.english.tags import NAME, NOUN
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention
from flashgen.rules.persons import Sex

_CHAIN = 3  # sentences that begin with "it" one after the other
_LONGEST = 7  # words
# What one makes is told of next: "He founded the Baltic Company. It failed."
_MAKING = frozenset(
    "found establish create build construct erect form organize organise launch write publish "
    "compose design open".split()
)
# With these "it" may mean nothing: "it was decided that", "it took years to".
_EMPTY = frozenset("be seem appear take become happen follow mean prove turn occur".split())
_LATER = frozenset("that who when to until".split())
_BEGINNING = frozenset("a an no some many most several few each every one all".split())
_PEOPLES = ("ish", "ese", "ch", "s")


def meant_before(story: Story, i: int, k: int, depth: int = 0) -> str:
    """The words for what "it" or "they" means at a token; "" where that is not sure."""
    s = story.sentences[i]
    low, first = s.words[k].lower(), _first(story, i)
    if low not in ("it", "they") or first is None or first.subject is None or not i:
        return ""
    if first.subject.start != k or first.subject.end > k + 1 or not _opens(story, i, k):
        return ""
    before = _first(story, i - 1)
    apart = story.sentences[i - 1].paragraph != s.paragraph
    if apart or before is None or before.subject is None or (low == "it" and _is_empty(s, first)):
        return ""
    b, subject = story.sentences[i - 1], before.subject
    alone = subject.end == subject.start + 1
    if alone and b.words[subject.start].lower() == low:
        return meant_before(story, i - 1, subject.start, depth + 1) if depth < _CHAIN else ""
    if _told_of_two(story, i - 1, before) or _has_rival(story, i - 1, before, low):
        return ""
    if low == "it" and _is_made(story, i - 1, before):
        assert before.object is not None  # noqa: S101
        return _named(story, i - 1, before.object, many=False)
    return _named(story, i - 1, subject, many=low == "they") if _is_whole(b, before) else ""


def _first(story: Story, i: int) -> Clause | None:
    """The first clause of a sentence that stands by itself."""
    alone = (c for c in story.clauses(i) if c.finite and not c.embedded and not c.relative)
    return next(alone, None)


def _opens(story: Story, i: int, k: int) -> bool:
    """Whether before a pronoun stands nothing that it may mean instead."""
    s = story.sentences[i]
    if set("VMbhuwQ;:") & set(s.tags[:k]):
        return False
    many = s.words[k].lower() == "they"
    before = (c for c in chunks(s.tags) if c.kind == "noun" and c.start < k)
    return not any(_fits(story, i, chunk.end - 1, many=many) for chunk in before)


def _fits(story: Story, i: int, head: int, *, many: bool) -> bool:
    """Whether a noun may be what "it", or "they", means."""
    s = story.sentences[i]
    low, tag = s.words[head].lower(), s.tags[head]
    entry = look_up(low)
    dated = any(
        n.start <= head < n.end for n in story.named_in(i) if isinstance(n.what, DateMention)
    )
    if tag not in (NOUN, NAME) or entry.of_noun.startswith("t") or dated:
        return False
    plural = entry.plural or (tag == NAME and low.endswith(_PEOPLES) and not low.endswith("ss"))
    if many:
        return plural or entry.of_noun.startswith("g")
    person = story.person_at(i, head, head + 1) is not None
    return not person and not plural and not is_person_noun(s.words[head], tag)


def _is_empty(s: Sentence, clause: Clause) -> bool:
    """Whether "it" stands for what comes later: "it was decided that", "it took two years to"."""
    later = [word.lower() for word in s.words[clause.end :]]
    if clause.passive:
        return "that" in later
    return clause.lemma in _EMPTY and not _LATER.isdisjoint(later)


def _told_of_two(story: Story, i: int, first: Clause) -> bool:
    """Whether a sentence has another main clause, of something else."""
    main = (c for c in story.clauses(i) if c.finite and not c.embedded and not c.relative)
    s = story.sentences[i]
    return any(
        c.subject is not None and c.subject != first.subject and s.tags[c.subject.start] != "o"
        for c in main
    )


def _has_rival(story: Story, i: int, clause: Clause, low: str) -> bool:
    """Whether "it" may as well mean what has something done to it: "sent the Hartz to Riga"."""
    done_to, s = clause.object, story.sentences[i]
    return (
        low == "it"
        and done_to is not None
        and s.tags[done_to.head] == NAME
        and not _is_made(story, i, clause)
        and story.person_at(i, done_to.start, done_to.end) is None
    )


def _is_made(story: Story, i: int, clause: Clause) -> bool:
    """Whether somebody makes what the next sentence tells of."""
    made = clause.lemma in _MAKING and not clause.passive and clause.subject is not None
    if not made or clause.object is None or clause.subject is None:
        return False
    return not _fits(story, i, clause.subject.head, many=False)


def _is_whole(s: Sentence, clause: Clause) -> bool:
    """Whether the subject of a clause is all that stands before its verb, and no more of it."""
    subject = clause.subject
    assert subject is not None  # noqa: S101
    end = subject.with_[-1].end if subject.with_ else subject.end
    before = s.tags[subject.start - 1] if subject.start > 1 else ","
    return before not in "cfit()dpJz" and s.tags[end] not in "NEJGDcz)"


def _named(story: Story, i: int, phrase: Phrase, *, many: bool) -> str:
    """The words of a phrase that names what it means."""
    s = story.sentences[i]
    end = joined_end(s, phrase.with_[-1].end if phrase.with_ else phrase.end, ("of",))
    first = s.words[phrase.start].lower()
    if first == "the" and not many and (name := story.things.meant(i, phrase.head)):
        return name if phrase.end == phrase.start + 2 else ""
    # "Hale and his men"
    owned = {each.start for each in phrase.with_ if s.tags[each.start] == "p"}
    lost = any(s.tags[k] in "opwVGDqz" and k not in owned for k in range(phrase.start, end))
    lost |= phrase.negated
    if lost or first in POINTING or first in _BEGINNING or end - phrase.start > _LONGEST:
        return ""
    if not any(story.is_proper(i, k) for k in range(phrase.start, end)):
        return ""
    person = story.person_at(i, phrase.start, phrase.end)
    people = s.tags[phrase.head] == NAME and first == "the"
    people = people and s.words[phrase.head].endswith(_PEOPLES)
    plural = bool(phrase.with_) or look_up(s.words[phrase.head].lower()).plural or people
    if many != plural or (person is not None and not phrase.with_ and first != "the"):
        return ""
    voice = story.cast.who(phrase, i)
    if not many and (voice is None or voice.sex not in (Sex.THING, Sex.MANY)):
        return ""
    start = phrase.start
    while many and s.tags[start] == "J" and not story.is_proper(i, start):
        start += 1  # "Further Swedish regiments"
    words = story.cut(i, start, end)
    words = words[:1].lower() + words[1:] if first == "the" else words
    return recased(words)
