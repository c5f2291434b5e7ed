"""What became of a sentence from one version of a page to the next, in words: quoted words and numbers first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rashomon.collation.wordings.hedges import weighs
from rashomon.collation.wordings.wordforms import words
from rashomon.reading.text.numbers import WORDS
from rashomon.reading.times.date_words import A_MONTH
from rashomon.records import Variation, VariationKind
from rashomon.records.copies import Revision

MOST = 8
"""Changes of one sentence that are told one by one."""

_MONTH_BEFORE = re.compile(rf"\b{A_MONTH}\.?\s+\Z", re.I)
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?\s+(?:of\s+)?{A_MONTH}\b", re.I)
_LONGEST = 20
"""Characters beside a number in which a month's name is looked for."""

_CORRECTION = re.compile(
    r"\W{0,3}(?:correct(?:ion|ed)|clarification|editor[’']s note|update)\b[^.\n]{0,30}:|.{0,60}\b(?:earlier|previous) version\b",
    re.I,
)


def changes(differing: Sequence[Variation], earlier: str, later: str) -> str:
    """What the words of a sentence became, what tells most first; ``earlier`` and ``later`` are the texts of its reports.

    Inside quotation marks comes first, then numbers, then a hedge or a negation, then the rest; last the day of a date. Spelling
    and punctuation are told only where nothing else differs.
    """
    plain = {VariationKind.SPELLING, VariationKind.PUNCTUATION}
    told = [v for v in differing if v.kind not in plain] or list(differing)
    told.sort(key=lambda v: _rank(v, earlier, later))
    parts = [_became(v, earlier, later) for v in told[:MOST]]
    quoted = sum(v.kind is VariationKind.ALTERED for v in told[:MOST])
    if quoted:
        lead = f"altered inside its quotation marks, {', '.join(parts[:quoted])}"
        rest = f"; besides, {', '.join(parts[quoted:])}" if parts[quoted:] else ""
    else:
        kind = min((v.kind for v in told), key=list(VariationKind).index)
        lead, rest = f"{kind}, {', '.join(parts)}", ""
    further = f" and {len(told) - MOST} more" if len(told) > MOST else ""
    return lead + rest + further


def tells_most(revision: Revision, earlier: str, later: str) -> int:
    """How soon a change of a page is told, the least first; the texts are those of its two reports.

    Words altered inside quotation marks and other numbers come first, then a correction that the page tells, then what somebody
    is reported to have said, then the report's own words.
    """
    was = earlier[revision.earlier.start : revision.earlier.end]
    now = later[revision.later.start : revision.later.end]
    if revision.variation is VariationKind.ALTERED or (was and now and _counts(was) != _counts(now)):
        return 0
    if not was and _CORRECTION.match(now):
        return 1
    return 2 if revision.attribution is not None else 3


def _counts(text: str) -> Counter[str]:
    """The numbers of a sentence, as they are compared, but for days of dates."""
    found: Counter[str] = Counter()
    for number, start, end in _numbers(text, 0, len(text)):
        if not _of_a_date(text, start, end):
            found[number] += 1
    return found


def _numbers(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    for word in words(text, start, end):
        parts = word.key.split("-")
        if word.key[0].isdigit() or all(part in WORDS for part in parts):
            yield "-".join(str(WORDS.get(part, part)) for part in parts), word.start, word.end


def _of_a_date(text: str, start: int, end: int) -> bool:
    """Whether a number stands beside a month's name: the day of a date."""
    before = text[max(0, start - _LONGEST) : start]
    return bool(_MONTH_BEFORE.search(before) or _MONTH_AFTER.match(text, end, end + _LONGEST))


def _rank(v: Variation, earlier: str, later: str) -> tuple[int, int, int]:
    place = v.start, v.other_start
    if v.kind is VariationKind.ALTERED:
        return 0, *place
    sides = ((earlier, v.other_start, v.other_end), (later, v.start, v.end))
    numbers = [(text, a, b) for text, start, end in sides for _, a, b in _numbers(text, start, end)]
    if numbers:
        return (4 if all(_of_a_date(*number) for number in numbers) else 1), *place
    keys = [[word.key for word in words(text, start, end)] for text, start, end in sides]
    return (2 if weighs(*keys) else 3), *place


def _became(v: Variation, earlier: str, later: str) -> str:
    was, now = earlier[v.other_start : v.other_end], later[v.start : v.end]
    if v.kind is VariationKind.REORDERED:
        return f"“{now}” in another place"
    if v.kind is VariationKind.PUNCTUATION and not (was.strip() and now.strip()):
        return f"“{(was or now).strip()}” {'left out' if was.strip() else 'put in'}"
    return f"“{was}” became “{now}”" if was and now else f"“{now}” put in" if now else f"“{was}” left out"
