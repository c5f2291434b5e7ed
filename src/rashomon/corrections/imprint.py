"""What a person decides about a report itself: its outlet, its date, its title and its authors, or that it does not belong here.

A correction holds them in JSON, ``{"outlet": NAME, "published": "2031-04-05", "title": WORDS, "authors": [NAME, …]}``: ``new``
has what is decided, ``old`` what that takes the place of; null, or no authors, is *not known*. Such a decision is applied before
a report is read, since its dates, its chains and whose words it tells on its own account rest on these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from rashomon.corrections import shape, targets
from rashomon.corrections.standing import standing
from rashomon.records import Correction, CorrectionKind, Report

PARTS = ("outlet", "published", "title", "authors")

DECIDED = "decision"
"""Where a date was read that a person gave (``Report.published_from``)."""

Imprint = Mapping[str, str | tuple[str, ...] | None]
"""Parts by name; ``None`` or no authors where one is not known."""

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def of_report(report: Report, parts: Iterable[str] = PARTS) -> Imprint:
    """The parts as a report has them."""
    return {part: getattr(report, part) for part in parts}


def dumped(imprint: Imprint) -> str:
    """Parts as a correction holds them."""
    return shape.dumped(imprint)


def loaded(words: str | None) -> Imprint:
    """The parts that a correction holds; what another program wrote in a way of its own is left out.

    >>> loaded('{"outlet": "Harn Courier", "published": "last week", "title": null}')
    {'outlet': 'Harn Courier', 'title': None}
    """
    found: dict[str, str | tuple[str, ...] | None] = {}
    held = shape.loaded(words)
    for part in PARTS:
        value = held.get(part)
        if part == "authors":
            if isinstance(value, list) and all(isinstance(name, str) for name in value):
                found[part] = tuple(value)
        elif part in held and (value is None or (isinstance(value, str) and _fits(part, value))):
            found[part] = value
    return found


def _fits(part: str, value: str) -> bool:
    return bool(_DATE.fullmatch(value) if part == "published" else value)


def about_reports(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The decisions about reports themselves that hold, in order of time."""
    return tuple(
        c for c in standing(corrections) if c.kind is CorrectionKind.MEND and targets.report(c.target)
    )


def taken_out(corrections: Iterable[Correction]) -> Mapping[str, Correction]:
    """The reports that people have taken out of the ledger, by id, each with the last decision that says so."""
    about = ((targets.report(c.target), c) for c in standing(corrections) if c.kind is CorrectionKind.REJECT)
    return {report: c for report, c in about if report is not None}


def as_decided(report: Report, corrections: Iterable[Correction]) -> Report:
    """A report with what people have decided about it in the place of what it tells itself, the last decision last."""
    for c in about_reports(corrections):
        if targets.report(c.target) == report.id:
            parts = dict(loaded(c.new))
            if "published" in parts:
                report = replace(report, published_from=DECIDED if parts["published"] else None)
            report = replace(report, **parts)  # type: ignore[arg-type]  # `loaded` has seen to the types
    return report
