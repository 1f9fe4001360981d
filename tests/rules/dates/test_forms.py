"""The forms of dates, and what looks like one."""

from pathlib import Path

import pytest

from tests.rules.dates.rows import cases, marked, readings, unmarked
from tests.rules.found import dates

FORMS = """
# one calendar, named
On «5 July 1917 (N.S.)» it rained.  = 1917-06-22 | 1917-07-05
On «5 July (N.S.) 1917» it rained.  = 1917-06-22 | 1917-07-05
On «10 May 1905 (Julian calendar)» it rained.  = 1905-05-10 | 1905-05-23
On «25 October 1917 O.S.» he left.  = 1917-10-25 | 1917-11-07
By «2 December, New Style, 1812» he left.  = 1812-11-20 | 1812-12-02
«Old Style 25 October 1917» it was.  = 1917-10-25 | 1917-11-07
On «25 October 1917 by the old Russian calendar» he left.  = 1917-10-25 | 1917-11-07
In «February 1917 (Old Style)» it began.  = 1917-02 | 1917-02-14/1917-03-13
On «3–7 July 1917 (O.S.)» they rose.  = 1917-07-03/1917-07-07 | 1917-07-16/1917-07-20
# years that began in March
He died on «30 January 1648/9».  = 1649-01-30 | 1649-02-09
He died on «January 30, 1648/49».  = 1649-01-30 | 1649-02-09
On «24 March 1699/1700» he wrote.  = 1700-03-24 | 1700-04-04
# a weekday proves a calendar, once there are two
On «Wednesday, November 7th, 1917», I rose late.  = 1917-10-25 | 1917-11-07
On «Wednesday, 25 October 1917», I rose late.  = 1917-10-25 | 1917-11-07
On «Saturday, 14 October 1066», he fell.  = 1066-10-14
# Easter was one day everywhere until 1582; in 1916 it was again
On «Easter Sunday 1917» they rang.  = ?
# days
On «July 4, 1776», bells rang.  = 1776-07-04
On «July 4 1776» bells rang.  = 1776-07-04
On the «14th of July, 1789», it fell.  = 1789-07-14
On the «2d of May 1863» he fell.  = 1863-05-02
On the «fourteenth of October, in the year 1806», they met.  = 1806-10-14
On the «first day of January, in the year of our Lord 1863», they were free.  = 1863-01-01
On «July the Fourth 1863» it fell.  = 1863-07-04
He came on «Sept 3 1914» or «3 Sep. 1914».  = 1914-09-03 ; 1914-09-03
On «25 OCTOBER 1917» they met.  = 1917-10-25
On «29 February 1700» it snowed.  = 1700-02-29
On «1917-11-07», or «7.11.1917», he fled.  = 1917-11-07 ; 1917-11-07
He died on «New Year's Eve, 1850».  = 1850-12-31
He fell on «24 August AD 79».  = 0079-08-24
He fell on the «9th of August, A.D. 378».  = 0378-08-09
He fled on «27 July 1794 (9 Thermidor Year II)».  = None | 1794-07-27
He fled on «9 Thermidor Year II (27 July 1794)».  = None | 1794-07-27
# from one date to another
From «14–18 March 1921» guns fired.  = 1921-03-14/1921-03-18
On «March 14-18, 1921», guns fired.  = 1921-03-14/1921-03-18
From the «3rd to the 7th of July 1863».  = 1863-07-03/1863-07-07
«Between 3 and 12 May 1916» they died.  = 1916-05-03/1916-05-12
On «3 and 4 July 1863» they fought.  = 1863-07-03/1863-07-04
On «July 1, 2 and 3, 1863», they fought.  = 1863-07-01/1863-07-03
On «July 1-3, 1863», they fought.  = 1863-07-01/1863-07-03
On the night of «25–26 October 1917».  = 1917-10-25/1917-10-26
On the night of «31 October/1 November 1940» it burned.  = 1940-10-31/1940-11-01
From «28 June to 4 August 1914» envoys met.  = 1914-06-28/1914-08-04
From «28 December to 3 January 1917» it froze.  = 1916-12-28/1917-01-03
From «12 July 1863 to August 1864» it lay idle.  = 1863-07-12/1864-08
From the «spring of 1905 to 1907» it lay idle.  = 1905-21/1907
The Revolution of «1688–9» was bloodless.  = 1688/1689
It lasted from «1853 to 1856».  = 1853/1856
He ruled from «610 to 641» in peace.  = 0610/0641
They were tried in «June–August 1826».  = 1826-06/1826-08
# a life is two dates, a reign is one
He («28 June 1491» – «28 January 1547») was king.  = 1491-06-28 ; 1547-01-28
Tolstoy («9 September [O.S. 28 August] 1828» – «20 November [O.S. 7 November] 1910») wrote.
    = 1828-08-28 | 1828-09-09 ; 1910-11-07 | 1910-11-20
Grant (born Hiram; «April 27, 1822» – «July 23, 1885») was a general.  = 1822-04-27 ; 1885-07-23
The siege («8 September 1941 – 27 January 1944») was long.  = 1941-09-08/1944-01-27
He reigned long («1762–1796»).  = 1762/1796
# months and seasons
He wrote in «Aug. 1914».  = 1914-08
In «early September 1939» it began.  = 1939-09
«Early in October 1347» it came.  = 1347-10
By «the end of May 1917» it was over.  = 1917-05
In «the last week of July 1914» it came.  = 1914-07
In the «fall of 1917» bread ran out.  = 1917-23
In the «winter of 1916–17» bread ran out.  = 1916-24
In the «winter of 1941/42» bread ran out.  = 1941-24
The Prague Spring of «1968» was short.  = 1968
# years, decades, centuries
«Early 1905» was quiet.  = 1905
The revolutions of «1820», «1830» and «1848» failed.  = 1820 ; 1830 ; 1848
The «1905» revolution failed, as had the «1848» risings.  = 1905 ; 1848
Lenin’s «1902» pamphlet sold, and a «1917» decree did not.  = 1902 ; 1917
As early as «1905» he wrote, but up to «1939» nobody read it.  = 1905 ; 1939
The years «1936 to 1938» were grim.  = 1936/1938
«1812» was a cold year.  = 1812
The Treaty of Nystad («1721») ended it.  = 1721
In pre-«1914» Russia and post-«1945» Europe it was so.  = 1914 ; 1945
In «1917» women marched; in «1850» more than 6000 miles lay open.  = 1917 ; 1850
It was founded «around 1200».  = 1200~
By «609», a year after the revolt of «608», it was his.  = 0609 ; 0608
The walls were built in «413» and mended after the earthquake of «447».  = 0413 ; 0447
The Avars («626») and the Rus («860») failed.  = 0626 ; 0860
The Arabs failed, too («674–678» and «717–718»).  = 0674/0678 ; 0717/0718
It fell in «AD 1204», not in «A.D. 410» or «622 CE».  = 1204 ; 0410 ; 0622
# before Christ: astronomical years
Caesar crossed in «49 BC» and fell on «15 March 44 BC».  = -0048 ; -0043-03-15
# earlier than days are counted
Jericho had walls by «8,000 BCE».  = ?
# decades and centuries
The «eighteen-sixties» and the «late 1850s» differ.  = 186X ; 185X
The «1950s» and «'60s» were mild.  = 195X ; 196X
The «1800s» were long.  = 18XX
In the «late nineteenth century» it grew.  = 18XX
A «mid-eighteenth-century» house stood there.  = 17XX
In «the second half of the XVIII century» it grew.  = 17XX
In the «sixteenth and seventeenth centuries» it grew.  = 15XX/16XX
From the «16th to the 18th century» it grew.  = 15XX/17XX
"""


