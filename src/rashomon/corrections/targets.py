"""How a correction says what it is about: by a report and its characters, never by a number that another reading would change.

``attribution:REPORT:START-END`` is the attribution whose content reaches from the first of these characters to the last,
``wording:REPORT:START-END`` the wording there, ``story:REPORT`` the story that this report is in, ``correction:ID`` another
correction, ``entity:REPORT:NAME`` whomever the report calls so. A report's id comes from its bytes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.records import Attribution, Correction, Span

ATTRIBUTION, WORDING, STORY, CORRECTION, ENTITY = "attribution", "wording", "story", "correction", "entity"

_PLACE = re.compile(r"(attribution|wording):([0-9a-f]+):(\d{1,12})-(\d{1,12})")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a target of characters points: its kind, the report's id, and the characters."""

    kind: str
    report: str
    span: Span


def of_attribution(report: str, attribution: Attribution) -> str:
    """The target that points at an attribution of a report's machine reading.

    >>> from rashomon.records import AttributionKind, Speaker
    >>> said = Attribution((), (), (Span(7, 20), Span(31, 40)), AttributionKind.DIRECT, 1.0, Speaker(None, ""))
    >>> of_attribution("9a3b04c1d2e3f405", said)
    'attribution:9a3b04c1d2e3f405:7-40'
    """
    whole = reach(attribution.content or attribution.cue or attribution.source)
    return f"{ATTRIBUTION}:{report}:{whole.start}-{whole.end}"


def of_wording(report: str, start: int, end: int) -> str:
    """The target that points at the wording at these characters of a report."""
    return f"{WORDING}:{report}:{start}-{end}"


def of_entity(report: str, name: str) -> str:
    """The target that points at whomever a report calls by a name.

    >>> of_entity("9a3b04c1d2e3f405", "Jan Kerr")
    'entity:9a3b04c1d2e3f405:Jan Kerr'
    """
    return f"{ENTITY}:{report}:{name}"


def of_story(report: str) -> str:
    """The target that points at the story that a report is in."""
    return f"{STORY}:{report}"


def of_correction(id_: str) -> str:
    """The target that points at a correction."""
    return f"{CORRECTION}:{id_}"


def place(target: str | None) -> Place | None:
    """Where a target of characters points; ``None`` where it is of another kind, or badly written.

    >>> place("wording:9a3b04c1d2e3f405:120-188")
    Place(kind='wording', report='9a3b04c1d2e3f405', span=Span(start=120, end=188))
    """
    found = _PLACE.fullmatch(target or "")
    return Place(found[1], found[2], Span(int(found[3]), int(found[4]))) if found else None


def decides(correction: Correction) -> bool:
    """Whether a collation depends on a correction: it is about something that a collation is made of, or makes."""
    return correction.target.partition(":")[0] in (ATTRIBUTION, WORDING, STORY, ENTITY)


def story(target: str | None) -> str | None:
    """The report whose story a target points at; ``None`` where it is no such target."""
    kind, _, report = (target or "").partition(":")
    return report if kind == STORY and report else None


def entity(target: str | None) -> tuple[str, str] | None:
    """The report, and the name in it, that a target points at; ``None`` where it is no such target.

    >>> entity("entity:9a3b04c1d2e3f405:Jan Kerr"), entity("entity:9a3b04c1d2e3f405:")
    (('9a3b04c1d2e3f405', 'Jan Kerr'), None)
    """
    kind, _, rest = (target or "").partition(":")
    report, _, name = rest.partition(":")
    return (report, name) if kind == ENTITY and name else None


def correction(target: str) -> str | None:
    """The id of the correction that a target points at; ``None`` where it is no such target."""
    kind, _, id_ = target.partition(":")
    return id_ if kind == CORRECTION and id_ else None


def reach(spans: Sequence[Span]) -> Span:
    """From the first character of the spans to the last; ``Span(0, 0)`` where there are none."""
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else Span(0, 0)
