"""A text as its readers would see it, character for character in the same places.

Two things stand between the characters of a page and what they say: HTML entities that some program left in
(``&quot;We will stay,&quot; she said``) and line ends that only fit a column. :func:`surface` shows the mark and the space
instead, at the same length, so that every offset into the one is an offset into the other.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

from rashomon.reading.text.sentences import unbroken
from rashomon.reports.wrapped import joined

FILLER = "\u200b"
"""Stands inside a word where an entity was longer than its character; tokenisers pass over it."""

# Marks and spaces only: an entity that is a letter (&eacute;) is left, as are those that are no entity.
_ENTITY = re.compile(r"&(?:amp;)?(?:#\d{2,5}|#[xX][0-9a-fA-F]{2,4}|[a-zA-Z]{2,6});")
_SHOWN = frozenset("\"'“”„‘’‚«»‹›–—…&\u00a0-")


@lru_cache(maxsize=8)
def surface(text: str) -> str:
    """The text with entities shown as their character and wrapped lines joined; as long as ``text``."""
    if "&" in text:
        text = _ENTITY.sub(_shown, text)
    if "\n" in text or "\r" in text:
        text = _joined(joined(text))
    return text


def _shown(entity: re.Match[str]) -> str:
    """The character and as many spaces as the entity is longer, on the side where there is no word."""
    character = html.unescape(html.unescape(entity.group()))
    if character not in _SHOWN:
        return entity.group()
    character = character.replace("\u00a0", " ")
    before = entity.string[entity.start() - 1 : entity.start()]
    after = entity.string[entity.end() : entity.end() + 1]
    spare = len(entity.group()) - 1
    if before.isalnum() and after.isalnum():
        return character + FILLER * spare
    return character + " " * spare if before and not before.isspace() else " " * spare + character


def _joined(text: str) -> str:
    """Line ends inside what sentences take for one line, as spaces."""
    out = []
    at = 0
    for start, end in unbroken(text):
        out += [text[at:start], text[start:end].replace("\r", " ").replace("\n", " ")]
        at = end
    return "".join([*out, text[at:]])
