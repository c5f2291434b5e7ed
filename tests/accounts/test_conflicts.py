"""Where accounts part: figures, denials; the timeline; what an outlet left out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.accounts.conflicts.clashes import clashes
from rashomon.accounts.conflicts.denials import denials
from rashomon.accounts.conflicts.sides import Events
from rashomon.accounts.figures.estimates import estimates, meet
from rashomon.accounts.omissions import omissions
from rashomon.accounts.records import Estimate
from rashomon.accounts.story import accounts
from rashomon.accounts.timeline import interval, timeline
from rashomon.collation.sentences.embed import pack
from rashomon.records import (
    DateExpression,
    Mention,
    MentionKind,
    Passage,
    Reading,
    Report,
    Sentence,
    Span,
    Voice,
)
from tests.accounts.telling import Said, report, statement, told

GULL = report(
    "Gull",
    "Four sailors were killed, the ministry said. The union said eleven sailors were killed.",
    [
        Said("Four sailors were killed", "Ministry", "the ministry", "said"),
        Said("eleven sailors were killed", "Union", "The union", "said"),
    ],
)


def test_figures_whose_ranges_do_not_meet_are_a_conflict_with_its_sources() -> None:
    (conflict,) = clashes(Events(told([GULL])), estimates(told([GULL])))
    assert conflict.about == "how many sailors killed"
    assert [(m.side, m.source) for m in conflict.members] == [(0, "Ministry"), (1, "Union")]
    assert "4 against 11" in conflict.why
    assert not conflict.rising


def test_at_least_nine_does_not_contradict_eleven() -> None:
    text = "At least nine sailors were killed. Eleven sailors were killed, said Ann."
    tide = report("Tide", text, [Said("Eleven sailors were killed", "Ann")])
    assert clashes(Events(told([tide])), estimates(told([tide]))) == ()


def test_a_larger_figure_in_a_later_report_may_only_be_later() -> None:
    early = report("Gull", "Four sailors were killed.", published="2031-04-05")
    late = report("Tide", "Nine sailors were killed.", published="2031-04-07")
    story = told([early, late])
    (conflict,) = clashes(Events(story), estimates(story))
    assert conflict.rising
    assert "may simply have risen" in conflict.why
    swapped = told([(replace(early[0], published="2031-04-08"), early[1]), late])
    assert not clashes(Events(swapped), estimates(swapped))[0].rising


def _at(place: str, made: tuple[Report, Reading]) -> tuple[Report, Reading]:
    """A report whose figures are of a place."""
    start = made[0].text.index(place)
    where = Span(start, start + len(place))
    return made[0], replace(made[1], figures=tuple(replace(f, place=where) for f in made[1].figures))


def test_what_is_of_another_place_than_all_of_the_other_side_stands_on_no_side() -> None:
    here = _at("Marn", report("Gull", "Four sailors were killed in Marn."))
    there = _at("Orm", report("Tide", "Four sailors were killed in Orm."))
    more = _at("Marn", report("Mail", "Nine sailors were killed in Marn."))
    story = told([here, there, more])
    (conflict,) = clashes(Events(story), estimates(story))
    assert [(m.side, m.report) for m in conflict.members] == [(0, here[0].id), (1, more[0].id)]


def test_different_things_are_no_conflict() -> None:
    one = report("Gull", "Four sailors were killed.")
    other = report("Tide", "Nine gendarmes were killed. Twelve sailors were wounded.")
    story = told([one, other])
    assert clashes(Events(story), estimates(story)) == ()


def _why(*texts: str) -> list[str]:
    story = told([report(f"Gull {n}", text) for n, text in enumerate(texts)])
    return [c.why.removeprefix("the ranges do not meet: ") for c in clashes(Events(story), estimates(story))]


@pytest.mark.parametrize(
    ("parts", "total", "expected"),
    [
        ("Two women and one man died.", "Three people died.", []),
        ("The fire killed two women and a boy.", "Five people died.", ["3 against 5"]),
        ("Forty people were hurt, 15 of them here.", "Forty people were hurt.", []),
        ("Nine people were killed. Two of the dead were counted twice.", "Nine people were killed.", []),
        ("Nine people were killed. Three of the wounded had died later.", "Nine people were killed.", []),
        ("They found the bodies of two more victims.", "Nine people died.", []),
        ("Nine people died, including two men.", "Nine people died.", []),
    ],
)
def test_a_part_is_not_set_against_a_whole(parts: str, total: str, expected: list[str]) -> None:
    assert _why(parts, total) == expected


def test_what_meets_several_sides_is_on_none() -> None:
    sentences = [f"{n} people were hurt." for n in ("As many as 80", "Five", "Fifty", "400")]
    assert _why(*sentences) == ["5 against 50 against 400; on no side, as it meets several: 80 or fewer"]


@pytest.mark.parametrize(
    ("text", "date", "latest", "compared"),
    [
        ("In February 2005 a quake killed 612 people.", "February 2005", "2005-02-28", False),
        ("The 2003 quake killed 612 people.", "2003", "2003-12-31", False),
        ("In February 2005, a quake hit Osk, killing 612 people.", "February 2005", "2005-02-28", False),
        ("In February 2005 a quake hit Osk. It killed 612 people.", "February 2005", "2005-02-28", False),
        ("A raid hit the lock, built in 1998. It killed 612 people.", "1998", "1998-12-31", True),
        ("It was worse than in 2003, when 612 people died.", "2003", "2003-12-31", False),
        ("An earlier quake killed 612 people.", "", "", False),
        ("The lock was built in 1998, and 612 people died there.", "1998", "1998-12-31", True),
        ("They marched against the 2003 law and 612 people died.", "2003", "2003-12-31", True),
        ("On Sunday a quake killed 612 people.", "Sunday", "2031-03-30", True),
        # Seen from a later event: days before it, or in a month that is over.
        ("Another raid had killed 612 people in March.", "March", "2031-03-31", False),
        ("Another raid killed 612 people in March.", "March", "2031-03-31", True),
        ("Another raid had left 612 people dead on 20 March.", "20 March", "2031-03-20", False),
        ("A raid left 612 people dead on 20 March.", "20 March", "2031-03-20", True),
        ("Ann Lee said that 612 people had died on Sunday.", "Sunday", "2031-03-30", True),
        ("Ann Lee had to bury 612 dead people in March.", "March", "2031-03-31", True),
    ],
)
def test_a_toll_of_an_earlier_event_is_not_set_against_this_one(
    text: str, date: str, latest: str, compared: bool
) -> None:
    made, reading = report("Gull", text)
    start = text.index(date)
    dates = (DateExpression(start, start + len(date), latest[:8] + "01", latest, "made so"),) if date else ()
    story = told([(made, replace(reading, dates=dates)), report("Tide", "Two people died on Sunday.")])
    found = estimates(story)
    assert (612 in {e.low for e in found}) == compared
    assert bool(clashes(Events(story), found)) == compared


def test_the_owner_of_a_figure_is_who_gives_it() -> None:
    one = report("Gull", "Four people died. The Assembly's figure of eleven dead has not moved.")
    other = report("Tide", "Four people died. Ann Lee, who runs the clinic, puts the figure at nine.")
    story = told([one, other])
    (conflict,) = clashes(Events(story), estimates(story))
    assert {m.source for m in conflict.members} == {"the report itself", "“The Assembly”", "“Ann Lee”"}


numbers = st.none() | st.integers(0, 30).map(float)


@given(st.tuples(numbers, numbers), st.tuples(numbers, numbers))
def test_ranges_meet_where_a_number_is_in_both(
    a: tuple[float | None, float | None], b: tuple[float | None, float | None]
) -> None:
    def estimate(low: float | None, high: float | None) -> Estimate:
        return Estimate("", "", "killed", "people", "people", low, None, high, ())

    def inside(n: int, low: float | None, high: float | None) -> bool:
        return (low or 0) <= n <= (high if high is not None else 99)

    if all(low is None or high is None or low <= high for low, high in (a, b)):
        one, other = estimate(*a), estimate(*b)
        assert (
            meet(one, other) == meet(other, one) == any(inside(n, *a) and inside(n, *b) for n in range(100))
        )


def test_who_gives_a_figure_is_called_as_the_report_cites_them() -> None:
    said = Said("that it was late", "Mara Dunn", "The mayor", "said")
    one = report("Gull", "The mayor said that it was late. The mayor's figure is nine dead.", [said])
    other = report("Tide", "Four people died. Its toll of eleven dead has not moved.")
    story = told([one, other])
    (conflict,) = clashes(Events(story), estimates(story))
    assert [m.source for m in conflict.members] == ["the report itself", "Mara Dunn", "not known: “Its”"]


def test_a_denial_that_points_back_is_tied_to_what_stands_before_it() -> None:
    made = report(
        "Gull",
        "Ann Lee said the lamp was out. The keeper denied it.",
        [
            Said("the lamp was out", "Ann Lee", "Ann Lee", "said"),
            Said("it", "Keeper", "The keeper", "denied"),
        ],
    )
    (conflict,) = denials(told([made]))
    assert [(m.side, m.source) for m in conflict.members] == [(0, "Ann Lee"), (1, "Keeper")]


def test_nobody_denies_what_they_said_themselves() -> None:
    made = report(
        "Gull",
        "Ann Lee said the lamp was out. Ann Lee denied it.",
        [Said("the lamp was out", "Ann Lee", "Ann Lee", "said"), Said("it", "Ann Lee", "", "denied")],
    )
    assert denials(told([made])) == ()


def with_vectors(pair: tuple[Report, Reading], *rows: tuple[float, float]) -> tuple[Report, Reading]:
    vectors = np.zeros((len(rows), 384), dtype=np.float32)
    vectors[:, :2] = rows
    packed = pack(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
    found = tuple(replace(s, vector=v) for s, v in zip(pair[1].sentences, packed, strict=True))
    return pair[0], replace(pair[1], sentences=found)


@pytest.mark.parametrize(("alike", "found"), [((1.0, 0.1), 1), ((0.0, 1.0), 0)])
def test_a_denial_is_tied_to_whoever_says_what_it_denies(alike: tuple[float, float], found: int) -> None:
    claim = report(
        "Gull",
        "Ann Lee said live rounds were used.",
        [Said("live rounds were used", "Ann Lee", "Ann Lee", "said")],
    )
    said = Said("that live rounds were used", "Ministry", "The ministry", "denied")
    denial = report("Tide", "The ministry denied that live rounds were used.", [said])
    story = told([with_vectors(claim, (1.0, 0.0)), with_vectors(denial, alike)])
    conflicts = denials(story)
    assert len(conflicts) == found
    for conflict in conflicts:
        assert [(m.side, m.source) for m in conflict.members] == [(0, "Ann Lee"), (1, "Ministry")]


def test_a_denial_is_not_tied_to_words_that_only_lead_up_to_a_saying() -> None:
    claim = report(
        "Gull", "The lamp was out, said the guild.", [Said("The lamp was out", None, "the guild", "said")]
    )
    start = claim[0].text.index("said")
    claim = claim[0], replace(claim[1], sentences=(Sentence(start, len(claim[0].text)),))
    denial = report("Tide", "The ministry denied that.", [Said("that", "Ministry", "The ministry", "denied")])
    denial = denial[0], replace(denial[1], sentences=(Sentence(4, 12, 0),))
    assert denials(told([with_vectors(claim, (1.0, 0.0)), with_vectors(denial, (1.0, 0.0))])) == ()


def test_what_most_others_carry_and_one_does_not_is_left_out() -> None:
    words = "We shall stay."
    carrying = [
        report(o, f"Ann Lee: “{words}” {o}", [Said(words, "Ann Lee")], published="2031-04-05") for o in "ABC"
    ]
    late = report("Late", "Nothing of it.", published="2031-04-06")
    early = report("Early", "Nothing yet.", published="2031-04-01")
    made = [statement("s", "Ann Lee", *((r, words) for r in carrying))]
    found = omissions(told([*carrying, late, early], made))
    assert [(o.report, o.carried, o.others) for o in found] == [(late[0].id, 3, 4)]
    owners = {"a": "one", "b": "one", "c": "one"}
    assert omissions(told([*carrying, late, early], made, owners=owners)) == ()


def test_the_timeline_has_reports_and_days_of_saying_in_order() -> None:
    made = report(
        "Gull", "Ann Lee said on Monday that they shall stay.", [Said("that they shall stay", "Ann Lee", said_on="2031-03-31")]
    )  # fmt: skip
    story = told([made], [statement("s", "Ann Lee", (made, "that they shall stay"))])
    assert [(e.earliest, e.kind) for e in timeline(story)] == [
        ("2031-03-31", "said"),
        ("2031-04-05", "published"),
    ]
    assert interval("2031-04") == ("2031-04-01", "2031-04-30")
    assert interval(None) is None


def test_a_report_stands_on_the_timeline_by_its_headline_or_its_first_sentence() -> None:
    text = "9 September 2031 Last updated at 14:39 GMT\nMill burns\nThe mill burned. Nobody was hurt."
    places = (
        Passage(Voice.BYLINE, 0, 42),
        Passage(Voice.HEADLINE, 43, 53),
        Passage(Voice.BODY, 54, len(text)),
    )
    made, reading = report("Gull", text)
    for passages, words in ((places, "Mill burns"), ((places[0], places[2]), "The mill burned.")):
        story = told([(replace(made, passages=passages), reading)])
        (entry,) = timeline(story)
        assert text[entry.start : entry.end] == words


def test_accounts_do_not_depend_on_the_order_of_statements() -> None:
    tide = report(
        "Tide", "Nine sailors were killed, Ann Lee said.", [Said("Nine sailors were killed", "Ann Lee")]
    )
    made = [
        statement("a", "Ministry", (GULL, "Four sailors were killed")),
        statement("b", "Ann Lee", (tide, "Nine sailors were killed")),
    ]
    one, other = told([GULL, tide], made), told([tide, GULL], made[::-1])
    assert replace(accounts(one), carryings=()) == replace(accounts(other), carryings=())
    assert set(accounts(one).carryings) == set(accounts(other).carryings)


def test_an_undated_copy_of_an_older_text_leaves_nothing_out() -> None:
    words = "We shall stay."
    carrying = [
        report(o, f"Ann Lee: “{words}” {o}", [Said(words, "Ann Lee")], published="2031-04-05") for o in "ABC"
    ]
    wire = report("Wire", "Nothing yet.", published="2031-04-01")
    copy = report("Copy", "Nothing yet!", published=None)
    made = [statement("s", "Ann Lee", *((r, words) for r in carrying))]
    families = {wire[0].id: "f", copy[0].id: "f"}
    assert omissions(told([*carrying, wire, copy], made, families=families)) == ()
    assert [o.report for o in omissions(told([*carrying, copy], made))] == [copy[0].id]


def test_the_timeline_does_not_make_a_speaker_of_one_who_is_not_known() -> None:
    made = report(
        "Gull", "It was said on Monday that they shall stay.", [Said("that they shall stay", None, said_on="2031-03-31")]
    )  # fmt: skip
    said, _ = timeline(told([made], [statement("s", None, (made, "that they shall stay"))]))
    assert said.why == "Gull says that it was said then, and not by whom"


@pytest.mark.parametrize(
    ("source", "named", "why"),
    [
        ("Ann Lee", None, "“Ann Lee” said it then"),
        ("She", None, "“She” said it then, and not who that is"),
        ("She", "Ann Lee", "“She” said it then, and not who that is; other wordings are Ann Lee’s"),
    ],
)
def test_a_pronoun_that_leads_to_nobody_is_no_actor_of_the_timeline(
    source: str, named: str | None, why: str
) -> None:
    words = "that they shall stay"
    said = Said(words, None, source, "said", said_on="2031-03-31")
    made = report("Gull", f"{source} said on Monday {words}.", [said])
    other = report("Tide", f"Ann Lee said {words}.", [Said(words, "Ann Lee", "Ann Lee", "said")])
    entry, *_ = timeline(told([made, other], [statement("s", named, (made, words), (other, words))]))
    assert entry.why == f"Gull says that {why}"


def test_nobody_against_nine_is_a_conflict_and_what_is_feared_is_none() -> None:
    nine = report("Gull", "Nine sailors were killed.")
    story = told([nine, report("Tide", "No sailors were killed.")])
    (conflict,) = clashes(Events(story), estimates(story))
    assert "0 against 9" in conflict.why
    for text in (
        "Sixty sailors could be killed.",
        "Three sailors, not nine, are alive. Four sailors might have been killed.",
    ):
        story = told([nine, report("Tide", text)])
        assert clashes(Events(story), estimates(story)) == ()


def test_sides_stand_by_the_day_of_their_first_report_and_unknown_days_last() -> None:
    nine = report("Gull", "Nine sailors were killed.", published="2031-04-07")
    eleven = report("Tern", "Eleven sailors were killed.", published="2031-04-05")
    again = report("Skua", "Nine sailors were killed, it is told.", published="2031-04-06")
    four = report("Auk", "Four sailors were killed.", published=None)
    (conflict,) = accounts(told([nine, eleven, again, four])).conflicts
    outlets = {r.id: r.outlet for r, _ in (nine, eleven, again, four)}
    assert [(m.side, outlets[m.report]) for m in conflict.members] == [
        (0, "Tern"),
        (1, "Skua"),
        (1, "Gull"),
        (2, "Auk"),
    ]


def test_the_timeline_has_what_a_report_dates_to_a_day_that_has_been() -> None:
    denied = "that it burnt on Tuesday"
    text = f"The lamp fell on Monday. It rose again this week. The boat sails on Friday. The keeper denied {denied}."
    made, reading = report("Gull", text, [Said(denied, "Keeper", "The keeper", "denied")])
    days = {"on Monday": "2031-03-31", "on Friday": "2031-04-11", "on Tuesday": "2031-04-01"}
    dates = [
        DateExpression(text.index(words), text.index(words) + len(words), day, day, "made so")
        for words, day in days.items()
    ]
    at = text.index("this week")
    dates.append(DateExpression(at, at + 9, "2031-03-31", "2031-04-06", "made so"))
    told_of = ("The lamp fell on Monday", "The boat sails on Friday", denied, "It rose again this week")
    sentences = tuple(
        Sentence(text.index(w), text.index(w) + len(w), 0 if w == denied else None, happened=n)
        for n, w in enumerate(told_of)
    )
    gull = (made, replace(reading, sentences=sentences, dates=tuple(dates)))
    entries = timeline(told([gull], [statement(f"s{n}", None, (gull, w)) for n, w in enumerate(told_of)]))
    assert [(e.earliest, e.kind, text[e.start : e.end]) for e in entries if e.kind == "dated"] == [
        ("2031-03-31", "dated", "The lamp fell on Monday")
    ]


def test_sentences_of_one_saying_are_one_entry_of_the_timeline() -> None:
    first, second, other = "The lamp is out", "We shall not light it", "Nobody asked us"
    made = report(
        "Gull",
        f"Ann Lee posted: “{first}.” “{second},” she wrote. On the pier Ann Lee said: “{other}.”",
        [
            Said(first, "Ann Lee", "Ann Lee", "posted", channel="post", said_on="2031-04-04"),
            Said(second, "Ann Lee", "she", "wrote", channel="post", said_on="2031-04-04"),
            Said(other, "Ann Lee", "", "said", said_on="2031-04-04"),
        ],
    )
    said = [statement(w[:3], "Ann Lee", (made, w)) for w in (first, second, other)]
    entries = [e for e in timeline(told([made], said)) if e.kind == "said"]
    assert [made[0].text[e.start : e.end] for e in entries] == [first, other]
    assert entries[0].why.endswith("said it then, and 1 more sentence with it")


def _clashing(*reports: tuple[Report, Reading]) -> list[str]:
    story = told(reports)
    return [c.about for c in clashes(Events(story), estimates(story))]


def test_members_of_a_family_are_no_members_of_a_league() -> None:
    league = report("Gull", "The raid killed two league members.")
    assert _clashing(league, report("Tide", "The raid killed nine members of his family.")) == []
    assert _clashing(league, report("Tide", "The raid killed nine members of the league.")) != []


def test_what_is_answered_is_an_earlier_event() -> None:
    raid = report("Gull", "The strike killed two people.")
    answer = "The strike was in {} for the bombing at the quay that killed nine people."
    assert _clashing(raid, report("Tide", answer.format("retaliation"))) == []
    assert _clashing(raid, report("Tide", "The strike killed nine people.")) != []


@pytest.mark.parametrize(
    ("second", "found"), [("In Lidva, 18 people were killed", 0), ("18 people were killed in Lidva", 1)]
)
def test_what_one_place_has_of_a_larger_figure_is_no_other_figure(second: str, found: int) -> None:
    text = f"At least 150 people were killed, Bo said. {second}, Ann told us."
    said = [
        Said("At least 150 people were killed", "Bo", "Bo", "said"),
        Said(second, "Ann", "Ann", "told"),
    ]
    gull, reading = report("Gull", text, said)
    at = text.index("Lidva")
    lidva = Mention(MentionKind.PLACE, at, at + 5, 0.9)
    assert len(_clashing((gull, replace(reading, mentions=(lidva,))))) == found


def test_what_several_raids_came_to_is_not_set_against_one() -> None:
    one = report("Gull", "A patrol captured one raider.")
    assert (
        _clashing(one, report("Tide", "Patrols captured twelve raiders during three separate raids.")) == []
    )
    assert _clashing(one, report("Tide", "Patrols captured twelve raiders during the raid.")) != []
