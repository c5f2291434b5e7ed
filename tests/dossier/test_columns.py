"""The wordings of a statement set in columns."""

from __future__ import annotations

import pytest

from rashomon.dossier.columns import MOST_WORDINGS, Row, columns, tell_apart
from rashomon.dossier.gathered import Told, telling
from rashomon.records import Passage, Report, Statement, Voice, Wording


def set_out(*texts: str) -> tuple[Row, ...]:
    reports = [
        Report(f"{n:02}", f"{n:02}", f"r{n}", text, (Passage(Voice.BODY, 0, len(text)),))
        for n, text in enumerate(texts)
    ]
    wordings = tuple(Wording(r.id, 0, len(r.text), None, 1.0, "made so") for r in reports)
    tellings = tuple(telling(w, r, ()) for w, r in zip(wordings, reports, strict=True))
    told = Told(Statement("5a", None, wordings), None, None, tellings, None)
    return columns(told, range(len(texts)))


def test_a_changed_word_stands_below_the_one_it_replaces() -> None:
    rows = set_out("We answer with silence.", "We answer, they say, with violence.")
    assert len({len(row.cells) for row in rows}) == 1
    first, second = ([cell.word for cell in row.cells] for row in rows)
    assert first.index("silence") == second.index("violence")
    assert [cell.word for cell in rows[1].cells if cell.differs] == ["they", "say", "violence"]
    assert first.count(None) == 2
    assert not any(cell.differs for cell in rows[0].cells)


def test_case_and_punctuation_are_no_difference() -> None:
    assert not tell_apart(set_out("We answer with silence.", "“we answer, with SILENCE”"))


@pytest.mark.parametrize(
    "texts",
    [
        ("One alone.",),
        ("word " * 61, "word"),
        ("\u202e" * 5_000, "word"),
        tuple(f"word {n}" for n in range(MOST_WORDINGS + 1)),
    ],
)
def test_what_no_eye_could_follow_is_not_set_out(texts: tuple[str, ...]) -> None:
    assert set_out(*texts) == ()
