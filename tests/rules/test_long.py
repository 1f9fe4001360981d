"""What is long and says little costs what it is long: squared, it would meet a test's limit."""

from pathlib import Path

import pytest

from flashgen.mentions import DateForm
from flashgen.reading import article_of
from flashgen.rules import find_mentions
from tests.rules.found import dates

END = "On 3 May 1700 Elias Brandt of Riga wept."


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("| a " * 200_000 + "\n\n" + END, id="cells of one row"),
        pytest.param("Mr. " * 250_000 + END, id="titles"),
    ],
)
def test_signs_and_words_without_end(text: str) -> None:
    found = find_mentions(article_of(Path("article.md"), text.encode()))
    assert [date.surface for date in found.dates] == ["3 May 1700"]


def test_a_dash_after_every_year_is_a_list(tmp_path: Path) -> None:
    """Each would be laid to all before it."""
    years = range(1700, 1740)
    found = dates(tmp_path, "–".join(map(str, years)) + " was told.")
    assert 2 < len(found) < len(years)
    assert {date.form for date in found} == {DateForm.EXPLICIT}
