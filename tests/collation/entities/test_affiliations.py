"""Affiliations across reports: each person's by report, and the party that a side is where it speaks in the ledger too."""

from __future__ import annotations

from rashomon.collation.entities.entities import entities
from rashomon.records import Affiliation, Attribution, AttributionKind, MentionKind, Reading, Span, Speaker

AT = Span(0, 5)


def said(name: str, kind: MentionKind) -> Attribution:
    speaker = Speaker(name, "named in the source", kind, AT)
    return Attribution((AT,), (), (Span(6, 9),), AttributionKind.DIRECT, 0.9, speaker)


def told(name: str, side: str) -> Affiliation:
    return Affiliation(name, "spokesman", side, side, 2, 4, "beside the name")


def reading(report: str, *parts: Attribution | Affiliation) -> Reading:
    return Reading(
        report,
        "m",
        (),
        tuple(p for p in parts if isinstance(p, Attribution)),
        (),
        affiliations=tuple(p for p in parts if isinstance(p, Affiliation)),
    )


def test_what_reports_tell_beside_a_name_is_its_bearers_and_a_side_leads_to_the_party() -> None:
    person, body = MentionKind.PERSON, MentionKind.ORGANISATION
    found = entities(
        [
            reading("b", said("Ruvin Sall", person), told("Ruvin Sall", "the River Front")),
            reading("a", said("Sall", person), said("River Front", body), told("Sall", "Sall")),
            reading("c", told("Ruvin Sall", "River Front"), told("Joren Tasch", "River Front")),
        ]
    ).entities
    by_name = {e.name: e for e in found}
    sall, front = by_name["Ruvin Sall"], by_name["River Front"]
    assert [(t.report, t.side, t.party) for t in sall.affiliations] == [
        ("a", "Sall", None),
        ("b", "the River Front", front.id),
    ]
    assert front.affiliations == ()
    assert set(by_name) == {"Ruvin Sall", "River Front"}  # whoever only is named has no entry
