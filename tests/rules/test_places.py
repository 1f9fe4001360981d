"""Places: what is found, of which kind, and what is not."""

from pathlib import Path

import pytest
import yaml

from flashgen.mentions import PlaceKind
from flashgen.rules import find_mentions
from flashgen.rules.names.gazetteer import look_up
from tests.rules.found import article

PASSAGES = yaml.safe_load((Path(__file__).parent / "passages.yaml").read_text(encoding="utf-8"))


def places(folder: Path, text: str) -> dict[str, str]:
    """The canonical names and their kinds."""
    found = find_mentions(article(folder, text)).places
    return {place.canonical: place.kind.value for place in found}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The fleet left Constantinople at dawn.", {"Constantinople": "city"}),
        ("The war reached Königsberg and Breslau.", {"Königsberg": "city", "Breslau": "city"}),
        ("The port lay in Virginia.", {"Virginia": "region"}),
        (
            "When Jackson’s mayor slept, Dean Street was shut.",
            {"Jackson": "city", "Dean Street": "street"},
        ),
        ("They left St. Louis, Mo., at dawn.", {"St. Louis": "city"}),
        ("The Don and Donets Rivers were ice.", {"Don": "water", "Donets": "water"}),
        (
            "The march led from Fort Ravnik to Lakes Varda and Onega.",
            {"Fort Ravnik": "building", "Lakes Varda": "water", "Onega": "water"},
        ),
        ("All of Russia’s provinces paid.", {"Russia": "country"}),
        ("The Soviet Union fell apart.", {"Soviet Union": "country"}),
        ("The troops crossed the Caucasus.", {"Caucasus": "region"}),
        ("Grain came from Upper Egypt.", {"Upper Egypt": "region"}),
        ("In Imperial Germany the law was harsh.", {"Germany": "country"}),
        ("A squadron lay on the Baltic.", {"Baltic": "water"}),
        ("They burned the Hradek Palace.", {"Hradek Palace": "building"}),
        ("Prisoners filled the Peter and Paul Fortress.", {"Peter and Paul Fortress": "building"}),
        ("He lived in St. Anne’s Square.", {"St. Anne’s Square": "street"}),
        ("The column turned toward St. Anne’s.", {"St. Anne’s": "building"}),
        ("The shops on Liteiny prospekt were shut.", {"Liteiny prospekt": "street"}),
        ("They met at the House of the Guilds.", {"House of the Guilds": "building"}),
        ("Ice closed the Gulf of Riga.", {"Gulf of Riga": "water"}),
        ("Supplies crossed Lake Varda.", {"Lake Varda": "water"}),
        ("Guns stood on Miller’s Hill.", {"Miller’s Hill": "mountain"}),
        (
            "They sailed to Spain’s Lomnava Island.",
            {"Spain": "country", "Lomnava Island": "region"},
        ),
        ("The Battle of Ravnik lasted an hour.", {"Ravnik": "battlefield"}),
        ("They dug in at Ravnik, not far from Pest.", {"Ravnik": "other", "Pest": "city"}),
        ("The village of Lomnava burned.", {"Lomnava": "village"}),
        ("A patrol was lost north of Lomnava.", {"Lomnava": "other"}),
        ("The road from Lomnava to Ravnik was cut.", {"Lomnava": "other", "Ravnik": "other"}),
        ("Horses were watered across the Zelva.", {"Zelva": "other"}),
        ("They besieged Lomnava, where the plague was.", {"Lomnava": "other"}),
        ("A lawyer from Lomnava rose.", {"Lomnava": "other"}),
        ("Peace was signed in The Hague.", {"The Hague": "city"}),
        ("The taxes of New South Wales rose.", {"New South Wales": "region"}),
        ("They left Washington, D.C., at noon.", {"Washington, D.C.": "city"}),
        ("He spoke of Galileo and Thomas Street.", {"Thomas Street": "street"}),
        ("They sailed for the West-Indies in wet Goat-Skins.", {"West-Indies": "region"}),
        ("The Arverni and the Chouans slept at Haldon Barracks.", {"Haldon Barracks": "building"}),
        (
            "These sent men: Ravnik 250, Arras 1000, Brod 80, and Orsk-on-Zelva 70.",
            {"Ravnik": "other", "Arras": "city", "Brod": "city", "Orsk-on-Zelva": "other"},
        ),
        (
            "In Thrace and Tripolitania it rained on the Capitol.",
            {"Thrace": "region", "Tripolitania": "region", "Capitol": "building"},
        ),
        (
            "At San Stefano peace was signed; he slept on Popes Creek.",
            {"San Stefano": "city", "Popes Creek": "water"},
        ),
        (
            "They sailed into the Bay of Fundy and the Gulf of Riga.",
            {"Bay of Fundy": "water", "Gulf of Riga": "water"},
        ),
        (
            "He went from the Maritime Museum of the Atlantic to the South Cape of Diemen’s Land.",
            {
                "Maritime Museum of the Atlantic": "building",
                "South Cape": "region",
                "Diemen’s Land": "region",
            },
        ),
        ("They sailed for the Hague in the Boston.", {"Hague": "city"}),
        (
            "They sailed to Egypt, the Sudan, and Kenya.",
            {"Egypt": "country", "Sudan": "region", "Kenya": "country"},
        ),
        ("The van reached Ghent at dusk.", {"Ghent": "city"}),
        ("Planes bombed Clark Field at dusk.", {"Clark Field": "battlefield"}),
        ("A mill stood on Ezra Brook.", {"Ezra Brook": "water"}),
        (
            "They live between South Point, James Fountain, and Brod City.",
            {"South Point": "region", "James Fountain": "other", "Brod City": "city"},
        ),
        ("The Danes held York and Carlisle.", {"York": "city", "Carlisle": "city"}),
        ("The king defeated them at Edington.", {"Edington": "other"}),
        (
            "He knelt in the convent of S. Marco; they camped behind the St. Charles.",
            {"S. Marco": "other", "St. Charles": "water"},
        ),
        (
            "A fire broke out in the Richmond district. Shops lined Richmond Street and Tower"
            " Hill. He died in the Tower.",
            {"Richmond": "city", "Richmond Street": "street", "Tower Hill": "mountain"},
        ),
        ("When he came to Rome the Senate received him.", {"Rome": "city"}),
        ("Then Felix Brandov left the Brandovs’ Lomna Palace.", {"Lomna Palace": "building"}),
        ("They lined the road to Dabney’s Mills.", {"Dabney’s Mills": "building"}),
        (
            "Hoover, in league with Washington’s district commissioners, sent tanks.",
            {"Washington": "city"},
        ),
        # a town's history calls the town by its name
        (
            "Genoa\n\nThe market of Tamu Genoa is old. Genoa was named so by sailors, and it grew "
            "rich by trade.",
            {"Genoa": "city"},
        ),
        pytest.param(
            "He sat for Lomnava until his death.",
            {"Lomnava": "other"},
            marks=pytest.mark.xfail(reason="a town that only its member's seat betrays"),
        ),
    ],
)
def test_finds(tmp_path: Path, text: str, found: dict[str, str]) -> None:
    assert places(tmp_path, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The Russian and French governments said nothing.",
        "The Petrograd Soviet and the Bank of England agreed.",
        "The Army of the Potomac did not return the fire.",
        "The House of Commons sat all night.",
        "The Prince of Wales bowed to the Archbishop of York.",
        "General Hill and Mr. Field were wounded.",
        "She read, and reading she slept; Reading she loved.",
        "The palace was dark. The Palace was always dark.",
        "They shot Paul Lincoln. Lincoln had laughed.",
        "In May the Roman Catholic Church protested.",
        "The treaty was designed by Prince Albert.",
        "They sent for the duke of York.",
        "The Church of England and the Church of Rome disagreed.",
        "He stood on the bridge of the Mont-Blanc, a French freighter.",
        "They tore up the Orange and Alexandria Railroad.",
    ],
)
def test_ignores(tmp_path: Path, text: str) -> None:
    assert places(tmp_path, text) == {}


