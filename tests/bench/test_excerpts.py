"""How the gold of real stories is read and held against what is shown, on a story made up."""

from __future__ import annotations

from bench.excerpts import Excerpts, Parted
from bench.parting import in_sentences, judged, on

TEXTS = ("The keeper said the sluice had failed.", "The sluice held, the board said.")
PLAIN = Parted("fact", 1, (0, 16, 37), (1, 0, 15))
DISPUTABLE = Parted("stand", 0, (0, 0, 10), (1, 17, 31))


def story(number: int = 8) -> Excerpts:
    return Excerpts(
        number,
        TEXTS,
        ((0, 16, 37), (0, 20, 37), (1, 0, 15), (1, 4, 15)),
        same=((0, 2),),
        part=(),
        open=(),
        parted=(PLAIN, DISPUTABLE),
    )


def test_what_holds_a_content_of_an_utterance_is_open_beside_the_other() -> None:
    same = frozenset(((0, 16, 37), (1, 0, 15)))
    outer = frozenset(((0, 20, 37), (1, 0, 15)))
    apart = frozenset(((0, 20, 37), (1, 4, 15)))
    assert story().labels() == {same: "same"}
    assert story().labels(nested=True)[outer] == "open"
    assert apart not in story().labels(nested=True)


def test_pairs_of_one_report_are_no_pairs() -> None:
    within = Excerpts(1, TEXTS, ((0, 0, 10), (0, 16, 37)), ((0, 1),), (), (), ())
    assert within.labels() == {}


def test_a_conflict_is_right_where_two_members_stand_on_both_stretches() -> None:
    assert judged([(0, 20, 30), (1, 2, 8)], story().parted) == "right"
    assert judged([(0, 2, 8), (1, 20, 25)], story().parted) == "disputable"
    assert judged([(0, 20, 30), (1, 20, 25)], story().parted) == "wrong"


def test_one_member_on_both_stretches_parts_nothing() -> None:
    both = Parted("denial", 2, (0, 0, 10), (0, 5, 20))
    assert not on([(0, 0, 20)], both)
    assert on([(0, 0, 20), (0, 6, 8)], both)


def test_every_fourth_story_is_kept_to_measure_on() -> None:
    assert [story(n).split for n in range(4, 9)] == ["choose", "learn", "learn", "learn", "test"]


def test_a_stretch_grows_to_its_sentences() -> None:
    text = "The board met. The keeper denied it."
    (grown,) = in_sentences([Parted("denial", 2, (0, 26, 32), (1, 17, 31))], [text, TEXTS[1]])
    assert grown.one == (0, 15, 36)
    assert grown.other == (1, 0, 32)
