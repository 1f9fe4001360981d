"""The cues that are no clause: "according to Hale", "the sentry:", a name below the words.

In the cases a reading is the speaker.
"""

from __future__ import annotations

from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Phrase, chunks
from flashgen.english.tags import NAME
from flashgen.rules.quotations.clues import is_title
from flashgen.rules.quotations.cue import Cue, Sort, nobody
from flashgen.rules.quotations.links import Link
from flashgen.rules.quotations.marks import Marking
from flashgen.tables import words

_JOINING = frozenset({"of", "from", "to", "in", "at", "on", "for", "by", "with"})
_FINITE = frozenset("VbhuM")


def _source(link: Link) -> Phrase | None:
    """Whom "according to Hale", "in Hale's words" or "in the opinion of Hale" names."""
    for i in range(link.start, link.start + 6):
        if link.low(i) == "according" and link.low(i + 1) == "to":
            return link.phrase_at(i + 2)
        if link.low(i) in ("in", "to", "for"):
            phrase = link.phrase_at(i + 1)
            noun = look_up(link.low(phrase.head)).noun if phrase is not None else ""
            apart = phrase is not None and link.low(phrase.end) in (",", "it")
            view = apart and i == link.start and link.low(i) != "in"
            view = view and link.kind(phrase) == "person"
            return phrase if view or noun in words("quotations", "opinions") else None
    return None


def _alone(link: Link) -> Phrase | None:
    """Who stands without a verb before the words: "Danton, coldly:", "To which the sentry:"."""
    if link.behind:
        return None
    tags, i = link.words.tags, link.start
    while i < link.end and tags[i] in "cr,-":
        i += 1
    i += 2 * ((link.low(i), link.low(i + 1)) == ("to", "which"))
    phrase = link.phrase_at(i)
    if phrase is None:
        return None
    rest = tags[phrase.end : link.end]
    if not _FINITE.isdisjoint(rest):
        return None
    fragment = link.frame.words_of(link.quote)[:1].islower()
    if link.sign != ":" and (fragment or not rest.startswith(",")):
        return None  # 'Marshal, "the greatest knight that ever lived"'
    titled = link.sign == ":" and not rest and tags[phrase.head] == NAME
    loud = look_up(link.low(phrase.head)).noun in words("quotations", "loud")
    speaks = titled or loud or link.kind(phrase) == "person"
    return phrase if speaks else None


def _credit(link: Link) -> Phrase | None:
    """The name behind a dash or in brackets: "— Abraham Lincoln, 1863", "(Abraham Lincoln)"."""
    tags, i = link.words.tags, link.start
    bracket = tags[i : i + 1] == "("
    few = link.frame.words_of(link.quote).count(" ") < 3
    if few or not link.behind or not (bracket or link.sign == "-"):
        return None
    phrase = link.phrase_at(i + bracket)
    block = link.frame.quoted[link.quote].form is Marking.BLOCK  # "— A soldier of the guard"
    if phrase is None or not (
        tags[phrase.head] == NAME or (block and link.kind(phrase) == "person")
    ):
        return None
    return phrase


def _noun(link: Link) -> Phrase | None:
    """The noun of speech with which the words before a quotation end: "with the words"."""
    last: Phrase | None = None
    if link.behind:
        return None
    for chunk in chunks(link.words.tags, link.start):
        if chunk.start >= link.end:
            break
        if chunk.kind == "noun":
            phrase = Phrase(chunk.start, chunk.end, chunk.end - 1)
            said = link.sign == ":" and link.is_text(last)
            if link.is_text(phrase) or not (said or link.low(chunk.start - 1) in _JOINING):
                last = phrase
    if last is None or not link.is_text(last) or _is_verb(link, last):
        return None
    noun, gap = look_up(link.low(last.head)).noun, link.words.tags[last.end : link.end]
    term = noun in words("quotations", "terms")
    owned = not set("zp").isdisjoint(link.words.tags[last.start : last.head])
    if link.sign == ":":
        return last if owned or not term else None
    # Right before the marks: of what is said, not of what has a title.
    if term:
        spoken = owned or link.low(last.start - 1) == "with"
    else:
        spoken = "s" in look_up(noun).of_verb or noun in words("quotations", "messages")
    about = not gap.strip("ftdpzNEqJ") and gap[-1:] in ("", "N", "E")
    cries = gap == "f" and noun in words("quotations", "loud")
    return last if gap == "s" or cries or (about and spoken) else None


