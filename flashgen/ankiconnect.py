"""Speak to a running Anki, through its add-on AnkiConnect; nothing leaves this machine.

The add-on takes one JSON request for each HTTP request, and reads a package itself, by its path.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import re
import socket
import textwrap
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flashgen.errors import InputError, Subject
from flashgen.printing import printable, without

# Every problem that is not the package's stands here.
_ANKI = Subject("Anki")
_PROTOCOL = 6
# More than any reply of the add-on: whatever sends more is not the add-on.
_LONGEST_REPLY = 50_000_000
# A connection that was there is there no more.
_BREAKS = (ConnectionResetError, ConnectionAbortedError, BrokenPipeError)
# What the add-on says, word for word, where Anki has no profile open and where the key is not its.
_NO_PROFILE = "collection is not available"
_NOT_THE_KEY = "valid api key must be provided"
# Of an address what says where it leads to, and the sign behind that.
_PLACE = re.compile(r"(?:[a-z]+://)?[^/?#]*[/?#]?", re.IGNORECASE)
_WHERE_THE_KEY_IS = "the 'apiKey' in Tools → Add-ons → AnkiConnect → Config"


class RefusedError(Exception):
    """The add-on answered with an error of its own: a single line."""


@dataclass(frozen=True, slots=True)
class Connect:
    """The add-on at its address."""

    url: str
    host: str
    port: int
    key: str

    def ask(self, action: str, timeout: float, **params: Any) -> Any:
        """The result of an action; ``timeout`` in seconds, from the question to the last byte.

        Raises InputError where no add-on answers, RefusedError where it answers with an error.
        """
        reply = self._exchange(json.dumps(self.request(action, params)).encode(), timeout)
        try:
            answer = json.loads(reply)
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict) or answer.keys() != {"result", "error"}:
            raise self._not_the_add_on()
        if answer["error"] is not None:
            raise RefusedError(_one_line(self.without_key(str(answer["error"]))))
        return answer["result"]

    def request(self, action: str, params: Mapping[str, Any]) -> dict[str, Any]:
        """What to send for an action, by itself or as one of many."""
        request = {"action": action, "version": _PROTOCOL, "params": dict(params)}
        # An add-on without a key takes no key, not even an empty one.
        return {**request, "key": self.key} if self.key else request

    def without_key(self, text: str) -> str:
        """What the add-on says, as it may be shown."""
        return without(self.key, text)

    def _exchange(self, body: bytes, timeout: float) -> bytes:
        """Send one request and read the reply, straight to the address: no proxy, no redirect."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=timeout)
        late = threading.Event()
        with closing(connection):
            try:
                connection.connect()
                with _cut_off(connection.sock, timeout, late):
                    connection.request("POST", "/", body, {"Content-Type": "application/json"})
                    with connection.getresponse() as response:
                        reply = response.read(_LONGEST_REPLY)
                        broken = bool(response.length) and len(reply) < _LONGEST_REPLY
                        strange = response.status != http.client.OK
            except (*_BREAKS, http.client.IncompleteRead):
                broken, strange, reply = True, False, b""
            except (http.client.HTTPException, ValueError):  # the length of a chunk may be none
                broken, strange, reply = False, True, b""
            except TimeoutError:
                late.set()
            except OSError as error:
                raise _problem(
                    f"nothing listens at {self.url}; start Anki, install the add-on AnkiConnect "
                    "if it is not there (Tools → Add-ons → Get Add-ons, code 2055492159; then "
                    "start Anki again), and push again"
                ) from error
        if late.is_set():
            raise _problem(
                f"no answer from {self.url} in {timeout:g} seconds; Anki may still be busy: "
                "wait until it is not, look for the deck, and push again if it is not there"
            )
        if strange:
            raise self._not_the_add_on()
        if broken:
            raise _problem(
                f"the connection to {self.url} broke off; see that Anki is running, and push "
                "again (a package that is already there does no harm)"
            )
        return reply

    def _not_the_add_on(self) -> InputError:
        return _problem(
            f"what answers at {self.url} is not AnkiConnect; stop that program, or give the "
            "address at which AnkiConnect listens (its 'webBindPort')"
        )


