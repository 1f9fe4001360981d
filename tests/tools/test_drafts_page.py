"""docs/drafts.md says what the drafts of the project's own texts are, today."""

import pytest

from tools.make_drafts_page import CORPUS, PAGE, own_sections, page, sections_of, texts


@pytest.mark.slow
def test_the_page_has_the_figures_of_today() -> None:
    told = sections_of(PAGE.read_text(encoding="utf-8"))
    for name, section in own_sections(texts(CORPUS)).items():
        assert told[name] == section, f"make drafts renews {name!r}"


def test_what_is_not_made_anew_stays() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert page(sections_of(text)) == text
