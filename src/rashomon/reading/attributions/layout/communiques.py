"""A report that is itself the statement of a body: a communiqué, a numbered statement, with its issuer's name at head or foot.

``Statement No. 14 of the General Command`` above, points with or without numbers, and below them who signs, where and when
(``The General Command, Orsk, 5 May 2031``). All of it is the issuer's, but for the line that leads to the points and the
signature. A title alone does not do: whoever reports of a statement may call it so. Where nobody signs and no line leads to the
points, they say *we* or have numbers, and nobody is told to have said anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.reading.attributions.layout.in_full import Given
from rashomon.reading.attributions.layout.introductions import LONGEST_LINE, PARAGRAPH
from rashomon.reading.names.persons.people import plain
from rashomon.reading.text.quotations import LONGEST
from rashomon.records import Passage, Span, Voice
from rashomon.reports.masthead import BODY, issued
from rashomon.reports.published import from_line

_HEAD = 6
"""Lines among which the title stands, below a masthead."""
_FOOT = 5
"""Lines of a signature: who, by whom, where, when."""
_LEADS = re.compile(
    r"[^\n]{0,400}?\b(?:announces?|communicates?|condemns?|considers?|declares?|informs?|issues?|makes?\s+(?:it\s+)?known|notes?|proclaims?"
    r"|reports?|resolve[sd]?|states?)\b[^.!?\n]{0,200}:\s*"
)
_LONGEST_SIGNED = 120
_ARMED = r"(?:Alliance|Battalion|Bloc|Brigades?|Cabinet|Coalition|Congress|Emirate|Guard|Movement|Presidency|Resistance|Staff)"
_NAMES_BODY = re.compile(
    rf"(?:[Tt]he\s+)?(?:(?:[A-ZÀ-Þ][\w’'-]*|of|the|for|and|&),?\s+){{0,8}}?(?:{BODY}|{_ARMED})\b[^.!?;:\n]{{0,80}}"
)
_PLACED = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]*[\s,]+){1,4}\d")
_NUMBERED = re.compile(r"[^\w\n]{0,2}(?:\d{1,2}|[IVX]{1,5}|[a-z])[.)]\s+(?=\S)")
_QUOTED = re.compile(r"[“\"«„][^”\"»“\n]{0,1500}[”\"»“]")
_OWN = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
_TOLD = re.compile(r"\b(?:said|says|told|according\s+to|reporters?|spokes\w+)\b", re.I)
_TELLERS = r"statement|communiqu[eé]|spokes\w+|it|they"
_TOLD_TO = re.compile(
    r"\btold\s+(?:reporters?|journalists?|(?:a|the)\s+(?:press|news|court|hearing))\b", re.I
)
"""What nobody writes of himself in a statement."""
_SHORT = 3
"""Letters of *the*, *and*, *for*."""
_OWN_LEAST, _OWN_SHARE = 2, 1 / 2
"""How often a statement that nobody signs says *we*, and in what part of its paragraphs."""
_POINTS = 2
_ENDS = re.compile(
    r"\W*(?:ends?|###|contacts?\b.{0,80}|notes\s+(?:to|for)\s+(?:the\s+)?editors?|for\s+further\s+.{0,80})\W*",
    re.I,
)
_SIGN = re.compile(r"[\W_]*(?:signed(?:\s+by)?[:,]?\s*)?", re.I)


@dataclass(frozen=True, slots=True)
class _Line:
    at: Span
    voice: Voice


def communiques(text: str, passages: Sequence[Passage]) -> list[Given]:
    """The one statement that a report is, or nothing."""
    lines = [
        _Line(Span(*m.span()), p.voice)
        for p in passages
        if p.voice in (Voice.HEADLINE, Voice.BODY, Voice.BYLINE)
        for m in PARAGRAPH.finditer(text, p.start, p.end)
    ]
    title = next((n for n, line in enumerate(lines[:_HEAD]) if _issued(text, line.at) is not None), None)
    if title is None or any(_credits(text, line) for line in lines[:_HEAD]):
        return []
    first = title + 1
    while first < len(lines) and (lines[first].voice is not Voice.BODY or _is_date(text, lines[first].at)):
        first += 1
    last = next(
        (n for n in range(first + 1, len(lines)) if _ENDS.fullmatch(_words(text, lines[n].at))), len(lines)
    )
    foot = _foot(text, lines, first, last)
    body = [line.at for line in lines[first:foot] if line.voice is Voice.BODY]
    if not body or body[-1].end - body[0].start > LONGEST:
        return []
    lead = body[0] if len(body) > 1 and _LEADS.fullmatch(text, body[0].start, body[0].end) else None
    content = tuple(_point(text, at) for at in (body if lead is None else body[1:]))
    signed = [s for line in lines[foot:last] if (s := _signs(text, line.at)) is not None]
    named = _issued(text, lines[title].at)
    above = [line.at for line in lines[:title] if _signs(text, line.at) is not None]
    issuer = _fullest(text, [*([named] if named and named.end > named.start else []), *signed, *above])
    by_issuer = issuer is not None and any(_share(text, issuer, s) for s in signed)
    if issuer is None or not _is_theirs(text, issuer, content, signed=by_issuer, led=lead is not None):
        return []
    return [Given(issuer, None, content, Span(lines[title].at.start, content[-1].end))]


def _words(text: str, at: Span) -> str:
    return text[at.start : at.end].strip()[:LONGEST_LINE]


def _issued(text: str, line: Span) -> Span | None:
    """Whom a title names as issuer, an empty span where it names nobody; ``None`` of a line that is no such title."""
    found = issued(text[line.start : line.end])
    return None if found is None else Span(line.start + found[0], line.start + found[1])


def _credits(text: str, line: _Line) -> bool:
    """Whether a line names an author."""
    return (
        line.voice is Voice.BYLINE
        and re.match(r"\W*by\b", text[line.at.start : line.at.end], re.I) is not None
    )


def _is_date(text: str, line: Span) -> bool:
    return line.end - line.start <= _LONGEST_SIGNED and from_line(text[line.start : line.end]) is not None


def _signs(text: str, line: Span) -> Span | None:
    """The body that a line of a signature names, without what stands behind its comma."""
    start = _SIGN.match(text, line.start, line.end).end()  # type: ignore[union-attr]  # it matches the empty string too
    words = text[start : line.end].rstrip(" .")
    if (
        not words
        or len(words) > _LONGEST_SIGNED
        or _NAMES_BODY.fullmatch(_in_small(words)) is None
        or _is_date(text, line)
    ):
        return None
    return Span(start, start + len(words.partition(",")[0]))


def _in_small(words: str) -> str:
    """Words in capitals as others write them: ``GENERAL COMMAND``, ``General Command``."""
    return words.title() if words.isupper() else words


def _foot(text: str, lines: Sequence[_Line], first: int, last: int) -> int:
    """Where the signature begins: behind the last line that is neither a body's name nor a place and a date."""
    n = last
    while n > first + 1 and last - n < _FOOT:
        at = lines[n - 1].at
        words = _words(text, at)
        placed = _PLACED.match(words) is not None and len(words) <= _LONGEST_SIGNED and words[-1] not in ".!?"
        if not (_is_date(text, at) or placed or (_signs(text, at) is not None and words[-1] not in ".!?")):
            break
        n -= 1
    return n


