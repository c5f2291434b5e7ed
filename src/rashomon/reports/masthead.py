"""An outlet that a line of its own names, beside a date or above it, or whoever issues a press release."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.capitals import WORD
from rashomon.reports.published import bracketed_dateline, from_line

WORDS = (
    r"(?:News Service|News|Times|Post|Herald|Tribune|Gazette|Telegraph|Journal|Chronicle|Courier|Daily|Radio|TV|Television"
    r"|Broadcasting|Newspaper|Press Agency|News Agency|Magazine|Channel \d+|Observer|Examiner|Inquirer|Globe|Weekly)"
)
"""Words of which the names of outlets are made."""

_MORE = (
    r"(?:Mail|Star|Mirror|Standard|Sentinel|Beacon|Review|Bulletin|Guardian|Independent|Express|Press|Record|Dispatch|Echo"
    r"|Argus|Mercury|Lantern|Monitor|Register|Wire|Online)"
)
"""Words with which they end, and other names seldom: enough where the name stands alone with a date."""

_CAPITALS = r"[A-ZÀ-Þ][\w’'&-]*(?: (?:(?:of|the|and|&) )*[A-ZÀ-Þ][\w’'&-]*){0,5}"
_PLACE = rf"(?:{WORD}(?: {WORD})?, )?"
_LINE = re.compile(rf"(?P<name>{_CAPITALS})(?:, | ?[|•·] ?| [–—-] ){_PLACE}(?P<rest>.*\d.*)")
_NAMES_ONE = re.compile(rf"{WORDS} [A-ZÀ-Þ].*|[A-ZÀ-Þ].* (?:{WORDS}|{_MORE})")


def outlet_of(line: str) -> str | None:
    """The outlet that a line names which holds its name and a full date, and nothing else; ``None`` for any other line.

    >>> outlet_of("Tessera Weekly, 16 April 2031"), outlet_of("The Gimli Post | Published: 11 November 2031, 10:30")
    ('Tessera Weekly', 'The Gimli Post')
    >>> outlet_of("CAPITAL NEWS SERVICE, Harn, April 16, 2031")
    'CAPITAL NEWS SERVICE'
    >>> outlet_of("Harn, 16 April 2031"), outlet_of("Tessera Weekly burned down on 16 April 2031")
    (None, None)
    """
    match = _LINE.fullmatch(line.strip()) if len(line) <= 90 else None
    if match is None or from_line(match["rest"]) is None or not names_outlet(match["name"]):
        return None
    return match["name"]


def names_outlet(name: str) -> bool:
    """Whether a name is made as outlets' are: ``Tessera Weekly``, ``Harbour Press Agency``."""
    return _NAMES_ONE.fullmatch(name.title() if name.isupper() else name) is not None


def begins_with_masthead(lines: Sequence[str]) -> bool:
    """Whether a text's first line is an outlet's name: above a date, or above a headline and a byline or date.

    It is of words that no line below has in small letters, and of no common phrase: *The Gold Standard* may be a headline.

    >>> begins_with_masthead(["The Tessera Examiner", "15 March 2031"])
    True
    >>> begins_with_masthead(["Mill burns in Tessera", "15 March 2031"]), begins_with_masthead(["LOCAL NEWS", "15 March 2031"])
    (False, False)
    >>> begins_with_masthead(["The Tessera Echo", "Mill burns", "By Ann Lee"])
    True
    >>> begins_with_masthead(["Lee Sues Daily Mirror", "Court to hear it in May", "By Ann Lee"])
    False
    >>> begins_with_masthead(["The Honey Standard", "Keepers unite", "By Ann Lee", "Whoever sells honey has to weigh it."])
    False
    >>> begins_with_masthead(["The Last Post", "A bugler dies", "By Ann Lee"])
    False
    """
    return _stands_above(lines) and _is_name(lines[0].strip(), "\n".join(lines[1:])[:_READ])


