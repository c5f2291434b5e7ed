from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.dossier.differences import Change, compare

texts = st.text(st.sampled_from("abA é’'“”.,… [-\n")) | st.text()


def test_a_changed_word_is_marked_on_both_sides_and_told() -> None:
    found = compare("We answer force with silence.", "We answer FORCE with violence")
    assert [p.text for p in found.first if p.differs] == ["silence"]
    assert [p.text for p in found.second if p.differs] == ["violence"]
    assert found.changes == (Change("silence", "violence"),)
    assert found.altered
    assert found.shared == 0.8


def test_punctuation_case_and_kind_of_apostrophe_are_no_difference() -> None:
    found = compare("“Don’t go, yet!”", "don't go yet")
    assert not found.changes
    assert not found.altered
    assert found.shared == 1.0


def test_what_is_only_shorter_is_not_altered() -> None:
    whole = "My father taught me that a gate is made to be opened, and I believed him."
    for part in ("a gate is made to be opened", "My father taught me", "I believed him."):
        assert not compare(whole, part).altered
        assert not compare(part, whole).altered


def test_words_left_out_openly_are_not_altered_and_silently_are() -> None:
    whole = "We will leave the lamp lit and go home."
    assert not compare(whole, "We will leave … and go home.").altered
    assert not compare(whole, "We will leave [it] lit and go home.").altered
    assert compare(whole, "We will leave and go home.").altered


def test_texts_without_words_are_alike() -> None:
    assert compare("…", "").shared == 1.0


def test_a_text_of_megabytes_is_compared_by_its_beginning() -> None:
    found = compare("lamp " * 1_000_000, "lamp " * 1_000_000 + "out")
    assert not found.changes
    assert sum(len(p.text) for p in found.second) == 5_000_003


@given(texts, texts)
def test_pieces_are_the_texts_and_both_ways_agree_on_sameness(first: str, second: str) -> None:
    found = compare(first, second)
    assert "".join(p.text for p in found.first) == first
    assert "".join(p.text for p in found.second) == second
    assert 0.0 <= found.shared <= 1.0
    assert (found.shared == 1.0) == (not found.changes)
    assert not (found.altered and not found.changes)
