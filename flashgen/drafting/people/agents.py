"""Who somebody was by what he did, as a noun: "founded the Riga Company" makes its founder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flashgen.drafting.clauses.description import Description
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.people.deeds import LED, Deed
from flashgen.mentions import FoundPerson
from flashgen.tables import pairs

_OFTEN = 3  # times that an article names somebody on whom it dwells
_DID = re.compile(r"who (?:had )?[\w-]+(?<!ly) (?P<what>.+)")  # not "jointly founded"
# Not what he did is told there, but how, when, or with whom.
_BEHIND = re.compile(
    r",|,? (?:with|by|after|before|during|while|when|because|as|until|since|despite|from|to|under"
    r"|along|together|using|in (?:\w+ )?\d{3,4})\b"
)
_CLAUSE = re.compile(r"\b(?:that|which|who|whose|where)\b")
_NO_OBJECT = re.compile(
    r"(?:to|at|in|on|into|against|about|for|from|that|how|up|down|out|off|back|over|away|it|them|him"
    r"|her|himself|herself|much|one|some|many|several|two|three|four|five|\d\S*)\b"
)
# Of what is written, no work: "wrote a letter to the king".
_NO_WORK = re.compile(
    r"(?:\w+ ){0,2}(?:letters?|notes?|repl(?:y|ies)|reports?|words?|name|lines?)\b"
)
# Where one led others to, he led them but once.
_TO = re.compile(r"\b(?:to|into|through|across|over|towards?|from|on|at|up|down|back)\b")


def agents(story: Story, person: FoundPerson, deeds: Sequence[Deed]) -> Iterator[Description]:
    """What somebody was called for what he did, if the article dwells on him.

    Of the article's own man that is the least.
    """
    if not story.title_words.isdisjoint(person.canonical.split()):
        return
    nouns = dict(pairs("verbs", "agents"))
    for deed in deeds:
        noun = nouns.get(deed.verb)
        leads = story.sentences[deed.i].paragraph in story.lead
        dwelt_on = leads or len(person.mentions) >= _OFTEN
        if noun is None or not dwelt_on or not (found := _DID.fullmatch(deed.words)):
            continue
        what = _thing(found["what"], deed.verb)
        if what:
            yield Description(f"{noun} of {what}", deed.weight, deed.at)


def _thing(told: str, verb: str) -> str:
    """What somebody made, led or found, of what a clause tells behind its verb; "" for none."""
    if _NO_OBJECT.match(told) or (verb == "write" and _NO_WORK.match(told)):
        return ""
    if verb in LED:
        definite = re.match("the |[A-ZÀ-Þ]", told)
        return told if definite and not _TO.search(told) else ""
    clause, end = _CLAUSE.search(told), _BEHIND.search(told)
    if end is not None and (clause is None or end.start() < clause.start()):
        told = told[: end.start()]
    named = re.search(r'[A-ZÀ-Þ“"]|\bfirst\b', told) or verb in ("invent", "discover", "pioneer")
    return told if named else ""
