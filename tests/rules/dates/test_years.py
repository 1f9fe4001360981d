"""The year of a date that does not state it, and what does not fit."""

from pathlib import Path

import pytest

from flashgen.mentions import DateForm
from flashgen.rules.dates import find_dates
from tests.rules.dates.rows import cases, marked, reading, readings, unmarked, value
from tests.rules.found import article, dates


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [
        (
            ["He died on 17 December 1916.", "So it was.", "It was 1 January [O.S. 19 December]."],
            "1916-12-19 | 1917-01-01",
        ),
        (
            ["It froze at the end of December, 1867.", "He was born in 1844, they say, at sea.",
             "On February 3rd (15th) it was done."],
            "1868-02-03 | 1868-02-15",
        ),
    ],
)  # fmt: skip
def test_a_story_passes_new_year_some_paragraphs_later(
    tmp_path: Path, paragraphs: list[str], wanted: str
) -> None:
    assert value(dates(tmp_path, "\n\n".join(paragraphs))[-1]) == wanted


@pytest.mark.parametrize(
    ("text", "last", "year_from"),
    [
        # two figures are a year where the story tells of such, and of the era that it names
        (
            "Titus (30 December 39 – 13 September 81 AD) was emperor from 79 to 81. In July 69 "
            "his father was proclaimed. On 24 August, 79, the mountain burst, and it rained.\n\n"
            "His house had been founded before 27 BC.\n\nIn 80 a fire took the temple.",
            "80 = 0080",
            None,
        ),
        (
            "Titus died on 13 September 81 AD. By October 81 his brother ruled. On 5 November "
            "he wed.",
            "5 November = 0081-11-05",
            "AD 81 (paragraph 1)",
        ),
        (
            "The house of Titus (30 December 39 – 13 September 81 AD) burned in 80.",
            "80 = 0080",
            None,
        ),
        (
            "Sulla died in 78 BC. His slave lived on until 50 and died under Augustus (27 BC – "
            "AD 14).\n\nIn 79 Sulla had retired.",
            "79 = -0078",
            None,
        ),
        # the last year that the story told
        (
            "In April 1775 the war began. By July all was ready.",
            "July = 1775-07",
            "1775 (paragraph 1)",
        ),
        (
            "On 3 May 1914 he came. On 5 May 1914 he left. In 1915 he was back.\n\n"
            "On 23 May he fell.",
            "23 May = 1915-05-23",
            "1915 (paragraph 1)",
        ),
        # but none that was an aside
        (
            "In April 1775 the war began. The treaty of 1763 was void. On 17 June they met again.",
            "17 June = 1775-06-17",
            "1775 (paragraph 1)",
        ),
        (
            "In April 1775 the war began. Washington had been born in 1732. On 17 June they met.",
            "17 June = 1775-06-17",
            "1775 (paragraph 1)",
        ),
        (
            "In April 1775 the war began, which Gage (1719–1787) lost. On 17 June they met again.",
            "17 June = 1775-06-17",
            "1775 (paragraph 1)",
        ),
        # the year at the end of a list
        (
            "In 1912 all was quiet. The Duma met on 2 March, 5 April and 7 May 1913.",
            "7 May 1913 = 1913-05-07",
            None,
        ),
        # the year by reference to the one told
        (
            "Urban preached in 1095. They left in August of the following year.",
            "August of the following year = 1096-08",
            "1096 (paragraph 1)",
        ),
        (
            "Urban preached in 1095. On 3 May of that year he met them.",
            "3 May of that year = 1095-05-03",
            "1095 (paragraph 1)",
        ),
        (
            "Urban preached in 1095. The following year the poor set out. On 21 October they fell.",
            "21 October = 1096-10-21",
            "1096 (paragraph 1)",
        ),
        # a story that goes on passes New Year
        (
            "On 6 December 1941 they struck back. In January the front stood still.",
            "January = 1942-01",
            "1942 (after December 1941, paragraph 1)",
        ),
        (
            "On 6 December 1941 they struck back. In January the staff had warned him.",
            "January = 1941-01",
            "1941 (paragraph 1)",
        ),
        (
            "On 6 December 1941 they struck back. They had been warned in January.",
            "January = 1941-01",
            "1941 (paragraph 1)",
        ),
        # the last figures of a year
        (
            "They broke camp on 1 May 1863. He had joined in August of '61.",
            "August of '61 = 1861-08",
            "1861 (paragraph 1)",
        ),
        # a decade without its century, where it is safe
        (
            "The line opened in 1846. The gauge war had begun in the thirties.",
            "thirties = 183X",
            "1830 (paragraph 1)",
        ),
        # the title, a heading, the text that follows
        (
            "The Battle of Poltava, 1709\n\nIn 1700 Peter had lost at Narva.\n\n"
            "On 27 June the armies stood face to face in the steppe.",
            "27 June = 1709-06-27",
            "1709 (the heading)",
        ),
        (
            "The armies met at dawn in the open steppe.\n\n## The summer of 1709\n\n"
            "On 27 June the armies stood face to face.",
            "27 June = 1709-06-27",
            "1709 (the heading)",
        ),
        (
            "On 3 September 1651 he lost. The republic lasted until 1660. He came home on 29 May.",
            "29 May = 1660-05-29",
            "1660 (paragraph 1)",
        ),
    ],
)
def test_a_missing_year_comes_from_the_story(
    tmp_path: Path, text: str, last: str, year_from: str | None
) -> None:
    mention = dates(tmp_path, text)[-1]
    assert reading(mention) == last
    assert mention.year_from == year_from


