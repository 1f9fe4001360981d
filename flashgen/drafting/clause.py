"""A clause made a sentence of its own: its subject named, its verb finite, its tails cut."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise

from flashgen.drafting.pronouns import meant, who_is_meant
from flashgen.drafting.story import Story
from flashgen.drafting.wording import (
    JOINING,
    POINTING,
    content_words,
    loose_noun,
    sentence,
    without_asides,
    wording,
)
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import lemma, look_up
from flashgen.english.phrases import Phrase
from flashgen.english.tags import NAME
from flashgen.mentions import FoundPerson, FoundPlace
from flashgen.rules.persons import Sex
from flashgen.tables import words as table

LONGEST, SHORT, SHORTEST = 22, 5, 3  # words
_FINITE = frozenset("VMbhuB")
# What opens a tail behind a comma: a participle, a clause, what "and" joins.
_TAILS = "GVDswcMbhu"
_POSSESSIVES = {"his": (Sex.MAN,), "her": (Sex.WOMAN,), "their": (Sex.MANY,)}
# "a treaty of friendship, commerce and navigation"
_LIST = re.compile(r",[dpJEN]*[NE]+(?:f[dJ]*[NE]+)?(?:,[dpJEN]*[NE]+)*,?c(?=[dpJEN]*[NE])")


@dataclass(frozen=True, slots=True)
class Told:
    """A clause as a sentence: its words, its tokens, and what is wrong with it, if anything."""

    text: str
    tokens: tuple[int, ...]
    clause: Clause
    people: tuple[str, ...]
    lacks: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether it can be asked."""
        return not self.lacks


def told(story: Story, i: int, clause: Clause, leave_out: Container[int]) -> Told | None:
    """What a finite clause of a sentence says, without the tokens that are left out.

    None where it cannot be made a sentence.
    """
    s = story.sentences[i]
    if clause.subject is None or clause.inverted or not clause.finite:
        return None
    begin = _begin(story, i, clause, leave_out)
    if begin is None:
        return None
    subject = [k for k in range(begin, clause.start) if k not in leave_out]
    subject = _subject(s.tags, without_asides(s.tags, subject), clause.subject, begin)
    if not subject or (subject[0] and not s.spaced(subject[0])):
        return None
    if s.tags[subject[-1]] == "c" or set("VMbhu;:)") & {s.tags[k] for k in subject}:
        return None
    best: Told | None = None
    for end in _ends(story, i, clause, leave_out):
        predicate = [k for k in range(clause.start, end) if k not in leave_out]
        predicate = without_asides(s.tags, predicate)
        predicate = [
            k for k in predicate if not (s.tags[k] == "r" and s.words[k].lower() in JOINING)
        ]
        predicate = _trimmed(story, i, predicate)
        if not predicate:
            continue
        found = _worded(story, i, clause, subject, predicate)
        if best is None or _is_better(found, best):
            best = found
    return best


def _is_better(longer: Told, best: Told) -> bool:
    """Whether a clause with one more of its tails is the better answer."""
    if not longer.sound:
        return not best.sound and len(longer.lacks) < len(best.lacks)
    return not best.sound or len(best.text.split()) < SHORT


def _worded(story: Story, i: int, clause: Clause, subject: list[int], predicate: list[int]) -> Told:
    """The sentence of some tokens, and what is wrong with it."""
    tokens, lacks = [*subject, *predicate], list[str]()
    names, people = _named(story, i, tokens, clause, lacks)
    words = sentence(wording(story, i, tokens, names))
    lacks += _faults(story, i, clause, subject, predicate, names, words)
    return Told(words, tuple(tokens), clause, tuple(people), tuple(dict.fromkeys(lacks)))


def _begin(story: Story, i: int, clause: Clause, leave_out: Container[int]) -> int | None:
    """The token at which a clause's subject begins; None where that is not to be seen."""
    s, phrase = story.sentences[i], clause.subject
    assert phrase is not None  # noqa: S101
    begin = phrase.start
    if begin >= clause.start:
        return None
    if begin and begin - 1 in leave_out:
        return begin
    before = s.tags[begin - 1] if begin else "^"
    if before in "dpqJ" or (before in "EN" and s.tags[begin] in "EN"):
        return None  # the parser saw less than the phrase
    k = begin
    while k and s.tags[k - 1] == "r":
        k -= 1
    if k > 1 and s.tags[k - 1] == "c" and not s.words[k - 1].lower() == "but":
        # "the fleet of Spain and the army were": the whole of it.
        k -= 1
        while k and s.tags[k - 1] not in ";:.-swVMbhuQ":
            k -= 1
        k += s.tags[k] in ",r"
        first = next((j for j in range(k, begin) if s.tags[j] not in ",rc"), begin)
        if s.tags[first] in "itf" and s.tags[begin - 2 : begin - 1] != ",":
            return None  # "between Hale and Holt stood a wall"
        if s.tags[first] in "itfsw" or first == begin:
            return begin
        if k and s.tags[k - 1] in "VMbhu":
            return begin
        return first
    if before in "itf":
        return None
    return begin


