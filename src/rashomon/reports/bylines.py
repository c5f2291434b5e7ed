"""Whom a byline credits: its authors, and the parts of it that are agencies, outlets and what the authors are."""

from __future__ import annotations

import re

from rashomon.calendar_words import MONTHS
from rashomon.reports.masthead import names_outlet

_BY = re.compile(r"(?:by|from)\s+(?P<names>.+)", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")
_ENDS = re.compile(r"[|•·\n–—(]| on | for | in | at | of ")
_BETWEEN = re.compile(r"(?:,| and | & | with | / )\s*(?:and |with )?")
_AGENCY = re.compile(
    r"(?:press|news) (?:agency|association|service)|newswire|associated press", re.IGNORECASE
)
_ROLE = re.compile(
    r"(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|producers?|critics?|analysts?|photographers?"
    r"|journalists?|staff|team|desk|bureau|chief|agencies|fellow|professor)$",
    re.IGNORECASE,
)
"""Last words of what a byline says that its authors are."""


_NO_AUTHOR = re.compile(
    rf"(?:{'|'.join(MONTHS)}|authors?|admin\w*|by|staff|editor"
    r"|published|updated|posted|share|print|e-?mail|comments?|.*\b(?:com|org|net)"
    r"|(?-i:.*(?:\b[A-Z]\s+){2}[A-Z]))",
    re.IGNORECASE,
)
"""What pages give as an author and is none: a month, a button (*RESIZE A A A*), an address."""


def may_be_author(name: str) -> bool:
    """Whether what a page's metadata gives as an author can be one: no month, button, outlet or role.

    An agency is whom the page has its text from, which nothing else of the page may tell.

    >>> [may_be_author(n) for n in ("Tor Brandt", "November", "Harbour News", "Staff writer", "Lidva Press Agency")]
    [True, False, False, False, True]
    """
    plain = " ".join(name.replace(".", " ").split())
    if _AGENCY.search(plain):
        return True
    return not (
        _NO_AUTHOR.fullmatch(plain)
        or _ROLE.search(plain)
        or names_outlet(plain)
        or not any(map(str.isalpha, plain))
    )


def credited(byline: str) -> tuple[str, ...]:
    """The parts of a byline that are written as names, people's or others'; none where it begins with no *by*.

    >>> credited("By Tor Brandt, Harbour Press Agency — with agency reports")
    ('Tor Brandt', 'Harbour Press Agency')
    """
    match = _BY.match(byline)
    if not match:
        return ()
    names = map(str.strip, _BETWEEN.split(_ENDS.split(match["names"], maxsplit=1)[0]))
    return tuple(name.rstrip(".") for name in names if name[:1].isupper())


def authors_of(byline: str) -> tuple[str, ...]:
    """The people that a byline gives: ``By Ann Lee and Bob Ray, Staff Writers | April 5, 2031`` → Ann Lee, Bob Ray.

    What follows a comma may be the agency or the outlet that they write for; somebody called Post may stand first.

    >>> authors_of("By Tor Brandt, Harbour Press Agency"), authors_of("By Emily Post, Tessera Weekly")
    (('Tor Brandt',), ('Emily Post',))
    """
    return tuple(
        name
        for n, name in enumerate(credited(byline))
        if _NAME.fullmatch(name)
        and not _ROLE.search(name)
        and not _AGENCY.search(name)
        and not (n and names_outlet(name))
    )
