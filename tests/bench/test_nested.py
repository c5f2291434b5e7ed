"""The scorer of nested attributions on invented ones, and the form of its gold."""

from __future__ import annotations

import json
from dataclasses import replace

from bench.nested import FLAGS, GOLD, Marked, compare, marked

from rashomon.records import Span

TEXT = "“He told me to wait, they said no, and I think that Ana wrote ‘soon’,” Bea said."


def inner(source: str, content: str, *, optional: bool = False) -> Marked:
    spans = [[Span(TEXT.index(s), TEXT.index(s) + len(s))] if s else [] for s in (source, "", content)]
    return marked(TEXT, spans, optional=optional)


HE, THEY, ANA = inner("He", "to wait"), inner("they", "no"), inner("Ana", "‘soon’")
I_THINK = inner("I", "that Ana wrote ‘soon’", optional=True)
GOLD_HERE = (HE, THEY, ANA, I_THINK)


def test_marks_and_a_missing_source_on_both_sides_do_not_count_against_a_match() -> None:
    bare, without = inner("Ana", "soon"), inner("", "no")
    score = compare([bare, without], [ANA, replace(THEY, source=frozenset())])
    assert (len(score.found), score.missed, score.made_up) == (2, (), ())


def test_a_like_content_with_another_source_is_missed_and_made_up() -> None:
    score = compare([inner("they", "to wait")], [HE])
    assert (score.found, score.missed, score.made_up) == ((), (HE.words,), ("they |  | to wait",))


def test_an_optional_one_counts_neither_way_whatever_its_source() -> None:
    for thought in (I_THINK, inner("Bea", "that Ana wrote ‘soon’")):
        score = compare([HE, thought], GOLD_HERE)
        assert (score.found, score.made_up, score.optional) == ((HE.words,), (), 1)
    assert compare([], GOLD_HERE).missed == (HE.words, THEY.words, ANA.words)


def test_each_gold_one_is_found_once() -> None:
    score = compare([HE, HE], [HE])
    assert (len(score.found), len(score.made_up)) == (1, 1)
    assert score.row().split() == ["1", "2", "0", "50.0", "100.0", "66.7"]


def test_the_gold_holds_offsets_and_no_text() -> None:
    documents = json.loads(GOLD.read_text(encoding="utf-8"))["documents"]
    rows = [row for document in documents for row in document["attributions"]]
    for row in rows:
        assert set(row) <= {"source", "cue", "content", "links", "hands", *FLAGS}
        assert all(row[flag] is True for flag in FLAGS if flag in row)
        for part in ("source", "cue", "content"):
            assert all(0 <= start < end for start, end in row[part])
    counted = [row for row in rows if not any(flag in row for flag in FLAGS)]
    assert len(counted) >= 36
    assert all(row["content"] and row["cue"] for row in counted)
    assert all(("links" in row) == (row in counted) for row in rows)
    for row in counted:
        assert all(set(link) <= {"kind", "at", "name", "optional"} for link in row["links"])
        assert all(0 <= link["at"][0] < link["at"][1] for link in row["links"])
        passed = sum(link["kind"] in ("reporter", "outlet") for link in row["links"])
        assert row["hands"] == 1 + passed
