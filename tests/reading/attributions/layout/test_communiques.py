"""Reports that are themselves a body's statement."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.layout.communiques import communiques
from rashomon.records import Passage, Voice

POINTS = (
    "1. Our forces entered Lidva at dawn on 4 May.",
    "2. Forty of the enemy were killed.",
    "III) We did not shell the clinic. The shells came from the south bank.",
)
SIGNED = ("The General Command of the Northern Front", "Orsk, 5 May 2031")
TITLE = "STATEMENT No. 14 OF THE GENERAL COMMAND"
LEAD = "The General Command announces to the people of Torvena:"


def read(*lines: str, byline: str | None = None) -> list[tuple[str, list[str]]]:
    text, passages = "", []
    for n, line in enumerate([*lines[:1], *([byline] if byline else []), *lines[1:]]):
        voice = Voice.HEADLINE if n == 0 else Voice.BYLINE if line == byline else Voice.BODY
        passages.append(Passage(voice, len(text), len(text) + len(line)))
        text += line + "\n\n"
    return [
        (text[g.source.start : g.source.end], [text[s.start : s.end] for s in g.content])
        for g in communiques(text, passages)
        if g.source is not None
    ]


def test_points_are_the_issuer_s_without_their_numbers_the_lead_and_the_signature() -> None:
    assert read(TITLE, LEAD, *POINTS, *SIGNED) == [
        (
            "The General Command of the Northern Front",
            [
                "Our forces entered Lidva at dawn on 4 May.",
                "Forty of the enemy were killed.",
                "We did not shell the clinic. The shells came from the south bank.",
            ],
        )
    ]


@pytest.mark.parametrize(
    ("lines", "who"),
    [
        ((TITLE, *POINTS), "GENERAL COMMAND"),
        (
            ("NORTHERN FRONT", "GENERAL COMMAND", "Military Communiqué No. 7", *POINTS, SIGNED[1]),
            "NORTHERN FRONT",
        ),
        (("Military Communiqué No. 7", POINTS[1], *SIGNED), SIGNED[0]),
        (
            ("Communiqué of the Ministry of Defence of Torvena", "5 May 2031", *POINTS),
            "Ministry of Defence of Torvena",
        ),
        (
            (
                "Statement by the Workers’ Party on the shooting in Lidva",
                "We demand names.",
                "We call on all to stop work.",
            ),
            "Workers’ Party",
        ),
        (
            (
                "Statement No. 3 of the Harn Council",
                "Nobody was told.",
                "Signed: The Harn Council",
                "ENDS",
                "Call 12.",
            ),
            "The Harn Council",
        ),
    ],
)
def test_who_issues_it_is_told_by_title_masthead_or_signature(lines: tuple[str, ...], who: str) -> None:
    ((found, content),) = read(*lines)
    assert found == who
    assert not any(SIGNED[0] in c or SIGNED[1] in c or "ENDS" in c for c in content)


@pytest.mark.parametrize(
    "lines",
    [
        ("Fighting in Lidva: four things to know", *POINTS),  # a list of a report's own
        (
            "Appeal of the Vinyl Movement",
            "Records sell again.",
            "Shops are full.",
            "Orsk Council",
        ),  # others sign it
        (
            "Statement of the General Command on Lidva",
            "The film is long.",
            "We sat in the dark.",
            "Its hero is mute.",
            "We left early.",
            "It runs until May.",
        ),
        (
            "Statement of the Harn Council",
            "The council announces:",
            "1. The bridge is shut.",
            "2. The mayor told reporters that it would open soon.",
            "Harn Council",
        ),
        ("Statement of the General Command draws anger", *POINTS),
        ("Statement of the General Command on Lidva", "The command said it holds the bridge.", *SIGNED),
        ("Statement of the General Command on Lidva", "1. Ann Lee said it fell.", "2. Nobody came."),
        (
            "Statement of the General Command on Lidva",
            "Forty were killed.",
        ),  # nothing tells that it is the text itself
        ("Statement No. 14", *POINTS),  # nobody issues it
        ("Statement of facts", *POINTS),
    ],
)
def test_what_tells_of_a_statement_is_none(lines: tuple[str, ...]) -> None:
    assert read(*lines) == []


def test_what_an_author_signs_is_a_report() -> None:
    assert read(TITLE, LEAD, *POINTS, byline="By Jon Pell") == []


def test_no_line_takes_long() -> None:
    for line in ("of the " * 1200, "A, " * 2700, "Statement of A" + " the A" * 1600, "states " * 1200):
        read(TITLE, line, line, line)
