"""Places: what the article says that a place is, and what the tables know of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flashgen.drafting.clauses.description import Description, fullest
from flashgen.drafting.clauses.story import Named, Story
from flashgen.drafting.places.atlas import Town, towns
from flashgen.drafting.places.described import TOWNS, beside, head_of
from flashgen.drafting.places.renamed import today
from flashgen.mentions import FoundPlace, PlaceKind
from flashgen.rules.names.gazetteer import look_up as known
from flashgen.rules.names.kinds import is_land, place_noun


@dataclass(frozen=True, slots=True)
class PlaceDraft:
    """A place as the article tells of it, and the town that it is today, if that is sure."""

    place: FoundPlace
    kind: PlaceKind
    best: Description | None
    town: Town | None
    today: Description | None = None


def places(story: Story) -> Iterator[PlaceDraft]:
    """The places of an article in the order of the text."""
    known_places = story.mentions.places
    countries = [p.canonical for p in known_places if p.kind is PlaceKind.COUNTRY]
    atlas = towns((p.canonical for p in known_places if p.kind in TOWNS), countries)
    found: dict[str, list[Description]] = {p.canonical: [] for p in story.mentions.places}
    later: dict[str, Description] = {}
    wider: set[str] = set()
    for i in story.sentence_numbers():
        for n in story.named_in(i):
            if isinstance(n.what, FoundPlace):
                if _is_of_another(n.what, story.cut(i, n.start, n.end)):
                    continue
                found[n.what.canonical] += beside(story, i, n.start, n.end)
                if _is_wider(story, i, n):
                    wider.add(n.what.canonical)
                if (named := today(story, i, n.end)) and _is_town(n.what, named.words):
                    later.setdefault(n.what.canonical, named)
    for place in story.mentions.places:
        best = fullest(found[place.canonical])
        head = head_of(best.words) if best is not None else ""
        sort = place_noun(head)
        built = sort is PlaceKind.BUILDING
        region = is_land(head) and sort is PlaceKind.REGION
        unknown = place.kind is PlaceKind.OTHER and sort is not PlaceKind.COUNTRY
        no_town = built or region or place.canonical in wider
        yield PlaceDraft(
            place,
            sort if sort and (built or unknown) else place.kind,
            best,
            None if no_town else atlas.get(place.canonical),
            later.get(place.canonical),
        )


def _is_town(place: FoundPlace, later: str) -> bool:
    """Whether a place and what it is called today are towns: "Ugarit (now Syria)" lies there."""
    lands = [entry for entry in (known(place.canonical), known(later)) if entry]
    return place.kind in TOWNS and all(entry.kind in TOWNS for entry in lands)


def _is_wider(story: Story, i: int, n: Named) -> bool:
    """Whether a name is that of the land of the one before it: "Riga, Livonia"."""
    comma = n.start - 1
    before = (other for other in story.named_in(i) if other.end == comma)
    lies = comma > 0 and story.sentences[i].tags[comma] == ","
    return lies and any(isinstance(other.what, FoundPlace) for other in before)


def _is_of_another(place: FoundPlace, form: str) -> bool:
    """Whether a name is that of a town, and the place the state around it: "Antioch"."""
    kind, of, name = place.canonical.partition(" of ")
    return bool(of) and form == name and place_noun(kind.split()[-1].lower()) is not None
