from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from rashomon.collation.wordings.variation import varied
from rashomon.dossier.differences import Change, comparison, marked
from rashomon.dossier.phrases import difference
from rashomon.records import Passage, Report, Statement, VariationKind, Voice, Wording

texts = st.text(st.sampled_from("abA é’'“”.,… [-\n"), min_size=1)


def said(*wordings: str) -> tuple[Sequence[Wording], list[str]]:
    """Wordings, each inside quotation marks in a report of its own, compared; and their texts."""
    reports = [
        Report(f"r{n}", f"r{n}", f"r{n}", f"“{text}”", (Passage(Voice.BODY, 0, len(text) + 2),))
        for n, text in enumerate(wordings)
    ]
    unvaried = tuple(Wording(r.id, 1, len(r.text) - 1, None, 1.0, "") for r in reports)
    (statement,) = varied([Statement("s", None, unvaried)], reports)
    return statement.wordings, list(wordings)


def test_a_changed_word_is_marked_on_both_sides_and_told() -> None:
    found = said("We answer force with silence.", "We answer FORCE with violence")
    assert [[p.text for p in marked(*found, n) if p.differs] for n in (0, 1)] == [["silence"], ["violence"]]
    told = comparison(*found, 1)
    assert told is not None
    (change,) = told.changes
    assert change == Change(VariationKind.ALTERED, "silence", "violence", change.why)
    assert told.altered
    assert told.shared == 0.8
    assert difference(told, 1).startswith(
        "altered quotation: where wording 1 has “silence”, this has “violence”"
    )


def test_of_three_wordings_the_one_that_leads_is_not_marked() -> None:
    found = said(
        "We answer force with silence.", "We answer force with violence.", "We answer force with silence."
    )
    assert [[p.text for p in marked(*found, n) if p.differs] for n in range(3)] == [[], ["violence"], []]
    same = comparison(*found, 2)
    assert same is not None
    assert difference(same, 1) == "the same words as wording 1"


def test_punctuation_is_told_and_not_marked() -> None:
    found = said("Stay, and light the lamp.", "Stay and light the lamp.")
    told = comparison(*found, 1)
    assert told is not None
    assert difference(told, 1) == "the same words as wording 1, punctuated otherwise"
    assert not [p for p in marked(*found, 1) if p.differs]


def test_the_class_of_a_wording_is_named() -> None:
    shorter = comparison(*said("Stay here, and light the lamp.", "Light the lamp."), 1)
    assert shorter is not None
    assert difference(shorter, 1).startswith("shortened: this does not have “Stay here, and”")
    reworded = comparison(*said("The harbour is closed today.", "They shut the port."), 1)
    assert reworded is not None
    assert difference(reworded, 1).startswith("reworded: ")


def test_an_altered_word_is_told_even_where_much_differs() -> None:
    long = "We will keep the old lamp lit on the pier of this town until we are heard by all the keepers of the coast today"
    other = long.replace("lit", "out").replace("We will keep", "keep").replace(" of the coast today", "")
    told = comparison(*said(long, f"{other}, honest keepers"), 1)
    assert told is not None
    assert "has “lit”, this has “out”" in difference(told, 1)


@given(texts, texts)
def test_pieces_are_the_texts(first: str, second: str) -> None:
    found = said(first, second)
    assert ["".join(p.text for p in marked(*found, n)) for n in (0, 1)] == [first, second]
    told = comparison(*found, 0) or comparison(*found, 1)
    assert told is not None
    assert 0.0 <= told.shared <= 1.0
