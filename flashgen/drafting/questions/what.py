"""Questions for what something was done to: "What did Hale publish in 1703?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import content_words, wording
from flashgen.drafting.questions.answering import is_clear, is_people, is_setting
from flashgen.drafting.questions.question import (
    ONCE,
    QuestionDraft,
    inverted,
    question,
    said,
    undated,
)
from flashgen.drafting.questions.sorts import is_seldom, sort_of
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import is_word, look_up
from flashgen.english.phrases import Phrase
from flashgen.english.tags import NAME, NOUN, PARTICIPLE, QUOTE
from flashgen.english.tokens import Sentence
from flashgen.mentions import FoundPerson, FoundPlace
from flashgen.tables import words as words_of

_LONGEST = 11  # words of an answer
_TITLE = 4  # words that say something: of so many, one in the question gives nothing away
_ITEM = "(?:[JDNEq]|r(?=J))*[NE](?:z[JN]*N)?(?:fd?[JDNEq]*[NE])*"
# "the first Dutch settlement", "the Isle of Man and the Western Isles"
_PLAIN = re.compile(f"d?{_ITEM}(?:,d?{_ITEM})*(?:,?cd?{_ITEM})?")
_FOES = frozenset(
    "defeat crush rout overthrow attack beat conquer liberate free release drive expel deport "
    "exile subdue kill massacre execute nominate topple evict displace attack inoculate".split()
)
_PARTICLES = frozenset("up out down over off".split())
_MADE = frozenset("found establish create form organise organize dissolve abolish".split())
# Classes of nouns that mean a thing, a writing, a body or a place; and what only an act is.
_CONCRETE = frozenset("abdglmpswuo")
# What stands behind an object and tells of the deed; and what does so of what is given or signed.
_BESIDE = frozenset("in at on near under during before after for as across".split())
_TO, _GIVEN = (
    frozenset("to from with".split()),
    frozenset(
        "cede grant receive sell buy purchase sign bequeath present donate demand surrender win "
        "obtain acquire steal import export dedicate conclude confiscate".split()
    ),
)


def what(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The object of a verb asked for, where it is a thing that one can name."""
    s, clause = naming.story.sentences[naming.i], parts.clause
    done_to = clause.object
    behind = [k for k in parts.predicate if k >= clause.end]
    titled = behind and re.match("p?Q", "".join(s.tags[k] for k in behind))
    if clause.passive or not (_is_deed(s, clause) or titled):
        return
    if titled and done_to is None:
        done_to = Phrase(behind[0], behind[0] + 1, behind[0])
    if done_to is None:
        return
    particle = s.words[clause.end].lower() in _PARTICLES and s.tags[clause.end] != "t"
    if not is_clear(naming, parts.subject) or done_to.start != clause.end + particle:
        return
    behind = [k for k in parts.predicate if k >= done_to.start]
    found = re.match("p?Q", "".join(s.tags[k] for k in behind))
    found = found or _PLAIN.match("".join(s.tags[k] for k in behind))
    if found is None or not behind:
        return
    asked_for, further = behind[: found.end()], behind[found.end() :]
    after = further[0] if further else behind[-1] + 1
    if asked_for[-1] + 1 != after or not _ends(s, after, clause.lemma):
        return
    named_behind = re.match(",d?E+[,.]", s.tags[after:]) and s.tags[asked_for[-1]] == NOUN
    if (further and s.tags[after] == ",") or named_behind:
        return  # "founded a weekly newspaper, the Gazette"
    title = len(asked_for) == 1 and s.words[asked_for[0]].istitle() and s.tags[after] == "i"
    if title and s.words[after + 1 : after + 2] and s.words[after + 1].istitle():
        return  # "wrote Thoughts on Government"
    rest = [k for k in parts.predicate if k not in asked_for]
    of_year, year = _year_behind(naming, asked_for[-1] + 1)
    apart = bool(of_year) or _is_told_apart(naming, parts, rest)
    if not _is_telling(naming, asked_for, apart=apart):
        return
    if not (apart or clause.lemma in _MADE | ONCE):
        return  # "the mayor granted": what, of all?
    asked = inverted(naming, parts, rest)
    answer = wording(naming.story, naming.i, asked_for, naming.names)
    if asked and len(answer.split()) <= _LONGEST and not _is_implied(asked, answer):
        word = "Whom" if clause.lemma in _FOES and _is_somebody(naming, asked_for) else "What"
        if word == "Whom" and is_setting(naming, asked_for):
            return  # whom but the enemy?
        answer = answer[:1].upper() + answer[1:]
        asked = f"{asked} {year}".strip()
        yield question(naming, f"{word} {asked}?", answer, (*parts.subject, *rest, *of_year))


