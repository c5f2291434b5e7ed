"""The records of a story's accounts: origins, estimates, conflicts, the timeline, what an outlet left out.

As in :mod:`rashomon.records`, records carry no behaviour, and offsets count Unicode code points of ``Report.text``, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OriginKind(StrEnum):
    """Where a report had something from."""

    PUBLICATION = "own publication"
    AGENCY = "agency"
    OUTLET = "another outlet"
    PERSON = "another person"
    INTERVIEW = "own interview"
    SPEAKER = "the speaker"
    UNNAMED = "nobody named"
    OWN = "the report itself"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where reports of a story had things from: ``name`` is whose publication, which agency, outlet or person it is."""

    id: str
    story: str
    kind: OriginKind
    name: str | None


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure that reports of a story give alike: the same event, unit, what is counted, and range.

    ``members`` are (report, index of the figure in its reading), in order of report date.
    """

    id: str
    story: str
    event: str
    unit: str
    of: str
    low: float | None
    best: float | None
    high: float | None
    members: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Carrying:
    """One report's carrying of a statement or an estimate (``subject``, its id), and the origin it had it from.

    ``start`` and ``end`` are the wording's or figure's characters. ``certain`` is false where the words do not tell, so that
    the origin may be one of the others. ``why`` says what the origin rests on.
    """

    subject: str
    report: str
    start: int
    end: int
    origin: str
    certain: bool
    why: str


@dataclass(frozen=True, slots=True)
class Independence:
    """How many reports, outlets and independent origins a statement or an estimate (``subject``, its id) has.

    Origins are ``low`` to ``high``: the least and the most that what the reports tell allows. ``why`` has a sentence for each
    merge and each doubt.
    """

    subject: str
    story: str
    reports: int
    outlets: int
    low: int
    high: int
    why: tuple[str, ...]


class ConflictKind(StrEnum):
    """How accounts part."""

    FIGURES = "figures"
    DENIAL = "denial"
    ALTERED = "altered quotation"
    OPPOSED = "opposed claims"
    BOTH_WAYS = "opposite sayings"


@dataclass(frozen=True, slots=True)
class ConflictMember:
    """What stands on one ``side`` (counted from 0) of a conflict: characters of a report, who is cited for them, and why.

    ``statement`` is the statement it is a wording of, ``attribution`` the index of its attribution in the report's reading;
    ``source`` is who is cited, in words.
    """

    side: int
    report: str
    start: int
    end: int
    attribution: int | None
    statement: str | None
    source: str
    why: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place where accounts part. Nothing is called true or false.

    ``about`` is what it is about, in words; ``score`` is what it was found by, 0 to 1: a constant of the rule for figures and
    altered quotations, a likeness of meaning for denials, for opposed claims a constant of the rule where a deed is told done and
    not done and else a model's score, the share of words in common for opposite sayings of one speaker. It orders conflicts of
    one kind and is no chance that accounts part. ``rising`` marks
    figures of which the later one may only be later. ``settling`` are spans (report, start, end) in which a report says what
    would settle it, or that it is not settled.

    ``unsure`` marks opposed claims that a model alone found, which is mostly wrong on fresh news (``models/opposed.md``): they
    are for a person to look at, stand apart from the others wherever conflicts are shown, and are never counted with them.
    ``decided`` says who accepted it, when and why; empty where nobody has.
    """

    id: str
    story: str
    kind: ConflictKind
    about: str
    score: float
    why: str
    members: tuple[ConflictMember, ...]
    rising: bool = False
    settling: tuple[tuple[str, int, int], ...] = ()
    unsure: bool = False
    decided: str = ""


@dataclass(frozen=True, slots=True)
class DecidedConflict:
    """A correction (by its id) that holds for a conflict (by its id) which the machine finds: whether the conflict stands
    rejected, and so is none, and in words who made the last decision about it, when and why."""

    correction: str
    conflict: str
    rejects: bool
    told: str


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something on a story's timeline: ``earliest`` to ``latest`` are ISO dates, ``why`` is what the date rests on.

    ``kind`` is ``published``, ``said``, or ``dated`` (by a report, to that day); ``subject`` is the id of the report or
    statement.
    """

    story: str
    earliest: str
    latest: str
    kind: str
    subject: str
    report: str
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Omission:
    """A statement that most other outlets of a story carry and this report does not.

    ``carried`` of ``others`` other outlets carry it, all counted once.
    """

    story: str
    report: str
    statement: str
    carried: int
    others: int


@dataclass(frozen=True, slots=True)
class Accounts:
    """What one story's statements and figures rest on, when they were said, and where they part.

    ``decided`` has people's decisions about its conflicts; those that stand rejected are not among the conflicts.
    """

    story: str
    origins: tuple[Origin, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    carryings: tuple[Carrying, ...] = ()
    independence: tuple[Independence, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    omissions: tuple[Omission, ...] = ()
    decided: tuple[DecidedConflict, ...] = ()
