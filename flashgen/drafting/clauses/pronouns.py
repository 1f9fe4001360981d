"""Whether a pronoun surely means whom the rules take it for: a card cannot say "perhaps"."""

from __future__ import annotations

from flashgen.drafting.clauses.story import Named, Story
from flashgen.drafting.clauses.wording import is_person_noun
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import is_word
from flashgen.english.phrases import Phrase
from flashgen.english.tags import NAME
from flashgen.mentions import FoundPerson

_CHAIN = 3  # sentences that begin with "he" one after the other
_NEAR = 2  # sentences since somebody was named
SEXES = {
    "he": "man", "him": "man", "his": "man", "himself": "man",
    "she": "woman", "her": "woman", "herself": "woman",
}  # fmt: skip


def meant(story: Story, i: int, k: int, depth: int = 0) -> FoundPerson | None:
    """The person whom the pronoun at a token means; None where another one may be meant.

    It is the article's hero, and no other of the same sex acts in the sentence; or it is who acts
    in the sentence before, and no other one is named since.
    """
    sentence = story.sentences[i]
    sex = SEXES.get(sentence.words[k].lower())
    if sex is None:
        return None
    person = _goes_on(story, i, k, sex) or _of_title(story, i, k, sex)
    person = person or story.who(Phrase(k, k + 1, k), i)
    if person is None or person.sex not in (sex, ""):
        return None
    hero = story.hero(sex) == person
    titled = hero and person.canonical.split()[-1] in story.title_words
    if person.mentions[0].span.start > sentence.starts[k] and not titled:
        return None  # nobody has named him yet
    for n in reversed(story.named_in(i)):
        if isinstance(n.what, FoundPerson) and n.start < k:
            if n.what == person:
                # "On Hale's advice he left": who left is the one of whom the article tells.
                owner = sentence.tags[k] == "o" and sentence.tags[n.end : n.end + 1] == "z"
                return None if owner and not hero else person
            passes = hero and sentence.tags[k] == "o" and not _does(story, i, n)
            if n.what.sex in (sex, "") and not passes:
                return None
    acts = depth < _CHAIN and _acts(story, i - 1, person, depth)
    acts = acts or _is_owner(story, i - 1, person)
    return person if hero or acts or _is_alone(story, i, k, person) else None


def _is_alone(story: Story, i: int, k: int, person: FoundPerson) -> bool:
    """Whether nobody else of the same sex has been named in the paragraph, and he just before."""
    paragraph = story.sentences[i].paragraph
    near = False
    if _stranger(story, i - 1) or _stranger(story, i, k):
        return False
    if story.hero("man" if person.sex == "" else person.sex) not in (None, person):
        return False
    for j in range(i, -1, -1):
        if story.sentences[j].paragraph != paragraph:
            break
        for n, other in story.people_in(j):
            if j == i and n.start >= k:
                continue
            if other != person and other.sex in (person.sex, ""):
                return False
            near = near or (other == person and i - j <= _NEAR)
    return near


def _goes_on(story: Story, i: int, k: int, sex: str) -> FoundPerson | None:
    """The article's hero, if the sentence before is on him and this one goes on with "he"."""
    hero, sentence = story.hero(sex), story.sentences[i]
    opened = sentence.tags[k] == "o" and not set("VMbhu") & set(sentence.tags[:k])
    if hero is None or not opened or not i:
        return None
    before = story.sentences[i - 1]
    for clause in story.clauses(i - 1):
        if clause.finite and not clause.embedded and clause.subject is not None:
            first = clause.subject.start
            if before.paragraph != sentence.paragraph or clause.subject.with_:
                return None
            if SEXES.get(before.words[first].lower()) == sex and before.tags[first] in "op":
                owned = before.tags[first] == "p" and not _is_of_one(story, i - 1, clause, hero)
                same = meant(story, i - 1, first, _CHAIN) == hero
                return hero if same and not owned else None
            return hero if _named(story, i - 1, clause.subject) == hero else None
    return None


def _is_of_one(story: Story, i: int, clause: Clause, person: FoundPerson) -> bool:
    """Whether a sentence is on what is somebody's, and names nobody else: "his campaign failed"."""
    s, subject = story.sentences[i], clause.subject
    if subject is None or is_person_noun(s.words[subject.head], s.tags[subject.head]):
        return False
    return all(one == person for _, one in story.people_in(i)) and not _stranger(story, i)


