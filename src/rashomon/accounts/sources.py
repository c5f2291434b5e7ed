"""Where one report had one thing from: by the attribution it stands in, its channel and addressee, and the report's credits.

An origin is told by a key: two reports with one key have it from one place. ``certain`` is false where nothing tells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rashomon.accounts.media import Media, agency_named, is_agency
from rashomon.accounts.records import OriginKind
from rashomon.accounts.told import Told, called, cited_as, giver_of, known, label, outermost, plain
from rashomon.collation.entities.entities import name_key
from rashomon.reading.names.joint import together
from rashomon.reading.names.organisations.outlets import same_outlet
from rashomon.records import Attribution, AttributionKind, Figure, MentionKind, Reading, Report, Speaker

PUBLISHED = frozenset(
    """
    letter tweet post statement message speech television radio video book article petition bulletin debate testimony
    """.split()
) | {"press conference", "press release", "court filing"}
"""Channels, as ``reading/circumstances/channels.py`` calls them, by which somebody speaks to all at once: every report that had
it so had it from the same place. A memo or a note is for few, and who passed it on is not known."""

_PRIVATE = frozenset(("telephone", "interview", "e-mail", "text message"))

_US = re.compile(
    r"\b(?:told|tells|speaking to|in an interview with)\s+(?:us|me|this (?:news)?paper|our)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a report had something from: a key, its kind, a name where there is one, and why.

    ``unit`` is the outlet or declared family that has it: what is not certain may be as many origins as there are units.
    ``credited`` is set where the report as a whole is an agency's, which is not cited for this.
    """

    key: str
    kind: OriginKind
    name: str | None
    certain: bool
    why: str
    unit: str = ""
    credited: bool = False


def source_of(told: Told, report: Report, reading: Reading, attribution: int | None, media: Media) -> Source:
    """Where the report had what stands in an attribution (``None``: its own words) from."""
    unit, agency = told.unit(report), media.agency(report)
    if attribution is None:
        if agency is not None:
            return _from_agency(report, unit, *agency)
        why = "the report gives it as its own"
        return Source(f"own:{report.id}", OriginKind.OWN, label(report), False, why, unit)
    inner = reading.attributions[attribution]
    who, cited = _who(told, report, attribution, inner), cited_as(report, inner)
    name = _name(told, report, attribution, inner)
    outlet = _outlet(media, inner, name)
    outer_index = outermost(reading, attribution)
    outer = reading.attributions[outer_index]
    through = _who(told, report, outer_index, outer)
    if outer_index != attribution and through is not None and through != who:
        why = f"the report has it from {cited_as(report, outer)}, who gives it as what {cited} says"
        kind, by = OriginKind.PERSON, _name(told, report, outer_index, outer)
        if (through_outlet := _outlet(media, outer, by)) is not None:
            return _cited(told, report, through_outlet, why)
        return Source(f"person:{through}", kind, by, True, why, unit)
    if outlet is not None:
        return _cited(told, report, outlet, f"{cited} is cited")
    if (elsewhere := _elsewhere(told, report, inner, agency, media)) is not None:
        return elsewhere
    if who is None:
        if agency is not None:
            return _from_agency(report, unit, *agency)
        named = inner.source_kind is None and inner.source
        return _unnamed(
            report, unit, cited, f"nothing tells who {cited} is" if named else f"{cited} names nobody"
        )
    if inner.channel in PUBLISHED:
        return Source(
            f"publication:{who}", OriginKind.PUBLICATION, name, True, f"{cited}, by {inner.channel}", unit
        )
    if agency is not None:
        return _from_agency(report, unit, *agency)
    if inner.channel in _PRIVATE and not _to_another(report, inner.addressee):
        return _interview(told, report, f"it was said by {inner.channel}")
    if inner.channel in _PRIVATE:
        why = f"{cited} said it by {inner.channel} to {inner.addressee}, and nothing tells who that is"
        return Source(f"speaker:{who}", OriginKind.SPEAKER, name, False, why, unit)
    how = "retold" if inner.kind is AttributionKind.INDIRECT else "quoted"
    why = f"{cited} is {how}, and nothing tells where it was said"
    return Source(f"speaker:{who}", OriginKind.SPEAKER, name, False, why, unit)


def source_of_figure(told: Told, report: Report, reading: Reading, figure: Figure, media: Media) -> Source:
    """Where the report had a figure from: whoever is cited for it, or told to give it, however often and to whomever they do."""
    index, giver = figure.attribution, giver_of(report, figure)
    if giver is not None:
        index = called(report, reading.attributions, giver)
    if index is not None:
        a = reading.attributions[index]
        who = _who(told, report, index, a)
        if who is not None:
            cited, name = cited_as(report, a), _name(told, report, index, a)
            why = f"{cited} is cited"
            if (outlet := _outlet(media, a, name)) is not None:
                return _cited(told, report, outlet, why)
            return Source(f"speaker:{who}", OriginKind.SPEAKER, name, True, why, told.unit(report))
    if giver is None:
        return source_of(told, report, reading, figure.attribution, media)
    cited, unit, agency = f"“{giver}”", told.unit(report), media.agency(report)
    if (outlet := media.outlet(giver)) is not None:
        return _cited(told, report, outlet, f"{cited} is told to give it")
    # “the Assembly”, but not “the ministry”, which may be any, nor “its”.
    if giver.split()[-1][:1].isupper() and known(cited) == cited:
        who = next(
            (id_ for id_, name in told.names.items() if plain(name) == plain(giver)), f"name:{plain(giver)}"
        )
        name = told.names.get(who, giver)
        return Source(f"speaker:{who}", OriginKind.SPEAKER, name, True, f"{cited} is told to give it", unit)
    if agency is not None:
        return _from_agency(report, unit, *agency)
    return _unnamed(report, unit, cited, f"nothing tells who {cited} is")


