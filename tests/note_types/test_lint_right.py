"""The linter: what is no mistake, and a file beyond all measure."""

import time
from pathlib import Path

import pytest

from flashgen.note_types import builtin_templates, inspect_templates, themes
from tests.note_types.layers import FRONT, complaints, errors, layer


@pytest.mark.parametrize("theme", ["", *themes()])
def test_the_built_in_templates_and_themes_are_free_of_mistakes(theme: str) -> None:
    """Here and not in each build, which passes over what ships: as a layer it is read, too."""
    found = inspect_templates([Path(theme) if theme else builtin_templates()])
    assert (found.errors, found.hints) == ((), ())
    # A build finds the media of what it reads only.
    assert not any(note_type.media for note_type in found.note_types.values())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param(FRONT, "{{Term}}<!-- {{Nope}} <b> -->", id="a remark"),
        pytest.param(FRONT, "{{Term}}<ul><li>a<li>b</ul><p>c<p>d", id="end tags left out"),
        pytest.param(FRONT, "{{Term}}<table><tr><td>a<td>b<tr><th>c</table>", id="a table"),
        pytest.param(FRONT, "{{Term}}<br>a<hr/>b<wbr></br>", id="void elements"),
        pytest.param(FRONT, "{{Term}}<svg><path d='M0 0'/></svg>", id="a drawing"),
        pytest.param(FRONT, "<p {{#Hint}}class='hint'{{/Hint}}>{{Term}}</p>", id="in a tag"),
        pytest.param(FRONT, "<p class='{{#Hint}}a{{/Hint}}'>{{Term}}</p>", id="in an attribute"),
        pytest.param(
            FRONT, "{{#Hint}}<b>{{/Hint}}{{Term}}{{#Hint}}</b>{{/Hint}}", id="open in both or none"
        ),
        pytest.param(
            FRONT,
            "{{#Hint}}<b>{{/Hint}}{{^Hint}}<i>{{/Hint}}{{Term}}"
            "{{^Hint}}</i>{{/Hint}}{{#Hint}}</b>{{/Hint}}",
            id="one or the other",
        ),
        pytest.param(
            FRONT, "{{Term}}<table>{{#Hint}}<tr><td>x</td></tr>{{/Hint}}</table>", id="rows"
        ),
        pytest.param(
            FRONT, "{{#Hint}}{{Term}}{{/Hint}}{{^Hint}}{{Term}}{{/Hint}}", id="either way"
        ),
        pytest.param(FRONT, "{{#Term}}{{Term}}{{/Term}}{{Term}}", id="in its own section"),
        pytest.param(FRONT, "{{Term}}{{type:Meaning}}{{hint:Meaning}}", id="typed or hidden"),
        pytest.param(FRONT, "{{type:nc:Meaning}}{{kana:Term}}{{furigana:Term}}", id="filters"),
        pytest.param(FRONT, "{{tts ja_JP voices=Otoya speed=0.8:Term}}", id="a voice"),
        pytest.param(FRONT, "{{Term}}{{#Tags}}{{Tags}} {{Card}}{{/Tags}}", id="special fields"),
        pytest.param(FRONT, "{{Term}}<a href='https://example.org'>x</a>", id="a link to press"),
        pytest.param(FRONT, "{{Term}}<img src='data:image/png;base64,AA=='>", id="data"),
        pytest.param(FRONT, "{{Term}}<img src='{{Picture}}'>", id="an address in a field"),
        pytest.param(FRONT, "a < b & c > d {{Term}}", id="signs"),
        pytest.param(FRONT, "<p class='prompt k{{Hint}} {{Map}}'>{{Term}}</p>", id="styled"),
        pytest.param(
            FRONT,
            "{{Term}}<style>.mine { top: 0 }</style><i class='mine sound'></i>",
            id="own style",
        ),
        pytest.param(FRONT, "<p class='k{{#Hint}}a{{/Hint}}'>{{Term}}</p>", id="half a class"),
        pytest.param(FRONT, "{{#Term}}<p>{{Term}}</p>{{/Term}}", id="all in its own section"),
        pytest.param(
            "event/what.front.html",
            "{{#Date}}{{#Timeline}}<p>{{Date}}</p>{{/Timeline}}{{/Date}}",
            id="all in sections of what is never empty",
        ),
        pytest.param("shared/when-and-where.html", "", id="a piece made empty"),
        pytest.param("shared/when-and-where.html", "<tr><td>x</td></tr>", id="a piece of a table"),
        pytest.param("shared/when-and-where.html", "pyproject.toml", id="words that name a file"),
        pytest.param("media/_seal.png", "a picture", id="a picture for later"),
        pytest.param("README.md", "Mine.", id="a note to oneself"),
        pytest.param(".DS_Store", "x", id="a hidden file"),
    ],
)
def test_what_is_right_is_not_complained_of(tmp_path: Path, name: str, content: str) -> None:
    layer(tmp_path, name, content)
    assert complaints(tmp_path) == ([], [])


