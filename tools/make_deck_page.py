"""Make docs/deck-yaml.md and the JSON Schema of deck.yaml, from the table of kinds.

Usage: python -m tools.make_deck_page
"""

from collections.abc import Iterator

from flashgen.deck.common import Common
from flashgen.deck.file import DeckInfo, Ignored, SourceInfo
from flashgen.deck.keys import Holds, Key, keys_of
from flashgen.deck.kinds import KINDS, Item
from flashgen.deck.medium import Medium
from flashgen.deck.schema import schema_text
from flashgen.deck.sequences import EventSequence
from tools.annotated import ROOT

PAGE = ROOT / "docs" / "deck-yaml.md"
SCHEMA = ROOT / "flashgen" / "deck" / "deck.schema.json"
HEAD = """\
# deck.yaml, key by key

Made by `make docs` from [the table of kinds](../flashgen/deck/kinds.py): do not edit. The same
table makes [`deck.schema.json`](../flashgen/deck/deck.schema.json), with which an editor completes
and checks the keys while you type. In **bold**: keys that must be there. A whole deck.yaml stands
on [the authors' page](author.md#3-correct-it), how dates are written in
[dates.md](dates.md).
"""
COMMON = """\
## Every fact

A fact stands under its key: `people: {brandt: {name: Elias Brandt}}`. The key is its identity, in
small letters, figures and hyphens; a learner's history hangs on it. These keys every fact can have:
"""
MEDIUM = """\
### A picture, a map, a sound

What stands under `picture`, `map` or `sound`
([more](author.md#pictures-sounds-and-maps-of-your-own)):
"""
SEQUENCES = """\
Events in their order, two or more: for each but the first a note that asks what came next after the
one before it. Its key is that of the sequence and of the event that it asks by, `siege/surrender`;
its passage or `cite:` is that of the event that answers.
"""
DROPPED = """\
## dropped

Notes that a release had and this deck has not, on purpose: by section, the list of their keys, such
as `siege/surrender` under `sequences`.
"""
WAITING = """\
## todo

What a draft or `flashgen sync` proposes and no card asks yet, by section. Nothing in it is read.

## proposed

What was proposed once, by section, each in short: `brandt: {name: Elias Brandt}`. `flashgen sync`
does not propose it again. Where it or `todo` has a section `quotations`, none is added by itself.
"""
Section = type[DeckInfo | SourceInfo | Ignored]
SECTIONS: tuple[tuple[Section, str], ...] = (
    (DeckInfo, "The deck as a whole. This section must be there."),
    (SourceInfo, "The article that stands beside deck.yaml."),
    (Ignored, "Names and words that the rules find and the deck does not want."),
)


def main() -> None:
    PAGE.write_text(page(), encoding="utf-8")
    SCHEMA.write_text(schema_text(), encoding="utf-8")


def page() -> str:
    """The page: a table for each section."""
    (deck, about_deck), *rest = SECTIONS
    parts = [HEAD, *_section(deck.section, about_deck, keys_of(deck))]
    parts += [COMMON, _table(keys_of(Common)), MEDIUM, _table(keys_of(Medium))]
    for kind in KINDS:
        own = [key for key in keys_of(kind) if key not in keys_of(Common)]
        about = (kind.__doc__ or "").partition("\n")[0].replace("``", "`")
        parts += [*_section(kind.section, about, own), _questions(kind)]
    parts += _section(EventSequence.section, SEQUENCES, keys_of(EventSequence))
    for holder, about in rest:
        parts += _section(holder.section, about, keys_of(holder))
    return "\n".join((*parts, DROPPED, WAITING))


def _section(name: str, about: str, keys: list[Key] | tuple[Key, ...]) -> Iterator[str]:
    yield f"## {name}\n\n{about.rstrip()}\n"
    yield _table(keys)


def _table(keys: list[Key] | tuple[Key, ...]) -> str:
    rows = ["| key | holds | |", "| --- | --- | --- |"]
    for key in keys:
        name = f"**`{key.name}`**" if key.required else f"`{key.name}`"
        rows.append(f"| {name} | {_holds(key)} | {key.help.replace('|', '/')} |")
    return "\n".join(rows) + "\n"


def _holds(key: Key) -> str:
    words = key.holds.value
    if key.of:
        words += f" of `{key.of}`"
    if key.holds is Holds.CHOICE:
        words = ", ".join(f"`{choice}`" for choice in key.choices)
    return f"{words} (formerly `{key.formerly}`)" if key.formerly else words


def _questions(kind: type[Item]) -> str:
    rows = ["What it can ask (`ask:`):\n", "| question | needs | asked |", "| --- | --- | --- |"]
    for name, question in kind.questions.items():
        needs = f"`{question.needs}`" + (f" or `{question.or_else}`" if question.or_else else "")
        rows.append(f"| `{name}` | {needs} | {'as usual' if question.usual else 'on demand'} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    main()
