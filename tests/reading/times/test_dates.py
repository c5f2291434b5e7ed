"""Expressions of time: where they stand, the days they lead to, and what stays undecided."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rashomon.reading.times.dates import Time, resolve
from rashomon.reading.times.days import (
    Days,
    as_edtf,
    day,
    easter,
    month,
    published,
    season,
    third,
    week,
    years,
)
from rashomon.reading.times.seen import Seen
from rashomon.reading.times.spotting import spot
from rashomon.reading.times.tense import Tense, tense
from rashomon.records import Relation, Span


def times(text: str, report_date: str | None = "2025-04-16") -> list[Time]:
    """Every time of a text, seen from a report's date (a Wednesday unless given) and the time before."""
    base, anchor, out = published(report_date), None, []
    for found in spot(text, [Span(0, len(text))]):
        time = resolve(text, found, Seen(base, "the report’s date", anchor))
        anchor = time.days or anchor
        out.append(time)
    return out


def told(text: str, report_date: str | None = "2025-04-16") -> list[tuple[str, str | None]]:
    """The words of each time, and its days as ISO 8601-2 has them."""
    return [(text[t.start : t.end], as_edtf(t.days) if t.days else None) for t in times(text, report_date)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The weir broke on Tuesday.", "2025-04-15"),
        ("Jul 13, 2009 11:23am The weir broke.", "2009-07-13"),
        ("The board will inspect the weir on Tuesday.", "2025-04-22"),
        ("The weir broke on Wednesday.", "2025-04-16"),
        ("The word that water would be released on Friday has calmed nobody.", "2025-04-18"),
        ("The weir that would be a bridge broke on Friday.", "2025-04-11"),
        ("Police launches below the weir on Monday afternoon.", "2025-04-14"),
        ("The yard launches a ferry on Monday.", "2025-04-21"),
        ("The Front and the Guild have agreed to send envoys for talks on Friday.", "2025-04-18"),
        ("The envoys had come for talks on Friday.", "2025-04-11"),
        ("The weir broke last Friday.", "2025-04-11"),
        ("The weir broke on the eve of the fall of Kabul.", "2021-08-14"),
        ("The weir broke three days before 9/11.", "2001-09-08"),
        ("The weir broke the day after Christmas.", "2024-12-26"),
        ("The weir broke in early September.", "2024-09-01/2024-09-10"),
        ("The weir broke in September.", "2024-09"),
        ("The weir will be closed in September.", "2025-09"),
        ("The weir broke last week.", "2025-04-07/2025-04-13"),
        ("The weir broke two years ago.", "2023"),
        ("The weir broke five days ago.", "2025-04-11"),
        ("The weir has leaked over the past two months.", "2025-02-16/2025-04-16"),
        ("The weir was built in the mid-1960s.", "1964-01-01/1966-12-31"),
        ("The weir was built from 1961 to 1964.", "1961-01-01/1964-12-31"),
        ("The weir broke on 2 March 2024.", "2024-03-02"),
        ("The weir broke on February 29.", "2024-02-29"),
        ("The weir broke last winter.", "2024-12-01/2025-02-28"),
        ("The weir will reopen later this month.", "2025-04-16/2025-04-30"),
        ("The weir broke in the third quarter of 2023.", "2023-07-01/2023-09-30"),
        ("The weir broke in the 18th century.", "1701-01-01/1800-12-31"),
    ],
)
def test_a_time_leads_to_days(text: str, days: str) -> None:
    assert [d for _, d in told(text)] == [days]


@pytest.mark.parametrize(
    "text",
    [
        "The weir broke the other day.",
        "The weir opens on Sundays.",
        "One Tuesday the weir broke.",
        "The weir broke two days after the quarrel.",
        "The weir broke some years ago.",
        "The weir broke a few days ago.",
        "The weir broke more than a year ago.",
        "The weir broke on February 30, 2024.",
    ],
)
def test_what_cannot_be_decided_stays_undecided_and_says_why(text: str) -> None:
    (time,) = times(text)
    assert time.days is None
    assert time.why


@pytest.mark.parametrize(
    "text",
    [
        "They may march; the fall hurt, and spring came from the sofa.",
        "He paid 2000 dollars for 1950 bricks, over 2000 in all.",
        "She is in her 60s and ran 10/12 of the way.",
        "It costs $1999.",
    ],
)
def test_other_words_are_no_times(text: str) -> None:
    assert told(text) == []


def test_without_the_report_s_date_only_what_is_told_in_full_is_known() -> None:
    text = "On Monday, on May 3 and in June it rained; on 3 May 2019 and in 2018 it did not."
    assert [d for _, d in told(text, None)] == [None, None, None, "2019-05-03", "2018"]
    assert [t.partial for t in times(text, None)][:2] == [None, "XXXX-05-03"]


