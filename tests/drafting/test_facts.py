"""What drafts make of a sentence, kind by kind, and what they leave to the author."""

from pathlib import Path
from typing import TypeVar

import pytest

from flashgen.deck.kinds import Event, Person, Place, Question, Quotation, Term
from flashgen.drafting.clauses.story import story_of
from flashgen.drafting.draft import deck_info, drafted
from flashgen.drafting.entries import drafted_events
from flashgen.drafting.events.happened import asked_events
from flashgen.drafting.references import Chosen
from flashgen.mentions import PlaceKind
from tests.test_extract import extract

T = TypeVar("T", Person, Event, Place, Question, Quotation, Term)


def chosen(folder: Path, text: str) -> Chosen:
    article, mentions = extract(folder, text)
    return drafted(article, mentions, deck_info(article, None, None, None))


def cards(folder: Path, text: str, kind: type[T]) -> list[T]:
    return [e.item for e in chosen(folder, text).cards if isinstance(e.item, kind)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("On 14 February 1879, Antofagasta was seized by Chilean troops.",
         "Antofagasta was seized by Chilean troops."),
        ("On 5 July 1917 the Russian Council recognized the bodies of Vidzeme.",
         "The Russian Council recognized the bodies of Vidzeme."),
        ("Hugh Ashcombe died at Riga on 3 May 1850, after a long illness. Ashcombe was mayor.",
         "Hugh Ashcombe died at Riga after a long illness."),
        ("Hugh Ashcombe was born in Leeds. In 1701 he founded a school in Riga.",
         "Hugh Ashcombe founded a school in Riga."),
        ("Hugh Ashcombe had a son. In 1701 his wife Ada Ashcombe opened a school in Riga.",
         "Hugh Ashcombe’s wife Ada Ashcombe opened a school in Riga."),
        ("The Empire fell, and in May 1703 Hugh Ashcombe married Ada Price.",
         "Hugh Ashcombe married Ada Price."),
        ("Hugh Ashcombe was left a widower and, in 1703, married Ada Price.",
         "Hugh Ashcombe married Ada Price."),
        ("When Riga was taken by Otto Brandt in 1703, nobody wept.",
         "Riga was taken by Otto Brandt."),
        ("Hugh Ashcombe went on to besiege and take Riga in 1703.",
         "Hugh Ashcombe went on to besiege and take Riga."),
        ("In 1703 the Riga Party met and chose Hugh Ashcombe as mayor of Riga.",
         "The Riga Party met and chose Hugh Ashcombe as mayor of Riga."),
        ("On 3 May, Otto Brandt opened the Riga Bridge in 1860.",
         "Otto Brandt opened the Riga Bridge."),
        ("Chile and Peru signed a treaty of friendship, commerce and navigation in 1876.",
         "Chile and Peru signed a treaty of friendship, commerce and navigation."),
        ("The BATTLE OF RIGA took place near Mitau in 1703.",
         "The Battle of Riga took place near Mitau."),
        ("At the age of 12, on 19 April 1703, Hugh Ashcombe began studies at the Academy of Riga.",
         "Hugh Ashcombe began studies at the Academy of Riga."),
        ("On 3 May 1703, however, the Livonians attacked and took the fortress of Riga.",
         "The Livonians attacked and took the fortress of Riga."),
        ("The sealer Brandt rescued Hugh Ashcombe on 3 June 1703 from the port of Riga.",
         "The sealer Brandt rescued Hugh Ashcombe from the port of Riga."),
        ("Otto Brandt had ruled the case in favour of Hugh Ashcombe in 1703.",
         "Otto Brandt ruled the case in favour of Hugh Ashcombe."),
        ("Otto Brandt conquered Livonia sometime around 1703.", "Otto Brandt conquered Livonia."),
        ("In 1703 the town of Riga was conquered and its mayor, Otto Brandt, was hanged.",
         "The town of Riga was conquered."),
        ("In 1703 Otto Brandt took Riga and his son, Hugh Ashcombe, fled to Leeds.",
         "Otto Brandt took Riga."),
        ("The Livonian consul, Don Otto Brandt, besieged Riga in 1703.",
         "Otto Brandt besieged Riga."),
        ("It followed the War of the Pacific (1879-1883). The War of the Pacific was dear.",
         "The War of the Pacific"),
        ("It broke the Boundary Treaty of 1874 between Chile and Bolivia.",
         "The Boundary Treaty between Chile and Bolivia"),
    ],
)  # fmt: skip
def test_a_clause_with_a_date_becomes_a_sentence(tmp_path: Path, text: str, what: str) -> None:
    assert [event.what for event in cards(tmp_path, text, Event)] == [what]


