"""When a report was published, as an ISO 8601 date or the part of one that is known."""

from __future__ import annotations

import re
from datetime import date

from rashomon.calendar_words import ANY_SHORT_MONTH, MONTHS

_MONTH = rf"(?P<month>{ANY_SHORT_MONTH})[a-z]*\.?"
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?![\d-])")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?P<one>\d{1,2})(?P<mark>[-/.])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)")
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?!\d)")
_IN_WORDS = (
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH},?[ -](?P<year>\d{{4}})\b", re.IGNORECASE
    ),
    re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b"),
)
_IN_ADDRESS = re.compile(
    rf"/(?P<year>(?:19|20)\d{{2}})[/-](?P<month>0?[1-9]|1[0-2]|{ANY_SHORT_MONTH})"
    r"(?:[/-](?P<day>0?[1-9]|[12]\d|3[01]))?(?=[/-]|$)",
    re.IGNORECASE,
)


_IN_FILE_NAME = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<mark>[-_.]?)(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)

_FIRST_YEAR = "1400"
"""Before that nothing was printed: 0001-01-01 is what programs write where they have no date."""


def iso_date(value: str) -> str | None:
    """The date that a field gives, or ``None``.

    ``2031-04-05``, ``2031-04-05T23:10:00+04:30`` → ``2031-04-05`` (the outlet's own day); ``2031-04``; ``2031``;
    ``20310405``; ``2031/4/5``; ``Sat, 05 Apr 2031 09:00:00 GMT``; ``April 5, 2031``. ``16/08/2031`` and ``08/16/2031`` are one
    day, as there is no month 16; ``05/04/2031`` is ``None``: nothing tells day from month.
    """
    value = value.strip()
    if (match := _YEAR_LAST.match(value)) is not None:
        return _told_apart(int(match["one"]), int(match["two"]), int(match["year"]))
    for pattern in (_COMPACT, _YEAR_FIRST, _ISO):
        if match := pattern.match(value):
            return _checked(match)
    return in_words(value)


_SHORT_DAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,2}"
_DATELINE = re.compile(
    r"\s*(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.’'-]+)*"
    rf"(?:, (?!{ANY_SHORT_MONTH})[A-Z][\w.’' -]{{1,24}}?)?),?\s+(?:\([^)\n]{{2,30}}\)\s+)?"
    r"(?P<date>(?:[^()/—–\n]|(?<=\d)/(?=\d)){6,30}?)\s*(?:(?:\([^)\n]{2,30}\)|/[^/\n]{2,30}/)\s*)?(?:—|–|--?)\s"
)
_LINE = re.compile(
    r"(?:(?:published|posted|updated|first published|last updated)?(?:(?: by [^\n]{2,40}?)? on| at)?:?\s*)?(?:\w+day,? )?"
    r"(?P<date>.{8,30}?)(?:,? (?:at )?\d{1,2}[:.]\d\d.{0,12}?)?(?: by [^\n]{2,40})?",
    re.IGNORECASE,
)


_DAY = re.compile(
    rf"(?:(?:\w+day|{_SHORT_DAY})\.?,? )?(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -](?:{ANY_SHORT_MONTH})[a-z]*\.?"
    rf"|(?:{ANY_SHORT_MONTH})[a-z]*\.? \d{{1,2}}(?:st|nd|rd|th)?)(?:,?[ -]\d{{2,4}})?(?:,? \d{{1,2}}[:.]\d\d.{{0,12}})?"
    rf"|\w+day|{_SHORT_DAY}|\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}",
    re.IGNORECASE,
)
"""All that may stand as the day of a dateline."""

_BRACKETED = re.compile(
    r"(?P<place>[A-ZÀ-Þ]{2}[A-ZÀ-Þ.’'-]*(?: [A-ZÀ-Þ][A-ZÀ-Þ.’'-]+)*(?:, [A-Z][\w.’' -]{1,24}?)?),? "
    r"\((?P<date>[^()\n]{8,30})\)(?:\s*(?:—|–|--?)\s|\s+(?=[A-ZÀ-Þ“\"])|\s*$)"
)
"""A dateline whose date stands in brackets: ``HARN, Torvena (April 5, 2031) –``; without a dash, a sentence has to begin, or the
line to end."""

_HEAD = 160
"""Characters of a paragraph in which such a dateline may follow an issuer, a number and *For Immediate Release*. Set by hand."""