def test_a_report_s_month_is_enough_for_months_and_years_not_for_days() -> None:
    text = "It rained last year, last month, yesterday and on Monday."
    assert [d for _, d in told(text, "2025-04")] == ["2024", "2025-03", None, None]


def test_times_that_follow_are_counted_from_the_one_before() -> None:
    text = "The gauge rose on March 3, 2024. The next day it fell. Two weeks later it was dry. That year was cold."
    assert [d for _, d in told(text)] == ["2024-03-03", "2024-03-04", "2024-03-15/2024-03-21", "2024"]


def test_before_and_since_are_noted_and_do_not_change_the_days() -> None:
    found = times("It leaked before Friday, since 2019 and until May.")
    assert [t.relation for t in found] == [Relation.BEFORE, Relation.SINCE, Relation.UNTIL]
    assert as_edtf(found[1].days or week(date.min)) == "2019"


def test_an_event_that_happened_twice_is_the_last_one_before_the_report() -> None:
    text = "It was the week of the fall of Kabul"
    assert [d for w, d in told(text, "2021-09-01") if "Kabul" in w] == ["2021-08-15"]
    assert [d for w, d in told(text, "1999-09-01") if "Kabul" in w] == ["1996-09-27"]
    assert [d for w, d in told(text, None) if "Kabul" in w] == [None]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("they met on @", Tense.PAST),
        ("they will meet on @", Tense.FUTURE),
        ("it will be signed on @", Tense.FUTURE),
        ("it was to be signed on @", Tense.FUTURE),
        ("they are due to vote @", Tense.FUTURE),
        ("a bridge, and on @", None),
        ("“We will go,” he said on @", Tense.PAST),
    ],
)
def test_the_tense_of_a_clause(text: str, is_told: Tense | None) -> None:
    at = text.index("@")
    assert tense(text, at, at + 1) is is_told


_PIECES = st.sampled_from(
    [
        "Monday", "on ", "the ", "next ", "last ", "two ", "days ", "weeks ", "before ", "after ", "ago", "later", "May ",
        "March ",
        "31", "30, ", "2024", "9/11",
        "the 1990s", "early ", "mid-", "Christmas", "fall of Kabul", "eve of ",
        "this ", "year ",
        "century", "19th ", "in ",
        "from ", "to ", "-", "– ", ". ", ", ", "\n", "will ", "was ", "\u00a0", "99 ", "9999 ", "“", "”",
    ]
)  # fmt: skip


@given(
    st.lists(_PIECES, max_size=25).map("".join),
    st.sampled_from([None, "2025", "2025-02", "2024-02-29", "9998-12-31"]),
)
@example("99 centuries ago, 99 years later", "2025-02-01")
def test_whatever_the_words_spans_stand_in_order_and_days_do_not_run_backwards(
    text: str, report_date: str | None
) -> None:
    reached = 0
    for time in times(text, report_date):
        assert reached <= time.start < time.end <= len(text)
        reached = time.end
        assert time.why
        if time.days is not None:
            assert time.days.earliest <= time.days.latest


@given(st.dates(date(1600, 1, 1), date(2400, 1, 1)))
def test_thirds_part_a_stretch(when: date) -> None:
    for whole in (month(when.year, when.month), years(when.year), season(when.year, "winter")):
        parts = [third(whole, part) for part in ("early", "mid", "late")]
        assert (parts[0].earliest, parts[2].latest) == (whole.earliest, whole.latest)
        assert sum(p.length for p in parts) == whole.length


def test_easter_and_iso_8601() -> None:
    assert [easter(y).isoformat() for y in (1818, 2000, 2025, 2038)] == [
        "1818-03-22",
        "2000-04-23",
        "2025-04-20",
        "2038-04-25",
    ]
    assert as_edtf(Days(date(2025, 4, 7), date(2025, 4, 13))) == "2025-04-07/2025-04-13"
    assert published("2025-13") is None
    assert published("0000") is None
    assert published("2025-02-29") is None
    assert day(date(2025, 2, 3)).one


def test_a_month_is_no_march() -> None:
    text = "The council had promised in March to mend the weir by June."
    assert told(text) == [("in March", "2025-03"), ("by June", "2025-06")]


def test_a_given_name_is_no_month() -> None:
    text = "He knew that Jan Oulik said it, of June Carver, and that Jan left. In April Sall fell; Oulik fell in Jan. 2024."
    assert [words for words, _ in told(text)] == ["In April", "Jan. 2024"]


def test_a_century_in_a_name_is_no_time() -> None:
    assert times("A screen test at 19th Century Harn went badly.") == []
    assert len(times("The 19th Century was dry.")) == 1
