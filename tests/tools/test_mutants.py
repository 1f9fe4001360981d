"""The table of mutants fits the code: each can be made, and names tests that are there."""

import pytest

from tests.conftest import ROOT
from tools.mutants import Mutant, mutants

MADE = [mutant for mutant in mutants() if mutant.old]


@pytest.mark.parametrize("mutant", MADE, ids=[mutant.name for mutant in MADE])
def test_a_mutant_can_be_made(mutant: Mutant) -> None:
    assert mutant.stands_once()
    assert mutant.old != mutant.new
    assert mutant.tests
    assert all((ROOT / test.partition("::")[0]).exists() for test in mutant.tests)
