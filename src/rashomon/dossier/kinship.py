"""What ties a report to others by its text, in sentences: copies, passages in common, versions of its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rashomon.accounts.timeline import interval
from rashomon.collation.copies.families import in_both
from rashomon.collation.copies.versions import updated
from rashomon.collation.wordings.rewritten import tells_most
from rashomon.dossier.gathered import Shelf
from rashomon.dossier.phrases import count, outlet
from rashomon.ledger import Ledger
from rashomon.records import Report, Span
from rashomon.records.copies import CopiedPassage, Copy, Family
from rashomon.visible import one_line

#: Passages and revisions told one by one.
MOST_TOLD = 5

#: Other reports of its outlet that have a passage from which it is one of the outlet's standing phrases. Set by hand.
STANDING = 3

#: Passages of a report that are looked at for that.
MOST_LOOKED_AT = 300

#: Revisions with other numbers, or other words inside quotation marks, that are told one by one even so.
MOST_FOREMOST = 30

#: Part of the shorter text from which two are told as one text; below it, as having much of it in common. Half, as a reader
#: of “one text” would expect.
WHOLE = 0.5

THROUGH_OTHERS = "one family, through others of it, with"
"""What is told of two members of a family that were not compared with each other."""

_NOT_DATED = "; which of them is the earliest is not known"


def kinship(ledger: Ledger, shelf: Shelf, report: Report) -> tuple[str, ...]:
    """A sentence for the family of a report, each passage it shares, and the versions before and after it."""
    return (
        *_family(ledger, shelf, report),
        *_passages(ledger, shelf, report),
        *revised(ledger, shelf, report),
    )


def alike(share: float) -> str:
    """What a report is said to be that has this share of the shorter text's words in common with another.

    >>> alike(0.97), alike(0.3)
    ('one text with', 'much of its text in common with')
    """
    return "one text with" if share >= WHOLE else "much of its text in common with"


def _family(ledger: Ledger, shelf: Shelf, report: Report) -> list[str]:
    told = []
    for family in ledger.copies(report=report.id):
        first, known = earliest(ledger, shelf, family)
        if first == report.id:
            others = [c for c in family.copies if c.report != first]
            ways: dict[str, list[str]] = {alike(1): [], alike(0): [], THROUGH_OTHERS: []}
            for c in others:
                tie = between(shelf, family, first, first, c.report)
                ways[THROUGH_OTHERS if tie is None else alike(tie.share)].append(c.report)
            same = [
                f"{way} {', '.join(_named(shelf.report(id_)) for id_ in some)}"
                for way, some in ways.items()
                if some
            ]
            told.append(f"{', '.join(same)}{', and the earliest of them' if known else _NOT_DATED}")
        else:
            own = next(c for c in family.copies if c.report == report.id)
            compared = _compared(shelf, family, own)
            head = _named(shelf.report(first))
            which = ", which is the earliest" if known else _NOT_DATED
            if compared not in (None, first):
                head = _named(shelf.report(compared or first))
                which = f"; {_named(shelf.report(first))} is the earliest of them" if known else _NOT_DATED
            told.append(f"{alike(own.share)} {head}{which}: {one_line(own.why, 200)}")
    return told


def between(shelf: Shelf, family: Family, first: str, one: str, other: str) -> Copy | None:
    """The member of a family, of these two, that was compared with the other one; ``None`` where others lead from each to each.

    A member that does not say whom it was compared with was so with the ``first``.
    """
    for copy in family.copies:
        if copy.report in (one, other):
            compared = _compared(shelf, family, copy) or first
            if compared != copy.report and compared in (one, other):
                return copy
    return None


def _compared(shelf: Shelf, family: Family, own: Copy) -> str | None:
    """The member of a family that the share of another was told by; ``None`` where it does not say."""
    others = (c.report for c in family.copies if c.report != own.report)
    return next((id_ for id_ in others if own.why == in_both(own.share, shelf.report(id_).name)), None)


def earliest(ledger: Ledger, shelf: Shelf, family: Family) -> tuple[str, bool]:
    """The report of a family that stands for its earliest, and whether it is known to be so.

    It is where each other has taken its place at its address, or is of a later day; that a day is not known leaves it open. A
    family's reports stand in order of date, those without one last.
    """
    members = [copy.report for copy in family.copies]
    first, later = members[0], set[str]()
    found = {version.report: version.earlier for version in ledger.versions(report=first)}
    while found.get(first) in members:
        first = found[first]
        found = {version.report: version.earlier for version in ledger.versions(report=first)}
    open_ = [first]
    for report in open_:
        follow = {v.report for v in ledger.versions(report=report) if v.earlier == report} - later
        later |= follow
        open_ += sorted(follow)
    rest = [report for report in members if report != first and report not in later]
    if not rest:
        return first, True
    days = [interval(shelf.report(report).published) for report in (first, rest[0], rest[-1])]
    here, next_, last = days
    return first, here is not None and next_ is not None and last is not None and here[1] < next_[0]


def _passages(ledger: Ledger, shelf: Shelf, report: Report) -> list[str]:
    every = sorted(ledger.copied_passages(report=report.id), key=_words)
    phrases = standing(shelf, report, every)
    found = [p for p in every if p not in phrases]
    told = []
    for passage in found[:MOST_TOLD]:
        span, other = _here(passage, report)
        text = one_line(report.text[span.start : span.end], 80)
        named = _named(shelf.report(other))
        told.append(
            f"characters {span.start} to {span.end} (“{text}”) stand in {named} too: {count(passage.words, 'word')}"
        )
    if len(found) > MOST_TOLD:
        told.append(f"{count(len(found) - MOST_TOLD, 'further passage')} in common with other reports")
    if phrases:
        told.append(f"phrases of {outlet(report)} that stand in {STANDING} or more of its other reports")
    return told


def standing(shelf: Shelf, report: Report, passages: Sequence[CopiedPassage]) -> set[CopiedPassage]:
    """Those of a report's passages that are its outlet's standing phrases: much of each is in :data:`STANDING` others of its
    reports. The longest are looked at, whatever order they come in."""
    if report.outlet is None:
        return set()
    own = [
        (passage, *_here(passage, report))
        for passage in sorted(passages, key=_words)[:MOST_LOOKED_AT]
        if shelf.report(_here(passage, report)[1]).outlet == report.outlet
    ]
    found = set()
    for passage, span, _ in own:
        half = (span.end - span.start) / 2
        others = {other for _, s, other in own if min(span.end, s.end) - max(span.start, s.start) >= half}
        if len(others) >= STANDING:
            found.add(passage)
    return found


def _words(passage: CopiedPassage) -> int:
    """What passages are sorted by, the longest first."""
    return -passage.words


def _here(passage: CopiedPassage, report: Report) -> tuple[Span, str]:
    """Where a passage stands in a report, and the other report that has it."""
    if passage.report == report.id:
        return passage.span, passage.other
    return passage.other_span, passage.report


def revised(ledger: Ledger, shelf: Shelf, report: Report) -> list[str]:
    """A sentence for each version before and after a report at its address, then for sentences that changed: first those with
    other numbers or other words inside quotation marks, then those that somebody is told to have said.
    """
    told = []
    for version in ledger.versions(report=report.id):
        if version.earlier == report.id:
            when = _updated(shelf.report(version.report))
            told.append(f"report {version.report[:8]}{when} has taken its place at the same address")
            continue
        kinds = Counter(r.kind.value for r in version.revisions)
        sizes = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
        told.append(
            f"takes the place of report {version.earlier[:8]} at the same address{_updated(report)}; sentences: {sizes}"
        )
        before = shelf.report(version.earlier).text
        ranked = [(tells_most(r, before, report.text), r) for r in version.revisions]
        ranked.sort(key=lambda entry: entry[0])
        foremost = sum(rank == 0 for rank, _ in ranked)
        for _, revision in ranked[: max(MOST_TOLD, min(foremost, MOST_FOREMOST))]:
            earlier = before[revision.earlier.start : revision.earlier.end]
            later = report.text[revision.later.start : revision.later.end]
            text = f"“{one_line(later or earlier, 80)}”"
            told.append(f"{revision.kind.value}: {text} ({one_line(revision.why, 400)})")
    return told


def _updated(report: Report) -> str:
    """The day on which a report says that it was updated, in brackets; nothing where it does not say."""
    day = updated(report.text)
    return f" (updated {day})" if day else ""


def _named(report: Report) -> str:
    day = updated(report.text)
    later = f", updated {day}" if day and day != report.published else ""
    return f"{outlet(report)} ({one_line(report.published or 'no date')}{later})"
