"""A story's timeline: when its reports came out, and when what they tell was said."""

from __future__ import annotations

import calendar

from rashomon.accounts.records import TimelineEntry
from rashomon.accounts.told import NOT_KNOWN, Told, cited_as, known, label
from rashomon.reading.opening import opening
from rashomon.records import Attribution, Report, Span, Voice


def timeline(told: Told) -> tuple[TimelineEntry, ...]:
    """Reports by their date, statements by the day they are said to be of, earliest first; what has no date is not there."""
    out: list[TimelineEntry] = []
    for report in told.reports:
        if (known := interval(report.published)) is not None:
            why = f"the report’s date, from its {report.published_from or 'source'}"
            first = _headed(report)
            if first is not None:
                entry = (
                    told.story.id,
                    *known,
                    "published",
                    report.id,
                    report.id,
                    first.start,
                    first.end,
                    why,
                )
                out.append(TimelineEntry(*entry))
    by_id = told.by_id()
    for statement in told.statements:
        dated = []
        for w in told.wordings(statement):
            report, reading = by_id[w.report]
            a = None if w.attribution is None else reading.attributions[w.attribution]
            known = interval(a.said_on) if a is not None else None
            if a is not None and known is not None and len(report.text[w.start : w.end].split()) > 1:
                why = f"{label(report)} says that {_said_then(report, a, told.names.get(statement.speaker or ''))}"
                dated.append(
                    TimelineEntry(told.story.id, *known, "said", statement.id, w.report, w.start, w.end, why)
                )
        # One entry for each day that is given: where reports give different days, both are shown.
        days = {(entry.earliest, entry.latest): entry for entry in reversed(dated)}
        out += days.values()
    return tuple(sorted(out, key=lambda e: (e.earliest, e.latest, e.kind, e.report, e.start, e.subject)))


def _headed(report: Report) -> Span | None:
    """What stands for a report: its headline, else its first sentence, never a line above that (*Last updated at 14:39*)."""
    headlines = (p for p in report.passages if p.voice is Voice.HEADLINE and p.end > p.start)
    headline = next(headlines, None)
    return opening(report) if headline is None else Span(headline.start, headline.end)


def _said_then(report: Report, attribution: Attribution, speaker: str | None) -> str:
    """That somebody said it then, and who; ``speaker`` is the statement's, whom its other wordings may tell."""
    who = cited_as(report, attribution)
    if known(who) == who != NOT_KNOWN:
        return f"{who} said it then"
    said = (
        "it was said then, and not by whom"
        if who == NOT_KNOWN
        else f"{who} said it then, and not who that is"
    )
    return f"{said}; other wordings are {speaker}’s" if speaker else said


def interval(date: str | None) -> tuple[str, str] | None:
    """The first and last day of an ISO date, of the part of one that is known, or of an interval of two (``first/last``).

    None where the year is not known.

    >>> interval("2031-02"), interval("2031-02-27/2031-03-01"), interval("XXXX-08-16")
    (('2031-02-01', '2031-02-28'), ('2031-02-27', '2031-03-01'), None)
    """
    if date is not None and "/" in date:
        first, last = (interval(part) for part in date.split("/", 1))
        return None if first is None or last is None else (first[0], last[1])
    parts = (date or "").split("T")[0].split("-")
    if not parts[0].isdigit() or len(parts) > 3 or not all(p.isdigit() for p in parts):
        return None
    year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
    if len(parts) == 3:
        return "-".join(parts), "-".join(parts)
    if month:
        return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1]:02}"
    return f"{year:04}-01-01", f"{year:04}-12-31"
