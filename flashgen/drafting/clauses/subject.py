"""Where the subject of a clause begins and ends, and whether a relative clause stands by itself."""

from __future__ import annotations

import re
from collections.abc import Container

from flashgen.drafting.clauses.story import Story
from flashgen.english.clauses import Clause
from flashgen.english.lexicon import look_up
from flashgen.english.phrases import Phrase
from flashgen.english.tags import NAME, OF, QUANTITY, SUBORDINATOR
from flashgen.english.tokens import Sentence
from flashgen.mentions import DateMention, FoundPerson
from flashgen.rules.names.kinds import place_noun

# "Hale, Holt and Price"
_A_LIST = re.compile(r"(?:,[dpJE]*[NE]+)+,?c")
# "In April, Hale, Holt, and Price"
_LED_LIST = re.compile(
    r",((?:[dpJE]*[NE]+(?:f[dJ]*[NE]+)?,)+c|(?:[ri](?=q))?[dpqJE]*[NE]+(?:f[dJ]*[NE]+)*c)$"
)


_DOCUMENTS = ("m", "d")
# "After some talk Hale", "upon his death Hale"
_OPENED = re.compile(r"(?:^|[,;])r?i[dp]?[JqD]*N+$")


def is_opened(tags: str, begin: int) -> bool:
    """Whether a name stands right behind the phrase that opens a sentence, and is none of it."""
    return tags[begin] == NAME and _OPENED.search(tags[:begin]) is not None


def begin_of(story: Story, i: int, clause: Clause, leave_out: Container[int]) -> int | None:
    """The token at which a clause's subject begins; None where that is not to be seen."""
    s, phrase = story.sentences[i], clause.subject
    assert phrase is not None  # noqa: S101
    begin = _year_begin(s.tags, _list_begin(s.tags, phrase))
    if begin and s.words[begin - 1].lower() in ("no.", "nos."):
        begin -= 1  # "No. 20 Squadron"
    begin = _name_begin(s, begin)
    named_of = s.tags[begin - 2 : begin] == f"{NAME}{OF}" and clause.relative
    if named_of and is_apart(story, i, clause):
        begin -= 2
        while begin and s.tags[begin - 1] in "JE":
            begin -= 1
        begin -= begin > 0 and s.tags[begin - 1] == "d"
        return begin if s.tags[begin - 1 : begin] not in ("q", "z", "p") else None
    if begin >= clause.start:
        return None
    if begin and (begin - 1 in leave_out or _ends_date(story, i, begin)):
        return begin
    before = s.tags[begin - 1] if begin else "^"
    if is_apart(story, i, clause):
        return begin
    if clause.relative and before in "dpqJzitfEN":
        # "by Hale, who died": whom a name means, wherever it stands.
        who = "who" in [word.lower() for word in s.words[phrase.end : clause.start]]
        named = (n for n in story.named_in(i) if n.end == phrase.end and n.start >= begin)
        return next((n.start for n in named if isinstance(n.what, FoundPerson) and who), None)
    if before in "dpqJz" or (
        before in "EN" and s.tags[begin] in "EN" and not is_opened(s.tags, begin)
    ):
        return None  # the parser saw less than the phrase
    k = begin
    while k and s.tags[k - 1] == "r":
        k -= 1
    if k > 1 and s.tags[k - 1] == "c" and s.words[k - 1].lower() != "but":
        return _joined_begin(s, begin, k, leave_out)
    opens = before == "i" and SUBORDINATOR in look_up(s.words[begin - 1].lower()).tags
    if before in "itf" and not (opens and clause.embedded):
        return None  # but "as the Swedes took Riga" will do
    return begin


def _name_begin(s: Sentence, begin: int) -> int:
    """Where a name begins whose end a token seems to open: "Otto Hale, Jr.", "the Route 31B"."""
    k = begin
    if s.words[begin] in ("Jr.", "Sr."):
        k -= s.tags[k - 1] == ","
    elif not (s.tags[begin : begin + 2] == "qE" and not s.spaced(begin + 1)):
        return begin
    while k and s.tags[k - 1] == NAME:
        k -= 1
    return k - (k > 0 and s.tags[k - 1] == "d")


