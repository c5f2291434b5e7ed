"""What a report gives in full, though no cue beside it says whose words they are: a letter, a statement, a quotation of several
sentences that the tagger found no cue for.

Quotation marks around two sentences tell that somebody else says them. Who that is, only the introduction (*the open letter that
eleven women of Lidva sent to …*), the headline (*Full text: the letter of the mothers of Lidva*) or the sign-off (*Signed, Olga
Marn*) may tell; else it is not known. Without marks, a letter needs an introduction and a sign-off. Titles, words set apart and
captions are none, nor is a text that is all in marks, nor what somebody is quoted with elsewhere in the report.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.capitals import DOTTED
from rashomon.reading.attributions.attributions import Certainty, Found
from rashomon.reading.attributions.layout.introductions import (
    FULL,
    LEAD,
    LONGEST_LINE,
    OF_TITLE,
    PARAGRAPH,
    Introduction,
    introduced,
    lead_of,
    moved,
    rises_to_speak,
)
from rashomon.reading.attributions.layout.turns import runs_of
from rashomon.reading.names.persons.people import plain
from rashomon.reading.text.edges import Holders, bare, joined, letters
from rashomon.reading.text.possessives import without_possessive
from rashomon.reading.text.quotations import DOUBLE, LONGEST, Quotation
from rashomon.reading.text.sentences import sentences
from rashomon.records import Passage, Span, Voice

GIVEN = Certainty(0.95, 0.95, 0.95)
"""What is put down for it: the calibrated chance is then 52% where nobody is told to say it, else 93%."""

SENTENCES = 2
"""Of a quotation that is taken for somebody's words. Of the four such in no content in PolNeAR's dev articles,
three are somebody's."""

_WORDS = 8
_LEAST_SENT = 3
"""Words of a message at least."""

_LOWER = 0.6
"""Share of words in lower case: fewer are a title or a list of names."""

_WHOLE = 0.95
"""A quotation with more than this share of a text's letters is the text itself, set in marks."""

_FOR = r"(?:(?:for|on\s+behalf\s+of|in\s+the\s+name\s+of)\s+[^,\n]{1,80},\s*)?"
_CLOSES = (
    r"(?:signed(?:\s+by)?|signator(?:y|ies)|(?:yours|sincerely|respectfully|faithfully|regards|with\s+\w+\s+regards)"
    r"(?:\s+(?:sincerely|faithfully|truly|respectfully|yours))?)"
)
_SIGNED = re.compile(
    rf"[\W_]*(?i:{_CLOSES})(?:\s*[,:.…—–-]+\s*|\s+|$)(?i:{_FOR})(?P<who>(?:[Tt]he\s+)?[A-ZÀ-Þ][^\n]{{0,160}}?)?[\W_]*"
)
_DASHED = re.compile(r"\s*(?:[―—–]|--)\s*(?P<who>(?:[Tt]he\s+)?[A-ZÀ-Þ][^\n.!?]{1,80}?)[\W_]*")
_BARE = re.compile(
    rf"[\W_]*(?P<who>{DOTTED}(?:\s+(?:(?:de|von|van|al|bin)\s+)?{DOTTED}){{1,3}})(?:,[^.!?;:\n]{{1,80}})?[\W_]*"
)
"""``Petra Koll, Upper Lidva, 2 September`` as a document's last line."""

_CREDITED = re.compile(
    r"[^\S\n]*\((?P<who>(?:[Tt]he\s+)?[A-ZÀ-Þ][^\n()]{1,60}?)"
    r"(?:\s+(?i:article|report|story|statement|release|website|editorial))?\)"
)
"""``“…” (Harn Courier report)``"""

_SALUTES = re.compile(
    r"[\W_]*(?:Dear|To|Mr|Mrs|Ms|Madam|Sirs?|Your|Ladies|Fellow|Comrades|Brothers|Sisters|Friends|Hono\w+|President|Minister)\b"
    r"[^\n.?!]{0,80}[,:!]\s*"
)
_A_NAME = re.compile(rf"(?:[Tt]he\s+)?{DOTTED}(?:,?\s+(?:(?:of|and|the|de|for)\s+)*{DOTTED}){{0,8}}")
_SPOKEN = re.compile(
    r"(?:[\w’'-]+\s+){0,2}(?:speech|address|remarks|statement|letter|open letter|testimony|message|sermon)"
)
_OWN_WORDS = re.compile(r"\b(?:I|we|We|my|My|our|Our)\b")
_OWN_LEAST = 3
"""Words for oneself in a speech; set by hand."""


