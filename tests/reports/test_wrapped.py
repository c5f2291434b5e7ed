"""Which line ends of a plain text only fit a column."""

from __future__ import annotations

from textwrap import fill

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import attribute
from rashomon.records import Voice
from rashomon.reports.wrapped import joined, paragraphs
from tests.reports.test_extract import report

TITLE = "Ferry aground off Sandvik"
TEXT = (
    "The ferry Saint Orla ran aground on the Kestrel bank shortly before midnight on Thursday, the harbour master, Ilse "
    "Brandt, said on Friday morning.",
    "Brandt told reporters that all 214 passengers had been taken off by fishing boats, and that nobody was missing. “We "
    "counted them three times,” she said.",
    "The company that runs the ferry, Norrland Lines, disputes that. Its spokesman, Peer Aune, said at least two people "
    "were still being looked for.",
    "A passenger, Mara Quist, said the crew had told them to stay in their cabins for more than an hour, although water "
    "was already coming in through the doors of the car deck.",
)
POEM = (
    "O Saint Orla, lady of the sound,",
    "who bore the baker and the bride,",
    "what hand has set thee upon the ground",
    "and left thee there to wait the tide?",
)
POINTS = (
    "1. The passengers were asked to remain in their cabins by an order that nobody on the bridge remembers giving.",
    "2. The boats were let down at ten minutes past one, an hour and twenty minutes after the ship had struck the bank.",
    "3. No alarm was sounded.",
)
TURNS = (
    "BRANDT: We counted them three times on the quay, and each time it was the same number, and I will not have it said "
    "that we did not look for anybody.",
    "QUESTION: Then how does the company come to say that two people are still missing?",
    "BRANDT: You had better ask the company. I have asked them twice, and Mr Aune has not called me back to this hour.",
)
TABLE = (
    "Place          Passengers    Crew    Cars",
    "Sandvik               120      19      20",
    "Kestrel                61       -      13",
)
LIST = ("- 214 passengers, of whom 61 were children", "- 19 crew", "- 33 cars and four lorries")


def wrapped(paragraph: str, width: int = 72, first: str = "", then: str = "") -> str:
    return fill(
        paragraph,
        width,
        initial_indent=first,
        subsequent_indent=then,
        break_long_words=False,
        break_on_hyphens=False,
    )


def read(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in paragraphs(text)]


@pytest.mark.parametrize("width", [60, 65, 69, 72, 76, 80])
@pytest.mark.parametrize("ends", ["\n", "\r\n", " \n"])
@pytest.mark.parametrize("number", [1, 2, 4])
def test_lines_of_a_paragraph_are_one(width: int, ends: str, number: int) -> None:
    text = "\n\n".join([TITLE, *(wrapped(p, width) for p in TEXT[:number])]).replace("\n", ends)
    assert read(text) == [TITLE, *TEXT[:number]]


def test_an_indent_begins_a_paragraph() -> None:
    text = "\n".join([TITLE, "By Nils Hager", *(wrapped(p, 66, "    ") for p in TEXT)])
    assert read(text) == [TITLE, "By Nils Hager", *TEXT]
    assert read(text.replace(TITLE, "Ferry: what we know")) == ["Ferry: what we know", "By Nils Hager", *TEXT]


@pytest.mark.parametrize(
    "lines", [POEM, TABLE, LIST, ("The Harbour Office", "Sandvik, 18 October 2031"), ("* * *",)]
)
def test_what_stands_in_lines_stays_in_lines(lines: tuple[str, ...]) -> None:
    text = "\n\n".join([TITLE, *map(wrapped, TEXT[:2]), "\n".join(lines), *map(wrapped, TEXT[2:])])
    assert read(text) == [TITLE, *TEXT[:2], *(" ".join(line.split()) for line in lines), *TEXT[2:]]


