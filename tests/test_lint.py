"""The linter: each mistake in a template is one line with file, line, column and the mend.

The tables are the documentation of what it finds. A file is laid over the built-in templates, of
which each note type's first card is "meaning", "name" and so on.
"""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from flashgen.errors import Problem, Severity
from flashgen.note_types import builtin_templates, inspect_templates, themes
from tests.test_note_types import layer

FRONT = "term/meaning.front.html"  # asks the Term, the answer is the Meaning
BACK = "term/meaning.back.html"


def errors(folder: Path) -> list[str]:
    return [told(problem, folder) for problem in inspect_templates([folder]).errors]


def warnings(folder: Path) -> list[str]:
    return [told(problem, folder) for problem in inspect_templates([folder]).hints]


def told(problem: Problem, folder: Path) -> str:
    return str(replace(problem, severity=Severity.ERROR)).replace(f"{folder}/", "")


@pytest.mark.parametrize("theme", ["", *themes()])
def test_the_built_in_templates_and_themes_are_free_of_mistakes(theme: str) -> None:
    """Here and not in each build, which passes over what ships: as a layer it is read, too."""
    found = inspect_templates([Path(theme) if theme else builtin_templates()])
    assert (found.errors, found.hints) == ((), ())
    # A build finds the media of what it reads only.
    assert not any(note_type.media for note_type in found.note_types.values())


# --- what no deck can be built with -------------------------------------------------------------