def _unnamed(report: Report, unit: str, cited: str, why: str) -> Source:
    return Source(f"unnamed:{report.id}:{plain(cited)}", OriginKind.UNNAMED, cited, False, why, unit)


def _elsewhere(
    told: Told, report: Report, a: Attribution, agency: tuple[str, str] | None, media: Media
) -> Source | None:
    """The outlet that it was said to, where the words around tell one: the report's own or another."""
    unit = told.unit(report)
    if a.addressee and plain(a.addressee) == plain(report.outlet or ""):
        return _interview(told, report, f"it was told to {a.addressee}, the outlet itself")
    if a.addressee and (media.is_wire(a.addressee) or _is_outlet(told, a.addressee, agency)):
        name = media.outlet(a.addressee) or media.in_full(a.addressee)
        why = f"it was told to {a.addressee}"
        return Source(f"outlet:{plain(name)}", OriginKind.OUTLET, name, True, why, unit)
    if a.channel and a.channel[:1].isupper():
        why = f"it came through {a.channel}"
        name = media.outlet(a.channel) or a.channel
        return Source(f"outlet:{plain(name)}", OriginKind.OUTLET, name, True, why, unit)
    if _US.search(_words(report, a)):
        return _interview(told, report, "it was told to the report’s authors")
    return None


def _outlet(media: Media, a: Attribution, name: str | None) -> str | None:
    """The outlet that is cited, ``None`` where whoever is cited is none."""
    if name is None or a.joint_speakers or a.speaker.kind is MentionKind.PERSON:
        return None
    return media.outlet(name)


def _cited(told: Told, report: Report, outlet: str, why: str) -> Source:
    """From an outlet or an agency that is cited; what a report cites its own outlet for is its own."""
    unit = told.unit(report)
    if same_outlet(outlet, report.outlet):
        return Source(f"own:{report.id}", OriginKind.OWN, label(report), False, why, unit)
    kind = OriginKind.AGENCY if is_agency(outlet) else OriginKind.OUTLET
    return Source(f"outlet:{plain(outlet)}", kind, outlet, True, why, unit)


def _from_agency(report: Report, unit: str, name: str, why: str) -> Source:
    if not name:
        return Source(f"agencies:{report.id}", OriginKind.AGENCY, None, False, why, unit)
    return Source(f"outlet:{plain(name)}", OriginKind.AGENCY, name, True, why, unit, credited=True)


def _interview(told: Told, report: Report, why: str) -> Source:
    unit = told.unit(report)
    return Source(f"interview:{unit}", OriginKind.INTERVIEW, label(report), True, why, unit)


def _who(told: Told, report: Report, index: int, attribution: Attribution) -> str | None:
    if (entity := told.speakers.get((report.id, index))) is not None:
        return entity
    if attribution.joint_speakers:
        return "+".join(sorted({_one_of(told, report, one) for one in attribution.joint_speakers}))
    return None if attribution.speaker.name is None else f"name:{plain(attribution.speaker.name)}"


def _name(told: Told, report: Report, index: int, attribution: Attribution) -> str | None:
    if attribution.joint_speakers:
        return together(report.text, [_named(told, report, one) for one in attribution.joint_speakers])
    entity = told.speakers.get((report.id, index))
    return told.names.get(entity or "", attribution.speaker.name or "") or None


def _one_of(told: Told, report: Report, one: Speaker) -> str:
    """One of several who say something together; who is not known in one report is nobody of another."""
    if one.name is None:
        return f"unnamed:{report.id}"
    return told.named.get((report.id, name_key(one.name)), f"name:{plain(one.name)}")


def _named(told: Told, report: Report, one: Speaker) -> Speaker:
    entity = told.named.get((report.id, name_key(one.name))) if one.name else None
    return replace(one, name=told.names.get(entity or "", one.name or "") or None)


def _to_another(report: Report, addressee: str | None) -> bool:
    """Whether it was said to somebody by name who is neither the outlet nor one of the report’s authors: it is no interview of
    theirs, as far as is told."""
    if addressee is None or not any(word[:1].isupper() for word in addressee.split()):
        return False
    own = (report.outlet or "", *report.authors)
    return not any(plain(addressee) in plain(name) or plain(name) in plain(addressee) for name in own if name)


def _is_outlet(told: Told, name: str, agency: tuple[str, str] | None) -> bool:
    known = {plain(r.outlet) for r in told.reports if r.outlet}
    short = name.isupper() and 2 <= len(name) <= 5
    media = re.search(
        r"\b(?:News|Times|Post|Herald|TV|Radio|Journal|Press|Tribune|Gazette|Guardian|Mail|Agency)\b", name
    )
    return (
        plain(name) in known
        or agency_named(name) is not None
        or short
        or bool(media)
        or bool(agency and name == agency[0])
    )


def _words(report: Report, attribution: Attribution) -> str:
    spans = [*attribution.source, *attribution.cue]
    if not spans:
        return ""
    return report.text[min(s.start for s in spans) : max(s.end for s in spans) + 40]
