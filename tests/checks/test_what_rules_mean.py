"""What each rule takes for a bad card and what it does not, beyond its example."""

from pathlib import Path

import pytest

from tests.checks.made import found, rules_of


def q(words: str, more: str) -> str:
    return f"quotations:\n  it: {{text: '{words}', {more}}}\n"


def who(description: str, name: str = "Elias Brandt", more: str = "") -> str:
    return f"people:\n  it: {{name: {name}, who: '{description}'{more}}}\n"


def event(what: str, date: str = "1700-03-11", more: str = "") -> str:
    return f"events:\n  it: {{what: '{what}', date: {date}{more}}}\n"


def term(word: str, meaning: str, more: str = "") -> str:
    return f"terms:\n  it: {{term: {word}, meaning: '{meaning}'{more}}}\n"


def ask(question: str, answer: str, more: str = "") -> str:
    return f"questions:\n  it: {{question: '{question}', answer: '{answer}'{more}}}\n"


def two(one: str, other: str) -> str:
    """Two questions of other answers."""
    return (
        f"questions:\n  one: {{question: '{one}', answer: Elias Brandt}}\n"
        f"  two: {{question: '{other}', answer: Frederick}}\n"
    )


def shown(
    alt: str, more: str = "credit: own drawing, license: CC0 1.0", ask: str = "picture"
) -> str:
    """Somebody with a picture, which is asked for."""
    return who("mayor", more=f", ask: [{ask}], picture: {{file: a.png, alt: {alt}, {more}}}")


