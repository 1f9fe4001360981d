"""Questions for names given: "What did Hale name the bay?", "After whom did he name it?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flashgen.drafting.clauses.clause import Parts
from flashgen.drafting.clauses.naming import Naming
from flashgen.drafting.clauses.wording import content_words, recased, wording
from flashgen.drafting.questions.answering import is_clear
from flashgen.drafting.questions.became import NAME_PHRASE, ends
from flashgen.drafting.questions.question import QuestionDraft, inverted, loose, question
from flashgen.mentions import FoundPlace
from flashgen.tables import words as table

# "the wide bay", "it"
_THING = re.compile(r"[dp](?:[JDG]|r(?=J))*N+|[om]")
_HONOURS = (("in", "honour", "of"), ("in", "honor", "of"), ("after",), ("for",))


def gave(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """The name that somebody gave to something: "named the bay Storm Bay", "called it “Hope”"."""
    story, i, clause = naming.story, naming.i, parts.clause
    s = story.sentences[i]
    if clause.passive or clause.lemma not in table("verbs", "named"):
        return
    behind = [k for k in parts.predicate if k >= clause.end]
    thing = behind[: _thing_end(naming, behind)]
    named = behind[len(thing) :]
    found = NAME_PHRASE.match("".join(s.tags[k] for k in named))
    if not thing or found is None or not is_clear(naming, parts.subject):
        return
    name = named[: found.end()]
    unclear = any(k in naming.unclear for k in thing) or any(True for _ in loose(naming, thing))
    honoured = _honoured(naming, named[found.end() :])
    if unclear or not (honoured or ends(s, named[found.end() :], name[-1])):
        return
    if not any(story.is_proper(i, k) or s.tags[k] == "Q" for k in name):
        return
    rest = [k for k in parts.predicate if k not in name and k not in honoured]
    asked, answer = inverted(naming, parts, rest), wording(story, i, name).strip("“”\"‘’'")
    if asked and not set(content_words(answer)) <= set(content_words(asked)):
        answer = answer[:1].upper() + answer[1:]
        yield question(naming, f"What {asked}?", answer, (*parts.subject, *rest))


def after(naming: Naming, parts: Parts) -> Iterator[QuestionDraft]:
    """Whom or what something is named after."""
    story, i, clause = naming.story, naming.i, parts.clause
    if clause.lemma not in table("verbs", "named") or not is_clear(naming, parts.subject):
        return
    for n, k in enumerate(parts.predicate):
        further = parts.predicate[n:]
        honoured = _honoured(naming, further) if k >= clause.end else []
        if not honoured:
            continue
        link = len(_link(naming, honoured))
        asked_for = honoured[link:]
        person = story.person_at(i, asked_for[0], asked_for[-1] + 1)
        rest = [j for j in parts.predicate if j not in honoured]
        asked = inverted(naming, parts, rest)
        answer = wording(story, i, asked_for, naming.names)
        told = set(content_words(asked or ""))
        if person is not None:
            answer = recased(story.name_of(person, len(asked_for)))
        if asked and not set(content_words(answer)) & told:
            word = "whom" if person is not None else "what"
            yield question(
                naming, f"After {word} {asked}?", answer[:1].upper() + answer[1:],
                (*parts.subject, *rest),
            )  # fmt: skip
        return


def _link(naming: Naming, tokens: Sequence[int]) -> tuple[str, ...]:
    s = naming.story.sentences[naming.i]
    lows = tuple(s.words[k].lower() for k in tokens[:3])
    return next((link for link in _HONOURS if lows[: len(link)] == link), ())


def _honoured(naming: Naming, tokens: Sequence[int]) -> list[int]:
    """The tokens that tell after whom or what something is named; none where none do."""
    story, i = naming.story, naming.i
    s, link = story.sentences[i], _link(naming, tokens)
    further = tokens[len(link) :]
    found = re.match(r"d?[JEN]*[NE](?:fd?[JE]*E)*", "".join(s.tags[k] for k in further))
    if not link or found is None:
        return []
    asked_for = further[: found.end()]
    proper = any(story.is_proper(i, k) for k in asked_for)
    whole = ends(s, further[found.end() :], asked_for[-1])
    return [*tokens[: len(link)], *asked_for] if proper and whole else []


def _thing_end(naming: Naming, behind: Sequence[int]) -> int:
    """How many tokens behind a verb are what is given a name: "the bay", "Riga" before "Mitau"."""
    story, i = naming.story, naming.i
    s = story.sentences[i]
    if not behind:
        return 0
    for n in story.named_in(i):
        within = isinstance(n.what, FoundPlace) and n.start in behind[:2]
        if within and s.tags[behind[0] : n.start] in ("", "d") and s.tags[n.end : n.end + 1] == "E":
            return n.end - behind[0]
    found = _THING.match("".join(s.tags[k] for k in behind))
    if found is None:
        return 0
    end = behind[found.end() - 1] + 1
    # "the coast of Livonia"
    places = (n for n in story.named_in(i) if isinstance(n.what, FoundPlace))
    of = next((n for n in places if s.tags[end : n.start] in ("f", "fd")), None)
    return (of.end if of is not None else end) - behind[0]
