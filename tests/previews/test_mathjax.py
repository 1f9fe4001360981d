"""What Anki's MathJax makes of a field; it reads the page as a learner does, not its source."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from flashgen.notes.escape import escape

TEXTS = (
    r"\(x\)",
    r"\[y\]",
    r"\(\href{javascript:alert(1)}{z}\)",
    r"a \\(x\\) b",
    r"\begin{align}x\end{align} $$x$$ $x$ \ref{a} \$",
    r"C:\(new)\table",
)


@pytest.fixture(scope="session")
def scripts() -> Path:
    """Where Anki's window has its scripts, MathJax and its settings among them."""
    found = find_spec("_aqt")
    folders = (found and found.submodule_search_locations) or ()
    for folder in folders:
        return Path(folder) / "data" / "web" / "js"
    pytest.skip("needs Anki's MathJax: python -m pip install --no-deps aqt")


@pytest.fixture
def typeset(tab: Any, scripts: Path, tmp_path: Path) -> Any:
    """A tab in which Anki's MathJax has gone over some fields."""

    def show(*fields: str) -> Any:
        settings = (scripts / "mathjax.js").read_text().replace("/_anki/js", scripts.as_uri())
        program = (scripts / "vendor" / "mathjax" / "tex-chtml-full.js").as_uri()
        body = "".join(f"<div>{field}</div>" for field in fields)
        page = tmp_path / "card.html"
        head = f'<!doctype html><meta charset="utf-8"><script>{settings}</script>'
        page.write_text(f'{head}<script src="{program}"></script>{body}', encoding="utf-8")
        tab.goto(page.as_uri())
        tab.wait_for_function("window.MathJax && MathJax.startup.promise")
        tab.evaluate("MathJax.startup.promise.then(() => MathJax.typesetPromise())")
        return tab.locator("div")

    return show


def test_mathjax_typesets_what_is_markup(typeset: Any) -> None:
    """Else the test below would say nothing; references do not hinder it."""
    shown = typeset(r"\(x\)", r"\[x\]", "&#92;(x&#92;)")
    assert shown.locator("mjx-container").count() == 3


def test_what_an_article_says_is_not_typeset(typeset: Any) -> None:
    """A learner reads the text, and copies it."""
    shown = typeset(*map(escape, TEXTS))
    assert shown.locator("mjx-container").count() == 0
    assert shown.locator("a").count() == 0
    assert shown.all_inner_texts() == list(TEXTS)
    copied = shown.evaluate_all(
        "all => all.map(each => (getSelection().selectAllChildren(each), `${getSelection()}`))"
    )
    assert copied == list(TEXTS)


def test_fields_side_by_side_are_not_typeset(typeset: Any) -> None:
    assert typeset(escape("a \\") + escape("(x\\)")).locator("mjx-container").count() == 0
