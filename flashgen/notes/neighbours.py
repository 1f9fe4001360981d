"""What lies near a fact in the deck: names on its map, and the events before and after it.

The field is HTML, and changes with the deck: that alone makes no note newer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import dist

from flashgen.deck.kinds import Event, Place
from flashgen.maps.found import ONE_SPOT, DrawnMap
from flashgen.maps.frame import HEIGHT, WIDTH

Escape = Callable[[str], str]
# A label on a map, in the map's units: its height, and about the width of a letter.
_LINE, _LETTER = 150, 65
_GAP = 60
_MIDDLE = (WIDTH / 2, HEIGHT / 2)


def names_on_map(
    place: Place, places: Sequence[Place], maps: Mapping[str, DrawnMap], escape: Escape
) -> str:
    """The names on the map of a place: its own, and those of others where there is room.

    A label's address is in hundredths of the map's width, from the left and from the top: CSS
    takes both from the width of what holds them (``left``, ``margin-top``).
    """
    if place.key not in maps:
        return ""
    frame = maps[place.key].frame
    taken = [_around(_MIDDLE[0] - _width(place.name) / 2, _MIDDLE[1] - 210, place.name)]
    spots = [_MIDDLE]
    labels = [f'<b style="{_address(*_MIDDLE)}">{escape(place.name)}</b>']
    for other in places:
        spot = frame.place(*other.coordinates) if other.coordinates and other != place else None
        if spot is None or not (0 < spot[0] < WIDTH and 0 < spot[1] < HEIGHT - 300):
            continue
        if any(dist(spot, known) < ONE_SPOT for known in spots):
            continue
        width = _width(other.name)
        for side, left in (("", spot[0] + _GAP), ("left", spot[0] - _GAP - width)):
            box = _around(left, spot[1], other.name)
            if box[0] >= 0 and box[2] <= WIDTH and not any(_overlap(box, each) for each in taken):
                taken.append(box)
                spots.append(spot)
                marked = f' class="{side}"' if side else ""
                name = escape(other.name)
                labels.append(f'<i{marked} style="{_address(*spot)}"><span>{name}</span></i>')
                break
    return f'<div class="names">{"".join(labels)}</div>'


def line_of_events(event: Event, events: Sequence[Event], escape: Escape) -> str:
    """The deck's events in their order with this one marked, the one before it and the one after.

    Each stands at its place in the sequence, not at its distance: the dates say that. What
    overlaps, such as a day and its month, is neither before nor after.
    """
    spans = sorted({each.date.span_days() for each in events})
    if len(spans) < 2:
        return ""
    here = event.date.span_days()
    dots = "".join("<b></b>" if span == here else "<i></i>" for span in spans)
    before = [each for each in events if each.date.span_days()[1] < here[0]]
    after = [each for each in events if each.date.span_days()[0] > here[1]]
    rows = []
    if before:
        rows.append(("before", max(before, key=lambda each: each.date.span_days()[::-1])))
    if after:
        rows.append(("after", min(after, key=lambda each: each.date.span_days())))
    named = "".join(
        f'<p class="{side}"><span>{side}</span> <bdi>{escape(each.date.as_written())}</bdi>: '
        f"<bdi>{escape(each.title or each.what)}</bdi></p>"
        for side, each in rows
    )
    return f'<div class="line"><div class="events" aria-hidden="true">{dots}</div>{named}</div>'


def _width(name: str) -> float:
    return len(name) * _LETTER


def _address(x: float, y: float) -> str:
    return f"left:{100 * x / WIDTH:.1f}%;margin-top:{100 * y / WIDTH:.1f}%"


def _around(left: float, middle: float, name: str) -> tuple[float, float, float, float]:
    """The box of a label: its left edge, top, right edge, bottom."""
    return left, middle - _LINE / 2, left + _width(name), middle + _LINE / 2


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
