"""The date rules: what is a date in a text, and what it means.

Every row is a text of our own and the dates that a reader would find in it. A value is written
"julian | gregorian" where both calendars are known, "?" where it cannot be given.
"""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashgen.dates.calendars import Calendar, day_number, from_day_number
from flashgen.dates.historical import MONTHS, Stated
from flashgen.mentions import DateForm, DateMention
from flashgen.reading import read_article
from flashgen.rules.dates import find_dates


def dates(folder: Path, text: str, year: int | None = None) -> tuple[DateMention, ...]:
    path = folder / "text.txt"
    path.write_text(text, encoding="utf-8")
    return find_dates(read_article(path), year)


def value(mention: DateMention) -> str:
    if mention.date is None:
        return "?"
    if mention.date.calendar is not None:
        return f"{mention.date.julian} | {mention.date.gregorian}"
    return str(mention.date.written)


def reading(mention: DateMention) -> str:
    return f"{' '.join(mention.surface.split())} = {value(mention)}"


def readings(mentions: Sequence[DateMention]) -> list[str]:
    return [reading(mention) for mention in mentions]


def marked(text: str, mentions: Sequence[DateMention]) -> str:
    """The text with its dates marked, and their values behind it, as the tables write it."""
    for mention in reversed(mentions):
        start, end = mention.span.start, mention.span.end
        text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
    return f"{text} = {' ; '.join(map(value, mentions))}"


def unmarked(row: str) -> str:
    """The text of a row alone."""
    return re.sub("[«»]| = .*", "", row)


def cases(table: str) -> list[str]:
    """The rows of a table: a text, its dates marked, and their values; "#" is a remark."""
    rows = re.sub(r" *\n? +=", " =", table).splitlines()
    return [row for row in rows if row and not row.startswith("#")]


DUAL = """
The tsar signed on «25 October/7 November 1917».  = 1917-10-25 | 1917-11-07
It was on «October 25/7, 1917», that they signed.  = 1917-10-25 | 1917-11-07
The tsar signed on «25 October (7), 1917».  = 1917-10-25 | 1917-11-07
The tsar signed on «10/23 October 1917».  = 1917-10-10 | 1917-10-23
The tsar signed on «25 October (7 November) 1917».  = 1917-10-25 | 1917-11-07
He signed on «7 November [O.S. 25 October] 1917».  = 1917-10-25 | 1917-11-07
He signed on «7 November (25 October, Old Style) 1917».  = 1917-10-25 | 1917-11-07
He signed on «7 November (25 October, O.S.) 1917».  = 1917-10-25 | 1917-11-07
He signed on «October 25 (November 7), 1917».  = 1917-10-25 | 1917-11-07
He signed on «23 October 1917 (5 November New Style)».  = 1917-10-23 | 1917-11-05
He signed on «14 (26) December 1825».  = 1825-12-14 | 1825-12-26
It fell on «June 27 [July 8, New Style], 1709».  = 1709-06-27 | 1709-07-08
It fell on «March 3d (February 19th, old style), 1861».  = 1861-02-19 | 1861-03-03
He landed on «11/22 February 1731/32».  = 1732-02-11 | 1732-02-22
Born «25 December 1899/6 January 1900», she sang.  = 1899-12-25 | 1900-01-06
She was born on «25 December/7 January 1918».  = 1917-12-25 | 1918-01-07
It rained on «30 September/10 October 1688 (Julian/Gregorian calendars)».  = 1688-09-30 | 1688-10-10
They rose on «3–7 July [16–20 July, N.S.] 1917».  = 1917-07-03/1917-07-07 | 1917-07-16/1917-07-20
In «February or March 1917 by the Julian or Gregorian calendar» it ended.  = 1917-02 | 1917-03
It came on «Sunday, 22 October/4 November 1917».  = 1917-10-22 | 1917-11-04
On «19 August/1 September 1905» the treaty was signed.  = 1905-08-19 | 1905-09-01
Sofia kept «31 March/13 April 1916» twice over.  = 1916-03-31 | 1916-04-13
In Athens «15/28 February 1923» was the last old day.  = 1923-02-15 | 1923-02-28
He was born on «7 January [O.S. 25 December] 1918».  = 1917-12-25 | 1918-01-07
Born «22 February 1732 [O.S. 11 February 1731/32]».  = 1732-02-11 | 1732-02-22
He died on «30 January 1648 (9 February 1649 N.S.)».  = 1649-01-30 | 1649-02-09
It fell on «March 25 (6 April in the Gregorian calendar) 1875».  = 1875-03-25 | 1875-04-06
It fell on «25 October O.S. (7 November N.S.) 1917».  = 1917-10-25 | 1917-11-07
It fell on «25 October (Nov. 7, new style) 1917».  = 1917-10-25 | 1917-11-07
It fell on «24 June (12 O.S.) 1812».  = 1812-06-12 | 1812-06-24
It fell on «June 12 (24), 1812».  = 1812-06-12 | 1812-06-24
They crossed on the «12th/24th of June 1812».  = 1812-06-12 | 1812-06-24
They crossed on the «13th (25th) of September, 1812».  = 1812-09-13 | 1812-09-25
They crossed on «June 12/24, 1812».  = 1812-06-12 | 1812-06-24
It was «1 September 1917, or 14 September by the Western calendar».  = 1917-09-01 | 1917-09-14
It was «7 November 1917, which was 25 October Old Style».  = 1917-10-25 | 1917-11-07
They rose on «23–27 February (8–12 March) 1917».  = 1917-02-23/1917-02-27 | 1917-03-08/1917-03-12
They fell back on «14–17 [26–29] November 1812».  = 1812-11-14/1812-11-17 | 1812-11-26/1812-11-29
They rose on «3/16–7/20 July 1917».  = 1917-07-03/1917-07-07 | 1917-07-16/1917-07-20
In «October (November, New Style) 1917» it ended.  = 1917-10 | 1917-11
"""


