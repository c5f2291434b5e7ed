"""Stories: every report in one, look-alike events apart, the same whatever the order."""

from __future__ import annotations

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.collation.stories import linked, stories
from rashomon.records import Passage, Report, Statement, Story, Voice, Wording


def report(name: str, text: str, title: str | None = None, published: str | None = None) -> Report:
    return Report(
        name, name, name, text, (Passage(Voice.BODY, 0, len(text)),), title=title, published=published
    )


QUAKE = [
    report(
        "q1",
        "An earthquake shook the town of Varna at dawn. The tremor killed nine people in Varna, mayor Oduya said.",
        "Nine die in Varna",
        "2031-04-02",
    ),
    report(
        "q2",
        "Nine people died when an earthquake struck Varna early on Monday; mayor Oduya spoke of collapsed houses.",
        "Earthquake strikes Varna",
        "2031-04-01",
    ),
    report(
        "q3",
        "Rescuers in Varna dug for survivors of the dawn earthquake that killed nine, the mayor of Varna said.",
        None,
        "2031-04-03",
    ),
]
STRIKE = [
    report(
        "s1",
        "Dockers in Lisse went on strike over pay on Tuesday, shutting the harbour. Their union, led by Tarek, asks for more.",
    ),
    report(
        "s2",
        "The harbour of Lisse was shut by a strike of dockers. Union leader Tarek asked for a tenth more pay.",
    ),
]
LONE = [report("m1", "The museum of clocks has reopened its doors after two years of repairs to the roof.")]


def groups(found: tuple[Story, ...]) -> set[frozenset[str]]:
    return {frozenset(story.reports) for story in found}


def test_reports_of_one_event_are_a_story() -> None:
    found = stories([*STRIKE, *LONE, *QUAKE], (), ())
    assert groups(found) == {frozenset({"q1", "q2", "q3"}), frozenset({"s1", "s2"}), frozenset({"m1"})}
    quake = next(s for s in found if "q1" in s.reports)
    assert (quake.earliest, quake.latest) == ("2031-04-01", "2031-04-03")
    assert quake.reports == ("q2", "q1", "q3")
    assert quake.title in ("Nine die in Varna", "Earthquake strikes Varna")
    assert next(s for s in found if "m1" in s.reports).title == "m1"


def test_the_order_of_the_input_does_not_matter() -> None:
    every = [*STRIKE, *LONE, *QUAKE]
    expected = stories(every, (), ())
    for seed in range(3):
        random.Random(seed).shuffle(every)
        assert stories(every, (), ()) == expected


def test_dates_far_apart_keep_lookalikes_apart() -> None:
    def dated(published: str) -> Report:
        return report(
            "f", "A dawn earthquake killed people in Lisse; the mayor, Tarek, spoke there.", None, published
        )

    assert len(stories([QUAKE[0], dated("2031-04-03")], (), ())) == 1
    assert len(stories([QUAKE[0], dated("2034-04-03")], (), ())) == 2


def test_shared_statements_draw_reports_together() -> None:
    one = report("a", "Tarek spoke at the dock of hope and of the sea, and of those who wait at home.")
    other = report("b", "In the evening bulletin a union letter was read: hope, he wrote, waits at home.")
    said = tuple(
        Statement(str(k), None, (Wording("a", 0, 5, None, 1, ""), Wording("b", 0, 5, None, 1, "")))
        for k in range(3)
    )
    assert len(stories([one, other], (), said)) == 1


def test_comments_and_furniture_tell_no_story() -> None:
    text = "Subscribe to our letter. Read more about Varna."
    pages = [
        Report(
            name,
            name,
            name,
            text + own,
            (Passage(Voice.FURNITURE, 0, len(text)), Passage(Voice.BODY, len(text), len(text + own))),
        )
        for name, own in (("a", " Bread is dear in May."), ("b", " The clock museum reopened today."))
    ]
    assert len(stories(pages, (), ())) == 2


def test_no_reports_no_stories() -> None:
    assert stories((), (), ()) == ()


def by_exhaustion(similar: list[list[float]], least: float) -> list[list[int]]:
    """Average linkage the slow way: always the nearest two groups."""
    found = [[k] for k in range(len(similar))]
    while len(found) > 1:
        means = [
            (sum(similar[a][b] for a in x for b in y) / (len(x) * len(y)), i, j)
            for i, x in enumerate(found)
            for j, y in enumerate(found)
            if i < j
        ]
        best, i, j = max(means, key=lambda m: m[0])
        if best < least:
            break
        found[i] = sorted(found[i] + found.pop(j))
    return sorted(found)


@given(st.integers(1, 8), st.integers(0, 10_000), st.floats(0.1, 0.9))
def test_chains_of_neighbours_find_what_the_slow_way_finds(n: int, seed: int, least: float) -> None:
    half = np.triu(np.random.default_rng(seed).random((n, n)), 1)
    similar = (half + half.T).astype(np.float32)
    assert linked(similar, least) == by_exhaustion(similar.astype(float).tolist(), least)
