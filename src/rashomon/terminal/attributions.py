"""What ``rashomon attribute`` prints of a report: a listing for people, or a line of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.dossier.phrases import count, title
from rashomon.reading.attributions.stance import stance
from rashomon.records import Reading, Report, Span
from rashomon.terminal.report import attributions
from rashomon.terminal.screen import heading, line


def listing(report: Report, reading: Reading) -> RenderableType:
    """A report's attributions, to read."""
    return Group(
        Text.assemble(heading(title(report)), "  ", line(f"({report.name})", style="dim")),
        line(count(len(reading.attributions), "attribution")),
        *attributions(report, reading),
        Text(),
    )


def attributions_line(report: Report, reading: Reading) -> str:
    """A report's text, attributions and passages as one line of JSON.

    ``source``, ``cue`` and ``content`` are lists of [start, end], ``stance`` is what the speaker does with the content,
    ``inside`` counts from 0 in ``attributions``. ``chain`` is how the saying came into the report, ``hands`` through how many it
    passed; ``joint_speakers`` are those who say it together; ``affiliations`` are what is told beside names.
    """
    return as_json(
        {
            "doc": report.name,
            "report": report.id,
            "text": report.text,
            "attributions": [_attribution(report, reading, n) for n in range(len(reading.attributions))],
            "affiliations": [asdict(a) for a in reading.affiliations],
            "passages": [{"voice": p.voice.value, "start": p.start, "end": p.end} for p in report.passages],
        }
    )


def as_json(value: object) -> str:
    """JSON on one line whatever the strings in it hold, in UTF-8 where that can be.

    >>> print(as_json({"text": "a\\u2028b \\ud800"}))
    {"text": "a\\u2028b \\ud800"}
    """
    written = json.dumps(value, ensure_ascii=False)
    return (
        "".join(c if _plain(c) else f"\\u{ord(c):04x}" for c in written) if not written.isascii() else written
    )


def _plain(character: str) -> bool:
    # Line ends to many programs, controls to a terminal, and what UTF-8 cannot hold.
    return not (
        "\x7f" <= character <= "\x9f" or character in "\u2028\u2029" or "\ud800" <= character <= "\udfff"
    )


def _attribution(report: Report, reading: Reading, number: int) -> dict[str, object]:
    a = reading.attributions[number]
    return {
        "source": _pairs(a.source),
        "cue": _pairs(a.cue),
        "content": _pairs(a.content),
        "kind": a.kind.value,
        "stance": stance(report.text, reading.attributions, number).stance.value,
        "speaker": a.speaker.name,
        "why": a.speaker.why,
        "joint_speakers": [asdict(s) for s in a.joint_speakers],
        "channel": a.channel,
        "addressee": a.addressee,
        "said_on": a.said_on,
        "inside": a.inside,
        "source_kind": a.source_kind,
        "circumstances": [asdict(c) for c in a.circumstances],
        "chain": [asdict(k) for k in a.chain],
        "hands": a.hands,
        "confidence": round(a.confidence, 4),
        "part_confidence": None
        if a.part_confidence is None
        else {part: round(getattr(a.part_confidence, part), 4) for part in ("source", "cue", "content")},
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
