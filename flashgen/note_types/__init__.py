"""The note types: their fields and cards, and the HTML and CSS that a designer may change.

Templates lie in layers of folders; a file in an upper layer replaces the one below it:

    theme.css                       the colours and fonts of all cards
    style.css                       their look otherwise
    shared/NAME.html                a piece that cards include by ``{{> NAME}}``
    media/_NAME                     a font or picture that cards or styles show
    KIND/note-type.yaml             the fields and cards of a note type
    KIND/style.css                  the look of the cards of one kind alone, behind the other two
    KIND/FILE.front.html, .back.html   the two sides of a card
"""

from flashgen.note_types.layers import builtin_templates, layer_name, own_layer, themes
from flashgen.note_types.reading import (
    KINDS,
    Templates,
    inspect_templates,
    load_note_types,
    read_templates,
)

__all__ = [
    "KINDS",
    "Templates",
    "builtin_templates",
    "inspect_templates",
    "layer_name",
    "load_note_types",
    "own_layer",
    "read_templates",
    "themes",
]
