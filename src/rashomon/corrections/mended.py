"""The reading of a report as people mend it: a pure function of the machine's reading and the corrections that stand.

Attributions keep their number, so that whatever refers to one by number still does. A rejected one stays as a number
without source, cue and content: it says nothing, and why it does not. Decisions are applied in order of time, a later one over
an earlier one. Whatever is changed says in ``Speaker.why`` who changed it, when, why, and what it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.corrections import shape, targets
from rashomon.corrections.finding import BADLY_WRITTEN, TEXT_CHANGED, At, found, moved_to
from rashomon.corrections.shape import Shape, rejected
from rashomon.corrections.standing import decided_by, standing
from rashomon.reading.attributions.attributions import kind_of
from rashomon.reading.circumstances.circumstances import with_circumstances
from rashomon.reading.circumstances.timing import Timing, timing
from rashomon.reading.figures.cited import Cited
from rashomon.reading.names.joint import together
from rashomon.reading.names.persons.people import people
from rashomon.reading.text.pieces import pieces, regions_of
from rashomon.reading.text.quotations import quotations
from rashomon.reading.text.surface import surface
from rashomon.records import (
    Attribution,
    AttributionKind,
    Correction,
    CorrectionKind,
    MentionKind,
    PartConfidence,
    Reading,
    Report,
    Span,
    Speaker,
)

NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Mended:
    """A mended reading; ``applied`` has the corrections that hold for each attribution, by its index and in order of time,
    ``stranded`` those that found nothing to apply to, each with why.

    Sentences that no machine reading has cut have no vector yet.
    """

    reading: Reading
    applied: Mapping[int, tuple[Correction, ...]]
    stranded: tuple[tuple[Correction, str], ...]


def mended(report: Report, reading: Reading, corrections: Iterable[Correction]) -> Mended:
    """The machine's reading of a report, mended by those corrections that are about its attributions; others are left aside."""
    about = [
        c
        for c in standing(corrections)
        if (to := targets.place(c.target)) and to.kind == targets.ATTRIBUTION and to.report == report.id
    ]
    attributions = list(reading.attributions)
    applied: defaultdict[int, list[Correction]] = defaultdict(list)
    stranded = []
    for c in about:
        at = found(report.text, reading.attributions, c)
        now = at if isinstance(at, str) else _decided(report, reading, attributions, at, c)
        if isinstance(at, str) or isinstance(now, str):
            stranded.append((c, str(now)))
            continue
        attributions[at.index] = now
        applied[at.index].append(c)
    pairs = list(zip(attributions, reading.attributions, strict=True))
    if cut_anew := any(a.content != b.content for a, b in pairs):
        attributions = _nested(attributions, reading.attributions)
    times = None
    if any((a.source, a.cue, a.content) != (b.source, b.cue, b.content) for a, b in pairs):
        times = timing(surface(report.text), regions_of(report), attributions, report.published)
    told = _told(report, reading, attributions, times)
    if times is not None:
        reading = replace(reading, dates=times.dates)
        if cut_anew:
            reading = _cut(report, reading, told, times)
    return Mended(
        replace(reading, attributions=told),
        {index: tuple(found) for index, found in sorted(applied.items())},
        tuple(stranded),
    )


def _decided(
    report: Report, reading: Reading, attributions: Sequence[Attribution], at: At, c: Correction
) -> Attribution | str:
    """An attribution after one more decision, or why the decision cannot be applied."""
    was, read, new = attributions[at.index], reading.attributions[at.index], shape.loaded(c.new)
    if c.kind is CorrectionKind.REJECT:
        return Attribution(
            (), (), (), AttributionKind.INDIRECT, 0.0, Speaker(None, f"rejected, {decided_by(c)}")
        )
    # Whatever is decided about a rejected one takes it up again as the machine had read it.
    now = read if rejected(was) else was
    if c.kind is CorrectionKind.ACCEPT:
        return replace(
            now,
            confidence=1.0,
            part_confidence=PartConfidence(1.0, 1.0, 1.0),
            speaker=_and(now.speaker, f"accepted, {decided_by(c)}"),
        )
    if c.kind is not CorrectionKind.MEND:
        return BADLY_WRITTEN
    if (named := shape.speaker(new)) is not None:
        return replace(now, speaker=_speaker(report, now, c, *named), joint_speakers=())
    return _with_parts(report, now, at, c, new)


def _with_parts(report: Report, now: Attribution, at: At, c: Correction, new: Shape) -> Attribution | str:
    parts = {part: quoted for part in shape.PARTS if (quoted := shape.quoted(new, part)) is not None}
    if not parts:
        return BADLY_WRITTEN
    spans = {part: moved_to(report.text, quoted, at.moved) for part, quoted in parts.items()}
    if any(places is None for places in spans.values()):
        return TEXT_CHANGED
    source, cue, content = (
        spans.get(part) if spans.get(part) is not None else getattr(now, part) for part in shape.PARTS
    )
    if not content:
        return BADLY_WRITTEN
    sure = now.part_confidence
    return replace(
        now,
        source=source or (),
        cue=cue or (),
        content=content,
        kind=_kind(report, content, cue or ()) if "content" in spans else now.kind,
        part_confidence=replace(sure, **dict.fromkeys(spans, 1.0)) if sure else None,
        speaker=_and(now.speaker, f"{' and '.join(spans)} mended, {decided_by(c)}"),
    )


