"""Dates of publication, read only where nothing is left to guess."""

from __future__ import annotations

import pytest

from rashomon.reports.published import (
    behind_dateline,
    bracketed_dateline,
    dateline,
    from_address,
    from_byline,
    from_dateline,
    from_headline,
    from_line,
    in_words,
    iso_date,
)


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2031-04-05", "2031-04-05"),
        ("2031-04-05T23:10:00+04:30", "2031-04-05"),
        ("2031-04-05 23:10", "2031-04-05"),
        ("20310405", "2031-04-05"),
        ("2031-04", "2031-04"),
        ("2031", "2031"),
        ("Sat, 05 Apr 2031 09:00:00 GMT", "2031-04-05"),
        ("April 5, 2031", "2031-04-05"),
        ("5th of April 2031", "2031-04-05"),
        (" Sept. 5, 2031 ", "2031-09-05"),
        ("05/04/2031", None),
        ("5.4.2031", None),
        ("16/08/2031", "2031-08-16"),
        ("8/16/2031 10:30", "2031-08-16"),
        ("16.08.2031", "2031-08-16"),
        ("08-08-2031", "2031-08-08"),
        ("30/02/2031", None),
        ("16/13/2031", None),
        ("16/08/20310", None),
        ("2031/4/5", "2031-04-05"),
        ("2031.04.05", "2031-04-05"),
        ("2031-13-05", None),
        ("2031-02-30", None),
        ("last Tuesday", None),
        ("0000", None),
        ("", None),
    ],
)
def test_iso_date(value: str, date: str | None) -> None:
    assert iso_date(value) == date


def test_the_first_full_date_in_words() -> None:
    assert in_words("Updated 7 May 2031, first published April 5, 2031") == "2031-05-07"
    assert in_words("in May 2031 and on 5 April") is None


@pytest.mark.parametrize(
    ("address", "date"),
    [
        ("https://x.example/2031/04/05/mill", "2031-04-05"),
        ("https://x.example/news/2031/apr/5/mill", "2031-04-05"),
        ("https://x.example/2031-04-05/mill", "2031-04-05"),
        ("https://x.example/2031/04/mill-burns", "2031-04"),
        ("https://x.example/2031/mill", None),
        ("https://x.example/id/20310405", None),
        ("https://x.example/2031/02/31/mill", None),
    ],
)
def test_dates_in_addresses(address: str, date: str | None) -> None:
    assert from_address(address) == date


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("HARN, Torvena, April 5, 2031 (MPA) — Four people died.", "2031-04-05"),
        ("BRENNICK, Sept. 6, 2031 (MPA) - The ministry", "2031-09-06"),
        ("NEW HARN, 5 April 2031 – Four people died.", "2031-04-05"),
        ("HARN, Torvena (April 5, 2031) – Four people died.", "2031-04-05"),
        ("HARN, Torvena (Saturday, April 5, 2031) Four people died.", "2031-04-05"),
        (
            "Harn Command 2031-04-S-081 For Immediate Release HARN, Torvena (April 5, 2031) Four died.",
            "2031-04-05",
        ),
        ("HARN, Torvena (April 5, 2031)", "2031-04-05"),
        ("HARN, April 5, 2031 /Newsline/ -- The Osmer Mill today recalled its flour.", "2031-04-05"),
        ("HARN, Apr. 5, 2031 /HNW Newsline/ - The Osmer Mill today recalled its flour.", "2031-04-05"),
        ("HCT (5 April 1949) was founded at Harn.", None),
        ("It began long ago. HARN, Torvena (April 5, 1949) was where.", None),
        ("HARN (MPA) - Four people died.", None),
        ("HARN, April 5 (MPA) — Four people died.", None),  # no year is told
        ("On 5 April 2031 – a Saturday – it fell.", None),
    ],
)
def test_datelines(words: str, date: str | None) -> None:
    assert from_dateline(words) == date


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Tessera Weekly, 16 April 2031", "2031-04-16"),
        ("The Lantern | 5 April 2031", "2031-04-05"),
        ("Updated April 5, 2031 at 10.30 GMT", "2031-04-05"),
        ("2031-04-05", "2031-04-05"),
        ("The battle of 5 April 2031", None),
        ("End of service: Saturday, 5 April 2031", None),
        ("On 5 April 2031 the mill burned down.", None),
    ],
)
def test_lines_of_their_own(words: str, date: str | None) -> None:
    assert from_line(words) == date


def test_a_headline_dates_its_report_only_where_it_names_what_is_issued() -> None:
    assert from_headline("Harn Command Morning Operational Update April 5, 2031") == "2031-04-05"
    assert from_headline("Harn remembers the battle of April 5, 2031") is None


def test_a_label_beside_a_date_tells_which_date_it_is() -> None:
    assert from_byline("By Ann Lee | Updated: 5 April 2031") == "2031-04-05"
    assert from_byline("End of service: Saturday, 5 April 2031") is None


def test_a_line_of_capitals_without_end_is_searched_at_its_head_alone() -> None:
    text = "ALL SHIPS STAY OUT " * 20_000
    assert bracketed_dateline(text) is None
    assert bracketed_dateline("HARN, Torvena (April 5, 2031) – " + text) is not None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Posted by Tilda on 24 October 2031 at 8:41 pm", "2031-10-24"),
        ("Posted on October 24, 2031 by Tor Brandt", "2031-10-24"),
        ("Signed by Kerr on 24 October 2031", None),
        ("Kerr was shot on 24 October 2031 by a guard", None),
    ],
)
def test_a_line_that_tells_who_posted_it_when(line: str, date: str | None) -> None:
    assert from_line(line) == date


@pytest.mark.parametrize(
    "text",
    [
        "5 April 2031 by then the mill had closed — and nobody knew.",
        "ORSK 5 April 2031 by then it had closed — and nobody knew.",
        "KERR, by 5 April 2031 - when the mill closed - had gone.",
        "NATO, on 5 April 2031 - a Saturday - sent ships.",
        "NATO said on Monday - and meant it - that it would.",
    ],
)
def test_a_sentence_that_begins_with_a_day_is_no_dateline(text: str) -> None:
    assert from_dateline(text) is None
    assert dateline(text, 0) is None
    assert behind_dateline(text, 0) == 0


@pytest.mark.parametrize(
    "text",
    [
        "ORSK, 5 April 2031 (MPA) — Four died.",
        "ORSK, Sat., April 5, 2031 — Four died.",
        "ORSK, Saturday 5 April 2031 - Four died.",
        "ORSK, Torvena, April 5th, 2031 — Four died.",
    ],
)
def test_a_dateline_has_a_day_and_nothing_else(text: str) -> None:
    assert from_dateline(text) == "2031-04-05"
    assert text[behind_dateline(text, 0) :] == "Four died."


@pytest.mark.parametrize("day", ["April 5", "5 April", "Saturday", "Apr. 5", "05/04/2031"])
def test_a_dateline_may_leave_out_the_year(day: str) -> None:
    text = f"ORSK, {day} (MPA) - Four died."
    assert text[behind_dateline(text, 0) :] == "Four died."
