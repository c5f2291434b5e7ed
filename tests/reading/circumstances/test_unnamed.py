"""Sources without a name: their kind, and why the report does not name them."""

from __future__ import annotations

import pytest

from rashomon.records import CircumstanceKind, SourceKind
from tests.reading.saying import read


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Reports", SourceKind.REPORTS),
        ("local media", SourceKind.REPORTS),
        ("The report", SourceKind.DOCUMENT),
        ("The committee’s minutes", SourceKind.DOCUMENT),
        ("The plan", SourceKind.DOCUMENT),
        ("the communiqué", SourceKind.DOCUMENT),
        ("the channel", SourceKind.REPORTS),
        ("a 2014 study by the university", SourceKind.DOCUMENT),
        ("a spokesperson for the Front", SourceKind.SPOKESPERSON),
        ("a senior official of the ministry", SourceKind.OFFICIAL),
        ("police", SourceKind.OFFICIAL),
        ("sources close to the minister", SourceKind.CLOSE),
        ("two people familiar with the talks", SourceKind.CLOSE),
        ("labour-policy experts", SourceKind.EXPERT),
        ("film critics", SourceKind.EXPERT),
        ("Critics", SourceKind.PEOPLE),
        ("residents of Harn", SourceKind.WITNESS),
        ("a source", SourceKind.SOURCES),
        ("some", SourceKind.PEOPLE),
        ("Some", SourceKind.PEOPLE),
        ("a news agency", SourceKind.REPORTS),
        ("The Interior Ministry", SourceKind.OFFICIAL),
    ],
)
def test_kinds(source: str, kind: SourceKind) -> None:
    _, (unnamed,) = read(f"[s0:{source}] [c0:said] [x0:it fell].")
    assert unnamed.source_kind is kind
    _, (named,) = read(f"[s0:{source}] [c0:said] [x0:it fell].", speakers=["Somebody"])
    assert named.source_kind is None


@pytest.mark.parametrize(
    "source", ["Varesh", "she", "ISNA news agency", "Lidva seismologic center", "the Delta League"]
)
def test_who_is_named_is_of_no_kind_though_nothing_tells_who_it_is(source: str) -> None:
    _, (a,) = read(f"[s0:{source}] [c0:said] [x0:it fell].")
    assert a.source_kind is None


def test_nobody_at_all() -> None:
    _, (a,) = read("[x0:It fell], it [c0:was announced].")
    assert a.source_kind is SourceKind.NOT_EXPRESSED


@pytest.mark.parametrize(
    ("marked", "words", "reason"),
    [
        (
            "[s0:An official], who spoke on condition of anonymity because she feared for her post, [c0:said] [x0:it fell].",
            "on condition of anonymity",
            "because she feared for her post",
        ),
        (
            "[x0:It fell], [s0:an aide] [c0:said]. The aide asked not to be named.",
            "asked not to be named",
            None,
        ),
        (
            "[s0:An aide] [c0:said] [x0:it fell], speaking on the condition of anonymity to discuss the plan.",
            "on the condition of anonymity",
            "to discuss the plan",
        ),
        (
            "[s0:An aide who was not authorised to speak publicly] [c0:said] [x0:it fell].",
            None,
            "was not authorised to speak publicly",
        ),
        ("[s0:An aide] [c0:said] [x0:a witness spoke on condition of anonymity].", None, None),
        ("[s0:An aide] [c0:said] [x0:it fell]. A witness asked not to be named.", None, None),
    ],
)
def test_anonymity_as_the_report_explains_it(marked: str, words: str | None, reason: str | None) -> None:
    text, (a,) = read(marked)
    told = {c.kind: text[c.start : c.end] for c in a.circumstances}
    assert told.get(CircumstanceKind.ANONYMITY) == words
    assert told.get(CircumstanceKind.REASON) == reason


def test_what_explains_another_source_is_not_this_ones() -> None:
    text, (first, second) = read(
        "[s0:The minister] [c0:will say] [x0:it fell], [c1:according to] [s1:an aide who asked not to be named]."
    )
    assert first.circumstances == ()
    assert [text[c.start : c.end] for c in second.circumstances] == ["asked not to be named"]


def test_anonymity_is_that_of_the_source_beside_it() -> None:
    _, (envoy, diplomat) = read(
        "[x1:[s0:The Assembly’s envoy] [c0:said] [x0:it was “deeply concerned”]], [c1:according to] [s1:a diplomat],"
        " who asked not to be named.",
        inside=[1, None],
    )
    assert [c.kind for c in diplomat.circumstances] == [CircumstanceKind.ANONYMITY]
    assert envoy.circumstances == ()
