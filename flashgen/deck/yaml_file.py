"""Read a YAML file, and say of one that is none where it goes wrong and what to do."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import yaml

from flashgen.deck.yaml_nodes import compose
from flashgen.deck.yaml_reader import YamlMap
from flashgen.errors import InputError, Problem
from flashgen.files import read_plain

_ESCAPE = re.compile(r"\\U([0-9A-Fa-f]{8})")
# What the YAML parser says of the mistakes that people make, and what to do about them.
_MENDS = (
    (
        "mapping values are not allowed",
        "put quotes around a text that holds ': ', or mend the indentation",
    ),
    ("found character '\\t'", "indent with spaces, not with tabs"),
    ("that cannot start any token", "put quotes around a text that begins so"),
    ("found another document", "keep one document: remove the line '---'"),
    ("second occurrence", "the anchor stands twice: rename one"),
    ("undefined alias", "put quotes around a text that begins with '*'"),
    ("unexpected end of stream", "the text that begins here lacks its closing quotation mark"),
    ("but got '?'", "within braces put quotes around a text that holds '?'"),
    ("nested too deeply", "flashgen needs four levels at most"),
    ("tags are not read", "remove the word that begins with '!'"),
)


def read_yaml(path: Path, problems: list[Problem]) -> YamlMap:
    """The top mapping of a file. Raises InputError where there is none to be read."""
    data = read_plain(path)
    try:
        text = data.decode("utf-8-sig")
        node = compose(text)
    except UnicodeDecodeError as error:
        raise InputError.not_utf8(path, error) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        character = f"U+{ord(text[error.position]):04X}"
        raise InputError.at(
            path, f"not valid YAML: the character {character} may not stand there; remove it", line
        ) from error
    except yaml.MarkedYAMLError as error:
        raise _not_yaml(path, error) from error
    except (OverflowError, ValueError) as error:  # of chr()
        escape = next(e for e in _ESCAPE.finditer(text) if int(e[1], 16) > sys.maxunicode)
        line = text.count("\n", 0, escape.start()) + 1
        message = f"not valid YAML: there is no character {escape[0]}; remove it"
        raise InputError.at(path, message, line) from error
    if not isinstance(node, yaml.MappingNode):
        raise InputError.at(path, "must be a mapping of sections, such as 'deck:'", 1)
    return YamlMap(node, path, problems)


def _not_yaml(path: Path, error: yaml.MarkedYAMLError) -> InputError:
    """What the parser complains of, and the mend."""
    what = error.problem or "not to be read"
    mark = error.problem_mark
    if "unexpected end of stream" in what:
        mark = error.context_mark or mark
    mends = (mend for part, mend in _MENDS if part in what)
    mend = next(mends, "check the indentation and quotes here")
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    return InputError.at(path, f"not valid YAML: {what}; {mend}", line, column)
