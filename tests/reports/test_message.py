"""E-mail as its program saves it: what of it is the sender's, and what is told of the rest."""

from __future__ import annotations

import hashlib
from email.message import EmailMessage
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records import Capture, Problem, Report, Voice
from rashomon.reports.extract import extract
from rashomon.reports.message import MAIL, passages_of_message
from rashomon.reports.notes import notes

BODY = "The mill at Oltra burned down on Monday, the mayor said.\n\nNobody was hurt, she told reporters at the gate.\n"
PAGE = "".join(f"<p>{line}</p>" for line in BODY.strip().split("\n\n"))


def capture(content: bytes) -> Capture:
    return Capture(hashlib.sha256(content).hexdigest(), content, MAIL, "mail/mill.eml")


def read(content: bytes) -> Report:
    made = extract(capture(content))
    assert isinstance(made, Report), made
    return made


def own(made: Report) -> list[str]:
    return [made.text[p.start : p.end] for p in made.passages if p.voice is Voice.BODY]


def message(
    text: str | None = BODY, page: str | None = None, subject: str = "Mühle burns in Oltra"
) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Ann Lee <ann@harn.example>"
    made["To"] = "Tomas Reader <reader@lantern.example>"
    made["Cc"] = "desk@lantern.example"
    made["Date"] = "Sat, 05 Apr 2031 23:30:00 +0100"
    made["Subject"] = subject
    if text is not None:
        made.set_content(text, cte="base64")
    if page is not None and text is not None:
        made.add_alternative(f"<html><body>{page}</body></html>", subtype="html")
    elif page is not None:
        made.set_content(f"<html><body>{page}</body></html>", subtype="html", cte="quoted-printable")
    return made


def test_a_message_tells_its_author_day_and_subject_and_no_outlet() -> None:
    made = read(message().as_bytes())
    assert (made.title, made.authors, made.outlet) == ("Mühle burns in Oltra", ("Ann Lee",), None)
    assert (made.published, made.published_from) == ("2031-04-05", "metadata")
    assert made.text.startswith("Mühle burns in Oltra\n\n")
    assert own(made) == BODY.strip().split("\n\n")


def test_whom_it_was_sent_to_stands_in_the_capture_alone() -> None:
    made = read(message().as_bytes())
    assert not any(word in made.text for word in ("lantern", "Tomas", "desk@", "ann@"))


@pytest.mark.parametrize(
    ("text", "page"), [(None, PAGE), ("View this message in your browser.\n", PAGE), (BODY, "<p>Other.</p>")]
)
def test_the_page_is_read_where_there_is_no_text(text: str | None, page: str) -> None:
    assert own(read(message(text, page).as_bytes())) == BODY.strip().split("\n\n")


@pytest.mark.parametrize(
    "rest",
    [
        "On 5 April 2031 Tomas Kerr wrote:\n> Did it fall?\n> Kerr said it did.\n",
        "On Sat, 5 Apr 2031 at 09:00, Tomas Kerr <kerr@harn.example>\nwrote:\n\n> Did it fall?\n",
        "-----Original Message-----\nFrom: Tomas Kerr\nSent: 4 April\n\nKerr said that it fell.\n",
        "From: Tomas Kerr\nTo: Ann Lee\nSubject: The mill\n\nKerr said that it fell.\n",
        "-- \nAnn Lee\nPress Office of Harn\n",
        "Sent from my telephone\n",
        "This e-mail and what is attached to it is confidential. If you are not meant, delete it, Kerr said.\n",
    ],
)
def test_what_is_quoted_forwarded_or_signed_is_not_the_sender_s(rest: str) -> None:
    made = read(message(f"{BODY}\n{rest}").as_bytes())
    assert own(made) == BODY.strip().split("\n\n")
    assert "Kerr" not in "".join(
        made.text[p.start : p.end] for p in made.passages if p.voice is not Voice.FURNITURE
    )


def test_what_an_answer_says_below_a_quotation_is_the_sender_s() -> None:
    text = f"On 5 April 2031 Tomas Kerr wrote:\n> Did it fall?\n\n{BODY}"
    assert own(read(message(text).as_bytes())) == BODY.strip().split("\n\n")


def test_lines_that_only_look_like_another_message_are_text() -> None:
    text = f"FOR IMMEDIATE RELEASE\nDate: 5 April 2031\nSubject: The mill\n\n{BODY}\nOn Monday, Kerr wrote: nothing is left.\n"
    assert {"On Monday, Kerr wrote: nothing is left.", *BODY.strip().split("\n\n")} <= set(
        own(read(message(text).as_bytes()))
    )


