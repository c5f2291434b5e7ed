"""Captures from files, folders and standard input."""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from rashomon.captures.mailbox import BEGINS, messages
from rashomon.captures.objects import Fault, Found, lines, objects
from rashomon.records import NOTED, Capture, Problem

STAGE = "captures"
LIMIT = 20_000_000
"""Bytes a capture may have. The largest of 966 news pages and blogs (dragnet) has 0.9 MB, scripts inlined add to that;
what is larger is a dump, a video or a bomb, and a page is parsed into many times its size in memory."""

TEXT, HTML, JSON, MAIL = "text/plain", "text/html", "application/json", "message/rfc822"
_LINES, _MAILBOX = "application/jsonl", "application/mbox"  # told apart only while cutting a file up
MEDIA_TYPES = {
    ".txt": TEXT,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".json": JSON,
    ".jsonl": _LINES,
    ".eml": MAIL,
    ".mbox": _MAILBOX,
}
"""The suffixes that are read in a folder, and what each is read as."""

_NEVER_REPORTS = frozenset(
    ".png .jpg .jpeg .gif .webp .svg .ico .bmp .avif .css .js .mjs .map .woff .woff2 .ttf .otf .eot"
    " .db .db-wal .db-shm .db-journal".split()
)
"""What comes with saved pages, and ledgers: passed over without a word. Other kinds may hold reports, which is said."""
_COMPANIONS = re.compile(
    r"(?:_files|_fichiers|_archivos|_ficheiros|_arquivos|_bestanden|_file|_pliki|_soubory|-Dateien|\.files)\Z"
)
"""Ends of the folder that a browser saves beside a page of the same name: its pictures, scripts, and the frames of others that
stand in it (advertisements, boxes of comments), which are no reports."""
_PACKAGE = "datapackage.json"
"""What stands beside the tables that ``rashomon export`` wrote, and lists them."""
_PAGES = frozenset(suffix for suffix, media_type in MEDIA_TYPES.items() if media_type == HTML)
_MOST_KINDS = 12
_KIND = re.compile(r"\.\w{1,12}")

_HEAD = 4096  # bytes after the first line looked at to tell what a stream without a known suffix holds
_JSON_START = re.compile(rb"\s*(?:\{\s*[\"}]|\[\s*\{)")
_HTML_START = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|main|title|meta|div|p)\b", re.IGNORECASE
)


def each_path(paths: Iterable[str | Path] | str | Path) -> list[str | Path]:
    """The paths that were given: a list of them, or one alone.

    >>> each_path("pages/"), each_path(["one.txt", "other.txt"])
    (['pages/'], ['one.txt', 'other.txt'])
    """
    return [paths] if isinstance(paths, (str, Path)) else list(paths)


def is_there(path: str | Path) -> bool:
    """Whether a path that was given leads to anything: a typing slip does not. Standard input, ``-``, is always there."""
    return str(path) == "-" or os.path.lexists(path)


def captures(paths: Iterable[str | Path], stdin: BinaryIO | None = None) -> Iterator[Capture | Problem]:
    """The captures under ``paths``, one after another, as they are read; a :class:`Problem` for what cannot be.

    A folder is read recursively in the order of its sorted names: the files of :data:`MEDIA_TYPES`, no hidden
    ones, nor what a browser saved beside a page (``valley_files`` beside ``valley.html``), nor tables that were exported; each
    folder once, so that links in a circle do no harm. A file named itself is always tried, by its content
    where its suffix is unknown; so is ``-``, standard input (or ``stdin``). A .html, .txt or .eml file is one capture;
    each line of a .jsonl file, each object of a .json file and each message of a .mbox file is one, whose ``path`` names it::

        pages/valley.html      news.jsonl:17 (line)      news.json[2] (place in the list, from 0)      mail.mbox:3 (message)

    The same bytes met twice are yielded twice, with the same ``sha256``.
    """
    for path in paths:
        if str(path) == "-":
            yield from _from_stream("stdin", stdin or sys.stdin.buffer, None, None)
        else:
            for found in _files(Path(path)):
                if isinstance(found, Problem):
                    yield found
                else:
                    yield from _from_file(found)


def count(paths: Iterable[str | Path]) -> int:
    """About how many captures ``paths`` hold, for a progress bar: cheap, and exact but for lists in .json files.

    Files are counted, not opened, except that the lines of .jsonl files and the messages of .mbox files are counted; standard
    input counts as one.
    """
    total = 0
    for path in paths:
        if str(path) == "-":
            total += 1
            continue
        for found in _files(Path(path)):
            if isinstance(found, Path) and MEDIA_TYPES.get(found.suffix.lower()) == _LINES:
                total += _count_lines(found)
            elif isinstance(found, Path) and MEDIA_TYPES.get(found.suffix.lower()) == _MAILBOX:
                total += _count_messages(found)
            else:
                total += 1
    return total