def _subject(tags: str, tokens: list[int], phrase: Phrase, begin: int) -> list[int]:
    """The subject without asides between commas: "Holt, the mayor, " is "Holt"."""
    end = phrase.with_[-1].end if phrase.with_ else phrase.end
    if begin < phrase.start:
        end = begin + 1
    commas = [n for n, k in enumerate(tokens) if tags[k] == "," and k >= end]
    if commas:
        tokens = tokens[: commas[0]]
    # "Hale often", "Hale still": adverbs go with the verb.
    while tokens and tags[tokens[-1]] == "r":
        tokens = tokens[:-1]
    return tokens


def _ends(story: Story, i: int, clause: Clause, leave_out: Container[int]) -> list[int]:
    """The tokens before which a clause may end, the nearest first."""
    s = story.sentences[i]
    tags, ends = s.tags, []
    own = {c.verb: c for c in story.clauses(i)}
    starts = {
        (c.subject.start if c.subject and c.subject.start >= clause.end else c.start): c
        for c in story.clauses(i)
        if c.start >= clause.end
    }
    last = len(tags)
    depth = 0
    k = clause.end
    while k < len(tags):
        tag = tags[k]
        depth += tag == "("
        depth -= tag == ")"
        if depth > 0:
            k += 1
            continue
        if tag in ";:." or (tag == "-" and k > clause.end):
            last = k
            break
        behind = starts.get(k + 1)
        if tag == "," and (lists := _LIST.match(tags, k)) and behind is None:
            k = lists.end()
            continue
        if tag == ",":
            goes_on = behind is not None and behind.finite
            if goes_on or tags[k + 1 : k + 2] in tuple(_TAILS):
                last = k
                break
            if k not in leave_out:
                ends.append(k)
        elif tag == "c":
            if behind is not None and behind.finite:
                last = k
                break
            going_on = k + 1 < len(tags) and lemma(s.words[k + 1].lower()) == s.words[k + 1].lower()
            infinitive = any(not c.finite and clause.end <= c.start < k for c in own.values())
            if tags[k + 1 : k + 2] in ("V", "M", "b", "h", "u") and not (going_on and infinitive):
                last = k
                break
        elif tag in "sw" and k > clause.end and s.words[k].lower() != "that":
            opened = k - (tags[k - 1] in "it")
            if tag == "s" or tags[opened - 1] == ",":
                ends.append(opened - (tags[opened - 1] == ","))
        k += 1
    ends.append(last)
    return sorted({end for end in ends if end > clause.end or end == last})


def _trimmed(story: Story, i: int, tokens: list[int]) -> list[int]:
    """A predicate without what is left hanging at its end."""
    tags, words = story.sentences[i].tags, story.sentences[i].words
    while tokens:
        last = tokens[-1]
        hangs = tags[last] in "iftdcsw,-:;(?p" and not (
            tags[last] == "i" and look_up(words[last].lower()).tags != "i"
        )
        if not hangs and words[last].lower() not in ("that", "as", "than"):
            break
        tokens = tokens[:-1]
    return tokens


def _named(
    story: Story, i: int, tokens: list[int], clause: Clause, lacks: list[str]
) -> tuple[dict[int, str], list[str]]:
    """The names that stand for pronouns, by token, and the people of the clause."""
    s = story.sentences[i]
    names: dict[int, str] = {}
    people: list[str] = []
    kept = set(tokens)
    for n in story.named_in(i):
        if isinstance(n.what, FoundPerson) and kept.issuperset(range(n.start, n.end)):
            people.append(n.what.canonical)
            if n.what.canonical != story.cut(i, n.start, n.end) and n.end - n.start == 1:
                genitive = s.tags[n.end : n.end + 1] == "z" or s.tags[n.start - 1 : n.start] == "z"
                full = n.what.canonical.endswith(s.words[n.start])
                if full and not genitive and _is_only(story, s.words[n.start]):
                    names[n.start] = n.what.canonical
    owners: set[str] = set()
    subject = clause.subject
    who = who_is_meant(story, i, subject) if subject is not None else None
    for k in tokens:
        low = s.words[k].lower()
        if s.tags[k] == "Q" or low not in POINTING:
            continue
        if s.tags[k] in "nEi" or (low in ("that", "one", "so") and s.tags[k] in "sJqc"):
            continue
        if low.endswith(("self", "selves")):
            continue
        person = None
        if subject is not None and k == subject.start and low in ("he", "she"):
            person = who
            if person is not None:
                names[k] = person.canonical
                people.insert(0, person.canonical)
        elif low in _POSSESSIVES and _owned(story, i, k, tokens, clause, who):
            continue
        elif low in ("him", "her") and s.tags[k] == "m":
            person = story.who(Phrase(k, k + 1, k), i)
            if person is not None and person.canonical in owners:
                continue  # "Hale’s brother joined him"
            person = meant(story, i, k)
            if person is not None and person != who and person.canonical not in people:
                names[k] = person.canonical
                people.append(person.canonical)
            else:
                person = None
        elif low in ("his", "her") and (owner := _owner(story, i, k, people, who)):
            names[k] = f"{owner}’s"
            owners.add(owner)
            continue
        elif low in ("its", "their") and _owned_by_subject(story, i, k, clause):
            continue
        if person is None:
            lacks.append(f"whom or what “{s.words[k]}” means")
    return names, list(dict.fromkeys(people))


