"""What "it" and "they" in front of a verb surely mean, where no person is meant."""

from __future__ import annotations

from flashgen.drafting.clauses.antecedents import meaning
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import is_person_noun, wording
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.peoples import is_people, is_whole_people
from flashgen.english.phrases import Phrase
from flashgen.mentions import FoundPlace

_CHAIN = 2  # sentences that begin with "it" one after the other
# "It took years to", "it became clear that": nothing is meant.
_NOTHING = frozenset("be seem appear take happen turn come last end".split())
_GO_ON = ("f", "w", "z")  # "the siege of Riga", "the ship that"


def thing_meant(story: Story, i: int, clause: Clause, depth: int = 0) -> str:
    """The name that stands for the "it" or "they" that a clause begins with; "" for none.

    It is the subject of the clause before it in its sentence, or else of the first clause of the
    sentence before, if that has a name and no other can be meant.
    """
    subject = clause.subject
    if subject is None or clause.lemma in _NOTHING or clause.relative:
        return ""
    s, k = story.sentences[i], subject.start
    low = s.words[k].lower()
    clauses = [c for c in story.clauses(i) if c.finite and c.subject is not None]
    before = [c for c in clauses if c.start < k and c.subject and c.subject.end <= k]
    before = [c for c in before if not c.relative]
    j = i
    if not before:
        if set(s.tags[:k]) & set("VMbhuDGBsw;:Q(") or not i:
            return ""
        j = i - 1
        if story.sentences[j].paragraph != s.paragraph:
            return ""
        before = [
            c for c in story.clauses(j) if c.finite and c.subject and not (c.embedded or c.relative)
        ][:1]
    if not before or before[-1].subject is None:
        return ""
    told = before[-1]
    acting = told.subject
    assert acting is not None  # noqa: S101
    if acting.end == acting.start + 1 and story.sentences[j].words[acting.start].lower() == low:
        return thing_meant(story, j, told, depth + 1) if depth < _CHAIN else ""
    if told.object is not None and _rivals(story, j, told.object, clause, low):
        return ""
    fits = _is_one(story, j, acting) if low == "it" else _are_many(story, j, acting)
    if low == "it" and not fits:
        return _named_before(story, j, acting)
    return _words(story, j, acting) if fits else ""


def _named_before(story: Story, i: int, phrase: Phrase) -> str:
    """The name that "the squadron" stands for, which is no person's; "" for any other phrase."""
    s = story.sentences[i]
    the = s.words[phrase.start].lower() == "the" and phrase.end == phrase.start + 2
    if not the or phrase.with_ or is_person_noun(s.words[phrase.head], s.tags[phrase.head]):
        return ""
    return "" if s.tags[phrase.end : phrase.end + 1] in _GO_ON else meaning(story, i, phrase.head)


def _rivals(story: Story, i: int, other: Phrase, clause: Clause, low: str) -> bool:
    """Whether an object may be meant as well as the subject before it."""
    if low == "it":
        return clause.passive  # "he bought the house, and in 1703 it was burned"
    head = story.sentences[i].words[other.head].lower()
    return bool(other.with_) or _is_group_of_people(head) or _are_many(story, i, other)


def _is_group_of_people(low: str) -> bool:
    entry = look_up(low)
    return entry.plural and bool({"p", "g"} & set(entry.of_noun[:1]))


def _is_one(story: Story, i: int, phrase: Phrase) -> bool:
    """Whether a phrase names one thing: a land, a body, a law."""
    s = story.sentences[i]
    if phrase.with_ or story.who(phrase, i) is not None or story.person_at(i, *phrase[:2]):
        return False
    low, head = s.words[phrase.head].lower(), look_up(s.words[phrase.head].lower())
    if not _is_named(story, i, phrase) or is_person_noun(low, s.tags[phrase.head]):
        return False
    place = any(
        n.start <= phrase.head < n.end and isinstance(n.what, FoundPlace) for n in story.named_in(i)
    )
    many = head.plural or is_whole_people(low) or (low.endswith("s") and not head.tags)
    return place or not many


def _are_many(story: Story, i: int, phrase: Phrase) -> bool:
    """Whether a phrase names several: "the Danes", "British troops", "Riga and Reval"."""
    s = story.sentences[i]
    if phrase.with_:
        return _is_named(story, i, phrase._replace(end=phrase.with_[-1].end))
    low, head = s.words[phrase.head].lower(), look_up(s.words[phrase.head].lower())
    if not _is_named(story, i, phrase):
        return False
    if low in ("states", "nations"):
        return False  # "the United States"
    people = s.words[phrase.start].lower() == "the" and s.tags[phrase.head] == "E"
    return head.plural or low == "people" or (people and is_people(low))


def _is_named(story: Story, i: int, phrase: Phrase) -> bool:
    """Whether a phrase has a name in it, and is seen whole, and points to nothing else."""
    s, begin = story.sentences[i], phrase.start
    whole = not begin or s.tags[begin - 1] not in "dpqJzNEcitf"
    tags = s.tags[begin : phrase.end]
    return whole and "p" not in tags and any(story.is_proper(i, k) for k in range(*phrase[:2]))


def _words(story: Story, i: int, phrase: Phrase) -> str:
    """The words of a phrase, as they stand within a sentence."""
    end = phrase.with_[-1].end if phrase.with_ else phrase.end
    s = story.sentences[i]
    small = {phrase.start: s.words[phrase.start].lower()} if s.tags[phrase.start] == "d" else {}
    return wording(story, i, range(phrase.start, end), small)
