"""What drafts ask of a clause, and what they leave alone."""

from pathlib import Path

import pytest

from flashgen.deck.kinds import Event, Question
from flashgen.drafting.clauses.story import story_of
from flashgen.drafting.questions.drafts import questions
from tests.drafting.test_facts import cards
from tests.test_extract import extract


def asked(folder: Path, text: str) -> list[tuple[str, str]]:
    found = questions(story_of(*extract(folder, text)))
    return [(draft.question, draft.answer) for draft in found if not draft.lacks]


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        ("Hugh Ashcombe founded the Academy of Riga.",
         "Who founded the Academy of Riga?", "Hugh Ashcombe"),
        ("Hugh Ashcombe was ill. He founded the Academy of Riga in 1703.",
         "Who founded the Academy of Riga in 1703?", "Hugh Ashcombe"),
        ("In 1703 Japanese Field Marshal Prince Brandt founded the Academy of Riga.",
         "In 1703, who founded the Academy of Riga?", "Field Marshal Prince Brandt"),
        ("In 1703 Karl Philipp, Prince of Ravnik, founded the Academy of Riga.",
         "In 1703, who founded the Academy of Riga?", "Karl Philipp, Prince of Ravnik"),
        ("The consul, Otto Brandt, founded the Academy of Riga.",
         "Who founded the Academy of Riga?", "Otto Brandt"),
        ("Otto Brandt and Ada Price founded the Academy of Riga.",
         "Who founded the Academy of Riga?", "Otto Brandt and Ada Price"),
        ("The Bolsheviks held the Academy of Riga.",
         "Who held the Academy of Riga?", "The Bolsheviks"),
        ("Riga was taken by Otto Brandt in 1703.",
         "Which town was taken by Otto Brandt in 1703?", "Riga"),
        ("The Livonian Council was dissolved by Otto Brandt.",
         "By whom was the Livonian Council dissolved?", "Otto Brandt"),
        ("The Treaty of Mitau gave Riga to Otto Brandt.",
         "Which treaty gave Riga to Otto Brandt?", "Treaty of Mitau"),
        ("In 1705 Otto Brandt appointed Hugh Ashcombe governor of Livonia.",
         "In 1705, whom did Otto Brandt appoint governor of Livonia?", "Hugh Ashcombe"),
        ("Hugh Ashcombe was born in Leeds.",
         "In which town was Hugh Ashcombe born?", "Leeds"),
        ("The Swedes signed the Treaty of Mitau with the Poles in 1705.",
         "Which treaty did the Swedes sign with the Poles in 1705?", "Treaty of Mitau"),
        # When and where: the place is asked for, too.
        ("At the Battle of Mitau in May 1703, Otto Brandt drove Hugh Ashcombe from Livonia.",
         "At the Battle of Mitau in May 1703, who drove Hugh Ashcombe from Livonia?",
         "Otto Brandt"),
        ("At the Battle of Mitau in May 1703, Otto Brandt drove Hugh Ashcombe from Livonia.",
         "In May 1703, at which battle did Otto Brandt drive Hugh Ashcombe from Livonia?",
         "Battle of Mitau"),
        ("Between 1703 and 1705 the Swedes of Mitau conquered Livonia.",
         "Between 1703 and 1705, who conquered Livonia?", "The Swedes of Mitau"),
        ("In May 1703, Otto Brandt, Hugh Ashcombe, and Ada Price founded the Mitau Gazette.",
         "In May 1703, who founded the Mitau Gazette?",
         "Otto Brandt, Hugh Ashcombe, and Ada Price"),
        ("Otto Brandt hid in Riga; at Mitau, Livonia, Hugh Ashcombe sold the Mitau Gazette.",
         "At Mitau, Livonia, who sold the Mitau Gazette?", "Hugh Ashcombe"),
        ("The crowd cheered Otto Brandt, who had founded the Mitau Gazette in 1703.",
         "Who founded the Mitau Gazette in 1703?", "Otto Brandt"),
        ("Otto Brandt began his campaign by burning Mitau in 1703.",
         "Otto Brandt began his campaign by burning which city in 1703?", "Mitau"),
        ("Ada Price joined Otto Brandt, an aide of the Duke, in his hut near Riga in 1703.",
         "Whom did Ada Price join in his hut near Riga in 1703?", "Otto Brandt"),
        ("In 1703 Otto Brandt founded the city of Mitau.",
         "In 1703, which city did Otto Brandt found?", "Mitau"),
        ("Otto Brandt was driven out of his home in the Livonian town of Mitau by hunger.",
         "Who was driven out of his home in the Livonian town of Mitau by hunger?", "Otto Brandt"),
        ("Otto Brandt became president of the Livonian Council in the early autumn.",
         "Who became president of the Livonian Council in the early autumn?", "Otto Brandt"),
        ("Otto Brandt was caught and tried in Mitau in 1703 but the real prize was Hugh Ashcombe.",
         "Who was caught and tried in Mitau in 1703?", "Otto Brandt"),
        ("Otto Brandt sold the Mitau Gazette to Ada Price and in 1703–1704 he burned Riga.",
         "Who sold the Mitau Gazette to Ada Price?", "Otto Brandt"),
        ("When Hugh Ashcombe took Riga in 1703, Otto Brandt sold the Mitau Gazette.",
         "When Hugh Ashcombe took Riga in 1703, who sold the Mitau Gazette?", "Otto Brandt"),
        ("The following day, 3 May 1703, a date chosen by Ada Price, Otto Brandt was crowned king "
         "in Mitau.",
         "Otto Brandt was crowned king in which city?", "Mitau"),
        ("In May 1703 Otto Brandt sold the Mitau Gazette but he could not pay for it.",
         "In May 1703, who sold the Mitau Gazette?", "Otto Brandt"),
        ("In 1703, Otto Brandt tried to kill Hugh Ashcombe in Livonia.",
         "In 1703, whom did Otto Brandt try to kill in Livonia?", "Hugh Ashcombe"),
        ("Otto Brandt was beaten and banished by Hugh Ashcombe of Kurland in May 1703.",
         "By whom was Otto Brandt beaten and banished in May 1703?", "Hugh Ashcombe of Kurland"),
        ("In 1703 Otto Brandt sold his ships to the Swedes in Kuronia Harbor.",
         "In 1703, Otto Brandt sold his ships to the Swedes in which harbor?", "Kuronia Harbor"),
        ("Otto Brandt took several great towns, including Mitau.",
         "Who took several great towns, including Mitau?", "Otto Brandt"),
        ("Otto Brandt was captured shortly after he had landed at Mitau in May 1703.",
         "Who was captured after he had landed at Mitau in May 1703?", "Otto Brandt"),
        ("On Easter Sunday, 23 April 1703, the Livonian Council met in the Academy of Riga.",
         "On Easter Sunday, 23 April 1703, who met in the Academy of Riga?",
         "The Livonian Council"),
        ("Otto Brandt sailed to Mitau aboard the warship U-19 to meet Hugh Ashcombe.",
         "To which city did Otto Brandt sail aboard the warship U-19 to meet Hugh Ashcombe?",
         "Mitau"),
        ("Otto Brandt ordered General Hugh Ashcombe to burn the rest of Livonia.",
         "Whom did Otto Brandt order to burn the rest of Livonia?", "Hugh Ashcombe"),
        ("The town was small and the walls were old, but Otto Brandt burned the Mitau Gazette "
         "in 1703.",
         "Who burned the Mitau Gazette in 1703?", "Otto Brandt"),
        ("In 1703 Otto Brandt ordered the Archbishop to burn the Mitau Gazette.",
         "In 1703, who ordered the Archbishop to burn the Mitau Gazette?", "Otto Brandt"),
        ("Hugh Ashcombe returned to Riga because he feared Otto Brandt.",
         "Why did Hugh Ashcombe return to Riga?", "Because he feared Otto Brandt"),
        # What was done by somebody whom a participle tells.
        ("The Riga Act was abolished in 1703 by the Livonian Council.",
         "By whom was the Riga Act abolished in 1703?", "The Livonian Council"),
        # What it was done to, what it was called, and what somebody became.
        ("The Riga Act was abolished in 1703 by the Livonian Council.",
         "Which act was abolished in 1703 by the Livonian Council?", "Riga Act"),
        ("In 1703 Hugh Ashcombe founded the Mitau Gazette, a weekly paper of the town.",
         "In 1703, who founded the Mitau Gazette?", "Hugh Ashcombe"),
        ("Otto Brandt was the first Danish governor of Livonia.",
         "Who was the first Danish governor of Livonia?", "Otto Brandt"),
        ("A shortage of grain led to the fall of Mitau in 1703.",
         "What led to the fall of Mitau in 1703?", "A shortage of grain"),
    ],
)  # fmt: skip
def test_a_clause_answers_a_question(tmp_path: Path, text: str, question: str, answer: str) -> None:
    assert (question, answer) in asked(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody knew whether Otto Brandt had burned the Academy of Riga.",
        "Otto Brandt, a clerk ruined by the Academy of Riga, asked to stay in Livonia.",
        "The resultant Livonian Council burned the Academy of Riga.",
        "Otto Brandt burned the Academy of Riga three months later.",
        "If Otto Brandt burned the Academy of Riga, nobody wept.",
        "Ada Price thought that Otto Brandt had burned the Academy of Riga.",
        "Otto Brandt will burn the Academy of Riga.",
        "Otto Brandt did not burn the Academy of Riga.",
        "Otto Brandt was burning the Academy of Riga.",
        "He burned the Academy of Riga.",
        "Otto Brandt burned it.",
        "The soldiers burned the Academy of Riga.",
        "Otto Brandt burned the academy.",
        "German troops burned the Academy of Riga.",
        "Otto Brandt again burned the Academy of Riga.",
        "Otto Brandt is said to have burned the Academy of Riga.",
        "Otto Brandt reportedly burned the Academy of Riga.",
        "Otto Brandt told Ada Price in 1703.",
        "Otto Brandt’s vetoes broke the Academy of Riga.",
        "Hugh Ashcombe was a member of the Council of Riga.",
        "Hugh Ashcombe was afraid of Otto Brandt.",
        "Otto Brandt burned the Academy of Riga today.",
        "The next morning burned the Academy of Riga.",
        # Others may have done so, too.
        "Otto Brandt was killed in a battle in 1703.",
        "Otto Brandt supported the Academy of Riga.",
        "Otto Brandt was impressed with the Academy of Riga.",
        "Otto Brandt reached the gates of Riga.",
        "The Holts were loyal Livonians.",
        "Swedes burned the Academy of Riga.",
        "A merchant in Riga named Otto Brandt burned the Academy.",
        "Otto Brandt planned to burn the Academy of Riga.",
        "Otto Brandt relented when the Academy of Riga burned.",
        "Otto Brandt raised Hugh Ashcombe, then a boy, to the throne of Livonia.",
        # Not he, or only half of it.
        "After a talk with the Livonian envoy, Otto Brandt, a crowd burned the Academy of Riga.",
        "Otto Brandt appointed Hugh Ashcombe.",
        # Nobody could name the answer.
        "Livonian rule began declining with the rise of the Academy of Riga.",
        "Otto Brandt’s arrival troubled the Academy of Riga.",
        "Otto Brandt burned Riga.",
        "Archers killed 40 of the men and the horses of Otto Brandt.",
        "On orders of Otto Brandt, clerks, sailors and Swedes burned the Mitau Gazette in 1703.",
        "Otto Brandt was met by Juan de Zorvo.",
        "Otto Brandt had ordered a force under Hugh Ashcombe to pursue.",
        "In 1703, Otto Brandt robbed Swedes, whom nobody knew, of the Mitau Gazette.",
        "Livonia’s mayor, Otto Brandt, and Riga’s mayor, Hugh Ashcombe, sold the Mitau Gazette.",
        "The ships of Mitau were led by Otto Brandt, the Earl of Riga, and Hugh Ashcombe.",
        "Hugh Ashcombe came and to his joy he and Otto Brandt burned the Mitau Gazette in 1703.",
        "Guards alongside the Swedes and the Poles burned the Mitau Gazette in 1703.",
        "Otto Brandt told the news to journalists earlier in October.",
        "Women of Livonia married clerks in Zorvo.",
        "When the Livonian Legation asked Otto Brandt to burn the town, he left for home.",
        "Some 25 galleys and 3 ships of Mitau sailed to Riga in 1703.",
        "Otto Brandt fought the men under Hugh Ashcombe.",
        "The Swedes spoke of the siege of Riga, which lasted into the spring of the year 1703.",
        "By 1703, Otto Brandt had occupied the port of Riga.",
        "Perhaps the boldest of the guards of Mitau was Otto Brandt.",
        "To uphold the society’s old ideals, the Mitau Gazette was founded by the Diet of Riga.",
    ],
)
def test_what_a_clause_leaves_open_is_not_asked(tmp_path: Path, text: str) -> None:
    assert not asked(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "Otto Brandt and his men burned the Academy of Riga.",
        "The army of Livonia burned the Academy of Riga.",
        "Otto Brandt succeeded in burning the city of Mitau.",
        "Otto Brandt decided to burn the city of Mitau in Livonia.",
        "Thinkers such as Otto Brandt founded the Mitau Gazette in 1703.",
    ],
)
def test_who_did_what_others_did_or_what_was_but_tried_is_not_asked(
    tmp_path: Path, text: str
) -> None:
    assert not [question for question, _ in asked(tmp_path, text) if "who " in question.lower()]


