"""A person's decisions about an attribution as corrections: which one is meant, what it is now, what is to stand instead."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.corrections import shape, targets
from rashomon.corrections.shape import rejected
from rashomon.ledger import lookup
from rashomon.ledger.decisions.corrections import new_correction
from rashomon.ledger.decisions.machine import machine
from rashomon.ledger.errors import LedgerError
from rashomon.ledger.tables import load
from rashomon.ledger.tables.fitting import span_fault
from rashomon.records import (
    VOICES_APART,
    Attribution,
    Correction,
    CorrectionKind,
    MentionKind,
    Report,
    Span,
    overlap,
)

LONGEST_NAME = 200
"""Characters of a speaker's name; what is longer is a passage that was pasted by mistake."""

_NUMBERED = re.compile(r"([0-9a-f]+):(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Meant:
    """The attribution that a person means: its report, its index there, as it stands and as the machine had read it."""

    report: Report
    index: int
    stands: Attribution
    read: Attribution

    @property
    def target(self) -> str:
        """How a correction points at it."""
        return targets.of_attribution(self.report.id, self.read)

    @property
    def old(self) -> str:
        """What it is now, for a correction to remember."""
        return shape.of_attribution(self.report.text, self.stands, self.read)


def meant(connection: sqlite3.Connection, name: str) -> Meant:
    """The attribution of a name: ``REPORT:NUMBER``, numbered from 1 as ``rashomon show report`` does, or a correction's target.

    Raises LedgerError where there is none, or where two have the very same content.
    """
    place, numbered = targets.place(name), _NUMBERED.fullmatch(name)
    if numbered is None and (place is None or place.kind != targets.ATTRIBUTION):
        raise LedgerError(
            f"attribution {name}",
            "this names no attribution",
            "give REPORT:NUMBER, as: rashomon show report REPORT; of a conflict conflict:ID",
        )
    id_ = lookup.resolve(connection, "report", numbered[1] if numbered else place.report if place else "")
    report = next(load.load_reports(connection, [id_]))
    stands = next(load.load_readings(connection, [id_]))
    read = machine(connection, stands)
    if numbered:
        found = [int(numbered[2]) - 1] if 0 < int(numbered[2]) <= len(read.attributions) else []
    else:
        found = [i for i, a in enumerate(read.attributions) if targets.of_attribution(id_, a) == name]
    if len(found) != 1:
        fault = "more than one has these characters" if found else "the report has no such attribution"
        raise LedgerError(
            f"attribution {name}", fault, f"see its numbers with: rashomon show report {id_[:8]}"
        )
    return Meant(report, found[0], stands.attributions[found[0]], read.attributions[found[0]])


def judge(about: Meant, accept: bool, who: str, why: str) -> Correction:
    """The correction that accepts an attribution as it stands, or rejects it: that nothing is attributed there."""
    if not accept and rejected(about.stands):
        raise LedgerError(_item(about), "it is rejected already", "see: rashomon correct list")
    kind = CorrectionKind.ACCEPT if accept else CorrectionKind.REJECT
    return new_correction(who, why, kind, about.target, old=about.old)


def mend(about: Meant, parts: Mapping[str, Sequence[Span]], who: str, why: str) -> Correction:
    """The correction that puts other spans in the place of some parts (``source``, ``cue``, ``content``; no spans: not
    expressed).

    Raises LedgerError where a span is not in what is read of the report, where spans of a part overlap, where no content is
    left, or where nothing would change.
    """
    report, changed = about.report, {}
    for part in shape.PARTS:
        spans = tuple(sorted(parts[part])) if part in parts else None
        if spans is None or spans == getattr(about.stands, part):
            continue
        _refuse_unfit(report, part, spans)
        changed[part] = spans
    if set(parts) - set(shape.PARTS):
        raise LedgerError(
            _item(about),
            f"it has no part {min(set(parts) - set(shape.PARTS))}",
            "give source, cue or content",
        )
    if not changed:
        raise LedgerError(_item(about), "these are its spans already", "give other spans, or accept it")
    if changed.get("content") == ():
        raise LedgerError(
            _item(about), "an attribution without a content says nothing", "reject it, or give its content"
        )
    new = shape.dumped(shape.of_parts(report.text, changed))
    return new_correction(who, why, CorrectionKind.MEND, about.target, old=about.old, new=new)


def speaker(about: Meant, name: str | None, kind: MentionKind | None, who: str, why: str) -> Correction:
    """The correction that names the speaker, or with ``None`` says that it is not known who speaks."""
    name = None if name is None else " ".join(name.split())
    if name is not None and not 0 < len(name) <= LONGEST_NAME:
        raise LedgerError(
            _item(about),
            "this is no name",
            f"give a name of at most {LONGEST_NAME} characters, or say not known",
        )
    if rejected(about.stands):
        raise LedgerError(
            _item(about), "it is rejected, so nobody speaks", "accept it first, or undo the rejection"
        )
    if name == about.stands.speaker.name and not about.stands.joint_speakers:
        shown = "not known" if name is None else name
        raise LedgerError(_item(about), f"its speaker is {shown} already", "give another name, or accept it")
    return new_correction(
        who, why, CorrectionKind.MEND, about.target, old=about.old, new=shape.of_speaker(name, kind)
    )


def span_in_report(report: Report, words: str, near: int) -> Span:
    """The span that a person gives: ``START-END``, or words as they stand in the report, those nearest to character ``near``."""
    numbers = re.fullmatch(r"(\d{1,12})-(\d{1,12})", words)
    if numbers:
        return Span(int(numbers[1]), int(numbers[2]))
    places = [found.start() for found in re.finditer(re.escape(words), report.text)] if words else []
    if not places:
        raise LedgerError(
            f"report {report.id[:8]}",
            f"its text does not have “{words}”",
            "give the words as they stand, or START-END",
        )
    start = min(places, key=lambda at: (abs(at - near), at))
    return Span(start, start + len(words))


def _refuse_unfit(report: Report, part: str, spans: Sequence[Span]) -> None:
    item, reached = f"report {report.id[:8]}", 0
    for span in spans:
        fault = span_fault(span.start, span.end, report.text)
        if fault is None and span.start < reached:
            fault = f"two spans of the {part} overlap at character {span.start}"
        if fault is None and any(p.voice in VOICES_APART and overlap(p, span) for p in report.passages):
            fault = f"characters {span.start} to {span.end} are a reader's comment or site furniture, which is not read"
        if fault is not None:
            raise LedgerError(
                item, fault, "give START-END in code points of the report's text, the end not included"
            )
        reached = span.end


def _item(about: Meant) -> str:
    return f"attribution {about.report.id[:8]}:{about.index + 1}"
