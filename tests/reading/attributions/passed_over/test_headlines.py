"""Who says what headlines say, by their form."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.nesting import find
from rashomon.records import AttributionKind, Span, Voice
from rashomon.reports.voices import passages
from tests.reading.stub import Told, tagger

BODY = "Transport minister Ana Dovic told the ports on Monday that there was no more money for them, and left at once."


def read(headline: str, *told: Told, author: str = "") -> list[tuple[str, str, AttributionKind]]:
    text = f"{headline}\n\n{author}{BODY}"
    parts = passages(text)
    assert parts[0].voice is Voice.HEADLINE
    found = find(text, [Span(p.start, p.end) for p in parts], (), tagger(text, *told), parts)[0]
    return [
        (text[f.source[0].start : f.source[0].end], text[f.content[0].start : f.content[0].end], f.kind)
        for f in found
        if f.content[0].end <= len(headline)
    ]


@pytest.mark.parametrize(
    ("headline", "source", "content", "kind"),
    [
        ("No more money for ports – Dovic", "Dovic", "No more money for ports", AttributionKind.INDIRECT),
        (
            "No more money for ports: minister",
            "minister",
            "No more money for ports",
            AttributionKind.INDIRECT,
        ),
        ("Three ports destroyed - UN report", "UN report", "Three ports destroyed", AttributionKind.INDIRECT),
        ("Dovic on the ports: ‘Not a crown more’", "Dovic", "‘Not a crown more’", AttributionKind.DIRECT),
        ("Dovic to minister: No more money", "Dovic", "No more money", AttributionKind.INDIRECT),
        (
            "Police – ‘We were never told of it’",
            "Police",
            "‘We were never told of it’",
            AttributionKind.DIRECT,
        ),
    ],
)
def test_a_name_or_a_teller_behind_or_before_a_headline(
    headline: str, source: str, content: str, kind: AttributionKind
) -> None:
    assert read(headline) == [(source, content, kind)]


@pytest.mark.parametrize(
    "headline",
    [
        "Three ports destroyed - The Osmer Post",
        "Three ports destroyed – Reuters",
        "Ports: what we know so far of the fire",
        "Ports burn: the long night of Marlow",
        "Not a crown more: ports and their money",
        "Road to Dovic: the long night of Marlow",
        "Dovic to ports: the long night of Marlow",
    ],
)
def test_an_outlet_or_a_second_half_says_nothing(headline: str) -> None:
    assert read(headline) == []


def test_an_author_behind_the_title_says_nothing() -> None:
    assert read("The long night of Marlow – Jan Kerr", author="By Jan Kerr\n\n") == []


def test_a_source_that_the_tagger_did_not_see_is_told_by_the_form() -> None:
    told = Told("", ":", ["We will not pay"])
    assert read("Dovic to minister: We will not pay", told) == [
        ("Dovic", "We will not pay", AttributionKind.INDIRECT)
    ]


def test_the_matter_that_somebody_speaks_on_is_not_of_who_speaks() -> None:
    for told, source in (
        ("Minister on ports", "Minister"),
        ("Dovic on ports", "Dovic"),
        ("Committee on ports", "Committee on ports"),
    ):
        headline = f"{told}: ‘Not a crown more’"
        assert [s for s, _, _ in read(headline, Told(told, ":", ["‘Not a crown more’"]))] == [source]


@pytest.mark.parametrize(
    ("headline", "who", "sources"),
    [
        ("Ana Dovic: Ex-port doctor denies the charge", "Ex-port doctor", ["Ex-port doctor"]),
        ("Ana Dovic: Police deny the charge", "Police", ["Ana Dovic", "Police"]),
    ],
)
def test_a_word_for_whom_a_headline_is_about_says_it(headline: str, who: str, sources: list[str]) -> None:
    cue = headline.removeprefix(f"Ana Dovic: {who} ").split()[0]
    told = Told("Ana Dovic", ":", [headline.removeprefix("Ana Dovic: ")]), Told(who, cue, ["the charge"])
    assert [source for source, *_ in read(headline, *told)] == sources


def test_what_the_tagger_saw_stays() -> None:
    told = Told("Dovic", ":", ["‘Not a crown more’"])
    assert read("Dovic: ‘Not a crown more’", told) == [
        ("Dovic", "‘Not a crown more’", AttributionKind.DIRECT)
    ]


def test_what_tells_something_behind_a_colon_is_no_source() -> None:
    headline = "Two sisters, one farm: the inheritance goes to court"
    assert read(headline) == []
    assert read(headline, Told("the inheritance goes to court", ":", ["Two sisters, one farm"])) == []


def test_the_body_s_own_words_are_not_what_the_headline_s_source_says() -> None:
    headline = "Minister lied to ports, report finds"
    text = f"{headline}\n\n{BODY}"
    parts = passages(text)
    told = Told("report", "finds", ["Minister lied to ports", BODY[:-1]])
    found = find(text, [Span(p.start, p.end) for p in parts], (), tagger(text, told), parts)[0]
    assert [[text[s.start : s.end] for s in f.content] for f in found] == [["Minister lied to ports"]]


@pytest.mark.parametrize(
    ("headline", "told", "parts"),
    [
        (
            "Ports close, poll finds; Dovic: ‘I’ve seen worse’",
            Told("poll", "finds", ["Ports close", "Dovic: ‘I’ve seen worse’"]),
            [("poll", "Ports close"), ("Dovic", "‘I’ve seen worse’")],
        ),
        (
            "Watchdog: Ports ignored warnings — operator: we acted on nine",
            Told("Watchdog", ":", ["Ports ignored warnings — operator: we acted on nine"]),
            [("Watchdog", "Ports ignored warnings"), ("operator", "we acted on nine")],
        ),
        (
            "Ports close, says mayor; minister blames crew",
            Told("mayor; minister", "says", ["Ports close"]),
            [("mayor", "Ports close")],
        ),
        (
            "Minister denies ‘panic’ as ports go without water",
            Told("Minister", "denies", ["‘panic’ as ports go without water"]),
            [("Minister", "‘panic’")],
        ),
        (
            "Dovic says Kerr ‘must go’ as toll rises",
            Told("Dovic", "says", ["Kerr ‘must go’ as toll rises"]),
            [("Dovic", "Kerr ‘must go’")],
        ),
        (
            "Dovic: The ports — all nine — must close",
            Told("Dovic", ":", ["The ports — all nine — must close"]),
            [("Dovic", "The ports — all nine — must close")],
        ),
        (
            "Dovic says ports must close — live: follow the latest",
            Told("Dovic", "says", ["ports must close"]),
            [("Dovic", "ports must close")],
        ),
        (
            "Dovic: Ports are worried; it’s ‘in their heads’",
            Told("Dovic", ":", ["Ports are worried; it’s ‘in their heads’"]),
            [("Dovic", "Ports are worried; it’s ‘in their heads’")],
        ),
        (
            "Dovic: ‘We pay; they do not’",
            Told("Dovic", ":", ["‘We pay; they do not’"]),
            [("Dovic", "‘We pay; they do not’")],
        ),
        *[
            (
                f"Dovic says ports must close; {more}",
                Told("Dovic", "says", ["ports must close"]),
                [("Dovic", "ports must close")],
            )
            for more in (
                "toll: 14",
                "Harn: a city divided",
                "turnout: 54 percent",
                "full text: I have had enough",
            )
        ],
    ],
)
def test_each_half_of_a_headline_has_a_sayer_of_its_own(
    headline: str, told: Told, parts: list[tuple[str, str]]
) -> None:
    assert [(source, content) for source, content, _ in read(headline, told)] == parts


@pytest.mark.parametrize(
    ("slug", "body", "sources"),
    [
        ("Orrin", "The Orrin Bridge fell at noon. “Nobody came for us,” said Ana Dovic.", []),
        ("Orrin", "In Orrin it fell at noon. “Nobody came for us,” said Ana Dovic.", ["Orrin"]),
        ("Orrin", "The Orrin Bridge fell at noon. Nobody was there, said Ana Dovic.", ["Orrin"]),
        ("Dovic", "The Dovic Bridge fell at noon. “Nobody came for us,” said Ana Dovic.", ["Dovic"]),
    ],
)
def test_a_place_before_a_quotation_that_somebody_says_below_does_not_say_it(
    slug: str, body: str, sources: list[str]
) -> None:
    text = f"{slug}: ‘Nobody came for us’\n\n{body} The bridge was sixty years old, and the town had long asked for another."
    parts = passages(text)
    assert parts[0].voice is Voice.HEADLINE
    said = "“Nobody came for us,”" if "“" in body else "Nobody was there"
    told = [Told(slug, ":", ["‘Nobody came for us’"]), Told("Ana Dovic", "said", [said])]
    found = find(text, [Span(p.start, p.end) for p in parts], (), tagger(text, *told), parts)[0]
    (headline,) = (f for f in found if f.content[0].end <= text.index("\n"))
    assert [text[s.start : s.end] for s in headline.source] == sources
