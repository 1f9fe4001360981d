"""Names: of people, of places, and of what is neither."""

from flashgen.rules.names.evidence import find_names
from flashgen.rules.names.people import find_people
from flashgen.rules.names.places import find_places

__all__ = ["find_names", "find_people", "find_places"]