def _count_lines(path: Path) -> int:
    try:
        with path.open("rb") as stream:
            ends, last = 0, b"\n"
            while chunk := stream.read(1 << 20):
                ends, last = ends + chunk.count(b"\n"), chunk[-1:]
            return ends + (last != b"\n")
    except OSError:
        return 1  # the problem that reading it will give


def _count_messages(path: Path) -> int:
    try:
        with path.open("rb") as stream:
            return sum(1 for _ in messages(stream, LIMIT)) or 1
    except OSError:
        return 1


def _files(path: Path) -> Iterator[Path | Problem]:
    """The files that ``path`` stands for: itself, or what a folder holds."""
    try:
        if not path.is_dir():
            path.stat()
            yield path
            return
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        yield _unreadable(path, error)
        return
    found_any = False
    others: Counter[str] = Counter()
    for found in _in_folder(path, others):
        found_any = True
        yield found
    if not found_any:
        yield Problem(
            _shown(path),
            STAGE,
            "the folder holds no file to read",
            f"files are read by their suffix: {' '.join(MEDIA_TYPES)}; name any other file itself",
        )
    elif others:
        yield _passed_over(path, others)


def _in_folder(path: Path, others: Counter[str]) -> Iterator[Path | Problem]:
    """The files of a folder and of those in it that are to be read; ``others`` counts the suffixes of what is passed over."""
    seen: set[tuple[int, int]] = set()
    waiting = [path]  # a stack, not recursion: folders may be nested deeper than Python's stack
    while waiting:
        here = waiting.pop()
        suffix = here.suffix.lower()
        try:
            state = here.stat()
            if stat.S_ISDIR(state.st_mode):
                if (state.st_dev, state.st_ino) not in seen:
                    seen.add((state.st_dev, state.st_ino))
                    inside = sorted(here.iterdir(), key=lambda p: p.name, reverse=True)
                    if tables := _exported(here, inside):
                        inside = [p for p in inside if p.name not in tables]
                        yield _tables_noted(here)
                    waiting += _without_companions([p for p in inside if not p.name.startswith(".")])
            elif suffix in MEDIA_TYPES:
                yield here if stat.S_ISREG(state.st_mode) else _no_file(here)
            elif stat.S_ISREG(state.st_mode) and suffix not in _NEVER_REPORTS:
                others[suffix] += 1
        except OSError as error:
            if suffix in MEDIA_TYPES or isinstance(error, PermissionError):
                yield _unreadable(here, error)


def _without_companions(inside: list[Path]) -> list[Path]:
    """What a folder holds, less the folders that browsers saved beside its pages."""
    pages = {p.stem for p in inside if p.suffix.lower() in _PAGES}
    return [p for p in inside if not ((end := _COMPANIONS.search(p.name)) and p.name[: end.start()] in pages)]


def _exported(folder: Path, inside: list[Path]) -> frozenset[str]:
    """The names of the files that ``rashomon export`` wrote into a folder. Read, they would be reports of reports."""
    if not any(p.name == _PACKAGE for p in inside):
        return frozenset()
    try:
        package = json.loads((folder / _PACKAGE).read_bytes())
        if package["name"] == "rashomon-ledger":
            return frozenset(
                {_PACKAGE, "columns.md", *(str(table["path"]) for table in package["resources"])}
            )
    except (OSError, ValueError, RecursionError, LookupError, TypeError):
        pass  # another program's, to be read or found fault with as any file
    return frozenset()


def _tables_noted(folder: Path) -> Problem:
    """A note on a folder's exported tables."""
    return Problem(
        _shown(folder),
        NOTED,
        "the tables that rashomon export wrote here were passed over: they are no reports",
        "nothing to mend; an export may stand in a folder of its own, outside of what is read",
    )


def _passed_over(path: Path, others: Counter[str]) -> Problem:
    """A note on a folder's files of other kinds, by their suffixes, the commonest first."""
    kinds = sorted(others, key=lambda suffix: (-others[suffix], suffix))
    shown = [kind if _KIND.fullmatch(kind) else "others" for kind in kinds[:_MOST_KINDS]]
    told = ", ".join([*dict.fromkeys(shown), *(["…"] if len(kinds) > _MOST_KINDS else [])])
    number = others.total()
    passed = "1 file of another kind was" if number == 1 else f"{number:,} files of other kinds were"
    return Problem(
        _shown(path),
        NOTED,
        f"{passed} passed over: {told}",
        "save what they hold as .html or .txt; a file that is text can be named itself",
    )


