"""Names: of people, of places, and of what is neither."""

from collections.abc import Iterable

from flashgen.article import Article
from flashgen.mentions import Mention
from flashgen.rules.names.bearers import ANOTHER_FORM
from flashgen.rules.names.bearers import CLUES as BEARER
from flashgen.rules.names.evidence import find_names
from flashgen.rules.names.grammar import FORMS
from flashgen.rules.names.lists import GOVERNED, LISTED_PERSON, LISTED_PLACE, NEVER_A_PLACE
from flashgen.rules.names.name import Name, Role
from flashgen.rules.names.name_clues import PERSON_BY_NAME, PLACE_BY_NAME
from flashgen.rules.names.parts import PEER
from flashgen.rules.names.people import find_people
from flashgen.rules.names.person_clues import PERSON_BY_CONTEXT
from flashgen.rules.names.place_clues import PLACE_BY_CONTEXT
from flashgen.rules.names.places import find_places
from flashgen.rules.rule import Rule

__all__ = ["RULES", "find_names", "find_neither", "find_people", "find_places"]


# All rules of names: forms, clues, and who bears a name.
RULES: tuple[Rule, ...] = (
    *FORMS,
    *PERSON_BY_NAME,
    *PERSON_BY_CONTEXT,
    *PLACE_BY_NAME,
    *PLACE_BY_CONTEXT,
    *BEARER,
    ANOTHER_FORM,
    LISTED_PERSON,
    LISTED_PLACE,
    GOVERNED,
    NEVER_A_PLACE,
    PEER,
)


def find_neither(article: Article, names: Iterable[Name]) -> tuple[Mention, ...]:
    """The words that were weighed as a name and are nobody's and no place's, with the reasons."""
    return tuple(
        Mention(name.span, article.text[name.span.start : name.span.end], name.reasons)
        for name in names
        if name.role not in (Role.PERSON, Role.PLACE) and name.reasons
    )
