"""Recall by kind of cue and source, of a reader or of another annotator."""

from __future__ import annotations

from collections import Counter

from bench.matching import letters
from bench.reader.by_kind import Recall
from training.reader.corpus import Gold

from rashomon.records import Span

TEXT = "The ministry said that the bridge was safe. It was alleged that bolts were missing."


def gold(source: str, cue: str, content: str) -> Gold:
    def place(words: str) -> list[tuple[int, int]]:
        return [(TEXT.index(words), TEXT.index(words) + len(words))] if words else []

    return Gold(place(source), place(cue), place(content))


SAID = gold("The ministry", "said", "that the bridge was safe")
ALLEGED = gold("", "was alleged", "that bolts were missing")


def found(*golds: Gold) -> list[tuple[frozenset[int], frozenset[int]]]:
    def of(pieces: list[tuple[int, int]]) -> frozenset[int]:
        return letters(TEXT, [Span(*piece) for piece in pieces])

    return [(of(g.content), of(g.source)) for g in golds]


def test_each_kind_has_what_is_there_and_what_is_found_of_it() -> None:
    recall = Recall(Counter({"said": 120}))
    recall.add(TEXT, [SAID, ALLEGED], found(SAID))
    assert [" ".join(row.split()) for row in recall.rows()] == [
        "all 2 50.0",
        "content: indirect 2 50.0",
        "cue: 100 or more 1 100.0",
        "cue: never seen 1 0.0",
        "source: expressed 1 100.0",
        "source: none 1 0.0",
    ]


def test_a_content_with_another_source_is_not_found() -> None:
    recall = Recall(Counter())
    (content, _), (_, none) = found(SAID, ALLEGED)
    recall.add(TEXT, [SAID], [(content, none)])
    assert not recall.found["all"]
    recall.add(TEXT, [ALLEGED], found(ALLEGED))
    assert recall.found["source: none"] == 1