def _point(text: str, line: Span) -> Span:
    """A paragraph without its number."""
    m = _NUMBERED.match(text, line.start, line.end)
    return line if m is None else Span(m.end(), line.end)


def _fullest(text: str, names: Sequence[Span]) -> Span | None:
    """Of the issuer's names the fullest that has all words of the first, not in capitals where another is written so."""
    if not names:
        return None
    own = set(plain(text[names[0].start : names[0].end]).split()) - {"the"}
    alike = [s for s in names if own <= set(plain(text[s.start : s.end]).split())]
    return max(
        alike, key=lambda s: (len(plain(text[s.start : s.end]).split()), not text[s.start : s.end].isupper())
    )


def _share(text: str, one: Span, other: Span) -> bool:
    """Whether two names have a word in common that is not short: *Orsk Council* does not sign an *Appeal of Vinyl*."""
    ours, theirs = (
        {w for w in plain(text[s.start : s.end]).split() if len(w) > _SHORT} for s in (one, other)
    )
    return not ours.isdisjoint(theirs)


def _is_theirs(text: str, issuer: Span, content: Sequence[Span], *, signed: bool, led: bool) -> bool:
    """Whether it is the issuer's own text and no report of it."""
    own = [_QUOTED.sub("", text[s.start : s.end]) for s in content]
    heads = "|".join(re.escape(w) for w in plain(text[issuer.start : issuer.end]).split() if len(w) > _SHORT)
    about = re.compile(
        rf"\b(?:{heads or 'statement'}|{_TELLERS})\s+(?:(?:also|has|had)\s+)?(?:said|told|added)\b", re.I
    )
    if any(about.search(words) or _TOLD_TO.search(words) for words in own):
        return False
    if signed or led:
        return True
    points = sum(
        s.start > 0 and text[s.start - 1] != "\n" and _NUMBERED.match(text, _line_start(text, s)) is not None
        for s in content
    )
    said = [len(_OWN.findall(words)) for words in own]
    ours = sum(said) >= _OWN_LEAST and sum(map(bool, said)) >= _OWN_SHARE * len(said)
    return (points >= _POINTS or ours) and not any(_TOLD.search(words) for words in own)


def _line_start(text: str, at: Span) -> int:
    return text.rfind("\n", 0, at.start) + 1