def _kind(report: Report, content: Iterable[Span], cue: Sequence[Span]) -> AttributionKind:
    text = surface(report.text)
    marks = [q for r in regions_of(report) for q in quotations(text, r.start, r.end)]
    return kind_of(text, content, cue, marks)


def _told(
    report: Report, reading: Reading, attributions: Sequence[Attribution], times: Timing | None
) -> tuple[Attribution, ...]:
    """The attributions with channel, addressee, date and chain as they are once mended: those of the mended ones are told anew,
    those of what stands inside them, and those whose date of saying is another; chains depend on all."""
    read = reading.attributions
    if times is None:  # nothing has moved: every date stays
        said = tuple(a.said_date for a in read)
        times = Timing(reading.dates, said, tuple(a.said_on for a in read), frozenset())
    changed = {
        i
        for i, (a, b) in enumerate(zip(attributions, read, strict=True))
        if (a.source, a.cue, a.content, a.inside, a.speaker.name, a.joint_speakers)
        != (b.source, b.cue, b.content, b.inside, b.speaker.name, b.joint_speakers)
        or (times.said[i], times.said_on[i]) != (b.said_date, b.said_on)
    }
    if not changed:
        return tuple(attributions)
    text = surface(report.text)
    only = changed | {i for i, a in enumerate(attributions) if a.inside in changed}
    return with_circumstances(text, attributions, people(text, reading.mentions), times, report.outlet, only)


def _speaker(
    report: Report, now: Attribution, c: Correction, name: str | None, kind: MentionKind | None
) -> Speaker:
    several = together(report.text, now.joint_speakers) or None
    was = f"“{now.speaker.name or several}”" if now.speaker.name or several else NOT_KNOWN
    if name is None:
        return Speaker(None, f"{NOT_KNOWN}, {decided_by(c)}; it was {was}")
    why = f"{decided_by(c)}; it was {was}"
    return Speaker(name, why, kind, _evidence(report, now, name))


def _evidence(report: Report, now: Attribution, name: str) -> Span | None:
    """Where the name stands nearest to the attribution, in what is read of the report; else its source, cue or content."""
    whole = targets.reach(now.source or now.cue or now.content)
    text, words = report.text, name.casefold()
    places = []
    for region in regions_of(report):
        part = text[region.start : region.end]
        # Where folding changes lengths, offsets in the folded text would not be those of the text.
        folded = part.casefold() if len(part.casefold()) == len(part) else part
        start = folded.find(words)
        while start >= 0 and words:
            places.append(Span(region.start + start, region.start + start + len(words)))
            start = folded.find(words, start + 1)
    if places:
        return min(places, key=lambda s: (abs(s.start - whole.start), s.start))
    return next(iter(now.source or now.cue or now.content), None)


def _and(speaker: Speaker, words: str) -> Speaker:
    return replace(speaker, why=f"{speaker.why}; {words}" if speaker.why else words)


def _nested(attributions: Sequence[Attribution], read: Sequence[Attribution]) -> list[Attribution]:
    """Attributions inside those that still hold them: where one was rejected or no longer reaches so far, the next one out; and
    what a content has come to hold inside that one. Where no content has changed, the machine's nesting stays."""
    changed = {i for i, (a, b) in enumerate(zip(attributions, read, strict=True)) if a.content != b.content}

    def holds(outer: int, inner: Attribution) -> bool:
        spans = (*inner.source, *inner.cue, *inner.content)
        content = attributions[outer].content
        return bool(spans) and all(any(o.start <= s.start and s.end <= o.end for o in content) for s in spans)

    def size(index: int) -> int:
        return sum(s.end - s.start for s in attributions[index].content)

    out = []
    for i, a in enumerate(attributions):
        inside = a.inside
        while inside is not None and (i in changed or inside in changed) and not holds(inside, a):
            inside = attributions[inside].inside
        if inside is None:
            outer = [o for o in changed if o != i and size(o) > size(i) and holds(o, a)]
            inside = min(outer, key=lambda o: (size(o), o), default=None)
        out.append(replace(a, inside=inside))
    return out


def _cut(report: Report, reading: Reading, attributions: Sequence[Attribution], times: Timing) -> Reading:
    """The reading with its sentences cut at the edges of the mended contents, and its figures with whoever is now cited for them.

    Sentences that stay keep their vectors.
    """
    known = {(s.start, s.end): s for s in reading.sentences}
    cut = pieces(surface(report.text), regions_of(report), attributions)
    cited = Cited(attributions)
    return replace(
        reading,
        sentences=tuple(
            replace(
                s,
                vector=known[s.start, s.end].vector if (s.start, s.end) in known else b"",
                happened=times.happened(s),
            )
            for s in cut
        ),
        figures=tuple(replace(f, attribution=cited.at(Span(f.start, f.end))) for f in reading.figures),
    )
