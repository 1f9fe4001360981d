"""Servers on this machine that answer as the add-on AnkiConnect does, or otherwise."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from flashgen.ankiconnect import import_package
from flashgen.errors import InputError

Request = dict[str, Any]
# What a server does with one request; it writes to the handler's ``wfile`` itself.
Reply = Callable[[BaseHTTPRequestHandler, Request], None]

GRANTED = {"result": True, "error": None}


@contextmanager
def serving(reply: Reply) -> Iterator[str]:
    """A server on this machine that replies so; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            reply(self, json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def add_on(on_import: Any = GRANTED, version: Any = 6) -> Reply:
    """Answers as the add-on does: its version, and then this to an import."""

    def reply(handler: BaseHTTPRequestHandler, request: Request) -> None:
        asked = {"version": {"result": version, "error": None}, "importPackage": on_import}
        send(handler, json.dumps(asked[request["action"]]).encode())

    return reply


def complaint(package: Path, url: str, **options: Any) -> str:
    """The one line that the user reads."""
    with pytest.raises(InputError) as caught:
        import_package(package, url=url, **options)
    message = str(caught.value)
    assert message.isprintable()
    return message
