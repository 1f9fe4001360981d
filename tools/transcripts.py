"""Run what the pages tell a reader to type, and write down what it says.

Usage: python -m tools.transcripts    (part of make docs; tests/test_pages.py finds what is stale)

Of each page, from its top to its end, in one scratch folder with a copy of ``decks/``:

* a remark ``<!-- file: PATH -->`` above a fenced block writes the block to that file;
* of a block under ``<!-- part: PATH -->`` every line must stand so in that file;
* a remark ``<!-- edit: PATH: OLD -> NEW -->`` replaces words in it, as the text above it says;
* a block ``sh`` is run line by line, as far as its lines are flashgen's;
* of a block ``console`` the lines that begin with ``$`` are run, and what they print stands below.
"""

import contextlib
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from flashgen.cli import main as flashgen
from tools.annotated import ROOT

# command-line.md is made from the help; its examples are those of the commands.
PAGES = ("README.md", "CONTRIBUTING.md", *(f"docs/{path.name}" for path in ROOT.glob("docs/*.md")))
# What needs a window, a browser or a running Anki.
_NOT_HERE = {"push", "--open", "--watch", "--png", "page.html"}
_BEGUN = "flashgen new varda.txt --into decks/my-deck"
# What a release says must not change by the day.
_SOME_DAY = {"SOURCE_DATE_EPOCH": "1780000000"}
_STEP = re.compile(
    r"^<!-- edit: (?P<edited>[^:]+): (?P<old>.+?) -> (?P<new>.+?) -->$"
    r"|^(?:<!-- (?P<role>file|part): (?P<file>\S+) -->\n)?"
    r"```(?P<language>\w+)\n(?P<block>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Ran:
    """A command line of a page, and what came of it."""

    line: str
    status: int
    output: str


def main() -> None:
    for name in PAGES:
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        path.write_text(walked(text)[0], encoding="utf-8")


def walked(text: str) -> tuple[str, list[Ran]]:
    """A page with the output of its commands as it is today, and these commands as they ran."""
    ran: list[Ran] = []

    def step(match: re.Match[str]) -> str:
        whole, block = match[0], match["block"]
        if match["edited"]:
            _edit(Path(match["edited"]), match["old"], match["new"])
        elif match["role"] == "file":
            _write(Path(match["file"]), block)
        elif match["role"] == "part":
            if block not in Path(match["file"]).read_text(encoding="utf-8"):
                raise SystemExit(f"{match['file']} does not have:\n{block}")
        elif match["language"] == "sh":
            ran.extend(_run(line) for line in block.splitlines() if _is_for_here(line))
        elif match["language"] == "console" and "$ flashgen " in block:
            told = [_run(line[2:]) for line in block.splitlines() if line.startswith("$ ")]
            ran.extend(told)
            shown = "".join(f"$ {each.line}\n{each.output}" for each in told)
            return whole.replace(block, shown)
        return whole

    with _scratch(text):
        return _STEP.sub(step, text), ran


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise SystemExit(f"{path} has no '{old}' to replace")
    path.write_text(text.replace(old, new), encoding="utf-8")


def _is_for_here(line: str) -> bool:
    words = shlex.split(line, comments=True)
    return words[:1] == ["flashgen"] and _NOT_HERE.isdisjoint(words)


def _run(line: str) -> Ran:
    """A command line of flashgen; what is redirected goes into its file."""
    words = shlex.split(line, comments=True)
    target = words[words.index(">") + 1] if ">" in words else ""
    given = words[1 : words.index(">")] if target else words[1:]
    runner = CliRunner(env=_SOME_DAY)
    result = runner.invoke(flashgen, given, catch_exceptions=False, prog_name="flashgen")
    if target:
        _write(Path(target), result.stdout)
    return Ran(line, result.exit_code, result.stderr if target else result.output)


@contextlib.contextmanager
def _scratch(text: str) -> Iterator[None]:
    """A folder to work in: the decks, the deck that the authors' page makes, an article beside."""
    author = (ROOT / "docs" / "author.md").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        shutil.copytree(ROOT / "decks", "decks")
        for article in ("article.txt", "my-article.txt"):
            shutil.copy("decks/october-1917/article.md", article)
        if step := _STEP.search(author):
            _write(Path(step["file"]), step["block"])
        if _BEGUN not in text:
            _run(_BEGUN)
        yield


if __name__ == "__main__":
    main()
