"""Questions for somebody: "Who took Riga?", "By whom was it taken?", "Whom did Hale appoint?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import content_words, is_person_noun, is_saying, recased
from flashgen.drafting.questions.answering import FOUNDING, somebody
from flashgen.drafting.questions.apart import outstanding
from flashgen.drafting.questions.question import QuestionDraft, inverted, question, said, undated
from flashgen.english.lexicon import look_up
from flashgen.english.tags import NOUN, OF, QUANTITY, QUOTE

_YEAR = re.compile(r"(?<![\d,])\d{3,4}\b(?!,)")
_FULL = 7  # words that say something: so many tell a deed apart
# Verbs that say nothing without what follows their object.
_CAUSING = frozenset("make let have see hear watch help find get be become keep".split())
# What one alone is of its kind.
_RANKS = frozenset("first last only sole youngest oldest eldest second third final".split())
# What a war is, and does.
_WARRING = frozenset({"begin", "start", "fight", "wage"})
_WHEN = (("in",), ("during",), ("after",), ("at",), ("on",), ("before",))
# What is founded is nobody, whatever it is called.
_OF_NOBODY = FOUNDING | {"build"}


def who(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The subject of a clause asked for: "Who took Riga?"."""
    answer = somebody(naming, parts.subject)
    if answer is not None and parts.clause.lemma not in ("bear", "die"):
        word, name = answer
        rest = said(naming, parts.predicate)
        if len(content_words(said(naming, undated(naming, parts.predicate)))) < 2:
            return
        if word not in ("Who", "What", "Which country") and not _is_undergone(parts):
            return  # "the town had", but "the town was taken"
        behind = naming.story.sentences[naming.i].words[parts.clause.end : parts.clause.end + 1]
        if parts.clause.lemma in _WARRING and (word == "What" or behind == ("with",)):
            return  # "the war began with"
        if word == "Who" and _is_thing(naming, parts):
            return
        if word == "Who" and _is_one_of_such(naming, parts, rest):
            return
        if _is_role(naming, parts) or _is_bare(naming, parts) or _is_addressed(naming, parts):
            return
        if len(content_words(rest.partition(",")[0])) < 2:
            return
        words = f"{word} {rest}?"
        yield question(naming, words, name, parts.predicate)


def _is_one_of_such(naming: Naming, parts: Parts, words: str) -> bool:
    """Whether what somebody did is one of many such deeds: "sent two columns to Riga".

    No name, no year and few words tell apart what it was done to.
    """
    story, i, done_to = naming.story, naming.i, parts.clause.object
    s = story.sentences[i]
    if done_to is None or parts.clause.passive or _YEAR.search(words):
        return False
    if _YEAR.search(said(naming, naming.setting)):
        return False
    own, end = s.tags[done_to.start] == "p", done_to.end
    while s.tags[end : end + 1] == OF or s.tags[end - 1 : end] == OF:
        end += 1
        while s.tags[end : end + 1] in tuple("dpJNEqz") and s.tags[end : end + 1]:
            end += 1
    phrase = range(done_to.start, end)
    own |= "p" in {s.tags[k] for k in phrase}
    counted = s.tags[done_to.start] == QUANTITY
    # "two Austrian columns" have no name.
    names = (k for k in (*phrase, end) if k < len(s) and s.tags[k + 1 : k + 2] != NOUN)
    named = any(story.is_proper(i, k) for k in names)
    named |= any(s.tags[k] == QUOTE for k in parts.predicate) or "including" in words
    known = s.tags[done_to.start] == "d" and s.words[done_to.start].lower() not in ("a", "an")
    full = len(content_words(words)) >= _FULL and not counted
    return not (named or full or (known and not own) or outstanding(s, phrase))


def _is_undergone(parts: Parts) -> bool:
    """Whether something is done to the subject, or becomes of it."""
    return parts.clause.passive or parts.clause.lemma in ("be", "become", "remain")


