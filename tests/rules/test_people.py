"""People: who is found, and who is not."""

from pathlib import Path

import pytest
import yaml

from flashgen.rules import find_mentions
from tests.rules.found import article, people

PASSAGES = yaml.safe_load((Path(__file__).parent / "passages.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The decree was drafted by A. N. Orlov within a week.", ["A. N. Orlov"]),
        ("They were beaten by General J. E. Johnston at the river.", ["J. E. Johnston"]),
        ("Brig. Gen. Amos Tully held the bridge.", ["Amos Tully"]),
        ("Command passed to Lieutenant Colonel Hazlitt.", ["Hazlitt"]),
        ("They obeyed the Holy Roman Emperor Otto IV.", ["Otto IV"]),
        ("The term Wumasa meant a lake.", []),
        ("He wrote to the National Auxiliary Teachers Association.", []),
        ("They obeyed Wing Commander Hazlitt and Vicomte Brandel.", ["Hazlitt", "Brandel"]),
        ("The treaty angered Grand Duke Konstantin.", ["Konstantin"]),
        ("In October Lord Aldwyn resigned.", ["Aldwyn"]),
        ("The English chronicler Wace saw it.", ["Wace"]),
        ("He was killed by his brother Pavle.", ["Pavle"]),
        ("She lost her father, Osbert, in the same year.", ["Osbert"]),
        ("Varro, the leader of the levellers, was hanged.", ["Varro"]),
        ("“We shall starve,” wrote Brocklebank that evening.", ["Brocklebank"]),
        ("After supper Thistlewood said nothing at all.", ["Thistlewood"]),
        ("In the end Thistlewood had reluctantly agreed.", ["Thistlewood"]),
        ("The crowd had murdered Prokop in his carriage.", ["Prokop"]),
        ("It was the death of Marat that decided the matter.", ["Marat"]),
        ("They waited in front of Dragomirov's door.", ["Dragomirov"]),
        ("A pupil of Ockley (1678–1720) finished the book.", ["Ockley"]),
        ("The king trusted Pym, who had never lied to him.", ["Pym"]),
        ("“He [Castlereagh] is tired,” one clerk noted.", ["Castlereagh"]),
        ("In 1613 Michael I was crowned.", ["Michael I"]),
        ("The city feared Vlad the Impaler.", ["Vlad the Impaler"]),
        ("A daughter was born to Eleanor of Aquitaine.", ["Eleanor of Aquitaine"]),
        ("The envoys met Ivan IV Vasilyevich.", ["Ivan IV Vasilyevich"]),
        ("The bill was signed by Otto von Bismarck.", ["Otto von Bismarck"]),
        ("The caliph Harun al-Rashid sent a clock.", ["Harun al-Rashid"]),
        ("Reforms were begun by Midhat Pasha.", ["Midhat Pasha"]),
        ("Oil made John D. Rockefeller Jr. rich.", ["John D. Rockefeller Jr."]),
        ("It was Simón BOLÍVAR who crossed the mountains.", ["Simón BOLÍVAR"]),
        ("Riots followed when Sasonov and Gorchev were arrested.", ["Sasonov", "Gorchev"]),
        ("The surgeon Adam Park stayed behind.", ["Adam Park"]),
        ("Then Porter J. Aldwyn spoke.", ["Porter J. Aldwyn"]),
        ("Then Senator J. Aldwyn spoke.", ["J. Aldwyn"]),
        ("Then Mason J. Aldwyn spoke.", ["Mason J. Aldwyn"]),
        ("Maria Feodorovna spoke to her son.", ["Maria Feodorovna"]),
        ("Barnave, rejected by his own order, sat for a small town.", ["Barnave"]),
        (
            "Horatio Gates, Leslie R. Groves and Joan Rivers met.",
            ["Horatio Gates", "Leslie R. Groves", "Joan Rivers"],
        ),
        ("They met the Bishop of Durham and General Hazlitt.", ["Hazlitt"]),
        (
            "Admiral Fisher told Mr. King; Colonel Mason and Captain Fox knew.",
            ["Fisher", "King", "Mason", "Fox"],
        ),
        ("He wrote to his brother Michael; then Fox wept.", ["Michael", "Fox"]),
        (
            "Secretary of State Seward and Secretary of the Navy Welles came.",
            ["Seward", "Welles"],
        ),
        ("They told Foreign Secretary Grey of it.", ["Grey"]),
        ("They waited for d’Amade.", ["d’Amade"]),
        ("At last Necker fell.", ["Necker"]),
        (
            "Downing, who was present, wept for a lieutenant of the name of Atif.",
            ["Downing", "Atif"],
        ),
        ("Hunted down by Flamininus, he became a disciple of Lavater.", ["Flamininus", "Lavater"]),
        ("These have been there: Duke of Ravnik, Lord Rolle.", ["Duke of Ravnik", "Rolle"]),
        (
            "When in India I met Innocent III and Charles I, it rained.",
            ["Innocent III", "Charles I"],
        ),
        ("In Charles I’s reign Shah Jahan built it.", ["Charles I", "Shah Jahan"]),
        ("They met James Bradley, the Astronomer Royal, there.", ["James Bradley"]),
        ("John van der Brandt slept in Lord Peter’s house.", ["John van der Brandt", "Peter"]),
        ("They followed Count Louis of Blois and Chartres.", ["Louis of Blois and Chartres"]),
        ("They met Ahmed Riza Effendi.", ["Ahmed Riza Effendi"]),
        ("They met Interior Minister Lacoste and Special Agent Hoover.", ["Lacoste", "Hoover"]),
        ("Then Captain (Acting) Hazlitt fell.", ["Hazlitt"]),
        ("He trusted Marshall Field and Granville Woods.", ["Marshall Field", "Granville Woods"]),
        ("They asked Anne‑Marie Brandt to stay.", ["Anne-Marie Brandt"]),
        ("Said Grant: “We go.” Said General Grant: “We stay.”", ["Grant"]),
        (
            "He told Chief of Staff H. R. Ashcombe and Counsel John Brandt of it.",
            ["H. R. Ashcombe", "John Brandt"],
        ),
        ("They met Hugh Ashcombe Commander of the post.", ["Hugh Ashcombe"]),
        ("They met Karl Holt Bishop of Ravnik.", ["Karl Holt"]),
        ("They told the Federal Executive Council and Georgia Grant.", ["Georgia Grant"]),
        ("They met Jakob «Jock» Hale.", ["Jakob «Jock» Hale"]),
        ("The South African President Hugh Ashcombe spoke.", ["Hugh Ashcombe"]),
        ("They obeyed General Saint-Just, who wept.", ["Saint-Just"]),
        ("The Shah met Hugh Ashcombe at the gate.", ["Hugh Ashcombe"]),
        # a given name before a surname that looks like a landform
        ("Elihu Root became Secretary of State.", ["Elihu Root"]),
        ("In 1812 Ezra Brook wrote the petition.", ["Ezra Brook"]),
        ("He wrote to Silas Field and Amos Forest.", ["Silas Field", "Amos Forest"]),
        # offices and roles with a capital before a name
        ("Nazi Leader Adolf Ashcombe signed.", ["Adolf Ashcombe"]),
        ("They obeyed German Field Marshal Baron Kessel.", ["Kessel"]),
        ("Communist Party Chairman Otto Weber resigned.", ["Otto Weber"]),
        (
            "Company Founder Otto Weber and Labour Deputy Ada Price met.",
            ["Otto Weber", "Ada Price"],
        ),
        ("German Titov flew, and Roman Fisher Weber sang.", ["German Titov", "Roman Fisher Weber"]),
        # given names alone do not name a lord
        (
            "Lieutenant Field Marshal Karl Philipp, Prince of Ravnik, attacked.",
            ["Karl Philipp, Prince of Ravnik"],
        ),
        (
            "They met Charles Edward, the 3rd Earl of Ravnik; he wept.",
            ["Charles Edward, the 3rd Earl of Ravnik"],
        ),
        ("They met Hugh Ashcombe, Duke of Ravnik, at noon.", ["Hugh Ashcombe"]),
        # in a list of places, somebody who acts is somebody
        ("In Arthur Town, Brod City, and Hugh Cistern, they wept.", []),
        ("In Arthur Town, Brod City, and Hugh Cistern wept.", ["Hugh Cistern"]),
        ("The Secretary of War Edwin Stanton wept.", ["Edwin Stanton"]),
        ("Philip King of France and Richard King of England set out.", ["Philip", "Richard"]),
        (
            "They were Hugh of Beaumetz, Renier of Trit, and Odo of Ham.",
            ["Hugh of Beaumetz", "Renier of Trit", "Odo of Ham"],
        ),
    ],
)
def test_finds(tmp_path: Path, text: str, names: list[str]) -> None:
    assert list(people(tmp_path, text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "The Russians and the Bolsheviks said that they would fight.",
        "The Whigs had won, and the Tory members wept.",
        "The Petrograd Soviet met, and the Provisional Government resigned.",
        "The cruiser Aurora fired; aboard Victoria nobody slept.",
        "They crossed Nelson Street and slept near the Peter and Paul Fortress.",
        "The Army of Northern Virginia retreated to the Alexander Palace.",
        "In May and in August the harvest failed, and on Friday it rained.",
        "The last of the Romanovs lived in Paris.",
        "God was with them, and Parliament knew it.",
        "Relief came from several quarters. Hunger followed, and nobody could help.",
        "Dissent was crushed. Typhus killed more than the guns. Discipline suffered.",
        "It was a last chance to challenge Lady Luck.",
        "Typically, nobody came. Besieged towns starved. Suddenly it snowed.",
        "The date is that of the Julian calendar.",
        "He read of the King of Naples and the Bishop of London.",
        "FROM THE COMMITTEE OF PUBLIC SAFETY: stay at home, citizens.",
        "Marxism and Jacobinism had said so, and the Marxists believed it.",
        "Nobody in Vienna thought that Austria had lost.",
        "At 9 AM the Military Revolutionary Committee met.",
        "The Minister of Trade and Industry saw the Union Jack, and Article IV was read.",
        "On Lady Day the rent was due.",
        "He appeared at Court from time to time.",
        "The Price of Coal had risen, and the Muscat Arabs knew it.",
        "“C’est la faute à Brandt et à Rousseau,” they sang.",
        "The Lord Mayor met the Lord King and the Prince Bishop.",
        "The men of Dreux, Perche, Ponthieu, and Vimeux came.",
        # newspapers
        "In 1931 Pravda wrote of the riot, and Le Monde praised the treaty.",
        "Der Spiegel called him a traitor, and Il Popolo announced the war.",
        "L'Humanité reported the riot. Then the Riga Tageblatt said more, and Riga Zeitung wept.",
        # streets
        "The square is at the corner of Galileo and Thomas Streets.",
        "The crowd gathered between Hugh and Adam Avenues.",
        "The mob ran along Hugh, Mary Anne and Otto Streets.",
        # places in a list
        "They lived between South Point, James Fountain, and Holt Town on Osel.",
        "They slept in Arthur Town, Dixon Hill and Brod City.",
        # what somebody wrote
        "He praised his English Bible and her German Requiem.",
        "The English Bible was read by all.",
    ],
)
def test_ignores(tmp_path: Path, text: str) -> None:
    assert people(tmp_path, text) == {}


