"""The command that says what is wrong with a deck."""

from __future__ import annotations

from pathlib import Path

import click

from flashgen.cli.shared import (
    PATH,
    Example,
    article_option,
    complain,
    counted,
    number,
    quiet_option,
    say,
    say_set_aside,
    show,
    templates_option,
    verbose_option,
    with_progress,
)
from flashgen.errors import InputError, Problem, Severity


@click.command(cls=Example, epilog="flashgen check decks/october-1917")
@click.argument("deck", required=False, type=PATH)
@article_option
@templates_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    show_default=True,
    help="For a person, for a program, for editors and CI, or for GitHub's workflows.",
)
@click.option(
    "--explain",
    metavar="RULE",
    is_flag=False,
    flag_value="",
    default=None,
    help="Explain a rule of good cards with an example; without a name, list them all.",
)
@quiet_option
@verbose_option
@click.pass_context
def check(
    ctx: click.Context,
    deck: Path | None,
    article: Path | None,
    templates: Path | None,
    form: str,
    explain: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Say what is wrong with DECK, or with every deck under decks/; write nothing.

    DECK is a deck folder, or an .apkg or .colpkg, whoever made it (packages need Anki's
    own engine: pip install 'flashgen[anki]'). An error is a mistake for which nothing can
    be built; a fault is a card that nobody can trust, and stops a release; a hint is what a
    card could do better, and stops nothing. Under 'allow' a fact says which rule it breaks
    on purpose, and why. Exit status 1 if there is an error or a fault.
    """
    if explain is not None:
        from flashgen.checks.explain import explained, listed

        show(explained(explain) if explain else listed())
        return
    from flashgen.checks.formats import WRITERS
    from flashgen.cli import decks
    from flashgen.steps import PACKAGES

    is_package = deck is not None and deck.suffix.lower() in PACKAGES
    if is_package and (article or templates):
        raise click.UsageError("--article and --templates are for deck folders, not for packages.")
    found: list[Problem] = []
    told: list[str] = []
    for path in with_progress(decks.folders_of(deck, article=article), quiet):
        problems, what = _package(path) if is_package else _deck(path, article, templates, verbose)
        found.extend(problems)
        if what or len(problems) > 1:  # one mistake needs no count
            told.append(f"{path}: {what}{counted(problems) or 'nothing to mend'}")
    if form == "text":
        complain(found)
        say(*(() if quiet else told))
    elif document := WRITERS[form](found):
        show(document)
    ctx.exit(1 if any(problem.severity is not Severity.HINT for problem in found) else 0)


def _deck(
    folder: Path, article: Path | None, templates: Path | None, verbose: bool
) -> tuple[tuple[Problem, ...], str]:
    """What is wrong with a deck folder, and how large the deck is."""
    from flashgen.cli.decks import counts
    from flashgen.steps import made_from

    try:
        made = made_from(folder, article=article, templates=templates)
    except InputError as error:
        return error.problems, ""
    if verbose:
        say_set_aside(made.article)
    return made.problems, f"{counts(made)}, "


def _package(path: Path) -> tuple[tuple[Problem, ...], str]:
    """What is wrong with somebody's package, and how many cards it has."""
    from flashgen.checks.judge import problems_of
    from flashgen.checks.packages import cards_of

    cards = cards_of(path)
    return problems_of(cards), f"{number(len(cards), 'card')}, "
