"""A story's accounts as dossier and terminal show them."""

from __future__ import annotations

from dataclasses import replace

from rashomon.accounts.story import accounts
from rashomon.dossier.accounts import accounts_view
from rashomon.dossier.gathered import Told, telling
from rashomon.records import Wording
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
