"""A person's merge or split wins over the machine, until a later one undoes it."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from rashomon.collation.entities.entities import Entities, entities
from rashomon.corrections.targets import of_entity
from rashomon.records import Correction, CorrectionKind
from tests.collation.reporting import Made, telling

MERGE, SPLIT = CorrectionKind.MERGE, CorrectionKind.SPLIT

OSK = telling("a", "Osk said so.", ["Osk"])
TARN = telling("b", "Oskar Tarn said so.", ["Oskar Tarn"])
AGAIN = telling("c", "Oskar Tarn said it again.", ["Oskar Tarn"])
LATER = telling("d", "Oskar Tarn keeps saying it.", ["Oskar Tarn"])


def decision(
    number: int, kind: CorrectionKind, target: str, new: str | None, old: str | None = None
) -> Correction:
    at = f"2031-02-{number:02}T10:00:00+00:00"
    return Correction(f"c{number}", "Mira", at, "as his letters show", kind, target, old, new)


def found(reports: Sequence[Made], *corrections: Correction) -> Entities:
    return entities([r for _, r in reports], [r for r, _ in reports], corrections)


def together(who: Entities, *reports: str) -> bool:
    return len({who.speakers[report, 0] for report in reports}) == 1


def test_a_merge_makes_two_one_and_says_who_decided_it() -> None:
    merge = decision(1, MERGE, of_entity("b", "Oskar Tarn"), of_entity("a", "Osk"))
    assert not together(found([OSK, TARN]), "a", "b")
    who = found([OSK, TARN, AGAIN], merge)
    assert together(who, "a", "b", "c")
    (tarn,) = who.entities
    assert tarn.name == "Oskar Tarn"
    osk = next(e for e in tarn.evidence if e.name == "Osk")
    assert osk.why.startswith("one with “Oskar Tarn”, as Mira decided on 2031-02-01: as his letters show")


def test_a_split_tells_some_reports_from_the_rest_and_new_reports_go_to_the_rest() -> None:
    split = decision(
        1, SPLIT, of_entity("b", "Oskar Tarn"), of_entity("b", "Oskar Tarn"), of_entity("c", "Oskar Tarn")
    )
    who = found([TARN, AGAIN, LATER], split)
    assert not together(who, "b", "c")
    assert together(who, "c", "d")
    assert len({entity.id for entity in who.entities}) == 2
    (why,) = [e.why for entity in who.entities for e in entity.evidence if e.report == "b"]
    assert why.startswith(
        "another Oskar Tarn than in report c, as Mira decided on 2031-02-01: as his letters show"
    )


def test_several_reports_split_off_together_stay_together() -> None:
    rest = of_entity("d", "Oskar Tarn")
    first = of_entity("b", "Oskar Tarn")
    splits = [
        decision(1, SPLIT, first, first, rest),
        decision(2, SPLIT, of_entity("c", "Oskar Tarn"), first, rest),
    ]
    who = found([TARN, AGAIN, LATER], *splits)
    assert together(who, "b", "c")
    assert not together(who, "b", "d")


def test_a_later_opposite_decision_undoes_an_earlier_one() -> None:
    b, c = of_entity("b", "Oskar Tarn"), of_entity("c", "Oskar Tarn")
    split, merge, again = decision(1, SPLIT, b, b, c), decision(2, MERGE, b, c), decision(3, SPLIT, b, b, c)
    assert together(found([TARN, AGAIN], split, merge), "b", "c")
    assert not together(found([TARN, AGAIN], split, merge, again), "b", "c")
    assert found([TARN, AGAIN], again, merge, split) == found([TARN, AGAIN], split, merge, again)


def test_a_split_of_what_the_machine_tells_apart_by_now_takes_nobody_away() -> None:
    split = decision(
        1, SPLIT, of_entity("b", "Oskar Tarn"), of_entity("b", "Oskar Tarn"), of_entity("a", "Osk")
    )
    assert together(found([OSK, TARN, AGAIN], split), "b", "c")


def test_a_decision_survives_a_reading_that_gives_the_name_otherwise() -> None:
    merge = decision(1, MERGE, of_entity("b", "Tarn"), of_entity("a", "Osk"))
    assert together(found([OSK, TARN], merge), "a", "b")


def test_a_decision_that_finds_nobody_is_stranded_and_not_dropped() -> None:
    merge = decision(1, MERGE, of_entity("f", "Oskar Tarn"), of_entity("a", "Osk"))
    who = found([OSK, TARN], merge)
    assert who.stranded == (merge,)
    assert not together(who, "a", "b")


def test_corrections_of_other_things_are_left_alone() -> None:
    other = decision(1, CorrectionKind.REJECT, "statement:51a7", None)
    assert found([OSK, TARN], other) == found([OSK, TARN])


anchors = st.sampled_from(
    [of_entity(r, n) for r, n in zip("abcde", ("Osk", *["Oskar Tarn"] * 4), strict=True)]
)


@given(st.lists(st.tuples(st.sampled_from([MERGE, SPLIT]), anchors, anchors, anchors), max_size=8))
def test_any_decisions_leave_everybody_somebody(
    made: list[tuple[CorrectionKind, str, str, str]],
) -> None:
    corrections = [decision(n + 1, kind, target, new, old) for n, (kind, target, new, old) in enumerate(made)]
    reports = [OSK, TARN, AGAIN, LATER]
    who = found(reports, *corrections)
    assert who == found(reports[::-1], *corrections[::-1])
    assert set(who.speakers) == {(report, 0) for report in "abcd"}
    assert set(who.speakers.values()) == {entity.id for entity in who.entities}
