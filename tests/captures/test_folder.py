"""Captures from files, folders and standard input."""

from __future__ import annotations

import hashlib
import json
import os
from io import BytesIO
from pathlib import Path

import pytest

from rashomon.captures import folder
from rashomon.captures.folder import captures, count
from rashomon.records import Capture, Problem


def got(*paths: Path | str, stdin: bytes | None = None) -> list[Capture | Problem]:
    return list(captures(paths, BytesIO(stdin) if stdin is not None else None))


def only_capture(found: list[Capture | Problem]) -> Capture:
    (capture,) = found
    assert isinstance(capture, Capture)
    return capture


def only_problem(found: list[Capture | Problem]) -> Problem:
    (problem,) = found
    assert isinstance(problem, Problem)
    assert problem.stage == "captures"
    assert problem.fault
    assert problem.mend
    return problem


def test_a_file_is_one_capture_with_its_bytes_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "mill.txt"
    path.write_bytes(b"\xef\xbb\xbfThe mill\r\nburned.\n")
    os.utime(path, (0, 1933200000))
    capture = only_capture(got(path))
    assert capture.content == path.read_bytes()
    assert capture.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (capture.media_type, capture.path) == ("text/plain", str(path))
    assert capture.captured_at == "2031-04-06T00:00:00+00:00"


def test_a_folder_is_read_in_the_order_of_names_without_hidden_and_unknown_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.HTML", "c/z.htm", "c/a.xhtml", ".hidden.txt", ".git/x.txt", "d.png", "notes.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = [
        Path(capture.path).relative_to(tmp_path).as_posix()
        for capture in got(tmp_path)
        if isinstance(capture, Capture)
    ]
    assert found == ["a.HTML", "b.txt", "c/a.xhtml", "c/z.htm"]
    assert [p.fault for p in got(tmp_path) if isinstance(p, Problem)] == [
        "1 file of another kind was passed over: .md"
    ]


