"""Words of a sentence as an answer: what is left out, what stands for what, and what hangs loose.

Nothing is added but the name that a pronoun stands for, a capital and a full stop.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache

from flashgen.drafting.clauses.story import Story
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import joined
from flashgen.english.tags import CLOSE, NAME, NOUN, OPEN, QUANTITY
from flashgen.english.tokens import Sentence
from flashgen.tables import words as table

# Words that point to what stands elsewhere in the article.
POINTING = frozenset(
    "this that these those such it its itself here there i we you my our your us me mine ours "
    "he she him her his hers they them their theirs himself herself themselves "
    "latter former same above following aforesaid said another other others "
    "follows thither hither thence hence thereby thereupon so one ones both each either "
    "neither resultant resulting ensuing subsequent aforementioned".split()
)
# What tells a thing apart only from others of which the text spoke, if at all: "the first ship".
VAGUE = frozenset(
    "first second third next last only main new old whole entire same two three four five six "
    "several many few great large small principal original own pending major final further similar "
    "massive combined remaining".split()
)
_ORDINAL = r"\d+(?:st|n?d|rd|th)"  # "the 3rd battalion", of which regiment?
# Adverbs that join a sentence to the one before it.
JOINING = frozenset(
    "also then now later earlier previously soon however therefore moreover furthermore "
    "nevertheless nonetheless meanwhile afterwards afterward likewise instead indeed hence "
    "thus thereupon thereafter hereupon presently finally still already again too consequently "
    "accordingly eventually immediately shortly subsequently simultaneously even actually".split()
)
# Groups, lands, waters, buildings, ships, messages and documents, and what has a body.
_CONCRETE = ("", *"glowuybsmd")
OF_THE_LAND = frozenset(
    "government army navy church state public press parliament coast countryside frontier border "
    "sea constitution court throne crown crowd capital law police clergy nobility senate peace "
    "world sky earth population offensive rear front past future east west north south monarchy "
    "enemy interior congress darkness pope papacy economy truth matter rest same".split()
)
# Of these there is but one, or one means none of them above others.
_ALONE = frozenset("world sea ocean sky sun moon bar streets throne equator".split())
_WHERE = frozenset("in at on near around between".split())
DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest".split())
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_APPOSITION = re.compile(
    r"(?<=[NE])(,(?:d(?:[JNEDq]|cJ)*[NE](?:fd?[JNE]*[NE])*|[NE]+fd?[JNE]*[NE]|E+),)(?=[it])"
)
# A trade that no lexicon has: "biochemist".
_TRADE = re.compile(r"[a-z](?:ist|[ct]ian|grapher|ologer)$")
_SPACED = re.compile(r" +(?=[,;:.!?)])")
_LONG = 4  # letters: what is longer is no abbreviation
# Two words in capitals or more, one of which is long.
_SHOUTED = re.compile(r"(?=[A-Z ]*[A-ZÀ-Þ]{5})[A-ZÀ-Þ]{2,}(?: [A-ZÀ-Þ]{2,})+")
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
     "’": "'", "ʼ": "'"}
)  # fmt: skip

# The key of what has no letters for one.
NO_LETTERS = "x"


def wording(
    story: Story, i: int, tokens: Sequence[int], instead: Mapping[int, str] | None = None
) -> str:
    """Some tokens of a sentence on one line, other words in the place of some of them."""
    told: list[str] = []
    run: list[int] = []
    instead = instead or {}

    def close() -> None:
        if run:
            told.append(story.cut(i, run[0], run[-1] + 1))
            run.clear()

    for token in tokens:
        if token in instead:
            close()
            told.append(instead[token])
            continue
        if run and token != run[-1] + 1:
            close()
        run.append(token)
    close()
    words = _SPACED.sub("", " ".join(filter(None, told))).strip(" ,;:-—–")
    words = re.sub(r"(?<=\d[–-]) (?=\d)", "", words)
    return _SHOUTED.sub(_in_small_letters, words)


def _in_small_letters(match: re.Match[str]) -> str:
    """Words in capitals as others are written: "BATTLE OF MARATHON" is "Battle of Marathon"."""
    lows = match[0].lower().split()
    return " ".join(low if look_up(low).closed else low.capitalize() for low in lows)


def sentence(words: str) -> str:
    """Words as a sentence: a capital, and a full stop."""
    words = re.sub(r"[,;](?=[\"”’]$)", "", words.rstrip(" ,;:-—–*"))
    stop = "" if words[-1:] in ".!?" or words[-2:] in ('."', ".”", "?”", "!”") else "."
    return words[:1].upper() + words[1:] + stop


def recased(name: str) -> str:
    """A name that is written in capitals, as others are: "CHEKHOV" is "Chekhov"."""
    shouted = name.isupper() and max(map(len, name.split())) > _LONG
    return " ".join(w if "." in w else w.title() for w in name.split()) if shouted else name


@cache
def is_function_word(low: str) -> bool:
    """Whether a word in lower case is of a closed class, or a light verb."""
    return look_up(low).closed or low in JOINING


def joined_end(s: Sentence, end: int, links: Container[str]) -> int:
    """Where a noun phrase ends with what some prepositions join to it; a bare number they do not.

    "chancellor in 1917" ends at "chancellor".
    """
    for phrase in joined(s.words, s.tags, end, links):
        if all(tag == QUANTITY for tag in s.tags[phrase.start : phrase.end]):
            break
        end = phrase.end
    return end


def content_words(text: str) -> list[str]:
    """The words of a text that say something, in lower case."""
    lows = (re.sub(r"['’]s?$", "", word.lower()) for word in WORD.findall(text))
    return [low for low in lows if low and not is_function_word(low)]


def slug(text: str) -> str:
    """A key: small ASCII letters and figures, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    ascii_text = plain.encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_text.replace("'", ""))) or NO_LETTERS


