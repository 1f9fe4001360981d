"""The linter: what not everybody will see as it was meant.

The table is the documentation of what the linter finds. A file is laid over the built-in templates,
of which each note type's first card is "meaning", "name" and so on.
"""

from pathlib import Path

import pytest

from flashgen.note_types import builtin_templates
from tests.note_types.layers import FRONT, assert_one_line, complaints, layer, warnings

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
        "event/when.front.html",
        "{{#Place}}{{#Event}}{{Event}}{{/Event}}{{/Place}}",
        "1:1: the front is empty where 'Place' is; show a field outside of all sections",
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
        '{{Term}}<p class="ask" < >x</p>',
        "1:9: the tag <p> is broken; look at its quotation marks and its '>'",
    ),
    (
        FRONT,
        '{{Term}}\n<b class="ask>x</b>',
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
    ("style.css", "p { colour: red }", "1:5: no property 'colour' in CSS; did you mean 'color'?"),
    (
        "style.css",
        "@media print { p { margn: 0 } }",
        "1:20: no property 'margn' in CSS; did you me",
    ),
    (FRONT, '{{Term}}<p style="align: left">x</p>', "1:19: no property 'align' in CSS; "),
    ("style.css", "p { color: #fffff }", "1:12: '#fffff' is no colour; write 3, 4, 6 or 8 of 0-9"),
    ("style.css", "p { --own: #ggg }", "1:12: '#ggg' is no colour; write 3, 4, 6 or 8 of 0-9"),
    (
        "style.css",
        "p { border: 1px solid rgb(1,2) }",
        "1:23: 'rgb(1,2)' is no colour; look at the ",
    ),
    ("style.css", "p { background: hsl(1 2) }", "1:17: 'hsl(1 2)' is no colour; look at the "),
    ("style.css", "p { color: blak }", "1:12: no colour 'blak'; did you mean 'black'?"),
    ("style.css", "p { border: 1px solid gren }", "1:23: no colour 'gren'; did you mean 'green'?"),
    # classes
    (
        FRONT,
        '<p\n class="ask prmpt">{{Term}}</p>',
        "2:13: no style has the class 'prmpt'; did you mean 'prompt'?",
    ),
    (FRONT, "{{Term}}<i class='zq'></i>", "1:19: no style has the class 'zq'; write one in "),
    # files that nothing uses
    ("persn/name.front.html", "x", ": nothing uses this file; did you mean 'person/name.front.htm"),
    ("Style.css", "x {}", ": nothing uses this file; did you mean 'style.css'?"),
]


@pytest.mark.parametrize(("name", "content", "line"), WARNINGS)
def test_a_warning_is_one_line(tmp_path: Path, name: str, content: str, line: str) -> None:
    layer(tmp_path, name, content)
    wrong, found = complaints(tmp_path)
    assert wrong == []
    # A style.css that uses no property of the theme is beside the point here.
    assert_one_line([told for told in found if " sets '--" not in told], name, line)


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


def test_a_tag_of_very_many_attributes_is_read_no_further(tmp_path: Path) -> None:
    """The parser compares each with each: 20,000 took 12 seconds."""
    many = " ".join(f"a{number}" for number in range(100_000))
    layer(tmp_path, FRONT, f"<p>{{{{Term}}}}</p>\n<hr {many[:400_000]}>")
    (line,) = [line for line in warnings(tmp_path) if "attributes" in line]
    assert line == f"{FRONT}:2:1: <hr> has more than 512 attributes; remove some"


DAY = ".card { --ink: #222; --paper: #fff; --quiet: #767676; color: var(--ink) }\n"
NIGHT = ".nightMode .card, .night_mode .card { --ink: #eee; --paper: #111; --quiet: #aaa }\n"
USES = ".card { background: var(--paper) } small { color: var(--quiet) }\n"


@pytest.mark.parametrize(
    ("css", "told"),
    [
        (DAY + NIGHT + USES, []),
        # 4.48 : 1 is too little, and 4.54 : 1 enough.
        (
            DAY.replace("767676", "777777") + NIGHT + USES,
            ["1:37: '--quiet' on '--paper' has a contrast of 4.47 : 1 by day; text needs 4.5"],
        ),
        (
            DAY + NIGHT.replace("aaa", "444") + USES,
            ["2:67: '--quiet' on '--paper' has a contrast of 1.93 : 1 at night; "],
        ),
        # A colour that stands for another one, and a ground of a part of the card.
        (
            DAY + NIGHT + USES + "b { --own: var(--quiet); color: var(--own) }"
            ".box { --box: rgb(230 230 230); background: var(--box) }",
            ["1:37: '--quiet' on '--box' has a contrast of 3.6", "2:", "2:"],
        ),
        # Text and ground of one rule are for each other.
        (
            DAY + NIGHT + USES + ".badge { color: var(--paper); background: var(--ink) }",
            [],
        ),
        (
            DAY + USES,
            ["1:9: no rule sets colours for the night, and cards keep those of the day; "],
        ),
        (DAY + USES + ".card.nightMode { color: white; background: black }", []),
        (DAY + USES + "@media (prefers-color-scheme: dark) {" + NIGHT + "}", []),
    ],
)
def test_contrast_by_day_and_at_night(tmp_path: Path, css: str, told: list[str]) -> None:
    layer(tmp_path, "theme.css", css)
    layer(tmp_path, "style.css", "p { margin: 0 }")
    found = [line for line in warnings(tmp_path) if line.startswith("theme.css")]
    assert len(found) == len(told)
    for line, begin in zip(found, told, strict=True):
        assert line.startswith(f"theme.css:{begin}")


def test_a_theme_of_ones_own_is_read_with_the_built_in_style(tmp_path: Path) -> None:
    theme = (builtin_templates() / "theme.css").read_text(encoding="utf-8")
    layer(tmp_path, "theme.css", theme.replace("--quiet: #b0a899", "--quiet: #555555"))
    (line,) = warnings(tmp_path)
    assert line.startswith("theme.css:14:19: '--quiet' on '--panel' has a contrast of 1.9")
    layer(tmp_path, "theme.css", theme[: theme.index(".card.nightMode")])
    (line,) = warnings(tmp_path)
    assert line.startswith("theme.css:8:3: no rule sets colours for the night")
