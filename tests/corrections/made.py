"""A report of our own invention with two attributions, one inside the other, and a third; read as if by a machine."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from rashomon.reading.circumstances.circumstances import with_circumstances
from rashomon.reading.circumstances.timing import timing
from rashomon.reading.text.pieces import pieces, regions_of
from rashomon.records import (
    Attribution,
    AttributionKind,
    Capture,
    MentionKind,
    PartConfidence,
    Passage,
    Reading,
    Report,
    Span,
    Speaker,
    Voice,
)

TEXT = (
    "Ferry stays in harbour\n"
    "Harbour master Ana Rusk told the Lantern 🛶: “The pilot says the ice is thin. We wait.”"
    " Her deputy Tor Brandt said the ferry would sail on Monday.\n"
    "gull9: Tor Brandt says anything"
)
OUTER = "The pilot says the ice is thin. We wait."
INNER = "the ice is thin"
LAST = "the ferry would sail on Monday"


def at(words: str, text: str = TEXT) -> Span:
    """Where the words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def _said(
    source: str, cue: str, content: str, name: str | None, inside: int | None, kind: AttributionKind
) -> Attribution:
    where = at(name) if name else None
    speaker = Speaker(
        name, "named in the source" if name else "“The pilot” names nobody", MentionKind.PERSON, where
    )
    sure = PartConfidence(0.5, 0.5, 0.5)
    return Attribution(
        (at(source),), (at(cue),), (at(content),), kind, 0.5, speaker, inside, part_confidence=sure
    )


def made(text: str = TEXT) -> tuple[Capture, Report, Reading]:
    """Capture, report and machine reading; attributions: 0 outer, 1 inside it, 2 the deputy's."""
    found = (
        _said("Harbour master Ana Rusk", "told", OUTER, "Ana Rusk", None, AttributionKind.DIRECT),
        _said("The pilot", "says", INNER, None, 0, AttributionKind.DIRECT),
        _said("Her deputy Tor Brandt", "said", LAST, "Tor Brandt", None, AttributionKind.INDIRECT),
    )
    content = TEXT.encode()
    sha256 = hashlib.sha256(content).hexdigest()
    headline, comment = text.index("\n"), text.index("gull9")
    passages = (
        Passage(Voice.HEADLINE, 0, headline),
        Passage(Voice.BODY, headline + 1, comment - 1),
        Passage(Voice.COMMENT, comment, len(text)),
    )
    report = Report(sha256[:16], sha256, "ferry", text, passages, title="Ferry stays in harbour")
    regions = regions_of(report)
    times = timing(text, regions, found, report.published)
    attributions = with_circumstances(text, found, (), times, report.outlet)
    cut = pieces(text, regions, attributions)
    sentences = tuple(replace(s, vector=b"\1\2" * 384, happened=times.happened(s)) for s in cut)
    reading = Reading(report.id, "reader-1", (), attributions, sentences, dates=times.dates)
    return Capture(sha256, content, "text/plain", "ferry.txt"), report, reading


def moved(reading: Reading, by: int) -> Reading:
    """A reading with every span so many characters further on."""

    def on(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(s.start + by, s.end + by) for s in spans)

    return replace(
        reading,
        attributions=tuple(
            replace(
                a,
                source=on(a.source),
                cue=on(a.cue),
                content=on(a.content),
                speaker=replace(
                    a.speaker, evidence=on((a.speaker.evidence,))[0] if a.speaker.evidence else None
                ),
            )
            for a in reading.attributions
        ),
        sentences=tuple(replace(s, start=s.start + by, end=s.end + by) for s in reading.sentences),
    )
