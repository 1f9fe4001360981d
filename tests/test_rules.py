"""All rules together: any text gives an answer, and every find lies where it says."""

import json
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from flashgen.article import read_article
from flashgen.errors import InputError
from flashgen.extract import as_draft, as_json, as_table
from flashgen.rules import STEPS, find_mentions
from flashgen.types import Article, Mention, Mentions

# The matter that rules are made for, and whatever else a file may hold.
PIECES = st.one_of(
    st.sampled_from(
        [
            "General ", "St. ", "Peter ", "and ", "the Great ", "of ", "V. ", "I. ", "II ", "al-",
            "van ", "Fortress ", "River ", "in ", "to ", "said ", "he ", "wrote: ", "“", "”", "‘",
            "’", '"', "'", "«", "»", "— ", "(", ")", "[", "]", "…", ". ", "? ", ", ", "\n", "\n\n",
            "> ", "# ", "*", "_", "25 October", "/", "7 November ", "1917 ", "1648/9 ", "O.S. ",
            "the next day ", "9 pm ", "c. ", "BC ", "’s ", "Jr. ", "\u00a0", "\u0301", "𝔄",
        ]
    ),
    st.characters(exclude_categories=["Cs"]),
)  # fmt: skip


def every(mentions: Mentions) -> list[Mention]:
    named = [m for found in (*mentions.people, *mentions.places) for m in found.mentions]
    return [*named, *mentions.dates, *mentions.quotations]


def read(folder: Path, text: str) -> Article | None:
    """The article, None where the text is refused."""
    path = folder / "any.txt"
    path.write_bytes(text.encode())
    try:
        return read_article(path)
    except InputError:
        return None


@example('General General General “St. \n`"General ')  # ends in another sentence than it begins
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_gives_an_answer(tmp_path: Path, text: str) -> None:
    article = read(tmp_path, text)
    if article is None:
        return
    mentions = find_mentions(article)
    for mention in every(mentions):
        span = mention.span
        assert 0 <= span.start < span.end <= len(article.text)
        assert article.text[span.start : span.end] == mention.surface
        assert mention.rule
    assert json.loads(as_json(article, mentions))["dates"] is not None
    assert as_table(article, mentions)
    assert as_draft(article, mentions)


def test_each_step_is_announced_once(tmp_path: Path) -> None:
    article = read(tmp_path, "Nobody was there but the cat, and it slept.")
    assert article is not None
    begun: list[str] = []
    find_mentions(article, begin=begun.append)
    assert begun == list(STEPS)
