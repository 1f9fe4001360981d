"""Which phrases of a sentence a later "he" is likely to mean.

The rank of a phrase is 0 for the subject of a main clause, or for whom it turns to, 1 for the
subject of another clause, 2 for whatever else is named, 3 for that in another clause.
"""

from __future__ import annotations

from flashgen.english.clauses import Clause
from flashgen.english.phrases import Phrase
from flashgen.english.tags import NAME
from flashgen.english.tokens import Sentence
from flashgen.tables import words


def ranks_of(sentence: Sentence) -> dict[int, tuple[Phrase, int]]:
    """The phrases of the ranks 0 and 1 by their first tokens."""
    found: dict[int, tuple[Phrase, int]] = {}
    told = {clause.object for clause in sentence.clauses}
    for clause in sentence.clauses:
        subject = clause.subject
        ordered = subject in told and not clause.finite  # "the king had Hale removed"
        if subject is not None and not subject.negated:
            rank = min(
                ordered or _rank(sentence, clause, subject), found.get(subject.start, (None, 1))[1]
            )
            found[subject.start] = subject, rank
            if clause.object is not None and _turns_to(sentence, clause, subject, clause.object):
                found[clause.object.start] = clause.object, 0
    return found


def _rank(sentence: Sentence, clause: Clause, subject: Phrase) -> int:
    tags, first = sentence.tags, subject.start
    # "to an officer, who saluted", "to which Hale answered", "Orr stayed, while Hale"
    while_ = (
        sentence.words[max(0, first - 2) : first] == (",", "while") and tags[subject.head] == NAME
    )
    goes_on = tags[subject.end : subject.end + 2] == ",w" or tags[:first].endswith((",tw", ";tw"))
    # "Suetonius reports that": of whom he tells comes next.
    that = "that" in sentence.words[clause.end : clause.end + 2]
    reports = that and sentence.words[clause.verb].endswith("s")
    return int(reports or (clause.embedded and not (while_ or goes_on)))


def _turns_to(sentence: Sentence, clause: Clause, subject: Phrase, told: Phrase) -> bool:
    """Whether it goes on with an object: "I saw Hale", "it was Hale", "an officer asked Hale"."""
    by = sentence.words[subject.start].lower()
    is_name = clause.lemma == "be" and sentence.tags[told.head] == NAME
    asks = clause.lemma in words("quotations", "asking")
    return not clause.embedded and (is_name or asks or by in ("i", "we", "it"))
