"""All rules together: their cases hold, any text gives an answer, every find lies where it says."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from flashgen.article import Article, Span
from flashgen.drafting.draft import draft
from flashgen.errors import InputError
from flashgen.extract import as_json, as_table
from flashgen.mentions import FoundPerson, Mention, Mentions, Reason
from flashgen.reading import read_article
from flashgen.rules import STEPS, find_mentions
from flashgen.rules.catalogue import all_rules
from flashgen.rules.dates.lexicon import words
from flashgen.rules.rule import Rule
from flashgen.tables import table
from tools.cases import as_article, readings_of, says, takes_part
from tools.make_rules_page import PAGE, page

RULES = all_rules()

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


# --- the cases of the rules ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "text", "reading"),
    [
        pytest.param(rule, text, reading, id=f"{rule.id}: {text}")
        for rule in RULES
        for text, reading in rule.finds.items()
    ],
)
def test_a_rule_finds(tmp_path: Path, rule: Rule, text: str, reading: str) -> None:
    mentions = find_mentions(as_article(text, tmp_path))
    assert says(rule, mentions, reading), readings_of(rule, mentions)


@pytest.mark.parametrize(
    ("rule", "text"),
    [pytest.param(rule, text, id=f"{rule.id}: {text}") for rule in RULES for text in rule.ignores],
)
def test_a_rule_ignores(tmp_path: Path, rule: Rule, text: str) -> None:
    mentions = find_mentions(as_article(text, tmp_path))
    assert not takes_part(rule, mentions), readings_of(rule, mentions)


def test_no_two_rules_have_the_same_id() -> None:
    counts = Counter(rule.id for rule in RULES)
    assert [id_ for id_, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(("finds", "ignores"), [({}, ("c",)), ({"a": "b"}, ())])
def test_a_rule_without_cases_is_refused(finds: dict[str, str], ignores: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="town/gate: a rule needs a text that it finds"):
        Rule(id="town/gate", finds=finds, ignores=ignores)


GATE = Rule(id="person/gate", finds={"a": "b"}, ignores=("c",))


def with_reason(rule: str) -> Mention:
    return Mention(Span(0, 4), "Gate", (Reason("person/other", 3), Reason(rule, 1)))


@pytest.mark.parametrize(
    ("named", "neither", "reading", "holds"),
    [
        ("person/gate", None, "Elias Gate", True),
        ("person/gate", None, "Gate", True),  # as it stands there
        ("person/gate", None, "Elias", False),
        ("person/door", None, "Elias Gate", False),  # another rule did it
        (None, None, "Gate", False),
        (None, "person/gate", "Gate", True),
    ],
)
def test_what_a_case_demands(
    named: str | None, neither: str | None, reading: str, *, holds: bool
) -> None:
    mentions = Mentions(
        people=(FoundPerson("Elias Gate", (with_reason(named),)),) if named else (),
        dates=(),
        places=(),
        quotations=(),
        neither=(with_reason(neither),) if neither else (),
    )
    assert says(GATE, mentions, reading) == holds
    assert takes_part(GATE, mentions) == ("person/gate" in (named, neither))


def test_the_page_has_the_rules_by_kind() -> None:
    rules = [
        Rule(id="date/day", finds={"On 7 May": "5 | 7", "x": "y"}, ignores=("7 * 9", "z")),
        Rule(id="speaker/said", finds={"“No.”": "-"}, ignores=("no",), weight=2, source="plain"),
    ]
    head, day, speaker = page(rules).split("\n\n## ")
    assert "make docs" in head
    assert day.splitlines()[0] == "Date (1)"
    assert day.splitlines()[-1] == r"| `day` | On 7 May | `5 \| 7` | 7 \* 9 |"
    assert speaker.splitlines()[-1] == "| `said` | +2 | “No.” | `-` | no | plain |"


def test_the_page_is_that_of_the_rules() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(all_rules()), "stale: make docs"


# --- any text -----------------------------------------------------------------------------------


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
@example("the Great ¡General %")  # breaks off behind a sign
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
    assert draft(article, mentions)


def test_each_step_is_announced_once(tmp_path: Path) -> None:
    article = read(tmp_path, "Nobody was there but the cat, and it slept.")
    assert article is not None
    begun: list[str] = []
    find_mentions(article, begin=begun.append)
    assert begun == list(STEPS)


def test_a_word_of_dates_stands_in_one_group() -> None:
    """A later group would take it from an earlier one without a word; capitals tell some apart."""
    known = words()
    for kind, rows in table("dates").items():
        lost = [word for word in rows if kind not in (known.get(word), known.get(word.title()))]
        assert not lost, f"{kind}: another group has {lost}, too"
