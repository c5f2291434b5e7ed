"""Attributions of small texts, written down by their words, for the tests of what is told about them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.circumstances.circumstances import with_circumstances
from rashomon.reading.circumstances.timing import timing
from rashomon.reading.names.persons.people import people
from rashomon.records import Attribution, AttributionKind, Mention, MentionKind, Span, Speaker

_MARKED = re.compile(r"\[(?P<part>[scx])(?P<number>\d):")


def read(
    marked: str,
    *,
    names: Sequence[str] = (),
    speakers: Sequence[str | None] = (),
    inside: Sequence[int | None] = (),
    outlet: str | None = None,
    published: str | None = "2031-04-10",
) -> tuple[str, tuple[Attribution, ...]]:
    """``[s0:Tor Brandt] [c0:said] [x0:it fell]`` is source, cue and content of attribution 0; marks may stand inside marks.

    ``names`` are persons of the text, ``speakers`` whom the sources lead to, ``inside`` the nesting, all by attribution.
    """
    text = ""
    spans: dict[tuple[int, str], list[Span]] = {}
    open_: list[tuple[int, str, int]] = []
    at = 0
    while at < len(marked):
        if m := _MARKED.match(marked, at):
            open_.append((int(m["number"]), m["part"], len(text)))
            at = m.end()
        elif marked[at] == "]" and open_:
            number, part, start = open_.pop()
            spans.setdefault((number, part), []).append(Span(start, len(text)))
            at += 1
        else:
            text += marked[at]
            at += 1
    count = 1 + max(number for number, _ in spans)

    def of(number: int, part: str) -> tuple[Span, ...]:
        return tuple(sorted(spans.get((number, part), ())))

    found = [
        Attribution(
            of(n, "s"),
            of(n, "c"),
            of(n, "x"),
            AttributionKind.INDIRECT,
            1.0,
            Speaker(speakers[n] if n < len(speakers) else None, "as the test has it"),
            inside[n] if n < len(inside) else None,
        )
        for n in range(count)
    ]
    mentions = [
        Mention(MentionKind.PERSON, m.start(), m.end(), 1.0)
        for name in names
        for m in re.finditer(re.escape(name), text)
    ]
    times = timing(text, [Span(0, len(text))], found, published)
    return text, with_circumstances(text, found, people(text, mentions), times, outlet)
