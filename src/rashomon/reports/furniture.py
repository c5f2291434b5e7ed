"""Site furniture told by its words: the lines that any site may have and no report is made of.

The word list is data, furniture.json, where each pattern stands with examples of what it must match.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

_LONGEST = 300  # characters; the longest line a pattern can match, so that no body paragraph is ever searched
_AROUND = " \t\r\n\xa0•·|*»«›‹→←↑>–—-:.!?…"


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the site and not to the report.

    "Related Articles", "Leave a Reply", "Your email address will not be published.", "Share on Facebook",
    "Sign up for our newsletter", "Tags: mill, fire" are; "Related parties were told on Monday." is not.
    """
    return starts_comments(line) or opens_links(line) or _matches("lines", line)


def starts_comments(line: str) -> bool:
    """Whether what follows a line is readers' comments: "3 Comments", "Leave a Reply", "Join the conversation"."""
    return _matches("starts_comments", line)


def opens_links(line: str) -> bool:
    """Whether what follows a line is links to other pages: "Related Articles", "You may also like"."""
    return _matches("opens_links", line)


def _matches(section: str, line: str) -> bool:
    if len(line) > _LONGEST:
        return False
    single = " ".join(line.split())
    stripped = single.strip(_AROUND) or single
    return bool(stripped) and any(pattern.fullmatch(stripped) for pattern in _patterns(section))


@cache
def _patterns(section: str) -> tuple[re.Pattern[str], ...]:
    listed = json.loads((Path(__file__).parent / "furniture.json").read_text(encoding="utf-8"))[section]
    return tuple(re.compile(entry["pattern"], re.IGNORECASE) for entry in listed)
