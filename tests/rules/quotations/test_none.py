"""Quotations: what is none, and what only looks like none."""

from pathlib import Path

import pytest

from tests.rules.found import quotations


@pytest.mark.parametrize(
    "text",
    [
        # irony and distance
        "The “liberated” peasants paid for their own land for another forty years.",
        "The minister's “reforms” changed nothing in the villages of the south.",
        "They ceded power to the “better educated” classes of the capital.",
        "He governed with the help of “the right people”, as always.",
        "The newspapers said that the “rebel” army had been beaten at last.",
        # names and nicknames
        "Soldiers called the gun “Fat Emma” and painted a face on it.",
        "Thomas “Stonewall” Jackson was hit by his own men.",
        "The winter of 1709 is known as “the Great Frost” in England.",
        "He was nicknamed “the hangman of the whole eastern front” by then.",
        "In what is called “the war of the three Henries” the dynasty died out.",
        "The reform became the famous “Law of Suspects” within a week.",
        # terms and translations
        "The word “boyar” is older than the state itself in those lands.",
        "The so-called “rotten and pocket boroughs” kept their seats.",
        "The term “splendid isolation of the island” came up in those years.",
        "They were called narodniki, or “those who go to the people”, by their friends.",
        "Its motto, Nec pluribus impar (“not unequal to many”), puzzled everybody.",
        "The name means “the place where the two rivers meet” in the old tongue.",
        "The sultan's title, literally “the shadow of God upon the earth”, was much older.",
        "The new faith of the marxisti (“those who had read it all”) spread to the south.",
        # attributes
        "The “peace at any price and at once” party lost every vote.",
        # works, ships, newspapers
        "Price wrote a long treatise “On the causes of the war with the Swedes”.",
        "Another pointed out the “Reasons for a speedy end of the war with the Swedes”.",
        "The novel “What Is to Be Done?” was written in the fortress.",
        "The ship “Queen of the Northern Seas” sank off the cape.",
        "He read the “Times” every morning and the “Manchester Guardian” every evening.",
        "In her essay “On the Present State of the Nation” she took the other side.",
        "The band played the song “God save the king and all his men” twice.",
        # dates and figures in marks
        "The picture is signed “14 July 1790” in the lower corner.",
        # orders, and nouns that only sound like speech
        "Order No. 7 “Concerning the clergy and the property of the dioceses” was read in Lent.",
        "They were charged with being “enemies of the people” by the court.",
        "A monument bears the inscription “To the dead of the three sieges of this town”.",
        "She read the letter “To the Women of All Nations” to the end.",
        # what banners say
        "A banner read “Peace and bread” in large white letters.",
        "On the wall somebody had painted the slogan “Land to the people who till it”.",
        "The admiral, referring in his book, “The Naval Battles of Spain”, to that day, is proud.",
        "At the next concert, which took place in March, “The Song of the Old Miller” was given.",
    ],
)  # fmt: skip
def test_finds_none(tmp_path: Path, text: str) -> None:
    assert quotations(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a fragment that somebody says, and one of some length that nobody is said to say
        ("Asked for his terms, Ulysses Grant replied “none”.", [("Ulysses Grant", "none")]),
        ("His memory was “as long as the road to Siberia and back”.",
         [(None, "as long as the road to Siberia and back")]),
        # a slogan that is somebody's
        ("“Land to the tiller” was Karl Brandt’s slogan.", [("Karl Brandt", "Land to the tiller")]),
        ("The women marched on, shouting “Bread and peace!”",
         [("The women", "Bread and peace!")]),
        # a nickname as somebody's judgment
        ("Bertrand Russell called it “the bloodiest afternoon that this city has seen”.",
         [("Bertrand Russell", "the bloodiest afternoon that this city has seen")]),
    ],
)  # fmt: skip
def test_finds_what_looks_like_none(
    tmp_path: Path, text: str, found: list[tuple[str | None, str]]
) -> None:
    assert quotations(tmp_path, text) == found
