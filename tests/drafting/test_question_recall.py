"""Questions for what teachers ask of a text: what a law did, names, reasons, what was first."""

from pathlib import Path

import pytest

from tests.drafting.test_questions import asked


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        # What one law, treaty or event did.
        ("The 1703 Livonian law outlawed the sale of grain to the Poles.",
         "What did the 1703 Livonian law outlaw?", "The sale of grain to the Poles"),
        ("Otto Brandt hailed the Riga Act, which forbade slavery.",
         "What did the Riga Act forbid?", "Slavery"),
        ("The Swedes issued the Proclamation of 1703, which abolished the guilds of Livonia.",
         "What did the Proclamation of 1703 abolish?", "The guilds of Livonia"),
        ("The rise of the Livonian League after the Great Frost led to increased trade and a wave "
         "of settlers.",
         "What did the rise of the Livonian League after the Great Frost lead to?",
         "Increased trade and a wave of settlers"),
        # The law, the body or the event of a sort.
        ("The Riga Harbour Act of 1703 levied duties on Polish grain and furs.",
         "Which act of 1703 levied duties on Polish grain and furs?", "Riga Harbour Act"),
        ("Otto Brandt proposed the Mill Act of 1703, which dissolved the Guild of Riga.",
         "Which act of 1703 dissolved the Guild of Riga?", "Mill Act"),
        ("The Livonian army was reorganized under the Mitau Defence Act of 1703.",
         "Under which act of 1703 was the Livonian army reorganized?", "Mitau Defence Act"),
        ("Poland and Denmark had formed the Holy League in 1703.",
         "Which league did Poland and Denmark form in 1703?", "Holy League"),
        ("In 1703 Otto Brandt convened the Congress of Mitau to end the Livonian War.",
         "In 1703, which congress did Otto Brandt convene to end the Livonian War?",
         "Congress of Mitau"),
        ("The Livonian guild drafted a charter known as the Riga Charter.",
         "Which charter did the Livonian guild draft?", "The Riga Charter"),
        # A name beside its noun.
        ("In 1703 Otto Brandt founded a weekly newspaper, the Mitau Gazette.",
         "In 1703, which weekly newspaper did Otto Brandt found?", "The Mitau Gazette"),
        ("A mob in Mitau killed a preacher named Elias Holt in 1703.",
         "Which preacher did a mob in Mitau kill in 1703?", "Elias Holt"),
        ("Otto Brandt began to publish his own satirical magazine, Evening Lamp, in Mitau.",
         "Which satirical magazine did Otto Brandt begin to publish in Mitau?", "Evening Lamp"),
        # What was meant, and what brought it about.
        ("To win the support of Riga, Otto Brandt lowered the Livonian salt tax.",
         "Why did Otto Brandt lower the Livonian salt tax?", "To win the support of Riga"),
        ("The Livonian League finally collapsed in Kurland due to the death of Otto Brandt.",
         "Why did the Livonian League collapse in Kurland?", "Due to the death of Otto Brandt"),
        ("The clerks of Riga founded the Livonian Club in an effort to unseat Otto Brandt.",
         "Why did the clerks of Riga found the Livonian Club?",
         "In an effort to unseat Otto Brandt"),
        # The first and the last of a kind are one.
        ("Otto Brandt was the last governor who ruled a united province.",
         "Who was the last governor who ruled a united province?", "Otto Brandt"),
        ("Zorvo was the first Danish colony dependent on fish.",
         "What was the first Danish colony dependent on fish?", "Zorvo"),
        # What a participle tells behind a clause, and what no clear subject is needed for.
        ("Otto Brandt crossed the Duna, defeating Hugh Ashcombe at the Battle of Mitau in 1703.",
         "Whom did Otto Brandt defeat at the Battle of Mitau in 1703?", "Hugh Ashcombe"),
        ("Otto Brandt argued that the Riga Act did not allow a Livonian bank.",
         "Who argued that the Riga Act did not allow a Livonian bank?", "Otto Brandt"),
    ],
)  # fmt: skip
def test_what_a_teacher_would_ask_is_asked(
    tmp_path: Path, text: str, question: str, answer: str
) -> None:
    assert (question, answer) in asked(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # Others sent columns, too, and joined in.
        ("Otto Brandt sent an eager report to Mitau on the army’s boots.", "Who "),
        ("Otto Brandt worked with Hugh Ashcombe in Mitau.", "Who "),
        # Half a name, half a list, or the half of a number.
        ("In 1703 Otto Brandt created the Joint Council to Inquire into the Fire of Mitau.",
         "hich council"),
        ("Otto Brandt wrote Thoughts on Government in 1703.", "What did Otto Brandt write on"),
        ("Some million people of Livonia left Mitau in 1703.", "How many"),
        # What follows is another verb’s, a find and no purpose, or lost.
        ("The port of Mitau was opened in 1703 but was closed because of the Livonian War.",
         "Why was the port of Mitau opened"),
        ("In 1703 Otto Brandt returned to Mitau to find Hugh Ashcombe in his house.", "Why "),
        ("Otto Brandt argued that while the Riga Act was old, it was good.", "that while"),
        ("The Livonian League urged the Poles to leave Mitau.", "the Livonian League urge?"),
        # A wish for the other is not known without it.
        ("The Livonian War provided the impetus for another reform.", "What did the Liv"),
        # Vague, or one of many.
        ("A similar quarrel led to the fall of the Livonian League in 1703.", "What led to"),
        ("Small mills were built in Riga, Mitau and Reval in 1703.", "What were"),
        ("Riga and Mitau became part of the Livonian League.", "Who "),
    ],
)  # fmt: skip
def test_what_is_cut_or_common_is_not_asked(tmp_path: Path, text: str, words: str) -> None:
    assert not [question for question, _ in asked(tmp_path, text) if words in question]
