"""A decision about who is who goes through the ledger's file and comes back, whatever is read anew."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.ingest import recollate
from rashomon.ledger import Ledger, LedgerError
from rashomon.records import Capture, CorrectionKind
from tests.collation.reporting import telling

SAYS = [
    ("Osk said so.", "Osk"),
    ("Oskar Tarn said so.", "Oskar Tarn"),
    ("Oskar Tarn said it again.", "Oskar Tarn"),
    ("Oskar Tarn keeps saying it.", "Oskar Tarn"),
]


def add(ledger: Ledger, text: str, name: str, reader: str = "reader-1") -> str:
    """Add a report in which somebody speaks; its id."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    report, reading = telling(sha256[:16], text, [name])
    capture = Capture(sha256, text.encode(), "text/plain", f"{sha256[:4]}.txt")
    ledger.add(capture, replace(report, capture=sha256), replace(reading, model=reader))
    return report.id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Ledger.open(tmp_path / "x.db") as ledger:
        for text, name in SAYS:
            add(ledger, text, name)
        recollate(ledger, reader="reader-1")
    return tmp_path / "x.db"


def reports_of(ledger: Ledger) -> list[set[str]]:
    """The texts of each entity's reports."""
    found = [{ledger.report(e.report).text for e in entity.evidence} for entity in ledger.entities()]
    return sorted(found, key=sorted)


def test_a_merge_holds_after_another_reading_and_a_split_undoes_it(path: Path) -> None:
    texts = {text for text, _ in SAYS}
    osk = {SAYS[0][0]}
    with Ledger.open(path) as ledger:
        assert reports_of(ledger) == sorted([osk, texts - osk], key=sorted)
        made = ledger.merge("Osk", "oskar tarn", who="Mira", why="signs so")
        assert made.kind is CorrectionKind.MERGE
        assert made.old is not None
        assert "Osk (" in made.old and "Oskar Tarn (" in made.old
        assert recollate(ledger) == ()
        assert reports_of(ledger) == [texts]
    with Ledger.open(path) as ledger:
        for text, name in SAYS:
            add(ledger, text, name, "reader-2")
        assert add(ledger, "Oskar Tarn is new.", "Oskar Tarn", "reader-2")
        recollate(ledger, reader="reader-2")
        texts.add("Oskar Tarn is new.")
        assert reports_of(ledger) == [texts]
        report = next(r.id for r in ledger.reports() if r.text == SAYS[0][0])
        ledger.split("Osk", [report[:8]], who="Tam", why="another after all")
        recollate(ledger)
        assert reports_of(ledger) == sorted([osk, texts - osk], key=sorted)
        assert ledger.verify() == ()


def test_a_split_of_several_reports_makes_one_other_person_until_a_merge(path: Path) -> None:
    with Ledger.open(path) as ledger:
        tarn = ledger.whom("Oskar Tarn")
        two = [e.report for e in tarn.evidence][:2]
        rows = ledger.split(tarn.id[:6], two, who="Mira", why="the goalkeeper")
        assert [row.kind for row in rows] == [CorrectionKind.SPLIT] * 2
        recollate(ledger)
        said = ledger.person("Oskar Tarn")
        assert sorted(len(s.entity.evidence) for s in said) == [1, 2]
        assert all("Mira decided" in e.why for s in said for e in s.entity.evidence if e.report in two)
        with pytest.raises(LedgerError, match=r"more than one person or body has this name: .*give an id"):
            ledger.whom("Oskar Tarn")
        one, other = (s.entity.id for s in said)
        ledger.merge(one, other, who="Mira", why="no, the same")
        recollate(ledger)
        assert len(ledger.person("Oskar Tarn")) == 1
        assert ledger.corrections()[:2] == rows


def test_a_collation_is_due_after_a_decision_and_only_then(path: Path) -> None:
    with Ledger.open(path) as ledger:
        before = ledger.collation_fingerprint()
        recollate(ledger, reader="reader-1")
        assert ledger.collation_fingerprint() == before
        ledger.correct("Mira", "not hers", CorrectionKind.REJECT, "statement:51a7")
        recollate(ledger, reader="reader-1")
        assert ledger.collation_fingerprint() == before
        ledger.merge("Osk", "Oskar Tarn", who="Mira", why="signs so")
        recollate(ledger, reader="reader-1")
        assert ledger.collation_fingerprint() != before


def test_what_cannot_be_done_is_said_in_words(path: Path) -> None:
    with Ledger.open(path) as ledger:
        every = [e.report for e in ledger.whom("Oskar Tarn").evidence]
        others = [report for report in ledger.report_ids() if report not in every]
        with pytest.raises(LedgerError, match="nobody in this ledger is known by this name"):
            ledger.merge("Nobody", "Osk", who="Mira", why="-")
        with pytest.raises(LedgerError, match="is one with it already"):
            ledger.merge("Oskar Tarn", "Tarn", who="Mira", why="-")
        with pytest.raises(LedgerError, match="does not name Oskar Tarn; those that do are"):
            ledger.split("Oskar Tarn", others, who="Mira", why="-")
        with pytest.raises(LedgerError, match="leave at least one report out"):
            ledger.split("Oskar Tarn", every, who="Mira", why="-")
        with pytest.raises(LedgerError, match="these are none of its reports"):
            ledger.split("Oskar Tarn", [], who="Mira", why="-")
        with pytest.raises(LedgerError, match="no report of this ledger has such an id"):
            ledger.split("Oskar Tarn", ["ffff"], who="Mira", why="-")
        assert ledger.corrections() == ()
