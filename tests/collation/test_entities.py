"""Who is one and who is two, across reports."""

from __future__ import annotations

from rashomon.collation.entities import entities
from rashomon.records import Attribution, AttributionKind, MentionKind, Reading, Span, Speaker

PERSON, BODY = MentionKind.PERSON, MentionKind.ORGANISATION


def reading(report: str, *speakers: tuple[str | None, MentionKind | None]) -> Reading:
    said = tuple(
        Attribution(
            source=(Span(10 * i, 10 * i + 5),),
            cue=(Span(10 * i + 5, 10 * i + 6),),
            content=(Span(10 * i + 6, 10 * i + 9),),
            kind=AttributionKind.INDIRECT,
            confidence=1.0,
            speaker=Speaker(name, "named in the source" if name else "names nobody", kind),
        )
        for i, (name, kind) in enumerate(speakers)
    )
    return Reading(report, "model", (), said, ())


def test_one_name_in_two_spellings_is_one_entity_with_evidence_of_both() -> None:
    found = entities([reading("a", ("Bernard Lévy", PERSON)), reading("b", ("Bernard Levy", PERSON))])
    (levy,) = found.entities
    assert set(levy.names) == {"Bernard Lévy", "Bernard Levy"}
    assert [(e.report, e.name) for e in levy.evidence] == [("a", "Bernard Lévy"), ("b", "Bernard Levy")]
    assert found.speakers == {("a", 0): levy.id, ("b", 0): levy.id}


def test_a_bare_surname_joins_the_one_bearer_and_says_why() -> None:
    (korvat,) = entities([reading("a", ("Emese Korvat", PERSON)), reading("b", ("Korvat", PERSON))]).entities
    assert korvat.name == "Emese Korvat"
    assert "the one Korvat that the ledger knows" in korvat.evidence[1].why


def test_a_bare_surname_of_two_bearers_stays_by_itself() -> None:
    found = entities(
        [
            reading("a", ("Ilona Varesh", PERSON), ("Tomas Varesh", PERSON)),
            reading("b", ("Varesh", PERSON)),
        ]
    )
    assert {e.name for e in found.entities} == {"Ilona Varesh", "Tomas Varesh", "Varesh"}


def test_an_organisation_is_not_taken_for_a_longer_name() -> None:
    found = entities([reading("a", ("Delta Assembly", BODY)), reading("b", ("Assembly", BODY))])
    assert len(found.entities) == 2


def test_who_is_not_known_is_nobody() -> None:
    found = entities([reading("a", (None, None))])
    assert found.entities == ()
    assert found.speakers == {("a", 0): None}


def test_the_order_of_readings_does_not_matter() -> None:
    readings = [
        reading("a", ("Emese Korvat", PERSON)),
        reading("b", ("Korvat", PERSON)),
        reading("c", ("MPA", BODY)),
    ]
    assert entities(readings) == entities(readings[::-1])
