"""What lies near a fact in the deck: names on its map, and the events before and after it.

The field is HTML, and changes with the deck: that alone makes no note newer.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import dist

from flashgen.deck.kinds import Event, Place
from flashgen.deck.order import span
from flashgen.maps.found import ONE_SPOT, DrawnMap
from flashgen.maps.frame import HEIGHT, WIDTH
from flashgen.maps.geometry import Box
from flashgen.notes.escape import escape

# A label on a map, in the map's units: its height, and the width of a broad letter, also in bold.
_LINE, _LETTER, _BOLD = 150, 75, 100
_GAP = 60
# As many dots have room on a phone.
_DOTS = 31
_MIDDLE = (WIDTH / 2, HEIGHT / 2)


def names_on_map(place: Place, places: Sequence[Place], maps: Mapping[str, DrawnMap]) -> str:
    """The names on the map of a place: its own, and those of others where there is room.

    A label's address is in hundredths of the map's width, from the left and from the top: CSS
    takes both from the width of what holds them (``left``, ``margin-top``).
    """
    if place.key not in maps:
        return ""
    frame = maps[place.key].frame
    half = len(place.name) * _BOLD / 2
    taken = [(_MIDDLE[0] - half, _MIDDLE[1] - 210 - _LINE, _MIDDLE[0] + half, _MIDDLE[1] + 75)]
    spots = [_MIDDLE]
    labels = [f'<b style="{_address(*_MIDDLE)}">{escape(place.name)}</b>']
    for other in places:
        spot = frame.place(*other.coordinates) if other.coordinates and other != place else None
        if spot is None or not (0 < spot[0] < WIDTH and 0 < spot[1] < HEIGHT - 300):
            continue
        if any(dist(spot, known) < ONE_SPOT for known in spots):
            continue
        for side, box in _boxes(spot, len(other.name) * _LETTER):
            if box[0] >= 0 and box[2] <= WIDTH and not any(_overlap(box, each) for each in taken):
                taken.append(box)
                spots.append(spot)
                marked = f' class="{side}"' if side else ""
                name = escape(other.name)
                labels.append(f'<i{marked} style="{_address(*spot)}"><span>{name}</span></i>')
                break
    return f'<div class="names">{"".join(labels)}</div>'


def name_under_map(place: Place | None) -> str:
    """The name of the place that a map of one's own shows: the map may not have it."""
    return f'<p class="details"><span>{escape(place.name)}</span></p>' if place else ""


class Timeline:
    """The events of a deck in their order, those left out whose date may be another one."""

    def __init__(self, events: Sequence[Event]) -> None:
        known = [(span(event), event) for event in events if not event.unsure]
        self._spans = sorted({span for span, _ in known})
        self._by_start = sorted(known, key=lambda each: each[0])
        # Where several end at one time, the last to begin is the nearest.
        self._by_end = sorted(known, key=lambda each: each[0][::-1])
        self._starts = [start for (start, _), _ in self._by_start]
        self._ends = [end for (_, end), _ in self._by_end]

    def around(self, event: Event) -> str:
        """The line of events with this one marked, the one before it and the one after.

        Each stands at its place in the order, not at its distance: the dates say that. What
        overlaps, such as a day and its month, is neither before nor after.
        """
        here = span(event)
        if event.unsure or len(self._spans) < 2:
            return ""
        earlier = bisect_right(self._ends, here[0])
        later = bisect_left(self._starts, here[1])
        rows = []
        if earlier:
            rows.append(_row("earlier", self._by_end[earlier - 1][1], event))
        if later < len(self._by_start):
            rows.append(_row("later", self._by_start[later][1], event))
        return _line(self._dots(bisect_left(self._spans, here)), rows)

    def _dots(self, here: int) -> str:
        """A dot for each day or span of days; where they are many, for those around this one."""
        first = max(0, min(here - _DOTS // 2, len(self._spans) - _DOTS))
        shown = range(first, min(len(self._spans), first + _DOTS))
        dots = "".join("<b></b>" if number == here else "<i></i>" for number in shown)
        left, right = "…" * (first > 0), "…" * (shown[-1] + 1 < len(self._spans))
        return left + dots + right


def steps_line(steps: Sequence[Event]) -> str:
    """The line of a sequence up to its last step, which is marked: that step and the one before."""
    dots = "…" * (len(steps) > _DOTS) + "<i></i>" * (min(len(steps), _DOTS) - 1) + "<b></b>"
    before, then = steps[-2:]
    return _line(dots, (_row("earlier", before, then), _row("then", then, before)))


def _line(dots: str, rows: Iterable[str]) -> str:
    shown = f'<div class="events" aria-hidden="true">{dots}</div>'
    return f'<div class="line">{shown}{"".join(rows)}</div>'


def _row(side: str, event: Event, beside: Event) -> str:
    """An event with its date, and with its hour if it shares the day with another one."""
    same_day = event.date.span_days() == beside.date.span_days()
    when = (event.date.as_written(), event.time * same_day)
    told = ", ".join(f"<bdi>{escape(each)}</bdi>" for each in when if each)
    return f"<p><span>{side}</span> {told}: <bdi>{escape(event.title or event.what)}</bdi></p>"


def _boxes(spot: tuple[float, float], width: float) -> Iterator[tuple[str, Box]]:
    """Where the label of a spot may stand, the best first: the side of the spot, and its box."""
    x, y = spot
    beside = (y - _LINE / 2, y + _LINE / 2)
    yield "", (x + _GAP, beside[0], x + _GAP + width, beside[1])
    yield "left", (x - _GAP - width, beside[0], x - _GAP, beside[1])
    yield "up", (x - width / 2, y - _GAP - _LINE, x + width / 2, y - _GAP)
    yield "down", (x - width / 2, y + _GAP, x + width / 2, y + _GAP + _LINE)


def _address(x: float, y: float) -> str:
    return f"left:{100 * x / WIDTH:.1f}%;margin-top:{100 * y / WIDTH:.1f}%"


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
