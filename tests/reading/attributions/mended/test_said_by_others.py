"""Pieces of a content whose sayer the words beside them tell are no part of what another says."""

from __future__ import annotations

from rashomon.reading.attributions.nesting import find
from rashomon.records import Span
from tests.reading.stub import Told, tagger


def read(text: str, *told: Told) -> list[tuple[str, str, list[str]]]:
    found = find(text, [Span(0, len(text))], (), tagger(text, *told))[0]

    def words(spans: tuple[Span, ...]) -> list[str]:
        return [text[s.start : s.end] for s in spans]

    return [(" ".join(words(f.source)), " ".join(words(f.cue)), words(f.content)) for f in found]


def test_a_piece_with_its_own_sayer_behind_it_is_theirs() -> None:
    text = "Nine lamps were out, keepers said. No boat was lost, Dunn said, but the Guild counts two."
    assert read(text, Told("keepers", "said", ["Nine lamps were out", "No boat was lost"])) == [
        ("keepers", "said", ["Nine lamps were out"]),
        ("Dunn", "said", ["No boat was lost"]),
    ]

    text = "Nine lamps were out, keepers said. No boat was lost, the Guild’s head explained."
    assert read(text, Told("keepers", "said", ["Nine lamps were out", "No boat was lost"])) == [
        ("keepers", "said", ["Nine lamps were out"]),
        ("the Guild’s head", "explained", ["No boat was lost"]),
    ]


def test_a_piece_that_somebody_once_wrote_is_theirs() -> None:
    text = "“I saw it,” she says.\n\n“It is one war with two diaries,” as the novelist Juri Tamm once wrote of the siege."
    told = Told("she", "says", ["“I saw it,”", "“It is one war with two diaries,”"])
    assert read(text, told) == [
        ("she", "says", ["“I saw it,”"]),
        ("the novelist Juri Tamm", "wrote", ["“It is one war with two diaries,”"]),
    ]


def test_a_quotation_behind_its_own_sayer_is_theirs() -> None:
    text = 'Bo Reyes said: "I spent it, all of it." According to Dunn, Reyes had not been told.'
    told = Told("Dunn", "According to", ['"I spent it, all of it."', "Reyes had not been told"])
    assert read(text, told) == [
        ("Bo Reyes", "said", ['"I spent it, all of it."']),
        ("Dunn", "According to", ["Reyes had not been told"]),
    ]


def test_a_quotation_that_goes_on_stays_with_who_began_it() -> None:
    text = '"We stay," Dunn said. "We have no boats," she said, and left.'
    told = Told("Dunn", "said", ['"We stay,"', '"We have no boats,"'])
    assert [s for s, *_ in read(text, told)] == ["Dunn", "she"]
    text = '"We stay," Dunn said. "We have no boats."'
    assert read(text, Told("Dunn", "said", ['"We stay,"', '"We have no boats."'])) == [
        ("Dunn", "said", ['"We stay,"', '"We have no boats."'])
    ]
    text = "The keepers, Dunn said, were late."
    assert read(text, Told("Dunn", "said", ["The keepers", "were late"])) == [
        ("Dunn", "said", ["The keepers", "were late"])
    ]
