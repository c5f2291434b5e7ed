"""Where the words that a decision points at stand in the version that a page has now, unchanged.

*Six were killed at Orm*, of which somebody has decided, is the same in the page of the next day, however much else of it is new.
Words are the same where the sentence that they stand in is: *six* alone would be found anywhere, and a sentence that now says
*police said six were killed* is another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from rashomon.accounts.context import sentences_around
from rashomon.records import Report, Span

Place = tuple[str, Span]
"""Characters of a report: its id, and where they stand in it."""

Later = Mapping[Place, tuple[Place, ...]]
"""Of places in versions that a later one has taken the place of, where their words stand in the page's last version, in order;
empty where they do not."""

#: Places at which one sentence is looked for: more than any page repeats one.
_MOST = 20


def later(
    places: Iterable[Place], taken_by: Mapping[str, str], report: Callable[[str], Report | None]
) -> Later:
    """Where words stand now; ``taken_by`` has the next version of each report that is one no longer, ``report`` the reports."""
    found: dict[Place, tuple[Place, ...]] = {}
    for place in dict.fromkeys(places):
        now = _last(place[0], taken_by)
        if now != place[0]:
            before, after = report(place[0]), report(now)
            there = _unchanged(before, place[1], after) if before and after else ()
            found[place] = tuple((now, span) for span in there)
    return found


def _last(report: str, taken_by: Mapping[str, str]) -> str:
    seen = {report}
    while (following := taken_by.get(report)) is not None and following not in seen:
        report = following
        seen.add(report)
    return report


def _unchanged(before: Report, words: Span, after: Report) -> Iterator[Span]:
    """Where a later version has the sentences of these words, from their first character to the last."""
    if not 0 <= words.start < words.end <= len(before.text):
        return
    around = sentences_around(before, words.start, words.end)
    if not around:
        return
    whole = Span(min(around[0].start, words.start), max(around[-1].end, words.end))
    # Line ends may fall elsewhere.
    lead, said, rest = (
        r"\s+".join(map(re.escape, re.split(r"\s+", before.text[a:b])))
        for a, b in ((whole.start, words.start), (words.start, words.end), (words.end, whole.end))
    )
    for m in islice(re.finditer(f"{lead}({said}){rest}", after.text), _MOST):
        here = sentences_around(after, m.start(1), m.end(1))
        if here and here[0].start == m.start() and here[-1].end == m.end():
            yield Span(m.start(1), m.end(1))
