"""What belongs to one person is one body, however reports name its owner."""

from __future__ import annotations

from rashomon.collation.entities.entities import Entities, entities, ties
from tests.collation.reporting import Made, telling


def names(*reports: Made) -> list[set[str]]:
    found: Entities = entities([r for _, r in reports], [r for r, _ in reports])
    return sorted((set(e.names) for e in found.entities), key=sorted)


def of(report: str, body: str, *others: str) -> Made:
    return telling(report, f"The {body} spoke. {' and '.join(others)} listened.", [f"<{body}>"], others)


FULL = of("a", "administration of Ada B. Kerr", "Ada B. Kerr")


def test_a_body_is_one_under_its_owner_s_names() -> None:
    one = "administration of Ada B. Kerr"
    for other, *named in (
        ("administration of Kerr",),
        ("Kerr Administration",),
        ("administration of Ada Kerr", "Ada Kerr"),
    ):
        assert names(FULL, of("b", other, *named)) == [{one, other}]
        assert set(ties(one)) & set(ties(other))
    assert len(names(FULL, of("b", "campaign of Kerr"))) == 2
    assert len(names(FULL, of("b", "administration of Ivo Kerr"))) == 2


def test_a_surname_alone_is_not_enough_where_two_may_be_meant() -> None:
    other = of("b", "administration of Ivo Kerr", "Ivo Kerr")
    assert {"administration of Kerr"} in names(FULL, other, of("c", "administration of Kerr"))
    # The report names another Kerr, or the owner is known as no person: a place, it may be.
    assert len(names(FULL, of("c", "administration of Kerr", "Selma Kerr"))) == 2
    place = of("a", "administration of South Lisse")
    assert len(names(place, of("b", "administration of Lisse"))) == 2
    assert len(names(of("a", "Harbour Kerr Administration"), of("b", "administration of Kerr"))) == 2
