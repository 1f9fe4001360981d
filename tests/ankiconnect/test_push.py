"""Pushing: every way in which no Anki answers, by real servers on this machine."""

import json
import re
import socket
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from flashgen.ankiconnect import import_package
from tests.ankiconnect.server import Reply, Request, add_on, complaint, send, serving


def test_anki_is_given_the_absolute_path_of_the_package(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Request] = []

    def reply(handler: BaseHTTPRequestHandler, request: Request) -> None:
        asked.append(request)
        add_on()(handler, request)

    monkeypatch.chdir(package.parent)
    with serving(reply) as url:
        import_package(Path(package.name), url=url)
    assert asked[-1] == {
        "action": "importPackage",
        "version": 6,
        "params": {"path": str(package.resolve())},
    }


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("", "asks for a key; give the 'apiKey'"),
        ("wrong", "does not take this key; give the 'apiKey'"),
    ],
)
def test_an_add_on_with_a_key_lets_only_that_key_in(package: Path, given: str, said: str) -> None:
    imported: list[Request] = []

    def reply(handler: BaseHTTPRequestHandler, request: Request) -> None:
        if request.get("key") != "secret":
            error = {"result": None, "error": "valid api key must be provided"}
            send(handler, json.dumps(error).encode())
            return
        imported.extend([request] * (request["action"] == "importPackage"))
        add_on()(handler, request)

    with serving(reply) as url:
        message = complaint(package, url, key=given)
        assert message.startswith("Anki: AnkiConnect")
        assert said in message
        assert not imported
        import_package(package, url=url, key="secret")
        assert len(imported) == 1


def test_where_nothing_listens_the_message_says_how_to_get_the_add_on(package: Path) -> None:
    with socket.socket() as taken:  # held, so that nobody else listens there meanwhile
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        message = complaint(package, url)
    assert message.startswith(f"Anki: nothing listens at {url}; start Anki")
    assert "2055492159" in message


@pytest.mark.parametrize(
    "body",
    [
        b"<!doctype html><title>It works!</title>",
        b"",
        b"\xff\xfe",
        b"6",
        b'["result", "error"]',
        b'{"ok": true}',
        b'{"result": 6, "error": null, "id": 1}',
        b"[" * 100_000,
        b" " * 2_000_000,
    ],
)
@pytest.mark.parametrize("status", [200, 404])
def test_another_program_at_the_address_is_told_from_the_add_on(
    package: Path, body: bytes, status: int
) -> None:
    with serving(lambda handler, _: send(handler, body, status)) as url:
        message = complaint(package, url)
    assert message.startswith(f"Anki: what answers at {url} is not AnkiConnect; ")


@pytest.mark.parametrize("status", [302, 404, 500])
def test_the_add_on_answers_with_no_other_status_than_200(package: Path, status: int) -> None:
    body = b'{"result": 6, "error": null}'
    with serving(lambda handler, _: send(handler, body, status)) as url:
        assert "is not AnkiConnect; " in complaint(package, url)


def test_a_program_that_speaks_no_http_is_told_from_the_add_on(package: Path) -> None:
    with serving(lambda handler, _: print_banner(handler)) as url:
        assert "is not AnkiConnect; " in complaint(package, url)


@pytest.mark.parametrize("size", [b"-5", b"", b"0x", b"9" * 5000, b"1" + b"0" * 30])
def test_a_chunk_of_no_length_is_no_answer(package: Path, size: bytes) -> None:
    def reply(handler: BaseHTTPRequestHandler, _: Request) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + size)
        handler.wfile.write(b"\r\n{}\r\n")

    with serving(reply) as url:
        assert re.search("is not AnkiConnect|broke off", complaint(package, url))


def drip(start: bytes, drop: bytes) -> Reply:
    """Begins, and then never ends: a drop at a time, as long as somebody listens."""

    def reply(handler: BaseHTTPRequestHandler, _: Request) -> None:
        with suppress(OSError):
            handler.wfile.write(start)
            while True:
                handler.wfile.write(drop)
                handler.wfile.flush()
                threading.Event().wait(0.005)

    return reply


