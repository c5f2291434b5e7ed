"""What stands in an e-mail and is not what its sender says, and what only looks so."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records import Voice
from rashomon.reports.message import passages_of_message
from rashomon.reports.quoted_mail import not_the_senders
from tests.reports.test_message import message, own, read

SAID = "All 214 passengers were taken off by fishing boats, and nobody is missing, the harbour office says."
MORE = "The company has not answered our letter of Thursday, in which we asked for the list of the crew."
OTHER = "Peer Aune said that two people were still being looked for."


def bodies(text: str) -> list[str]:
    return [text[p.start : p.end] for p in passages_of_message(text) if p.voice is not Voice.FURNITURE]


@pytest.mark.parametrize(
    "lead",
    [
        "On Thu, 16 Oct 2031 at 21:40, Peer Aune <aune@norrland.example> wrote:",
        "Am Do., 16. Okt. 2031 um 21:40 Uhr schrieb Peer Aune\n<aune@norrland.example>:",
        "Am 16.10.2031 um 21:40 hat Peer Aune geschrieben:",
        "Le jeu. 16 oct. 2031 à 21:40, Peer Aune <aune@norrland.example> a écrit :",
        "El jue, 16 oct 2031 a las 21:40, Peer Aune (<aune@norrland.example>) escribió:",
        "Il giorno gio 16 ott 2031 alle ore 21:40 Peer Aune <aune@norrland.example> ha scritto:",
        "Op do 16 okt. 2031 om 21:40 schreef Peer Aune <aune@norrland.example>:",
        "Den tors 16 okt. 2031 kl 21:40 skrev Peer Aune <aune@norrland.example>:",
        "Em qui., 16 de out. de 2031 às 21:40, Peer Aune <aune@norrland.example> escreveu:",
        "W dniu 16.10.2031 o 21:40, Peer Aune pisze:",
        '16.10.2031, 21:40, "Peer Aune" <aune@norrland.example>:',
    ],
)
def test_what_is_quoted_is_told_in_any_language(lead: str) -> None:
    assert bodies(f"{SAID}\n\n{lead}\n> {OTHER}\n> Nothing more.\n\n{MORE}\n") == [SAID, MORE]
    assert bodies(f"{SAID}\n\n{lead}\n\n{OTHER}\n\nNothing more.\n") == [SAID]


@pytest.mark.parametrize(
    "header",
    [
        "From: Peer Aune\nSent: Thursday, 16 October 2031 21:40\nTo: Ilse Brandt\nSubject: RE: The ferry",
        "________________________________\nVon: Peer Aune <aune@n.example>\nGesendet: heute\nAn: Ilse Brandt\nBetreff: Fähre",
        "De : Peer Aune\nEnvoyé : jeudi 16 octobre 2031 21:40\nÀ : Ilse Brandt\nObjet : RE: le ferry",
        "De: Peer Aune\nEnviado el: jueves, 16 de octubre de 2031\nPara: Ilse Brandt\nAsunto: RE: el ferry",
        "-----Ursprüngliche Nachricht-----\nVon: Peer Aune",
        "---------- Forwarded message ---------\nFrom: Peer Aune <aune@norrland.example>",
        "_______________________________________________\nFerries mailing list",
    ],
)
def test_all_below_another_message_s_header_is_another_s(header: str) -> None:
    assert bodies(f"{SAID}\n\n{header}\n\n{OTHER}\n") == [SAID]


@pytest.mark.parametrize("greeting", ["Dear editors,", "Good morning,", "Hi Ann!", "To whom it may concern:"])
@pytest.mark.parametrize(
    "parting", ["Kind regards,", "Yours sincerely", "Best wishes,", "Mit freundlichen Grüßen", "-- "]
)
def test_greetings_and_signatures_are_nothing_that_is_said(greeting: str, parting: str) -> None:
    signed = f"{parting}\n\nIlse Brandt\nHarbour master, Sandvik\nTel. +47 555 0142\nwww.sandvik.example"
    assert bodies(f"{greeting}\n\n{SAID}\n\n{MORE}\n\n{signed}\n") == [SAID, MORE]
    assert bodies(f"{SAID}\n\nKind regards, Ilse Brandt, Harbour Office\n") == [SAID]
    page = "".join(f"<p>{line}</p>" for line in f"{greeting}\n{SAID}\n{MORE}\n{signed}".split("\n") if line)
    assert own(read(message(None, page).as_bytes())) == [SAID, MORE]


def test_what_a_sender_adds_below_a_name_is_said() -> None:
    text = f"Good morning,\n\nplease find our statement below.\n\nBest wishes\nIlse\n\n{SAID}\n\nPS: {MORE}\n"
    assert bodies(text) == ["please find our statement below.", SAID, f"PS: {MORE}"]


def test_a_letter_that_is_sent_on_keeps_its_own_ends() -> None:
    letter = ["Dear Minister,", MORE, "Yours sincerely,", "The mothers of Sandvik"]
    text = "\n\n".join(["Hello all,", SAID, "Thanks,", "Ilse", *letter])
    assert bodies(text) == [SAID, *letter]


def test_a_quoted_line_that_was_broken_once_more_is_quoted() -> None:
    text = f"On 16 Oct 2031 Peer Aune wrote:\n> Two people were still being looked for in the\nwater.\n> Nothing more.\n\n{SAID}"
    assert bodies(text) == [SAID]


@pytest.mark.parametrize(
    "rest",
    [
        "> 40 people died on the bank in 1931, the archive says.",
        "On 5 April 2031 the mayor wrote:\n\nWe have no money for pumps, and shall have none.",
        "Le maire a écrit :\n\n“Rien.”",
        "From: the engine room\nDate: 16 October\n\nNobody answered.",
        "______________________________\n\nNobody answered.",
        f"--\n\n{SAID}",
        "Best friends and rivals met in Sandvik on Friday.",
        "Regards to the harbour office were sent by the king.",
        "Thank you\n\nNobody answered the harbour office when it had asked for the names.",
        "Dear is the price of bread in Sandvik.",
        "Subject: ferries\nThe teacher asked about them.",
    ],
)
def test_what_only_looks_like_it_is_said(rest: str) -> None:
    assert (
        bodies(f"{SAID}\n\n{rest}\n\n{MORE}\n") == [SAID, *filter(None, rest.split("\n")), MORE]
        or rest[:2] == "__"
    )
    assert MORE in bodies(f"{SAID}\n\n{rest}\n\n{MORE}\n")


@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-8", "none"])
def test_letters_that_stand_as_bytes_in_a_header_are_told(charset: str) -> None:
    content = f"From: Jørgen Müller <jm@sandvik.example>\nSubject: Fähre\nContent-Type: text/plain; charset={charset}\n\n{SAID}\n"
    made = read(content.encode("utf-8" if charset == "utf-8" else "cp1252"))
    assert (made.authors, made.title) == (("Jørgen Müller",), "Fähre")


@pytest.mark.parametrize(
    ("sender", "author"),
    [
        (
            "=?utf-8?q?Harbour_Office=2C_Sandvik_Count?=\n =?utf-8?q?y?= <office@sandvik.example>",
            "Harbour Office, Sandvik County",
        ),
        ("Council, Press and Cit\n y <city@sandvik.example>", "Council, Press and Cit y"),
        ('"Brandt,\n Ilse" <brandt@sandvik.example>', "Brandt, Ilse"),
        ("y <y@sandvik.example>", None),
    ],
)
def test_a_sender_over_two_lines_is_told_whole(sender: str, author: str | None) -> None:
    made = read(
        f"From: {sender}\nDate: Mon, 01 Jan 0001 00:00:00 +0000\nSubject: The ferry\n\n{SAID}\n".encode()
    )
    assert (made.authors, made.published) == ((author,) if author else (), None)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="On>-_wrote:, \n\rFTDear.é", max_size=300))
def test_its_lines_stand_in_order_and_apart(text: str) -> None:
    found = not_the_senders(text)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
