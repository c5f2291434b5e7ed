"""The messages of a mailbox (``.mbox``, RFC 4155), one by one, as the bytes they came in.

A line *From*, with a sender and an hour, begins each, above its header. Whether a message can be taken apart is for
:mod:`rashomon.reports.message` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from rashomon.captures.objects import Fault, Found

BEGINS = re.compile(rb"From (?:-|\S{1,320}) [^\r\n]{0,80}\d:\d\d[^\r\n]{0,80}\r?\n?\Z")
"""The line that parts a message from the one before: ``From ann@harn.example Sat Apr  5 09:00:00 2031``."""
_FIELD = re.compile(rb"(?:[A-Za-z][\w-]{0,60}:|>From )")
_LONGEST_LINE = 1 << 16


def messages(stream: BinaryIO, limit: int) -> Iterator[Found | Fault]:
    """The messages of a mailbox, each with its number in it, from 1, as its line.

    One of more than ``limit`` bytes is a :class:`Fault`, as is one with nothing in it, and what stands above the first.
    """
    number, size, before = 0, 0, b"\n"
    parts: list[bytes] = []
    line = stream.readline(_LONGEST_LINE)
    while line:
        following = stream.readline(_LONGEST_LINE)
        if before.strip() == b"" and BEGINS.match(line) and (not following or _FIELD.match(following)):
            if number or size:
                yield _cut(parts, size, number, limit)
            number, size, parts = number + 1, 0, []
        else:
            size += len(line)
            if size <= limit:
                parts.append(line)
        before, line = line, following
    if number or size:
        yield _cut(parts, size, number, limit)


def _cut(parts: list[bytes], size: int, number: int, limit: int) -> Found | Fault:
    content = b"".join(parts)
    if not number:
        fault = "the file does not begin with a line “From …” as mailboxes do: what stands above the first is not read"
        return Fault(0, fault, "export it again as mbox, or save each message as .eml")
    if size > limit:
        return Fault(
            number, f"the message is larger than {limit:,} bytes", "save it as .eml without what is attached"
        )
    if not content.strip():
        return Fault(number, "the message is empty", "export the mailbox again")
    return Found(content, number)
