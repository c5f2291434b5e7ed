"""A statement as JSON-LD, each wording pointed at by W3C selectors (Web Annotation Data Model, 2017).

What a report quotes and nobody denies is schema.org's Quotation; what is only retold, or told as denied or not said, is a Claim
that appears in its report, behind the cue without which it would read as said.
"""

from __future__ import annotations

from typing import Any

from rashomon.reading.attributions.stance import with_cue
from rashomon.records import AttributionKind
from rashomon.room.views.entries import Person, ReportEntry
from rashomon.room.views.statement import StatementView, WordingView

#: Given whole, so that a reader of it need fetch nothing. ``rashomon:`` are words that neither vocabulary has.
CONTEXT = {"@vocab": "https://schema.org/", "oa": "http://www.w3.org/ns/oa#", "rashomon": "urn:rashomon:"}


def linked(view: StatementView) -> dict[str, Any]:
    """A statement with its wordings. An unknown speaker is left out: JSON-LD has no word for it; so is one who does not stand
    by it, since a claim's creator is whoever makes it."""
    wordings = sorted(view.wordings, key=lambda w: w.number)
    listed = next(w for w in wordings if w.number == view.listed)
    shown = listed if _quoted(listed) else next(filter(_quoted, wordings), listed)
    quoted = _quoted(shown)
    holds = quoted or not shown.told.ahead
    several = [_person(one) for one in view.joint if one is not None]
    creator = _person(view.speaker) if view.speaker else several
    return {
        "@context": CONTEXT,
        "@id": f"urn:rashomon:statement:{view.id}",
        "@type": "Quotation" if quoted else "Claim",
        "text": with_cue(shown.told.ahead, shown.text),
        **({"creator": creator} if creator and holds else {}),
        "workExample" if quoted else "appearance": [_wording(wording) for wording in wordings],
    }


def _quoted(wording: WordingView) -> bool:
    """Whether it is a quotation: in quotation marks, and nobody denies it or takes it back."""
    return wording.kind == AttributionKind.DIRECT.value and wording.told.held


def _person(person: Person) -> dict[str, Any]:
    return {"@id": f"urn:rashomon:entity:{person.id}", "name": person.name}


def _wording(wording: WordingView) -> dict[str, Any]:
    stance = {
        "rashomon:stance": wording.told.stance and wording.told.stance.value,
        "rashomon:cue": wording.told.cue,
    }
    return {
        "@type": ["Quotation" if _quoted(wording) else "Claim", "oa:SpecificResource"],
        "text": with_cue(wording.told.ahead, wording.text),
        **{name: value for name, value in stance.items() if value},
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
