"""A person's page accounts for every name."""

from __future__ import annotations

from pathlib import Path

from rashomon.dossier.gathered import Shelf
from rashomon.ledger import Ledger, Said
from rashomon.records import Entity, EntityEvidence, MentionKind
from rashomon.terminal.person import MOST_EVIDENCE, person_page

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
