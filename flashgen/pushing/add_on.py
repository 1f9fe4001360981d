"""The actions of the add-on, one or many, with every refusal as a problem for the user."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from flashgen.ankiconnect import Connect, RefusedError, connect, refusal
from flashgen.errors import InputError

_Answer = TypeVar("_Answer")

# Seconds for one action, and for as many as go at once: Anki does nothing else meanwhile.
_TIMEOUT = 120.0
_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Action:
    """One thing for the add-on to do, and what a person calls that."""

    name: str
    params: Mapping[str, Any]
    told: str


@dataclass(frozen=True, slots=True)
class AddOn:
    """A running Anki."""

    connection: Connect

    @classmethod
    def at(cls, url: str, key: str, timeout: float = 10) -> AddOn:
        """The Anki at an address; raises InputError where none answers in ``timeout`` seconds."""
        return cls(connect(url, key, timeout))

    def ask(self, wanted: type[_Answer], name: str, **params: Any) -> _Answer:
        """The result of an action, of the type ``wanted``.

        Raises InputError where the add-on does not answer, refuses or answers something else.
        """
        try:
            result = self.connection.ask(name, _TIMEOUT, **params)
        except RefusedError as refused:
            raise self._refused(name, str(refused)) from None
        if not isinstance(result, wanted):
            raise self._refused(name, "an answer that makes no sense")
        return result

    def do(self, actions: Sequence[Action]) -> None:
        """Do all in their order; raises InputError at the first that is refused."""
        for some in _in_batches(actions):
            calls = [self.connection.request(each.name, each.params) for each in some]
            answers = self.ask(list, "multi", actions=calls)
            for each, answer in zip(some, answers, strict=False):
                if not isinstance(answer, dict) or answer.get("error") is not None:
                    reason = answer.get("error") if isinstance(answer, dict) else "no reason given"
                    raise self._refused(each.told, str(reason))
            if len(answers) != len(some):
                raise self._refused("multi", "an answer that makes no sense")

    def _refused(self, told: str, reason: str) -> InputError:
        reason = " ".join(self.connection.without_key(reason).split())
        mend = "update the add-on (Tools → Add-ons → Check for Updates), and push again"
        return refusal(reason, self.connection.key, f"{told}: {reason.rstrip('.')}; {mend}")


def _in_batches(actions: Sequence[Action]) -> Iterator[Sequence[Action]]:
    for start in range(0, len(actions), _AT_ONCE):
        yield actions[start : start + _AT_ONCE]