ERRORS = [
    # fields
    (FRONT, "{{Trem}}", "1:1: no field 'Trem' in term; did you mean 'Term'?"),
    (FRONT, "{{term}}", "1:1: no field 'term' in term; did you mean 'Term'?"),
    (FRONT, "<p>\n  {{hint:Trem}}</p>", "2:3: no field 'Trem' in term; did you mean 'Term'?"),
    (FRONT, "{{#Trem}}x{{/Trem}}", "1:1: no field 'Trem' in term; did you mean 'Term'?"),
    (FRONT, "{{Term}}\n<b>{{Tag}}</b>", "2:4: no field 'Tag' in term; did you mean 'Tags'?"),
    (BACK, "{{Meaning}} {{}}", "1:13: no field '{{}}' in term; known are Term, Also called, "),
    # sections
    (FRONT, "{{Term}}{{#Hint}}x", "1:9: the section {{#Hint}} is never closed; add {{/Hint}}"),
    (FRONT, "{{Term}}{{^Hint}}x", "1:9: the section {{^Hint}} is never closed; add {{/Hint}}"),
    (
        FRONT,
        "{{Term}}{{#Hint}}{{#Map}}x{{/Hint}}{{/Map}}",
        "1:27: {{/Hint}} closes 'Map'; close the inner section first",
    ),
    (FRONT, "{{Term}}{{/Hint}}", "1:9: {{/Hint}} closes a section that is not open; remove it"),
    (
        FRONT,
        "{{Term}}{{#Hint}}x{{/Hnt}}{{/Hint}}",
        "1:19: {{/Hnt}} closes a section that is not open; did you mean {{/Hint}}?",
    ),
    (FRONT, "{{Term}}\n{{Hint", "2:1: '{{' is never closed; add '}}'"),
    (FRONT, "{{! a remark }}{{Term}}", "1:1: Anki has no {{! remarks }}; write <!-- … -->"),
    # filters
    (FRONT, "{{hnt:Term}}", "1:1: unknown filter 'hnt'; did you mean 'hint'?"),
    (FRONT, "{{Term}}{{nc:Term}}", "1:9: unknown filter 'nc'; write {{type:nc:Term}}"),
    (FRONT, "{{tts:Term}}", "1:1: 'tts' needs a language; write {{tts en_GB:Term}}"),
    (FRONT, "{{tts voices=Ann:Term}}", "1:1: 'tts' needs a language; write {{tts en_GB:Term}}"),
    (
        FRONT,
        "{{cloze:Term}}",
        "1:1: 'cloze' works in cloze note types, and flashgen has none; ask with a gap, as "
        "quotation/missing-words.front.html does",
    ),
    # pieces
    (FRONT, "{{> topc}}{{Term}}", "1:1: no shared piece 'topc'; did you mean 'topic'?"),
    ("shared/topic.html", "{{> topic}}", "1:1: 'topic' includes itself; remove the include"),
    # the two sides
    (FRONT, "\n", "1:1: the file is empty: Anki needs something to show; write the card into it"),
    (FRONT, "What?", "1:1: the front shows no field, and Anki makes no card of it; show one"),
    (
        FRONT,
        "What? {{type:Meaning}} {{Deck}}",
        "1:1: the front shows no field, and Anki makes no card of it; show one",
    ),
    (FRONT, "{{Term}}{{FrontSide}}", "1:9: {{FrontSide}} is empty on a front; move it to the back"),
    (BACK, "{{text:FrontSide}}", "1:1: a filter leaves nothing of {{FrontSide}}; write it without"),
    (
        BACK,
        "{{#FrontSide}}x{{/FrontSide}}",
        "1:1: {{FrontSide}} can be no section; remove the section",
    ),
    (
        "shared/context.html",
        "<p>\n{{FrontSide}}</p>",
        "2:1: {{FrontSide}} is empty on a front; move it to the back",
    ),
    (
        FRONT,
        "{{Term}}\n  {{Meaning}}",
        "2:3: shows 'Meaning', which is the answer of the card 'Meaning', on its front; "
        "remove it there",
    ),
    (
        FRONT,
        "{{Term}}{{#Meaning}}{{text:Meaning}}{{/Meaning}}",
        "1:21: shows 'Meaning', which is the answer of the card 'Meaning', on its front; "
        "remove it there",
    ),
    (
        FRONT,
        "{{Term}}{{tts en_GB:Meaning}}",
        "1:9: shows 'Meaning', which is the answer of the card 'Meaning', on its front; "
        "remove it there",
    ),
    *(
        (
            FRONT,
            f"{{{{Term}}}}{{{{{reading}:Meaning}}}}",
            "1:9: shows 'Meaning', which is the answer of the card 'Meaning', on its front; "
            "remove it there",
        )
        for reading in ("furigana", "kana", "kanji")
    ),
    # media
    (
        FRONT,
        '{{Term}}<img src="_sael.png">',
        "1:19: no file '_sael.png' in media/; did you mean '_seal.png'?",
    ),
    (
        FRONT,
        '{{Term}}<img src="seal.png">',
        "1:19: Anki keeps 'seal.png' only if its name begins with '_'; save it as "
        "media/_seal.png and write '_seal.png'",
    ),
    (
        FRONT,
        '{{Term}}<img src="media/_seal.png">',
        "1:19: 'media/_seal.png' names a folder, and Anki has none for media; write '_seal.png'",
    ),
    (FRONT, "{{Term}}[sound:_bel.mp3]", "1:9: no file '_bel.mp3' in media/; known are _seal.png"),
    (
        "theme.css",
        '.card {\n  --x: url("_font.woff2");\n}',
        "2:8: no file '_font.woff2' in media/; known are _seal.png",
    ),
    (
        "style.css",
        "@font-face { font-family: A; src: url(_a.woff2) }",
        "1:35: no file '_a.woff2' in media/; known are _seal.png",
    ),
    (
        FRONT,
        '{{Term}}<p style="background: url(_a.png)">x</p>',
        "1:31: no file '_a.png' in media/; did you mean '_seal.png'?",
    ),
    *(
        (
            f"media/{name}",
            "",
            ": Anki would change this name; write letters, figures, '-' and '_', ",
        )
        for name in ("_a:b.png", "_a.", "_a\u0308.png", "_" + 55 * "ä" + ".png")
    ),
]


@pytest.mark.parametrize(("name", "content", "line"), ERRORS)
def test_a_mistake_is_one_line(tmp_path: Path, name: str, content: str, line: str) -> None:
    layer(tmp_path, "media/_seal.png", "a picture")
    layer(tmp_path, name, content)
    found = set(errors(tmp_path))
    assert len(found) == 1
    assert found.pop().startswith(f"{name}:{line}".replace("::", ":"))


