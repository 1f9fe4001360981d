"""--watch in a real browser: save a file, and the open page follows."""

import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from flashgen.previews.watch import look, saves
from tests.conftest import needs_anki
from tests.previews.conftest import LIMIT, cards, expect, side, wait_in
from tests.small_deck import write_deck

pytestmark = pytest.mark.slow

MEANING = "term/bastion/meaning"
# Runs flashgen so that Ctrl-C ends it. Who starts the tests in the background may have them ignore
# Ctrl-C, and what a process ignores its children ignore.
_HEARING_CTRL_C = """\
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("flashgen", run_name="__main__", alter_sys=True)
"""


class Watched:
    """A small deck that a ``flashgen preview --watch`` of its own shows."""

    def __init__(self, folder: Path, *options: str | Path) -> None:
        needs_anki()
        self.folder = folder
        command = ["preview", folder, "--watch", "--port", "0", *options]
        self.process = subprocess.Popen(
            [sys.executable, "-c", _HEARING_CTRL_C, *map(str, command)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        self.greeting = self.process.stdout.readline()
        found = re.match(r"http://127\.0\.0\.1:\d+/", self.greeting)
        assert found, self.greeting + self.stop()[1]
        self.address = found[0]

    def change(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def stop(self) -> tuple[str, str]:
        """Ctrl-C; returns what was still to be read of output and errors."""
        self.process.send_signal(signal.SIGINT)
        return self.process.communicate(timeout=LIMIT)


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Callable[..., Watched]]:
    started: list[Watched] = []

    def begin(*options: str | Path, folder: Path | None = None) -> Watched:
        started.append(Watched(folder or write_deck(tmp_path / "deck"), *options))
        return started[-1]

    yield begin
    for one in started:
        one.process.kill()
        one.process.communicate()


@pytest.fixture
def watched(watch: Callable[..., Watched]) -> Watched:
    return watch()


def open_at(tab: Any, watched: Watched, state: str = "") -> None:
    """Open the page, and wait until it listens."""
    tab.goto(watched.address + state)
    tab.wait_for_function("() => document.documentElement.dataset.state")


# --- each kind of file ----------------------------------------------------------------------------


def test_the_page_follows_a_save_of_each_kind_of_file(tab: Any, watched: Watched) -> None:
    open_at(tab, watched, "#type=term/meaning")
    front = side(tab, MEANING, "front")
    watched.change(
        "deck.yaml", "term: bastion, meaning", "term: bastion, hint: B for wall, meaning"
    )
    front.get_by_text("B for wall").or_(front.get_by_text("Hint")).first.wait_for()
    # A folder of templates that was not there, then a file in it, then its style.
    watched.write("templates/term/meaning.front.html", "<p>What is a {{Term}}?</p>")
    front.get_by_text("What is a bastion?").wait_for()
    watched.change("templates/term/meaning.front.html", "What is", "Say what is")
    front.get_by_text("Say what is a bastion?").wait_for()
    watched.write("templates/style.css", ".card { color: rgb(9, 8, 7) }")
    wait_in(front, "getComputedStyle(document.body).color === 'rgb(9, 8, 7)'")
    watched.change("article.txt", "The last bastion had fallen", "At last the bastion had fallen")
    side(tab, MEANING, "back").get_by_text("At last the bastion had fallen").wait_for()


def test_an_editor_may_save_under_another_name_and_rename(tab: Any, watched: Watched) -> None:
    open_at(tab, watched, "#type=term/meaning")
    path = watched.folder / "deck.yaml"
    for meaning in ("first meaning", "second meaning"):
        text = re.sub("meaning: .*?}", f"meaning: {meaning}}}", path.read_text(encoding="utf-8"))
        beside = path.with_name("4913")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
        side(tab, MEANING, "back").get_by_text(meaning).wait_for()


def test_an_article_and_templates_elsewhere_are_followed(
    tab: Any, watch: Callable[..., Watched], tmp_path: Path
) -> None:
    folder = write_deck(tmp_path / "deck")
    article = (folder / "article.txt").rename(tmp_path / "mine.txt")
    look_ = tmp_path / "look"
    look_.mkdir()
    watched = watch("--article", article, "--templates", look_, folder=folder)
    open_at(tab, watched, "#type=term/meaning")
    watched.write("../look/term/meaning.front.html", "<p>Which is {{Term}}?</p>")
    side(tab, MEANING, "front").get_by_text("Which is bastion?").wait_for()
    watched.change("../mine.txt", "The last bastion had fallen", "At last the bastion had fallen")
    side(tab, MEANING, "back").get_by_text("At last the bastion had fallen").wait_for()


def test_notes_come_and_go(tab: Any, watched: Watched) -> None:
    open_at(tab, watched)
    before = cards(tab)
    watched.change("deck.yaml", "terms:\n", "terms:\n  siege: {term: siege, meaning: long visit}\n")
    side(tab, "term/siege/meaning", "front").wait_for()
    assert set(cards(tab)) - set(before) == {"term/siege/meaning", "term/siege/term"}
    watched.change("deck.yaml", "  siege: {term: siege, meaning: long visit}\n", "")
    tab.wait_for_function("() => !document.querySelector('[id^=\"card-term/siege\"]')")
    assert cards(tab) == before


# --- a mistake ------------------------------------------------------------------------------------


def test_a_mistake_shows_on_the_page_and_goes_when_it_is_mended(tab: Any, watched: Watched) -> None:
    open_at(tab, watched, "#type=term/meaning")
    good = "<p>Mind the {{Term}}</p>"
    watched.write("templates/term/meaning.front.html", good)
    front = side(tab, MEANING, "front")
    front.get_by_text("Mind the bastion").wait_for()
    watched.write("templates/term/meaning.front.html", "{{Nothing}}\n{{Nobody}}")
    alert = tab.get_by_role("alert")
    alert.wait_for()
    file = watched.folder / "templates" / "term" / "meaning.front.html"
    for place in (f"{file}:1:1", f"{file}:2:1"):
        line = re.compile(rf"^{re.escape(place)}: ")
        expect(alert.get_by_role("listitem").filter(has_text=line).first).to_be_visible()
    expect(front.get_by_text("Mind the bastion")).to_be_visible()  # the last good state
    expect(tab).to_have_title(re.compile("^✗"))
    # Who opens the page now sees the last good state, and the mistake.
    tab.reload()
    alert.wait_for()
    expect(front.get_by_text("Mind the bastion")).to_be_visible()
    watched.write("templates/term/meaning.front.html", good)
    alert.wait_for(state="hidden")
    expect(tab).to_have_title("The Siege – preview")
    assert "meaning.front.html:1:1" in watched.stop()[1]  # the terminal said it, too


def test_a_deck_that_is_wrong_from_the_start_is_served_as_soon_as_it_is_right(
    tab: Any, watch: Callable[..., Watched], tmp_path: Path
) -> None:
    folder = write_deck(tmp_path / "deck", deck="deck: [\n")
    watched = watch(folder=folder)
    open_at(tab, watched, "#type=term/meaning")
    expect(tab.get_by_role("alert")).to_contain_text("not valid YAML")
    write_deck(folder)
    side(tab, "term/bastion/meaning", "front").wait_for()
    expect(tab.get_by_role("alert")).to_have_count(0)
    assert cards(tab) == [MEANING]


# --- what stays -----------------------------------------------------------------------------------


def test_place_filters_and_switches_stay(tab: Any, watched: Watched) -> None:
    open_at(tab, watched)
    tab.set_viewport_size({"width": 800, "height": 500})
    tab.get_by_text("Night", exact=True).click()
    tab.get_by_label("Find").fill("b")
    shown = cards(tab)
    last = tab.locator(".entry:visible").last
    last.get_by_role("heading").click()
    frame = last.locator("iframe").first
    frame.wait_for()
    tab.evaluate("document.querySelectorAll('iframe').forEach((frame) => { frame.kept = true; })")
    state = tab.evaluate("document.documentElement.dataset.state")
    watched.write("templates/term/meaning.front.html", "<p>A quite new {{Term}}</p>")
    tab.wait_for_function("(state) => document.documentElement.dataset.state !== state", arg=state)
    assert cards(tab) == shown
    expect(tab.get_by_label("Find")).to_have_value("b")
    expect(tab.get_by_role("radio", name="Night")).to_be_checked()
    top = "(node) => node.getBoundingClientRect().top < innerHeight && scrollY > 0"
    tab.wait_for_function(top, arg=last.element_handle())
    # A card that is as it was is not even drawn anew.
    assert tab.evaluate("[...document.querySelectorAll('iframe')].some(frame => frame.kept)")


def test_the_page_says_when_nobody_answers_any_more(tab: Any, watched: Watched) -> None:
    open_at(tab, watched)
    watched.stop()
    tab.get_by_text("flashgen no longer answers").wait_for()


# --- the server -----------------------------------------------------------------------------------


def test_ctrl_c_ends_it_in_one_line(watched: Watched) -> None:
    assert watched.stop() == ("ended\n", "")
    assert watched.process.returncode == 0


def test_only_this_machine_is_answered_and_only_under_its_own_name(watched: Watched) -> None:
    """Another site must not read the deck by a name of its own that leads here."""
    port = watched.address.rpartition(":")[2]
    for host, answer in ((f"localhost:{port}", 200), (f"deck.example:{port}", 403)):
        request = urllib.request.Request(  # noqa: S310
            watched.address + "deck.json", headers={"Host": host.strip("/")}
        )
        with ExitStack() as stack:
            try:
                found = stack.enter_context(urllib.request.urlopen(request))  # noqa: S310
            except urllib.error.HTTPError as error:
                found = stack.enter_context(error)
            assert found.status == answer


def test_a_port_that_is_taken_is_one_line(watched: Watched) -> None:
    port = watched.address.strip("/").rpartition(":")[2]
    second = subprocess.run(
        [sys.executable, "-m", "flashgen", "preview", watched.folder, "--watch", "--port", port],
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT,
    )
    assert second.returncode == 1
    message = f"--port {port}: is taken; name another one, or 0 for any that is free\n"
    assert (second.stdout, second.stderr) == ("", message)


# --- watching -------------------------------------------------------------------------------------


def test_a_save_while_one_was_at_work_is_not_missed(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "file.txt"
    file.parent.mkdir()
    file.write_text("one", encoding="utf-8")
    changes = saves([tmp_path])
    next(changes)
    file.write_text("two!", encoding="utf-8")  # before anybody waits for it
    next(changes)


def test_hidden_files_are_not_looked_at_and_missing_ones_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "index").touch()
    (tmp_path / ".deck.yaml.swp").touch()
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "deck.yaml").touch()
    assert set(look([tmp_path, tmp_path / "missing"])) == {str(tmp_path / "deck.yaml")}


def test_a_link_is_followed_to_its_file(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.yaml"
    target.write_text("one", encoding="utf-8")
    folder = tmp_path / "deck"
    folder.mkdir()
    (folder / "deck.yaml").symlink_to(target)
    before = look([folder])
    target.write_text("two!", encoding="utf-8")
    assert look([folder]) != before
