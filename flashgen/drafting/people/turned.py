"""Deeds that a sentence tells of somebody who is not its subject, or that he alone is first in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.article import Span
from flashgen.drafting.clauses.clause import told
from flashgen.drafting.clauses.doubts import TO_OFFICE
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.setting import hedged
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.clauses.wording import POINTING, content_words, loose_noun, wording
from flashgen.drafting.people.deeds import DONE_TO, LED, LONGEST, Deed, is_strong, is_told
from flashgen.drafting.people.weighing import bare_names
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import past_of
from flashgen.english.tags import NAME
from flashgen.mentions import DateMention, FoundPerson

# What is made or found, with what "of" joins to it.
_MADE = re.compile(r"(?:[dp]?[JNEqr]*[NE]f)?(?:d?G|(?<=i)V)?[dp]?[JNEqDGzQ]*[NE]$")
_WHEN = re.compile(r"i(?:q|d[JN]*[Nq])(?=[.,;:cw])")
# What is done to somebody once, and what he was sent or made for.
_SENT = TO_OFFICE | frozenset("send commission hire invite elevate".split())
_DONE_TO = _SENT | DONE_TO
_ASIDE = re.compile(r",[^,VMbhuw]+,(?=[it])")
_NAMED = re.compile("an? [a-z ]+ (?:named|called)")
_INVENTED = frozenset("invent discover patent pioneer develop devise coin".split())
_TELLING = 3  # words that say something, of a deed that names nothing
_IN = frozenset("in at on near for".split())
# What a thinker makes, with what it is: what he only argued is an opinion.
_CASES = frozenset("case claim idea theory argument point view thesis".split())
# Where what somebody taught may end before its sentence does.
_TAIL = re.compile(r",(?=r*[GwDs])|,(?=c[dopE])")


def done_by(story: Story, i: int, clause: Clause) -> Iterator[tuple[FoundPerson, Deed]]:
    """Who did what a passive tells: "the pump, invented by Otto Brandt in 1698"."""
    s, agent = story.sentences[i], clause.agent
    if agent is None or not clause.passive or clause.negated or agent.with_:
        return
    named = next((n for n in story.named_in(i) if n.end == agent.end), None)
    verb = s.words[clause.verb].lower()
    if named is None or not isinstance(named.what, FoundPerson) or hedged(s, clause):
        return
    if clause.finite and not is_told(story, i, clause):
        return  # "some say that Riga was founded by Holt"
    if past_of(verb, clause.lemma) != verb or s.tags[agent.end : agent.end + 1] == "z":
        return
    opened, stop = _before(story, i, clause)
    found = _MADE.search(s.tags, opened, stop)
    if found is None and clause.subject is not None:  # "reinforcements came in May, led by Holt"
        stop = clause.subject.end
        found = _MADE.search(s.tags, 0, stop)
    if (
        not is_strong(clause.lemma)
        or clause.lemma in LED
        or found is None
        or story.person_at(i, found.start(), stop)
    ):
        return
    begin = _begin_of_made(story, i, found.start(), stop)
    if begin is None:
        return
    tokens = list(range(begin, stop))
    if s.words[tokens[0]].lower() in POINTING or any(s.tags[k] in "po" for k in tokens):
        return
    loose = any(loose_noun(s.words, s.tags, tokens)) and clause.lemma not in _INVENTED
    if loose or any(bare_names(s, tokens)):
        return
    what = story.cut(i, tokens[0], stop)
    when = _WHEN.match(s.tags, agent.end)
    words = f"{verb} {_lower(what)}"
    end = when.end() if when else agent.end
    words += f" {story.cut(i, agent.end, end)}" if when else ""
    proper = any(s.tags[k] == NAME for k in tokens)
    invented = clause.lemma in _INVENTED and s.words[tokens[0]].lower() == "the"
    telling = len(content_words(what)) + 1
    if (proper or invented or telling > _TELLING) and len(words.split()) <= LONGEST:
        at = Span(s.starts[min(tokens[0], clause.start)], s.end(max(end, stop) - 1))
        yield named.what, Deed(f"who {words}", min(telling, 6) + 4, at, i, True, clause.lemma)


def _begin_of_made(story: Story, i: int, start: int, stop: int) -> int | None:
    """Where a phrase begins of what was made, which a date or a place may open; None for neither.

    "in 1251 a church", "a community in Riga, founded"; not "towns such as Riga, founded".
    """
    s = story.sentences[i]
    dates = (n.end for n in story.named_in(i) if isinstance(n.what, DateMention) and n.end < stop)
    begin = start if s.tags[start] == "d" else max(start, *dates, 0)
    if s.tags[stop : stop + 1] != "," or s.tags[begin - 1 : begin] != "i":
        return begin
    whole = _MADE.search(s.tags, 0, begin - 1)
    return whole.start() if whole and s.words[begin - 1].lower() in _IN else None


def _before(story: Story, i: int, clause: Clause) -> tuple[int, int]:
    """Where to look for what was made: before a verb, or behind what opens a sentence.

    "Founded by Otto Brandt in 1251, Riga became rich."
    """
    s = story.sentences[i]
    if clause.finite and clause.subject is not None:
        return 0, clause.subject.end
    if clause.start:
        return 0, clause.start - (s.tags[clause.start - 1] == ",")
    subjects = (c.subject for c in story.clauses(i) if c.finite and c.subject and not c.embedded)
    behind = (each for each in subjects if s.tags[each.start - 1] == ",")
    return next(((each.start, each.end) for each in behind), (0, 0))


def _lower(words: str) -> str:
    """Words that may open a sentence, as they stand within one."""
    opens = re.match(r"(?:The|A|An)\b", words)
    return words[:1].lower() + words[1:] if opens else words


def taught(story: Story, i: int, clause: Clause) -> Iterator[Deed]:
    """What somebody taught, or was the first to do: "who made the case that all men are equal"."""
    s, end = story.sentences[i], clause.end
    to = clause.lemma == "be" and re.match("dJt[rn]*B", s.tags[end:]) is not None
    first = to and s.words[end + 1].lower() in ("first", "only", "last")
    case = clause.object.end if clause.object is not None else end  # "made the case that"
    that = s.words[case - 1 : case + 1] in {(word, "that") for word in _CASES}
    begin = case + that
    if not (first or that) or clause.negated or s.tags[clause.start] in "MG":
        return
    stop = re.compile("[.;:(-]|$").search(s.tags, end)
    ends = [stop.start()] if stop else []
    ends += [found.start() for found in _TAIL.finditer(s.tags, end, ends[0])]
    for k in ends:
        words = story.cut(i, clause.start, k)
        pointing = any(word.lower() in POINTING for word in (*s.words[end:case], *s.words[begin:k]))
        if len(words.split()) <= LONGEST and s.tags[k - 1] in "NEqJG" and not pointing:
            at = Span(s.starts[clause.start], s.end(k - 1))
            telling = len(content_words(words))
            if telling > 2:
                yield Deed(f"who {words}", min(telling, 6) + 3, at, i, first)
                return


def whom(story: Story, i: int, clause: Clause) -> Iterator[tuple[FoundPerson, Deed]]:
    """What was done to somebody who is named as the object: "whom the guild sent to Riga"."""
    s = story.sentences[i]
    if clause.subject is None or not clause.finite or clause.passive or clause.negated:
        return
    if clause.lemma not in _DONE_TO or hedged(s, clause):
        return
    named = next((n for n in story.named_in(i) if n.start >= clause.end), None)
    if named is None or not isinstance(named.what, FoundPerson):
        return
    # "killed Hale", "killed the mayor, Hale", "killed an officer named Hale"
    if not _NAMED.fullmatch(" ".join(s.words[clause.end : named.start])) and not (
        re.fullmatch("d?[NEJ]*", s.tags[clause.end : named.start])
    ):
        return
    if s.tags[named.end : named.end + 1] in ("z", "c"):
        return
    aside = _ASIDE.match(s.tags, named.end)  # "Hale, a weaver, to Riga"
    left_out = range(clause.end, aside.end() if aside else named.end)
    found = told(story, i, clause, set(range(clause.end, named.end)))
    if found is None:
        return
    naming = Naming(story, i, clause, [k for k in found.tokens if k not in left_out])
    words = wording(story, i, naming.tokens, naming.names)
    rest = [k for k in naming.tokens if k >= clause.end]
    if naming.unclear or (clause.lemma in _SENT and not rest) or len(words.split()) > LONGEST:
        return
    words = re.sub(r"^(?:The|A|An)\b", lambda found: found[0].lower(), words)
    at = Span(s.starts[min(naming.tokens)], story.end(i, max(naming.tokens)))
    yield (
        named.what,
        Deed(f"whom {words}", min(len(content_words(words)), 6) + 2, at, i, True),
    )
