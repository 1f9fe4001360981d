"""Who somebody was, in full: what he was, and the deed of the same passage that he is known for.

"English inventor" fits many; "English inventor who built the first steam pump" fits one. An office
tells enough by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from flashgen.article import Span
from flashgen.drafting.clauses.description import Description, fullest
from flashgen.drafting.clauses.story import Story
from flashgen.drafting.people.agents import agents
from flashgen.drafting.people.deeds import Deed
from flashgen.drafting.people.sayings import KIN, is_only_kin
from flashgen.drafting.people.weighing import LITTLE, MORE_THAN_A_TITLE
from flashgen.mentions import FoundPerson

LONGEST = 22  # words, of what somebody was and did
_SHORT = 3  # letters
_THIN, _FAIR, _FULL = 0, 1, 2
# Who governs, commands, founds or speaks for others: of these an article's land has one or few.
_OFFICES = frozenset(
    "leader commander head chairman chairwoman chair chief secretary minister governor-general "
    "president emperor empress king queen prince princess duke duchess count earl elector rajah "
    "raja ruler general admiral pope director ambassador envoy bishop archbishop abbot prefect "
    "consul viceroy regent sultan caliph shah tsar prophet chancellor premier speaker dictator "
    "heir successor captain colonel commodore marshal pharaoh khan patriarch cardinal judge "
    "justice treasurer commissioner counsel candidate nominee master god goddess deity editor "
    "sheriff dean lord".split()
)
# Of these a land has had many: "Swedish admiral" is none of them by himself.
_HELD_BY_MANY = frozenset(
    "king queen emperor empress ruler prince princess duke duchess count earl sultan caliph shah "
    "khan pharaoh pope general admiral captain colonel commodore marshal commander bishop cardinal "
    "judge lord".split()
)
_ANYBODY = frozenset(
    "man woman boy girl child friend person citizen native resident member supporter follower "
    "participant admirer predecessor partner boss associate roommate".split()
)
# Of these there are several at a time.
_OF_MANY = frozenset("senator governor mayor representative congressman".split())
# Of what: "founder of Riga".
_ROLES = frozenset(
    "founder co-founder cofounder inventor author discoverer architect father designer pioneer "
    "proponent advocate organizer hero champion creator".split()
)
# Of this a state has one: "attorney general".
_GENERAL = re.compile(
    r"\b(?:attorney|governor|surgeon|postmaster|consul|secretary|solicitor|adjutant|quartermaster"
    r"|inspector|director|auditor)[ -]general\b",
    re.IGNORECASE,
)
# What ends the words that name what somebody was.
_BEHIND = re.compile(r",? (?:of|in|at|to|for|from|under|on|with)\b")


def known_for(
    story: Story,
    person: FoundPerson,
    best: Description | None,
    found: Sequence[Description],
    deeds: Sequence[Deed],
    *,
    alike: bool,
) -> Description | None:
    """What tells most of somebody: ``best`` of what he was, or that with a deed.

    ``alike``: what he was is said of another one in the same words.
    """
    own = set(names(person.canonical))
    deeds = [deed for deed in deeds if not own & set(names(deed.words))]
    level = _THIN if alike else _level(best)
    if level == _FULL and best is not None:
        return best
    own_words = best is not None and best.alone
    both = fullest(_composed(story, [best] if own_words and best else found, deeds))
    if both is not None and not (own_words and both.further):
        return both
    if best is not None and not alike and (best.alone or level > _THIN):
        titled = not story.title_words.isdisjoint(own)
        if best.alone or not (titled and _is_less(best)):
            return best
    own_deed = fullest(agents(story, person, deeds))
    if own_deed is not None:
        return own_deed
    if best is not None and not best.lacks and not alike:
        return replace(best, lacks=(LITTLE,))
    return best


def telling(found: Sequence[Description]) -> Description | None:
    """What lacks nothing and says most: what the article's first sentence says, or an office."""
    return max(
        found,
        key=lambda each: (not each.lacks, _FULL if each.alone else _level(each), each.weight),
        default=None,
    )


