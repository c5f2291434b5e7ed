"""The sign of a possessive behind a name: *Kerr’s*, *the Greens’*."""

from __future__ import annotations

import re

SIGN = r"(?:[’']s|(?<=s)[’'])"
"""A regular expression for the sign behind whoever owns something: behind an *s* the mark may stand alone."""

_BEHIND = re.compile(r"[’']s?$")
_BEHIND_WITH_S = re.compile(r"[’']s$")


def without_possessive(words: str) -> str:
    """The words less the sign at their end.

    >>> without_possessive("Oran Kerr’s"), without_possessive("the Greens'"), without_possessive("O’Neil")
    ('Oran Kerr', 'the Greens', 'O’Neil')
    """
    return _BEHIND.sub("", words)


def without_possessive_s(words: str) -> str:
    """The same where a mark alone may be no sign: it may close a quotation, or be a letter of the name (*Sana’*).

    >>> without_possessive_s("Oran Kerr’s"), without_possessive_s("Sana’")
    ('Oran Kerr', 'Sana’')
    """
    return _BEHIND_WITH_S.sub("", words)
