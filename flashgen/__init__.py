"""flashgen turns a history article and a curated YAML file into an Anki deck one can trust.

    import flashgen

    flashgen.build("decks/october-1917", "october.apkg")

Each name below is imported when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flashgen.drafting.draft import draft
    from flashgen.errors import InputError
    from flashgen.library import build, check, diff, draw_maps, new, preview, push, release, sync
    from flashgen.reading import read_article
    from flashgen.rules import find_mentions

__version__ = "0.5.0"
__all__ = [
    "InputError",
    "build",
    "check",
    "diff",
    "draft",
    "draw_maps",
    "find_mentions",
    "new",
    "preview",
    "push",
    "read_article",
    "release",
    "sync",
]
_HOMES = {
    "InputError": ("errors", "InputError"),
    "draft": ("drafting.draft", "draft"),
    "find_mentions": ("rules", "find_mentions"),
    "read_article": ("reading", "read_article"),
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'flashgen' has no attribute '{name}'")
    module, attribute = _HOMES.get(name, ("library", name))
    return getattr(import_module(f"flashgen.{module}"), attribute)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
