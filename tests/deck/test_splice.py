"""Entries are laid into a deck.yaml, and every other character of it stays where it is."""

import re
from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from flashgen.deck.splice import Addition, splice

HOLT = Addition(
    key="holt",
    block="# paragraph 2: Holt: came.\nholt:\n  name: Anna Holt\n  who: ''",
    flow="holt: {name: Anna Holt, who: ''}",
    remarks="# paragraph 2: Holt: came.\n",
)
LANDING = Addition(
    key="'1700'",
    block="'1700':\n  what: Holt landed.\n  date: '1700'",
    flow="'1700': {what: Holt landed., date: '1700'}",
)
SHORT = Addition(key="holt", block="holt: {name: A}", flow="holt: {name: A}", apart=False)
NEW = (
    Addition(
        "todo",
        remarks="# New.\n",
        parts=(Addition("people", parts=(HOLT,)), Addition("events", parts=(LANDING,))),
    ),
    Addition("proposed", parts=(Addition("people", parts=(SHORT,), apart=False),)),
)
ADDED: dict[str, Any] = {
    "todo": {
        "people": {"holt": {"name": "Anna Holt", "who": ""}},
        "events": {"1700": {"what": "Holt landed.", "date": "1700"}},
    },
    "proposed": {"people": {"holt": {"name": "A"}}},
}
BREAKS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
NOTHING = re.compile(r"(?<=:) *(?:\{\}|~|null|'')")


def read(text: str) -> Any:
    """What a text says, each value as it is typed, with the order of its keys."""
    return yaml.load(text.removeprefix("\ufeff"), Loader=yaml.BaseLoader)  # noqa: S506


def joined(old: Any, new: Any) -> Any:
    if not isinstance(new, dict):
        return new
    old = old if isinstance(old, dict) else {}
    return old | {key: joined(old.get(key), value) for key, value in new.items()}


def in_order(value: Any) -> Any:
    if isinstance(value, dict):
        return [(key, in_order(inner)) for key, inner in value.items()]
    return value


def assert_laid_in(old: str, new: str) -> None:
    """All lines of the old text are there, and it says the same and what was added."""
    rest = iter(BREAKS.split(new))
    for line in BREAKS.split(old):
        kept = {line, NOTHING.sub("", line, count=1)}
        assert any(other in kept for other in rest), line
    ended = old if BREAKS.fullmatch(old[-1:]) else f"{old}\n"  # the text of a block may end there
    assert in_order(read(new)) in [in_order(joined(read(o), ADDED)) for o in (old, ended)]
    assert len(set(BREAKS.findall(new))) <= max(1, len(set(BREAKS.findall(old))))


# --- what it looks like --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            """\
            deck: {id: x}
            todo:
              people:
                # paragraph 1: He went.
                brandt:
                  name: Brandt
                  # who was he?

              events:
                fall: {date: 1700}
            # what is no more
            dropped: {people: [x]}
            """,
            """\
            deck: {id: x}
            todo:
              people:
                # paragraph 1: He went.
                brandt:
                  name: Brandt
                  # who was he?

                # paragraph 2: Holt: came.
                holt:
                  name: Anna Holt
                  who: ''

              events:
                fall: {date: 1700}

                '1700':
                  what: Holt landed.
                  date: '1700'

            # what is no more
            dropped: {people: [x]}

            proposed:
              people:
                holt: {name: A}
            """,
            id="in the middle",
        ),
        pytest.param(
            """\
            deck: {id: x}
            # the end""",
            """\
            deck: {id: x}
            # the end

            # New.
            todo:
              people:
                # paragraph 2: Holt: came.
                holt:
                  name: Anna Holt
                  who: ''

              events:
                '1700':
                  what: Holt landed.
                  date: '1700'

            proposed:
              people:
                holt: {name: A}
            """,
            id="nothing there, no line break at the end",
        ),
        pytest.param(
            """\
            todo: {}   # nothing
            deck:
                id: x
            proposed:
              people:
                old: {name: O}
            ...
            """,
            """\
            todo:   # nothing
              people:
                # paragraph 2: Holt: came.
                holt:
                  name: Anna Holt
                  who: ''

              events:
                '1700':
                  what: Holt landed.
                  date: '1700'

            deck:
                id: x
            proposed:
              people:
                old: {name: O}
                holt: {name: A}
            ...
            """,
            id="empty braces, end of the document",
        ),
    ],
)
def test_an_entry_stands_where_one_looks_for_it(old: str, new: str) -> None:
    old, new = dedent(old), dedent(new)
    assert splice(old, NEW) == new
    assert_laid_in(old, new)


def test_in_braces_an_entry_has_lines_of_its_own() -> None:
    old = "todo: {people: {a: {name: A},}, events: {}}\n"
    assert splice(old, NEW[:1]) == dedent("""\
        todo: {people: {a: {name: A},
            # paragraph 2: Holt: came.
            holt: {name: Anna Holt, who: ''}
          }, events: {
            '1700': {what: Holt landed., date: '1700'}
          }}
        """)