def test_a_town_and_its_namesake_are_told_apart(tmp_path: Path) -> None:
    text = (
        "George Washington sat down. Washington wrote to Martha. He had never been in Washington."
    )
    read = article(tmp_path, text)
    found = find_mentions(read)
    assert [place.canonical for place in found.places] == ["Washington"]
    assert found.places[0].mentions[0].span.start == text.rindex("Washington")
    assert found.people[0].surface_forms == ("George Washington", "Washington")


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Low Fielding (poem)", ["Brandt"]),
        ("Fielding (minister)", ["Fielding", "Brandt"]),
        ("A tale", ["Fielding", "Brandt"]),
    ],
)
def test_what_a_title_calls_a_thing_is_nobody(tmp_path: Path, title: str, found: list[str]) -> None:
    text = f"{title}\n\nFielding said little. Then Brandt wept, and Fielding wept."
    assert list(people(tmp_path, text)) == found


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("Then Pauline Brandt left.", "woman"),
        ("Then Ivan Brandt left.", "man"),
        ("Then Mrs. Brandt left.", "woman"),
        ("She waited for her brother Ashgrove.", "man"),
        ("Then Ashgrove forgot her own promise.", "woman"),
        ("Then Ashgrove wept.", ""),
        ("Then Sojourner Ashgrove wept.", ""),
        ("They warned Ashgrove of her.", ""),
        ("They warned Ashgrove himself.", "man"),
    ],
)
def test_the_sex_is_told_by_the_name_or_the_text(tmp_path: Path, text: str, sex: str) -> None:
    (found,) = find_mentions(article(tmp_path, text)).people
    assert found.sex == sex


