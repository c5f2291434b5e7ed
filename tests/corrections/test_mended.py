"""The mended reading: what a decision changes, what it leaves, and where it applies when the report is read otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.corrections import shape, targets
from rashomon.corrections.finding import NOBODY, TEXT_CHANGED
from rashomon.corrections.mended import Mended, mended
from rashomon.corrections.shape import rejected
from rashomon.ledger.decisions.corrections import new_correction
from rashomon.records import (
    AttributionKind,
    CircumstanceKind,
    Correction,
    CorrectionKind,
    LinkKind,
    Reading,
    Report,
    SourceKind,
    Span,
    Speaker,
)

from .made import INNER, LAST, OUTER, TEXT, at, made, moved

_, REPORT, READING = made()


def decision(
    kind: CorrectionKind, index: int, new: str | None = None, minute: int = 0, report: Report = REPORT
) -> Correction:
    a = READING.attributions[index]
    return new_correction(
        "Mira",
        "heard it",
        kind,
        targets.of_attribution(report.id, a),
        old=shape.of_attribution(TEXT, a, a),
        new=new,
        decided_at=f"2031-02-03T08:{minute:02}:00+00:00",
    )


def parts(**spans: list[Span]) -> str:
    return shape.dumped(shape.of_parts(TEXT, spans))


def apply(*corrections: Correction, report: Report = REPORT, reading: Reading = READING) -> Mended:
    return mended(report, reading, corrections)


def test_nothing_decided_is_nothing_changed() -> None:
    assert apply() == Mended(READING, {}, ())
    elsewhere = replace(decision(CorrectionKind.REJECT, 0), target="attribution:ffff:1-2")
    assert apply(elsewhere).reading == READING


def test_accepted_is_sure_and_says_by_whom() -> None:
    done = apply(decision(CorrectionKind.ACCEPT, 2))
    a = done.reading.attributions[2]
    assert (a.confidence, a.part_confidence and a.part_confidence.cue) == (1.0, 1.0)
    assert a.speaker.why == "named in the source; accepted, as Mira decided on 2031-02-03: heard it"
    assert done.reading.attributions[:2] == READING.attributions[:2]
    assert done.reading.sentences == READING.sentences


def test_rejected_says_nothing_and_what_stood_inside_it_stands_outside() -> None:
    done = apply(decision(CorrectionKind.REJECT, 0))
    outer, inner, last = done.reading.attributions
    assert rejected(outer) and "rejected, as Mira decided" in outer.speaker.why
    was = READING.attributions[1]
    assert inner == replace(was, inside=None, chain=inner.chain, hands=1)
    assert [(k.kind, k.hand) for k in was.chain] == [
        (LinkKind.SPEAKER, False),
        (LinkKind.REPORTER, True),
        (LinkKind.ADDRESSEE, False),
        (LinkKind.OUTLET, True),
    ]
    assert [(k.kind, k.hand) for k in inner.chain] == [(LinkKind.SPEAKER, False), (LinkKind.OUTLET, True)]
    assert last == READING.attributions[2]
    assert {s.attribution for s in done.reading.sentences} == {None, 1, 2}
    assert {TEXT[s.start : s.end] for s in done.reading.sentences if s.attribution == 1} == {INNER}
    again = apply(decision(CorrectionKind.REJECT, 0), decision(CorrectionKind.ACCEPT, 0, minute=1))
    assert again.reading.attributions[0].content == READING.attributions[0].content
    assert [c.kind for c in again.applied[0]] == [CorrectionKind.REJECT, CorrectionKind.ACCEPT]


def test_mended_spans_cut_the_sentences_anew_and_the_rest_keep_their_vectors() -> None:
    shorter = at("We wait.")
    done = apply(decision(CorrectionKind.MEND, 0, parts(content=[shorter], source=[])))
    outer, inner, _ = done.reading.attributions
    assert (outer.source, outer.cue, outer.content) == ((), READING.attributions[0].cue, (shorter,))
    assert outer.kind is AttributionKind.DIRECT
    assert outer.speaker.name == "Ana Rusk"
    assert "source and content mended, as Mira decided" in outer.speaker.why
    assert inner.inside is None  # it no longer stands in what she said
    said = {TEXT[s.start : s.end]: s for s in done.reading.sentences if s.attribution is not None}
    assert set(said) == {"We wait.", INNER, LAST}
    assert said[LAST].vector == READING.sentences[0].vector
    unquoted = apply(decision(CorrectionKind.MEND, 2, parts(content=[at("the ferry would sail")])))
    assert unquoted.reading.attributions[2].kind is AttributionKind.INDIRECT


def test_what_a_content_comes_to_hold_stands_inside_it() -> None:
    alone = apply(decision(CorrectionKind.REJECT, 0)).reading.attributions[1]
    assert alone.inside is None
    wider = [Span(at(OUTER).start, at(LAST).end)]
    done = apply(decision(CorrectionKind.MEND, 0, parts(content=wider)))
    assert [a.inside for a in done.reading.attributions] == [None, 0, 0]


def test_a_named_speaker_leads_to_the_name_where_it_is_read() -> None:
    new = shape.of_speaker("Tor Brandt", None)
    done = apply(decision(CorrectionKind.MEND, 1, new))
    speaker = done.reading.attributions[1].speaker
    assert speaker.name == "Tor Brandt"
    assert speaker.evidence == at("Tor Brandt")  # not the one in the comment
    assert speaker.why == "as Mira decided on 2031-02-03: heard it; it was not known"
    nowhere = apply(decision(CorrectionKind.MEND, 1, shape.of_speaker("Ove Lind", None)))
    assert nowhere.reading.attributions[1].speaker.evidence == at("The pilot")
    unknown = apply(decision(CorrectionKind.MEND, 0, shape.of_speaker(None, None)))
    assert unknown.reading.attributions[0].speaker.name is None
    assert unknown.reading.attributions[0].speaker.why.endswith("it was “Ana Rusk”")


def test_a_person_who_says_who_speaks_takes_the_place_of_several_who_say_it_together() -> None:
    several = (
        Speaker("Ana Rusk", "named in the source"),
        Speaker(None, "names nobody", None, at("The pilot")),
    )
    attributions = list(READING.attributions)
    attributions[1] = replace(attributions[1], joint_speakers=several)
    read = replace(READING, attributions=tuple(attributions))
    for name in ("Tor Brandt", None):
        done = apply(decision(CorrectionKind.MEND, 1, shape.of_speaker(name, None)), reading=read)
        a = done.reading.attributions[1]
        assert (a.speaker.name, a.joint_speakers, a.chain[0].name) == (name, (), name)
        assert a.speaker.why.endswith("it was “Ana Rusk and “The pilot””")
    kept = apply(decision(CorrectionKind.ACCEPT, 1), reading=read).reading.attributions[1]
    assert kept.joint_speakers == several


def test_a_mended_speaker_is_the_hand_through_which_the_inner_one_passed() -> None:
    done = apply(decision(CorrectionKind.MEND, 0, shape.of_speaker("Tor Brandt", None)))
    outer, inner, _ = done.reading.attributions
    assert [k.name for k in outer.chain if k.kind is LinkKind.SPEAKER] == ["Tor Brandt"]
    assert [k.name for k in inner.chain if k.kind is LinkKind.REPORTER] == ["Tor Brandt"]
    assert inner.source_kind is READING.attributions[1].source_kind is SourceKind.PEOPLE
    named = apply(decision(CorrectionKind.MEND, 1, shape.of_speaker("Tor Brandt", None)))
    assert named.reading.attributions[1].source_kind is None
    assert READING.dates and named.reading.dates == READING.dates


def test_a_day_that_leaves_the_content_is_the_day_it_was_said() -> None:
    assert READING.attributions[2].said_date is None
    less = apply(decision(CorrectionKind.MEND, 2, parts(content=[at("the ferry would sail")])))
    a = less.reading.attributions[2]
    assert a.said_date is not None
    day = less.reading.dates[a.said_date]
    assert TEXT[day.start : day.end] == "Monday"
    assert [c.kind for c in a.circumstances] == [CircumstanceKind.DATE]
    assert [s.happened for s in less.reading.sentences if s.attribution == 2] == [None]


def test_the_later_decision_stands_and_an_undo_brings_the_earlier_back() -> None:
    first = decision(CorrectionKind.MEND, 1, shape.of_speaker("Ana Rusk", None), 1)
    second = decision(CorrectionKind.MEND, 1, shape.of_speaker("Tor Brandt", None), 2)
    undo = new_correction(
        "Tam", "no", CorrectionKind.UNDO, targets.of_correction(second.id), decided_at="2031-03-01"
    )
    assert apply(second, first).reading.attributions[1].speaker.name == "Tor Brandt"
    assert apply(undo, second, first).reading.attributions[1].speaker.name == "Ana Rusk"


def test_another_reading_of_the_same_words_is_mended_alike() -> None:
    a, b, c = READING.attributions
    # Another model: one attribution more in front, and an edge elsewhere.
    extra = replace(a, content=(at("stays in harbour"),), cue=(), source=())
    edge = replace(c, content=(at("ferry would sail on Monday"),))
    other = replace(READING, attributions=(extra, a, replace(b, inside=1), edge))
    done = apply(decision(CorrectionKind.REJECT, 2), decision(CorrectionKind.ACCEPT, 1), reading=other)
    assert {i: c.kind for i, (c,) in done.applied.items()} == {
        2: CorrectionKind.ACCEPT,
        3: CorrectionKind.REJECT,
    }


def test_what_is_no_longer_read_is_stranded_with_the_reason() -> None:
    c = decision(CorrectionKind.REJECT, 2)
    without = replace(READING, attributions=READING.attributions[:2])
    assert apply(c, reading=without).stranded == ((c, NOBODY),)
    otherwise = replace(REPORT, text=TEXT.replace("Monday", "Sunday"))
    assert apply(c, report=otherwise).stranded == ((c, TEXT_CHANGED),)
    assert apply(c, report=otherwise).reading == READING


@given(st.text(st.sampled_from("a 🛶\u0301\n"), max_size=12))
def test_a_text_that_moved_is_followed_by_its_words(before: str) -> None:
    report = replace(REPORT, text=before + TEXT, passages=())
    cs = [
        decision(CorrectionKind.MEND, 0, parts(content=[at("We wait.")])),
        decision(CorrectionKind.REJECT, 2),
    ]
    done = apply(*cs, report=report, reading=moved(READING, len(before)))
    assert not done.stranded
    assert rejected(done.reading.attributions[2])
    assert [report.text[s.start : s.end] for s in done.reading.attributions[0].content] == ["We wait."]


@pytest.mark.parametrize(
    "new", [None, "no JSON", "[]", '{"content": []}', '{"content": [["a", 2, "x"]]}', '{"speaker": 7}']
)
def test_what_another_program_wrote_badly_is_stranded_not_obeyed(new: str | None) -> None:
    c = decision(CorrectionKind.MEND, 2, new)
    done = apply(c)
    assert [found for found, _ in done.stranded] == [c]
    assert done.reading == READING


ROWS: list[tuple[CorrectionKind, int, str | None]] = [
    (CorrectionKind.REJECT, 0, None),
    (CorrectionKind.ACCEPT, 1, None),
    (CorrectionKind.MEND, 1, "Tor Brandt"),
    (CorrectionKind.REJECT, 2, None),
]


@given(st.permutations(ROWS))
def test_the_order_of_rows_makes_no_difference(order: list[tuple[CorrectionKind, int, str | None]]) -> None:
    rows = [
        decision(kind, index, name and shape.of_speaker(name, None), minute=len(kind.value) + index)
        for kind, index, name in order
    ]
    assert apply(*rows) == apply(*sorted(rows, key=lambda c: c.id))
