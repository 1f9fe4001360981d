"""Dates in both calendars."""

from pathlib import Path

import pytest

from flashgen.dates.historical import Stated
from flashgen.mentions import DateForm
from tests.rules.dates.rows import cases, marked, unmarked, value
from tests.rules.found import dates

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