def test_what_a_page_quotes_is_not_the_sender_s() -> None:
    quoted = f"{PAGE}<blockquote type=cite><p>{'Kerr said that it fell of itself in the night. ' * 3}</p></blockquote>"
    assert own(read(message(None, quoted).as_bytes())) == BODY.strip().split("\n\n")


@pytest.mark.parametrize(
    ("charset", "behind"), [("utf-7", b"+2AA- she said."), ("raw_unicode_escape", b"\\ud800 she said.")]
)
def test_halves_of_characters_are_no_text(charset: str, behind: bytes) -> None:
    """No ledger can hold them, and no reader reads them."""
    header = f"Subject: The mill\nContent-Type: text/plain; charset={charset}\n\n".encode()
    made = read(header + BODY.encode() + behind)
    assert made.text.encode().startswith(b"The mill\n\n" + BODY[:40].encode())


def test_a_file_whose_name_cannot_be_put_together_is_told_by_its_type() -> None:
    parts = (
        "--b\n\n" + BODY + "\n--b\nContent-Type: application/pdf\n"
        "Content-Disposition: attachment; filename*1=b; filename*=utf-8''a\n\nx\n--b--\n"
    )
    content = f"Subject: The mill\nContent-Type: multipart/mixed; boundary=b\n\n{parts}".encode()
    assert own(read(content)) == BODY.strip().split("\n\n")
    assert "application/pdf" in notes(capture(content), read(content))[0].fault


def test_a_byte_order_mark_before_the_header_is_passed_over() -> None:
    made = read(b"\xef\xbb\xbf" + bytes(message()))
    assert (made.title, made.published) == ("Mühle burns in Oltra", "2031-04-05")


def test_what_is_attached_is_told() -> None:
    made = message()
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="Plan für Oltra.pdf")
    made.add_attachment("Kerr said it fell.", filename="more.txt")
    made.add_attachment(message(subject="Another"))
    content = made.as_bytes()
    report = read(content)
    assert "Kerr" not in report.text
    (note,) = notes(capture(content), report)
    assert (
        note.fault
        == "what is attached to the e-mail is not read: “Plan für Oltra.pdf”, “more.txt”, “message/rfc822”"
    )
    assert note.item == "mail/mill.eml"
    assert notes(capture(message().as_bytes()), read(message().as_bytes())) == ()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"The mill burned down.\n", "this is no e-mail: it has no From, no Date and no Subject"),
        (b"\x00\xff\xd8\xff", "this is no e-mail: it has no From, no Date and no Subject"),
        (
            b"From: Ann Lee\nContent-Type: image/png\n\nxxxx",
            "the e-mail has no text, only what is attached to it",
        ),
        (b"From: Ann Lee\n\n", "the e-mail has no text, only what is attached to it"),
        (
            b"From: A\nContent-Type: multipart/encrypted; boundary=x\n\n--x\nContent-Type: application/x\n\nx\n--x--\n",
            "the e-mail is encrypted",
        ),
        (
            b"From: A\nContent-Type: text/plain; charset=utf-8\n\nThe mill\0 fell.\n",
            "the e-mail's text holds NUL characters",
        ),
    ],
)
def test_what_cannot_be_read_is_a_problem(content: bytes, fault: str) -> None:
    made = extract(capture(content))
    assert isinstance(made, Problem)
    assert (made.item, made.fault) == ("mail/mill.eml", fault)
    assert made.mend


@pytest.mark.parametrize(
    "content",
    [
        b"From: Ann Lee\nSubject: =?klingon?q?x?=\nDate: gestern\nContent-Type: text/plain; charset=none\n\nIt fell.\n",
        b"Subject: M\xfchle\nContent-Type: multipart/mixed\n\nIt fell.\n",
        b"Subject: It\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nIt fell.\n",
        b"Subject: It\nContent-Transfer-Encoding: base64\n\nIt fell!!\n",
        b"Subject: It\n"
        + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
        + b"\nIt fell.\n",
    ],
)
def test_a_broken_message_gives_a_report_or_a_problem(content: bytes) -> None:
    made = extract(capture(content))
    assert isinstance(made, (Report, Problem))
    if isinstance(made, Report):
        assert made.published is None
        assert notes(capture(content), made) is not None


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="On>-wrote: \n\rFTabc.é", max_size=300))
def test_its_passages_stand_in_order_and_apart(text: str) -> None:
    found = passages_of_message(text)
    ends = [(p.start, p.end) for p in found]
    assert all(a < b for a, b in ends)
    assert all(a[1] <= b[0] for a, b in pairwise(ends))