def test_a_file_that_is_no_utf_8_is_named(tmp_path: Path) -> None:
    layer(tmp_path, FRONT, "")
    (tmp_path / FRONT).write_bytes("{{Term}}\né".encode("latin-1"))
    (line,) = errors(tmp_path)
    assert line.startswith(f"{FRONT}:2: not UTF-8: byte 0xE9 at offset 9;")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    layer(tmp_path, FRONT, "{{Trem}}\n{{#Hint}}")
    layer(tmp_path, BACK, "{{hnt:Meaning}}")
    layer(tmp_path, "person/note-type.yaml", "name: [")
    assert [line.split(":")[0] for line in errors(tmp_path)] == [
        "person/note-type.yaml",
        BACK,
        FRONT,
        FRONT,
    ]


# --- what a deck can be built with, though not everybody will see it as it was meant ------------

WARNINGS = [
    # fronts and backs
    (
        FRONT,
        "{{#Hint}}{{Term}}{{/Hint}}",
        "1:1: the front is empty where 'Hint' is; show a field outside of all sections",
    ),
    (
        FRONT,
        "{{^Hint}}{{Term}}{{/Hint}}",
        "1:1: the front is empty where 'Hint' is filled; show a field outside of all sections",
    ),
    (
        FRONT,
        "{{#Hint}}{{Term}}{{/Hint}}{{#Map}}{{Term}}{{/Map}}",
        "1:1: the front is empty where 'Hint' and 'Map' are; show a field outside of all sections",
    ),
    (
        "term/term.back.html",
        "{{FrontSide}} {{type:Term}} {{Meaning}}",
        "1:15: {{FrontSide}} brings the typed answer already; remove this 'type' tag",
    ),
    # HTML
    (FRONT, "<div>\n  {{Term}}", "1:1: <div> is never closed; add </div>"),
    (FRONT, "{{Term}}\n</div>", "2:1: </div> closes nothing; remove it"),
    (FRONT, "<b><i>{{Term}}</b></i>", "1:15: </b> stands inside <i>; close <i> before it"),
    (
        FRONT,
        "{{Term}}{{#Hint}}<b>{{/Hint}}x</b>",
        "1:31: </b> closes nothing where 'Hint' is empty; open and close it in one section",
    ),
    (
        FRONT,
        "<b>{{Term}}{{#Hint}}</b>{{/Hint}}",
        "1:1: <b> is never closed where 'Hint' is empty; open and close it in one section",
    ),
    (
        FRONT,
        "<p>{{Term}}\n<div>x</div></p>",
        "2:13: </p> closes nothing: no <p> can hold a block (<div>, <ul>, {{hint:…}}); use <div>",
    ),
    *(
        (
            FRONT,
            f"<p>{{{{Term}}}}\n<{block}></{block}>\n</p>",
            "3:1: </p> closes nothing: no <p> can hold a block (<div>, <ul>, {{hint:…}}); use "
            "<div>",
        )
        for block in ("table", "ul", "h2", "section", "p")
    ),
    (
        FRONT,
        "{{Term}}<p>{{hint:Hint}}</p>",
        "1:25: </p> closes nothing: no <p> can hold a block (<div>, <ul>, {{hint:…}}); use <div>",
    ),
    (FRONT, "{{Term}}<div/>", "1:9: <div> is never closed; add </div>"),
    (FRONT, "{{Term}}<td>x</td>", "1:9: <td> cannot stand here; move it"),
    (
        FRONT,
        "{{Term}}<table>{{#Hint}}<div>x</div>{{/Hint}}</table>",
        "1:25: <div> cannot stand in <table>; move it",
    ),
    (
        FRONT,
        '{{Term}}<p class="a" < >x</p>',
        "1:9: the tag <p> is broken; look at its quotation marks and its '>'",
    ),
    (
        FRONT,
        '{{Term}}\n<b class="a>x</b>',
        "2:1: the tag <b> is broken; look at its quotation marks and its '>'",
    ),
    (FRONT, "{{Term}} <!-- x", "1:10: the remark is never closed; add '-->'"),
    # JavaScript
    (
        FRONT,
        "{{Term}}<script>x()</script>",
        "1:9: JavaScript does not run everywhere that cards are shown; remove the <script>",
    ),
    (
        FRONT,
        '<b onclick="x()">{{Term}}</b>',
        "1:4: JavaScript does not run everywhere that cards are shown; remove 'onclick'",
    ),
    (
        FRONT,
        '<a href="javascript:x()">{{Term}}</a>',
        "1:10: JavaScript does not run everywhere that cards are shown; remove the address in "
        "'href'",
    ),
    # the network
    (
        FRONT,
        '{{Term}}<img src="https://example.org/a.png">',
        "1:19: 'https://example.org/a.png' is on the network, which a learner may lack; save the "
        "file as media/_NAME and write '_NAME'",
    ),
    (
        FRONT,
        '{{Term}}<link rel="stylesheet" href="//example.org/a.css">',
        "1:38: '//example.org/a.css' is on the network, ",
    ),
    (
        FRONT,
        "{{Term}}<style>\n@import 'http://example.org/a.css';</style>",
        "2:9: 'http://example.org/a.css' is on the network, ",
    ),
    ("style.css", "@import url(//example.org/a.css);", "1:9: '//example.org/a.css' is on the net"),
    # CSS
    ("style.css", "p { color red; margin: 0 }", "1:5: no declaration: ':' is missing, as in "),
    ("style.css", "p { margin: 0;\n  color red }", "2:3: no declaration: ':' is missing, as in "),
    ("style.css", "p { color: red\n  margin: 0 }", "2:3: ';' is missing before 'margin'"),
    ("style.css", "p { color: red } }", "1:18: '}' closes nothing; remove it"),
    ("style.css", "p { color: red }\nb { color: red", "2:1: the rule is never closed; add '}'"),
    ("style.css", "p { color: red }\nb", "2:1: no rule: '{' is missing behind the selector"),
    ("style.css", "p { color: red } /* x", "1:18: the remark is never closed; add '*/'"),
    ("style.css", "p { content: 'x\n; color: red }", "1:14: the text in quotation marks is never "),
    ("style.css", "p { content: 'x", "1:14: the text in quotation marks is never closed; add the"),
    ("style.css", "p { background: url(a b) }", "1:17: the address in url(…) is broken; put it "),
    (FRONT, '{{Term}}<p style="color">x</p>', "1:19: no declaration: ':' is missing, as in "),
    (FRONT, "{{Term}}<style>p { color }</style>", "1:20: no declaration: ':' is missing, as in "),
    # files that nothing uses
    ("persn/name.front.html", "x", ": nothing uses this file; did you mean 'person/name.front.htm"),
    ("Style.css", "x {}", ": nothing uses this file; did you mean 'style.css'?"),
]


