"""Whatever is typed, the quick way of reading YAML gives what the exact one gives."""

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from flashgen.deck.yaml_nodes import _Exact, compose

# What YAML gives a meaning to, and words for it to have a meaning for.
SIGNS = (
    *"\t\n:-#&*!|>'\"%@`{}[],?x\\~\ufeff\x85\u2028é😀",
    *(": ", "- ", "\n  ", "\n- ", " #", "''", '""', "---\n", "...\n", "&a ", "*a", "!!str ", "! "),
    *("? ", "|\n ", ">-\n ", "|2\n", "null", "<<: ", "%YAML 1.1\n", "\r\n", "\\x41", "\\/", "::"),
    *("key: value\n", "key:\n  other: value\n", "- item\n", "[a, b]", "{a: b}", "{a: }", "a:b"),
)


def told(node: object) -> object:
    """All that flashgen asks of a node."""
    if isinstance(node, tuple):
        return tuple(map(told, node))
    if not isinstance(node, yaml.Node):
        return node
    value = node.value if isinstance(node.value, str) else list(map(told, node.value))
    return type(node), node.tag, value, node.start_mark.line, node.start_mark.column


def outcome(text: str, *, exactly: bool = False) -> object:
    try:
        return told(_Exact(text).get_single_node() if exactly else compose(text))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        return error.problem, mark and (mark.line, mark.column)
    except yaml.YAMLError as error:
        return str(error)


@given(st.lists(st.sampled_from(SIGNS), max_size=12).map("".join))
@example("deck: {id: x, name: }")
@example("deck:\n  name:\n  id: x")
@example("deck: {name: Who? me}")
@example("deck: !\n")
@example("text: |# remark\n  words\n")
@example("text: a\tb")
@example("---\n ")
@example("a: [" * 30)
def test_the_quick_way_reads_what_the_exact_one_reads(text: str) -> None:
    assert outcome(text) == outcome(text, exactly=True)