def _is_only(story: Story, surname: str) -> bool:
    """Whether only one of the article's people has a name."""
    return sum(surname in person.split() for person in story.people) == 1


def _owned(
    story: Story, i: int, k: int, tokens: list[int], clause: Clause, who: FoundPerson | None
) -> bool:
    """Whether "his" is of somebody whom the sentence names before it."""
    s = story.sentences[i]
    low = s.words[k].lower()
    if low == "their":
        return _owned_by_subject(story, i, k, clause)
    voice = story.cast.who(Phrase(k, k + 1, k), i)
    if voice is None:
        return False
    named = [
        n.what.canonical
        for n in story.named_in(i)
        if isinstance(n.what, FoundPerson) and n.start < k and n.start in tokens
    ]
    fits = {"man": "his", "woman": "her"}
    sexed = [name for name in named if fits.get(story.people[name].sex, low) == low]
    if who is not None and who.canonical not in sexed and fits.get(who.sex, low) == low:
        sexed.append(who.canonical)
    return len(set(sexed)) == 1 and voice.words == sexed[0]


def _owner(story: Story, i: int, k: int, people: list[str], who: FoundPerson | None) -> str:
    """The person whom "his" means, where the sentence does not name him; "" where unsure."""
    person = meant(story, i, k)
    if person is None or person == who or person.canonical in people:
        return ""
    return person.canonical


def _owned_by_subject(story: Story, i: int, k: int, clause: Clause) -> bool:
    """Whether "their" or "its" can be of the subject, which stands before it and is no person."""
    subject, s = clause.subject, story.sentences[i]
    if subject is None or subject.start >= k or clause.start > k:
        return False
    if s.words[subject.start].lower() in POINTING:
        return False
    voice = story.cast.who(subject, i)
    many = bool(subject.with_) or (voice is not None and voice.sex is Sex.MANY)
    person = voice is not None and voice.sex in (Sex.MAN, Sex.WOMAN)
    return many if s.words[k].lower() == "their" else not many and not person


def _faults(
    story: Story,
    i: int,
    clause: Clause,
    subject: list[int],
    predicate: list[int],
    names: dict[int, str],
    words: str,
) -> list[str]:
    """Why a clause is no answer, or no question, by itself."""
    s = story.sentences[i]
    tags, tokens = s.tags, [*subject, *predicate]
    group = [k for k in range(clause.start, clause.end) if k in predicate]
    found = []
    length = len(words.split())
    if length > LONGEST:
        found.append("shorter words")
    if length < SHORTEST:
        found.append("what happened")
    first = next((k for k in group if tags[k] not in "rn"), clause.verb)
    low = s.words[first].lower()
    if tags[first] == "M" and low not in ("could", "would") or low in ("could", "would", "should"):
        found.append("whether it happened")
    alone = clause.end - clause.start == 1
    if alone and low in ("had", "was", "were") and tags[clause.end : clause.end + 1] == "t":
        found.append("whether it happened")  # "had to be done"
    if low in ("is", "are", "am", "has", "does", "do", "'s", "have"):
        found.append("what happened: this is said of the present")
    if tags[first] in "VB" and not _is_past(s.words[first].lower(), clause):
        found.append("what happened: this is said of the present")
    if clause.negated or "not" in [s.words[k].lower() for k in group]:
        found.append("what did happen")
    named = [k for k in tokens if story.is_proper(i, k) or k in names]
    if not named:
        found.append("a name that tells it apart")
    loose = [k for k in loose_noun(s.words, tags, tokens) if not _is_bearer(story, i, k)]
    if loose and (loose[0] in subject or len(named) < 2):
        found.append(f"which {s.words[loose[0]]} is meant")
    if not _says(story, i, clause, predicate, words):
        found.append("what happened")
    return found


