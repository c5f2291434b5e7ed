"""Whether what is recorded about a report fits its text: one set of rules for writing and for verifying."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.records import Attribution, Reading, Report, Span


@dataclass(frozen=True, slots=True)
class Misfit:
    """A row (its table and its ordinal) that breaks a rule: kind ``id``, ``span``, ``order`` or ``reference``."""

    table: str
    ordinal: int
    kind: str
    fault: str


def report_misfits(report: Report) -> Iterator[Misfit]:
    """Faults of a report: an id that is not its capture's, passages out of the text, out of order or overlapping."""
    if report.id != report.capture[:16]:
        yield Misfit(
            "report", 0, "id", f"id {report.id} is not the beginning of its capture's {report.capture}"
        )
    reached = 0
    for ordinal, passage in enumerate(report.passages):
        if fault := span_fault(passage.start, passage.end, report.text):
            yield Misfit("passage", ordinal, "span", fault)
        elif passage.start < reached:
            yield Misfit(
                "passage",
                ordinal,
                "order",
                f"begins at {passage.start}, before {reached} where the last ended",
            )
        reached = max(reached, passage.end)


def reading_misfits(report: Report, reading: Reading) -> Iterator[Misfit]:
    """Faults of a reading: spans out of the text, parts out of order, attributions that are not there."""
    known = range(len(reading.attributions))
    for ordinal, mention in enumerate(reading.mentions):
        yield from _misfits("mention", ordinal, [Span(mention.start, mention.end)], report.text)
    for ordinal, attribution in enumerate(reading.attributions):
        for part in (attribution.source, attribution.cue, attribution.content):
            yield from _misfits("attribution_span", ordinal, part, report.text)
        if evidence := attribution.speaker.evidence:
            yield from _misfits("attribution", ordinal, [evidence], report.text)
        for one in attribution.joint_speakers:
            if one.evidence is not None:
                yield from _misfits("joint_speaker", ordinal, [one.evidence], report.text)
        if attribution.inside is not None and (
            attribution.inside not in known or attribution.inside == ordinal
        ):
            yield Misfit(
                "attribution", ordinal, "reference", f"stands inside attribution {attribution.inside}"
            )
        yield from _circumstance_misfits(ordinal, attribution, len(reading.dates), report.text)
    for ordinal, date in enumerate(reading.dates):
        yield from _misfits("date_expression", ordinal, [Span(date.start, date.end)], report.text)
    for ordinal, told in enumerate(reading.affiliations):
        yield from _misfits("affiliation", ordinal, [Span(told.start, told.end)], report.text)
    for ordinal, sentence in enumerate(reading.sentences):
        if sentence.happened is not None and sentence.happened not in range(len(reading.dates)):
            yield Misfit("sentence_date", ordinal, "reference", f"is dated by expression {sentence.happened}")
        yield from _misfits("sentence", ordinal, [Span(sentence.start, sentence.end)], report.text)
        if sentence.attribution is not None and sentence.attribution not in known:
            yield Misfit("sentence", ordinal, "reference", f"stands in attribution {sentence.attribution}")
    for ordinal, figure in enumerate(reading.figures):
        yield from _misfits("figure", ordinal, [Span(figure.start, figure.end)], report.text)
        for words in (figure.counted, figure.event_at, figure.place):
            if words is not None:
                yield from _misfits("figure", ordinal, [words], report.text)
        if figure.attribution is not None and figure.attribution not in known:
            yield Misfit("figure", ordinal, "reference", f"stands in attribution {figure.attribution}")


def _circumstance_misfits(ordinal: int, attribution: Attribution, dates: int, text: str) -> Iterator[Misfit]:
    """Faults in what is told about a saying: its circumstances, its chain, its date."""
    for c in attribution.circumstances:
        yield from _misfits("circumstance", ordinal, [Span(c.start, c.end)], text)
    for link in attribution.chain:
        if link.start is not None and link.end is not None:
            yield from _misfits("chain_link", ordinal, [Span(link.start, link.end)], text)
    if attribution.said_date is not None and attribution.said_date not in range(dates):
        yield Misfit("chain", ordinal, "reference", f"was said on date expression {attribution.said_date}")


def span_fault(start: int, end: int, text: str) -> str | None:
    """What is wrong with a span of a text, or None: it holds at least one character, all of them in the text."""
    if 0 <= start < end <= len(text):
        return None
    return f"characters {start} to {end} are not in its text of {len(text)} characters"


def _misfits(table: str, ordinal: int, spans: Iterable[Span], text: str) -> Iterator[Misfit]:
    reached = 0
    for span in spans:
        if fault := span_fault(span.start, span.end, text):
            yield Misfit(table, ordinal, "span", fault)
        elif span.start < reached:
            yield Misfit(
                table, ordinal, "order", f"a part at {span.start} stands before the end of the one before it"
            )
        reached = max(reached, span.end)
