"""An outlet that a line of its own names beside a date: ``Tessera Weekly, 16 April 2031``."""

from __future__ import annotations

import re

from rashomon.reports.published import from_line

WORDS = (
    r"(?:News|Times|Post|Herald|Tribune|Gazette|Telegraph|Journal|Chronicle|Courier|Daily|Radio|TV|Television|Broadcasting"
    r"|Newspaper|Press Agency|News Agency|Magazine|Channel \d+|Observer|Examiner|Inquirer|Globe|Weekly)"
)
"""Words of which the names of outlets are made."""

_MORE = (
    r"(?:Mail|Star|Mirror|Standard|Sentinel|Beacon|Review|Bulletin|Guardian|Independent|Express|Press|Record|Dispatch|Echo"
    r"|Argus|Mercury|Lantern|Monitor|Register|Wire|Online)"
)
"""Words with which they end, and other names seldom: enough where the name stands alone with a date."""

_CAPITALS = r"[A-ZÀ-Þ][\w’'&-]*(?: (?:(?:of|the|and|&) )*[A-ZÀ-Þ][\w’'&-]*){0,5}"
_LINE = re.compile(rf"(?P<name>{_CAPITALS})(?:, | ?[|•·] ?| [–—-] )(?P<rest>.*\d.*)")
_NAMES_ONE = re.compile(rf"{WORDS} [A-ZÀ-Þ].*|[A-ZÀ-Þ].* (?:{WORDS}|{_MORE})")


def outlet_of(line: str) -> str | None:
    """The outlet that a line names which holds its name and a full date, and nothing else; ``None`` for any other line.

    >>> outlet_of("Tessera Weekly, 16 April 2031"), outlet_of("The Gimli Post | Published: 11 November 2031, 10:30")
    ('Tessera Weekly', 'The Gimli Post')
    >>> outlet_of("Harn, 16 April 2031"), outlet_of("Tessera Weekly burned down on 16 April 2031")
    (None, None)
    """
    match = _LINE.fullmatch(line.strip()) if len(line) <= 90 else None
    if match is None or from_line(match["rest"]) is None or not _NAMES_ONE.fullmatch(match["name"]):
        return None
    return match["name"]
