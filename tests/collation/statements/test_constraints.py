"""Must-links and cannot-links: which decisions stand, what groups they give, and how they are said."""

from __future__ import annotations

import random
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from rashomon.collation.statements.constraints import constraints, nearest, stranded
from rashomon.collation.statements.groups import Link, groups
from rashomon.collation.statements.match import statements
from rashomon.corrections.targets import of_wording
from rashomon.records import Correction, CorrectionKind, Statement
from tests.collation.telling import told

SAME, APART = CorrectionKind.MERGE, CorrectionKind.SPLIT


def decision(n: int, kind: CorrectionKind, one: str, other: str) -> Correction:
    at = f"2031-04-01T00:00:{n:02d}+00:00"
    new, old = (other, None) if kind is SAME else (None, other)
    return Correction(f"c{n:02d}", "Mira", at, "heard the tape", kind, one, old, new)


def item(n: int) -> str:
    return of_wording("abcd", n * 10, n * 10 + 5)


def find(report: str, start: int, end: int) -> int | None:
    return start // 10 if report == "abcd" else None


def test_the_later_decision_stands_even_against_two_earlier_ones_together() -> None:
    made = [
        decision(0, SAME, item(0), item(1)),
        decision(1, SAME, item(1), item(2)),
        decision(2, APART, item(0), item(2)),
        decision(3, SAME, of_wording("gone", 0, 5), item(2)),
    ]
    found = constraints(find, made)
    assert [(t.a, t.b) for t in found.same] == [(1, 2)]
    assert [(t.a, t.b) for t in found.apart] == [(0, 2)]
    assert found.stranded == (made[3],)
    assert found.same[0].why == "as Mira decided on 2031-04-01: heard the tape"


pairs = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] != p[1])


@given(
    st.lists(st.tuples(st.booleans(), pairs), max_size=8),
    st.dictionaries(pairs, st.floats(0.1, 9), max_size=14),
)
def test_groups_obey_every_decision_that_stands(
    said: list[tuple[bool, tuple[int, int]]], odds: dict[tuple[int, int], float]
) -> None:
    made = [decision(n, SAME if s else APART, item(a), item(b)) for n, (s, (a, b)) in enumerate(said)]
    decided = constraints(find, random.Random(len(said)).sample(made, len(made)))
    links = {(min(p), max(p)): Link(o, "") for p, o in odds.items()}
    found = groups([None] * 8, links, lambda a, b: 5 if (a + b) % 3 > 0 else -50, decided)
    home = {k: n for n, group in enumerate(found) for k in group}
    assert sorted(home) == list(range(8))
    assert all(home[t.a] == home[t.b] for t in decided.same)
    assert all(home[t.a] != home[t.b] for t in decided.apart)
    # The last decision always stands.
    if said:
        last, (a, b) = said[-1]
        assert (home[a] == home[b]) is last


def test_without_decisions_nothing_changes_and_merged_groups_are_whole() -> None:
    links = {(0, 1): Link(5, ""), (2, 3): Link(5, "")}
    one = constraints(find, [decision(0, SAME, item(0), item(2))])
    assert groups([None] * 4, links, lambda a, b: -50) == [[0, 1], [2, 3]]
    assert groups([None] * 4, links, lambda a, b: -50, one) == [[0, 1, 2, 3]]


def test_what_is_like_both_goes_with_the_liker() -> None:
    links = {(0, 1): Link(9, ""), (1, 2): Link(5, ""), (0, 2): Link(3, "")}
    apart = constraints(find, [decision(0, APART, item(0), item(2))])
    assert groups([None] * 3, links, lambda a, b: 5, apart) == [[0, 1], [2]]


def test_an_anchor_finds_the_sentence_after_a_reading_that_cuts_elsewhere() -> None:
    spans = [(0, 40, 0), (41, 90, 1), (50, 80, 2)]
    assert nearest(spans, 44, 92) == 1
    assert nearest(spans, 52, 80) == 2
    assert nearest(spans, 38, 43) is None


SAYS = "The ferry of Lisse will sail again on Friday at noon."
LIKE = "Lisse's ferry is going to sail again at noon on Friday."
OTHER = "Nobody at the harbour office was paid in March."


def test_decisions_about_wordings_are_obeyed_and_said() -> None:
    made = [
        told(name, f"“{text}” she said.", [text]) for name, text in (("a", SAYS), ("b", LIKE), ("c", OTHER))
    ]
    reports, readings = [r for r, _ in made], [r for _, r in made]
    a, b, c = (
        of_wording(r.id, reading.attributions[0].content[0].start, reading.attributions[0].content[0].end)
        for r, reading in made
    )

    def together(found: Sequence[Statement]) -> list[set[str]]:
        names = {r.id: r.name for r in reports}
        return sorted(({names[w.report] for w in s.wordings} for s in found), key=sorted)

    assert together(statements(reports, readings, {})) == [{"a", "b"}, {"c"}]
    found = statements(reports, readings, {}, [decision(0, APART, a, b), decision(1, SAME, c, b)])
    assert together(found) == [{"a"}, {"b", "c"}]
    whys = [w.why for s in found for w in s.wordings]
    assert sum("not the same as in report" in why for why in whys) == 2
    assert "the same, as Mira decided on 2031-04-01: heard the tape" in " ".join(whys)
    gone = decision(2, SAME, a, of_wording("feed", 3, 9))
    assert stranded(readings, [gone, decision(3, APART, a, b)]) == (gone,)
