"""Figures that somebody gives without a verb of saying."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.nesting import find
from rashomon.records import Span
from tests.reading.stub import Told, tagger


def read(text: str, *told: Told) -> list[tuple[str, str, str, int | None]]:
    found = find(text, [Span(0, len(text))], (), tagger(text, *told))[0]

    def words(spans: tuple[Span, ...]) -> str:
        return " / ".join(text[s.start : s.end] for s in spans)

    return [(words(f.source), words(f.cue), words(f.content), f.inside) for f in found]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Nine boats sank. The Front put the dead at 20.", "The Front", "put", "the dead at 20"),
        ("Petra Koll’s office has put the number of wounded at about thirty-one, and left.",
         "Petra Koll’s office", "put", "the number of wounded at about thirty-one"),
        ("Nine boats sank\n\nThe Front put the dead at 20.", "The Front", "put", "the dead at 20"),
        ("Koll gave the number of dead as 12.", "Koll", "gave", "the number of dead as 12"),
        ("The ministry gave a figure of one in 4,000.", "The ministry", "gave a figure of", "one in 4,000"),
        ("The ministry gave a figure of 301 dead.", "The ministry", "gave a figure of", "301 dead"),
        ("Officials later put their losses at “no fewer than 1,200 men” on Monday.",
         "Officials", "put", "their losses at “no fewer than 1,200 men”"),
        ("It was late, but residents put the death toll at dozens.", "residents", "put", "the death toll at dozens"),
        ("Nine boats sank; the keepers spoke of 1,500.", "the keepers", "spoke of", "1,500"),
        ("The ministry raised the toll to five dead and 83 ill.", "The ministry", "raised",
         "the toll to five dead and 83 ill"),
        ("The ministry has lowered the number of cases in Harn to 40.", "The ministry", "lowered",
         "the number of cases in Harn to 40"),
    ],
)  # fmt: skip
def test_who_puts_a_number_at_something_says_so(text: str, source: str, cue: str, content: str) -> None:
    assert read(text) == [(source, cue, content, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Koll put the boat at 20 crowns.",
        "Vane put his hat at the door.",
        "The Front put the dead at the gate.",
        "The shop gave a discount of 20 crowns.",
        "The shop raised the price to 20 crowns.",
        "Koll spoke of the dead at the gate.",
        "No keeper put the dead at 20.",
        "The storm put 20 dead at the gate.",
        "In a long sentence of the kind that none but the old keeper of the lamp at the mouth of the long grey river in the"
        " far east of the delta would ever begin to write to anybody, his sister’s officials put the dead at 20.",
    ],
)
def test_what_is_no_count_is_no_saying(text: str) -> None:
    assert read(text) == []


def test_a_figure_given_in_what_somebody_says_stands_inside_it() -> None:
    text = "“The Front put the dead at 20,” Koll said. The army put the dead at nine."
    assert read(text, Told("Koll", "said", ["“The Front put the dead at 20,”"])) == [
        ("Koll", "said", "“The Front put the dead at 20,”", None),
        ("The Front", "put", "the dead at 20", 0),
        ("The army", "put", "the dead at nine", None),
    ]


def test_what_the_tagger_saw_stays() -> None:
    text = "The Front put the dead at 20 or more of them."
    told = Told("The Front", "put", ["the dead at 20 or more of them"])
    assert read(text, told) == [("The Front", "put", "the dead at 20 or more of them", None)]