@pytest.mark.parametrize("row", cases(DUAL))
def test_a_dual_date_has_both_its_values(tmp_path: Path, row: str) -> None:
    text = unmarked(row)
    (mention,) = dates(tmp_path, text)
    assert marked(text, [mention]) == row
    assert mention.date is not None
    assert mention.date.stated is Stated.DUAL
    assert mention.warning is None


@pytest.mark.parametrize("row", [row for row in cases(DUAL) if unmarked(row).count(" 1917") == 1])
def test_a_dual_date_without_its_year(tmp_path: Path, row: str) -> None:
    """The year that the caller gives completes each of these forms."""
    (mention,) = dates(tmp_path, unmarked(row).replace(" 1917", ""), 1917)
    assert mention.form is DateForm.PARTIAL
    assert mention.year_from == "1917 (the year given)"
    assert row.endswith(f" = {value(mention)}")


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


# Notations that real texts have, several of each kind.
KINDS = """
# behind on, upon, until, till, night of: the longest reading wins over the first one
In «March 1689» the siege began. Upon the «4th June 1690» it ended.  = 1689-03 ; 1690-06-04
They stayed until the «9th Sept. 1702», or till the «2nd Oct. 1702».  = 1702-09-09 ; 1702-10-02
On the night of the «5th Dec. 1811» it froze.  = 1811-12-05
On the «12th June/24th June 1812» they crossed.  = 1812-06-12 | 1812-06-24
On the «13th September (25th September) 1812» it burned.  = 1812-09-13 | 1812-09-25
# years with two numbers, which began in March, and ranges of years
He wrote on «2nd February, 1659-60», in shorthand.  = 1660-02-02 | 1660-02-12
He wrote on «March 1, 1659/60», in shorthand.  = 1660-03-01 | 1660-03-11
The plague of «1665-66» ended in fire.  = 1665/1666
The «thirtieth of January, sixteen hundred and forty-eight/nine», was cold.
    = 1649-01-30 | 1649-02-09
# three parts, and calendars on either side
He died on «9 January 1878 (OS 9 January 1878; NS 21 January 1878)» in Rome.
    = 1878-01-09 | 1878-01-21
Born «(26 May Old Style) 6 June 1799» at Moscow.  = 1799-05-26 | 1799-06-06
Born on «6 June, (Gregorian), 1799 (Julian 26 May)».  = 1799-05-26 | 1799-06-06
Born on «21 March 1685 (O.S.) [(N.S.) 31 March]».  = 1685-03-21 | 1685-03-31
Born on «February 22, 1732, (February 11, 1731, Old Style, Julian calendar)».
    = 1732-02-11 | 1732-02-22
Born on «13 (O.S.)/ 25 February 1873» at Sea.  = 1873-02-13 | 1873-02-25
They fell on the night of «16/17 July 1918 (New Style)».
    = 1918-07-03/1918-07-04 | 1918-07-16/1918-07-17
It came in force on «March 1(NS) 1918».  = 1918-02-16 | 1918-03-01
«Between May 3 and June 7 (Julian calendar) 1565» it lay waste.
    = 1565-05-03/1565-06-07 | None
In a list of «1967»: «1834 (O.S. 8 February)».  = 1967 ; 1834-02-08 | 1834-02-20
In «April», the New Style was adopted in «1753».  = 1753-04 ; 1753
Born {{«OldStyleDate|15 March|1868|3 March»}} – «27 June 1936», he wrote.
    = 1868-03-03 | 1868-03-15 ; 1936-06-27
«25 October by the old calendar, 7 November by the new, 1917», all changed.
    = 1917-10-25 | 1917-11-07
# before Christ
In «1601» a play was given. On the «Kalends of June, 45 BC», he came home.  = 1601 ; -0044-06-01
They met on «7 June 51 BC», or in «198 BCE».  = -0050-06-07 ; -0197
In the «90s BC» Italy rose; «c. 600 BC» it was a village.  = -0098/-0089 ; -0599~
The war of «58 to 50 BC», and that of «44/43 BC».  = -0057/-0049 ; -0043/-0042
# other eras: converted, or without value
The fort fell in «1187 AH», they say.  = None | 1773-03-25/1774-03-13
It was rebuilt in «A.H. 1200», they say.  = None | 1785-11-04/1786-10-23
Then it was «the year 1210 of the Hegira».  = None | 1795-07-18/1796-07-06
The bones are of «3200 BP», the Ethiopian ones of «the year 1898 by the Coptic calendar».  = ? ; ?
He was consul in «691 AUC».  = -0062
The walls stood from «AD 122 to 410», the forts «A.D. 43–83».  = 0122/0410 ; 0043/0083
Dated «Jany. 3d, 1705», «Ap 9th, 1705» and «Mch. 2, 1706».  = 1705-01-03 ; 1705-04-09 ; 1706-03-02
Dated «5th Novr. 1705», «3 Octbr 1705» and «Septr. 2d, 1706».
    = 1705-11-05 ; 1705-10-03 ; 1706-09-02
# dashes of every kind
Wars: «1866‐67», «1866‑67», «1866‒67», «1866–67», «1866—67», «1866−67».
    = 1866/1867 ; 1866/1867 ; 1866/1867 ; 1866/1867 ; 1866/1867 ; 1866/1867
From «3‑9 May 1871» and «May 3−9, 1871» they shot.
    = 1871-05-03/1871-05-09 ; 1871-05-03/1871-05-09
The years «1806 through 1812», the «1820s-30s» and the «1820s–’40s» were lean.
    = 1806/1812 ; 182X/183X ; 182X/184X
# about, in short, in words, in parts
Born «ca 1790»? Born «ca. 1790», «c1790», «circa 1790».  = 1790~ ; 1790~ ; 1790~ ; 1790~
Stamped «7-Sep-1939» and «7-Sept-1939».  = 1939-09-07 ; 1939-09-07
He left on «4 or 5 May 1821», in «the first quarter of 1821».
    = [1821-05-04,1821-05-05] ; 1821-01/1821-03
It was in «eighteen forty-eight», on the «second of December, eighteen hundred and four».
    = 1848 ; 1804-12-02
The writ of «Nov. 11. 1755» went astray; it failed on «December 5» hours later.
    = 1755-11-11 ; 1755-12-05
In  «November , 1716»,  it froze.  = 1716-11
«Michaelmas 1690» and «Lady Day, 1691» were the terms.  = 1690-09-29 ; 1691-03-25
On «30 February 1712» it snowed at Lund.  = 1712-02-29 | 1712-03-11
# figures that are no years
It had 1650 people in «1811» and 1950 in «1821».  = 1811 ; 1821
"""

