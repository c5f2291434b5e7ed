"""How a correction says what it is about: by a report and its characters, never by a number that another reading would change.

``report:REPORT`` is the report itself, ``attribution:REPORT:START-END`` the attribution whose content reaches from the first of
these characters to the last, ``wording:REPORT:START-END`` the wording there, ``story:REPORT`` the story that this report is in,
``correction:ID`` another correction, ``entity:REPORT:NAME`` whomever the report calls so.
``conflict:KIND:REPORT:START-END:REPORT:START-END`` is where accounts part in this way, with a member of each side. A report's id
comes from its bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.records import Attribution, Correction, Span

ATTRIBUTION, WORDING, STORY, CORRECTION, ENTITY = "attribution", "wording", "story", "correction", "entity"
CONFLICT, REPORT = "conflict", "report"

_PLACE = re.compile(r"(attribution|wording):([0-9a-f]+):(\d{1,12})-(\d{1,12})")
_MEMBER = r":([0-9a-f]{1,64}):([0-9]{1,12})-([0-9]{1,12})"
_CONFLICT = re.compile(rf"{CONFLICT}:([a-z]{{1,40}}(?: [a-z]{{1,40}})?)((?:{_MEMBER}){{2,1000}})")
_EACH_MEMBER = re.compile(_MEMBER)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a target of characters points: its kind, the report's id, and the characters."""

    kind: str
    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class ConflictPlace:
    """Where the target of a conflict points: its kind, and a report's characters for each of its sides."""

    kind: str
    members: tuple[tuple[str, Span], ...]


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


def of_conflict(kind: str, members: Iterable[tuple[str, int, int]]) -> str:
    """The target that points at a conflict of a kind with these members (report, start, end), one of each side.

    >>> of_conflict("denial", [("9a3b04c1", 7, 40), ("5d17e2f0", 90, 121)])
    'conflict:denial:9a3b04c1:7-40:5d17e2f0:90-121'
    """
    return ":".join([CONFLICT, kind, *(f"{report}:{start}-{end}" for report, start, end in members)])


def conflict(target: str | None) -> ConflictPlace | None:
    """Where the target of a conflict points; ``None`` where it is of another kind, or badly written.

    >>> conflict("conflict:denial:9a3b04c1:7-40:5d17e2f0:90-121").members[1]
    ('5d17e2f0', Span(start=90, end=121))
    """
    found = _CONFLICT.fullmatch(target or "")
    if found is None:
        return None
    members = ((m[1], Span(int(m[2]), int(m[3]))) for m in _EACH_MEMBER.finditer(found[2]))
    return ConflictPlace(found[1], tuple(members))


def of_report(report: str) -> str:
    """The target that points at a report itself: its outlet, date, title and authors."""
    return f"{REPORT}:{report}"


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
    return correction.target.partition(":")[0] in (ATTRIBUTION, WORDING, STORY, ENTITY, CONFLICT, REPORT)


def report(target: str | None) -> str | None:
    """The report that a target points at as a whole; ``None`` where it is no such target.

    >>> report("report:9a3b04c1d2e3f405"), report("story:9a3b04c1d2e3f405")
    ('9a3b04c1d2e3f405', None)
    """
    kind, _, id_ = (target or "").partition(":")
    return id_ if kind == REPORT and id_ else None


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
