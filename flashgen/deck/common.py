"""What facts of every kind have: keys, the questions that they ask, how they are proved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from flashgen.deck.keys import Holds, yaml_key
from flashgen.deck.medium import Medium
from flashgen.errors import Location

TEXT, TEXTS = Holds.TEXT, Holds.TEXTS


@dataclass(frozen=True, slots=True)
class Ask:
    """What a fact can ask.

    ``switch`` is the note's field that makes the card, ``needs`` the key that holds the answer,
    ``or_else`` another one that may. The ``usual`` ones are asked without being named.
    """

    switch: str
    needs: str
    usual: bool = True
    or_else: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """By which of its keys the passage of a fact is found.

    A passage states one of ``names`` as it stands, the day under ``date``, or the words under
    ``wording`` in a row; where a kind has none of these, all words of an answer. Of several it is
    the one that holds most of ``answers``, and then of ``asks``.
    """

    names: tuple[str, ...] = ()
    date: str = ""
    wording: str = ""
    answers: tuple[str, ...]
    asks: tuple[str, ...] = ()

    @property
    def stated(self) -> bool:
        """Whether a name, a date or a wording says where the article states such a fact."""
        return bool(self.names or self.date or self.wording)


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What every kind has. ``key`` is the fact's identity for ever, ``where`` its line."""

    # The section of deck.yaml, which is a tag, too, and with a capital a subdeck, if there are any.
    section: ClassVar[str]
    # The kind of note, which is the folder of its note type and a part of its identity.
    kind: ClassVar[str]
    # By what stands under ``ask``.
    questions: ClassVar[Mapping[str, Ask]]
    # Of the facts that one sentence tells, those of a lower rank come first: words, then the story.
    rank: ClassVar[int]
    # What of it the passage on its cards proves.
    proof: ClassVar[Proof]

    key: str
    where: Location
    ask: tuple[str, ...] = yaml_key(
        Holds.QUESTIONS, "The questions to ask; without it the usual ones.", default=()
    )
    context: str = yaml_key(
        TEXT, "Stands under the question, and tells it apart from a similar one.", shown="Context"
    )
    hint: str = yaml_key(TEXT, "Help that the learner may open.", shown="Hint")
    remark: str = yaml_key(
        TEXT,
        "Stands under the answer: where the article is wrong, say.",
        name="note",
        shown="Remark",
    )
    cite: str = yaml_key(TEXT, "Where the fact stands, if not in the article.")
    passage: tuple[str, ...] = yaml_key(
        Holds.ONE_OR_MORE,
        "Words of the sentence that proves it, or of two of which one is near the other.",
        default=(),
    )
    tags: tuple[str, ...] = yaml_key(TEXTS, "Further tags of its note, without spaces.", default=())
    was: tuple[str, ...] = yaml_key(
        TEXTS, "The keys that the fact had before, the first one first.", default=()
    )
    type_in: bool | None = yaml_key(
        Holds.YES_NO, "Whether the learner types the answer; else as the deck has it.", default=None
    )
    allow: tuple[tuple[str, str], ...] = yaml_key(
        Holds.ALLOWANCES, "What `flashgen check` is not to say of it, and why.", default=()
    )
    read_aloud: tuple[str, str] | None = yaml_key(
        Holds.SPOKEN, "Words that Anki speaks, and their language.", default=None
    )
    picture: Medium | None = yaml_key(
        Holds.MEDIUM, "A picture, for the backs, and for a front where it is asked.", default=None
    )
    map: Medium | None = yaml_key(
        Holds.MEDIUM, "A map of one's own, in the place of the one that is drawn.", default=None
    )
    sound: Medium | None = yaml_key(Holds.MEDIUM, "A sound, for the backs.", default=None)
