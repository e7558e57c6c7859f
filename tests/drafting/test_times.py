"""Time expressions: a table of our own sentences, seen from Wednesday 8 May 2024, and what holds for any text."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.drafting.times import find_times
from explainer.drafting.times_calendar import easter, holiday, interval, value_of
from explainer.drafting.times_published import infer_published
from explainer.drafting.times_words import number
from explainer.ingest.blocks import article_from_text

TODAY = "2024-05-08"

TABLE = """
# weekdays: the one before, unless the sentence looks ahead
The bridge shut on Friday. | Friday DATE 2024-05-03
The bridge will open on Friday. | Friday DATE 2024-05-10
They met Wednesday and signed. | Wednesday DATE 2024-05-08
The council is expected to meet Monday. | Monday DATE 2024-05-13
The council was to be told on Friday. | Friday DATE 2024-05-10
The mayor resigned last Friday. | last Friday DATE 2024-05-03
The mayor resigns next Friday. | next Friday DATE 2024-05-10
The fishers protested late Saturday. | late Saturday TIME 2024-05-04TEV
By early Sunday it was quiet. | early Sunday TIME 2024-05-05TMO
Late on Saturday it was quiet. | Late on Saturday TIME 2024-05-04TEV
They announced a reopening for Friday. | Friday DATE 2024-05-10
On Thursday, Ahmed and his father are to travel. | Thursday DATE 2024-05-09
It began on Saturday night. | Saturday night TIME 2024-05-04TNI
It began early Sunday morning. | early Sunday morning TIME 2024-05-05TMO
The ferry could leave as early as Thursday. | Thursday DATE 2024-05-09
After Sunday's vote they went home. | Sunday DATE 2024-05-05
The mayor postponed the vote until Friday. | Friday DATE 2024-05-10
If he is not here by Friday, we shall leave. | Friday DATE 2024-05-10
She urged both sides to go back to the table before Friday. | Friday DATE 2024-05-10
They managed to leave before Friday. | Friday DATE 2024-05-03
Parents have until Friday to complain. | Friday DATE 2024-05-10
They agreed to meet on Friday. | Friday DATE 2024-05-10
The rain will hit on Friday. | Friday DATE 2024-05-10
The deal takes effect on Friday. | Friday DATE 2024-05-10
The funeral is on Friday. | Friday DATE 2024-05-10
The council approved the plan on Friday. | Friday DATE 2024-05-03
The union plans a rally on Friday. | Friday DATE 2024-05-10
A man called Sun sat down. |
She confirmed that Monday would be a holiday. | Monday DATE 2024-05-13
They said on Monday that Tuesday's talks would go on. | Monday DATE 2024-05-06 ; Tuesday DATE 2024-05-07
Friday's march is expected to draw thousands. | Friday DATE 2024-05-10
They play on Wednesday next week. | Wednesday DATE 2024-05-15 ; next week DATE 2024-W20
The vote was delayed to December. | December DATE 2024-12
“What we saw yesterday was a crime,” he said on Sunday. | yesterday DATE 2024-05-04 ; Sunday DATE 2024-05-05
“We leave tomorrow.” On Sunday they were gone. | tomorrow DATE 2024-05-09 ; Sunday DATE 2024-05-05
The curfew is in force from 10 p.m. to 6 a.m. | 10 p.m. TIME 2024-05-08T22:00 ; 6 a.m. TIME 2024-05-09T06:00
It shut at Christmas. The ruling, 90 pages long and read out in full by a clerk, took effect at 11 a.m. | Christmas DATE 2023-12-25 ; 11 a.m. TIME 2024-05-08T11:00
They came on Saturday morning. In the afternoon they left. | Saturday morning TIME 2024-05-04TMO ; the afternoon TIME 2024-05-04TAF
By evening it was quiet. | evening TIME 2024-05-08TEV
The vote is set for Sunday. It shut on the previous day. | Sunday DATE 2024-05-12 ; the previous day DATE 2024-05-07
She resigned on that Monday. | that Monday DATE 2024-05-06
The mayor declared Sunday a day of mourning. | Sunday DATE 2024-05-12 ; a day DURATION P1D
The union called for a march on Saturday. | Saturday DATE 2024-05-11
The union called a strike on Tuesday. | Tuesday DATE 2024-05-07
She urged the fishers to take to the streets on Saturday. | Saturday DATE 2024-05-11
The mayor announced a curfew from Friday evening until Monday morning. | Friday evening TIME 2024-05-10TEV ; Monday morning TIME 2024-05-13TMO
They fought from Thursday to Sunday. | Thursday DATE 2024-05-02 ; Sunday DATE 2024-05-05
The court was due to rule on Tuesday. | Tuesday DATE 2024-05-07
The vote had been scheduled for debate on Monday. | Monday DATE 2024-05-06
The hearing was moved to Friday. | Friday DATE 2024-05-10
The law comes into force on Friday. | Friday DATE 2024-05-10
The law came into force on Friday. | Friday DATE 2024-05-03
Ahead of Sunday's vote, both sides traded charges. | Sunday DATE 2024-05-12
They claimed the blame for Friday's attack. | Friday DATE 2024-05-03
The mayor faces trial on Friday. | Friday DATE 2024-05-10
They will probably have to pay on Friday. | Friday DATE 2024-05-10
They had to pay on Friday. | Friday DATE 2024-05-03
It fell at 3:30 am (0030 GMT) on Tuesday. | 3:30 am TIME 2024-05-07T03:30 ; 0030 GMT TIME 2024-05-07T00:30 ; Tuesday DATE 2024-05-07
# days around the day of writing
The bridge shut yesterday. | yesterday DATE 2024-05-07
It opens tomorrow morning. | tomorrow morning TIME 2024-05-09TMO
It rains today. | today DATE 2024-05-08
She arrived the day before yesterday. | the day before yesterday DATE 2024-05-06
She leaves the day after tomorrow. | the day after tomorrow DATE 2024-05-10
She spoke late yesterday. | late yesterday TIME 2024-05-07TEV
She spoke last night. | last night TIME 2024-05-07TNI
She spoke this morning. | this morning TIME 2024-05-08TMO
The show is tonight. | tonight TIME 2024-05-08TNI
“We saw it yesterday,” she said. | yesterday DATE 2024-05-07
# full dates
It shut on May 6, 2024. | May 6, 2024 DATE 2024-05-06
It shut on 6 May 2024. | 6 May 2024 DATE 2024-05-06
It shut on Saturday, June 24, 2023, at sea. | Saturday, June 24, 2023 DATE 2023-06-24
It shut on Saturday, 24 June 2023. | Saturday, 24 June 2023 DATE 2023-06-24
It shut on the 6th of May 2024. | the 6th of May 2024 DATE 2024-05-06
It shut on May 6th. | May 6th DATE 2024-05-06
It shut on 2024-05-06. | 2024-05-06 DATE 2024-05-06
It shut on 05/06/24. | 05/06/24 DATE 2024-05-06
It shut on 26/06/2023. | 26/06/2023 DATE 2023-06-26
It shut on 31/02/2023. |
# dates without a year: the nearest, by tense
It opened on Nov. 16. | Nov. 16 DATE 2023-11-16
It will open on Nov. 16. | Nov. 16 DATE 2024-11-16
It opens on June 1. | June 1 DATE 2024-06-01
It shut on 30 April. | 30 April DATE 2024-04-30
They fought from May 6 and 7. | May 6 DATE 2024-05-06 ; 7 DATE 2024-05-07
They fought between January 12 and January 16, 1936. | January 12 DATE 1936-01-12 ; January 16, 1936 DATE 1936-01-16
# months
It shut in March 1996. | March 1996 DATE 1996-03
It shut in December. | December DATE 2023-12
It will open in December. | December DATE 2024-12
It shut in early April. | early April DATE 2024-04
It shut in mid-January. | mid-January DATE 2024-01
It shut at the end of March. | the end of March DATE 2024-03
It shut last May. | last May DATE 2023-05
It shut in July last year. | July last year DATE 2023-07
It may rain. |
It opens in May. | May DATE 2024-05
Their march began. |
June Miller went home. |
# years, decades, centuries
It was built in 1950. | 1950 DATE 1950
It was built in mid-1996. | mid-1996 DATE 1996
It was built in early 1997. | early 1997 DATE 1997
It was built between 1914 and 1918. | 1914 DATE 1914 ; 1918 DATE 1918
It cost $1950. |
They sent 2000 soldiers. |
A survey of 1709 schoolchildren was read. |
It is a 2000 year old tradition. |
He came in the year 2000. | the year 2000 DATE 2000
He came in nineteen ninety-seven. | nineteen ninety-seven DATE 1997
He came in the 1990s. | the 1990s DATE 199
He came in the late 1970s. | the late 1970s DATE 197
He came in the '80s. | the '80s DATE 198
He came in the nineties. | the nineties DATE 199
It was lost in the 20th century. | the 20th century DATE 19
The eleventh century was cold. | The eleventh century DATE 10
Carthage fell in 146 BC. | 146 BC DATE BC0146
# this and last
It shut last week. | last week DATE 2024-W18
It opens next week. | next week DATE 2024-W20
It opens later this week. | later this week DATE 2024-W19
It shut earlier this year. | earlier this year DATE 2024
It shut last month. | last month DATE 2024-04
It shut last year. | last year DATE 2023
It opens early next year. | early next year DATE 2025
It opens by the end of the year. | the end of the year DATE 2024
It rained over the weekend. | the weekend DATE 2024-W18-WE
It opens on the first Saturday in June. | the first Saturday in June DATE 2024-06-01
It flooded on the last Monday of April 2023. | the last Monday of April 2023 DATE 2023-04-24
They fled at the weekend. | the weekend DATE 2024-W18-WE
In this century all is new. | this century DATE 20
# so long ago
It shut a year ago. | a year ago DATE 2023
It shut two years ago. | two years ago DATE 2022
It shut five months ago. | five months ago DATE 2023-12
It shut six weeks ago. | six weeks ago DATE 2024-W13
It shut 10 days ago. | 10 days ago DATE 2024-04-28
It shut more than a decade ago. | more than a decade ago DATE 2014
It shut several years ago. | several years ago DATE PAST_REF
It shut on May 1. Two days later it opened. | May 1 DATE 2024-05-01 ; Two days later DATE 2024-05-03
It shut on May 1. The next day it opened. | May 1 DATE 2024-05-01 ; The next day DATE 2024-05-02
It was built in 1950. That year it rained. | 1950 DATE 1950 ; That year DATE 1950
It was built in 1950. The following year it rained. | 1950 DATE 1950 ; The following year DATE 1951
# seen from the sentence
The minister flies home on Friday. | Friday DATE 2024-05-10
It shut in September 2020. The following spring it opened. | September 2020 DATE 2020-09 ; The following spring DATE 2021-SP
It shut. Nobody would have believed it on Monday evening. | Monday evening TIME 2024-05-06TEV
The talks could last until autumn. | autumn DATE 2024-FA
It could drag on into the winter. | the winter DATE 2024-WI
The plan is ready for the autumn. | the autumn DATE 2024-FA
It shut on May 1. They had come the day before. | May 1 DATE 2024-05-01 ; the day before DATE 2024-04-30
They came the day before the vote. |
It rained in May 2021. In July of that year it shut. | May 2021 DATE 2021-05 ; July of that year DATE 2021-07
It shut on May 1. They had come the night before. | May 1 DATE 2024-05-01 ; the night before TIME 2024-04-30TNI
The police came just before dawn. | dawn TIME 2024-05-08TMO
The police came in the early hours, unseen. | the early hours TIME 2024-05-08TMO
Later in the day the bridge was open. | Later in the day DATE 2024-05-08
The light was back in the morning, but not the water. | the morning TIME 2024-05-08TMO
They left early in the morning. | early in the morning TIME 2024-05-08TMO
Patients waited in the early afternoon. | the early afternoon TIME 2024-05-08TAF
She told them so in the morning. | the morning TIME 2024-05-08TMO
He reads in the morning. |
On Friday they left at daybreak. | Friday DATE 2024-05-03 ; daybreak TIME 2024-05-03TMO
It shut on Monday, hours after a storm. | Monday DATE 2024-05-06 ; hours DURATION PTXH
We urge both sides to step back in the hours ahead. | the hours ahead DURATION PTXH
It passed all tests, the latest six weeks ago. | six weeks ago DATE 2024-W13
The strike began at 2 a.m. and is to end on Saturday. | 2 a.m. TIME 2024-05-08T02:00 ; Saturday DATE 2024-05-11
A curfew stays in force until Friday. | Friday DATE 2024-05-10
# seasons and holidays
It shut last summer. | last summer DATE 2023-SU
It shut in the winter of 1994. | the winter of 1994 DATE 1994-WI
It opens this autumn. | this autumn DATE 2024-FA
Prices fall. |
It may open by Christmas. | Christmas DATE 2024-12-25
It shut at Christmas, it seems. | Christmas DATE 2023-12-25
It shut at Christmas. | Christmas DATE 2023-12-25
It shut on Christmas Day 1998. | Christmas Day 1998 DATE 1998-12-25
It shut last Thanksgiving. | last Thanksgiving DATE 2023-11-23
Ada Easter went home. |
It shut on Good Friday. | Good Friday DATE 2024-03-29
# quarters
Profit rose in the third quarter of 2023. | the third quarter of 2023 DATE 2023-Q3
Profit rose in the first quarter. | the first quarter DATE 2024-Q1
First-quarter profit rose. | First-quarter DATE 2024-Q1
Profit rose in Q3 2023. | Q3 2023 DATE 2023-Q3
Profit rose in the second half of 2023. | the second half of 2023 DATE 2023-H2
Profit rose in the first quarter from $2 a year earlier. | the first quarter DATE 2024-Q1 ; a year earlier DATE 2023-Q1
Profit rose in the first quarter from a year-earlier loss. | the first quarter DATE 2024-Q1 ; year-earlier DATE 2023-Q1
It must be done by year-end. | year-end DATE 2024
Profit fell in fiscal 2023. | fiscal 2023 DATE 2023
# durations
It took three days. | three days DURATION P3D
It took more than four hours. | more than four hours DURATION PT4H
It took six to eight weeks. | six to eight weeks DURATION P6W
It could last six to eight weeks. | six to eight weeks DURATION P6W
They stayed three nights. | three nights DURATION P3NI
It was the third fire in as many months. |
It took a week. | a week DURATION P1W
It took two and a half years. | two and a half years DURATION P2Y6M
It took a minute and a half. | a minute and a half DURATION PT1M30S
It took 2 1/2 hours. | 2 1/2 hours DURATION PT2H30M
It took two to three weeks. | two to three weeks DURATION P2W
It took several months. | several months DURATION PXM
It took a few minutes. | a few minutes DURATION PTXM
They rained within hours of the vote. | hours DURATION PTXH
Hours later, the town denied it. | Hours DURATION PTXH
She fled only days after the vote. | days DURATION PXD
They came hours before the storm. | hours DURATION PTXH
In its final hours before the storm the town was quiet. |
Months of rain have flooded the town. | Months DURATION PXM
It was quiet for decades. | decades DURATION PXDE
It costs $16.50 an hour. | an hour SET PT1H
It will rain for the next decade. | the next decade DURATION P10Y
It rained this past weekend. | this past weekend DATE 2024-W18-WE
She works for USA TODAY. |
She was in her early 20s. |
It was kept open until Sunday. | Sunday DATE 2024-05-05
It shut on June 16th of last year. | June 16th of last year DATE 2023-06-16
It took two decades. | two decades DURATION P20Y
It rained for the past two months. | the past two months DURATION P2M
It will rain for the next few days. | the next few days DURATION PXD
They signed a ten-year lease. | ten-year DURATION P10Y
The day-long march ended. | day-long DURATION P1D
It was a yearlong wait. | yearlong DURATION P1Y
Nearly two hundred years passed. | Nearly two hundred years DURATION P200Y
# neither ages nor shares are times
The man is 35 years old. |
The 35-year-old man left. |
It grew to three-quarters of the town. |
A quarter of them left. |
# clock times
It shut at 3 p.m. on Friday. | 3 p.m. on Friday TIME 2024-05-03T15:00
It shut on Friday at noon. | Friday at noon TIME 2024-05-03T12:00
It shut at dawn on Friday. | dawn on Friday TIME 2024-05-03TMO
It fell before dawn Friday. | dawn Friday TIME 2024-05-03TMO
It fell early on Wednesday, May 1, 2024. | early on Wednesday, May 1, 2024 TIME 2024-05-01TMO
It fell late Tuesday, April 30. | late Tuesday, April 30 TIME 2024-04-30TEV
It fell at dawn on Friday, May 3, 2024. | dawn on Friday, May 3, 2024 TIME 2024-05-03TMO
They left at midnight. | midnight TIME 2024-05-08T00:00
On Monday it rained. By midnight they were gone. | Monday DATE 2024-05-06 ; midnight TIME 2024-05-06T24:00
It shut in the small hours of Friday. | the small hours of Friday TIME 2024-05-03TMO
It shut on the evening of Saturday, 4 May. | the evening of Saturday, 4 May TIME 2024-05-04TEV
It was open between 6 p.m. and midnight. | 6 p.m. TIME 2024-05-08T18:00 ; midnight TIME 2024-05-08T24:00
The bus left at ten past four. | ten past four TIME 2024-05-08T04:10
Five to six people left. |
It shut at 11 p.m. (2200 GMT). | 11 p.m. TIME 2024-05-08T23:00 ; 2200 GMT TIME 2024-05-08T22:00
It shut at 10:35 a.m. Sunday. | 10:35 a.m. Sunday TIME 2024-05-05T10:35
It shut at 15:30 GMT yesterday. | 15:30 GMT yesterday TIME 2024-05-07T15:30
It shut at noon Saturday. | noon Saturday TIME 2024-05-04T12:00
It opens at 9 a.m. EST Tuesday. | 9 a.m. EST Tuesday TIME 2024-05-14T09:00
It opened at 12 a.m. | 12 a.m. TIME 2024-05-08T00:00
It opened at 25:10. |
They won 2:45 in the end. |
On the night of April 18, 1775 it rained. | the night of April 18, 1775 TIME 1775-04-18TNI
# a day from the sentences before, or the next one
It shut in 2019. A day later it opened. | 2019 DATE 2019 ; A day later DATE XXXX-XX-XX
They spoke on Saturday morning. The rain had come in from the sea and the farmers were out in the wet fields of the valley with their carts and their oxen when the bell of the old church began to ring over the empty streets of the port. The mayor rang at around 11:00 am. By 5:00 pm the storm had passed. It cleared that evening. | Saturday morning TIME 2024-05-04TMO ; around 11:00 am TIME 2024-05-04T11:00 ; 5:00 pm TIME 2024-05-04T17:00 ; that evening TIME 2024-05-04TEV
It rained overnight. They heard it soon after 2am. | overnight TIME 2024-05-08TNI ; 2am TIME 2024-05-08T02:00
It broke on Monday. Two were still missing by noon. | Monday DATE 2024-05-06 ; noon TIME 2024-05-08T12:00
Polls close on Sunday, and voters go to the polls again on Monday. | Sunday DATE 2024-05-12 ; Monday DATE 2024-05-13
Flights will be suspended from Tuesday night. | Tuesday night TIME 2024-05-14TNI
They called off a race they had planned for Tuesday evening. | Tuesday evening TIME 2024-05-07TEV
It was calmer overnight than the night before. | overnight TIME 2024-05-08TNI ; the night before TIME 2024-05-06TNI
It struck at 1 a.m. on Tuesday. The boat left at 1 a.m. (2300 GMT). | 1 a.m. on Tuesday TIME 2024-05-07T01:00 ; 1 a.m. TIME 2024-05-07T01:00 ; 2300 GMT TIME 2024-05-06T23:00
It came in the spring of 2022 and went that September. | the spring of 2022 DATE 2022-SP ; that September DATE 2022-09
It will not open before summer. | summer DATE 2024-SU
It burned within the hour, after weeks of rain. | the hour DURATION PT1H ; weeks DURATION PXW
It may open later, most likely on Friday. | Friday DATE 2024-05-10
It rained overnight Monday. | overnight Monday TIME 2024-05-06TNI
Hours later it shut. | Hours DURATION PTXH
They had waited since the morning. | the morning TIME 2024-05-08TMO
# how often
It rains every day. | every day SET P1D
It rains each Thursday. | each Thursday SET XXXX-WXX-4
They meet Tuesday nights. | Tuesday nights SET XXXX-WXX-2TNI
They meet Mondays. | Mondays SET XXXX-WXX-1
They meet twice a week. | twice a week SET P1W
They meet every Tuesday and Thursday. | every Tuesday SET XXXX-WXX-2 ; Thursday SET XXXX-WXX-4
It is open every weekday. | every weekday SET XXXX-WXX-WD
They meet on the first Sunday of each month. | the first Sunday of each month SET XXXX-WXX-7
It costs $5 a year. | a year SET P1Y
They meet daily. | daily SET P1D
They meet every two years. | every two years SET P2Y
The Osthaven Daily News wrote it. |
# words that point at no date
It happens every now and again. |
It is now shut. | now DATE PRESENT_REF
It was recently shut. | recently DATE PAST_REF
It will open in the near future. | the near future DATE FUTURE_REF
In recent years it rained. | recent years DATE PAST_REF
These days it rains. | These days DATE PRESENT_REF
At the same time it rained. |
The former mayor still waits. |
"""


def rows():
    for line in TABLE.strip().splitlines():
        if not line.startswith("#"):
            text, _, expected = line.partition(" |")
            yield text, [tuple(part.strip().rsplit(" ", 2)) for part in expected.split(";") if part.strip()]


def found(text, published=TODAY):
    article = article_from_text(text)
    return [(article.words(t.span), t.type, t.value) for t in find_times(article, published)]


@pytest.mark.parametrize(
    ("text", "expected"), list(rows()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_the_table(text, expected):
    assert found(text) == expected


def test_without_a_date_relative_times_stay_relative():
    text = "It shut on Friday, the day after May 6; last week it rained, and tomorrow it opens. It was built in 1950."
    assert found(text, None) == [
        ("Friday", "DATE", "XXXX-WXX-5"), ("May 6", "DATE", "XXXX-05-06"), ("last week", "DATE", None),
        ("tomorrow", "DATE", "XXXX-XX-XX"), ("1950", "DATE", "1950"),
    ]  # fmt: skip
    assert all(t.earliest is None for t in find_times(article_from_text(text), None)[:4])


def test_what_a_value_is_counted_from():
    article = article_from_text(
        "It shut on Friday. Two days later it opened. It was built in 1950; it took three days."
    )
    times = find_times(article, TODAY)
    assert [(t.id, t.anchor) for t in times] == [
        ("t1", "published"),
        ("t2", "t1"),
        ("t3", None),
        ("t4", None),
    ]
    assert times[1].value == "2024-05-05"


def test_early_sunday_begins_at_midnight():
    times = find_times(article_from_text("By early Sunday it was quiet."), TODAY)
    assert (times[0].earliest, times[0].latest) == ("2024-05-05T00:00", "2024-05-05T11:59")


def test_no_time_runs_over_the_end_of_a_block():
    assert found("The vote is in May\n\n6 people came to the town hall to see it.") == [
        ("May", "DATE", "2024-05")
    ]


def test_a_caption_dates_itself_only():
    text = "It rained on Tuesday.\n\nThe mayor meets fishers in Osthaven on April 2, 2024.\n\nThey had come the day before."
    assert [value for *_, value in found(text)] == ["2024-05-07", "2024-04-02", "2024-05-06"]


def test_a_history_leans_on_its_own_dates():
    text = (
        "In June 1936 the army rose. On 18 July it took the south. In August 1936 it marched north. In September the city "
        "fell. The war of 1936 lasted until April 1939. In January 1938 it snowed; in March 1938 the front broke, and on "
        "9 March the town was lost. In December 1938 the last attack began."
    )
    values = {words: value for words, _, value in found(text)}
    assert values["18 July"] == "1936-07-18"
    assert values["September"] == "1936-09"
    assert values["9 March"] == "1938-03-09"


def test_a_history_goes_on_into_the_next_year():
    text = (
        "In June 1936 the army rose. In August 1936 it marched north. In November 1936 the city held out; it was a winter of "
        "1936 and 1937 that few forgot. In December 1937 snow fell. On 7 March the front broke. In June 1938 the river was "
        "crossed, and in July 1938 lost. In May the town had been warned."
    )
    values = {words: value for words, _, value in found(text)}
    assert values["7 March"] == "1938-03-07"
    assert values["May"] == "1938-05"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-05-08", ("2024-05-08", "2024-05-08")), ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024", ("2024-01-01", "2024-12-31")), ("199", ("1990-01-01", "1999-12-31")), ("19", ("1900-01-01", "1999-12-31")),
        ("2024-W19", ("2024-05-06", "2024-05-12")), ("2024-W19-WE", ("2024-05-11", "2024-05-12")),
        ("2024-Q1", ("2024-01-01", "2024-03-31")), ("2024-H2", ("2024-07-01", "2024-12-31")),
        ("2023-WI", ("2023-12-01", "2024-02-29")), ("2024-05-05TEV", ("2024-05-05T18:00", "2024-05-05T23:59")),
        ("2024-05-05TMO", ("2024-05-05T06:00", "2024-05-05T11:59")), ("2024-05-05T15:30", ("2024-05-05T15:30", "2024-05-05T15:30")),
        ("2024-05-05T24:00", ("2024-05-06T00:00", "2024-05-06T00:00")), ("PAST_REF", (None, None)), ("P3D", (None, None)),
        ("XXXX-05-06", (None, None)), ("BC0146", (None, None)), (None, (None, None)), ("2023-02-29", (None, None)),
        ("2024-W60", (None, None)), ("0000", (None, None)),
    ],
)  # fmt: skip
def test_intervals(value, expected):
    assert interval(value) == expected


def test_holidays_of_known_years():
    assert [easter(y).isoformat() for y in (1999, 2000, 2024, 2025)] == [
        "1999-04-04",
        "2000-04-23",
        "2024-03-31",
        "2025-04-20",
    ]
    assert holiday("4th 4 of 11", 2024) == date(2024, 11, 28)
    assert holiday("last 1 of 5", 2024) == date(2024, 5, 27)
    assert holiday("1st 1 of 11 + 1", 2024) == date(2024, 11, 5)


def test_weeks_are_those_of_iso_8601():
    assert value_of(date(2021, 1, 3), "W") == "2020-W53"
    assert value_of(date(2024, 12, 30), "W") == "2025-W01"


@pytest.mark.parametrize(
    ("words", "value"),
    [("twenty - four", 24), ("two hundred and ten", 210), ("2 1/2", 2.5), ("two and half", 2.5), ("1,200", 1200), ("a dozen", 12),
     ("3 million", 3e6), ("a", None), ("bridge", None), ("½", 0.5), ("1/0", None)],
)  # fmt: skip
def test_numbers(words, value):
    assert number(words.split()) == value


class TestPublished:
    LEAD = "The bridge shut after an inspector found cracks in two of its piers, the mayor said."

    @pytest.mark.parametrize(
        ("text", "day"),
        [
            (f"Bridge closed\n\nTuesday, May 7, 2024\n\n{LEAD}", "2024-05-07"),
            (f"Bridge closed\n\nPublished: 7 May 2024, 14:30\n\n{LEAD}", "2024-05-07"),
            (f"Bridge closed\n\n{LEAD}\n\nUpdated May 7, 2024 at 2:30 p.m. GMT", "2024-05-07"),
            (f"OSTHAVEN, May 7, 2024 (Radio Bay) — {LEAD}", "2024-05-07"),
            (f"By Ada Lund\n\nOsthaven, May 7, 2024 — {LEAD}", "2024-05-07"),
            (f"Bridge closed\n\nOSTHAVEN, 7 May 2024 (Radio Bay)\n\n{LEAD}", "2024-05-07"),
            (f"Bridge closed\n\nBy Ada Lund, 7 May 2024\n\n{LEAD}", "2024-05-07"),
            (f"{LEAD} That was on Saturday, 24 June 2023. On Sunday it was quiet.", "2023-06-25"),
        ],
    )
    def test_it_is_read_off_the_text(self, text, day):
        inferred = infer_published(article_from_text(text))
        assert inferred is not None
        assert inferred[0] == day
        assert len(inferred[1]) > 20

    @pytest.mark.parametrize(
        "text",
        [
            LEAD, "", f"{LEAD} On Sunday it was quiet.", f"{LEAD} It was built on 6 May 1950. On Sunday it was quiet.",
            f"{LEAD} On Saturday, 24 June 2023, it shut. On Sunday, in 2025, it was quiet.", f"{LEAD} On Sunday, 24 June 2023, it shut.",
            f"Osthaven, 6 May 1950\n\n{LEAD} On Sunday it was quiet.",
        ],
    )  # fmt: skip
    def test_nothing_is_guessed(self, text):
        assert infer_published(article_from_text(text)) is None


scraps = st.lists(
    st.sampled_from(
        ["the", "past", "two", "1998", "31", "May", "Friday", "last", "ago", "a", "year", "-", "'80s", "quarter", "of", "3", "p.m.",
         "first", "half", "1/2", "99:99", "2024-13-45", "99/99/99", "Christmas", "\n\n", ",", ".", "'s", "BC", "century", "million",
         "later", "next", "week", "night", "12:61", "0000", "9999-12-31", "31/12/9999", "february", "February 30", "each", "now",
         "November 31, 1999", "nineteen", "ninety", "100000000000000000000", "١٢", "\u202e"]
    ),
    max_size=25,
).map(" ".join)  # fmt: skip


@settings(deadline=None)
@given(scraps | st.text(max_size=200), st.sampled_from([None, TODAY, "0001-01-01", "9999-12-31", "soon"]))
def test_any_text_gives_ordered_times_that_lie_in_it(text, published):
    article = article_from_text(text)
    times = find_times(article, published)
    ends = [0, *(t.span.end for t in times)]
    for before, found_time in zip(ends, times, strict=False):
        assert before <= found_time.span.start < found_time.span.end <= len(text)
        assert (found_time.earliest is None) == (found_time.latest is None)
        assert found_time.earliest is None or found_time.earliest <= found_time.latest
    assert [t.id for t in times] == [f"t{n}" for n in range(1, len(times) + 1)]
    infer_published(article)


GROWING = {
    "words": "word ", "weekdays": "Friday ", "numbers": "1998 ", "digits": "1", "commas": "1,", "ago": "two years ago ", "hyphens": "-",
    "hundred": "hundred and ", "blank lines": "\n ", "quotes": "'", "months": "May 6 and ", "points": "the end of ",
}  # fmt: skip


@pytest.mark.parametrize("unit", GROWING.values(), ids=GROWING)
def test_time_grows_with_the_text_and_not_with_its_square(unit):
    def seconds(count):
        article = article_from_text(unit * count, blocks=())
        return max(min(_timed(article) for _ in range(3)), 1e-4)

    assert seconds(4_000) / seconds(250) < 80, "sixteen times the text took more than eighty times as long"


def _timed(article):
    began = time.process_time()
    find_times(article, TODAY)
    return time.process_time() - began