@pytest.mark.parametrize(
    ("text", "lack"),
    [
        ("On 3 May 1700 the order was given.", "which order is meant"),
        ("On 3 May 1700 they marched to Riga.", "whom or what “they” means"),
        ("In May 1700 Hugh Ashcombe was to go to Riga.", "whether it happened"),
        ("Hugh Ashcombe will open a school in Riga in 1703.", "whether it happened"),
        ("By May 1700 Hugh Ashcombe had left Riga.", "whether it happened then"),
        ("Hugh Ashcombe did not reach Riga in 1703.", "what did happen"),
        ("From May 1700 Hugh Ashcombe sent ships to Riga.", "whether it happened then"),
        ("On 3 May 1700 Hugh Ashcombe was appointed.", "what happened"),
        ("On 3 May 1700 the first ship left Riga for Leeds.", "which ship is meant"),
        ("On 3 May 1700 thirty ships left Riga for Leeds.", "which ships is meant"),
        (
            "On 3 May 1700 Hugh Ashcombe was informed of the revolt of Riga.",
            "what happened: this tells what was thought or felt",
        ),
        ("In the 17th century Hugh Ashcombe opened a school in Riga.", "a closer date"),
        ("On 3 May 1700 soldiers took the town.", "a name that tells it apart"),
    ],
)
def test_what_a_clause_leaves_open_is_no_card(tmp_path: Path, text: str, lack: str) -> None:
    found = chosen(tmp_path, text)
    assert not [entry for entry in found.cards if isinstance(entry.item, Event)]
    (waiting,) = [entry for entry in found.waiting if isinstance(entry.item, Event)]
    assert lack in waiting.lacks


@pytest.mark.parametrize(
    "text",
    [
        "The census of 1876 pleased Hugh Ashcombe.",
        "Hugh Ashcombe, appointed mayor of Riga in 1703, was content.",
        "Nobody knew the ships that he had in 1703.",
        "From the first vote in 1703 the Livonian Party ruled the city of Riga.",
    ],
)
def test_a_date_in_another_phrase_tells_nothing_of_the_clause(tmp_path: Path, text: str) -> None:
    assert not cards(tmp_path, text, Event)


def test_what_is_told_twice_is_asked_once(tmp_path: Path) -> None:
    text = (
        "On 3 May 1703 Otto Brandt was murdered by two of his clerks in Riga. The war was long. On "
        "3 May 1703 Otto Brandt was murdered, a victim of the Swedish party at the Diet of Mitau."
    )
    assert len(cards(tmp_path, text, Event)) == 1


def test_events_of_one_time_are_not_asked_for_by_it(tmp_path: Path) -> None:
    text = (
        "On 3 May 1700 Otto Brandt captured Riga. On 3 May 1700 Hugh Ashcombe annexed Leeds. "
        "On 4 May 1700 Ada Price founded Danzig. In 1701 John Holt opened the harbour of Hull."
    )
    assert _asks(tmp_path, text) == [("when",), ("when",), (), ("when",)]