# Sentences written, and their values judged by reading, before the rules had seen them: the values
# of 42 of the 60 were right at first, and three are still not (NOT_YET).
UNSEEN = """
The abbey burned on the feast of St Martin, «11 November 1290», and stood empty. = 1290-11-11
He sailed upon «Monday the 6th of June, 1692», with forty men. = 1692-06-06 | 1692-06-16
The queen was born «5 September 1638 (N.S.)» at Saint-Germain. = 1638-08-26 | 1638-09-05
It was signed «Nov. 3rd/14th, 1715» by all of them. = 1715-11-03 | 1715-11-14
It was signed on «November 3/14 of 1715» by all of them. = 1715-11-03 | 1715-11-14
He died on or «about 12 May 1564» in Geneva. = 1564-05-12~
The letter of «12th inst». has not come. = ?
They married in «Jan. 1881», and parted in «Dec. 1883». = 1881-01 ; 1883-12
Sat., «3 June 1899»: rain all day. = 1899-06-03
The truce ran from «9 April to 10 August, 1609». = 1609-04-09/1609-08-10
The truce ran from «April 9 until August 10, 1609». = 1609-04-09/1609-08-10
The regency («1811–20») was dull. = 1811/1820
He held the see «1162–70», when he was killed. = 1162/1170
She reigned «c. 1479–c. 1458 BC» over Egypt. = -1478~/-1457~
The city was sacked in «390 or 387 B.C.» by Gauls. = [-0389,-0386]
Hannibal crossed the Alps in the «autumn of 218 BC». = -0217-23
Sulla marched on Rome in «88 B.C.E.», and again in «83 B.C.E.». = -0087 ; -0082
The poet died in the «2nd century AD» at Rome. = 01XX
They built it in the «early 5th century BC». = -04XX
In the «mid-1640s» the plague came back. = 164X
In the «late 'forties» he was in Paris; in «1849» he fled. = 184X ; 1849
He wrote it in the «nineties», as «1896» was a bad year. = 189X ; 1896
The mill stood till «around 1790», some say till «about the year 1800». = 1790~ ; 1800~
On «July 14th-15th, 1789», nobody slept. = 1789-07-14/1789-07-15
On «14, 15 and 16 July 1789» nobody slept. = 1789-07-14/1789-07-16
The snow fell on the «1st, 2nd and 3rd of March 1888». = 1888-03-01/1888-03-03
«Between the 20th of May and the 3rd of June 1940» they were taken off. = 1940-05-20/1940-06-03
On the night of the «4th to the 5th of August 1789» all privileges fell. = 1789-08-04/1789-08-05
During the night of «August 4–5, 1789», all privileges fell. = 1789-08-04/1789-08-05
He left for Riga on «1 Jan. 1900 (20 Dec. 1899 O.S.)». = 1899-12-20 | 1900-01-01
He left for Riga on «20 December 1899 (Old Style), i.e. 1 January 1900». = 1899-12-20 | 1900-01-01
The peace was made on «30 August 1721 (10 September, New Style)». = 1721-08-30 | 1721-09-10
The peace was made on «10 September (30 August according to the Julian calendar) 1721».
    = 1721-08-30 | 1721-09-10
It fell on «Wednesday, 2 September 1752», by the almanac. = 1752-09-02 | 1752-09-13
King Charles was beheaded on the «thirtieth of January, 1648-9». = 1649-01-30 | 1649-02-09
The act passed on «12 Feb. 1700/1701». = 1701-02-12 | 1701-02-23
It passed on «12 Feb. 1700-01», in an empty House. = 1701-02-12 | 1701-02-23
In «the first half of the year 1812» they armed. = 1812
In «the second quarter of 1931» the banks broke. = 1931-04/1931-06
In the «summer months of 1931» the banks broke. = 1931-22
At «Whitsun 1381» the bailiffs came. = 1381-06-02
On «Good Friday, 1613», Donne rode westward. = ?
At «Michaelmas 1642» the rents were paid. = 1642-09-29
On «St. Bartholomew's Day, 1572», bells rang. = 1572-08-24
He was killed on the «ides of March in 44 B.C.», as all know. = -0043-03-15
He came on «the eve of All Saints' Day 1517» with a hammer. = 1517-10-31
It opened «Tuesday, May 1st, 1900», at noon. = 1900-04-18 | 1900-05-01
The year «eighteen hundred and eleven» brought a comet. = 1811
On the «fourth of July, seventeen seventy-six», they signed. = 1776-07-04
«Anno Domini 1348» the sickness came. = 1348
In the year of grace «1190» he set out. = 1190
The log ends on «03 May 1915», at sea. = 1915-05-03
The log ends on «1915 May 3», at sea. = 1915-05-03
The log ends on «3.V.1915», at sea. = 1915-05-03
The stone gives «MDCCXLV» as its year. = 1745
"""
NOT_YET = """
He was consul in «the 680th year of the City». = ?
By the old style it was «2 September 1752». = 1752-09-02 | 1752-09-13
He died «a.d. III Kal. Ian.» in the camp. = ?
"""


