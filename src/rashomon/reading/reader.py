"""The reader: one report in, one reading out, by one pure function of the report and the model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rashomon.models import model_path
from rashomon.reading.attributions import Found
from rashomon.reading.channels import addressee, channel, frame
from rashomon.reading.confidence import UNCALIBRATED, Calibration
from rashomon.reading.figures import figures
from rashomon.reading.nesting import find
from rashomon.reading.pieces import pieces, regions_of
from rashomon.reading.speakers import speakers
from rashomon.reading.surface import FILLER, surface
from rashomon.reading.tagger import Tagger
from rashomon.reading.timing import timing
from rashomon.reading.turns import turns
from rashomon.records import Attribution, Mention, Reading, Report, Speaker

VERSION = "4"
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
        regions = regions_of(report)
        found, mentions = find(text, regions, turns(text, report.passages), self._tagger)
        who = tuple(_without_filler(s) for s in speakers(text, mentions, found))
        times = timing(text, regions, found, report.published)
        attributions = tuple(
            _attribution(text, f, s, who, mentions, self._calibration, times.said[i], times.said_on[i])
            for i, (f, s) in enumerate(zip(found, who, strict=True))
        )
        dated = tuple(replace(s, happened=times.happened(s)) for s in pieces(text, regions, found))
        reading = Reading(report.id, self.fingerprint, mentions, attributions, dated, dates=times.dates)
        return replace(reading, figures=figures(report, reading))


def _attribution(
    text: str,
    f: Found,
    speaker: Speaker,
    who: Sequence[Speaker],
    mentions: Sequence[Mention],
    calibration: Calibration,
    said_date: int | None,
    said_on: str | None,
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
        said_on=said_on,
        said_date=said_date,
        part_confidence=calibration.parts(f),
    )


def _without_filler(speaker: Speaker) -> Speaker:
    if speaker.name is None or FILLER not in speaker.name:
        return speaker
    return replace(speaker, name=speaker.name.replace(FILLER, ""), why=speaker.why.replace(FILLER, ""))
