"""Who speaks, across reports: one person under several spellings is one entity, and two people of one name are two.

A report's reading says who speaks in it, by the fullest name that the report gives (:class:`Bearer`). Bearers of one name are one
unless evidence tells them apart (:mod:`rashomon.collation.namesakes`), bearers of names that are alike are one where evidence
brings them together (:mod:`rashomon.collation.merging`), and people's decisions stand over both
(:mod:`rashomon.collation.decisions`). Every name of an entity carries the evidence that it rests on, in words.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.collation.affiliations import affiliated
from rashomon.collation.bearers import Beside, Told, told
from rashomon.collation.decisions import Decided, decide
from rashomon.collation.merging import Merging
from rashomon.collation.names import Likeness, body, person, surname_of
from rashomon.collation.namesakes import Bearer
from rashomon.reading.people import plain
from rashomon.records import Correction, Entity, EntityEvidence, MentionKind, Reading, Report

COMMON, FEW, MOST = 0.05, 10, 200
"""Names that more reports hold than this part of all (at least ``FEW`` reports, at most ``MOST``) tell nothing about whom two
reports are about. Set by hand on PolNeAR, where the candidates of 2016 are in most articles; ``MOST`` bounds the time."""


@dataclass(frozen=True, slots=True)
class Entities:
    """Entities by id, and whose each attribution is: (report id, index of the attribution) to entity id or ``None``.

    ``stranded`` holds the decisions whose names are no longer found in their reports: kept, and without effect.
    """

    entities: tuple[Entity, ...]
    speakers: Mapping[tuple[str, int], str | None]
    stranded: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class _Seen:
    report: str
    attribution: int
    name: str
    kind: MentionKind | None
    start: int
    end: int
    why: str


def entities(
    readings: Iterable[Reading], reports: Iterable[Report] = (), corrections: Iterable[Correction] = ()
) -> Entities:
    """The entities that speak in the readings; no order matters, neither of readings, reports nor corrections.

    Without its report, nothing but its names is known of a reading. ``corrections`` may hold any; merges and splits of
    entities are applied.
    """
    ordered = sorted(readings, key=lambda r: r.report)
    by_id = {report.id: report for report in reports}
    everything = {r.report: told(r, by_id.get(r.report)) for r in ordered}
    seen, speakers = _seen(ordered)
    bearers = _bearers(seen, everything)
    merging = Merging(bearers, _explained(everything.values()))
    machine = [[k for g in groups for k in merging.groups[g].members] for groups in merging.together()]
    decided = decide(bearers, machine, corrections)
    found = []
    for members, id_ in zip(decided.together, _ids(bearers, decided.together), strict=True):
        why = _why(merging, decided, members)
        own = [(s, why[k]) for k in members for s in seen[bearers[k].report, _key(bearers[k])]]
        found.append(_entity(id_, bearers[_main(bearers, members)].shown, own))
        speakers |= {(s.report, s.attribution): id_ for s, _ in own}
    known = affiliated(sorted(found, key=lambda e: e.id), speakers, ordered)
    return Entities(known, speakers, decided.stranded)


def _seen(
    readings: Sequence[Reading],
) -> tuple[dict[tuple[str, tuple[str, bool]], list[_Seen]], dict[tuple[str, int], str | None]]:
    """Named speakers by report and key, and the attributions whose speaker is not known."""
    by_report: dict[tuple[str, str], list[_Seen]] = defaultdict(list)
    unknown: dict[tuple[str, int], str | None] = {}
    for reading in readings:
        for i, a in enumerate(reading.attributions):
            key = _plain_key(a.speaker.name) if a.speaker.name else ""
            at = a.speaker.evidence or (a.source[0] if a.source else None)
            if not key or at is None or a.speaker.name is None:
                unknown[reading.report, i] = None
                continue
            s = _Seen(reading.report, i, a.speaker.name, a.speaker.kind, at.start, at.end, a.speaker.why)
            by_report[reading.report, key].append(s)
    people = _people(by_report)
    found = {(report, (key, people[report, key])): members for (report, key), members in by_report.items()}
    return found, unknown


def _people(seen: Mapping[tuple[str, str], Sequence[_Seen]]) -> dict[tuple[str, str], bool]:
    """Whether each report's name is a person's: as most of its kinds say, over all reports.

    One word may be both, as a surname and a place: there a person of a longer name tells the persons from the rest.
    """
    kinds: dict[str, Counter[MentionKind]] = defaultdict(Counter)
    for (_, key), members in seen.items():
        kinds[key].update(s.kind for s in members if s.kind is not None)
    person_key = {
        key: bool(counts) and counts[MentionKind.PERSON] * 2 >= counts.total()
        for key, counts in kinds.items()
    }
    surnames: dict[str, list[str]] = defaultdict(list)
    for key, is_person in person_key.items():
        if is_person and not person(key).bare and person(key).words:
            surnames[person(key).words[-1].letters].append(key)
    out = {}
    for (report, key), members in seen.items():
        name = person(key)
        fuller = surnames.get(name.words[0].letters, []) if name.bare else []
        if any(surname_of(name, person(other)) is Likeness.SAME for other in fuller):
            own = Counter(s.kind for s in members if s.kind is not None)
            out[report, key] = bool(own) and own[MentionKind.PERSON] * 2 >= own.total()
        else:
            out[report, key] = person_key.get(key, False)
    return out


def _bearers(
    seen: Mapping[tuple[str, tuple[str, bool]], Sequence[_Seen]], everything: Mapping[str, Told]
) -> list[Bearer]:
    """Bearers in order of name and report."""
    spread = Counter(key for t in everything.values() for key in t.company)
    most = min(MOST, max(FEW, int(COMMON * len(everything))))
    rare = {report: frozenset(k for k in t.company if spread[k] <= most) for report, t in everything.items()}
    out = []
    for (report, (key, is_person)), members in sorted(
        seen.items(), key=lambda item: (item[0][1], item[0][0])
    ):
        forms = Counter(s.name for s in members)
        kinds = Counter(s.kind for s in members if s.kind is not None)
        shown = min(forms, key=lambda n: (-forms[n], n))
        beside = Beside()
        for form in forms:
            beside |= everything[report].beside.get(plain(form), Beside())
        out.append(
            Bearer(
                report=report,
                key=key,
                forms=forms,
                name=person(shown) if is_person else body(shown),
                person=is_person,
                kind=min(kinds, key=lambda k: (-kinds[k], k)) if kinds else None,
                beside=beside,
                company=everything[report].company,
                rare=rare[report],
            )
        )
    return out


def _explained(everything: Iterable[Told]) -> dict[str, set[str]]:
    """The long forms that reports give for each abbreviation, as keys."""
    long: dict[str, set[str]] = defaultdict(set)
    for t in everything:
        for short, full in t.short.items():
            long[short].add(_plain_key(full))
    return long


def _why(merging: Merging, decided: Decided, members: Sequence[int]) -> dict[int, str]:
    """Why each bearer of an entity is taken for it: by decision, else by the step of merging that leads to the main name."""
    group_of = merging.group_of
    main = _main(merging.bearers, members)
    home = group_of[main]
    steps = {home: ""}
    queue = [home]
    for g in queue:
        for h, words in merging.reasons[g]:
            if h not in steps:
                steps[h] = words
                queue.append(h)
    out = {}
    for k in members:
        group = merging.groups[group_of[k]]
        if k in decided.split:
            reasons: tuple[str, ...] = (decided.split[k],)
        elif group_of[k] == home:
            reasons = (group.note, group.ties.get(k, ""))
        else:
            reasons = (group.note, steps.get(group_of[k]) or decided.merged.get(k, ""))
        out[k] = "; ".join(filter(None, reasons))
    return out


def _main(bearers: Sequence[Bearer], members: Sequence[int]) -> int:
    """The bearer whose name stands for all: of the fullest names, the one in most reports, then the first."""
    spread = Counter(bearers[k].key for k in members)
    return min(
        members, key=lambda k: (-len(bearers[k].key.split()), -spread[bearers[k].key], bearers[k].key, k)
    )


def _ids(bearers: Sequence[Bearer], together: Sequence[Sequence[int]]) -> list[str]:
    """An id for each entity, from its name; of several of one name, all but the most reported have their first report in it."""
    named: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for n, members in enumerate(together):
        main = bearers[_main(bearers, members)]
        named[main.key, main.person].append(n)
    ids = [""] * len(together)
    for key, of_name in named.items():
        rank = sorted(of_name, key=lambda n: (-len(together[n]), together[n]))
        for place, n in enumerate(rank):
            text = key[0] if key[1] or (key[0], True) not in named else f"{key[0]}\n"
            if place:
                text += "\n" + min(bearers[k].report for k in together[n] if _key(bearers[k]) == key)
            ids[n] = hashlib.sha256(text.encode()).hexdigest()[:12]
    return ids


def _key(bearer: Bearer) -> tuple[str, bool]:
    return bearer.key, bearer.person


def _plain_key(name: str) -> str:
    return plain(name).removeprefix("the ")


def _entity(id_: str, name: str, members: Sequence[tuple[_Seen, str]]) -> Entity:
    forms = Counter(s.name for s, _ in members)
    names = sorted(forms, key=lambda n: (-len(plain(n).split()), -forms[n], n))
    kinds = Counter(s.kind for s, _ in members if s.kind is not None)
    evidence: dict[tuple[str, str], EntityEvidence] = {}
    for s, why in sorted(members, key=lambda m: (m[0].report, m[0].start, m[0].attribution)):
        words = "; ".join(w for w in (why, s.why) if w)
        evidence.setdefault((s.report, s.name), EntityEvidence(s.report, s.name, s.start, s.end, words))
    return Entity(
        id=id_,
        name=name,
        kind=min(kinds, key=lambda k: (-kinds[k], k)) if kinds else None,
        names=(name, *(n for n in names if n != name)),
        evidence=tuple(evidence.values()),
    )
