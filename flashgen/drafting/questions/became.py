"""Questions for what somebody or something became: "To what office was Hale appointed?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import content_words, is_person_noun, wording
from flashgen.drafting.questions.answering import is_clear
from flashgen.drafting.questions.question import QuestionDraft, inverted, question, undated
from flashgen.english.tags import OF
from flashgen.english.tokens import Sentence

_LONGEST = 12  # words of an answer
_OFFICE = {"appoint": "To what office", "elect": "To what office", "promote": "To what rank"}
_SERVING = frozenset("serve work act install".split())
_MADE = frozenset("make name crown proclaim ordain declare create".split())
_PHRASE = re.compile(r"d?(?:[JDNE]|r(?=[JD]))*[NE](?:fd?[JDNEq]*[NE])*")


def became(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """What somebody was appointed, or something became, at some time."""
    story, i, clause = naming.story, naming.i, parts.clause
    s = story.sentences[i]
    office = clause.passive and clause.lemma in {*_OFFICE, *_MADE}
    serves = clause.lemma in _SERVING and s.words[clause.end : clause.end + 1] == ("as",)
    if not office and not serves and clause.lemma != "become":
        return
    office |= serves
    told = (*parts.subject, *parts.predicate, *naming.setting)
    dated = len(undated(naming, told)) < len(told) or (serves and _names_time(naming, told))
    # "served as a courier in the Continental Army"
    dated |= serves and any(story.is_proper(i, k) for k in parts.predicate)
    if not is_clear(naming, parts.subject) or not dated:
        return
    behind = [k for k in parts.predicate if k >= clause.end]
    if behind and s.words[behind[0]].lower() in ("as", "to") and office:
        link, behind = behind[:1], behind[1:]
    else:
        link = []
    found = _PHRASE.match("".join(s.tags[k] for k in behind))
    if found is None:
        return
    asked_for = behind[: found.end()]
    head = next((k for k in asked_for if s.tags[k + 1 : k + 2] == OF), asked_for[-1])
    human = is_person_noun(s.words[head], s.tags[head])
    if not ends(s, behind[found.end() :], asked_for[-1]) or (office and not human):
        return
    answer = _capital(naming, asked_for)
    fewest = 1 if clause.lemma == "promote" else 2
    if len(content_words(answer)) < fewest or len(answer.split()) > _LONGEST:
        return
    if any(k in naming.unclear for k in asked_for):
        return
    rest = [k for k in parts.predicate if k not in asked_for and k not in link]
    if re.search("c[DVr]", "".join(s.tags[k] for k in rest)):
        return  # "was promoted to captain in May and given command"
    asked = inverted(naming, parts, rest)
    if asked and not set(content_words(answer)) & set(content_words(asked)):
        word = "As what" if serves else _OFFICE.get(clause.lemma, "What") if office else "What"
        yield question(naming, f"{word} {asked}?", answer, (*parts.subject, *rest))


def _names_time(naming: Naming, tokens: Sequence[int]) -> bool:
    """Whether a war or a reign tells when it was: "throughout World War I"."""
    s = naming.story.sentences[naming.i]
    lows = [s.words[k].lower() for k in tokens]
    return not {"during", "throughout", "under"}.isdisjoint(lows)


def ends(s: Sentence, further: Sequence[int], last: int) -> bool:
    """Whether a phrase is whole that ends at a token: not "king of" Livonia "and" Riga."""
    if further and further[0] != last + 1:
        return True
    tag = s.tags[last + 1 : last + 2]
    if s.tags[last + 1 : last + 3] in ("iw", "tw", "tB"):
        return False
    if s.words[last + 1 : last + 2] in (("'",), ("’",)):
        return False  # "the Barristers' Society"
    return tag not in tuple("fcwGDzs(-JNEdpVMbhu") and not (tag == "," and bool(further))


def _capital(naming: Naming, tokens: Sequence[int]) -> str:
    words = wording(naming.story, naming.i, tokens, naming.names).strip("“”\"‘’'")
    return words[:1].upper() + words[1:]
