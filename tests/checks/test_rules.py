"""The rules of good cards: each finds its example, and not its counter-example."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from flashgen.checks.catalogue import BY_NAME, RULES
from flashgen.checks.rule import Rule
from flashgen.deck.rule_names import RULE_NAMES
from tests.checks.made import reports
from tools import make_cards_page


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_its_example(rule: Rule, tmp_path: Path) -> None:
    assert reports(rule, tmp_path, rule.example, rule.article)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_does_not_find_its_counter_example(rule: Rule, tmp_path: Path) -> None:
    article = rule.other_article or rule.article
    assert not reports(rule, tmp_path, rule.counter_example, article)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_an_example_is_short_and_of_deck_yaml_s_own_terms(rule: Rule) -> None:
    for facts in (rule.example, rule.counter_example):
        assert isinstance(yaml.safe_load(facts), dict)
        assert all(len(line) <= 100 for line in facts.splitlines()) or "long" in rule.name


def test_a_rule_has_one_name() -> None:
    assert max(Counter(rule.name for rule in RULES).values()) == 1
    assert tuple(BY_NAME) == RULE_NAMES, "deck.yaml can allow each of them"


def test_an_explanation_has_two_sentences() -> None:
    with pytest.raises(ValueError, match="mine: an explanation has two sentences"):
        Rule(name="mine", explanation="Short.", example="", counter_example="")


def test_the_page_of_good_cards_is_that_of_the_rules() -> None:
    page = make_cards_page.PAGE.read_text(encoding="utf-8")
    assert page == make_cards_page.page(RULES), "run `make docs`"