@pytest.mark.parametrize(
    ("start", "drop"),
    [
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"", b"H"),
        (b"HTTP/1.1 200 OK\r\nX-Long: ", b"x"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n", b" "),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
        (b"HTTP/1.1 200 OK\r\n\r\n", b" "),
    ],
    ids=["continue", "status", "header", "body", "chunks", "no length"],
)
def test_who_answers_byte_by_byte_is_not_waited_for_without_end(
    package: Path, start: bytes, drop: bytes
) -> None:
    with serving(drip(start, drop)) as url:
        message = complaint(package, url, contact_timeout=0.2)
    assert message.startswith(f"Anki: no answer from {url} in 0.2 seconds; ")


def print_banner(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n")


def test_a_redirect_is_not_followed(package: Path) -> None:
    reached: list[Request] = []

    def elsewhere(handler: BaseHTTPRequestHandler, request: Request) -> None:
        reached.append(request)
        add_on()(handler, request)

    with serving(elsewhere) as target:

        def redirect(handler: BaseHTTPRequestHandler, _: Request) -> None:
            handler.send_response(307)
            handler.send_header("Location", target)
            handler.send_header("Content-Length", "0")
            handler.end_headers()

        with serving(redirect) as url:
            assert "is not AnkiConnect; " in complaint(package, url)
    assert not reached


def test_a_proxy_of_the_environment_is_not_asked(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxied: list[Request] = []
    with (
        serving(lambda _, request: proxied.append(request)) as proxy,
        serving(add_on()) as url,
    ):
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy)
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        import_package(package, url=url)
    assert not proxied


@pytest.mark.parametrize(
    "url",
    [
        "http://anki.example:8765",
        "http://192.168.1.5:8765",
        "http://0.0.0.0:8765",
        "http://localhost.example:8765",
        "http://127.0.0.1@anki.example:8765",
        "http://me@127.0.0.1:8765",
        "https://127.0.0.1:8765",
        "ftp://127.0.0.1:8765",
        "127.0.0.1:8765",
        "http://127.0.0.1:port",
        "http://127.0.0.1:99999",
        "http://[::1",
        "http://127.0.0.1:8765/anki",
        "http://127.0.0.1\x1b[2J",
        "",
    ],
)
def test_an_address_that_is_not_on_this_machine_is_refused(package: Path, url: str) -> None:
    assert "is no address of AnkiConnect on this machine; give" in complaint(package, url)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1"])
def test_this_machine_may_be_named_in_several_ways(package: Path, host: str) -> None:
    with serving(add_on()) as url:
        import_package(package, url=url.replace("127.0.0.1", host) + "/")


def test_a_reason_that_anki_gives_is_shown_on_one_line(package: Path) -> None:
    reason = {"result": None, "error": "invalid Zip\narchive:\x1b[31m no end."}
    with serving(add_on(reason)) as url:
        message = complaint(package, url)
    assert message.startswith(
        "Anki: does not import siege.apkg: invalid Zip archive:\ufffd[31m no end; try again"
    )


def test_no_message_has_the_key_or_a_password(package: Path) -> None:
    with serving(add_on({"result": None, "error": "wrong key SECRETKEY123, go"})) as url:
        message = complaint(package, url, key="SECRETKEY123")
        assert "wrong key …, go" in message
    for key, told in (
        ("SECRET KEY/é", "secret%20key%2F%c3%A9"),
        ("SECRET KEY/é", "SECRET+KEY/É"),
        ("SECRET KEY/é", "%73%65cret%20key%2F%C3%89"),
        ("SECRET<KEY", "&#83;ECRET&#x3c;key"),
        ("SECRET", r"\u0053ecret"),
    ):
        with serving(add_on({"result": None, "error": f"/?key={told}, go"})) as url:
            assert "/?key=…, go" in complaint(package, url, key=key)
    for url in (
        "http://user:SECRETPW@127.0.0.1",
        "user:SECRETPW@anki",
        "http://a:SECRET/PW@[::1",
        "http://127.0.0.1/?user=SECRET",
        "http://127.0.0.1:8765/user/SECRET",
        "127.0.0.1:8765/user/SECRET",
        "http://127.0.0.1#user=SECRET",
    ):
        message = complaint(package, url)
        assert "is no address of AnkiConnect" in message
        assert "SECRET" not in message
        assert "user" not in message


@pytest.mark.parametrize(
    "url",
    ["http://s%33cret:8765", "http://127.0.0.1:S3CRET", "s3cret", "http://[::1%s3cret]:1"],
)
def test_a_key_in_the_name_of_a_machine_is_masked(package: Path, url: str) -> None:
    message = complaint(package, url, key="s3cret")
    assert "…" in message
    assert "cret" not in message.lower()


def test_an_import_that_did_not_happen_is_no_success(package: Path) -> None:
    with serving(add_on({"result": False, "error": None})) as url:
        assert "does not import siege.apkg: no reason given;" in complaint(package, url)


def test_without_an_open_profile_the_user_is_asked_to_open_one(package: Path) -> None:
    with serving(add_on({"result": None, "error": "collection is not available"})) as url:
        assert complaint(package, url).startswith("Anki: no profile is open; open yours")


@pytest.mark.parametrize("version", [5, None, "6"])
def test_an_add_on_of_another_version_is_to_be_updated(package: Path, version: Any) -> None:
    with serving(add_on(version=version)) as url:
        message = complaint(package, url)
    assert "AnkiConnect does not speak version 6; update the add-on" in message


def break_off(handler: BaseHTTPRequestHandler, _: Request) -> None:
    handler.close_connection = True


def break_off_in_the_reply(handler: BaseHTTPRequestHandler, _: Request) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "30")
    handler.end_headers()
    handler.wfile.write(b'{"result": 6,')


