"""Quotations that part inside their marks though no statement holds them both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.accounts.conflicts.quoted_apart import quoted_apart
from rashomon.accounts.records import Conflict, ConflictKind
from rashomon.accounts.story import accounts
from rashomon.records import Reading, Report
from tests.accounts.telling import Said, report, told


def parted(
    one: str, other: str, speakers: tuple[str | None, str | None] = ("Kerr", "Kerr")
) -> tuple[Conflict, ...]:
    reports = [
        report(
            f"Gull {n}",
            f"Before the vote Kerr said: “{words}” Nobody answered.",
            [Said(words, speaker)],
            published=f"2031-04-0{n + 1}",
        )
        for n, (words, speaker) in enumerate(zip((one, other), speakers, strict=True))
    ]
    return quoted_apart(told(reports), ())


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        (
            "Nobody should be sent home or be made to wait over it.",
            "Nobody should be sent home, or be made to wait because of it.",
            "“over” or “because of”",
        ),
        (
            "The ferries will be back in two or three weeks.",
            "The ferries will be back in probably about two or three weeks.",
            "with or without “probably about”",
        ),
        (
            "leave their conscience at the lock",
            "leave their conscious at the lock",
            "“conscience” or “conscious”",
        ),
    ],
)
def test_a_word_changed_inside_the_marks_parts_two_quotations(one: str, other: str, about: str) -> None:
    (conflict,) = parted(one, other)
    assert (conflict.kind, conflict.about) == (ConflictKind.ALTERED, about)
    assert [m.side for m in conflict.members] == [0, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferries will be back in May.", "The ferries will be back in May."),
        ("The lock will be shut for good.", "The harbour needs another ferry by May."),
        ("The Late Lock Hour With Ann Lee", "The Late Night Lock Hour With Ann Lee"),
        ("We will not wait", "We will go"),
    ],
)
def test_the_same_words_other_words_and_names_do_not(one: str, other: str) -> None:
    assert parted(one, other) == ()


def test_what_a_report_gives_in_its_own_translation_parts_nothing() -> None:
    one, other = "leave their conscience at the lock", "leave their conscious at the lock"

    def of(outlet: str, words: str, before: str, day: str) -> tuple[Report, Reading]:
        return report(outlet, f"{before} Kerr said: “{words}”", [Said(words, "Kerr")], published=day)

    plain = of("Gull", one, "Before the vote", "2031-04-01")
    assert quoted_apart(told([plain, of("Tern", other, "Before the vote", "2031-04-02")]), ())
    translated = of("Tern", other, "In our own translation,", "2031-04-02")
    assert quoted_apart(told([plain, translated]), ()) == ()


def test_what_a_page_no_longer_has_parts_nothing() -> None:
    words = ("leave their conscience at the lock", "leave their conscious at the lock")
    first, second = (
        report(f"Gull {n}", f"Kerr said: “{each}”", [Said(each, "Kerr")], published=f"2031-04-0{n + 1}")
        for n, each in enumerate(words)
    )
    both = told([first, second])
    assert quoted_apart(both, ())
    assert quoted_apart(replace(both, superseded=frozenset({first[0].id})), ()) == ()


def test_words_that_nobody_is_cited_for_and_that_a_report_has_both_ways_do_not() -> None:
    one, other = "The ferries will be back in two weeks.", "The ferries will be back in three weeks."
    uncited = [report(f"Gull {n}", f"A sign reads “{words}”") for n, words in enumerate((one, other))]
    assert quoted_apart(told(uncited), ()) == ()
    both = report("Gull 0", f"“{one}” Kerr said. Later: “{other}”", [Said(one, "Kerr"), Said(other, "Kerr")])
    again = report("Gull 1", f"“{other}” Kerr said.", [Said(other, "Kerr")])
    assert quoted_apart(told([both, again]), ()) == ()


def test_it_is_among_the_accounts_once() -> None:
    one, other = "The ferries will be back in two weeks.", "The ferries will be back in nine weeks."
    reports = [
        report(f"Gull {n}", f"“{w}” Kerr said.", [Said(w, "Kerr")]) for n, w in enumerate((one, other))
    ]
    (conflict,) = accounts(told(reports)).conflicts
    assert conflict.kind is ConflictKind.ALTERED
    assert quoted_apart(told(reports), (conflict,)) == ()


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("a protester", "another protester", 0),
        ("a fisherman", "one sailor", 0),
        ("a protester", "the protester", 1),
        ("a protester", "she", 1),
    ],
)
def test_two_of_whom_nobody_is_named_have_not_said_one_thing(one: str, other: str, found: int) -> None:
    words = ("You are a liar and a thief!", "You are a liar and a coward!")
    reports = [
        report(f"Gull {n}", f"“{w}” shouted {who}.", [Said(w, None, who, "shouted")])
        for n, (w, who) in enumerate(zip(words, (one, other), strict=True))
    ]
    assert len(quoted_apart(told(reports), ())) == found
