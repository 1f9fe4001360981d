"""Forms of names: in which order they are read, and why."""

from pathlib import Path

import pytest

from flashgen.english.tokens import read_text
from flashgen.rules.names import find_names
from flashgen.rules.names.forms import NameForm
from flashgen.rules.names.grammar import FORMS
from flashgen.rules.names.name import Name
from tests.rules.found import article


def names(folder: Path, text: str) -> tuple[Name, ...]:
    return find_names(read_text(article(folder, text)), [])


def rules(name: Name) -> set[str]:
    return {reason.rule for reason in name.reasons}


def test_a_form_stands_before_those_that_it_must_come_before() -> None:
    order = [form.id for form in FORMS]
    for form in FORMS:
        assert all(order.index(form.id) < order.index(later) for later in form.before), form.id


@pytest.mark.parametrize(
    ("form", "text"),
    [(form, text) for form in FORMS for text in form.before.values()],
)
def test_what_two_forms_would_read_is_the_earlier_ones(
    tmp_path: Path, form: NameForm, text: str
) -> None:
    assert any(form.id in rules(one) for one in names(tmp_path, text))