def _is_bare(naming: Naming, parts: Parts) -> bool:
    """Whether a verb is none of its own, or stands alone: "Holt relented when"."""
    s, end = naming.story.sentences[naming.i], parts.clause.end
    told = "".join(s.tags[k] for k in parts.predicate)
    if re.match("[VD]E+r*[VMbhu]", told):
        return True  # "a merchant named Holt founded"
    if told.endswith("tB") and is_saying(parts.clause.lemma) and parts.clause.object:
        return True  # "ordered a force to pursue"
    if s.words[end : end + 1] in (("after",), ("before",)):
        return True
    return s.tags[end : end + 1] == "s" and s.words[end].lower() != "that"


def _is_thing(naming: Naming, parts: Parts) -> bool:
    """Whether a clause says of what kind a thing was: "was the family name of"."""
    s, object_ = naming.story.sentences[naming.i], parts.clause.object
    if parts.clause.lemma != "be" or object_ is None or s.tags[object_.head] != NOUN:
        return False
    return look_up(s.words[object_.head].lower()).of_noun[:1] not in ("p", "g", "")


def _is_role(naming: Naming, parts: Parts) -> bool:
    """Whether a clause says who somebody was, which the card of that person asks, or how."""
    s, object_ = naming.story.sentences[naming.i], parts.clause.object
    if parts.clause.lemma not in ("be", "become", "remain"):
        return False
    if object_ is None:
        return not parts.clause.passive  # "had been predominantly Lutherans"
    of_name = re.match("fd?[JN]*E", s.tags[object_.end :])
    dated = len(undated(naming, parts.predicate)) < len(parts.predicate)
    given = (of_name and s.tags[object_.start] == "N") or (dated and s.tags[object_.start] == "E")
    if parts.clause.lemma == "become" and given:
        return False  # "became governor of Livonia", "became King in 1703"
    entry = look_up(s.words[object_.head].lower())
    if any(s.words[k].lower() in _RANKS for k in range(object_.start, object_.head)):
        return False  # "was the first governor of Livonia"
    # "were landlords", "was an important port": so were others.
    alone = s.words[object_.start].lower() == "the" and not entry.plural
    return not alone or is_person_noun(s.words[object_.head], s.tags[object_.head])


def _is_addressed(naming: Naming, parts: Parts) -> bool:
    """Whether a clause says to whom, and not what: "Holt told Price"."""
    s, heard = naming.story.sentences[naming.i], parts.clause.object
    if heard is None:
        return False
    person = naming.story.person_at(naming.i, heard.start, heard.end) is not None
    if not person and "p" not in look_up(s.words[heard.head].lower()).of_noun:
        return False
    more = [k for k in undated(naming, parts.predicate) if s.tags[k] not in "itdr"]
    return is_saying(parts.clause.lemma) and max(more) < heard.end


