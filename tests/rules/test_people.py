"""People: who is found, who is not, and whose names are one."""

from pathlib import Path

import pytest
import yaml

from flashgen.article import Article
from flashgen.reading import read_article
from flashgen.rules import find_mentions

PASSAGES = yaml.safe_load((Path(__file__).parent / "passages.yaml").read_text(encoding="utf-8"))


def article(folder: Path, text: str) -> Article:
    path = folder / "article.txt"
    path.write_text(text, encoding="utf-8")
    return read_article(path)


def people(folder: Path, text: str) -> dict[str, tuple[str, ...]]:
    """The canonical names with all their forms."""
    found = find_mentions(article(folder, text)).people
    return {person.canonical: person.surface_forms for person in found}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The decree was drafted by A. N. Orlov within a week.", ["A. N. Orlov"]),
        ("They were beaten by General J. E. Johnston at the river.", ["J. E. Johnston"]),
        ("Brig. Gen. Amos Tully held the bridge.", ["Amos Tully"]),
        ("Command passed to Lieutenant Colonel Hazlitt.", ["Hazlitt"]),
        ("They obeyed Wing Commander Hazlitt and Vicomte Brandel.", ["Hazlitt", "Brandel"]),
        ("The treaty angered Grand Duke Konstantin.", ["Konstantin"]),
        ("In October Lord Aldwyn resigned.", ["Aldwyn"]),
        ("Tokugawa Shogun Yoshinobu gave up his powers.", ["Yoshinobu"]),
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
        ("They asked Anne‑Marie Brandt to stay.", ["Anne‑Marie Brandt"]),
        ("Said Grant: “We go.” Said General Grant: “We stay.”", ["Grant"]),
        (
            "He told Chief of Staff H. R. Ashcombe and Counsel John Brandt of it.",
            ["H. R. Ashcombe", "John Brandt"],
        ),
        ("They met Hugh Ashcombe Commander of the post.", ["Hugh Ashcombe"]),
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
    ],
)
def test_ignores(tmp_path: Path, text: str) -> None:
    assert people(tmp_path, text) == {}


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (
            "It was Doyle’s idea. Years later Arthur C. Doyle denied it, and A. C. Doyle wrote so.",
            {"Arthur C. Doyle": {"Doyle", "Arthur C. Doyle", "A. C. Doyle"}},
        ),
        (
            "Nicholas I died in 1855. His grandson’s son was Nicholas II. Nicholas abdicated.",
            {"Nicholas I": {"Nicholas I"}, "Nicholas II": {"Nicholas II", "Nicholas"}},
        ),
        (
            "Tiberius Gracchus was killed. Later Gaius Gracchus was, too. Gracchus had no heir.",
            {
                "Tiberius Gracchus": {"Tiberius Gracchus"},
                "Gaius Gracchus": {"Gaius Gracchus", "Gracchus"},
            },
        ),
        (
            "King John III Sobieski came in time. “God conquered,” wrote Sobieski.",
            {"John III Sobieski": {"John III Sobieski", "Sobieski"}},
        ),
        (
            "Henry Cooper made shoes. His brother William Cooper sold them. Cooper grew rich.",
            {"Henry Cooper": {"Henry Cooper", "Cooper"}, "William Cooper": {"William Cooper"}},
        ),
        (
            "Wei Yuan was a scholar. Yuan Shikai was a general. In the end Yuan ruled.",
            {"Wei Yuan": {"Wei Yuan"}, "Yuan Shikai": {"Yuan Shikai", "Yuan"}},
        ),
        (
            "John Adams was the father of John Quincy Adams.",
            {"John Adams": {"John Adams"}, "John Quincy Adams": {"John Quincy Adams"}},
        ),
        (
            "William Gladstone spoke. “Bill Gladstone is mad,” cried a member.",
            {"William Gladstone": {"William Gladstone", "Bill Gladstone"}},
        ),
        (
            "Samuel Clemens (Mark Twain) was a pilot. Twain liked the river.",
            {"Samuel Clemens": {"Samuel Clemens", "Mark Twain", "Twain"}},
        ),
        (
            "Arthur Wellesley, Duke of Wellington, won. “It was near,” said Wellington.",
            {"Arthur Wellesley": {"Arthur Wellesley", "Duke of Wellington", "Wellington"}},
        ),
        (
            "They elected Otto “Lucky” Brandt. Brandt laughed, and Lucky left with Otto Brandt.",
            {"Otto “Lucky” Brandt": {"Otto “Lucky” Brandt", "Brandt", "Lucky", "Otto Brandt"}},
        ),
        (
            "The nurse Anna (Nan) Brandt stayed, and Brandt slept.",
            {"Anna (Nan) Brandt": {"Anna (Nan) Brandt", "Brandt"}},
        ),
        (
            "Samuel Ashcombe kept a diary. Ashcombe loved music. His cousin Talbot Ashcombe called"
            " once. Ashcombe went to sea, and Ashcombe lied.",
            {
                "Samuel Ashcombe": {"Samuel Ashcombe", "Ashcombe"},
                "Talbot Ashcombe": {"Talbot Ashcombe"},
            },
        ),
        (
            "Peter the tsar came. Peter laughed. Peter II was told. Peter died at dawn.",
            {"Peter": {"Peter"}, "Peter II": {"Peter II"}},
        ),
        (
            "Among them were William I of Hainaut and William I of Auxonne. Henry, Duke of"
            " Brabant, came, and Henry III of Limburg left.",
            {
                name: {name}
                for name in (
                    "William I of Hainaut",
                    "William I of Auxonne",
                    "Henry",
                    "Henry III of Limburg",
                )
            },
        ),
        (
            "Gnaeus Pompeius Magnus (“Pompey the Great”) rose. Later Pompey fled, and Pompey died.",
            {"Gnaeus Pompeius Magnus": {"Gnaeus Pompeius Magnus", "Pompey the Great", "Pompey"}},
        ),
        (
            "Anton Brandov wrote plays. His father, Pavel Brandov, kept a shop. Pavel Brandov was"
            " strict. Brandov feared him.",
            {"Anton Brandov": {"Anton Brandov", "Brandov"}, "Pavel Brandov": {"Pavel Brandov"}},
        ),
        (
            "James Clerk Brandt was a friend. His father, James, was a smith.",
            {"James Clerk Brandt": {"James Clerk Brandt"}, "James": {"James"}},
        ),
        (
            "Robert Ashcombe led them. Mrs. Ashcombe stayed at home, and Ashcombe wrote to her.",
            {"Robert Ashcombe": {"Robert Ashcombe", "Ashcombe"}, "Ashcombe": {"Ashcombe"}},
        ),
        (
            "Captain Dragan Dimitrov “Apis” rose. Later Dragan Dimitrov fled, and Apis died.",
            {"Dragan Dimitrov": {"Dragan Dimitrov", "Apis"}},
        ),
        (
            "Ashcombe knelt, Ashcombe rose, and Ashcombe left. They had a picture of John Ashcombe."
            " “Are you Hugh Ashcombe?” they asked. Ashcombe nodded.",
            {
                "Ashcombe": {"Ashcombe"},
                "John Ashcombe": {"John Ashcombe"},
                "Hugh Ashcombe": {"Hugh Ashcombe"},
            },
        ),
        (
            "The historian Gaius Sallustius Crispus wrote it. Sallust had been there.",
            {"Gaius Sallustius Crispus": {"Gaius Sallustius Crispus", "Sallust"}},
        ),
        (
            "Anton Pavlovich Brandov was born here. Anton Brandov wept, and Brandov wrote.",
            {
                "Anton Pavlovich Brandov": {
                    "Anton Pavlovich Brandov",
                    "Anton Brandov",
                    "Brandov",
                }
            },
        ),
        (
            "They met Hugh Whitlock, the Marquess d'Aubenay, at noon.",
            {"Hugh Whitlock": {"Hugh Whitlock", "d'Aubenay"}},
        ),
        (
            "Thomas Ashcombe led the rising, and Thomas Ashcombe fell. Felix Thomas, a smith, took"
            " the flag. Thomas held the bridge till dawn.",
            {
                "Thomas Ashcombe": {"Thomas Ashcombe"},
                "Felix Thomas": {"Felix Thomas", "Thomas"},
            },
        ),
        (
            "Hugh Ashcombe wrote to his brother Felix Ashcombe. Later his brother Felix died.",
            {
                "Hugh Ashcombe": {"Hugh Ashcombe"},
                "Felix Ashcombe": {"Felix Ashcombe", "Felix"},
            },
        ),
        (
            "Arthur C. Ashcombe slept, and A. C. Ashcombe rose. Then Albert C. Ashcombe came.",
            {
                "Arthur C. Ashcombe": {"Arthur C. Ashcombe", "A. C. Ashcombe"},
                "Albert C. Ashcombe": {"Albert C. Ashcombe"},
            },
        ),
        (
            "Mary (née Hale) Brandt kept the inn. Mary Brandt never married again.",
            {"Mary (née Hale) Brandt": {"Mary (née Hale) Brandt", "Mary Brandt"}},
        ),
        (
            "The king had the bones of St Thomas the Martyr burned. It was done by command of the"
            " Lord (Thomas) Brandt.",
            {
                "St Thomas the Martyr": {"St Thomas the Martyr"},
                "(Thomas) Brandt": {"(Thomas) Brandt"},
            },
        ),
        (
            "William Cecil, Lord Burghley, was old, and Burghley died. They met Hugh Grey, Lord"
            " Howard, and the king.",
            {
                "William Cecil": {"William Cecil", "Burghley"},
                "Hugh Grey": {"Hugh Grey"},
                "Howard": {"Howard"},
            },
        ),
        (
            "John Churchill, later Duke of Marlborough, slept. The Duke of Marlborough rose.",
            {"John Churchill": {"John Churchill", "Duke of Marlborough"}},
        ),
        (
            "In those years Marius had ruled the city. Now Gaius Marius the younger was consul.",
            {"Marius": {"Marius"}, "Gaius Marius the younger": {"Gaius Marius the younger"}},
        ),
        (
            "Hugh Ashcombe loved the child, another Hugh, who died.",
            {"Hugh Ashcombe": {"Hugh Ashcombe"}, "Hugh": {"Hugh"}},
        ),
        (
            "Ferdinand, Count of Varda, knelt. Then Varda wept.",
            {"Ferdinand": {"Ferdinand", "Varda"}},
        ),
        (
            "Mustafa Brandt would be known to the world as Lenski, and Lenski laughed.",
            {"Mustafa Brandt": {"Mustafa Brandt", "Lenski"}},
        ),
        (
            "Otto von Brandt was a baron. Years later Otto Brandt sold his castle.",
            {"Otto von Brandt": {"Otto von Brandt", "Otto Brandt"}},
        ),
        (
            "Zhou Enlai marched with Zhu De. Zhou spoke to the peasants, and Zhu drilled them.",
            {"Zhou Enlai": {"Zhou Enlai", "Zhou"}, "Zhu De": {"Zhu De", "Zhu"}},
        ),
        (
            "The Marquis de Brandt slept. Then Brandt rose.",
            {"Marquis de Brandt": {"Marquis de Brandt", "Brandt"}},
        ),
        *(
            (
                f"Hugh Ashcombe {does} Otto Brandt.",
                {"Hugh Ashcombe": {"Hugh Ashcombe"}, "Otto Brandt": {"Otto Brandt"}},
            )
            for does in ("called", "was known to", "was born to")
        ),
        (
            "Ashcombe met Lord Brandt. “Go,” said Brandt.",
            {"Ashcombe": {"Ashcombe"}, "Brandt": {"Brandt"}},
        ),
        (
            "Hugh Ashcombe, later called Otto Brandt, wept. Then Brandt slept.",
            {"Hugh Ashcombe": {"Hugh Ashcombe", "Otto Brandt", "Brandt"}},
        ),
        (
            "Hugh Ashcombe took the name of Otto Brandt. Then Brandt slept.",
            {"Hugh Ashcombe": {"Hugh Ashcombe", "Otto Brandt", "Brandt"}},
        ),
    ],
)
def test_joins_the_forms_of_a_name(tmp_path: Path, text: str, forms: dict[str, set[str]]) -> None:
    assert {name: set(found) for name, found in people(tmp_path, text).items()} == forms


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


