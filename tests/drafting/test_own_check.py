"""A draft passes the check of decks as it is: over all texts of the corpus, and by kind of name."""

from pathlib import Path

import pytest

from flashgen.drafting.draft import draft
from flashgen.errors import Severity
from flashgen.evidence.measure import names_of
from flashgen.pipeline import build_deck
from flashgen.reading import read_article
from flashgen.rules import find_mentions
from tests.drafting.test_draft import DAY
from tests.drafting.test_words import TEXTS

# What only the author can tell: how those counted whom the article is of, in one line for all its
# days; and which half is right of a date with which the article contradicts itself.
ALLOWED = {"which-calendar": 1, "doubtful-date": 3}


def found(folder: Path, article: Path) -> list[tuple[Severity, str, str]]:
    """What the check of a draft finds; an error is raised."""
    read = read_article(article)
    text = draft(read, find_mentions(read), deck_id="deck", name="A deck", updated=DAY)
    (folder / "deck.yaml").write_text(text, encoding="utf-8")
    return [
        (problem.severity, problem.rule, problem.message)
        for problem in build_deck(folder, article).problems
    ]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_draft_passes_its_own_check(tmp_path: Path, path: Path) -> None:
    said = found(tmp_path, path)
    hints = [rule for severity, rule, _ in said if severity is Severity.HINT]
    assert len(hints) == len(said), said
    assert all(hints.count(rule) <= ALLOWED.get(rule, 0) for rule in hints), said


CAPITALS = """\
The SIEGE OF VARDAVA was the decisive siege of Holm's War. OTTO HALVORSEN was the Danish admiral who
burned Vardava in 1621.

The town of KARSKAVA was the capital of the Salt Company, and the SALT ACT, which ended the tolls on
the river, was passed there. It was cold in KARSKAVA in the winter of 1622.
"""


def test_a_name_in_capitals_is_found_as_it_is_drafted(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(CAPITALS, encoding="utf-8")
    assert found(tmp_path, article) == []
    facts = build_deck(tmp_path, article).resolution.facts
    named = {name: fact for fact in facts for name in names_of(fact.item)}
    for name in ("Otto Halvorsen", "Siege of Vardava"):
        proof = named[name].evidence
        assert proof is not None
        assert name.upper() in proof.text
        assert not named[name].item.passage  # found by its name, without being shown the words
