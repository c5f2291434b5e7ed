"""Which date of a page is its report's."""

from __future__ import annotations

import hashlib

import pytest

from rashomon.records import Capture, Report
from rashomon.reports.extract import extract
from rashomon.reports.notes import notes
from rashomon.reports.published import iso_date

TITLE = "<h1>Ferry aground off Sandvik</h1>"
TIME = "<time datetime='2031-10-17T08:00'>Friday</time>"
TEXT = "".join(
    f"<p>{words}</p>"
    for words in (
        "The ferry Saint Orla ran aground on the Kestrel bank shortly before midnight on Thursday, the harbour master, Ilse "
        "Brandt, said on Friday morning in Sandvik.",
        "Brandt told reporters that all 214 passengers had been taken off by fishing boats, and that nobody was missing at "
        "all, although two had gone home without a word.",
    )
    * 2
)
OLDER = "".join(
    f"<li><a href=/x>Older story number {n} of the harbour town</a> <time datetime=2030-0{n}-11 class=published>then</time>"
    for n in (1, 2, 3)
)


def read(body: str, head: str = "") -> tuple[Report, list[str]]:
    content = f"<html><head><title>Ferry aground off Sandvik</title>{head}</head><body>{body}</body></html>".encode()
    capture = Capture(hashlib.sha256(content).hexdigest(), content, "text/html", "pages/ferry.html")
    made = extract(capture)
    assert isinstance(made, Report)
    return made, [note.fault for note in notes(capture, made)]


@pytest.mark.parametrize(
    "body",
    [
        f"<article>{TITLE}{TIME}{TEXT}</article>",
        f"<article><div>{TIME}</div>{TITLE}{TEXT}</article>",
        f"<main><div>{TITLE}<div class=info><span>Ilse Holm</span> {TIME}</div></div><div>{TEXT}</div></main>",
        f"<aside><ul>{OLDER}</ul></aside><article>{TITLE}{TIME}{TEXT}</article>",
        f"<header>{TITLE}{TIME}</header><article>{TEXT}</article>",
        f"<article>{TITLE}<p>Updated <time datetime=2031-10-19>19 Oct</time>, published {TIME}</p>{TEXT}</article>",
        "<div class=related-links><meta itemprop=datePublished content=2029-01-02><a href=/y>Old</a></div>"
        f"<article>{TITLE}{TIME}{TEXT}</article>",
    ],
)
def test_a_time_beside_the_headline_is_the_report_s(body: str) -> None:
    made, said = read(body)
    assert (made.published, made.published_from) == ("2031-10-17", "metadata")
    assert not said


@pytest.mark.parametrize(
    "body",
    [
        f"<div class=sidebar><ul>{OLDER}</ul></div><article>{TITLE}{TEXT}</article>",
        f"<article>{TITLE}{TEXT}<p>The bank was last dredged on <time datetime=2019-03-04>4 March</time>.</p></article>",
        f"<article>{TITLE}{TEXT}</article><section class=comments><div class=comment>{TIME}<p>So sad!</p></div></section>",
        f"<article>{TITLE}{TEXT}</article><div><h2>Another story</h2>{TIME}</div>",
        f"<article>{TITLE}<p>Last updated on {TIME}</p>{TEXT}</article>",
    ],
)
def test_another_time_is_not(body: str) -> None:
    assert read(body)[0].published is None


def test_which_of_two_dates_is_taken_is_told() -> None:
    named = "<meta property='article:published_time' content='2031-10-12T09:00:00Z'>"
    made, said = read(f"<article>{TITLE}{TIME}{TEXT}</article>", named)
    assert made.published == "2031-10-12"
    assert said == [
        "the page gives two dates of its publication: 2031-10-12 (its meta tag “article:published_time”), which is taken, and "
        "2031-10-17 (the date beside its headline)"
    ]
    address = "<link rel=canonical href='https://lantern.example/2031/10/12/ferry'>"
    made, said = read(f"<article>{TITLE}{TIME}{TEXT}</article>", address)
    assert (made.published, made.published_from) == ("2031-10-12", "address")
    assert "2031-10-12 (its address), which is taken" in said[0]


def test_a_day_more_or_less_is_another_clock_s() -> None:
    named = "<meta property='article:published_time' content='2031-10-16T23:30:00Z'>"
    assert read(f"<article>{TITLE}{TIME}{TEXT}</article>", named)[1] == []


def test_a_year_of_no_print_is_no_date() -> None:
    assert (iso_date("0001-01-01T00:00:00"), iso_date("0001"), iso_date("1455")) == (None, None, "1455")
