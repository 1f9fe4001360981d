"""The forms in one table; each says what it must come before, and which name shows it."""

from __future__ import annotations

from collections.abc import Callable

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
    _form("person/nickname", person.nickname, {},
          {"Hugh “Rocky” Ashcombe won.": "Hugh Rocky Ashcombe"}, "Hugh Ashcombe won.", words=2),
    _form("person/particle", person.particle, {},
          {"He invited de Mowbray.": "de Mowbray"}, "He invited Mowbray.", words=2),
    _form("neither/figure-of-speech", other.personification, {},
          {"He challenged Lady Luck.": "Lady Luck"}, "He married Lady Jane.", words=2),
    _form("neither/thing-named", other.thing_named, {},
          {"The cruiser Aurora fired.": "Aurora"}, "Then Aurora fired."),
    _form("neither/title-of-a-work", other.title_of_work, {},
          {"He wrote “The Cherry Grove” there.": "Cherry Grove"}, "He saw the Cherry Grove there."),
    _form("person/figure-by-words", person.figure, {},
          {"They met Sitting Bull.": "Sitting Bull"}, "They met Hugh Ashcombe.", words=2),
    _form("place/with-state", place.with_state, {},
          {"He left Washington, D.C., at noon.": "Washington D.C."}, "He left Washington at noon."),
    _form("place/with-article", place.with_article, {},
          {"They met in The Hague.": "The Hague"}, "They met in the Crimea."),
    _form("place/known-whole", place.known_whole, {},
          {"They praised the Russian Federation.": "Russian Federation"},
          "They praised the Russian fleet.", words=2),
    _form("place/known-with-the", place.known_with_the, {},
          {"They crossed the Don.": "Don"}, "They saw Don Carlos."),
    _form("place/town-on-a-river", place.town_on_river, {},
          {"They met in Frankfurt am Main.": "Frankfurt am Main"}, "They met in Frankfurt."),
    _form("neither/event", other.event_of_place, {},
          {"The Battle of Ravnik was lost.": "Battle"}, "The Battle was lost."),
    _form("neither/family", other.family, {},
          {"The Fugger family paid.": "Fugger"}, "Then Fugger paid."),
    _form("neither/organisation", other.organisation, {},
          {"The Royal Society met.": "Royal Society"}, "The Royal Palace burned."),
    _form("place/head", place.by_head, {},
          {"They burned the Hradek Palace.": "Hradek Palace"}, "They burned the Palace."),
    _form("place/head-of", place.head_of, {},
          {"Ice closed the Gulf of Riga.": "Gulf of Riga"}, "Ice closed the Gulf."),
    _form("neither/head-alone", other.head_alone, {},
          {"They burned the Palace.": "Palace"}, "They burned the Hradek Palace."),
    _form("place/known-beginning", place.known_beginning, {},
          {"They came from Northern Greece.": "Northern Greece"},
          "They came from Greece.", words=2),
    _form("place/leading-town", place.leading_town, {},
          {"At Delhi Akbar halted.": "Delhi"}, "At Delhi they halted.", words=2),
    _form("person/hyphenated", person.hyphenated, {},
          {"They met Sun Yat-sen.": "Sun Yat-sen"}, "They met Hugh Ashcombe.", words=2),
    _form("neither/leading-common", other.leading_common, {},
          {"In October Lord Aldwyn resigned.": "October"}, "Lord Aldwyn resigned.", words=2),
    _form("neither/leading-organisation", other.leading_organisation, {},
          {"For the War Committee Zinoviev signed.": "War Committee"},
          "For the king Zinoviev signed.", words=2),
    _form("place/saints-church", place.saints_church, {},
          {"The column turned toward St. Anne’s.": "St. Anne"},
          "They prayed to St. Anne.", words=2),
    _form("place/head-before", place.before_name, {},
          {"They crossed Lake Varda.": "Lake Varda"}, "They crossed the lake.", words=2),
    _form("neither/before-title", title.before_title, {},
          {"Tokugawa Shogun Yoshinobu gave up.": "Tokugawa"}, "Shogun Yoshinobu gave up.", words=2),
    _form("person/saint", person.saint, {},
          {"They prayed to St. Hedwig.": "St. Hedwig"}, "They prayed to Hedwig.", words=2),
    _form("neither/title", title.title, {},
          {"They met the Prince of Wales.": "Prince of Wales"}, "They met Prince Albert."),
    _form("person/title", title.titled, {},
          {"Command passed to General Hazlitt.": "Hazlitt"}, "Command passed to Hazlitt.", words=2),
    _form("person/title-behind", title.title_behind, {},
          {"They met Christopher Ashcombe Commander.": "Christopher Ashcombe"},
          "They met Christopher Ashcombe.", words=2),
    _form("neither/never", other.never, {},
          {"God was with them.": "God"}, "Then Ashcombe was with them."),
    _form("person/initials", person.initials, {},
          {"It was drafted by A. N. Orlov.": "A. N. Orlov"}, "It was drafted by Orlov.", words=2),
    _form("person/byname", person.byname, {},
          {"The city feared Vlad the Impaler.": "Vlad the Impaler"},
          "The city told Vlad the Germans had come."),
    _form("person/family-first", person.family_first, {},
          {"They met Song Jiaoren.": "Song Jiaoren"}, "They praised Song China.", words=2),
    _form("person/number", person.numbered, {},
          {"In 1613 Michael I was crowned.": "Michael I"}, "In 1613 Michael was crowned.", words=2),
    _form("person/title-that-follows", person.following_title, {},
          {"Reforms were begun by Midhat Pasha.": "Midhat Pasha"},
          "Reforms were begun by Midhat.", words=2),
    _form("person/given-and-surname", person.given_name, {},
          {"They met Hugh Ashcombe.": "Hugh Ashcombe"}, "They met Ashcombe.", words=2),
    _form("person/with-particle", person.with_particle, {},
          {"The caliph Harrun al-Rashid sent a clock.": "Harrun al-Rashid"},
          "The caliph Harrun sent a clock.", words=2),
    _form("neither/epithet", other.epithet, {},
          {"In Imperial Germany the law was harsh.": "Imperial"},
          "In Germany the law was harsh.", words=2),
    _form("neither/people", other.people, {},
          {"The Whigs had won.": "Whigs"}, "Then Ashcombe had won."),
    _form("neither/common", other.common, {},
          {"They feared the Silent Hand.": "Silent Hand"}, "They feared Ashcombe."),
)  # fmt: skip
