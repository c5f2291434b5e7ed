"""The sentence around some words, for whoever asks at hundreds of places: by the full stops and ends of lines nearest to them.

:mod:`.sentences` knows more, and reads a whole stretch for it.
"""

from __future__ import annotations

import re

from rashomon.records import Span

_BOUNDARY = re.compile(r"[.!?\n](?:(?<=\n)|[”\"’)]*\s)")
"""A line's end, or a final mark with what closes after it; written to begin with one class of characters, which is looked for
several times as fast as either of two patterns."""
_NO_END = re.compile(
    r"(?:\b(?:[A-Z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Gen|Sen|Rep|Gov|Col|Lt|Capt|Maj|Sgt|Adm|Rev|Prof|Msgr|Mr|Mrs|Ms|Dr|St|Jr))\Z"
)


def sentence_around(text: str, start: int, end: int, within: Span | None = None) -> tuple[int, int]:
    """The sentence around some words, half-open; 400 characters before and 600 after them are looked at, at most."""
    low, high = (within.start, within.end) if within else (0, len(text))
    reach = max(low, start - 400)
    before = reversed(list(_BOUNDARY.finditer(text, reach, start)))
    first = next((m.end() for m in before if _ends(text, m)), reach)
    for m in _BOUNDARY.finditer(text, end, min(high, end + 600)):
        if _ends(text, m):
            return first, m.start() + 1
    return first, min(high, end + 600)


def _ends(text: str, boundary: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence, and not an initial or an abbreviation."""
    at = boundary.start()
    return text[at] != "." or _NO_END.search(text, max(0, at - 5), at) is None
