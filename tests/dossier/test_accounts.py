"""A story's accounts as dossier and terminal show them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.accounts.records import Accounts, TimelineEntry
from rashomon.accounts.story import accounts
from rashomon.dossier.accounts import SENTENCE, accounts_view
from rashomon.dossier.gathered import Told, telling
from rashomon.records import Affiliation, Circumstance, CircumstanceKind, SourceKind, Wording
from rashomon.terminal.accounts import conflict_entry
from tests.accounts.telling import Said, report, statement, told
from tests.terminal.test_views import printed


def test_what_is_denied_stands_behind_the_cue_that_denies_it() -> None:
    gull = report(
        "Gull",
        "Ann Lee said the lamp was out. The keeper denied it.",
        [
            Said("the lamp was out", "Ann Lee", "Ann Lee", "said"),
            Said("it", "Keeper", "The keeper", "denied"),
        ],
    )
    story = told([gull])
    (conflict,) = accounts_view(accounts(story), [gull[0]], [gull[1]], ()).conflicts
    assert [m.words for side in conflict.sides for m in side.members] == ["the lamp was out", "denied: it"]
    assert "Keeper: denied: it" in printed(conflict_entry(conflict))


def test_what_a_report_tells_of_who_is_cited_stands_beside_a_side() -> None:
    made, reading = report(
        "Gull",
        "An official said the lamp was out. The keeper denied it.",
        [
            Said("the lamp was out", None, "An official", "said"),
            Said("it", "Keeper", "The keeper", "denied"),
        ],
    )
    official, keeper = reading.attributions
    why = Circumstance(CircumstanceKind.REASON, "because he feared for his post", 0, 2, "made so")
    told_of = replace(official, source_kind=SourceKind.OFFICIAL, circumstances=(why,))
    gull = (
        made,
        replace(
            reading,
            attributions=(told_of, keeper),
            affiliations=(Affiliation("Keeper", "keeper", "Harbour Board", None, 35, 45, "made so"),),
        ),
    )
    (conflict,) = accounts_view(accounts(told([gull])), [gull[0]], [gull[1]], ()).conflicts
    assert [m.beside for side in conflict.sides for m in side.members] == [
        "an official or an authority, not named; “because he feared for his post”",
        "keeper, Harbour Board",
    ]
    assert "keeper, Harbour Board" in printed(conflict_entry(conflict))


def test_a_telling_that_denies_is_told_with_its_cue() -> None:
    words = "that the lamp was out"
    said = Said(words, "Keeper", "The keeper", "denied")
    gull, reading = report("Gull", f"The keeper denied {words}.", [said])
    wording = Wording(gull.id, 18, 18 + len(words), 0, 1.0, "made so")
    assert telling(wording, gull, reading.attributions).said == f"denied: {words}"


def test_the_timeline_says_who_spoke_and_which_outlet_tells_it() -> None:
    gull = report(
        "Gull",
        "Ann Lee denied on Monday that they shall stay.",
        [Said("that they shall stay", "Ann Lee", "Ann Lee", "denied", said_on="2031-03-31")],
    )
    said = statement("s", "Ann Lee", (gull, "that they shall stay"))
    tellings = tuple(telling(w, gull[0], gull[1].attributions) for w in said.wordings)
    listed = [Told(said, None, None, tellings, None)]
    shown, _ = accounts_view(accounts(told([gull], [said])), [gull[0]], [gull[1]], listed).timeline
    assert (shown.what, shown.words) == (
        "told of Ann Lee, as Gull tells",
        "denied: that they shall stay",
    )


def test_the_timeline_has_a_report_by_its_title() -> None:
    made, reading = report("Gull", "Last night the mill at Oltra burned, and nobody was hurt.")
    titled = replace(made, title="Mill burns in Oltra")
    (entry,) = accounts_view(accounts(told([(titled, reading)])), [titled], [reading], ()).timeline
    assert (entry.what, entry.words) == ("published, Gull", "Mill burns in Oltra")


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ([], "dated by Gull"),
        ([Said("The lamp fell", "Ann Lee", "Ann Lee", "said")], "dated by Ann Lee, as Gull tells"),
    ],
)
def test_the_timeline_says_whose_date_it_is(said: list[Said], what: str) -> None:
    words = "The lamp fell"
    gull = report("Gull", f"{words}, Ann Lee said on the pier.", said)
    made = statement("s", "Ann Lee", (gull, words))
    (wording,) = made.wordings
    entry = TimelineEntry("5707", "2031-04-01", "2031-04-01", "dated", "s", gull[0].id, 0, len(words), "so")
    listed = [Told(made, None, None, (telling(wording, gull[0], gull[1].attributions),), None)]
    view = accounts_view(Accounts("5707", timeline=(entry,)), [gull[0]], [gull[1]], listed)
    assert [(e.what, e.words) for e in view.timeline] == [(what, words)]


def test_every_member_of_a_conflict_tells_its_sentence_its_place_and_whose_account_it_is() -> None:
    gull = report("Gull", "The lamp fell. Nine keepers were killed at the light, and the boat was lost.")
    tern = report(
        "Tern",
        "The union said that eleven keepers were killed.",
        [Said("that eleven keepers were killed", "Union", "The union", "said")],
        published="2031-04-03",
    )
    story = told([gull, tern])
    (conflict,) = accounts_view(
        accounts(story), story.reports, story.readings, ()
    ).conflicts  # the reports stand by date
    first, second = (side.members[0] for side in conflict.sides)
    assert [side.letter for side in conflict.sides] == ["A", "B"]
    assert (first.source, first.words, first.told_in) == ("Union", "eleven", "Tern, 2031-04-03")
    assert (second.source, second.words, second.told_in) == (
        "Gull, on its own account",
        "Nine",
        "2031-04-05",
    )
    assert second.sentence == "Nine keepers were killed at the light, and the boat was lost."
    assert f"{gull[0].id[:8]}:15-19: Nine keepers were killed" in printed(conflict_entry(conflict))


def test_of_a_long_sentence_the_words_around_a_member_are_told() -> None:
    long = (
        f"The keeper, {'who had seen it all and more, ' * 9}said nine keepers were killed {'and lost ' * 30}."
    )
    gull = report("Gull", long, [Said("nine keepers were killed", "Keeper", "The keeper", "said")])
    tern = report("Tern", "Eleven keepers were killed.")
    story = told([gull, tern])
    (conflict,) = accounts_view(accounts(story), story.reports, story.readings, ()).conflicts
    (sentence,) = (m.sentence for side in conflict.sides for m in side.members if m.words == "nine")
    assert sentence.startswith("… ")
    assert sentence.endswith(" …")
    assert "said nine keepers were killed and lost" in sentence
    assert len(sentence) <= SENTENCE + 4
