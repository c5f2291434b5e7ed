"""What a person decides about a report itself is what it is read by: at once, after every reading, and until it is taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import rashomon
from rashomon.corrections import imprint, targets
from rashomon.corrections.phrases import in_words
from rashomon.described_table import describe_all, rows, table
from rashomon.ingest import recollate
from rashomon.ledger import Ledger, LedgerError
from rashomon.records import Correction, CorrectionKind, Problem, Report
from tests.ledger.collating.test_changes import rows as tables_of

MILL = """The mill at Harn will stay shut until spring

HARN (MPA) - The owner said on Monday that the mill at Harn would stay shut until spring, and that nobody would be paid.
“We have no flour,” Tor Brandt told the Harn Courier. “I said so last week.”
"""
BRIDGE = """Brandt: the mill stays shut

“The mill at Harn will stay shut until spring, and nobody will be paid,” the mill’s owner Tor Brandt said on Monday.
"""
DECIDED: imprint.Imprint = {"outlet": "Harn Courier", "published": "2031-04-05", "authors": ("Ana Rusk",)}


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "mill.txt").write_text(MILL)
    (folder / "bridge.txt").write_text(BRIDGE)
    return folder


@pytest.fixture
def ledger(tmp_path: Path, pile: Path) -> Iterator[Ledger]:
    rashomon.read(pile, ledger=tmp_path / "x.db")
    with Ledger.open(tmp_path / "x.db") as ledger:
        yield ledger
        assert ledger.verify() == ()


def read_from_nothing(ledger: Ledger, pile: Path, path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The tables of a ledger that held the decisions before anything was read into it."""
    with Ledger.open(path) as fresh:
        for c in ledger.corrections():
            fresh.correct(c.who, c.why, c.kind, c.target, old=c.old, new=c.new, decided_at=c.decided_at)
    rashomon.read(pile, ledger=path)
    with Ledger.open(path) as fresh:
        return tables_of(fresh)


def test_it_is_read_by_what_was_decided_and_as_if_it_had_been_known_from_the_start(
    ledger: Ledger, pile: Path, tmp_path: Path
) -> None:
    report = ledger.named_report("mill.txt")
    assert (report.outlet, report.published) == (None, None)
    before = ledger.reading(report.id)
    made = ledger.describe("mill.txt", DECIDED, who="Mira", why="the print edition")
    recollate(ledger)
    now = ledger.report(report.id)
    assert now == replace(
        report,
        outlet="Harn Courier",
        published="2031-04-05",
        published_from="decision",
        authors=("Ana Rusk",),
    )
    assert not [d for d in before.dates if d.earliest]
    assert "2031-03-31" in {d.earliest for d in ledger.reading(report.id).dates}
    assert in_words(made) == (
        f"report {report.id[:8]}: outlet “Harn Courier”, was not known; published “2031-04-05”, was not known;"
        " authors “Ana Rusk”, was not known"
    )
    assert ledger.stranded() == ()
    assert tables_of(ledger) == read_from_nothing(ledger, pile, tmp_path / "fresh.db")


def test_taken_back_it_is_read_as_it_was(ledger: Ledger, pile: Path, tmp_path: Path) -> None:
    report = ledger.named_report("mill")
    before = ledger.reading(report.id)
    made = ledger.describe(report.id[:8], DECIDED, who="Mira", why="the print edition")
    assert ledger.reading(report.id) != before
    undone = ledger.undo(made.id, who="Mira", why="another paper")
    assert (ledger.report(report.id), ledger.reading(report.id)) == (report, before)
    ledger.undo(undone[0].id, who="Mira", why="it was this paper")
    assert ledger.report(report.id).outlet == "Harn Courier"
    recollate(ledger)
    rashomon.read(pile, ledger=ledger)
    assert ledger.report(report.id).outlet == "Harn Courier"


def test_decisions_about_its_attributions_hold_with_it(ledger: Ledger) -> None:
    report = ledger.named_report("bridge").id
    ledger.name_speaker(f"{report}:2", "Ilse Brandt", who="Mira", why="the daughter")
    ledger.describe(report, {"published": "2031-04-05"}, who="Mira", why="the print edition")
    recollate(ledger)
    attribution = ledger.reading(report).attributions[1]
    assert attribution.speaker.name == "Ilse Brandt"
    assert attribution.said_date is not None
    assert ledger.reading(report).dates[attribution.said_date].earliest == "2031-03-31"
    assert ledger.stranded() == ()


