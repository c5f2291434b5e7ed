"""Quotations altered inside their marks, of one statement: not what two people said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.accounts.conflicts.altered import altered
from rashomon.collation.wordings.variation import varied
from tests.accounts.telling import Said, report, statement, told


@pytest.mark.parametrize(
    ("one", "other", "speakers", "found"),
    [
        ("Ann Lee", "Lee", ("Ann Lee", "Ann Lee"), 1),
        ("Ann Lee", "the keeper", ("Ann Lee", None), 1),
        ("one fisherman", "the fisherman", (None, None), 1),
        # They are of two.
        ("Ann Lee", "Bo Reyes", ("Ann Lee", "Bo Reyes"), 0),
        ("one fisherman", "another fisherman", (None, None), 0),
        ("a fisherman", "a sailor", (None, None), 0),
        ("he", "she", (None, None), 0),
    ],
)
def test_what_two_people_said_is_not_altered(
    one: str, other: str, speakers: tuple[str | None, str | None], found: int
) -> None:
    words = (
        "We have seen nothing but silence on this river since the flood in May.",
        "We have seen nothing but violence on this river since the flood in May.",
    )
    reports = [
        report(f"Gull {n}", f"“{w}” said {who} at noon.", [Said(w, speaker, who, "said")])
        for n, (w, who, speaker) in enumerate(zip(words, (one, other), speakers, strict=True))
    ]
    said = statement("s", "Ann Lee", *zip(reports, words, strict=True))
    (compared,) = varied([said], [r for r, _ in reports])
    assert len(altered(told(reports, [compared]))) == found


def test_what_a_page_no_longer_has_alters_nothing() -> None:
    words = (
        "We have seen nothing but silence on this river since the flood in May.",
        "We have seen nothing but violence on this river since the flood in May.",
    )
    reports = [
        report(f"Gull {n}", f"“{w}” said Ann Lee at noon.", [Said(w, "Ann Lee", "Ann Lee", "said")])
        for n, w in enumerate(words)
    ]
    said = statement("s", "Ann Lee", *zip(reports, words, strict=True))
    both = told(reports, list(varied([said], [r for r, _ in reports])))
    assert len(altered(both)) == 1
    for old, _ in reports:
        assert altered(replace(both, superseded=frozenset({old.id}))) == ()
