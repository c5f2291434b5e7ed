"""People's decisions about who is one and who is two, applied over what the machine made of the names.

A decision points at bearers, never at an entity's id, which may change with every report: ``entity:REPORT:NAME`` is whomever the
report calls so. Reports are named by their bytes, and names stand in them, so that a decision holds after another collation and
after another reading. Decisions are replayed in order of time, so that a later one undoes an earlier one.

- **merge**: ``target`` and ``new`` are one, with everybody who is one with either.
- **split**: ``target`` is not whom ``old`` is; it stands with ``new`` instead, by itself where ``new`` is ``target``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.collation.entities.names import body, person
from rashomon.collation.entities.namesakes import Bearer
from rashomon.collation.entities.transliteration import grade
from rashomon.collation.replayed import Replayed
from rashomon.corrections import targets
from rashomon.corrections.standing import decided_by, when
from rashomon.reading.names.persons.people import plain
from rashomon.records import Correction, CorrectionKind


def decides(correction: Correction) -> bool:
    """Whether a correction is a merge or a split of entities."""
    kinds = (CorrectionKind.MERGE, CorrectionKind.SPLIT)
    return correction.kind in kinds and correction.target.startswith(f"{targets.ENTITY}:")


@dataclass(frozen=True, slots=True)
class Decided:
    """Bearers (by index) that are one, after the decisions; and decisions that found nobody.

    ``split`` and ``merged`` say, of each bearer whom a decision that still stands told apart or brought together, what was
    decided.
    """

    together: tuple[tuple[int, ...], ...]
    split: Mapping[int, str]
    merged: Mapping[int, str]
    stranded: tuple[Correction, ...]


def decide(
    bearers: Sequence[Bearer], machine: Sequence[Sequence[int]], corrections: Iterable[Correction]
) -> Decided:
    """Apply merges and splits of entities to the machine's groups; other corrections are none of its business."""
    replayed = Replayed(machine)
    where = replayed.where
    by_report: dict[str, list[int]] = defaultdict(list)
    for k, bearer in enumerate(bearers):
        by_report[bearer.report].append(k)
    merged: list[tuple[int, int, str]] = []
    apart: dict[int, tuple[int | None, str]] = {}
    stranded = []
    for c in sorted(filter(decides, corrections), key=when):
        one, other = (_found(bearers, by_report, at) for at in (c.target, c.new))
        if one is None or other is None:
            stranded.append(c)
            continue
        decided = decided_by(c)
        if c.kind is CorrectionKind.MERGE:
            if replayed.merge(one, other):
                merged.append((one, other, decided))
            continue
        old = _found(bearers, by_report, c.old)
        if replayed.split(one, old, other):
            apart[one] = (old, decided)
    groups = sorted(tuple(sorted(group)) for group in replayed.members.values() if group)
    split = {}
    for k, (old, decided) in apart.items():
        if old is None or where[old] != where[k]:
            from_whom = f" than in report {bearers[old].report[:8]}" if old is not None else ""
            split[k] = f"another {bearers[k].shown}{from_whom}, {decided}"
    because = _merged_because(bearers, machine, where, merged)
    return Decided(tuple(groups), split, because, tuple(stranded))


def _merged_because(
    bearers: Sequence[Bearer],
    machine: Sequence[Sequence[int]],
    where: Mapping[int, int],
    merged: Sequence[tuple[int, int, str]],
) -> dict[int, str]:
    """Why the bearers of merged groups are one, for those merges that no later split has undone."""
    home = {k: group for group in machine for k in group}
    why: dict[int, str] = {}
    for one, other, decided in merged:
        for here, there in ((one, other), (other, one)):
            if where[one] == where[other]:
                words = f"one with “{bearers[there].shown}”, {decided}"
                why |= {k: words for k in home[here] if where[k] == where[there]}
    return why


def _found(bearers: Sequence[Bearer], by_report: Mapping[str, Sequence[int]], at: str | None) -> int | None:
    """The bearer that a target points at: of that name in that report, or of the one name there that is a form of it."""
    if (named := targets.entity(at)) is None:
        return None
    report, name = named
    here = by_report.get(report, ())
    key = plain(name)
    exact = [k for k in here if any(plain(form) == key for form in bearers[k].forms)]
    if exact:
        return exact[0]
    # Another reading may give the fuller or the shorter form.
    words = (person(name).words or body(name).words)[-1:]
    like = [
        k
        for k in here
        if words and bearers[k].name.words and grade(bearers[k].name.words[-1], words[0], False) in (0, 1)
    ]
    return like[0] if len(like) == 1 else None
