"""What the entries of a deck.yaml say of one another: keys that they refer to, or had before."""

from __future__ import annotations

from collections.abc import Collection

from flashgen.deck.keys import Holds, keys_of
from flashgen.deck.kinds import KINDS
from flashgen.deck.sequences import EventSequence
from flashgen.deck.yaml_reader import YamlMap

_HOLDERS = (*KINDS, EventSequence)


def check_references(top: YamlMap, sections: Collection[str]) -> None:
    """Report every key of another section that is none.

    A section that cannot be read, or has another name, is one mistake and not many.
    """
    misnamed = not set(top.keys) <= set(sections)
    for section, key in (
        (each.section, key) for each in _HOLDERS for key in keys_of(each) if key.of
    ):
        referred = top.map(key.of)
        known = sorted(referred.keys) if referred else []
        keys = frozenset(known)
        if not known and (misnamed or top.has(key.of)):
            continue
        for _, entry in top.maps(section):
            several = key.holds is Holds.REFERENCES
            named = entry.texts(key.name) if several else (entry.text(key.name),)
            for name in filter(None, named):
                if name not in keys:
                    mend = entry.suggestion(name, known)
                    message = f"'{name}' is no key under '{key.of}'; {mend}"
                    entry.report_key(key.name, message, name)


def check_former_keys(top: YamlMap) -> None:
    """Report a former key that is also somebody else's: two notes would have one identity."""
    for section in (each.section for each in _HOLDERS):
        owners = {key: key for key, _ in top.maps(section)}
        for key, entry in top.maps(section):
            for former in entry.texts("was"):
                owner = owners.setdefault(former, key)
                if owner == key:
                    message = "is the key itself; list the keys that it had before"
                    if former != key:
                        continue
                elif owner == former:
                    message = "is still a key of its own; give one of the two another key"
                else:
                    message = f"is a former key of '{owner}', too; keep it where it belongs"
                entry.report_key("was", f"'{former}' {message}", former)
