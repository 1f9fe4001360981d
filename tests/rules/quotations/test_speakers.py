"""Quotations: whose words they are."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.rules.found import FULL_SENTENCE, quotations

SPEAKERS = yaml.safe_load(Path(__file__).with_name("speakers.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a nickname within the name
        ("“We are too late,” James “Old Pete” Longstreet told them.",
         "James “Old Pete” Longstreet"),
        # broken off
        ("Marcus Crassus rose. “The king, my brother, is—” The guards seized him.",
         "Marcus Crassus"),
        # a verb of saying behind
        ("“The empire is ours,” said Marcus Crassus.", "Marcus Crassus"),
        ("“The empire is ours,” Marcus Crassus said.", "Marcus Crassus"),
        ("“The empire is ours,” wrote the Roman historian Marcus Velleius.", "Marcus Velleius"),
        ("“The empire is ours!” exclaimed General Marcus Crassus.", "Marcus Crassus"),
        ("“The empire is ours,” Marcus Crassus, who was very rich, told his son.",
         "Marcus Crassus"),
        ("“The empire is ours,” Marcus Crassus is said to have remarked.", "Marcus Crassus"),
        ("“The empire is ours,” Marcus Crassus would later boast.", "Marcus Crassus"),
        ("“The empire is ours,” Marcus Crassus had been heard to say.", "Marcus Crassus"),
        ("“The empire is ours,” as Marcus Crassus once put it.", "Marcus Crassus"),
        ("“The empire is ours,” thus spoke the consul.", "the consul"),
        ("“The empire is ours,” according to Marcus Crassus.", "Marcus Crassus"),
        ("“The empire is ours,” in the words of Marcus Crassus.", "Marcus Crassus"),
        ("“Who rules the empire?” soldiers wanted to know.", "soldiers"),
        ("“Who rules the empire?” Marcus Crassus asked.", "Marcus Crassus"),
        ("“Who rules the empire?” the old senator from Capua demanded.",
         "the old senator from Capua"),
        ("“The empire is ours,” called a voice from the crowd.", "a voice from the crowd"),
        ("“The empire is ours,” one of the senators admitted.", "one of the senators"),
        ("“The empire is ours,” the head of the Spanish mission reported to Madrid.",
         "the head of the Spanish mission"),
        ("“The empire is ours,” said one Roman report.", "one Roman report"),
        ("“The empire is ours” was the answer of Marcus Crassus.", "Marcus Crassus"),
        ("“The empire is ours” became the motto of Marcus Crassus.", "Marcus Crassus"),
        ("“The empire is ours” were Marcus Crassus’s last words.", "Marcus Crassus"),
        ("“The empire is ours” was how Marcus Crassus put it.", "Marcus Crassus"),
        ("“The empire is ours,” ran the edict of Marcus Crassus.", "Marcus Crassus"),
        # a verb of saying before
        ("Marcus Crassus said: “The empire is ours.”", "Marcus Crassus"),
        ("Marcus Crassus said, “The empire is ours.”", "Marcus Crassus"),
        ("Marcus Crassus, who was very rich, told his son: “The empire is ours.”",
         "Marcus Crassus"),
        ("Marcus Crassus rose from his chair and cried, “The empire is ours!”",
         "Marcus Crassus"),
        ("Marcus Crassus met Gaius Verres on the road and told him: “The empire is ours.”",
         "Marcus Crassus"),
        ("When Gaius Verres had gone, Marcus Crassus wrote: “The empire is ours.”",
         "Marcus Crassus"),
        ("Turning to the crowd, Marcus Crassus shouted: “The empire is ours!”",
         "Marcus Crassus"),
        ("Marcus Crassus rose, saying, “The empire is ours.”", "Marcus Crassus"),
        ("Marcus Crassus was quoted as saying: “The empire is ours.”", "Marcus Crassus"),
        ("And Marcus Crassus, laughing, “The empire is ours!”", "Marcus Crassus"),
        ("Marcus Crassus, coldly: “The empire is ours.”", "Marcus Crassus"),
        ("The sentry: “The empire is ours.”", "The sentry"),
        ("Cries: “The empire is ours!”", "Cries"),
        ("Marcus Crassus lost his patience: “The empire is ours!”", "Marcus Crassus"),
        ("According to Marcus Crassus, “the empire is ours and nobody else’s”.",
         "Marcus Crassus"),
        ("In the words of Marcus Crassus, “the empire is ours and nobody else’s”.",
         "Marcus Crassus"),
        ("As Marcus Crassus told the senate, “the empire is ours and nobody else’s”.",
         "Marcus Crassus"),
        ("Marcus Crassus’s letter to his son ended: “The empire is ours.”", "Marcus Crassus"),
        ("Marcus Crassus ended his speech with the words “The empire is ours.”",
         "Marcus Crassus"),
        ("In his last letter to Rome, Marcus Crassus had only one request: “Send us corn.”",
         "Marcus Crassus"),
        ("A telegram from the front read: “The bridge has fallen.”", "A telegram from the front"),
        ("One English newspaper reported: “The bridge has fallen.”", "One English newspaper"),
        ("The crowd on the square roared, “Long live the republic!”", "The crowd on the square"),
        ("A Persian prisoner who spoke Greek told them: “The king is far away.”",
         "A Persian prisoner"),
        # the sentence before
        ("Marcus Crassus rose to answer him. “The empire is ours, and it will stay ours.”",
         "Marcus Crassus"),
        ("Marcus Crassus was blunt. “The empire is ours, and it will stay ours.”",
         "Marcus Crassus"),
        # a self-introduction
        ("“I am Marcus Crassus,” he said, “and I pay for everything.”", "Marcus Crassus"),
        # memoirs
        ("I found the consul asleep. “The Gauls are at the gate,” I told him.", "I"),
        ("“The Gauls are at the gate,” said I.", "I"),
        # a title, a nickname and a book between the speaker and the verb
        ("His wife Clara, whom her enemies called “the wolf”, wrote: “He loves nobody.”", "Clara"),
        ("Ludwig Kossak, a tall, sickly man, told me in English: “The rising is near.”",
         "Ludwig Kossak"),
        ("Thomas Ewart, president of the club, a boy of eighteen, shook my hand. “We have won!”"
         " he said.", "Thomas Ewart"),
        ("In 1934 Marcus Crassus is supposed to have said, “Rest here in peace.”",
         "Marcus Crassus"),
        ("When the envoys of Capua had gone, Marcus Crassus, for his part, declared: “No.”",
         "Marcus Crassus"),
        ("Marcus Crassus’s speech lasted an hour. “Friends”, it began, “we have lost.”",
         "Marcus Crassus"),
        ("Marcus Crassus answered the court’s decree with a single sentence: “It is illegal.”",
         "Marcus Crassus"),
        ("Marcus Crassus had a proclamation posted that evening: “Stay in your houses.”",
         "Marcus Crassus"),
        ("“Stay in your houses” had been the order of Marcus Crassus.", "Marcus Crassus"),
        ("To which Marcus Crassus: “Stay in your houses.”", "Marcus Crassus"),
        ("They spoke of “the most dangerous hour of the war” (Marcus Crassus).",
         "Marcus Crassus"),
        ("A soldier of the guard heard somebody call out, “Here they come!” Marcus Crassus,"
         " when he was told, sighed.", "somebody"),
        ("“We are lost!” was the cry of the camp.", "the camp"),
        ("“Never mind, my lord,” came a voice from the ranks.", "a voice from the ranks"),
        # nobody that the text names
        ("It was said at the time: “The empire is ours.”", None),
    ],
)  # fmt: skip
def test_finds_the_speaker(tmp_path: Path, text: str, speaker: str | None) -> None:
    assert [found for found, _ in quotations(tmp_path, text)] == [speaker]


@pytest.mark.parametrize("case", SPEAKERS, ids=lambda case: str(case["text"])[:60])
def test_knows_whose_words_they_are(tmp_path: Path, case: dict[str, Any]) -> None:
    found = [speaker or "-" for speaker, _ in quotations(tmp_path, FULL_SENTENCE + case["text"])]
    assert found == case["speakers"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # who tells, not who is told
        ("“Your men may go home,” Robert Lee was told by Ulysses Grant.", ["Ulysses Grant"]),
        ("The envoys had been warned by Ulysses Grant: “The road is shut.”", ["Ulysses Grant"]),
        ("“Is the road shut?” Robert Lee was asked.", [None]),
        # another one's words
        ("Robert Lee overheard Ulysses Grant telling his staff, “It is over.”", ["Ulysses Grant"]),
        ("Robert Lee cited Ulysses Grant as having said, “It is over.”", ["Ulysses Grant"]),
        ("Ulysses Grant let Robert Lee declare: “It is over.”", ["Robert Lee"]),
        ("Robert Lee was overheard by Ulysses Grant saying: “It is over.”", ["Robert Lee"]),
        ("Robert Lee was heard by Ulysses Grant to say, “It is over.”", ["Robert Lee"]),
        ("“It is over,” Robert Lee was heard by Ulysses Grant to mutter.", ["Robert Lee"]),
        ("Robert Lee was seen by Ulysses Grant writing, “It is over.”", ["Robert Lee"]),
        ("Robert Lee watched Ulysses Grant shout, “It is over.”", ["Ulysses Grant"]),
        ("Lee met Grant. Then Lee saw Grant cry out: “It is over.”", ["Grant"]),
        ("Robert Lee let Ulysses Grant whisper “It is over.”", ["Ulysses Grant"]),
        ("Robert Lee watched the shout of Ulysses Grant die.", []),
        ("Ulysses Grant recalled Robert Lee saying “It is over.”", ["Robert Lee"]),
        ("“It is over,” Ulysses Grant recalled Robert Lee saying.", ["Robert Lee"]),
        ("“It is over,” Ulysses Grant told Robert Lee, saying no more.", ["Ulysses Grant"]),
        # not said, or not by somebody for sure
        ("Robert Lee is falsely said to have cried “It is over.”", [None]),
        ("“It is over,” Robert Lee was wrongly reported to have said.", [None]),
        ("Robert Lee allegedly wrote: “It is over.”", [None]),
        ("Robert Lee falsely claimed, “It is over.”", ["Robert Lee"]),
        ("Robert Lee is said to have cried “It is over.”", ["Robert Lee"]),
        ("Robert Lee should have said “It is over.”", [None]),
        ("Robert Lee ought to have answered, “It is over.”", [None]),
        ("“It is over,” Robert Lee could have said.", [None]),
        ("Robert Lee, who should have gone, said “It is over.”", ["Robert Lee"]),
        # contrast and denial
        ("It was Ulysses Grant, not Robert Lee, who wrote, “It is over.”", ["Ulysses Grant"]),
        ("It was Ulysses Grant rather than Lee who wrote, “All is over.”", ["Ulysses Grant"]),
        ("Not Robert Lee but Ulysses Grant wrote: “It is over.”", ["Ulysses Grant"]),
        ("Neither Ulysses Grant nor Robert Lee wrote, “It is over.”", [None]),
        ("Robert Lee did not say, “It is over.”", [None]),
        ("Robert Lee denied having said, “It is over.”", [None]),
        # what stands between a speaker and the verb
        ("Paul Barras, after a look at the guards in the yard, said: “It is over.”",
         ["Paul Barras"]),
        ("Paul Barras took off his hat, and said: “It is over.”", ["Paul Barras"]),
        ("Prince Obolensky, who had lived there for years, exclaims in one of his letters:--\n\n"
         "“It is over.”", ["Obolensky"]),
        # what is announced is nobody's in a sentence of its own behind it
        ("Paul Barras called: “Shut the gate!” Count Obolensky wept.", ["Paul Barras"]),
        ("Paul Barras called: “Shut it!” Replied Otto Weber, “It is shut.”",
         ["Paul Barras", "Otto Weber"]),
        ("\"The gate is open,\" Clara Hume, told the court.", ["Clara Hume"]),
        ("The general whom Paul Barras, who was young, had met wrote: “It is over.”",
         ["The general"]),
        # any verb beside a question or a comma
        ("‘You were there?’ the shrill voice abruptly quavered.", ["the shrill voice"]),
        ("“You were there?” the old man wheezed.", ["the old man"]),
        # documents
        ("The council voted 9–3 for a motion declaring that “the road must be opened”.",
         ["The council"]),
        ("“The road is shut,” Robert Lee read in a letter from Otto Price.", ["Otto Price"]),
        ("Robert Lee forbade Otto Price to say, “The road is shut.”", [None]),
        ("“Is the road shut?” Robert Lee wanted to know.", ["Robert Lee"]),
        ("“The road is shut,” Robert Lee told Otto Price, who answered, “Then we shall wait.”",
         ["Robert Lee", "Otto Price"]),
        ("“The road is shut,” said Robert Lee, and Otto Price said, “Then we shall wait.”",
         ["Robert Lee", "Otto Price"]),
        ("“The road is shut,” said Robert Lee, who then added, “and we shall wait.”",
         ["Robert Lee"]),
        ("The road, said Otto Price, was “as bad as the men who had built it”.", ["Otto Price"]),
        ("Robert Lee moved a motion declaring “The road must be opened.”", ["a motion"]),
        ("A motion declaring “The road must be opened” was passed by Robert Lee.", ["A motion"]),
        ("Robert Lee and Otto Price voted for a resolution saying that “the road must be opened”.",
         ["a resolution"]),
        ("Robert Lee issued a decree declaring “The road is shut.”", ["Robert Lee"]),
        ("Her last words, in a letter to Rome, were: “It is over.”", [None]),
        ("The declaration of the council stated that “no road shall be shut to anybody”.",
         ["the council"]),
        # two who agree, and hearsay
        ("“It is over,” Karl Holt and Otto Price agreed.", ["Karl Holt and Otto Price"]),
        ("It was rumoured that “the road would be shut for ever and a day”.", [None]),
        # plays
        ("GRANDMOTHER: “It is over.”", ["GRANDMOTHER"]),
        # men and women
        ("Otto Weber retired. Gwendolyn Price came. “It is over,” she said.",
         ["Gwendolyn Price"]),
        ("Gwendolyn Price retired. Otto Weber came. “It is over,” she said.",
         ["Gwendolyn Price"]),
    ],
)  # fmt: skip
def test_reads_the_clause_not_the_order_of_words(
    tmp_path: Path, text: str, speakers: list[str | None]
) -> None:
    assert [speaker for speaker, _ in quotations(tmp_path, text)] == speakers


@pytest.mark.parametrize(
    ("text", "suffix", "words"),
    [
        ("\"_Now is the time_,\" said Paul Barras.", ".txt", "Now is the time,"),
        ("Paul Barras said: \"_Now is the time!_\"", ".txt", "Now is the time!"),
        ("‘_Now_ is the time,’ said Paul Barras.", ".txt", "Now is the time,"),
        ("\" We wait and nobody comes , \" said Paul Barras.", ".txt",
         "We wait and nobody comes ,"),
        ("Paul Barras wrote: \" We wait and nobody comes. \"", ".txt",
         "We wait and nobody comes."),
        ("\\\"We wait,\\\" said Paul Barras. \\\"It\\'s late.\\\"", ".md", "We wait. It's late."),
        ("Paul Barras wrote:\n\n“We wait, and nobody comes.”", ".txt",
         "We wait, and nobody comes."),
        ("<p>Paul Barras wrote:</p>\n\n<blockquote>We wait.</blockquote>", ".md", "We wait."),
        ("“We wait,” said Paul Barras. “Nobody comes.”", ".txt", "We wait. Nobody comes."),
    ],
)  # fmt: skip
def test_reads_marks_of_many_pens(tmp_path: Path, text: str, suffix: str, words: str) -> None:
    assert quotations(tmp_path, FULL_SENTENCE + text, suffix) == [("Paul Barras", words)]