@pytest.mark.parametrize("row", cases(FORMS))
def test_dates_of_every_form(tmp_path: Path, row: str) -> None:
    text = unmarked(row)
    assert marked(text, dates(tmp_path, text)) == row


@pytest.mark.parametrize(
    "text",
    [
        "You may march on Rome, and Rome may march on you.",
        "March 25 miles a day, said the general, and you may rest.",
        "The council sat for two years and thirty days.",
        "He was 25 years old and 3 months away from home, aged 1900 moons.",
        "About 1500 men and 1200 horses crossed the river.",
        "The army of 1917 men met a force of 1500.",
        "Of the 1263 schemes 1812 were void; over 2000 were dropped.",
        "In some 1500 villages, more than 1848 people in all, nobody stayed.",
        "Order No. 1917 was void, and so was paragraph 7/11.",
        "See page 1648, pp. 1500–1520 and Room 1905; it cost £1848 or $1776.",
        "The line ran to 1,500 metres, or 1.905 of the whole.",
        "From 150 to 170 Confederate guns and 300 Spartans stood there.",
        "The price rose from 1500 to 2000, and the crowd grew to 1848.",
        "Ring 15-40, 223-77, 555-1917 or 138-36 and ask for April.",
        "On 31 June 1215 and 30 February 1500 nothing happened.",
        "They ate lobster Thermidor, and the month of Brumaire was wet.",
        "In the reign of Henry VIII, in his 24th year, the abbeys fell (24 Hen. VIII, c. 12).",
        "May Smith and August Bebel never met, and April’s house stood empty.",
        "The July Days, the October Revolution and May Day were names.",
        "The score stood at 10/23 when it rained.",
        "The fire on the 25th Regiment was met by the 20th Maine, and the third of them fell.",
        "The Sun King saw the Fall of Nineveh from the Winter Palace.",
        "In winter the harbour froze, as it did every spring.",
        "A 1200-strong band had 1812.5 tons of it.",
        "The hulls U-1410, B-1910 and K-2000 sank; ring 099-1812-3344.",
        "Of them Metz sent 300, Toul 1000, Verdun 700, and none came home.",
        "He lived to the age of 103; the band grew from 400 to 700 by noon, in 1300 of the cases.",
        "He reigned for 44 years, died aged 87, and left 1800 books and 12 dogs.",
        "The 1st of the 1900 entries weighed 1650 g and cost 1745 francs on 3 tables.",
    ],
)
def test_no_date(tmp_path: Path, text: str) -> None:
    assert readings(dates(tmp_path, text)) == []
