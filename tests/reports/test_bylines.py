"""Whom a byline credits."""

from __future__ import annotations

import pytest

from rashomon.reports.bylines import authors_of, credited


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Ann Lee and Bob Ray", ("Ann Lee", "Bob Ray")),
        ("By Ann Lee, Bob Ray and Ida Moe", ("Ann Lee", "Bob Ray", "Ida Moe")),
        ("By Ann Lee with Bob Ray", ("Ann Lee", "Bob Ray")),
        ("By Ann Lee and Bob Ray, Staff Writers | April 5, 2031", ("Ann Lee", "Bob Ray")),
        ("By Ann Lee, Health Correspondent", ("Ann Lee",)),
        ("By Ann Lee in Harn", ("Ann Lee",)),
        ("By Tor Brandt, Harbour Press Agency", ("Tor Brandt",)),
        ("By Tor Brandt, Associated Press", ("Tor Brandt",)),
        ("By Tor Brandt, Tessera Weekly — with agency reports", ("Tor Brandt",)),
        ("By Harbour Press Agency", ()),
        ("By Emily Post", ("Emily Post",)),
        ("By", ()),
        ("By the mill", ()),
        ("Ann Lee", ()),
    ],
)
def test_authors_are_people(byline: str, authors: tuple[str, ...]) -> None:
    assert authors_of(byline) == authors


def test_agencies_are_credited() -> None:
    assert credited("By Tor Brandt, AP") == ("Tor Brandt", "AP")
    assert credited("By Tor Brandt, Harbour Press Agency | 5 April 2031") == (
        "Tor Brandt",
        "Harbour Press Agency",
    )
