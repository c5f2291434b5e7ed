"""What a report tells about its sayings besides who says what: through what, to whom, when, and why a source has no name.

Everything here is a function of the report and its attributions, so that it can be told anew where people have mended them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from rashomon.reading.circumstances.addressees import addressee
from rashomon.reading.circumstances.chains import chained
from rashomon.reading.circumstances.channels import Channel, channel, same_as_before, told_before
from rashomon.reading.circumstances.frames import Frames
from rashomon.reading.circumstances.timing import Timing
from rashomon.reading.circumstances.unnamed import anonymity, source_kind
from rashomon.reading.names.persons.by_name import PersonsByName
from rashomon.reading.names.persons.people import Person
from rashomon.reading.text.edges import Holders
from rashomon.records import Attribution, Circumstance, CircumstanceKind, SourceKind, line_of


def with_circumstances(
    text: str,
    attributions: Sequence[Attribution],
    persons: Sequence[Person],
    times: Timing,
    outlet: str | None,
    only: Collection[int] | None = None,
) -> tuple[Attribution, ...]:
    """The attributions with channel, addressee, date of saying, kind of source and chain, each with its words.

    ``outlet`` is the report's own. With ``only``, the circumstances of the others stay as they are; chains are told anew for
    all, since each depends on those around it.
    """
    frames = Frames(text, attributions)
    by_name = PersonsByName(persons)
    sources = Holders((s, i) for i, a in enumerate(attributions) for s in a.source)
    every = sorted({s for a in attributions for s in a.source})
    out: list[Attribution] = []
    channels: dict[str | None, list[Channel]] = {}
    for n, a in enumerate(attributions):
        if (only is not None and n not in only) or not (a.source or a.cue or a.content):
            out.append(a)
            continue
        outer = attributions[a.inside] if a.inside is not None else None
        frame = frames.of(n)
        through = same_as_before(
            text, frame, channel(text, a, frame, outlet), channels.get(a.speaker.name, [])
        )
        through = through or told_before(text, a, outer, a.speaker.name)
        if through is not None:
            channels.setdefault(a.speaker.name, []).append(through)
        to = addressee(text, a, frame, by_name, outer.speaker if outer else None)
        explained = tuple(anonymity(text, a, sources, every)) if _unnamed(a) else ()
        day = _date(text, n, times)
        told = (through.circumstance() if through else None, to[1] if to else None, day, *explained)
        out.append(
            replace(
                a,
                channel=through.value if through is not None else None,
                addressee=to[0] if to is not None else None,
                said_on=times.said_on[n],
                said_date=times.said[n],
                source_kind=_kind(text, a, bool(explained)),
                circumstances=tuple(c for c in told if c is not None),
            )
        )
    return chained(text, out, outlet)


def _date(text: str, number: int, times: Timing) -> Circumstance | None:
    """The date of saying of an attribution: the days, as far as they are known, or the words for them."""
    if (said := times.said[number]) is None:
        return None
    d = times.dates[said]
    words = line_of(text, d)
    return Circumstance(CircumstanceKind.DATE, times.said_on[number] or words, d.start, d.end, d.why)


def _unnamed(a: Attribution) -> bool:
    """Whether nothing names the speaker: of several who are named together, the evidence is their names."""
    return a.speaker.name is None and a.speaker.evidence is None


def _kind(text: str, a: Attribution, explained: bool) -> SourceKind | None:
    """What kind of source somebody is whose name is not known; whose name the report says it withholds is not named, whatever
    stands for them.
    """
    if not _unnamed(a):
        return None
    return source_kind(text, a) or (SourceKind.PEOPLE if explained else None)
