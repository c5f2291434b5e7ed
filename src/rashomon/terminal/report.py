"""A report: what is known of it, and its text with each attribution marked."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.corrections.shape import rejected
from rashomon.dossier.phrases import NOT_KNOWN, count, outlet, published, readers_comments, title
from rashomon.dossier.sayings import chain, how_said, unnamed
from rashomon.reading.attributions.stance import Stance, stance, with_cue
from rashomon.reading.names.joint import together
from rashomon.records import VOICES_APART, Attribution, Reading, Report, Voice
from rashomon.terminal.screen import heading, indented, line, short, words


def report_page(report: Report, reading: Reading, kin: Sequence[str] = ()) -> RenderableType:
    """A report: title, outlet, authors, date, address, capture; its attributions; its text by passages.

    ``kin`` are sentences on what ties its text to other reports.
    """
    stands = sum(not rejected(a) for a in reading.attributions)
    facts = [
        ("report", short(report.id)),
        ("outlet", outlet(report)),
        ("authors", ", ".join(report.authors) or NOT_KNOWN),
        ("published", published(report)),
        ("address", report.address or NOT_KNOWN),
        ("language", report.language or NOT_KNOWN),
        ("SHA-256", report.capture),
    ]
    return Group(
        heading(title(report)),
        *(Text.assemble((f"{name:10}", "dim"), line(value)) for name, value in facts),
        *_elsewhere(kin),
        Text(),
        heading(f"Who says what: {count(stands, 'attribution')}"),
        *attributions(report, reading),
        Text(),
        heading("Text"),
        *_passages(report),
    )


def _elsewhere(kin: Sequence[str]) -> list[RenderableType]:
    return [Text(), heading("Its text elsewhere"), *(indented(line(told)) for told in kin)] if kin else []


def attributions(report: Report, reading: Reading) -> list[RenderableType]:
    """Every attribution of a report, in order, numbered from 1 so that ``inside`` can be told."""
    return [_attribution(number, report, reading) for number in range(1, len(reading.attributions) + 1)]


def _attribution(number: int, report: Report, reading: Reading) -> RenderableType:
    attribution = reading.attributions[number - 1]
    speaker = attribution.speaker
    if rejected(attribution):
        return line(f"{number:3}  {speaker.why}", style="dim")
    source = [report.text[s.start : s.end] for s in attribution.source]
    cue = [report.text[s.start : s.end] for s in attribution.cue]
    notes = [
        attribution.kind.value,
        f"source “{' … '.join(source)}”" if source else "no source expressed",
        f"cue “{' … '.join(cue)}”" if cue else "no cue",
    ]
    if attribution.inside is not None:
        notes.append(f"inside {attribution.inside + 1}")
    notes += [f"{word} {told}" for word, told in how_said(attribution)]
    notes += filter(None, [unnamed(attribution), chain(attribution, report, places=True)])
    notes.append(f"confidence {attribution.confidence:.2f}")
    spans = ", ".join(f"{s.start} to {s.end}" for s in attribution.content)
    stands = stance(report.text, reading.attributions, number - 1)
    before = "" if stands.stance is Stance.SAID else stands.cue
    contents = [words(with_cue(before, report.text[s.start : s.end])) for s in attribution.content]
    return indented(
        Text.assemble(
            (f"{number:3}  ", "dim"),
            line(speaker.name or _together(report, attribution) or NOT_KNOWN, style="bold"),
            " ",
            line(f"({speaker.why})"),
        ),
        indented(
            *contents,
            line("; ".join(notes), style="dim"),
            line(f"characters {spans}" if spans else "no content", style="dim"),
        ),
    )


def _together(report: Report, attribution: Attribution) -> str:
    several = together(report.text, attribution.joint_speakers)
    return f"{several}, together" if several else ""


def _passages(report: Report) -> list[RenderableType]:
    views: list[RenderableType] = []
    for passage in report.passages:
        if passage.voice in VOICES_APART:
            continue
        text = words(report.text[passage.start : passage.end].strip())
        views.append(
            text if passage.voice is Voice.BODY else Text.assemble((f"[{passage.voice.value}] ", "dim"), text)
        )
        views.append(Text())
    if comments := readers_comments(report):
        views.append(line(f"{comments}, not shown", style="dim"))
    return views