@pytest.mark.parametrize(
    ("text", "canonical", "forms"),
    [
        (
            "Shops lined Liteiny prospekt. Crowds walked down the Liteiny.",
            "Liteiny prospekt",
            ("Liteiny prospekt", "Liteiny"),
        ),
        (
            "Lemberg (in Polish, Lwów) was full. Lwów fell.",
            "Lemberg",
            ("Lemberg", "Lwów"),
        ),
        (
            "Lake Ladoga froze. Trucks drove across Ladoga.",
            "Lake Ladoga",
            ("Lake Ladoga", "Ladoga"),
        ),
        (
            "They left St. Petersburg. Saint Petersburg’s bridges were up.",
            "Saint Petersburg",
            ("St. Petersburg", "Saint Petersburg"),
        ),
        ("He stopped at Ravnik (Bitola today).", "Ravnik", ("Ravnik", "Bitola")),
        ("They slept at Lemberg, today’s Lviv, for a week.", "Lemberg", ("Lemberg", "Lviv")),
        ("In September Edo became Tokyo.", "Edo", ("Edo", "Tokyo")),
        ("They left Christiania (Oslo) at dawn.", "Christiania", ("Christiania", "Oslo")),
        ("They slept at Ravnik (Brodograd).", "Ravnik", ("Ravnik", "Brodograd")),
        ("They took Ravnik (formerly Brodno).", "Ravnik", ("Ravnik", "Brodno")),
        ("They lived in Danzig, now Gdańsk, until 1945.", "Danzig", ("Danzig", "Gdańsk")),
        (
            "They fled from County Kerry. Rain fell in Kerry.",
            "County Kerry",
            ("County Kerry", "Kerry"),
        ),
        (
            "Washington, D.C., was hot. The District of Columbia slept; Washington, too.",
            "Washington, D.C.",
            ("Washington, D.C.", "District of Columbia", "Washington"),
        ),
        (
            "They lived in Danzig. The port of Gdańsk froze.",
            "Danzig",
            ("Danzig", "Gdańsk"),
        ),
        (
            "The Kingdom of Hungary fell. Nobody in Hungary wept.",
            "Kingdom of Hungary",
            ("Kingdom of Hungary", "Hungary"),
        ),
        (
            "The Province of Posen fell. Nobody in Posen wept.",
            "Province of Posen",
            ("Province of Posen", "Posen"),
        ),
        (
            "They sailed to Great Britain. Rain fell in Britain.",
            "Great Britain",
            ("Great Britain", "Britain"),
        ),
    ],
)
def test_joins_the_forms_of_a_name(
    tmp_path: Path, text: str, canonical: str, forms: tuple[str, ...]
) -> None:
    (place,) = find_mentions(article(tmp_path, text)).places
    assert (place.canonical, place.surface_forms) == (canonical, forms)