@pytest.mark.parametrize("row", cases(KINDS + UNSEEN))
def test_dates_of_every_kind(tmp_path: Path, row: str) -> None:
    text = unmarked(row)
    found = [m for m in dates(tmp_path, text) if m.form is not DateForm.TIME]
    assert marked(text, found).rstrip() == row.rstrip()


@pytest.mark.xfail(reason="a calendar told afar, the years and days of Rome")
@pytest.mark.parametrize("row", cases(NOT_YET))
def test_dates_not_read_yet(tmp_path: Path, row: str) -> None:
    text = unmarked(row)
    assert marked(text, dates(tmp_path, text)) == row


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


# --- the year that is not stated ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "last", "year_from"),
    [
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
            "1846 (paragraph 1)",
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


# --- dates by reference ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("That day", "1805-10-21"),
        ("That very night", "1805-10-21"),
        ("The same evening", "1805-10-21"),
        ("The next morning", "1805-10-22"),
        ("The following day", "1805-10-22"),
        ("The day after", "1805-10-22"),
        ("The previous evening", "1805-10-20"),
        ("A week later", "1805-10-28"),
        ("Two days earlier", "1805-10-19"),
        ("30 days later", "1805-11-20"),
        ("Seven weeks later", "1805-12-09~"),
        ("A month later", "1805-11~"),
        ("Three months later", "1806-01~"),
        ("A year later", "1806"),
        ("Ten years earlier", "1795"),
        ("The following year", "1806"),
        ("The previous year", "1804"),
        ("The following month", "1805-11"),
        ("The following March", "1806-03"),
        ("The previous March", "1805-03"),
        ("The following winter", "1805-24"),
        ("The next summer", "1806-22"),
        ("The following week", "?"),
        ("The following Sunday", "?"),  # of no calendar, no weekday
    ],
)
def test_relative_dates(tmp_path: Path, words: str, value: str) -> None:
    found = dates(tmp_path, f"Nelson fell on 21 October 1805. {words} a storm broke.")
    assert readings(found[1:]) == [f"{words} = {value}"]
    assert found[1].form is DateForm.RELATIVE


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell on 25 October/7 November 1917. A week later", "1917-11-01 | 1917-11-14"),
        ("It fell on 25 October/7 November 1917. The following Sunday", "1917-10-29 | 1917-11-11"),
        ("It fell in March 1848. Two days later", "?"),
        ("It fell in March 1848. Two months later", "1848-05~"),
        ("It fell in 1848. Two months later", "?"),
        ("It fell in 1848. Two years later", "1850"),
        ("It fell in 49 BC. Two years later", "-0046"),
        ("It fell on 25 October/7 November 1917. A month later", "?"),
        ("It fell on 25 October/7 November 1917. The following year", "1918"),
        ("It fell on 25 December 1899/6 January 1900. The following year", "?"),
        (
            "It fell on 27 June/8 July 1709 (28 June by the Swedish count). A day later",
            "1709-06-28 | 1709-07-09",
        ),
        ("It fell on 31 December 9999. The next day", "?"),
        ("It fell on 3 March 1848. Five days later it rose again. Two days later", "?"),
        ("It fell on 3 March 1848.\n\nSo it was said.\n\nNobody wept.\n\nThe next day", "?"),
        ("A week later", "?"),
    ],
)
def test_a_relative_date_needs_a_certain_anchor(tmp_path: Path, text: str, value: str) -> None:
    mention = dates(tmp_path, f"{text} a storm broke.")[-1]
    assert reading(mention).partition(" = ")[2] == value


