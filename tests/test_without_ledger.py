"""Reading and collating texts without a ledger."""

from __future__ import annotations

from pathlib import Path

import pytest

import rashomon
from rashomon.records import Problem

ONE = "“The gate is shut and nobody has the key,” said Ilona Varesh, who chairs the Assembly, on Sunday.\n"
OTHER = "Ilona Varesh, who chairs the Delta Assembly, said: “The gate is closed and no one has the key.”\n"


def test_attribute_gives_spans_of_the_text_as_it_is() -> None:
    report, reading = rashomon.attribute(ONE)
    assert report.text == ONE
    (a,) = reading.attributions
    (content,) = a.content
    assert ONE[content.start : content.end].strip(",") == ONE[: ONE.index(" said")].strip(",")
    assert a.speaker.name == "Ilona Varesh"


def test_collate_brings_two_wordings_together() -> None:
    found = rashomon.collate({"one": ONE, "other": OTHER})
    texts = {r.id: r.text for r in found.reports}
    (statement,) = found.statements
    wordings = [texts[w.report][w.start : w.end] for w in statement.wordings]
    assert len(wordings) == 2
    assert any("The gate is shut and nobody has the key" in w for w in wordings)
    assert any("The gate is closed and no one has the key" in w for w in wordings)


def test_one_path_need_not_be_a_list(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("%PDF-")
    for given in (tmp_path, str(tmp_path), [tmp_path]):
        (problem,) = rashomon.attribute_files(given)
        assert isinstance(problem, Problem)
        assert problem.item == str(tmp_path / "one.txt")
        assert rashomon.collate_files(given).problems == (problem,)
        summary = rashomon.read(given, ledger=tmp_path / "l.db")
        assert (summary.failed, summary.still_unread) in ((1, 0), (0, 1))


def test_nothing_to_read_is_said_in_words() -> None:
    with pytest.raises(ValueError, match="text"):
        rashomon.attribute("  \n")
