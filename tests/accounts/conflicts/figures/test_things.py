"""Figures of other things than tolls, set against each other where noun and verb agree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.accounts.conflicts.figures.sides import Events
from rashomon.accounts.conflicts.figures.things import things
from rashomon.accounts.records import Conflict, ConflictKind
from rashomon.accounts.story import accounts
from tests.accounts.telling import Said, report, told


def parted(*texts: str) -> tuple[Conflict, ...]:
    return things(Events(told([report(f"Gull {n}", text) for n, text in enumerate(texts)])))


CUT = "Three cables were cut off Orm on Friday."
LOOT = "The robbers made off with {} of jewels from the mill at Orm."


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        (CUT, "Four cables have been cut off Orm on Friday.", "how many: “… cables were cut”"),
        (CUT, "An anchor off Orm cut four cables on Friday.", "how many: “… cables were cut”"),
        (
            "Ann Lee said 1,204 postal ballots had been rejected for want of a name.",
            "1,900 postal ballots had been rejected, not 1,204, the Guild said.",
            "how many: “… postal ballots had been rejected”",
        ),
        ("Eleven women signed the letter to Lee.", "Four women had signed the letter to Lee.", "how many: “… women had signed”"),
        ("Four robbers stole jewels from the mill.", "Three robbers stole jewels from the mill.", "how many: “… robbers stole”"),
        ("The fire destroyed 14 houses in old Orm.", "In old Orm 20 houses were destroyed.", "how many: “destroyed … houses”"),
        ("Ann Lee has won seven contests in Orm.", "In Orm, Ann Lee has won eight contests.", "how many: “won … contests”"),
        (LOOT.format("$102 million"), LOOT.format("$137 million"), "how much: “made off with …”"),
        # A verb with its particle, and one that tells the same of what does it and of what it is done to.
        ("The board threw out 30 ballots in Orm on Friday.", "In Orm 45 ballots were thrown out on Friday.",
         "how many: “threw out … ballots”"),
        ("Some 30 houses burned down in old Orm.", "The fire burned 60 houses in old Orm.", "how many: “… houses burned”"),
        # Light verbs tell only that there were so many.
        ("There were 30 complaints about the mill at Orm.", "The town received 37 complaints about the mill at Orm.",
         "how many: “… complaints”"),
        ("Some 60 noise complaints about Orm mill were filed.", "There were 37 complaints about noise at Orm mill.",
         "how many: “… complaints”"),
        ("The clinic at Orm carried out 30 tests on Friday.", "The clinic at Orm ran 45 tests on Friday.",
         "how many: “carried out … tests”"),
        ("Jewels worth 85 million euros went from the mill at Orm.", "The mill at Orm lost jewels worth 137 million euros.",
         "how much: “Jewels worth …”"),
    ],
)  # fmt: skip
def test_the_same_noun_and_verb_with_another_number(one: str, other: str, about: str) -> None:
    (conflict,) = parted(one, other)
    assert conflict.kind is ConflictKind.FIGURES
    assert conflict.about == about
    assert {m.side for m in conflict.members} == {0, 1}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Another verb, another side of it, another noun, another thing.
        (CUT, "Four cables were laid off Orm on Friday."),
        ("Three guards hit the robber in Orm.", "The robber hit four guards in Orm."),
        (CUT, "Four trees were cut off Orm on Friday."),
        ("Three cables were cut.", "Four cables were cut off Orm by anchors on Friday."),
        # Somebody else did it, or nobody tells who.
        ("Ann Lee has won seven of the nine contests in Orm.", "Bo Reyes has won eight of the nine contests in Orm."),
        ("It has won seven of the nine contests in Orm.", "It has won eight of the nine contests in Orm."),
        # What is raised, paid or spent is told of everybody; two long sentences have some words in common.
        ("The union paid $30 million to Ann Lee in Orm.", "The union paid $50 million to Ann Lee in Orm."),
        ("Three cables were cut on Friday off Orm, where the anchor of a ship had touched ground.",
         "Four cables were cut as thieves came by night to rob the old mill of Orm on Friday."),
        # What stands behind the noun tells no verb.
        ("Two people familiar with the talks in Orm spoke.", "Three people familiar with the talks in Orm spoke."),
        ("Two men dressed as millers came to Orm.", "Three men dressed as millers came to Orm."),
        # Another thing, kind, place or doer, somebody's part of all, and a longer time.
        ("There were 30 complaints about noise at Orm mill.", "The town received 37 complaints about dust at Orm mill."),
        ("There were 30 noise complaints about Orm mill.", "The town received 37 complaints about Orm mill."),
        ("Lidva council logged 30 complaints about the mill.", "Orm council received 37 complaints about the mill."),
        ("The tenants filed 30 complaints about Orm mill.", "There were 37 complaints about Orm mill."),
        ("There were 30 complaints about Orm mill from tenants.", "The town received 37 complaints about Orm mill."),
        ("Some 30 complaints about Orm mill were filed by tenants.", "The town received 37 complaints about Orm mill."),
        ("There were 30 complaints about Orm mill this year.", "The town received 37 complaints about Orm mill."),
        ("There were 30 of the 37 complaints about Orm mill.", "The town received 60 complaints about Orm inn."),
        ("The board threw away 30 ballots in Orm on Friday.", "In Orm 45 ballots were thrown out on Friday."),
        # Rounded, another currency, nobody's, a part.
        (LOOT.format("$102 million"), LOOT.format("$103 million")),
        (LOOT.format("$102 million"), LOOT.format("85 million euros")),
        (CUT, "Not four cables were cut off Orm on Friday."),
        (CUT, "Four cables could be cut off Orm on Friday."),
        (CUT, "Another cable fell. Two more cables were cut off Orm on Friday."),
        # Who gives both tells of two things.
        (LOOT.format("$102 million"), LOOT.format("$102 million") + " Later " + LOOT.format("$30 million")),
    ],
)  # fmt: skip
def test_what_is_not_the_same_is_not_set_against_it(one: str, other: str) -> None:
    assert parted(one, other) == ()


def test_what_is_denied_or_replaced_is_on_no_side() -> None:
    one = report("Gull", CUT)
    words = "that four cables were cut off Orm on Friday"
    denied = report("Tide", f"Ann Lee denied {words}.", [Said(words, "Ann Lee", "Ann Lee", "denied")])
    assert things(Events(told([one, denied]))) == ()
    old = report("Tide", "Four cables were cut off Orm on Friday.")
    assert things(Events(replace(told([one, old]), superseded=frozenset({old[0].id})))) == ()


def test_what_there_is_so_far_may_have_risen() -> None:
    some, more = ("The town received {} complaints about Orm mill" + end for end in (" so far.", "."))
    (conflict,) = parted(some.format(30), more.format(60))
    assert conflict.rising
    assert "the smaller figure is told as the count so far" in conflict.why
    (conflict,) = parted(some.format(60), more.format(30))
    assert not conflict.rising


def test_things_are_told_with_the_other_conflicts() -> None:
    one = report("Gull", CUT, published="2031-04-05")
    other = report("Tide", "Four cables were cut off Orm on Friday.", published="2031-04-07")
    (conflict,) = accounts(told([one, other])).conflicts
    assert conflict.rising


MARCH = "The Guild said 30,000 people marched through Harn on Monday; police put the number at 6,000."


def test_two_counts_of_a_crowd_in_one_report_part() -> None:
    said = [Said(MARCH.removeprefix("The Guild said ").rstrip("."), "Guild", "The Guild", "said")]
    (conflict,) = things(Events(told([report("Gull", MARCH, said)])))
    assert conflict.about == "how many: “… people marched”"
    # Though both stand in what the Guild says, the second clause has a voice of its own.
    assert [(m.side, m.source) for m in conflict.members] == [(0, "“police”"), (1, "Guild")]


def test_whoever_is_reported_to_put_a_number_gives_it_as_told() -> None:
    words = "that 30,000 people had marched and that the police put the number at 6,000"
    said = [Said(words, "Guild", "The Guild", "said")]
    assert [f.attribution for f in report("Gull", f"The Guild said {words}.", said)[1].figures] == [0, 0]


def test_crowds_are_one_by_whatever_verb() -> None:
    one = report("Gull", "Between 5,000 and 8,000 people took part in the march through Harn on Monday.")
    other = report("Tide", "Some 30,000 people had marched through Harn on Monday.")
    (conflict,) = things(Events(told([one, other])))
    assert conflict.why.startswith("the ranges do not meet: 5,000 to 8,000 against 27,000 to 33,000")


def test_what_is_counted_in_a_year_is_not_what_is_counted_at_once() -> None:
    now = "1,900 postal ballots had been rejected, the Guild said."
    assert parted("Over the past year 1,204 postal ballots had been rejected for want of a name.", now) == ()
    assert len(parted("Ann Lee said 1,204 postal ballots had been rejected for want of a name.", now)) == 1


def test_who_only_says_a_number_counts_again() -> None:
    text = "The Guild says 56 people were held. Free Orm says 35. He says 12."
    said = [Said("56 people were held", "Guild", "The Guild", "says"), Said("35", "Free Orm", "Free Orm")]
    (conflict,) = things(Events(told([report("Gull", text, said)])))
    assert [m.source for m in conflict.members] == ["Free Orm", "Guild"]


def test_who_counts_in_a_sentence_of_their_own_is_not_whoever_is_cited_before() -> None:
    text = "About 300 people came, his camp said. Police counted 120."
    said = [Said("About 300 people came", "Camp"), Said("Police counted 120", "Camp", "his camp", "said")]
    assert [f.attribution for f in report("Gull", text, said)[1].figures] == [0, None]


@pytest.mark.parametrize(
    ("text", "about", "who"),
    [
        ("Some 700 weavers walked out, the Guild said. The mill counted 250.", "how many: “… weavers walked”", "“The mill”"),
        ("Some 20,000 people gathered in Orm. Police counted 4,500 and went home.", "how many: “… people gathered”", "“Police”"),
        ("Lee is paid 4.2 million crowns a year. The Guild spoke of 7 million.", "how many: “… crowns”", "“The Guild”"),
    ],
)  # fmt: skip
def test_what_is_counted_again_need_have_no_verb(text: str, about: str, who: str) -> None:
    (conflict,) = parted(text)
    assert conflict.about == about
    assert who in [m.source for m in conflict.members]


@pytest.mark.parametrize(("told_of", "found"), [("did", 1), ("were looms", 0)])
def test_a_number_that_did_it_too_counts_the_same(told_of: str, found: int) -> None:
    text = f"About 700 weavers struck in Orm, the Guild said; the mill said 250 {told_of}."
    said = [
        Said("About 700 weavers struck in Orm", "Guild", "the Guild", "said"),
        Said(f"250 {told_of}", "Mill", "the mill", "said"),
    ]
    assert len(things(Events(told([report("Gull", text, said)])))) == found


@pytest.mark.parametrize("besides", ["250 looms", "250 as they sang"])
def test_what_is_counted_besides_is_no_other_count(besides: str) -> None:
    assert parted(f"Some 700 weavers walked out, the Guild said. The mill counted {besides}.") == ()


@pytest.mark.parametrize(
    ("none", "found"),
    [("nobody was arrested", ["how many managers captured"]), ("nobody was hurt", [])],
)
def test_who_says_nobody_was_arrested_says_so_of_the_managers(none: str, found: list[str]) -> None:
    text = f"Police said they had arrested two managers. The mill said that {none}."
    said = [
        Said("they had arrested two managers", "Police", "Police", "said"),
        Said(f"that {none}", "Mill", "The mill", "said"),
    ]
    assert [c.about for c in accounts(told([report("Gull", text, said)])).conflicts] == found


def test_the_homeless_are_people_like_others() -> None:
    text = "The minister said 1,200 people were homeless. The Guild spoke of 3,000 homeless."
    said = [Said("1,200 people were homeless", "Lee", "The minister", "said")]
    (conflict,) = accounts(told([report("Gull", text, said)])).conflicts
    assert [(m.side, m.source) for m in conflict.members] == [(0, "Lee"), (1, "“The Guild”")]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The Guild counts 310,000 homes without power, the operator 230,000.", {"how many: “… homes”"}),
        # Not of the towns, though they stand nearer.
        (
            "640,000 people marched in 30 towns. The ministry counted 210,000.",
            {"how many: “… people marched”"},
        ),
        # What marched in one place is no count of all who marched.
        (
            "640,000 people marched. In Velm alone, 180,000 people marched. Police counted 55,000.",
            {"how many: “… people”"},
        ),
        ("640,000 people marched in March. I counted three.", set()),
    ],
)
def test_another_count_is_of_what_it_is_near_to(text: str, about: set[str]) -> None:
    assert {c.about for c in parted(text)} == about


def test_what_two_lands_count_on_one_day_is_two_counts() -> None:
    one, other = "Osk recorded {} new cases on Monday.", "In Lidva {} new cases were found on Monday."
    assert parted(one.format("3,000"), one.format("4,000"))
    assert not parted(one.format("3,000"), one.replace("Osk", "Lidva").format("4,000"))
    assert not parted(one.format("3,000"), other.format("4,000"))


@pytest.mark.parametrize(("cited", "found"), [("1,500", 1), ("460", 0)])
def test_what_a_report_puts_roughly_in_its_own_words_is_near(cited: str, found: int) -> None:
    text = f"About 400 people gathered in Orm; the Guild spoke of {cited}."
    said = [Said(cited, "Guild", "the Guild", "spoke of")]
    assert len(things(Events(told([report("Gull", text, said)])))) == found
