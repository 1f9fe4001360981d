"""Serve the page on this machine alone, and tell it of each change.

The page holds a line to the server ("server-sent events"), over which it hears that there is a new
state of the deck, or what is wrong; it then asks for the deck.
"""

from __future__ import annotations

import errno
import json
import secrets
import sys
import threading
from collections.abc import Callable, Iterable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from flashgen.errors import Argument, InputError, Subject
from flashgen.previews.page import EMPTY, Page
from flashgen.previews.watch import saves

HOST = "127.0.0.1"
_HEARTBEAT = 5.0  # seconds; the line of a page that was closed is given up after that


class LivePage:
    """The last good state of the page, and what is wrong since; threads wait for the next one."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._page = EMPTY
        self._errors: tuple[str, ...] = ()
        # A page that was opened from another run must not take our first state for its own.
        self._run = secrets.token_hex(4)
        self._count = 0

    def show(self, page: Page) -> None:
        """A new good state."""
        with self._changed:
            self._page, self._errors = page, ()
            self._count += 1
            self._changed.notify_all()

    def complain(self, errors: Iterable[str]) -> None:
        """Something is wrong; the last good state stays."""
        with self._changed:
            self._errors = tuple(errors)
            self._changed.notify_all()

    def html(self) -> str:
        """The last good state as a page."""
        with self._changed:
            page, state = self._page, self._state
        return page.html(state)

    def data(self) -> str:
        """The last good state for a page that is open already."""
        with self._changed:
            return self._page.data

    @property
    def _state(self) -> str:
        return f"{self._run}-{self._count}"

    def status(self) -> str:
        """What an open page has to know, as JSON: the name of the state, and what is wrong."""
        with self._changed:
            return json.dumps({"state": self._state, "errors": self._errors})

    def wait(self, known: str, seconds: float) -> str:
        """The status as soon as it is another than ``known``, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.status() != known, seconds)
            return self.status()


class _Server(ThreadingHTTPServer):
    """Answers for one page; ends with the program, whatever lines are still held."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int, live: LivePage) -> None:
        self.live = live
        super().__init__((HOST, port), _Answer)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser may go away at any moment; all else is a mistake of ours."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Answer(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        """Give the page, the deck, or a line to hear changes on."""
        # Another site must not read the deck by a name that leads here.
        if self.headers.get("Host", "").partition(":")[0] not in (HOST, "localhost"):
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        match self.path:
            case "/":
                self._send("text/html", self.server.live.html())
            case "/deck.json":
                self._send("application/json", self.server.live.data())
            case "/events":
                self._tell()
            case _:
                self.send_error(HTTPStatus.NOT_FOUND)

    def _send(self, kind: str, text: str) -> None:
        body = text.encode()
        self._begin(kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _tell(self) -> None:
        self._begin("text/event-stream")
        self.end_headers()
        known = ""
        while True:
            status = self.server.live.wait(known, _HEARTBEAT)
            self.wfile.write(b": \n\n" if status == known else f"data: {status}\n\n".encode())
            self.wfile.flush()
            known = status

    def _begin(self, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Cache-Control", "no-store")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the terminal is for the author's mistakes."""


def _mishap(error: Exception) -> InputError:
    """What the author is told of an error that is flashgen's own."""
    message = f"went wrong in flashgen itself ({error!r}); the last good page stays, report it"
    return InputError.of(Subject("preview"), message)


def serve(
    make: Callable[[], Page],
    roots: Iterable[Path],
    port: int,
    *,
    begun: Callable[[str], None],
    failed: Callable[[InputError], None],
) -> None:
    """Serve the page that ``make`` makes, anew after each change below ``roots``, for ever.

    ``begun`` is given the address once, ``failed`` each mistake that ``make`` raises; the page
    shows it, too. ``port`` 0 takes any that is free. Raises InputError where the port is taken.
    """
    live = LivePage()
    try:
        server = _Server(port, live)
    except (OSError, OverflowError) as error:
        reason = "is taken" if getattr(error, "errno", 0) == errno.EADDRINUSE else f"fails: {error}"
        message = f"{reason}; name another one, or 0 for any that is free"
        raise InputError.of(Argument("port", str(port)), message) from error
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            for number, _ in enumerate(saves(roots)):
                try:
                    live.show(make())
                except Exception as error:
                    told = error if isinstance(error, InputError) else _mishap(error)
                    live.complain(map(str, told.problems))
                    failed(told)
                if number == 0:
                    begun(f"http://{HOST}:{server.server_address[1]}/")
        finally:
            server.shutdown()