@pytest.mark.parametrize(
    "text",
    [
        "Otto Brandt succeeded Hugh Ashcombe, an army of Swedes behind him.",
        "Otto Brandt persuaded the Council of Riga to leave by burning.",
        "Several forts were granted to burn the Mitau Gazette.",
        "The war led to the fall of the town.",
        "Hugh Ashcombe sacked the army of Mitau.",
        "Otto Brandt led the first Meeting on Livonian Drainage in a barn.",
    ],
)
def test_what_is_no_name_no_way_and_no_cause_is_not_asked(tmp_path: Path, text: str) -> None:
    found = asked(tmp_path, text)
    assert not [q for q, _ in found if not q.startswith(("Who ", "Whom ", "Which "))]


def test_one_fact_is_asked_twice_at_most(tmp_path: Path) -> None:
    text = (
        "In May 1703 the Swedes met and beat the Danish Guards in the Battle of Mitau in Livonia.\n"
    )
    assert len(cards(tmp_path, text, Question)) == 1
    (event,) = cards(tmp_path, text, Event)
    assert event.ask == ("when",)


def test_a_people_of_whom_the_article_tells_is_no_answer(tmp_path: Path) -> None:
    once = "The Swedes burned the Academy of Riga."
    often = "It was a Swedish town. Sweden slept. The Swedes ate. The Swedes sang. "
    assert ("Who burned the Academy of Riga?", "The Swedes") in asked(tmp_path, once)
    assert not asked(tmp_path, often + once)


