"""A story's timeline: when its reports came out, when what they tell was said, and what they date."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.accounts.records import TimelineEntry
from rashomon.accounts.told import NOT_KNOWN, Told, cited_as, known, label
from rashomon.reading.attributions.stance import Stance, stance
from rashomon.reading.text.opening import opening
from rashomon.records import Attribution, DateExpression, Reading, Report, Span, Voice


def timeline(told: Told) -> tuple[TimelineEntry, ...]:
    """Reports by their date, statements by the day they are said to be of, and what a report dates by that day, earliest first;
    what has no date is not there."""
    out = list(_published(told))
    sayings: list[tuple[TimelineEntry, int]] = []
    by_id = told.by_id()
    happened = {report.id: _dated(report, reading) for report, reading in told.pairs()}
    for statement in told.statements:
        said, dated = [], []
        for w in told.wordings(statement):
            report, reading = by_id[w.report]
            if len(report.text[w.start : w.end].split()) < 2:
                continue
            a = None if w.attribution is None else reading.attributions[w.attribution]
            if w.attribution is not None and a is not None and (days := interval(a.said_on)) is not None:
                why = f"{label(report)} says that {_said_then(report, a, told.names.get(statement.speaker or ''))}"
                said.append(
                    (
                        TimelineEntry(
                            told.story.id, *days, "said", statement.id, w.report, w.start, w.end, why
                        ),
                        w.attribution,
                    )
                )
            expression = happened[w.report].get((w.start, w.end, w.attribution))
            if expression is not None and _stands(report, reading, w.attribution):
                on, why = expression.earliest or "", f"{label(report)} dates it: {expression.why}"
                dated.append(
                    TimelineEntry(told.story.id, on, on, "dated", statement.id, w.report, w.start, w.end, why)
                )
        # One entry for each day that is given: where reports give different days, both are shown.
        out += {(entry.earliest, entry.latest): entry for entry in reversed(dated)}.values()
        sayings += {(entry.earliest, entry.latest): (entry, at) for entry, at in reversed(said)}.values()
    out += _once(told, sayings)
    return tuple(sorted(out, key=lambda e: (e.earliest, e.latest, e.kind, e.report, e.start, e.subject)))


def _published(told: Told) -> Iterator[TimelineEntry]:
    """The reports of which a day, a month or a year is known."""
    for report in told.reports:
        if (days := interval(report.published)) is not None:
            why = f"the report’s date, from its {report.published_from or 'source'}"
            first = _headed(report)
            if first is not None:
                entry = (*days, "published", report.id, report.id, first.start, first.end, why)
                yield TimelineEntry(told.story.id, *entry)


def _dated(report: Report, reading: Reading) -> dict[tuple[int, int, int | None], DateExpression]:
    """Sentences of which a report tells the very day, by their characters and attribution: no *before*, no *this week*, and no
    day that was to come, which is planned at most."""
    published = interval(report.published)
    last = published[1] if published else "9999"
    return {
        (s.start, s.end, s.attribution): d
        for s in reading.sentences
        if s.happened is not None
        for d in (reading.dates[s.happened],)
        if d.relation is None and d.earliest is not None and d.earliest == d.latest and d.latest <= last
    }


def _stands(report: Report, reading: Reading, attribution: int | None) -> bool:
    """Whether words are told or plainly said: what is denied or only wanted did not happen that day."""
    return attribution is None or stance(report.text, reading.attributions, attribution).stance is Stance.SAID


def _once(told: Told, sayings: Sequence[tuple[TimelineEntry, int]]) -> Iterator[TimelineEntry]:
    """Of several sentences of one saying the first: of one attribution, or by one speaker through one channel on one day, as one
    report has them."""
    by_id = told.by_id()
    found: defaultdict[tuple[object, ...], list[TimelineEntry]] = defaultdict(list)
    for e, at in sayings:
        speaker, channel = told.speakers.get((e.report, at)), by_id[e.report][1].attributions[at].channel
        whose = (speaker, channel) if speaker and channel else (at,)
        found[e.report, e.earliest, e.latest, *whose].append(e)
    for of_one in found.values():
        first, *more = sorted(of_one, key=lambda e: (e.start, e.end, e.subject))
        with_it = f", and {len(more)} more {'sentence' if len(more) == 1 else 'sentences'} with it"
        yield replace(first, why=first.why + with_it) if more else first


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
