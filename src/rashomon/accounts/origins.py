"""Origins and independence: where reports had their statements and figures from, and how many places that were.

The unit of trust is the origin, not the outlet: ten reprints of one letter are one origin. Where the words do not tell,
the number of independent origins is a range: the least, as if all that is open were one of the known ones, and the most, as
if each outlet had it for itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.accounts.media import Media
from rashomon.accounts.records import Carrying, Estimate, Independence, Origin, OriginKind
from rashomon.accounts.sources import PUBLISHED, Source, source_of, source_of_figure
from rashomon.accounts.told import Told, digest, label, outlet_of, plain
from rashomon.classes import Classes
from rashomon.reading.names.joint import together
from rashomon.reading.names.words.bodies import GROUPS, LED, OWNED
from rashomon.records import AttributionKind, Reading, Report, Statement, text_of

_BODIES = GROUPS | LED | OWNED


@dataclass(frozen=True, slots=True)
class _Use:
    """A wording or a figure in one report, with its source."""

    report: Report
    start: int
    end: int
    source: Source


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins of a story, what each report had from which, and how independent statements and estimates are."""

    origins: tuple[Origin, ...]
    carryings: tuple[Carrying, ...]
    independence: tuple[Independence, ...]


def origins(told: Told, estimates: Sequence[Estimate]) -> Origins:
    """Origins of every statement and estimate of a story."""
    by_id = told.by_id()
    media = Media(told)
    published = _publications(told, by_id, media)
    found: dict[str, Origin] = {}
    carryings: list[Carrying] = []
    independence: list[Independence] = []
    for subject, uses in _subjects(told, estimates, by_id, published, media):
        merged, why = _merged(told, uses)
        for use in merged:
            s = use.source
            origin = Origin(digest(told.story.id, s.key, s.kind.value), told.story.id, s.kind, s.name)
            found.setdefault(origin.id, origin)
            carryings.append(
                Carrying(subject, use.report.id, use.start, use.end, origin.id, s.certain, s.why)
            )
        independence.append(_independence(told, subject, merged, why))
    return Origins(
        tuple(sorted(found.values(), key=lambda o: (o.kind.value, o.name or "", o.id))),
        tuple(sorted(carryings, key=lambda c: (c.subject, c.report, c.start, c.end, c.origin))),
        tuple(sorted(independence, key=lambda i: i.subject)),
    )


def _subjects(
    told: Told,
    estimates: Sequence[Estimate],
    by_id: dict[str, tuple[Report, Reading]],
    published: dict[str, tuple[str, str, str]],
    media: Media,
) -> Iterator[tuple[str, list[_Use]]]:
    for statement in told.statements:
        uses = []
        for w in told.wordings(statement):
            report, reading = by_id[w.report]
            source = _of_speaker(
                told,
                statement,
                reading,
                w.attribution,
                source_of(told, report, reading, w.attribution, media),
            )
            uses.append(
                _Use(
                    report,
                    w.start,
                    w.end,
                    _in_publication(told, statement, report, reading, w.attribution, source, published),
                )
            )
        if uses:
            yield statement.id, uses
    for estimate in estimates:
        uses = []
        for id_, index in estimate.members:
            report, reading = by_id[id_]
            figure = reading.figures[index]
            source = source_of_figure(told, report, reading, figure, media)
            uses.append(_Use(report, figure.start, figure.end, source))
        yield estimate.id, uses


def _publications(
    told: Told, by_id: dict[str, tuple[Report, Reading]], media: Media
) -> dict[str, tuple[str, str, str]]:
    """Statements known to be of one publication: the publication's key, which report says so, and whose it is there where that
    is several together.

    Attributions of one speaker by public channels that share a statement are one publication, and so are, through each
    other, all statements that any of them holds: a letter that two reports quote in different parts is one letter. A quotation
    of which nothing tells where it was said is of the publication as a whole where one statement of it is.
    """
    holds: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    speaker = {
        s.id: s.speaker or "+".join(sorted({one for one in s.joint_speakers if one})) for s in told.statements
    }
    for statement in told.statements:
        for w in told.wordings(statement):
            if w.attribution is not None:
                a = by_id[w.report][1].attributions[w.attribution]
                if a.channel in PUBLISHED and speaker[statement.id]:
                    holds[w.report, w.attribution].append(statement.id)
    quoted = _quoted(told, by_id, media)
    published = Classes[str]()
    for ids in (*holds.values(), *quoted):
        for other in ids[1:]:
            if speaker[other] == speaker[ids[0]]:
                published.join(other, ids[0])
    out: dict[str, tuple[str, str, str]] = {}
    for (report, attribution), ids in sorted(holds.items()):
        a = by_id[report][1].attributions[attribution]
        several = together(by_id[report][0].text, a.joint_speakers)
        where = f"{a.channel}, as {label(by_id[report][0])} says"
        for id_ in ids:
            out.setdefault(id_, (f"publication:{speaker[id_]}:{published.of(id_)}", where, several))
    known = {key: (where, several) for key, where, several in sorted(out.values(), reverse=True)}
    for ids in quoted:
        for id_ in ids:
            if (key := f"publication:{speaker[id_]}:{published.of(id_)}") in known:
                out.setdefault(id_, (key, *known[key]))
    return out


