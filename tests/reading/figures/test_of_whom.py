"""Whom a number is of: marks that a count passed, measures, multiples, ages, who stands in another's clause."""

from __future__ import annotations

import pytest

from rashomon.records import MentionKind
from tests.reading.figures.test_figures import read, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A round number is what a count came past, not what it is.
        ("Torvena passes 50,000 deaths.", [("50,000 deaths", 5e4, None, "killed", "people")]),
        ("Torvena hit 250,000 deaths.", [("250,000 deaths", 25e4, None, "killed", "people")]),
        ("The deaths crossed the 250,000 mark.", [("250,000 mark", 25e4, None, None, "thing")]),
        ("The grim milestone of 3,000 deaths.", [("3,000 deaths", 3e3, None, "killed", "people")]),
        ("The toll hit 51,017.", [("51,017", 51017, 51017, "killed", "people")]),
        ("The toll reached 40.", [("40", 40, 40, "killed", "people")]),
        # What qualifies a sum stands before its sign.
        ("They raised over $1 million.", [("over $1 million", 1e6, None, None, "USD")]),
        ("It paid up to €800 million.", [("up to €800 million", None, 8e8, None, "EUR")]),
        ("It cost between $735 million and $800 million.",
         [("between $735 million and $800 million", 735e6, 8e8, None, "USD")]),
        ("It cost $12.", [("$12", 12, 12, None, "USD")]),
        # More than three people are four; more than three hours need not be.
        ("More than three people died.", [("More than three people", 4, None, "killed", "people")]),
        ("It took more than three hours.", [("more than three hours", 3, None, None, "hour")]),
        ("It took less than one month.", [("less than one month", None, 1, None, "month")]),
        ("Nearly a dozen soldiers were injured.",
         [("Nearly a dozen soldiers", 10.8, 12, "wounded", "people")]),
        ("More than a dozen soldiers were injured.",
         [("More than a dozen soldiers", 12, None, "wounded", "people")]),
        ("Some 300 of the 1,140 inmates took part.",
         [("Some 300 of the 1,140 inmates", 270, 330, None, "people"), ("1,140 inmates", 1140, 1140, None, "people")]),
        # Nor are these days of a month.
        ("Nine marines were killed.", [("Nine marines", 9, 9, "killed", "people")]),
        ("12 marchers may be hurt.", [("12 marchers", 12, 12, None, "people")]),
        ("300 mayors and two separate groups came.",
         [("300 mayors", 300, 300, None, "thing"), ("two separate groups", 2, 2, None, "thing")]),
        ("They came on 12 March.", []),
        # Ages, multiples and names with a number count nobody.
        ("Edvard Quill dead at 95", []),
        ("Edvard Quill dead at 95 Edvard Quill, who dug coal, slept.", []),
        ("Edvard Quill, a miner, dies at 75.", []),
        ("Her death put the number of dead at 95.", [("95", 95, 95, "killed", "people")]),
        ("The death toll is five times the milestone.", []),
        ("He uses Korvo 8, due to be released in May.", []),
        ("He uses the Harn Korvo 8, due to be released next month.", []),
        ("Bomber Kills 12, Wounds 30", [("12", 12, 12, "killed", "people"), ("30", 30, 30, "wounded", "people")]),
        ("Blast in Market Kills at Least 20; Talks End", [("at Least 20", 20, None, "killed", "people")]),
        # What is hit is no count.
        ("A power cut hit 50,000 homes.", [("50,000 homes", 5e4, 5e4, None, "thing")]),
        ("Sales hit 50,000 copies.", [("50,000 copies", 5e4, None, None, "thing")]),
        # No people, and no event.
        ("More than 600 dead seabirds were found.", [("More than 600 dead", 601, None, None, "people")]),
        ("The fire killed 12 cows.", [("12 cows", 12, 12, None, "thing")]),
        ("The fire killed 12 cows and two men.", [("12 cows", 12, 12, None, "thing"), ("two men", 2, 2, "killed", "people")]),
        ("Three people killed by sharks were fishers.", [("Three people", 3, 3, "killed", "people")]),
        ("Some 40 farmers and their cattle were killed.", [("Some 40 farmers", 36, 44, "killed", "people")]),
        ("They lit 500 candles honouring the dead.", [("500 candles honouring", 500, 500, None, "thing")]),
        ("The mill will be sending 225 of their mugs to Harn.", [("225 of their mugs", 225, 225, None, "thing")]),
        # What happens to captives goes before that they are.
        ("It released 11 captured soldiers.", [("11 captured soldiers", 11, 11, "freed", "people")]),
        ("It plans to free 800 prisoners.", [("800 prisoners", 800, 800, "captured", "people")]),
        ("The studio releases three films.", [("three films", 3, 3, None, "thing")]),
        ("It sets free 800 prisoners.", [("800 prisoners", 800, 800, "freed", "people")]),
        ("In all 1,200 prisoners will be released.", [("1,200 prisoners", 1200, 1200, None, "people")]),
        ("The army holds 63 captured soldiers.", [("63 captured soldiers", 63, 63, "captured", "people")]),
        # Made for so many; pages and water are let out, and nobody is freed.
        ("Stonehurst was built for 720 prisoners.", [("720 prisoners", 720, 720, None, "people")]),
        ("A service is planned for 40 miners killed in the fire.", [("40 miners", 40, 40, "killed", "people")]),
        ("A camp was planned for 40 miners displaced by it.", [("40 miners", 40, 40, None, "people")]),
        ("It holds 720 prisoners.", [("720 prisoners", 720, 720, "captured", "people")]),
        ("The archive released 900 pages.", [("900 pages", 900, 900, None, "thing")]),
        ("The navy said 12 boats were released.", [("12 boats", 12, 12, "freed", "thing")]),
        ("He said 900 cubic metres a second were released.",
         [("900 cubic metres", 900, 900, None, "cubic metre")]),
    ],
)  # fmt: skip
def test_what_a_number_is_of(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [
        tuple(pytest.approx(v) if isinstance(v, float) else v for v in row) for row in rows(text)
    ] == expected


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ilsa Varn made the prediction that Torvena would see 240,000 deaths.", None),
        ("Ilsa Varn said that Torvena saw 240,000 deaths.", "killed"),
    ],
)
def test_what_is_foretold_has_not_happened(text: str, event: str | None) -> None:
    cue = "prediction" if "prediction" in text else "said"
    (figure,) = read(text, said=text[text.index("that") : -1], cue=cue)
    assert figure.event == event


