"""The cues whose pattern is a clause: who says, thinks, writes or is told the words.

Each row holds before a quotation and behind it, inverted or not, interrupted or not: the clauses
are the same. In the cases a reading is the speaker, "" where the text names none.
"""

from __future__ import annotations

from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Phrase
from flashgen.english.tags import NAME
from flashgen.rules.quotations.cue import CERTAIN, Cue, Sort, groups, is_close, nobody
from flashgen.rules.quotations.links import Link
from flashgen.tables import words


def _agent(link: Link) -> Phrase | None:
    return link.main.agent


def _sayer(link: Link) -> Phrase | None:
    """Who says: the subject, or in "The bridge, said Hale, was" who stands behind the verb."""
    clause, tags = link.main, link.words.tags
    if clause.object and clause.subject and tags[clause.subject.end : clause.start] == ",":
        aside = clause.object.start == clause.end and tags[clause.object.end :][:1] == ","
        return clause.object if aside else clause.subject
    return clause.subject


def _is_told(link: Link) -> bool:
    """Whether somebody is told the words by an agent: not "Hale was heard by all to say"."""
    read = link.behind and link.is_text(link.main.subject)
    agent, tags = _agent(link), link.words.tags
    if agent is None or read or link.main.lemma in words("quotations", "hearing"):
        return False
    # "was accused by Hale of being “…”"
    near = is_close(link) or (not link.sign and set("VM").isdisjoint(tags[agent.end : link.end]))
    return near and link.kind(agent) in ("person", "unknown")


def _quoted(link: Link) -> Phrase | None:
    """Who else is quoted: "Hale quoted Price's remark that", "quoted the teaching of Price"."""
    told = link.main.object
    return link.phrase_at(told.end + 1) if told and link.kind(told) == "unknown" else told


def _speaks(link: Link) -> bool:
    """Whether a verb of saying says these words: not others, and not in passing."""
    clause = link.main
    if clause.lemma in words("quotations", "naming") and (not link.sign or clause.object):
        return False
    if not link.behind:
        # "a letter from the general, commanding the army:"
        told, tags = clause.object, link.words.tags
        return clause.finite or told is None or tags[told.head] != NAME or told.end < link.end
    if link.after:
        return not _says_something_else(link)
    left = link.frame.left(link.quote)
    return link.sign != "" or not left or left[-1] in ":,-"


def _says_something_else(link: Link) -> bool:
    """Whether a verb in a sentence of its own says other words: "Hale said nothing"."""
    clause = link.main
    told = clause.object
    ends = {clause.end, told.end if told is not None else clause.end}
    if any(link.low(end) in words("quotations", "objects") for end in ends):
        return True
    # "waved his hand", but not "asked the next day"
    return (
        told is not None
        and link.words.tags[told.head] not in "Em"
        and not look_up(link.low(told.head)).of_noun.startswith("t")
        and (link.kind(told) != "person")
    )


def _beside(link: Link) -> bool:
    """Whether any verb tells the speaker: '"…," the old man nodded', "as Hale put it"."""
    subject = link.main.subject
    told = subject is not None and link.low(subject.start - 1) in ("as", "so", "how", "what")
    fragment = link.frame.words_of(link.quote)[:1].islower()
    if not link.behind:
        return told and link.sign != ""
    return not link.after and (told or (link.sign in tuple(",-!?…") and not fragment))


def _announced(link: Link) -> bool:
    """Whether a verb of whatever kind announces the words: "He lost his patience:"."""
    if link.behind or link.main.embedded:
        return False
    last = not link.words.tags[link.main.end : link.end].strip("ir,")
    sentence = link.frame.words_of(link.quote)[:1].isupper()
    return link.sign == ":" or (sentence and (link.sign == "-" or (link.sign == "," and last)))


def _tells_text(link: Link) -> bool:
    """Whether a text is or says the words: "his last words were", "the telegram read"."""
    clause = link.main
    that = clause.finite and "that" in (link.low(clause.end), link.low(link.end - 1))
    if not (is_close(link) or that):
        return False
    if not (clause.finite or "say" in groups(clause.lemma)) or link.low(clause.start) == "there":
        return False
    signed = link.sign != "" and not clause.relative
    return link.behind or signed or that or clause.end == link.end


