"""Whom a source leads to that names several: each of them as if named alone, and nobody as the speaker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rashomon.reading.names.joint import Joint, joint, words_at
from rashomon.records import Span, Speaker


@dataclass(frozen=True, slots=True)
class Led:
    """Whom a source leads to: one ``speaker``, or, where he is not known because they are several, each of them (``joint``)."""

    speaker: Speaker
    joint: tuple[Speaker, ...] = ()


def of_source(
    text: str,
    source: Span,
    names: Sequence[Span],
    people: Sequence[Span],
    of_name: Callable[[Span], Speaker],
    of_words: Callable[[Span], Speaker],
) -> Led | None:
    """Those whom a source names together; ``None`` where it names one, or none of them is known.

    ``names`` and ``people`` are as for :func:`rashomon.reading.names.joint.joint`; ``of_name`` tells whom one of the names leads
    to, ``of_words`` whom a description or a pronoun does.
    """
    of = joint(text, source, names, people)
    if of is None:
        return None
    words = words_at(text, of.span)
    if not of.members:
        return Led(
            Speaker(None, f"“{words}” are several, and which of them says it is left open", None, of.span)
        )
    told = _each(text, of, of_name, of_words)
    return Led(_nobody_alone(words, of.span), told) if any(each.name for each in told) else None


def of_stretches(
    text: str, source: Sequence[Span], of_stretch: Callable[[Span], Speaker | None]
) -> Led | None:
    """Those who are named in the stretches of one source, where each names somebody else."""
    if not all(text[s.start].isalnum() for s in source):
        return None
    told = tuple(of_stretch(s) for s in source)
    known = tuple(one for one in told if one is not None and one.name is not None and one.kind is not None)
    if len({one.name for one in known}) < len(told):
        return None
    words = "” and “".join(words_at(text, s) for s in source)
    return Led(_nobody_alone(words, Span(source[0].start, source[-1].end)), known)


def same_again(words: str, at: Span, before: Led) -> Led:
    """Those who said the last thing together, who are meant again by some words, such as *they*."""
    told = tuple(
        one
        if one.name is None
        else replace(one, why=f"“{words}” for {one.name}, one of those who spoke together before")
        for one in before.joint
    )
    return Led(_nobody_alone(words, at), told)


def _nobody_alone(words: str, at: Span) -> Speaker:
    return Speaker(None, f"“{words}” are several, who say it together", None, at)


def _each(
    text: str, of: Joint, of_name: Callable[[Span], Speaker], of_words: Callable[[Span], Speaker]
) -> tuple[Speaker, ...]:
    """Each of several who are named together; the evidence of one who is not known is the words of the source."""
    found: dict[Span, Speaker] = {}
    taken: set[str] = set()
    for at in (*of.names, *(s for s in of.members if s not in of.names)):
        words = words_at(text, at)
        if at in of.names:
            one = of_name(at)
        else:
            one = of_words(at)
            if one.kind is None:  # "Kerr and the Reinvention": no more than a capital tells that it is a name
                one = Speaker(None, f"“{words}” names nobody")
        if one.name is not None and one.name in taken:
            one = Speaker(None, f"“{words}” leads to {one.name}, who is named beside it")
        taken |= {one.name} if one.name is not None else set()
        found[at] = one if one.name is not None else replace(one, evidence=at)
    return tuple(found[at] for at in of.members)
