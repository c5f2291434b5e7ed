"""Which reports give words in a translation, by their own account: what differs there inside quotation marks, nobody altered."""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.records import OWN_VOICES, Report

_SAYS_SO = re.compile(
    r"\b(?:in|from) (?:our|my|an? (?:unofficial|rough|own)|the \w{3,20}[’']s) (?:own )?translation\b"
    r"|\b(?:our|my) (?:own )?translation\b|\b(?:unofficial|rough|English) translation\b|\btranslation (?:by|from)\b"
    r"|\btranslated (?:by|for (?:us|this)|from (?:the )?[A-Z]|into English)"
    r"|\bthrough (?:an?|his|her|their) (?:interpreter|translator)\b"
)


def translates(report: Report) -> bool:
    """Whether a report says somewhere in its own voices that words in it are translated."""
    return _translates(report.text, tuple((p.start, p.end) for p in report.passages if p.voice in OWN_VOICES))


@lru_cache(maxsize=4096)
def _translates(text: str, own: tuple[tuple[int, int], ...]) -> bool:
    return any(_SAYS_SO.search(text, start, end) is not None for start, end in own)
