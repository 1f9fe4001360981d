"""Frozen dataclasses of plain JSON, checked to the last value: anybody may have written it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

_FORM = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
TIME = "%Y-%m-%dT%H:%M:%SZ"
# A time in seconds UTC, which JSON has as a day and an hour.
Seconds = Annotated[int, TIME]
# Times in packages have room to grow, and every one has a day.
LATEST = int(datetime(9999, 12, 31, tzinfo=UTC).timestamp())


def from_plain(kind: Any, plain: Any) -> Any:
    """A value of a type from what ``json.loads`` gives.

    Types are str, int, ``Seconds``, tuples, mappings by str, and dataclasses of these. Raises
    ValueError where there is anything else.
    """
    match plain:
        case dict() if plain and plain.keys() == _types(kind).keys():
            types = _types(kind)
            values = {name: from_plain(types[name], each) for name, each in plain.items()}
            return kind(**values)
        case dict() if get_origin(kind) is Mapping:
            _, part = get_args(kind)
            return {from_plain(str, key): from_plain(part, each) for key, each in plain.items()}
        case list() if get_origin(kind) is tuple:
            part = get_args(kind)[0]
            return tuple([from_plain(part, each) for each in plain])
        case str() if kind is str:
            plain.encode()  # half a character is no text, and cannot be written
            return plain
        case str() if kind == Seconds:
            moment = datetime.fromisoformat(plain)
            if _FORM.fullmatch(plain) and 0 <= (time := int(moment.timestamp())) < LATEST:
                return time
        case int() if kind is int and not isinstance(plain, bool):
            return plain
    raise ValueError(f"{str(plain)[:40]!r} has another shape")


def to_plain(kind: Any, value: Any) -> Any:
    """What ``json.dumps`` takes for a value of such a type, from which ``from_plain`` makes it."""
    if _is_plain(kind):
        return value
    if types := _types(kind):
        return {name: to_plain(each, getattr(value, name)) for name, each in types.items()}
    if get_origin(kind) is Mapping:
        part = get_args(kind)[-1]
        return {key: to_plain(part, each) for key, each in value.items()}
    if get_origin(kind) is tuple:
        return [to_plain(get_args(kind)[0], each) for each in value]
    return _in_words(value)


@cache
def _is_plain(kind: Any) -> bool:
    """Whether ``json.dumps`` takes values of a type as they are: texts, numbers, many of them."""
    return kind != Seconds and not _types(kind) and all(map(_is_plain, get_args(kind)))


@lru_cache(64)  # notes have the times of a few releases
def _in_words(time: int) -> str:
    return datetime.fromtimestamp(time, UTC).strftime(TIME)


@cache
def _types(kind: Any) -> Mapping[str, Any]:
    """The parts of a dataclass; none of any other type."""
    return get_type_hints(kind, include_extras=True) if is_dataclass(kind) else {}