BORN = ", born: 1650, ask: [life]"
AT_THE_GATE = (
    "events:\n  e: {what: The keys were handed over., date: {unspecified: 1700-03-11}, "
    "place: gate, ask: [place]}\n"
    "places:\n  gate: {name: Sea Tower, aliases: [Mill Gate], kind: building, cite: a map}\n"
)
LONG = "No bread is left in the whole town and its mills"
BAD = [
    *(
        case
        for blank in "\u200b\u2800\u3164\ufe0f\u034f\u115f\u1160\uffa0"
        for case in (
            ("empty-front", event(f"{blank} {blank}")),
            ("empty-answer", who(f"{blank} {blank}")),
        )
    ),
    # nobody speaks
    ("nobody", q(LONG, "voice: an eyewitness")),
    ("nobody", q(LONG, "voice: the crowd before the gate")),
    ("nobody", q(LONG, "voice: Soldiers of the guard")),
    ("nobody", q(LONG, "voice: an unnamed Dane")),
    ("nobody", q(LONG, "voice: Brandt's listeners")),
    ("nobody", who("man in the cellar", name="an unknown soldier")),
    # a gap that grammar fills, or a synonym
    ("weak-gap", q("Only you can save the old town now", "voice: Brandt, missing: Only you")),
    ("weak-gap", q("This exasperates the whole old town", "voice: Brandt, missing: exasperates")),
    ("long-gap", q("All is lost. We have no men. Run.", "voice: Brandt, missing: We have no men")),
    # a question in the context
    ("second-question", term("bastion", "part of a wall", ", context: 'built by whom?'")),
    # two facts in one answer
    ("joined-facts", who("mayor until 1700, then governor of the province")),
    ("joined-facts", who("mayor who gave up the keys; later a merchant")),
    ("joined-facts", who("clerk who saw the siege and wrote a book about it")),
    ("joined-facts", term("Guard", "men who kept the gate, and the dues that they took")),
    ("joined-facts", who("clerk who burned the mill in 1700, and envoy who sold the bell in 1703")),
    ("joined-facts", event("The council gave up the bell and the Danes burned the mill.")),
    ("joined-facts", event("The mill was burned, but its owner had fled to the coast.")),
    ("joined-facts", event("Brandt sold the mill; he bought a ship.")),
    ("joined-facts", term("Guard", "those who kept the gate and who rang the bell")),
    # what the article states otherwise
    ("states-otherwise", term("king", "who arrived with ten thousand men")),
    ("states-otherwise", event("Keys were handed over.", more=", time: 3 pm"), "at 4 pm"),
    ("states-otherwise", who("mayor", more=", born: 1640"), "Elias Brandt (1650–1701)"),
    ("states-otherwise", who("king of Sweden"), "Elias Brandt, king of Denmark,"),
    ("states-otherwise", who("Swedish envoy"), "Elias Brandt, a Danish envoy, came"),
    ("states-otherwise", who("Swedish envoy"), "The Danish envoy Elias Brandt came"),
    ("states-otherwise", who("Swedish envoy"), "Elias Brandt was a clever Danish envoy"),
    ("states-otherwise", event("Otto Brandt took Varda."), "Otto Brandt took Riga"),
    # what the passage does not prove
    ("off-passage", who("cobbler who had a shop in Riga")),
    ("off-passage", term("bastion", "tower of stone in which the town kept its powder")),
    ("off-passage", event("The king was crowned at last.")),
    ("off-passage", q(LONG, "voice: Brandt"), f"\n\n“{LONG}.”\n\nThen"),
    # words that mean nothing without the article
    ("dangling-word", event("He handed over the keys.")),
    ("dangling-word", event("Two days later the town was handed over.")),
    ("dangling-word", event("The walls fell the next day.")),
    ("dangling-word", event("Our army took the town.")),
    ("dangling-word", event("The town fell after this battle.")),
    ("dangling-word", "places:\n  it: {name: Riga, kind: city, what: 'where he was born'}\n"),
    # the article on a card
    ("names-article", who("mayor of whom the author thinks little")),
    ("names-article", term("Duma", "assembly, of the state or (as in this story) of a city")),
    ("names-article", event("The keys were handed over, as mentioned above.")),
    ("names-article", who("mayor of the town at the time of writing")),
    ("names-article", who("mayor (see the text) of the town")),
    ("opinion", who("bravest mayor of the coast")),
    ("opinion", who("mayor who was the worst that the town ever had")),
    # opinions
    ("opinion", who("heroic mayor who gave up the keys")),
    ("opinion", event("The mayor wrongly handed over the keys.")),
    ("opinion", who("mayor who should never have given up the keys")),
    # a name that is not one
    ("surname-only", who("mayor", name="Fawkes")),
    ("surname-only", who("mayor", name="Krasnov")),
    ("surname-only", who("mayor", name="Brandt", more=", aliases: [Elias Brandt]")),
    ("surname-only", who("mayor", name="Brandt"), "The mayor, Elias Brandt"),
    (
        "two-names",
        "people:\n  it: {name: Elias Brandt}\nquotations:\n"
        "  one: {text: No bread is left in town, speaker: it}\n"
        "  two: {text: Take the keys and go away, voice: Brandt}\n",
    ),
    # what lasted
    ("state-as-event", event("The mayor held the majority in the council.")),
    ("state-as-event", event("The mayor controlled the harbour.")),
    # answers
    ("list-answer", term("the estates", "nobles, clergy, burghers and peasants")),
    ("no-history", term("menu peuple", "the common people, such as workers")),
    ("hint-gives-away", term("bastion", "part of a wall", ", hint: think of bastions")),
    # what stands for a picture in words is read, too
    ("answer-on-front", shown("Elias Brandt in 1700")),
    ("gives-away", shown("A portrait of Brandt")),
    ("uncredited", shown("A man", "credit: own drawing")),
    ("uncredited", shown("A man", "license: CC0 1.0")),
    ("uncredited", shown("A man", "credit: own drawing", ask="")),
    ("no-alt", shown("")),
    (
        "same-question",
        shown("A man") + "  other: {name: Otto, who: clerk, ask: [picture], "
        "picture: {file: a.png, alt: Another man}}",
    ),
    # questions of the author's own
    ("answer-on-front", ask("Was it the Sea Gate or the Mill Gate that fell?", "the Sea Gate")),
    ("gives-away", ask("Why did the garrison open the gate?", "The king bribed the garrison")),
    ("hint-gives-away", ask("What fell?", "the bastion", ", hint: a bastion or a gate")),
    ("long-question", ask("Who had the keys" + " of the gate in the wall" * 8 + "?", "Brandt")),
    ("long-answer", ask("Why did it fall?", "It had no bread" + " and no men to hold it" * 5)),
    ("list-answer", ask("Which estates met?", "nobles, clergy, burghers and peasants")),
    ("yes-or-no", ask("Did the gate fall?", "Yes.")),
    ("joined-facts", ask("Who was Brandt?", "a mayor until 1700, then governor from 1702")),
    ("joined-facts", ask("Why did the gate fall?", "Bread was gone; the king had more men.")),
    ("second-question", ask("Who fell?", "Brandt", ", context: 'and when?'")),
    ("same-question", two("Who was mayor of the town?", "Who was mayor of the town?")),
    ("look-alike", two("Who sold bread to the old town?", "Who sold bread in the old town?")),
    ("fits-another", two("Who was mayor of Riga?", "Who was mayor of Riga in the siege?")),
    (
        "two-names",
        "questions:\n  one: {question: 'Who had the keys?', answer: Brandt the Elder}\n"
        "  two: {question: 'Who sold bread?', answer: the elder Brandt}\n",
    ),
    ("dangling-word", ask("Why did he hand over the keys?", "Bread was gone.")),
    ("dangling-word", ask("Why did it fall?", "Bread was gone.")),
    ("dangling-word", ask("Who came two days later?", "the king")),
    ("dangling-word", ask("What did this bastion protect?", "the harbour")),
    ("names-article", ask("Why does the author admire Brandt?", "He gave up the keys.")),
    ("opinion", ask("Why did the mayor wrongly give up?", "Bread was gone.")),
    ("opinion", ask("Why did the gate fall?", "Its mayor was a scoundrel.")),
    ("unsupported", ask("Why did the gate of Riga fall?", "Its wells were poisoned.")),
    (
        "off-passage",
        ask("Why did the gate fall?", "Its wells were dry.", ", passage: [king of Denmark]"),
    ),
    # what no passage is looked for by
    ("off-passage", who("mayor", more=BORN), "Elias Brandt was mayor"),
    ("off-passage", q(LONG, "voice: Brandt, to: a Dane, ask: [to]"), f"“{LONG},” said Brandt"),
    ("off-passage", AT_THE_GATE, "Elias Brandt came"),
    # the sentence beside it tells what is asked, of somebody else
    ("off-passage", ask("Who handed over the keys of the bastion?", "the king"), "Brandt came"),
    (
        "states-otherwise",
        ask(
            "With how many men did the king arrive?",
            "ten thousand men, as the king had said",
            ", passage: [king of Denmark]",
        ),
    ),
]
GOOD = [
    ("gives-away", shown("A man with a tall hat")),
    ("gives-away", shown("A portrait of Brandt", ask="description")),
    ("gives-away", shown("A man", "credit: portrait of Elias Brandt, license: CC0 1.0")),
    ("uncredited", shown("A man")),
    (
        "same-question",
        shown("A man") + "  other: {name: Otto, who: clerk, ask: [picture], "
        "picture: {file: b.png, alt: A man}}",
    ),
    ("nobody", q(LONG, "voice: the Riga Gazette")),
    ("nobody", q(LONG, "voice: Parliament")),
    ("nobody", who("emperor", name="Napoleon")),
    ("nobody", who("chief", name="Two Moons")),
    ("nobody", who("wali", name="al-Mansur")),
    ("nobody", who("emperor", name="康熙")),
    ("weak-gap", q("Now we cross the Rubicon together", "voice: Brandt, missing: Rubicon")),
    ("weak-gap", q("We lost 700 men in the siege", "voice: Brandt, missing: 700 men")),
    ("long-gap", q("We want a just peace but no war", "voice: Brandt, missing: a just peace")),
    ("joined-facts", who("mayor of the town and its suburbs in the year of the siege")),
    ("joined-facts", who("envoy until 1700, in 1699 the oldest of all")),
    ("joined-facts", event("The mayor and the council gave up the bell.")),
    ("joined-facts", event("The Danes came ashore and burned the mill and its barns.")),
    ("joined-facts", event("The Danes burned the mill that Brandt owned and his sons had built.")),
    ("joined-facts", event("The fair began: weavers and smiths came to the town.")),
    ("joined-facts", who("general who planned and led the rising")),
    ("joined-facts", who("mayor who promised peace, land and bread")),
    ("joined-facts", term("Romanovs", "dynasty that ruled from 1613 to 1917")),
    ("joined-facts", term("port", "town in Finland, then part of the Empire, with ships")),
    ("states-otherwise", term("king", "who arrived with 12,000 men in 1700")),
    ("states-otherwise", term("bastion", "wall where 500 men died"), "Of 900 men 500 men died"),
    ("states-otherwise", term("bastion", "wall that 300 men held")),
    ("states-otherwise", event("Keys were handed over.", more=", time: 4 pm"), "at 4 pm"),
    ("states-otherwise", who("mayor", more=", born: 1650"), "Elias Brandt (1650–1701)"),
    ("states-otherwise", who("king of Sweden"), "Elias Brandt fought the king of Denmark"),
    ("states-otherwise", who("Swedish envoy"), "Elias Brandt met a Danish envoy"),
    ("states-otherwise", who("Swedish envoy"), "Elias Brandt, a Danish clerk and Swedish envoy,"),
    ("states-otherwise", event("Otto Brandt took Varda."), "Otto Brandt took Riga and Varda"),
    ("states-otherwise", event("Otto Brandt took Varda."), "Brandt sent his son, who took Varda"),
    ("off-passage", who("mayor who was feared by all his neighbours")),
    ("off-passage", term("bastion", "work of the old kind, of which this one had fallen")),
    ("off-passage", event("The keys were given up.")),
    ("off-passage", who("cobbler", more=", cite: his letters")),
    ("off-passage", q(LONG, "voice: Brandt"), f"“{LONG},” said he."),
    ("dangling-word", event("The mayor handed over his keys.")),
    ("dangling-word", event("The council said that it would yield.")),
    ("dangling-word", event("There was fighting in the town.")),
    ("dangling-word", who("he gave up his keys")),
    ("dangling-word", q("This is our town and we keep it", "voice: Elias Brandt")),
    ("names-article", who("author of a history of the town")),
    ("opinion", who("mayor best known for his beard")),
    ("names-article", term("charter", "the text of the treaty between the towns")),
    ("opinion", who('mayor, called "the greatest" by the king')),
    ("opinion", q("The heroic town fell fortunately", "voice: Elias Brandt")),
    ("surname-only", who("writer", name="Voltaire")),
    ("surname-only", who("emperor", name="Napoleon")),
    ("surname-only", who("mayor", name="Elias Fawkes")),
    ("state-as-event", event("Elias Brandt was elected mayor.")),
    ("state-as-event", event("Brandt held the majority.", "1700-03/1700-05")),
    ("list-answer", who("mayor, who gave up keys, bread and town")),
    ("no-history", term("recusancy", "refusal of the services of the church")),
    ("no-history", term("zemstvo", "elected council in Russia")),
    ("no-history", term("bastion", "part of a wall that juts out")),
    ("answer-on-front", term("Second Silesian War", "war of two kings over the Silesian towns")),
    ("gives-away", term("Market Place", "where the oath took place")),
    ("gives-away", term("Winter Palace", "palace of the tsars")),
    # questions of the author's own
    ("answer-on-front", ask("Why did the garrison open the gate?", "It had no bread.")),
    ("gives-away", ask("Which gate did the garrison open?", "the Sea Gate")),
    ("joined-facts", ask("Why did the gate fall?", "The men who held it had had no bread.")),
    ("look-alike", two("Who sold bread to the town?", "When did they sell bread to the town?")),
    ("look-alike", two("Who sold bread to the old town?", "Why did the old town buy bread?")),
    ("fits-another", two("Who opened the Sea Gate?", "Why did Brandt open the Sea Gate?")),
    ("dangling-word", ask("Who handed over his keys?", "Elias Brandt")),
    ("dangling-word", ask("Why did Brandt hand over his keys?", "Bread was gone.")),
    ("dangling-word", ask("What did the council say when it met?", "that bread was gone")),
    ("dangling-word", ask("Name the two gates.", "Sea Gate and Mill Gate")),
    ("opinion", ask("What did the king call Brandt?", "“the greatest of cowards”")),
    ("long-answer", ask("Why did the garrison open the gate?", "It had had no bread for days.")),
    ("off-passage", ask("What did Brandt hand over?", "the keys")),
    ("off-passage", who("mayor", more=BORN), "Elias Brandt, who was born in 1650, was mayor"),
    ("off-passage", who("mayor", more=f"{BORN}, cite: his letters"), "Elias Brandt was mayor"),
    ("off-passage", q(LONG, "voice: Brandt, to: Danes, ask: [to]"), f"“{LONG},” he told the Danes"),
    ("off-passage", AT_THE_GATE, "Elias Brandt went to the Mill Gate"),
    ("unsupported", ask("What did Brandt hand over?", "the keys")),
    ("unsupported", ask("Why did the wells fail?", "Frost", ", cite: the annals")),
    (
        "states-otherwise",
        ask("With how many men did the king arrive?", "twelve thousand men"),
    ),
]


def _article(words: str) -> str:
    """The passage of all of these facts, with some words of a case in it."""
    said = f"{words} and the keys of the bastion were handed over on 11 March 1700."
    return f"The Town\n\nThe king arrived with twelve thousand men. {said}\n"


@pytest.mark.parametrize(("rule", "facts", "words"), [(*case, "")[:3] for case in BAD])
def test_a_rule_finds(rule: str, facts: str, words: str, tmp_path: Path) -> None:
    assert rule in rules_of(found(tmp_path, facts, words and _article(words)))


@pytest.mark.parametrize(("rule", "facts", "words"), [(*case, "")[:3] for case in GOOD])
def test_a_rule_does_not_find(rule: str, facts: str, words: str, tmp_path: Path) -> None:
    assert rule not in rules_of(found(tmp_path, facts, words and _article(words)))


def test_what_gives_away_is_named(tmp_path: Path) -> None:
    (told,) = [str(each) for each in found(tmp_path, shown("Brandt")) if each.rule == "gives-away"]
    assert "the 'alt' of the picture gives away 'brandt'" in told