@pytest.mark.parametrize(
    "css",
    [
        "p { color: red }",
        "p { color: ; }",
        "p:hover::before { content: '}' }",
        "@media (max-width: 30rem) { p { color: red } }",
        "p { color: red; & b { color: blue } @media print { color: black } }",
        "@keyframes a { from { opacity: 0 } to { opacity: 1 } }",
        "@supports (display: grid) { p { display: grid } }",
        "p { --own: 1px; margin: var(--own) var(--other, 2px) }",
        "p { background: url('data:image/svg+xml;utf8,<svg/>') } /* { */",
        "p { --own-size: 2px; -webkit-text-stroke: 1px RED; Color: CanvasText !important }",
        "p { color: #FFFA; background: center / cover no-repeat rgb(1 2 3 / 50%) }",
        "p { border: thin dashed Navy; outline: auto; fill: none; accent-color: auto }",
        "p { color: rgb(from red r g b); background: color-mix(in srgb, red, #000 20%) }",
        "p { --h: 1; color: hsl(var(--h) 50% 50%); background: oklch(40% 0.1 20) }",
        "@font-face { font-family: x; src: local('x'); ascent-override: 90% } #abcde { top: 0 }",
    ],
)
def test_css_that_is_right_is_not_complained_of(tmp_path: Path, css: str) -> None:
    style = (builtin_templates() / "style.css").read_text(encoding="utf-8")
    layer(tmp_path, "style.css", f"{style}\n{css}\n")
    assert complaints(tmp_path) == ([], [])


def test_an_address_is_told_as_it_is_written(tmp_path: Path) -> None:
    address = "_{{#My notes}}a b{{/My notes}}{{Hint}}.png"
    layer(tmp_path, FRONT, f"{{{{Term}}}}\n<img alt='' src='{address}'>")
    (line,) = errors(tmp_path)
    assert line.startswith(f"{FRONT}:2:18: '{address}' names a file by a field")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (FRONT, "<div>" * 20_000),
        (FRONT, "<table><tr><td>" * 20_000),
        (FRONT, "<p style='color: red'>x</p>\n" * 5_000),
        (FRONT, "".join(f"<i class='promp{n}'></i>\n" for n in range(10_000))),
        ("style.css", "p { color red }\n" * 2_000),
        ("style.css", "@media print {" * 20_000),
        (
            "style.css",
            "".join(
                f"p{{color:var(--a{n})}}b{{background:var(--b{n});--b{n}:#fff;--a{n}:var(--c)}}"
                f"i{{--c:#00{n % 90 + 10}00}}"
                for n in range(4_000)
            ),
        ),
        ("style.css", "p {" + "".join(f"colo{n}: x;" for n in range(20_000)) + "}"),
    ],
)
def test_a_file_beyond_all_measure_is_read_in_seconds(tmp_path: Path, name: str, text: str) -> None:
    begin = time.process_time()
    layer(tmp_path, name, text)
    inspect_templates([tmp_path])
    assert time.process_time() - begin < 30  # today, less than one
