"""A story's accounts as every view shows them: where they part, when, where they come from, what an outlet left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.accounts.conflicts.shared import shared
from rashomon.accounts.context import sentences_around
from rashomon.accounts.records import Accounts, Carrying, Conflict, ConflictMember, OriginKind, TimelineEntry
from rashomon.accounts.saying import told_of
from rashomon.accounts.told import THE_REPORT, said_by
from rashomon.dossier.gathered import Telling, Told, leading
from rashomon.dossier.phrases import MAY_BE_OPPOSED, NOT_KNOWN, claimant, count, independent, outlet
from rashomon.dossier.sayings import affiliation, unnamed
from rashomon.reading.attributions.stance import with_cue
from rashomon.records import Reading, Report, Span
from rashomon.visible import one_line

#: Characters of a member, an entry or a statement in a list; the text of the report has the rest.
SHORT = 220

#: Characters of the sentence that a member stands in.
SENTENCE = 160

#: Words that make more of their sentence than this tell what it tells.
_MOST_OF_IT = 2 / 3

_OPENING, _CLOSING = frozenset('“„«‹‘"'), frozenset('”»›’"')


@dataclass(frozen=True, slots=True)
class MemberView:
    """Words on one side of a conflict, who is cited for them, and where they stand. ``report`` is a number of the dossier, ``id``
    the report's own.

    Before words that are not plainly said stands their cue: *denied*, *would not confirm*, *wants*. ``sentence`` is the sentence
    that they stand in, or as much of it as is shown; empty where it has nothing more. ``beside`` is what the report tells of who
    is cited: role and organisation, or what kind of source without a name it is and why it has none. ``told_in`` is the report's
    outlet, less where ``source`` tells it already, and its date.
    """

    words: str
    sentence: str
    source: str
    beside: str
    told_in: str
    id: str
    report: int
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a conflict: its letter and its members."""

    letter: str
    members: tuple[MemberView, ...]


@dataclass(frozen=True, slots=True)
class SettlingView:
    """Where a report says that something is open, or what would settle it: its words behind its outlet, and where they stand."""

    words: str
    report: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict with its sides. ``shared`` is what they have in common; ``rising`` is a sentence, empty where there is nothing
    to say. ``unsure`` where it is only worth a look; ``decided`` says who accepted it, when and why, empty where
    nobody has."""

    id: str
    kind: str
    about: str
    why: str
    shared: str
    rising: str
    sides: tuple[SideView, ...]
    settling: tuple[SettlingView, ...]
    unsure: bool = False
    decided: str = ""


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry of the timeline: its day or days, what it is in words (``what``), the words and where they stand."""

    dates: str
    kind: str
    what: str
    words: str
    outlet: str
    report: int
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class CarrierView:
    """A report that had something from an origin: how many passages, the first of them, and what that it had it there rests on,
    with a word where nothing tells it."""

    outlet: str
    report: int
    start: int
    end: int
    things: str
    why: str


@dataclass(frozen=True, slots=True)
class OriginView:
    """An origin: what kind, whose, how many things the story's reports have from it, which outlets have them, and each of its
    reports, in their order."""

    kind: str
    name: str
    things: str
    outlets: str
    carriers: tuple[CarrierView, ...]


@dataclass(frozen=True, slots=True)
class OmissionView:
    """A statement that most others carry, the outlet that does not, and how many do."""

    outlet: str
    report: int
    words: str
    carried: str


@dataclass(frozen=True, slots=True)
class AccountsView:
    """A story's accounts. ``worth_a_look`` are claims that only a model holds for opposed, which are no ``conflicts``.
    ``independence`` gives, by a statement's id, a sentence about its origins, and the reasons."""

    conflicts: tuple[ConflictView, ...]
    worth_a_look: tuple[ConflictView, ...]
    timeline: tuple[EntryView, ...]
    origins: tuple[OriginView, ...]
    omissions: tuple[OmissionView, ...]
    independence: Mapping[str, tuple[str, tuple[str, ...]]]