@dataclass(frozen=True, slots=True)
class Given:
    """Something given in full: who is told to say it and the words for the document, as far as there are any, and all of it
    with its sign-off.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    whole: Span


def given_in_full(
    text: str, passages: Sequence[Passage], marks: Sequence[Quotation], seen: Sequence[Found]
) -> list[Given]:
    """What bodies give in full and none of ``seen`` has a part of, in text order. ``marks`` are the report's, in text order."""
    said = Holders((s, n) for n, f in enumerate(seen) for s in f.spans)

    @cache
    def known() -> set[tuple[str, ...]]:
        return _openings(text, seen)

    titles = [
        i for p in passages if p.voice is Voice.HEADLINE and (i := introduced(text, p.start, p.end, OF_TITLE))
    ]
    out: list[Given] = []
    starts = [q.start for q in marks]
    for body in (Span(*ends) for ends in runs_of(passages, Voice.BODY)):
        here = marks[bisect_left(starts, body.start) : bisect_left(starts, body.end)]
        quoted = [q for q in here if q.mark in DOUBLE and not q.depth and q.end <= body.end]
        free = [q for q in quoted if not is_held(Span(q.start, q.end), said, seen)]
        runs = list(_runs(text, body, free))
        longest = max((run for run, _ in runs), key=lambda r: r[-1].end - r[0].start, default=None)
        found = []
        for run, lead in runs:
            title = titles[0] if titles and run is longest and len(run) > 1 else None
            if (given := _quoted(text, body, run, lead or title, known)) is not None:
                found.append(given)
        if not found and (letter := _letter(text, body, titles, said, seen)) is not None:
            found = [letter]
        if not found and (speech := _speech(text, body, titles, here)) is not None:
            found = [speech]
        out += found
    return out


def is_held(span: Span, said: Holders, seen: Sequence[Found]) -> bool:
    """Whether an attribution has a part of the span, other than one that all stands in it and is less than all of it."""
    return any(
        any(s.start < span.start or s.end > span.end for s in seen[n].spans)
        or (seen[n].content[0].start == span.start and seen[n].content[-1].end == span.end)
        for n in said.meeting(span)
    )


def _runs(
    text: str, body: Span, free: Sequence[Quotation]
) -> Iterator[tuple[list[Quotation], Introduction | None]]:
    """Quotations that are one, with what introduces them: paragraphs that go on with the mark of the one before, and those below
    a document's first."""
    run: list[Quotation] = []
    document: Introduction | None = None
    for q in free:
        below = bool(run) and not text[run[-1].end : q.start].strip()
        if below and (q.continues or not run[-1].closed or document is not None):
            run.append(q)
            continue
        if run:
            yield run, document
        lead = lead_of(text, body, q.start)
        run, document = [q], introduced(text, lead.start, lead.end)
    if run:
        yield run, document


def _quoted(
    text: str,
    body: Span,
    run: Sequence[Quotation],
    introduction: Introduction | None,
    known: Callable[[], Collection[tuple[str, ...]]],
) -> Given | None:
    """What a run of quotations gives in full, if it is somebody's words; ``known`` are the openings of what others say."""
    whole = Span(run[0].start, run[-1].end)
    if not run[-1].closed or (introduction is None and _is_the_text(text, body, whole)):
        return None
    end, signed = _sign_off(text, whole, body)
    content = joined(text, [_before(text, q, end) for q in run if q.start < end])
    sent = introduction is not None and introduction.sent and len(_words(text, content[0])) >= _LEAST_SENT
    if not (sent or says_enough(text, content)) or _words(text, content[0])[:_WORDS] in known():
        return None
    if signed is None and introduction is None:
        signed = rises_to_speak(text, lead_of(text, body, whole.start))
    return given_by(content, signed, introduction, whole)


def _before(text: str, q: Quotation, end: int) -> Span:
    """A quotation as far as the sign-off."""
    return Span(q.start, q.start + len(text[q.start : min(q.end, end)].rstrip()))


def given_by(
    content: tuple[Span, ...], signed: Span | None, introduction: Introduction | None, whole: Span
) -> Given:
    """Who signed it says it, or who is told to have written it; else the document speaks, if one is named."""
    if introduction is None:
        return Given(signed, None, content, whole)
    who = signed or introduction.who
    if who is None:
        return Given(introduction.named, None, content, whole)
    return Given(who, introduction.document, content, whole)


def _sign_off(text: str, whole: Span, body: Span) -> tuple[int, Span | None]:
    """Where the words end and who signed them, in the last paragraph or in the line below."""
    line = text.rfind("\n", whole.start, whole.end) + 1
    if line > whole.start and (m := _line(_SIGNED, text[line : whole.end])) is not None and m["who"]:
        return line, bare(text, moved(m, "who", line))
    bare_name = _line(_BARE, text[line : whole.end]) if line > whole.start else None
    # Who is named outside the document too: *Long Live Torvena* has written nothing.
    if bare_name is not None and any(bare_name["who"] in t for t in (text[: whole.start], text[whole.end :])):
        return line, moved(bare_name, "who", line)
    if (m := _CREDITED.match(text, whole.end, min(body.end, whole.end + LONGEST_LINE))) is not None:
        return whole.end, Span(*m.span("who"))
    below = PARAGRAPH.search(text, whole.end, min(body.end, whole.end + LEAD))
    if below is not None and "\n" in text[whole.end : below.start() + 1]:
        m = _line(_SIGNED, below.group()) or _line(_DASHED, below.group())
        if m is not None and m["who"]:
            return whole.end, bare(text, moved(m, "who", below.start()))
    return whole.end, None