def _is_verb(link: Link, phrase: Phrase) -> bool:
    """Whether a noun is a verb rather: "Cook, the captain, remarks:"."""
    verb = look_up(link.low(phrase.head)).tags.count("V")
    return bool(verb) and phrase.end - phrase.start == 1 and link.low(phrase.start - 1) == ","


def _is_name(link: Link) -> bool:
    """Whether a noun right before the marks has its name or its title in them."""
    i = link.end - 1
    if link.behind or link.sign not in ("", ",") or i < 0:
        return False
    low = link.low(i)
    entry = look_up(low)
    if low in words("quotations", "naming_words") and link.words.tags[i] != "V":
        return True
    if link.sign:
        work = entry.noun in words("quotations", "works")
        return work and is_title(link.frame.words_of(link.quote))
    if link.words.tags[i] != "N" or _noun(link) is not None:
        return False
    if entry.noun in words("quotations", "terms", "works"):
        return True
    fragment = link.frame.words_of(link.quote)[:1].islower()
    named = not set("absg").isdisjoint(entry.of_noun) and set("mdp").isdisjoint(entry.of_noun)
    return named and not fragment


# fmt: off
PHRASE_CUES = (
    Cue(
        id="speaker/noun-of-speech", weight=10, sort=Sort.TEXT,
        link=lambda link: link.sign != ":" and _noun(link) is not None, speaker=_noun,
        finds={
            "Otto Brandt closed the gate with the words “The bridge is down.”": "Otto Brandt",
        },
        ignores=(
            "The word “bridge” was new to Otto Brandt, and “Down!” was all he said.",
        ),
    ),
    Cue(
        id="speaker/source", weight=10, sort=Sort.SAID,
        link=lambda link: _source(link) is not None, speaker=_source,
        finds={
            "“The bridge is down,” according to Otto Brandt.": "Otto Brandt",
            "According to the miller, “nobody has crossed the bridge since then”.":
                "the miller",
            "In the opinion of Otto Brandt, “the bridge had been a gift of God”.": "Otto Brandt",
            "“The worst bridge of all,” in Otto Brandt’s words, “is the oldest.”": "Otto Brandt",
        },
        ignores=(
            "Otto Brandt played according to the rules. “The bridge is mine!” he said.",
            "In the town Otto Brandt said, “The bridge is down.”",
        ),
    ),
    Cue(
        id="speaker/noun-before-colon", weight=7, sort=Sort.TEXT,
        link=lambda link: link.sign == ":" and _noun(link) is not None, speaker=_noun,
        finds={"Otto Brandt had only one answer: “The bridge is down.”": "Otto Brandt"},
        ignores=("Otto Brandt wrote a letter. “The bridge is down.”",),
    ),
    Cue(
        id="speaker/colon", weight=7, sort=Sort.SAID,
        link=lambda link: _alone(link) is not None, speaker=_alone,
        finds={
            "The sentry: “The bridge is down.”": "The sentry",
            "And Otto Brandt, coldly, “The bridge is down.”": "Otto Brandt",
        },
        ignores=(
            "Otto Brandt, “the best of all the bridge builders”, wrote: “It is down.”",
        ),
    ),
    Cue(
        id="speaker/credit", weight=6, sort=Sort.SAID,
        link=lambda link: _credit(link) is not None, speaker=_credit,
        finds={
            "“The bridge is down.” — Otto Brandt, in a letter.": "Otto Brandt",
            "It was “the worst bridge of them all” (Otto Brandt).": "Otto Brandt",
        },
        ignores=(
            "“The bridge is down” — Otto Brandt wept when he heard it.",
            "“The bridge is down (for now),” said Otto Brandt.",
        ),
    ),
    Cue(
        id="quotation/name", weight=-20, sort=Sort.NAMED, link=_is_name, speaker=nobody,
        finds={
            "The word “bridge,” said Otto Brandt, “is too good for it.”":
                "bridge, is too good for it.",
        },
        ignores=("Otto Brandt closed the gate with the words “The bridge is down.”",),
    ),
)
# fmt: on
