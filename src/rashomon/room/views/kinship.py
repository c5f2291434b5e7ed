"""What ties a report to others by its text: copies of it, passages in common, and the versions of its page, compared."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.collation.copies.versions import updated
from rashomon.collation.wordings.differing import witness
from rashomon.collation.wordings.rewritten import tells_most
from rashomon.collation.wordings.variation import variations
from rashomon.dossier.differences import Piece, marked
from rashomon.dossier.kinship import THROUGH_OTHERS, alike, between, earliest, standing
from rashomon.dossier.phrases import outlet
from rashomon.records import Report, Wording
from rashomon.records.copies import Revision, Version
from rashomon.room.readers import Desk
from rashomon.visible import beginning

#: Copies, passages and revisions that a page shows; a long one is shortened.
MOST_COPIES, MOST_PASSAGES, MOST_REVISIONS, SHORT = 30, 20, 60, 400


@dataclass(frozen=True, slots=True)
class CopyView:
    """Another report with the same text or much of it: ``share`` of the shorter text's words stand in both, 0 to 1, which
    ``words`` tell, ``None`` where the two were not compared; ``earliest`` where it is known to be the earliest that does.
    """

    report: str
    outlet: str
    published: str | None
    share: float | None
    words: str
    why: str
    earliest: bool


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage that stands in another report too: characters ``start`` to ``end`` here, ``other_start`` and so on there."""

    text: str
    start: int
    end: int
    report: str
    outlet: str
    published: str | None
    other_start: int
    other_end: int
    words: int


@dataclass(frozen=True, slots=True)
class RevisionView:
    """A sentence that one version has otherwise than the next, in pieces that differ or do not. An empty part is not there.

    ``said`` where it stands in somebody's words as a report gives them.
    """

    kind: str
    earlier: tuple[Piece, ...]
    earlier_start: int
    earlier_end: int
    later: tuple[Piece, ...]
    later_start: int
    later_end: int
    said: bool
    why: str


@dataclass(frozen=True, slots=True)
class VersionView:
    """A report that took the place of an ``earlier`` one at the same address, and what changed; other numbers and what is altered
    inside quotation marks first. ``published`` is the day on which it says that it was updated, where it does. ``further`` counts
    what is not shown."""

    address: str
    report: str
    published: str | None
    earlier: str
    earlier_published: str | None
    revisions: tuple[RevisionView, ...]
    further: int


@dataclass(frozen=True, slots=True)
class KinshipView:
    """A report's copies, the passages that it shares, and its page's versions."""

    copies: tuple[CopyView, ...]
    passages: tuple[PassageView, ...]
    passages_in_all: int
    versions: tuple[VersionView, ...]


def kinship_view(desk: Desk, report: Report) -> KinshipView:
    """What ties a report to others by its text."""
    copies = [
        CopyView(
            copy.report,
            *_called(desk, copy.report),
            None if tie is None else tie.share,
            THROUGH_OTHERS if tie is None else alike(tie.share),
            (tie or copy).why,
            known and copy.report == first,
        )
        for family in desk.ledger.copies(report=report.id)
        for first, known in (earliest(desk.ledger, desk.shelf, family),)
        for copy in family.copies[:MOST_COPIES]
        if copy.report != report.id
        for tie in (between(desk.shelf, family, first, report.id, copy.report),)
    ]
    every = list(desk.ledger.copied_passages(report=report.id))
    phrases = standing(desk.shelf, report, every)
    shared = sorted(every, key=lambda p: (p in phrases, -p.words))
    passages = []
    for p in shared[:MOST_PASSAGES]:
        here, other, there = (
            (p.span, p.other, p.other_span) if p.report == report.id else (p.other_span, p.report, p.span)
        )
        text = beginning(report.text[here.start : here.end], SHORT)
        passages.append(
            PassageView(
                text, here.start, here.end, other, *_called(desk, other), there.start, there.end, p.words
            )
        )
    versions = [_version(desk, version) for version in desk.ledger.versions(report=report.id)]
    return KinshipView(tuple(copies), tuple(passages), len(shared), tuple(versions))


def _called(desk: Desk, report: str) -> tuple[str, str | None]:
    found = desk.shelf.report(report)
    return outlet(found), found.published


def _version(desk: Desk, version: Version) -> VersionView:
    later, earlier = desk.shelf.report(version.report), desk.shelf.report(version.earlier)
    revisions = sorted(version.revisions, key=lambda r: tells_most(r, earlier.text, later.text))
    return VersionView(
        version.address,
        later.id,
        updated(later.text) or later.published,
        earlier.id,
        updated(earlier.text) or earlier.published,
        tuple(_revision(r, earlier, later) for r in revisions[:MOST_REVISIONS]),
        max(0, len(revisions) - MOST_REVISIONS),
    )


def _revision(revision: Revision, earlier: Report, later: Report) -> RevisionView:
    first, second = revision.earlier, revision.later
    texts = [earlier.text[first.start : first.end], later.text[second.start : second.end]]
    compared = (
        variations(
            witness(earlier.text, first.start, first.end), witness(later.text, second.start, second.end)
        )
        if all(texts)
        else ()
    )
    pair = [
        Wording(earlier.id, first.start, first.end, None, 1.0, ""),
        Wording(later.id, second.start, second.end, None, 1.0, "", against=0, variations=compared),
    ]
    return RevisionView(
        revision.kind.value,
        marked(pair, texts, 0),
        first.start,
        first.end,
        marked(pair, texts, 1),
        second.start,
        second.end,
        revision.attribution is not None,
        revision.why,
    )