# --- times of day ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("At about 4 am on 3/16 July 1917 they went out.", "about 4 am"),
        ("On 6 June 1944, at 6:30 a.m., the boats landed.", "6:30 a.m."),
        ("It ended on 11 November 1918 at 11 o’clock in the morning.", "11 o’clock in the morning"),
        ("At 3:15 on the morning of 22 June 1941 it began.", "3:15 on the morning"),
        (
            "At half past two in the afternoon of 3 July 1863 it began.",
            "half past two in the afternoon",
        ),
        ("Between 2 and 3 a.m. on 17 July 1918 they died.", "Between 2 and 3 a.m."),
        ("At noon on 24 April 1916 he read it out.", "noon"),
        ("At dawn on 24 April 1916 he read it out.", "dawn"),
        ("At 9pm on 24 April 1916 he read it out.", "9pm"),
    ],
)
def test_a_time_of_day_belongs_to_its_date(tmp_path: Path, text: str, time: str) -> None:
    (mention,) = dates(tmp_path, text)
    assert mention.time == time


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("At around 9:30 pm the ship fired.", ["around 9:30 pm"]),
        ("He spoke a little before 9pm. Then he left.", ["9pm"]),
        ("At ten in the morning, or at 11 a.m., they rose.", ["ten in the morning", "11 a.m."]),
        ("He was killed at 15:30 by a single shot.", ["15:30"]),
        ("At dawn he rose; in 9.30 metres he fell; two in three died.", []),
    ],
)
def test_a_time_of_day_by_itself(tmp_path: Path, text: str, times: list[str]) -> None:
    found = dates(tmp_path, text)
    assert [(m.form, m.time) for m in found] == [(DateForm.TIME, time) for time in times]