@pytest.mark.parametrize(
    "text",
    [
        "Felix Kosel'ov slept. Then General Koselov rose.",
        "Felix Schubin slept. Then General Shubin rose.",
        "Felix Tchekin slept. Then General Chekin rose.",
        "Felix Kutzov slept. Then General Kutsov rose.",
        "Felix Makhnin slept. Then General Mahnin rose.",
        "Felix Alexin slept. Then General Aleksin rose.",
        "Felix Beckov slept. Then General Bekov rose.",
        "Felix Iwanin slept. Then General Ivanin rose.",
        "Felix Josephov slept. Then General Josefov rose.",
        "Felix Alexeiev slept. Then General Alexeev rose.",
        "Felix Lipskii slept. Then General Lipsky rose.",
        "Felix Lipskiy slept. Then General Lipski rose.",
        "Felix Yelagin slept. Then General Elagin rose.",
        "Felix Kirillov slept. Then General Kirilov rose.",
        "Felix Rimmov slept. Then General Rimov rose.",
        "Felix Annenkov slept. Then General Anenkov rose.",
        "Felix Essenin slept. Then General Esenin rose.",
        "Felix Kuttov slept. Then General Kutov rose.",
        "Felix Kourakin slept. Then General Kurakin rose.",
        "Felix Suvoorov slept. Then General Suvurov rose.",
        "Felix Dzhugin slept. Then General Diugin rose.",
        "Felix Majin slept. Then General Maiin rose.",
        "Felix Voyinov slept. Then General Voinov rose.",
    ],
)
def test_one_sound_has_many_spellings(tmp_path: Path, text: str) -> None:
    (forms,) = people(tmp_path, text).values()
    assert len(forms) == 2
