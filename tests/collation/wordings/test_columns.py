"""Words set in columns: every wording's words come back in order, whatever the texts and the order they join in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.collation.wordings.columns import Row, paired, table
from rashomon.collation.wordings.wordforms import Word, words

texts = st.lists(
    st.sampled_from("we will not answer force with silence violence and the gates 11 eleven".split())
).map(" ".join)


def own(text: str) -> tuple[Word, ...]:
    return words(text, 0, len(text))


def line(text: str, row: Row) -> list[str]:
    return ["-" if word is None else text[word.start : word.end] for word in row]


def test_words_that_answer_to_each_other_share_a_column() -> None:
    wordings = [
        "We will answer force with silence.",
        "We will answer force with violence",
        "force we shall answer with silence",
    ]
    rows = table([own(text) for text in wordings])
    first, second, third = (line(text, row) for text, row in zip(wordings, rows, strict=True))
    assert first[first.index("silence")] == third[first.index("silence")] == "silence"
    assert second[first.index("silence")] == "violence"
    assert third[first.index("answer")] == "answer"


def test_two_forms_of_one_word_share_a_column_before_strangers_do() -> None:
    one, other = own("they marched home"), own("at dawn they march")
    assert (1, 3) in paired(one, other)


@given(texts, texts)
def test_a_pairing_holds_every_word_of_both_in_order(one: str, other: str) -> None:
    steps = paired(own(one), own(other))
    assert [i for i, _ in steps if i is not None] == list(range(len(own(one))))
    assert [j for _, j in steps if j is not None] == list(range(len(own(other))))
    assert (None, None) not in steps


@given(
    st.lists(texts, max_size=5).flatmap(lambda ts: st.tuples(st.just(ts), st.permutations(range(len(ts)))))
)
def test_a_table_holds_every_word_of_each_wording_in_order(given: tuple[list[str], list[int]]) -> None:
    wordings, order = given
    rows = table([own(text) for text in wordings], order)
    assert len({len(row) for row in rows}) <= 1
    for text, row in zip(wordings, rows, strict=True):
        assert tuple(word for word in row if word is not None) == own(text)
    for column in zip(*rows, strict=True):
        assert any(word is not None for word in column)
