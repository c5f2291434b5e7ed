"""The reader: one report in, one reading out, by one pure function of the report and the model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rashomon.models import model_path
from rashomon.reading.attributions import Found
from rashomon.reading.channels import addressee, channel, frame, said_on
from rashomon.reading.confidence import UNCALIBRATED, Calibration
from rashomon.reading.figures import figures
from rashomon.reading.nesting import find
from rashomon.reading.sentences import sentences
from rashomon.reading.speakers import speakers
from rashomon.reading.surface import FILLER, surface
from rashomon.reading.tagger import Tagger
from rashomon.reading.turns import turns
from rashomon.records import Attribution, Mention, Reading, Report, Sentence, Span, Speaker, Voice

READ = frozenset({Voice.HEADLINE, Voice.BODY, Voice.EMBEDDED, Voice.CAPTION})
"""Voices that are read. A reader's comment is kept, but nobody in it is made a speaker; furniture says nothing."""

VERSION = "3"
"""Changes with every change of the code that changes readings; part of the fingerprint."""


class Reader:
    """Reads reports with one model. Cheap to call, dear to make (a quarter of a second): make one a process."""

    def __init__(self, tagger: Tagger, calibration: Calibration = UNCALIBRATED) -> None:
        self._tagger = tagger
        self._calibration = calibration

    @classmethod
    def load(cls, folder: Path | None = None) -> Reader:
        """The packaged model, or the ``reader.onnx``, ``linker.onnx`` and, if there, ``confidence.json`` in ``folder``."""
        return cls(Tagger.load(folder), Calibration.load(folder or model_path("")))

    @property
    def fingerprint(self) -> str:
        """What a reading depends on besides its report: model files and code version."""
        return f"{self._tagger.fingerprint}-{VERSION}"

    def read(self, report: Report) -> Reading:
        """Attributions, mentions, figures and sentences of the report, in text order; sentences without vectors."""
        text = surface(report.text)
        regions = _regions(report)
        found, mentions = find(text, regions, turns(text, report.passages), self._tagger)
        who = tuple(_without_filler(s) for s in speakers(text, mentions, found))
        attributions = tuple(
            _attribution(text, f, s, who, mentions, report, self._calibration)
            for f, s in zip(found, who, strict=True)
        )
        reading = Reading(
            report.id, self.fingerprint, mentions, attributions, _sentences(text, regions, found)
        )
        return replace(reading, figures=figures(report, reading))


def _regions(report: Report) -> list[Span]:
    """The stretches to read, neighbours joined, so that a quotation over several passages stays one."""
    out: list[Span] = []
    last = -2
    for i, p in enumerate(report.passages):
        if p.voice not in READ:
            continue
        if out and i == last + 1 and p.voice in (Voice.BODY, Voice.HEADLINE):
            out[-1] = Span(out[-1].start, p.end)
        else:
            out.append(Span(p.start, p.end))
        last = i
    return out


def _attribution(
    text: str,
    f: Found,
    speaker: Speaker,
    who: Sequence[Speaker],
    mentions: Sequence[Mention],
    report: Report,
    calibration: Calibration,
) -> Attribution:
    words = frame(text, f)
    return Attribution(
        source=f.source,
        cue=f.cue,
        content=f.content,
        kind=f.kind,
        confidence=calibration.whole(f),
        speaker=speaker,
        inside=f.inside,
        channel=channel(words),
        addressee=addressee(text, f, mentions, who[f.inside] if f.inside is not None else None),
        said_on=said_on(words, report.published),
        part_confidence=calibration.parts(f),
    )


def _without_filler(speaker: Speaker) -> Speaker:
    if speaker.name is None or FILLER not in speaker.name:
        return speaker
    return replace(speaker, name=speaker.name.replace(FILLER, ""), why=speaker.why.replace(FILLER, ""))


def _sentences(text: str, regions: Sequence[Span], found: Sequence[Found]) -> tuple[Sentence, ...]:
    """The sentences of every content, each with its attribution, and those of the narration between contents.

    A content's edge is a sentence's edge: ``“We are ready,” he said.`` gives ``We are ready`` to its speaker. What stands
    inside a content is a part of the outer speaker's sentence and again a sentence of the inner one.
    """
    out = [
        Sentence(s.start, s.end, i)
        for i, f in enumerate(found)
        for c in f.content
        for s in sentences(text, c.start, c.end)
    ]
    said = sorted(c for f in found if f.inside is None for c in f.content)
    for region in regions:
        at = region.start
        for c in [c for c in said if region.start <= c.start < region.end] + [Span(region.end, region.end)]:
            if c.start > at:
                out += [Sentence(s.start, s.end) for s in sentences(text, at, c.start)]
            at = max(at, c.end)
    own = {(s.start, s.end): s for s in out if any(c.isalnum() for c in text[s.start : s.end])}
    return tuple(sorted(own.values(), key=lambda s: (s.start, -s.end)))
