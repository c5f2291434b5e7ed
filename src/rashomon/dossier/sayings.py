"""What is told about a saying and about its speaker, in words: the chain of hands, sources without a name, affiliations."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.records import (
    Affiliation,
    Attribution,
    CircumstanceKind,
    EntityAffiliation,
    Link,
    LinkKind,
    Report,
    SourceKind,
)
from rashomon.visible import one_line, said_when

_WIDE = 80
"""Characters of a name or of a report's words, at most."""

_KINDS = {
    SourceKind.NOT_EXPRESSED: "no source is expressed",
    SourceKind.REPORTS: "unnamed reports",
    SourceKind.DOCUMENT: "a document",
    SourceKind.SPOKESPERSON: "a spokesperson, not named",
    SourceKind.OFFICIAL: "an official or an authority, not named",
    SourceKind.CLOSE: "somebody close to it, not named",
    SourceKind.EXPERT: "an expert, not named",
    SourceKind.WITNESS: "a witness, not named",
    SourceKind.SOURCES: "sources, not named",
    SourceKind.PEOPLE: "nobody is named",
}


def chain(attribution: Attribution, report: Report, *, places: bool = False) -> str | None:
    """By which hands a saying came into its report: ``said by Massoud, to Lévy, through telephone; as Lévy says; as this outlet
    reports: 2 hands``; ``None`` where nobody stands between speaker and outlet. With ``places`` each of them comes with its
    characters: ``said by Massoud [12–19]``."""
    if attribution.hands < 2 or not attribution.chain:
        return None
    told, *rest = attribution.chain
    parts = [f"said by {_named(told, report)}{_place(told, places)}"]
    for link in rest[:-1]:
        name, at = _named(link, report), _place(link, places)
        if link.kind is LinkKind.REPORTER:
            parts.append(f"; as {name}{at} {'say' if ' and ' in name else 'says'}")
        else:
            words = {LinkKind.ADDRESSEE: "to", LinkKind.OUTLET: "in"}.get(link.kind, "through")
            parts.append(f", {words} {name}{at}")
    parts.append(f"; as {rest[-1].name or 'this outlet'} reports" if rest else "")
    return f"{''.join(parts)}: {attribution.hands} hands"


def how_said(attribution: Attribution) -> list[tuple[str, str]]:
    """Through what, to whom and when something was said, as far as it is known: a word that leads to each, and what it was."""
    known = (
        ("through", attribution.channel),
        ("to", attribution.addressee),
        ("said", said_when(attribution.said_on)),
    )
    return [(word, told) for word, told in known if told]


def _place(link: Link, places: bool) -> str:
    return f" [{link.start}–{link.end}]" if places and link.start is not None and link.end is not None else ""


def _named(link: Link, report: Report) -> str:
    if link.name is not None:
        return one_line(link.name, _WIDE)
    if link.start is None or link.end is None:
        return "somebody not known"
    return f"“{one_line(report.text[link.start : link.end], _WIDE)}”"


def source_kind(kind: SourceKind) -> str:
    """What kind of source it is that has no name, in words.

    >>> source_kind(SourceKind.CLOSE)
    'somebody close to it, not named'
    """
    return _KINDS[kind]


def unnamed(attribution: Attribution) -> str | None:
    """What kind of source it is that has no name, and how the report explains that: ``an official …; “on condition of anonymity”,
    “because …”``; ``None`` where the speaker is known."""
    if attribution.source_kind is None:
        return None
    explained = [
        f"“{one_line(c.value, 200)}”"
        for kind in (CircumstanceKind.ANONYMITY, CircumstanceKind.REASON)
        for c in attribution.circumstances
        if c.kind is kind
    ]
    return "; ".join([_KINDS[attribution.source_kind], *filter(None, [", ".join(explained)])])


def affiliation(told: Affiliation | EntityAffiliation) -> str:
    """``spokesman, Taliban``; a side that is not the organisation is told beside it."""
    words = [told.role, told.organisation]
    if told.side is not None and told.side != told.organisation:
        words.append(f"for {told.side}")
    return ", ".join(one_line(w, _WIDE) for w in words if w)


def affiliations(told: Sequence[EntityAffiliation]) -> list[tuple[str, tuple[EntityAffiliation, ...]]]:
    """What is told of one entity, each thing once in words with the places that tell it, the most reported first.

    A role alone is left out where a report tells with whom it is.
    """
    found: dict[str, list[EntityAffiliation]] = {}
    whose = {(t.role or "").casefold() for t in told if t.organisation or t.side}
    for t in told:
        if not (t.organisation or t.side) and (t.role or "").casefold() in whose:
            continue
        found.setdefault(affiliation(t).casefold(), []).append(t)
    ordered = sorted(found.values(), key=lambda ts: (-len({t.report for t in ts}), ts[0].report, ts[0].start))
    return [(affiliation(ts[0]), tuple(ts)) for ts in ordered]