@pytest.mark.parametrize(
    ("text", "captured"),
    [
        ("The officer who shot Otto Kerr was arrested on Friday.", []),
        ("Otto Kerr, who ran, was arrested on Friday.", ["Otto Kerr"]),
        ("Friends who said Otto Kerr was arrested wept.", ["Otto Kerr"]),
        ("Otto Kerr was captured on video beside the gate.", []),
    ],
)
def test_who_stands_in_anothers_clause_is_not_taken(text: str, captured: list[str]) -> None:
    found = read(text, mentions={"Otto Kerr": MentionKind.PERSON})
    assert [
        text[f.start : f.end] for f in found if f.event == "captured" and "Kerr" in text[f.start : f.end]
    ] == captured


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank, killing 31, the coast guard of Corvana said.",
        "Anna Kerr, a veteran of the Brell Police Department, was arrested.",
    ],
)
def test_a_body_is_nobody_in_the_event(text: str) -> None:
    assert [text[f.start : f.end] for f in read(text) if f.implied] == []


def test_a_guard_with_an_article_is_somebody() -> None:
    text = "A border guard was shot dead."
    assert [text[f.start : f.end] for f in read(text) if f.event == "killed"] == ["A border guard"]


@pytest.mark.parametrize(
    ("text", "who", "event"),
    [
        ("The son of Judge Esther Kerr was killed on Sunday.", "Esther Kerr", None),
        ("Judge Esther Kerr was killed on Sunday.", "Esther Kerr", "killed"),
        ("A clerk from Harn was arrested.", "Harn", None),
        ("Ilsa Varn suggests arresting Otto Kerr.", "Otto Kerr", None),
        ("Police arrested Otto Kerr.", "Otto Kerr", "captured"),
    ],
)
def test_whom_a_name_is_of(text: str, who: str, event: str | None) -> None:
    found = read(text, mentions={who: MentionKind.PERSON})
    assert [f.event for f in found if who in text[f.start : f.end]] == ([event] if event else [])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ann Lee said on Sunday at the Palace that twelve people had been killed.", None),
        ("“Twelve people were killed,” Ann Lee said in the Palace.", None),
        ("Ann Lee said that twelve people had been killed in the Palace.", "Palace"),
        ("Twelve people were reported killed in the Palace.", "Palace"),
    ],
)
def test_where_it_was_only_said_is_no_place(text: str, place: str | None) -> None:
    cue = "reported" if "reported" in text else "said"
    content = {"s": text[text.index("that") : -1]} if "that" in text else {"s": "Twelve people"}
    made = read(
        text,
        said=content["s"],
        cue=cue,
        source=None if "reported" in text else "Ann Lee",
        mentions={"Palace": MentionKind.PLACE},
    )
    assert [f.place and text[f.place.start : f.place.end] for f in made] == [place]


