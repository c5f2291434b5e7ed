from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.accounts.saying import Saying
from rashomon.collation.wordings.variation import varied
from rashomon.dossier.gathered import (
    Shelf,
    Telling,
    Told,
    base,
    by_voice,
    compared,
    gather,
    leading,
    own,
    tell,
)
from rashomon.dossier.phrases import given, who
from rashomon.ledger import Ledger, LedgerError
from rashomon.records import Entity, MentionKind, Speaker, Statement, Voice, Wording
from tests.dossier import made


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger.open(made.ledger_at(tmp_path / "made.db"))


def test_altered_quotations_come_first_and_unnamed_speakers_are_told_by_the_words_for_them(
    ledger: Ledger,
) -> None:
    gathered = gather(ledger, made.STORY[:3])
    assert [who(t) for t in gathered.statements] == [made.KEEPER, "not known: “A sailor”"]
    lamp, horn = gathered.statements
    assert lamp.altered
    assert lamp.closeness == pytest.approx(8 / 9)
    assert not horn.altered
    assert horn.closeness is None
    assert [r.name for r in gathered.reports] == ["gull", "tide", "pier", "nobody"]
    assert len(gathered.problems) == 1


def test_a_quotation_and_a_retelling_that_differ_are_no_altered_quotation(ledger: Ledger) -> None:
    wordings = (
        made.wording(made.GULL, "The lamp will stay lit until we are heard"),
        made.wording(made.PIER, "that the lamp would not go out before the keepers were heard"),
    )
    (statement,) = varied([Statement("2", None, wordings)], [made.GULL[1], made.PIER[1]])
    told = tell(Shelf(ledger), statement)
    assert told.closeness is None
    assert not told.altered


def test_the_others_are_compared_with_a_quotation_that_has_most_in_common_with_them(ledger: Ledger) -> None:
    lamp = gather(ledger, made.STORY).statements[0]
    place = base(lamp)
    assert lamp.tellings[place].report.name in ("gull", "tide")
    marked = [[p.text for p in c.pieces if p.differs] for c in compared(lamp)]
    assert marked[1 - place] in (["lit"], ["out"])
    assert marked[place] == []


def test_how_a_telling_is_given(ledger: Ledger) -> None:
    lamp = gather(ledger, made.STORY).statements[0]
    assert lamp.tellings[0].voice is Voice.BODY
    assert given(lamp.tellings[0]) == "quoted: “Odile Marsh, the keeper” (said), through letter"
    assert given(lamp.tellings[2]) == "retold: “Marsh” (told)"


def test_what_no_report_attributes_is_in_the_reports_own_words(ledger: Ledger) -> None:
    told = tell(Shelf(ledger), Statement("3", None, (made.wording(made.NOBODY, "Nothing is known."),)))
    assert who(told) == "in the reports’ own words"
    assert given(told.tellings[0]) == "the report’s own words"


def test_a_story_that_is_not_there(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no story"):
        gather(ledger, "ffff")


def _telling(text: str, source: str, speaker: str | None, against: int | None = None) -> Telling:
    report, reading = made.GULL[1:3]
    a = replace(reading.attributions[0], speaker=Speaker(speaker, "a test"))
    wording = Wording(report.id, 0, len(text), 0, 1.0, "a test", against=against)
    return Telling(
        wording, report, text, a, Voice.BODY, "said", None, Saying(named=speaker is not None, source=source)
    )


def test_a_speakers_own_tellings_are_those_that_name_him() -> None:
    marsh = Entity("0de11e", "Odile Marsh", MentionKind.PERSON, ("Odile Marsh",), ())
    mine, theirs = (
        _telling("the lamp stays", "Marsh", "Odile Marsh"),
        _telling("it stays", "a sailor", None, 0),
    )
    told = Told(Statement("1a", marsh.id, ()), marsh, None, (theirs, mine), None)
    assert own(told).tellings == (mine,)
    assert leading(told) == mine
    assert [(t.speaker, t.described, t.tellings) for t in by_voice(told)] == [
        (marsh, None, (mine,)),
        (None, "a sailor", (theirs,)),
    ]
    assert own(replace(told, speaker=None)).tellings == (theirs, mine)


def test_what_only_points_says_nothing_alone() -> None:
    told = Told(Statement("1a", None, ()), None, None, (_telling("it", "she", None),), None)
    assert told.pointing
    assert not replace(told, tellings=(*told.tellings, _telling("the lamp", "she", None))).pointing


def test_who_is_not_known_is_told_by_the_words_beside_the_telling_that_leads(ledger: Ledger) -> None:
    horn, lamp = (
        made.wording(made.GULL, "the fog horn had failed"),
        made.wording(made.PIER, "the lamp would not"),
    )
    shelf = Shelf(ledger)
    assert tell(shelf, Statement("1a", None, (horn, replace(lamp, against=0)))).described == "A sailor"
    assert tell(shelf, Statement("1a", None, (replace(horn, against=1), lamp))).described == "Marsh"