def test_a_time_right_before_a_relative_date_is_part_of_it(tmp_path: Path) -> None:
    mention = dates(tmp_path, "He came on 21 October 1805. At 11 am that day he fell.")[1]
    assert reading(mention) == "11 am that day = 1805-10-21"
    assert mention.time == "11 am"


# --- whole passages ----------------------------------------------------------------------------

PASSAGES = """
The Decembrist revolt broke out in Saint Petersburg on «26 December [O.S. 14 December] 1825», in
the interregnum that followed the sudden death of Alexander I. The tsar had died at Taganrog on «19
November (1 December)», and for three weeks nobody was sure who ruled. About 3000 soldiers drew up
on Senate Square; by nightfall 1271 people were said to be dead, a figure that no historian
accepts. The leaders were tried in «June and July 1826», and five of them were hanged on «13/25
July». The rest went to Siberia, where many stayed for thirty years. An amnesty came only in
«1856». In the «1860s» the young Tolstoy began a novel about them.
= 1825-12-14 | 1825-12-26 ; 1825-11-19 | 1825-12-01 ; 1826-06/1826-07 ; 1826-07-13 | 1826-07-25 ;
1856 ; 186X

In «January of 49 BC» Caesar crossed the Rubicon. Pompey, who had been sole consul in «52 BC», left
Rome within the week. «Two years later» Caesar was master of Egypt. He was murdered on «15 March 44
BC», the Ides of March; his heir, born in «63 B.C.», took the name of Augustus in «27 BC» and died
at Nola on «19 August AD 14». The last western emperor was deposed in «476». In «1599» Shakespeare
put the murder on the stage.
= -0048-01 ; -0051 ; -0046 ; -0043-03-15 ; -0062 ; -0026 ; 0014-08-19 ; 0476 ; 1599

It was upon the «fourteenth of October, in the year 1806», that the two armies, neither of which
knew where the other lay, came upon one another in the fog. The King had declared war on «the 9th»;
on «the 10th» Prince Louis was slain at Saalfeld; and before the month was out the French eagles
stood in Berlin, which Davout entered on «the 25th» and Napoleon himself on «the 27th». The Decree
that bears the name of that capital is dated the «21st of November». The campaign of «the following
winter», which I shall relate in its place, ended upon the bloody snow of Eylau, on the «8th of
February 1807». From the month of «May to the middle of June» the armies lay still. At length, on
the anniversary of Marengo, the «14th of June», they met at Friedland.
= 1806-10-14 ; 1806-10-09 ; 1806-10-10 ; 1806-10-25 ; 1806-10-27 ; 1806-11-21 ; 1806-24 ;
1807-02-08 ; 1807-05/1807-06 ; 1807-06-14

Charles was born in «742», or, as others think, in «748». He became sole king in «771», took Pavia
in «June 774» and fought the Saxons, with pauses, from «772 to 804». At Verden, in «782», he is
said to have had 4500 prisoners beheaded. Roland fell at Roncesvalles on «15 August 778». On
«Christmas Day 800» the pope crowned him in St Peter's. Of his 18 children only Louis outlived him;
he died at Aachen on «28 January 814», in the forty-seventh year of his reign. The treaty of Verdun
(«843») divided what he had built. Einhard wrote the Life «between 817 and 836». By the «tenth
century» the name alone was left. The exhibition of «2014» drew 215,000 visitors.
= 0742 ; 0748 ; 0771 ; 0774-06 ; 0772/0804 ; 0782 ; 0778-08-15 ; 0800-12-25 ; 0814-01-28 ; 0843 ;
0817/0836 ; 09XX ; 2014

Nicholas II («18 May [O.S. 6 May] 1868» – «17 July 1918») was the last Emperor of Russia. He came
to the throne on «1 November [O.S. 20 October] 1894» and was crowned at Moscow on «26 May [O.S. 14
May] 1896». «Four days later» more than 1300 people were trampled on Khodynka Field. The war with
Japan, which began in «early 1904», was lost by «the following summer». On «Sunday, 22 January
[O.S. 9 January] 1905» troops fired on a peaceful crowd. The October Manifesto was signed on the
«17th (30th) of October». On «15 March [O.S. 2 March] 1917» he abdicated at Pskov. He and his
family were shot in the early hours of «17 July 1918», between 2 and 3 a.m. They were made saints
in «2000».
= 1868-05-06 | 1868-05-18 ; 1918-07-17 ; 1894-10-20 | 1894-11-01 ; 1896-05-14 | 1896-05-26 ;
1896-05-18 | 1896-05-30 ; 1904 ; 1905-22 ; 1905-01-09 | 1905-01-22 ; 1905-10-17 | 1905-10-30 ;
1917-03-02 | 1917-03-15 ; 1918-07-17 ; 2000

The crisis began on «18 June/1 July 1917», when the offensive in Galicia opened, and ended in the
July Days of «3–7 July (16–20 July, New Style)». Milyukov had resigned on «2 (15) May». On the
night of «4–5 July» loyal troops seized the offices of Pravda; Lenin left the city on «9 July
[O.S.]» and crossed into Finland «a month later». Kornilov became commander-in-chief on «18/31
July». On «27 August/9 September» he was dismissed, and by «2/15 September» he was under arrest.
«May 1917» had been a month of hope; «September» was a month of fear. Kerensky proclaimed the
republic on «1 September, or 14 September by the Western calendar».
= 1917-06-18 | 1917-07-01 ; 1917-07-03/1917-07-07 | 1917-07-16/1917-07-20 ; 1917-05-02 | 1917-05-15
; 1917-07-04/1917-07-05 ; 1917-07-09 | 1917-07-22 ; ? ; 1917-07-18 | 1917-07-31 ; 1917-08-27 |
1917-09-09 ; 1917-09-02 | 1917-09-15 ; 1917-05 ; 1917-09 ; 1917-09-01 | 1917-09-14

The blight was first noticed in Ireland in «September 1845». A third of that year's crop was
lost; in «1846» three quarters went. Peel repealed the Corn Laws on «26 June 1846» and fell from
office «the same night». By «December» a third of a million men were on the public works, and in
"Black '47" the soup kitchens fed three million people a day. «Between 1845 and 1851» about one
million died. The census of «1841» had counted 8,175,124 souls; that of «1851» found 6,552,385. A
rising at Ballingarry, on «29 July 1848», came to nothing. In the two decades after the Famine
emigration did not stop, and by the «early 1900s» the population was half what it had been in the
«1840s». Some 1,500 ships sailed in «1847» alone.
= 1845-09 ; 1846 ; 1846-06-26 ; 1846-06-26 ; 1846-12 ; 1845/1851 ; 1841 ; 1851 ; 1848-07-29
; 19XX ; 184X ; 1847

"MY DEAR SIR," he wrote from Head-quarters on «the 14th inst»., "yours of the 3d came to hand last
evening." The letter, dated Morristown, «Jan. 14th, 1780», is the third of that month. Some 1500
men were without shoes, and on «the 16th» there were but 1,100 fit for duty. Congress had voted, on
«Nov. 25, 1779», that clothing be sent; by the «1st of March, 1780», none had come. "In «May»," he
said, "I may march, or I may not." He did march, in «June». General Lincoln had given up Charleston
on «May 12, 1780», after a siege of forty-two days. It was the worst defeat of the years «1775–83».
The harvest of «'79» had failed, too.
= ? ; 1780-01-14 ; 1780-01-16 ; 1779-11-25 ; 1780-03-01 ; 1780-05 ; 1780-06 ; 1780-05-12 ;
1775/1783 ; 1779
"""