def _is_bearer(story: Story, i: int, k: int) -> bool:
    """Whether "the general" is somebody whom the article names."""
    return story.who(Phrase(k - 1, k + 1, k), i) is not None


def _is_past(low: str, clause: Clause) -> bool:
    """Whether a finite verb tells of the past by its form."""
    if low.endswith("ed"):
        return True
    if low.endswith("s") and low == clause.lemma + "s" or low.endswith(("ies", "es")):
        return look_up(low).verb == low or not look_up(low).verb
    return low != clause.lemma or look_up(low).tags.startswith("V")


def _says(story: Story, i: int, clause: Clause, predicate: list[int], text: str) -> bool:
    """Whether a clause says something that one can know."""
    s = story.sentences[i]
    verb = look_up(clause.lemma)
    rest = [k for k in predicate if k >= clause.end]
    nouns = [k for k in rest if s.tags[k] in "NEJDQ"]
    saying = "s" in verb.of_verb[:1] or clause.lemma in ("seem", "appear")
    thinking = verb.of_verb[:1] == "k"
    that = any(s.words[k].lower() in ("that", "how", "whether") for k in rest)
    told = clause.object is not None and clause.object.start in rest and not that
    if (saying or thinking) and not told and not clause.passive:
        return False
    if clause.lemma in ("be", "have", "do", "go", "come", "take", "get", "make", "begin"):
        return bool(nouns)
    telling = content_words(text)
    return bool(nouns) or (clause.passive and len(telling) > 1) or len(telling) >= 2


def clause_of(story: Story, i: int, start: int, end: int) -> Clause | None:
    """The finite clause that tokens of time belong to; None where they are in another phrase."""
    s = story.sentences[i]
    clauses, tags = story.clauses(i), s.tags
    finite = [c for c in clauses if c.finite and c.subject is not None]
    # Inside a clause, behind its verb: the last one before, unless a participle has come since.
    at = bisect_left([c.start for c in clauses], start)
    for c in reversed(clauses[:at]):
        between = tags[c.end : start]
        if any(mark in between for mark in ";:"):
            break
        if c.finite:
            later = [k for k in range(c.end, start) if tags[k] in "c"]
            cut = [
                k
                for k in later
                if any(o.finite and o.start > end and o.subject and o.subject.start > k
                       and o.subject.start >= end for o in clauses)
                and _opens_clause(tags, k, start)
            ]  # fmt: skip
            if not cut and later and (next_ := _coordinated(clauses, tags, later[-1], start, end)):
                return next_
            if not cut:
                return c if c in finite else None
            break
        # "to leave in May", "leaving in May" behind a comma are told by themselves.
        if tags[c.start - 1 : c.start] == "," or tags[c.start] in "DG":
            return None
    # Before it: in front, or between subject and verb.
    for c in finite:
        if c.start < end:
            continue
        assert c.subject is not None  # noqa: S101
        if c.subject.start >= end or c.subject.end <= start:
            inside = tags[end : min(c.subject.start, c.start)] if c.subject.start >= end else ""
            opened = any(mark in inside for mark in "sw")
            if opened:
                continue
            return c
    return None


def _coordinated(
    clauses: Sequence[Clause], tags: str, k: int, start: int, end: int
) -> Clause | None:
    """The clause behind "and" whose time stands in front: "he fled and, in May, married"."""
    if any(tag not in "itdr,fJN" for tag in tags[k + 1 : start]):
        return None
    following = (c for c in clauses if c.finite and end <= c.start <= end + 2)
    return next(following, None)


def _opens_clause(tags: str, k: int, start: int) -> bool:
    """Whether behind "and" at ``k`` only a phrase of time stands before ``start``."""
    return all(tag in "itdr,fJN" for tag in tags[k + 1 : start]) and start - k < 6


def place_in(story: Story, i: int, sentence: Told) -> FoundPlace | None:
    """The place at which a clause says that it happens: the narrowest, where it names one."""
    s, found = story.sentences[i], []
    strong = table("names", "prepositions_strong")
    first = min(sentence.tokens)
    while first and s.tags[first - 1] not in ";:swVMbhuDG":
        first -= 1
    for n in story.named_in(i):
        if not isinstance(n.what, FoundPlace) or not first <= n.start <= max(sentence.tokens):
            continue
        before = n.start - 1
        while before >= 0 and s.tags[before] in "dJ":
            before -= 1
        if before >= 0 and s.words[before].lower() in strong and s.tags[n.end : n.end + 1] != "z":
            found.append((n.start, n.end, n.what))
    if not found or any(b[0] - a[1] > 2 for a, b in pairwise(found)):
        return None
    return found[0][2]
