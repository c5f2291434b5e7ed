"""The commands: what they print where, and how they exit. What stands in a view is tested beside the views."""

from __future__ import annotations

import json
import os
import re
import runpy
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

import rashomon
from rashomon import cli
from rashomon.ingest import Progress, Summary
from rashomon.ledger import Ledger
from rashomon.records import Problem, Statement
from rashomon.without_ledger import Collation
from tests.dossier import made

DOCS = Path(__file__).resolve().parents[1] / "docs"
TORN = Problem("torn.html", "reports", "the text is \x1b[31mempty", "save it again")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command: its exit status, standard output and standard error."""

    def run(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stopped:
            cli.main([str(argument) for argument in arguments])
        assert isinstance(stopped.value.code, int)
        return stopped.value.code, *capfd.readouterr()

    return run


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return made.ledger_at(tmp_path / "made.db")


def test_docs_hold_every_commands_real_help() -> None:
    # How an option's type is shown is typer's affair and changes with its version.
    def plain(page: str) -> list[str]:
        return re.sub(r"<[^<>]*>|\[default:[^\]]*\]", " ", page).split()

    page = runpy.run_path(str(DOCS / "make_cli.py"))["page"]()
    assert plain((DOCS / "cli.md").read_text(encoding="utf-8")) == plain(page), "run: python docs/make_cli.py"


@pytest.mark.parametrize(
    "command", ["read", "attribute", "collate", "show", "search", "dossier", "export", "room", "verify"]
)
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    status, out, _ = run(command, "--help")
    assert status == 0
    assert f"\n  Example:\n    rashomon {command}" in out
    assert f"## rashomon {command}\n" in (DOCS / "cli.md").read_text(encoding="utf-8")


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"rashomon {rashomon.__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["reed"], "No such command"),
        (["show", "storeys"], "storeys"),
        (["show", "story"], "say which: the id of a story"),
        (["show", "person"], "say which: a name"),
        (["show", "problems", "ab12"], "leave out"),
        (["search"], "Missing argument"),
        (["search", "lamp", "--limit", "0"], "--limit"),
        (["export", "--format", "xlsx", "--to", "x"], "xlsx"),
        (["collate", "one.txt"], "two texts or more"),
        (["read", "x.txt", "--model", "nowhere"], "nowhere has no reader.onnx and no linker.onnx"),
        (["attribute", "x.txt", "--model", "."], "reader.onnx"),
    ],
)
def test_options_that_do_not_fit(run: Run, arguments: list[str], fault: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert fault in err


@pytest.mark.parametrize(
    "arguments",
    [["show"], ["search", "lamp"], ["dossier", "57"], ["verify"], ["export", "--format", "csv", "--to", "x"]],
)
def test_a_ledger_that_is_not_there(run: Run, arguments: list[str], tmp_path: Path) -> None:
    status, out, err = run(*arguments, "--ledger", tmp_path / "none.db")
    assert (status, out) == (1, "")
    assert "there is no ledger here; make one with: rashomon read" in err
    assert not list(tmp_path.iterdir())


def filled(done: Summary) -> Callable[..., Summary]:
    """A stand-in for rashomon.read that writes the made ledger."""

    def read(
        paths: Iterable[str], *, ledger: Path, progress: Callable[[Progress], None], **options: Any
    ) -> Summary:
        made.ledger_at(ledger)
        progress(Progress("reading", 1, 2, "gull.txt", 0))
        return done

    return read


def test_read_prints_a_summary_on_standard_output_and_progress_on_standard_error(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rashomon, "read", filled(Summary(4, 0, 1, (TORN,), 61, 1.0)), raising=False)
    status, out, err = run("read", "pages", "--ledger", tmp_path / "new.db")
    assert status == 0
    assert out.startswith("4 reports read (61 words)")
    assert "torn.html: the text is ‹U+001B›[31mempty" in out
    assert err == "reading 1 of 2: gull.txt\n"
    assert not any(line.endswith(" ") for line in out.splitlines())


@pytest.mark.parametrize(("done", "status"), [((0, 3, 1), 0), ((0, 0, 1), 2), ((0, 0, 0), 2)])
def test_read_tells_whether_anything_could_be_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, done: tuple[int, int, int], status: int
) -> None:
    monkeypatch.setattr(rashomon, "read", filled(Summary(*done, (TORN,), 0, 1.0)), raising=False)
    assert run("read", "pages", "--ledger", tmp_path / "new.db")[0] == status


def test_read_stopped_says_that_the_next_run_goes_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(paths: Iterable[str], *, progress: Callable[[Progress], None], **options: Any) -> Summary:
        progress(Progress("reading", 7, 9, "gull.txt", 0))
        raise KeyboardInterrupt

    monkeypatch.setattr(rashomon, "read", read, raising=False)
    status, out, err = run("read", "pages")
    assert (status, out) == (130, "")
    assert err.endswith(
        "Stopped. What was done is kept (7 items looked at). Run the same command again and it goes on from there.\n"
    )


def test_read_into_a_ledger_that_cannot_be(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("The mill burned.")
    status, _, err = run("read", tmp_path / "page.txt", "--ledger", tmp_path / "no" / "such.db")
    assert status == 1
    assert err.startswith("rashomon: ")
    assert "its folder does not exist" in err
    assert "Traceback" not in err


def test_a_file_of_families_that_cannot_be_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "families.toml").write_bytes(b"\xff\xfe[")
    for name, fault in (
        ("none.toml", "give the path of a TOML file"),
        ("families.toml", "this is not UTF-8"),
    ):
        status, _, err = run("read", "x.txt", "--ledger", tmp_path / "l.db", "--families", tmp_path / name)
        assert (status, fault in err) == (1, True)
    assert not (tmp_path / "l.db").exists()


def test_attribute(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def attribute_files(paths: Iterable[str], **options: Any) -> Iterator[object]:
        yield TORN
        yield made.GULL[1:]

    monkeypatch.setattr(rashomon, "attribute_files", attribute_files, raising=False)
    status, out, err = run("attribute", "pages", "--format", "jsonl")
    assert status == 0
    assert json.loads(out)["doc"] == "gull"
    assert err == "torn.html: the text is ‹U+001B›[31mempty; save it again\n"
    assert "Odile Marsh (named in the source)" in run("attribute", "pages")[1]


def test_attribute_where_nothing_can_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rashomon, "attribute_files", lambda *_, **__: iter([TORN]), raising=False)
    assert run("attribute", "pages")[:2] == (2, "")


def test_collate(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    wordings = tuple(made.wording(item, "The lamp will stay") for item in (made.GULL, made.TIDE))
    found = Collation((made.GULL[1], made.TIDE[1]), (Statement("1", None, wordings),), (TORN,))
    monkeypatch.setattr(rashomon, "collate_files", lambda *_, **__: found, raising=False)
    status, out, err = run("collate", "gull.txt", "tide.txt", "--format", "jsonl")
    assert status == 0
    assert [w["doc"] for w in json.loads(out)["wordings"]] == ["gull", "tide"]
    assert "torn.html" in err
    assert "1 statement in two wordings or more" in run("collate", "gull.txt", "tide.txt")[1]


def test_collate_where_nothing_can_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rashomon, "collate_files", lambda *_, **__: Collation((), (), (TORN,)), raising=False)
    assert run("collate", "a.txt", "b.txt")[0] == 2


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ([], "Keepers leave the light burning"),
        (["stories"], "57031e"),
        (["story", "570"], "Reports"),
        (["report", made.TIDE[1].id[:6]], "outlet    Tide"),
        (["statement", "1a"], "3 wordings in 3 outlets"),
        (["person", "Odile", "Marsh"], "also: Marsh"),
        (["problems"], "pages/torn.html: the text is empty"),
    ],
)
def test_show(run: Run, ledger: Path, asked: list[str], answer: str) -> None:
    status, out, err = run("show", *asked, "--ledger", ledger)
    assert (status, err) == (0, "")
    assert answer in out
    assert "\x1b" not in out


@pytest.mark.parametrize("asked", [["stories"], ["story", "57031e"], ["person", "Quill"]])
def test_a_command_that_is_shown_asks_the_same_ledger(run: Run, ledger: Path, asked: list[str]) -> None:
    _, out, _ = run("show", *asked, "--ledger", ledger)
    told = " ".join(out.split())
    assert f"--ledger {ledger}" in told
    assert told.count("rashomon ") == told.count(f"--ledger {ledger}")


def test_show_what_is_not_there(run: Run, ledger: Path) -> None:
    status, out, err = run("show", "story", "zz", "--ledger", ledger)
    assert (status, out) == (1, "")
    assert (
        err
        == "rashomon: story zz: no story of this ledger has such an id; list the stories with: rashomon show stories\n"
    )


def test_search(run: Run, ledger: Path) -> None:
    assert "1 hit" in run("search", "fog", "horn", "--kind", "statement", "--ledger", ledger)[1]
    assert "1 hit" in run("search", "lamp", "--limit", "1", "--ledger", ledger)[1]
    assert "Nothing in this ledger" in run("search", "quill", "--ledger", ledger)[1]


def test_dossier_to_a_file_and_to_standard_output(
    run: Run, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("dossier", "570", "--ledger", ledger) == (0, "", "Wrote story-57031e.html\n")
    assert (tmp_path / "story-57031e.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    status, out, _ = run("dossier", "570", "--format", "md", "--to", "-", "--ledger", ledger)
    assert status == 0
    assert out.startswith("# Keepers leave the light burning")


def test_dossier_that_cannot_be_written(run: Run, ledger: Path, tmp_path: Path) -> None:
    status, _, err = run("dossier", "570", "--to", tmp_path / "no" / "such.html", "--ledger", ledger)
    assert status == 1
    assert "the dossier cannot be written here (no such file or directory)" in err


def test_a_dossier_that_finds_no_room_leaves_the_one_that_was_there(
    run: Run, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, *_: object, **__: object) -> int:
        self.write_bytes(b"<!DOC")
        raise OSError(28, "No space left on device")

    kept = tmp_path / "mill.html"
    assert run("dossier", "570", "--to", kept, "--ledger", ledger)[0] == 0
    was = kept.read_bytes()
    monkeypatch.setattr(Path, "write_text", full)
    status, _, err = run("dossier", "570", "--to", kept, "--ledger", ledger)
    assert (status, "no space left on device" in err) == (1, True)
    assert kept.read_bytes() == was
    assert not list(tmp_path.glob("*.part"))


def test_export(run: Run, ledger: Path, tmp_path: Path) -> None:
    status, _, err = run("export", "--format", "jsonl", "--to", tmp_path / "tables", "--ledger", ledger)
    assert status == 0
    assert (tmp_path / "tables" / "wording.jsonl").exists()
    assert "columns.md says what each column holds" in err


def test_verify(run: Run, ledger: Path) -> None:
    status, out, _ = run("verify", "--ledger", ledger)
    assert status == 0
    assert "4 captures" in out.replace("\n", " ")
    with Ledger.open(ledger) as opened:
        opened._connection.execute("UPDATE wording SET text = 'something else' WHERE ordinal = 0")
    status, out, _ = run("verify", "--ledger", ledger)
    assert status == 1
    assert "quotation: wording" in out


def piped(
    *arguments: object, environment: dict[str, str], shell: str = "{}"
) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own, its output in a pipe."""
    command = " ".join([sys.executable, "-m", "rashomon", *map(str, arguments)])
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
    return subprocess.run(
        ["/bin/sh", "-c", shell.format(command)],
        env=kept | environment,
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_output_is_utf8_whatever_the_locale(ledger: Path) -> None:
    for environment in ({"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}):
        done = piped("show", "report", made.TIDE[1].id, "--ledger", ledger, environment=environment)
        assert (done.returncode, done.stderr) == (0, b"")
        assert "“The lamp will stay out”" in done.stdout.decode("utf-8")
        assert b"\x1b" not in done.stdout


def test_a_pipe_that_closes_early_is_no_error(ledger: Path) -> None:
    done = piped("dossier", "570", "--to", "-", "--ledger", ledger, environment={}, shell="{} | true")
    assert done.stderr == b""
    done = piped("show", "--ledger", ledger, environment={}, shell="{} | true")
    assert done.stderr == b""


def test_help_loads_no_model_runtime() -> None:
    code = "import sys; from rashomon import cli; sys.exit(any(m in sys.modules for m in ('onnxruntime', 'trafilatura')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_typing_slip_makes_no_ledger(tmp_path: Path, run: Run) -> None:
    kept = tmp_path / "x.db"
    status, _, err = run("read", tmp_path / "no-such", "--ledger", kept)
    assert (status, "no such file" in err, kept.exists()) == (2, True, False)


def test_a_file_whose_places_have_one_fault_is_told_once(tmp_path: Path, run: Run) -> None:
    (tmp_path / "rows.jsonl").write_text('{"a": 1}\n' * 40)
    status, out, _ = run("read", tmp_path, "--ledger", tmp_path / "x.db")
    out = " ".join(out.split())
    assert (status, "Could not be read: 40 items" in out) == (2, True)
    assert "rows.jsonl, in 40 places (:1, :2, :3 … :40): the JSON object has neither text nor html" in out
    assert out.count("neither text nor html") == 1


def test_looking_at_a_ledger_leaves_nothing_beside_it(tmp_path: Path, run: Run) -> None:
    (tmp_path / "mill.txt").write_text("“The mill is shut,” Tor Brandt said.\n")
    kept = tmp_path / "kept" / "x.db"
    kept.parent.mkdir()
    for command in (("read", tmp_path / "mill.txt"), ("show",), ("verify",)):
        assert run(*command, "--ledger", kept)[0] == 0
    assert [path.name for path in kept.parent.iterdir()] == ["x.db"]
