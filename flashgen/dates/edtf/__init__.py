"""Values of dates: a day, a month, a season or less, in no calendar of their own.

They are those of EDTF (ISO 8601-2:2019; https://www.loc.gov/standards/datetime/), levels 0 to 2:

    1917-11-07   1917-11   1917         a day, a month, a year
    1917-21 … 1917-41                   seasons, quarters and other parts of a year
    186X   18XX   1917-XX   1917-XX-XX  a decade, a century; some month, some day
    1560-XX-25   156X-12-25             any digits that nobody knows
    1917-10~   1917?   1917-10%         approximate, uncertain, both
    1917-~10-11   1917?-10-11           the same of some parts only
    1950S2                              estimated: two digits are sure
    1914-08/1918-11   1914/..   1914/   an interval; an end that is open, or not known
    [1815-06-10,1815-06-11]             one of some; with ".." all between, before or after
    {1667,1668,1670..1672}              all of them
    -0043-03-15   -02XX                 44 BC; the third century BC (years are astronomical)

Refused are a time of day, years that the calendars do not count (see flashgen.dates.calendars),
and a number of which only one digit is known (1984-1X), for which a set says the same.
"""

from flashgen.dates.edtf.reading import parse_edtf, require_days
from flashgen.dates.edtf.values import DateInterval, DateSet, DateValue, Edtf
from flashgen.dates.edtf.wording import SEASONS, in_words

__all__ = [
    "SEASONS",
    "DateInterval",
    "DateSet",
    "DateValue",
    "Edtf",
    "in_words",
    "parse_edtf",
    "require_days",
]
