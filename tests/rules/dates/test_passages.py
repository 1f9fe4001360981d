"""Whole passages, and the text as it is."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashgen.dates.calendars import Calendar, day_number, from_day_number
from flashgen.dates.historical import Stated
from flashgen.english.numbers import MONTHS
from flashgen.reading import read_article
from flashgen.rules.dates import find_dates
from tests.rules.dates.rows import marked, readings, unmarked
from tests.rules.found import dates

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
