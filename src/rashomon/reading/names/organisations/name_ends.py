"""What stands behind the name of a body and is none of it: *the Senate Wednesday*, *the Authority itself*, *the Centre (*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.calendar_words import ANY_WEEKDAY
from rashomon.reading.names.words.bodies import GROUPS, LED
from rashomon.reading.text.words_of_speech import any_of
from rashomon.records import Mention, MentionKind

_BODIES = any_of(
    {noun.title() for noun in GROUPS | LED} | {"Senate", "House", "Congress", "Parliament", "White House"}
)
_DAY = re.compile(rf"\b{_BODIES}(?P<day>\s+{ANY_WEEKDAY})\Z")
"""Only behind a word for a body: *Sheffield Wednesday* is one."""
_ITSELF = re.compile(r"\s+(?:itself|himself|herself|themselves)\Z")
_OPEN = re.compile(r"[\s(\[,;:–—-]+\Z")
_LONGEST = 200
"""Characters of a name that are looked at."""


def name_end(words: str) -> int:
    """Where a name ends within its words.

    >>> [words[: name_end(words)] for words in ("Senate Wednesday", "Authority itself", "Harn Wednesday", "Centre (")]
    ['Senate', 'Authority', 'Harn Wednesday', 'Centre']
    """
    end = len(words)
    if end > _LONGEST:
        return end
    for part in (_OPEN, _ITSELF):
        if (m := part.search(words, 0, end)) is not None and m.start():
            end = m.start()
    day = _DAY.search(words[:end])
    return end if day is None else day.start("day")


def with_name_ends(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, those of bodies without what stands behind the name."""
    return tuple(
        replace(m, end=m.start + end)
        if m.kind is MentionKind.ORGANISATION and (end := name_end(text[m.start : m.end])) < m.end - m.start
        else m
        for m in mentions
    )
