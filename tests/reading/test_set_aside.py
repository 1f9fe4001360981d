"""What a page holds beside the text is set aside."""

from pathlib import Path

import pytest

from flashgen.article import AsideKind
from tests.reading.pages import FIRST, PULLED, SECOND, aside, read, running, same


@pytest.mark.parametrize(
    "part",
    [
        "Share this article",
        "Share this: Facebook, Twitter, e-mail.",
        "Read more: The mayor and his keys.",
        "Sign up for our weekly newsletter and never miss a story.",
        "You may also like: ten sieges that failed.",
        "We use cookies to improve your experience. By continuing, you agree to our cookie policy.",
        "© 2011 City Museum. All rights reserved.",
        "This article was first published in the yearbook of the museum.",
        "The opinions expressed here are the author's alone.",
        "Comments (12)",
        "Filed under: sieges, harbours.",
        "5 min read",
        "Photo: the walls in 1699.",
        "Image: City Museum, room 12.",
        "Soldiers before the walls, as a painter saw them. (Photo: City Museum)",
        "The king rides in, by an unknown painter. / Wikimedia Commons",
        "Fig. 3. The walls in the year of the siege.",
        "Map 2: The walls and the harbour.",
        "[Illustration: The keys of the town.]",
        "Main article: History of the Harbour Town.",
        "For other uses, see Harbour Town (disambiguation).",
        "From Wikipedia, the free encyclopedia",
        "Retrieved 5 June 2019.",
        "Accessed on 2019-06-05.",
        "Posted on 3 May 2011 by Maria van Holt.",
        "Posted by Maria van Holt on May 3rd, 2011",
        "Last updated: Monday, 3 May 2011, 12:30 pm.",
        "Archived from the original on 5 June 2019. Retrieved 7 June 2019.",
        "This page was last edited on 3 May 2019, at 12:00.",
        "Text is available under the Creative Commons Attribution-ShareAlike License.",
        "[12] Smith, The Siege, p. 45.",
        "^ Smith 1990, p. 45.",
        "[Footnote 1: The mayor was no friend of the king.]",
        "The end of it . . . . . . . 17",
        "CHAPTER I",
        "By Maria van Holt",
    ],
)
def test_what_is_not_running_text_is_set_aside(tmp_path: Path, part: str) -> None:
    assert same(read(tmp_path, f"{FIRST}\n\n{part}\n\n{SECOND}")) == ([FIRST, SECOND], [part])


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("Share this article", AsideKind.NOTICE),
        ("The opinions expressed here are the author's alone.", AsideKind.DISCLAIMER),
        ("Photo: the walls in 1699.", AsideKind.CREDIT),
        ("Fig. 3. The walls in the year of the siege.", AsideKind.CAPTION),
        ("[12] Smith, The Siege, p. 45.", AsideKind.REFERENCE),
        ("The end of it . . . . . . . 17", AsideKind.CONTENTS),
        ("CHAPTER I", AsideKind.HEADING),
        ("What Ruined Lord Ashcombe?", AsideKind.HEADING),
        ("By Maria van Holt", AsideKind.BYLINE),
    ],
)
def test_what_is_set_aside_says_why(tmp_path: Path, part: str, reason: AsideKind) -> None:
    assert aside(read(tmp_path, f"{FIRST}\n\n{part}\n\n{SECOND}")) == {part: reason}


