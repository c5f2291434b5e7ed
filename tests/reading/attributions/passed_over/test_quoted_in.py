"""Who quotes is how it came; who is quoted says it."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.nesting import find
from rashomon.records import Span
from tests.reading.stub import Told, tagger

Parts = tuple[str, str, str, int | None]
SAID = "“the gates were shut”"


def read(text: str, *told: Told) -> list[Parts]:
    found = find(text, [Span(0, len(text))], (), tagger(text, *told))[0]

    def words(spans: tuple[Span, ...]) -> str:
        return " / ".join(text[s.start : s.end] for s in spans)

    return [(words(f.source), words(f.cue), words(f.content), f.inside) for f in found]


@pytest.mark.parametrize(
    ("text", "told", "who", "teller"),
    [
        (
            f"The Ledger-Star had her saying {SAID}.",
            [Told("The Ledger-Star", "had her saying", [SAID])],
            "her",
            "The Ledger-Star",
        ),
        (
            f"The Ledger-Star had her saying {SAID}.",
            [Told("her", "saying", [SAID])],
            "her",
            "The Ledger-Star",
        ),
        (
            f"The Ledger-Star has Mara Venn saying {SAID}.",
            [Told("The Ledger-Star", "has", [SAID])],
            "Mara Venn",
            "The Ledger-Star",
        ),
        ("The Ledger-Star had Venn as saying the gates were shut.", [], "Venn", "The Ledger-Star"),
        (
            "Mara Venn was quoted by the Ledger-Star as saying the gates were shut.",
            [Told("by the Ledger-Star", "as saying", ["the gates were shut"])],
            "Mara Venn",
            "the Ledger-Star",
        ),
        (
            "“The gates were shut,” the Ledger-Star quoted Mara Venn as saying.",
            [Told("the Ledger-Star", "quoted", ["“The gates were shut,”"])],
            "Mara Venn",
            "the Ledger-Star",
        ),
        (
            "“The gates were shut,” Mara Venn was quoted as saying by the Ledger-Star.",
            [Told("Mara Venn", "was quoted as saying by", ["“The gates were shut,”"])],
            "Mara Venn",
            "the Ledger-Star",
        ),
        (
            "“The gates were shut,” the Ledger-Star quotes her.",
            [Told("the Ledger-Star", "quotes", ["“The gates were shut,”", "her"])],
            "her",
            "the Ledger-Star",
        ),
        (
            "“The gates were shut,” Mara Venn said, as quoted by Interfax.",
            [Told("Mara Venn", "said", ["“The gates were shut,”"])],
            "Mara Venn",
            "Interfax",
        ),
        (
            "Mara Venn said the gates were shut, as cited by the agency Interfax.",
            [Told("Mara Venn", "said", ["the gates were shut"])],
            "Mara Venn",
            "the agency Interfax",
        ),
        (
            "Mara Venn, quoted by Interfax, said the gates were shut.",
            [Told("Mara Venn,", "said", ["the gates were shut"])],
            "Mara Venn,",
            "Interfax",
        ),
    ],
)
def test_who_quotes_tells_what_the_other_says(text: str, told: list[Told], who: str, teller: str) -> None:
    outer, inner = read(text, *told)
    assert (outer[0], outer[3]) == (teller, None)
    assert (inner[0], inner[3]) == (who, 0)
    assert "gates were shut" in inner[2]
    assert teller not in inner[2]
    assert who not in inner[2]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The minister had her saying prayers.", Told("The minister", "had", ["her saying prayers"])),
        ("Mara Venn had them saying grace for hours.", Told("Mara Venn", "had", ["them saying grace"])),
        ("Mara Venn said it was shut, as planned by Orsk.", Told("Mara Venn", "said", ["it was shut"])),
        (
            "Mara Venn was quoted as saying that it fell.",
            Told("Mara Venn", "was quoted as saying", ["that it fell"]),
        ),
        (
            "Mara Venn said on Monday that it fell by Orsk.",
            Told("Mara Venn", "said", ["that it fell by Orsk"]),
        ),
    ],
)
def test_what_looks_like_it_stays_as_it_was(text: str, told: Told) -> None:
    assert [f[0] for f in read(text, told)] == [told.source]


def test_what_is_found_whole_stays_so() -> None:
    text = "The Ledger-Star quoted Mara Venn as saying that it fell."
    told = Told("The Ledger-Star", "quoted", ["Mara Venn as saying that it fell"])
    inner = Told("Mara Venn", "as saying", ["that it fell"], inner=True)
    assert [f[3] for f in read(text, told, inner)] == [None, 0]