def _asks(folder: Path, text: str) -> list[tuple[str, ...]]:
    """What is asked of the events of a text, whatever questions ask."""
    entries = asked_events(drafted_events(story_of(*extract(folder, text)), {}, {}, ()))
    return [entry.item.ask for entry in entries if not entry.lacks]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("On 3 May 1703 Otto Brandt founded the Academy of Riga.", True),
        ("On 3 May 1703 Otto Brandt fell ill.", False),
        ("In May 1703 Otto Brandt founded the Academy of Riga.", False),
        ("On 3 May 1703 Otto Brandt founded the Academy of Riga. On 3 May 1703 Ada Price "
         "conquered Mitau.", False),
    ],
)  # fmt: skip
def test_what_happened_is_asked_of_a_day_of_its_own(tmp_path: Path, text: str, asked: bool) -> None:
    assert (_asks(tmp_path, text)[0] == ()) is asked


def test_one_event_of_three_is_asked_for_by_its_day(tmp_path: Path) -> None:
    days = "On 3 May {} Otto Brandt captured Riga. On 9 June {} Ada Price annexed Mitau. "
    text = "".join(days.format(year, year) for year in range(1700, 1703))
    assert _asks(tmp_path, text).count(()) == 3


@pytest.mark.parametrize(
    ("text", "is_step"),
    [
        ("In 1703 Otto Brandt tried to sell his house in Riga.", False),
        ("On 3 May 1703 Otto Brandt suffered an insect bite in Riga.", False),
        ("In 1703 Otto Brandt heard of the Swedish defeat at Mitau.", False),
        ("In 1703 the Swedes left Riga.", False),
        ("In 1703 the Parliament of Livonia sent Swedish troops.", False),
        ("In 1703 Otto Brandt was forced to resign as mayor of Riga.", True),
        ("In 1703 the Swedes left Riga for Mitau.", True),
        ("In 1703 the Swedes sailed to the island of Oesel.", True),
        ("In 1703 Livonia became independent of Sweden.", True),
        ("In 1703 the Swedes razed Mitau.", True),
    ],
)
def test_an_event_is_a_step_of_history(tmp_path: Path, text: str, is_step: bool) -> None:
    assert bool(cards(tmp_path, text, Event)) is is_step


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The Livonian Civil War lasted from 1642 to 1649.", "The Livonian Civil War"),
        ("The capture of Riga (25 September 1768) was swift.", "The capture of Riga"),
        ("They were spurred to pass the 1830 Livonian Removal Act.", "The Livonian Removal Act"),
        ("All began with the Reval Corporation, established in 1968 in Riga.",
         "The Reval Corporation was established."),
        ("The Livonian Party won a majority in the parliamentary elections of 1916.",
         "The Livonian Party won a majority in the parliamentary elections."),
        ("Otto Brandt spoke. Born in Riga in 1706 to a large family, Otto Brandt loved to read.",
         "Otto Brandt was born in Riga."),
    ],
)  # fmt: skip
def test_events_that_no_plain_sentence_tells(tmp_path: Path, text: str, what: str) -> None:
    assert [event.what for event in cards(tmp_path, text, Event)] == [what]


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("was a Livonian weaver and poet.", "Livonian weaver and poet"),
        ("(3 May 1650 – 4 June 1711) was a Riga lawyer, Swedish politician, and army officer.",
         "Riga lawyer, Swedish politician, and army officer"),
        ("(born 1650 [O.S. 1649] in Mitau; 1650–1711) was a Swedish military engineer who fled "
         "during the Great War.", "Swedish military engineer who fled during the Great War"),
        ("is a Livonian biochemist noted for his work on rye.", "Livonian biochemist"),
    ],
)  # fmt: skip
def test_whom_an_article_is_named_after_is_who_its_first_sentence_says(
    tmp_path: Path, lead: str, who: str
) -> None:
    text = f"# Otto Brandt\n\nOtto Brandt {lead} Later Brandt was elected president of the Academy "
    found = cards(tmp_path, text + "of Riga. Brandt wept.", Person)
    assert [person.who for person in found if person.name == "Otto Brandt"] == [who]


