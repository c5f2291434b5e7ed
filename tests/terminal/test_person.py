"""A person's page accounts for every name."""

from __future__ import annotations

from pathlib import Path

from rashomon.dossier.gathered import Shelf
from rashomon.ledger import Ledger, Said
from rashomon.records import Entity, EntityEvidence, MentionKind, Statement, Voice
from rashomon.terminal.person import MOST_EVIDENCE, person_page
from tests.dossier import made

from .test_views import printed


def test_every_name_is_accounted_for_however_many_reports_have_the_first(tmp_path: Path) -> None:
    often = [EntityEvidence(f"{n:016x}", "Jan Kerr", 0, 8, "named in the source") for n in range(9)]
    rare = EntityEvidence("f" * 16, "Kerr", 0, 4, "the one Kerr that the ledger knows")
    kerr = Entity("0de11e", "Jan Kerr", MentionKind.PERSON, ("Jan Kerr", "Kerr"), (*often, rare))
    with Ledger.open(tmp_path / "x.db") as ledger:
        text = printed(person_page("kerr", [Said(kerr, ())], Shelf(ledger)))
    assert "“Kerr” in report ffffffff: the one Kerr that the ledger knows" in text
    assert f"… and {10 - MOST_EVIDENCE} more pieces of evidence" in text
    assert "id 0de11e" in text


def test_what_somebody_said_stands_by_date_with_outlet_cue_and_words(tmp_path: Path) -> None:
    wick = made.item(
        "wick",
        [(Voice.BODY, "Odile Marsh would not confirm that the oil was spent.")],
        [made.Said("Odile Marsh", "confirm", "that the oil was spent", made.INDIRECT)],
        outlet="Wick",
        published="2031-04-04",
    )
    oil = Statement("c4", "0de11e", (made.wording(wick, "that the oil was spent"),))
    with Ledger.open(made.ledger_at(tmp_path / "made.db", (wick, (oil,)))) as ledger:
        text = printed(person_page("marsh", ledger.person("marsh"), Shelf(ledger)))
    assert "2031-04-04  Wick\n    would not confirm: that the oil was spent\n    c4\n" in text
    assert (
        "2031-04-05  The Gull\n    said: The lamp will stay lit until we are heard\n"
        "    1a3b; first of 3 wordings in 3 outlets"
    ) in text
    assert text.index("2031-04-04") < text.index("2031-04-05")
