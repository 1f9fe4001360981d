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
    undated,
)
from flashgen.drafting.questions.sorts import is_seldom, sort_of
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import is_word, look_up
from flashgen.english.phrases import Phrase
from flashgen.english.tags import NAME, NOUN, QUOTE
from flashgen.english.tokens import Sentence
from flashgen.mentions import FoundPerson, FoundPlace
from flashgen.tables import words as words_of

LONGEST = 11  # words of an answer
_TITLE = 4  # words that say something: of so many, one in the question gives nothing away
_ITEM = "(?:[JDNEq]|r(?=J))*[NE](?:z[JN]*N)?(?:fd?[JDNEq]*[NE])*"
# "the first Dutch settlement", "the Isle of Man and the Western Isles"
PLAIN = re.compile(f"d?{_ITEM}(?:,d?{_ITEM})*(?:,?cd?{_ITEM})?")
_FOES = frozenset(
    "defeat crush rout overthrow attack beat conquer liberate free release drive expel deport "
    "exile subdue kill massacre execute nominate topple evict displace attack inoculate".split()
)
_PARTICLES = frozenset("up out down over off".split())
MADE = frozenset("found establish create form organise organize dissolve abolish".split())
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
    deed = _is_deed(s, clause) and not _is_passed(s, clause)
    if clause.passive or not (deed or titled):
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
    found = found or PLAIN.match("".join(s.tags[k] for k in behind))
    if found is None or not behind:
        return
    asked_for, further = behind[: found.end()], behind[found.end() :]
    after = further[0] if further else behind[-1] + 1
    if asked_for[-1] + 1 != after or not _ends(s, after, clause.lemma):
        return
    if (further and s.tags[after] == ",") or _is_cut(s, asked_for, after):
        return
    rest = [k for k in parts.predicate if k not in asked_for]
    of_year, year = _year_behind(naming, asked_for[-1] + 1)
    apart = bool(of_year) or is_told_apart(naming, parts, rest)
    if not is_telling(naming, asked_for, apart=apart):
        return
    if not (apart or clause.lemma in MADE | ONCE):
        return  # "the mayor granted": what, of all?
    asked = inverted(naming, parts, rest)
    answer = wording(naming.story, naming.i, asked_for, naming.names)
    if asked and len(answer.split()) <= LONGEST and not is_implied(asked, answer):
        word = "Whom" if clause.lemma in _FOES and is_somebody(naming, asked_for) else "What"
        if word == "Whom" and is_setting(naming, asked_for):
            return  # whom but the enemy?
        answer = answer[:1].upper() + answer[1:]
        asked = f"{asked} {year}".strip()
        yield question(naming, f"{word} {asked}?", answer, (*parts.subject, *rest, *of_year))


def _is_cut(s: Sentence, tokens: Sequence[int], after: int) -> bool:
    """Whether a name goes on behind some tokens, or is told there.

    "wrote Thoughts on Government", "founded a weekly newspaper, the Gazette"
    """
    named = re.match(",d?E+[,.]", s.tags[after:]) is not None and s.tags[tokens[-1]] == NOUN
    title = len(tokens) == 1 and s.words[tokens[0]].istitle() and s.tags[after : after + 1] == "i"
    following = s.words[after + 1] if after + 1 < len(s) else ""
    return named or (title and following.istitle())


def _is_passed(s: Sentence, clause: Clause) -> bool:
    """Whether a law passes a body: "the amendment passed the Senate"."""
    body = clause.object
    return (
        clause.lemma == "pass"
        and body is not None
        and look_up(s.words[body.head].lower()).of_noun[:1] == "g"
    )


def _year_behind(naming: Naming, end: int) -> tuple[list[int], str]:
    """The year in brackets behind a title, and how a question tells it: "in 1937"."""
    s = naming.story.sentences[naming.i]
    found = re.fullmatch(r"\d{4}", s.words[end + 1]) if s.tags[end : end + 3] == "(q)" else None
    return ([end + 1], f"in {found[0]}") if found else ([], "")


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


def is_told_apart(naming: Naming, parts: Parts, rest: Sequence[int]) -> bool:
    """Whether a date, or a name beside the subject's, tells of when or where it was."""
    told = (*parts.subject, *rest, *naming.setting)
    if len(undated(naming, told)) < len(told):
        return True
    beside = [*rest, *naming.setting]
    return any(naming.story.is_proper(naming.i, k) for k in beside)


def is_telling(naming: Naming, tokens: Sequence[int], *, apart: bool) -> bool:
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
    if human and naming.clause.lemma not in MADE | _FOES:
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


def is_somebody(naming: Naming, tokens: Sequence[int]) -> bool:
    """Whether a phrase means people, or a body of them."""
    s = naming.story.sentences[naming.i]
    last = tokens[-1]
    people = s.tags[last] == NAME and s.tags[tokens[0]] == "d" and is_people(s.words[last])
    return people or look_up(s.words[last].lower()).of_noun[:1] in ("p", "g")


def is_implied(asked: str, answer: str) -> bool:
    """Whether a question has a word of its answer, and that is no long title."""
    told = set(content_words(answer))
    return bool(told & set(content_words(asked))) and len(told) < _TITLE
