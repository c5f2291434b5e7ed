"""The review page: what is worth a look, each with its words in place and its reason; and what people have decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.corrections import targets
from rashomon.corrections.phrases import in_words
from rashomon.ledger.decisions.review import UNSURE, ReviewItem, ReviewKind
from rashomon.reading.names.joint import together
from rashomon.records import Attribution, Report, Span
from rashomon.room.readers import Desk
from rashomon.room.views.accounts import ConflictView
from rashomon.room.views.conflicts import conflict_views
from rashomon.room.views.decided import Decided, decided
from rashomon.room.views.entries import ReportEntry, report_entry

#: Things to look at on a page, and decisions shown beneath them: the last ones.
SHOWN, DECISIONS = 20, 30

#: Characters of the report shown on either side, and of a content: beyond, its two ends.
AROUND, LONGEST = 260, 1_500


@dataclass(frozen=True, slots=True)
class ReviewPiece:
    """Characters ``start`` to ``end`` of the report, and which part they are of: source, cue, content or none."""

    start: int
    end: int
    text: str
    part: str


@dataclass(frozen=True, slots=True)
class Look:
    """Something to look at, in its report. ``about`` is how a decision names it; ``parts`` are an attribution's, in words.

    ``report`` is ``None`` where a decision is stranded because its report is gone. ``named`` is the name that is doubted to be
    this person's, ``conflict`` what may be one. ``first`` is the statement's first wording where it is doubted whether this
    is another one of it.
    """

    kind: str
    report: ReportEntry | None
    start: int
    end: int
    why: str
    doubt: float
    wordings: int
    speaker: str | None
    about: str
    statement: str | None
    entity: str | None
    correction: str | None
    pieces: tuple[ReviewPiece, ...]
    source: str
    cue: str
    content: str
    decided: tuple[str, ...]
    first: str | None = None
    first_text: str | None = None
    named: str | None = None
    conflict: ConflictView | None = None


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The queue, or the one attribution or conflict that was asked for; and the last decisions, the latest first."""

    kind: str
    looks: tuple[Look, ...]
    decisions: tuple[Decided, ...]
    decided_in_all: int
    kinds: tuple[str, ...] = tuple(kind.value for kind in ReviewKind)


def review_view(desk: Desk, kind: str = "", attribution: str = "", conflict: str = "") -> ReviewView:
    """The most useful things to look at. Raises LedgerError where ``attribution`` or ``conflict`` (an id) names none."""
    if attribution:
        about = desk.ledger.attribution(attribution)
        whole = about.stands.content or about.read.content or (Span(0, 0),)
        item = ReviewItem(
            ReviewKind.ATTRIBUTION,
            about.report.id,
            whole[0].start,
            whole[-1].end,
            "",
            about.stands.speaker.why,
            round(1 - about.stands.confidence, 4),
            1,
            about.index,
            about.stands.speaker.name or together(about.report.text, about.stands.joint_speakers) or None,
        )
        items: tuple[ReviewItem, ...] = (item,)
    elif conflict:
        parting = desk.ledger.conflict(f"{targets.CONFLICT}:{conflict}")
        first = parting.members[0]
        doubt, members = UNSURE if parting.unsure else 0.0, len(parting.members)
        items = (
            ReviewItem(
                ReviewKind.CONFLICT,
                first.report,
                first.start,
                first.end,
                "",
                parting.why,
                doubt,
                members,
                conflict=parting.id,
            ),
        )
    else:
        items = desk.ledger.review(SHOWN, ReviewKind(kind) if kind else None)
    corrections = desk.ledger.corrections()
    last = decided(desk, corrections[-DECISIONS:], corrections)
    return ReviewView(kind, tuple(_looks(desk, items)), last, len(corrections))


def _looks(desk: Desk, items: tuple[ReviewItem, ...]) -> Iterator[Look]:
    known = set(desk.ledger.report_ids()) if any(i.kind is ReviewKind.STRANDED for i in items) else None
    for item in items:
        if known is not None and item.report not in known:
            yield _look(item)
        else:
            yield _at(desk, item, desk.shelf.report(item.report))


def _look(item: ReviewItem) -> Look:
    """Something to look at without its report."""
    return Look(
        item.kind.value,
        None,
        item.start,
        item.end,
        item.why,
        item.doubt,
        item.wordings,
        item.speaker,
        "",
        item.statement,
        item.entity,
        item.correction,
        (),
        "",
        "",
        "",
        (),
        named=item.text if item.kind is ReviewKind.PERSON else None,
    )


def _at(desk: Desk, item: ReviewItem, report: Report) -> Look:
    """Something to look at in its report."""
    look, a = replace(_look(item), report=report_entry(report)), None
    if item.attribution is not None:
        a = desk.shelf.reading(report.id).attributions[item.attribution]
        made = desk.ledger.mended(report.id).get(item.attribution, ())
        look = replace(
            look,
            about=f"{report.id}:{item.attribution + 1}",
            source=_words(a.source),
            cue=_words(a.cue),
            content=_words(a.content),
            decided=tuple(f"{c.who}, {c.decided_at[:10]}: {in_words(c)} ({c.why})" for c in made),
        )
    if item.kind is ReviewKind.LINK and item.statement:
        wording = desk.ledger.statement(item.statement).wordings[0]
        look = replace(
            look,
            first=targets.of_wording(wording.report, wording.start, wording.end),
            first_text=desk.shelf.report(wording.report).text[wording.start : wording.end],
        )
    if item.conflict is not None:
        parting = desk.ledger.conflict(f"{targets.CONFLICT}:{item.conflict}")
        # Its sides stand there whole, each with its sentence.
        return replace(look, conflict=conflict_views(desk, parting.story, [parting])[0])
    return replace(look, pieces=tuple(_pieces(report, item, a)))


def _words(spans: tuple[Span, ...]) -> str:
    """A part as a field holds it: ``START-END``, several parted by a space; ``none`` where it is not expressed."""
    return " ".join(f"{s.start}-{s.end}" for s in spans) or "none"


def _pieces(report: Report, item: ReviewItem, a: Attribution | None) -> Iterator[ReviewPiece]:
    """The report's text around what is looked at, cut at the edges of the parts."""
    marks = (
        [(s, part) for part in ("source", "cue", "content") for s in getattr(a, part)]
        if a is not None
        else [(Span(item.start, item.end), "content")]
    )
    reached = [Span(item.start, item.end), *(s for s, _ in marks)]
    start = _at_word(report.text, max(0, min(s.start for s in reached) - AROUND))
    end = min(len(report.text), max(s.end for s in reached) + AROUND)
    end = min(end, start + 2 * AROUND + LONGEST)
    edges = {start, end} | {edge for s, _ in marks for edge in (s.start, s.end) if start < edge < end}
    for low, high in pairwise(sorted(edges)):
        part = next((p for s, p in marks if s.start <= low and high <= s.end), "")
        yield ReviewPiece(low, high, report.text[low:high], part)


def _at_word(text: str, start: int) -> int:
    """Where the next word begins, if a word is cut here and ends soon."""
    space = text.find(" ", start, start + AROUND // 2)
    return space + 1 if start and not text[start - 1].isspace() and space >= 0 else start
