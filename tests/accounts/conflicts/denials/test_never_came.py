"""What one says to have sent and another never to have had."""

from __future__ import annotations

import pytest

from rashomon.accounts.conflicts.denials.denials import denials
from rashomon.accounts.told import Told
from rashomon.pipeline import with_vectors
from rashomon.records import Reading, Report
from tests.accounts.telling import Said, report, told


def parted(
    claim: str, missed: str, *, by: str = "Harn Ltd", days: tuple[str, str] = ("2031-04-05", "2031-04-05")
) -> int:
    """How many denials there are in two reports, in which Ann Lee makes a claim and somebody has never had it."""
    one = report(
        "Gull", f"Ann Lee said {claim}.", [Said(claim, "Ann Lee", "Ann Lee", "said")], published=days[0]
    )
    two = report("Tide", f"{by} said {missed}.", [Said(missed, by, by, "said")], published=days[1])
    return len(denials(_vectors(one, two)))


def _vectors(*made: tuple[Report, Reading]) -> Told:
    return told([(r, with_vectors(r, reading)) for r, reading in made])


@pytest.mark.parametrize(
    ("claim", "missed", "found"),
    [
        ("she had warned Harn Ltd of cracks", "it had received no warning", 1),
        ("she had filed a complaint at the town court", "no complaint had been filed at any court", 1),
        ("the union had warned Harn Ltd of cracks", "it had received no warning from the union", 1),
        ("the mill had warned Harn Ltd of cracks", "it had received no warning from the union", 0),
        ("Harn Ltd is in talks to buy the mill", "there were no talks", 1),
        ("Harn Ltd had struck a secret deal", "there was no deal", 1),
        ("Harn Ltd had met", "there were no talks", 0),
        ("Harn Ltd had reached a deal with Orr", "there was no deal with Lind", 0),
        ("Harn Ltd had reached a deal with Orr", "there was no deal with Orr", 1),
        ("she had warned Harn Ltd of cracks", "it had received no warning of cracks", 1),
        ("she had asked Harn Ltd for a pay rise", "it had received no request for a permit", 0),
        ("she had written to Harn Ltd about rent", "it had received no letter of resignation", 0),
        ("she had reported Harn Ltd to the police", "it had seen no report that the mill was shut", 0),
        ("Harn Ltd is in talks to buy the mill", "there were no talks on a second mill", 0),
        ("she had warned the harbour of cracks", "it had received no warning", 0),
        ("she would warn Harn Ltd of cracks", "it had received no warning", 0),
        ("she had not warned Harn Ltd of cracks", "it had received no warning", 0),
        ("she had asked Harn Ltd to leave", "it had received no warning", 0),
    ],
)
def test_what_was_sent_and_never_came(claim: str, missed: str, found: int) -> None:
    assert parted(claim, missed) == found


def test_what_was_sent_only_later_had_not_come() -> None:
    claim, missed = "Harn Ltd has appealed", "no appeal had been filed yet"
    assert parted(claim, missed, days=("2031-04-05", "2031-04-06")) == 1
    assert parted(claim, missed, days=("2031-04-07", "2031-04-06")) == 0


@pytest.mark.parametrize(("between", "found"), [(" ", 1), ("\n\n", 0)])
def test_no_such_warning_is_of_the_one_just_told(between: str, found: int) -> None:
    text = f"Ann Lee said she had warned the mill.{between}Harn Ltd said it had received no such warning."
    said = [
        Said("she had warned the mill", "Ann Lee", "Ann Lee", "said"),
        Said("it had received no such warning", "Harn Ltd", "Harn Ltd", "said"),
    ]
    assert len(denials(_vectors(report("Gull", text, said)))) == found
