"""Contents as texts of their own: what of an annotation goes with them, and what is left open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from training.reader import contents
from training.reader.contents import alone
from training.reader.corpus import Document, Gold, read_marks
from training.reader.targets import IGNORE, example

TEXT = (
    "Marn said: “Kerr told me that the gate was shut, and the council believes that the lock will hold until noon.” "
    "Osk said no."
)


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def document(known: list[tuple[int, int]]) -> Document:
    content = (TEXT.index("“"), TEXT.index("”") + 1)
    told = Gold([at("Kerr")], [at("told")], [at("that the gate was shut")])
    outer = [Gold([at("Marn")], [at("said")], [content]), Gold([at("Osk")], [(113, 117)], [at("no.")])]
    return Document("d", TEXT, outer, [("person", *at("Kerr")), ("person", *at("Osk"))], [told], known)


def test_inner_attributions_become_outer_ones() -> None:
    start, end = TEXT.index("Kerr"), TEXT.index("”")
    found = alone(document([(start, end)]))
    assert found is not None
    assert found.text == TEXT[start:end] + "\n\n"
    (gold,) = found.attributions
    parts = ["".join(found.text[s:e] for s, e in part) for part in (gold.source, gold.cue, gold.content)]
    assert parts == ["Kerr", "told", "that the gate was shut"]
    assert [(kind, found.text[s:e]) for kind, s, e in found.mentions] == [("person", "Kerr")]
    assert found.open == ()


def test_what_the_annotator_did_not_tell_is_left_open() -> None:
    start, end = TEXT.index("Kerr"), TEXT.index("”")
    unsure = TEXT.index("the council")
    found = alone(document([(start, unsure), (TEXT.index(" until"), end)]))
    assert found is not None
    assert [found.text[s:e] for s, e in found.open] == ["the council believes that the lock will hold"]
    seen = example(found)
    ignored = {
        found.text[s:e]
        for s, e, t in zip(seen.tokens.starts, seen.tokens.ends, seen.parts, strict=True)
        if t == IGNORE
    }
    assert "believes" in ignored and "told" not in ignored


def test_contents_that_nobody_has_read_are_left_out() -> None:
    assert alone(document([])) is None


def test_contents_that_were_read_alone_are_its_attributions_and_their_insides_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, end = TEXT.index("Kerr"), TEXT.index("”")
    inside = {"source": [at("Kerr")], "cue": [at("told")], "content": [at("that the gate was shut")]}
    row = {
        "doc": "d",
        "attributions": [{"source": [], "cue": [], "content": [[start, end]]}],
        "inside": [inside],
        "known": [[start, end]],
    }
    (tmp_path / "contents.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    marks = read_marks(tmp_path / "contents.jsonl")
    monkeypatch.setattr(contents, "read_alone", lambda: marks)
    news = Document("d", TEXT, [], [])
    read = contents.with_contents(news)
    assert read is not None
    found = alone(read)
    assert found is not None
    assert found.text == TEXT[start:end] + "\n\n"
    assert [found.text[s:e] for gold in found.attributions for s, e in gold.cue] == ["told"]
    seen = contents.with_insides(news)
    assert (seen.attributions, seen.inner_known) == ([], [(start, end)])
    assert contents.with_contents(Document("e", TEXT, [], [])) is None
