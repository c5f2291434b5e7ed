"""Copies and versions of a ledger that grows, changes and shrinks are those of all its reports at once, no more and no less."""

from __future__ import annotations

import hashlib
import random
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

import rashomon.collation.copies.shingles as rule
from rashomon import pipeline
from rashomon.ledger import Ledger
from rashomon.ledger.collating import copies, shingles
from rashomon.ledger.schema import migrate
from rashomon.records import Capture, Passage, Problem, Reading, Report, Sentence, Voice

WORDS = [
    a + b + c
    for a in ("ha", "ru", "li", "den")
    for b in ("mo", "sta", "ver", "ki")
    for c in ("lo", "tes", "quel")
]
Item = tuple[Capture, Report, Reading]
Change = tuple[str, int, int, int]
"""What happens, which report of those there are it happens to, and two numbers that say how."""


def lines(seed: int, count: int = 6) -> list[str]:
    dice = random.Random(seed)
    return [" ".join(dice.choices(WORDS, k=9)).capitalize() + "." for _ in range(count)]


def body(wire: int, way: int) -> list[str]:
    """One of a few texts, whole, cut, changed, reordered, taken over in part, or in a digest."""
    own, dice = lines(wire % 3), random.Random(wire * 10 + way)
    changed = [
        " ".join(dice.choice(WORDS) if dice.random() < 0.25 else w for w in line.split()) for line in own
    ]
    return (
        own, own[:3], own[3:], changed, own[2:] + own[:2], [*own[2:4], *lines(100 + wire * 10 + way)],
        lines(0) + lines(1) + lines(2), own[:4], lines(200 + way), ["It fell."],
    )[way]  # fmt: skip


def item(name: int, wire: int, way: int, reader: str = "r") -> Item:
    """A report by its name; its text, date and address follow from the two numbers."""
    sha256 = hashlib.sha256(str(name).encode()).hexdigest()
    told, at, found = [f"News of {name}", *body(wire, way)], 0, []
    for line in told:
        found.append(Sentence(at, at + len(line)))
        at += len(line) + 1
    text, head = "\n".join(told), len(told[0])
    voices = (Passage(Voice.HEADLINE, 0, head), Passage(Voice.BODY, head + 1, len(text)))
    report = Report(
        sha256[:16], sha256, f"page {name}", text, voices,
        outlet="Lantern" if name % 2 else None,
        published=f"2031-04-0{wire + 1}" if way % 2 else None,
        address=f"https://lantern.example/{wire % 2}" if way in (0, 3, 4) else None,
    )  # fmt: skip
    when = f"2031-05-01T00:00:0{name % 7}+00:00" if name % 3 else None
    capture = Capture(sha256, str(name).encode(), "text/plain", f"{name}.txt", captured_at=when)
    return capture, report, Reading(report.id, reader, (), (), tuple(found))


def collate(ledger: Ledger) -> set[str]:
    """Bring copies up to date; the reports of another family than before."""
    connection = ledger._connection
    with ledger.transaction():
        due = {row[0] for row in connection.execute("SELECT report FROM uncollated")}
        moved = copies.collate_copies(connection, due)
        connection.execute("DELETE FROM uncollated")
    return moved - due


def families(ledger: Ledger) -> dict[str, str]:
    return {copy.report: family.id for family in ledger.copies() for copy in family.copies}


def assert_as_told_at_once(ledger: Ledger) -> None:
    reports = list(ledger.reports())
    readings = [ledger.reading(report.id) for report in reports]
    found, versions = pipeline.copied(reports, readings, ledger.captured())
    assert ledger.copies() == found.families
    assert ledger.copied_passages() == found.passages
    assert ledger.versions() == tuple(sorted(versions, key=lambda v: (v.address, v.report)))
    assert not ledger.verify()


@contextmanager
def crowds_of(size: int, beside: int) -> Iterator[None]:
    with (
        patch.multiple(rule, CROWD=size, BESIDE=beside),
        patch.multiple(shingles, CROWD=size, BESIDE=beside),
    ):
        yield


def happen(ledger: Ledger, there: dict[int, Item], change: Change) -> None:
    what, which, wire, way = change
    name = sorted(there)[which % len(there)] if there else None
    if what == "add" or name is None:
        new = max(there, default=0) + 1
        there[new] = item(new, wire, way)
        ledger.add(*there[new])
    elif what == "read anew":
        there[name] = item(name, wire, way, there[name][2].model + "r")
        ledger.add(*there[name], fingerprint=there[name][2].model)
    elif what == "find again":
        again = replace(
            there[name][0], path=f"again/{way}.txt", captured_at=f"2031-04-0{wire + 1}T00:00:00+00:00"
        )
        ledger.add_sighting(again)
    else:
        capture = there.pop(name)[0]
        lost = Problem(capture.path, "reading", "it fails", "mend it", capture.sha256)
        ledger.add_problem(lost, capture, fingerprint="another")


