"""Sayings inside contents that words propose: what is proposed, what the tagger's sight adds, and what is kept."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading.attributions.attributions import Certainty, Found
from rashomon.reading.attributions.confidence import Calibration
from rashomon.reading.attributions.inside.inner_candidates import LONGEST, Candidate, candidates
from rashomon.reading.attributions.inside.inner_chances import _one, likeliest, model
from rashomon.reading.attributions.inside.told_inside import (
    LEAST,
    LEAST_OF_MOST,
    Sight,
    cuts_a_quotation,
    ends_within,
    is_mere,
    told_inside,
)
from rashomon.reading.tagging.tokens import Tokens, tokenise
from rashomon.reading.text.quotations import quotations
from rashomon.records import AttributionKind, Span


def proposed(text: str) -> set[tuple[str, str, str]]:
    """Source, cue and content, in words, of all that is proposed in a text as if somebody said it."""
    whole = Span(0, len(text))
    found = candidates(text, whole, ends_within(quotations(text), whole), model().cues)
    return {
        (
            "" if c.source is None else text[c.source.start : c.source.end],
            text[c.cue.start : c.cue.end],
            " … ".join(text[s.start : s.end] for s in c.content),
        )
        for c in found
    }


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("When the harbour master said the ferry was full, nobody ran.",
         "the harbour master", "said", "the ferry was full"),
        ("The keeper of the lock has denied having opened it.", "The keeper of the lock", "has denied", "having opened it"),
        ("Anna Kerr, the mayor of Lidva, claimed that two boats were missing.",
         "Anna Kerr, the mayor of Lidva,", "claimed", "that two boats were missing"),
        ("Jan Osk told the crew to wait for the tide.", "Jan Osk", "told", "to wait for the tide"),
        ("We were told by the ministry that the bridge would hold.",
         "the ministry", "were told", "We … that the bridge would hold"),
        ("It rests on Kerr's claim that the gate was open.", "Kerr's", "claim", "that the gate was open"),
        ("There was a warning from Colonel Stahn that the gate was open.",
         "Colonel Stahn", "warning", "that the gate was open"),
        ("The gate was open, the keeper said.", "the keeper", "said", "The gate was open"),
        ("The gate was open, according to the keeper.", "the keeper", "according to", "The gate was open, "),
        ("It was what Kerr called a shameless lie.", "Kerr", "called", "what … a shameless lie"),
        ("The clerk was quoted by the Post as saying that the roll was lost.",
         "the Post", "was quoted", "The clerk … as saying that the roll was lost"),
        ("Kerr said last May that the roll was lost.", "Kerr", "said", "that the roll was lost"),
        ("She’s saying that the roll was lost.", "She", "saying", "that the roll was lost"),
        ("The man who said ‘Close the gate’ is dead.", "who", "said", "‘Close the gate’"),
    ],
)  # fmt: skip
def test_a_plain_saying_is_among_what_is_proposed(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in proposed(text)


def test_no_cue_proposes_nothing_and_a_line_without_end_is_not_looked_into() -> None:
    assert proposed("The ferry left the quay at nine with forty people on board.") == set()
    assert proposed("Kerr said that it was open and " * (LONGEST // 20)) == set()


def outer(text: str) -> Found:
    """Somebody's words, from behind the first colon on."""
    content = (Span(text.index(": ") + 2, len(text)),)
    return Found((Span(0, text.index(":")),), (), content, AttributionKind.INDIRECT, Certainty(1, 1, 1))


def sees(tokens: Tokens, content: Span, source: Span) -> Sight:
    """A tagger that is sure of one content and one source, and of nothing else."""
    parts = np.zeros((len(tokens), 3), dtype=np.float32)
    for part, span in ((0, source), (2, content)):
        parts[(tokens.starts < span.end) & (tokens.ends > span.start), part] = 1
    return Sight(tokens, parts)


TEXT = "Osk: We waited because the harbour master claimed that two boats were missing."
SOURCE, CONTENT = "the harbour master", "that two boats were missing"


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_what_the_tagger_sees_there_too_is_kept_with_its_chance() -> None:
    f = outer(TEXT)
    sight = sees(tokenise(TEXT, f.content), span(CONTENT), span(SOURCE))
    (kept,) = told_inside(TEXT, [f], quotations(TEXT), [sight])
    assert (kept.source, kept.content, kept.inside) == ((span(SOURCE),), (span(CONTENT),), 0)
    assert kept.chance is not None and kept.chance >= LEAST
    assert Calibration().whole(kept) == round(kept.chance, 4)


def test_what_it_saw_nothing_of_is_not() -> None:
    f = outer(TEXT)
    tokens = tokenise(TEXT, f.content)
    assert told_inside(TEXT, [f], (), [Sight(tokens, np.zeros((len(tokens), 3), dtype=np.float32))]) == []


