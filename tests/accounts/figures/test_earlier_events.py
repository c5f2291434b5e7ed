"""Figures of an earlier event: they stand against none of the story's own."""

from __future__ import annotations

from dataclasses import replace

from rashomon.accounts.conflicts.figures.clashes import clashes
from rashomon.accounts.conflicts.figures.sides import Events
from rashomon.accounts.figures.estimates import estimates
from rashomon.records import DateExpression, Passage, Voice
from tests.accounts.telling import report, told


def test_it_goes_on_with_an_earlier_quake_in_the_next_paragraph() -> None:
    first = "The last quake at Lidva was in February 2030, when a tremor rocked the town."
    text = f"A quake killed ten people on Friday.\n\n{first}\n\nIt killed 612 people."
    gull, _ = report("Gull", text)
    starts = [0, text.index(first), text.index("It killed")]
    passages = tuple(
        Passage(Voice.BODY, start, end)
        for start, end in zip(starts, [starts[1] - 2, starts[2] - 2, len(text)], strict=True)
    )
    gull = replace(gull, passages=passages)
    at = text.index("February 2030")
    dated = DateExpression(at, at + len("February 2030"), "2030-02-01", "2030-02-28", "told")
    reading = replace(report("Gull", text)[1], dates=(dated,))
    story = told([(gull, reading), report("Tide", "Ten people were killed.")])
    assert clashes(Events(story), estimates(story)) == ()