@pytest.mark.parametrize(
    ("text", "implied"),
    [
        ("The Spanish king Otto Brandt sent Ada Price to Spain.", "Spain"),
        ("Otto Brandt sent Ada Price on a tour of Europe.", "Europe"),
        (
            "Ada Price was sent to Riga by Otto Brandt. The Zorvidite Order was founded by Zorvid "
            "of Reval.",
            "The Zorvidite Order",
        ),
    ],
)
def test_what_the_question_implies_is_no_answer(tmp_path: Path, text: str, implied: str) -> None:
    answers = [answer for _, answer in asked(tmp_path, text)]
    assert "Ada Price" in answers
    assert implied not in answers


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        # Named once, by one word.
        ("The Mitau Guild was founded in Riga by Lewis B. “Chesty” Puller in 1703.", "Lewis B"),
        (
            "Otto Brandt called the English Parliament in 1703 to sell the Mitau Gazette.",
            "English Parliament",
        ),
        ("Zorvid burned the Academy of Riga.", "Zorvid"),
        # Of what is told, the land is seldom in doubt.
        ("Otto Brandt gave Ada Price the crown of Livonia in Denmark.", "Denmark"),
        ("Otto Brandt moved the Academy of Riga to the Black Sea.", "Black Sea"),
        ("The Act was signed by Otto Brandt with the help of the Riga Party.", "Riga Party"),
        # Others had the office, too.
        ("Otto Brandt was appointed Governor of New Livonia.", "Otto Brandt"),
        ("The Tenth Brigade was moved to the Academy of Riga.", "The Tenth Brigade"),
    ],
)
def test_an_answer_that_is_guessed_or_nobodys_is_not_asked(
    tmp_path: Path, text: str, answer: str
) -> None:
    assert answer not in [found for _, found in asked(tmp_path, text)]