def test_files_of_other_kinds_are_noted_once_for_their_folder(tmp_path: Path) -> None:
    for name in ("a.txt", "b.pdf", "c/d.PDF", "c/e.mhtml", "c/f.css", "old.db", "g.a strange ending", "h"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    note = got(tmp_path)[-1]
    assert isinstance(note, Problem)
    assert (note.item, note.noted) == (str(tmp_path), True)
    assert note.fault == "5 files of other kinds were passed over: .pdf, others, .mhtml"
    assert note.mend
    assert count([tmp_path]) == 2


def test_nothing_is_noted_of_what_saved_pages_bring_along(tmp_path: Path) -> None:
    for name in ("a.html", "a_files/style.css", "a_files/logo.png", "news.db"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    only_capture(got(tmp_path))


def test_what_a_browser_saved_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    frames = ("Valley 🌊_files/saved_resource.html", "quay.files/frame.htm", "Quay-Dateien/box.html")
    for name in ("Valley 🌊.html", "quay.htm", "Quay.HTML", *frames, "lone_files/a.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = [Path(c.path).relative_to(tmp_path).as_posix() for c in got(tmp_path) if isinstance(c, Capture)]
    assert found == ["Quay.HTML", "Valley 🌊.html", "lone_files/a.html", "quay.htm"]
    assert count([tmp_path]) == 4
    only_capture(got(tmp_path / "quay.files"))


def test_tables_that_were_exported_are_no_reports(tmp_path: Path) -> None:
    for name in ("a.txt", "report.jsonl", "wording.jsonl", "more.jsonl", "columns.md", "sub/report.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"text": "x"}')
    package = tmp_path / "datapackage.json"
    tables = [{"path": "report.jsonl"}, {"path": "wording.jsonl"}]
    package.write_text(json.dumps({"name": "rashomon-ledger", "resources": tables}))
    found = got(tmp_path)
    kept = [Path(c.path).relative_to(tmp_path).as_posix() for c in found if isinstance(c, Capture)]
    assert kept == ["a.txt", "more.jsonl:1", "sub/report.jsonl:1"]
    (note,) = (item for item in found if isinstance(item, Problem))
    assert (note.item, note.noted) == (str(tmp_path), True)
    assert "rashomon export" in note.fault
    assert count([tmp_path]) == 4
    for other in ('{"name": "harvest-yields", "resources": []}', "{", '{"name": "rashomon-ledger"}', "[1]"):
        package.write_text(other)
        assert "report.jsonl:1" in {Path(c.path).name for c in got(tmp_path) if isinstance(c, Capture)}


def test_a_pipe_in_a_folder_is_a_problem_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "a pipe" in only_problem(got(tmp_path)).fault


def test_a_file_named_itself_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    kinds = {
        b"Plain words [not a list]": "text/plain",
        b"[Updated] The mill burned.": "text/plain",
        b"<!DOCTYPE html><html><p>x": "text/html",
        b'\xef\xbb\xbf{\n"text": "x"}': "application/json",
    }
    for i, (content, media_type) in enumerate(kinds.items()):
        path = tmp_path / f".page{i}.saved"
        path.write_bytes(content)
        assert only_capture(got(path)).media_type == media_type


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("x")
    (tmp_path / "in" / "again").symlink_to(tmp_path)
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    found = got(tmp_path)
    assert sum(isinstance(item, Capture) for item in found) == 1
    assert [Path(item.item).name for item in found if isinstance(item, Problem)] == ["loop.txt"]


def test_the_same_bytes_twice_are_two_captures_of_one_digest(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("same")
    first, second = got(tmp_path)
    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert first.sha256 == second.sha256
    assert first.path != second.path


def test_json_lines_are_a_capture_a_line_named_by_it(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"text": "one"}\r\n\n  {"text": "two"}  \n{"text": broken\n{"text": "four"}'
    )
    found = got(path)
    assert [(c.path, c.content) for c in found if isinstance(c, Capture)] == [
        (f"{path}:1", b'{"text": "one"}'),
        (f"{path}:3", b'{"text": "two"}'),
        (f"{path}:4", b'{"text": broken'),  # that it does not parse is for extract to say
        (f"{path}:5", b'{"text": "four"}'),
    ]


def test_json_lines_are_streamed() -> None:
    class Endless:
        served = 0

        def readline(self, size: int) -> bytes:
            self.served += 1
            return b'{"text": "%d"}\n' % self.served

        def read(self, size: int) -> bytes:
            return b""

    stream = Endless()
    reader = captures(["-"], stream)  # type: ignore[arg-type]
    paths = [
        capture.path for capture, _ in zip(reader, range(3), strict=False) if isinstance(capture, Capture)
    ]
    assert paths == ["stdin:1", "stdin:2", "stdin:3"]
    assert stream.served <= 5


def test_a_json_file_is_an_object_a_list_or_objects_one_after_another(tmp_path: Path) -> None:
    path = tmp_path / "news.json"
    path.write_bytes(b'\n {"text": "a }"}\n')
    assert [(c.path, c.content) for c in got(path) if isinstance(c, Capture)] == [
        (str(path), b'{"text": "a }"}')
    ]
    path.write_bytes(b'[{"text": "a"},\n {"text": "b", "x": [{}]}]')
    assert [c.path for c in got(path) if isinstance(c, Capture)] == [f"{path}[0]", f"{path}[1]"]
    path.write_bytes(b'{"text": "a"}\n{"text": "b"}')
    assert [c.path for c in got(path) if isinstance(c, Capture)] == [str(path), f"{path}[1]"]


def test_standard_input_is_told_by_its_content() -> None:
    assert only_capture(got("-", stdin=b"The mill burned.")).media_type == "text/plain"
    assert only_capture(got("-", stdin=b"<html><p>The mill burned.")).media_type == "text/html"
    assert [c.path for c in got("-", stdin=b'{"text": "a"}\n{"text": "b"}\n') if isinstance(c, Capture)] == [
        "stdin:1",
        "stdin:2",
    ]
    assert only_capture(got("-", stdin=b'{\n"text": "a"}')).path == "stdin"
    assert only_capture(got("-", stdin=b"x")).captured_at is None


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.txt", b"", "empty"),
        ("a.json", b" \n ", "empty"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.json", b'{"text": "cut o', "ends before"),
        ("a.json", b'[{"text": "a"', "ends before"),
        ("a.json", b'"only text"', "expected an object"),
        ("a.json", b"\xff\xfe{\0}\0", "UTF-16"),
        ("a.jsonl", b"\xfe\xff\0{\0}", "UTF-16"),
    ],
)
def test_what_cannot_be_cut_into_captures_is_a_problem(
    tmp_path: Path, name: str, content: bytes, fault: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    problem = only_problem(got(path))
    assert fault in problem.fault
    assert problem.item.startswith(str(path))


def test_objects_before_the_fault_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b'[{"text": "a"},\n{"text": "b"},\n 7]')
    first, second, problem = got(path)
    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert isinstance(problem, Problem)
    assert problem.item == f"{path}:3"
    assert "'7'" in problem.fault


def test_what_is_no_object_in_a_list_is_passed_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    long = json.dumps("a } ] \\" * 30_000)
    path.write_text(
        f'[{{"text": "a"}}, null, "b\n\\"", {long},\n-7.5e3, {{"text": "c"}}, [1], {{"text": "d"}}]'
    )
    found = got(path)
    assert [c.path for c in found if isinstance(c, Capture)] == [f"{path}[0]", f"{path}[5]"]
    faults = [p for p in found if isinstance(p, Problem)]
    assert [p.item.removeprefix(str(path)) for p in faults] == [":1", ":1", ":2", ":3", ":3"]
    assert ["nothing behind it" in p.fault for p in faults] == [False, False, False, False, True]
    path.write_text("[" + "1," * 1_000_000 + '{"text": "a"}]')
    assert len(got(path)) == 101, "a list of something else is not gone through"


def test_nesting_costs_no_stack(tmp_path: Path) -> None:
    path = tmp_path / "deep.json"
    path.write_bytes(b'{"text": ' + b"[" * 200_000 + b"]" * 200_000 + b"}")
    assert only_capture(got(path)).content == path.read_bytes()


def test_missing_paths_and_empty_folders_are_problems(tmp_path: Path) -> None:
    assert "no such file" in only_problem(got(tmp_path / "none.txt")).fault
    assert "no file to read" in only_problem(got(tmp_path)).fault
    for odd in ("nul\0.txt", "half\ud800.txt", "x" * 5000):
        problem = only_problem(got(tmp_path / odd))
        problem.item.encode("utf-8")  # what is named can be stored and printed


def test_a_folder_or_file_without_leave_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "closed.txt"
    closed.write_text("x")
    (tmp_path / "open.txt").write_text("y")
    really_open = Path.open

    def refuse(self: Path, *arguments: object) -> object:  # root, as tests run, may read everything
        if self == closed:
            raise PermissionError(13, "Permission denied")
        return really_open(self, *arguments)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    problem, capture = got(tmp_path)
    assert isinstance(problem, Problem)
    assert problem.fault == "permission denied"
    assert "chmod" in problem.mend
    assert isinstance(capture, Capture)


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000_000)  # sparse: reading it whole would not end in time, nor fit
    assert "larger than" in only_problem(got(path)).fault
    blob = tmp_path / "blob.json"
    with blob.open("wb") as stream:
        stream.write(b'{"text": "')
        stream.truncate(50_000_000_000)
    assert "longer than" in only_problem(got(blob)).fault


def test_a_line_beyond_the_limit_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "LIMIT", 100)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "a"}\n{"text": "' + b"x" * 200_000 + b'"}\n{"text": "c"}\n')
    first, problem, last = got(path)
    assert isinstance(problem, Problem)
    assert problem.item == f"{path}:2"
    assert isinstance(first, Capture)
    assert isinstance(last, Capture)
    assert last.path == f"{path}:3"


def test_count_is_exact_but_for_lists_in_json_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.jsonl").write_bytes(b"{}\n{}\n{}")
    (tmp_path / "c.json").write_text(json.dumps([{}, {}]))
    assert count([tmp_path, "-"]) == 1 + 3 + 1 + 1
    assert count([tmp_path / "none"]) == 1


def test_an_e_mail_is_one_capture_of_its_own_kind(tmp_path: Path) -> None:
    path = tmp_path / "mill.eml"
    path.write_bytes(b"From: Ann Lee\r\nSubject: Mill\r\n\r\nIt fell.\r\n")
    (tmp_path / "old.pst").write_bytes(b"From ann\n")
    capture, passed_over = got(tmp_path)
    assert isinstance(capture, Capture)
    assert (capture.media_type, capture.content) == ("message/rfc822", path.read_bytes())
    assert isinstance(passed_over, Problem)
    assert passed_over.fault == "1 file of another kind was passed over: .pst"
