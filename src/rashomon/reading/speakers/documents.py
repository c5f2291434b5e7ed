"""Documents as sources: ``Koll’s letter says`` is Koll, who wrote it, speaking by letter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.text.possessives import SIGN
from rashomon.records import Span

_DOCUMENT = (
    r"(?:statement|letter|tweet|post|memo|memorandum|e-?mail|text message|message|note|op-ed|column|essay|testimony|affidavit"
    r"|deposition|declaration|communiqu[eé]|manifesto|diary|memoirs?|autobiography|book|speech|remarks|address|announcement)s?"
)
_OWNED = re.compile(
    rf"{SIGN}\s+(?:[\w-]+\s+){{0,4}}?{_DOCUMENT}(?:\s+(?:of|on|to|from|in|at|about)\b[^,;]{{0,80}})?[,\s]*",
    re.I,
)
"""What stands behind the name of who wrote it; PolNeAR's training articles have eight such sources, all the owner's words."""

_WRITTEN_BY = re.compile(
    rf"(?:(?:the|a|an|this|that)\s+)?(?:[\w-]+\s+){{0,3}}?{_DOCUMENT}(?:,?\s+dated\s+[^.;\n]{{3,20}}?,?)?\s+(?:(?:[^.;\n]{{1,120}}?\s)??(?:written|sent|posted|signed)\s+by"
    r"|by|from)\s+(?:(?:the|(?-i:[A-Z])\w*\.?)\s+){0,3}",
    re.I,
)
"""What stands before it."""

_DATED = re.compile(r"[\s,]*(?:\bdated\b[^.;:\n]{1,30})?", re.I)
"""What stands behind it: *a statement from the ministry, dated 3 May*."""

_ISSUED_BY = re.compile(
    r"(?:(?:the|a|an|this|that|its|their)\s+)?(?:[\w-]+\s+){0,3}?(?:figures|results?|data|numbers|counts?|tally|tallies|statistics|tolls?"
    r"|estimates?|bulletins?|notices?|rulings?)\s+(?:[^.;,\n]{1,60}?\s)??(?:published|released|issued|announced|compiled|given\s+out)\s+"
    r"(?:[^.;,\n]{1,40}?\s)??by\s+(?:(?:the|(?-i:[A-Z])\w*\.?)\s+){0,3}",
    re.I,
)
"""What stands before who gives out figures: *preliminary results published on Monday by the Election Board*."""


def author(text: str, source: Span, names: Sequence[Span]) -> Span | None:
    """The name of who wrote the document that a source is, of the names in it; ``None`` where the source is none, or nobody's
    whom it names.

    >>> text = "Petra Koll’s written statement"
    >>> author(text, Span(0, 30), [Span(0, 10)])
    Span(start=0, end=10)
    >>> author("a copy of Koll’s letter", Span(0, 23), [Span(10, 14)]) is None
    True
    """
    for name in names:
        end = name.end - 2 if text[name.end - 2 : name.end] in ("’s", "'s") else name.end
        first = not re.search(r"\b(?:of|for|by|to|from|with|about)\b", text[source.start : name.start], re.I)
        if first and _OWNED.fullmatch(text, end, source.end):
            return name
        by = _WRITTEN_BY.fullmatch(text, source.start, name.start) or _ISSUED_BY.fullmatch(
            text, source.start, name.start
        )
        if by and _DATED.fullmatch(text, name.end, source.end):
            return name
    return None
