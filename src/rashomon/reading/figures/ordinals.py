"""Ordinals that count: *became the 14th state to ban …*, *the third shooting this year*, as figures whose unit is ``ordinal``.

Read where the words tell that something is counted: which it is by what it does, or within which time. Anniversaries, days, and
names such as *the 4th Circuit* or *1st Cavalry* count nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.reading.figures.cited import Cited
from rashomon.reading.text.counted import noun, person
from rashomon.records import Figure, Span

_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth"
).split()
_NTH = re.compile(
    rf"\b(?:the|its|his|her|their|a)\s+(?P<nth>(?P<digits>[1-9]\d{{0,2}})(?:st|nd|rd|th)|{'|'.join(_WORDS)})(?=\s)",
    re.I,
)
_IS = re.compile(
    r"\b(?:bec(?:ame|omes?|oming)|is|was|are|were|mak(?:es|ing)|made)\b[^.;:!?\n]{0,40}$"
    r"|[,–—-]\s+(?:(?:only|just)\s+)?$",
    re.I,
)
_BECAME = re.compile(r"\b(?:bec(?:ame|omes?|oming)|mak(?:es|ing)|made)\b[^.;:!?\n]{0,40}$", re.I)
_TO = re.compile(r"\s+to\s+(?!(?:the|an?|his|her|its|their|this|that|these|those)\b)[a-z]{2,}")
_WHICH = re.compile(r"\s+(?:in|that|with|where|who|which|seeking|hoping|trying|across|nationwide|on)\b")
_WITHIN = re.compile(
    r"(?:\s+[\w’'.-]+){0,6}?\s+(?:(?:so\s+far\s+)?this\s+(?:year|month|week|season)"
    r"|in\s+(?:(?:the\s+)?(?:past|last)\s+|as\s+many\s+|less\s+than\s+|under\s+)?(?:[\w-]+\s+)?(?:days|weeks|months|years)"
    r"|since\s+[\w]+|in\s+(?:[\w.’'-]+\s+){0,2}history)\b",
)
_BEGINS_CLAUSE = re.compile(r"\s+(?:seeking|hoping|trying|running|killed|shot|executed|arrested)$", re.I)
_NO_COUNT = frozenset(
    """
    airborne amendment anniversary army avenue base battalion birthday brigade cavalry century chance chapter choice circuit
    class column coming congress corps day decade degree dimension district division edition estate fleet floor fusiliers
    generation gentleman grade green guards half heaven hole hour house infantry inning lady leg legislature line marines
    minister minute month night option page paragraph parliament party person place position precinct quarter rangers
    regiment rifles round row season seat section squadron step street term thing verse ward way week wing world year
    """.split()
)
"""Nouns, or words of a name, with which an ordinal is a name, a date or a place in something that is no count."""
_LEAD = 60


def ordinals(text: str, sentence: Span, cited: Cited) -> Iterator[Figure]:
    """The ordinals of a sentence that count, with what they count."""
    for m in _NTH.finditer(text, sentence.start, sentence.end):
        what = _counted(text, m.end(), sentence.end)
        if what is None:
            continue
        number = float(m["digits"] or _WORDS.index(m["nth"].lower()) + 1)
        low = max(sentence.start, m.start() - _LEAD)
        to = _TO.match(text, what.end, sentence.end) is not None
        if to:
            counts = _IS.search(text, low, m.start()) is not None
        elif number == 1:
            counts = False
        else:
            within = _WITHIN.match(text, what.end, min(sentence.end, what.end + 120))
            which = _WHICH.match(text, what.end, sentence.end)
            counts = bool(within or (which and _BECAME.search(text, low, m.start())))
        if counts:
            at = Span(*m.span("nth"))
            why = f"which in order it is: “{' '.join(text[at.start : what.end].split())}”"
            yield Figure(
                at.start, at.end, number, number, number, "ordinal", what, None, None, None, cited.at(at), False, why,
            )  # fmt: skip


def _counted(text: str, at: int, stop: int) -> Span | None:
    """The words for what an ordinal counts; None for those of a name, of a time, and where there are none."""
    what = noun(text, at, stop)
    if what is None:
        return None
    words = text[what.start : what.end]
    clause = _BEGINS_CLAUSE.search(words)
    if clause is not None:
        what = Span(what.start, what.start + clause.start())
        words = text[what.start : what.end]
    each = words.split()
    if any(w.lower().strip(".,’'") in _NO_COUNT for w in each):
        return None
    head = each[-1]
    named = head[:1].isupper() and not (person(words) or head in ("Democrat", "Republican"))
    return None if named or len(each) > len(("four", "words", "at", "most")) else what
