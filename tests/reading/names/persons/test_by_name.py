"""Names are looked up by their words: what a page costs grows as its names do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.reading.names.organisations.organisations import (
    Organisation,
    OrganisationsByName,
    organisations,
)
from rashomon.reading.names.persons.by_name import PersonsByName
from rashomon.reading.names.persons.people import people
from rashomon.records import Mention, MentionKind, Span
from tests.reading.work import lines_run


def organisation(name: str, at: int = 0) -> Organisation:
    return Organisation(name, MentionKind.ORGANISATION, (Span(at, at + len(name)),))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Assembly", "Delta Assembly"),
        ("Sea Board", "Sea Board of Anse"),
        ("the Sea", None),
        ("Sea", None),  # one word leaves too much open
        ("Ministry", "Ministry"),  # of two ministries neither, but one bears the name
        ("Bureau", None),
        ("Harbour Guild of Anse", "Harbour Guild of Anse"),
    ],
)
def test_the_one_organisation_of_a_longer_name(name: str, meant: str | None) -> None:
    names = "Delta Assembly", "Sea Board of Anse", "Foreign Ministry", "Interior Ministry", "Ministry"
    bodies = OrganisationsByName(
        [organisation(n) for n in (*names, "Harbour Guild of Anse", "Law Bureau of Osk")]
    )
    found = bodies.fullest(name)
    assert (found.name if found else None) == meant


def test_organisations_are_found_by_a_word_and_by_their_whole_name() -> None:
    bodies = OrganisationsByName([organisation("Delta Assembly"), organisation("Delta Guild of Anse")])
    assert [o.name for o in bodies.with_word("delta")] == ["Delta Assembly", "Delta Guild of Anse"]
    assert bodies.bears("the Guild") is False
    assert bodies.bears("Delta Assembly")


def page(names: list[str]) -> tuple[str, list[Mention]]:
    text, mentions = "", []
    for name in names:
        mentions.append(Mention(MentionKind.PERSON, len(text), len(text) + len(name), 0.9))
        text += f"{name} came.\n"
    return text, mentions


def word(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in f"{number:05}")


SHAPES: dict[str, Callable[[int], str]] = {
    "all differ": lambda n: f"A{word(n)} Z{word(n)}",
    "one given name": lambda n: f"Oda Z{word(n)}",
    "one surname": lambda n: f"A{word(n)} Varga",
    "a surname of two words": lambda n: f"A{word(n)} de Varga",
    "initials": lambda n: f"Oda {chr(65 + n % 26)}. Z{word(n)}",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_of_twice_as_many_names_the_work_is_twice_as_much(shape: str) -> None:
    def of_people(count: int) -> int:
        full = [SHAPES[shape](n) for n in range(count)]
        text, mentions = page([*full, *(name.split()[-1] for name in full), *(n.split()[0] for n in full)])

        def work() -> None:
            by_name = PersonsByName(people(text, mentions))
            for name in full:
                for short in (name, name.split()[0], name.split()[-1]):
                    by_name.candidates(short)

        return lines_run(work)

    def of_bodies(count: int) -> int:
        full = [f"{SHAPES[shape](n)} Ministry of Trade" for n in range(count)]
        full += [f"{SHAPES[shape](n)} Ministry" for n in range(count)]
        text, mentions = page(full)
        found = [Mention(MentionKind.ORGANISATION, m.start, m.end, 0.9) for m in mentions]

        def work() -> None:
            by_name = OrganisationsByName(organisations(text, found))
            for name in (*full, "Ministry", *full):
                by_name.fullest(name)
                by_name.fullest(name.removesuffix(" of Trade"))

        return lines_run(work)

    for of in (of_people, of_bodies):
        of(10)  # what is remembered between reports
        few, many = of(100), of(200)
        assert many < 2.5 * few, (of.__name__, few, many)