@pytest.mark.parametrize("topic", PASSAGES)
def test_every_place_in_a_passage(tmp_path: Path, topic: str) -> None:
    expected = {name for row in PASSAGES[topic]["places"] for name in row.strip(",").split(", ")}
    assert set(places(tmp_path, PASSAGES[topic]["text"])) == expected


@pytest.mark.parametrize(
    ("name", "kind", "today"),
    [
        ("Petrograd", PlaceKind.CITY, "Saint Petersburg"),
        ("Lemberg", PlaceKind.CITY, "Lviv"),
        ("København", PlaceKind.CITY, "Copenhagen"),
        ("Wallachia", PlaceKind.COUNTRY, ""),
        ("Danube", PlaceKind.WATER, ""),
        ("Zürich", PlaceKind.CITY, ""),
        ("Zurich", PlaceKind.CITY, ""),
        ("New-York", PlaceKind.CITY, "New York City"),
        ("West-Indies", PlaceKind.REGION, ""),
        ("Llangollen", PlaceKind.CITY, ""),
    ],
)
def test_gazetteer(name: str, kind: PlaceKind, today: str) -> None:
    entry = look_up(name)
    assert (entry.kind, entry.today) == (kind, today)


@pytest.mark.parametrize("name", ["Government", "Lenin", "Nowhereville", "the", ""])
def test_gazetteer_knows_no(name: str) -> None:
    assert not look_up(name)
