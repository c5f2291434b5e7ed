"""What ties a report to others by its text, as dossier and terminal tell it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.collation.families import in_both
from rashomon.dossier.gathered import Shelf
from rashomon.dossier.kinship import earliest, kinship
from rashomon.ledger import Ledger
from rashomon.records import Span, Voice
from rashomon.records.copies import CopiedPassage, Copy, Family, Version
from tests.dossier.made import Item, item


def _carrying(names: dict[str, str | None]) -> list[Item]:
    """Reports of these names, with their dates, that carry one text."""
    return [
        item(name, [(Voice.BODY, f"The lamp is out, says {name}.")], [], published=day, outlet=name)
        for name, day in names.items()
    ]


def test_the_version_whose_place_another_has_taken_is_the_earlier_copy(tmp_path: Path) -> None:
    made = _carrying({"Later": "2031-04-05", "Early": "2031-04-05", "Tide": "2031-04-06"})
    later, early, tide = (r for _, r, _ in made)
    family = Family("fa", tuple(Copy(r.id, 0.9, "90% of the words") for _, r, _ in made))
    version = Version("gull.example/lamp", later.id, early.id, ())
    with Ledger.open(tmp_path / "made.db") as ledger:
        for each in made:
            ledger.add(*each)
        ledger.replace_copies([family], [], [version])
        assert earliest(ledger, Shelf(ledger), family) == (early.id, True)
        assert kinship(ledger, Shelf(ledger), tide)[0].startswith(
            "one text with Early (2031-04-05), which is"
        )


def test_the_text_that_a_copy_was_compared_with_is_named(tmp_path: Path) -> None:
    made = _carrying({"Wire": "2031-04-05", "Half": "2031-04-06", "Other half": "2031-04-07"})
    wire, half, other = (r for _, r, _ in made)
    copies = (
        Copy(wire.id, 0.9, in_both(0.9, "Half")),
        Copy(half.id, 0.9, in_both(0.9, "Wire")),
        Copy(other.id, 0.97, in_both(0.97, "Half")),
    )
    with Ledger.open(tmp_path / "made.db") as ledger:
        for each in made:
            ledger.add(*each)
        ledger.replace_copies([Family("fa", copies)], [], [])
        shelf = Shelf(ledger)
        assert kinship(ledger, shelf, other)[0] == (
            "one text with Half (2031-04-06); Wire (2031-04-05) is the earliest of them: "
            "97% of the words of the shorter text stand in both, this and Half"
        )
        assert kinship(ledger, shelf, wire)[0] == (
            "one text with Half (2031-04-06), one family, through others of it, with Other half (2031-04-07), "
            "and the earliest of them"
        )


def test_phrases_that_many_reports_of_an_outlet_have_are_told_once(tmp_path: Path) -> None:
    made = [
        item(
            f"r{n}", [(Voice.BODY, f"Harn Command says that this is all it can say, {n}.")], [], outlet="Harn"
        )
        for n in range(5)
    ]
    first, *others = (r for _, r, _ in made)
    passages = [
        CopiedPassage(*(first.id, Span(0, 40), r.id, Span(0, 40)), 9) if first.id < r.id
        else CopiedPassage(*(r.id, Span(0, 40), first.id, Span(0, 40)), 9)
        for r in others
    ]  # fmt: skip
    with Ledger.open(tmp_path / "made.db") as ledger:
        for each in made:
            ledger.add(*each)
        ledger.replace_copies([], passages, [])
        assert kinship(ledger, Shelf(ledger), first) == (
            "phrases of Harn that stand in 3 or more of its other reports",
        )


@pytest.mark.parametrize(
    ("dates", "known"),
    [
        (("2031-04-05", "2031-04-06", "2031-04-07"), True),
        (("2031-04-05", "2031-04-05", "2031-04-07"), False),
        (("2031-04-05", "2031-04-06", None), False),
        (("2031-04", "2031-04-06", "2031-04-07"), False),
        ((None, None, None), False),
    ],
)
def test_a_copy_is_the_earliest_only_where_all_dates_tell_it(
    tmp_path: Path, dates: tuple[str | None, ...], known: bool
) -> None:
    made = [
        item(f"r{n}", [(Voice.BODY, f"The lamp is out {n}.")], [], published=d) for n, d in enumerate(dates)
    ]
    family = Family("fa", tuple(Copy(r.id, 0.9, "90% of the words") for _, r, _ in made))
    with Ledger.open(tmp_path / "made.db") as ledger:
        for capture, r, reading in made:
            ledger.add(capture, r, reading)
        assert earliest(ledger, Shelf(ledger), family) == (family.copies[0].report, known)