@pytest.mark.parametrize(
    ("text", "named", "place"),
    [
        ("The fever in Harn has killed 4,000 people worldwide.", ["Harn"], None),
        ("The fever has killed 4,000 people around the world, including at least 178 in Harn.", ["Harn"], None),
        ("The toll in Harn climbed to 43, while the toll across the border in Orm stood at 24.", ["Harn", "Orm"], "Harn"),
        ("There have been 4,000 deaths since the fever was first seen in Harn.", ["Harn"], None),
        ("It ignored calls from Orm to end the war that has left 400 people dead.", ["Orm"], None),
        ("Three people, including a boy, were killed in Harn.", ["Harn"], "Harn"),
        ("A gunman killed three people, including a 6-year-old boy, in Harn.", ["Harn"], "Harn"),
        ("Orm (MPA) Sixteen men were arrested.", ["Orm"], None),
        ("Sixteen men were arrested near the White House.", ["White House"], "White House"),
        ("The White House aide spoke of a storm in which sixteen men were killed.", ["White House"], None),
        ("Sixteen men fell ill while climbing in Harn.", ["Harn"], "Harn"),
    ],
)  # fmt: skip
def test_where_something_else_was_is_no_place(text: str, named: list[str], place: str | None) -> None:
    first = read(text, mentions=dict.fromkeys(named, MentionKind.PLACE))[0]
    assert (first.place and text[first.place.start : first.place.end]) == place


@pytest.mark.parametrize(
    ("text", "who", "held"),
    [
        ("Two partners of the mayor’s lawyer Dana Boll have been arrested.", "Dana Boll", False),
        ("The two men, who dined with Dana Boll, were arrested on Monday.", "Dana Boll", False),
        ("The lawyers Ivo Kerr and Dana Boll were arrested on Monday.", "Dana Boll", True),
        ("The lawyers Dana Boll and Ivo Kerr were arrested on Monday.", "Dana Boll", True),
        ("Dana Boll was arrested on Monday.", "Dana Boll", True),
    ],
)
def test_an_event_that_is_said_of_several_is_not_of_the_one_before_it(
    text: str, who: str, held: bool
) -> None:
    named = {name: MentionKind.PERSON for name in ("Dana Boll", "Ivo Kerr") if name in text}
    found = read(text, mentions=named)
    assert any(who in text[f.start : f.end] and f.event == "captured" for f in found) is held


def test_that_before_a_plural_is_no_determiner() -> None:
    assert read("It was found that Oulikis died.") == ()


def test_those_who_came_are_not_the_dead() -> None:
    text = "Nine people were killed. The Reds said 8 were there."
    assert [f.event for f in read(text)] == ["killed"]
