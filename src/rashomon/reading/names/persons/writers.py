"""Whether words are for somebody who can have written or called: *a note from his doctor*, not *a message from the roof*."""

from __future__ import annotations

import re

from rashomon.calendar_words import ANY_MONTH, ANY_WEEKDAY
from rashomon.reading.names.words.bodies import GROUPS, LED, OWNED
from rashomon.reading.names.words.roles import NOUNS, OF_ANYBODY
from rashomon.reading.text.counted import person

_SOMEBODY = NOUNS | OF_ANYBODY | GROUPS | LED | OWNED
_WHEN = re.compile(rf"(?:{ANY_WEEKDAY}|{ANY_MONTH})\Z")


def may_write(words: str) -> bool:
    """Whether the last of the words is a name, or a noun for a person or a body.

    >>> [may_write(words) for words in ("Zhian Marn", "his doctor", "the ministry", "the roof", "last year", "Monday")]
    [True, True, True, False, False, False]
    """
    last = re.split(r"[\s-]+", words.strip())[-1].strip(".,’'\"")
    if last[:1].isupper():
        return _WHEN.match(last) is None
    return last.lower() in _SOMEBODY or person(words)
