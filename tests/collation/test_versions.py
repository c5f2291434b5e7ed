"""What was added, removed and changed from one version of a page to the next."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.collation.versions import place, versions
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
