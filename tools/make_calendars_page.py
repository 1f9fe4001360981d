"""Make docs/calendars.md, how countries counted their days, from the table.

Usage: python -m tools.make_calendars_page
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from flashgen.tables import load
from tools.annotated import ROOT

PAGE = ROOT / "docs" / "calendars.md"
HEAD = """\
# Countries and their calendars

Made by `make docs` from [`calendars.yaml`](../flashgen/tables/calendars.yaml), whose head explains
the short names of the sources: do not edit. Any name in bold, or beside one, may stand under
`calendar:` in a deck.yaml; a town means its country. Each calendar stands with its last day,
counted in itself; before 15 October 1582 all of Europe counted Julian. Where people did not count
alike, or nobody is sure, flashgen says so and leaves a plain date without a calendar.
"""


def main() -> None:
    PAGE.write_text(page(load("calendars")), encoding="utf-8")


def page(rows: Iterable[Mapping[str, Any]]) -> str:
    """The page: an entry for each country."""
    return "\n\n".join((HEAD.rstrip("\n"), *("\n".join(_entry(row)) for row in rows))) + "\n"


def _entry(row: Mapping[str, Any]) -> Iterator[str]:
    also = ", ".join((*row.get("also", ()), *row.get("towns", ())))
    yield f"**{row['name']}**" + (f" ({also})" if also else "")
    yield ""
    yield f"- {row['counts']}"
    if "years" in row:
        yield f"- years begin: {row['years']}"
    for doubt in row.get("unsure", ()):
        days = f"{doubt['days']}, " if "days" in doubt else ""
        yield f"- {'unsure' if days else 'note'}: {days}{doubt['why']}"
    yield f"- source: {row['source']}"


if __name__ == "__main__":
    main()
