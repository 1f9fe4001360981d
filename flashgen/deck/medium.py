"""A picture, a map or a sound of the author's own, as deck.yaml has it: one shape for all three."""

from __future__ import annotations

from dataclasses import dataclass, field

from flashgen.deck.keys import Holds, keys_of, yaml_key
from flashgen.errors import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """A file in the deck's folder ``media``, and what is said of it; ``where`` it is named.

    A sound has words that stand for it, too: it wants a label, and who cannot hear it reads them.
    """

    where: Location = field(compare=False)
    file: str = yaml_key(Holds.TEXT, "The name of the file in `media/`.", required=True)
    credit: str = yaml_key(Holds.TEXT, "Who made it, and where it is from.")
    license: str = yaml_key(Holds.TEXT, "By which licence it may be given away.")
    alt: str = yaml_key(Holds.TEXT, "What stands for it in words: what one sees, or hears.")


def media_of(item: object) -> dict[str, Medium]:
    """The media of a fact by their keys: those that it has."""
    keys = (key for key in keys_of(type(item)) if key.holds is Holds.MEDIUM)
    found = {key.name: getattr(item, key.attribute) for key in keys}
    return {name: medium for name, medium in found.items() if medium}
