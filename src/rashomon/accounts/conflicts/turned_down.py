"""What is turned down, which disputes nothing: an offer or a request that somebody does not grant, an idea that somebody will not
follow. It is set against nothing, and who *rejected the idea of going* says what who *has no plans to go* says."""

from __future__ import annotations

import re

_ASKED_FOR = (
    r"(?:offers?|requests?|bids?|motions?|appeals?|applications?|petitions?|proposals?|clearances?|permits?|permission|visas?|bail"
    r"|parole|asylum|licen[cs]es?|access|entry|funding|coverage|leave|promotions?)\b"
    r"(?!\s+(?:was|were|is|are|had|has|have|came|ever|existed)\b)"
)
_LED_TO = r"(?!(?:that|any|having)\b|\w+ing\b)(?:(?:an?|the|his|her|its|their|[\w’'.-]+)\s+){0,4}?"
_WITHHELD = re.compile(rf"\W*{_LED_TO}{_ASKED_FOR}", re.I)
_DENY = re.compile(rf"\bden(?:y|ies|ied|ying)\s+(?={_LED_TO}{_ASKED_FOR})", re.I)
_WILL_NOT = re.compile(
    r"\b(?:(?:reject|dismiss)(?:s|ed|es|ing)?\s+(?:(?:the|any)\s+)?(?:idea|notion|possibility|prospect)\s+of"
    r"|rul(?:e|es|ed|ing)\s+out)\s+(?=\w+ing\b)",
    re.I,
)


def is_withheld(denied: str) -> bool:
    """Whether what is denied is something asked for or offered, and no claim.

    >>> is_withheld("a Koll offer to plead guilty"), is_withheld("that an offer was made"), is_withheld("an offer was made")
    (True, False, False)
    """
    return _WITHHELD.match(denied) is not None


def plainly(sentence: str) -> str:
    """A sentence with *withheld* and *not* for what turns a thing down, so that words of disputing are left where one disputes.

    >>> plainly("Harn denied embassy requests to fly it"), plainly("Harn denied that requests came")
    ('Harn withheld embassy requests to fly it', 'Harn denied that requests came')
    >>> plainly("Kerr rejected the idea of naming an envoy"), plainly("Kerr rejected the idea that he had lied")
    ('Kerr not naming an envoy', 'Kerr rejected the idea that he had lied')
    """
    return _WILL_NOT.sub("not ", _DENY.sub("withheld ", sentence))
