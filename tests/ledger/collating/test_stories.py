"""Stories of a ledger that grows and shrinks bit by bit are those that all its reports at once make."""

from __future__ import annotations

import hashlib
import random
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from unittest.mock import patch

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

import rashomon.collation.stories.candidates as story_candidates
import rashomon.collation.stories.stories as telling
from rashomon.collation.stories.decisions import decide_stories
from rashomon.collation.stories.likeness import model
from rashomon.corrections import targets
from rashomon.corrections.standing import standing
from rashomon.ingest import recollate
from rashomon.ledger import Ledger
from rashomon.ledger.collating import stories as collating
from rashomon.ledger.collating import story_pairs, story_profiles
from rashomon.records import Capture, CorrectionKind, Passage, Problem, Reading, Report, Sentence, Voice

TOLD = (
    "The ferry of Lisse struck the northern quay at dawn on Friday.",
    "A vessel ran aground, harbour master Tarn said.",
    "Rudder blamed for crash.",
    "A fire destroyed the mill of Osk during the night.",
    "Firemen from Varna fought a blaze until noon.",
    "The miller, Ilse Orrel, said that grain dust had caught.",
    "Dockers in Lisse went on strike over pay.",
    "Walkout shuts port for a third day.",
    "The museum of clocks reopened in Varna.",
)
DAYS = (None, "2031", "2031-02-01", "2031-02-02", "2031-02-12", "2031-02-22", "2031-03-10", "2031-04-20")
Made = tuple[tuple[int, ...], str | None]


@cache
def meaning(sentence: int) -> bytes:
    """Sentences of one event lie near each other."""
    event, own = np.random.default_rng(sentence // 3), np.random.default_rng(100 + sentence)
    row = event.normal(size=384) + 0.7 * own.normal(size=384)
    return bytes((row / np.linalg.norm(row)).astype("<f2").tobytes())


@cache
def made(said: Made, place: int) -> tuple[Capture, Report, Reading]:
    sentences, published = said
    text, found = f"Number {place}. ", []
    for k in sentences:
        found.append(Sentence(len(text), len(text) + len(TOLD[k]), None, meaning(k)))
        text += TOLD[k] + " "
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    passages = (Passage(Voice.BODY, 0, len(text)),)
    return (
        Capture(sha256, text.encode(), "text/plain", f"{place}.txt"),
        Report(sha256[:16], sha256, f"{place}", text, passages, f"News {place}", published=published),
        Reading(sha256[:16], "r", (), (), tuple(found)),
    )


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 1_000_000))
def test_stories_told_bit_by_bit_are_those_told_at_once(seed: int) -> None:
    dice = random.Random(seed)
    with ExitStack() as stack:
        # Small enough that these few reports fill each other's neighbourhoods and batches.
        stack.enter_context(patch.object(story_candidates, "NEIGHBOURS", dice.randint(1, 4)))
        stack.enter_context(patch.object(collating, "_NEW", dice.randint(1, 9)))
        for module in (telling, story_pairs):
            stack.enter_context(patch.object(module, "TIE", 0.02))
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        ledger = stack.enter_context(Ledger.open(Path(folder) / "made.db"))
        written: dict[int, Made] = {}
        for turn in range(dice.randint(2, 3)):
            _change(dice, ledger, written)
            recollate(ledger, reader="r")
            read = [made(said, place) for place, said in written.items()]
            ours = telling.stories([r for _, r, _ in read], [g for *_, g in read], tuple(ledger.statements()))
            decided = decide_stories(ours, [r for _, r, _ in read], standing(ledger.corrections()))
            assert sorted(ledger.stories(), key=lambda s: s.id) == sorted(decided.stories, key=lambda s: s.id)
            _as_from_nothing(ledger, read, Path(folder) / f"{turn}.db")
            ordinals = ledger._connection.execute("SELECT story, ordinal FROM story_report ORDER BY 1, 2")
            assert ordinals.fetchall() == sorted(
                (s.id, n) for s in decided.stories for n in range(len(s.reports))
            )


def _as_from_nothing(grown: Ledger, read: Sequence[tuple[Capture, Report, Reading]], path: Path) -> None:
    """What a ledger keeps of pairs is what a new one with the same reports keeps."""
    with Ledger.open(path) as fresh:
        for item in reversed(read):
            fresh.add(*item)
        recollate(fresh, reader="r")
        assert _pairs(grown) == _pairs(fresh)


