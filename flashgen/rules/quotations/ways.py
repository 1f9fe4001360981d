"""How a speaker is known where no cue tells: each way as a rule, with its cases.

``turns`` has the ways themselves; in the cases a reading is the speaker.
"""

from __future__ import annotations

from flashgen.rules.rule import Rule

# fmt: off
WAYS = (
    Rule(
        id="speaker/self-introduction", weight=10,
        finds={"“I am Otto Brandt,” he said, “and I built the bridge.”": "Otto Brandt"},
        ignores=("“I am tired,” said Otto Brandt.",),
    ),
    Rule(
        id="speaker/turn", weight=4,
        finds={
            "Otto Brandt met Karl Hartmann.\n\n“Is it down?” asked Brandt.\n\n“It is,” said "
            "Hartmann.\n\n“Then we are lost.”": "Otto Brandt",
        },
        ignores=("“Is it down?” asked Otto Brandt.\n\nThat year it rained.\n\n“It is.”",),
    ),
    Rule(
        id="speaker/sentence-behind", weight=4,
        finds={
            "“The bridge is down.” Otto Brandt rose and shut the window.": "Otto Brandt",
            "“Who will mend the bridge?” Otto Brandt’s words were heard by all.":
                "Otto Brandt",
        },
        ignores=("“The bridge is down.” The rain had not stopped for a week.",),
    ),
    Rule(
        id="speaker/sentence-before", weight=3,
        finds={"Otto Brandt rose. “The bridge is down, and we are lost.”": "Otto Brandt"},
        ignores=("The rain had not stopped. “The bridge is down,” said Otto Brandt.",),
    ),
    Rule(
        id="speaker/paragraph-before", weight=3,
        finds={
            "Otto Brandt wrote to the king:\n\n“The bridge is down.”": "Otto Brandt",
            "Otto Brandt saw it fall, and it is best told in his own words.\n\n“I saw the "
            "bridge fall.”": "Otto Brandt",
        },
        ignores=("Otto Brandt rode home.\n\n“The bridge is down,” said the miller.",),
    ),
    Rule(
        id="speaker/fragment", weight=2,
        finds={
            "Otto Brandt called it “the shame of the valley”. It was “as old as the hills on "
            "either side of it”.": "Otto Brandt",
        },
        ignores=("Its age was “as great as that of all the hills together”.",),
    ),
)
# fmt: on
