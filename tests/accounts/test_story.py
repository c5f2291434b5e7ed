"""The accounts of a story as a whole."""

from __future__ import annotations

from dataclasses import replace

from rashomon.accounts.story import accounts
from tests.accounts.telling import Said, report, statement, told

GULL = report(
    "Gull",
    "Four sailors were killed, the ministry said. The union said eleven sailors were killed.",
    [
        Said("Four sailors were killed", "Ministry", "the ministry", "said"),
        Said("eleven sailors were killed", "Union", "The union", "said"),
    ],
)


def test_accounts_do_not_depend_on_the_order_of_statements() -> None:
    tide = report(
        "Tide", "Nine sailors were killed, Ann Lee said.", [Said("Nine sailors were killed", "Ann Lee")]
    )
    made = [
        statement("a", "Ministry", (GULL, "Four sailors were killed")),
        statement("b", "Ann Lee", (tide, "Nine sailors were killed")),
    ]
    one, other = told([GULL, tide], made), told([tide, GULL], made[::-1])
    assert replace(accounts(one), carryings=()) == replace(accounts(other), carryings=())
    assert set(accounts(one).carryings) == set(accounts(other).carryings)