def accounts_view(
    accounts: Accounts,
    reports: Sequence[Report],
    readings: Sequence[Reading],
    told: Sequence[Told],
) -> AccountsView:
    """The accounts of a story with its reports, which are numbered from 1 in their order, their readings and what is told."""
    numbers = {report.id: number for number, report in enumerate(reports, 1)}
    by_id = {report.id: report for report in reports}
    read = {reading.report: reading for reading in readings}
    said = {t.statement.id: t for t in told}
    conflicts = [_conflict(c, by_id, read, numbers) for c in accounts.conflicts]
    return AccountsView(
        tuple(c for c in conflicts if not c.unsure),
        tuple(c for c in conflicts if c.unsure),
        tuple(
            EntryView(
                e.earliest if e.earliest == e.latest else f"{e.earliest} to {e.latest}",
                e.kind,
                *_entry(e, by_id[e.report], _telling(e, said)),
                outlet(by_id[e.report]),
                numbers[e.report],
                e.start,
                e.end,
                one_line(e.why),
            )
            for e in accounts.timeline
        ),
        _origins(accounts, by_id, numbers),
        tuple(
            OmissionView(
                outlet(by_id[o.report]),
                numbers[o.report],
                one_line(leading(said[o.statement]).said, SHORT),
                f"{o.carried} of {o.others} other outlets",
            )
            for o in accounts.omissions
            if o.statement in said
        ),
        {
            i.subject: (
                f"{count(i.reports, 'report')}, {independent(i.low, i.high)}",
                tuple(map(one_line, i.why)),
            )
            for i in accounts.independence
        },
    )


def _telling(e: TimelineEntry, said: Mapping[str, Told]) -> Telling | None:
    """The wording on the timeline."""
    tellings = said[e.subject].tellings if e.kind != "published" and e.subject in said else ()
    place = (e.report, e.start, e.end)
    return next((t for t in tellings if (t.report.id, t.wording.start, t.wording.end) == place), None)


def _entry(e: TimelineEntry, report: Report, telling: Telling | None) -> tuple[str, str]:
    """What an entry of the timeline is, and its words: a report by its title, or what somebody said as one tells it."""
    words = report.text[e.start : e.end]
    if e.kind == "published":
        return f"{e.kind}, {outlet(report)}", one_line(report.title or words, SHORT)
    if e.kind == "dated":
        whose = THE_REPORT if telling is None else said_by(report, telling.attribution)
        by = outlet(report) if whose == THE_REPORT else f"{one_line(whose, 80)}, as {outlet(report)} tells"
        return f"dated by {by}", one_line(words if telling is None else telling.said, SHORT)
    who = NOT_KNOWN if telling is None else said_by(report, telling.attribution)
    who = f"speaker {who}" if who.startswith(NOT_KNOWN) else who
    said = words if telling is None else telling.said
    what = "told of" if telling is not None and telling.told.ahead else "said,"
    return f"{what} {one_line(who, 80)}, as {outlet(report)} tells", one_line(said, SHORT)


