"""``rashomon correct``: what it prints, and that it is applied at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon import cli
from rashomon.ingest import recollate
from rashomon.ledger import Ledger
from tests.corrections.made import made
from tests.ledger.decisions.test_entities import SAYS, add


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Ledger.open(tmp_path / "x.db") as ledger:
        for text, name in SAYS:
            add(ledger, text, name)
        ledger.add_run(code="test", reader="reader-1")
        recollate(ledger)
    return tmp_path / "x.db"


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[object, str, str]:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    return stopped.value.code, *capfd.readouterr()


def test_merge_and_split_are_applied_and_shown(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    decided = ("--who", "Mira", "--why", "signs so", "--ledger", str(path))
    status, out, err = run(capfd, "correct", "merge", "Osk", "Oskar Tarn", *decided)
    assert (status, err.split()[:3]) == (0, ["Recorded", "as", "correction"])
    assert "also: Osk" in out
    assert "one with “Osk" in " ".join(out.split())
    with Ledger.open(path) as ledger:
        report = next(e.report for e in ledger.whom("Osk").evidence if e.name == "Osk")
    status, out, _ = run(capfd, "correct", "split", "Osk", "--report", report[:8], *decided)
    assert status == 0
    assert out.startswith("Osk\n")
    status, out, _ = run(capfd, "show", "person", "Oskar", "Tarn", "--ledger", str(path))
    assert "also" not in out
    assert "only the name tells" in out


@pytest.mark.parametrize(
    ("arguments", "status", "fault"),
    [
        (["merge", "Osk", "Nobody", "--who", "Mira", "--why", "-"], 1, "nobody in this ledger"),
        (["merge", "Osk", "Oskar Tran", "--who", "Mira", "--why", "-"], 1, "did you mean Oskar Tarn?"),
        (["merge", "Osk", "Oskar Tarn", "--who", "Mira"], 2, "--why"),
        (["split", "Osk", "--who", "Mira", "--why", "-"], 2, "--report"),
    ],
)
def test_what_cannot_be_done(
    path: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], status: int, fault: str
) -> None:
    found, _, err = run(capfd, "correct", *arguments, "--ledger", str(path))
    assert found == status
    assert fault in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "command",
    ["accept", "reject", "mend", "speaker", "merge", "split", "same", "apart", "undo", "list"],
)
def test_help_has_an_example(capfd: pytest.CaptureFixture[str], command: str) -> None:
    status, out, _ = run(capfd, "correct", command, "--help")
    assert status == 0
    assert f"Example:\n    rashomon correct {command}" in out


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """A ledger of the report of tests/corrections/made.py."""
    with Ledger.open(tmp_path / "ferry.db") as ledger:
        ledger.add(*made())
        ledger.add_run(code="test", reader="reader-1")
        recollate(ledger)
    return tmp_path / "ferry.db"


def test_attributions_are_judged_and_mended_by_their_number(
    ferry: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    report = made()[1].id[:6]
    decided = ("--who", "Mira", "--why", "heard it", "--ledger", str(ferry))
    for arguments, shown in (
        (("accept", f"{report}:1"), "accepted, as Mira decided on"),
        (("speaker", f"{report}:2", "Tor Brandt"), "heard it; it was not known"),
        (("speaker", f"{report}:2", "--unknown"), "it was “Tor Brandt”"),
        (
            ("mend", f"{report}:3", "--content", "the ferry would sail", "--source", "none"),
            "no source expressed",
        ),
        (("reject", f"{report}:3"), "3 rejected, as Mira decided on"),
    ):
        status, out, err = run(capfd, "correct", *arguments, *decided)
        assert status == 0, err
        assert "Recorded as correction" in err
        assert shown in " ".join(out.split())
    status, out, _ = run(capfd, "correct", "list", "--ledger", str(ferry))
    assert out.count("  holds") == 5
    id_ = next(line.split()[0] for line in out.splitlines() if "reject" in line)
    assert run(capfd, "correct", "undo", id_, *decided)[0] == 0
    status, out, _ = run(capfd, "correct", "list", "--ledger", str(ferry))
    assert (out.count("  holds"), out.count("  undone")) == (5, 1)
    assert "Nobody" not in out
    assert (
        run(capfd, "correct", "list", "--stranded", "--ledger", str(ferry))[1]
        == "No decision finds nothing.\n"
    )


def test_statements_and_stories_are_told_apart_and_joined(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    decided = ("--who", "Mira", "--why", "read both", "--ledger", str(path))
    with Ledger.open(path) as ledger:
        first, *others = ledger.stories()
    for told in others:
        assert run(capfd, "correct", "same", "story", first.id, told.id, *decided)[0] == 0
    with Ledger.open(path) as ledger:
        (story,) = ledger.stories()
    arguments = ("correct", "apart", "story", story.id, "--report", story.reports[-1][:8])
    assert run(capfd, *arguments, *decided)[0] == 0
    with Ledger.open(path) as ledger:
        one, other = ledger.stories()
        assert (len(one.reports), other.reports) == (3, story.reports[-1:])
    assert run(capfd, "correct", "same", "story", one.id[:6], other.id[:6], *decided)[0] == 0
    with Ledger.open(path) as ledger:
        assert [s.reports for s in ledger.stories()] == [story.reports]
        assert ledger.verify() == ()
    status, _, err = run(capfd, "correct", "same", "story", one.id, one.id, *decided)
    assert (status, "are one story already" in err) == (1, True)


def test_what_a_report_is_alone_and_by_a_table(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mill.txt").write_text("“The mill is shut,” Tor Brandt said on Monday.\n")
    (tmp_path / "pile.csv").write_text("report,outlet\nmill.txt,Lisse Post\ngone.txt,Lisse Post\n")
    ledger = ("--ledger", str(tmp_path / "x.db"))
    decided = ("--who", "Mira", "--why", "the print edition", *ledger)
    run(capfd, "read", str(tmp_path / "mill.txt"), *ledger)
    given = ("--outlet", "Harn Courier", "--published", "5 April 2031", "--author", "Ana Rusk")
    status, out, _ = run(capfd, "correct", "report", "mill.txt", *given, *decided)
    assert status == 0
    for told in ("Harn Courier", "2031-04-05 (from a person’s decision)", "Ana Rusk"):
        assert told in " ".join(out.split())
    status, _, err = run(capfd, "correct", "reports", str(tmp_path / "pile.csv"), *decided)
    assert status == 0
    assert "pile.csv:3: report gone.txt" in " ".join(err.split())
    assert "Recorded 1 decision about reports" in err
    status, _, err = run(capfd, "correct", "report", "mill.txt", *decided)
    assert (status, "give --outlet" in " ".join(err.split())) == (2, True)


def test_a_speaker_whom_nobody_knew_before_is_told_with_those_who_are_nearly_called_so(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    capture, report, reading = made()
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(capture, report, reading)
        ledger.add_run(code="test", reader="reader-1")
        recollate(ledger)
    options = ("--who", "Mira", "--why", "-", "--ledger", str(tmp_path / "x.db"))
    _, _, err = run(capfd, "correct", "speaker", f"{report.id}:2", "Ana Rsuk", *options)
    told = "Nobody in this ledger was known by the name Ana Rsuk before; if you meant Ana Rusk, take it back"
    assert told in err
    _, _, err = run(capfd, "correct", "speaker", f"{report.id}:2", "Ana Rusk", *options)
    assert "Nobody" not in err
    _, out, _ = run(capfd, "show", "person", "Rsk", "--ledger", str(tmp_path / "x.db"))
    assert "did you mean Ana Rusk?" in " ".join(out.split())
