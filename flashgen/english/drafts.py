"""A clause, and what one is while its sentence is still being read."""

from __future__ import annotations

from dataclasses import dataclass

from flashgen.english.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb and what belongs to it; all numbers are tokens.

    ``verb`` is the verb itself, ``start`` to ``end`` its group with the auxiliaries; ``lemma`` is
    the verb's. ``subject`` is who does it, or, of a passive one, to whom it is done; ``agent`` is
    who does that ("by Grant"). ``finite`` is false of "to say" and "saying". ``embedded``: it
    stands in another clause, ``relative``: as "who came".
    """

    verb: int
    start: int
    end: int
    lemma: str
    subject: Phrase | None
    agent: Phrase | None = None
    object: Phrase | None = None
    passive: bool = False
    negated: bool = False
    finite: bool = True
    embedded: bool = False
    inverted: bool = False
    relative: bool = False


@dataclass(slots=True)
class Draft:
    """A clause in the making."""

    verb: int
    start: int
    end: int
    lemma: str
    subject: Phrase | None = None
    agent: Phrase | None = None
    object: Phrase | None = None
    passive: bool = False
    negated: bool = False
    finite: bool = True
    embedded: bool = False
    inverted: bool = False
    relative: bool = False

    @property
    def awaits_subject(self) -> bool:
        """Whether a noun behind it is who does it: "said Hale"."""
        return self.finite and self.subject is None

    def done(self) -> Clause:
        """The clause, once its sentence has been read."""
        subject = self.subject
        negated = self.negated or (subject is not None and subject.negated)
        return Clause(
            self.verb, self.start, self.end, self.lemma, subject, self.agent, self.object,
            self.passive, negated, self.finite, self.embedded, self.inverted, self.relative,
        )  # fmt: skip


@dataclass(slots=True)
class Level:
    """An open clause: who waits for a verb, and its verb once it has come."""

    kind: str
    subject: Phrase | None = None
    verb: Draft | None = None
    # A phrase behind the verb that is no object: perhaps the subject of what comes next.
    later: Phrase | None = None
    # That phrase stands behind "and": its verb is no part of what the one before tells.
    coordinated: bool = False
    # No comma stands before that "and": the phrase belongs to the one before, unless a verb comes.
    joined: bool = False
