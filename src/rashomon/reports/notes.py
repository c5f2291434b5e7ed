"""What is to be said of a report that was read: what it was given with and tells nothing, and what it is that is not read."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

from rapidfuzz.distance import DamerauLevenshtein

from rashomon.records import NOTED, OWN_VOICES, Capture, Problem, Report
from rashomon.reports.decode import decode
from rashomon.reports.extract import FIELDS, fields_of
from rashomon.reports.language import english, foreign
from rashomon.reports.message import MAIL, attachments
from rashomon.reports.page import parse
from rashomon.reports.page_dates import given_dates, page_dates
from rashomon.reports.published import iso_date
from rashomon.reports.repeats import MOST, repeated
from rashomon.visible import one_line

_SHOWN = 60
"""Characters of a field's value, or of a file's name, that are repeated."""
_MOST_NAMES = 3
_MOST_FIELDS, _LONGEST_FIELD = 200, 20
"""Fields of an object that are looked at for slips, and characters of their names."""
_NO_SLIPS = frozenset({"publisher"})
"""Fields of others' that are a letter off one of ours, and tell something else."""
_LONGEST_STUB = 3_000
"""Characters of a page that shows only the beginning of its report. What is longer shows more."""
_WORDS_OF_STUB = 120
"""Words of a report at the most of which the page may show no more than the beginning: two or three paragraphs. Set by hand."""
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_SUBSCRIBE = re.compile(
    r"\b(?:subscribe|sign\s+(?:in|up)|log\s?in|register|join)(?:\s+(?:now|today|here|for\s+free))?\s+(?:to|and)\s+"
    r"(?:continue(?:\s+reading)?|keep\s+reading|read\s+(?:on|more|the\s+(?:full|rest|whole)|this)|unlock|finish\s+reading|get\s+(?:full|unlimited)\s+access)"
    r"|\byou(?:[’']ve|\s+have)\s+(?:reached|used|read|hit)\s+(?:up\s+)?(?:all\s+(?:of\s+)?)?your\s+(?:[\w-]+\s+){0,3}?(?:limit|articles?|stories)\b"
    r"|\b(?:article|story|content|page)\s+is\s+(?:only\s+)?(?:available\s+)?(?:exclusively\s+)?(?:for|to)\s+(?:our\s+|paying\s+)?"
    r"(?:subscribers|members)\b",
    re.I,
)
"""What a page says instead of the rest of its report."""
_WHOLE_DATE = len("2031-04-05")
_ENOUGH = 200
"""Characters of a text from which it can be asked whether it is in the language that its page declares."""


def notes(capture: Capture, report: Report) -> tuple[Problem, ...]:
    """Problems with a report that was read all the same: a given date that is none, a field whose name is a slip, what is
    attached to an e-mail, paragraphs without end, no words of its own, no more than what a page shows to those who do not
    subscribe, another language.
    """
    own = "\n".join(report.text[p.start : p.end] for p in report.passages if p.voice in OWN_VOICES)
    return tuple(
        Problem(capture.path, NOTED, fault, mend, capture.sha256)
        for fault, mend in (
            _date(capture),
            _two_dates(capture, report),
            _slip(capture),
            _attached(capture),
            _repeats(report),
            _words(own),
            _beginning(own),
            _language(own, report.language or "en"),
        )
        if fault
    )


def _date(capture: Capture) -> tuple[str, str]:
    """The fault of a JSON object's date that is none or may be two, and its mend; empty where it has none."""
    if capture.media_type != "application/json" or b'"published"' not in capture.content:
        return "", ""
    given = fields_of(capture.content).get("published")
    if not given or not given.strip() or iso_date(given) is not None:
        return "", ""
    return (
        f"the date given as published cannot be told: “{' '.join(given.split())[:_SHOWN]}”",
        "write it as year, month and day: 2031-04-05",
    )