@pytest.mark.parametrize("passage", PASSAGES.strip().split("\n\n"))
def test_every_date_of_a_passage_and_nothing_else(tmp_path: Path, passage: str) -> None:
    row = " ".join(passage.split())
    text = unmarked(row)
    assert marked(text, dates(tmp_path, text)) == row


# --- the text as it is -------------------------------------------------------------------------


def test_line_breaks_and_hard_spaces_stand_in_dates(tmp_path: Path) -> None:
    found = dates(tmp_path, "He came on 25\u00a0October/7\nNovember 1917, and late.")
    assert readings(found) == ["25 October/7 November 1917 = 1917-10-25 | 1917-11-07"]


def test_headings_are_read_and_what_stands_twice_is_not(tmp_path: Path) -> None:
    paragraph = (
        "In October 1917 the Bolsheviks took the city, and nobody who saw it slept that week."
    )
    text = f"## The crisis of 1917\n\n{paragraph}\n\n{paragraph}\n"
    assert readings(dates(tmp_path, text)) == ["1917 = 1917", "October 1917 = 1917-10"]


@given(
    st.integers(day_number(Calendar.JULIAN, 1500, 1, 1), day_number(Calendar.JULIAN, 2020, 1, 1))
)
def test_every_day_can_be_written_in_both_calendars(
    tmp_path_factory: pytest.TempPathFactory, number: int
) -> None:
    """Any day from 1500 to 2020, written with both halves in full, is read back as that day."""
    julian, gregorian = (
        from_day_number(calendar, number) for calendar in (Calendar.JULIAN, Calendar.GREGORIAN)
    )
    halves = [f"{day} {MONTHS[month - 1]} {year}" for year, month, day in (julian, gregorian)]
    (mention,) = dates(tmp_path_factory.mktemp("d"), f"It was on {'/'.join(halves)} that he came.")
    assert mention.date is not None
    assert mention.date.stated is Stated.DUAL
    assert mention.date.span_days() == (number, number)


