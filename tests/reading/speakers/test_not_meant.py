"""Whom a pronoun cannot mean: then the speaker is not known, rather than somebody who never said it."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.attributions import Certainty, Found
from rashomon.reading.speakers.speakers import speakers
from rashomon.records import AttributionKind, Span
from tests.reading.names.persons.test_people import mentions
from tests.reading.speakers.test_speakers import organisation
from tests.reading.work import lines_run


def said(
    text: str, source: str, cue: str, content: str, inside: int | None = None, direct: bool = False
) -> Found:
    """An attribution whose cue comes after its source, each told by its words."""
    at = text.index(source + " " + cue) if source else text.index(cue)
    cue_at = text.index(cue, at)
    start = text.index(content)
    return Found(
        source=(Span(at, at + len(source)),) if source else (),
        cue=(Span(cue_at, cue_at + len(cue)),),
        content=(Span(start, start + len(content)),),
        kind=AttributionKind.DIRECT if direct else AttributionKind.INDIRECT,
        certainty=Certainty(1, 1, 1),
        inside=inside,
    )


def last(text: str, people: tuple[str, ...], *found: Found) -> str | None:
    return speakers(text, mentions(text, *people), found)[-1].name


def test_who_is_named_in_what_is_said_does_not_say_it() -> None:
    told = "Oran Kerr was tired. Oran Kerr sat down. He said that {} had asked him to lie."
    for name, speaker in (("Oran Kerr", None), ("a friend", "Oran Kerr")):
        text = told.format(name)
        found = said(text, "He", "said", f"that {name} had asked him to lie")
        assert last(text, ("Oran Kerr",), found) == speaker


def test_one_s_own_name_in_one_s_own_mouth_bars_nobody() -> None:
    text = "Oran Kerr was tired. Oran Kerr sat down. He said: “I am Oran Kerr.”"
    assert (
        last(text, ("Oran Kerr",), said(text, "He", "said", "“I am Oran Kerr.”", direct=True)) == "Oran Kerr"
    )


def test_who_is_told_does_not_tell() -> None:
    told = "Oran Kerr was tired. Oran Kerr sat down. He told {} to wait below."
    for name, speaker in (("Mr. Kerr", None), ("the men", "Oran Kerr")):
        text = told.format(name)
        assert last(text, ("Oran Kerr", "Kerr"), said(text, "He", "told", "to wait below")) == speaker


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [("Oran Kerr asked her about it.", None), ("Oran Kerr asked for a chair.", "Oran Kerr")],
)
def test_who_asks_somebody_right_before_a_quotation_does_not_answer(lead: str, speaker: str | None) -> None:
    text = f"Oran Kerr came in. {lead} “It is late,” he said."
    assert last(text, ("Oran Kerr",), said(text, "he", "said", "“It is late,”", direct=True)) == speaker


def test_who_asked_does_not_answer() -> None:
    asked = "The drover was asked by Judge Oran Kerr whether he knew it. He {}, “Yes.”"
    for cue, speaker in (("responded", None), ("said", "Oran Kerr")):
        text = asked.format(cue)
        question = said(text, "Judge Oran Kerr", "whether", "whether he knew it")
        question = Found(
            question.source, (Span(text.index("was asked"), text.index(" by")),), question.content,
            question.kind, question.certainty,
        )  # fmt: skip
        assert last(text, ("Oran Kerr",), question, said(text, "He", cue, "“Yes.”", direct=True)) == speaker


def test_he_in_a_quotation_is_nobody_whom_its_paragraph_has_not_named() -> None:
    text = (
        "Constable Oran Kerr closed the street.\n\n“They cuffed the man,” Dessa Morlin said. "
        "“He was saying that it hurt.”"
    )
    outer = said(text, "Dessa Morlin", "said", "“He was saying that it hurt.”", direct=True)
    inner = said(text, "He", "was saying", "that it hurt", inside=0)
    assert last(text, ("Oran Kerr", "Dessa Morlin"), outer, inner) is None


def test_who_behind_of_and_an_organisation_is_not_the_organisation() -> None:
    text = "The Lidva clinic was full. A nurse at the Lidva clinic, who asked for quiet, was tired."
    found = said(text, "who", "asked", "for quiet")
    assert speakers(text, organisation(text, "Lidva clinic"), (found,))[0].name is None


def test_a_first_name_that_is_never_hers_is_no_she() -> None:
    text = "John Morlin was missing. John Morlin had left a note. She said the note was short."
    assert last(text, ("John Morlin",), said(text, "She", "said", "the note was short")) is None


def test_whom_the_report_calls_he_is_no_she() -> None:
    text = (
        "Oran Kerr put down his lamp and left. Oran Kerr knew that he was late. Nobody met Oran Kerr. "
        "She said the road was wet."
    )
    assert last(text, ("Oran Kerr",), said(text, "She", "said", "the road was wet")) is None


def test_whom_the_report_calls_dead_tells_little_by_a_pronoun() -> None:
    told = (
        "Emese Korvat and Ana Morlin {} at the weir. Emese Korvat was tired. Mr. Kerr dragged Ana Morlin upstairs. "
        "She said he had a saw."
    )
    for fate, speaker in (("was killed", None), ("was tired", "Ana Morlin")):
        text = told.format(fate)
        found = said(text, "She", "said", "he had a saw")
        assert last(text, ("Emese Korvat", "Ana Morlin", "Kerr"), found) == speaker


def test_whom_a_report_calls_he_is_no_she() -> None:
    text = (
        "Oran Kerr was tired. {} said it was late. The widow has read it. She said that it was false. "
        "She said that it hurt."
    )
    for pronoun, speaker in (("He", None), ("She", "Oran Kerr")):
        told = text.format(pronoun)
        first = said(told, pronoun, "said", "it was late")
        assert last(told, ("Oran Kerr",), first) == "Oran Kerr"
        assert last(told, ("Oran Kerr",), first, said(told, "She", "said", "that it was false")) == speaker


def test_of_two_told_of_before_none_is_singled_out() -> None:
    told = "Oran Kerr was tired. Oran Kerr sat down.\n\n{} will meet on Sunday. He said that it was late."
    for who, speaker in (("The two", None), ("Oran Kerr", "Oran Kerr")):
        text = told.format(who)
        assert last(text, ("Oran Kerr",), said(text, "He", "said", "that it was late")) == speaker


def test_by_whom_somebody_was_asked_is_not_who_says_it() -> None:
    told = "Oran Kerr came. Asked {}why it was shut, he said it was not."
    for by, speaker in (("by our editor, Oran Kerr, ", None), ("", "Oran Kerr")):
        text = told.format(by)
        question = said(text, "", "why", "why it was shut")
        answer = said(text, "he", "said", "it was not")
        assert last(text, ("Oran Kerr",), question, answer) == speaker


def test_the_cook_who_asked_not_to_be_named_is_not_who_spoke_before() -> None:
    told = "“We never saw it,” Oran Kerr said. {} disagreed. “I saw it,” he said."
    for who, speaker in (
        ("The cook of the inn, who asked not to be named,", None),
        ("His wife", "Oran Kerr"),
    ):
        text = told.format(who)
        found = [said(text, "Oran Kerr", "said", "“We never saw it,”", direct=True)]
        if speaker is None:
            found.append(said(text, "who", "asked", "not to be named"))
        found.append(said(text, "he", "said", "“I saw it,”", direct=True))
        assert last(text, ("Oran Kerr",), *found) == speaker


def test_she_behind_what_the_judge_said_is_the_judge() -> None:
    text = (
        "Judge Rowen Pike came. Ms Norr rose. “No,” Ms Norr said.\n"
        "The judge warned that it was late. {}“Go home,” she said."
    )
    for between, speaker in (("", "Rowen Pike"), ("Ms Norr rose. ", "Norr")):
        told = text.format(between)
        found = [
            said(told, "Ms Norr", "said", "“No,”", direct=True),
            said(told, "The judge", "warned", "that it was late"),
            said(told, "she", "said", "“Go home,”", direct=True),
        ]
        assert last(told, ("Rowen Pike", "Norr"), *found) == speaker


@pytest.mark.parametrize(
    ("whom", "speaker"),
    [
        ("the driver was tired", None),
        ("her nephew was tired", None),
        ("his wife was tired", "Otto Lind"),
        ("it was late", "Otto Lind"),
        ("the mayor was tired", "Otto Lind"),  # as the report calls him
    ],
)
def test_of_whom_somebody_speaks_without_a_name_is_nobody_named_before(
    whom: str, speaker: str | None
) -> None:
    text = f"Otto Lind, the mayor, left. Mary Kerr said {whom}. “He said that he would sleep,” she said."
    found = (
        said(text, "Mary Kerr", "said", whom),
        said(text, "she", "said", "“He said that he would sleep,”", direct=True),
        said(text, "He", "said", "that he would sleep", inside=1),
    )
    assert last(text, ("Otto Lind", "Mary Kerr"), *found) == speaker


def test_in_marks_within_a_retold_content_he_is_whom_the_paragraph_names() -> None:
    for mark, speaker in (("“", None), ("", "Otto Lind")):
        text = f"Otto Lind was ill. Otto Lind slept.\n\nMary Kerr said it was late. {mark}He said that he would sleep."
        found = (
            said(text, "Mary Kerr", "said", f"it was late. {mark}He said that he would sleep."),
            said(text, "He", "said", "that he would sleep", inside=0),
        )
        assert last(text, ("Otto Lind", "Mary Kerr"), *found) == speaker


def test_retold_the_inmate_may_be_whom_the_report_has_named() -> None:
    text = "Otto Lind fled. The inmate sat in a chair, which he claimed that he needed, officials said."
    at = text.index("officials")
    outer = Found(
        (Span(at, at + 9),),
        (Span(at + 10, at + 14),),
        (Span(text.index("The inmate"), at - 2),),
        AttributionKind.INDIRECT,
        Certainty(1, 1, 1),
    )
    inner = said(text, "he", "claimed", "that he needed", inside=0)
    assert last(text, ("Otto Lind",), outer, inner) == "Otto Lind"


@pytest.mark.parametrize(
    ("begins", "speaker"),
    [
        ("A reporter was fired over her story that", None),
        ("A reporter was fired over his story that", "Orr"),
        ("The story by a reporter of her party", "Orr"),
    ],
)
def test_she_is_not_who_is_named_behind_somebody_with_a_her(begins: str, speaker: str | None) -> None:
    text = f"{begins} claimed President Orr played golf, even though she says it was asked for."
    assert last(text, ("Orr",), said(text, "she", "says", "it was asked for")) == speaker


def test_she_may_be_whom_the_text_tells_to_be_a_woman() -> None:
    text = "A reporter was fired over her story on President Anna Orr, though she says it was asked for."
    assert last(text, ("Anna Orr",), said(text, "she", "says", "it was asked for")) == "Anna Orr"


@pytest.mark.parametrize(("who", "speaker"), [("An officer", None), ("A letter", "Oran Kerr")])
def test_he_who_begins_a_sentence_behind_one_about_somebody_is_nobody_named_before_it(
    who: str, speaker: str | None
) -> None:
    text = f"Oran Kerr was tired. Oran Kerr sat down. {who} came. He said that it rained."
    assert last(text, ("Oran Kerr",), said(text, "He", "said", "that it rained")) == speaker


def test_he_behind_a_sentence_about_somebody_is_nobody_named_before_it() -> None:
    for sentence, speaker in (("A driver came up.", None), ("A driver met Oran Kerr.", "Oran Kerr")):
        text = f"Oran Kerr said the road was shut. {sentence} “I was stuck for an hour,” he said."
        found = (
            said(text, "Oran Kerr", "said", "the road was shut"),
            said(text, "he", "said", "“I was stuck for an hour,”", direct=True),
        )
        assert last(text, ("Oran Kerr",), *found) == speaker


@pytest.mark.parametrize(
    ("who", "pronoun", "speaker"),
    [
        ("A lawyer for Oran Kerr", "He", None),
        ("The lawyer for Oran Kerr", "He", None),
        ("A friend of Oran Kerr", "He", None),
        ("Oran Kerr’s brother", "He", None),
        ("Oran Kerr's former lawyer", "He", None),
        ("Oran Kerr’s sister", "He", "Oran Kerr"),
        ("Oran Kerr’s lawyers", "He", "Oran Kerr"),
        ("Aides to Oran Kerr", "He", "Oran Kerr"),
    ],
)
def test_he_behind_what_somebody_s_lawyer_said_is_not_whose_lawyer_it_is(
    who: str, pronoun: str, speaker: str | None
) -> None:
    text = f"{who} said the case was weak. {pronoun} added that it was late."
    found = (said(text, who, "said", "the case was weak"), said(text, pronoun, "added", "that it was late"))
    assert last(text, ("Oran Kerr",), *found) == speaker


def test_whom_the_report_names_again_behind_it_may_be_meant() -> None:
    text = "A lawyer for Oran Kerr said it was late. Oran Kerr came at six. He added that it rained."
    found = (
        said(text, "A lawyer for Oran Kerr", "said", "it was late"),
        said(text, "He", "added", "that it rained"),
    )
    assert last(text, ("Oran Kerr",), *found) == "Oran Kerr"


@pytest.mark.parametrize(
    ("who", "speaker"), [("A diver", None), ("A cellist", None), ("A letter", "Oran Kerr"), ("Oran Kerr", "Oran Kerr")]
)  # fmt: skip
def test_who_does_something_is_told_by_the_ending_of_the_noun(who: str, speaker: str | None) -> None:
    text = f"Oran Kerr came. Oran Kerr sat down.\n\n{who} went by. “The water is black,” he said."
    assert (
        last(text, ("Oran Kerr",), said(text, "he", "said", "“The water is black,”", direct=True)) == speaker
    )


@pytest.mark.parametrize(
    ("role", "whom", "speaker"),
    [(", his lawyer,", "police", None), (", his lawyer,", "reporters", "Carl Winge"), (", his cousin,", "police", "Carl Winge")],
)  # fmt: skip
def test_his_lawyer_does_not_tell_the_police_where_he_was(role: str, whom: str, speaker: str | None) -> None:
    text = f"Carl Winge{role} said it was a mistake. He told {whom} that it rained."
    assert last(text, ("Carl Winge",), said(text, "He", "told", "that it rained")) == speaker


@pytest.mark.parametrize(("lead", "speaker"), [("Dear Kerr,", None), ("Kerr writes to us,", "Kerr")])
def test_he_is_not_whom_a_letter_is_to(lead: str, speaker: str | None) -> None:
    text = f"{lead} the gate is shut at six. He says it is the law."
    assert last(text, ("Kerr",), said(text, "He", "says", "it is the law")) == speaker


@pytest.mark.parametrize(
    ("lead", "speaker"), [("Kerr campaign officials said no.", None), ("Kerr and officials said no.", "Kerr")]
)
def test_he_is_not_whose_body_alone_has_been_named(lead: str, speaker: str | None) -> None:
    text = f"{lead} “Where are they?” he asked."
    assert last(text, ("Kerr",), said(text, "he", "asked", "“Where are they?”", direct=True)) == speaker


@pytest.mark.parametrize(
    ("content", "speaker"), [("Ms. Varga left early", "Dena Varga"), ("A car hit Ms. Varga", None)]
)
def test_of_oneself_one_may_be_retold_by_name(content: str, speaker: str | None) -> None:
    text = f"Dena Varga owns a mill. Dena Varga sells flour. {content}, she said."
    found = said(text, "she", "said", content)
    assert last(text, ("Dena Varga", "Varga"), found) == speaker


def test_a_lady_named_carla_is_no_he() -> None:
    for boss, speaker in (("an angry lady named Carla", None), ("Carla", "Carla")):
        text = f"His boss, {boss}, told me to back off. He asked me to wait."
        found = (
            said(text, f"His boss, {boss},", "told", "to back off"),
            said(text, "He", "asked", "to wait"),
        )
        assert last(text, ("Carla",), *found) in (speaker, None)
        assert last(text, ("Carla",), *found) == speaker


def test_of_twice_as_many_who_are_called_he_the_work_is_little_more_than_twice_as_much() -> None:
    def of(count: int) -> int:
        text = "Oran Kerr came. " + "".join(f"He said it was gate {n}. " for n in range(count))
        found = [
            Found(
                source=(Span(at, at + 2),),
                cue=(Span(at + 3, at + 7),),
                content=(Span(at + 8, text.index(".", at)),),
                kind=AttributionKind.INDIRECT,
                certainty=Certainty(1, 1, 1),
            )
            for at in (text.index(f"He said it was gate {n}.") for n in range(count))
        ]
        named = mentions(text, "Oran Kerr")
        return lines_run(lambda: speakers(text, named, found))

    of(10)  # what is remembered between reports
    few, many = of(60), of(120)
    assert many < 2.3 * few, (few, many)
