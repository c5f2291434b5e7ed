"""A statement as JSON-LD: schema.org's Quotation, each wording pointed at by W3C selectors (Web Annotation Data Model, 2017)."""

from __future__ import annotations

from typing import Any

from rashomon.room.views.entries import Person, ReportEntry
from rashomon.room.views.statement import StatementView, WordingView

#: Given whole, so that a reader of it need fetch nothing.
CONTEXT = {"@vocab": "https://schema.org/", "oa": "http://www.w3.org/ns/oa#"}


def linked(view: StatementView) -> dict[str, Any]:
    """A statement with its wordings. An unknown speaker is left out: JSON-LD has no word for it."""
    telling = next(w for w in view.wordings if w.number == view.base)
    return {
        "@context": CONTEXT,
        "@id": f"urn:rashomon:statement:{view.id}",
        "@type": "Quotation",
        "text": telling.text,
        **({"creator": _person(view.speaker)} if view.speaker else {}),
        "workExample": [_wording(wording) for wording in sorted(view.wordings, key=lambda w: w.number)],
    }


def _person(person: Person) -> dict[str, Any]:
    return {"@id": f"urn:rashomon:entity:{person.id}", "name": person.name}


def _wording(wording: WordingView) -> dict[str, Any]:
    return {
        "@type": ["Quotation", "oa:SpecificResource"],
        "text": wording.text,
        "oa:hasSource": _report(wording.report),
        "oa:hasSelector": [
            {"@type": "oa:TextPositionSelector", "oa:start": wording.start, "oa:end": wording.end},
            {
                "@type": "oa:TextQuoteSelector",
                "oa:exact": wording.text,
                "oa:prefix": wording.before,
                "oa:suffix": wording.after,
            },
        ],
    }


def _report(report: ReportEntry) -> dict[str, Any]:
    known = {
        "headline": report.title,
        "datePublished": report.published,
        "url": report.link,
        "inLanguage": report.language,
    }
    return {
        "@id": f"urn:rashomon:report:{report.id}",
        "@type": "NewsArticle",
        "identifier": f"sha256:{report.capture}",
        **{name: value for name, value in known.items() if value},
        **({"publisher": {"@type": "Organization", "name": report.outlet}} if report.outlet else {}),
        **({"author": [{"name": name} for name in report.authors]} if report.authors else {}),
    }