@pytest.mark.parametrize(("name", "content", "line"), WARNINGS)
def test_a_warning_is_one_line(tmp_path: Path, name: str, content: str, line: str) -> None:
    layer(tmp_path, name, content)
    assert errors(tmp_path) == []
    # A style.css that uses no property of the theme is beside the point here.
    found = [told for told in warnings(tmp_path) if " sets '--" not in told]
    assert len(found) == 1
    assert found[0].startswith(f"{name}:{line}".replace("::", ":"))


def test_two_sections_are_read_with_either_of_them_empty(tmp_path: Path) -> None:
    layer(tmp_path, FRONT, "{{#Hint}}<b>{{/Hint}}{{Term}}{{#Map}}</b>{{/Map}}")
    assert warnings(tmp_path) == [
        f"{FRONT}:1:10: <b> is never closed where 'Map' is empty; open and close it in one section",
        f"{FRONT}:1:38: </b> closes nothing where 'Hint' is empty; "
        "open and close it in one section",
    ]


def test_a_property_that_nothing_sets_is_told(tmp_path: Path) -> None:
    """A slip in a theme shows where the style needs the right name."""
    theme = (builtin_templates() / "theme.css").read_text(encoding="utf-8")
    assert theme.count("--measure:") == 1
    layer(tmp_path, "theme.css", theme.replace("--measure:", "--mesure:"))
    (of_style,) = warnings(tmp_path)
    assert of_style.endswith(": nothing sets '--measure'; set it in theme.css")