changes = st.tuples(
    st.sampled_from(["add"] * 6 + ["drop", "drop", "read anew", "find again"]),
    st.integers(0, 50),
    st.integers(0, 4),
    st.integers(0, 9),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(changes, max_size=9), min_size=1, max_size=6),
    st.sampled_from([(24, 3), (4, 1), (4, 3), (5, 2)]),
    st.sampled_from([0.1, 5.0]),
)
def test_copies_kept_bit_by_bit_are_those_found_at_once(
    steps: list[list[Change]], crowds: tuple[int, int], many: float
) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "a.db") as ledger:
        there: dict[int, Item] = {}
        # Whom new ones meet is looked up one by one, or among all shingles at once, as they are few or many.
        with crowds_of(*crowds), patch.object(shingles, "_MANY", many):
            for step in steps:
                for change in step:
                    happen(ledger, there, change)
                before = families(ledger)
                due = {row[0] for row in ledger._connection.execute("SELECT report FROM uncollated")}
                moved = collate(ledger)
                now = families(ledger)
                other = {r for r in before.keys() | now.keys() if before.get(r) != now.get(r)}
                assert moved == other - due
                assert_as_told_at_once(ledger)


few_shingles = st.dictionaries(st.integers(0, 29), st.sets(st.integers(0, 2)), min_size=2, max_size=10)


@settings(max_examples=60, deadline=None)
@given(st.lists(few_shingles, min_size=2, max_size=6), st.sampled_from([(3, 1), (3, 2), (5, 2)]), st.data())
def test_who_meets_whom_is_what_all_shingles_tell(
    steps: list[dict[int, set[int]]], crowds: tuple[int, int], data: st.DataObject
) -> None:
    there: dict[int, list[int]] = {}
    met: set[shingles.Pair] = set()
    with (
        closing(sqlite3.connect(":memory:", isolation_level=None)) as connection,
        crowds_of(*crowds),
        patch.object(shingles, "winnowed", array),
    ):
        migrate(connection)
        for step in steps:
            new = {number: sorted(found) for number, found in step.items() if data.draw(st.integers(0, 3))}
            gone = {number: array(there.pop(number)) for number in step if number in there}
            there |= new
            fresh = [
                shingles.Shingled(n, str(n), None, array(found).astype(np.uint32), array(found))
                for n, found in new.items()
            ]
            met = {pair for pair in met if not step.keys() & set(pair)}
            connection.execute("DELETE FROM compared_pair")
            connection.executemany("INSERT INTO compared_pair VALUES (?, ?, 1, 0, 0)", met)
            with patch.object(shingles, "_MANY", data.draw(st.sampled_from([0.2, 9.0]))):
                meetings = shingles.meet(connection, gone, fresh)
            met = met - set(meetings.parted) | set(meetings.met)
            order = sorted(there)
            wanted = [pairs.tolist() for pairs in rule.candidates([array(there[n]) for n in order])]
            assert met == {(order[a], order[b]) for pairs in wanted for a, b in pairs}


def array(found: Sequence[int] | rule.Words) -> rule.Hashes:
    return np.array(found, dtype=np.uint64)


def test_a_wire_text_that_comes_in_very_many_papers_is_one_family_whatever_came_first(tmp_path: Path) -> None:
    papers = [item(k, 0, 0) for k in range(2, 62)]
    found = []
    for seed in range(2):
        random.Random(seed).shuffle(papers)
        with Ledger.open(tmp_path / f"{seed}.db") as ledger, patch.object(shingles, "_MANY", 5.0):
            for start in range(0, 60, 12):
                for paper in papers[start : start + 12]:
                    ledger.add(*paper)
                collate(ledger)
            (family,) = ledger.copies()
            assert len(family.copies) == 60
            found.append((family, ledger.copied_passages()))
    assert found[0] == found[1]


def test_a_page_that_is_found_twice_more_before_it_is_collated_is_collated_once(tmp_path: Path) -> None:
    capture, report, reading = item(1, 0, 0)
    with Ledger.open(tmp_path / "a.db") as ledger:
        ledger.add(capture, report, reading)
        for hour in (5, 3):
            ledger.add_sighting(replace(capture, captured_at=f"2031-04-05T0{hour}:00:00+00:00"))
        assert ledger._connection.execute("SELECT report FROM uncollated").fetchall() == [(report.id,)]
