"""Names for "the battle" and "the Archbishop", where it is sure what or who is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import is_person_noun, loose_noun
from flashgen.mentions import FoundPerson


def named_things(story: Story, i: int, tokens: Sequence[int]) -> dict[int, str]:
    """What stands for the tokens of "the battle" and the like; "" for one that goes.

    What some tokens have named before is plain as it stands.
    """
    s, kept, names = story.sentences[i], set(tokens), dict[int, str]()
    for head in loose_noun(s.words, s.tags, tokens):
        the = head - 1
        name = story.things.meant(i, head) if the in kept else ""
        if not name or s.words[the].lower() != "the":
            continue
        told = {s.words[k] for k in tokens if k < the}
        if told.issuperset(name.removeprefix("the ").split()):
            names |= {the: s.words[the], head: s.words[head]}
        elif s.tags[head + 1 : head + 2] == "z" and head + 1 in kept:
            names |= {the: f"{name}’s", head: "", head + 1: ""}
        else:
            names |= {the: name, head: ""}
    return names


def titles(story: Story, i: int, tokens: Sequence[int]) -> Iterator[tuple[int, FoundPerson]]:
    """The tokens of "the" before a title that one person of the article has, with that person."""
    s, kept = story.sentences[i], set(tokens)
    for k in tokens:
        title = k + 1
        if title not in kept or s.words[k].lower() != "the":
            continue
        behind = s.tags[title + 1 : title + 2]
        if not is_person_noun(s.words[title], s.tags[title]) or behind in tuple("fzNEJDG"):
            continue
        name = story.cast.persons.sole_bearer(s.words[title].lower())
        person = story.people.get(name or "")
        if person is not None and person.mentions[0].span.start < s.starts[k]:
            yield k, person