STORY = """
# an aside does not move the story: a document, a birth, a note in brackets, a range, a look back
In «1901» the assembly met. It sat under the charter of «1876». On «4 May» it was dissolved.
    = 1901 ; 1876 ; 1901-05-04
In «1901» the assembly met. By the Act of «12 June 1673» no lord sat. In «October» they rose.
    = 1901 ; 1673-06-12 ; 1901-10
In «1868» the mayor was Hale, who had been born in «1830». On «4 May» he fell ill.
    = 1868 ; 1830 ; 1868-05-04
In «1868» the mayor was Hale. He printed his diary «ten years later». On «4 May» he fell ill.
    = 1868 ; 1878 ; 1868-05-04
In «1868» the mayor was Hale. «Ten years later» he fell. On «4 May» a boy replaced him.
    = 1868 ; 1878 ; 1878-05-04
In «1868» the mayor was Hale (born «3 March 1830»). On «4 May» he fell ill.
    = 1868 ; 1830-03-03 ; 1868-05-04
In «1868» the mayor was Hale, who served from «1865 to 1871». On «4 May» he fell ill.
    = 1868 ; 1865/1871 ; 1868-05-04
In «1868» the mill burned. It would burn again in «1880». On «4 May» they rebuilt it.
    = 1868 ; 1880 ; 1868-05-04
In «1868» the mill burned. In «1858» it had been a barn. On «4 May» they rebuilt.
    = 1868 ; 1858 ; 1868-05-04
In «1868» the vote was set for «June 1870». On «4 May» the mayor died.
    = 1868 ; 1870-06 ; 1868-05-04
# but a year told in the main clause does
The fair was held in «1868». It went on until «1871». On «4 May» it was closed.
    = 1868 ; 1871 ; 1871-05-04
# nor does a letter cited, but what it says lies in its own year
In «1812» he left. In a letter to Jane, «4 June 1850», he told of it. In «October» he sailed.
    = 1812 ; 1850-06-04 ; 1812-10
# the same year: the last one told in the clause, whatever it was
In «1868» he came home. Hale was born in «1830» and in «May of that year» lost his mother.
    = 1868 ; 1830 ; 1830-05
He came in «1650», and was admitted on the «1st of October of this same year». = 1650 ; 1650-10-01
In «1650» he came, and that year he was ill. In «July of the same year, 1650», he rose.
    = 1650 ; 1650-07
# a double year is its second one, and the story goes on from there
On «5 February 1683/4» it froze. On «2 April» it thawed.  = 1684-02-05 | 1684-02-15 ; 1684-04-02
In «February, 1661-62», he fell ill; on «3 May» he rose.  = 1662-02 ; 1662-05-03
In «March 1663/4» he fell ill.  = 1664-03
In «January and February, 1688-89», all was changed.  = 1689-01/1689-02
He took his degree in «1592/3».  = 1593
The elder («1572/3–1624») preached.  = 1573/1624
# a list that runs backwards is of one year
He lay ill on «9 May», «4 April» and «1 March 1913».  = 1913-05-09 ; 1913-04-04 ; 1913-03-01
He lay ill on «30 December», «2 January» and «1 March 1913».  = 1912-12-30 ; 1913-01-02 ; 1913-03-01
# a year that stands alone before its dates
"«1831». Spring.--Rode to Bath. On «4 May» saw the fair."  = 1831 ; 1831-05-04
# the calendar of others, in words, and an apposition between the halves
It was «25 October 1917, or 7 November as the rest of the world reckoned».
    = 1917-10-25 | 1917-11-07
It was «18 March 1904, or 31 March in the West».  = 1904-03-18 | 1904-03-31
It was «30 August 1905, the Tsar's name-day (12 September by the calendar of Europe)», and warm.
    = 1905-08-30 | 1905-09-12
# winter: a story that goes on passes New Year, one that looks back does not
Lee won on «6 November 1860». They left on «20 December». By «1 February» six more had gone.
    = 1860-11-06 ; 1860-12-20 ; 1861-02-01
In «December 1941» he was at sea, and in «March» he was taken.  = 1941-12 ; 1942-03
In «1641» they rose. (A plot of «May 1640» failed.) On «23 October» it began. In «January» he fled.
    = 1641 ; 1640-05 ; 1641-10-23 ; 1642-01
The act came in «January 1883». It had been drafted in «December 1880». On «16 January» he signed.
    = 1883-01 ; 1880-12 ; 1883-01-16
On «7 May 1806» they armed. «The following winter» it froze. In «February» they starved.
    = 1806-05-07 ; 1806-24 ; 1807-02
# a war or a treaty that opens the story, and a year that takes it on
On «7 July 1807» there was peace. By «1812» it was dead. On «24 June» they crossed.
    = 1807-07-07 ; 1812 ; 1812-06-24
He wrote on «3 January 1940» of snow. In his memoirs of «1961» it is rain. On «14 June» all fell.
    = 1940-01-03 ; 1961 ; 1940-06-14
# feasts and days of the month
In «1276» he came. On «Easter Sunday» he rose. By «Lady Day» he was dead.
    = 1276 ; 1276-04-05 ; 1276-03-25
On «3 July 1863» they met. On «Saturday, the 11th», it rained.  = 1863-07-03 ; 1863-07-11
On the «23d of July, 1650», he came.  = 1650-07-23
"""


