"""Every example of the EDTF specification: read, kept, worded, and written back, or refused.

The examples are those of the specification (loc.gov/standards/datetime) and of the tests of the
package ``edtf``, which also says, as an independent reader, which days each one spans.
"""

from typing import Any

import edtf as theirs
import pytest

from flashgen.dates.calendars import Calendar, day_number
from flashgen.dates.edtf import parse_edtf

WORDS = {
    # level 0
    "1985-04-12": "12 April 1985",
    "1985-04": "April 1985",
    "1985": "1985",
    "2008-12": "December 2008",
    "-0999": "1000 BC",
    "0000": "1 BC",
    "1964/2008": "1964–2008",
    "2004-06/2006-08": "June 2004 – August 2006",
    "2004-02-01/2005-02-08": "1 February 2004 – 8 February 2005",
    "2004-02-01/2005-02": "1 February 2004 – February 2005",
    "2004-02-01/2005": "1 February 2004 – 2005",
    "2005/2006-02": "2005 – February 2006",
    "-2005/-1999-02": "2006 BC – February 2000 BC",
    # level 1
    "2001-21": "spring 2001",
    "2003-22": "summer 2003",
    "2000-23": "autumn 2000",
    "2010-24": "winter 2010",
    "1984?": "1984, perhaps",
    "1984~": "about 1984",
    "1984%": "about 1984, perhaps",
    "2004-06~": "about June 2004",
    "2004-06?": "June 2004, perhaps",
    "2004-06-11?": "11 June 2004, perhaps",
    "2004-06-11%": "about 11 June 2004, perhaps",
    "-0275~": "about 276 BC",
    "0000~": "about 1 BC",
    "201X": "the 2010s",
    "20XX": "the 21st century",
    "-01XX": "the 2nd century BC",
    "16XX~": "about the 17th century",
    "16XX%": "about the 17th century, perhaps",
    "-01XX~": "about the 2nd century BC",
    "156X~": "about the 1560s",
    "156X?": "the 1560s, perhaps",
    "1XXX": "some year between 1000 and 1999",
    "1XXX~": "about some year between 1000 and 1999",
    "2004-XX": "some month in 2004",
    "1985-04-XX": "some day in April 1985",
    "1985-XX-XX": "some day in 1985",
    "1985-04-12/..": "from 12 April 1985",
    "1985-04/..": "from April 1985",
    "1985/..": "from 1985",
    "../1985-04-12": "until 12 April 1985",
    "../1985-04": "until April 1985",
    "../1985": "until 1985",
    "1985-04-12/": "from 12 April 1985 to an unknown date",
    "1985-04/": "from April 1985 to an unknown date",
    "1985/": "from 1985 to an unknown date",
    "/1985-04-12": "from an unknown date to 12 April 1985",
    "/1985-04": "from an unknown date to April 1985",
    "/1985": "from an unknown date to 1985",
    "-1985": "1986 BC",
    "1984~/2004-06": "about 1984 – June 2004",
    "1984/2004-06~": "1984 – about June 2004",
    "1984?/2004%": "perhaps 1984 – perhaps about 2004",
    "1984~/2004~": "about 1984 – about 2004",
    "1984-06?/2004-08?": "perhaps June 1984 – perhaps August 2004",
    "1984-06-02?/2004-08-08~": "perhaps 2 June 1984 – about 8 August 2004",
    "1984-06-02?/": "from perhaps 2 June 1984 to an unknown date",
    # level 2: parts of a year
    "2001-25": "northern spring 2001",
    "2001-29": "southern spring 2001",
    "2001-30": "southern summer 2001",
    "2001-34": "the second quarter of 2001",
    "2001-39": "the last third of 2001",
    "2001-41": "the second half of 2001",
    # qualified parts
    "2004?-06-11": "11 June 2004 (year uncertain)",
    "2004-06~-11": "11 June 2004 (year and month approximate)",
    "2004-06-~11": "11 June 2004 (day approximate)",
    "2004-%06-11": "11 June 2004 (month approximate and uncertain)",
    "2004-%06": "June 2004 (month approximate and uncertain)",
    "2004-?06-?11": "11 June 2004 (month and day uncertain)",
    "2004?-06-~11": "11 June 2004 (year uncertain, day approximate)",
    "2004?-%06": "June 2004 (year uncertain, month approximate and uncertain)",
    "2004?-~06-~04": "4 June 2004 (year uncertain, month and day approximate)",
    "2011-~06-~04": "4 June 2011 (month and day approximate)",
    # unknown digits
    "156X-12-25": "25 December of some year in the 1560s",
    "15XX-12-25": "25 December of some year in the 16th century",
    "XXXX-12-XX": "some day in December of an unknown year",
    "1XXX-XX": "some month between 1000 and 1999",
    "1XXX-12": "December of some year between 1000 and 1999",
    "1560-XX-25": "the 25th of some month in 1560",
    "15XX-12-XX": "some day in December of some year in the 16th century",
    "XXXX-XX-23": "the 23rd of some month in an unknown year",
    "156X-24": "winter of some year in the 1560s",
    "2004-06-~01/2004-06-~20": "1 June 2004 (day approximate) – 20 June 2004 (day approximate)",
    "2004-06-XX/2004-07-03": "some day in June 2004 – 3 July 2004",
    # sets
    "[1667,1668,1670..1672]": "1667, 1668 or 1670–1672",
    "[..1760-12-03]": "3 December 1760 or earlier",
    "[1760-12..]": "December 1760 or later",
    "[1760-01,1760-02,1760-12..]": "January 1760, February 1760 or December 1760 or later",
    "[1667,1760-12]": "1667 or December 1760",
    "[..1984]": "1984 or earlier",
    "{1667,1668,1670..1672}": "1667, 1668 and 1670–1672",
    "{1960,1961-12}": "1960 and December 1961",
    "{..1984}": "1984 and all earlier",
    "[1789-07-12,1789-07-13]": "12 or 13 July 1789",
    "{1914-08-01,1914-08-03,1914-08-04}": "1, 3 and 4 August 1914",
    # significant digits
    "1950S2": "about 1950, between 1900 and 1999",
    "1953S3": "about 1953, between 1950 and 1959",
}


