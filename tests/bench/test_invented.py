"""Made-up texts with their attributions marked in them, by which readers are compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.reader import invented
from training.reader.corpus import Gold, Spans


def words(text: str, pieces: Spans) -> list[str]:
    return [text[s:e] for s, e in pieces]


def of(text: str, gold: Gold) -> tuple[list[str], list[str], list[str]]:
    return words(text, gold.source), words(text, gold.cue), words(text, gold.content)


def test_marks_become_offsets_and_what_stands_in_a_content_is_inside_it(tmp_path: Path) -> None:
    file = tmp_path / "texts.txt"
    file.write_text(
        "[c1 “The gates,”] [s1 Ilse Brandt, the harbour master,] [q1 said], [c1 “were never [q2 alleged] [c2 to be safe].”]\n"
        "===\nIt rained.\n"
    )
    first, second = invented.read(file)
    assert (
        first.text == "“The gates,” Ilse Brandt, the harbour master, said, “were never alleged to be safe.”"
    )
    (outer,), (inner,) = first.outermost, first.inside
    assert of(first.text, outer) == (
        ["Ilse Brandt, the harbour master"],
        ["said"],
        ["“The gates,”", "“were never alleged to be safe.”"],
    )
    assert of(first.text, inner) == ([], ["alleged"], ["to be safe"])
    assert (second.text, second.outermost, second.inside) == ("It rained.", [], [])


@pytest.mark.parametrize(
    "block, fault",
    [
        ("[s1 Kerr] [q1 said] it", "1 has no content"),
        ("[s1 Kerr] [c1 that it rained]", "1 has no cue"),
        ("[s1 Kerr [q1 said] [c1 that it rained]", "source 1 is not closed"),
        ("Kerr [sic] [q1 said] [c1 so]", "a bracket that belongs to no mark"),
        ("[s1 ] [q1 said] [c1 so]", "an empty source"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_place(tmp_path: Path, block: str, fault: str) -> None:
    file = tmp_path / "texts.txt"
    file.write_text("It rained.\n===\n" + block)
    with pytest.raises(ValueError, match=f"text 2: .*{fault}"):
        invented.read(file)


def test_every_text_that_readers_are_compared_by_can_be_understood() -> None:
    every = invented.read()
    assert len(every) > 800
    assert all(row.text.strip() and row.outermost for row in every)
    assert not any("[" in row.text or "]" in row.text for row in every)
