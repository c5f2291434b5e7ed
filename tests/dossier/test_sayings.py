"""Chains, unnamed sources and affiliations in words."""

from __future__ import annotations

from dataclasses import replace

from rashomon.dossier.sayings import affiliation, affiliations, chain, how_said, unnamed
from rashomon.records import (
    Attribution,
    AttributionKind,
    Circumstance,
    CircumstanceKind,
    EntityAffiliation,
    Link,
    LinkKind,
    Report,
    SourceKind,
    Speaker,
)

REPORT = Report("r", "c", "n", "An aide told Lev by phone.", ())
SAID = Attribution((), (), (), AttributionKind.INDIRECT, 1, Speaker(None, ""))


def test_a_chain_names_every_hand() -> None:
    links = (
        Link(LinkKind.SPEAKER, None, 0, 7),
        Link(LinkKind.ADDRESSEE, "Marko Lev", 13, 16),
        Link(LinkKind.CHANNEL, "telephone", 17, 25),
        Link(LinkKind.REPORTER, "Marko Lev", 13, 16, hand=True),
        Link(LinkKind.OUTLET, "CNN", 1, 2, hand=True),
        Link(LinkKind.OUTLET, None, None, None, hand=True),
    )
    told = chain(replace(SAID, chain=links, hands=3), REPORT)
    assert told == (
        "said by “An aide”, to Marko Lev, through telephone; as Marko Lev says, in CNN; as this outlet reports: 3 hands"
    )
    assert chain(replace(SAID, chain=(links[0], links[-1]), hands=1), REPORT) is None
    assert chain(replace(SAID, hands=2), REPORT) is None


def test_through_what_to_whom_and_when_as_far_as_it_is_known() -> None:
    assert how_said(SAID) == []
    assert how_said(replace(SAID, channel="letter", said_on="2031-04-05")) == [
        ("through", "letter"),
        ("said", "on 2031-04-05"),
    ]


def test_a_source_without_a_name_as_the_report_explains_it() -> None:
    assert unnamed(SAID) is None
    told = (
        Circumstance(CircumstanceKind.REASON, "because she feared for her post", 9, 12, "after it"),
        Circumstance(CircumstanceKind.ANONYMITY, "on condition of anonymity", 1, 8, "beside the source"),
    )
    a = replace(SAID, source_kind=SourceKind.OFFICIAL, circumstances=told)
    assert unnamed(a) == (
        "an official or an authority, not named; “on condition of anonymity”, “because she feared for her post”"
    )


def test_affiliations_once_each_the_most_reported_first() -> None:
    def told(report: str, role: str, organisation: str | None, side: str | None) -> EntityAffiliation:
        return EntityAffiliation(report, role, organisation, side, None, 0, 5, "beside the name")

    rows = [
        told("a", "lawyer", None, "Ilona Varesh"),
        told("a", "spokesman", None, None),
        told("b", "spokesman", "River Front", "River Front"),
        told("c", "Spokesman", "River Front", "River Front"),
    ]
    assert [words for words, _ in affiliations(rows)] == [
        "spokesman, River Front",
        "lawyer, for Ilona Varesh",
    ]
    assert [[t.report for t in places] for _, places in affiliations(rows)] == [["b", "c"], ["a"]]
    assert affiliation(rows[1]) == "spokesman"