@pytest.mark.parametrize("lines", [TURNS, POINTS])
@pytest.mark.parametrize("hanging", ["", "   "])
def test_a_turn_or_a_point_is_one_however_many_lines_it_has(lines: tuple[str, ...], hanging: str) -> None:
    text = "\n\n".join([TITLE, wrapped(TEXT[0]), "\n".join(wrapped(p, 72, then=hanging) for p in lines)])
    assert read(text) == [TITLE, TEXT[0], *lines]


def test_a_headline_over_two_lines_is_one_and_no_line_of_it_a_paragraph() -> None:
    long = "Ferry with two hundred people on board runs aground off Sandvik as its owners and the harbour disagree"
    made = report(
        "\n\n".join(
            [wrapped(long), wrapped("SANDVIK, 17 October 2031 (NPA) - " + TEXT[0]), *map(wrapped, TEXT)]
        ),
        "text/plain",
    )
    assert (made.title, made.published) == (long, "2031-10-17")
    assert [p.voice for p in made.passages][:2] == [Voice.HEADLINE, Voice.BODY]
    titles = "Ferry Runs Aground Off Sandvik In The Night With Two Hundred On Board"
    assert read("\n".join([titles, wrapped(TEXT[0]), wrapped(TEXT[1])]))[0] == titles


def test_an_address_longer_than_the_column_stands_alone() -> None:
    address = "https://harbour.example/" + "-".join(["notices"] * 12)
    text = "\n".join(
        [wrapped(TEXT[0]), "", wrapped(TEXT[1]), "", "More here:", address, "", wrapped(TEXT[2])]
    )
    assert read(text) == [*TEXT[:2], "More here:", address, TEXT[2]]


def test_lines_that_a_typist_broke_by_eye_are_one_paragraph() -> None:
    text = (
        "The ferry Saint Orla ran aground on the Kestrel bank shortly\nbefore midnight on Thursday, the harbour master, Ilse\n"
        "Brandt, said on Friday morning. All 214 passengers had been\ntaken off by fishing boats, she said, and nobody\n"
        "was missing.\n\nThe company that runs the ferry, Norrland Lines, disputes\nthat. Its spokesman, Peer Aune, said two "
        "people were\nstill being looked for, and that the company\nhad not been asked.\n"
    )
    assert len(read(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "\n".join([TITLE, *TEXT]),
        "\n\n".join([TITLE, *TEXT]),
        "\n".join(
            [
                TITLE,
                *TEXT,
                *(p.replace("said", "told us") for p in TEXT),
                "a line that somebody broke in the\nmiddle.",
            ]
        ),
        "\n".join(POEM),
        "\n".join(
            ["we went down to the shore and there was no ship,", "and no one had a word for what was gone"]
            * 5
        ),
        "\n".join(TURNS),
        "\n".join(["Harbour opens at six", "Ferry company fined for a late boat", "No school on Monday"] * 4),
    ],
)
def test_a_text_whose_lines_are_paragraphs_keeps_them(text: str) -> None:
    assert read(text) == [line for line in text.splitlines() if line]
    assert joined(text) == text


def test_what_is_read_is_the_same_however_the_lines_are_broken() -> None:
    def told(text: str) -> list[tuple[str, ...]]:
        made, reading = attribute(text)
        return [
            (
                a.speaker.name or "",
                *(" ".join(made.text[s.start : s.end].split()) for s in (*a.source, *a.content)),
            )
            for a in reading.attributions
        ]

    whole = told("\n\n".join([TITLE, *TEXT]))
    assert len(whole) >= 4
    for width in (60, 72):
        assert told("\n\n".join([TITLE, *(wrapped(p, width) for p in TEXT)])) == whole
        assert told("\n".join([TITLE, *(wrapped(p, width, "   ") for p in TEXT)])) == whole


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="aB .:-\n\r\t“1", max_size=400))
def test_paragraphs_stand_in_order_and_hold_all_that_is_no_space(text: str) -> None:
    found = list(paragraphs(text))
    assert [c for start, end in found for c in text[start:end] if not c.isspace()] == [
        c for c in text if not c.isspace()
    ]
    assert found == sorted(found)
    assert len(joined(text)) == len(text)
