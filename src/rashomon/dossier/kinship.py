"""What ties a report to others by its text, in sentences: copies, passages in common, versions of its page."""

from __future__ import annotations

from collections import Counter

from rashomon.accounts.timeline import interval
from rashomon.collation.rewritten import tells_most
from rashomon.collation.versions import updated
from rashomon.dossier.gathered import Shelf
from rashomon.dossier.phrases import count, outlet
from rashomon.ledger import Ledger
from rashomon.records import Report
from rashomon.records.copies import Family
from rashomon.visible import one_line

#: Passages and revisions told one by one.
MOST_TOLD = 5

#: Revisions with other numbers, or other words inside quotation marks, that are told one by one even so.
MOST_FOREMOST = 30

#: Part of the shorter text from which two are told as one text; below it, as having much of it in common. Half, as a reader
#: of “one text” would expect.
WHOLE = 0.5

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
        first, *others = family.copies
        known = has_earliest(shelf, family)
        if first.report == report.id:
            names = [(c, _named(shelf.report(c.report))) for c in others]
            whole = ", ".join(name for c, name in names if c.share >= WHOLE)
            part = ", ".join(name for c, name in names if c.share < WHOLE)
            same = [
                f"one text with {whole}" if whole else "",
                f"much of its text in common with {part}" if part else "",
            ]
            told.append(
                f"{', '.join(filter(None, same))}{', and the earliest of them' if known else _NOT_DATED}"
            )
        else:
            own = next(c for c in family.copies if c.report == report.id)
            which = ", which is the earliest" if known else _NOT_DATED
            told.append(
                f"{alike(own.share)} {_named(shelf.report(first.report))}{which}: {one_line(own.why, 200)}"
            )
    return told


def has_earliest(shelf: Shelf, family: Family) -> bool:
    """Whether the first report of a family is known to be its earliest: its date, and no other is of that day or has no date.

    A family's reports stand in order of date, those without one last.
    """
    first, second, last = (shelf.report(family.copies[n].report).published for n in (0, 1, -1))
    earliest, next_, undated = interval(first), interval(second), interval(last) is None
    return earliest is not None and next_ is not None and not undated and earliest[1] < next_[0]


def _passages(ledger: Ledger, shelf: Shelf, report: Report) -> list[str]:
    found = list(ledger.copied_passages(report=report.id))
    found.sort(key=lambda p: -p.words)
    told = []
    for passage in found[:MOST_TOLD]:
        other, span = (
            (passage.other, passage.span)
            if passage.report == report.id
            else (passage.report, passage.other_span)
        )
        text = one_line(report.text[span.start : span.end], 80)
        named = _named(shelf.report(other))
        told.append(
            f"characters {span.start} to {span.end} (“{text}”) stand in {named} too: {count(passage.words, 'word')}"
        )
    if len(found) > MOST_TOLD:
        told.append(f"{count(len(found) - MOST_TOLD, 'further passage')} in common with other reports")
    return told


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
    return f"{outlet(report)} ({one_line(report.published or 'no date')})"