@pytest.mark.parametrize(
    ("which", "parts", "fault"),
    [
        ("mill", {"published": "05/04/2031"}, "is no date, or may be two"),
        ("mill", {"outlet": None}, "this is what it has already"),
        ("mill", {"title": "x" * 501}, "too long"),
        ("mill", {"text": "The mill is open."}, "it has no text"),
        ("nothing.txt", {"outlet": "Harn Courier"}, "no report"),
    ],
)
def test_what_cannot_be_decided(ledger: Ledger, which: str, parts: imprint.Imprint, fault: str) -> None:
    with pytest.raises(LedgerError, match=fault):
        ledger.describe(which, parts, who="Mira", why="-")
    assert ledger.corrections() == ()


def test_what_another_reader_read_has_to_be_read_again_first(ledger: Ledger) -> None:
    report = ledger.named_report("mill")
    with ledger.transaction():
        ledger.add(
            ledger.capture(report.capture), report, ledger.reading(report.id), fingerprint="another reader"
        )
    with pytest.raises(LedgerError, match="another version of the reader"):
        ledger.describe(report.id, DECIDED, who="Mira", why="-")
    assert ledger.corrections() == ()


def test_a_table_decides_row_by_row_and_a_bad_row_holds_up_no_other(ledger: Ledger, tmp_path: Path) -> None:
    pile_csv = tmp_path / "pile.csv"
    pile_csv.write_text(
        "Report;Outlet;Published;Authors\n"
        "mill.txt;Harn Courier;2031-04-05;Ana Rusk\n"
        "gone.txt;Harn Courier;;\n"
        ";Harn Courier;;\n"
        "bridge.txt;;05/04/2031;\n"
        "bridge.txt;Lisse Post;none;\n"
    )
    found = list(describe_all(ledger, pile_csv, who="Mira", why="the archive’s list"))
    assert [type(f) for f in found] == [Correction, Problem, Problem, Problem, Correction]
    assert [f.item for f in found if isinstance(f, Problem)] == [f"{pile_csv}:{n}" for n in (3, 4, 5)]
    assert ledger.named_report("mill").authors == ("Ana Rusk",)
    assert ledger.named_report("bridge").outlet == "Lisse Post"
    again = list(describe_all(ledger, pile_csv, who="Mira", why="the archive’s list"))
    assert not any(isinstance(f, Correction) for f in again)
    recollate(ledger)


def test_the_table_that_is_written_can_be_filled_in_and_given_back(ledger: Ledger, tmp_path: Path) -> None:
    written = tmp_path / "pile.csv"
    written.write_text(table(ledger), encoding="utf-8")
    assert list(describe_all(ledger, written, who="Mira", why="-")) == []
    mill = ledger.named_report("mill")
    assert ledger.undescribed() == (2, 2)
    filled = written.read_text(encoding="utf-8").replace(
        f"{mill.id},,,", f"{mill.id},Harn Courier,2031-04-05,"
    )
    written.write_text(filled, encoding="utf-8")
    (made,) = describe_all(ledger, written, who="Mira", why="the archive’s list")
    assert isinstance(made, Correction)
    assert imprint.loaded(made.new) == {"outlet": "Harn Courier", "published": "2031-04-05"}
    assert ledger.undescribed() == (1, 1)
    recollate(ledger)


@pytest.mark.parametrize("text", ["outlet,published\nHarn Courier,2031", "report\nmill.txt", ""])
def test_what_is_no_such_table_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / "pile.csv").write_text(text)
    with pytest.raises(LedgerError, match="first line"):
        list(rows(tmp_path / "pile.csv"))


@pytest.mark.parametrize(
    "new", ["", "[]", '{"outlet": 7}', '{"published": "last week"}', '{"authors": "Ana"}', '{"outlet": ""}']
)
def test_what_another_program_wrote_changes_nothing(new: str) -> None:
    report = Report("9a3b", "9a3b00", "mill", "The mill.", (), outlet="Harn Courier")
    decided = Correction(
        "1f",
        "Mira",
        "2031-04-06T00:00:00+00:00",
        "-",
        CorrectionKind.MEND,
        targets.of_report("9a3b"),
        None,
        new,
    )
    assert imprint.as_decided(report, [decided]) == report


def test_a_part_that_is_said_not_to_be_known_is_not(ledger: Ledger) -> None:
    report = ledger.named_report("mill")
    assert report.title
    made = ledger.describe(report.id, {"title": None}, who="Mira", why="a caption")
    assert ledger.report(report.id).title is None
    assert json.loads(made.new or "") == {"title": None}
    recollate(ledger)
