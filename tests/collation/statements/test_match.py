"""Statements from sentences: a letter in two translations, a headline's fragment, and what must stay apart."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from rashomon.collation.statements.match import collate_reports, statements
from rashomon.records import Reading, Report, Statement, Wording
from tests.collation.telling import embedder, told

LETTER = (
    "My mother, the first harbour master of Lisse, left me one duty: to keep the port open to all. "
    "That burden is now irrevocably mine. "
    "The crews and I are ready to spend every coin we have. "
    "We ask every free sailor who rejects the blockade to come to our quay, the last open one on this coast."
)
OTHER = (
    "My mother, who was the first master of the harbour in Lisse, left me one task: keeping the port open for all.\n"
    "That duty cannot be refused now.\n"
    "I and the crews are prepared to spend each coin that we own.\n"
    "We call on all free sailors, all who refuse the blockade, to join us on our quay, the last open one of the coast."
)
HEADLINE = "“We are ready to spend every coin,” says harbour master"

Told = Sequence[tuple[Report, Reading]]


@pytest.fixture(scope="module")
def letter() -> Told:
    return (
        told(
            "gazette",
            f"“{LETTER}” she said in a letter.\n\nBread prices rose by a tenth in May.",
            [LETTER, "“We are ready to spend every coin,”"],
            headline=HEADLINE,
            published="2031-04-02",
        ),
        told(
            "courier",
            f"She said:\n{OTHER}\nThe museum is shut until Sunday.",
            [OTHER],
            comment="We ask every free sailor who rejects the blockade to come to our quay, the last open one on this coast!",
            published="2031-04-01",
        ),
    )


def texts(found: Sequence[Statement], of: Told) -> list[list[str]]:
    text = {report.id: report.text for report, _ in of}
    return [[text[w.report][w.start : w.end] for w in s.wordings] for s in found]


def who(of: Told, **speakers: str) -> dict[tuple[str, int], str | None]:
    return {
        (report.id, k): speakers.get(report.name)
        for report, reading in of
        for k in range(len(reading.attributions))
    }


def test_every_sentence_said_is_a_wording_of_one_statement(letter: Told) -> None:
    reports, readings = [r for r, _ in letter], [r for _, r in letter]
    found = statements(reports, readings, who(letter))
    said = sorted(
        (r.report, s.start, s.end) for r in readings for s in r.sentences if s.attribution is not None
    )
    assert sorted((w.report, w.start, w.end) for s in found for w in s.wordings) == said
    assert len({s.id for s in found}) == len(found)


@pytest.mark.parametrize("narration", [False, True])
def test_a_letter_in_two_translations(letter: Told, narration: bool) -> None:
    reports, readings = [r for r, _ in letter], [r for _, r in letter]
    if narration:
        found = collate_reports(reports, readings, who(letter), embedder().embed)
    else:
        found = tuple(s for s in statements(reports, readings, who(letter)) if len(s.wordings) > 1)
    ours, theirs = (
        LETTER.replace("all. ", "all.\n").replace("mine. ", "mine.\n").replace("have. ", "have.\n"),
        OTHER,
    )
    assert texts(found, letter) == [
        [b, "We are ready to spend every coin,", a] if "every coin" in a else [b, a]
        for a, b in zip(ours.split("\n"), theirs.split("\n"), strict=True)
    ]
    assert [s.wordings[0].score for s in found] == [1.0] * 4
    assert "order" in found[1].wordings[1].why and "a part of it" in found[2].wordings[1].why
    assert [
        (w.part, "every coin,”" in headline_of(w, letter)) for s in found for w in s.wordings if w.part
    ] == [(True, True)]


def headline_of(wording: Wording, of: Told) -> str:
    """The line of its report that a wording stands in."""
    text = next(report.text for report, _ in of if report.id == wording.report)
    return text[: text.index("\n", wording.end)].rsplit("\n", 1)[-1]


def test_three_words_are_never_matched_on_words_alone() -> None:
    """ "Ready to sail" is a part of many sentences: only its place among other matches may tell of which."""
    made = [
        told(
            "a",
            "“The crews are ready to sail at dawn on Friday,” she said.",
            ["The crews are ready to sail at dawn on Friday,"],
        ),
        told("b", "She said the crews were “ready to sail” soon.", ["ready to sail"]),
        told("c", "“Ready to sail!” she said.", ["Ready to sail!"]),
    ]
    reports, readings = [r for r, _ in made], [r for _, r in made]
    assert all(len(s.wordings) == 1 for s in statements(reports, readings, {}))


def test_nothing_is_taken_from_comments(letter: Told) -> None:
    reports, readings = [r for r, _ in letter], [r for _, r in letter]
    comment = letter[1][0].text.index("coast!")
    found = collate_reports(reports, readings, {})
    assert not any(w.start <= comment < w.end for s in found for w in s.wordings if w.report == reports[1].id)


def test_the_order_of_the_input_does_not_matter(letter: Told) -> None:
    more = [
        *letter,
        told("echo", f"“{LETTER}” she said.", [LETTER]),
        told("bread", "Bread is dear, she said.", ["Bread is dear"]),
    ]
    expected = statements([r for r, _ in more], [r for _, r in more], who(more))
    for seed in range(3):
        random.Random(seed).shuffle(more)
        assert statements([r for r, _ in more], [r for _, r in more][::-1], who(more)) == expected


def test_a_speaker_is_kept_apart_from_another(letter: Told) -> None:
    reports, readings = [r for r, _ in letter], [r for _, r in letter]
    apart = statements(reports, readings, who(letter, gazette="oduya", courier="tarek"))
    assert all(len({w.report for w in s.wordings}) == 1 for s in apart)
    assert {s.speaker for s in apart} == {"oduya", "tarek"}
    half_known = statements(reports, readings, who(letter, gazette="oduya"))
    assert [s.speaker for s in half_known if len({w.report for w in s.wordings}) > 1] == ["oduya"] * 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will never give up.", "that it is ready to fight and will never give up"),
        (
            "The museum opens on Sunday for the children of the town.",
            "Forty ships left the harbour of Lisse in the night.",
        ),
        ("The decision was difficult.", "the only solution"),
    ],
)
def test_what_is_not_one_statement(one: str, other: str) -> None:
    both = [told("one", f"“{one}” she said.", [one]), told("other", f"The front said {other}.", [other])]
    found = statements([r for r, _ in both], [r for _, r in both], who(both))
    assert all(len(s.wordings) == 1 for s in found)


def test_two_tolls_are_two_statements() -> None:
    one, other = "At least 30 sailors were hurt in the raid", "Some 300 were wounded when the port was raided"
    both = [told("one", f"He said: {one}.", [one]), told("other", f"She said: {other}.", [other])]
    assert all(
        len(s.wordings) == 1 for s in statements([r for r, _ in both], [r for _, r in both], who(both))
    )


def test_the_same_words_in_three_reports_are_one_statement() -> None:
    said = "The harbour of Lisse will stay open to every ship."
    three = [
        told(name, f"“{said}” she said.", [said], published=date)
        for name, date in (("a", None), ("b", "2031-05-02"), ("c", "2031-05-01"))
    ]
    (found,) = statements([r for r, _ in three], [r for _, r in three], who(three))
    names = {r.id: r.name for r, _ in three}
    assert [names[w.report] for w in found.wordings] == ["c", "b", "a"]
    assert found.wordings[0].score == 1 and all(w.score > 0.9 for w in found.wordings)


NEIGHBOURS = (
    (
        "The crane on the northern quay fell into the water at dawn.",
        "Nobody stood below it when that came to pass.",
    ),
    (
        "At dawn the northern quay's crane fell into the water.",
        "No one was standing underneath as it happened.",
    ),
    (
        "At dawn the northern quay's crane fell into the water.",
        "Bread has become dearer in the last three weeks.",
    ),
)


@pytest.mark.parametrize(("other", "together"), [(1, True), (2, False)])
def test_beside_a_lone_match_a_likely_neighbour_is_one_too(other: int, together: bool) -> None:
    reports = [
        told(f"{k}", f"The harbour master said: “{first}” She said: “{second}”", [first, second])
        for k, (first, second) in ((0, NEIGHBOURS[0]), (other, NEIGHBOURS[other]))
    ]
    found = statements(
        [r for r, _ in reports],
        [r for _, r in reports],
        {(r.id, k): "her" for r, _ in reports for k in (0, 1)},
    )
    texts = {r.id: r.text for r, _ in reports}
    said = [[texts[w.report][w.start : w.end] for w in s.wordings] for s in found if len(s.wordings) > 1]
    assert [NEIGHBOURS[0][0], NEIGHBOURS[other][0]] in [sorted(s, reverse=True) for s in said]
    assert (len(said) == 2) == together


def together(of: Told, speaker: str = "her") -> list[list[str]]:
    """The wordings of every statement that has several, where all is said by one person."""
    speakers = {(r.id, k): speaker for r, reading in of for k in range(len(reading.attributions))}
    found = statements([r for r, _ in of], [reading for _, reading in of], speakers)
    return [wordings for wordings in texts(found, of) if len(wordings) > 1]


TWICE = (
    (
        "The company in Harn charged some card payments twice on Saturday by mistake.",
        "On Saturday afternoon the company of Harn charged its clients' card payments twice by mistake.",
    ),
    (
        "The Harn company mistakenly charged some card payments twice on Saturday.",
        "The company of Harn mistakenly charged clients' card payments twice on Saturday afternoon.",
    ),
)


def test_what_two_reports_have_twice_is_two_statements() -> None:
    """A report alone may repeat itself; where another has both of its sentences, in their order, they were said twice."""
    both = [
        told(f"{k}", f"“{one}” “{other}” she said.", [one, other]) for k, (one, other) in enumerate(TWICE)
    ]
    assert [sorted(s) for s in together(both[:1])] == [sorted(TWICE[0])]
    assert sorted(sorted(s) for s in together(both)) == sorted(
        sorted(pair) for pair in zip(*TWICE, strict=True)
    )


def test_a_short_sentence_beside_a_match_is_one_where_it_is_said_again_in_its_words() -> None:
    said = "The crane on the northern quay fell into the water at dawn.", "He was saved."
    again = "At dawn the northern quay's crane fell into the water.", "He was saved."
    other = "Bread has become dearer in the last three weeks.", "He was saved."
    of = [told(f"{k}", f"“{a}” “{b}” she said.", [a, b]) for k, (a, b) in enumerate((said, again, other))]
    assert sorted(sorted(s) for s in together(of)) == sorted(
        [sorted([said[0], again[0]]), [said[1], again[1]]]
    )


def test_no_reports() -> None:
    assert statements([], [], {}) == () == collate_reports([], [], {})


def test_an_embedded_post_and_the_text_that_tells_of_it_are_one_statement() -> None:
    post, retold = (
        "The port of Lisse is open, dry and in the hands of its crews.",
        "the port was “open, dry and in the hands of its crews",
    )
    courier = told("courier", f"She tweeted that {retold}”.", [retold, post], post=post)
    gazette = told("gazette", f"On Sunday she had tweeted that {retold}”.", [retold])
    found = statements(
        [courier[0], gazette[0]],
        [courier[1], gazette[1]],
        who([courier, gazette], courier="she", gazette="she"),
    )
    assert sorted(len(s.wordings) for s in found) == [3]
    # Without the post's own voice they are two sentences of one text, which its report says one after the other.
    twice = told("courier", f"She tweeted that {retold}”. {post}", [retold, post])
    found = statements([twice[0]], [twice[1]], who([twice], courier="she"))
    assert sorted(len(s.wordings) for s in found) == [1, 1]


def test_the_sentences_of_one_post_are_as_many_statements() -> None:
    post = (
        "Turnout in the north of Lisse was 41 percent at noon on Sunday. "
        "Turnout in the south of Lisse was 43 percent at noon on Sunday."
    )
    both = [told(name, "Bread prices rose.", [post], post=post) for name in ("courier", "gazette")]
    found = statements([r for r, _ in both], [g for _, g in both], who(both, courier="she", gazette="she"))
    assert sorted(len(s.wordings) for s in found) == [2, 2]
