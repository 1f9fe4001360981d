"""The look of the shipped templates and themes: contrast computed from their CSS."""

import re
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import tinycss2

from flashgen.note_types import KINDS, builtin_templates, load_note_types, themes

# WCAG 2, success criterion 1.4.3; a theme for people who see badly keeps 1.4.6, too.
AA, AAA = 4.5, 7
NEEDED = {"": AA, "modern": AA, "slate": AA, "large": AAA}
NIGHT = {".nightMode", ".night_mode"}
# A question may be of anything, and has the colour of the text.
COLOURED = tuple(kind for kind in KINDS if kind != "question")


def declarations(css: str) -> Iterator[tuple[str, str, str]]:
    """Every declaration as (selector, name, value), those in @media included."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    for rule in rules:
        if rule.type == "at-rule":
            yield from declarations(tinycss2.serialize(rule.content))
            continue
        selector = tinycss2.serialize(rule.prelude).strip()
        for each in tinycss2.parse_blocks_contents(rule.content, True, True):
            yield selector, each.name, tinycss2.serialize(each.value).strip()


def properties(css: str, *, night: bool) -> Mapping[str, str]:
    """The custom properties of a card by day or at night; later ones win."""
    found: dict[str, str] = {}
    for selector, name, value in declarations(css):
        of_night = any(word in selector for word in NIGHT)
        if name.startswith("--") and (selector == ".card" or (night and of_night)):
            found[name] = value
    return found


def luminance(color: str) -> float:
    """The relative luminance of '#rrggbb', by WCAG 2."""
    assert re.fullmatch("#[0-9a-f]{6}", color)
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def css_of(theme: str) -> str:
    return load_note_types([Path(theme)] if theme else [])["term"].css


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_theme_is_looked_at() -> None:
    assert set(NEEDED) == {"", *themes()}


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("theme", NEEDED)
def test_all_text_has_contrast(theme: str, night: bool) -> None:
    """Every colour of text on every ground: more pairs than the cards show, and none missed."""
    known = properties(css_of(theme), night=night)
    text = [known[f"--{name}"] for name in ("ink", "quiet", "remark", *COLOURED)]
    grounds = [known["--paper"], known["--panel"]]
    worst = min(contrast(one, other) for one, other in product(text, grounds))
    assert worst >= NEEDED[theme]


@pytest.mark.parametrize("theme", NEEDED)
def test_night_has_colours_of_its_own(theme: str) -> None:
    css = css_of(theme)
    day, night = properties(css, night=False), properties(css, night=True)
    assert day.keys() == night.keys()
    colours = {name for name, value in day.items() if value.startswith("#")}
    assert len(colours) == len(COLOURED) + 6
    assert luminance(night["--paper"]) < luminance(day["--paper"])
    assert luminance(night["--paper"]) < 0.05


def test_text_and_grounds_have_no_colours_but_those_of_the_theme() -> None:
    """Else the contrast that is computed here would not be that of the cards."""
    paths = builtin_templates().rglob("style.css")
    style = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    text = {f"var(--{name})" for name in ("ink", "quiet", "remark", "accent")}
    grounds = {"var(--paper)", "var(--panel)", "none"}
    accents = {"var(--ink)", *(f"var(--{kind})" for kind in COLOURED)}
    seen: dict[str, set[str]] = {"color": set(), "background": set(), "--accent": set()}
    for selector, name, value in declarations(style):
        assert name not in {"opacity", "mix-blend-mode", "background-color"}
        assert name != "filter" or ".drawn" in selector  # a map's, which is a picture
        if name in seen and selector != "figure img":  # paper is white, whatever the theme
            seen[name].add(value)
    assert seen == {"color": text, "background": grounds, "--accent": accents}


@pytest.mark.parametrize("kind", KINDS)
def test_the_cards_of_every_kind_have_a_colour(kind: str) -> None:
    css = load_note_types()[kind].css
    colours = [value for selector, name, value in declarations(css) if selector == f".{kind}"]
    assert colours == [f"var(--{kind})" if kind in COLOURED else "var(--ink)"]


def test_the_card_s_colours_are_stronger_than_anki_s_own_at_night() -> None:
    """Anki's page has 'body.nightMode { color: …; … }', which is stronger than '.card { … }'."""
    style = (builtin_templates() / "style.css").read_text(encoding="utf-8")
    rules: dict[str, Any] = {
        selector: value for selector, name, value in declarations(style) if name == "background"
    }
    (page,) = (selector for selector, value in rules.items() if value == "var(--paper)")
    assert {".card", ".card.nightMode", ".card.night_mode"} <= set(page.split(", "))


def test_a_theme_is_ten_to_thirty_lines_of_custom_properties() -> None:
    paths = [builtin_templates() / "theme.css"]
    paths += [builtin_templates() / "themes" / name / "theme.css" for name in themes()]
    for path in paths:
        css = path.read_text(encoding="utf-8")
        assert 10 <= len(css.splitlines()) <= 30
        assert all(name.startswith("--") for _, name, _ in declarations(css))
