"""Figures: numbers, what they count, the event they belong to, who is cited."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading.figures.figures import figures
from rashomon.reading.text.numbers import numbers, value
from rashomon.records import (
    Attribution,
    AttributionKind,
    Figure,
    Mention,
    MentionKind,
    Passage,
    Reading,
    Report,
    Span,
    Speaker,
    Voice,
)


def read(
    text: str,
    *,
    said: str | None = None,
    cue: str | None = None,
    source: str | None = None,
    mentions: dict[str, MentionKind] | None = None,
    published: str | None = "2031-04-05",
) -> tuple[Figure, ...]:
    """The figures of a one-passage report in which somebody, by the words ``source``, says ``said``, with the cue ``cue``."""
    report = Report("a" * 16, "a" * 64, "r", text, (Passage(Voice.BODY, 0, len(text)),), published=published)
    spans = [Span(text.index(said), text.index(said) + len(said))] if said else []
    by = (Span(text.index(cue), text.index(cue) + len(cue)),) if cue else ()
    who = (Span(text.index(source), text.index(source) + len(source)),) if source else ()
    attributions = tuple(
        Attribution(who, by, (span,), AttributionKind.INDIRECT, 0.9, Speaker(None, "nobody is named"))
        for span in spans
    )
    found = tuple(
        Mention(kind, text.index(words), text.index(words) + len(words), 0.9)
        for words, kind in (mentions or {}).items()
    )
    return figures(report, Reading(report.id, "made", found, attributions, ()))


def rows(text: str) -> list[tuple[str, float | None, float | None, str | None, str]]:
    """Words with what is counted, low, high, event and unit of each figure that is given as a number."""
    return [
        (text[f.start : f.whole_end], f.low, f.high, f.event, f.unit) for f in read(text) if not f.implied
    ]


@pytest.mark.parametrize(
    ("words", "low", "best", "high"),
    [
        ("13", 13, 13, 13),
        ("at least 13", 13, 13, None),
        ("no fewer than nine", 9, 9, None),
        ("more than 100", 101, None, None),
        ("up to fifty", None, 50, 50),
        ("fewer than 20", None, None, 19),
        ("some 60", 54, 60, 66),
        ("nearly 1,000", 900, 1000, 1000),
        ("between ten and twenty", 10, None, 20),
        ("10-15", 10, None, 15),
        ("four or five", 4, None, 5),
        ("dozens", 24, None, 99),
        ("a hundred and five", 105, 105, 105),
        ("two hundred thousand", 200_000, 200_000, 200_000),
        ("1.5 million", 1_500_000, 1_500_000, 1_500_000),
        ("half a dozen", 6, 6, 6),
        ("30 or more", 30, 30, None),
    ],
)
def test_a_number_has_a_range(words: str, low: float, best: float, high: float) -> None:
    (number,) = numbers(f"They saw {words} boats", 0, 99)
    assert [number.low, number.best, number.high] == pytest.approx([low, best, high])
    assert f"They saw {words} boats"[number.span.start : number.span.end] == words


@pytest.mark.parametrize("words", ["2031-04-S-037", "B-52", "3-2-1", "19th", "24-year-old", "12:30"])
def test_codes_and_ordinals_are_no_numbers(words: str) -> None:
    assert numbers(f"the {words} file", 0, 99) == []


@pytest.mark.parametrize("digits", [20, 400, 5000])
def test_what_has_too_many_digits_counts_nothing(digits: int) -> None:
    assert read(f"More than {'1' * digits} people were killed, and {'2' * digits}, it said.") == ()


@given(st.integers(0, 999_999_999))
def test_digits_with_and_without_commas_are_the_same_number(n: int) -> None:
    assert value(f"{n:,}") == value(str(n)) == n


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A blast killed 13 harbour guards and 72 islanders at the quay.",
            [("13 harbour guards", 13, 13, "killed", "people"), ("72 islanders", 72, 72, "killed", "people")],
        ),
        (
            "Reports say 300 of their fighters were killed.",
            [("300 of their fighters", 300, 300, "killed", "people")],
        ),
        ("It put the number of dead at eleven.", [("eleven", 11, 11, "killed", "people")]),
        ("She had counted at least nine bodies.", [("at least nine bodies", 9, None, "killed", "people")]),
        ("Some 60 protesters were detained.", [("Some 60 protesters", 54, 66, "captured", "people")]),
        ("More than 100 families fled the flood.", [("More than 100 families", 101, None, "displaced", "people")]),
        ("Two gunmen killed three sailors.", [("Two gunmen", 2, 2, None, "people"), ("three sailors", 3, 3, "killed", "people")]),
        ("They want to capture two leaders.", [("two leaders", 2, 2, None, "people")]),
        ("The dyke cost $1.5 million.", [("$1.5 million", 1.5e6, 1.5e6, None, "USD")]),
        ("The sea is 12 km away.", [("12 km", 12, 12, None, "km")]),
        ("The lock was built in 1998.", []),
        ("One of us can count.", []),
        ("How many people died?", []),
        ("Varesh, 34, and the clerk Jan Oulik, 28, were arrested.", []),
        ("Boys aged 14 and 16 were killed, and so was the actress, 26.", []),
        ("Anna Kerr (54), a mother of three, was killed.", []),
        ("In Lidva, 15, all of them nurses, were killed.", [("15", 15, 15, "killed", "people")]),
        ("Two officers told Anna Kerr that her son had been killed.", [("Two officers", 2, 2, None, "people")]),
        ("Three sailors watched the boy being killed.", [("Three sailors", 3, 3, None, "people")]),
        ("Two men, police said on Sunday, were detained.", [("Two men", 2, 2, "captured", "people")]),
        ("Two men who came to the quay at noon were detained.", [("Two men", 2, 2, "captured", "people")]),
        ("Two men gave the guards their names and were detained.", [("Two men", 2, 2, "captured", "people")]),
        ("One in four soldiers was wounded.", []),
        ("Two of the three victims died.",
         [("Two of the three victims", 2, 2, "killed", "people"), ("three victims", 3, 3, None, "people")]),
        ("Troops seized 14 rebels and 14 boats.",
         [("14 rebels", 14, 14, "captured", "people"), ("14 boats", 14, 14, "seized", "thing")]),
        ("Police, seizing 12 Torvenan and 11 Aldessan nationals, left.",
         [("12 Torvenan", 12, 12, "captured", "people"), ("11 Aldessan nationals", 11, 11, "captured", "people")]),
        ("They seized two other rifles on two pirate boats.",
         [("two other rifles", 2, 2, "seized", "thing"), ("two pirate boats", 2, 2, None, "thing")]),
        ("Twelve rifles were recovered.", [("Twelve rifles", 12, 12, None, "thing")]),
        ("The death toll rose from 12 to 15.", [("15", 15, 15, "killed", "people")]),
        ("The death toll from the quake rose to 214 on Sunday.", [("214", 214, 214, "killed", "people")]),
        ("The death toll stood at 20, a doctor said.", [("20", 20, 20, "killed", "people")]),
        ("The Front put the dead at 20.", [("20", 20, 20, "killed", "people")]),
        ("The number of people killed in the raid has risen to 31.", [("31", 31, 31, "killed", "people")]),
        ("The confirmed death toll is now 214.", [("214", 214, 214, "killed", "people")]),
        ("The flood that killed many came at 20.", []),
        ("A quake killed more than 31, 000 people at 02 hours.", [("more than 31, 000 people", 31001, None, "killed", "people")]),
        ("From 10 to 12 sailors were killed.", [("10 to 12 sailors", 10, 12, "killed", "people")]),
        ("In addition to Oulik’s death, two rebels were detained.", [("two rebels", 2, 2, "captured", "people")]),
        ("Three of the wounded had died.", [("Three of the wounded", 3, 3, "killed", "people")]),
        ("Two of the dead were counted twice.", [("Two of the dead", 2, 2, "killed", "people")]),
        ("Seven people, not nine, had been killed.", [("Seven people", 7, 7, "killed", "people")]),
        ("Not nine but seven sailors were killed.", [("seven sailors", 7, 7, "killed", "people")]),
        # A number of things is no count of the people told of before; a number of the dead is.
        ("Nine people are missing. He put the number of destroyed houses at 210.",
         [("Nine people", 9, 9, "missing", "people")]),
        ("Nine people are missing. He put the number of drowned children at 12.",
         [("Nine people", 9, 9, "missing", "people")]),
        ("Nine people are missing. He put the number of victims at 12.",
         [("Nine people", 9, 9, "missing", "people"), ("12", 12, 12, "missing", "people")]),
        ("The number of people killed when the dam at Lidva burst on Tuesday has risen to 29.",
         [("29", 29, 29, "killed", "people")]),
        ("They found a wall, bringing the death toll from Tuesday’s flood to 44.",
         [("44", 44, 44, "killed", "people")]),
        ("They took the death certificates from the house to 44 farms.", [("44 farms", 44, 44, None, "thing")]),
        ("The toll on the bridge rose to 12 crowns.", [("12 crowns", 12, 12, None, "thing")]),
        ("They put turnout at 74%.", [("74%", 74, 74, None, "percent")]),
        ("Put the damage at 2 million crowns.", [("2 million crowns", 2e6, 2e6, None, "thing")]),
        ("The army killed 17 hostages.", [("17 hostages", 17, 17, "killed", "people")]),
        ("Soldiers freed 21 hostages.", [("21 hostages", 21, 21, "freed", "people")]),
        ("They hold 30 hostages.", [("30 hostages", 30, 30, "abducted", "people")]),
        ("They took 30 people hostage.", [("30 people hostage", 30, 30, "abducted", "people")]),
        ("The number of dead hostages was 12.", []),
        (
            "Nineteen people were killed, among them eight hostages.",
            [("Nineteen people", 19, 19, "killed", "people"), ("eight hostages", 8, 8, "killed", "people")],
        ),
        ("The Front said it had lost six men.", [("six men", 6, 6, "killed", "people")]),
        ("The team lost six men to flu.", [("six men", 6, 6, None, "people")]),
        ("Seven of our fighters fell.", [("Seven of our fighters", 7, 7, "killed", "people")]),
        ("12 soldiers fell ill.", [("12 soldiers", 12, 12, None, "people")]),
        ("80 prices fell.", [("80 prices fell", 80, 80, None, "thing")]),
        ("It visited 28 captured soldiers.", [("28 captured soldiers", 28, None, "captured", "people")]),
        ("A few state prisoners wept.", [("A few state prisoners", 3, 9, None, "people")]),
        ("The nine pro-death jurors wept.", [("nine pro-death jurors wept", 9, 9, None, "thing")]),
        ("She had two death threats.", [("two death threats", 2, 2, None, "thing")]),
        ("They raised the toll on the bridge to 12 crowns.", [("12 crowns", 12, 12, None, "thing")]),
        ("Police arrested two vicars.", [("two vicars", 2, 2, "captured", "people")]),
        ("The navy detained two barges.", [("two barges", 2, 2, "captured", "thing")]),
        ("Forty-six people are now known to have died.", [("Forty-six people", 46, 46, "killed", "people")]),
        ("Six people are expected to have died.", [("Six people", 6, 6, None, "people")]),
        # Cases are not the dead.
        ("Torvena has 5.9 million cases and 183,000 deaths.",
         [("5.9 million cases", 5.9e6, 5.9e6, None, "thing"), ("183,000 deaths", 183000, 183000, "killed", "people")]),
        ("Cases passed six million after the toll reached five million.", []),
        ("Nurses said that the toll reached 12.", [("12", 12, 12, "killed", "people")]),
        ("The death toll topped 183,000.", [("183,000", 183000, None, "killed", "people")]),
        ("The death toll reached 183,000.", [("183,000", 183000, 183000, "killed", "people")]),
        # Whoever is arrested is somebody; a trawler is detained too.
        ("Police arrested two managers and the navy detained two trawlers.",
         [("two managers", 2, 2, "captured", "people"), ("two trawlers", 2, 2, "captured", "thing")]),
    ],
)  # fmt: skip
def test_what_is_counted_and_what_happened_to_it(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [
        tuple(pytest.approx(v) if isinstance(v, float) else v for v in row) for row in rows(text)
    ] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No civilians were injured in the raid.", [("No civilians", 0, 0, "wounded", "people")]),
        ("No sailors were harmed and no boys were killed.",
         [("No sailors", 0, 0, "wounded", "people"), ("no boys", 0, 0, "killed", "people")]),
        ("Nobody was dying of thirst.", []),
        ("Nobody was killed or wounded.",
         [("Nobody", 0, 0, "killed", "people"), ("Nobody", 0, 0, "wounded", "people")]),
        ("Not one of the sailors has been detained.", [("Not one of the sailors", 0, 0, "captured", "people")]),
        ("The blast hurt no one.", [("no one", 0, 0, "wounded", "people")]),
        ("There were no deaths.", [("no deaths", 0, 0, "killed", "people")]),
        ("No arrests have been made.", [("No arrests", 0, 0, "captured", "people")]),
        ("No arrests were reported.", []),
        ("No one knew how many sailors were killed.", []),
        ("No more than nine sailors were killed.", [("No more than nine sailors", None, 9, "killed", "people")]),
        ("No fewer than nine sailors were killed.", [("No fewer than nine sailors", 9, None, "killed", "people")]),
        # How something ended; casualties are the dead and the hurt.
        ("The boat sank without loss of life.", [("without loss of life", 0, 0, "killed", "people")]),
        ("The quake claimed no lives.", [("claimed no lives", 0, 0, "killed", "people")]),
        ("No lives were lost at Lidva.", [("No lives were lost", 0, 0, "killed", "people")]),
        ("It burned without death or injury.",
         [("without death or injury", 0, 0, "killed", "people"), ("without death or injury", 0, 0, "wounded", "people")]),
        ("There were no casualties.",
         [("no casualties", 0, 0, "killed", "people"), ("no casualties", 0, 0, "wounded", "people")]),
        # That none were reported yet is no count; nor what is wished, asked, of some alone, or of a time since.
        ("No casualties were immediately reported.", []),
        ("There were no immediate reports of casualties.", []),
        ("The crew hoped to end it without loss of life.", []),
        ("Will it end without casualties?", []),
        ("The sailor was buried without death certificates.", []),
        ("No sailor died without a letter.", []),
        ("Nobody has been killed there since May.", []),
        # Of some, it is told of how many; the number is none of theirs.
        ("Not one of the 12 was hurt.", []),
        ("Neither of the two was killed.", []),
        ("None of the 12 sailors was hurt.", [("None of the 12 sailors", 0, 0, "wounded", "people")]),
    ],
)  # fmt: skip
def test_nobody_is_nought_and_not_several(text: str, expected: list[tuple[object, ...]]) -> None:
    assert rows(text) == expected
    assert not any(f.implied for f in read(text))


@pytest.mark.parametrize(
    "text",
    [
        "If the dam breaks, 300 people could be killed.",
        "There might have been two people killed.",
        "It was not known whether 12 people were killed.",
        "Reports that 40 people had been killed were false.",
        "The two sailors have not been captured.",
        "Twelve men were to be executed.",
        "Free 12 men, and we will talk.",
        "“Please release 12 men.”",
        "The ministry fears that soldiers will be killed.",
    ],
)
def test_what_is_only_supposed_happened_to_nobody(text: str) -> None:
    assert [f.event for f in read(text) if f.event] == []


def test_a_headline_s_verb_behind_its_subject_is_no_order() -> None:
    assert [f.event for f in read("Gunmen free 12 men in Harn")] == ["freed"]


def test_a_bare_number_that_rebels_seized_is_of_people_and_what_the_police_seized_is_not_known() -> None:
    assert [(f.low, f.event) for f in read("Rebels seized 200 in the raid.")] == [(200, "captured")]
    assert [f.event for f in read("Police seized 200 in the raid.") if f.event] == []


def test_what_is_believed_is_told() -> None:
    (figure,) = read("Twelve sailors are believed to have been killed.")
    assert (figure.low, figure.event) == (12, "killed")


@pytest.mark.parametrize(
    ("text", "said", "cue", "event"),
    [
        ("The mayor dismissed the union’s figure of 12 dead as a joke.",
         "the union’s figure of 12 dead as a joke", "dismissed", None),
        ("The mayor rejected an official count of 12 dead.", "an official count of 12 dead", "rejected", None),
        ("The mayor did not reject the toll of 12 dead.", "the toll of 12 dead", "reject", "killed"),
        ("The mayor repeated the toll of 12 dead.", "the toll of 12 dead", "repeated", "killed"),
        ("The mayor said the union’s figure of 12 dead was wildly exaggerated.",
         "the union’s figure of 12 dead was wildly exaggerated", "said", None),
        ("The mayor said the toll of 12 dead was not right.", "the toll of 12 dead was not right", "said", None),
        ("The mayor said the toll of 12 dead was not wrong.", "the toll of 12 dead was not wrong", "said", "killed"),
        ("The mayor said 12 were dead. It was wrong to wait.", "12 were dead", "said", "killed"),
    ],
)  # fmt: skip
def test_who_calls_another_s_count_wrong_does_not_give_it(
    text: str, said: str, cue: str, event: str | None
) -> None:
    (figure,) = read(text, said=said, cue=cue)
    assert (figure.low, figure.attribution, figure.event) == (12, 0, event)


def test_another_count_that_is_called_wrong_is_nobody_s_toll() -> None:
    text = "Nine miners have died. He said a company figure of 4 was wrong."
    first, second = read(text, said="a company figure of 4 was wrong", cue="said")
    assert (first.low, first.event, second.low, second.event) == (9, "killed", 4, None)


@pytest.mark.parametrize(
    ("text", "cue", "event"),
    [
        ("Police have denied that 12 people were killed.", "denied", None),
        ("Police would not confirm that 12 people were killed.", "confirm", None),
        ("Police have rejected claims that 12 people were killed.", "rejected", None),
        ("Police did not deny that 12 people were killed.", "deny", "killed"),
        ("Police have confirmed that 12 people were killed.", "confirmed", "killed"),
    ],
)
def test_who_denies_a_number_does_not_give_it(text: str, cue: str, event: str | None) -> None:
    (figure,) = read(text, said="that 12 people were killed", cue=cue)
    assert (figure.low, figure.attribution, figure.event) == (12, 0, event)


def test_one_of_several_is_one() -> None:
    (figure,) = read("One of his associates was detained.")
    assert (figure.implied, figure.low, figure.high, figure.event) == (True, 1, 1, "captured")


def test_whoever_a_force_questions_is_not_captured() -> None:
    (two,) = read("The force questioned villagers, and two rebels were detained.")
    assert (two.low, two.event) == (2, "captured")


def test_who_is_cited_is_who_is_said_to_have_said_it() -> None:
    text = "Four people were killed. The clinic says nine people died at Lidva."
    own, cited = read(text, said="nine people died at Lidva", mentions={"Lidva": MentionKind.PLACE})
    assert (own.attribution, cited.attribution) == (None, 0)
    assert own.place is None
    assert cited.place is not None
    assert text[cited.place.start : cited.place.end] == "Lidva"


def test_a_count_given_alone_is_of_the_event_told_before() -> None:
    (four, nine) = read(
        "The ministry says four people died. The doctor puts the figure at no fewer than nine."
    )
    assert (four.event, nine.event) == ("killed", "killed")
    assert (nine.low, nine.high) == (9, None)


def test_one_without_a_number_is_implied() -> None:
    (figure,) = read("A gendarme was killed.")
    assert (figure.implied, figure.low, figure.high, figure.event) == (True, 1, 1, "killed")


def test_a_date_is_no_figure_and_a_deadline_is_one() -> None:
    dated = {"May 31": MentionKind.DATE}
    assert read("On May 31 the gates were shut.", mentions=dated) == ()
    (by,) = read("They must leave by May 31.", mentions=dated)
    assert (by.unit, by.low, by.high) == ("date", None, 20310531)
    (day,) = read("The deadline of May 31 stands.", mentions=dated)
    assert (day.low, day.high) == (20310531, 20310531)
    assert read("They must leave by May 31.", mentions=dated, published=None) == ()


@given(st.text(st.sampled_from("killed 1 two,.5 dozen at least men “”\n $%-"), max_size=60))
def test_every_figure_stands_in_its_text(text: str) -> None:
    for f in read(text):
        for span in (Span(f.start, f.end), f.counted, f.event_at, f.place):
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert f.low is None or f.high is None or f.low <= f.high


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # Who was arrested is the man, not the three; a crew of five is five.
        ("A man suspected of shooting three people at the lock was arrested.", None),
        ("A crew of five people was rescued at the lock.", "freed"),
        ("Three people were arrested at the lock.", "captured"),
        # Arrests of other days; and whoever leaves a building is not displaced.
        ("Kerr has four prior arrests.", None),
        ("About 50 people fled the theatre.", None),
        ("About 50 people fled the valley.", "displaced"),
    ],
)
def test_what_did_not_happen_to_those_counted(text: str, event: str | None) -> None:
    assert {f.event for f in read(text) if not f.implied} <= {event}
    assert event is None or any(f.event == event for f in read(text))


def test_the_ages_of_two_count_nobody() -> None:
    assert [w for w, *_ in rows("His two half-brothers, 17 and 22, were arrested.")] == ["two half-brothers"]
    assert len(rows("Seven insurgents and 17 soldiers, 22 guards and 3 boys were arrested.")) == 4


def test_whose_troops_they_were_is_no_place() -> None:
    place = MentionKind.PLACE
    for text in ("12 Somali and 11 Yemeni men were held.", "It was the worst in Yemeni history: 20 died."):
        assert all(f.place is None for f in read(text, mentions={"Yemeni": place}))
    street = read("A man was arrested at 12 Quay Street.", mentions={"Quay Street": place})
    assert [f.place is None for f in street if f.implied] == [False]
    text = "Seven U.S. troops were killed by a U.S. strike in Lidva."
    (figure,) = (f for f in read(text, mentions={"Lidva": place}) if not f.implied)
    assert figure.place is not None
    text = "A U.S. strike killed seven guards."
    (figure,) = (f for f in read(text, mentions={"U.S.": place}) if not f.implied)
    assert figure.place is None
    text = "In the U.S. yesterday a flood killed seven guards."
    (figure,) = (f for f in read(text, mentions={"U.S.": place}) if not f.implied)
    assert figure.place is not None


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Nine people were killed at dawn. It is ten now.", "killed"),
        ("Nine people were killed at dawn. It has risen to ten.", "killed"),
        ("Nine people were killed at dawn. It is ten.", None),
        ("Nine people came at dawn. It is ten now.", None),
    ],
)
def test_what_a_toll_has_come_to(text: str, event: str | None) -> None:
    assert [f.event for f in read(text) if f.low == 10] == ([event] if event else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Another count of what was counted last: of no event, where that has none.
        (
            "Nine boatmen were hurt. The Guild said 30,000 people marched; police put the number at 6,000.",
            [
                ("Nine boatmen", 9, "wounded", "people"),
                ("30,000 people", 30_000, None, "people"),
                ("6,000", 6_000, None, "people"),
            ],
        ),
        (
            "The Guild said 40 raiders were killed. The Front put the figure at nine.",
            [("40 raiders", 40, "killed", "people"), ("nine", 9, "killed", "people")],
        ),
        # What it is made up of stands between a number and its event.
        (
            "At least 28 islanders, including nine children, have been reported killed at Lidva.",
            [("At least 28 islanders", 28, "killed", "people"), ("nine children", 9, "killed", "people")],
        ),
        (
            "Police said three people, a man and two women, were killed.",
            [("three people", 3, "killed", "people"), ("two women", 2, "killed", "people")],
        ),
        ("The death toll from the shelling of the market on Tuesday rose to 14.", [("14", 14, "killed", "people")]),
        ("Shells kill two guards; 28 die in Lidva.",
         [("two guards", 2, "killed", "people"), ("28", 28, "killed", "people")]),
        ("He said the Front had lost nine fighters.", [("nine fighters", 9, "killed", "people")]),
        ("The side lost two players.", [("two players", 2, None, "thing")]),
        ("Of the passengers 145 rescued and dozens missing were named.",
         [("145 rescued", 145, "freed", "people"), ("dozens missing", 24, "missing", "people")]),
        ("They spoke of more than 70 arrests.", [("more than 70 arrests", 71, "captured", "people")]),
        # Where it was is not who was hurt.
        ("Nine people died in attacks on two halls, and dozens of others were wounded.",
         [("Nine people", 9, "killed", "people"), ("two halls", 2, None, "thing"),
          ("dozens of others", 24, "wounded", "people")]),
    ],
)  # fmt: skip
def test_forms_of_tolls_in_news(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(words, low, event, unit) for words, low, _, event, unit in rows(text)] == expected
