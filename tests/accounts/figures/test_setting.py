"""Figures of different places and times are not set against each other, nor what a page gave before."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from rashomon.accounts.conflicts.figures.clashes import clashes
from rashomon.accounts.conflicts.figures.sides import Events
from rashomon.accounts.figures.estimates import estimates
from rashomon.accounts.figures.setting import Settings
from rashomon.accounts.records import Conflict
from rashomon.reading.figures.figures import figures
from rashomon.records import DateExpression, Mention, MentionKind, Passage, Reading, Report, Sentence, Voice
from tests.accounts.telling import report, told

PLACES = ("HARN", "Harn", "Lidva", "Orm", "Marn", "Torvena")


def made(
    outlet: str, *paragraphs: str, published: str = "2031-04-05", day: tuple[str, str] | None = None
) -> tuple[Report, Reading]:
    """A report in these paragraphs; ``day`` are words of it that tell when what their sentence says was, and an ISO day."""
    text = "\n\n".join(paragraphs)
    one, reading = report(outlet, text, published=published)
    starts = [text.index(p) for p in paragraphs]
    one = replace(
        one,
        passages=tuple(
            Passage(Voice.BODY, at, at + len(p)) for at, p in zip(starts, paragraphs, strict=True)
        ),
    )
    named = tuple(
        Mention(MentionKind.PLACE, m.start(), m.end(), 0.9)
        for m in re.finditer(rf"\b(?:{'|'.join(PLACES)})\b", text)
    )
    reading = replace(reading, mentions=named)
    if day is not None:
        at = text.index(day[0])
        dates = (DateExpression(at, at + len(day[0]), day[1], day[1], "made so"),)
        start = text.rfind(".", 0, at) + 1
        reading = replace(reading, dates=dates, sentences=(Sentence(start, text.index(".", at), happened=0),))
    return one, replace(reading, figures=figures(one, reading))


def parted(*reports: tuple[Report, Reading], superseded: tuple[str, ...] = ()) -> tuple[Conflict, ...]:
    story = replace(told(reports), superseded=frozenset(superseded))
    return clashes(Events(story), estimates(story))


HARN = "A raid was made in Lidva district, Harn, overnight."
ORM = "A raid was made in Orm on Sunday."


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (("Four sailors were killed in Harn.",), ("A raid hit Harn.", "Nine sailors were killed."), 1),
        (("Four sailors were killed in Harn.",), ("A raid hit Orm. Nine sailors were killed.",), 0),
        # The paragraph before tells, where its own names no place.
        ((HARN, "Four sailors were killed."), (ORM, "Nine sailors were killed."), 0),
        ((HARN, "Four sailors were killed."), ("Nine sailors were killed in Lidva.",), 1),
        ((HARN, "Four sailors were killed."), ("Nine sailors were killed in Harn.",), 1),
        ((HARN, "Four sailors were killed."), ("Nine sailors were killed in Marn district, Harn.",), 0),
        # Whoever speaks in Orm may speak of what was told of before.
        (
            ("A raid hit Harn. The envoy flew in from Orm. Four sailors were killed, he said.",),
            ("Nine sailors were killed in Harn.",),
            1,
        ),
        # One event has many places, where both reports name both.
        (
            ("A raid hit Harn.", "The clinic is in Lidva. Four sailors were killed."),
            ("A raid hit Harn, by Lidva. In Harn nine sailors were killed.",),
            1,
        ),
        (
            ("A raid hit Harn.", "The clinic is in Lidva. Four sailors were killed."),
            ("A raid hit Harn. In Harn nine sailors were killed.",),
            0,
        ),
        (
            ("Four sailors were killed.", "A raid hit Harn."),
            ("Unlike Harn: in Orm nine sailors were killed.",),
            0,
        ),
        (("Four sailors were killed.", "A raid hit Harn by Orm."), ("In Orm nine sailors were killed.",), 1),
        # A dateline is where it was written, unless nothing else is named.
        (
            ("HARN, Torvena (MPA) — A raid hit Orm.", "Four sailors were killed."),
            ("Nine sailors were killed in Orm.",),
            1,
        ),
        (
            ("HARN, Torvena (MPA) — Four sailors were killed.",),
            ("MARN, Torvena (MPA) — Nine sailors were killed in Orm.",),
            0,
        ),
        (
            ("HARN, Torvena (MPA) — Four sailors were killed.",),
            ("HARN, Torvena (MPA) — Nine sailors were killed.",),
            1,
        ),
        (("Four sailors were killed.",), ("Nine sailors were killed.",), 1),
    ],
)
def test_a_figure_is_of_the_place_that_was_told_last(
    one: tuple[str, ...], other: tuple[str, ...], found: int
) -> None:
    assert len(parted(made("Gull", *one), made("Tide", *other))) == found


def test_two_raids_in_two_places_are_two_conflicts_each_with_its_own_figures() -> None:
    reports = [
        made("Gull", "Four sailors were killed in Harn.", "Seven sailors were killed in Orm."),
        made("Tide", "Nine sailors were killed in Harn.", "Eight sailors were killed in Orm."),
        made("Mail", "Twelve sailors were killed in Marn."),
    ]
    found = parted(*reports)
    assert sorted(c.about for c in found) == [
        "how many sailors killed (Harn)",
        "how many sailors killed (Orm)",
    ]
    assert sorted(c.why.removeprefix("the ranges do not meet: ") for c in found) == [
        "4 against 9",
        "7 against 8",
    ]
    assert len({c.id for c in found}) == 2


def test_what_is_told_of_no_place_is_set_against_none_where_there_are_several() -> None:
    here, there = (
        made("Gull", "Four sailors were killed in Harn."),
        made("Tide", "Nine sailors were killed in Orm."),
    )
    nowhere = made("Mail", "Seven sailors were killed.")
    assert parted(here, there, nowhere) == ()
    assert len(parted(here, nowhere)) == 1


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        # (published, the day of what is told, if any)
        (("2031-04-05", "2031-04-04"), ("2031-04-23", "2031-04-22"), 0),
        (("2031-04-05", "2031-04-04"), ("2031-04-06", "2031-04-05"), 1),
        # The day is told earlier in the paragraph, or not at all: then it is not long before the report.
        (("2031-04-05", "2031-04-04"), ("2031-04-06", None), 1),
        (("2031-04-05", "2031-04-04"), ("2031-04-30", None), 0),
        # Of a day that is told further off, likewise.
        (("2031-04-05", "2031-04-04 before"), ("2031-04-15", "2031-04-14 before"), 0),
        # Nothing that a report tells lies after it.
        (("2031-04-23", "2031-04-22"), ("2031-04-05", None), 0),
        (("2031-04-05", None), ("2031-04-30", None), 0),
    ],
)
def test_raids_of_other_weeks_are_not_set_against_each_other(
    first: tuple[str, str | None], second: tuple[str, str | None], found: int
) -> None:
    reports = []
    for outlet, many, (published, on) in (("Gull", "Four", first), ("Tide", "Nine", second)):
        head = f"A raid hit Harn{' that night' if on else ''}."
        toll = f"{many} sailors were killed."
        text = [head, toll] if on and on.endswith(" before") else [f"{head} {toll}"]
        day = ("that night", on.removesuffix(" before")) if on else None
        reports.append(made(outlet, *text, published=published, day=day))
    assert len(parted(*reports)) == found


def test_a_version_that_another_has_taken_the_place_of_is_on_no_side() -> None:
    old = made("Gull", "Four sailors were killed in Harn.")
    new = made("Gull", "Nine sailors were killed in Harn.", published="2031-04-06")
    third = made("Tide", "Seven sailors were killed in Harn.")
    assert len(parted(old, new)) == 1
    assert parted(old, new, superseded=(old[0].id,)) == ()
    (conflict,) = parted(old, new, third, superseded=(old[0].id,))
    assert "7 against 9" in conflict.why


@pytest.mark.parametrize(
    "text",
    [
        "Nine sailors were killed in Harn. An earlier version of this report said four sailors were killed.",
        "Nine sailors were killed in Harn, raising an earlier toll of four dead.",
    ],
)
def test_what_a_page_calls_its_earlier_figure_is_on_no_side(text: str) -> None:
    (conflict,) = parted(made("Gull", text), made("Tide", "Seven sailors were killed in Harn.")) or (None,)
    assert conflict is None or "4" not in conflict.why


def test_the_place_of_a_figure_is_told_with_the_larger_ones_that_it_is_in() -> None:
    one, reading = made("Gull", "Four sailors were killed in Lidva district, Harn.")
    setting = Settings(one, reading).of(reading.figures[0])
    assert (setting.place, setting.within) == ("lidva", frozenset({"lidva", "harn"}))
