"""Questions for what somebody or something was called, or became: "What was Riga renamed?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import content_words, is_person_noun, wording
from flashgen.drafting.questions.answering import is_clear
from flashgen.drafting.questions.question import QuestionDraft, inverted, question, undated
from flashgen.english.lexicon import look_up
from flashgen.english.tags import OF
from flashgen.english.tokens import Sentence
from flashgen.tables import words as table

_LONGEST = 12  # words of an answer
# Verbs that give a name; behind some of them "as" does.
KNOWN = frozenset("know refer designate rename".split())
_OFFICE = {"appoint": "To what office", "elect": "To what office", "promote": "To what rank"}
_SERVING = frozenset("serve work act install".split())
_MADE = frozenset("make name crown proclaim ordain declare create".split())
NAME_PHRASE = re.compile(r"Q|d?[JEN]*E(?:fd?[JEN]*E)*(?:cd?[JE]*E)?")
_PHRASE = re.compile(r"d?(?:[JDNE]|r(?=[JD]))*[NE](?:fd?[JDNEq]*[NE])*")


def called(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The name that something has, or was given: "By what name was the mandate known?"."""
    story, i = naming.story, naming.i
    s = story.sentences[i]
    if parts.subject[0] and s.tags[parts.subject[0] - 1] in "if":
        return  # "the tribe after the war was known as"
    for n, k in enumerate(parts.predicate[:-1]):
        lemma, behind = look_up(s.words[k].lower()).verb, parts.predicate[n + 1 :]
        as_ = s.words[behind[0]].lower() == "as"
        if not _is_named_by(s, parts, k) or not (
            lemma in KNOWN if as_ else lemma in table("verbs", "named")
        ):
            continue
        name = behind[as_:]
        found = NAME_PHRASE.match("".join(s.tags[j] for j in name))
        if found is None or not is_clear(naming, parts.subject):
            continue
        asked_for = name[: found.end()]
        if not ends(s, name[found.end() :], asked_for[-1]):
            continue
        if not any(story.is_proper(i, j) or s.tags[j] == "Q" for j in asked_for):
            continue
        left_out = {*asked_for, *(behind[:1] if as_ else ())}
        rest = [j for j in parts.predicate if j not in left_out]
        asked, answer = inverted(naming, parts, rest), _capital(naming, asked_for)
        if asked and not set(content_words(answer)) <= set(content_words(asked)):
            phrase = parts.clause.subject
            named = phrase is not None and story.is_proper(i, phrase.head)
            other = "other " if named else ""
            words = f"By what {other}name" if lemma in ("know", "refer") else "What"
            yield question(naming, f"{words} {asked}?", answer, (*parts.subject, *rest))


def _is_named_by(s: Sentence, parts: Parts, k: int) -> bool:
    """Whether a participle at a token tells how something was called: not "called upon"."""
    if k == parts.clause.verb:
        return parts.clause.passive
    # "came to be known as"
    return s.tags[k] == "D" and s.tags[k - 2 : k] == "tb" and k > parts.clause.end


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
