"""Reports as BibTeX, for whoever writes with them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from rashomon.room.views.entries import ReportEntry
from rashomon.visible import one_line

_SPECIAL = re.compile(r"[\\{}$&#_%~^]")
_ESCAPES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def bibtex(reports: Iterable[ReportEntry]) -> str:
    """An entry for each report, its capture's hash in the note. What is not known is left out.

    Titles and names are braced, so that their capitals stay; addresses stand as they are, which ``url`` allows.
    """
    return "\n".join(map(_entry, reports))


def _entry(report: ReportEntry) -> str:
    year, month, *_ = [*(report.published or "").split("-"), "", ""]
    fields = {
        "title": _braced(report.title or report.name),
        "author": " and ".join(_braced(name) for name in report.authors),
        "publisher": _braced(report.outlet) if report.outlet else "",
        "year": year if year.isdigit() else "",
        "month": str(int(month)) if month.isdigit() else "",
        "url": report.link.replace("{", "%7B").replace("}", "%7D") if report.link else "",
        "note": f"Capture SHA-256 {report.capture}",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{key(report)},\n{lines}}}\n"


def key(report: ReportEntry) -> str:
    """A key to cite a report by: outlet, year and the beginning of its id, so that it is one report's alone."""
    plain = unicodedata.normalize("NFKD", report.outlet or report.name).encode("ascii", "ignore").decode()
    word = "".join(re.findall(r"[A-Za-z0-9]+", plain))[:24] or "report"
    year = re.match(r"\d{4}", report.published or "")
    return f"{word}{year[0] if year else ''}-{report.id[:6]}"


def _braced(words: str) -> str:
    return "{" + _SPECIAL.sub(lambda m: _ESCAPES.get(m[0], "\\" + m[0]), one_line(words)) + "}"