def _pairs(ledger: Ledger) -> list[tuple[object, ...]]:
    """Every pair by its reports, the first by id first, with the ways that it came to be compared."""
    rows = ledger._connection.execute(
        "SELECT x.report, y.report, ways, shared, chance, measures FROM story_pair"
        " JOIN story_profile AS x ON x.number = one JOIN story_profile AS y ON y.number = other"
    )
    turned = {0: 0, 2: 4, 4: 2, 6: 6}
    return sorted(
        (a, b, ways, *rest) if a < b else (b, a, (ways & 1) + turned[ways & 6], *rest)
        for a, b, ways, *rest in rows
    )


def _change(dice: random.Random, ledger: Ledger, written: dict[int, Made]) -> None:
    """Take some reports away, add some, and decide something about stories."""
    for place in dice.sample(sorted(written), min(len(written), dice.randint(0, 3))):
        capture, _, _ = made(written.pop(place), place)
        lost = Problem(capture.path, "reading", "it fails", "mend it", capture.sha256)
        ledger.add_problem(lost, capture, fingerprint="r2")
    for place in dice.sample(sorted(set(range(60)) - written.keys()), dice.randint(1, 12)):
        said = tuple(dice.sample(range(len(TOLD)), dice.randint(1, 3)))
        written[place] = said, dice.choice(DAYS)
        ledger.add(*made(written[place], place))
    one, other, old = (
        targets.of_story(made(written[place], place)[1].id) for place in dice.choices(sorted(written), k=3)
    )
    when = f"2031-05-01T00:00:{len(ledger.corrections()):02}+00:00"
    match dice.randint(0, 3):
        case 1:
            ledger.correct("Mira", "one event", CorrectionKind.MERGE, one, new=other, decided_at=when)
        case 2:
            ledger.correct(
                "Mira", "not of it", CorrectionKind.SPLIT, one, old=old, new=other, decided_at=when
            )
    decided = [c for c in standing(ledger.corrections()) if c.kind is not CorrectionKind.UNDO]
    if decided and dice.randint(0, 3) == 3:
        undone = targets.of_correction(dice.choice(decided).id)
        ledger.correct("Tam", "no", CorrectionKind.UNDO, undone, decided_at=when.replace("-05-", "-06-"))


def test_a_field_holds_whatever_may_be_a_neighbour_of_a_neighbour(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "made.db") as ledger:
        for place, published in enumerate(("2031-01-01", "2031-02-12", "2031-03-26", "2033-01-01", None)):
            ledger.add(*made(((place,), published), place))
        recollate(ledger, reader="r")
        day = story_candidates.day_of("2031-02-12")
        about = story_profiles.load_field(ledger._connection, [day])
        assert about.days.tolist() == [day - 42, day, day + 42, story_candidates.UNDATED]
        assert not about.complete
        assert len(story_profiles.load_field(ledger._connection, [story_candidates.UNDATED]).days) == 5
        assert len(story_profiles.load_field(ledger._connection, []).days) == 1


def test_a_tie_too_weak_to_join_two_reports_leads_to_no_further_ones(tmp_path: Path) -> None:
    """Weak ties chain most of a year's news together: what is grouped anew must not be all that."""
    least = model().least
    chances = {(1, 2): 0.9, (2, 3): least, (1, 3): least / 2, (3, 4): least / 2, (4, 5): 0.9, (5, 6): 0.9}
    with Ledger.open(tmp_path / "made.db") as ledger:
        connection = ledger._connection
        connection.executemany(
            "INSERT INTO story_pair VALUES (?, ?, 1, 0, ?, x'')",
            ((one, other, chance) for (one, other), chance in chances.items()),
        )
        assert collating._ties(connection, {1}) == {pair: chances[pair] for pair in [(1, 2), (2, 3), (1, 3)]}
        assert collating._ties(connection, {3, 4}) == chances


def test_what_is_told_of_a_story_follows_when_its_last_report_is_taken_away(tmp_path: Path) -> None:
    """Its title and its dates are what they were, so that only the count of its reports tells that one has gone."""
    with Ledger.open(tmp_path / "made.db") as ledger:
        read = [
            made(((0, 1, 2), "2031-02-01"), 1),
            made(((0, 1, 2), "2031-02-01"), 2),
            made(((0, 1), "2031-02-01"), 3),
        ]
        for item in read:
            ledger.add(*item)
        recollate(ledger, reader="r")
        [told] = ledger.stories()
        assert len(told.reports) == 3
        capture = next(capture for capture, report, _ in read if report.id == told.reports[-1])
        lost = Problem(capture.path, "reading", "it fails", "mend it", capture.sha256)
        ledger.add_problem(lost, capture, fingerprint="r2")
        recollate(ledger, reader="r")
        assert [s.reports for s in ledger.stories()] == [told.reports[:-1]]
        counted = "SELECT (SELECT reports FROM story_tally), (SELECT sum(reports) FROM story_outlet)"
        assert ledger._connection.execute(counted).fetchone() == (2, 2)
