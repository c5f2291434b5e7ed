"""Interviews whose turns no label tells."""

from __future__ import annotations

import re

import pytest

from rashomon.reading.attributions.layout.unlabelled_interviews import unlabelled_interviews
from rashomon.records import Mention, MentionKind, Passage, Voice

TALK = (
    "Mira Sand swam the strait on Sunday. She spoke to the Courier.",
    "Did your team-mates know?",
    "Only my sister. My sister told me: you are mad.",
    "Were you cold?",
    "For nine hours.",
    "I counted to a thousand.",
    "What will you do now?",
    "I will sleep.",
    "The strait is nine miles wide.",
)


def read(*paragraphs: str) -> list[list[str]]:
    text = "\n\n".join(paragraphs)
    body = [Passage(Voice.BODY, text.index(p), text.index(p) + len(p)) for p in paragraphs]
    return [[text[s.start : s.end] for s in g.content] for g in unlabelled_interviews(text, body, ())]


def test_what_answers_a_question_is_somebody_s_words() -> None:
    assert read(*TALK) == [[TALK[2]], [TALK[4], TALK[5]], [TALK[7]]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TALK[0], "Mira Sand swam the strait on Sunday."),
        (TALK[0], "Voters spoke to us in Harn on Sunday. The swimmers had talked with us before."),
        ("Were you cold?", "Was it cold?"),  # two questions are few
        ("Were you cold?", "Were you cold, and did I say so?"),  # somebody asks themselves
        ("I counted to a thousand.", "Were you afraid?"),  # two in a row are rhetoric
    ],
)
def test_what_may_be_an_essay_is_no_interview(old: str, new: str) -> None:
    paragraphs = [new if p == old else p for p in TALK]
    if new == "Were you afraid?":
        paragraphs.remove("For nine hours.")
    assert read(*paragraphs) == []


def test_answers_without_a_first_person_may_be_the_outlet_s() -> None:
    assert (
        read(
            "We asked them.",
            "What can you do?",
            "Boil it.",
            "Are you safe?",
            "No.",
            "Can you swim?",
            "Do not.",
        )
        == []
    )


VENN = "Mara Venn"
ANSWERS = (
    "I had no choice. The market was full.",
    "Twice. My deputy sent a fax, and “we never got it” is what they say now.",
    "No.",
)
QUESTIONS = (
    "You kept the gates shut. Why?",
    "The council was not told.",
    "Who shut them?",
    "Will you resign?",
)


def asked(
    title: str, intro: str, pairs: list[tuple[str, str]], apart: bool = True, behind: tuple[str, ...] = ()
) -> list[tuple[str | None, list[str]]]:
    """Who is told to answer, and what, where a page sets its questions apart as headings, or does not."""
    lines = [(Voice.HEADLINE, title), (Voice.BODY, intro)]
    for question, answer in pairs:
        lines += [(Voice.HEADLINE if apart else Voice.BODY, question), (Voice.BODY, answer)]
    lines += [(Voice.BODY, line) for line in behind]
    text, passages = "", []
    for voice, line in lines:
        passages.append(Passage(voice, len(text), len(text) + len(line)))
        text += line + "\n\n"
    mentions = [
        Mention(MentionKind.PERSON, m.start(), m.end(), 1.0) for m in re.finditer("Mara Venn|Ilan Dost", text)
    ]
    return [
        (
            text[g.source.start : g.source.end] if g.source else None,
            [text[s.start : s.end] for s in g.content],
        )
        for g in unlabelled_interviews(text, passages, (), mentions)
    ]


PAIRS = [(QUESTIONS[0], ANSWERS[0]), (QUESTIONS[2], ANSWERS[1]), (QUESTIONS[3], ANSWERS[2])]
IT_IS_ONE = ("‘Nobody told us’", "Mara Venn runs the dam. In an interview she says why.")


