"""The chain by which each saying came into a report: who said it, to whom, through what, who tells of it, and who publishes that.

``Massoud``, to ``Lévy``, on the ``telephone``, as ``Lévy`` says, as this outlet reports: what stands inside another's content
has passed through the other's hands, and from there goes the other's own way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.reading.circumstances.channels import KNOWN
from rashomon.reading.circumstances.frames import outwards
from rashomon.reading.names.joint import together
from rashomon.reading.names.organisations.outlets import same_outlet
from rashomon.reading.names.persons.people import plain
from rashomon.records import Attribution, CircumstanceKind, Link, LinkKind


def chained(text: str, attributions: Sequence[Attribution], outlet: str | None) -> tuple[Attribution, ...]:
    """The attributions with their chains and the number of hands, from their speakers, circumstances and nesting.

    Those who say something together are one link, by all their names. ``outlet`` is the report's own: it is the last link, and
    its hand counts once.
    """
    own = [tuple(_own(text, a, outlet)) for a in attributions]
    out = []
    for n, a in enumerate(attributions):
        if not (a.source or a.cue or a.content):  # rejected by a person: it says nothing
            out.append(a)
            continue
        links = list(own[n])
        known = {_key(links[0])} if links[0].name else set()
        for holder in outwards(n, attributions):
            told, *rest = own[holder]
            if _key(told) not in known or told.name is None:
                ours = told.name is not None and same_outlet(told.name, outlet)
                links.append(replace(told, kind=LinkKind.REPORTER, hand=not ours))
                known |= {_key(told)}
            links += rest
        links.append(Link(LinkKind.OUTLET, outlet, None, None, hand=True))
        out.append(replace(a, chain=tuple(links), hands=sum(k.hand for k in links)))
    return tuple(out)


def _own(text: str, a: Attribution, outlet: str | None) -> Iterator[Link]:
    """The links of an attribution itself: its speaker, to whom, through what."""
    at = a.source[0] if a.source else None
    name = a.speaker.name or together(text, a.joint_speakers) or None
    yield Link(LinkKind.SPEAKER, name, at.start if at else None, at.end if at else None)
    for c in a.circumstances:
        if c.kind is CircumstanceKind.ADDRESSEE:
            yield Link(LinkKind.ADDRESSEE, a.addressee, c.start, c.end)
    for c in a.circumstances:
        if c.kind is not CircumstanceKind.CHANNEL or same_outlet(c.value, outlet):
            continue
        if c.value in KNOWN:
            yield Link(LinkKind.CHANNEL, c.value, c.start, c.end)
        else:  # "told CNN", "through her lawyer": passed on by whoever that is
            kind = LinkKind.OUTLET if c.value[0].isupper() else LinkKind.CHANNEL
            yield Link(kind, c.value, c.start, c.end, hand=True)


def _key(link: Link) -> str:
    return plain(link.name or "")