def break_off_in_a_chunk(handler: BaseHTTPRequestHandler, _: Request) -> None:
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b'1e\r\n{"result": 6,')
    handler.close_connection = True


@pytest.mark.parametrize("breaks", [break_off, break_off_in_the_reply, break_off_in_a_chunk])
@pytest.mark.parametrize("action", ["version", "importPackage"])
def test_a_connection_that_breaks_off_is_said_to(package: Path, breaks: Reply, action: str) -> None:
    def reply(handler: BaseHTTPRequestHandler, request: Request) -> None:
        (breaks if request["action"] == action else add_on())(handler, request)

    with serving(reply) as url:
        assert complaint(package, url).startswith(f"Anki: the connection to {url} broke off; ")


def test_who_never_answers_is_not_waited_for_without_end(package: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        url = f"http://127.0.0.1:{mute.getsockname()[1]}"
        message = complaint(package, url, contact_timeout=0.05)
    assert message.startswith(f"Anki: no answer from {url} in 0.05 seconds; ")


def test_an_import_that_does_not_end_is_not_waited_for_without_end(package: Path) -> None:
    over = threading.Event()

    def reply(handler: BaseHTTPRequestHandler, request: Request) -> None:
        if request["action"] == "importPackage":
            over.wait()
        else:
            add_on()(handler, request)

    with serving(reply) as url:
        try:
            message = complaint(package, url, import_timeout=0.05)
        finally:
            over.set()
    assert message.startswith(f"Anki: no answer from {url} in 0.05 seconds; ")


@pytest.mark.parametrize("name", ["missing.apkg", ""])
def test_what_is_no_file_is_not_offered_to_anki(package: Path, name: str) -> None:
    asked: list[Request] = []
    with serving(lambda _, request: asked.append(request)) as url:
        path = package.parent / name
        assert complaint(path, url).startswith(f"{path}: cannot be read: ")
    assert not asked
