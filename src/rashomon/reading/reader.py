"""The reader: one report in, one reading out, by one pure function of the report and the model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rashomon.models import model_path
from rashomon.reading.attributions.attributions import Found
from rashomon.reading.attributions.confidence import UNCALIBRATED, Calibration, likely
from rashomon.reading.attributions.layout.turns import turns
from rashomon.reading.attributions.nesting import find
from rashomon.reading.circumstances.circumstances import with_circumstances
from rashomon.reading.circumstances.timing import timing
from rashomon.reading.figures.figures import figures
from rashomon.reading.names.affiliated.affiliations import affiliations
from rashomon.reading.names.one_kind import with_one_kind
from rashomon.reading.names.organisations.companies import with_companies
from rashomon.reading.names.organisations.joined_names import with_joined_names
from rashomon.reading.names.organisations.name_ends import with_name_ends
from rashomon.reading.names.organisations.of_people import belonging
from rashomon.reading.names.organisations.of_places import belonging_to_places, with_bodies
from rashomon.reading.names.organisations.organisations import with_speaking
from rashomon.reading.names.persons.named_again import named_again
from rashomon.reading.names.persons.people import people
from rashomon.reading.names.persons.whole_names import with_whole_names
from rashomon.reading.speakers.joint_speakers import Led
from rashomon.reading.speakers.speakers import led
from rashomon.reading.tagging.tagger import Tagger
from rashomon.reading.text.pieces import pieces, regions_of
from rashomon.reading.text.surface import FILLER, surface
from rashomon.records import Attribution, Reading, Report, Speaker

VERSION = "28"
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
        every, mentions = find(
            text, regions, turns(text, report.passages, report.outlet), self._tagger, report.passages
        )
        mentions = with_name_ends(text, named_again(text, mentions))
        found = likely(every, self._calibration)
        sources = [(s, f.certainty.source) for f in found for s in f.source]
        mentions = with_joined_names(text, with_whole_names(text, mentions))
        mentions = with_companies(text, mentions, sources)
        mentions = with_one_kind(text, mentions)
        mentions = with_bodies(text, with_speaking(text, mentions, sources), sources)
        ours = [name for name in (report.outlet, *report.authors) if name]
        persons = people(text, mentions)
        whom = led(text, mentions, found, ours, persons)
        who = tuple(_without_filler(w.speaker) for w in whom)
        times = timing(text, regions, found, report.published)
        attributions = with_circumstances(
            text,
            [_attribution(f, w, self._calibration) for f, w in zip(found, whom, strict=True)],
            persons,
            times,
            report.outlet,
        )
        dated = tuple(
            s if (when := times.happened(s)) is None else replace(s, happened=when)
            for s in pieces(text, regions, found)
        )
        reading = Reading(
            report.id,
            self.fingerprint,
            mentions,
            attributions,
            dated,
            dates=times.dates,
            affiliations=(
                *affiliations(text, persons, mentions),
                *belonging(who, persons),
                *belonging_to_places(who),
            ),
        )
        return replace(reading, figures=figures(report, reading))


def _attribution(f: Found, whom: Led, calibration: Calibration) -> Attribution:
    return Attribution(
        source=f.source,
        cue=f.cue,
        content=f.content,
        kind=f.kind,
        confidence=calibration.whole(f),
        speaker=_without_filler(whom.speaker),
        inside=f.inside,
        part_confidence=calibration.parts(f),
        joint_speakers=tuple(_without_filler(s) for s in whom.joint),
    )


def _without_filler(speaker: Speaker) -> Speaker:
    if speaker.name is None or FILLER not in speaker.name:
        return speaker
    return replace(speaker, name=speaker.name.replace(FILLER, ""), why=speaker.why.replace(FILLER, ""))
