"""Names for "the battle", where it is sure which is meant."""

from __future__ import annotations

from collections.abc import Sequence

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import loose_noun


def named_things(story: Story, i: int, tokens: Sequence[int]) -> dict[int, str]:
    """What stands for the tokens of "the battle" and the like; "" for one that goes.

    What some tokens have named before is plain as it stands.
    """
    s, kept, names = story.sentences[i], set(tokens), dict[int, str]()
    for head in loose_noun(s.words, s.tags, tokens):
        the = head - 1
        name = story.things.meant(i, head) if the in kept else ""
        if the in kept and not name and story.things.is_of_land(i, head):
            names |= {head: s.words[head]}  # "the colony", of the land that the title names
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
