"""What is wrong with the HTML and CSS of templates, and which media they load."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from flashgen.errors import Location, Problem
from flashgen.note_types.contrast import Rule, weak_contrasts
from flashgen.note_types.layers import STYLE, THEME, Layers, Source, builtin_templates
from flashgen.note_types.markup import read_markup
from flashgen.note_types.media import Media
from flashgen.note_types.styles import read_style
from flashgen.note_types.tag_rules import filter_mistakes

# To find the nearest class takes a while: of more than these, it is the style that is missing.
_MOST_NAMED = 100
_CLASS = re.compile(r'class="([^"]*)"')


def lint(layers: Layers, media: Media, html: Iterable[Source], css: Iterable[Source]) -> None:
    """Read these files; problems gather in ``layers``, and what is loaded in ``media``."""
    known: set[str] = set()
    styled: set[str] = set()
    classes: dict[str, Location] = {}
    used: dict[str, Location] = {}
    rules: list[tuple[Callable[[int], Location], Rule]] = []

    def style(source: Source, offset: int, text: str, *, inside: bool = False) -> None:
        found = read_style(text, inside=inside)
        for at, message in found.mistakes:
            layers.warnings.append(Problem(source.where(offset + at), message))
        for at, address in found.loaded:
            media.refer(source.where(offset + at), address)
        known.update(found.known)
        styled.update(found.classes)
        for name, at in found.used.items():
            used.setdefault(name, source.where(offset + at))
        rules.extend((lambda at: source.where(offset + at), rule) for rule in found.rules)

    for source in css:
        media.take(source.path, source.text)
        style(source, 0, source.text)
    for source in html:
        media.take(source.path, source.text)
        layers.errors.extend(Problem(source.where(m.offset), str(m)) for m in source.mistakes)
        layers.errors.extend(filter_mistakes(layers, source))
        markup = read_markup(source.text, source.tree)
        for offset, message in markup.mistakes.items():
            layers.warnings.append(Problem(source.where(offset), message))
        for name, offset in markup.classes.items():
            classes.setdefault(name, source.where(offset))
        for offset, address in sorted(markup.loaded):
            media.refer(source.where(offset), address)
        for offset, text, inside in sorted(markup.styles):
            style(source, offset, text, inside=inside)
    # What stands for a custom property that nothing sets is lost.
    for name in used.keys() - known:
        mend = f"set it in {layers.find(THEME)}"
        layers.warnings.append(Problem(used[name], f"nothing sets '{name}'; {mend}"))
    unknown = sorted(classes.keys() - styled - _offered(), key=lambda name: (classes[name], name))
    with_style, write = sorted(styled), f"write one in {layers.find(STYLE)}, or remove it"
    for name in unknown[:_MOST_NAMED]:
        mend = layers.nearest(name, with_style, write)
        layers.warnings.append(Problem(classes[name], f"no style has the class '{name}'; {mend}"))
    layers.warnings.extend(weak_contrasts(rules))


@cache
def _offered() -> frozenset[str]:
    """The classes in the built-in templates, which a style need not take up."""
    texts = [path.read_text(encoding="utf-8") for path in builtin_templates().glob("*/*.html")]
    return frozenset(" ".join(_CLASS.findall("".join(texts))).split())
