"""Who speaks, across reports: one person under several spellings is one entity, and two people of one name are two.

A report's reading says who speaks in it, by the fullest name that the report gives (:class:`Bearer`). Bearers of one name are one
unless evidence tells them apart (:mod:`.namesakes`), bearers of names that are alike are one where evidence
brings them together (:mod:`.merging`), and people's decisions stand over both
(:mod:`.decisions`). Every name of an entity carries the evidence that it rests on, in words.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.collation.entities.affiliations import affiliated
from rashomon.collation.entities.bearers import Beside, Told, told
from rashomon.collation.entities.cut_bodies import cut_signs
from rashomon.collation.entities.decisions import Decided, decide
from rashomon.collation.entities.departments import turned_signs
from rashomon.collation.entities.heard import Heard, Said
from rashomon.collation.entities.joined import Joined
from rashomon.collation.entities.merging import merged
from rashomon.collation.entities.names import (
    Likeness,
    body,
    meeting_places,
    person,
    surname_of,
    without_holders,
)
from rashomon.collation.entities.namesakes import Bearer
from rashomon.collation.entities.owned_bodies import owned_signs
from rashomon.collation.entities.same_words import digests
from rashomon.collation.entities.short_names import (
    abbreviation,
    initials_after,
    initials_of,
    short_beginning,
)
from rashomon.reading.names.persons.people import plain
from rashomon.records import Correction, Entity, EntityEvidence, MentionKind, Reading, Report

COMMON, FEW, MOST = 0.05, 10, 200
"""Names that more reports hold than this part of all (at least ``FEW`` reports, at most ``MOST``) tell nothing about whom two
reports are about. Set by hand on PolNeAR, where the candidates of 2016 are in most articles; ``MOST`` bounds the time."""


@dataclass(frozen=True, slots=True)
class Entities:
    """Entities by id, and whose each attribution is: (report id, index of the attribution) to entity id or ``None``.

    ``named`` leads from (report id, key of a name, :func:`name_key`) to the entity that the report means by it: to each of those
    who say something together, whose attribution is nobody's alone. ``stranded`` holds the decisions whose names are no longer
    found in their reports: kept, and without effect.
    """

    entities: tuple[Entity, ...]
    speakers: Mapping[tuple[str, int], str | None]
    stranded: tuple[Correction, ...] = ()
    named: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Around:
    """What the entities of some names depend on besides the reports that bear them.

    ``common`` holds the company (:class:`.bearers.Told`) that too many reports keep to tell anything,
    ``explained`` the long forms that reports give for each abbreviation, as keys, and ``given`` given names of persons
    elsewhere.
    """

    common: frozenset[str]
    explained: Mapping[str, set[str]]
    given: frozenset[str] = frozenset()


def entities(
    readings: Iterable[Reading], reports: Iterable[Report] = (), corrections: Iterable[Correction] = ()
) -> Entities:
    """The entities that speak in the readings; no order matters, neither of readings, reports nor corrections.

    Without its report, nothing but its names is known of a reading. ``corrections`` may hold any; merges and splits of
    entities are applied.
    """
    by_id = {report.id: report for report in reports}
    everything = [heard(r, by_id.get(r.report)) for r in sorted(readings, key=lambda r: r.report)]
    return resolved(everything, around(everything), corrections)


def around(everything: Sequence[Heard]) -> Around:
    """What there is to know beside the names, of all reports."""
    spread = Counter(key for h in everything for key in h.told.company)
    most = most_common(len(everything))
    common = frozenset(key for key, count in spread.items() if count > most)
    return Around(common, _explained(h.told for h in everything))


def heard(reading: Reading, report: Report | None = None) -> Heard:
    """What one report gives; without the report, nothing but who speaks in it."""
    said, unnamed = list[Said](), list[int]()
    words = digests(reading, report) if report is not None else {}
    for i, a in enumerate(reading.attributions):
        at = a.speaker.evidence or (a.source[0] if a.source else None)
        if a.speaker.name is None or not name_key(a.speaker.name) or at is None:
            unnamed.append(i)
        else:
            own = words.get(i, ())
            said.append(Said(i, a.speaker.name, a.speaker.kind, at.start, at.end, a.speaker.why, own))
        # Two of one surname who say it together are two, so that its words tell nothing of who they are.
        for place, one in enumerate(a.joint_speakers):
            if (
                one.name
                and name_key(one.name)
                and (at := one.evidence or (a.source[0] if a.source else None))
            ):
                said.append(Said(i, one.name, one.kind, at.start, at.end, one.why, (), place))
    speaking = {plain(s.name) for s in said}
    beside = tuple(a for a in reading.affiliations if plain(a.name) in speaking)
    return Heard(reading.report, tuple(said), told(reading, report), tuple(unnamed), beside)


def resolved(
    everything: Sequence[Heard],
    besides: Around,
    corrections: Iterable[Correction] = (),
    keys: Collection[str] | None = None,
) -> Entities:
    """The entities of what is heard in these reports, in order of report: of all names, or of those with these ``keys``.

    Some names give the same entities as all do where nothing ties them to any other (:func:`ties`), and ``everything``
    holds every report that bears one of them; but that no affiliation leads to a party, which any name may be. Decisions
    whose bearers are not among them are stranded.
    """
    by_report = {h.report: h for h in everything}
    seen = _seen(everything, keys)
    bearers = _bearers(seen, by_report, besides.common)
    joined = merged(bearers, besides.explained, besides.given)
    machine = [[k for g in groups for k in joined.groups[g].members] for groups in joined.together()]
    decided = decide(bearers, machine, corrections)
    speakers: dict[tuple[str, int], str | None] = {(h.report, i): None for h in everything for i in h.unnamed}
    found: list[Entity] = []
    named: dict[tuple[str, str], str] = {}
    for members, id_ in zip(decided.together, _ids(bearers, decided.together), strict=True):
        why = _why(joined, decided, members)
        own = [
            (bearers[k].report, s, why[k]) for k in members for s in seen[bearers[k].report, _key(bearers[k])]
        ]
        found.append(_entity(id_, bearers[_main(bearers, members)].shown, own))
        speakers |= {(report, s.attribution): id_ for report, s, _ in own if s.place is None}
        named |= {(bearers[k].report, bearers[k].key): id_ for k in members}
    known = affiliated(sorted(found, key=lambda e: e.id), named, everything, keys is None)
    return Entities(known, speakers, decided.stranded, named)


def most_common(reports: int) -> int:
    """In how many of so many reports a name may stand and still tell whom two reports are about."""
    return min(MOST, max(FEW, int(COMMON * reports)))


def name_key(name: str) -> str:
    """How a speaker's name is told from others: its words, folded, without a leading *the*; empty for no name at all."""
    return plain(name).removeprefix("the ")


