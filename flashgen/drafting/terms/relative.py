"""What a relative clause tells of a name that says of what sort it is: "the Salt Act, which"."""

from __future__ import annotations

from collections.abc import Iterator

from flashgen.drafting.clauses.story import Story
from flashgen.drafting.terms.meaning import STOPS, list_end
from flashgen.drafting.terms.term import TermDraft, explained
from flashgen.drafting.terms.word import name_begin
from flashgen.english.lexicon import look_up
from flashgen.english.tags import NAME, QUOTE

# What is made to do something, and says so in its name.
_MADE = frozenset(
    "act law amendment treaty agreement pact accord plan program programme doctrine clause edict "
    "proclamation resolution declaration ordinance code bill compromise decree charter "
    "party society association league organization alliance movement corps commission committee "
    "bureau agency administration council institute rule test tax system company".split()
)
# These tell of no purpose.
_LIGHT = frozenset(
    "be have become begin last continue come follow see start meet remain fail pass take "
    "occur happen arrive expire include fear hope oppose support want".split()
)
_OPEN = frozenset({"when", "if", "while", "unless", "although", "because"})
_RELATIVES = ("that", "which", "whereby")
_LONGEST = 5  # words of a quotation


def told_by_relative(story: Story, i: int) -> Iterator[TermDraft]:
    """A name, and what its last noun is said to have done: "act which ended the tax on salt"."""
    s = story.sentences[i]
    for k in range(1, len(s) - 3):
        dated = s.tags[k - 2 : k + 1] == "Efq"  # "the Compromise of 1850, which"
        if s.tags[k] not in (NAME, QUOTE) and not dated:
            continue
        start = k + 1 + (s.tags[k + 1] == ",")
        led = s.tags[start] == "i"
        told = s.words[start + led].lower()
        if told not in _RELATIVES:
            continue
        if told == "that" and (start > k + 1 or s.tags[start + 1] == "o"):
            continue
        if s.tags[k] == QUOTE and s.tags[k - 1] not in "dJNVG":
            continue
        noun = _noun(story, i, k - 2 * dated)
        verb = next((c for c in story.clauses(i) if c.finite and c.verb > start), None)
        if not noun or verb is None or verb.lemma in _LIGHT or verb.passive:
            continue
        end = next((n for n in range(start, len(s)) if s.tags[n] in STOPS), len(s))
        if s.tags[end : end + 1] == "," and not _OPEN.isdisjoint(s.words[start:end]):
            continue  # "which said that when the king died,"
        end = list_end(s.tags, end)
        begin = k if s.tags[k] == QUOTE else name_begin(s, k + 1 - 2 * dated)
        if s.tags[k] == NAME and begin == k:
            continue  # "the Act": one of many
        meaning = [k, *range(start, end)]
        if end:
            yield from explained(story, i, list(range(begin, k + 1)), meaning, instead={k: noun})


def _noun(story: Story, i: int, k: int) -> str:
    """The noun in small letters that says what a name that ends at a token is; "" for none."""
    s = story.sentences[i]
    quoted = s.tags[k] == QUOTE
    said = story.cut(i, k, k + 1) if quoted else s.words[k]
    words = said.strip("“”\"'‘’,.").split()
    if not 0 < len(words) <= _LONGEST or (quoted and len(words) < 2):
        return ""
    joins = [n for n, word in enumerate(words) if n and word in ("of", "for")]
    head = words[joins[0] - 1] if joins else words[-1]  # "councils of defense"
    noun = head.lower()
    entry = look_up(noun)
    known = entry.noun in _MADE or (s.tags[k] == QUOTE and entry.tags[:1] == "N" and noun.isalpha())
    return noun if known else ""