def _of_title(story: Story, i: int, k: int, sex: str) -> FoundPerson | None:
    """The one whom the title names, where nobody else who may be meant is told of just before."""
    hero, sentence = story.hero(sex), story.sentences[i]
    if hero is None or hero.canonical.split()[-1] not in story.title_words:
        return None
    voice = story.cast.who(Phrase(k, k + 1, k), i)
    begins = story.frame.opens_paragraph(i)
    if any(c.embedded and c.subject is not None and c.subject.start == k == 1
           for c in story.clauses(i)):  # fmt: skip
        return None  # "Before he was elected, Hale"
    if voice is not None and voice.words not in story.people and not begins:
        return None  # "Hale's father fled. He"
    for j in range(i, max(-1, i - _NEAR - 1), -1):
        if story.sentences[j].paragraph != sentence.paragraph:
            break
        for n, other in story.people_in(j):
            if other == hero or (j == i and n.start >= k):
                continue
            aside = j == i and sentence.tags[k] == "o" and not _does(story, i, n)
            if other.sex in (sex, "") and not aside:
                return None
        if _stranger(story, j, k if j == i else None):
            return None
    return hero


def _named(story: Story, i: int, phrase: Phrase) -> FoundPerson | None:
    """The person whose name a phrase is: not "Hale's mother", "his brother Otto"."""
    if set("zp") & set(story.sentences[i].tags[phrase.start : phrase.end]):
        return None
    return story.person_at(i, phrase.start, phrase.end)


def _stranger(story: Story, i: int, end: int | None = None) -> bool:
    """Whether a sentence names somebody whom no rule knows as one: "The king sent Raghunathrao".

    A name that nothing else follows, where somebody stands to whom something is done.
    """
    if i < 0:
        return False
    s = story.sentences[i]
    for clause in story.clauses(i):
        done_to = clause.object
        if done_to is None or (end is not None and done_to.start >= end):
            continue
        word = s.words[done_to.head]
        alone = done_to.end - done_to.start == 1 and s.tags[done_to.head] == NAME
        named = any(n.start <= done_to.head < n.end for n in story.named_in(i))
        if alone and not named and not is_word(word.lower()) and not word.endswith("s"):
            return True
    return False


def _does(story: Story, i: int, n: Named) -> bool:
    """Whether somebody acts in a sentence, so that "he" may be he."""
    subjects = (c.subject for c in story.clauses(i))
    return any(phrase is not None and phrase.start <= n.start < phrase.end for phrase in subjects)


def _acts(story: Story, i: int, person: FoundPerson, depth: int) -> bool:
    """Whether somebody is by name the first who acts in a sentence, and nobody else does."""
    if i < 0 or story.frame.ends_paragraph(i):
        return False
    for n, other in story.people_in(i):
        if other != person and other.sex in (person.sex, "") and _does(story, i, n):
            return False
    if _stranger(story, i):
        return False
    words = story.sentences[i].words
    for clause in story.clauses(i):
        if clause.finite and not clause.embedded and clause.subject is not None:
            start = clause.subject.start
            alone = clause.subject.end == start + 1
            if words[start].lower() in SEXES and alone:
                return meant(story, i, start, depth + 1) == person
            named = story.person_at(i, start, clause.subject.end) or _beside(story, i, clause)
            return (named or story.who(clause.subject, i)) == person
    return False


def _beside(story: Story, i: int, clause: Clause) -> FoundPerson | None:
    """The one whose name stands behind his calling: "the consul, Don Otto Brandt, left"."""
    s, subject = story.sentences[i], clause.subject
    if subject is None or s.tags[subject.end : subject.end + 1] != ",":
        return None
    called = is_person_noun(s.words[subject.head], s.tags[subject.head])
    return story.person_at(i, subject.end + 1, subject.end + 3) if called else None


def _is_owner(story: Story, i: int, person: FoundPerson) -> bool:
    """Whether a sentence names nobody but whose thing it is on: "Hale's position was hopeless"."""
    if i < 0 or story.frame.ends_paragraph(i):
        return False
    s = story.sentences[i]
    named = story.people_in(i)
    pronouns = any(word.lower() in SEXES for word in s.words)
    if pronouns or _stranger(story, i) or {one for _, one in named} != {person}:
        return False
    subjects = [c.subject for c in story.clauses(i) if c.finite and c.subject is not None]
    human = any(
        is_person_noun(s.words[phrase.head], s.tags[phrase.head]) and story.who(phrase, i) != person
        for phrase in subjects
    )
    return not human and any(
        phrase.start <= n.start < phrase.end and s.tags[n.end : n.end + 1] == "z"
        for phrase in subjects
        for n, _ in named
    )


def who_is_meant(story: Story, i: int, phrase: Phrase) -> FoundPerson | None:
    """The person whom a phrase names, or surely stands for."""
    if phrase.end - phrase.start == 1 and not phrase.with_:
        low = story.sentences[i].words[phrase.start].lower()
        if low in SEXES:
            return meant(story, i, phrase.start)
    return story.who(phrase, i)