def test_a_field_that_no_card_shows_is_told_at_its_line(tmp_path: Path) -> None:
    layer(tmp_path, "term/term.back.html", "{{FrontSide}}<hr id=answer>{{Term}}")
    path = builtin_templates() / "term" / "note-type.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    line = lines.index("  - Literally        # what a foreign word means word for word") + 1
    layer(tmp_path, "term/meaning.back.html", "{{FrontSide}}<hr id=answer>{{Meaning}}{{> footer}}")
    assert [told for told in warnings(tmp_path) if "Literally" in told] == [
        f"{path}:{line}:5: fields: no card shows 'Literally'; write {{{{Literally}}}} into one"
    ]


# --- what is no mistake --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param(FRONT, "{{Term}}<!-- {{Nope}} <b> -->", id="a remark"),
        pytest.param(FRONT, "{{Term}}<ul><li>a<li>b</ul><p>c<p>d", id="end tags left out"),
        pytest.param(FRONT, "{{Term}}<table><tr><td>a<td>b<tr><th>c</table>", id="a table"),
        pytest.param(FRONT, "{{Term}}<br>a<hr/>b<wbr></br>", id="void elements"),
        pytest.param(FRONT, "{{Term}}<svg><path d='M0 0'/></svg>", id="a drawing"),
        pytest.param(FRONT, "<p {{#Hint}}class='a'{{/Hint}}>{{Term}}</p>", id="in a tag"),
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
        pytest.param("shared/calendars.html", "", id="a piece made empty"),
        pytest.param("shared/calendars.html", "<tr><td>x</td></tr>", id="a piece of a table"),
        pytest.param("shared/calendars.html", "pyproject.toml", id="words that name a file"),
        pytest.param("media/_seal.png", "a picture", id="a picture for later"),
        pytest.param("README.md", "Mine.", id="a note to oneself"),
        pytest.param(".DS_Store", "x", id="a hidden file"),
    ],
)
def test_what_is_right_is_not_complained_of(tmp_path: Path, name: str, content: str) -> None:
    layer(tmp_path, name, content)
    assert (errors(tmp_path), warnings(tmp_path)) == ([], [])


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
    ],
)
def test_css_that_is_right_is_not_complained_of(tmp_path: Path, css: str) -> None:
    style = (builtin_templates() / "style.css").read_text(encoding="utf-8")
    layer(tmp_path, "style.css", f"{style}\n{css}\n")
    assert (errors(tmp_path), warnings(tmp_path)) == ([], [])


def test_an_address_is_told_as_it_is_written(tmp_path: Path) -> None:
    """Fields and sections in it stand for whatever they may hold."""
    layer(
        tmp_path, FRONT, "{{Term}}\n<img alt='' src='_{{#My notes}}a b{{/My notes}}{{Hint}}.png'>"
    )
    assert errors(tmp_path) == [
        f"{FRONT}:2:18: no file '_{{{{}}}}a b{{{{}}}}{{{{}}}}.png' in media/; save it as "
        "media/_{{}}a b{{}}{{}}.png"
    ]
    layer(tmp_path, "media/_a b1.png", "a picture")
    assert errors(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (FRONT, "<div>" * 20_000),
        (FRONT, "<table><tr><td>" * 20_000),
        (FRONT, "<p style='color: red'>x</p>\n" * 5_000),
        ("style.css", "p { color red }\n" * 2_000),
        ("style.css", "@media print {" * 20_000),
    ],
)
def test_a_file_beyond_all_measure_is_read_in_seconds(tmp_path: Path, name: str, text: str) -> None:
    begin = time.process_time()
    layer(tmp_path, name, text)
    inspect_templates([tmp_path])
    assert time.process_time() - begin < 10
