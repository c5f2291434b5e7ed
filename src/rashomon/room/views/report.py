"""A report: its text with attributions marked where they stand, and what the margin says of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.corrections.phrases import in_words
from rashomon.dossier.sayings import source_kind
from rashomon.ledger.shown import rests_on
from rashomon.ledger.shown.around import AroundReport, around_report
from rashomon.ledger.shown.joint import Known, said_by_name
from rashomon.ledger.shown.rests_on import LeftOut
from rashomon.reading.attributions.stance import stance
from rashomon.reading.names.joint import together
from rashomon.records import Attribution, Circumstance, Correction, Link, Reading, Report, Span, Speaker
from rashomon.room.marking import MarkedPassage, depth, marked
from rashomon.room.readers import Desk
from rashomon.room.views.decided import Decided, decided_about_report
from rashomon.room.views.entries import Person, ReportEntry, report_entry, several
from rashomon.room.views.kinship import KinshipView, kinship_view


@dataclass(frozen=True, slots=True)
class Carried:
    """A statement that an attribution is a wording of: its characters here, and how many wordings and outlets it has."""

    statement: str
    start: int
    end: int
    wordings: int
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link of the chain by which a saying came into the report: its kind, the name as far as it is known, the report's
    ``words`` for it at characters ``start`` to ``end`` (``None`` where it has none), and whether it is a ``hand``, which passed
    it on."""

    kind: str
    name: str | None
    words: str | None
    start: int | None
    end: int | None
    hand: bool


@dataclass(frozen=True, slots=True)
class Note:
    """What the margin says of an attribution. ``number`` is its place in the reading; ``stance`` what its speaker does with the
    content, by the words ``told_by``.

    ``speaker`` is the entity where the ledger has one, ``name`` what the report gives; ``described`` the source's words.
    ``together`` are those who say it together, in words, ``joint`` the same by entity, empty where the ledger does not have each.
    ``inside`` is the number of the attribution it stands in, ``depth`` how many it stands in. ``circumstances`` are the words
    behind channel, addressee and date, ``chain`` is how it came into the report, through so many ``hands``, and ``source_kind``
    what kind of source it is that has no name, in words. ``statements`` are those that it is a wording of. ``decided`` says what
    people decided about it; one that they rejected has no parts left.
    """

    number: int
    kind: str
    stance: str
    told_by: str
    speaker: Person | None
    name: str | None
    described: str | None
    why: str
    evidence: Span | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    inside: int | None
    depth: int
    channel: str | None
    addressee: str | None
    said_on: str | None
    source_kind: str | None
    circumstances: tuple[Circumstance, ...]
    chain: tuple[LinkView, ...]
    hands: int
    confidence: float
    decided: tuple[str, ...]
    statements: tuple[Carried, ...]
    together: str = ""
    joint: tuple[Person | None, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report. ``asked`` are the characters that its address asks for. ``stories`` are (id, title). ``left_out`` is what most
    other outlets of its story carry and it does not; ``kinship`` ties it to others by its text. ``decided`` is what people
    decided about its outlet, its date, its title or its authors."""

    report: ReportEntry
    model: str
    characters: int
    found_at: str
    captured_at: str | None
    media_type: str
    stories: tuple[tuple[str, str], ...]
    asked: Span | None
    passages: tuple[MarkedPassage, ...]
    notes: tuple[Note, ...]
    left_out: tuple[LeftOut, ...]
    kinship: KinshipView
    decided: tuple[Decided, ...] = ()


#: Other outlets named beside an attribution.
MOST_OTHERS = 6


def report_view(desk: Desk, report: str, asked: Span | None = None) -> ReportView:
    """A report by its id. Raises LedgerError where there is none of that id; ``asked`` is cut to its text."""
    found = desk.ledger.report(report)
    reading = desk.ledger.reading(found.id)
    if asked is not None:
        asked = Span(min(asked.start, len(found.text)), min(asked.end, len(found.text)))
    around = around_report(desk.ledger, found.id)
    decided, known = desk.ledger.mended(found.id), said_by_name(desk.ledger, found.id)
    return ReportView(
        report_entry(found),
        reading.model,
        len(found.text),
        around.path,
        around.captured_at,
        around.media_type,
        around.stories,
        asked if asked is not None and asked.start < asked.end else None,
        marked(found, reading, asked),
        tuple(
            _note(number, attribution, found, reading, around, decided.get(number, ()), known)
            for number, attribution in enumerate(reading.attributions)
        ),
        rests_on.left_out(desk.ledger, found.id),
        kinship_view(desk, found),
        decided_about_report(desk, found.id),
    )


def _note(
    number: int,
    attribution: Attribution,
    report: Report,
    reading: Reading,
    around: AroundReport,
    decided: Sequence[Correction],
    known: Mapping[str, Known],
) -> Note:
    speaker, stood = attribution.speaker, stance(report.text, reading.attributions, number)
    statements = around.statements.get(number, [])
    # A statement's speaker is not that of a wording whose own nobody names.
    entity = next((s.speaker for s in statements if s.speaker), None) if speaker.name else None
    source = " … ".join(report.text[span.start : span.end] for span in attribution.source)
    return Note(
        number,
        attribution.kind.value,
        stood.stance.value,
        stood.cue,
        None if entity is None else Person(*entity),
        speaker.name,
        source or None,
        speaker.why,
        speaker.evidence,
        attribution.source,
        attribution.cue,
        attribution.content,
        attribution.inside,
        depth(reading, number),
        attribution.channel,
        attribution.addressee,
        attribution.said_on,
        None if attribution.source_kind is None else source_kind(attribution.source_kind),
        attribution.circumstances,
        tuple(_link(link, report) for link in attribution.chain),
        attribution.hands,
        attribution.confidence,
        tuple(f"{c.who}, {c.decided_at[:10]}: {in_words(c)} ({c.why})" for c in decided),
        tuple(Carried(s.statement, s.start, s.end, s.wordings, s.others[:MOST_OTHERS]) for s in statements),
        together(report.text, attribution.joint_speakers),
        _joint(attribution.joint_speakers, known),
    )


def _link(link: Link, report: Report) -> LinkView:
    known = link.start is not None and link.end is not None
    words = report.text[link.start : link.end] if known else None
    return LinkView(link.kind.value, link.name, words, link.start, link.end, link.hand)


def _joint(joint: Sequence[Speaker], known: Mapping[str, Known]) -> tuple[Person | None, ...]:
    """Those who say something together, where the ledger has an entity for each that has a name."""
    if not all(one.name is None or one.name in known for one in joint):
        return ()
    return several(None if one.name is None else known[one.name] for one in joint)