def _seen(
    everything: Sequence[Heard], keys: Collection[str] | None
) -> dict[tuple[str, tuple[str, bool]], list[Said]]:
    """Named speakers by report and key, the key told apart by whether it is a person's."""
    by_report: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for h in everything:
        for s in h.said:
            key = name_key(s.name)
            if keys is None or key in keys:
                by_report[h.report, key].append(s)
    people = persons(by_report)
    return {(report, (key, people[report, key])): members for (report, key), members in by_report.items()}


def persons(seen: Mapping[tuple[str, str], Sequence[Said]]) -> dict[tuple[str, str], bool]:
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
    seen: Mapping[tuple[str, tuple[str, bool]], Sequence[Said]],
    everything: Mapping[str, Heard],
    common: frozenset[str],
) -> list[Bearer]:
    """Bearers in order of name and report."""
    rare = {report: frozenset(h.told.company.keys() - common) for report, h in everything.items()}
    out = []
    for (report, (key, is_person)), members in sorted(
        seen.items(), key=lambda item: (item[0][1], item[0][0])
    ):
        forms = Counter(s.name for s in members)
        kinds = Counter(s.kind for s in members if s.kind is not None)
        main = shown(s.name for s in members)
        beside = Beside()
        for form in forms:
            beside |= everything[report].told.beside.get(plain(form), Beside())
        out.append(
            Bearer(
                report=report,
                key=key,
                forms=forms,
                name=person(main) if is_person else body(main),
                person=is_person,
                kind=min(kinds, key=lambda k: (-kinds[k], k)) if kinds else None,
                beside=beside,
                company=everything[report].told.company,
                rare=rare[report],
                words=frozenset(w for s in members for w in s.words),
            )
        )
    return out