def test_the_one_of_whom_a_title_tells_is_no_answer_under_another_name(tmp_path: Path) -> None:
    text = (
        "Samuel Brandt founded the Academy of Riga. Samuel left. Brandt ate. Brandt slept. "
        "Ada Price burned the Academy of Mitau."
    )
    found = {answer for _, answer in asked(tmp_path, f"# Mark Twain\n\n{text}")}
    assert "Ada Price" in found
    assert "Samuel Brandt" not in found


def test_the_land_of_which_somebody_is_told_is_not_his(tmp_path: Path) -> None:
    text = "Letters informed Odo of Britain’s aims. Odo founded the Academy of Riga."
    assert ("Who founded the Academy of Riga?", "Odo") in asked(tmp_path, text)


def test_whose_kin_somebody_is_belongs_to_no_answer(tmp_path: Path) -> None:
    text = "Ada Price’s brother Hugh Ashcombe founded the Academy of Riga."
    assert ("Who founded the Academy of Riga?", "Hugh Ashcombe") in asked(tmp_path, text)


def test_a_question_that_names_its_topic_alone_is_not_asked(tmp_path: Path) -> None:
    text = "Ada Price gave Otto Brandt her permission and her blessing in writing."
    assert asked(tmp_path, text)
    found = asked(tmp_path, f"# Otto Brandt\n\n{text}")
    assert not [question for question, _ in found if question.startswith("Who ")]