def begins_with_section(lines: Sequence[str]) -> bool:
    """Whether a text's first line is a section's heading, which is neither an outlet nor a headline.

    >>> begins_with_section(["BREAKING NEWS", "Mill burns", "By Ann Lee"]), begins_with_section(["Local News", "15 March 2031"])
    (True, True)
    >>> begins_with_section(["The World Record", "Runner wins", "By Ann Lee"])
    False
    """
    return _stands_above(lines) and _of_section(lines[0].strip())


def _stands_above(lines: Sequence[str]) -> bool:
    """Whether a first line that is made as outlets' names are stands above a date, or above a headline and a byline or date."""
    if len(lines) < 2:
        return False
    name, second, third = lines[0].strip(), lines[1].strip(), "".join(lines[2:3]).strip()
    if len(name.split()) > _MOST_WORDS or not re.fullmatch(_CAPITALS, name) or not names_outlet(name):
        return False
    if _is_date(second):
        return True
    headline = len(second) <= _HEADLINE and not second.endswith(".")
    told = len(third) <= _HEADLINE and (third.startswith(("By ", "BY ")) or _is_date(third))
    loud = name.isupper() and not second.isupper()
    return headline and told and (loud or name.startswith("The ") or _of_section(name))


def _of_section(name: str) -> bool:
    own = _own_words(name)
    return bool(own) and not name.startswith("The ") and _SECTIONS.issuperset(own)


def _is_date(line: str) -> bool:
    return len(line) <= _DATE_LINE and from_line(line) is not None


def _own_words(name: str) -> list[str]:
    """The words of an outlet's name that are its own, in small letters."""
    return [w for w in name.lower().removeprefix("the ").split()[:-1] if w not in _OF_OUTLETS]


def _is_name(name: str, below: str) -> bool:
    """Whether the words of an outlet's name are names: of no section, no verb (*KERR SUES MIRROR*), no common word of it."""
    own = _own_words(name)
    if name.isupper() and len(own) > 1 and any(w.endswith("s") for w in own[1:]):
        return False
    if not (_SECTIONS | _OF_PHRASES).isdisjoint(own):
        return False
    return not any(re.search(rf"\b{re.escape(w)}\b", below) for w in own)


_OF_OUTLETS = frozenset("daily weekly sunday morning evening and of the".split())
_SECTIONS = frozenset(
    """
    art arts book books breaking business city crime culture entertainment environment film finance food foreign global good
    health home international latest live local money more movie music national new news opinion other politics product regional
    science sport sports tech technology television theatre top travel tv video weather world year
    """.split()
)
_OF_PHRASES = frozenset(
    "bad broken criminal double first gold golden hard honest last living lone old rising shooting silent track unknown".split()
)
"""Words that with an outlet's make a phrase (*Hard Times*, *The Last Post*, *A Broken Record*), sooner a headline than a name."""
_READ = 20_000
"""Characters of a text in which a word of its masthead is looked for in small letters."""
_HEADLINE = 150
_MOST_WORDS = 4
_DATE_LINE = 60

_FOR_RELEASE = re.compile(r"\bfor\s+(?:immediate\s+)?release\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:(?:No|Nr|Release|Ref)\.? ?)*[A-Z\d/. -]*\d[A-Z\d/. -]*")
BODY = (
    r"(?:Command|Ministry|Department|Office|Agency|Authority|Council|Committee|Commission|Union|Association|Foundation"
    r"|Party|Front|Army|Forces?|Police|University|Institute|Cent(?:er|re)|Secretariat|Embassy|Mission|Bureau|Service"
    r"|Government|Assembly|Federation|League|Company|Corporation|Group|Bank|Hospital|Guild|Headquarters|Administration)"
)
"""Words in which the names of bodies end."""