@pytest.mark.parametrize("row", cases(STORY))
def test_a_story_goes_on_in_the_year_it_told(tmp_path: Path, row: str) -> None:
    text = unmarked(row)
    assert marked(text, dates(tmp_path, text)) == row


def test_the_year_that_the_caller_gives_wins(tmp_path: Path) -> None:
    text = "In April 1775 the war began. On 17 June they met."
    june = dates(tmp_path, text, 1776)[-1]
    assert (reading(june), june.year_from) == ("17 June = 1776-06-17", "1776 (the year given)")


def test_a_year_further_on_serves_where_none_was_told(tmp_path: Path) -> None:
    text = "On 27 June they met. By 1709 nobody was sure of Mazepa."
    june = dates(tmp_path, text)[0]
    assert (reading(june), june.year_from) == ("27 June = 1709-06-27", "1709 (paragraph 1)")


@pytest.mark.parametrize(
    "text", ["On July 3 they charged once more.", "In the sixties everything changed."]
)
def test_a_year_that_nobody_knows_stays_open(tmp_path: Path, text: str) -> None:
    (mention,) = dates(tmp_path, text)
    assert (mention.date, mention.form) == (None, DateForm.PARTIAL)


def test_the_years_of_a_story_before_christ_go_on_before_christ(tmp_path: Path) -> None:
    """ "In 203" of a story of 216 B.C. is not the year 203 of our era."""
    text = "He won on 2 August 216 BC. In October all Capua was his. He left Italy in 203."
    assert [reading(mention) for mention in dates(tmp_path, text)] == [
        "2 August 216 BC = -0215-08-02",
        "October = -0215-10",
        "203 = -0202",
    ]


LESS = """
In «1917» all began. In «March» Nicholas fell.  = 1917 ; 1917-03
In «1917» all began. By «mid-June» it was hot.  = 1917 ; 1917-06
In «1917» all began. By «autumn» it was over.  = 1917 ; 1917-23
In «1917» all began. That «autumn» it ended.  = 1917 ; 1917-23
In «1917» all began. «October» brought war.  = 1917 ; 1917-10
In «1917» all began. On «Christmas Day» he lay ill.  = 1917 ; 1917-12-25
In «1917» all began. In «May and June» it rained.  = 1917 ; 1917-05/1917-06
In «1917» all began. From «June to August» it rained.  = 1917 ; 1917-06/1917-08
On «3 July 1863» they met. On «the 9th» it fell.  = 1863-07-03 ; 1863-07-09
On «3 July 1863» they met. They had come on «the 1st».  = 1863-07-03 ; 1863-07-01
# An earlier number may be of the next month.
On «30 July 1863» they met. On «the 2nd» it fell.  = 1863-07-30 ; ?
"""


