"""Each rule of names: what it finds, what it leaves alone, and in which order forms are read."""

from pathlib import Path

import pytest

from flashgen.article import read_article
from flashgen.english.tokens import read_text
from flashgen.rules.names import RULES, find_names
from flashgen.rules.names.forms import Form, in_order
from flashgen.rules.names.grammar import FORMS
from flashgen.rules.names.name import Name
from flashgen.rules.rule import Rule

CASES = [(rule, text, name) for rule in RULES for text, name in rule.finds.items()]
LOOK_ALIKES = [(rule, text) for rule in RULES for text in rule.ignores]


def names(folder: Path, text: str) -> tuple[Name, ...]:
    path = folder / "article.txt"
    path.write_text(text, encoding="utf-8")
    return find_names(read_text(read_article(path)))


def rules(name: Name) -> set[str]:
    return {reason.rule for reason in name.reasons}


@pytest.mark.parametrize(("rule", "text", "name"), CASES)
def test_a_rule_finds(tmp_path: Path, rule: Rule, text: str, name: str) -> None:
    found = names(tmp_path, text)
    assert any(one.text == name and rule.id in rules(one) for one in found), found


@pytest.mark.parametrize(("rule", "text"), LOOK_ALIKES)
def test_a_rule_ignores(tmp_path: Path, rule: Rule, text: str) -> None:
    assert not any(rule.id in rules(one) for one in names(tmp_path, text))


def test_no_two_rules_have_one_id() -> None:
    ids = [rule.id for rule in RULES]
    assert sorted(ids) == sorted(set(ids))


def test_a_form_stands_before_those_that_it_must_come_before() -> None:
    order = [form.id for form in in_order(FORMS)]
    for form in FORMS:
        assert all(order.index(form.id) < order.index(later) for later in form.before), form.id


@pytest.mark.parametrize(
    ("form", "text"),
    [(form, text) for form in FORMS for text in form.before.values()],
)
def test_what_two_forms_would_read_is_the_earlier_ones(
    tmp_path: Path, form: Form, text: str
) -> None:
    assert any(form.id in rules(one) for one in names(tmp_path, text))
