"""Names: of people, of places, and of what is neither."""

from flashgen.rules.names.evidence import find_names
from flashgen.rules.names.grammar import FORMS
from flashgen.rules.names.name_clues import PERSON_BY_NAME, PLACE_BY_NAME
from flashgen.rules.names.people import find_people
from flashgen.rules.names.person_clues import PERSON_BY_CONTEXT
from flashgen.rules.names.place_clues import PLACE_BY_CONTEXT
from flashgen.rules.names.places import find_places
from flashgen.rules.rule import Rule

__all__ = ["RULES", "find_names", "find_people", "find_places"]

RULES: tuple[Rule, ...] = (
    *FORMS,
    *PERSON_BY_NAME,
    *PERSON_BY_CONTEXT,
    *PLACE_BY_NAME,
    *PLACE_BY_CONTEXT,
)
