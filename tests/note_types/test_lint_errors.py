"""The linter: what no deck can be built with.

The table is the documentation of what the linter finds. A file is laid over the built-in templates,
of which each note type's first card is "meaning", "name" and so on.
"""

from pathlib import Path

import pytest

from tests.note_types.layers import BACK, FRONT, assert_one_line, errors, layer

ERRORS = [
    # fields
    (FRONT, "{{Trem}}", "1:1: no field 'Trem' in term; did you mean 'Term'?"),
    (FRONT, "{{term}}", "1:1: no field 'term' in term; did you mean 'Term'?"),
    (FRONT, "<p>\n  {{hint:Trem}}</p>", "2:3: no field 'Trem' in term; did you mean 'Term'?"),
    (FRONT, "{{text: Term}}", "1:1: no field ' Term' in term; did you mean 'Term'?"),
    (FRONT, "{{ text :Term}}", "1:1: unknown filter 'text '; did you mean 'text'?"),
    (FRONT, "{{#Trem}}x{{/Trem}}", "1:1: no field 'Trem' in term; did you mean 'Term'?"),
    (FRONT, "{{Term}}\n<b>{{Tag}}</b>", "2:4: no field 'Tag' in term; did you mean 'Tags'?"),
    (BACK, "{{Meaning}} {{}}", "1:13: no field '{{}}' in term; known are Term, Meaning, "),
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
    (
        FRONT,
        "{{Term}}[sound:_bel.mp3]",
        "1:9: no file '_bel.mp3' in media/; known are _seal 1.png, _seal.png",
    ),
    (
        "theme.css",
        '.card {\n  --x: url("_font.woff2");\n}',
        "2:8: no file '_font.woff2' in media/; known are _seal 1.png, _seal.png",
    ),
    (
        "style.css",
        "@font-face { font-family: A; src: url(_a.woff2) }",
        "1:35: no file '_a.woff2' in media/; known are _seal 1.png, _seal.png",
    ),
    (
        FRONT,
        '{{Term}}<p style="background: url(_a.png)">x</p>',
        "1:31: no file '_a.png' in media/; did you mean '_seal.png'?",
    ),
    *(
        (
            name,
            text.format(address),
            f"{column}: '{address}' is '_seal 1.png' in another form; write it so",
        )
        for name, text, column, address in (
            (FRONT, '{{{{Term}}}}<img src="{}">', "1:19", "_seal%201.png"),
            ("style.css", 'p {{ background: url("{}") }}', "1:17", "_seal%201.png"),
        )
    ),
    (
        FRONT,
        '{{Term}}<img src="_{{Literally}}.png">',
        "1:19: '_{{Literally}}.png' names a file by a field, and when the file changes ",
    ),
]


@pytest.mark.parametrize(("name", "content", "line"), ERRORS)
def test_a_mistake_is_one_line(tmp_path: Path, name: str, content: str, line: str) -> None:
    layer(tmp_path, "media/_seal.png", "a picture")
    layer(tmp_path, "media/_seal 1.png", "another picture")
    layer(tmp_path, name, content)
    assert_one_line(set(errors(tmp_path)), name, line)


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


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        (FRONT, "{{Term}}" + "{{#Term}}" * 5_000, "sections are nested more than 100 deep"),
        (FRONT, "{{Term}}" + "{{ " * 100_000, "'{{' is never closed; add '}}'"),
        (FRONT, "{{Term}}" + "<!--" * 100_000, ""),
        (FRONT, "{{Term}}" + "<div>" * 90_000, ""),
        (FRONT, "{{Term}}<p style='" + "f(" * 50_000 + "'>", ""),
        ("style.css", "(" * 100_000, ""),
        ("style.css", "@media{" * 20_000, ""),
        ("style.css", "nonsense\n" * 20_000, ""),
        ("style.css", f".card {{ margin: {'9' * 5_000} }}", ""),
        ("style.css", "a" * 500_001, "is larger than 0.5 MB; move what it holds into files of"),
    ],
    ids=lambda what: str(what)[:12],
)
def test_a_file_that_would_take_for_ever_or_the_whole_stack(
    tmp_path: Path, name: str, content: str, says: str
) -> None:
    found = errors(layer(tmp_path, name, content))
    assert any(says in line for line in found) or not says


def test_pieces_that_bring_the_next_one_twice(tmp_path: Path) -> None:
    """The last of them would be on the card a billion times."""
    for number in range(30):
        piece = f"{{{{> p{number + 1}}}}}" * 2
        layer(tmp_path, f"shared/p{number}.html", piece)
    layer(tmp_path, "shared/p30.html", "x")
    layer(tmp_path, FRONT, "{{Term}}{{> p0}}")
    assert errors(tmp_path)


def test_too_many_pieces_are_one_mistake(tmp_path: Path) -> None:
    layer(tmp_path, "shared/one.html", "x")
    (line,) = errors(layer(tmp_path, FRONT, "{{Term}}" + "{{> one}}\n" * 2_000))
    assert line.startswith(f"{FRONT}:501:1: more than 500 pieces, or more than 50 one in another")


@pytest.mark.parametrize(
    "tag", ["{{Trm%s}}", "{{txt%s:Term}}", "{{> contxt%s}}", "<img src=_a%s.png>"]
)
def test_of_many_wrong_names_few_are_held_against_every_right_one(tmp_path: Path, tag: str) -> None:
    for number in range(20):
        layer(tmp_path, f"media/_a{number}.png", "")
    same = [tag % "" for _ in range(500)]
    other = [tag % f"-{number}" for number in range(500)]
    found = errors(layer(tmp_path, FRONT, "\n".join(("{{Term}}", *same, *other))))
    assert len(found) == 1000
    assert all("; did you mean '" in line for line in found[:550])
    assert all("; known are " in line for line in found[-400:])