def _quoted(told: Told, by_id: dict[str, tuple[Report, Reading]], media: Media) -> list[list[str]]:
    """The statements of each quotation of which nothing tells through what, to whom or by whom else it came, of one speaker."""
    found: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for statement in told.statements:
        for w in told.wordings(statement):
            if w.attribution is None or statement.speaker is None:
                continue
            report, reading = by_id[w.report]
            a = reading.attributions[w.attribution]
            entity = told.speakers.get((w.report, w.attribution))
            source = source_of(told, report, reading, w.attribution, media)
            if (
                a.kind is not AttributionKind.INDIRECT
                and a.channel is None
                and entity in (None, statement.speaker)
                and source.kind in (OriginKind.SPEAKER, OriginKind.AGENCY, OriginKind.UNNAMED)
            ):
                found[w.report, w.attribution].append(statement.id)
    return [found[place] for place in sorted(found)]


def _of_speaker(
    told: Told, statement: Statement, reading: Reading, attribution: int | None, source: Source
) -> Source:
    """An unnamed source that the statement's other wordings name: the statement's speaker."""
    if source.kind is not OriginKind.UNNAMED or statement.speaker is None or attribution is None:
        return source
    if not reading.attributions[attribution].source:
        return source
    name = told.names.get(statement.speaker)
    why = f"{source.why}; other wordings are {name or 'a known speaker'}’s"
    return replace(source, key=f"speaker:{statement.speaker}", kind=OriginKind.SPEAKER, name=name, why=why)


_WROTE = re.compile(r"\b(?:wr(?:ote|ites?|itten|iting))\b", re.I)
_WRITTEN = re.compile(r"letter|tweet|post|statement|message|book|article|petition|press release|court filing")


def _in_publication(
    told: Told,
    statement: Statement,
    report: Report,
    reading: Reading,
    attribution: int | None,
    source: Source,
    published: dict[str, tuple[str, str, str]],
) -> Source:
    """The source, with the publication that the statement is known to be of, if it is."""
    if statement.id not in published or attribution is None:
        return source
    key, where, several = published[statement.id]
    if source.kind is OriginKind.PUBLICATION:
        return replace(source, key=key, name=several or source.name)
    a = reading.attributions[attribution]
    wrote = _WRITTEN.match(where) is not None and _WROTE.search(text_of(report.text, a.cue))
    if source.kind in (OriginKind.SPEAKER, OriginKind.OUTLET, OriginKind.AGENCY):
        handed_on = a.kind is not AttributionKind.INDIRECT or wrote
    else:
        # “She wrote that …”, says her lawyer: the lawyer has it from the letter too.
        handed_on = source.kind is OriginKind.PERSON and wrote
    if not handed_on:
        return source
    why = f"the same statement stands in {'an' if where[:1] in 'aeiou' else 'a'} {where}; {source.why}"
    name = several or told.names.get(statement.speaker or "") or source.name
    return replace(source, key=key, kind=OriginKind.PUBLICATION, name=name, certain=True, why=why)


def _merged(told: Told, uses: Sequence[_Use]) -> tuple[list[_Use], list[str]]:
    """The uses with those of copies on the keys of the report that they are copies of, and why."""
    why: list[str] = []
    first: dict[str, list[_Use]] = {}
    out: list[_Use] = []
    for use in uses:
        family = told.families.get(use.report.id)
        if family is None:
            out.append(use)
        elif family not in first or first[family][0].report.id == use.report.id:
            first.setdefault(family, []).append(use)
            out.append(use)
        else:
            kept = min(first[family], key=lambda one: _unlike(one.source, use.source))
            one, other = label(use.report), label(kept.report)
            if use.source.key != kept.source.key:
                both = f"two reports of {one}" if one == other else f"{one} and {other}"
                why.append(f"{both} carry copies of one text")
            out.append(
                replace(
                    use,
                    source=replace(kept.source, why=f"a copy of {other}’s text; {kept.source.why}"),
                )
            )
    return out, why


