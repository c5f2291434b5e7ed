"""Changes to a document's text move its annotation along, letter for letter."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from training.reader.augment import Matter, augment, nested
from training.reader.corpus import Document, Gold
from training.reader.edits import Edit, Passage, edit

TEXT = (
    "“We will stay,” Ilona Varesh said on Monday. “The lock is ours. Nobody asked us.”\n"
    "The ministry told reporters that the gates would open before the end of the spring. "
    "Tomas Kerr denied that anyone had been hurt near the eastern gate that morning.\n"
    "Officials warned in a letter that the water could rise again within the week."
)


def spans(*words: str) -> list[tuple[int, int]]:
    return [(TEXT.index(w), TEXT.index(w) + len(w)) for w in words]


DOCUMENT = Document(
    "made",
    TEXT,
    [
        Gold(
            spans("Ilona Varesh"),
            spans("said"),
            spans("“We will stay,”", "“The lock is ours. Nobody asked us.”"),
        ),
        Gold(
            spans("The ministry"),
            spans("told"),
            spans("that the gates would open before the end of the spring"),
        ),
        Gold(
            spans("Tomas Kerr"),
            spans("denied"),
            spans("that anyone had been hurt near the eastern gate that morning"),
        ),
        Gold(
            spans("Officials"),
            spans("warned in a letter"),
            spans("that the water could rise again within the week"),
        ),
    ],
    [("person", *spans("Ilona Varesh")[0]), ("person", *spans("Tomas Kerr")[0])],
)


def strings(text: str, part: list[tuple[int, int]]) -> list[str]:
    return [text[s:e] for s, e in part]


@given(
    st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 6), st.text("xy\n", max_size=5)), max_size=6)
)
def test_what_is_not_replaced_keeps_its_annotation(places: list[tuple[int, int, str]]) -> None:
    edits, at = [], 0
    for start, length, new in sorted(places):
        if start >= at:
            edits.append(Edit(start, min(len(TEXT), start + length), new))
            at = start + length + 1
    changed = edit(DOCUMENT, edits)
    for before, after in zip(DOCUMENT.attributions, changed.attributions, strict=True):
        for part in ("source", "cue", "content"):
            for (s, e), (t, f) in zip(getattr(before, part), getattr(after, part), strict=True):
                inside = [x for x in edits if (x.start < e and s < x.end) or s < x.start < e]
                if not inside:
                    assert changed.text[t:f] == TEXT[s:e]
    kept = {TEXT[s:e] for _, s, e in DOCUMENT.mentions}
    assert {changed.text[s:e] for _, s, e in changed.mentions} <= kept | {
        changed.text[s:e] for _, s, e in changed.mentions if set(changed.text[s:e]) & set("xy\n")
    }


def test_a_passage_brings_its_attributions_and_they_are_known_there() -> None:
    passage = Passage("Kerr said it was late.", [Gold([(0, 4)], [(5, 9)], [(10, 21)])], [("person", 0, 4)])
    at = TEXT.index("Nobody")
    changed = edit(DOCUMENT, [Edit(at, at, passage.text + " ", passage)])
    ((start, end),) = changed.inner_known
    assert changed.text[start:end] == "Kerr said it was late. "
    (inner,) = changed.inner
    assert strings(changed.text, inner.source + inner.cue + inner.content) == ["Kerr", "said", "it was late"]
    outer = changed.attributions[0].content[1]
    assert changed.text[slice(*outer)] == "“The lock is ours. Kerr said it was late. Nobody asked us.”"


@given(st.integers(0, 10_000))
def test_every_variant_keeps_sources_whole_and_inner_ones_inside(seed: int) -> None:
    rng = random.Random(seed)
    matter = Matter([DOCUMENT])
    for made in (augment(DOCUMENT, matter, rng), nested(DOCUMENT, matter, rng)):
        for before, after in zip(DOCUMENT.attributions, made.attributions, strict=True):
            assert strings(made.text, after.source) == strings(TEXT, before.source)
            assert strings(made.text, after.cue) == strings(TEXT, before.cue)
        contents = [c for a in made.attributions for c in a.content]
        for inner in made.inner:
            for s, e in inner.source + inner.cue + inner.content:
                assert any(a <= s and e <= b for a, b in contents)
                assert any(a <= s and e <= b for a, b in made.inner_known)


def test_what_is_known_inside_moves_along_and_goes_where_it_is_replaced() -> None:
    inner = Gold(spans("The lock"), spans("is"), spans("ours"))
    known = spans("The lock is ours. Nobody asked us.", "anyone had been hurt near the eastern gate")
    document = Document(
        DOCUMENT.name, DOCUMENT.text, DOCUMENT.attributions, DOCUMENT.mentions, [inner], known
    )
    at = TEXT.index("Nobody")
    put = edit(document, [Edit(at, at, "He said so. ", Passage("He said so. ", [Gold([(0, 2)], [(3, 7)])]))])
    assert [strings(put.text, g.source) for g in put.inner] == [["The lock"], ["He"]]
    assert strings(put.text, put.inner_known) == [
        "The lock is ours. He said so. Nobody asked us.",
        "anyone had been hurt near the eastern gate",
        "He said so. ",
    ]
    replaced = edit(document, [Edit(TEXT.index("ours"), TEXT.index("ours") + 4, "theirs")])
    assert replaced.inner == []
    assert strings(replaced.text, replaced.inner_known) == ["anyone had been hurt near the eastern gate"]


def test_what_is_left_open_moves_along() -> None:
    document = replace(DOCUMENT, open=tuple(spans("the gates would open", "the water could rise")))
    at = TEXT.index("The ministry")
    put = edit(document, [Edit(at, at, "On Monday, ")])
    assert strings(put.text, list(put.open)) == ["the gates would open", "the water could rise"]
