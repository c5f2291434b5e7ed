"""What introduces a document, a letter or a speech, and whom it names for its author: *the open letter that eleven women of Lidva
sent to …*, *Kerr rose to speak:*, *Full text: the letter of the mothers of Lidva*."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.capitals import DOTTED
from rashomon.reading.circumstances.channels import DOCUMENTS
from rashomon.reading.names.persons.writers import may_write
from rashomon.reading.names.who import NAME, PRONOUN
from rashomon.reading.text.sentences import sentences
from rashomon.reading.times.date_words import A_MONTH, NUMBERS
from rashomon.records import Span

LEAD = 600
"""Characters of an introduction that are looked at, counted back from what it introduces."""

_NOUN = rf"(?P<document>{DOCUMENTS})\b(?!\s+(?:writer|box)s?\b)"
_IN_FULL = r"(?:full|complete|entire)\s+\w+|in\s+full|text\s+of|verbatim"
OF_TITLE = re.compile(rf"\b(?:{_IN_FULL})\b", re.I)
FULL = re.compile(
    rf"\b(?:{_IN_FULL}|the\s+following|as\s+follows|reproduc\w+|publish\w*|translat\w+)\b", re.I
)
_BEGINS = re.compile(
    r"\W*(?:(?:this|here|below|from|in|read|is|was)\s+)*(?:(?:the|an?|his|her|their|its)\s+)?\Z", re.I
)
"""What may stand before a document that nothing but a colon tells to be given: *Kerr answered the mothers’ letter:* is his."""

_ENDS = (
    r"(?=\s+(?:to|on|in|at|sent|was|is|has|after|about|against|for|dated|addressed|regarding|concerning|reads?|said|over|which"
    r"|that|who|(?:of|from)\s+\d|this|last|yesterday)\b|\s*[,:;(–—|-]|\.?\s*\Z|\.\s)"
)
_WHO = rf"(?P<who>(?:[\w’'.-]+\s+){{0,7}}?[\w’'.-]+?){_ENDS}"
_MADE = (
    r"(?:signed|written|sent|issued|published|released|delivered|given|drafted|penned|made|read(?:\s+out)?)"
)
_BY = re.compile(
    rf"\b{_NOUN},?\s+(?:(?:which|that)\s+)?(?:(?:was|is|has\s+been)\s+)?(?:{_MADE}\s+)?(?P<by>of|by|from)\s+{_WHO}",
    re.I,
)
_THAT = re.compile(
    rf"\b{_NOUN}\s+(?:that|which)\s+(?P<who>(?:[\w’'.-]+\s+){{0,7}}?[\w’'.-]+?)\s+(?:(?:has|have|had)\s+)?"
    r"(?:sent|wrote|written|issued|published|released|delivered|gave|given|signed|made|read|addressed)\b",
    re.I,
)
_OWN = re.compile(
    rf"(?:^|(?<=[.:!?,]\s)|(?<=\bof\s)|(?<=\bis\s))(?P<who>(?:[\w’'.-]+\s+){{0,6}}?[\w’'.-]*\w)[’'](?:s\b)?\s+{_NOUN}",
    re.I,
)
_SENT = re.compile(
    r"\W*(?P<who>(?:[\w’'.-]+\s+){0,7}?[\w’'.-]+)\s+(?:(?:has|have|had|also)\s+){0,2}(?:sent|wrote|issued|released|delivered|signed|gave|made)"
    rf"\s+(?:(?:the|this|an?|out)\s+)?{_NOUN}",
    re.I,
)
_FROM = re.compile(
    r"\b(?P<document>(?:phone\s+)?call|e-?mail|letter|message|note|reply|telegram|text|voicemail)\s+from\s+"
    rf"(?P<who>(?:(?:the|an?|my|his|her|its|our|their)\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:{DOTTED}(?:\s+{DOTTED}){{0,3}}|[a-z][\w’'-]+)):\s*\Z"
)
"""Who sent what a colon leads to, be it a line: *a call from Zhian:*."""

_NAMED = re.compile(rf"(?:(?:the|an?|this|his|her|their|its)\s+)?{_NOUN}", re.I)
_DATED = re.compile(rf"\d\s+{A_MONTH}\b|\b{A_MONTH}\s+\d|\b(?:last|this|next)\s", re.I)
_AUTHOR_OF = re.compile(
    rf"(?:the|an?|his|her|their|its|{'|'.join(sorted(NUMBERS))}|\d+)\s|{DOTTED}\s+(?:of\s+)?[A-ZÀ-Þ]"
)
"""Who a letter may be *of*: not *a letter of resignation*, *a Declaration of Independence*."""

_CALLED = r"(?:The|His|Her|Its|Their)(?:\s+[\w-]+){1,4}"
_RISES = re.compile(
    rf"(?:\A|(?<=[.!?]\s))(?P<who>{PRONOUN}|(?:(?:The|His|Her|Its|Their)\s+(?:[\w-]+\s+){{1,3}})?{NAME}|{_CALLED},\s+{NAME}(?=,)),?\s+(?:(?:then|later|also|\w+ly)\s+)?"
    r"(?:addressed|answered|hit\s+back|read\s+(?:from\s+)?(?:an?|his|her)\s+(?:prepared\s+|written\s+)?(?:script|speech|statement|text)|replied"
    r"|responded|rose|spoke|testified|took\s+(?:to\s+)?the\s+(?:floor|lectern|microphone|podium|stage|stand)"
    r"|was\s+(?:adamant|blunt|categorical|clear|defiant|emphatic|furious|unrepentant))\b"
    r"(?![^.:!?\n]*\b(?:by|law|letter|lines|message|note|of|poem|rule|said|verse|words)\b)(?:\s[^.:!?\n“”\"]{0,120})?[.:]\s*\Z"
)
"""A sentence that tells of somebody who begins to speak, right above what is quoted: *Kerr read from a prepared text.*"""

PARAGRAPH = re.compile(r"\S[^\r\n]*")
LONGEST_LINE = 400
"""Of a salutation or a sign-off."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """The words for a document, with their article too, and who wrote it, as far as they tell; ``sent`` if it is a message that
    a colon leads to.
    """

    document: Span
    named: Span
    who: Span | None
    sent: bool = False


def rises_to_speak(text: str, lead: Span) -> Span | None:
    """Who begins to speak in the last sentence before a quotation, if it tells of nothing else."""
    start = max(lead.start, lead.end - LONGEST_LINE)
    m = _RISES.search(text[start : lead.end])
    return None if m is None else moved(m, "who", start)


def lead_of(text: str, body: Span, at: int) -> Span:
    """What stands before a quotation in its paragraph, or the paragraph before it."""
    low = max(body.start, at - LEAD)
    paragraphs = [Span(*m.span()) for m in PARAGRAPH.finditer(text, low, at)]
    return paragraphs[-1] if paragraphs else Span(at, at)


def introduced(text: str, start: int, end: int, full: re.Pattern[str] = FULL) -> Introduction | None:
    """The document that a paragraph says is given: in words such as *full text* or *publishes*, or by a colon alone, where the
    document begins its sentence.
    """
    start = max(start, end - LEAD)
    if text[start:end].rstrip().endswith((":", ",")):
        *_, last = (Span(start, end), *sentences(text, start, end))
        start = last.start
    words = text[start:end]
    if (sent := _FROM.search(words)) is not None and may_write(sent["who"]):
        document = moved(sent, "document", start)
        return Introduction(document, document, moved(sent, "who", start), sent=True)
    told = full.search(words) is not None
    if not told and not words.rstrip().endswith(":"):
        return None
    for pattern in (_BY, _THAT, _OWN):
        for m in pattern.finditer(words):
            of = pattern is _BY and m["by"].lower() == "of"
            if _DATED.search(m["who"]) or (of and _AUTHOR_OF.match(m["who"]) is None):
                continue
            if told or _BEGINS.match(words[: m.start()]):
                document = moved(m, "document", start)
                return Introduction(document, document, moved(m, "who", start))
    if (sent := _SENT.match(words)) is not None:
        document = moved(sent, "document", start)
        return Introduction(document, document, moved(sent, "who", start))
    named = _NAMED.search(words)
    if named is None or not (told or _BEGINS.match(words[: named.start()])):
        return None
    return Introduction(moved(named, "document", start), moved(named, 0, start), None)


def moved(m: re.Match[str], group: str | int, by: int) -> Span:
    return Span(m.start(group) + by, m.end(group) + by)