@pytest.mark.parametrize("apart", [True, False])
def test_answers_are_of_the_one_whom_headline_or_introduction_names(apart: bool) -> None:
    assert asked(*IT_IS_ONE, PAIRS, apart=apart) == [(VENN, [a]) for a in ANSWERS]


@pytest.mark.parametrize("form", ["**{}**", "__{}__", "Q. {}", "Q: {}", "Question: {}"])
def test_questions_of_a_plain_text_are_told_by_their_marks(form: str) -> None:
    pairs = [(form.format(q), a) for q, a in PAIRS]
    pairs.insert(1, (form.format(QUESTIONS[1]), "It was. I have the fax."))
    found = asked(*IT_IS_ONE, pairs, apart=False)
    assert [who for who, _ in found] == [VENN] * 4
    assert found[1][1] == ["It was. I have the fax."]


def test_where_questions_say_you_and_answers_i_nobody_has_to_tell_of_an_interview() -> None:
    assert asked("The gates", "Mara Venn runs the dam.", PAIRS)
    pairs = [(q.replace("You", "They").replace("you", "she"), a) for q, a in PAIRS]
    assert not asked("The gates", "Mara Venn runs the dam.", pairs)


def test_who_answers_is_not_known_where_two_are_named() -> None:
    pairs = [(q, f"I think so. {a}") for q, a in PAIRS]
    told = ("The gates", "An interview with Mara Venn and Ilan Dost, who run the dam.")
    assert [who for who, _ in asked(*told, pairs)] == [None] * 3
    named = ("Mara Venn on the gates", "We met her after Ilan Dost had left the dam.")
    assert [who for who, _ in asked(*named, pairs)] == [VENN] * 3


def test_what_stands_behind_an_interview_is_no_answer() -> None:
    behind = ("I would not know where to go.", "This interview has been shortened.", "I took the bus home.")
    assert asked(*IT_IS_ONE, PAIRS, behind=behind)[-1] == (VENN, [ANSWERS[2], behind[0]])


@pytest.mark.parametrize(
    ("title", "intro", "pairs"),
    [
        # An explainer, though somebody gave an interview elsewhere.
        (
            "What we know",
            "Mara Venn runs the dam. She gave an interview to Radio Harn.",
            [
                ("What happened?", "The gate gave way, the clinic said."),
                ("Who is to blame?", "Mara Venn says that we all are."),
                ("What is next?", "No judge will hear us before May."),
            ],
        ),
        ("Your questions", "We asked Mara Venn.", [("What should you do?", "We would pack.")] * 3),
        ("The gates", "We have had your questions. Mara Venn was asked.", PAIRS),
        # Subheadings, of which only few ask.
        (
            "The gates",
            "In an interview Mara Venn says why.",
            [*PAIRS, ("The fax", "I saw it."), ("The market", "It was full.")],
        ),
        # What the outlet itself asks and answers.
        ("The gates", "Mara Venn gave us an interview.", [("What do we know?", "I am not sure.")] * 3),
        ("The gates", "Mara Venn runs the dam.", [("Is it safe?", "It is said to be.")] * 3),
        ("The gates", "In an interview Mara Venn says why.", PAIRS[:2]),
        # The writer says “I”, of a visit.
        ("The gates", "Mara Venn runs the dam. I went to see her in the camp.", PAIRS),
    ],
)
def test_what_a_page_asks_and_answers_itself_is_no_interview(
    title: str, intro: str, pairs: list[tuple[str, str]]
) -> None:
    assert asked(title, intro, pairs) == []


@pytest.mark.parametrize(
    "intro",
    [
        "Mara Venn was interviewed by the police on Monday.",
        "In an interview last year, Mara Venn’s niece spoke.",
        "My mother, Mara Venn, talked to the stove. I met with her doctor.",
    ],
)
def test_of_whom_an_introduction_tells_need_not_answer(intro: str) -> None:
    assert all(who is None for who, _ in asked("The gates", intro, PAIRS, apart=False))
