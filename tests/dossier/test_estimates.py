"""What reports give alike, as room, dossier and terminal show it."""

from __future__ import annotations

from rashomon.accounts.story import accounts
from rashomon.dossier.estimates import EstimateView, estimates
from tests.accounts.telling import Said, report, told

WARD = "four people died"
GULL = report(
    "Gull", f"The Oltra ward said {WARD} at the mill.", [Said(WARD, "Oltra ward", "The Oltra ward", "said")]
)
TERN = report(
    "Tern",
    f"Four people died at the mill. {WARD.capitalize()} there, the Oltra ward said.",
    [Said(WARD.capitalize(), "Oltra ward", "the Oltra ward", "said")],
)
CROW = report("Crow", "About 50 people were wounded at the mill, and at least nine people died.")


def seen(*reports: str) -> tuple[EstimateView, ...]:
    story = told([GULL, TERN, CROW])
    read = {r.id: (r, reading) for r, reading in (GULL, TERN, CROW) if not reports or r.outlet in reports}
    return estimates(accounts(story), read.get)


def test_figures_given_alike_are_told_once_with_their_reports_and_origins() -> None:
    four, nine, fifty = seen()
    assert (four.event, four.range, four.reports, four.outlets) == ("killed", "4", 2, 2)
    assert four.carried.startswith("2 reports, ")
    assert "Oltra ward" in four.cited
    assert (four.low, four.best, four.high) == (4, 4, 4)
    assert nine.range == "9 or more"
    assert (fifty.event, fifty.range) == ("wounded", "45 to 55, best 50")


def test_independent_origins_of_a_figure_come_with_their_reasons() -> None:
    four = seen()[0]
    assert 1 <= four.fewest <= four.most
    assert any("Oltra ward" in why for why in four.why)


def test_a_report_that_is_not_shown_counts_and_is_not_cited() -> None:
    four = seen("Gull")[0]
    assert (four.reports, four.cited) == (2, ("Oltra ward",))