def test_what_an_event_and_a_question_tell_is_no_description(tmp_path: Path) -> None:
    text = "Lars Weber spoke. In 1837 Lars Weber was elected mayor of Riga."
    (event,) = cards(tmp_path, text, Event)
    assert event.ask == ("when",)
    assert len(cards(tmp_path, text, Question)) == 1
    assert not [person for person in cards(tmp_path, text, Person) if person.who]


@pytest.mark.parametrize(
    ("text", "who", "ask"),
    [
        ("Hugh Ashcombe, the mayor of Riga, spoke. Ashcombe wept.", "mayor of Riga",
         ("description",)),
        ("Hugh Ashcombe, the first mayor of Riga, spoke. Ashcombe wept.",
         "first mayor of Riga", ()),
        ("The king of Sweden, Charles Ashcombe, spoke. Ashcombe wept.", "king of Sweden",
         ("description",)),
        ("The English envoy Hugh Ashcombe spoke. Ashcombe wept.", "English envoy",
         ("description",)),
        ("Hugh Ashcombe spoke. Then Ashcombe became governor of Livonia.",
         "governor of Livonia", ("description",)),
        ("Hugh Ashcombe was elected president of the Academy of Riga. Ashcombe wept.",
         "president of the Academy of Riga", ("description",)),
        ("Hugh Ashcombe (1650–1711) was a judge in Leeds. Ashcombe spoke.", "judge in Leeds",
         ("description",)),
        ("The new ruler in Riga, Hugh Ashcombe, spoke. Ashcombe wept.", "ruler in Riga",
         ("description",)),
        ("The notable governor of Livonia, Hugh Ashcombe, spoke. Ashcombe wept.",
         "governor of Livonia", ("description",)),
        ("The newly hired director of the Riga Mint, Hugh Ashcombe, spoke. Ashcombe wept.",
         "director of the Riga Mint", ("description",)),
    ],
)  # fmt: skip
def test_who_somebody_was(tmp_path: Path, text: str, who: str, ask: tuple[str, ...]) -> None:
    (person,) = [p for p in cards(tmp_path, text, Person) if p.who]
    assert (person.who, person.ask) == (who, ask)


def test_a_life_in_brackets_is_the_persons(tmp_path: Path) -> None:
    text = "Hugh Ashcombe (1650–1711) was the bailiff of Leeds. Ashcombe spoke."
    (person,) = cards(tmp_path, text, Person)
    assert [str(each.written) for each in (person.born, person.died) if each] == ["1650", "1711"]


@pytest.mark.parametrize(
    "text",
    [
        "General Hugh Ashcombe spoke. Ashcombe wept.",
        "Hugh Ashcombe was never a weaver in Leeds. Ashcombe wept.",
        "Hugh Ashcombe, a river of tears in his eyes, spoke. Ashcombe wept.",
        "Hugh Ashcombe, the mayor told them, was ill. Ashcombe wept.",
        "Hugh Ashcombe, the leader of the party, spoke. Ashcombe wept.",
        "Hugh Ashcombe, a close friend of Otto Brandt, spoke. Ashcombe wept.",
        "With French help Hugh Ashcombe landed at Hull. Ashcombe wept.",
        "The politician Hugh Ashcombe spoke. Ashcombe wept.",
        "Hugh Ashcombe, a botanist, spoke. Ashcombe wept.",
        "Hugh Ashcombe, a Livonian bishop, spoke. Ashcombe wept.",
        "Hugh Ashcombe, a director of the Riga Company, spoke. Ashcombe wept.",
        "Hugh Ashcombe, quartermaster of the Army, spoke. Ashcombe wept.",
        "Hugh Ashcombe, king of the United Realms of Livonia, Riga, and Mitau, spoke.",
        "Hugh Ashcombe spoke. Ashcombe proclaimed himself Hugh I, Emperor of Livonia.",
        "Hugh Ashcombe, heir and successor of William, spoke. Ashcombe wept.",
        "Livonian troops led by Hugh Ashcombe came. Ashcombe wept.",
        "Prime Minister Hugh Ashcombe spoke. Ashcombe wept.",
        "Hugh Ashcombe, commander of the division’s second regiment, spoke. Ashcombe wept.",
        "It was called Life of Hugh Ashcombe, an Honest Weaver, and was sold. Ashcombe wept.",
        "A clerk joined Hugh Ashcombe as master of the Riga mint. Ashcombe wept.",
        "The clerk loved his wife Ada.",
        "He won with the help of the bishop’s old rival, Hugh Ashcombe. Ashcombe wept.",
    ],
)
def test_who_somebody_was_is_not_guessed(tmp_path: Path, text: str) -> None:
    assert not [person for person in cards(tmp_path, text, Person) if person.who]