# fmt: off
CLAUSE_CUES = (
    Cue(
        id="speaker/verb-of-saying", weight=12, sort=Sort.SAID, verbs="say name",
        link=_speaks, speaker=_sayer,
        finds={
            "“The bridge is down,” said Otto Brandt.": "Otto Brandt",
            "Otto Brandt rose and said to them all: “The bridge is down.”": "Otto Brandt",
            "“The bridge,” quavered the miller, “is down.”": "the miller",
            "The council voted for a resolution saying that “bridges must stand”.":
                "The council",
            "Karl Hartmann heard Otto Brandt say, “The bridge is down.”": "Otto Brandt",
            "It was Otto Brandt, not Karl Hartmann, who said, “The bridge is down.”":
                "Otto Brandt",
        },
        ignores=(
            "Otto Brandt said that the bridge was down. “Fools!” thought the miller.",
            "“The bridge is down!” The miller said nothing.",
        ),
    ),
    Cue(
        id="speaker/denied", weight=12, sort=Sort.SAID, verbs="say name", voice="denied",
        link=lambda link: (_speaks(link) or not link.sign) and (
            is_close(link) and not link.main.passive
        ),
        speaker=nobody,
        finds={
            "Otto Brandt never said, “The bridge is down.”": "-",
            "Neither Otto Brandt nor the miller wrote: “The bridge is down.”": "-",
            "Otto Brandt denied that he had called it “the worst bridge of all”.": "-",
            "Otto Brandt should have said, “The bridge is down.”": "-",
            "Otto Brandt wanted to say, “The bridge is down.”": "-",
            "Had Otto Brandt said, “The bridge is down,” all would have fled.": "-",
            "Otto Brandt is falsely said to have cried, “The bridge is down.”": "-",
            "Otto Brandt allegedly said, “The bridge is down.”": "-",
        },
        ignores=("Otto Brandt, who had never lied, said, “The bridge is down.”",),
    ),
    Cue(
        id="speaker/agent", weight=CERTAIN, sort=Sort.SAID, verbs="say think", voice="passive",
        subject="person unknown text none", link=_is_told, speaker=_agent,
        finds={
            "“The bridge is down,” Karl Hartmann was told by Otto Brandt.": "Otto Brandt",
            "The bridge was described by Otto Brandt as “the shame of the whole valley”.":
                "Otto Brandt",
        },
        ignores=(
            "“Is the bridge down?” Karl Hartmann was asked.",
            "“The bridge is down,” Karl Hartmann was heard by Otto Brandt to say.",
        ),
    ),
    Cue(
        id="speaker/text-by", weight=12, sort=Sort.TEXT, verbs="tell", voice="passive",
        subject="text", link=lambda link: not link.behind and _agent(link) is not None,
        speaker=_agent,
        finds={
            "A report of the fall was sent by the miller: “The bridge is down.”": "the miller",
        },
        ignores=("“The bridge is down.” The letter was read by Otto Brandt.",),
    ),
    Cue(
        id="speaker/quoted", weight=13, sort=Sort.SAID, verbs="quote",
        link=lambda link: _quoted(link) is not None and not link.behind, speaker=_quoted,
        finds={"Karl Hartmann quoted Otto Brandt: “The bridge is down.”": "Otto Brandt"},
        ignores=("Karl Hartmann quoted himself: “The bridge is down.”",),
    ),
    Cue(
        id="speaker/passive", weight=6, sort=Sort.SAID, verbs="say", voice="passive",
        link=lambda link: _speaks(link) and _agent(link) is None and (
            is_close(link) or link.low(link.main.end) == "that"
        ),
        speaker=nobody,
        finds={
            "“Is the bridge down?” Karl Hartmann was asked.": "-",
            "It was said in those days: “The bridge will outlive the king.”": "-",
        },
        ignores=(
            "“The bridge is down,” Karl Hartmann was told by Otto Brandt.",
            "Otto Brandt is said to have answered: “The bridge is down.”",
        ),
    ),
    Cue(
        id="speaker/verb-of-thought", weight=9, sort=Sort.SAID, verbs="think",
        subject="person unknown",
        link=lambda link: is_close(link)
        and (link.sign != "" or (link.after and link.words.tags[link.main.end] == "."))
        and (link.behind or link.main.object is None),
        finds={"“The bridge is down,” Otto Brandt believed.": "Otto Brandt"},
        ignores=("Otto Brandt believed in “the good old days of the bridge”.",),
    ),
    Cue(
        id="speaker/verb-of-judgment", weight=5, sort=Sort.JUDGED, verbs="think name judge",
        voice="", subject="person unknown",
        link=lambda link: not (link.behind or link.sign or link.main.passive),
        finds={
            "Otto Brandt thought the bridge “too old to be mended at all”.": "Otto Brandt",
            "Otto Brandt called it “the last bridge that this king will build”.":
                "Otto Brandt",
        },
        ignores=("The bridge is called “the eighth wonder of the whole world”.",),
    ),
    Cue(
        id="speaker/any-verb-beside", weight=7, sort=Sort.SAID, verbs="act",
        subject="person unknown", link=_beside,
        finds={
            "“The bridge is down,” the old miller shrugged.": "the old miller",
            "“The bridge,” as Otto Brandt once put it, “is down.”": "Otto Brandt",
        },
        ignores=("The sign said “bridge”, but Otto Brandt walked on.",),
    ),
    Cue(
        id="speaker/announced", weight=4, sort=Sort.SAID, verbs="any", subject="person",
        link=_announced,
        finds={
            "Otto Brandt lost his patience: “The bridge is down!”": "Otto Brandt",
            "Otto Brandt shrugged, “The bridge is down.”": "Otto Brandt",
        },
        ignores=("The bridge had fallen: “Nobody crosses now,” said the miller.",),
    ),
    Cue(
        id="speaker/text", weight=13, sort=Sort.TEXT, verbs="tell", subject="text",
        link=_tells_text,
        finds={
            "“The bridge is down” was Otto Brandt’s answer.": "Otto Brandt",
            "A telegram from the front read: “The bridge is down.”":
                "A telegram from the front",
        },
        ignores=("Otto Brandt’s answer was late, and he said: “The bridge is down.”",),
    ),
    Cue(
        id="quotation/named", weight=-20, sort=Sort.NAMED, verbs="name", voice="",
        # A verb gives a name, and nobody judges by it: "is called", "the name means".
        link=lambda link: is_close(link) and not link.behind and (
            link.main.passive or not (link.sign or link.kind(link.main.subject) == "person")
        ),
        speaker=nobody,
        finds={
            "This was known as “the last stand,” said Otto Brandt, “and nobody stood.”":
                "the last stand, and nobody stood.",
        },
        ignores=("Otto Brandt called it “the last bridge that this king will build”.",),
    ),
)
# fmt: on
