"""The word list of site furniture: each pattern matches its examples, each is needed, and the body is left alone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from rashomon.reports import furniture
from rashomon.reports.furniture import is_furniture, opens_links, starts_comments

LISTED = json.loads((Path(furniture.__file__).parent / "furniture.json").read_text(encoding="utf-8"))
ENTRIES = [
    (section, entry) for section in ("starts_comments", "opens_links", "lines") for entry in LISTED[section]
]


@pytest.mark.parametrize(("section", "entry"), ENTRIES)
def test_each_pattern_matches_its_examples_and_no_other_does_first(
    section: str, entry: dict[str, list[str]]
) -> None:
    assert entry["examples"]
    for example in entry["examples"]:
        assert (
            re.fullmatch(str(entry["pattern"]), example.strip(" .:…–—-!?•*|"), re.IGNORECASE)
            or example == "___"
        ), example
        assert is_furniture(example)
        assert is_furniture(f"  • {example.upper()} »  ")
        assert starts_comments(example) == (section == "starts_comments")
        assert opens_links(example) == (section == "opens_links")


@pytest.mark.parametrize(
    "line",
    [
        "Related parties were told on Monday that the mill would be sold.",
        "Share prices fell after the fire, and the owner of the mill lost half of his wealth.",
        "Join us with your spirit or through direct support.",
        "Help us!",
        "Fight with us!",
        "Is everything lost? No!",
        "Comments by the mayor drew anger.",
        "Reply came there none.",
        "Follow the money, the mayor said.",
        "The council uses cookies to win votes, said the baker.",
        "Sign up for the army, he told them.",
        "Top officials said the mill was empty.",
        "Read my lips, the mayor said.",
        "We will never give up.",
        "",
        "   ",
    ],
)
def test_lines_of_a_report_are_left_alone(line: str) -> None:
    assert not is_furniture(line)


def test_long_paragraphs_are_never_searched() -> None:
    assert not is_furniture("Tags: " + "mill, " * 100)
