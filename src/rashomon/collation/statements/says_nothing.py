"""What says nothing by itself: the name of whom something is told of (*Oran Kerr*, of *Oran Kerr was charged with theft*), or a
thing that was told of before (*the raid*, of *Kerr condemned the raid*).

The reader has it as a piece of a content, and rightly so. But two reports that both have it share a name, and no statement.
"""

from __future__ import annotations

import re

from rashomon.capitals import CAPITAL, DOTTED
from rashomon.collation.statements.items import Item
from rashomon.records import Voice

_LONGEST = 90
"""Characters that a name with its titles has at most."""
_BETWEEN = r"(?:\s+(?:of|and|the|de|del|da|di|la|van|von|der|den|bin|al|el)){1,2}"
_NAME = re.compile(
    rf"(?:[Tt]he\s+)?(?=\W*{CAPITAL}){DOTTED}(?:(?:,?\s+|{_BETWEEN}\s+){DOTTED}){{0,9}}(?:,\s+\d{{1,3}})?[.,;:]?"
)
_WORD = re.compile(r"[^\W\d_]+")
_LOUD = 2
"""Words in capitals that may be a name; more are a sentence."""
_THING = re.compile(
    r"(?:the\s+[^\W\d_]+|(?:this|that|these|those)\s+(?![^\W\d_]*(?:s|ed)\b)[^\W\d_]+)[.,;:]?", re.I
)
"""*This stinks*, *that helped* are sentences."""
_SAYS = frozenset(
    """
    absolutely always can cannot did do does enough everything genocide going guilty has have help i innocent is it lies maybe
    means murder never no nobody none not nothing peace rigged stop treason true war was we were will wrong yes you
    """.split()
)
"""Words that stand in no name, or say much alone: *No*, *Not Guilty*, *Harn Will Rise Again*."""


def says_nothing(item: Item) -> bool:
    """Whether its words, retold, are a name alone, or a thing by its noun alone. In a headline any word may have a capital."""
    if not item.retold or item.quoted or len(item.core_text) > _LONGEST:
        return False
    words = " ".join(item.core_text.split())
    if _THING.fullmatch(words) is not None:
        return True
    if item.voice is Voice.HEADLINE or (words.isupper() and len(words.split()) > _LOUD):
        return False
    return _NAME.fullmatch(words) is not None and _SAYS.isdisjoint(_WORD.findall(words.lower()))