_KIND = r"(?:Statement|Communiqu[eé]|Declaration|Bulletin|Announcement|Proclamation|Appeal)"
_NUMBERED = r"(?:,?\s+(?:No|Nr|Number|#)\.?\s*\d{1,4}(?:/\d{2,4})?)"
_OF_BODY = (
    r"\s+(?:issued\s+)?(?:of|by|from)\s+(?:the\s+)?"
    r"(?P<name>(?-i:[A-ZÀ-Þ][\w’'&-]*(?:,?\s+(?:(?:of|for|the|and|&)\s+){0,2}[A-ZÀ-Þ][\w’'&-]*){0,11}?))"
)
_ABOUT = (
    r"(?:,?\s+(?:on|about|concerning|regarding|following|for|in\s+(?:connection|response|reply)|dated|to\s+(?:the|our))\b"
    r"[^.!?\n“”\"]{0,120})?"
)
_TITLE = re.compile(
    rf"\W*(?:full\s+text:?\s+(?:of\s+)?(?:the\s+)?)?(?:(?:Press|Military|Official|Joint|Public|Political|Urgent|Important)\s+){{0,2}}"
    rf"{_KIND}(?:{_NUMBERED}?{_OF_BODY}{_NUMBERED}?{_ABOUT}|{_NUMBERED}{_ABOUT})\W*",
    re.IGNORECASE,
)
_LONGEST_TITLE = 220


def issued(line: str) -> tuple[int, int] | None:
    """Where the issuer's name stands in a line that is the title of a body's statement; an empty stretch where it has only a
    number; ``None`` of any other line.

    >>> title = "Statement No. 14 of the General Command"
    >>> title[slice(*issued(title))], issued("Military Communiqué No. 7"), issued("Statement draws anger in Orsk")
    ('General Command', (0, 0), None)
    >>> title = "Communiqué of the Ministry of Defence on the events in Lidva"
    >>> title[slice(*issued(title))]
    'Ministry of Defence'
    """
    found = _TITLE.fullmatch(line.strip()) if len(line) <= _LONGEST_TITLE else None
    if found is None:
        return None
    by = len(line) - len(line.lstrip())
    return (0, 0) if found["name"] is None else (by + found.start("name"), by + found.end("name"))


_ISSUER = re.compile(
    rf"(?P<name>(?:(?!{BODY} (?:of|for)\b)[A-ZÀ-Þ][\w’'&-]* (?:of |the |and |& )*){{0,4}}{BODY}"
    rf"(?: (?:of|for) (?:the )?{WORD}(?: (?:and )?{WORD})?)?)\s*(?:$|[-–—|:,(]|\s\S*\d)"
)
"""A body by its name, whole: a headline in capitals (*Harn Police Arrest Two Men*) goes on."""

_ISSUER_LINES = 6
_LONGEST_NUMBER = 60


def issuer_of(lines: Sequence[str]) -> str | None:
    """Whoever issues a press release: named before *For Immediate Release*, or before the dateline in the same paragraph.

    >>> issuer_of(["Two held", "Harn Command - Torvena 2031-04-S-081 For Immediate Release  HARN, Torvena (April 5, 2031)"])
    'Harn Command'
    >>> issuer_of(["Torvena Ministry of Health", "FOR IMMEDIATE RELEASE", "HARN - Nobody was hurt."])
    'Torvena Ministry of Health'
    """
    first = [line.strip() for line in lines[:_ISSUER_LINES]]
    for n, line in enumerate(first):
        release = _FOR_RELEASE.search(line)
        at = release or bracketed_dateline(line)
        if at is None:
            continue
        head = line[: at.start()].strip()
        if not head:
            above = n - 1
            while above >= 0 and len(first[above]) <= _LONGEST_NUMBER and _NUMBER.fullmatch(first[above]):
                above -= 1
            # Above a dateline without a number between them stands a headline.
            head = first[above] if above >= 0 and (release or above < n - 1) else ""
        name = _ISSUER.match(head)
        return name["name"] if name else None
    return None