def test_husband_and_wife_are_two(tmp_path: Path) -> None:
    text = "Mr. Ashcombe spoke. Mrs. Ashcombe sat behind him. Then Ashcombe rose."
    found = find_mentions(article(tmp_path, text)).people
    assert [(person.sex, len(person.mentions)) for person in found] == [("man", 2), ("woman", 1)]


@pytest.mark.parametrize("topic", PASSAGES)
def test_everybody_in_a_passage(tmp_path: Path, topic: str) -> None:
    expected = [row.split(", ") for row in PASSAGES[topic]["people"]]
    found = people(tmp_path, PASSAGES[topic]["text"])
    assert set(found) == {forms[0] for forms in expected}
    for canonical, *others in expected:
        assert set(found[canonical]) == {canonical, *others}


def test_a_mention_says_where_it_stands(tmp_path: Path) -> None:
    text = (
        "Nobody had told them what to do on the morning after the riot, when _Elias\nBrandt’s_ wife"
    )
    read = article(tmp_path, f"{text} saw Brandt and wept for days on end.")
    (found,) = find_mentions(read).people
    assert found.canonical == "Elias Brandt"
    assert [mention.surface for mention in found.mentions] == ["Elias\nBrandt", "Brandt"]
    for mention in found.mentions:
        assert read.text[mention.span.start : mention.span.end] == mention.surface
        assert mention.rule


@pytest.mark.parametrize(
    ("text", "sexes"),
    [
        ("Moctezuma II met Nikita Orlov and Anna Brandt.", ["man", "man", "woman"]),
        ("Nikita Orlov wrote to Anna Brandt.", ["man", "woman"]),
        ("They dined with Lord Varrow. Lady Varrow sang.", ["man", "woman"]),
        ("Nurse Ashcombe came, and Prince Teck went.", ["woman", "man"]),
        ("Teckow lost his horse, and Ruthven sold her house.", ["man", "woman"]),
    ],
)
def test_who_is_he_and_who_is_she(tmp_path: Path, text: str, sexes: list[str]) -> None:
    found = find_mentions(article(tmp_path, text)).people
    assert [person.sex for person in found] == sexes
