"""An e-mail that was saved as a text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rashomon.reports.mail import header
from tests.reports.test_extract import from_json, report, voiced

HEADER = """Return-Path: <press@harn.example>
From: "Ann Lee" <ann@harn.example>
To: newsroom@lantern.example
Date: Sat, 05 Apr 2031 09:00:00 +0100
Subject: Mill burns in Oltra
Received: from mx.harn.example
\tby mail.lantern.example; Sat, 05 Apr 2031 09:00:02 +0100

"""
BODY = "The mill at Oltra burned down on Monday, the mayor said.\n\nNobody was hurt, she told reporters at the gate.\n"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_its_header_is_no_part_of_what_it_reports(ends: str) -> None:
    made = report((HEADER + BODY).replace("\n", ends), "text/plain")
    assert (made.title, made.authors, made.published) == ("Mill burns in Oltra", ("Ann Lee",), "2031-04-05")
    by_voice = voiced(made)
    assert ("headline", "Mill burns in Oltra") in by_voice
    assert [text for voice, text in by_voice if voice == "body"] == BODY.strip().split("\n\n")
    assert all(voice in ("headline", "body", "furniture") for voice, _ in by_voice)
    starts = [(p.start, p.end) for p in made.passages]
    assert starts == sorted(starts)
    assert all(a[1] <= b[0] for a, b in pairwise(starts))


def test_what_a_json_object_tells_wins() -> None:
    made = from_json(text=HEADER + BODY, title="The mill", published="2031-04-06")
    assert (made.title, made.published, made.authors) == ("The mill", "2031-04-06", ("Ann Lee",))


def test_letters_told_in_ascii_are_told_in_letters() -> None:
    packed = HEADER.replace("Mill burns in Oltra", "=?utf-8?q?M=C3=BChle_burns?=")
    made = report(packed + BODY, "text/plain")
    assert made.title == "Mühle burns"
    wrong = report(HEADER.replace("Mill burns in Oltra", "=?klingon?q?x?=") + BODY, "text/plain")
    assert wrong.title == "=?klingon?q?x?="


@pytest.mark.parametrize(
    "name", ["=?utf-8?b?a?=", "=?utf-8?b?####?=", "=?klingon?q?Ann?=", "=?=?=", "(" * 1_900]
)
def test_letters_that_cannot_be_told_are_nobodys_name(name: str) -> None:
    made = report(HEADER.replace('"Ann Lee"', name) + BODY, "text/plain")
    assert (made.title, made.authors) == ("Mill burns in Oltra", ())


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "From: Ann Lee\nDate: 5 April 2031\n\nThe mill burned.",
        "From: Ann Lee\nDate: 5 April 2031\nSubject: Mill\nThe mill burned.\n\nNobody was hurt.",
        "FROM: Harn Mill\nTO: All media\nDATE: April 5, 2031\nSUMMARY: The mill closes, its owner said.\n\nNobody is hurt.",
        "From: The court\nKerr: I never took the money.\nDate: 5 April 2031\nSubject: The affair\n\nHe was let go.",
        "Question: why?\nAnswer: because.\n\nThe mill burned.",
        "From: a\nDate: b\nSubject: c",
        "From: " + "x" * 100_000,
        "A: b\n" * 20_000,
        "",
    ],
)
def test_other_texts_have_none(text: str) -> None:
    assert header(text) is None


def test_a_header_alone_is_read_as_any_text() -> None:
    assert report(HEADER, "text/plain").title != ""


def test_what_it_quotes_and_how_it_signs_is_furniture_too() -> None:
    rest = "Kind regards,\nAnn Lee\n\nOn 4 April 2031 at 9:00 Tomas Kerr wrote:\n> Did it fall?\n"
    made = report(f"{HEADER}Dear editors,\n\n{BODY}\n{rest}", "text/plain")
    assert [text for voice, text in voiced(made) if voice == "body"] == BODY.strip().split("\n\n")
