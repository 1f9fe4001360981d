"""How far an explanation goes: a noun phrase with all that belongs to it, and no more."""

from __future__ import annotations

import re

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import is_person_noun
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import chunks
from flashgen.english.tags import NOUN
from flashgen.english.tokens import Sentence

RELATIVES = frozenset("that which who whose where whereby whom".split())
STOPS = ",.;:()-"
# What is no more than a remark on what was said: "slavery, a fact that", "land, a step that".
_REMARKS = frozenset(
    "fact action move step decision position experience result reflection indication benefit "
    "concern topic subject task role honor honour title reason sign cause effect consequence "
    "outcome event development change trend feature situation problem issue question matter "
    "threat blow challenge risk opportunity goal aim prospect sight spectacle feat achievement "
    "success victory defeat number figure amount time day year foundation station harbinger "
    "illustration allegation claim promise height peak end beginning standard label equivalent "
    "counterpart rival example case point way advantage disadvantage part half majority way "
    "record privilege nickname departure urgency culmination symbol attempt effort voice "
    "forerunner predecessor creation hallmark aspect element factor triumph gesture "
    "spelling given".split()
)
# These are such remarks unless what they mean is said by "of" or "in which".
_PERHAPS = frozenset(
    "practice policy process term phrase expression word name tradition condition system strategy "
    "act".split()
)
_TELLING = ("of", "whereby", "in", "to", "for", "referring", "meaning", "under", "designed")
# "the League of the Isles, Riga, and Mitau": the list belongs to what stands before it.
_PIECE = "[dqJGD]*[NE][^,.;:()VbhMuwcomst-]*"
_LIST = re.compile(rf"(?:,{_PIECE})+,?c{_PIECE}(?=[,.;:)-]|$)")
_VERBS = frozenset("VbhMu")
_OWNER = re.compile("^(?:d?N|E+)z")


def meaning_end(story: Story, i: int, start: int, close: int | None = None) -> int | None:
    """The token behind an explanation that begins at a token; None where none does.

    ``close`` is the mark at which it ends, if a bracket or a dash opened it.
    """
    s = story.sentences[i]
    chunk = next(chunks(s.tags, start), None)
    if chunk is None or chunk.kind != "noun" or chunk.start != start:
        return None
    head = chunk.end - 1
    # "the tsar's secret police"
    tags = _OWNER.sub("", s.tags[start : chunk.end])
    if s.tags[head] != NOUN or set("zpomq") & set(tags):
        return None
    if is_person_noun(s.words[head], s.tags[head]) or s.tags[start + 1 : start + 2] in ("r", "D"):
        return None
    if _is_remark(s, head) or s.words[chunk.end : chunk.end + 2] == ("known", "as"):
        return None
    end = next((k for k in range(chunk.end, len(s)) if s.tags[k] in STOPS), len(s))
    if re.match("q|fw|o|d[JN]", s.tags[chunk.end :]):
        return None  # "a tower, the purpose of which", "a title they gave"
    own = next((k for k in range(chunk.end, end) if s.tags[k] in "ws"), end)
    if any(_is_verb(s, k) for k in range(chunk.end, own)):
        return None  # "In Riga, a crowd of soldiers came"
    if close is not None:
        ends = (s.words[head].lower(), s.words[close - 1].lower())
        many = any(look_up(word).plural for word in ends)
        behind = s.tags[chunk.end : chunk.end + 1]  # none in a text that breaks off
        several = behind == "," or (behind == "c" and many)
        return None if several and s.words[chunk.end] != "or" else close
    end = list_end(s.tags, end) if end > chunk.end or not _is_list(s.tags, end) else 0
    if s.words[end - 3 : end] == ("at", "the", "time"):
        end -= 3
    return end or None


def _is_verb(s: Sentence, k: int) -> bool:
    """Whether a token is the verb of a clause of its own, and no participle: "a ship built in"."""
    if s.tags[k] == "D" or (s.tags[k] == "V" and "D" in look_up(s.words[k].lower()).tags):
        meant = s.words[k].lower() in ("meant", "designed", "intended", "used")
        plain = "t" if s.tags[k] == "V" and not meant else "n"  # "areas continued to prosper"
        return re.match(f"n|{plain}|[dpqJo]*[NEfo]", s.tags[k + 1 :]) is not None
    if s.tags[k] == "B":
        return re.match("[NE]B[dpqJN]", s.tags[k - 1 :]) is not None
    return s.tags[k] in _VERBS


def _is_remark(s: Sentence, head: int) -> bool:
    """Whether a noun tells what one thinks of something, and not what it is."""
    noun = look_up(s.words[head].lower()).noun
    following = s.words[head + 1].lower() if head + 1 < len(s) else ""
    return noun in _REMARKS or (noun in _PERHAPS and following not in _TELLING)


def list_end(tags: str, end: int) -> int:
    """Where a list ends of which the first part ends at a token; 0 where none can tell."""
    found = _LIST.match(tags, end)
    if found is not None and tags[end - 1] in "NE":
        return found.end()
    if re.search("w[^VbhMuB]*$", tags[:end]):
        return 0  # "a culture that"
    close = tags.find(")", end)
    if tags[end : end + 1] == "(" and tags[close + 1 : close + 2] not in STOPS:
        return 0  # "one who works (or sends somebody) for the creditor"
    if tags[end - 1] == "N" and re.match(",E+[.;)]", tags[end:]):
        return end  # "by its first ruler, Holt."
    whole = tags[end - 1] in "NEVDBrq" or re.match("J(?:$|[^,c])", tags[end - 1 :])
    return end if whole and not _is_list(tags, end) else 0


def _is_list(tags: str, end: int) -> bool:
    """Whether what follows a comma stands beside what stands before it: ", salt, and wine"."""
    if tags[end : end + 1] != ",":
        return False
    begin = end + 1 + (tags[end + 1 : end + 2] == "c")
    chunk = next(chunks(tags, begin), None)
    if chunk is None or chunk.start != begin or chunk.kind != "noun":
        return tags[end - 1] == "c"
    behind = tags[chunk.end : chunk.end + 1]
    return behind not in (*"VbhMuDr", "")
