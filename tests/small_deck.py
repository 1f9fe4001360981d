"""A small deck of our own, for tests that need an article and a deck.yaml on disk."""

from pathlib import Path

ARTICLE = """\
The Fall of the Harbour Town

The siege of the old town began on 3 May 1700, when the king of Denmark arrived with twelve
thousand men. The mayor, Elias Brandt, shut the Sea Gate to the harbour and counted the bread.

“Take them and spare the town,” said Brandt when he handed over the keys on 29 February/11 March
1700. The last bastion had fallen that morning, and the wall with it.
"""

DECK = """\
deck:
  id: siege
  name: The Siege
  topic: A town and its walls
  updated: 2026-01-31
people:
  brandt:
    name: Elias Brandt
    aliases: [Brandt]
    who: mayor who gave up the keys
events:
  surrender:
    title: The town surrenders
    what: The keys were handed over.
    date: {julian: 1700-02-29, gregorian: 1700-03-11}
places:
  sea-gate: {name: Sea Gate, kind: building, what: way from the town to the harbour}
quotations:
  take-them:
    text: Take them and spare the town.
    speaker: brandt
    missing: spare the town
terms:
  bastion: {term: bastion, meaning: part of a wall that juts out}
"""

DATE = "{julian: 1700-02-29, gregorian: 1700-03-11}"  # as it stands in the deck
MOAT = "  moat: {term: moat, meaning: water around a wall, cite: a dictionary}\n"  # one term more


def swapped(old: str, new: str, text: str = DECK) -> str:
    """The deck with words replaced, where they stand first: with one mistake in it, say."""
    assert text.count(old) >= 1
    return text.replace(old, new, 1)


def write_deck(folder: Path, deck: str = DECK, article: str = ARTICLE) -> Path:
    """Write the article and the deck.yaml, byte for byte as given; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "deck.yaml").write_bytes(deck.encode("utf-8"))
    (folder / "article.txt").write_bytes(article.encode("utf-8"))
    return folder


def draw_by_hand(folder: Path, place: str, middle: tuple[float, float], km: int = 100) -> Path:
    """Put a map of a place beside a deck: a sea, and as much as a build wants to know of it."""
    path = folder / "maps" / f"{place}.svg"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3600 2700" '
        f'data-middle="{middle[0]} {middle[1]}" data-km="{km}">'
        f'<path fill="#c6dbea" d="M0 0h3600v2700H0z"/><!-- {place} --></svg>',
        encoding="utf-8",
    )
    return path
