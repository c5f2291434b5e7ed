"""Quotations altered inside their quotation marks: a conflict of each statement that has such a variation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.accounts.records import Conflict, ConflictKind, ConflictMember
from rashomon.accounts.told import Told, digest, said_by
from rashomon.records import Reading, Report, Statement, VariationKind, Wording, text_of

_WHO = re.compile(r"\b(?!(?:he|she|it|they|who|an?|the|his|her|its|their|of|one|i|we)\b)[^\W\d_]+", re.I)
"""Words for somebody that tell who it is."""
_SOMEBODY = re.compile(r"\W*(?:an?|one|another|some)\b", re.I)
"""Before whom a report has not told of: who is told of as *the expert* may be whom another calls *a leading official*."""
_OTHER = frozenset({"another", "other", "second", "third"})
_HE, _SHE = (re.compile(rf"\W*(?:{words})\W*", re.I) for words in ("he|him|himself|his", "she|herself|hers?"))
"""Pronouns that tell two people apart, where nothing tells whom they lead to."""


def altered(told: Told) -> tuple[Conflict, ...]:
    """Statements of which two wordings part inside quotation marks; side 0 has the words compared with, side 1 the others.

    What two people said is altered by nobody, though it was taken for one statement. What a later version of its page has taken
    the place of is told with the page's versions.
    """
    by_id = told.by_id()
    out = []
    for statement in told.statements:
        found = [
            (w, statement.wordings[w.against], v)
            for w in told.wordings(statement)
            if w.against is not None
            and statement.wordings[w.against].report in by_id
            and told.superseded.isdisjoint((w.report, statement.wordings[w.against].report))
            for v in w.variations
            if v.kind is VariationKind.ALTERED and not _of_two(told, by_id, w, statement.wordings[w.against])
        ]
        if not found:
            continue
        _, first, place = found[0]
        w = found[0][0]
        was = by_id[first.report][0].text[place.other_start : place.other_end]
        now = by_id[w.report][0].text[place.start : place.end]
        members: list[ConflictMember] = []
        for wording, against, variation in found:
            members += [
                _member(0, against, statement, by_id, "the wording compared with"),
                _member(1, wording, statement, by_id, variation.why),
            ]
        out.append(
            Conflict(
                digest(told.story.id, "altered", statement.id),
                told.story.id,
                ConflictKind.ALTERED,
                either(" ".join(was.split()), " ".join(now.split())),
                0.9,
                "inside quotation marks that both reports have, most words are the same and these are not",
                tuple(dict.fromkeys(members)),
            )
        )
    return tuple(out)


def either(was: str, now: str) -> str:
    """The words that two quotations part in; one of them may have none there.

    >>> either("silence", "violence"), either("is dangerous and", "")
    ('“silence” or “violence”', 'with or without “is dangerous and”')
    """
    return f"“{was}” or “{now}”" if was and now else f"with or without “{was or now}”"


def _of_two(told: Told, by_id: dict[str, tuple[Report, Reading]], one: Wording, other: Wording) -> bool:
    """Whether two wordings are of two people: by who they are, or by the words for whoever is not named."""
    if one.attribution is None or other.attribution is None:
        return False
    here, there = (told.speakers.get((w.report, w.attribution or 0)) for w in (one, other))
    if here is not None and there is not None:
        return here != there
    by, of = (
        text_of(by_id[w.report][0].text, by_id[w.report][1].attributions[w.attribution or 0].source)
        for w in (one, other)
    )
    return here is None and there is None and two_unnamed([by], [of])


def two_unnamed(here: Sequence[str], there: Sequence[str]) -> bool:
    """Whether words for people who are not named are of two: *a fisherman*, *a sailor*; *another protester*; *he* and *she*.

    >>> two_unnamed(["one fisherman"], ["another fisherman"]), two_unnamed(["a fisherman"], ["the fisherman"])
    (True, False)
    >>> two_unnamed(["he"], ["she"]), two_unnamed(["he"], ["the keeper"])
    (True, False)
    """
    for one, other in ((here, there), (there, here)):
        if all(map(_HE.fullmatch, one)) and all(map(_SHE.fullmatch, other)):
            return True
    if not all(_SOMEBODY.match(words) for words in (*here, *there)):
        return False
    by, of = ({w.lower() for words in group for w in _WHO.findall(words)} for group in (here, there))
    return bool(_OTHER & (by | of)) or not by & of


def _member(
    side: int, w: Wording, statement: Statement, by_id: dict[str, tuple[Report, Reading]], why: str
) -> ConflictMember:
    report, reading = by_id[w.report]
    source = said_by(report, None if w.attribution is None else reading.attributions[w.attribution])
    return ConflictMember(side, w.report, w.start, w.end, w.attribution, statement.id, source, why)
