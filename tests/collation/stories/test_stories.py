"""Stories: every report in one, look-alike events apart, the same whatever the order, and only the neighbourhood concerned."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon import pipeline
from rashomon.classes import Classes
from rashomon.collation.stories.candidates import NEIGHBOURS, UNDATED, candidates, day_of, nearest_by_meaning
from rashomon.collation.stories.likeness import FEATURES, MEASURES, likely, measured, model
from rashomon.collation.stories.linkage import linked
from rashomon.collation.stories.profiles import BAGS, profile
from rashomon.collation.stories.stories import LONGEST, drawn, stories, tell
from rashomon.records import Passage, Reading, Report, Sentence, Statement, Story, Voice, Wording


def report(name: str, text: str, title: str | None = None, published: str | None = None) -> Report:
    return Report(
        name, name, name, text, (Passage(Voice.BODY, 0, len(text)),), title=title, published=published
    )


@cache
def read(told: Report) -> Reading:
    """Its sentences with their meaning; nothing else is needed here."""
    spans = [m.span() for m in re.finditer(r"[^.]+\.?", told.text) if m.group().strip()]
    return pipeline.with_vectors(told, Reading(told.id, "", (), (), tuple(Sentence(a, b) for a, b in spans)))


def of(*reports: Report, statements: tuple[Statement, ...] = ()) -> tuple[Story, ...]:
    return stories(reports, [read(r) for r in reports], statements)


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
OTHER_QUAKE = [
    report(
        "o1",
        "An earthquake shook the port of Kesten at night. The tremor killed thirty people in Kesten, governor Halvard said.",
    ),
    report(
        "o2",
        "Thirty people died when an earthquake struck Kesten late on Friday; governor Halvard spoke of burning ships.",
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
EVERY = [*STRIKE, *LONE, *QUAKE, *OTHER_QUAKE]


def groups(found: tuple[Story, ...]) -> set[frozenset[str]]:
    return {frozenset(story.reports) for story in found}


def test_reports_of_one_event_are_a_story() -> None:
    found = of(*STRIKE, *LONE, *QUAKE)
    assert groups(found) == {frozenset({"q1", "q2", "q3"}), frozenset({"s1", "s2"}), frozenset({"m1"})}
    quake = next(s for s in found if "q1" in s.reports)
    assert (quake.earliest, quake.latest) == ("2031-04-01", "2031-04-03")
    assert quake.reports == ("q2", "q1", "q3")
    assert quake.title in ("Nine die in Varna", "Earthquake strikes Varna")
    lone = next(s for s in found if "m1" in s.reports)
    assert lone.title == "The museum of clocks has reopened its doors after two years of repairs to the…"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The mill burned. Nobody was hurt.", "The mill burned."),
        ("HARN, April 5 (MPA) — The mill burned.", "The mill burned."),
        ("A" * 300, "A" * 79 + "…"),
        ("", "A report without words of its own"),
        ("\ufffd", "A report without words of its own"),
    ],
)
def test_a_story_without_titles_is_called_as_its_earliest_report_begins_never_as_its_file(
    text: str, title: str
) -> None:
    lead, later = report("0309", text), report("0310", "The dam at Lidva held.")
    assert tell([lead, later]).title == title
    assert len(title) <= LONGEST


def test_two_earthquakes_are_two_stories() -> None:
    found = groups(of(*EVERY))
    assert frozenset({"o1", "o2"}) in found
    assert frozenset({"q1", "q2", "q3"}) in found


@given(st.permutations(EVERY))
def test_the_order_of_the_input_does_not_matter(every: list[Report]) -> None:
    readings = [read(r) for r in EVERY]
    assert stories(every, readings, ()) == stories(EVERY, readings, ())


def test_what_two_reports_have_in_common_does_not_depend_on_the_others() -> None:
    profiles = [profile(r, read(r)) for r in EVERY]
    pairs = [(a, b) for b in range(len(EVERY)) for a in range(b)]
    together = dict(zip(pairs, measured(profiles, pairs).tolist(), strict=True))
    for a, b in pairs:
        assert measured([profiles[a], profiles[b]], [(0, 1)])[0].tolist() == together[a, b]
        assert measured([profiles[b], profiles[a]], [(0, 1)])[0].tolist() == together[a, b]


def test_candidates_share_words_or_are_near_in_meaning() -> None:
    profiles = [profile(r, read(r)) for r in EVERY]
    found = candidates(profiles, np.full(len(profiles), UNDATED))
    assert found == sorted(set(found))
    assert all(a < b for a, b in found)
    assert (EVERY.index(QUAKE[0]), EVERY.index(QUAKE[1])) in found
    assert candidates(profiles[:1], np.array([UNDATED])) == []
    assert candidates([], np.array([], dtype=np.int64)) == []


def test_a_profile_tells_names_from_words_and_figures() -> None:
    bags = dict(zip(BAGS, profile(QUAKE[1], read(QUAKE[1])).bags, strict=True))
    assert len(bags["caps"].numbers) == 3  # Nine, Varna, Oduya: a day of the week is no name
    assert len(bags["nums"].numbers) == 1  # Monday
    assert set(bags["caps"].numbers.tolist()) <= set(bags["words"].numbers.tolist())
    assert not set(bags["caps"].numbers.tolist()) & set(bags["low"].numbers.tolist())


def test_a_report_is_wholly_like_itself() -> None:
    one = profile(QUAKE[0], read(QUAKE[0]))
    row = dict(zip(MEASURES, measured([one, one], [(0, 1)])[0].tolist(), strict=True))
    for name in ("words", "caps", "bigrams", "lead", "mean", "sentences", "caps, less", "words, more"):
        assert row[name] == pytest.approx(1, abs=0.02), name


def test_the_packaged_model_weighs_every_feature() -> None:
    assert set(model().weights) == set(FEATURES)
    assert 0 < model().least < 1


def test_dates_far_apart_keep_lookalikes_apart() -> None:
    def dated(published: str) -> Report:
        return report(
            "f",
            "Nine people died when an earthquake struck the town of Varna at dawn, mayor Oduya said.",
            None,
            published,
        )

    assert len(of(QUAKE[0], dated("2031-04-03"))) == 1
    assert len(of(QUAKE[0], dated("2034-04-03"))) == 2


def chance(given: float, shared: int = 0, *published: str | None) -> float:
    """What becomes of a chance by the statements that two reports share, and by their dates."""
    one, other = (np.array([day_of(day)]) for day in published or (None, None))
    return float(drawn(np.array([given]), np.array([shared]), one, other)[0])


def test_shared_statements_draw_reports_together() -> None:
    none, one, three, four = (chance(0.3, many) for many in (0, 1, 3, 4))
    assert none == pytest.approx(0.3)
    assert none < one < three == four < 1


def test_dates_draw_reports_apart_only_where_both_are_known() -> None:
    def likely(*published: str | None) -> float:
        return chance(0.5, 0, *published)

    assert likely("2031-04-01", "2031-04-04") == likely("2031-04-01", None) == likely("2031", "2034") == 0.5
    assert 0.1 < likely("2031-04-01", "2031-04-21") < likely("2031-04-01", "2031-04-11") < 0.5


def test_reports_three_weeks_apart_are_no_candidates_whatever_they_share() -> None:
    profiles = [profile(r, read(r)) for r in QUAKE]
    days = [day_of(d) for d in ("2031-04-01", "2031-04-22", None)]
    assert candidates(profiles, np.array(days)) == [(0, 2), (1, 2)]
    far_apart = [
        replace(r, published=p) for r, p in zip(QUAKE[:2], ("2031-04-01", "2031-04-22"), strict=True)
    ]
    said = [
        Statement(str(k), None, (Wording("q1", 0, 5, None, 1, ""), Wording("q2", 0, 5, None, 1, "")))
        for k in range(4)
    ]
    assert len(of(*far_apart, statements=tuple(said))) == 2


@given(
    st.lists(st.tuples(st.integers(-3, 3), st.integers(-3, 3), st.sampled_from([-1, 1, 10, 40])), max_size=40)
)
def test_the_nearest_are_those_that_looking_at_all_finds(rows: list[tuple[int, int, int]]) -> None:
    vectors = np.array([row[:2] for row in rows], dtype=np.float32).reshape(-1, 2)
    days = np.array([row[2] for row in rows], dtype=np.int64)
    found = nearest_by_meaning(vectors, days, np.arange(len(rows)))
    for at, (near, least) in enumerate(found):
        day = rows[at][2]
        others = [
            k
            for k in range(len(rows))
            if k != at and (day < 0 or rows[k][2] < 0 or abs(day - rows[k][2]) < 21)
        ]
        ranked = sorted(others, key=lambda k: (-int(vectors[at] @ vectors[k]), k))[:NEIGHBOURS]
        assert sorted(near) == sorted(ranked)
        assert least == (int(vectors[at] @ vectors[ranked[-1]]) if len(ranked) == NEIGHBOURS else None)


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


@given(st.integers(1, 9), st.integers(0, 10_000), st.floats(0.1, 0.9), st.floats(0, 0.6))
def test_chains_of_neighbours_find_what_the_slow_way_finds(
    n: int, seed: int, least: float, sparse: float
) -> None:
    half = np.triu(np.random.default_rng(seed).random((n, n)), 1)
    half[half < sparse] = 0
    given_pairs = {(int(a), int(b)): float(half[a, b]) for a, b in zip(*np.nonzero(half), strict=True)}
    expected = by_exhaustion((half + half.T).tolist(), least)
    assert linked(n, given_pairs, least) == expected
    backwards = dict(random.Random(seed).sample(sorted(given_pairs.items()), len(given_pairs)))
    assert linked(n, backwards, least) == expected


@given(st.integers(2, 12), st.integers(0, 10_000), st.floats(0.1, 0.9), st.floats(0, 0.9))
def test_who_is_joined_by_no_tie_strong_enough_is_grouped_apart_from_the_others(
    n: int, seed: int, least: float, sparse: float
) -> None:
    """So that a ledger need not look further than strong ties lead, whatever weak ones there are between."""
    half = np.triu(np.random.default_rng(seed).random((n, n)), 1)
    half[half < sparse] = 0
    pairs = {(int(a), int(b)): float(half[a, b]) for a, b in zip(*np.nonzero(half), strict=True)}
    joined = Classes[int]()
    for (a, b), likeness in pairs.items():
        if likeness >= least:
            joined.join(a, b)
    own = {(a, b): likeness for (a, b), likeness in pairs.items() if joined.of(a) == joined.of(b)}
    assert linked(n, own, least) == linked(n, pairs, least)


def test_a_story_is_called_what_its_reports_bear_out_and_in_nobodys_words() -> None:
    text = "Nine people died when an earthquake struck the town of Varna on Monday, and mayor Oduya spoke of ruin."
    told = [
        report("t1", text, "“A day of ruin”: Varna mourns nine people after earthquake", "2031-04-01"),
        report("t2", text + " A radio told it.", "Morning Tide", "2031-04-01"),
        report(
            "t3", text + " It was before dawn.", "Nine people die as earthquake strikes Varna", "2031-04-02"
        ),
    ]
    (story,) = of(*told)
    assert story.title == "Nine people die as earthquake strikes Varna"


def test_two_with_none_of_each_others_names_and_few_words_are_hardly_one_story() -> None:
    row = dict.fromkeys(FEATURES, 3.0) | {"caps": 0.05, "words": 0.15, "caps, less": 0.0}
    other = row | {"caps, less": 0.2}
    alone, named = likely(np.array([[r[name] for name in FEATURES] for r in (row, other)]), model())
    assert alone <= 0.35 < model().least < named
