import pytest

from briefing.checks.digits import figures
from briefing.language.en.vocabulary import VOCABULARY as ENGLISH

FREE = """
Relations date from 5 November 1921.
On November 5, 1921 the agreement was signed.
The visit took place on 2–3 September 2019.
The visit of 2 and 3 September 2019 was official.
It ran from 2 to 7 September.
The 3rd of September 2014 was the day of the visit.
In September 2014 the President came.
By Sept. 2014 it was in force.
The agreement of 2014-09-03 entered into force on 14.11.2014.
Signed on 2014.09.03, it entered into force on 2014/11/14.
As of 2025-09 nothing had changed.
In 2014 exports fell.
The index of exports (2015 = 100) rose.
The index, 2015=100, rose.
In 2014 students from Mongolia went to Moscow.
The 2014 agreements hold.
Its 2019 treaties hold.
Since 2005 trade has grown; until 1990 it had not.
The treaties of 1993, 1995 and 2019 remain.
Between 2005 and 2025 imports rose.
Investment over 1990–2014 was modest.
The school year 2013/14 was the last.
The years 2013-14 were hard.
In the 1990s trade collapsed.
In the early 1990s and the mid-2000s it changed.
The post-1990 order and the pre-2014 figures differ.
By 2030 the railway will be built.
2014 was a good year.
2019 treaty
The 75th anniversary of the victory at Khalkhin Gol.
In the 20th century relations were close.
The 21st-century railway.
The G20 and the G7 met; ASEM did too.
The manual BPM6 is followed, as is HS05 and DT_NSO_1400_006V3.
During COVID-19 the border was closed.
T-72 tanks and Su-30 aircraft.
The 5G network is planned.
CO2 emissions are not covered.
Article 5 of the treaty applies.
Articles 5 and 6 of the treaty, and Article 12(3), apply.
Section 2.1 and Chapter 3 explain it.
Under Resolution 1325 of the Security Council.
The pipeline Power of Siberia 2 is discussed.
A Boeing 737 flies there.
ISO 9001 is followed.
The Agenda 2030 and Vision 2050 are cited.
The President said: “Trade will reach 10 billion dollars.”
He spoke of "30 days and 500 visitors".
The ministry called it ‘a gap of 30 points’.
See https://example.org/2014/61.6 or write to desk7@example.org.
The Q3 2014 figures are final.
The term ended in 2016.
Trade in 2014: the record.
(1949)
China (1949) and Japan (1972).
The second stage (2011–2014) is over.
The founding year, 1921, is marked.
Ulan Bator, founded in 1639, was called Urga.
Chinggis Khaan died in 1227.
It was built in 221 BC.
From 2011 on it rose.
Mongolia’s 2025 edition of the law.
Prices of the ’90s.
No digits here, three fields and twenty companies.
The latest source (2011), to be confirmed.
May 1945 and 9 May 1945.
Monday, 5 May 2014
The 2014–2018 presidents
The years 1921 and 1922
Law No. 5 of 1993.
the year 2014 treaties were signed
Call +976 11 26-23-61 or 11-26-23-61.
Call +976 99 112 233, or the switchboard at +7 (495) 123-45-67.
The train leaves at 17:35 and arrives at 9:05.
Resolution A/RES/70/1 and Directive 2014/95/EU apply.
""".strip().splitlines()

BOUND = {
    "Exports came to 61.6 million US dollars.": ["61.6"],
    "Exports were US$62 million in 2014.": ["62"],
    "Trade rose by 12% in 2014.": ["12"],
    "Trade rose by 12 percent.": ["12"],
    "Trade rose by 3.9 percentage points.": ["3.9"],
    "Visitors may stay for 30 days.": ["30"],
    "Visitors may stay for up to 30 days in any 180 days.": ["30", "180"],
    "A 30-day stay.": ["30"],
    "Some 2000 students went.": ["2000"],
    "2,760 Mongolian students studied there.": ["2,760"],
    "It was attended by 2000 people.": ["2000"],
    "In 2014 1500 students went.": ["1500"],
    "In 2014, 1500 students went.": ["1500"],
    "They sent 1500 students.": ["1500"],
    "The road is 1500 km long.": ["1500"],
    "It cost 2014 dollars.": ["2014"],
    "It rose by +10 000 000 dollars.": ["10", "000", "000"],
    "It cost 10-15-20 million.": ["10", "15", "20"],
    "At a ratio of 3:2 and a scale of 1:500.": ["3", "2", "1", "500"],
    "It imports 40/60 percent.": ["40", "60"],
    "It cost $2014.": ["2014"],
    "The index (2015 = 140) rose.": ["140"],
    "It came to = 100 million.": ["100"],
    "It cost USD 2014.": ["2014"],
    "It cost USD500.": ["500"],
    "It cost US$500m and 30bn roubles.": ["500", "30"],
    "It is the 2nd largest supplier.": ["2"],
    "Russia ranked 4th.": ["4"],
    "Russia came in 4th place.": ["4"],
    "Russia was 2nd among suppliers.": ["2"],
    "Turnover reached 1700 in that year.": ["1700"],
    "In 30 years nothing changed.": ["30"],
    "Over 500 companies take part.": ["500"],
    "About 5 agreements were signed.": ["5"],
    "Russia 60, China 91.": ["60", "91"],
    "sold to Russia 60 and to China 91": ["60", "91"],
    "Exports 61 and imports 90": ["61", "90"],
    "The balance was −1500.": ["1500"],
    "0.6": ["0.6"],
    "Of 14 partners, 2 matter.": ["14", "2"],
    "It imported 46 times as much.": ["46"],
    "A rise of 1/3.": ["1", "3"],
    "2800": ["2800"],
    "It has 21 aimags.": ["21"],
    "the 2 countries": ["2"],
    "costs 10–15 million": ["10", "15"],
    "costs of 1990–2014 million": ["1990", "2014"],
    "between 1200 and 1500 tonnes": ["1200", "1500"],
    "He said “so” 30 times.": ["30"],
    "in 2014 it was 1,549.3": ["1,549.3"],
    "the financing of Acrow Bridge’s 186 bridges": ["186"],
    "at 3 September-type rates of 5": ["5"],
}


@pytest.mark.parametrize("sentence", FREE)
def test_dates_names_and_quotations_need_no_fact(sentence: str) -> None:
    assert list(figures(sentence, ENGLISH, {"Russia", "China"})) == []


@pytest.mark.parametrize("sentence", BOUND)
def test_figures_need_a_fact(sentence: str) -> None:
    found = [figure for _, figure in figures(sentence, ENGLISH, {"Russia", "China"})]
    assert found == BOUND[sentence]


def test_a_cell_of_its_own_is_a_year_only_near_our_time() -> None:
    assert list(figures("1921", ENGLISH, alone=True)) == []
    assert list(figures("1500", ENGLISH, alone=True)) == [(0, "1500")]


def test_the_offset_is_that_of_the_figure() -> None:
    assert list(figures("In 2014 it was 61.6.", ENGLISH)) == [(15, "61.6")]
