"""Who or what a phrase of a clause is, as the answer to "Who", "What" or "Which town"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flashgen.drafting.clauses.doubts import are_kin
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.pronouns import who_is_meant
from flashgen.drafting.clauses.story import Named, Story
from flashgen.drafting.clauses.subject import is_opened
from flashgen.drafting.clauses.wording import is_person_noun, is_saying, recased, wording
from flashgen.drafting.questions.question import loose, undated
from flashgen.drafting.questions.sorts import sort_of
from flashgen.english.lexicon import is_word, look_up
from flashgen.english.peoples import is_people
from flashgen.english.phrases import Phrase
from flashgen.english.tags import ADJECTIVE, NAME, NOUN, OF
from flashgen.english.tokens import Sentence
from flashgen.mentions import FoundPerson, FoundPlace
from flashgen.tables import words as table

_LONGEST = 8  # words
_OFTEN = 4  # times that an article has a name of which it tells as a whole
_VAGUE = frozenset("many some most few several no one all there this each other".split())
# A phrase that may be an answer: "the Bolsheviks", "the Diet of Riga", "Holt and Price".
_PLAIN = re.compile(
    r"[dp]?[JDGqNE]*[NE](?:z[JDNE]*[NE])?(?:[fi][dp]?[JqNE]*[NE]|fq)*"
    r"(?:(?:,[dp]?[JDqNE]*[NE])*,?c[dp]?[JDqNE]*[NE])?"
)
# Classes of nouns that mean what happens, or what was written.
_THINGS = tuple("emd")
FOUNDING = frozenset("found establish create form organize organise".split())
_ENDING = frozenset({"dissolve", "abolish"})


def somebody(naming: Naming, tokens: Sequence[int]) -> tuple[str, str] | None:
    """The word that asks for some tokens, and the answer; None where they do not say who it is."""
    named = _named(naming, tokens)
    if named is not None:
        return named if named[0] else None
    s = naming.story.sentences[naming.i]
    words = wording(naming.story, naming.i, tokens, naming.names)
    unclear = any(k in naming.unclear for k in tokens) or any(True for _ in loose(naming, tokens))
    owned = any(s.tags[k - 1 : k + 1] == "cp" for k in tokens[1:])  # "Hale and his men"
    vague = owned or s.words[tokens[0]].lower() in _VAGUE or len(words.split()) > _LONGEST
    if unclear or vague or not is_plain("".join(s.tags[k] for k in tokens)):
        return None
    word = _word_for(naming, tokens, words)
    return (word, words[:1].upper() + words[1:]) if word else None


def _named(naming: Naming, tokens: Sequence[int]) -> tuple[str, str] | None:
    """The person or the place that some tokens are, by name or by pronoun."""
    story, i, phrase = naming.story, naming.i, naming.clause.subject
    s = story.sentences[i]
    alone = phrase is not None and phrase.start == tokens[0] and not phrase.with_
    tags = "".join(s.tags[k] for k in tokens)
    many = tags == "dE"  # "the Tudors"
    # "Hale's vetoes" are not Hale.
    if alone and phrase is not None and not many and not set("zp") & set(tags):
        one = who_is_meant(story, i, phrase)
        if one is not None:
            own = (n for n in story.named_in(i) if n.what == one and n.start in tokens)
            n = next(own, None)
            return "Who", recased(story.name_of(one)) if n is None else _in_full(story, i, n, one)
    for n in story.named_in(i):
        kin = n.end == tokens[-1] + 1 and re.fullmatch(r"d?(?:E+z|p)[JqN]*N", _tags(s, tokens, n))
        if isinstance(n.what, FoundPerson) and kin:
            return "Who", recased(story.name_of(n.what, n.end - n.start))  # "Hale's brother Otto"
        if not all(n.start <= k < n.end or s.tags[k] == "d" for k in tokens):
            continue
        if isinstance(n.what, FoundPerson) and not many:
            return "Who", _in_full(story, i, n, n.what)
        if isinstance(n.what, FoundPlace) and (sort := sort_of(n.what)):
            lands = {w.lower() for form in n.what.surface_forms for w in form.split()}
            often = max(story.kindred(land, are_kin) for land in lands)
            if len(n.what.mentions) > _OFTEN or (sort == "country" and often > _OFTEN):
                return "", ""  # the story is that of its people: one would guess it
            return f"Which {sort}", recased(story.cut(i, n.start, n.end))
    # "The consul, Hugh Ashcombe, left": the name, not the office.
    beside = tokens[-1] + 1
    head = phrase.head if phrase is not None and phrase.head in tokens else tokens[-1]
    called = is_person_noun(s.words[head], s.tags[head]) and s.tags[beside : beside + 1] == ","
    if called and (one := story.person_at(i, beside + 1, beside + 2)):
        return "Who", recased(story.name_of(one))
    return None


def _in_full(story: Story, i: int, n: Named, person: FoundPerson) -> str:
    """The name of somebody; where it is one word, with the title before it: "Marshal Hale"."""
    name, s = recased(story.name_of(person, n.end - n.start)), story.sentences[i]
    begin = n.start
    while begin and s.tags[begin - 1] == NAME and is_person_noun(s.words[begin - 1], NAME):
        begin -= 1
        if " ".join(s.words[begin - 1 : begin + 1]) in table("people", "titles"):
            begin -= 1  # "Field Marshal"
    surname = s.words[n.start] if n.end - n.start == 1 else ""
    shared = sum(surname == other.split()[-1] for other in story.people) > 1
    # Of two Hales, it is not sure who "General Hale" is.
    if begin == n.start or (" " in name and not shared):
        return name
    return story.cut(i, begin, n.end)


def _tags(s: Sentence, tokens: Sequence[int], n: Named) -> str:
    """The tags of what stands before a name among some tokens."""
    return "".join(s.tags[k] for k in tokens if k < n.start)


def _word_for(naming: Naming, tokens: Sequence[int], words: str) -> str:
    """Whether a phrase is asked for by "Who" or "What"; "" where that is not to be seen."""
    story, i = naming.story, naming.i
    s, phrase = story.sentences[i], naming.clause.subject
    head = _head(s, phrase, tokens)
    entry, named = look_up(s.words[head].lower()), s.tags[head] == NAME
    sort = entry.of_noun[:1]
    if named and story.person_at(i, head, head + 1):
        return "Who"  # "Holt and Price"
    last = tokens[-1]
    if _is_setting(naming, tokens) or (head < last and s.tags[last - 1 : last + 1] == NAME + NOUN):
        return ""  # "a Diet of Riga decision"
    if all(s.tags[k] in "dEc,q" for k in tokens) and "c" in [s.tags[k] for k in tokens]:
        # "Norway and Denmark" signed, or were joined to something.
        within = [n.what for n in story.named_in(i) if n.start in tokens]
        lies = any(isinstance(what, FoundPlace) for what in within)
        return "" if lies and naming.clause.lemma in ("be", "become") else "Who"
    proper = [k for k in tokens if story.is_proper(i, k)]
    bare = len(proper) == 1 and is_word(s.words[proper[0]].lower()) and len(words.split()) < 3
    if not proper or bare or sort == "t" or (entry.plural and not named) or s.tags[head] == "z":
        return ""  # "the Ship", "the next day", "Northern leaders"
    if "z" in [s.tags[k] for k in tokens] and not (named and sort in _THINGS):
        return ""  # "Hale's arrival", "Hale's army"
    act = next((k for k in tokens if _is_act(s, k)), None)
    alone = act == proper[0] and sort not in ("g", "b")
    alone = alone and ADJECTIVE not in look_up(s.words[proper[0]].lower()).tags
    if named and act is not None and (naming.clause.passive or alone):
        return "What"  # "Operation Barbarossa"
    if named and not sort:
        listed = s.tags[tokens[0]] == "d"  # not "Swedes": some of them
        return "Who" if listed and is_people(s.words[head]) else ""
    if not named and s.tags[tokens[0]] not in "dE":
        return ""  # "progress towards Riga"
    if not named and sort not in ("p", "g"):
        return ""  # "Livonian rule"
    subject = phrase is not None and tokens[0] <= phrase.head <= tokens[-1]
    done_to = (naming.clause.lemma == "be" or naming.clause.passive) and subject
    # "Who was persuaded?": a body; "What was organized?": a regiment.
    social = is_saying(naming.clause.lemma) and naming.clause.passive
    if sort == "g" and not named and not done_to:
        return ""  # "the army of Livonia"
    if sort == "g" and done_to and not social:
        return "What" if naming.clause.lemma in FOUNDING | _ENDING else ""
    if sort in _THINGS:
        asks = is_saying(naming.clause.lemma) and not naming.clause.passive
        return "" if asks else "What"  # "the Legation asked"
    return "Who" if sort in ("", "g", "p") else ""


def _head(s: Sentence, phrase: Phrase | None, tokens: Sequence[int]) -> int:
    """The token of a phrase that says what it is."""
    if phrase is None or phrase.head not in tokens:
        return tokens[-1]
    if tokens[0] < phrase.start:  # "the attacks of the Swedes and Danes"
        return next((k for k in tokens if s.tags[k + 1 : k + 2] == OF), phrase.head)
    return phrase.head


def _is_act(s: Sentence, k: int) -> bool:
    """Whether a word of a name is of what is done or made: "Operation Barbarossa"."""
    return s.tags[k] == NAME and look_up(s.words[k].lower()).of_noun[:1] in _THINGS


def _is_setting(naming: Naming, tokens: Sequence[int]) -> bool:
    """Whether a phrase names a people of whom the whole article tells: one would guess it."""
    story = naming.story
    names = {naming.story.sentences[naming.i].words[k] for k in tokens if k not in naming.names}
    names = {name for name in names if name[:1].isupper() and not look_up(name.lower()).closed}
    if len(names) == 1:
        return story.kindred(min(names).lower(), are_kin) > _OFTEN
    return bool(names) and all(story.times(name) > _OFTEN for name in names)


def is_clear(naming: Naming, tokens: Sequence[int]) -> bool:
    """Whether some tokens are one phrase, or two, of which a card shows what it means."""
    s = naming.story.sentences[naming.i]
    tags = "".join(s.tags[k] for k in tokens)
    # "clerks, sailors and Swedes", "guards alongside the Swedes and the Poles"
    listed = "c" in tags and re.search(",[dJ]*[NE]+,$", s.tags[: tokens[0]]) is not None
    listed |= "c" in tags and "i" in tags and tags[0] in "NJ"
    # "Riga’s mayor, Hale, and Mitau’s mayor, Holt, sold"
    before = s.tags[: tokens[0]]
    aside = before.endswith(",") and not set("VMbhusw") & set(before)
    listed |= aside and re.search("[NE],c", before) is not None
    # "French cultural influence", of which the parser saw the end only
    cut = before[-1:] in tuple("ENJpz") and bool(undated(naming, [tokens[0] - 1]))
    cut = cut and not is_opened(s.tags, tokens[0])
    if listed or cut or not is_plain(tags):
        return False
    unclear = any(k in naming.unclear for k in tokens) or any(True for _ in loose(naming, tokens))
    return not unclear


def is_plain(tags: str) -> bool:
    """Whether tokens of some tags are one phrase, or two."""
    return tags == "o" or _PLAIN.fullmatch(tags) is not None
