"""The cues that are no clause: "according to Hale", "the sentry:", a name below the words.

In the cases a reading is the speaker.
"""

from __future__ import annotations

from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Phrase, chunks
from flashgen.english.tags import NAME
from flashgen.rules.quotations.clues import is_title
from flashgen.rules.quotations.cue import Cue, Sort, in_group, nobody
from flashgen.rules.quotations.links import Link
from flashgen.tables import words

_LONGEST_CREDIT = 16
_JOINING = frozenset({"of", "from", "to", "in", "at", "on", "for", "by", "with"})
_OPINIONS = frozenset(
    {"opinion", "view", "eye", "judgment", "judgement", "words", "word", "phrase", "language"}
)


def _first(link: Link) -> int:
    """The token where the author's words begin, conjunctions and adverbs skipped."""
    i = link.start
    while i < link.end and link.words.tags[i] in "cr,-" and not link.behind:
        i += 1
    return i


def _according(link: Link) -> Phrase | None:
    for i in range(link.start, min(link.end, link.start + 6)):
        if link.low(i) == "according" and link.low(i + 1) == "to":
            return link.phrase_at(i + 2)
        if link.behind:
            break
    return None


def _in_the_words(link: Link) -> Phrase | None:
    """The phrase of "in Hale's words", "in the opinion of the general"."""
    i = _first(link)
    if link.low(i) not in ("in", "to"):
        return None
    phrase = link.phrase_at(i + 1)
    if phrase is None or look_up(link.low(phrase.head)).noun not in _OPINIONS:
        return None
    of = link.low(phrase.head + 1) == "of"
    return link.phrase_at(phrase.head + 2) if of else phrase


def _alone(link: Link) -> Phrase | None:
    """Who stands without a verb before the words: "Danton, coldly:", "To which the sentry:"."""
    if link.behind or not link.clear or link.sign not in (":", ","):
        return None
    i = _first(link)
    if (link.low(i), link.low(i + 1)) == ("to", "which"):
        i += 2
    phrase = link.phrase_at(i)
    if phrase is None:
        return None
    title = phrase.end == link.end and link.words.tags[phrase.head] == NAME and link.sign == ":"
    if not (
        title or link.is_person(phrase) or link.low(phrase.head) in words("quotations", "loud")
    ):
        return None
    rest = link.words.tags[phrase.end : link.end]
    fragment = link.frame.words_of(link.quote)[:1].islower()
    if link.sign != ":" and (fragment or not rest.startswith(",")):
        return None  # 'Marshal, "the greatest knight that ever lived"'
    return phrase if not rest or rest[0] in ",(" or not rest.strip("r") else None


def _bracketed(link: Link) -> Phrase | None:
    i = link.start
    few = link.frame.words_of(link.quote).count(" ") < 3
    if few or not link.behind or link.words.tags[i : i + 1] != "(":
        return None
    phrase = link.person_at(i + 1)
    ends = phrase is not None and link.words.tags[phrase.end : phrase.end + 1] in tuple("),;")
    return phrase if ends else None


def _credit(link: Link) -> Phrase | None:
    """The name behind a dash with which the sentence ends: "— Abraham Lincoln, 1863"."""
    place = link.frame.places[link.quote]
    i = link.start
    if not link.behind or place.token or link.words.tags[i - 1 : i] != "-":
        return None
    phrase = link.phrase_at(i)
    if phrase is None or link.words.tags[phrase.head] != "E" or link.end - i > _LONGEST_CREDIT:
        return None
    verbs = any(c.verb >= i for c in link.cast.clauses(link.sentence)[-1:])
    return None if verbs else phrase


def _view(link: Link) -> Phrase | None:
    """To whom something seemed so: "To Hart the siege seemed"."""
    if link.behind or link.low(link.start) not in ("to", "for") or link.sign:
        return None
    return link.person_at(link.start + 1)


def _noun(link: Link) -> Phrase | None:
    """The noun of speech with which the words before a quotation end: "with the words"."""
    if link.behind:
        return None
    last = None
    for chunk in chunks(link.words.tags, link.start):
        if chunk.start >= link.end:
            break
        if chunk.kind == "noun":
            phrase = Phrase(chunk.start, chunk.end, chunk.end - 1)
            said = last is not None and link.sign == ":" and link.is_text(last)
            joined = said or link.low(chunk.start - 1) in _JOINING
            if last is None or link.is_text(phrase) or not joined:
                last = phrase
        elif chunk.kind in ("verb", "infinitive", "relative"):
            last = None if link.sign != ":" else last
    if last is None or not link.is_text(last):
        return None
    if link.sign == ":" or (link.sign and last.end == link.end):
        term = look_up(link.low(last.head)).noun in words("quotations", "terms")
        return None if term and not link.is_owned(last) else last
    gap = link.words.tags[last.end : link.end]
    about = not gap.strip("fdpzNEqJ") and gap[-1:] in ("", "N", "E")
    return last if gap == "s" or (about and _is_speech(link, last)) else None


