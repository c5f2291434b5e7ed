"""What people decide about any of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CorrectionKind(StrEnum):
    """What a person decided about a machine reading."""

    ACCEPT = "accept"
    REJECT = "reject"
    MEND = "mend"
    MERGE = "merge"
    SPLIT = "split"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's decision, kept beside the machine's reading and never over it.

    ``decided_at`` is an ISO 8601 instant in UTC. ``target`` says what it is about: a kind of record, a colon, and its report
    and characters (``attribution:9a3b…:120-188``, ``entity:9a3b…:Jan Kerr``; see :mod:`rashomon.corrections.targets`),
    so that it can be found again after another reading. ``old`` is what the machine had read, as the person saw it; ``new``
    is what stands in its place. An undo's target is another correction (``correction:1f0c…``), which then no longer holds.
    """

    id: str
    who: str
    decided_at: str
    why: str
    kind: CorrectionKind
    target: str
    old: str | None = None
    new: str | None = None