@pytest.mark.parametrize("who", ["I", "We", "Nobody", "Kerr and not Marn"])
def test_who_quotes_nobody_else_is_never_kept(who: str) -> None:
    text = TEXT.replace(SOURCE, who)
    f = outer(text)
    content = Span(text.index(CONTENT), len(text) - 1)
    sight = sees(tokenise(text, f.content), content, Span(text.index(who, 5), content.start - 9))
    assert told_inside(text, [f], (), [sight]) == []


def test_what_was_found_already_is_not_found_again() -> None:
    f = outer(TEXT)
    inner = Found((span(SOURCE),), (span("claimed"),), (span(CONTENT),), f.kind, f.certainty, 0)
    sight = sees(tokenise(TEXT, f.content), span(CONTENT), span(SOURCE))
    assert told_inside(TEXT, [f, inner], (), [sight]) == []


def test_what_is_most_of_the_outer_content_is_kept_if_it_is_likelier_than_not() -> None:
    text = "Osk: The master of the harbour promised to keep two ferries there."
    source, content = "The master of the harbour", "to keep two ferries there"
    f = outer(text)
    parts = [Span(text.index(words), text.index(words) + len(words)) for words in (source, content)]
    sure = sees(tokenise(text, f.content), parts[1], parts[0])
    (kept,) = told_inside(text, [f], (), [sure])
    assert (kept.source, kept.content, kept.inside) == ((parts[0],), (parts[1],), 0)
    assert kept.chance is not None and kept.chance >= LEAST_OF_MOST


def test_a_stretch_that_was_not_read_was_not_seen() -> None:
    tokens = tokenise(TEXT, [Span(0, 14)])
    sight = Sight(tokens, np.full((len(tokens), 3), 0.25, dtype=np.float32))
    assert sight.mean(Span(5, 14), 2) == pytest.approx(0.25)
    assert sight.mean(Span(30, 40), 2) is None
    assert Sight(tokens, None).mean(Span(5, 14), 2) is None


def test_of_readings_of_one_cue_the_likeliest_is_kept_and_one_inside_another_beside_it() -> None:
    wide = Candidate(None, Span(10, 14), (Span(15, 60),), "said", "verb", "that")
    short = Candidate(None, Span(10, 14), (Span(15, 30),), "said", "verb", "that")
    within = Candidate(Span(20, 24), Span(25, 30), (Span(31, 60),), "told", "verb", "that")
    across = Candidate(None, Span(2, 6), (Span(40, 70),), "told", "verb", "that")
    of = [(0.5, wide), (0.4, short), (0.45, within), (0.42, across), (0.1, short)]
    assert [c for _, c in likeliest(of, 0.3)] == [wide, within]


_spans = st.tuples(st.integers(0, 40), st.integers(1, 15)).map(lambda p: Span(p[0], p[0] + p[1]))
_rows = st.tuples(st.sampled_from([0.2, 0.4, 0.6, 0.8]), _spans, st.lists(_spans, min_size=1, max_size=2))


@given(st.lists(_rows, max_size=12))
def test_no_two_of_those_kept_are_one_and_each_left_out_is_one_with_a_likelier(
    rows: list[tuple[float, Span, list[Span]]],
) -> None:
    of = [(p, Candidate(None, cue, tuple(content), "said", "verb", "that")) for p, cue, content in rows]
    kept = likeliest(of, 0.3)
    for n, (p, c) in enumerate(kept):
        assert p >= 0.3
        assert not any(_one(c, other) for _, other in kept[:n])
    for p, c in of:
        assert p < 0.3 or any(c == other or (_one(c, other) and more >= p) for more, other in kept)


def test_trees_give_the_same_one_by_one_and_at_once() -> None:
    trees = model().trees
    rows = np.random.default_rng(1).normal(size=(40, int(trees.asked.max()) + 1))
    assert trees.odds_of_few(rows) == pytest.approx(trees.odds(rows))


def test_a_content_stops_in_no_quotation_that_begins_in_it() -> None:
    text = "“You say you ‘accept the blame, all of it,’ and you go,” Kerr said."
    marks = quotations(text)

    def cuts(words: str) -> bool:
        start = text.index(words)
        return cuts_a_quotation(marks, [Span(start, start + len(words))])

    assert cuts("you ‘accept the blame")
    assert not cuts("‘accept the blame")
    assert not cuts("you ‘accept the blame, all of it")
    assert not cuts("you ‘accept the blame, all of it,’")
    assert not cuts("you go")


def test_what_tells_nothing_is_mere() -> None:
    text = "You may not quote it. He said the gate was shut."
    assert is_mere(text, [Span(18, 20)])
    assert not is_mere(text, [Span(text.index("the gate"), len(text))])