def _is_speech(link: Link, phrase: Phrase) -> bool:
    """Whether a noun right before the marks is of what is said, not of what has a title."""
    noun = look_up(link.low(phrase.head)).noun
    if noun in words("quotations", "terms"):
        return link.is_owned(phrase) or link.low(phrase.start - 1) == "with"
    return "s" in look_up(noun).of_verb or noun in words("quotations", "messages")


def _is_name(link: Link) -> bool:
    """Whether a noun right before the marks has its name or its title in them."""
    if link.behind or link.sign not in ("", ",") or not link.end:
        return False
    i = link.end - 1
    low = link.low(i)
    if low in words("quotations", "naming_words"):
        return True
    if link.sign and look_up(low).noun in words("quotations", "works"):
        return link.words.tags[i - 1] == "p" and is_title(link.frame.words_of(link.quote))
    if link.sign or link.words.tags[i] != "N" or _noun(link) is not None:
        return False
    for clause in link.cast.clauses_before(link.sentence, link.end)[-1:]:
        judged = any(in_group(group, clause) for group in ("name", "think", "judging"))
        if clause.object is not None and clause.object.end == link.end and judged:
            return False  # "called the bridge “the shame of the valley”"
    entry = look_up(low)
    if entry.noun in words("quotations", "terms") or entry.noun in words("quotations", "works"):
        return True
    return not set("absg").isdisjoint(entry.of_noun) and set("mdp").isdisjoint(entry.of_noun)


# fmt: off
PHRASE_CUES = (
    Cue(
        id="speaker/according-to", weight=11, sort=Sort.SAID,
        link=lambda link: _according(link) is not None, speaker=_according,
        finds={
            "“The bridge is down,” according to Otto Brandt.": "Otto Brandt",
            "According to the miller, “nobody has crossed the bridge since then”.":
                "the miller",
        },
        ignores=(
            "Otto Brandt played according to the rules. “The bridge is mine!” he said.",
        ),
    ),
    Cue(
        id="speaker/in-the-words", weight=11, sort=Sort.SAID,
        link=lambda link: _in_the_words(link) is not None, speaker=_in_the_words,
        finds={
            "In the words of Otto Brandt, “the bridge had been a gift of God”.": "Otto Brandt",
            "“The worst bridge of all,” in Otto Brandt’s words, “is the oldest.”":
                "Otto Brandt",
        },
        ignores=("In the town Otto Brandt said, “The bridge is down.”",),
    ),
    Cue(
        id="speaker/noun-of-speech", weight=10, sort=Sort.TEXT,
        link=lambda link: _noun(link) is not None and (
            link.sign != ":" or "following" in link.words.words[: link.end]
        ), speaker=_noun,
        finds={
            "Otto Brandt closed the gate with the words “The bridge is down.”": "Otto Brandt",
        },
        ignores=(
            "The word “bridge” was new to Otto Brandt, and “Down!” was all he said.",
        ),
    ),
    Cue(
        id="speaker/noun-before-colon", weight=6, sort=Sort.TEXT,
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
        id="speaker/in-brackets", weight=6, sort=Sort.SAID,
        link=lambda link: _bracketed(link) is not None, speaker=_bracketed,
        finds={"It was “the worst bridge of them all” (Otto Brandt).": "Otto Brandt"},
        ignores=("“The bridge is down (for now),” said Otto Brandt.",),
    ),
    Cue(
        id="speaker/credit", weight=6, sort=Sort.SAID,
        link=lambda link: _credit(link) is not None, speaker=_credit,
        finds={"“The bridge is down.” — Otto Brandt, in a letter.": "Otto Brandt"},
        ignores=("“The bridge is down” — Otto Brandt wept when he heard it.",),
    ),
    Cue(
        id="speaker/in-the-eyes", weight=3, sort=Sort.JUDGED,
        link=lambda link: _view(link) is not None, speaker=_view,
        finds={"To Otto Brandt the bridge seemed “too old to be mended”.": "Otto Brandt"},
        ignores=("To Otto Brandt the miller said: “The bridge is down.”",),
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
