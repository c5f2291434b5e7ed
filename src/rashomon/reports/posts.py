"""Posts that somebody copied from a network's page into a plain text, told by their form.

A post stands there as the page set it: its author's name and handle, its words, its time and, often, how many liked it::

    Jonas Reiter
    @jreiter
    The authority honours its agreements. Always has.
    10:14 AM · May 14, 2031

or on one line, ``@petrakoll: We did it.``
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.calendar_words import ANY_SHORT_MONTH

_HANDLE = r"@\w{1,30}(?:@[\w.-]{3,60})?"
_ONLY_HANDLE = re.compile(rf"{_HANDLE}(?: ?[·•|-] ?.{{1,30}})?")
_NAME_AND_HANDLE = re.compile(rf"[^\W\d_][^@\n:]{{1,60}} \(?{_HANDLE}\)?(?: ?[·•|-] ?.{{1,30}})?")
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,4}(?: [^\w\s]{1,3})?")
ONE_LINE = re.compile(rf"(?P<handle>{_HANDLE})(?P<cue>:) (?P<words>\S.{{4,400}})")
"""A post on one line, behind its author's handle."""


_MONTH = rf"(?:{ANY_SHORT_MONTH})[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}})"
_HOUR = r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?"
TIME = re.compile(
    rf"(?:{_HOUR} ?[·•,|-]? ?{_DAY}|{_DAY} ?(?:[·•,|-]|at)? ?{_HOUR})(?: ?[·•|] ?.{{1,60}})?", re.IGNORECASE
)
"""The line under a post that tells when it was sent."""

_MOST_LINES = 12
"""Of a post's own words; one network lets a post run to 280 characters, others to 500."""


def posts(lines: Sequence[str]) -> set[int]:
    """The numbers of the lines that belong to posts.

    One with its author on lines of its own must end in the line that tells its time; the words between may be a few lines,
    none of them long.

    >>> sorted(posts(["He wrote:", "Jan Kerr", "@jkerr", "We stay.", "9:15 PM · Apr 3, 2031", "Then he left."]))
    [1, 2, 3, 4]
    """
    found: set[int] = set()
    for i, line in enumerate(lines):
        if i in found:
            continue
        if ONE_LINE.fullmatch(line):
            found.add(i)
            continue
        head = _head(lines, i)
        if head is None:
            continue
        words = range(head, min(head + _MOST_LINES, len(lines)))
        end = next((j for j in words if TIME.fullmatch(lines[j]) or len(lines[j]) > 600), None)
        if end is not None and end > head and TIME.fullmatch(lines[end]):
            found.update(range(i, end + 1))
    return found


def _head(lines: Sequence[str], i: int) -> int | None:
    """The number of the line behind the author's, who stands on this one and perhaps the next; ``None`` where none does."""
    if _NAME_AND_HANDLE.fullmatch(lines[i]):
        return i + 1
    if i + 1 < len(lines) and _NAME.fullmatch(lines[i]) and _ONLY_HANDLE.fullmatch(lines[i + 1]):
        return i + 2
    return None