def _from_file(path: Path) -> Iterator[Capture | Problem]:
    media_type = MEDIA_TYPES.get(path.suffix.lower())
    try:
        with path.open("rb") as stream:
            state = os.fstat(stream.fileno())
            changed = datetime.fromtimestamp(state.st_mtime, UTC).isoformat(timespec="seconds")
            if stat.S_ISREG(state.st_mode) and state.st_size > LIMIT and media_type in (TEXT, HTML, MAIL):
                yield _too_large(_shown(path))
                return
            yield from _from_stream(_shown(path), stream, media_type, changed)
    except OSError as error:
        yield _unreadable(path, error)


_CUT_UP = {JSON: objects, _LINES: lines, _MAILBOX: messages}
"""What cuts up the files that hold several captures."""


def _from_stream(
    path: str, stream: BinaryIO, media_type: str | None, captured_at: str | None
) -> Iterator[Capture | Problem]:
    """The captures of one file or of standard input; ``media_type`` is ``None`` where its content must tell."""
    if media_type is None:
        head = stream.readline(LIMIT + 1) + stream.read(_HEAD)  # a first line of JSON lines is seen whole
        media_type = _told_by(head)
        stream = _Rejoined(head, stream)  # type: ignore[assignment]
    empty = True
    if media_type in _CUT_UP:
        of_kind = MAIL if media_type == _MAILBOX else JSON
        for found in _CUT_UP[media_type](stream, LIMIT):
            empty = False
            if isinstance(found, Fault):
                yield Problem(f"{path}:{found.line}" if found.line else path, STAGE, found.fault, found.mend)
            else:
                yield _capture(found.content, of_kind, _place(path, media_type, found), captured_at)
    else:
        content = stream.read(LIMIT + 1)
        if len(content) > LIMIT:
            yield _too_large(path)
            return
        if content:
            empty = False
            yield _capture(content, media_type, path, captured_at)
    if empty:
        yield Problem(path, STAGE, "the file is empty", "fetch or save it again")


class _Rejoined:
    """A binary stream whose beginning has been looked at and is put back before the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = BytesIO(head), rest

    def read(self, size: int) -> bytes:
        """Up to ``size`` bytes; fewer only at the end."""
        head = self._head.read(size)
        return head + self._rest.read(size - len(head)) if len(head) < size else head

    def readline(self, size: int) -> bytes:
        """One line, or its first ``size`` bytes."""
        head = self._head.readline(size)
        return (
            head
            if head.endswith(b"\n") or len(head) == size
            else head + self._rest.readline(size - len(head))
        )


def _told_by(head: bytes) -> str:
    """What a stream holds, by its beginning: JSON lines, JSON, a mailbox, HTML, else text."""
    start = head.removeprefix(b"\xef\xbb\xbf")
    if BEGINS.match(start.partition(b"\n")[0]):
        return _MAILBOX
    if _JSON_START.match(start):
        first, end, _ = start.lstrip().partition(b"\n")
        return _LINES if end and first.rstrip().endswith(b"}") else JSON
    if _HTML_START.search(start):
        return HTML
    return TEXT


def _capture(content: bytes, media_type: str, path: str, captured_at: str | None) -> Capture:
    return Capture(hashlib.sha256(content).hexdigest(), content, media_type, path, captured_at=captured_at)


def _place(path: str, media_type: str, found: Found) -> str:
    if media_type in (_LINES, _MAILBOX):
        return f"{path}:{found.line}"
    return path if found.index is None else f"{path}[{found.index}]"


def _shown(path: Path) -> str:
    """The path as text that can be stored: what is not Unicode in a file name becomes ``\\udcff``."""
    return str(path).encode("utf-8", "backslashreplace").decode()


def _too_large(path: str) -> Problem:
    return Problem(
        path,
        STAGE,
        f"the file is larger than {LIMIT:,} bytes",
        "split it into one file a report, or save the reports as .jsonl, one object a line",
    )


def _no_file(path: Path) -> Problem:
    mend = "give what comes out of it on standard input, as -"
    return Problem(_shown(path), STAGE, "this is a pipe or a device, not a file", mend)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # in a folder that may not be entered
        return False


def _unreadable(path: Path, error: OSError | ValueError) -> Problem:
    fault = error.strerror.lower() if isinstance(error, OSError) and error.strerror else str(error)
    mend = "check the file and the disk it is on"
    if isinstance(error, FileNotFoundError):
        mend = "check the path"
    elif isinstance(error, PermissionError):
        mend = f"give yourself leave to read it (chmod {'+rx' if _is_folder(path) else '+r'})"
    return Problem(_shown(path), STAGE, fault, mend)
