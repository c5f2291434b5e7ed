"""The bundled example and its gold fit each other: every string occurs, every reference leads somewhere."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from rashomon.records import AttributionKind

from . import golden
from .golden import Quoted

GOLD = golden.load()
TEXTS = {report.name: golden.readable(golden.STORY / report.file) for report in GOLD.reports}
ATTRIBUTIONS = {attribution.id: attribution for attribution in GOLD.attributions}
OPENING, CLOSING = "“‘«\"'", "”’»\"'"


def test_every_file_is_in_the_gold_and_in_one_story() -> None:
    files = sorted(path.name for path in golden.STORY.iterdir())
    assert sorted(report.file for report in GOLD.reports) == files
    assert sorted(file for story in GOLD.stories for file in story.files) == files


def test_every_report_is_of_a_length_that_news_has() -> None:
    assert {name for name, text in TEXTS.items() if not 250 <= len(text.split()) <= 800} == set()


def test_the_readme_shows_every_file() -> None:
    readme = (golden.EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert [report.file for report in GOLD.reports if f"`{report.file}`" not in readme] == []


def test_no_page_links_to_a_real_outlet() -> None:
    vocabularies = {"schema.org", "ogp.me", "www.w3.org"}
    for report in GOLD.reports:
        page = (golden.STORY / report.file).read_bytes().decode("windows-1252", errors="replace")
        hosts = set(re.findall(r"https?://([\w.-]+)", page)) - vocabularies
        assert all(host.endswith(".example") for host in hosts), report.file


def test_titles_stand_in_their_reports() -> None:
    for report in GOLD.reports:
        assert report.title in " ".join(TEXTS[report.name].split()), report.file
        assert report.published is None or date.fromisoformat(report.published)


def test_the_legacy_page_is_not_unicode() -> None:
    content = (golden.STORY / "eastern-beacon.html").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        content.decode("utf-8")
    assert "lock-keeper’s" in content.decode("windows-1252")
    assert b"\r\n" in content


def test_a_page_without_metadata_has_none() -> None:
    content = (golden.STORY / "hourly-torvena.html").read_text(encoding="utf-8")
    assert re.findall(r"<title|<time|ld\+json|itemprop|property=|name=|rel=", content) == []


@pytest.mark.parametrize(
    "ids", ["attributions", "statements", "maybe", "apart", "stories", "origins", "conflicts"]
)
def test_ids_are_unique(ids: str) -> None:
    named = [item.id for item in getattr(GOLD, ids)]
    assert len(set(named)) == len(named)


@pytest.mark.parametrize("attribution", GOLD.attributions, ids=lambda a: a.id)
def test_an_attribution_stands_in_its_report(attribution: golden.GoldAttribution) -> None:
    text, within = TEXTS[attribution.report], attribution.within
    parts = [
        span
        for part in (attribution.source, attribution.cue, attribution.content)
        for span in golden.spans(text, part, within)
    ]
    assert attribution.content
    for one, other in combinations(sorted(parts), 2):
        assert one.end <= other.start, f"{attribution.id}: two parts overlap"
    for quoted in attribution.content:
        held = quoted.text[0] in OPENING and quoted.text.rstrip(".")[-1] in CLOSING
        assert not held or attribution.kind is AttributionKind.DIRECT, f"{attribution.id}: quoted whole"
    if attribution.said_on is not None:
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", attribution.said_on)
    if attribution.speaker is None:
        assert attribution.speaker_described or not attribution.source, f"{attribution.id}: who is meant?"
    else:
        # "Courier" for "The Courier": a name is given without its article, so its words are enough
        assert all(word in text for word in attribution.speaker.split()), f"{attribution.id}: not named here"


@pytest.mark.parametrize("attribution", [a for a in GOLD.attributions if a.inside], ids=lambda a: a.id)
def test_what_is_nested_stands_in_the_content_around_it(attribution: golden.GoldAttribution) -> None:
    outer = ATTRIBUTIONS[str(attribution.inside)]
    assert outer.report == attribution.report
    text = TEXTS[outer.report]
    around = golden.spans(text, outer.content, outer.within)
    for part in (attribution.source, attribution.cue, attribution.content):
        for span in golden.spans(text, part, attribution.within):
            assert any(a.start <= span.start and span.end <= a.end for a in around), (
                f"{attribution.id}: {part}"
            )


@pytest.mark.parametrize("voice", GOLD.voices, ids=lambda v: f"{v.report}: {v.text.text[:30]}")
def test_a_voice_occurs(voice: golden.GoldVoice) -> None:
    assert golden.find(TEXTS[voice.report], voice.text)


@pytest.mark.parametrize("statement", [*GOLD.statements, *GOLD.maybe, *GOLD.apart], ids=lambda s: s.id)
def test_the_wordings_of_a_statement_occur(statement: golden.GoldStatement) -> None:
    places = {(w.report, golden.find(TEXTS[w.report], w.text)) for w in statement.wordings}
    assert len(places) == len(statement.wordings) >= 2


def test_what_must_stay_apart_is_never_together() -> None:
    together = [
        {(w.report, golden.find(TEXTS[w.report], w.text)) for w in statement.wordings}
        for statement in (*GOLD.statements, *GOLD.maybe)
    ]
    for statement in GOLD.apart:
        for one, other in combinations(statement.wordings, 2):
            pair = {(w.report, golden.find(TEXTS[w.report], w.text)) for w in (one, other)}
            assert not any(pair <= group for group in together), statement.id


def test_stories_never_share_a_statement() -> None:
    story = {Path(file).stem: s.id for s in GOLD.stories for file in s.files}
    for statement in (*GOLD.statements, *GOLD.maybe):
        assert len({story[w.report] for w in statement.wordings}) == 1, statement.id


@pytest.mark.parametrize("conflict", GOLD.conflicts, ids=lambda c: c.id)
def test_both_sides_of_a_conflict_occur(conflict: golden.GoldConflict) -> None:
    assert conflict.claims and conflict.against
    for claim in (*conflict.claims, *conflict.against):
        assert golden.find(TEXTS[claim.report], claim.text)
        if claim.attribution is not None:
            assert ATTRIBUTIONS[claim.attribution].report == claim.report
    if conflict.kind == "figures":
        assert {c.value for c in conflict.claims}.isdisjoint({c.value for c in conflict.against})


def test_people_are_met_and_namesakes_are_told_apart() -> None:
    whole = " ".join(" ".join(text.split()) for text in TEXTS.values())
    for person in GOLD.people:
        for form in (person.name, *person.also):
            assert re.search(rf"\b{re.escape(form)}\b", whole), f"{person.name}: {form} is nowhere"
    bare = [person for person in GOLD.people if "Varesh" in person.also]
    assert [person.name for person in bare] == ["Ilona Varesh", "Tomas Varesh"]
    assert all(person.is_not for person in bare)


def test_origins_name_files_that_exist() -> None:
    files = {report.file for report in GOLD.reports}
    assert all(set(origin.files) <= files for origin in GOLD.origins)


def test_the_altered_quotation_differs_in_one_word() -> None:
    [conflict] = [c for c in GOLD.conflicts if c.kind == "altered quotation"]
    true, altered = conflict.claims[0].text.text.split(), conflict.against[0].text.text.split()
    assert [(a, b) for a, b in zip(true, altered, strict=True) if a != b] == [("silence.", "violence.")]


def test_finding_is_exact() -> None:
    text = "Her father said\n\nhe said  so. He said so."
    assert golden.find(text, Quoted("father said he")).end == text.index("he said") + 2
    assert text[golden.find(text, Quoted("He")).start :] == "He said so."
    assert golden.find(text, Quoted("said", 2)) == golden.find(text, Quoted("said"), "he said so")
    with pytest.raises(LookupError, match="occurs 3 times"):
        golden.find(text, Quoted("said"))
    with pytest.raises(LookupError, match="number 4 was asked for"):
        golden.find(text, Quoted("said", 4))
    with pytest.raises(LookupError, match="occurs 0 times"):
        golden.find(text, Quoted("her"))