def without_asides(tags: str, tokens: Sequence[int]) -> list[int]:
    """Tokens without what stands in brackets or between dashes."""
    kept, depth = [], 0
    dashes = [k for k in tokens if tags[k] == "-"]
    paired = {k for a, b in zip(dashes[::2], dashes[1::2], strict=False) for k in range(a, b + 1)}
    for k in tokens:
        depth += tags[k] == OPEN
        if not depth and k not in paired:
            kept.append(k)
        depth -= tags[k] == CLOSE and depth > 0
    return kept


def without_appositions(tags: str, tokens: Sequence[int]) -> list[int]:
    """Tokens without what tells of a name between commas: "told Holt, the mayor, of Riga"."""
    kept = list(tokens)
    said = "".join(tags[k] for k in tokens)
    for found in reversed(list(_APPOSITION.finditer(said))):
        del kept[found.start(1) : found.end(1)]
    return kept


def loose_noun(words: Sequence[str], tags: str, tokens: Sequence[int]) -> Iterator[int]:
    """The nouns behind "the" that no name and no other word tells apart: "the order"."""
    for n, k in enumerate(tokens):
        if words[k].lower() != "the":
            continue
        m = n + 1
        while m < len(tokens) and tags[tokens[m]] in "JDqGr":
            m += 1
        first = m
        while m < len(tokens) and tags[tokens[m]] in (NOUN, NAME):
            m += 1
        head = tokens[first:m]
        told_apart = [
            t
            for t in tokens[n + 1 : first]
            if words[t].lower() not in VAGUE and not re.fullmatch(_ORDINAL, words[t])
        ]
        titles = all(is_person_noun(words[h], tags[h]) for h in head)
        more = len(told_apart) + len(head) > 1
        if not head or more or (any(tags[h] == NAME for h in head) and not titles):
            continue  # but "the Captain", "the Emperor"
        following = tokens[m : m + 2]
        if following and (tags[following[0]] in "fwDqQ" or words[following[0]] == "that"):
            continue  # but "the term “Polish Corridor”"
        behind = "".join(tags[h] for h in tokens[m : m + 3])
        if re.match("o|(?:pN|E)[Vbhu]", behind):
            continue  # "the lands he lost"
        lies = bool(following) and words[following[0]].lower() in _WHERE
        placed = re.match("i(?:d?E|w)" if lies else "tB", behind) is not None
        if placed or _is_time(words[head[-1]]) or words[head[-1]].lower() in _ALONE:
            continue  # "the mines at Riga", "the writ in which", "the month"
        yield head[-1]


def is_one_of_many(word: str) -> bool:
    """Whether a noun means one of several that "the" alone does not tell apart: "the colony".

    A government, a church or a coast is that of the land of which the article tells.
    """
    entry, low = look_up(word.lower()), word.lower()
    return entry.of_noun[:1] in _CONCRETE and not entry.plural and low not in OF_THE_LAND


def _is_time(word: str) -> bool:
    return look_up(word.lower()).of_noun.startswith("t") or word.lower() in DIRECTIONS


def is_person_noun(word: str, tag: str) -> bool:
    """Whether a word means a human being: "mayor", "vice-chairman", "Earl"."""
    entry = look_up(word.lower())
    if not entry.tags and "-" in word:
        parts = [look_up(part) for part in word.lower().split("-")]
        # "vice-chairman", "heir-apparent"
        entry = next((part for part in reversed(parts) if "p" in part.of_noun), entry)
    if not entry.tags and _TRADE.search(word):
        return tag == NOUN
    human = "p" in entry.of_noun and word.lower() != "help"  # "with the help of Hale"
    human = human or word in table("people", "titles_of_places")  # "Count"
    return tag in (NOUN, NAME) and human and not entry.plural


def is_saying(lemma: str) -> bool:
    """Whether a verb means to say or to think before anything else."""
    return look_up(lemma).of_verb[:1] in ("s", "k")


def is_moving(lemma: str) -> bool:
    """Whether a verb means to move before anything else."""
    return look_up(lemma).of_verb[:1] == "m"
