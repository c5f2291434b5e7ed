"""The passages of plain texts, where only the words tell."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records import Voice
from rashomon.reports.voices import is_byline, passages
from rashomon.reports.wrapped import paragraphs

SHARED = Path(os.environ.get("RASHOMON_SHARED", Path(__file__).parents[2].parent / "shared"))

BODY = [
    "The old mill at Oltra burned to the ground on Monday night after the pumps had stood dry for an hour, officials said.",
    "Mayor Tomas Lee told reporters on Tuesday that the council had refused to pay for new pumps in March.",
    "The council's clerk, Ida Marsh, denied it. “There was no such letter,” she said in a statement.",
    "The mill was built in 1871 and had stood empty since the flood of 2019, according to the valley's archive.",
    "Police said three witnesses had been questioned, and that the cause of the fire was not known.",
]
COMMENTS = [
    "Thank you for this!! I saw it from my window and I was so scared, I still cant believe its gone...",
    "why did nobody check the pumps? you people should be ashamed of yourself, I hope they all lose their jobs lol",
]


def voiced(*lines: str, joined: str = "\n\n") -> list[tuple[Voice, str]]:
    text = joined.join(lines)
    return [(passage.voice, text[passage.start : passage.end]) for passage in passages(text)]


def voices(*lines: str) -> list[Voice]:
    return [voice for voice, _ in voiced(*lines)]


def test_each_line_has_its_voice() -> None:
    assert voiced(
        "Mill burns in Oltra",
        "By Ann Lee",
        "Published 5 April 2031, 10:15 GMT",
        BODY[0],
        "Photo: Bob Ray",
        BODY[1],
        "Our hearts are with Oltra tonight. — Mayor Lee (@mayorlee) April 5, 2031",
        BODY[2],
        "Related articles",
        "Council shuts the library in Oltra",
        "Leave a Reply",
        "Your email address will not be published.",
    ) == [
        (Voice.HEADLINE, "Mill burns in Oltra"),
        (Voice.BYLINE, "By Ann Lee"),
        (Voice.BYLINE, "Published 5 April 2031, 10:15 GMT"),
        (Voice.BODY, BODY[0]),
        (Voice.CAPTION, "Photo: Bob Ray"),
        (Voice.BODY, BODY[1]),
        (Voice.EMBEDDED, "Our hearts are with Oltra tonight. — Mayor Lee (@mayorlee) April 5, 2031"),
        (Voice.BODY, BODY[2]),
        (Voice.FURNITURE, "Related articles"),
        (Voice.FURNITURE, "Council shuts the library in Oltra"),
        (Voice.FURNITURE, "Leave a Reply"),
        (Voice.FURNITURE, "Your email address will not be published."),
    ]


def test_readers_comments_at_the_end_are_told_by_their_manner() -> None:
    assert voices(*BODY, *COMMENTS) == [Voice.BODY] * 5 + [Voice.COMMENT] * 2


def test_a_heading_announces_comments() -> None:
    assert (
        voices(*BODY, "2 Comments", *COMMENTS) == [Voice.BODY] * 5 + [Voice.FURNITURE] + [Voice.COMMENT] * 2
    )


@pytest.mark.parametrize(
    "ending",
    [
        [],
        [
            "“I was so scared!” cried Kate Marsh, who lives across the river. “You people should be ashamed of yourselves.”"
        ],
        [
            "“Why did nobody check? I ask you all, my friends.",
            "I will not rest. You will not rest!",
            "We shall build it again!”",
        ],
        ["The inquiry goes on."],
        [
            "Q: Did you see them? I was so scared for you!!",
            "A: I saw four of them, and I was hurt, you know.",
            "Q: Who called them? You must tell us!",
        ],
    ],
)
def test_a_report_without_comments_has_none(ending: list[str]) -> None:
    assert voices("Mill burns in Oltra", *BODY, *ending) == [Voice.HEADLINE] + [Voice.BODY] * (
        5 + len(ending)
    )


def test_an_essay_that_tells_who_says_what_goes_on() -> None:
    essay = [
        "My grandfather used to say that a bridge is an argument that two banks have agreed to stop having. He built "
        "four of them. I thought of him on Monday, when the mayor told us, with a straight face, that the Quell Street "
        'bridge would be "reimagined".',
        "Reimagined! What Mr Sorrel means is that it will be sold. His own finance chief says so, in a memo that this "
        'paper published on Friday: "Disposal of the asset is the preferred option." Disposal of the asset. My '
        "grandfather would have spat.",
        "Critics will say that I am sentimental. Perhaps. But Dr Anil Rao, who knows more about load-bearing steel than "
        'anyone on the council, is not a sentimental man, and he has called the plan "vandalism with a spreadsheet". '
        "The engineers' guild thinks it will cost eleven million more than the mayor claims. Even Councillor Beth Tye, "
        'a loyalist if ever there was one, confided to me that she "would not sign it sober".',
        "The mayor's supporters argue that the money would build a clinic. So it would. And if I sold my roof I could "
        "buy a splendid umbrella.",
        '"There is no alternative," Mr Sorrel says. There is always an alternative. As Brecht might have put it, would '
        "it not be simpler to dissolve the people and elect another?",
        "Do not let them tell you that the bridge is unsafe. It was declared sound in 2019. It was declared sound in "
        "2022. I have read both reports, which is more, I suspect, than he has.",
    ]
    assert Voice.COMMENT not in voices("Let the bridges rest", "By Harriet Stowe", *essay)


def test_the_entries_of_a_live_report_are_no_comments() -> None:
    entries = [
        "17:42",
        BODY[0],
        "17:15",
        BODY[1],
        "16:58",
        "I am here and I can't see them!! Who pays for that?",
    ]
    later = [
        "16:20",
        "A reader writes: My daughter was so scared. You people!",
        "15:05",
        "Good afternoon. Thank you all.",
    ]
    assert Voice.COMMENT not in voices("Mill burns: live", *entries, *later)


def test_a_report_in_the_first_person_is_no_comment() -> None:
    message = [
        "I call on you, people of the valley, to stand with us!",
        "We have lost the mill. We have not lost the water.",
    ]
    assert Voice.COMMENT not in voices("A message from the mayor", *message, *message, "I thank you all.")


@pytest.mark.parametrize(
    ("first", "headline"),
    [
        ("Mill burns in Oltra", True),
        ("“We had no water,” says mayor of Oltra", True),
        ("Mill Burns in Oltra as Council Argues.", True),
        ("Mayor: I call on all of you to help!", True),
        (
            "The mayor of Oltra said on Monday that",
            True,
        ),  # nothing but a full stop would tell it from a headline
        ("He said:", False),
        ("“We had no water", False),
        (BODY[1], False),
        ("Mill", False),
    ],
)
def test_headlines(first: str, headline: bool) -> None:
    assert (voices(first, *BODY)[0] == Voice.HEADLINE) is headline


def test_a_text_of_one_line_is_its_body() -> None:
    assert voices("The mill burned down") == [Voice.BODY]
    assert passages("") == passages(" \n\t\n") == ()


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ann Lee", True),
        ("By ANN LEE and Bob Ray, Staff Writers", True),
        ("Written by: Ann van der Lee | The Lantern", True),
        ("April 5, 2031", True),
        ("Updated on Sat 5 April 2031 at 10:15 pm", True),
        ("By Monday the mill was gone.", False),
        ("By then, the pumps were dry and nobody knew what to do.", False),
        ("On April 5, 2031 the mill burned down.", False),
        ("5 April", False),
    ],
)
def test_bylines(line: str, byline: bool) -> None:
    assert is_byline(line) is byline


def test_lines_broken_at_a_fixed_width_are_one_paragraph() -> None:
    words = " ".join(BODY * 3).split()
    lines, line = [], ""
    for word in words:
        if len(line) + 1 + len(word) > 72:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    text = "\n".join([*lines, line]) + "\n\n" + BODY[0][:60]
    assert [text[a:b].count("\n") for a, b in paragraphs(text)] == [len(lines), 0]


def test_short_lines_of_a_message_stay_apart() -> None:
    lines = [
        "Tyrants came.",
        "Our land is iron.",
        "Is all lost? No!",
        "Only we stand.",
        "We will not give up.",
    ] * 4
    assert len(list(paragraphs("\n".join(lines)))) == 20


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("aI “”\"'.!?\n\r\t\u2028\u200b:—(@")))
def test_passages_cover_the_text_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for passage in passages(text):
        assert end <= passage.start < passage.end <= len(text)
        assert not text[end : passage.start].strip()
        assert text[passage.start : passage.end] == text[passage.start : passage.end].strip()
        end = passage.end
    assert not text[end:].strip()


@pytest.mark.skipif(not (SHARED / "seed-story").is_dir(), reason="needs ../shared/seed-story")
def test_both_voices_of_the_seed_story() -> None:
    gold = json.loads((SHARED / "seed-story" / "gold.json").read_text(encoding="utf-8"))
    for wanted in gold["voices"]:
        text = (SHARED / "seed-story" / wanted["doc"]).read_bytes().decode("utf-8")
        start, end = wanted["span"]
        voice = {"boilerplate": Voice.FURNITURE}.get(wanted["voice"], wanted["voice"])
        for passage in passages(text):
            assert (passage.voice == voice) == (start <= passage.start < end)


@pytest.mark.skipif(not (SHARED / "data" / "polnear").is_dir(), reason="needs ../shared/data/polnear")
def test_news_without_comments_keeps_its_body() -> None:
    found = [
        p.voice
        for path in sorted((SHARED / "data/polnear/dev/text").glob("*.txt"))
        for p in passages(path.read_bytes().decode())
    ]
    assert found.count(Voice.COMMENT) <= len(found) // 100  # 0.67% when this was written


def test_an_outlet_and_a_date_alone_are_no_headline() -> None:
    lines = ("Gimli Post, 11 November 2031", "Mill burns in Oltra", BODY[0])
    assert voices(*lines) == [Voice.BYLINE, Voice.HEADLINE, Voice.BODY]
    assert voices("Harn Bridge, 11 November 2031", BODY[0], BODY[1])[0] is Voice.HEADLINE
