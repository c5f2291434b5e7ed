"""Small stories of our own invention, made by hand: what accounts are tested on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from rashomon.accounts.conflicts.denials.denials import denials
from rashomon.accounts.records import Conflict
from rashomon.accounts.story import accounts
from rashomon.accounts.told import Told
from rashomon.collation.sentences.embed import pack
from rashomon.pipeline import with_vectors
from rashomon.reading.figures.cited import Cited
from rashomon.reading.figures.figures import figures
from rashomon.reading.text.sentences import sentences
from rashomon.records import (
    Attribution,
    AttributionKind,
    Passage,
    Reading,
    Report,
    Sentence,
    Span,
    Speaker,
    Statement,
    Story,
    Voice,
    Wording,
)


@dataclass(frozen=True)
class Said:
    """Words of a report that somebody is cited for; ``cue`` and ``source`` are words of it too, or empty."""

    content: str
    speaker: str | None
    source: str = ""
    cue: str = ""
    channel: str | None = None
    addressee: str | None = None
    kind: AttributionKind = AttributionKind.INDIRECT
    inside: int | None = None
    said_on: str | None = None


def report(
    outlet: str, text: str, said: Sequence[Said] = (), *, published: str | None = "2031-04-05"
) -> tuple[Report, Reading]:
    """A report in one passage with its reading; sentences have no vectors."""
    sha256 = hashlib.sha256(f"{outlet}\0{text}".encode()).hexdigest()
    made = Report(
        sha256[:16],
        sha256,
        outlet.lower(),
        text,
        (Passage(Voice.BODY, 0, len(text)),),
        outlet=outlet,
        published=published,
    )

    def spans(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),) if words else ()

    attributions = tuple(
        Attribution(
            spans(s.source),
            spans(s.cue),
            spans(s.content),
            s.kind,
            0.9,
            Speaker(s.speaker, "made so"),
            s.inside,
            s.channel,
            s.addressee,
            s.said_on,
        )
        for s in said
    )
    own = [
        Sentence(x.start, x.end, n)
        for n, a in enumerate(attributions)
        for c in a.content
        for x in sentences(text, c.start, c.end)
    ]
    reading = Reading(made.id, "made", (), attributions, tuple(own))
    return made, replace(reading, figures=figures(made, reading))


def statement(id_: str, speaker: str | None, *wordings: tuple[tuple[Report, Reading], str]) -> Statement:
    """A statement with these words of these reports as its wordings."""
    made = []
    for (r, reading), words in wordings:
        start = r.text.index(words)
        at = Cited(reading.attributions).at(Span(start, start + len(words)))
        made.append(Wording(r.id, start, start + len(words), at, 1.0, "made so"))
    return Statement(id_, speaker, tuple(made))


def told(
    reports: Sequence[tuple[Report, Reading]],
    statements: Sequence[Statement] = (),
    *,
    families: Mapping[str, str] | None = None,
    owners: Mapping[str, str] | None = None,
) -> Told:
    """A story of these reports; a named speaker is an entity of that name."""
    ordered = sorted(reports, key=lambda pair: (pair[0].published or "~", pair[0].id))
    story = Story("5707", "A story", tuple(r.id for r, _ in ordered), None, None)
    speakers = {
        (r.id, n): a.speaker.name for r, reading in ordered for n, a in enumerate(reading.attributions)
    }
    names = {name: name for name in speakers.values() if name}
    return Told(
        story,
        tuple(r for r, _ in ordered),
        tuple(reading for _, reading in ordered),
        tuple(statements),
        speakers,
        names,
        families or {},
        owners or {},
    )


def gulls(*texts: str) -> Told:
    """The story of one report for each text, of the outlets Gull 0, Gull 1 and so on."""
    return told([report(f"Gull {n}", text) for n, text in enumerate(texts)])


def sets_apart(conflicts: Sequence[Conflict], one: str, other: str, about: str) -> None:
    """Assert that these are one conflict of this name between two texts, and that their story's accounts have it."""
    (conflict,) = conflicts
    assert conflict.about == about
    assert [m.side for m in conflict.members] == [0, 1]
    assert conflict in accounts(gulls(one, other)).conflicts


def with_rows(pair: tuple[Report, Reading], *rows: tuple[float, float]) -> tuple[Report, Reading]:
    """A report with its reading, whose sentences have these meanings, a plane's worth of numbers each."""
    vectors = np.zeros((len(rows), 384), dtype=np.float32)
    vectors[:, :2] = rows
    packed = pack(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
    found = tuple(replace(s, vector=v) for s, v in zip(pair[1].sentences, packed, strict=True))
    return pair[0], replace(pair[1], sentences=found)


def denied_about(text: str, said: Sequence[Said]) -> list[str]:
    """About what the denials of a report are, told by meaning."""
    gull, reading = report("Gull", text, said)
    return [c.about for c in denials(told([(gull, with_vectors(gull, reading))]))]