def _two_dates(capture: Capture, report: Report) -> tuple[str, str]:
    """Which date won where a page gives two that are more than a day apart, and the mend; empty where it gives one."""
    if capture.media_type != "text/html" or report.published_from not in ("metadata", "address"):
        return "", ""
    named = list(page_dates(parse(decode(capture.content, html=True))))
    dates = list(given_dates(named, report.address))
    won = next((d for d in dates if d.day == report.published), None)
    others = [d for d in dates if won is not None and _days_apart(won.day, d.day) > 1]
    if won is None or not others:
        return "", ""
    taken, left = f"{won.day} ({won.where})", f"{others[0].day} ({others[0].where})"
    return (
        f"the page gives two dates of its publication: {taken}, which is taken, and {left}",
        "if the other is right, give the page as a JSON object with its html and its date as published",
    )


def _days_apart(one: str, other: str) -> int:
    """How many days are between two dates; none where either has no day."""
    if len(one) != len(other) or len(one) != _WHOLE_DATE:
        return 0
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _repeats(report: Report) -> tuple[str, str]:
    """How many paragraphs are not read because they repeat others over and over, and the mend; empty where none."""
    number = repeated(report.text, report.passages)
    if not number:
        return "", ""
    return (
        f"the same words stand in it over and over: of a paragraph {MOST} are read, the other {number:,} are kept apart",
        "nothing to mend, unless it was saved wrongly: then save it again",
    )


def _slip(capture: Capture) -> tuple[str, str]:
    """The fault of a JSON object's field whose name is a letter off one that is read, and is not there; empty where none is."""
    if capture.media_type != "application/json":
        return "", ""
    fields = fields_of(capture.content)
    slips = [
        (name, read)
        for name in islice(fields, _MOST_FIELDS)
        if name not in FIELDS and name not in _NO_SLIPS and len(name) <= _LONGEST_FIELD
        for read in FIELDS
        if not fields.get(read)
        and fields[name]
        and DamerauLevenshtein.distance(name, read, score_cutoff=1) <= 1
    ]
    if not slips:
        return "", ""
    (name, read), *_ = slips
    return (
        f"the field “{one_line(name)}” is not read, for no field is called so",
        f"call it “{read}” if that is what it is",
    )


def _attached(capture: Capture) -> tuple[str, str]:
    """The fault of an e-mail whose attachments are not read, and its mend; empty where it has none."""
    names = attachments(capture.content) if capture.media_type == MAIL else ()
    if not names:
        return "", ""
    shown = ", ".join(f"“{one_line(name)[:_SHOWN]}”" for name in names[:_MOST_NAMES])
    more = f" and {len(names) - _MOST_NAMES:,} more" if len(names) > _MOST_NAMES else ""
    return (
        f"what is attached to the e-mail is not read: {shown}{more}",
        "save what is attached as .html or .txt, as a report of its own",
    )


def _words(own: str) -> tuple[str, str]:
    """The fault of a report in which no letter is its own, and its mend; empty for any other."""
    if any(map(str.isalnum, own)):
        return "", ""
    return (
        "no words of its own were found in the report, only site furniture, readers’ comments or signs",
        "look at what was saved, and fetch it or save its text again",
    )


def _beginning(own: str) -> tuple[str, str]:
    """The fault of a page that shows next to nothing and asks its reader to subscribe, and its mend; empty where it is none."""
    if len(own) > _LONGEST_STUB or _SUBSCRIBE.search(own) is None:
        return "", ""
    left = [s for s in _SENTENCE.split(own) if not _SUBSCRIBE.search(s)]
    if sum(len(s.split()) for s in left) > _WORDS_OF_STUB:
        return "", ""
    return (
        "the page seems to give no more than its beginning: it asks its reader to subscribe or to log in",
        "save it as a subscriber sees it, or give its text as .txt",
    )


def _language(own: str, declared: str) -> tuple[str, str]:
    """The fault of a report in another language than English, and its mend; empty where nothing tells that it is."""
    found = foreign(own)
    if found is None and declared != "en" and len(own) >= _ENOUGH and not english(own):
        found = f"“{declared}”, as its page declares"
    if found is None:
        return "", ""
    words = (
        f"the text is in {found}" if found.endswith(("letters", "declares")) else f"the text looks {found}"
    )
    return (
        f"{words}: it is kept as a report, but only English is read, and little or nothing is found in it",
        "give an English translation of it as a report of its own",
    )
