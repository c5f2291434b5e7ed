"""Names of bodies in another order, and with or without their country."""

from __future__ import annotations

import pytest

from rashomon.collation.entities.entities import entities, ties
from tests.collation.reporting import Made, telling


def names(*reports: Made) -> list[set[str]]:
    found = entities([r for _, r in reports], [r for r, _ in reports])
    return sorted((set(e.names) for e in found.entities if e.kind and e.kind.value != "person"), key=sorted)


def of(report: str, body: str, company: tuple[str, ...] = ()) -> Made:
    return telling(report, f"The {body} spoke. {' and '.join(company)} listened.", [f"<{body}>"], company)


@pytest.mark.parametrize(
    ("first", "second", "company", "one"),
    [
        ("Harbour Department", "Department of the Harbour", (), True),
        ("Harbour Department", "Department of Harbours", (), False),
        ("Ministry of Water and Power", "Water and Power Ministry", (), True),
        ("Delta Bank", "Bank of Delta", (), False),
        ("Supreme Court", "U.S. Supreme Court", ("Ada Kerr", "Ivo Bast"), True),
        ("Supreme Court", "U.S. Supreme Court", (), False),
        ("Supreme Court", "Lisse Supreme Court", ("Ada Kerr", "Ivo Bast"), False),
        # One word that sounds alike is too little, whatever the company.
        ("Angeles", "Angels", ("Ada Kerr", "Ivo Bast"), False),
    ],
)
def test_the_words_of_a_body_in_another_order(
    first: str, second: str, company: tuple[str, ...], one: bool
) -> None:
    found = names(of("a", first, company), of("b", second, company))
    assert found == ([{first, second}] if one else sorted([{first}, {second}], key=sorted))
    if one:
        assert set(ties(first)) & set(ties(second))
