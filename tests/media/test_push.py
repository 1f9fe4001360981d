"""A push stores what the notes show: media of one's own, and maps that are drawn."""

import re
from contextlib import closing
from pathlib import Path

from anki.collection import Collection

from tests.ankiconnect.stand_in import stand_in
from tests.conftest import Run
from tests.media.made import DECK, png, put, wav, write_shown
from tests.small_deck import draw_by_hand, swapped

DRAWN = """\
  mill-gate:
    name: Mill Gate
    kind: building
    what: way to the mill
    cite: a plan
    coordinates: [54.3, 10.1]
"""


def test_a_push_stores_what_changed(tmp_path: Path, flashgen: Run) -> None:
    deck, path = write_shown(tmp_path / "siege", DECK + DRAWN), tmp_path / "collection.anki2"
    draw_by_hand(deck, "mill-gate", (54.3, 10.1))

    def push() -> str:
        with stand_in(path) as url:
            result = flashgen("push", deck, "--url", url)
        assert (result.exit_code, result.stderr) == (0, "")
        return str(result.stdout)

    push()
    put(deck, "keys.png", png(20))
    put(deck, "speech.wav", wav(900))
    drawn = draw_by_hand(deck, "mill-gate", (54.3, 10.1), km=200)
    (deck / "deck.yaml").write_text(swapped("A red field", "A dark field", DECK + DRAWN))
    told = push()
    assert re.search(r"picture-\w+\.png: stored", told)
    assert "notes: 3 corrected" in told
    with closing(Collection(str(path))) as collection:
        files = {p.name: p.read_bytes() for p in Path(collection.media.dir()).iterdir()}
        assert {png(20), wav(900), drawn.read_bytes()} < set(files.values())
        assert list(collection.media.check().missing) == []
        (note_id,) = collection.find_notes("Event:*keys*")
        field = collection.get_note(note_id)["Picture"]
    shown = re.match(r'<img src="([^"]+)" alt="A dark field">', field)
    assert shown
    assert files[shown[1]] == png(20)
    assert "stored" not in push(), "nothing changed since"
