"""Sources that name several: ``Anna Kerr and Jan Oulik``, of whom neither says it alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.records import Span

_AND = r"(?:and|or|nor|&|as well as|along with|together with)"
_PRONOUN = r"(?:he|she|they|we|you|i)"
_GOVERNS = re.compile(
    r"\b(?:for|of|from|by|with|to|against|on|at|in|about|behind|near|like|as|who|which|that|whose|between)\b",
    re.I,
)
"""Words under which a name is not who speaks: *a spokesman for Kerr and Oulik*."""

_AND_OTHERS = re.compile(
    rf",?\s+{_AND}\s+(?:[\w’'-]+\s+){{0,3}}(?:others|colleagues|signatories|co-signatories)\b", re.I
)
_LEAD = r"(?:(?!and\b|or\b|nor\b)[\w.’'-]+,?\s+){0,6}"
_JOINED = re.compile(rf"(?P<between>.*?),?\s+{_AND}\s+(?P<lead>{_LEAD})", re.S)
_ASIDE = re.compile(r"\s*\([^()]*\)\s*")
_OF_SOMETHING = re.compile(r"\s+(?:of|from|at|with|in|for)\s+[^,;()]+")
_APPOSITION = re.compile(r",\s[^;()]+")
_ENDS = re.compile(
    r"(?:[’']s?)?\s*(?:$|[,;(]|(?:himself|herself|jr\.?|sr\.?|both|for|of|from|in|at|on|to|and|or|nor|with|who|during|via|as)\b)",
    re.I,
)


def joint(text: str, source: Span, names: Sequence[Span], people: Sequence[Span]) -> Span | None:
    """From the first to the last of the names that a source joins by *and*, or ``None`` where it names one or nobody.

    ``names`` are the spans in it that name persons or organisations, in text order, ``people`` those that name persons. A
    name under a preposition (*a spokesman for Kerr and Oulik*) and one that owns something (*Kerr’s lawyer*) is none of them.

    >>> text = "Ann Lee, the mayor of Harn, and Tom Brandt"
    >>> joint(text, Span(0, 42), [Span(0, 7), Span(32, 42)], [Span(0, 7), Span(32, 42)])
    Span(start=0, end=42)
    """
    top: list[Span] = []
    several: list[Span] = []
    for name in names:
        if _GOVERNS.search(text, source.start, name.start) is None:
            top.append(name)
        before = [n for n in top if n.end < name.start and _after_name(text, n, source.end)]
        owned = re.match(r"[’'](?:s\b|(?!s))\s*\S", text[name.end : source.end]) is not None
        if not _after_name(text, name, source.end) or owned:
            continue
        first = next((n for n in reversed(before) if _joins(text, n, name, people)), None)
        if first is not None:
            several += [first, name]
            if name not in top:
                top.append(name)
    if several:
        return Span(min(s.start for s in several), max(s.end for s in several))
    if len(top) == 1:
        (one,) = top
        if (m := _AND_OTHERS.match(text, one.end, source.end)) is not None:
            return Span(one.start, m.end())
        if re.fullmatch(rf"{_PRONOUN}\s+{_AND}\s+", text[source.start : one.start], re.I):
            return Span(source.start, one.end)
        if (m := re.match(rf",?\s+{_AND}\s+{_PRONOUN}\b", text[one.end : source.end], re.I)) is not None:
            return Span(one.start, one.end + m.end())
    return None


def beside_and(text: str, name: Span, people: Sequence[Span]) -> bool:
    """Whether *and* stands between a name and another person's, nothing else: neither of the two is meant alone."""
    return any(
        re.fullmatch(rf",?\s+{_AND}\s+", text[min(a.end, b.end) : max(a.start, b.start)]) is not None
        for a, b in ((p, name) for p in people if p != name)
    )


def _joins(text: str, first: Span, second: Span, people: Sequence[Span]) -> bool:
    """Whether *and* joins two names, with what may stand beside the first and before the second."""
    stretch = text[first.end : second.start]
    m = _JOINED.fullmatch(stretch)
    if m is None or _GOVERNS.search(m["lead"]):
        return False
    between, lead = _ASIDE.sub("", m["between"]), m["lead"].strip()
    comma = stretch[m.end("between") : m.end("between") + 1] == ","
    if first not in people or second not in people:
        # "NATO and EU commander Tom Brandt" is one man.
        titled = second in people and first not in people and len(lead.split()) == 1 and lead[0].isupper()
        return (not between or (comma and _APPOSITION.fullmatch(between) is not None)) and (
            lead in ("", "the", "The") or titled
        )
    if not between or (comma and _APPOSITION.fullmatch(between)):
        return True
    within = any(first.end < p.start < second.start for p in people)
    return _OF_SOMETHING.fullmatch(between) is not None and not within


def _after_name(text: str, name: Span, end: int) -> bool:
    """Whether a name ends its phrase: not *Kerr* of *Kerr supporters*."""
    return _ENDS.match(text[name.end : max(end, name.end)]) is not None
