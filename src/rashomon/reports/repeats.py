"""A paragraph that stands in a text over and over: read so often, and furniture from there on.

What a page or a machine repeats without end reports nothing new, and each of its sentences would be set against all of its like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from rashomon.records import OWN_VOICES, Passage, Voice

MOST = 50
"""How often one paragraph is read. An anchor's *Thank you* and a court's *Sustained* are shorter, a chorus comes less often."""

_LEAST = 40
"""Characters of a paragraph that counts as one."""


def without_repeats(text: str, passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages, of which those that repeat one in the report's own voices more than :data:`MOST` times are furniture."""
    met: Counter[str] = Counter()
    out = []
    for p in passages:
        words = _words(text, p) if p.voice in OWN_VOICES else ""
        met[words] += bool(words)
        out.append(replace(p, voice=Voice.FURNITURE) if words and met[words] > MOST else p)
    return tuple(out)


def repeated(text: str, passages: Iterable[Passage]) -> int:
    """How many passages of a report are furniture only because they repeat others."""
    furniture: Counter[str] = Counter()
    read: Counter[str] = Counter()
    for p in passages:
        if words := _words(text, p):
            if p.voice in OWN_VOICES:
                read[words] += 1
            elif p.voice == Voice.FURNITURE:
                furniture[words] += 1
    return sum(count for words, count in furniture.items() if read[words] == MOST)


def _words(text: str, passage: Passage) -> str:
    """A passage's words; nothing for a short one."""
    if passage.end - passage.start < _LEAST:
        return ""
    return " ".join(text[passage.start : passage.end].split())
