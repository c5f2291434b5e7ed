"""Shares and sums set against each other where the words beside them say whose they are."""

from __future__ import annotations

import pytest

from rashomon.accounts.conflicts.figures.measures import measures
from rashomon.accounts.conflicts.figures.sides import Events
from rashomon.accounts.records import Conflict
from tests.accounts.telling import gulls, sets_apart


def parted(*texts: str) -> tuple[Conflict, ...]:
    return measures(Events(gulls(*texts)))


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        ("Turnout was 68 percent, down from 80.", "The Union put turnout at 74%.", "turnout"),
        (
            "Kerr won 51.3% of the vote.",
            "Kerr had got 44 percent of the votes, the Union said.",
            "Kerr’s share of the vote",
        ),
        (
            "The recount cost 84,000 crowns.",
            "The recount has cost the city 140,000 crowns.",
            "what the recount cost",
        ),
        (
            "The Guild put the damage at $2 billion.",
            "Damage was put at $800 million.",
            "what the damage is put at",
        ),
        (
            "A ferry with 214 people on board sank.",
            "There were 270 people aboard the ship, Kerr said.",
            "how many people were on board",
        ),
    ],
)
def test_whose_share_or_sum_it_is_stands_beside_it(one: str, other: str, about: str) -> None:
    sets_apart(parted(one, other), one, other, about)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Turnout was 68 percent.", "Turnout was 74 percent four years ago."),
        ("Turnout was 68 percent.", "Turnout was 40 percent among the young."),
        ("Turnout was 68 percent.", "By noon turnout was 31 percent."),
        ("Kerr won 51% of the vote.", "An exit poll showed that Kerr won 44% of the vote."),
        ("Kerr won 51% of the vote.", "Marr won 44% of the vote."),
        ("Kerr won 51% of the vote.", "Kerr won 44% of the vote in Harn."),
        ("The recount cost 84,000 crowns.", "The recount would cost 140,000 crowns."),
        ("The recount cost 84,000 crowns.", "The trial cost 140,000 crowns."),
        ("The recount cost 84,000 crowns.", "The recount cost $140,000."),
        ("His house cost 84,000 crowns.", "Her house cost 140,000 crowns."),
        ("The bridge cost 84,000 crowns to repair.", "The bridge cost 140,000 crowns to build."),
        ("The strike cost 84,000 crowns a day.", "The strike cost 140,000 crowns."),
        ("The trial cost the city 84,000 crowns.", "The trial cost Kerr 140,000 crowns."),
        ("Turnout was 68 percent.", "In Harn turnout was 40 percent."),
        ("Kerr won 51% of the vote.", "Among women Kerr won 44% of the vote."),
        ("Kerr won 51% of the vote.", "Kerr took 44% of the vote when he was elected mayor."),
        ("Tom Kerr won 51% of the vote.", "Ada Kerr won 9% of the vote."),
        ("Crop damage was put at $800 million.", "Damage was put at $2 billion."),
        ("Turnout was 68 percent.", "Turnout was about 68.4 percent."),
        ("A ferry with 214 people on board sank.", "A plane with 270 people on board fell."),
        ("A ferry with 214 people on board sank.", "It is licensed for 180 people on board."),
        ("A ferry with 214 people on board sank.", "Nine of the 30 people aboard were hurt."),
        ("A ferry with 214 people on board sank.", "There were 12 sailors aboard."),
        ("A ferry with 214 people on board sank.", "Boats saved 28 people on board."),
        ("A ferry with 214 people on board sank.", "Only 50 people aboard had life jackets."),
        ("The Anna had 214 people on board.", "The Berta had 50 people on board."),
        ("A ferry with 214 people on board sank.", "A trawler with nine people on board sank."),
        ("In 2027 a fire burned it and damage was put at $2 billion.", "Damage was put at $800 million."),
        ("After the flood damage was put at $2 billion.", "After the fire damage was put at $800 million."),
    ],
)  # fmt: skip
def test_what_is_of_another_time_thing_or_part_parts_nowhere(one: str, other: str) -> None:
    assert parted(one, other) == ()