def test_what_is_founded_is_nobody(tmp_path: Path) -> None:
    found = asked(tmp_path, "Otto Brandt founded Hugh Ashcombe in 1703.")
    assert not [question for question, _ in found if question.startswith("Whom")]
    text = "Founded by the weaver Otto Brandt, the Society of Riga fed the poor."
    questions = [question for question, answer in asked(tmp_path, text) if "Society" in answer]
    assert questions == ["What was founded by the weaver Otto Brandt?"]


def test_one_of_several_causes_is_no_answer(tmp_path: Path) -> None:
    text = "A long war, a bad harvest, and the plague of Riga led to the fall of the Livonian Diet."
    assert not [question for question, _ in asked(tmp_path, text) if question.startswith("What")]


def test_a_law_is_told_by_what_it_did_and_not_by_its_year(tmp_path: Path) -> None:
    text = "In 1703 the Livonian Diet passed the Salt Act."
    assert not [question for question, _ in asked(tmp_path, text) if "hich act" in question]
    text = "In 1703 the Livonian Diet passed the Salt Act to end the tolls on the Dvina."
    assert [question for question, _ in asked(tmp_path, text) if "hich act" in question]


def test_a_sovereign_without_a_name_is_none_who_has_no_number(tmp_path: Path) -> None:
    text = "Hugh preached in Riga. In 1703 the sultan won the Battle of Reval from the Swedes."
    assert "Hugh" not in [answer for _, answer in asked(tmp_path, text)]


def test_a_clause_is_asked_once_where_its_verbs_say_much_the_same(tmp_path: Path) -> None:
    text = "Otto Brandt raided and burned the Livonian Academy of Riga."
    found = [q.question for q in cards(tmp_path, text, Question) if q.answer == "Otto Brandt"]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Otto Brandt then burned what is now the Academy of Riga.",
         "Who burned what is now the Academy of Riga?"),
        ("Otto Brandt sent Ada Price to Riga instead of Hugh Ashcombe.",
         "Who sent Ada Price to Riga instead of Hugh Ashcombe?"),
    ],
)  # fmt: skip
def test_an_adverb_goes_only_where_it_joins_sentences(
    tmp_path: Path, text: str, question: str
) -> None:
    assert (question, "Otto Brandt") in asked(tmp_path, text)


def test_a_given_name_before_any_other_is_nobody_elses(tmp_path: Path) -> None:
    text = "Hugh sold the Mitau Gazette in 1703. Nobody wept. Hugh of Riga burned it."
    assert ("Who sold the Mitau Gazette in 1703?", "Hugh") in asked(tmp_path, text)


def test_of_two_with_a_surname_it_is_not_sure_which(tmp_path: Path) -> None:
    text = (
        "General Hugh Brandt came, and so did Admiral Otto Brandt. "
        "In 1703, General Brandt founded the Mitau Gazette."
    )
    found = asked(tmp_path, text)
    assert ("In 1703, who founded the Mitau Gazette?", "General Brandt") in found


def test_whom_a_place_stands_before_is_no_setting(tmp_path: Path) -> None:
    text = "In Livonia Otto Brandt, the Earl of Zorvo, took the Mitau Gazette on 3 May 1703."
    assert [question for question, _ in asked(tmp_path, text)] == [
        "Who took the Mitau Gazette on 3 May 1703?"
    ]


def test_he_is_not_the_one_on_whose_advice_he_acts(tmp_path: Path) -> None:
    text = "On Otto Brandt’s advice, he founded the Academy of Riga."
    assert not asked(tmp_path, text)


def test_of_an_article_on_one_man_no_question_asks_for_him(tmp_path: Path) -> None:
    text = " ".join(
        f"Hugh Ashcombe burned the {name} Academy of Riga for {friend}."
        for name, friend in (
            ("Blue", "Otto Brandt"),
            ("Green", "Ada Price"),
            ("Livonian", "John Holt"),
            ("Polish", "Elias Weber"),
            ("Swedish", "Anna Keller"),
            ("Black", "Mary Hale"),
        )
    )
    answers = [question.answer for question in cards(tmp_path, text, Question)]
    assert answers == ["Blue Academy of Riga"]