@pytest.mark.parametrize(("edtf", "words"), WORDS.items())
def test_an_example_is_kept_and_worded(edtf: str, words: str) -> None:
    value = parse_edtf(edtf)
    assert str(value) == edtf
    assert value.words() == words


@pytest.mark.parametrize(
    ("edtf", "same"),
    [
        ("?2004-%06", "2004?-%06"),
        ("?2004-06-~11", "2004?-06-~11"),
        ("~1945-~01-~01", "1945-01-01~"),
        ("?1945", "1945?"),
        ("2004?-06-11~", "2004%-~06-~11"),
        ("[1667, 1668, 1670..1672]", "[1667,1668,1670..1672]"),
        ("{1960, 1961-12}", "{1960,1961-12}"),
    ],
)
def test_what_can_be_written_in_two_ways_is_the_same(edtf: str, same: str) -> None:
    assert parse_edtf(edtf) == parse_edtf(same)
    assert str(parse_edtf(edtf)) == same


@pytest.mark.parametrize(
    ("edtf", "part"),
    [
        ("1985-04-12T23:20:30", "T23:20:30"),
        ("1985-04-12T23:20:30Z", "T23:20:30Z"),
        ("1985-04-12T23:20:30+04:30", "T23:20:30+04:30"),
        ("Y170000002", "Y170000002"),
        ("Y-17E7", "Y-17E7"),
        ("Y3388E2S3", "Y3388E2S3"),
        ("Y171010000S3", "Y171010000S3"),
        ("1984-1X", "1X"),
    ],
)
def test_what_cannot_be_kept_is_named(edtf: str, part: str) -> None:
    with pytest.raises(ValueError, match="cannot be kept") as refused:
        parse_edtf(edtf)
    assert str(refused.value).startswith(f"'{edtf}': '{part}' cannot be kept; ")


@pytest.mark.parametrize(
    "text",
    [
        "Y17E7-12-26",
        "2016-13-08",
        "2016-02-39",
        "-0000-01-01",
        "2004-(06)?-11",
        "(2011)-06-04~",
        "1985?~",
        "[1667,]",
        "[]",
        "{}",
        "[1667..1668..1670]",
        "1985-04-12/1985-04-13/1985-04-14",
    ],
)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"'|there is no"):
        parse_edtf(text)


def _their_day(told: Any) -> int:
    return day_number(Calendar.GREGORIAN, *told[:3])


# It ends a winter with the year, and has no winter of some year.
_OTHERWISE = {"2010-24", "2001-30", "156X-24"}
_SAME = [
    edtf for edtf in WORDS if edtf[0] not in "[{" and "S" not in edtf and edtf not in _OTHERWISE
]


@pytest.mark.parametrize("edtf", _SAME)
def test_an_example_spans_the_days_that_the_package_edtf_says(edtf: str) -> None:
    value, other = parse_edtf(edtf), theirs.parse_edtf(edtf)
    first, last = value.days(Calendar.GREGORIAN)
    if "/" not in edtf or edtf[:1] not in "./":
        assert first == _their_day(other.lower_strict())
    if "/" not in edtf or edtf[-1] not in "./":
        assert last == _their_day(other.upper_strict())
