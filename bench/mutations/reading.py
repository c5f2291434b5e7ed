"""One text read, and what came of it: its attributions, its time, what was lost, how it crashed."""

from __future__ import annotations

import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import LCSseq

from bench.mutations.articles import Parts
from rashomon import attribute
from rashomon.reading.text.surface import surface
from rashomon.records import OWN_VOICES, Reading, Report, Span

PARTS = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading a text gave. ``seconds`` are of processor time.

    ``lost`` counts the letters and digits of the text that the report does not hold, that no passage holds, or that stand in a
    passage that is read but in no sentence. ``unread``, of 1, are those in passages of other voices: furniture, bylines and
    comments are kept and not read. ``crash`` is the exception, in one line, or what is wrong with the reading's offsets.
    """

    found: tuple[Parts, ...]
    seconds: float
    lost: int = 0
    unread: float = 0.0
    crash: str | None = None


def read(text: str, model: Path | None) -> Outcome:
    """Read a text; whatever goes wrong in the reader is the outcome's crash."""
    began = time.process_time()
    try:
        report, reading = attribute(text, model=model)
    except Exception as error:  # what is measured is whether there is one, of any kind
        place = traceback.extract_tb(error.__traceback__)[-1]
        crash = f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
        return Outcome((), time.process_time() - began, crash=crash)
    seconds = time.process_time() - began
    found = tuple({p: [(s.start, s.end) for s in getattr(a, p)] for p in PARTS} for a in reading.attributions)
    return Outcome(found, seconds, lost(text, report, reading), unread(report), misplaced(report, reading))


def lost(text: str, report: Report, reading: Reading) -> int:
    """How many of the text's letters and digits did not come through; see :class:`Outcome`."""
    given, kept = (list(filter(str.isalnum, t)) for t in (text, report.text))
    missing = 0 if given == kept else len(given) - LCSseq.similarity(given, kept)
    held = [Span(p.start, p.end) for p in report.passages]
    to_read = [Span(p.start, p.end) for p in report.passages if p.voice in OWN_VOICES]
    everything = _letters(report.text, [Span(0, len(report.text))])
    in_sentences = _letters(report.text, [Span(s.start, s.end) for s in reading.sentences])
    missing += len(everything - _letters(report.text, held))
    # The letters of an entity that stands for a mark are no letters to a reader.
    return missing + len(_letters(surface(report.text), to_read) - in_sentences)


def unread(report: Report) -> float:
    """The share of the report's letters and digits in passages whose voice is not read."""
    held = [Span(p.start, p.end) for p in report.passages if p.voice not in OWN_VOICES]
    everything = _letters(report.text, [Span(0, len(report.text))])
    return len(_letters(report.text, held)) / max(len(everything), 1)


def misplaced(report: Report, reading: Reading) -> str | None:
    """What is wrong with the offsets of a reading, in words; ``None`` where each span holds something of the text."""
    for what, span in _spans(reading):
        if not 0 <= span.start < span.end <= len(report.text):
            return f"{what} at {span.start}:{span.end} of a text of {len(report.text)} characters"
    for i, a in enumerate(reading.attributions):
        if a.inside is not None and (a.inside == i or not 0 <= a.inside < len(reading.attributions)):
            return f"attribution {i} inside {a.inside}"
    return None


def _spans(reading: Reading) -> Iterator[tuple[str, Span]]:
    for a in reading.attributions:
        for part in PARTS:
            yield from ((f"a {part}", s) for s in getattr(a, part))
        if a.speaker.evidence is not None:
            yield "a speaker's name", a.speaker.evidence
    yield from (("a mention", Span(m.start, m.end)) for m in reading.mentions)
    yield from (("a sentence", Span(s.start, s.end)) for s in reading.sentences)


def _letters(text: str, spans: list[Span]) -> set[int]:
    return {i for s in spans for i in range(s.start, s.end) if text[i].isalnum()}
