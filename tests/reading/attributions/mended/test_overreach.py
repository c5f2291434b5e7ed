"""No part of an attribution takes in what is not of it."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.attributions import Certainty, Found
from rashomon.reading.attributions.mended.overreach import within_bounds, without_what_was_not_said
from rashomon.reading.attributions.nesting import find
from rashomon.reading.text.quotations import quotations
from rashomon.records import AttributionKind, Span
from tests.reading.stub import Told, tagger


def read(text: str, told: Told) -> Found:
    (one,) = (f for f in find(text, [Span(0, len(text))], (), tagger(text, told))[0] if f.inside is None)
    return one


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[s.start : s.end] for s in spans]


@pytest.mark.parametrize(
    ("text", "cue", "seen", "content"),
    [
        ("Dovic’s claim that the ferry had been sunk was “a fairy tale”.", "claim",
         "that the ferry had been sunk was “a fairy tale”", "that the ferry had been sunk"),
        ("Dovic’s claim that the ferry had been sunk was “a fairy tale”.", "claim",
         "that the ferry had been sunk was", "that the ferry had been sunk"),
        ("Dovic’s allegation that no gate was shut is simply untrue, Kerr told the court.", "allegation",
         "that no gate was shut is simply untrue", "that no gate was shut"),
        ("Dovic’s claim that no gate was shut does not correspond to reality, the ministry said.", "claim",
         "that no gate was shut does not correspond to reality", "that no gate was shut"),
        ("Dovic’s allegation that the gate was shut has no basis in fact.", "allegation",
         "that the gate was shut has no basis in fact", "that the gate was shut"),
        ("Dovic’s claims about a new ferry are unfounded.", "claims about", "a new ferry are unfounded", "a new ferry"),
        ("Dovic’s claim that the ferry has sunk has been refuted.", "claim",
         "that the ferry has sunk has been refuted", "that the ferry has sunk"),
        ("Kerr blasted Dovic’s claim that her men sank the ferry as “rubbish”.", "claim",
         "that her men sank the ferry as “rubbish”", "that her men sank the ferry"),
        ("Kerr dismissed Dovic’s reports of a new ferry as \"a fairy tale\".", "reports of",
         "a new ferry as \"a fairy tale\"", "a new ferry"),
        ("Kerr had called Dovic’s reports of a new ferry “invented”.", "reports of",
         "a new ferry “invented”", "a new ferry"),
    ],
)  # fmt: skip
def test_a_claim_ends_before_the_verdict_on_it(text: str, cue: str, seen: str, content: str) -> None:
    assert words(text, read(text, Told("Dovic", cue, [seen])).content) == [content]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Dovic’s claim that the story was false made no sense.", "claim", "that the story was false"),
        ("Dovic’s claim that Kerr had lied and that it was wrong stood.", "claim",
         "that Kerr had lied and that it was wrong"),
        ("Dovic said that the story that had been told was false.", "said",
         "that the story that had been told was false"),
        ("Kerr heard Dovic’s claim that they had used the ferry as “bait”.", "claim",
         "that they had used the ferry as “bait”"),
    ],
)  # fmt: skip
def test_a_verdict_that_is_the_claim_stays(text: str, cue: str, content: str) -> None:
    assert words(text, read(text, Told("Dovic", cue, [content])).content) == [content]


@pytest.mark.parametrize(
    ("text", "seen", "content"),
    [
        ("Kerr said the bridge was shut, but.", "the bridge was shut, but", "the bridge was shut"),
        ("Kerr said the bridge was shut, although “not for long”.", "the bridge was shut, although", "the bridge was shut"),
        ("Kerr said the bridge was shut, but open.", "the bridge was shut, but open", "the bridge was shut, but open"),
        ("Kerr said so himself.", "so himself", "so"),
    ],
)  # fmt: skip
def test_what_only_joins_the_next_clause_is_no_content(text: str, seen: str, content: str) -> None:
    assert words(text, read(text, Told("Kerr", "said", [seen])).content) == [content]


def test_half_a_time_is_no_cue() -> None:
    text = "The ministry said late last week that the road was shut."
    assert words(
        text, read(text, Told("The ministry", "said late last", ["that the road was shut"])).cue
    ) == ["said"]
    text = "The ministry said this was its last: that the road was shut."
    assert words(text, read(text, Told("The ministry", "said this", ["that the road was shut"])).cue) == [
        "said this"
    ]


def test_a_source_stands_in_one_sentence() -> None:
    text = "Nobody saw Marn. The ministry said that the road was shut."
    a = read(text, Told("Marn. The ministry", "said", ["that the road was shut"]))
    assert words(text, a.source) == ["The ministry"]
    text = "That the road was shut, said the ministry. Marn had left."
    a = read(text, Told("the ministry. Marn", "said", ["That the road was shut"]))
    assert words(text, a.source) == ["the ministry"]
    text = "Gen. A. Marn of the Osmer Guard Inc. said that the road was shut."
    a = read(text, Told("Gen. A. Marn of the Osmer Guard Inc.", "said", ["that the road was shut"]))
    assert words(text, a.source) == ["Gen. A. Marn of the Osmer Guard Inc."]


def test_who_says_nothing_about_something_says_nothing() -> None:
    text = "The mayor said almost nothing about the bridge."
    a = read(text, Told("The mayor", "said", ["almost nothing about the bridge"]))
    assert [words(text, part) for part in (a.cue, a.content)] == [
        ["said almost nothing about"],
        ["the bridge"],
    ]


def test_no_content_begins_with_a_dateline() -> None:
    text = "Raid.\n\nHARN, Torvena, 9 October (ANA) - Two men were held, the ministry said."
    told = Told("the ministry", "said", ["HARN, Torvena, 9 October (ANA) - Two men were held"])
    assert words(text, read(text, told).content) == ["Two men were held"]
    text = "The NATO - a club - was told, the ministry said."
    told = Told("the ministry", "said", ["NATO - a club - was told"])
    assert words(text, read(text, told).content) == ["NATO - a club - was told"]


def test_among_whom_something_is_held() -> None:
    text = "There was growing anger among head teachers that they had learned of it."
    f = read(text, Told("", "growing anger", ["that they had learned of it"]))
    assert words(text, f.source) == ["head teachers"]
    text = "There was growing anger in the town that they had learned of it."
    assert read(text, Told("", "growing anger", ["that they had learned of it"])).source == ()


def test_what_ends_in_a_verb_of_saying_goes_on_with_what_is_said() -> None:
    text = "As was reported, the ministry declared that the road would be shut. It was late."
    told = Told("", "was reported", ["the ministry declared"])
    outer, inner = find(text, [Span(0, len(text))], (), tagger(text, told))[0]
    assert words(text, outer.content) == ["the ministry declared that the road would be shut"]
    assert (words(text, inner.source), inner.inside) == (["the ministry"], 0)
    text = "Kerr reported what the ministry declared. That the road was shut was known."
    a = read(text, Told("Kerr", "reported", ["what the ministry declared"]))
    assert words(text, a.content) == ["what the ministry declared"]


def test_who_is_no_more_than_who() -> None:
    text = "One engineer, who, like others, feared that the road was shut, left."
    a = read(text, Told("who, like others,", "feared", ["that the road was shut"]))
    assert words(text, a.source) == ["who"]


@pytest.mark.parametrize(
    ("text", "source", "seen", "content"),
    [
        ("Five boats sank, not four as the harbour office said on Friday.", "the harbour office", "Five boats sank", "four"),
        ("The ferry was full, rather than half empty, as Dovic claimed.", "Dovic", "The ferry was full, rather than half empty",
         "half empty"),
        ("The ferry was full, as Dovic claimed.", "Dovic", "The ferry was full", "The ferry was full"),
        ("The ferry was not full, as Dovic claimed.", "Dovic", "The ferry was not full", "The ferry was not full"),
    ],
)  # fmt: skip
def test_who_is_set_right_has_said_what_was_wrong(text: str, source: str, seen: str, content: str) -> None:
    cue = "said" if "said" in text else "claimed"
    assert words(text, read(text, Told(source, cue, [seen])).content) == [content]


@pytest.mark.parametrize(
    ("text", "seen", "content"),
    [
        ("She wrote “stay on the dyke”, not “stay off it”.", "“stay on the dyke”, not “stay off it”", "“stay on the dyke”"),
        ("She wrote “stay on the dyke” and not “stay off it”.", "“stay on the dyke” and not “stay off it”", "“stay on the dyke”"),
        ("She wrote “stay on the dyke, not ‘off’ it”.", "“stay on the dyke, not ‘off’ it”", "“stay on the dyke, not ‘off’ it”"),
        ("She wrote “stay” and “do not go”.", "“stay” and “do not go”", "“stay” and “do not go”"),
    ],
)  # fmt: skip
def test_a_quotation_behind_not_is_nobody_s_words(text: str, seen: str, content: str) -> None:
    assert words(text, read(text, Told("She", "wrote", [seen])).content) == [content]


def test_nor_is_it_where_the_end_of_a_content_was_looked_for_again() -> None:
    text = "She wrote “stay on the dyke”, not “stay off it”."
    marks = quotations(text, 0, len(text))
    seen = Found(
        (Span(0, 3),), (Span(4, 9),), (Span(10, len(text) - 1),), AttributionKind.MIXED, Certainty(1, 1, 1)
    )
    said = without_what_was_not_said(text, seen, marks)
    assert (words(text, said.content), said.kind) == (["“stay on the dyke”"], AttributionKind.DIRECT)


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("“Give us one week for the hay,” it ends.", ["it"], ["ends"]),
        ("“Give us one week for the hay,” it begins, in red ink.", ["it"], ["begins"]),
        ("“Give us one week for the hay,” it was.", [], ["it"]),
    ],
)
def test_a_pronoun_behind_a_quotation_is_no_cue_where_a_verb_follows(
    text: str, source: list[str], cue: list[str]
) -> None:
    quotation = Span(0, text.index("”") + 1)
    at = text.index(" it ") + 1
    seen = Found((), (Span(at, at + 2),), (quotation,), AttributionKind.DIRECT, Certainty(1, 1, 1))
    told = within_bounds(text, seen, quotations(text, 0, len(text)))
    assert (words(text, told.source), words(text, told.cue)) == (source, cue)


def test_according_to_somebody_goes_no_further_than_its_sentence() -> None:
    text = "According to two pilots, the gate cracked at 2 a.m. The ministry denies this."
    told = Told("two pilots", "According to", ["the gate cracked at 2 a.m. The ministry denies this"])
    assert words(text, read(text, told).content) == ["the gate cracked at 2 a.m."]
    text = "According to two pilots, “the gate cracked at noon. It was loud.”"
    told = Told("two pilots", "According to", ["“the gate cracked at noon. It was loud.”"])
    assert words(text, read(text, told).content) == ["“the gate cracked at noon. It was loud.”"]