def _joined_begin(s: Sentence, begin: int, k: int, leave_out: Container[int]) -> int | None:
    """Where the whole begins of which "and" joins the last: "the fleet of Spain and the army"."""
    if s.tags[k - 2] == "o":
        return k - 2  # "he and Holt"
    k -= 1
    while k and s.tags[k - 1] not in ";:.-swVMbhuQ" and k - 1 not in leave_out:
        k -= 1
    k += s.tags[k] in ",r"
    first = next((j for j in range(k, begin) if s.tags[j] not in ",rc"), begin)
    if s.tags[first] in "itf" and (listed := _LED_LIST.search(s.tags[first:begin])):
        return first + listed.start(1)
    if s.tags[first] in "itf" and s.tags[begin - 2 : begin - 1] != ",":
        return None  # "between Hale and Holt stood a wall"
    acted = s.tags[:k].rstrip("r")[-1:] in tuple("VMbhu")
    if s.tags[first] in "itfsw" or first == begin or acted:
        return begin
    return first


def _list_begin(tags: str, phrase: Phrase) -> int:
    """Where a subject begins before which others stand: "soldiers, sailors and guards"."""
    begin = phrase.start
    while phrase.with_ and begin and tags[begin - 1] == ",":
        found = re.search(r"(?:^|(?<=,))[dpJ]*[NE]+$", tags[: begin - 1])
        if found is None:
            break
        begin = found.start()
    return begin


def _year_begin(tags: str, begin: int) -> int:
    """Where a name begins that ends with a year: "the Proclamation of 1763"."""
    found = re.search("d?E+f$", tags[:begin]) if tags[begin : begin + 1] == QUANTITY else None
    return found.start() if found else begin


def _ends_date(story: Story, i: int, begin: int) -> bool:
    """Whether a date ends right before a token: "between 1639 and 1641 the Swedes"."""
    return any(n.end == begin for n in story.named_in(i) if isinstance(n.what, DateMention))


def subject_of(tags: str, tokens: list[int], phrase: Phrase, begin: int) -> list[int]:
    """The subject without asides between commas: "Holt, the mayor, " is "Holt"."""
    end = phrase.with_[-1].end if phrase.with_ else phrase.end
    if begin < phrase.start:
        end = begin + 1
    commas = [n for n, k in enumerate(tokens) if tags[k] == "," and k >= end]
    if commas and not _A_LIST.match("".join(tags[k] for k in tokens[commas[0] :])):
        tokens = tokens[: commas[0]]
    # "Hale often", "Hale still": adverbs go with the verb.
    while tokens and tags[tokens[-1]] == "r":
        tokens = tokens[:-1]
    return tokens


def _is_part(s: Sentence, phrase: Phrase) -> bool:
    """Whether "which" behind a phrase may mean what "of" joins it to: not "members of the Diet".

    Nor is it so of a law or a treaty: "the passage of the Riga Act, which".
    """
    if not phrase.start or s.tags[phrase.start - 1] != OF:
        return False
    if s.tags[phrase.start - 2] == NAME or place_noun(s.words[phrase.start - 2].lower()):
        return False  # "the Peace of Riga, which ended", "the kingdom of Mali, which annexed"
    document = look_up(s.words[phrase.head].lower()).of_noun[:1] in _DOCUMENTS
    if s.tags[phrase.head] == NAME and document:
        return False
    return "p" not in look_up(s.words[phrase.start - 2].lower()).of_noun


def is_apart(story: Story, i: int, clause: Clause) -> bool:
    """Whether a relative clause tells more of one who is named before a comma: "Holt, who fled".

    It says then as much as a sentence of its own.
    """
    s, phrase = story.sentences[i], clause.subject
    if phrase is None or not clause.relative or phrase.with_:
        return False
    if s.tags[phrase.end : clause.start].rstrip("rn") != ",w":
        return False
    who = s.words[phrase.end + 1].lower()
    if who == "which" and _year_begin(s.tags, phrase.start) < phrase.start:
        return True
    person = story.person_at(i, phrase.head, phrase.head + 1)
    if who != "who" and (who != "which" or _is_part(s, phrase) or person is not None):
        return False  # "the siege of Riga, which lasted"
    if re.fullmatch("d?E+", s.tags[phrase.start : phrase.end]) and story.is_proper(i, phrase.head):
        return True
    return any(
        n.start <= phrase.head < n.end and n.end == phrase.end
        for n in story.named_in(i)
        if not isinstance(n.what, DateMention)
    )
