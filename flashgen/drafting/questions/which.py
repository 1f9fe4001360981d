"""Questions for a thing by its sort: "In which town was Hale born?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import content_words, is_saying, wording
from flashgen.drafting.questions.answering import FOUNDING, is_clear
from flashgen.drafting.questions.question import (
    ONCE,
    QuestionDraft,
    inverted,
    question,
    said,
    undated,
)
from flashgen.drafting.questions.sorts import SORTS, sorts
from flashgen.drafting.questions.who import is_listed
from flashgen.english.lexicon import look_up
from flashgen.english.tags import ADVERB
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention, FoundPlace
from flashgen.tables import words as table

_FEWEST_OF_BODY = 3  # words that say something: not "Which parliament?" "The English one."
_LONGEST_TAIL = 5  # tokens behind a phrase that is asked for where it stands
_IN_NAMES = frozenset("of on for against into".split())
_LINKS = frozenset("in at near to for from into on with against of by under".split())
# What is done with a body when one has it in mind as a whole: "formed the Holy Alliance".
_CALLED_INTO_BEING = FOUNDING | {"convene", "call"}
# Of these a body does many in a year.
_LEGISLATING = frozenset("pass enact adopt approve introduce ratify issue".split())
# Where somebody only came to, he came to other places, too.
_COMING = frozenset("go come leave depart".split())
# Of what one is in or at: not of a doctrine.
_ENTERED = tuple("edgmbl")


def which(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """What has a name of its sort: "In which town was Hale born?", "Which treaty did he sign?"."""
    story, i, clause = naming.story, naming.i, parts.clause
    s = story.sentences[i]
    if not is_clear(naming, parts.subject) or clause.lemma == "be":
        return
    for first, start, end, sort, is_place in sorts(naming, parts.predicate):
        begin = first
        while begin > clause.end and s.tags[begin - 1] in "dpJDq":
            begin -= 1
        last = _further(naming, end) if sort in SORTS else _dated(naming, end)
        rest = [k for k in parts.predicate if not begin <= k < last]
        told = [*(k for k in rest if k >= clause.end), *naming.setting]
        done_to = clause.passive and len(content_words(said(naming, parts.subject))) > 1
        # "Which town did the Danes found?" They founded many.
        one = clause.passive or story.person_at(i, parts.subject[0], parts.subject[-1] + 1)
        unique = (clause.lemma in ONCE and one is not None) or done_to
        legislated = clause.lemma in _LEGISLATING
        apart = undated(naming, told) if legislated else told
        unique |= len(content_words(said(naming, apart))) > is_place
        dated = len(undated(naming, (*told, *parts.subject))) < len(told) + len(parts.subject)
        unique |= dated and not legislated
        kind = f"{sort} {said(naming, range(end, last))}".strip() if sort not in SORTS else sort
        words = _asked_for(naming, parts, begin, last, kind)
        answer = wording(story, i, range(start, end))
        body = not is_place and _is_body(sort) and clause.lemma not in _CALLED_INTO_BEING
        body &= len(content_words(answer)) < _FEWEST_OF_BODY
        told_to = is_place and is_saying(clause.lemma) and begin == clause.end
        told_to |= is_place and clause.lemma in _COMING | table("history", "visits")
        # Not "Which bridge is in London?".
        implied = (set(content_words(answer)) - {sort}) & set(content_words(words))
        once = words.count("which") + words.count("Which") == 1
        # "Hale beat the Swedes at which town?": he did so at others, in other years.
        fronted = re.match(r"(?:\w+ )?[Ww]hich ", words) is not None
        one_time = re.search(r"\d{3}", f"{said(naming, naming.setting)} {words}") is not None
        one_time |= clause.passive and clause.lemma in ONCE
        alone = (fronted or one_time) and _is_alone(s, begin, first, last)
        if once and unique and alone and not (implied or told_to or body):
            found = question(naming, words, answer, (*parts.subject, *rest))
            yield replace(found, by_sort="" if is_place else sort)


def which_did(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The subject of a clause by its sort: "Which act of 1767 levied a tax on tea?"."""
    s, subject = naming.sentence, parts.subject
    named = [found for found in sorts(naming, subject) if not found.is_place]
    if len(named) != 1 or parts.clause.lemma == "be" or not is_clear(naming, subject):
        return
    (first, start, end, sort, _), last = named[0], _dated(naming, named[0].end)
    before = [s.words[k].lower() for k in subject if k < first]
    answer = wording(naming.story, naming.i, range(start, end))
    body = _is_body(sort) and len(content_words(answer)) < _FEWEST_OF_BODY
    unit = s.words[first][:1].isdigit()  # "the 24th Division", of which army?
    if before not in ([], ["the"]) or subject[-1] >= last or body or unit:
        return
    kind = f"{sort} {said(naming, range(end, last))}".strip()
    told = said(naming, parts.predicate)
    implied = (set(content_words(answer)) - {sort}) & set(content_words(told))
    if not implied and len(content_words(told)) > 1:
        asked = (*range(end, last), *parts.predicate)
        found = question(naming, f"Which {kind} {told}?", answer, asked)
        yield replace(found, by_sort=sort)


