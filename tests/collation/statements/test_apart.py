"""What keeps two sentences apart, however alike: another voice, a denial, another number; and what does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from rashomon.collation.statements.claims import numbers_differ, opposite
from rashomon.collation.statements.items import said
from rashomon.collation.statements.match import statements
from rashomon.collation.statements.says_nothing import says_nothing
from rashomon.reading.names.persons.people import plain
from rashomon.records import AttributionKind, Reading, Report, SourceKind, Span, Speaker, Statement
from tests.collation.telling import told

TASCH = "Joren Tasch"


def says(
    outlet: str,
    source: str,
    cue: str,
    content: str,
    kind: SourceKind = SourceKind.PEOPLE,
    marks: tuple[str, str] = ("", ""),
) -> tuple[Report, Reading]:
    """A report of one sentence; a source that is not Tasch by name has no name."""
    opening, closing = marks
    report, reading = told(outlet, f"{source} {cue} {opening}{content}{closing}.", [content], cue=cue)
    speaker = Speaker(TASCH, "a test") if source == TASCH else Speaker(None, "a test")
    (a,) = reading.attributions
    source_kind = None if source == TASCH else kind
    return report, replace(
        reading,
        attributions=(replace(a, source=(Span(0, len(source)),), speaker=speaker, source_kind=source_kind),),
    )


def found(*of: tuple[Report, Reading]) -> Sequence[Statement]:
    who = {(r.id, 0): "tasch" if g.attributions[0].speaker.name else None for r, g in of}
    return statements([r for r, _ in of], [g for _, g in of], who)


FIRED = "that shots were fired at the sluice of Harn on Sunday"
WITNESS, OFFICIAL, SPOKES = SourceKind.WITNESS, SourceKind.OFFICIAL, SourceKind.SPOKESPERSON


@pytest.mark.parametrize(
    ("source", "kind", "together"),
    [
        ("he", SourceKind.PEOPLE, True),
        ("Tasch", SourceKind.PEOPLE, True),
        ("the spokesman", SPOKES, True),
        ("a ministry official", OFFICIAL, True),
        ("two witnesses", WITNESS, False),
        ("officials", OFFICIAL, False),
        ("state television", SourceKind.PEOPLE, False),
    ],
)
def test_whose_words_may_be_a_known_speakers(source: str, kind: SourceKind, together: bool) -> None:
    one = says("mail", TASCH, "said", FIRED)
    other = says("star", source, "said", "that on Sunday shots were fired at Harn's sluice", kind)
    assert (len(found(one, other)) == 1) == together


def test_two_descriptions_of_one_source_are_one_voice_and_a_witness_is_no_official() -> None:
    official = says("mail", "a senior official", "said", FIRED, OFFICIAL)
    other = "that on Sunday shots were fired at Harn's sluice"
    assert len(found(official, says("star", "an official", "said", other, OFFICIAL))) == 1
    assert len(found(official, says("star", "a witness", "said", other, WITNESS))) == 2


def test_quoted_in_the_same_words_it_is_one_statement_whatever_the_source_is_called() -> None:
    words = "Shots were fired at the sluice on Sunday and nobody knows by whom"
    one = says("mail", TASCH, "said:", words, marks=("“", "”"))
    other = says("star", "officials", "said:", words, OFFICIAL, marks=("“", "”"))
    assert len(found(one, other)) == 1


@pytest.mark.parametrize(
    ("cue", "content", "together"),
    [
        ("said", "that shots were fired at the sluice of Harn on Sunday morning", True),
        ("said", "that no shots were fired at the sluice of Harn on Sunday", False),
        ("denied", "that shots were fired at the sluice of Harn on Sunday", False),
        ("denied", "that no shots were fired at the sluice of Harn on Sunday", True),
        ("would neither confirm nor deny", "that shots were fired at the sluice of Harn on Sunday", False),
    ],
)
def test_what_somebody_denies_he_has_not_said(cue: str, content: str, together: bool) -> None:
    one, other = says("mail", TASCH, "said", FIRED), says("star", "he", cue, content)
    assert (len(found(one, other)) == 1) == together


@pytest.mark.parametrize(
    ("content", "together"),
    [
        ("that 400 people were wounded at the sluice of Harn on Sunday", False),
        ("that eighty people were wounded at the sluice of Harn on Sunday", False),
        ("that fifty people were wounded at the sluice of Harn on Sunday", True),
        ("that more than 40 people were wounded at the sluice of Harn on Sunday", True),
    ],
)
def test_other_numbers_of_one_thing_are_another_statement(content: str, together: bool) -> None:
    one = says("mail", TASCH, "said", "that 50 people were wounded at the sluice of Harn on Sunday")
    assert (len(found(one, says("star", "he", "said", content))) == 1) == together


def test_a_number_changed_inside_quotation_marks_is_an_altered_quotation() -> None:
    one = says("mail", TASCH, "said:", "We have 30 boats and all of them will sail", marks=("“", "”"))
    other = says("star", TASCH, "said:", "We have 300 boats and all of them will sail", marks=("“", "”"))
    assert len(found(one, other)) == 1


def test_a_voice_that_is_another_stays_apart_where_a_third_could_be_either() -> None:
    """Tasch and two witnesses, and somebody of whom only "he" is told: he goes with one of them, and they stay two."""
    of = (
        says("mail", TASCH, "said", FIRED),
        says("star", "two witnesses", "said", "that on Sunday shots were fired at Harn's sluice", WITNESS),
        says("post", "he", "said", FIRED),
    )
    made = found(*of)
    assert sorted(len(s.wordings) for s in made) == [1, 2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("More than 120 seals were found dead", "Of the 120 seals most were found dead"),
        ("Over 250 boats were at sea", "250 boats were at sea"),
        (
            "Harn has 56 patients and Lidva 36 patients",
            "There are 56 cases in Harn, and 36 patients in Lidva",
        ),
        (
            "Harn lost 19 percent, four percent more than in May",
            "Harn lost 19 percent, which is four points more",
        ),
        ("Three people died and two were hurt", "Two people were hurt and three died"),
        ("a loss of 1.23 percent", "a loss of 1.2 percent"),
        ("It took fourteen days of hard work", "It took two weeks of hard work"),
    ],
)
def test_numbers_that_may_be_one_do_not_differ(one: str, other: str) -> None:
    assert not numbers_differ(one, other) and not numbers_differ(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Three people died and two were hurt", "Five people died and two were hurt"),
        ("12 people were arrested on the quay", "two people were arrested on the quay"),
        ("It rose by 4.1 percent", "It rose by 4.8 percent"),
        ("more than 120 seals were found dead", "80 seals were found dead"),
    ],
)
def test_numbers_that_cannot_be_one_differ(one: str, other: str) -> None:
    assert numbers_differ(one, other) and numbers_differ(other, one)


@pytest.mark.parametrize(
    ("one", "other", "contrary"),
    [
        ("that the driver did not see the cyclist", "that the driver overlooked the cyclist", False),
        ("the goal was denied by the referee", "the referee took the goal back", False),
        ("they hit the port like no other before", "they hit the port harder than any other before", False),
        (
            "the firm does not want to sell below its cost",
            "the firm no longer wants to sell below its cost",
            False,
        ),
        ("the mayor has no clothes", "the mayor has lost his clothes", False),
        ("the price is not regulated", "it is the non-regulated part of the price", False),
        ("no armed men were at the sluice", "there were men at the sluice", True),
        ("the guards did not fire at the boats", "the guards fire at the boats", True),
    ],
)
def test_what_is_said_without_its_no_is_no_denial(one: str, other: str, contrary: bool) -> None:
    assert opposite(one, other, False, False) == opposite(other, one, False, False) == contrary


def together(outlet: str, *names: str | None, marks: tuple[str, str] = ("", "")) -> tuple[Report, Reading]:
    """A report in which these say it together, or the one alone; ``None`` is one who is not known."""
    report, reading = says(outlet, "They", "said", FIRED, marks=marks)
    (a,) = reading.attributions
    every = tuple(Speaker(name, "a test") for name in names)
    said = replace(a, speaker=every[0]) if len(every) == 1 else replace(a, joint_speakers=every)
    return report, replace(reading, attributions=(said,))


@pytest.mark.parametrize(
    ("ones", "others", "same"),
    [
        (("Kerr", "Oulik"), ("Oulik", "Kerr"), True),
        (("Kerr", "Oulik"), ("Oulik",), True),
        (("Kerr", "Oulik"), ("Kerr", "Dal"), True),
        (("Kerr", None), ("Oulik",), True),
        (("Kerr", "Oulik"), ("Dal",), False),
        (("Kerr", "Oulik"), ("Dal", "Tasch"), False),
    ],
)
def test_who_of_several_says_it_alone_elsewhere_may_have_said_it_with_them(
    ones: tuple[str | None, ...], others: tuple[str | None, ...], same: bool
) -> None:
    _one_statement(ones, others, same)
    if len(others) > 1:
        _one_statement(ones, others, True, ("“", "”"))  # the same words, whoever has them


def _one_statement(
    ones: tuple[str | None, ...],
    others: tuple[str | None, ...],
    same: bool,
    marks: tuple[str, str] = ("", ""),
) -> None:
    of = (together("mail", *ones, marks=marks), together("post", *others, marks=marks))
    named = {
        (report.id, plain(who.name)): plain(who.name)
        for report, reading in of
        for a in reading.attributions
        for who in (a.speaker, *a.joint_speakers)
        if who.name
    }
    who = {(r.id, 0): plain(g.attributions[0].speaker.name or "") or None for r, g in of}
    given = statements([r for r, _ in of], [g for _, g in of], who, named=named)
    assert len(given) == (1 if same else 2)
    for statement in given:
        several = {k for s in (ones, others) if len(s) > 1 for k in s}
        assert {k and k.title() for k in statement.joint_speakers} <= several
    if same and len(others) == 1 and None not in ones:
        assert (given[0].speaker, given[0].joint_speakers) == ("oulik", ("kerr", "oulik"))
    if same and len(others) > 1:
        assert given[0].speaker is None


@pytest.mark.parametrize(
    ("words", "nothing"),
    [
        ("Oran Kerr", True),
        ("Senate Minority Leader Oran Kerr, D-N.", True),
        ("Ivo Lind, 34,", True),
        ("the Ministry of Water", True),
        ("The raid", True),
        ("that account", True),
        ("a ceasefire", False),
        ("the rule change", False),
        ("Oran Kerr resigned", False),
        ("his innocence", False),
        ("they won", False),
        ("THE DAM AT HARN FELL", False),
        ("No", False),
        ("Not Guilty", False),
        ("Harn Will Rise Again", False),
        ("this stinks", False),
        ("that helped", False),
    ],
)
def test_a_name_or_a_thing_known_before_says_nothing(words: str, nothing: bool) -> None:
    report, reading = told("mail", f"It was {words}.", [words], cue="was", kind=AttributionKind.INDIRECT)
    (item,) = said(report, reading, {}).items
    assert says_nothing(item) == nothing
    quoted, its_reading = told("mail", f"It was “{words}”.", [words], cue="was")
    assert not says_nothing(said(quoted, its_reading, {}).items[0])


def test_what_says_nothing_is_a_wording_of_nothing_else() -> None:
    lines = (
        "the dam at Harn would be opened on Monday for the boats",
        "the boats had waited for six days there",
    )
    both = [
        told(
            name,
            f"Marn said {lines[0]}. Marn condemned the raid. Marn said {lines[1]}.",
            [lines[0], "the raid", lines[1]],
            kind=AttributionKind.INDIRECT,
        )
        for name in ("mail", "star")
    ]
    who = {(r.id, k): "marn" for r, _ in both for k in range(3)}
    counts = [len(s.wordings) for s in statements([r for r, _ in both], [g for _, g in both], who)]
    assert sorted(counts) == [1, 1, 2, 2]


@pytest.mark.parametrize(
    ("denied", "plain", "contrary"),
    [
        ("asking Kerr to stop the inquiry", "I never asked Kerr to stop the inquiry", False),
        ("a debate on the sluice", "he will not take part in the debate", False),
        ("asking Kerr to stop the inquiry", "Kerr was asked to stop the inquiry", True),
        ("that Kerr was not asked", "Kerr was not asked", True),
        ("that Kerr failed to ask", "Kerr never asked", True),
        (
            "that he would pay the guards at the mill",
            "he would pay the guards at the mill, not the miners",
            True,
        ),
        ("that the talks had failed on Friday", "the talks failed on Friday and did not resume", True),
        ("that troops fired at the crowd", "troops fired at the crowd because it did not disperse", True),
        ("that she knew of the leak", "she knew of the leak but told no one", True),
    ],
)
def test_a_plain_no_may_say_what_is_denied(denied: str, plain: str, contrary: bool) -> None:
    assert opposite(denied, plain, True, False) == opposite(plain, denied, False, True) == contrary
