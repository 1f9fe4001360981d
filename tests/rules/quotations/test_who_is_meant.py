"""Quotations: who is meant by him who speaks."""

from pathlib import Path

import pytest

from tests.rules.found import quotations


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # the only woman of the sentence before, though it is another's story
        (
            "Helene Brandt came home. She was tired. The guard woke Sofia Lang. She cried, "
            "“Who holds the gate tonight?”",
            ["Sofia Lang"],
        ),
        # a long letter before the pronoun
        (
            "Edward Hyde sat down and wrote to the king:\n\n"
            "I have sold the fort. I have sold the guns. I have sold the horses. I took the silver."
            " I hid it. I lied to you. I lied to the queen. I ran. I was found. I wept. I drank."
            " I begged. I am tired.\n\n"
            "“Take this to the palace,” he told the boy.",
            ["Edward Hyde", "Edward Hyde"],
        ),
        (
            "Emma Goldman was arrested the same night. “I have nothing to hide,” she told them.",
            ["Emma Goldman"],
        ),
        (
            "Emma Goldman was arrested by Sergeant Thomas Byrne. “I know you,” he said. “And I"
            " know you,” she replied.",
            ["Thomas Byrne", "Emma Goldman"],
        ),
        (
            "Queen Isabella received Admiral Cristóbal Colón at Barcelona. “What have you found?”"
            " she asked. “A way to the Indies,” he answered.",
            ["Isabella", "Cristóbal Colón"],
        ),
        (
            "General Louis Bonaparte rode to the bridge. The grenadiers were waiting for the"
            " order. “Forward!” the general cried. “Forward!” they answered.",
            ["Louis Bonaparte", "The grenadiers"],
        ),
        (
            "King Henry II had two sons. “I am old,” the king used to say.",
            ["Henry II"],
        ),
        (
            "Mehmed Pasha, an Albanian general, held the pass. “Nobody comes through,” the"
            " general wrote.",
            ["Mehmed Pasha"],
        ),
        (
            "Then the mayor of the town came out on the steps. “Take the grain,” he said, “and"
            " leave us the horses.”",
            ["the mayor of the town"],
        ),
        (
            "The women of the market marched to the palace. “Bread!” they cried before the gates.",
            ["The women of the market"],
        ),
        (
            "On the quay I met Robert Morris, the agent of the company. “The ships are late,” he"
            " complained.",
            ["Robert Morris"],
        ),
        (
            "The captain turned to a young drummer, who was crying. “My brother is dead,” he"
            " sobbed.",
            ["a young drummer"],
        ),
        (
            "To his brother Joseph he had once said: “Rome will forget us.” But Karl Brandt"
            " never forgot. “I remember every stone,” he wrote.",
            [None, "Karl Brandt"],
        ),
        # a fragment goes on with the speaker of the one before
        (
            "Rosa Meyer called the war “the suicide of the European working class” and its"
            " leaders “the gravediggers of their own people”.",
            ["Rosa Meyer", "Rosa Meyer"],
        ),
        (
            "Hope of peace was “the last illusion of the weak and the tired”. “We”, Karl Brandt"
            " continued, “have no illusions left.”",
            ["Karl Brandt", "Karl Brandt"],
        ),
        (
            "The plan was denounced as “a crime against every mother in the land” by Rosa Meyer.",
            ["Rosa Meyer"],
        ),
        (
            "Suetonius reports that Caesar was calm. Gaius Oppius writes that he said: “Now.”",
            ["Caesar"],
        ),
        (
            "Then a newly arrived Frenchman seized the flag. “Follow me!” he shouted.",
            ["a newly arrived Frenchman"],
        ),
        (
            "The Templars apologised. “He has just come from France,” they explained.",
            ["The Templars"],
        ),
        (
            "Anna Sokolova wrote to the tsar twice. The executioner was ill. “Hold up the cross,”"
            " she begged.",
            ["Anna Sokolova"],
        ),
        (
            "An old usher ran up. “No, sir, you must not go in there!”",
            ["An old usher"],
        ),
        # an answer is not the questioner's
        (
            "“Is he dead?” asked Edward Hyde. “Yes, and buried.”",
            ["Edward Hyde", None],
        ),
        pytest.param(
            "“How do you know?” Edward Hyde asked. “The length, my lord.”",
            ["Edward Hyde", None],
            marks=pytest.mark.xfail(reason="a question and its answer in one paragraph"),
        ),
        pytest.param(
            "The tribune met Gaius Oppius. Plutarch tells us that he was afraid. “I shall stay at"
            " home,” he said.",
            ["Gaius Oppius"],
            marks=pytest.mark.xfail(reason="the historian is the last subject"),
        ),
        # phrases of time, antecedents and appositions are not who is meant
        ("Marcus Crassus four years ago, when his son fell ill, said, “We are lost.”",
         ["Marcus Crassus"]),
        ("Marcus Crassus told them that they were like sheep, who follow where one leads. “Just "
         "so,” said he, “you follow your leaders.”", ["Marcus Crassus"]),
        ("When, for the sake of Publius Varro the poet, Lucius Cinna entreated Marcus Crassus to "
         "speak, he rose and said, “I will not.”", ["Marcus Crassus"]),
        # the other of two, one of whom tells the tale
        ("General Lucius Cinna looked away. I turned to Marcus Crassus. He said, “It is over.”",
         ["Marcus Crassus"]),
        ("I turned to Marcus Crassus and said, “What now?” He said, “We wait.” “And for whom?” I "
         "asked. “For nobody.” “Then,” I said, “we are lost.”",
         ["I", "Marcus Crassus", "I", "Marcus Crassus", "I"]),
        # whose letter it is
        ("Lucius Cinna gave me a message from Marcus Crassus. I read it aloud:\n\n“We are "
         "lost.”", ["Marcus Crassus"]),
        ("In May we received the following letter from Marcus Crassus, commanding the Army:--“We "
         "are lost.”", ["Marcus Crassus"]),
        ("The senate held a hearing, and Marcus Crassus gave testimony that “he had never seen "
         "the money”.", ["Marcus Crassus"]),
        # somebody says so, and another answers in the same sentence
        ("When some one said “Yet he is a good friend to Rome,” Marcus Crassus answered, “He is "
         "a king.”", ["some one", "Marcus Crassus"]),
        ("“We will not yield!” exclaimed all the senators, rising.", ["all the senators"]),
        # an extract that begins with "he"
        ("Once he began his speech: “We are lost.” So Marcus Crassus spoke. Men loved Marcus "
         "Crassus, and Marcus Crassus loved them.", ["Marcus Crassus"]),
    ],
)  # fmt: skip
def test_knows_who_is_meant(tmp_path: Path, text: str, speakers: list[str | None]) -> None:
    assert [speaker for speaker, _ in quotations(tmp_path, text)] == speakers


def test_two_who_speak_in_turns(tmp_path: Path) -> None:
    text = """\
Thomas Reade found Colonel James Burr in his tent.

“What do you want?” asked Burr.

“A horse,” said Reade.

“There is none.”

“Then I shall walk.”

“You will be shot,” he said.
"""
    assert quotations(tmp_path, text) == [
        ("James Burr", "What do you want?"),
        ("Thomas Reade", "A horse,"),
        ("James Burr", "There is none."),
        ("Thomas Reade", "Then I shall walk."),
        ("James Burr", "You will be shot,"),
    ]


def test_two_who_speak_without_being_named(tmp_path: Path) -> None:
    text = """\
The wires between the two towns were open for an hour that night.

“Are you still there?”

“We are.”

After that they were cut.
"""
    assert quotations(tmp_path, text) == [(None, "Are you still there?"), (None, "We are.")]
