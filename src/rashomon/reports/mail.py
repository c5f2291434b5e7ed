"""The header of an e-mail that was saved as a text: who sent it, when, and about what (RFC 5322).

Its lines are site furniture, but for the subject, which is a headline. A message that is packed is no text
(:mod:`.decode`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.utils import parseaddr

from rashomon.records import Passage, Voice
from rashomon.reports.bylines import may_be_author
from rashomon.reports.metadata import Metadata
from rashomon.reports.published import iso_date

_FIELD = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z-]{0,40}):[ \t]*(?P<value>[^\r\n]{0,2000}(?:\r?\n[ \t]+[^\s][^\r\n]{0,2000}){0,40})"
    r"(?:\r?\n|\Z)"
)
_LONGEST = 16_384
"""Characters of a text in which a header ends."""
_WITH_IT = frozenset({"to", "subject", "message-id", "reply-to"})
"""Fields of which one stands beside *From* and *Date*: two such lines alone may be a credit."""
_FIRST = "1971"
COMMENTS = 9
"""Parentheses in a sender, at most: each that stands in another is read by a call of its own. Set by hand."""
_ONE_WORD = frozenset(
    """
    approved attachments autocrypt bcc cc control date delivered distribution encoding expires from importance keywords lines
    newsgroups organisation organization path precedence priority re received references sender sensitivity sent status subject
    supersedes to xref
    """.split()
)
"""Fields whose names are of one word. Another such word before a colon is a speaker's name, or what a press release has there
(*Summary: The mill fell*): its line is text, and what it stands in no header."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the header tells, its passages, and where the text behind it begins, an offset in characters."""

    known: Metadata
    passages: tuple[Passage, ...]
    end: int


def header(text: str) -> Header | None:
    """The header that a text begins with; ``None`` where it begins otherwise.

    >>> found = header("From: Ann Lee <ann@lantern.example>\\nDate: Sat, 05 Apr 2031 09:00:00 GMT\\nSubject: Mill\\n\\nIt fell.")
    >>> found.known.title, found.known.authors, found.known.published, found.end
    ('Mill', ('Ann Lee',), '2031-04-05', 86)
    """
    at, values, passages = 0, dict[str, str](), list[Passage]()
    while (field := _FIELD.match(text, at, _LONGEST)) is not None:
        name, value = field["name"].lower(), field["value"].strip()
        if "-" not in name and name not in _ONE_WORD:
            return None
        values.setdefault(name, " ".join(value.split()))
        own = name == "subject" and value and not value.startswith("=?") and "\n" not in value
        label = field.start("value") if own else field.start() + len(field[0].rstrip())
        passages.append(Passage(Voice.FURNITURE, at, at + len(text[at:label].rstrip())))
        if own:
            start = field.start("value")
            passages.append(Passage(Voice.HEADLINE, start, start + len(field["value"].rstrip())))
        at = field.end()
    blank = text[at : at + 2].startswith(("\n", "\r\n"))
    if not blank or not {"from", "date"} <= values.keys() or not _WITH_IT & values.keys():
        return None
    published = sent_on(values["date"])
    known = Metadata(
        title=in_letters(values.get("subject", "")) or None,
        authors=senders(values["from"]),
        published=published,
        published_from="text" if published else None,
    )
    return Header(known, tuple(passages), at)


def senders(value: str) -> tuple[str, ...]:
    """Whom a field *From* names, if it is a name and no address alone.

    >>> senders("=?utf-8?q?Lee=2C_Ann?= <ann@harn.example>"), senders("Council, Press and City <city@harn.example>")
    (('Lee, Ann',), ('Council, Press and City',))
    """
    if value.count("(") > COMMENTS:
        return ()
    name, address = parseaddr(value)
    if not name and "@" not in address and "<" in value:  # a comma that should have stood in quotation marks
        name = value.partition("<")[0]
    name = " ".join(in_letters(name.strip(' "')).split())
    told = name and "=?" not in name and "@" not in name and sum(map(str.isalpha, name)) > 1
    return (name,) if told and may_be_author(name) else ()


def sent_on(value: str) -> str | None:
    """The day of a field *Date*, unless it is older than e-mail: a clock that was never set."""
    found = iso_date(value)
    return found if found and found >= _FIRST else None


def in_letters(value: str) -> str:
    """A value whose letters are told in ASCII (RFC 2047: ``=?utf-8?q?M=C3=BChle?=``) in its letters, if they can be told."""
    if "=?" not in value:
        return value
    try:
        return " ".join(str(make_header(decode_header(value))).replace("\0", "").split())
    except (HeaderParseError, LookupError, ValueError):
        return value
