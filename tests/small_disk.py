"""A small disk that runs full, for what must not be harmed by one."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import ROOT


def on_a_full_disk(
    disk: Path, put: str, then: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run shell commands in the folder ``disk``, made a disk of 1 MB that nobody else sees.

    ``put`` comes first; then all but 4 kB of the disk is filled up; then comes ``then``. What is
    on the disk is gone afterwards. Where a machine does not allow it, the test is skipped.
    """
    private = ["unshare", "--map-root-user", "--mount", "sh", "-ec"]
    mount = f"mount -t tmpfs -o size=1m none '{disk}'; cd '{disk}'"
    disk.mkdir()
    try:
        allowed = subprocess.run([*private, mount], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("needs unshare, from util-linux")
    if allowed.returncode:
        pytest.skip("this machine lets nobody mount a small disk of one's own")
    fill = "head -c 4096 /dev/zero > room; cat /dev/zero > full 2> /dev/null || rm room"
    return subprocess.run(
        [*private, f"{mount}; {put}; {fill}; {then}"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
    )