def _line(pattern: re.Pattern[str], line: str) -> re.Match[str] | None:
    return pattern.fullmatch(line) if len(line) <= LONGEST_LINE else None


def says_enough(text: str, content: Sequence[Span]) -> bool:
    """Whether it is several sentences, and no title or list of names."""
    words = [w for s in content for w in text[s.start : s.end].split() if any(map(str.isalpha, w))]
    lower = sum(w.islower() for w in words)
    if len(words) < _WORDS or lower < _LOWER * len(words):
        return False
    return sum(len(list(sentences(text, s.start, s.end))) for s in content) >= SENTENCES


def _is_the_text(text: str, body: Span, whole: Span) -> bool:
    if 2 * (whole.end - whole.start) < body.end - body.start:
        return False
    return letters(text, [whole]) > _WHOLE * letters(text, [body])


def _words(text: str, span: Span) -> tuple[str, ...]:
    return tuple(plain(text[span.start : span.end]).split())


def _openings(text: str, seen: Sequence[Found]) -> set[tuple[str, ...]]:
    """Every few words in a row that somebody is found to say: what begins with such only repeats them."""
    out = set()
    for f in seen:
        for s in f.content:
            words = _words(text, s)
            out |= {words[i : i + _WORDS] for i in range(len(words) - _WORDS + 1)}
    return out


def _letter(
    text: str,
    body: Span,
    titles: Sequence[Introduction],
    said: Holders,
    seen: Sequence[Found],
) -> Given | None:
    """A letter without quotation marks, from what introduces it to its sign-off."""
    introduction = titles[0] if titles else None
    start = None
    before: re.Match[str] | None = None
    for p in PARAGRAPH.finditer(text, body.start, body.end):
        if start is None and _line(_SALUTES, p.group()) is not None:
            told = introduced(text, before.start(), before.end()) if before is not None else None
            introduction = told or introduction
            start = p.start() if introduction is not None else None
        elif start is not None and (m := _line(_SIGNED, p.group())) is not None:
            at = moved(m, "who", p.start()) if m["who"] else _next_name(text, p.end(), body.end)
            whole = Span(start, at.end if at is not None else p.end())
            content = (Span(start, start + len(text[start : p.start()].rstrip())),)
            if whole.end - start > LONGEST or is_held(whole, said, seen) or not says_enough(text, content):
                return None
            return given_by(content, bare(text, at) if at is not None else None, introduction, whole)
        before = p
    return None


def _speech(
    text: str, body: Span, titles: Sequence[Introduction], marks: Sequence[Quotation]
) -> Given | None:
    """All of a body whose headline says that it is somebody's in full: ``Full text: President Marn’s address to the nation``.

    Its first paragraph may only introduce it. The rest speaks of *I* and *we* outside quotation marks, and nowhere says of its
    author by name what they said.
    """
    introduction = titles[0] if titles else None
    if (
        introduction is None
        or introduction.who is None
        or _SPOKEN.fullmatch(_noun(text, introduction)) is None
    ):
        return None
    at = body.start
    first = PARAGRAPH.search(text, body.start, body.end)
    if first is not None and (first.group().rstrip().endswith(":") or FULL.search(first.group())):
        at = first.end() + len(text[first.end() : body.end]) - len(text[first.end() : body.end].lstrip())
    whole = Span(at, body.start + len(text[body.start : body.end].rstrip()))
    own = list(text[whole.start : whole.end])
    for q in marks:
        for n in range(max(q.start, whole.start), min(q.end, whole.end)):
            own[n - whole.start] = " "
    words = "".join(own)
    ends = text[introduction.who.start : introduction.who.end].split()[-1:]
    surname = without_possessive(ends[0]) if ends else ""
    told = surname and re.search(rf"\b{re.escape(surname)}\s+(?:said|says|told|added|spoke)\b", words)
    if told or len(_OWN_WORDS.findall(words)) < _OWN_LEAST or not says_enough(text, (whole,)):
        return None
    return Given(introduction.who, introduction.document, (whole,), whole)


def _noun(text: str, introduction: Introduction) -> str:
    return text[introduction.document.start : introduction.document.end].lower()


def _next_name(text: str, start: int, end: int) -> Span | None:
    """The name in a line of its own below *Yours sincerely,*."""
    m = PARAGRAPH.search(text, start, min(end, start + LEAD))
    return Span(*m.span()) if m is not None and _A_NAME.fullmatch(m.group().strip()) is not None else None