def _year_behind(naming: Naming, end: int) -> tuple[list[int], str]:
    """The year in brackets behind a title, and how a question tells it: "in 1937"."""
    s = naming.story.sentences[naming.i]
    found = re.fullmatch(r"\d{4}", s.words[end + 1]) if s.tags[end : end + 3] == "(q)" else None
    return ([end + 1], f"in {found[0]}") if found else ([], "")


def what_was(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """What something was done to, told in the passive: "What was abolished in 1703?"."""
    story, i, clause = naming.story, naming.i, parts.clause
    s, agent, tokens = story.sentences[i], parts.clause.agent, parts.subject
    if not clause.passive or clause.object or clause.lemma not in words_of("verbs", "done"):
        return
    if s.tags[clause.end : clause.end + 2] == "tB" or s.words[clause.end] in ("on", "upon"):
        return  # "were granted to govern", "were called upon"
    if not is_clear(naming, tokens):
        return
    if not _PLAIN.fullmatch("".join(s.tags[k] for k in tokens)):
        return
    if s.words[tokens[0]].lower() in ("more", "most", "many") or s.tags[tokens[0]] == "q":
        return
    rest = [k for k in parts.predicate if k >= clause.end]
    dated = len(undated(naming, (*rest, *naming.setting))) < len(rest) + len(naming.setting)
    named = agent is not None and any(
        story.is_proper(i, k) for k in range(agent.start, agent.end) if k in parts.predicate
    )
    apart = _is_told_apart(naming, parts, rest)
    thing = look_up(s.words[tokens[-1]].lower()).of_noun[:1] not in ("p", "g", "t", "q")
    if not apart or not (_is_telling(naming, tokens, apart=True) or (dated and named and thing)):
        return
    answer = wording(story, i, tokens, naming.names)
    told = said(naming, parts.predicate)
    if len(answer.split()) > _LONGEST or _is_implied(told, answer):
        return
    if _is_somebody(naming, tokens):
        return
    yield question(naming, f"What {told}?", answer[:1].upper() + answer[1:], parts.predicate)


def _is_deed(s: Sentence, clause: Clause) -> bool:
    """Whether a verb, with its particle, tells what was done: "drew up a petition"."""
    both = f"{clause.lemma} {s.words[clause.end].lower()}" if clause.end < len(s) else ""
    return clause.lemma in words_of("verbs", "done") or both in words_of("verbs", "phrasal")


def _ends(s: Sentence, after: int, lemma: str) -> bool:
    """Whether a phrase ends before a token: not "the fort that", "the fort called"."""
    tag, low = s.tags[after : after + 1], s.words[after].lower() if after < len(s) else ""
    if (
        tag in tuple("wGDzsf-JNEdpVMbhu")
        or (tag == "(" and s.tags[after + 1 : after + 3] != "q)")
        or low in ("'", "’")
    ):
        return False
    if s.tags[after : after + 2] in ("iw", "tw", "tB"):
        return False
    if s.words[after + 1 : after + 2] == ("including",):
        return False
    if tag == "c" and s.tags[after + 1 : after + 2] not in tuple("rVMbhu"):
        return False  # "took Riga and rebel ships"
    beside = _BESIDE | _TO if lemma in _GIVEN else _BESIDE
    return tag not in ("i", "t") or low in beside


def _is_told_apart(naming: Naming, parts: Parts, rest: Sequence[int]) -> bool:
    """Whether a date, or a name beside the subject's, tells of when or where it was."""
    told = (*parts.subject, *rest, *naming.setting)
    if len(undated(naming, told)) < len(told):
        return True
    beside = [*rest, *naming.setting]
    return any(naming.story.is_proper(naming.i, k) for k in beside)


def _is_telling(naming: Naming, tokens: Sequence[int], *, apart: bool) -> bool:
    """Whether a phrase names a thing, or tells of it with words enough.

    ``apart``: the question tells when or where, so that a thing without a name will do.
    """
    story, i = naming.story, naming.i
    s = story.sentences[i]
    if any(k in naming.unclear for k in tokens) or s.tags[tokens[0]] == "p":
        return False
    if "z" in {s.tags[k] for k in tokens} and naming.clause.lemma in _FOES:
        return False  # "Hale's forces"
    for n in story.named_in(i):
        within = n.start >= tokens[0] and n.end - 1 <= tokens[-1]
        alone = within and len([k for k in tokens if not n.start <= k < n.end]) < 2
        if alone and (isinstance(n.what, FoundPerson) or _is_sorted(n.what)):
            return False
    head = next((k for k in tokens if s.tags[k + 1 : k + 2] == "f"), tokens[-1])
    entry = look_up(s.words[head].lower())
    human = s.tags[head] != NAME and entry.of_noun[:1] in ("p", "g")
    if human and naming.clause.lemma not in _MADE | _FOES:
        return False
    if s.tags[tokens[-1]] == QUOTE:
        return apart
    proper = [k for k in tokens if story.is_proper(i, k)]
    names = {s.words[k] for k in proper}
    if len(names) == 1 and not apart and is_word(min(names).lower()):
        return False  # "Parliament"
    if proper and not names <= story.title_words:
        return True
    words = wording(story, i, tokens)
    return apart and bool(_CONCRETE & set(entry.of_noun[:1])) and len(content_words(words)) > 1


def _is_sorted(what: object) -> bool:
    """Whether a place is asked for by its sort: "Which town"."""
    return isinstance(what, FoundPlace) and bool(sort_of(what) or not is_seldom(what))


def _is_somebody(naming: Naming, tokens: Sequence[int]) -> bool:
    s = naming.story.sentences[naming.i]
    last = tokens[-1]
    people = s.tags[last] == NAME and s.tags[tokens[0]] == "d" and is_people(s.words[last])
    return people or look_up(s.words[last].lower()).of_noun[:1] in ("p", "g")


def _is_implied(asked: str, answer: str) -> bool:
    told = set(content_words(answer))
    return bool(told & set(content_words(asked))) and len(told) < _TITLE


def what_came(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """What was founded or made, whoever did it: "What was founded in 1703 to drain the land?"."""
    story, i, clause = naming.story, naming.i, parts.clause
    s, done_to = story.sentences[i], clause.object
    if done_to is None or clause.passive or clause.lemma not in _MADE:
        return
    if done_to.start != clause.end or PARTICIPLE not in look_up(s.words[clause.verb].lower()).tags:
        return
    if any(story.is_proper(i, k) for k in parts.subject):
        return  # "the Swedes founded"
    behind = [k for k in parts.predicate if k >= done_to.start]
    found = re.match("d?E+", "".join(s.tags[k] for k in behind))
    if found is None or found.end() == len(behind) or s.words[behind[found.end()] + 1].istitle():
        return  # "the Act Against Fraud"
    if s.tags[behind[found.end()]] in tuple("cf,z"):
        return
    rest = behind[found.end() :]
    meant = s.tags[rest[0]] == "t" and len(content_words(said(naming, rest))) >= _TITLE
    if not (meant or _is_told_apart(naming, parts, rest)):
        return
    answer = wording(story, i, behind[: found.end()], naming.names)
    words = f"What was {s.words[clause.verb].lower()} {said(naming, rest)}?"
    yield question(naming, words, answer[:1].upper() + answer[1:], (clause.verb, *rest))
