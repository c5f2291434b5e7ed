"""Who is cited for what stands at a place of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.text.edges import Holders
from rashomon.reading.text.possessives import SIGN, without_possessive
from rashomon.records import Attribution, Figure, Span

_COUNT = r"(?:figure|toll|death toll|count|tally|estimate|total|number(?:\s+of\s+(?:the\s+)?[\w-]+){0,2})"
_OWNER = (
    rf"(?:(?i:the|an?)\s+(?:[\w’'-]+\s+){{0,3}}[\w-]+|(?:[A-Z][\w’'-]*\s+){{0,3}}[A-Z][\w-]*){SIGN}"
    r"|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er"
)
_OWNED = re.compile(
    rf"\b(?P<who>{_OWNER})\s+(?:own\s+|latest\s+|official\s+|new\s+|first\s+)?{_COUNT}"
    r"\s+(?:of|is|was|stands\s+at|stood\s+at)\s+$"
)
_PUTTING = re.compile(
    rf"\s(?:(?:has|have|had|now|later|also)\s+)?(?:puts?|sets?|gives?|gave)\s+(?:the|its|their|his|her)\s+{_COUNT}\s+(?:at|as)\s+$"
    r"|\s(?:(?:has|have|had|later|itself)\s+)?(?:counted|speaks?\s+of|spoke\s+of)\s+(?:(?:only|just|about|some)\s+)?$",
    re.I,
)
_GAPPED = re.compile(
    r"\b(?:counts?|counted|puts?|speaks?\s+of|spoke\s+of|estimates?|estimated|reckons?)\s[^.;:!?\n]{1,80}?,\s+(?:and\s+|while\s+|but\s+)?"
    r"(?P<who>the\s+[\w’'-]+(?:\s+[\w’'-]+)?|[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,2})\s+(?:(?:only|just|about|some|around|roughly)\s+)?$"
)
_STARTS = re.compile(r"(?:^|[.!?;:]|\n)\s*(?:(?:and|but|yet|while|though|meanwhile,?)\s+)?", re.I)
_ASIDE = re.compile(r",.*,$", re.S)
#: A subject of more words than this is a clause that was not understood.
_MOST_WORDS = 8


class Cited:
    """A report's attributions, to be asked who is cited for what stands at a place."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._contents = Holders((c, n) for n, a in enumerate(attributions) for c in a.content)
        self._sizes = [sum(c.end - c.start for c in a.content) for a in attributions]

    def at(self, span: Span) -> int | None:
        """The number of the attribution with the least content of those whose content holds the span, the first of equals."""
        return min(self._contents.of(span), key=lambda n: (self._sizes[n], n), default=None)


def gapped(text: str, at: int) -> Span | None:
    """Who gives the number at an offset where the verb is left out: ``the Guild counts 310,000 homes, the operator 230,000``."""
    m = _GAPPED.search(text, max(0, at - 140), at)
    return None if m is None else Span(m.start("who"), m.end("who"))


def whose(text: str, figure: Figure) -> Span | None:
    """The words for whoever gives a figure that no attribution holds: ``the Assembly`` of ``the Assembly's figure of eleven``.

    ``Korvat, who runs the clinic, puts the figure at nine`` gives *Korvat*; None where nobody is told to give it.
    """
    if figure.attribution is not None or figure.unit == "date":
        return None
    start = max(0, figure.start - 200)
    if (owned := _OWNED.search(text, start, figure.start)) is not None:
        return Span(owned.start("who"), owned.start("who") + len(without_possessive(owned["who"])))
    if (gap := gapped(text, figure.start)) is not None:
        return gap
    if (puts := _PUTTING.search(text, start, figure.start)) is None:
        return None
    begin = max((m.end() for m in _STARTS.finditer(text, start, puts.start())), default=start)
    words = text[begin : puts.start()]
    words = _ASIDE.sub("", words)
    if not words or "," in words or len(words.split()) > _MOST_WORDS:
        return None
    return Span(begin, begin + len(words))