@pytest.mark.parametrize(
    "paragraph",
    [
        "Photographs of the siege do not exist.",
        "Photographs show three things: hunger, mud and snow.",
        "Copyright did not exist in the town until much later.",
        "Share and share alike was the rule inside the walls.",
        "Read more closely, the letter says nothing of the kind.",
        "Related by marriage to the king, Brandt was not believed.",
        "Retrieved from the sea, the guns were useless.",
        "Published on 3 May 1703, the book was burned on 4 May.",
        "Posted in Riga since May, the captain knew nothing of it.",
        "Sponsored by the League, the fleet sailed west at last.",
        "More from fear than from love, the men obeyed him.",
        "Most popular of all was the mayor’s daughter.",
        "His opinions were his own, and he did not hide his views.",
        "The king published the terms and conditions of the surrender.",
        "He left the town without prior permission.",
        "She edited a weekly newsletter for the besieged.",
        "Figures 3 and 4 of the old map show two gates, not one.",
        "Source of all the trouble was a broken well.",
        "By the river stood a mill.",
        "Soon, soon!",
        "What now?",
        "Where had Otto Brandt gone?",
        "“We will not go,” he said.",
        "12 March 1700 was a Friday.",
        "1700 was a year of hunger.",
        "November 7th, 1700.",
        "The letter said:",
        "It ended (the photo: see above) badly.",
    ],
)
def test_a_short_paragraph_is_running_text(tmp_path: Path, paragraph: str) -> None:
    assert running(read(tmp_path, f"{FIRST}\n\n{paragraph}\n\n{SECOND}")) == [
        FIRST,
        paragraph,
        SECOND,
    ]


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param(PULLED, id="shortened"),
        pytest.param("“Elias Brandt carried the keys out himself”", id="in quotation marks"),
        pytest.param("The mayor, Elias Brandt, carried the keys out himself.", id="word for word"),
        pytest.param(
            "The mayor carried the town's keys out himself, and the besiegers let him live",
            id="a little reworded",
        ),
        pytest.param("It was hunger that opened the gates.", id="a short sentence"),
    ],
)
def test_a_pull_quote_is_set_aside(tmp_path: Path, quote: str) -> None:
    assert running(read(tmp_path, f"{FIRST}\n\n{quote}\n\n{SECOND}")) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param("The mayor let the besiegers live, and they let him go.", id="new words"),
        pytest.param("The mayor, Elias Brandt, died of fever in the same winter.", id="new facts"),
        pytest.param("“Let him live,” said the king.", id="a few of its words"),
    ],
)
def test_a_paragraph_that_goes_on_is_no_pull_quote(tmp_path: Path, paragraph: str) -> None:
    assert paragraph in running(read(tmp_path, f"{FIRST}\n\n{SECOND}\n\n{paragraph}"))


def test_a_second_copy_may_differ_a_little(tmp_path: Path) -> None:
    """Saved pages mend a slip in one copy and not in the other."""
    copy = SECOND.replace("half of their men", "half their men")
    article = read(tmp_path, "\n\n".join([FIRST, "Soon.", SECOND, FIRST, "Soon.", copy]))
    assert running(article) == [FIRST, "Soon.", SECOND]
    assert set(aside(article).values()) == {AsideKind.REPEATED}


def test_a_refrain_is_no_second_copy(tmp_path: Path) -> None:
    text = [FIRST, "“Soon, soon!”", SECOND, "“Soon, soon!”"]
    assert running(read(tmp_path, "\n\n".join(text))) == text


def test_references_end_where_the_text_goes_on(tmp_path: Path) -> None:
    references = [
        "Smith, John (1990). The Siege. Oxford University Press.",
        "Jones, Anna. The Keys. Riga, 1931.",
        "Notes on the walls, vol. 2, p. 45.",
    ]
    text = "\n\n".join([FIRST, "References", *references, "The way back", SECOND])
    assert same(read(tmp_path, text)) == (
        [FIRST, SECOND],
        ["References", *references, "The way back"],
    )


def test_a_table_of_contents_is_no_text(tmp_path: Path) -> None:
    contents = ["Contents", "1 The siege", "1.1 The first winter", "2 The end"]
    text = "\n".join(["The Fall of the Harbour Town", "", *contents, "", "The siege", FIRST])
    text += f"\n\nThe first winter\n\n{SECOND}\n\nThe end\n\nThey went home."
    article = read(tmp_path, text)
    assert running(article) == [FIRST, SECOND, "They went home."]
    assert article.title == "The Fall of the Harbour Town"


def test_the_licence_around_a_book_is_no_text(tmp_path: Path) -> None:
    text = (
        "The Project Gutenberg EBook of The Siege\n\nTitle: The Siege of the Harbour Town\n\n"
        "You may copy it, give it away or re-use it.\n\n"
        "*** START OF THIS PROJECT GUTENBERG EBOOK THE SIEGE ***\n\n"
        f"{FIRST}\n\n"
        "*** END OF THIS PROJECT GUTENBERG EBOOK THE SIEGE ***\n\n"
        "Updated editions will replace the previous one.\n"
    )
    article = read(tmp_path, text)
    assert running(article) == [FIRST]
    assert article.title == "The Siege of the Harbour Town"


def test_the_numbers_of_notes_are_not_read(tmp_path: Path) -> None:
    text = (
        "The walls fell[1] on 3 May 1700.[2][a] Brandt,[note 3] the mayor,³ wept.[4]:45–46 "
        "Nobody[citation needed] saw it. [5] “[T]he town is [sic] lost,” he wrote on "
        "29 February [11 March] 1700, or 18[29] February."
    )
    article = read(tmp_path, text)
    assert [article.tidy(sentence) for sentence in article.paragraphs[0].sentences] == [
        "The walls fell on 3 May 1700.",
        "Brandt, the mayor, wept.",
        "Nobody saw it.",
        "“[T]he town is [sic] lost,” he wrote on 29 February [11 March] 1700, or 18[29] February.",
    ]