OPENING = "He came in May, and then, since nobody had asked him to stay, he went away again."
PIECES = st.sampled_from(
    "25 7 3rd 1917 476 1648/9 1,200 October November May March Jan. Monday spring fall century "
    "sixteenth O.S. N.S. [ ( ) ] / – - , . ; AD BC c. ’61 the of on in from to between and or "
    "early mid- end night later week year that following same a.m. noon men had Easter 9:30 "
    "Christmas Day (O.S. 1860s \u00a0 \n \n\n é ١٩١٧ 😀".split(" ")
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.one_of(
        st.text(st.characters(exclude_characters="\0")), st.lists(PIECES, max_size=40).map(" ".join)
    ),
    st.none() | st.just(1917),
)
def test_any_text_has_an_answer(tmp_path: Path, text: str, year: int | None) -> None:
    """Whatever stands there: spans in order and in the text, dates that can be asked for."""
    path = tmp_path / "text.txt"
    path.write_text(f"{text}\n\n{OPENING}", encoding="utf-8", errors="replace")
    article = read_article(path)
    end = 0
    for mention in find_dates(article, year):
        assert end <= mention.span.start < mention.span.end
        end = mention.span.end
        assert article.text[mention.span.start : mention.span.end] == mention.surface
        if mention.date is not None:
            first, last = mention.date.span_days()
            assert first <= last
            assert mention.date.as_written()
