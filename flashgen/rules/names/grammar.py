"""The forms in one table; each says what it must come before, and which name shows it."""

from __future__ import annotations

from collections.abc import Callable

from flashgen.rules.names import other_forms as other
from flashgen.rules.names import person_forms as person
from flashgen.rules.names import place_forms as place
from flashgen.rules.names.forms import Form, Found
from flashgen.rules.names.runs import Run


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
    _form("person/nickname", person._nickname, {}, {"Hugh “Rocky” Ashcombe won.": "Hugh Rocky Ashcombe"}, "Hugh Ashcombe won.", words=2),
    _form("person/particle", person._particle, {}, {"He invited de Mowbray.": "de Mowbray"}, "He invited Mowbray.", words=2),
    _form("neither/figure-of-speech", other._personification, {}, {"He challenged Lady Luck.": "Lady Luck"}, "He married Lady Jane.", words=2),
    _form("neither/thing-named", other._thing_named, {}, {"The cruiser Aurora fired.": "Aurora"}, "Then Aurora fired."),
    _form("neither/title-of-a-work", other._title_of_work, {}, {"He wrote “The Cherry Grove” there.": "Cherry Grove"}, "He saw the Cherry Grove there."),
    _form("person/figure-by-words", person._figure, {}, {"They met Sitting Bull.": "Sitting Bull"}, "They met Hugh Ashcombe.", words=2),
    _form("place/with-state", place._with_state, {}, {"He left Washington, D.C., at noon.": "Washington D.C."}, "He left Washington at noon."),
    _form("place/with-article", place._with_article, {}, {"They met in The Hague.": "The Hague"}, "They met in the Crimea."),
    _form("place/known-whole", place._known_whole, {}, {"They praised the Russian Federation.": "Russian Federation"}, "They praised the Russian fleet.", words=2),
    _form("place/known-with-the", place._known_with_the, {}, {"They crossed the Don.": "Don"}, "They saw Don Carlos."),
    _form("place/town-on-a-river", place._town_on_river, {}, {"They met in Frankfurt am Main.": "Frankfurt am Main"}, "They met in Frankfurt."),
    _form("neither/event", other._event_of_place, {}, {"The Battle of Ravnik was lost.": "Battle"}, "The Battle was lost."),
    _form("neither/family", other._family, {}, {"The Fugger family paid.": "Fugger"}, "Then Fugger paid."),
    _form("neither/organisation", other._organisation, {}, {"The Royal Society met.": "Royal Society"}, "The Royal Palace burned."),
    _form("place/head", place._by_head, {}, {"They burned the Hradek Palace.": "Hradek Palace"}, "They burned the Palace."),
    _form("place/head-of", place._head_of, {}, {"Ice closed the Gulf of Riga.": "Gulf of Riga"}, "Ice closed the Gulf."),
    _form("neither/head-alone", other._head_alone, {}, {"They burned the Palace.": "Palace"}, "They burned the Hradek Palace."),
    _form("place/known-beginning", place._known_beginning, {}, {"They came from Northern Greece.": "Northern Greece"}, "They came from Greece.", words=2),
    _form("place/leading-town", place._leading_town, {}, {"At Delhi Akbar halted.": "Delhi"}, "At Delhi they halted.", words=2),
    _form("person/hyphenated", person._hyphenated, {}, {"They met Sun Yat-sen.": "Sun Yat-sen"}, "They met Hugh Ashcombe.", words=2),
    _form("neither/leading-common", other._leading_common, {}, {"In October Lord Aldwyn resigned.": "October"}, "Lord Aldwyn resigned.", words=2),
    _form("neither/leading-organisation", other._leading_organisation, {}, {"For the War Committee Zinoviev signed.": "War Committee"}, "For the king Zinoviev signed.", words=2),
    _form("place/saints-church", place._saints_church, {}, {"The column turned toward St. Anne’s.": "St. Anne"}, "They prayed to St. Anne.", words=2),
    _form("place/head-before", place._head_before, {}, {"They crossed Lake Varda.": "Lake Varda"}, "They crossed the lake.", words=2),
    _form("neither/before-title", other._before_title, {}, {"Tokugawa Shogun Yoshinobu gave up.": "Tokugawa"}, "Shogun Yoshinobu gave up.", words=2),
    _form("person/saint", person._saint, {}, {"They prayed to St. Hedwig.": "St. Hedwig"}, "They prayed to Hedwig.", words=2),
    _form("neither/title", other._title, {}, {"They met the Prince of Wales.": "Prince of Wales"}, "They met Prince Albert."),
    _form("person/title", person._titled, {}, {"Command passed to General Hazlitt.": "Hazlitt"}, "Command passed to Hazlitt.", words=2),
    _form("person/title-behind", person._title_behind, {}, {"They met Christopher Ashcombe Commander.": "Christopher Ashcombe"}, "They met Christopher Ashcombe.", words=2),
    _form("neither/never", other._never, {}, {"God was with them.": "God"}, "Then Ashcombe was with them."),
    _form("person/initials", person._initials, {}, {"It was drafted by A. N. Orlov.": "A. N. Orlov"}, "It was drafted by Orlov.", words=2),
    _form("person/byname", person._byname, {}, {"The city feared Vlad the Impaler.": "Vlad the Impaler"}, "The city told Vlad the Germans had come."),
    _form("person/family-first", person._family_first, {}, {"They met Song Jiaoren.": "Song Jiaoren"}, "They praised Song China.", words=2),
    _form("person/number", person._numbered, {}, {"In 1613 Michael I was crowned.": "Michael I"}, "In 1613 Michael was crowned.", words=2),
    _form("person/title-that-follows", person._following_title, {}, {"Reforms were begun by Midhat Pasha.": "Midhat Pasha"}, "Reforms were begun by Midhat.", words=2),
    _form("person/given-and-surname", person._given_name, {}, {"They met Hugh Ashcombe.": "Hugh Ashcombe"}, "They met Ashcombe.", words=2),
    _form("person/with-particle", person._with_particle, {}, {"The caliph Harrun al-Rashid sent a clock.": "Harrun al-Rashid"}, "The caliph Harrun sent a clock.", words=2),
    _form("neither/epithet", other._epithet, {}, {"In Imperial Germany the law was harsh.": "Imperial"}, "In Germany the law was harsh.", words=2),
    _form("neither/people", other._people, {}, {"The Whigs had won.": "Whigs"}, "Then Ashcombe had won."),
    _form("neither/common", other._common, {}, {"They feared the Silent Hand.": "Silent Hand"}, "They feared Ashcombe."),
)  # fmt: skip