_LONGEST = 120
"""Characters of a dateline, place and date."""

_APART = re.compile(r"(?:\s\s|[\t\v\f\x85\u2028\u2029])$")
_RELEASE_BEFORE = re.compile(r"\brelease\b\W*$", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[.!?][”\"’]?\s")


def bracketed_dateline(text: str, start: int = 0) -> re.Match[str] | None:
    """The dateline with its full date in brackets of the line that begins at ``start``: at once, or below a release's head.

    >>> line = "Harn Command - Torvena 2031-04-S-081 For Immediate Release  HARN, Torvena (April 5, 2031) Two men were held."
    >>> bracketed_dateline(line)["date"]
    'April 5, 2031'
    """
    line_end = text.find("\n", start)
    # Of a line without end only its head is searched: in capitals throughout, each of its words might begin a place.
    end = min(len(text) if line_end < 0 else line_end, start + _HEAD + _LONGEST)
    for match in _BRACKETED.finditer(text, start, end):
        head = text[start : match.start()]
        if len(head) > _HEAD or _SENTENCE_ENDS.search(head):
            return None
        leads = not head.strip() or _APART.search(head) or _RELEASE_BEFORE.search(head)
        if leads and _is_full_date(re.sub(r"^\w+day,? ", "", match["date"].strip())):
            return match
    return None


def _is_full_date(words: str) -> bool:
    return any(pattern.fullmatch(words) for pattern in _IN_WORDS)


def from_dateline(text: str) -> str | None:
    """The date with which a report's first words are dated: ``HARN, 5 April 2031 (MPA) —``; only one with its year.

    >>> from_dateline("HARN, Torvena, April 5, 2031 (MPA) — Four people died."), from_dateline("On 5 April 2031 it fell.")
    ('2031-04-05', None)
    >>> from_dateline("HARN, Torvena (April 5, 2031) – Four people died.")
    '2031-04-05'
    >>> from_dateline("HARN, April 5, 2031 /Newsline/ -- The Osmer Mill today recalled its flour.")
    '2031-04-05'
    """
    if (bracketed := bracketed_dateline(text)) is not None:
        return in_words(bracketed["date"])
    match = _of_a_day(text, 0)
    if match is None:
        return None
    date_words = match["date"].strip(" ,")
    found = in_words(date_words)
    return found if found and len(date_words) <= len("30 September 2031") + 4 else None


def dateline(text: str, start: int) -> tuple[int, int] | None:
    """Where the date of a dateline that begins at ``start`` stands: when the report was written, of whatever it tells.

    >>> text = "HARN, April 5 (MPA) - Four people died, the clinic said."
    >>> text[slice(*dateline(text, 0))]
    'April 5'
    """
    match = bracketed_dateline(text, start) or _of_a_day(text, start)
    return (match.start("date"), match.start("date") + len(match["date"].rstrip(" ,"))) if match else None


def _of_a_day(text: str, start: int) -> re.Match[str] | None:
    """A dateline without brackets, if a day is all that stands in it: not *ORSK, by 5 April 2031 - when the mill closed -*."""
    match = _DATELINE.match(text, start)
    return match if match is not None and _DAY.fullmatch(match["date"].strip(" ,.")) is not None else None


def behind_dateline(text: str, start: int) -> int:
    """Where the words begin behind the dateline that begins at ``start``; ``start`` where none does.

    >>> text = "HARN, April 5 (MPA) - Four people died, the clinic said."
    >>> text[behind_dateline(text, 0):]
    'Four people died, the clinic said.'
    """
    match = bracketed_dateline(text, start) or _of_a_day(text, start)
    return match.end() if match else start


def from_line(text: str) -> str | None:
    """The date that a line of its own gives, alone or after an outlet's name and a comma: ``Tessera Weekly, 16 April 2031``.

    >>> from_line("Published: Saturday, 5 April 2031, 10:30"), from_line("On 5 April 2031 the mill burned down.")
    ('2031-04-05', None)
    >>> from_line("Posted by Tor on 5 April 2031 at 8:41 pm"), from_line("Posted on April 5, 2031 by Tor Brandt")
    ('2031-04-05', '2031-04-05')
    >>> from_line("End of service: Saturday, 5 April 2031") is None
    True
    """
    line = text.strip()
    if len(line) > 90 or line.endswith((".", "!", "?", ":", "”", '"')):
        return None
    for part in (line, line.rpartition(", ")[2], re.split(r"\s[|•·–—-]\s|, ", line, maxsplit=1)[-1]):
        match = _LINE.fullmatch(part.strip())
        if match and _is_full_date(match["date"].strip(" ,")) and not _labelled(line[: -len(part)]):
            return in_words(match["date"])
    return None


_LABEL = re.compile(r"(?P<label>[^:|•·\n]+):[^:|•·\n]*$")
_OF_PUBLICATION = re.compile(
    r"\b(?:publi\w+|posted|updated|modified|filed|issued|released?|date|dated|by|written|time)\s*$",
    re.IGNORECASE,
)


def _labelled(before: str) -> bool:
    """Whether the words before a date call it another date than that of publication: ``End of service:``, ``Born:``."""
    label = _LABEL.search(before)
    return label is not None and not _OF_PUBLICATION.search(label["label"])


def from_byline(line: str) -> str | None:
    """The date in a line of credits, unless a label calls it another date than that of publication.

    >>> from_byline("By Ann Lee | Published: 5 April 2031"), from_byline("Ann Lee. Born: 5 April 1961")
    ('2031-04-05', None)
    """
    found = [match for pattern in _IN_WORDS if (match := pattern.search(line))]
    first = min(found, key=lambda match: match.start(), default=None)
    return None if first is None or _labelled(line[: first.start()]) else _checked(first)


_ISSUED = re.compile(
    r"\b(?:update|bulletin|briefing|release|report|communiqu[eé]|statement|summary|digest|newsletter|round-?up|dispatch"
    r"|advisory|notice|announcement),?\s+(?:(?:of|for|on)\s+)?(?:\w+day,?\s+)?(?P<date>\S[^()\n]{7,24})$",
    re.IGNORECASE,
)


def from_headline(line: str) -> str | None:
    """The date with which a headline ends that names what is issued from day to day: ``Morning Update April 5, 2031``.

    >>> from_headline("Harn Command Morning Update April 5, 2031"), from_headline("What happened at Harn on April 5, 2031")
    ('2031-04-05', None)
    """
    match = _ISSUED.search(line.strip())
    return in_words(match["date"]) if match and _is_full_date(match["date"]) else None


def in_words(text: str) -> str | None:
    """The first full date in ``text``: ``5 April 2031``, ``April 5th, 2031``, ``2031-04-05``; else ``None``."""
    found = [match for pattern in _IN_WORDS if (match := pattern.search(text))]
    return _checked(min(found, key=lambda match: match.start())) if found else None


def from_address(address: str) -> str | None:
    """The date in a page's address, where it has a month at least: ``/2031/04/05/…``, ``/2031/apr/05/…``, ``/2031-04/…``."""
    match = _IN_ADDRESS.search(address)
    return _checked(match) if match else None


def from_file_name(name: str) -> str | None:
    """The one whole date, year first, in the name of a file: ``2031-04-05 Courier.txt``, ``courier_20310405_mill``.

    >>> from_file_name("courier_2031-04-05_mill"), from_file_name("20310405"), from_file_name("mill-05-04-2031")
    ('2031-04-05', '2031-04-05', None)
    >>> from_file_name("minutes 2031-04-05 to 2031-04-09") is None
    True
    """
    found = {_checked(match) for match in _IN_FILE_NAME.finditer(name)}
    return found.pop() if len(found) == 1 else None


def _told_apart(one: int, other: int, year: int) -> str | None:
    """The date of two numbers that are its day and month, where only one of them can be the month or both are the same."""
    if one != other and one <= 12 and other <= 12:
        return None
    try:
        return date(year, min(one, other), max(one, other)).isoformat()
    except ValueError:
        return None


def _checked(match: re.Match[str]) -> str | None:
    """The date as far as it is given, or ``None`` where the calendar has no such day."""
    year, month, day = match["year"], match["month"], match["day"]
    if year < _FIRST_YEAR:
        return None
    if month is None:
        return year
    number = (
        int(month)
        if month.isdigit()
        else next(i for i, m in enumerate(MONTHS, 1) if m.startswith(month.lower()))
    )
    try:
        whole = date(int(year), number, int(day or 1))
    except ValueError:
        return None
    return whole.isoformat() if day else whole.isoformat()[:7]
