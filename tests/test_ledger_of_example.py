"""The bundled example as a ledger, against its gold: what is brought together, and what is kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

import pytest

import rashomon
from rashomon.accounts.records import ConflictKind, OriginKind
from rashomon.records import Report, Span, VariationKind
from tests.examples import golden

TOGETHER = 65.0  # of the gold's pairs of wordings, in percent; as measured when the model was packaged, less a little


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[rashomon.Ledger]:
    path = tmp_path_factory.mktemp("example") / "example.db"
    rashomon.read([golden.STORY], ledger=path)
    with rashomon.Ledger.open(path, read_only=True) as opened:
        yield opened


def places(wordings: Iterable[golden.GoldWording], reports: dict[str, Report]) -> list[tuple[str, Span]]:
    """Where the gold's wordings stand, those that the pages' texts hold."""
    found = []
    for w in wordings:
        report = reports[w.report]
        try:
            found.append((report.id, golden.find(report.text, w.text)))
        except LookupError:
            continue
    return found


def overlap(a: Span, start: int, end: int) -> bool:
    return min(a.end, end) - max(a.start, start) >= 0.5 * min(a.end - a.start, end - start)


def homes(place: tuple[str, Span], ledger: rashomon.Ledger) -> set[str]:
    """The statements that have a wording there."""
    report, span = place
    return {
        s.id
        for s in ledger.statements(report=report)
        for w in s.wordings
        if w.report == report and overlap(span, w.start, w.end)
    }


def pairs(groups: Iterable[golden.GoldStatement], ledger: rashomon.Ledger) -> list[tuple[str, bool]]:
    """Each pair of wordings of the groups, by the group's id, and whether one statement holds both."""
    reports = {r.name: r for r in ledger.reports()}
    out = []
    for group in groups:
        at = [homes(p, ledger) for p in places(group.wordings, reports)]
        out += [(group.id, bool(a & b)) for a, b in combinations(at, 2)]
    return out


def test_wordings_of_one_statement_are_brought_together(ledger: rashomon.Ledger) -> None:
    found = pairs(golden.load().statements, ledger)
    share = 100 * sum(together for _, together in found) / len(found)
    assert share >= TOGETHER, f"{share:.1f}% of {len(found)}: missed {[i for i, t in found if not t]}"


def test_what_is_not_one_statement_is_kept_apart(ledger: rashomon.Ledger) -> None:
    assert [i for i, together in pairs(golden.load().apart, ledger) if together] == []


def test_the_altered_quotation_is_one_statement_in_five_outlets(ledger: rashomon.Ledger) -> None:
    first = next(ledger.statements())
    texts = [ledger.report(w.report).text[w.start : w.end] for w in first.wordings]
    assert len({w.report for w in first.wordings}) == 5
    assert sum("silence" in t for t in texts) == 4
    assert sum("violence" in t for t in texts) == 1


def test_it_is_the_one_quotation_that_is_called_altered(ledger: rashomon.Ledger) -> None:
    found = [
        (ledger.report(w.report), ledger.report(s.wordings[w.against].report), v)
        for s in ledger.statements(min_wordings=2)
        for w in s.wordings
        if w.against is not None
        for v in w.variations
        if v.kind is VariationKind.ALTERED
    ]
    ((report, other, change),) = found
    assert (report.name, report.text[change.start : change.end]) == ("brennick-courier", "violence")
    assert other.text[change.other_start : change.other_end] == "silence"


def test_the_wire_text_and_its_copy_are_one_family(ledger: rashomon.Ledger) -> None:
    (family,) = ledger.copies()
    assert [ledger.report(copy.report).name for copy in family.copies] == ["harbour-mail", "hourly-torvena"]


def test_stories_are_told_apart(ledger: rashomon.Ledger) -> None:
    names = {r.id: r.name for r in ledger.reports()}
    told = {frozenset(names[r] for r in story.reports) for story in ledger.stories()}
    assert told == {frozenset(Path(f).stem for f in story.files) for story in golden.load().stories}


def test_a_father_and_a_daughter_are_two_people(ledger: rashomon.Ledger) -> None:
    people = {said.entity.name for said in ledger.person("Varesh")}
    assert {"Ilona Varesh", "Tomas Varesh"} <= people


def test_everything_in_the_ledger_still_fits(ledger: rashomon.Ledger) -> None:
    assert ledger.verify() == ()


def test_a_tweet_is_one_origin_told_and_embedded(ledger: rashomon.Ledger) -> None:
    accounts = ledger.accounts(max(ledger.stories(), key=lambda s: len(s.reports)).id)
    tweets = [
        o.id for o in accounts.origins if o.name == "Dorin Maskell" and o.kind is OriginKind.PUBLICATION
    ]
    assert len(tweets) == 1
    names = {r.id: r.name for r in ledger.reports()}
    carried = {names[c.report] for c in accounts.carryings if c.origin == tweets[0]}
    (gold,) = (o for o in golden.load().origins if o.id == "tweet")
    assert carried == {Path(file).stem for file in gold.files}


def test_every_kind_of_conflict_is_in_the_example(ledger: rashomon.Ledger) -> None:
    found = ledger.conflicts(story=max(ledger.stories(), key=lambda s: len(s.reports)).id)
    # Nobody in this story is reported to say opposite things.
    assert {c.kind for c in found} == set(ConflictKind) - {ConflictKind.BOTH_WAYS}
    (tolls,) = (c for c in found if c.kind is ConflictKind.FIGURES)
    assert {m.source for m in tolls.members} >= {"Interior Ministry", "Emese Korvat"}
    (letter,) = (c for c in found if c.kind is ConflictKind.ALTERED)
    assert "violence" in letter.about
    assert any("live rounds" in c.about.lower() for c in found if c.kind is ConflictKind.OPPOSED)
    denied = [c for c in found if c.kind is ConflictKind.DENIAL]
    assert all({m.side for m in c.members} == {0, 1} for c in denied)
    # Only the paragraph in which the assembly's number stands says that it is not settled.
    ((report, start, end),) = tolls.settling
    assert ledger.report(report).text[start:end] == "could not be independently confirmed"
    assert not any(c.settling for c in denied)
