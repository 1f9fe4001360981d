"""Questions of participles, purposes and causes."""

from pathlib import Path

import pytest

from tests.drafting.test_questions import asked


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        # A participle tells as much as a clause.
        ("Employed by the Livonian Trading Company, Hugh Ashcombe sailed to Reval in 1633.",
         "By which company was Hugh Ashcombe employed?", "Livonian Trading Company"),
        ("Born in Reval in 1711, Otto Brandt moved to Mitau.",
         "In which city was Otto Brandt born in 1711?", "Reval"),
        ("The Council of the Isles, consisting of Otto Brandt, Elias Holt and Karl Price, "
         "despatched Hugh Ashcombe on a voyage in 1642.",
         "Who despatched Hugh Ashcombe on a voyage in 1642?", "The Council of the Isles"),
        ("The Livonian Reformation began in 1523, led by Otto Brandt.",
         "By whom was the Livonian Reformation led?", "Otto Brandt"),
        ("The Mitau Railway was closed by the British in the Livonian War.",
         "By whom was the Mitau Railway closed in the Livonian War?", "The British"),
        ("The Khanate of Mitau was founded in 1465 by Karl Price and Elias Holt.",
         "By whom was the Khanate of Mitau founded in 1465?", "Karl Price and Elias Holt"),
    ],
)  # fmt: skip
def test_a_form_of_a_sentence_is_asked(
    tmp_path: Path, text: str, question: str, answer: str
) -> None:
    assert (question, answer) in asked(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # An attempt "to do" something is no purpose of who repelled it.
        ("Otto Brandt repelled an attempt by the Swedes to take Mitau in 1703.", "Why "),
        # What somebody once refused to do may be much.
        ("Otto Brandt refused to attack Mitau.", "to do"),
        ("Otto Brandt was concerned about the trade of Reval to get money.", "Why "),
        ("The Poles of Mitau were forced to leave the city of Reval by famine in 1411.", "to do"),
        # A land has one army.
        ("On 12 May 1703 Otto Brandt sold the mill of Riga to the Great Livonian Army.",
         "hich army"),
        # The agent is of the noun before it.
        ("Mitau was held until its capture by the Swedes in the Livonian War.", "By whom "),
    ],
)  # fmt: skip
def test_what_only_looks_so_is_not_asked(tmp_path: Path, text: str, words: str) -> None:
    assert not [question for question, _ in asked(tmp_path, text) if words in question]


def test_a_day_told_without_its_year_is_asked_with_it(tmp_path: Path) -> None:
    text = "Otto Brandt took Riga on 3 May 1703. On 7 June, the Swedes burned the Mitau Gazette."
    assert ("On 7 June 1703, who burned the Mitau Gazette?", "The Swedes") in asked(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Otto Brandt was ill. He said that local towns had raised, outfitted, and paid 2,500 "
            "soldiers to fight Livonia.",
            "did Otto Brandt pay",
        ),
        (
            "In 1703, the Riga Council passed the Holt Acts which placed duties on many goods, "
            "including glass, paper, and tea, and established a Board of Trade in Riga.",
            "did tea establish",
        ),
    ],
)
def test_what_another_may_have_done_is_not_asked(tmp_path: Path, text: str, wrong: str) -> None:
    assert not [question for question, _ in asked(tmp_path, text) if wrong in question]


def test_a_question_ends_behind_its_date(tmp_path: Path) -> None:
    text = "The Swedes recaptured Mitau between 2–4 July 1703 during the Great Northern War."
    assert not [question for question, _ in asked(tmp_path, text) if "between 2?" in question]


def test_the_setting_of_one_clause_is_not_that_of_another(tmp_path: Path) -> None:
    text = "In 1703, after Otto Brandt left the Riga League, the seat of the council was moved."
    assert not [question for question, _ in asked(tmp_path, text) if "after," in question]