def names(words: str) -> list[str]:
    """The longer words with a capital."""
    return [word for word in words.split() if word[:1].isupper() and len(word) > _SHORT]


def _level(best: Description | None) -> int:
    """How much a description tells: a trade little, an office enough."""
    if best is None or best.lacks:
        return _THIN
    if re.search(r" who(?:se)? |^(?:first|last|only) .* to |known for|^one of", best.words):
        return _FULL
    head = _GENERAL.sub("governor-general", _BEHIND.split(best.words)[0])
    heads = {part.split()[-1].lower() for part in re.split(r",? and |, ", head) if part}
    of = re.search(r" (?:of|at|to|for) ", best.words) is not None
    if heads & _OF_MANY:
        return _FAIR if " " in head or _BEHIND.search(best.words) else _THIN
    last = re.match("(?:first|last) ", best.words)  # "last tsar"
    apart = re.search(r"[A-ZÀ-Þ]\S* ", best.words) and heads - _HELD_BY_MANY  # "Swedish envoy"
    office = heads & _OFFICES and (not _is_bare(best) or apart or last)
    preaches = re.search(r"[A-ZÀ-Þ]\w+ minister$", best.words)  # "Presbyterian minister"
    if (of and heads & _ROLES and not is_only_kin(best.words)) or (office and not preaches):
        return _FULL
    if heads & _ANYBODY:
        return _THIN
    return _FAIR if of and not is_only_kin(best.words) else _THIN


def _is_bare(best: Description) -> bool:
    """Whether an office is told without what it is of: "Swedish admiral"."""
    return re.search(r" (?:of|at|to|for|who|whose|in) ", best.words) is None


def _is_less(best: Description) -> bool:
    """Whether the article's own man is more than what is said of him: "senator from Riga"."""
    heads = {word.lower() for word in _BEHIND.split(best.words)[0].split()}
    return bool(heads & (_OF_MANY | KIN))


def _composed(
    story: Story, found: Sequence[Description], deeds: Sequence[Deed]
) -> Iterator[Description]:
    """What somebody was with what he did, where one passage tells both."""
    for who in found:
        i = story.sentence_at(who.at.start)
        if not _is_calling(who):
            continue
        for deed in deeds:
            words = f"{who.words} {deed.words}"
            complete = not (who.lacks or is_only_kin(who.words))
            if len(words.split()) > LONGEST or not _together(story, i, deed, complete=complete):
                continue
            if who.words in deed.words:
                continue  # "mayor of Riga whom the guilds chose as mayor of Riga"
            if not deed.strong and (deed.i != i or _level(who) > _THIN):
                continue
            if not (complete or (deed.strong and re.search("[A-ZÀ-Þ]", deed.words))):
                continue  # "nephew of Elias Holt who enacted a series of reforms"
            first, last = sorted((who.at, deed.at))
            whole = Span(first.start, max(first.end, last.end))
            office = who.words.split()[-1].lower() in _OFFICES
            weight = who.weight + deed.weight + 4 * office - 3 * (deed.i != i)
            if deed.i == i:
                yield Description(words, weight, whole)
            else:
                yield Description(words, weight, first, further=last)


def _together(story: Story, i: int, deed: Deed, *, complete: bool) -> bool:
    """Whether a deed is told in a sentence, or near it.

    One that he did may stand farther off, where ``complete`` words tell what he was.
    """
    paragraphs = {story.sentences[j].paragraph for j in (i, deed.i)}
    return len(paragraphs) == 1 and (abs(deed.i - i) <= 1 or (complete and deed.verb != ""))


def _is_calling(who: Description) -> bool:
    """Whether a description says what somebody was, and can take a deed."""
    low = who.words.lower()
    told = " who " in low or " whose " in low
    return set(who.lacks) <= {MORE_THAN_A_TITLE, LITTLE} and not told and low not in KIN
