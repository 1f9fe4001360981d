"""What a word's ending says of a people."""

import pytest

from flashgen.english.peoples import is_of_people, is_people, is_whole_people, may_be_of_people


@pytest.mark.parametrize("word", ["Danish", "Chinese", "French", "Russian"])
def test_the_adjective_of_a_people(word: str) -> None:
    assert is_of_people(word)
    assert may_be_of_people(word)


@pytest.mark.parametrize("word", ["Icelandic", "Greek", "Pacific"])
def test_what_may_be_such_an_adjective(word: str) -> None:
    assert may_be_of_people(word)
    assert not is_of_people(word)


@pytest.mark.parametrize("word", ["Riga", "Holt", "Swedes"])
def test_other_names_are_no_adjectives_of_peoples(word: str) -> None:
    assert not may_be_of_people(word)


@pytest.mark.parametrize(
    ("word", "whole", "many"),
    [("French", True, True), ("Swedes", False, True), ("Congress", False, False)],
)
def test_a_people_by_its_name(word: str, whole: bool, many: bool) -> None:
    assert (is_whole_people(word), is_people(word)) == (whole, many)