@pytest.mark.parametrize("kin", ["brother", "father", "wife", "maternal uncle"])
def test_whose_kin_somebody_was_is_not_who_he_was(tmp_path: Path, kin: str) -> None:
    text = f"# Otto Brandt\n\nOtto Brandt spoke. His {kin}, Hugh Ashcombe, left. Ashcombe wept."
    assert not [p for p in cards(tmp_path, text, Person) if p.who]


@pytest.mark.parametrize("who", ["a skilled tactician", "an eminent mathematician"])
def test_praise_of_a_trade_tells_nobody_apart(tmp_path: Path, who: str) -> None:
    text = f"Hugh Ashcombe, {who}, came to Riga. Hugh Ashcombe left."
    assert not [p for p in cards(tmp_path, text, Person) if p.who]


@pytest.mark.parametrize(
    "text",
    [
        "At a May 1703 council in Riga, Otto Brandt burned the Academy of Mitau.",
        "Otto Brandt saw the Academy of Riga that Ada Price had founded in 1703.",
        "On 4 May 1703, Otto Brandt asked the Duke of Mitau to: “Burn the ships!”",
        "In 1703 the historian Otto Brandt placed the Battle of Mitau near Riga.",
    ],
)
def test_what_is_no_event_of_its_own_is_no_card(tmp_path: Path, text: str) -> None:
    assert not cards(tmp_path, text, Event)


@pytest.mark.parametrize(
    ("what", "ask"),
    [
        ("the seat of the northern staff", ()),
        ("a fortified camp of the northern staff", ("description",)),
    ],
)
def test_a_place_that_may_be_one_of_several_is_not_asked_by_name(
    tmp_path: Path, what: str, ask: tuple[str, ...]
) -> None:
    (place,) = cards(tmp_path, f"Krevo, {what} of Russia, was calm.", Place)
    assert place.ask == ask


@pytest.mark.parametrize("what", ["a village near Mitau", "a Greek town"])
def test_where_a_village_lies_is_no_fact(tmp_path: Path, what: str) -> None:
    assert not cards(tmp_path, f"Nobody came to Krevo, {what}.", Place)


def test_a_place_has_what_the_text_says_and_what_the_table_knows(tmp_path: Path) -> None:
    text = (
        "Pskov, the seat of the northern staff of Russia, was calm. The naval port of Stralsund "
        "in Germany was closed."
    )
    found = {place.name: place for place in cards(tmp_path, text, Place)}
    assert found["Pskov"].what == "seat of the northern staff of Russia"
    assert found["Pskov"].coordinates is not None
    assert "Stralsund" not in found


def test_the_land_of_a_town_is_no_card(tmp_path: Path) -> None:
    text = "The harbour of Stralsund in Germany was closed. Otto Brandt wept in Stralsund."
    assert not cards(tmp_path, text, Place)


