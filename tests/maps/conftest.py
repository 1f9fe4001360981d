"""A deck of places of 1917, on the coast and inland."""

from pathlib import Path

import pytest

from tests.small_deck import write_deck

ARTICLE = """\
In February 1917 crowds filled the streets of Petrograd, and the sailors of Kronstadt rose.

The tsar abdicated at Pskov on 2/15 March 1917. On 25 October/7 November 1917 the Winter Palace in
Petrograd fell. On 3 March 1918 peace was signed, and the army left Mogilev.
"""
DECK = """\
deck: {id: places, name: Places, topic: A revolution, updated: 2026-11-26, year: 1917}
events:
  crowds: {title: Crowds & bread, what: Crowds filled the streets., date: 1917-02, place: petrograd}
  tsar:
    title: The tsar abdicates
    what: The tsar abdicated.
    date: {julian: 1917-03-02, gregorian: 1917-03-15}
    place: pskov
  palace:
    what: The Winter Palace fell.
    date: {julian: 1917-10-25, gregorian: 1917-11-07}
    place: petrograd
  peace: {title: Peace, what: Peace was signed., date: {gregorian: 1918-03-03}}
places:
  petrograd:
    {name: Petrograd, kind: city, what: the capital, coordinates: [59.94, 30.31], ask: [name, map]}
  kronstadt:
    {name: Kronstadt, kind: city, what: an island, coordinates: [59.99, 29.77], ask: [name, map]}
  pskov: {name: Pskov, kind: city, what: a town, coordinates: [57.82, 28.33]}
  mogilev: {name: Mogilev, kind: city, what: headquarters, coordinates: [53.9, 30.33]}
"""


@pytest.fixture
def places(tmp_path: Path) -> Path:
    """The deck's folder, without maps."""
    return write_deck(tmp_path / "places", DECK, ARTICLE)