@pytest.mark.parametrize("row", cases(LESS))
def test_less_than_a_full_date(tmp_path: Path, row: str) -> None:
    text = unmarked(row)
    mentions = dates(tmp_path, text)
    assert marked(text, mentions) == row
    assert mentions[1].form is DateForm.PARTIAL


@pytest.mark.xfail(reason="an ordinal in words is seldom a day; only the month behind it tells")
def test_a_day_in_words_without_its_month(tmp_path: Path) -> None:
    found = dates(
        tmp_path, "We broke camp on 1 May 1863. On the second the enemy struck our flank."
    )
    assert readings(found[1:]) == ["the second = 1863-05-02"]


def test_the_month_of_a_day_comes_from_the_story_and_says_so(tmp_path: Path) -> None:
    mention = dates(tmp_path, "On 3 July 1863 they met. On the 9th Port Hudson fell.")[1]
    assert mention.year_from == "July 1863 (paragraph 1)"


# --- what does not fit -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        (
            "It came on 25 October/8 November 1917.",
            "25 October 1917 Old Style is 7 November 1917 New Style, not 8 November 1917",
        ),
        (
            "It came on 14/28 December 1825.",
            "14 December 1825 Old Style is 26 December 1825 New Style, not 28 December 1825",
        ),
        (
            "It came on 5 November [N.S. 18 November] 1688.",
            "5 November 1688 Old Style is 15 November 1688 New Style, not 18 November 1688",
        ),
        (
            "They rose on 3–7 July [16–21 July, N.S.] 1917.",
            "3–7 July 1917 Old Style is 16–20 July 1917 New Style, not 16–21 July 1917",
        ),
        ("It came on Monday, 22 October/4 November 1917.", "that day was a Sunday, not a Monday"),
        ("It came on Sunday, 14 October 1066.", "that day was a Saturday, not a Sunday"),
        (
            "It came on Friday, 7 November 1917.",
            "that day was a Tuesday (O.S.) or a Wednesday (N.S.), not a Friday",
        ),
    ],
)
def test_a_date_that_contradicts_itself_is_a_warning(
    tmp_path: Path, text: str, warning: str
) -> None:
    (mention,) = dates(tmp_path, text)
    assert mention.warning == warning


def test_a_weekday_chooses_among_the_years_that_the_story_told(tmp_path: Path) -> None:
    """7 November was a Wednesday in 1917, in no calendar in 1916."""
    text = (
        "In 1917 the war was lost. In 1916 it had seemed won. On Wednesday, 7 November, all ended."
    )
    mention = dates(tmp_path, text)[-1]
    assert reading(mention) == "Wednesday, 7 November = 1917-10-25 | 1917-11-07"
    assert mention.warning is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what counts people or things dates nothing else
        (
            "The bell cracked in its ninetieth year on 9 May; the parish had 1640 souls in 1801, "
            "and 1900 in 1811.",
            ["9 May = ?", "1801 = 1801", "1811 = 1811"],
        ),
        (
            "The mayor died on 4 March. The census had found 12,000 souls in 1821.",
            ["4 March = ?", "1821 = 1821"],
        ),
        # nor does a clause that tells of another one
        (
            "The treaty was signed on 5 May, while the old bridge was opened in 1821.",
            ["5 May = ?", "1821 = 1821"],
        ),
        ("On 5 May he met Ada Hale, who died in 1821.", ["5 May = ?", "1821 = 1821"]),
        ("In 1799 he met her on 5 May; in 1821 the bridge was opened.",
         ["1799 = 1799", "5 May = 1799-05-05", "1821 = 1821"]),
        ("He fell ill on 5 May and died in 1821.", ["5 May = 1821-05-05", "1821 = 1821"]),
        # the year of its own clause is the date's, and no date more
        ("In September, the new calendar was introduced in 1752.", ["September = 1752-09"]),
        (
            "In September 1752 it was new. On 3 May, Otto Hale opened the bridge in 1860.",
            ["September 1752 = 1752-09", "3 May = 1860-05-03"],
        ),
    ],
)  # fmt: skip
def test_a_year_is_that_of_its_own_clause(tmp_path: Path, text: str, found: list[str]) -> None:
    assert readings(dates(tmp_path, text)) == found


def test_what_hangs_on_an_unsure_year_is_unsure(tmp_path: Path) -> None:
    text = (
        "# The mill\n\nThe mill stood until 1846, and the bridge until 1841.\n\n## Its end\n\nThey "
        "were burned in May. The mayor fled on 2 June, and came back on 3 July."
    )
    told = find_dates(article(tmp_path, text, ".md"))
    assert all(mention.perhaps for mention in told[2:])
