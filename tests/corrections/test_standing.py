"""An undo is a correction too: whatever the order of rows, what it names does not hold unless it is undone itself."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from rashomon.corrections import targets
from rashomon.corrections.standing import standing, standing_undos
from rashomon.ledger.decisions.corrections import new_correction
from rashomon.records import Correction, CorrectionKind


def row(minute: int, undoes: Correction | None = None) -> Correction:
    kind = CorrectionKind.UNDO if undoes else CorrectionKind.ACCEPT
    target = targets.of_correction(undoes.id) if undoes else f"attribution:9a3b:{minute}-{minute + 5}"
    return new_correction("Ilo", "seen", kind, target, decided_at=f"2031-02-03T08:{minute:02}:00+00:00")


def test_an_undo_of_an_undo_lets_hold_again() -> None:
    one, two = row(1), row(2)
    gone = row(3, one)
    back = row(4, gone)
    assert standing([one, two, gone]) == (two,)
    assert standing([one, two, gone, back]) == (one, two)
    assert standing_undos([one, gone, back]) == (back,)
    assert standing([one, gone, back, row(5, back)]) == ()


@given(st.lists(st.integers(0, 8), max_size=9), st.randoms())
def test_what_stands_does_not_depend_on_the_order_of_rows(choices: Sequence[int], random: object) -> None:
    rows = [row(0)]
    for minute, choice in enumerate(choices, 1):
        rows.append(row(minute, rows[choice]) if choice < len(rows) else row(minute))
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert standing(shuffled) == standing(rows)
    # Said the other way: it holds where no undo that holds names it.
    holding = standing_undos(rows)
    named = {targets.correction(u.target) for u in holding}
    assert all((c in holding) != (c.id in named) for c in rows if c.kind is CorrectionKind.UNDO)
    assert set(standing(rows)) == {c for c in rows if c.kind is CorrectionKind.ACCEPT and c.id not in named}
