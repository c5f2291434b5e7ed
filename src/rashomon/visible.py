"""Captured text made harmless to show: no character of a report reaches a terminal or a page as a command.

A page's title may hold terminal escapes (CVE-2003-0063), and any text may hold bidirectional overrides, which
show words in an order in which they do not stand (Boucher and Anderson, "Trojan Source", 2021). Nothing is
dropped: a character that acts, hides or reorders is shown as its code point.
"""

from __future__ import annotations

import re
from calendar import month_name
from urllib.parse import urlsplit

#: Controls, embeddings, overrides and isolates, invisible operators and tags, lone surrogates, noncharacters.
#: Joiners and single marks of direction stay: Persian, Indic scripts, Arabic and Hebrew are written with them.
ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u180e\u200b\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e00ff]"
)
_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d\d)?")
_LINE_ENDS = frozenset("\r\x0b\x0c\x85\u2028\u2029")


def visible(text: str) -> str:
    r"""The text with what would act, hide or reorder written as its code point; tabs and line ends stay.

    >>> visible("A \x1b[31mred\x1b[0m herring,\r\nand \u202eback\u202c")
    'A ‹U+001B›[31mred‹U+001B›[0m herring,\nand ‹U+202E›back‹U+202C›'
    """
    return ACTING.sub(_shown, text.replace("\r\n", "\n"))


def one_line(text: str, limit: int | None = None) -> str:
    r"""The text on one line, visible; where that is longer than ``limit`` characters, its beginning and ``…``.

    >>> one_line("The mill\n burned  down", 12)
    'The mill bu…'
    """
    # White space may be most of the text, so more is looked at than is shown; never all of a text of megabytes.
    head = text if limit is None else text[: 8 * limit + 80]
    line = " ".join(visible(head).split())
    if limit is None or (len(line) <= limit and len(head) == len(text)):
        return line
    return line[: limit - 1].rstrip() + "…"


def beginning(text: str, limit: int) -> str:
    """The text as it is, or, where it is longer than ``limit`` characters, its beginning and ``…``.

    >>> beginning("The mill burned down", 12), beginning("The mill", 12)
    ('The mill bu…', 'The mill')
    """
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def said_day(said_on: str | None) -> str | None:
    """A date of saying as a person reads it: that of a year not known in words, any other as ISO 8601 has it.

    >>> said_day("XXXX-08-16"), said_day("2031-08-16")
    ('16 August, year not known', '2031-08-16')
    """
    match = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", said_on or "")
    if match is None or not 1 <= int(match[1]) <= 12:
        return said_on
    return f"{int(match[2])} {month_name[int(match[1])]}, year not known"


def said_when(said_on: str | None) -> str | None:
    """A date of saying as words say it behind *said*.

    >>> said_when("2031-08-16"), said_when("2031-08"), said_when("2031-08-16/2031-08-17"), said_when("XXXX-08-16")
    ('on 2031-08-16', 'in 2031-08', 'between 2031-08-16 and 2031-08-17', 'on 16 August, year not known')
    """
    if not said_on:
        return None
    first, _, last = said_on.partition("/")
    if last:
        return f"between {first} and {last}"
    return f"{'in' if _MONTH_OR_YEAR.fullmatch(said_on) else 'on'} {said_day(said_on)}"


def web_link(address: str | None) -> str | None:
    """An address that may be made a link: http or https, with a host, and no white space or controls.

    >>> web_link("https://lantern.example/mill"), web_link("javascript:alert(1)"), web_link("//lantern.example")
    ('https://lantern.example/mill', None, None)
    """
    if address is None or not address.isprintable() or any(map(str.isspace, address)):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:  # a malformed IPv6 host
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None


def _shown(match: re.Match[str]) -> str:
    return "\n" if match[0] in _LINE_ENDS else f"‹U+{ord(match[0]):04X}›"