def _explained(everything: Iterable[Told]) -> dict[str, set[str]]:
    """The long forms that reports give for each abbreviation, as keys."""
    long: dict[str, set[str]] = defaultdict(set)
    for t in everything:
        for short, full in t.short.items():
            long[short].add(name_key(full))
    return long


def ties(name: str) -> Iterator[str]:
    """Signs of a speaker's name, as it stands; names that have none in common, nor over others, have no say in each other.

    ``of`` and ``bare`` with the same word are one sign: a surname, and the surname alone; and so are ``initials`` and ``short``,
    a name of several words and what may be its abbreviation.
    """
    for parsed in (person(name), body(name)):
        if parsed.words:
            yield "body " + "".join(w.skeleton.lstrip("a") for w in parsed.words)
    parsed = person(name)
    yield from meeting_places(parsed)
    if parsed.words:
        yield f"{'bare' if parsed.bare else 'of'} {parsed.words[-1].skeleton}"
    yield from owned_signs(name)
    yield from turned_signs(name)
    yield from cut_signs(name)
    if short := abbreviation(name.upper()):
        yield f"short {short}"
    if beginning := short_beginning(name):
        yield f"short {initials_after(beginning)}"
    yield from sorted(f"initials {letters}" for letters in initials_of(name))


def given_name(name: str) -> str | None:
    """The first of a name's words, folded, where it has several and is a person's."""
    words = person(name).words
    return words[0].letters if len(words) > 1 else None


def bare_name(name: str) -> str | None:
    """The word of a name that is a surname alone, if it is a person's, folded."""
    parsed = person(name)
    return parsed.words[0].letters if parsed.bare else None


def shown(forms: Iterable[str]) -> str:
    """The name as a report has it most often, the first of equals."""
    counts = Counter(forms)
    return min(counts, key=lambda n: (-counts[n], n))


def _why(joined: Joined, decided: Decided, members: Sequence[int]) -> dict[int, str]:
    """Why each bearer of an entity is taken for it: by decision, else by the step of merging that leads to the main name."""
    group_of = joined.group_of
    main = _main(joined.bearers, members)
    home = group_of[main]
    steps = {home: ""}
    queue = [home]
    for g in queue:
        for h, words in joined.reasons[g]:
            if h not in steps:
                steps[h] = words
                queue.append(h)
    out = {}
    for k in members:
        group = joined.groups[group_of[k]]
        if k in decided.split:
            reasons: tuple[str, ...] = (decided.split[k],)
        elif group_of[k] == home:
            reasons = (group.note, group.ties.get(k, ""))
        else:
            reasons = (group.note, steps.get(group_of[k]) or decided.merged.get(k, ""))
        out[k] = "; ".join(filter(None, reasons))
    return out


def _main(bearers: Sequence[Bearer], members: Sequence[int]) -> int:
    """The bearer whose name stands for all: of the fullest names, the one in most reports, then the first; what a report puts
    before a body's name and is no part of it makes none fuller.
    """
    spread = Counter(bearers[k].key for k in members)

    def order(k: int) -> tuple[int, int, int, str, int]:
        key, name = bearers[k].key, bearers[k].shown
        before = 0 if bearers[k].person else len(key) - len(name_key(without_holders(name)))
        own = key[max(0, before) :]
        return -len(own.split()), len(key) - len(own), -spread[key], key, k

    return min(members, key=order)


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


def _entity(id_: str, name: str, members: Sequence[tuple[str, Said, str]]) -> Entity:
    forms = Counter(s.name for _, s, _ in members)
    names = sorted(forms, key=lambda n: (-len(plain(n).split()), -forms[n], n))
    kinds = Counter(s.kind for _, s, _ in members if s.kind is not None)
    evidence: dict[tuple[str, str], EntityEvidence] = {}
    for report, s, why in sorted(members, key=lambda m: (m[0], m[1].start, m[1].attribution)):
        words = "; ".join(w for w in (why, s.why) if w)
        evidence.setdefault((report, s.name), EntityEvidence(report, s.name, s.start, s.end, words))
    return Entity(
        id=id_,
        name=name,
        kind=min(kinds, key=lambda k: (-kinds[k], k)) if kinds else None,
        names=(name, *(n for n in names if n != name)),
        evidence=tuple(evidence.values()),
    )
