"""Copies, copied passages, and versions of a page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.records.collated import VariationKind
from rashomon.records.reports import Span


@dataclass(frozen=True, slots=True)
class Copy:
    """A report of a family: ``share`` is the part of the shorter text's words, 0 to 1, that stand in both, this report and the
    earliest (or the nearest where those two do not overlap); ``why`` says so in words."""

    report: str
    share: float
    why: str


@dataclass(frozen=True, slots=True)
class Family:
    """Reports that carry the same text, cut, reordered or changed here and there; the earliest first, unknown dates last."""

    id: str
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class CopiedPassage:
    """A passage that two reports share that are otherwise different texts; ``words`` of its words are the same in order."""

    report: str
    span: Span
    other: str
    other_span: Span
    words: int


class RevisionKind(StrEnum):
    """What happened to a sentence from one version of a page to the next."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Revision:
    """A sentence that one version has otherwise than the next; a span without characters marks the place where it is missing.

    ``attribution`` is an index into the reading of the report that has the sentence (the later one, where both have it),
    ``None`` for the report's own words. ``variation`` is the sharpest difference of a changed sentence.
    """

    kind: RevisionKind
    earlier: Span
    later: Span
    attribution: int | None
    variation: VariationKind | None
    why: str


@dataclass(frozen=True, slots=True)
class Version:
    """A report that has taken the place of an ``earlier`` one at the same address, and what changed, in text order."""

    address: str
    report: str
    earlier: str
    revisions: tuple[Revision, ...]
