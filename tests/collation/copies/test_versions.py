"""What was added, removed and changed from one version of a page to the next."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.collation.copies.versions import place, versions
from rashomon.collation.wordings.rewritten import tells_most
from rashomon.records import Passage, Reading, Report, Sentence, VariationKind, Voice
from rashomon.records.copies import RevisionKind, Version

ADDRESS = "https://lantern.example/mill"
FIRST = [
    "The mill bridge stays closed.",
    "She said: “We will answer force with silence.”",
    "Nobody was hurt on Tuesday.",
    "Reporters were kept away from the bridge.",
]


def page(id_: str, sentences: list[str], address: str | None = ADDRESS) -> tuple[Report, Reading]:
    text = "\n".join(sentences)
    report = Report(id_, id_, id_, text, (Passage(Voice.BODY, 0, len(text)),), address=address)
    places, at = [], 0
    for sentence in sentences:
        if sentence:
            places.append(Sentence(at, at + len(sentence), 0 if "“" in sentence else None))
        at += len(sentence) + 1
    return report, Reading(id_, "made", (), (), tuple(places))


def told(
    *pages: tuple[Report, Reading], captured: dict[str, str | None] | None = None
) -> tuple[Version, ...]:
    return versions([r for r, _ in pages], [r for _, r in pages], captured or {})


def test_a_statement_altered_in_place_is_told_with_the_words() -> None:
    later = [s.replace("silence", "violence") for s in FIRST]
    (version,) = told(page("a", FIRST), page("b", later))
    (revision,) = version.revisions
    assert (version.report, version.earlier) == ("b", "a")
    assert revision.kind is RevisionKind.CHANGED
    assert revision.variation is VariationKind.ALTERED
    assert revision.attribution == 0
    assert "“silence” became “violence”" in revision.why


def test_every_number_and_quoted_word_that_changed_is_told_and_a_date_last() -> None:
    was = "HARN, March 9 (MP) — Ferries would resume on Thursday; six boats and 14 men were lost, “it is almost over,” she said."
    now = "HARN, March 10 (MP) — Ferries would not resume before Monday; nine boats and 21 men were lost, “it is over,” she said."
    (version,) = told(page("a", [was]), page("b", [now]))
    (revision,) = version.revisions
    assert revision.why == (
        "a sentence of what somebody is reported to have said: altered inside its quotation marks, “almost” left out; besides, "
        "“on Thursday; six” became “before Monday; nine”, “14” became “21”, “not” put in, “9” became “10”"
    )


def test_other_numbers_and_quotations_come_before_whatever_else_changed() -> None:
    old = [
        "The lamp on the mill was lit at dusk.",
        "HARN, March 9 — The mill burned.",
        "Six boats were lost.",
    ]
    new = [
        "The lamp on the mill was put out at dusk.",
        "HARN, March 10 — The mill burned.",
        "Nine boats were lost.",
        "Correction: an earlier version said that six boats were lost.",
    ]
    one, two = page("a", old), page("b", new)
    (version,) = told(one, two)
    order = sorted(version.revisions, key=lambda r: tells_most(r, one[0].text, two[0].text))
    assert [two[0].text[r.later.start : r.later.end] for r in order] == [new[2], new[3], new[0], new[1]]


def test_the_day_on_which_the_page_says_it_was_updated_decides_the_order() -> None:
    old = page("a", ["Published: 5 April 2031", *FIRST])
    new = page("b", ["Updated: 6 April 2031, 10:30", *FIRST[1:]])
    new = replace(new[0], published="2031-04-05"), new[1]
    old = replace(old[0], published="2031-04-05"), old[1]
    copied: dict[str, str | None] = {"a": "2031-05-01T10:00:01+00:00", "b": "2031-05-01T10:00:00+00:00"}
    (version,) = told(old, new, captured=copied)
    assert (version.report, version.earlier) == ("b", "a")
    undated = replace(old[0], published=None), old[1]
    (version,) = told(undated, new, captured=copied)
    assert (version.report, version.earlier) == ("a", "b")


def test_sentences_added_and_removed_have_their_place() -> None:
    one, two = page("a", FIRST), page("b", [*FIRST[:2], "Two people were hurt, the hospital says.", FIRST[3]])
    (version,) = told(one, two)
    found = {
        r.kind: (
            one[0].text[r.earlier.start : r.earlier.end],
            two[0].text[r.later.start : r.later.end],
        )
        for r in version.revisions
    }
    assert found == {
        RevisionKind.REMOVED: (FIRST[2], ""),
        RevisionKind.ADDED: ("", "Two people were hurt, the hospital says."),
    }


def test_the_time_of_capture_decides_the_order() -> None:
    one, two = page("a", FIRST), page("b", FIRST[1:])
    (version,) = told(one, two, captured={"a": "2031-04-06T10:00:00+00:00", "b": "2031-04-05T10:00:00+00:00"})
    assert (version.report, version.earlier) == ("a", "b")


def test_other_addresses_and_the_same_text_are_no_versions() -> None:
    assert told(page("a", FIRST), page("b", FIRST)) == ()
    assert told(page("a", FIRST), page("b", FIRST[1:], "https://lantern.example/gate")) == ()
    assert told(page("a", FIRST, None), page("b", FIRST[1:], None)) == ()
    assert told(page("a", FIRST, "javascript:alert(1)"), page("b", FIRST[1:], "javascript:alert(1)")) == ()


def test_addresses_of_one_page() -> None:
    assert place("http://www.lantern.example/mill/?utm_source=post&fbclid=1#top") == place(ADDRESS)
    assert place("https://lantern.example/mill?page=2") != place(ADDRESS)
    assert place("http://[bad") is None


sentences = st.lists(
    st.sampled_from([*FIRST, "The gates opened at noon.", "The bridge stays shut, she said."]),
    max_size=6,
    unique=True,
)


@settings(deadline=None)
@given(sentences, sentences, sentences, st.randoms(use_true_random=False))
def test_a_later_text_is_the_earlier_one_revised(
    a: list[str], b: list[str], c: list[str], dice: random.Random
) -> None:
    pages = [page("a", a), page("b", b), page("c", c)]
    found = told(*pages)
    shuffled = list(pages)
    dice.shuffle(shuffled)
    assert told(*shuffled) == found
    texts = {report.id: report.text for report, _ in pages}
    for version in found:
        kept = texts[version.earlier].splitlines(), texts[version.report].splitlines()
        for r in version.revisions:
            for side, span, text in (
                (0, r.earlier, texts[version.earlier]),
                (1, r.later, texts[version.report]),
            ):
                if span.start < span.end:
                    kept[side].remove(text[span.start : span.end])
        assert kept[0] == kept[1]


def test_whoever_tells_what_an_earlier_version_said_comes_later() -> None:
    old = page("b", ["The truce is of 48 hours.", *FIRST])
    note = "Correction: an earlier version of this article said the truce was of 48 hours."
    new = page("a", ["The truce is of 24 hours.", *FIRST, note])
    # The files were copied in another order.
    copied: dict[str, str | None] = {"a": "2031-04-05T10:00:00+00:00", "b": "2031-04-06T10:00:00+00:00"}
    (version,) = told(old, new, captured=copied)
    assert (version.report, version.earlier) == ("a", "b")
