"""Whose dead a figure counts, and that one side's are not set against the other's."""

from __future__ import annotations

import pytest

from rashomon.accounts.conflicts.figures.clashes import clashes
from rashomon.accounts.conflicts.figures.sides import Events
from rashomon.accounts.figures.estimates import estimates
from rashomon.accounts.figures.whose_dead import side_of
from rashomon.records import Reading, Report
from tests.accounts.telling import Said, report, told


@pytest.mark.parametrize(
    ("text", "source", "side"),
    [
        ("Six Osmeri soldiers were killed.", "", "osme"),
        ("Six Russian soldiers were killed.", "", "russ"),
        ("The Osmeri death toll rose to six.", "", "osme"),
        ("Osmer lost six soldiers, who were killed at dawn.", "", "osme"),
        ("The enemy left six dead.", "", "the enemy"),
        ("Torvena said six of its guards were killed.", "Torvena", "torv"),
        ("Six guards were killed.", "", None),
        ("The official death toll rose to six.", "", None),
        ("Six of its guards were killed.", "", None),
    ],
)
def test_whose_the_dead_are(text: str, source: str, side: str | None) -> None:
    said = [Said(text[text.index("six") :], source, source, "said")] if source else []
    made, reading = report("Gull", text, said)
    (figure,) = (f for f in reading.figures if f.event == "killed" and not f.implied)
    assert side_of(made, reading, figure) == side


WAR = "Clashes between Torvena and Osmer went on. "


@pytest.mark.parametrize(
    ("before", "words", "source", "side"),
    [
        (WAR, "six enemy soldiers were killed", "Torvena", "osme"),
        (WAR, "the enemy left six dead", "Torvena", "osme"),
        (WAR, "the enemy left six dead", "Osmer", "torv"),
        ("Torvena forces again fought the Osmeri guard. ", "six occupiers were killed", "Torvena", "osme"),
        # No side, or several, or none of whoever is cited, is named against theirs.
        ("", "the enemy left six dead", "Torvena", "an enemy of torv"),
        (WAR + "Torvena fought Marn too. ", "the enemy left six dead", "Torvena", "an enemy of torv"),
        (WAR, "the enemy left six dead", "Lidva", "an enemy of lidv"),
        (WAR, "the enemy left six dead", "", "the enemy"),
        ("", "six occupiers were killed", "Torvena", None),
        (WAR, "six occupiers were killed", "", None),
    ],
)
def test_whose_the_enemy_is_depends_on_who_says_so(
    before: str, words: str, source: str, side: str | None
) -> None:
    text = f"{before}{source} said {words}." if source else f"{before}{words.capitalize()}."
    said = [Said(words, source, "", "said")] if source else []
    made, reading = report("Gull", text, said)
    (figure,) = (f for f in reading.figures if f.event == "killed" and not f.implied)
    assert side_of(made, reading, figure) == side


def test_the_enemy_of_two_sides_is_two() -> None:
    ours, theirs = (
        report(
            outlet,
            f"{WAR}{who} said the enemy left {many} dead.",
            [Said(f"the enemy left {many} dead", who, "", "said")],
        )
        for outlet, who, many in (("Gull", "Torvena", "six"), ("Tide", "Osmer", "nine"))
    )
    own = report("Mail", "The Osmeri death toll rose to eight.")
    assert sides(ours, theirs) == []
    assert sides(ours, theirs, own) == [["Gull", "Mail"]]


def sides(*reports: tuple[Report, Reading]) -> list[list[str]]:
    """The outlets on each side of each conflict."""
    story = told(list(reports))
    by_id = {r.id: r.outlet or "" for r, _ in reports}
    return [[by_id[m.report] for m in c.members] for c in clashes(Events(story), estimates(story))]


def test_the_dead_of_two_sides_are_two_tolls() -> None:
    own = report(
        "Gull",
        "Torvena said two of its guards were killed.",
        [Said("two of its guards were killed", "Torvena", "Torvena")],
    )
    theirs = report("Tide", "The Osmeri death toll rose to six.")
    more = report("Mail", "The Osmeri toll stands at nine dead.")
    shell = report("Post", "A shell hit the school and killed nobody.")
    assert sides(own, theirs) == [] and sides(own, theirs, shell) == []
    assert sides(own, theirs, more) == [["Tide", "Mail"]]


def test_of_one_side_alone_nothing_changes() -> None:
    some = report("Gull", "Four Osmeri sailors were killed.")
    others = report("Tide", "Nine sailors were killed.")
    assert sides(some, others) == [["Gull", "Tide"]]
    nobody, many = report("Mail", "The blast killed nobody."), report("Post", "The blast killed nine people.")
    assert sides(nobody, many) == [["Mail", "Post"]]
