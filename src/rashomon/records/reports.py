"""What comes in: captures, the reports that are read from them, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Voice(StrEnum):
    """Whose voice a passage is in."""

    HEADLINE = "headline"
    BYLINE = "byline"
    BODY = "body"
    EMBEDDED = "embedded post"
    CAPTION = "caption"
    COMMENT = "comment"
    FURNITURE = "furniture"


OWN_VOICES = frozenset({Voice.HEADLINE, Voice.BODY, Voice.EMBEDDED, Voice.CAPTION})
"""Voices that are read, and that stories and versions go by: a report's own, and whose posts it shows."""

VOICES_APART = (Voice.COMMENT, Voice.FURNITURE)
"""Voices that are kept with their report but are neither read, searched nor collated, and are shown apart or not at all: a
commenter is not profiled, and furniture says nothing."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (half-open) of a report's text."""

    start: int
    end: int


class Stretch(Protocol):
    """Whatever stands from ``start`` to ``end`` (half-open) of a text: a span, a mention, a passage, a quotation, a figure."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def overlap(one: Stretch, other: Stretch) -> bool:
    """Whether two stretches of one text share a character.

    >>> overlap(Span(0, 5), Span(4, 9)), overlap(Span(0, 5), Span(5, 9))
    (True, False)
    """
    return one.start < other.end and other.start < one.end


def shared(one: Stretch, other: Stretch) -> Span:
    """The characters that two stretches which overlap share.

    >>> shared(Span(0, 5), Span(3, 9))
    Span(start=3, end=5)
    """
    return Span(max(one.start, other.start), min(one.end, other.end))


def text_of(text: str, spans: Iterable[Stretch]) -> str:
    """What stands in some stretches of a text, a space between each.

    >>> text_of("would, Kerr said, stay", [Span(0, 5), Span(18, 22)])
    'would stay'
    """
    return " ".join(text[s.start : s.end] for s in spans)


def line_of(text: str, at: Stretch) -> str:
    """The words of a stretch of a text, on one line."""
    return " ".join(text[at.start : at.end].split())


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes as received; never altered.

    ``sha256`` is the hexadecimal digest of ``content``. ``media_type`` says how to read the bytes
    (``text/plain``, ``text/html``, ``message/rfc822`` or ``application/json``: one JSON object of a .json or .jsonl file).
    ``path`` is where the bytes were found, for people; ``address`` is the page's own address, if known.
    ``captured_at`` is an ISO 8601 instant in UTC: for a file, when it was last changed.
    """

    sha256: str
    content: bytes
    media_type: str
    path: str
    address: str | None = None
    captured_at: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report in one voice; passages do not overlap and stand in text order."""

    voice: Voice
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """The readable text of one capture.

    ``id`` is the first 16 hexadecimal digits of the capture's SHA-256. ``name`` is a short label for people
    and for the ``doc`` field of exports (the file's stem). ``published`` is an ISO 8601 date (or the part of one
    that is known: ``2031``, ``2031-04``) and ``published_from`` says where it was read (``json``,
    ``metadata``, ``address``, ``dateline``, ``text``, ``file name``, or a person's ``decision``).
    """

    id: str
    capture: str
    name: str
    text: str
    passages: tuple[Passage, ...]
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_from: str | None = None
    language: str | None = None
    address: str | None = None


NOTED = "noted"
"""The stage of a problem that kept nothing from being read that could be."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read: the item, the stage it failed in, the fault, and what mends it.

    Its stage is :data:`NOTED` where the item was read all the same, or was nothing to read: a field that tells nothing, a
    language that is not read, files of other kinds.
    """

    item: str
    stage: str
    fault: str
    mend: str
    sha256: str | None = None

    @property
    def noted(self) -> bool:
        """Whether it keeps nothing from being read that could be."""
        return self.stage == NOTED