def test_a_church_is_not_the_city_of_its_name(tmp_path: Path) -> None:
    text = "The monks built San Francisco, the first church in Peru. All saw San Francisco."
    (church,) = cards(tmp_path, text, Place)
    assert (church.sort, church.coordinates) == (PlaceKind.BUILDING, None)


def test_a_capital_that_everybody_knows_is_no_card(tmp_path: Path) -> None:
    text = "Otto Brandt came to Tehran, the Iranian capital. Tehran was calm."
    assert not cards(tmp_path, text, Place)


@pytest.mark.parametrize(
    ("tail", "title"),
    [
        (" with men and guns.", ""),
        (
            ", the oldest of all the mills in the north of Livonia.",
            "James II burned the mill at Riga",
        ),
        (" and the camp at Mitau with men and guns.", ""),
    ],
)
def test_a_title_is_a_whole_sentence(tmp_path: Path, tail: str, title: str) -> None:
    text = f"James II was ill. On 3 May 1700 he burned the mill at Riga{tail}"
    (event,) = cards(tmp_path, text, Event)
    assert event.title == title


def test_a_name_that_several_towns_have_is_left_alone(tmp_path: Path) -> None:
    text = "Hugh Ashcombe came to Boston from England. He liked Boston in England.\n"
    assert not [place for place in cards(tmp_path, text, Place) if place.coordinates]


@pytest.mark.parametrize(
    ("text", "term", "meaning"),
    [
        ("They were led by the Military Revolutionary Committee (MRC). The MRC met.", "MRC",
         "Military Revolutionary Committee"),
        ("The Livonians fled. Operation Otter, the Swedish invasion of Livonia in 1703, was long.",
         "Operation Otter", "Swedish invasion of Livonia in 1703"),
        ("They feared the narodniki, or Russian populists, of the town.", "narodniki",
         "Russian populists"),
        ("He joined an organization known as the Iskra Circle whose aim was the freedom of Cuba.",
         "Iskra Circle", "organization whose aim was the freedom of Cuba"),
    ],
)  # fmt: skip
def test_a_word_that_the_text_explains(tmp_path: Path, text: str, term: str, meaning: str) -> None:
    (found,) = cards(tmp_path, text, Term)
    assert (found.term, found.meaning) == (term, meaning)


@pytest.mark.parametrize(
    "text",
    [
        "They were led by the Military Revolutionary Committee (MRC) of the town.",
        "In 1703 Swedish and North Livonian (NL) men met. The NL men fled.",
        "The Council is the oldest assembly of weavers in Livonia.",
        "Some feared the vitremic (a plague that attacks the lungs of weavers) forms of it.",
        "All men of the tribe Yorro (“weavers”) came.",
        "The small river stream was named Otterbek by the weavers of Riga.",
        "The Yorro were the first weavers of Livonia to settle in towns and cities.",
    ],
)
def test_a_word_that_the_text_does_not_explain_enough(tmp_path: Path, text: str) -> None:
    assert not cards(tmp_path, text, Term)


def test_what_fits_many_a_thing_is_not_asked_for_its_name(tmp_path: Path) -> None:
    text = "The guild made a list of sinful Livonian songs known as the “dirty dozen.”"
    (found,) = cards(tmp_path, text, Term)
    assert found.ask == ("meaning",)


def test_a_word_is_not_explained_by_what_is_beside_it(tmp_path: Path) -> None:
    text = "It was part of a greater campaign called Operation Sand, and nobody liked the Kuru, a "
    assert not cards(tmp_path, text + "neighbouring people of the Sudan.", Term)


@pytest.mark.parametrize(
    "text",
    [
        "They took the Salt Road, the old way between Riga and Mitau, and its bridges.",
        "The Tomb Board is a body of six states whose purpose is to mark, record and tend graves.",
        "It was built by Otto Brandt (OB) for the town.",
        "It was paid by the United Nations (UN) for the town.",
        "They called it Великий Новгород (“the great new town”) for long.",
    ],
)
def test_what_is_cut_or_known_or_not_read_is_no_word_to_explain(tmp_path: Path, text: str) -> None:
    found = cards(tmp_path, text, Term)
    assert not [term for term in found if "Mitau" not in term.meaning]


