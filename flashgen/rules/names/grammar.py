"""The forms in one table; each says what it must come before, and which name shows it."""

from __future__ import annotations

from collections.abc import Callable

from flashgen.rules.names import common_forms as common
from flashgen.rules.names import other_forms as other
from flashgen.rules.names import person_forms as person
from flashgen.rules.names import place_forms as place
from flashgen.rules.names import title_forms as title
from flashgen.rules.names.forms import Form, Found
from flashgen.rules.names.runs import Run

# A form is as good as a strong clue.
_WEIGHT = 4


def _form(
    id_: str,
    read: Callable[[Run], Found | None],
    before: dict[str, str],
    finds: dict[str, str],
    *ignores: str,
    words: int = 1,
) -> Form:
    return Form(
        id=id_, weight=4, finds=finds, ignores=ignores, read=read, before=before, words=words
    )


FORMS = (
    _form("neither/figure-of-speech", other.personification,
          {"person/title": "He challenged Lady Luck.",
           "neither/leading-common": "They cheered the Union Jack."},
          {"He challenged Lady Luck.": "Lady Luck"}, "He married Lady Jane.", words=2),
    _form("neither/thing-named", other.thing_named,
          {"person/given-and-surname": "They read the newspaper El Peruano."},
          {"The cruiser Aurora fired.": "Aurora"}, "Then Aurora fired."),
    _form("neither/title-of-a-work", other.title_of_work,
          {"place/head": "He wrote “The Cherry Grove” there."},
          {"He wrote “The Cherry Grove” there.": "Cherry Grove"}, "He saw the Cherry Grove there."),
    _form("place/with-state", place.with_state, {},
          {"He left Washington, D.C., at noon.": "Washington, D.C.",
           "He left Washington D.C. at noon.": "Washington D.C."},
          "He left Washington at noon."),
    _form("place/before-its-land", place.before_land,
          {"person/given-and-surname": "They met at Kate Hawk, North Dakota.",
           "neither/common": "They met at Raven Rock, Kansas.",
           "neither/leading-common": "They met at Staff Henry, Kansas."},
          {"They met at Raven Rock, Kansas.": "Raven Rock"}, "They met at Ravnik, he said."),
    _form("place/with-article", place.with_article, {},
          {"They met in The Hague.": "The Hague"}, "They met in the Crimea."),
    _form("place/known-whole", place.known_whole,
          {"person/saint": "They left St. Petersburg.",
           "neither/organisation": "They praised the Soviet Union.",
           "person/given-and-surname": "They sailed to Hong Kong."},
          {"They praised the Russian Federation.": "Russian Federation"},
          "They praised the Russian fleet.", words=2),
    _form("place/known-with-the", place.known_with_the,
          {"neither/title": "They crossed the Don."},
          {"They crossed the Don.": "Don"}, "They saw Don Carlos."),
    _form("neither/family", other.family,
          {"place/head-of": "It was the House of Savoy that won."},
          {"The Fugger family paid.": "Fugger"}, "Then Fugger paid."),
    _form("place/head-before", place.before_name,
          {"person/with-particle": "They burned the Hôtel de Ville.",
           "neither/organisation": "They stormed the Palais de Justice."},
          {"They crossed Lake Varda.": "Lake Varda"}, "They crossed the lake.", words=2),
    _form("neither/organisation", other.organisation,
          {"neither/leading-common": "The February Revolution came.",
           "place/head": "He worked for the Commonwealth Office.",
           "neither/epithet": "The Municipal Duma met."},
          {"The Royal Society met.": "Royal Society",
           "The Government of Hugh Fletcher fell.": "Government"}, "The Royal Palace burned."),
    _form("place/head", place.by_head,
          {"person/given-and-surname": "The guns of the Paul Fortress fired.",
           "neither/common": "Guns stood on Senate Square.",
           "neither/people": "They burned the English Hospital."},
          {"They burned the Hradek Palace.": "Hradek Palace"}, "They burned the Palace."),
    _form("place/head-of", place.head_of,
          {},
          {"Ice closed the Gulf of Riga.": "Gulf of Riga"}, "Ice closed the Gulf."),
    _form("place/known-beginning", place.known_beginning,
          {"neither/epithet": "They came from Northern Greece."},
          {"They came from Northern Greece.": "Northern Greece"},
          "They came from Greece.", words=2),
    _form("neither/leading-common", other.leading_common,
          {           "neither/people": "They met the Frenchman René Ashcombe."},
          {"In Parliament Lord Aldwyn resigned.": "Parliament"}, "Lord Aldwyn resigned.", words=2),
    _form("neither/leading-organisation", other.leading_organisation, {},
          {"For the War Committee Zinoviev signed.": "War Committee"},
          "For the king Zinoviev signed.", words=2),
    _form("place/saints-church", place.saints_church,
          {"person/saint": "The column turned toward St. Anne’s."},
          {"The column turned toward St. Anne’s.": "St. Anne’s",
           "They preached at St Anne Wharfside.": "St Anne Wharfside"},
          "They prayed to St. Anne.", words=2),
    _form("neither/before-title", title.before_title,
          {"person/given-and-surname": "Tokugawa Shogun Yoshinobu gave up."},
          {"Tokugawa Shogun Yoshinobu gave up.": "Tokugawa"}, "Shogun Yoshinobu gave up.", words=2),
    _form("person/saint", person.saint, {},
          {"They prayed to St. Hedwig.": "St. Hedwig"}, "They prayed to Hedwig.", words=2),
    _form("neither/title", title.title,
          {"neither/common": "The Archbishop met them."},
          {"They met the Prince of Wales.": "Prince of Wales"}, "They met Prince Albert."),
    _form("person/title", title.titled,
          {"neither/people": "They met President Theodore Ashcombe.",
           "person/number": "They met King Constantine I.",
           "person/given-and-surname": "They met Don Carlos Ashcombe."},
          {"Command passed to General Hazlitt.": "Hazlitt"}, "Command passed to Hazlitt.", words=2),
    _form("person/title-behind", title.title_behind,
          {"person/given-and-surname": "They met Christopher Ashcombe Commander.",
           "neither/title": "Then Innocent Pope of Rome wept."},
          {"They met Christopher Ashcombe Commander.": "Christopher Ashcombe"},
          "They met Christopher Ashcombe.", words=2),
    _form("neither/never", other.never, {"neither/title": "God was with them."},
          {"God was with them.": "God"}, "Then Ashcombe was with them."),
    _form("person/byname", person.byname, {},
          {"The city feared Vlad the Impaler.": "Vlad the Impaler"},
          "The city told Vlad the Germans had come."),
    _form("person/number", person.numbered,
          {"neither/people": "They met Christian IV."},
          {"In 1613 Michael I was crowned.": "Michael I"}, "In 1613 Michael was crowned.", words=2),
    _form("person/given-and-surname", person.given_name, {},
          {"They met Hugh Ashcombe.": "Hugh Ashcombe"}, "They met Ashcombe.", words=2),
    _form("person/with-particle", person.with_particle, {},
          {"The caliph Harrun al-Rashid sent a clock.": "Harrun al-Rashid"},
          "The caliph Harrun sent a clock.", words=2),
    _form("neither/epithet", common.epithet,
          {"neither/people": "The Socialist Revolutionaries met."},
          {"In Imperial Germany the law was harsh.": "Imperial"},
          "In Germany the law was harsh.", words=2),
    _form("neither/people", common.people, {},
          {"The Whigs had won.": "Whigs"}, "Then Ashcombe had won."),
    _form("neither/common", common.common, {},
          {"They feared the Silent Hand.": "Silent Hand"}, "They feared Ashcombe."),
)  # fmt: skip