def _conflict(
    c: Conflict,
    by_id: Mapping[str, Report],
    readings: Mapping[str, Reading],
    numbers: Mapping[str, int],
) -> ConflictView:
    sides: defaultdict[int, list[MemberView]] = defaultdict(list)
    for m in c.members:
        report = by_id[m.report]
        told = told_of(report.text, readings[m.report].attributions, Span(m.start, m.end), m.attribution)
        words = with_cue(told.ahead, report.text[m.start : m.end])
        published = one_line(report.published) if report.published else f"date {NOT_KNOWN}"
        sides[m.side].append(
            MemberView(
                one_line(words, SHORT),
                sentence(report, m.start, m.end),
                claimant(m.source, report),
                _beside(m, readings[m.report]),
                published if m.source == THE_REPORT else f"{outlet(report)}, {published}",
                report.id,
                numbers[m.report],
                m.start,
                m.end,
                one_line(m.why),
            )
        )
    return ConflictView(
        c.id,
        MAY_BE_OPPOSED if c.unsure else c.kind.value,
        one_line(c.about),
        one_line(c.why),
        one_line("; ".join(shared(c, by_id)), SHORT),
        "The larger figure is in a later report: the number may simply have risen." if c.rising else "",
        tuple(SideView(chr(ord("A") + side % 26), tuple(sides[side])) for side in sorted(sides)),
        tuple(
            SettlingView(
                f"{outlet(by_id[r])}: “{one_line(by_id[r].text[start:end], 80)}”", numbers[r], start, end
            )
            for r, start, end in c.settling
        ),
        c.unsure,
        f"Accepted, {one_line(c.decided, 300)}" if c.decided else "",
    )


def _beside(m: ConflictMember, reading: Reading) -> str:
    """What a report tells beside who is cited by it for a member."""
    if m.attribution is None or m.source == THE_REPORT:
        return ""
    attribution = reading.attributions[m.attribution]
    name = attribution.speaker.name
    if name is None:
        return one_line(unnamed(attribution) or "", SHORT)
    told = dict.fromkeys(affiliation(a) for a in reading.affiliations if a.name == name)
    return one_line("; ".join(told), SHORT)


def sentence(report: Report, start: int, end: int) -> str:
    """The sentence that these characters stand in, on one line; of a long one the words around them."""
    text, around = report.text, sentences_around(report, start, end)
    low, high = min([start, *(s.start for s in around)]), max([end, *(s.end for s in around)])
    if end - start > _MOST_OF_IT * (high - low) or end - start > SENTENCE:
        return ""
    # A sentence is cut without its marks at either end, of which the other ones may stand inside it.
    low -= text[max(0, low - 1) : low] in _OPENING
    high += text[high : high + 1] in _CLOSING
    # As much before the words as behind them, unless the sentence has less there.
    room = SENTENCE - (end - start)
    before, behind = start - low, high - end
    first = start - min(before, max(room // 2, room - behind))
    last = min(high, first + SENTENCE)
    words = one_line(text[first:last])
    words = f"… {words.partition(' ')[2]}" if first > low else words
    return f"{words.rpartition(' ')[0]} …" if last < high else words


def _origins(
    accounts: Accounts, by_id: Mapping[str, Report], numbers: Mapping[str, int]
) -> tuple[OriginView, ...]:
    passages: defaultdict[str, defaultdict[str, list[Carrying]]] = defaultdict(lambda: defaultdict(list))
    for c in accounts.carryings:
        passages[c.origin][c.report].append(c)
    of = {origin: {outlet(by_id[report]) for report in reports} for origin, reports in passages.items()}
    things = Counter(c.origin for c in accounts.carryings)
    order = sorted(
        accounts.origins, key=lambda o: (-len(of.get(o.id, ())), -things[o.id], o.name or "", o.id)
    )
    return tuple(
        OriginView(
            o.kind.value,
            one_line(o.name or NOT_KNOWN, 80),
            count(things[o.id], "passage"),
            ", ".join(sorted(of.get(o.id, ()))),
            tuple(
                _carrier(by_id[report], numbers[report], passages[o.id][report])
                for report in sorted(passages[o.id], key=lambda report: numbers[report])
            ),
        )
        for o in order
        if o.kind not in (OriginKind.UNNAMED, OriginKind.OWN)
    )


def _carrier(report: Report, number: int, passages: Sequence[Carrying]) -> CarrierView:
    """The first passage that something tells the origin of, or else the first."""
    first = min(passages, key=lambda c: (not c.certain, c.start))
    why = one_line(first.why, SHORT)
    return CarrierView(
        outlet(report),
        number,
        first.start,
        first.end,
        count(len(passages), "passage"),
        why if first.certain else f"not certain: {why}",
    )
