"""The timeline of a story: when its reports came out, what was said when, and what they date."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.accounts.timeline import interval, timeline
from rashomon.records import (
    DateExpression,
    Passage,
    Sentence,
    Voice,
)
from tests.accounts.telling import Said, report, statement, told


def test_the_timeline_has_reports_and_days_of_saying_in_order() -> None:
    made = report(
        "Gull", "Ann Lee said on Monday that they shall stay.", [Said("that they shall stay", "Ann Lee", said_on="2031-03-31")]
    )  # fmt: skip
    story = told([made], [statement("s", "Ann Lee", (made, "that they shall stay"))])
    assert [(e.earliest, e.kind) for e in timeline(story)] == [
        ("2031-03-31", "said"),
        ("2031-04-05", "published"),
    ]
    assert interval("2031-04") == ("2031-04-01", "2031-04-30")
    assert interval(None) is None


def test_a_report_stands_on_the_timeline_by_its_headline_or_its_first_sentence() -> None:
    text = "9 September 2031 Last updated at 14:39 GMT\nMill burns\nThe mill burned. Nobody was hurt."
    places = (
        Passage(Voice.BYLINE, 0, 42),
        Passage(Voice.HEADLINE, 43, 53),
        Passage(Voice.BODY, 54, len(text)),
    )
    made, reading = report("Gull", text)
    for passages, words in ((places, "Mill burns"), ((places[0], places[2]), "The mill burned.")):
        story = told([(replace(made, passages=passages), reading)])
        (entry,) = timeline(story)
        assert text[entry.start : entry.end] == words


def test_the_timeline_does_not_make_a_speaker_of_one_who_is_not_known() -> None:
    made = report(
        "Gull", "It was said on Monday that they shall stay.", [Said("that they shall stay", None, said_on="2031-03-31")]
    )  # fmt: skip
    said, _ = timeline(told([made], [statement("s", None, (made, "that they shall stay"))]))
    assert said.why == "Gull says that it was said then, and not by whom"


@pytest.mark.parametrize(
    ("source", "named", "why"),
    [
        ("Ann Lee", None, "“Ann Lee” said it then"),
        ("She", None, "“She” said it then, and not who that is"),
        ("She", "Ann Lee", "“She” said it then, and not who that is; other wordings are Ann Lee’s"),
    ],
)
def test_a_pronoun_that_leads_to_nobody_is_no_actor_of_the_timeline(
    source: str, named: str | None, why: str
) -> None:
    words = "that they shall stay"
    said = Said(words, None, source, "said", said_on="2031-03-31")
    made = report("Gull", f"{source} said on Monday {words}.", [said])
    other = report("Tide", f"Ann Lee said {words}.", [Said(words, "Ann Lee", "Ann Lee", "said")])
    entry, *_ = timeline(told([made, other], [statement("s", named, (made, words), (other, words))]))
    assert entry.why == f"Gull says that {why}"


def test_the_timeline_has_what_a_report_dates_to_a_day_that_has_been() -> None:
    denied = "that it burnt on Tuesday"
    text = f"The lamp fell on Monday. It rose again this week. The boat sails on Friday. The keeper denied {denied}."
    made, reading = report("Gull", text, [Said(denied, "Keeper", "The keeper", "denied")])
    days = {"on Monday": "2031-03-31", "on Friday": "2031-04-11", "on Tuesday": "2031-04-01"}
    dates = [
        DateExpression(text.index(words), text.index(words) + len(words), day, day, "made so")
        for words, day in days.items()
    ]
    at = text.index("this week")
    dates.append(DateExpression(at, at + 9, "2031-03-31", "2031-04-06", "made so"))
    told_of = ("The lamp fell on Monday", "The boat sails on Friday", denied, "It rose again this week")
    sentences = tuple(
        Sentence(text.index(w), text.index(w) + len(w), 0 if w == denied else None, happened=n)
        for n, w in enumerate(told_of)
    )
    gull = (made, replace(reading, sentences=sentences, dates=tuple(dates)))
    entries = timeline(told([gull], [statement(f"s{n}", None, (gull, w)) for n, w in enumerate(told_of)]))
    assert [(e.earliest, e.kind, text[e.start : e.end]) for e in entries if e.kind == "dated"] == [
        ("2031-03-31", "dated", "The lamp fell on Monday")
    ]


def test_sentences_of_one_saying_are_one_entry_of_the_timeline() -> None:
    first, second, other = "The lamp is out", "We shall not light it", "Nobody asked us"
    made = report(
        "Gull",
        f"Ann Lee posted: “{first}.” “{second},” she wrote. On the pier Ann Lee said: “{other}.”",
        [
            Said(first, "Ann Lee", "Ann Lee", "posted", channel="post", said_on="2031-04-04"),
            Said(second, "Ann Lee", "she", "wrote", channel="post", said_on="2031-04-04"),
            Said(other, "Ann Lee", "", "said", said_on="2031-04-04"),
        ],
    )
    said = [statement(w[:3], "Ann Lee", (made, w)) for w in (first, second, other)]
    entries = [e for e in timeline(told([made], said)) if e.kind == "said"]
    assert [made[0].text[e.start : e.end] for e in entries] == [first, other]
    assert entries[0].why.endswith("said it then, and 1 more sentence with it")