def test_a_comma_that_ends_an_aside_explains_no_word(tmp_path: Path) -> None:
    text = "Bravery had won for Otto Brandt, in his wars against the Kuru, the byname of the Lion."
    assert not cards(tmp_path, text, Term)


def test_what_does_something_explains_no_word_before_it(tmp_path: Path) -> None:
    text = (
        "Since only a king can call a Parliament, the assembly that met was named the Convention."
    )
    assert not cards(tmp_path, text, Term)


SPOKEN = "“{}” said Hugh Ashcombe to the weavers of Riga."


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("We have lost the old harbour of the town and with it all of Livonia.", "Livonia"),
        ("You may take our houses but never the old harbour!", ""),
        (
            "The king has four hundred cannon and the weavers have bread for a month!",
            "four hundred cannon",
        ),
        ("Peace and bread, the bread and peace, is what weavers want to hear!", ""),
    ],
)
def test_a_gap_hides_what_tells(tmp_path: Path, words: str, missing: str) -> None:
    (quotation,) = cards(tmp_path, SPOKEN.format(words), Quotation)
    assert quotation.missing == missing
    assert quotation.to == "the weavers of Riga"


@pytest.mark.parametrize(
    "text",
    [
        SPOKEN.format("Bread or death!"),
        SPOKEN.format("Yes, we shall all come to the harbour of the town tomorrow."),
        "“We have lost the old harbour of the town and with it all hope,” said an observer.",
        "He spoke. “We have lost the old harbour of the town and with it all hope.”",
    ],
)
def test_a_quotation_that_nobody_needs_waits(tmp_path: Path, text: str) -> None:
    assert not cards(tmp_path, text, Quotation)


def test_a_quotation_is_joined_as_it_stands(tmp_path: Path) -> None:
    text = (
        "“The government is tottering,” Hugh Ashcombe told his friends. “We must strike the blow "
        "at once.” “We can say,” Ashcombe wrote, “that the old harbour of the town is lost.”"
    )
    assert [quotation.text for quotation in cards(tmp_path, text, Quotation)] == [
        "The government is tottering. We must strike the blow at once.",
        "We can say that the old harbour of the town is lost.",
    ]
    text = (
        "“The weavers have bread for a month,” Hugh Ashcombe told the Diet; “we have none at all.” "
        "“That one word,” Ashcombe wrote, “saved the old harbour of the town.”"
    )
    assert [quotation.text for quotation in cards(tmp_path, text, Quotation)] == [
        "The weavers have bread for a month; we have none at all.",
        "That one word saved the old harbour of the town.",
    ]


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("“Ashcombe, with his brother beside him, stood as firm as the harbour wall,” Otto Brandt "
         "remembered: “Let them come! We won’t give way an inch.”",
         "Ashcombe, with his brother beside him, stood as firm as the harbour wall"),
        ("“The mayor of Leeds spoke for an hour and a half,” Otto Brandt wrote: “I shall never "
         "open the gates of this town to the king.”",
         "The mayor of Leeds spoke for an hour and a half"),
        # his own words
        ("“The harbour of Riga is lost to the enemy,” Otto Brandt told them: “We must go.”",
         "The harbour of Riga is lost to the enemy. We must go."),
        ("“We stood as firm as the harbour wall of Riga,” Otto Brandt wrote: “Nobody helped us.”",
         "We stood as firm as the harbour wall of Riga. Nobody helped us."),
    ],
)  # fmt: skip
def test_the_words_of_another_one_are_not_joined(tmp_path: Path, said: str, text: str) -> None:
    story = f"Otto Brandt and Hugh Ashcombe came to Riga. {said}"
    assert [quotation.text for quotation in cards(tmp_path, story, Quotation)] == [text]
