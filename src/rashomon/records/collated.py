"""What the readings of many reports give together: entities, statements with their wordings, stories."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.records.readings import MentionKind


@dataclass(frozen=True, slots=True)
class EntityEvidence:
    """One report's name for an entity, and why it was taken for the same one."""

    report: str
    name: str
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class EntityAffiliation:
    """What one report tells beside an entity's name: fields as in :class:`Affiliation`.

    ``party`` is the id of the entity that ``side`` is, where that speaks in the ledger too, so that a claim can be read as a
    party's own; ``None`` is *not known*.
    """

    report: str
    role: str | None
    organisation: str | None
    side: str | None
    party: str | None
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what sources refer to, across reports. ``names`` holds every form met, the fullest first."""

    id: str
    name: str
    kind: MentionKind | None
    names: tuple[str, ...]
    evidence: tuple[EntityEvidence, ...]
    affiliations: tuple[EntityAffiliation, ...] = ()


class VariationKind(StrEnum):
    """How a wording differs in one place from the one it is compared with, the sharpest first."""

    ALTERED = "altered quotation"
    REWORDED = "reworded"
    REORDERED = "reordered"
    SHORTENED = "shortened"
    LENGTHENED = "lengthened"
    SPELLING = "spelling"
    PUNCTUATION = "punctuation"


@dataclass(frozen=True, slots=True)
class Variation:
    """One place in which a wording differs from the wording it is compared with (``Wording.against``).

    ``start`` and ``end`` are characters of the wording's report, ``other_start`` and ``other_end`` of the other one's; a span
    without characters marks the place where words are missing. ``why`` says in words what the kind rests on.
    """

    kind: VariationKind
    start: int
    end: int
    other_start: int
    other_end: int
    why: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One report's version of a statement. ``attribution`` is an index into that report's reading.

    ``why`` says what ties this wording to the statement, in words; ``score`` is 0 to 1 (1 for the first wording).
    ``against`` is the index, in the statement, of the wording that this one is compared with word by word, ``None`` for the
    one at the root of all comparisons; ``variations`` are the places where the two differ, in order of ``start``.
    ``part`` tells that it is only a part of what another wording has whole, as a headline cuts a quotation.
    """

    report: str
    start: int
    end: int
    attribution: int | None
    score: float
    why: str
    against: int | None = None
    variations: tuple[Variation, ...] = ()
    part: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A thing said once by someone, however often it is reported.

    ``id`` derives from its first wording, ``speaker`` is an entity's id or ``None`` where unknown. Wordings stand in order of
    report date (unknown last), then report id and place. ``joint_speakers`` are the entities that a report has say it together,
    ``None`` for one who is not known; whom ``speaker`` names, some report has say it alone.
    """

    id: str
    speaker: str | None
    wordings: tuple[Wording, ...]
    joint_speakers: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The reports about the same events. ``earliest`` and ``latest`` are ISO dates of its reports, where known."""

    id: str
    title: str
    reports: tuple[str, ...]
    earliest: str | None
    latest: str | None
