"""How wordings differ, word by word, and what kind of difference each is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.collation.wordings.differing import witness
from rashomon.collation.wordings.variation import compared_with, sharpest, variations, varied
from rashomon.records import Passage, Report, Span, Statement, Voice, Wording
from rashomon.records import VariationKind as Kind

SILENCE = "If you come, we will answer force with silence."


def quoted(text: str, before: str = "") -> tuple[str, int, int, list[Span]]:
    """The text as it stands in a report, all of it inside quotation marks."""
    return before + text, len(before), len(before + text), [Span(len(before), len(before + text))]


def between(one: str, other: str, *, marks: bool = True) -> list[tuple[Kind, str, str]]:
    """Kind, what the first has, what the second has, in order."""
    base, wording = witness(*quoted(one, "Report. ")), witness(*quoted(other, "Another page: "))
    if not marks:
        wording = witness(*quoted(other, "Another page: ")[:3])
    return [
        (v.kind, base.text[v.other_start : v.other_end], wording.text[v.start : v.end])
        for v in variations(base, wording)
    ]


def test_a_word_changed_inside_quotation_marks_is_an_altered_quotation() -> None:
    changed = SILENCE.replace("silence", "violence")
    assert between(SILENCE, changed) == [(Kind.ALTERED, "silence", "violence")]
    assert between(SILENCE, changed, marks=False) == [(Kind.REWORDED, "silence", "violence")]


def test_a_word_lost_or_put_in_inside_quotation_marks_is_an_altered_quotation() -> None:
    one, other = "We will not open the gates at dawn.", "We will open the gates at dawn."
    assert between(one, other) == [(Kind.ALTERED, "not", "")]
    assert between(other, one) == [(Kind.ALTERED, "", "not")]


def test_whoever_never_said_so_is_not_quoted_as_saying_so_otherwise() -> None:
    found = between("I have never said that the board was corrupt,", "The board is corrupt.")
    assert Kind.ALTERED not in {kind for kind, *_ in found}


def test_an_altered_headline_is_altered_as_far_as_it_goes() -> None:
    assert between(SILENCE, "we will answer force with violence") == [
        (Kind.SHORTENED, "If you come", ""),
        (Kind.ALTERED, "silence", "violence"),
    ]


def test_two_translations_are_reworded_and_say_so() -> None:
    base = witness(*quoted(SILENCE))
    other = witness(*quoted("Should you come, our answer to force will be silence."))
    found = variations(base, other)
    assert Kind.ALTERED not in {v.kind for v in found}
    assert any("perhaps two translations" in v.why for v in found)


def test_what_begins_later_or_ends_earlier_is_shortened() -> None:
    whole = "My father taught me that a gate is made to be opened, and I believed him."
    assert between(whole, "a gate is made to be opened") == [
        (Kind.SHORTENED, "My father taught me that", ""),
        (Kind.SHORTENED, "and I believed him", ""),
    ]
    assert between("a gate is made to be opened", whole)[0] == (
        Kind.LENGTHENED,
        "",
        "My father taught me that",
    )


def test_a_beginning_whose_last_word_comes_again_is_no_alteration() -> None:
    assert {
        kind for kind, *_ in between("We met the men at the end of the war.", "We met the men at the")
    } == {Kind.SHORTENED}


@pytest.mark.parametrize("sign", ["…", ". . .", "[them]"])
def test_words_left_out_openly_are_not_altered(sign: str) -> None:
    found = between("We will leave the lamp lit and go home.", f"We will leave {sign} and go home.")
    assert Kind.ALTERED not in {kind for kind, *_ in found}


def test_words_that_break_a_quotation_are_not_in_it() -> None:
    text = "“We will open the gates,” she said on Tuesday, “at dawn.”"
    broken = witness(text, 1, len(text) - 2, [Span(0, 25), Span(46, len(text))])
    found = variations(witness(*quoted("We will open the gates at dawn.")), broken)
    assert [v.kind for v in found] == [Kind.LENGTHENED]


def test_the_same_words_in_another_place_are_reordered() -> None:
    assert between("On Tuesday we march to the harbour.", "We march to the harbour on Tuesday.") == [
        (Kind.REORDERED, "On Tuesday", "on Tuesday")
    ]


def test_spelling_and_punctuation() -> None:
    assert between("We don't honour it.", "We do not honor it.") == [
        (Kind.SPELLING, "don't honour", "do not honor")
    ]
    assert between("Come, and we will go.", "Come and we will go.") == [(Kind.PUNCTUATION, ", ", " ")]
    assert between("“Don’t go,” he said", "'DON'T GO', he said") == []


def marked(one: str, other: str) -> list[tuple[Kind, str, str]]:
    """The same, of wordings of which only what stands in “marks” is quoted."""
    pair = [
        witness(text, 0, len(text), [Span(m.start(), m.end()) for m in re.finditer("“[^”]*”", text)])
        for text in (one, other)
    ]
    return [
        (v.kind, one[v.other_start : v.other_end], other[v.start : v.end])
        for v in variations(pair[0], pair[1])
    ]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("The raft was “almost certainly” cut loose.", "The raft was “certainly” cut loose.", ("almost", "")),
        ("“almost certainly”", "“certainly”", ("almost", "")),
        ("“We can’t pay”", "“We can pay”, she told the Lantern", ("can’t", "can")),
        ("“We will go”", "“Perhaps we will go”", ("", "Perhaps")),
        ("“We sail with ten boats”", "“We sail with at least ten boats”", ("", "at least")),
        ("“We do not want the ferry”", "“We want the ferry”", ("do not", "")),
    ],
)
def test_a_hedge_or_negation_left_out_alters_a_quotation_of_any_length(
    one: str, other: str, words: tuple[str, str]
) -> None:
    assert (Kind.ALTERED, *words) in marked(one, other)
    assert (Kind.ALTERED, *reversed(words)) in marked(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Outside the marks it is the report's word, and said so.
        ("The raft was almost “certainly” cut loose.", "The raft was “certainly” cut loose."),
        # Two translations say no in another place.
        ("“We do not want a ferry”", "“We want no ferry”"),
        # A quotation that begins later leaves out more than a hedge.
        ("“Perhaps, if the river is low, we will go”", "“we will go”"),
        ("“We will not […] go”", "“We will go”"),
        # Only a small word is in common.
        ("“not the”", "“the”"),
    ],
)
def test_a_hedge_that_is_not_left_out_of_the_same_quotation_alters_none(one: str, other: str) -> None:
    assert Kind.ALTERED not in {kind for kind, *_ in marked(one, other)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Meet us at 6 p.m. by the mill”", "“Meet us at 6:00 p.m. by the mill”"),
        ("“Meet us at 18:30 by the mill”", "“Meet us at 6.30pm by the mill”"),
        ("“It is OK to land here”", "“It is okay to land here”"),
        ("“The fibre runs along the harbour”", "“The fiber runs along the harbor”"),
        ("“It’s the ferryman’s bell”", "“Its the ferrymans bell”"),
        ("“Fifty-one percent of the grain is wet”", "“51% of the grain is wet”"),
    ],
)
def test_what_is_only_written_otherwise_alters_no_quotation(one: str, other: str) -> None:
    assert {kind for kind, *_ in marked(one, other)} <= {Kind.SPELLING, Kind.PUNCTUATION}


@pytest.mark.parametrize(
    ("one", "other"), [("filled", "filed"), ("twenty-one", "201"), ("poured over", "pored over"), ("6", "7")]
)
def test_other_words_are_not_spellings_of_one(one: str, other: str) -> None:
    assert Kind.ALTERED in {
        kind for kind, *_ in marked(f"“We {one} boats at dawn”", f"“We {other} boats at dawn”")
    }


def test_articles_alter_no_quotation() -> None:
    found = between("We will answer the force with a silence.", "We will answer force with silence.")
    assert {kind for kind, *_ in found} == {Kind.SHORTENED}


def test_each_of_two_translations_is_compared_with_its_own_kin() -> None:
    other = "Whoever sends soldiers here shall meet nothing but quiet houses."
    texts = [SILENCE, SILENCE, other, SILENCE.replace("silence", "violence"), other.replace("quiet", "armed")]
    witnesses = [witness(*quoted(text)) for text in texts]
    assert compared_with(witnesses) == [None, 0, 0, 0, 2]
    kinds = [
        sharpest(variations(witnesses[against], w))
        for w, against in zip(witnesses, compared_with(witnesses), strict=True)
        if against is not None
    ]
    assert kinds == [None, Kind.REWORDED, Kind.ALTERED, Kind.ALTERED]


def test_quotation_marks_and_posts_are_read_from_the_report() -> None:
    page = f"She wrote: “{SILENCE}” Nobody came."
    post = f"They say:\n{SILENCE.replace('silence', 'violence')}"
    retold = "She wrote that if you come, we will answer force with patience."
    reports = [
        Report("a", "a", "a", page, (Passage(Voice.BODY, 0, len(page)),)),
        Report("b", "b", "b", post, (Passage(Voice.BODY, 0, 9), Passage(Voice.EMBEDDED, 10, len(post)))),
        Report("c", "c", "c", retold, (Passage(Voice.BODY, 0, len(retold)),)),
    ]
    wordings = (
        Wording("a", 12, 12 + len(SILENCE), None, 1.0, ""),
        Wording("b", 10, len(post), None, 1.0, ""),
        Wording("c", retold.index("if you"), len(retold), None, 1.0, ""),
    )
    (found,) = varied([Statement("s", None, wordings)], reports)
    assert [w.against for w in found.wordings] == [None, 0, 0]
    assert [[v.kind for v in w.variations] for w in found.wordings] == [[], [Kind.ALTERED], [Kind.REWORDED]]
    (change,) = found.wordings[1].variations
    assert post[change.start : change.end] == "violence"
    assert page[change.other_start : change.other_end] == "silence"


def test_a_statement_of_very_many_wordings_has_each_compared() -> None:
    texts = [SILENCE] * 70 + [SILENCE.replace("silence", "violence")]
    assert compared_with([witness(*quoted(text)) for text in texts])[1:] == [0] * 70


pieces = st.lists(
    st.sampled_from(
        ["we", "will", "not", "answer", "force", "the", "gates", ",", "“", "”", " … ", "don’t", "é", "11"]
    )
).map(" ".join)


@given(pieces, pieces, st.booleans(), st.sampled_from(["", "A page. "]))
def test_what_is_the_same_and_what_differs_make_both_wordings_again(
    one: str, other: str, marks: bool, before: str
) -> None:
    base = witness(*quoted(one, before))
    wording = witness(*(quoted(other, before) if marks else quoted(other, before)[:3]))
    found = variations(base, wording)
    for v in found:
        assert wording.start <= v.start <= v.end <= wording.end
        assert base.start <= v.other_start <= v.other_end <= base.end
        assert v.why
    words = [v for v in found if v.kind is not Kind.PUNCTUATION]
    left = [w.key for w in base.words if not any(v.other_start <= w.start < v.other_end for v in words)]
    right = [w.key for w in wording.words if not any(v.start <= w.start < v.end for v in words)]
    assert left == right
    if not marks:
        assert Kind.ALTERED not in {v.kind for v in found}


@given(pieces)
def test_a_wording_does_not_differ_from_itself(text: str) -> None:
    assert variations(witness(*quoted(text)), witness(*quoted(text, "Page. "))) == ()


def test_a_small_word_in_another_place_alters_no_quotation() -> None:
    one = "We all know how the gates of the lower lock were opened at dawn, and what it meant."
    other = "We all know the gates of the lower lock were opened at dawn, how and what it meant."
    assert {kind for kind, *_ in between(one, other)} == {Kind.REORDERED}
    # A negation says something else where it stands; a word that only one side has is altered.
    lost = one.replace(" how", " not")
    moved = other.replace(" how", " not")
    assert Kind.ALTERED in {kind for kind, *_ in between(lost, moved)}
    assert Kind.ALTERED in {kind for kind, *_ in between(one, one.replace(" how", ""))}


def test_british_and_american_spelling_within_a_longer_word() -> None:
    one = "They closed the whole neighborhood and its colorless streets at dawn."
    other = "They closed the whole neighbourhood and its colourless streets at dawn."
    assert {kind for kind, *_ in between(one, other)} <= {Kind.SPELLING}