def _dated(naming: Naming, end: int) -> int:
    """Where a name ends with the year that it is of: "the Riga Act of 1767"."""
    of = naming.sentence.words[end : end + 1] == ("of",)
    dates = (n for n in naming.story.named_in(naming.i) if n.start == end + 1 and of)
    return next((n.end for n in dates if isinstance(n.what, DateMention)), end)


def _further(naming: Naming, end: int) -> int:
    """Where a place ends with the wider one that it lies in: "Riga in Livonia"."""
    s = naming.sentence
    lies = s.words[end : end + 1] == ("in",)
    wider = (n for n in naming.story.named_in(naming.i) if n.start == end + 1)
    return next((n.end for n in wider if lies and isinstance(n.what, FoundPlace)), end)


def _is_body(sort: str) -> bool:
    """Whether a sort is a group of people, and no house: "as part of which commission?"."""
    classes = look_up(sort).of_noun
    return classes.startswith("g") and "b" not in classes


def _is_alone(s: Sentence, begin: int, start: int, end: int) -> bool:
    """Whether a name is a whole phrase: not "Riga and Mitau".

    Nor "Riga in Livonia and Mitau", nor of what is named by it: "Otto Brandt of Riga", "the Meeting
    on Public Health".
    """
    if re.match(r"(?:[if][dp]?[JE]*[NE]+)+,?c[dpJ]*E", s.tags[end:]):
        return False
    if s.tags[begin - 2 : begin - 1] == "E" and s.words[begin - 1].lower() in _IN_NAMES:
        return False
    verb = s.words[end + 1] if s.tags[end : end + 1] == "t" and end + 1 < len(s) else ""
    if verb.istitle() and look_up(verb.lower()).verb:
        return False  # "the Committee to Inquire into the Fire"
    before, behind = s.tags[begin:start], s.tags[end : end + 1]
    # The "lower" of "the lower Danube" would be lost.
    plain = set(before) <= set("dDrq") and before[:1] in ("", "d")
    ends = behind not in tuple("NEJDGBVfsw") and not is_listed(s.tags, end)
    return plain and ends


def _is_way(s: Sentence, link: int, end: int) -> bool:
    """Whether a place is one end of a stretch: "from Riga to Mitau"."""
    from_ = s.words[link].lower() == "from" and s.tags[end : end + 1] == "t"
    to = re.search("i(?:d?[NE]+)$", s.tags[:link]) is not None
    to = to and "from" in (word.lower() for word in s.words[max(0, link - 4) : link])
    return from_ or (s.words[link].lower() == "to" and to)


def _asked_for(naming: Naming, parts: Parts, begin: int, end: int, sort: str) -> str:
    """The question for the phrase at some tokens of a clause; "" where it has none."""
    s, clause, link = naming.story.sentences[naming.i], parts.clause, begin - 1
    rest = [k for k in parts.predicate if not begin <= k < end]
    linked = s.words[link].lower() in _LINKS
    abstract = look_up(sort.split(maxsplit=1)[0]).of_noun[:1] not in _ENTERED and sort not in SORTS
    if linked and abstract and s.words[link].lower() in ("in", "at", "near"):
        return ""
    if sort not in SORTS and s.words[link].lower() == "of":
        return ""  # "the first sortie of the Riga War"
    if s.words[link].lower() in ("from", "to") and _is_way(s, link, end):
        return ""
    if linked and s.tags[link - 1] == "c":
        return ""  # "at Riga and at Mitau"
    if s.words[link].lower() == "by" and sort in SORTS:
        return ""  # "was left by Rome": a town that acts
    if begin == clause.end or (begin == clause.end + 1 and s.tags[clause.end] == ADVERB):
        asked = inverted(naming, parts, rest) if clause.object is not None else None
        return f"Which {sort} {asked}?" if asked else ""
    if linked and link == clause.end:
        asked = inverted(naming, parts, [k for k in rest if k != link])
        return f"{s.words[link].capitalize()} which {sort} {asked}?" if asked else ""
    kept = [*parts.subject, *(k for k in parts.predicate if k < begin)]
    more = [k for k in parts.predicate if k >= end]
    guessed = sort == "country"  # of what is told, it is seldom in doubt
    # "by capturing which city"
    linked = linked or (link > clause.end and s.tags[link] in "GB")
    if guessed or not linked or any(s.tags[k] in ",w" for k in kept) or len(more) > _LONGEST_TAIL:
        return ""
    return f"{said(naming, kept)} which {sort} {said(naming, more)}?".replace(" ?", "?")