@contextmanager
def _cut_off(connection: socket.socket, seconds: float, late: threading.Event) -> Iterator[None]:
    """End a connection after so many seconds, and set ``late``.

    The timeout of a socket is one of each byte: byte by byte an answer might last for ever.
    """

    def cut() -> None:
        late.set()
        with suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def import_package(
    package: Path,
    *,
    url: str = "http://127.0.0.1:8765",
    key: str = "",
    contact_timeout: float = 10,
    import_timeout: float = 900,
) -> None:
    """Have a running Anki import the package, as its add-on AnkiConnect imports.

    The package is a file that Anki can read by its path; ``url`` is the add-on's address on this
    machine; ``key`` its API key, empty where it has none. The timeouts are in seconds: how long
    the first answer and the import may take.

    Raises InputError where the package cannot be read, the address is not on this machine, Anki
    or the add-on does not answer or breaks off, the key is not the add-on's, or Anki refuses the
    package.
    """
    try:
        with package.open("rb"):
            path = package.resolve()
    except OSError as error:
        raise InputError.unreadable(package, error) from error
    anki = connect(url, key, contact_timeout)
    reason = "no reason given"
    try:
        if anki.ask("importPackage", import_timeout, path=str(path)) is True:
            return
    except RefusedError as refused:
        reason = str(refused)
    told = f"does not import {package.name}: {reason.rstrip('.')}"
    raise refusal(reason, key, f"{told}; try again, and see that Anki may read {package.parent}")


def connect(url: str, key: str, timeout: float) -> Connect:
    """The add-on at an address, once it has answered; ``timeout`` in seconds.

    Raises InputError where the address is not on this machine, no add-on answers there, or the key
    is not its.
    """
    host, port = _address(url, key)
    anki = Connect(_shown(url, key), host, port, key)
    try:
        version = anki.ask("version", timeout)
    except RefusedError as refused:
        raise refusal(str(refused), key, f"AnkiConnect says: {refused}; try again") from None
    if not isinstance(version, int) or version < _PROTOCOL:
        raise _problem(
            f"its AnkiConnect does not speak version {_PROTOCOL}; update the add-on "
            "(Tools → Add-ons → Check for Updates)"
        )
    return anki


def _address(url: str, key: str) -> tuple[str, int]:
    """Host and port of an address on this machine; raises InputError for any other."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or http.client.HTTP_PORT
        here = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        here = False
    # The add-on has one page, which takes no question, and a name would be for somebody else.
    whole = here and (parts.scheme, parts.path.strip("/")) == ("http", "")
    if not whole or "@" in parts.netloc or "?" in url or "#" in url:
        raise _problem(
            f"'{_shown(url, key)}' is no address of AnkiConnect on this machine; "
            "give one such as http://127.0.0.1:8765"
        )
    return host, port


def _shown(url: str, key: str) -> str:
    """An address for a message: nobody's business but where it leads to, and never the key."""
    before, at, rest = url.rpartition("@")
    place = _PLACE.match(rest)
    shown = f"{place[0]}…" if place and place.end() < len(rest) else rest
    return _one_line(without(key, f"…{at}{shown}" if before else shown))


def refusal(reason: str, key: str, otherwise: str) -> InputError:
    """What the add-on's error means for the user; ``otherwise`` where it is none of the usual."""
    if reason == _NOT_THE_KEY:
        if key:
            mend = f"does not take this key; give {_WHERE_THE_KEY_IS}, or none if that is null"
        else:
            mend = f"asks for a key; give {_WHERE_THE_KEY_IS}"
        return _problem(f"AnkiConnect {mend}")
    if reason == _NO_PROFILE:
        return _problem("no profile is open; open yours in Anki, and push again")
    return _problem(otherwise)


def _problem(message: str) -> InputError:
    return InputError.of(_ANKI, message)


def _one_line(text: str) -> str:
    """A foreign text that cannot break a line or steer the terminal."""
    return textwrap.shorten(printable(" ".join(text.split())), 1000, placeholder=" …")