@pytest.mark.parametrize(
    "text",
    [
        "{deck: {id: x}}\n",
        '{"deck": {"id": "x"},\n "todo": {"people": {}} # json\n}\n',
        "todo: {people: {a: {b: c # d\n  },},\n  events: } # e\nproposed: {}\n",
        "todo:\n  people: {\n  # none\n  }\n  events: {b: {c: '}'}}\n",
    ],
)
def test_in_braces_it_says_the_same_and_more(text: str) -> None:
    new = splice(text, NEW)
    assert in_order(read(new)) == in_order(joined(read(text), ADDED))
    rest = iter(new)
    assert all(character in rest for character in text.replace("{}", ""))


@pytest.mark.parametrize(
    "text",
    [
        "todo: &a {}\nx: *a\n",
        "x: &a {people: {b: {}}}\ntodo: *a\n",
        "x: &a {b: {name: B}}\ntodo: {people: *a}\n",
        "? todo\n? deck\n: a\n",
        "todo: {people, events}\n",
    ],
)
def test_what_cannot_be_added_to_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="cannot be added to as it is written"):
        splice(text, NEW)


# --- whatever authors write ----------------------------------------------------------------------

REMARKS = ("# remark\n", "   # deep\n", "# tab\t#\n", "\n", "  \n", "        # deeper: [x\n", "")
ENTRIES = (
    "brandt:\n  name: Elias Brandt\n",
    "'brandt':\n    name:   Elias\n      Brandt   # two lines\n\n    who: \"a: \\\n     b\"\n",
    "brandt: {name: Elias, aliases: [a,\n  b], who: {}}\n",
    "brandt:\n  # above\n  text: |\n    one\n\n    # no remark\n\n",
    "brandt:\n  text: >+\n    one\n\n\n",
    "brandt:\n  text: |2-\n     one\n  # below\n",
    "brandt: &a\n  name: &b x\nother: *a\nthird:\n  name: *b\n",
    "brandt:\n",
    "brandt: ~\n",
    '"brandt" :   \n  aliases:\n  - a\n  -   b # and\n\n',
    "brandt:\n  aliases:\n    - a\n    - - b\n",
    "a b: x\n1700: [y]\n",
)
EMPTY = ("", " ", " {}", " ~", " null", "   # none", " {} # none", " ''", " &none")
HEADS = ("", "# a\n", "---\n", "%YAML 1.1\n---\n", "\n\n", "--- # b\n")
ENDS = ("", "...\n", "# end\n", "\n\n", "  # end\n", "# end", " # end\t\n...\n# after\n")


def shifted(text: str, by: int) -> str:
    """A text by some columns to the right, empty lines as they are."""
    return "".join(
        " " * by + line if line.strip() else line for line in text.splitlines(keepends=True)
    )


@st.composite
def sections(draw: st.DrawFn) -> str:
    """The sections of facts, or some of them, in any layout."""
    text = ""
    for section in draw(st.permutations(("people", "events", "terms")))[: draw(st.integers(1, 3))]:
        key = draw(st.sampled_from(("{}:", "'{}':", '"{}" :'))).format(section)
        if draw(st.booleans()):
            entries = draw(st.sampled_from(ENTRIES)).replace("brandt", f"brandt-{section}")
            entries = re.sub(r"([&*])([ab])", rf"\g<1>{section}\g<2>{len(text)}", entries)
            anchor = draw(st.sampled_from(("", f" &{section}{len(text)}", "  # all")))
            above = draw(st.sampled_from(REMARKS))
            text += f"{key}{anchor}\n{above}" + shifted(entries, draw(st.integers(1, 4)))
        else:
            text += key + draw(st.sampled_from(EMPTY)).replace("none", f"n{len(text)}") + "\n"
        text += draw(st.sampled_from(REMARKS))
    return text


@st.composite
def files(draw: st.DrawFn) -> str:
    """A deck.yaml as far as YAML is concerned."""
    text = ""
    for section in draw(st.permutations(("deck", "todo", "proposed", "ignore"))):
        match draw(st.integers(0, 3)):
            case 0 if section != "deck":
                continue
            case 1:
                nothing = draw(st.sampled_from(EMPTY)).replace("&none", f"&e{len(text)}")
                text += f"{section}:{nothing}\n"
            case _:
                inner = re.sub(r"([&*])(\w+)", rf"\g<1>{section}-\g<2>", draw(sections()))
                text += f"{section}:\n" + shifted(inner, draw(st.integers(1, 3)))
        text += draw(st.sampled_from(REMARKS))
    text = draw(st.sampled_from(HEADS)) + text + draw(st.sampled_from(ENDS))
    if draw(st.booleans()):
        text = text.rstrip("\n")
    text = text.replace("\n", draw(st.sampled_from(("\n", "\r\n"))))
    return draw(st.sampled_from(("", "\ufeff"))) + text


@given(files())
@example("deck: {}\ntodo:\n  people:\n    a:\n      b: |+\n        x\n\n\n# end\nproposed:\n")
@example("  deck: {}\n  todo:\n      people:\n          a:\n           b: c\n")
@example("todo:\n  people:\n    a:\n      b: >\n        c\n        d")
@example("deck: x\rtodo:\r  people:\r")
@example("deck: x\u2028todo:\n  people:\n    a: {b: \u00e9\U0001f600}\n")
def test_whatever_is_there_stays(text: str) -> None:
    read(text)
    assert_laid_in(text, splice(text, NEW))
