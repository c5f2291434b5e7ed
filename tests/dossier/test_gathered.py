from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.collation.variation import varied
from rashomon.dossier.gathered import Shelf, base, compared, gather, tell
from rashomon.dossier.phrases import given, who
from rashomon.ledger import Ledger, LedgerError
from rashomon.records import Statement, Voice
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