def by_whom(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """Who did what is told of somebody else: "By whom was Riga taken?"."""
    agent, story, i = parts.clause.agent, naming.story, naming.i
    s = story.sentences[i]
    if agent is None and parts.clause.passive:
        # "was beaten and banished by Hale"
        end = parts.clause.end
        later = (c for c in story.clauses(i) if c.start == end + 1 and s.tags[end] == "c")
        agent = next((c.agent for c in later), None)
    if agent is None or agent.start - 1 not in parts.predicate:
        return
    end = max(
        [agent.end, *(n.end for n in story.named_in(i) if agent.start <= n.start < agent.end)]
    )
    answer, name_end = somebody(naming, range(agent.start, end)), end
    if s.tags[end : end + 1] == OF and story.is_proper(i, min(end + 1, len(s) - 1)):
        end = end + 2  # "Hale of Riga"
    if s.words[agent.start - 1].lower() != "by":
        return
    if answer is None or answer[0] not in ("Who", "Which country"):
        return
    rest = [k for k in parts.predicate if not agent.start - 1 <= k < end]
    if agent.with_ and (several := somebody(naming, range(agent.start, agent.with_[-1].end))):
        answer, end = several, agent.with_[-1].end
        name_end = end
        rest = [k for k in parts.predicate if not agent.start - 1 <= k < end]
    further = "fcVNEBDQ" if story.person_at(i, agent.start, end) else "ficVNEBD"
    dated = end + 1 < len(s) and not undated(naming, [end + 1])  # "by the Council in 1703"
    # "by the Swedes in the Great War": their name is whole.
    whole = re.fullmatch("d?E+", s.tags[agent.start : end]) is not None
    acts = any(
        s.tags[k] == NOUN and look_up(s.words[k].lower()).of_noun[:1] == "e"
        for k in range(parts.clause.end, agent.start)
    )  # "was held until its capture by the Swedes"
    dated |= whole and not acts and s.words[end : end + 1] in _WHEN
    if (s.tags[end : end + 1] in tuple(further) and not dated) or is_listed(s.tags, end):
        return
    if re.match("(?:,E+){3}", s.tags[end:]):
        return  # "by Hale, Holt, Price, Brandt and a dozen others"
    if asked := inverted(naming, parts, rest):
        land = said(naming, range(name_end, end)) if end > name_end else ""
        name = answer[1] if land in answer[1] else f"{answer[1]} {land}"
        word = answer[0].replace("Who", "whom").replace("Which", "which")
        yield question(naming, f"By {word} {asked}?", name, (*parts.subject, *rest))


def whom(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The person to whom somebody does what is told: "Whom did Hale appoint?"."""
    story, i, clause = naming.story, naming.i, parts.clause
    # "tried to kill Hale": he is whom the second verb is done to.
    second = next((c for c in story.clauses(i) if not c.finite and c.start == clause.end), clause)
    done_to = second.object
    if done_to is None or done_to.start != second.end or done_to.with_ or second.passive:
        return
    if clause.passive and second is clause:
        return
    person = story.person_at(i, done_to.start, done_to.end)
    if person is None:
        return
    end = max(
        (n.end for n in story.named_in(i) if n.what is person and n.start < done_to.end), default=0
    )
    tags = story.sentences[i].tags
    alone = end == done_to.end
    start = next((n.start for n in story.named_in(i) if n.what is person and n.end == end), 0)
    words = story.sentences[i].words
    while start > done_to.start and is_person_noun(words[start - 1], tags[start - 1]):
        start -= 1  # "General Charles Hale"
    placed = any(n.start == done_to.start and n.end == start for n in story.named_in(i))
    # But "the Riga lawyer Hale" will do.
    if (tags[start - 1] in "E-" and not placed) or set(tags[end : done_to.end]) - {"N"}:
        return  # but "appointed Hale governor of Riga" will do
    beside = re.match("cr?[VMbhu]", tags[done_to.end :])  # "killed Hale and fled"
    goes_on = tags[done_to.end : done_to.end + 1]
    if goes_on in tuple("zcrDGJEdpf" if alone else "zcrDGJEdp") and not beside:
        return
    rest = [k for k in parts.predicate if not done_to.start <= k < end]
    further = [k for k in rest if k >= done_to.end]
    if further and alone and tags[further[0]] not in "its":
        return  # "Hale, the mayor", "Hale known as"
    by = somebody(naming, parts.subject)
    sure = by is not None and by[0] in ("Who", "Which country")
    asked = inverted(naming, parts, rest) if sure else None
    told_to = bool(further) and tags[further[0] : further[0] + 2] == "tB"
    says = is_saying(clause.lemma) and not told_to  # but "ordered Hale to leave" will do
    if asked and clause.lemma not in _CAUSING | _OF_NOBODY and not says:
        answer = recased(story.name_of(person, end - start))
        yield question(naming, f"Whom {asked}?", answer, (*parts.subject, *rest))


def is_listed(tags: str, end: int) -> bool:
    """Whether a phrase is the first of several: "Hale, Holt and Price"."""
    item = r"[dpJE]*[NE]+(?:f[dJ]*[NE]+)*"
    return re.match(rf"(?:,{item})+,?c|c[dpJE]*[NE]", tags[end:]) is not None
