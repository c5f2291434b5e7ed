"""A paragraph that is one quotation and nothing else, below one in which somebody is told to have said something:
``Methen says he stays calm, but admits it is hard.`` ``“People have been through highs and lows.”``

Most such the tagger takes for pieces of what is said above. Here only those that it leaves to nobody, below a paragraph that
names one person, or one body, and lets nobody else speak; what a page repeats from elsewhere to catch the eye is none. Nor where
the paragraph below begins with another's name: the quotation may be the first words of whom it brings in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from rashomon.reading.attributions.attributions import Certainty, Found
from rashomon.reading.names.persons.people import plain
from rashomon.reading.text.edges import Holders
from rashomon.reading.text.quotations import Quotation
from rashomon.records import AttributionKind, Mention, MentionKind, Passage, Span, Voice, text_of

SURE = Certainty(0.7, 0.7, 0.7)
"""What is put down for one; set by hand: PolNeAR's articles have none that the tagger leaves out."""

_LEAST_WORDS = 8
_MOST = 100
"""Such paragraphs of a report that are looked for elsewhere in it."""
_REPEATED = 40
"""Characters of a quotation that tell it as a repeated one."""
_CREDIT = re.compile(r"\s*(?:[-–—~]\s*[A-ZÀ-Þ]|[^\n]{1,45}\Z)")
"""What may tell whose it is, right below it: *— Anna Kerr, Lidva*."""
_TITLES = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]{1,20}\s+){0,3}")
"""What may stand before a name at the head of a paragraph."""
_PRONOUNS = frozenset("he she it they".split())


def standing_alone(
    text: str,
    passages: Sequence[Passage],
    found: Sequence[Found],
    mentions: Sequence[Mention],
    marks: Sequence[Quotation],
) -> list[Found]:
    """An attribution for each such paragraph, without a cue of its own, in text order."""
    taken = Holders((s, n) for n, f in enumerate(found) for s in f.spans)
    closed = {q.start: q.end for q in marks if q.closed}
    out = []
    for above, line, below in islice(_alone(text, passages, closed, taken), _MOST):
        source = _who_spoke(text, above, found, mentions)
        first = text[line.start + 1 : line.start + 1 + _REPEATED]
        if source is None or text.count(first) > 1:
            continue
        if below is not None and _CREDIT.match(text, below.start, below.end) is not None:
            continue
        if below is not None and _begins_with_another(text, below, source, mentions):
            continue
        out.append(Found((source,), (), (line,), AttributionKind.DIRECT, SURE))
    return out


def _alone(
    text: str, passages: Sequence[Passage], closed: dict[int, int], taken: Holders
) -> Iterator[tuple[Span, Span, Passage | None]]:
    """Paragraphs of the body that are one closed quotation of which no attribution has a part, each with the one above it and
    what stands below.
    """
    for n in range(1, len(passages)):
        above, p = passages[n - 1], passages[n]
        if above.voice is not Voice.BODY or p.voice is not Voice.BODY:
            continue
        line = Span(p.start, p.end)
        whole = closed.get(p.start) == p.end and "\n" not in text[p.start : p.end]
        if (
            not whole
            or len(text[p.start : p.end].split()) < _LEAST_WORDS
            or any(True for _ in taken.meeting(line))
        ):
            continue
        yield Span(above.start, above.end), line, passages[n + 1] if n + 1 < len(passages) else None


def _who_spoke(text: str, above: Span, found: Sequence[Found], mentions: Sequence[Mention]) -> Span | None:
    """The source of the last saying of a paragraph, if it retells it, and neither lets another speak nor names another."""
    here = [
        f
        for f in found
        if f.inside is None and f.cue and above.start <= f.cue[0].start < above.end and f.source
    ]
    if not here or any(len(f.source) != 1 or not _within(f.source[0], above) for f in here):
        return None
    last = max(here, key=lambda f: f.cue[-1].end)
    if last.kind is AttributionKind.DIRECT:
        return None
    names = {plain(text_of(text, f.source)) for f in here} - _PRONOUNS
    persons = [m for m in mentions if m.kind is MentionKind.PERSON and _within(m, above)]
    surnames = {plain(text[m.start : m.end]).split()[-1] for m in persons if plain(text[m.start : m.end])}
    if len(surnames) > 1 or (surnames and any(not surnames & set(name.split()) for name in names)):
        return None
    if not surnames and len(names) != 1:
        return None
    named = [f.source[0] for f in here if plain(text_of(text, f.source)) not in _PRONOUNS]
    return named[-1] if named else last.source[0]


def _begins_with_another(text: str, below: Passage, source: Span, mentions: Sequence[Mention]) -> bool:
    """Whether a paragraph begins with a person's name, titles let through, of whom the source has no word."""
    first = next((m for m in mentions if m.kind is MentionKind.PERSON and m.start >= below.start), None)
    if first is None or _TITLES.fullmatch(text, below.start, first.start) is None:
        return False
    words = plain(text[source.start : source.end]).split()
    return not set(plain(text[first.start : first.end]).split()) & set(words)


def _within(s: Span | Mention, of: Span) -> bool:
    return of.start <= s.start and s.end <= of.end
