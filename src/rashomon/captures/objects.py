"""The JSON objects of a stream, one by one, as the bytes they came in.

A .jsonl file holds an object a line; a .json file holds one object, a list of them, or several one after
another. Either way an object is cut out by its bytes and not interpreted here: whether it parses and what it
holds is for :mod:`rashomon.reports.extract` to say. Neither reader holds more than one object in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_CHUNK = 1 << 16  # bytes a read; any size works, this one keeps memory and system calls both low
_BLANK = b" \t\r\n"
_BETWEEN = re.compile(rb"[ \t\r\n,]*")
_TOKEN = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"|["{}\[\]]', re.DOTALL)  # a whole string, or a bracket

_VALUE = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"|[-+.\w]{1,99}', re.DOTALL)
"""What may stand in a list and is neither an object nor a list."""

MOST_STRAYS = 100
"""Such values in a list, after which it is taken for no list of reports. Set by judgement."""


@dataclass(frozen=True, slots=True)
class Found:
    """One JSON object: its bytes, the line it begins on (from 1), and its place in the file's list (from 0).

    ``index`` is ``None`` for an object that stands alone: the only one of its .json file so far, or a line.
    """

    content: bytes
    line: int
    index: int | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What kept an object from being cut out, and the line (from 1) where it shows."""

    line: int
    fault: str
    mend: str


def lines(stream: BinaryIO, limit: int) -> Iterator[Found | Fault]:
    """The objects of JSON lines: every line that is not blank, without the white space around it.

    A line of more than ``limit`` bytes is a :class:`Fault` and is skipped piece by piece.
    """
    number = 0
    while piece := stream.readline(limit + 1):
        number += 1
        if number == 1:
            if fault := _wide(piece):
                yield fault
                return
            piece = piece.removeprefix(b"\xef\xbb\xbf")
        if len(piece) > limit and not piece.endswith(b"\n"):
            while piece and not piece.endswith(b"\n"):
                piece = stream.readline(_CHUNK)
            yield _too_long(number, limit)
        elif content := piece.strip(_BLANK):
            yield Found(content, number)


def objects(stream: BinaryIO, limit: int) -> Iterator[Found | Fault]:
    """The objects of a .json file: ``{…}``, ``[{…}, {…}]``, or ``{…} {…}`` one after another.

    Objects are cut out at their brackets, strings stepped over, so nesting of any depth costs no stack. What stands in a
    list and is no object is a :class:`Fault`. So is what cannot be cut, and an object of more than ``limit`` bytes: that
    ends the reading, so that a huge file is never read to its end.
    """
    buffer, at, line, index = stream.read(_CHUNK), 0, 1, 0
    listed, strays = False, 0  # whether the objects stand in a list, and how many in it are none
    if fault := _wide(buffer):
        yield fault
        return
    buffer = buffer.removeprefix(b"\xef\xbb\xbf")
    while buffer:
        start = _BETWEEN.match(buffer, at).end()  # type: ignore[union-attr]  # it matches the empty string too
        line += buffer.count(b"\n", at, start)
        opening = buffer[start : start + 1]
        if not opening:
            buffer, at = stream.read(_CHUNK), 0
        elif opening == b"[" and not listed and index == 0:
            listed, at = True, start + 1
        elif opening == b"]" and listed:
            listed, at = False, start + 1
        elif opening == b"{":
            buffer, end = _through_object(stream, buffer[start:], limit)
            if end is None:
                yield _too_long(line, limit) if len(buffer) > limit else _cut_off(line)
                return
            yield Found(buffer[:end], line, index if listed or index else None)
            line, at, index = line + buffer.count(b"\n", 0, end), end, index + 1
        else:
            buffer, end = buffer[start:], 0
            if listed and strays < MOST_STRAYS:
                buffer, end = _through_value(stream, buffer, limit)
            yield _stray(line, buffer[: min(end or 20, 20)], last=not end)
            if not end:
                return
            line, at, index, strays = line + buffer.count(b"\n", 0, end), end, index + 1, strays + 1
    if listed:
        yield _cut_off(line)


def _through_object(stream: BinaryIO, buffer: bytes, limit: int) -> tuple[bytes, int | None]:
    """Reads on until ``buffer``, which begins with ``{``, holds the whole object.

    Returns the buffer and where the object ends in it: ``None`` where the stream ends first or the object is
    longer than ``limit``. Each read doubles the buffer, so a long string is scanned twice at most on average.
    """
    depth = position = 0
    while True:
        for token in _TOKEN.finditer(buffer, position):
            bracket = token.group()
            if bracket == b'"':  # a string that goes on beyond the buffer
                break
            position = token.end()
            depth += (bracket in (b"{", b"[")) - (bracket in (b"}", b"]"))
            if depth == 0:
                return buffer, position if position <= limit else None
        if len(buffer) > limit:
            return buffer, None
        more = stream.read(max(_CHUNK, len(buffer)))
        if not more:
            return buffer, None
        buffer += more


def _through_value(stream: BinaryIO, buffer: bytes, limit: int) -> tuple[bytes, int]:
    """Reads on until ``buffer``, which begins with a value, holds it whole.

    Returns the buffer and where the value ends in it: 0 where it is a list, or longer than ``limit``, or no value at all.
    """
    while True:
        value = _VALUE.match(buffer)
        if value and value.end() < len(buffer):
            return buffer, value.end()
        if len(buffer) > limit or not (value or buffer.startswith(b'"')):
            return buffer, 0
        more = stream.read(max(_CHUNK, len(buffer)))
        if not more:
            return buffer, value.end() if value else 0
        buffer += more


def _wide(head: bytes) -> Fault | None:
    """A fault for UTF-16 and UTF-32, whose bytes cannot be cut at brackets and line ends."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return Fault(
            1, "the JSON is in UTF-16 or UTF-32", "save it as UTF-8, as the JSON standard (RFC 8259) asks"
        )
    return None


def _too_long(line: int, limit: int) -> Fault:
    return Fault(
        line, f"the object is longer than {limit:,} bytes", "split it: one object is to hold one report"
    )


def _cut_off(line: int) -> Fault:
    return Fault(
        line, "the JSON ends before its brackets are closed", "write the file again: it looks cut off"
    )


def _stray(line: int, found: bytes, *, last: bool = False) -> Fault:
    shown = found.decode("utf-8", "backslashreplace")
    rest = "; nothing behind it is read" if last else ""
    return Fault(
        line,
        f"expected an object, a list of objects or objects one after another, found {shown!r}{rest}",
        "write each report as {…} with a text or html field",
    )
