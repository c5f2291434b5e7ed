"""Copies of one text are one family whatever was done to them; what only resembles it, or quotes the same letter, is not."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.collation.copies.compared import LEAST
from rashomon.collation.copies.copies import copies
from rashomon.records import Passage, Report, Voice

SYLLABLES = "ha ru li den mo sta ver ki lo bran tes quel or mi dra fen sal ou".split()
WORDS = sorted({a + b + c for a in SYLLABLES[:9] for b in SYLLABLES[6:] for c in ("", "n", "ta")})

LETTER = (
    "We were here before the map and we shall be here after it, whoever draws the next one and whatever it leaves out, and we "
    "ask the soldiers on the dyke to remember whose bread they eat and whose children light the lamps in the long evenings of "
    "the winter, because a gate is made to be opened and a river does not forget who shut it."
)


def text(seed: int, sentences: int = 14) -> str:
    dice = random.Random(seed)
    return "\n".join(" ".join(dice.choices(WORDS, k=16)).capitalize() + "." for _ in range(sentences))


def report(id_: str, body: str, published: str | None = None) -> Report:
    return Report(id_, id_, f"page {id_}", body, (Passage(Voice.BODY, 0, len(body)),), published=published)


def families(*reports: Report) -> list[list[str]]:
    return [[copy.report for copy in family.copies] for family in copies(reports).families]


def changed(body: str, share: float, seed: int = 7) -> str:
    dice = random.Random(seed)
    return " ".join(dice.choice(WORDS) if dice.random() < share else word for word in body.split(" "))


def test_copies_cut_reordered_and_changed_are_one_family_with_its_earliest_member_first() -> None:
    wire = text(1)
    lines = wire.split("\n")
    found = copies(
        [
            report("a", "\n".join(lines[:6]), "2031-04-06"),
            report("b", wire, "2031-04-05"),
            report("c", "\n".join(["Gates in the delta", *lines[5:], *lines[:5]])),
            report("d", changed(wire, 0.3), "2031-04-07"),
            report("e", text(2), "2031-04-05"),
        ]
    )
    (family,) = found.families
    assert [copy.report for copy in family.copies] == ["b", "a", "d", "c"]
    assert all(0 < copy.share <= 1 and "of the words" in copy.why for copy in family.copies)
    assert found.passages == ()


def test_two_halves_are_of_one_family_with_the_whole_and_not_without_it() -> None:
    lines = text(3).split("\n")
    halves = report("a", "\n".join(lines[:7])), report("b", "\n".join(lines[7:]))
    assert families(*halves) == []
    assert families(*halves, report("c", "\n".join(lines))) == [["a", "b", "c"]]


def test_a_digest_of_many_texts_is_a_copy_of_none_and_its_passages_are_told() -> None:
    texts = [report(str(k), text(10 + k)) for k in range(8)]
    digest = report("z", "\n".join(one.text for one in texts))
    found = copies([*texts, digest])
    assert found.families == ()
    assert {p.report for p in found.passages} == {one.id for one in texts}


def test_a_passage_copied_into_another_text_is_told_with_its_characters() -> None:
    taken = text(4).split("\n")[3]
    one, other = (
        report("a", text(4)),
        report("b", text(5) + "\n" + taken.replace(taken.split()[5], "elsewhere")),
    )
    (passage,) = copies([one, other]).passages
    assert (passage.report, passage.other) == ("a", "b")
    assert passage.words >= LEAST
    assert taken[:20] in one.text[passage.span.start : passage.span.end]
    assert other.text[passage.other_span.start : passage.other_span.end].startswith(taken[:20])


def test_a_letter_that_both_quote_makes_no_copies() -> None:
    one, other = (f"{text(k)}\nShe wrote: “{LETTER}”" for k in (6, 7))
    found = copies([report("a", one), report("b", other)])
    assert (found.families, found.passages) == ((), ())


def test_who_quotes_the_other_at_length_has_no_more_than_all_of_it_in_common() -> None:
    wire, own = text(30, 12), text(31, 5)
    quoting = "\n".join([own, f"The agency wrote: “{wire}”", text(32, 2)])
    (family,) = copies([report("a", wire), report("b", quoting)]).families
    assert all(0 < copy.share <= 1 for copy in family.copies)


def test_what_reports_of_one_outlet_have_in_common_is_a_copy_from_half_of_the_text() -> None:
    formulae = text(33, 5).split("\n")
    bodies = [[*formulae[:3], *text(34 + k, 9).split("\n"), *formulae[3:]] for k in range(2)]
    one, other = (report(f"{k}", "\n".join(body)) for k, body in enumerate(bodies))
    assert families(one, other) == [["0", "1"]]
    assert families(replace(one, outlet="Harn Command"), replace(other, outlet="The Gull")) == [["0", "1"]]
    same = [replace(each, outlet=name) for each, name in ((one, "Harn Command"), (other, "Harn  command"))]
    found = copies(same)
    assert found.families == () and found.passages
    again = replace(same[0], id="2", text=changed(same[0].text, 0.1))
    assert families(same[0], again) == [["0", "2"]]


def test_headlines_comments_and_furniture_are_not_compared() -> None:
    reports = []
    for id_, seed in (("a", 8), ("b", 9)):
        apart, own = text(100), text(seed)
        whole = f"{apart}\n{own}"
        reports.append(
            Report(
                id_,
                id_,
                id_,
                whole,
                (Passage(Voice.FURNITURE, 0, len(apart)), Passage(Voice.BODY, len(apart) + 1, len(whole))),
            )
        )
    assert copies(reports).families == ()


def test_a_text_in_very_many_papers_is_one_family() -> None:
    wire = text(11)
    reports = [report(f"{k:03d}", changed(wire, 0.02, seed=k)) for k in range(60)]
    assert [len(family) for family in families(*reports)] == [60]


def test_nothing_to_compare() -> None:
    assert copies([]).families == ()
    assert copies([report("a", ""), report("b", ""), report("c", "Stay")]).families == ()


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False), st.lists(st.integers(20, 24), min_size=2, max_size=6))
def test_the_order_of_the_input_makes_no_difference_and_spans_are_the_reports(
    dice: random.Random, seeds: list[int]
) -> None:
    reports = [
        report(f"{k:02d}", changed(text(seed, 8), 0.1 * (k % 3), seed=k) + "\n" + text(seed + 1, 2))
        for k, seed in enumerate(seeds)
    ]
    found = copies(reports)
    shuffled = list(reports)
    dice.shuffle(shuffled)
    assert copies(shuffled) == found
    by_id = {one.id: one for one in reports}
    for passage in found.passages:
        for id_, span in ((passage.report, passage.span), (passage.other, passage.other_span)):
            inside = by_id[id_].text[span.start : span.end]
            assert inside == inside.strip()
            assert len(inside.split()) >= passage.words >= LEAST
    members = [copy.report for family in found.families for copy in family.copies]
    assert len(members) == len(set(members))


def test_of_one_page_the_first_version_is_the_earlier_copy() -> None:
    address, day = "https://gull.example/lamp", "2031-04-05"
    first, second = (replace(report(id_, text(13), day), address=address) for id_ in ("z", "a"))
    elsewhere = report("m", text(13), day)
    times = {"z": "2031-05-01T10:00:00+00:00", "a": "2031-05-01T11:00:00+00:00"}
    (family,) = copies([first, second, elsewhere], times).families
    assert [copy.report for copy in family.copies] == ["z", "m", "a"]
    says = replace(first, text=f"Updated: 6 April 2031\n{first.text}")
    (family,) = copies([says, second, elsewhere], times).families
    assert [copy.report for copy in family.copies] == ["a", "m", "z"]


def test_dates_decide_who_is_earliest_and_unknown_is_last() -> None:
    one = report("a", text(12))
    other = replace(one, id="b", published="2031-04-05")
    assert families(one, other) == [["b", "a"]]
