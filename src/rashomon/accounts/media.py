"""Which outlet or agency a name is, under one name for all its forms: the outlets of a story's reports, agencies, and others.

Whoever is cited, told something, credited or stands in a dateline goes through here, so that one origin has one name.
"""

from __future__ import annotations

import re

from rashomon.accounts.told import Told, plain
from rashomon.reading.names.organisations.outlets import is_outlet, same_outlet
from rashomon.records import Report, Voice
from rashomon.reports.bylines import credited

_AGENCIES = {
    "reuters": "Reuters", "ap": "Associated Press", "associated press": "Associated Press", "afp": "Agence France-Presse",
    "agence france-presse": "Agence France-Presse", "dpa": "dpa", "tass": "TASS", "interfax": "Interfax", "xinhua": "Xinhua",
    "ansa": "ANSA", "efe": "EFE", "pti": "PTI", "ani": "ANI", "ians": "IANS", "kyodo": "Kyodo", "yonhap": "Yonhap",
    "upi": "UPI", "anadolu": "Anadolu", "apa": "APA",
}  # fmt: skip
_AGENCY = re.compile(r"\b(?:Press Agency|News Agency|Newswire|Wire Service)\b")
_NAMED_AGENCY = re.compile(rf"(?:[A-ZÀ-Þ][\w’'&-]{{0,30}}\s+(?:of\s+)?){{0,5}}(?:{_AGENCY.pattern})")
_LONGEST_CREDIT = 200
"""Characters of a credit that are looked at: a name is shorter, and a page may give a whole text as its author."""
_NO_OUTLET = re.compile(
    r"\b(?:Office|Services?|Council|Corps|Union|Club|Group|Party|Commission|Authority|Ministry|Court)$"
)

_DATELINE = re.compile(r"(?m)^[A-ZÀ-Þ][^\n.]{0,60}?\((?P<agency>[A-Z][\w .-]{1,30})\)\s*[-–—]")

#: Characters of the body in which a dateline stands: behind it a bracket and a dash are something else.
_LEAD = 400
_OPENING = re.compile(r"(?m)^\((?P<agency>[A-Z][\w .&-]{1,30})\)\s+(?:[-–—]{1,2}\s*)?(?=[A-Z“\"])")
"""``(Harbour Wire) At least nine …``: what opens a body so is an agency where a dateline of the story has it, or it is known."""

_CREDIT = re.compile(
    r"\b(?:[Rr]eporting by|[Ss]ource:|[Cc]redit:|\(with|[Vv]ia)\s+(?:the\s+)?(?P<agency>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)"
)
_AGENCIES_AT_END = re.compile(
    r"(?m)^[^\S\n]{0,20}(?:Agencies|Wire reports)[^\S\n]{0,20}$|\bby agencies\b"
    r"|(?:^|[—–(-])[^\S\n]{0,20}(?:and |with )(?:(?:reports?|reporting|inputs?) (?:from|by) )?(?:news |wire )?agenc(?:y|ies)"
    r"(?: (?:reports?|inputs?|material))?\W{0,3}$",
    re.I,
)


def agency_named(name: str) -> str | None:
    """The agency that words name or end in, under its full name where that is known: ``Tor Brandt, Harbour Press Agency``.

    >>> agency_named("AP"), agency_named("Tor Brandt, Harbour Press Agency"), agency_named("Tor Brandt")
    ('Associated Press', 'Harbour Press Agency', None)
    """
    if (known := _AGENCIES.get(plain(name))) is not None:
        return known
    m = _NAMED_AGENCY.search(name[:_LONGEST_CREDIT])
    return " ".join(m.group().split()) if m is not None else None


def is_agency(name: str) -> bool:
    """Whether a full name is an agency's."""
    return name in _AGENCIES.values() or _AGENCY.search(name) is not None


class Media:
    """The outlets of one story, the agencies that its reports are credited to, and what its texts tell of initials; each is
    looked for once."""

    def __init__(self, told: Told) -> None:
        self._outlets = sorted({r.outlet for r in told.reports if r.outlet})
        self._texts = [t for r in told.reports for t in (r.text, *r.authors, r.outlet or "")]
        self._wires = frozenset(
            plain(m["agency"]) for r in told.reports for m in _DATELINE.finditer(r.text, 0, 2 * _LEAD)
        )
        self._long: dict[str, str] = {}
        self._named: dict[str, str | None] = {}
        self._agencies: dict[str, tuple[str, str] | None] = {}

    def agency(self, report: Report) -> tuple[str, str] | None:
        """The agency that a report is credited to, and why; None where it is credited to none.

        Its initials are spelt out where the report, or any of the story, has them.
        """
        if report.id not in self._agencies:
            self._agencies[report.id] = self._agency(report)
        return self._agencies[report.id]

    def _agency(self, report: Report) -> tuple[str, str] | None:
        for author in report.authors:
            if (named := agency_named(author)) is not None:
                return named, f"its author is {author}"
        for p in report.passages:
            for name in credited(report.text[p.start : p.end]) if p.voice is Voice.BYLINE else ():
                if (named := agency_named(name)) is not None:
                    return named, f"its byline has {name}"
        first = min((p.start for p in report.passages if p.voice is Voice.BODY), default=0)
        if (m := _DATELINE.search(report.text, first, first + _LEAD)) is not None:
            short = m["agency"]
            return self.in_full(short, report.text), f"its dateline has ({short})"
        opening = _OPENING.search(report.text, first, first + _LEAD)
        if opening is not None and self.is_wire(opening["agency"]):
            return self.in_full(opening["agency"], report.text), f"it opens with ({opening['agency']})"
        if (m := _CREDIT.search(report.text)) is not None and (
            named := agency_named(m["agency"])
        ) is not None:
            return named, f"it is credited “{' '.join(m.group().split())}”"
        if _AGENCIES_AT_END.search(report.text):
            return "", "it is credited to agencies, unnamed"
        return None

    def is_wire(self, name: str) -> bool:
        """Whether a name is an agency’s: a known one, or one that the dateline of a report of the story has."""
        return agency_named(name) is not None or plain(name) in self._wires

    def in_full(self, name: str, text: str = "") -> str:
        """A name that is initials as ``text``, or else any report, spells it: ``MPA`` as Meridian Press Agency."""
        if (known := agency_named(name) or _spelt(text, name)) is not None:
            return known
        if name not in self._long:
            spelt = (long for t in self._texts if (long := _spelt(t, name)) is not None)
            self._long[name] = next(spelt, name)
        return self._long[name]

    def outlet(self, name: str) -> str | None:
        """The outlet or agency that a name is, by the name that all its forms go under; ``None`` where it is none."""
        if name not in self._named:
            self._named[name] = self._outlet(name)
        return self._named[name]

    def _outlet(self, name: str) -> str | None:
        if (known := agency_named(name)) is not None:
            return known
        if own := [outlet for outlet in self._outlets if same_outlet(name, outlet)]:
            return own[0]
        long = self.in_full(name)
        if long != name and (is_agency(long) or is_outlet(long)):
            return long
        return name if is_outlet(name) and not _NO_OUTLET.search(name) else None


def _spelt(text: str, short: str) -> str | None:
    if not (short.isupper() and short.isalpha() and len(short) > 1):
        return None
    words = r"\s+".join(rf"{letter}[\w’'-]*[a-z][\w’'-]*" for letter in short)
    m = re.search(rf"\b{words}\b", text)
    return " ".join(m.group().split()) if m else None
