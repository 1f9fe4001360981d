"""People: whose names are one."""

from pathlib import Path

import pytest

from tests.rules.found import people


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (
            "It was Doyle’s idea. Years later Arthur C. Doyle denied it, and A. C. Doyle wrote so.",
            {"Arthur C. Doyle": {"Doyle", "Arthur C. Doyle", "A. C. Doyle"}},
        ),
        (
            "Otto Brandt\n\nOtto K. Brandt was a weaver who left the town. Otto Brandt died in "
            "it, for Brandt was old by then, and so was the town itself.",
            {"Otto Brandt": {"Otto K. Brandt", "Otto Brandt", "Brandt"}},
        ),
        (
            "Brandt\n\nOtto Klaus Brandt Holt Riese was a weaver. Klaus died long before Brandt, "
            "who was old by then.",
            {"Brandt": {"Otto Klaus Brandt Holt Riese", "Brandt"}, "Klaus": {"Klaus"}},
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
        # a nickname in brackets and quotation marks
        (
            "James (“Jim”) Ashcombe slept. Then Ashcombe rose, and Jim dined.",
            {"James (“Jim”) Ashcombe": {"James (“Jim”) Ashcombe", "Ashcombe", "Jim"}},
        ),
        (
            "General George Herman ('Wild Bill') Ashcombe slept. Then Bill Ashcombe rose.",
            {
                "George Herman ('Wild Bill') Ashcombe": {
                    "George Herman ('Wild Bill') Ashcombe",
                    "Bill Ashcombe",
                }
            },
        ),
        (
            "Karl (“the Fox”) Ashcombe slept.",
            {"Karl (“the Fox”) Ashcombe": {"Karl (“the Fox”) Ashcombe"}},
        ),
        (
            "Karl Philipp, Prince of Ravnik, slept. Then Karl Philipp rose, and Ravnik wept.",
            {
                "Karl Philipp, Prince of Ravnik": {
                    "Karl Philipp, Prince of Ravnik",
                    "Karl Philipp",
                    "Ravnik",
                }
            },
        ),
        (
            "Ashcombe met Lord Brandt. “Go,” said Brandt.",
            {"Ashcombe": {"Ashcombe"}, "Brandt": {"Brandt"}},
        ),
        (
            "Hugh Ashcombe, later called Otto Brandt, wept. Then Brandt slept.",
            {"Hugh Ashcombe": {"Hugh Ashcombe", "Otto Brandt", "Brandt"}},
        ),
    ],
)
def test_joins_the_forms_of_a_name(tmp_path: Path, text: str, forms: dict[str, set[str]]) -> None:
    assert {name: set(found) for name, found in people(tmp_path, text).items()} == forms


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