def _unlike(one: Source, other: Source) -> int:
    """How little the sources of two copies' passages are alike: where the text has several, its copy has each of them."""
    return 0 if one.key == other.key else 1 if one.kind is other.kind else 2


def _place(source: Source) -> str:
    """An origin as the place that reports have something from."""
    match source.kind:
        case kind if not source.name:
            return kind.value
        case OriginKind.AGENCY | OriginKind.OUTLET:
            return f"{source.kind.value} {source.name}"
        case OriginKind.PERSON | OriginKind.SPEAKER:
            return source.name
        case kind:
            return f"{kind.value} of {source.name}"


def _perhaps_one(sources: Mapping[str, Source]) -> dict[str, str]:
    """Of sources by their keys those that may be another of them, and why: *the Assembly* beside the Delta Assembly.

    Only where the lesser name is a noun for bodies, with what stands before it: *Orm* is not Free Orm.
    """
    names = {key: s.name for key, s in sources.items() if s.kind is OriginKind.SPEAKER and s.name}
    found: dict[str, str] = {}
    for key, name in names.items():
        less = plain(name)
        longer = sorted(other for other in names.values() if plain(other).endswith(f" {less}"))
        if longer and less.split()[-1] in _BODIES:
            found[key] = f"nothing tells whether {name} is {' or '.join(longer)}"
    return found


def _independence(told: Told, subject: str, uses: Sequence[_Use], why: list[str]) -> Independence:
    reports = {u.report.id for u in uses}
    outlets = {told.unit(u.report) for u in uses}
    by_key: defaultdict[str, list[_Use]] = defaultdict(list)
    for use in uses:
        by_key[use.source.key].append(use)
    certain = {key for key, group in by_key.items() if group[0].source.certain}
    for key in sorted(certain):
        group = by_key[key]
        names = sorted({label(u.report) for u in group})
        if len({u.report.id for u in group}) > 1:
            have = "have" if len(names) > 1 else "has"
            source = group[0].source
            why.append(f"{', '.join(names)} {have} it from one place: {_place(source)} ({source.why})")
    handed_on, settled_by_agency = set[str](), set[str]()
    # Whom an agency's own text cites for it, the agency has it from: that text's headline is no second place.
    for key in sorted(certain):
        own_text = {u.report.id for u in by_key[key] if u.source.credited}
        if others := [u for k in sorted(certain - {key}) for u in by_key[k] if u.report.id in own_text]:
            certain.discard(key)
            handed_on.add(key)
            agency, cited = _place(by_key[key][0].source), _place(others[0].source)
            why.append(f"{label(others[0].report)}: from {agency}, which has it from {cited}")
            settled_by_agency |= {u.source.unit for u in by_key[key]}
    # An outlet that is known to have it from one place need not have it from another as well.
    settled = settled_by_agency | {u.source.unit for key in certain for u in by_key[key]}
    # Who cites an outlet whose own report is here has it from that report, and wherever it has it from.
    for key in sorted(k for k in certain if k.startswith("outlet:")):
        cited = key.removeprefix("outlet:")
        unit = told.owners.get(cited, cited)
        own = [u for u in uses if u.source.unit == unit and u.source.key != key]
        citing = sorted({label(u.report) for u in by_key[key] if u.source.unit != unit})
        if own and citing:
            settled.add(unit)
            why.append(f"{', '.join(citing)}: from {label(own[0].report)}, whose own report is here")
            if any(u.source.certain for u in own):
                certain.discard(key)
    perhaps = _perhaps_one({key: by_key[key][0].source for key in sorted(certain)})
    why += perhaps.values()
    doubtful = by_key.keys() - certain - handed_on
    open_ = {(key, u.source.unit) for key in doubtful for u in by_key[key] if u.source.unit not in settled}
    for key in sorted(doubtful):
        group = by_key[key]
        why.append(f"{', '.join(sorted({label(u.report) for u in group}))}: {group[0].source.why}")
    for owner in sorted({told.owners[p] for u in uses if (p := plain(outlet_of(u.report))) in told.owners}):
        same = sorted(
            {outlet_of(u.report) for u in uses if told.owners.get(plain(outlet_of(u.report))) == owner}
        )
        if len(same) > 1:
            why.append(f"{', '.join(same)} are declared one family, {owner}")
    return Independence(
        subject,
        told.story.id,
        len(reports),
        len(outlets),
        max(1, len(certain) - len(perhaps)),
        max(1, len(certain) + len(open_)),
        tuple(dict.fromkeys(why)),
    )
