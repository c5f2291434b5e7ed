"""Chains: every hand through which a saying passed, with its words."""

from __future__ import annotations

from rashomon.records import Link, LinkKind
from tests.reading.saying import read


def words(text: str, link: Link) -> str | None:
    return None if link.start is None or link.end is None else text[link.start : link.end]


def test_a_saying_inside_another_went_through_its_hands() -> None:
    text, (outer, inner) = read(
        "[s0:Lev] [c0:said] in a letter to the Lantern: [x0:“[s1:Ilona] [c1:told] me on the phone: [x1:it fell].”]",
        speakers=["Marko Lev", "Ilona Varesh"],
        inside=[None, 0],
        outlet="The Harbour Mail",
    )
    assert [(k.kind.value, k.name, words(text, k), k.hand) for k in inner.chain] == [
        ("speaker", "Ilona Varesh", "Ilona", False),
        ("addressee", "Marko Lev", "me", False),
        ("channel", "telephone", "on the phone", False),
        ("reporter", "Marko Lev", "Lev", True),
        ("addressee", "Lantern", "the Lantern", False),
        ("channel", "letter", "in a letter", False),
        ("outlet", "The Harbour Mail", None, True),
    ]
    assert (outer.hands, inner.hands) == (1, 2)


def test_an_outlet_that_was_told_is_a_hand_and_the_reports_own_counts_once() -> None:
    marked = "[s0:Ali Nazar] [c0:told] CNN [x0:that it fell]."
    _, (a,) = read(marked, speakers=["Ali Nazar"], outlet="The Harbour Mail")
    assert [k.name for k in a.chain if k.hand] == ["CNN", "The Harbour Mail"]
    _, (a,) = read(marked, speakers=["Ali Nazar"], outlet="cnn.com")
    assert [k.name for k in a.chain if k.hand] == ["cnn.com"]
    nested = "[s0:CNN] [c0:reported] [x0:that [s1:Nazar] [c1:said] [x1:it fell]]."
    for outlet, hands in (("CNN", 1), ("The Harbour Mail", 2), (None, 2)):
        _, (_, inner) = read(nested, speakers=["CNN", "Ali Nazar"], inside=[None, 0], outlet=outlet)
        assert inner.hands == hands


def test_whoever_quotes_themselves_is_one_hand_less_and_the_unknown_is_a_hand() -> None:
    marked = "[s0:She] [c0:said] [x0:[s1:she] [c1:had told] them [x1:it fell]]."
    for name, reporters in (("Ilona Varesh", 0), (None, 1)):
        _, (_, inner) = read(marked, speakers=[name, name], inside=[None, 0])
        assert [k.kind for k in inner.chain].count(LinkKind.REPORTER) == reporters
        assert inner.hands == 1 + reporters
