"""Pages whose report stands in their data alone, and what Rashomon itself made of reports."""

from __future__ import annotations

import json

import pytest

from tests.reports.test_extract import from_json, problem, report, voiced


def page_with_data(body: str, shown: str, **more: str) -> str:
    told = {"@type": "NewsArticle", "articleBody": body, "datePublished": "2031-04-02", **more}
    return f'<html><head><script type="application/ld+json">{json.dumps(told)}</script></head><body>{shown}</body></html>'


@pytest.mark.parametrize(
    "shown", ['<div id="root"></div>', "<p>Lantern Post</p><p>Please enable JavaScript to continue.</p>"]
)
def test_a_page_made_by_scripts_is_read_from_its_data(shown: str) -> None:
    body = "The harbour wall gave way.\n\nNobody was hurt, Ida Brenn said.\n“We had warned them,” she said."
    made = report(page_with_data(body, shown, headline="Harbour wall gives way"))
    assert voiced(made) == [
        ("headline", "Harbour wall gives way"),
        ("body", "The harbour wall gave way."),
        ("body", "Nobody was hurt, Ida Brenn said."),
        ("body", "“We had warned them,” she said."),
    ]
    assert (made.title, made.published) == ("Harbour wall gives way", "2031-04-02")
    marked = report(page_with_data("<p>The wall &amp; the quay fell.</p><p>All at once.</p>", shown))
    assert voiced(marked) == [("body", "The wall & the quay fell."), ("body", "All at once.")]
    problem(page_with_data(" \n ", shown))
    problem(page_with_data("Harbour wall gives way", shown, headline="Harbour wall gives way"))


def test_what_a_page_shows_goes_over_its_data() -> None:
    words = "The old mill burned down on Monday night, and nobody was in it when the roof came down, Ann Lee said."
    assert "quay" not in report(page_with_data("The quay fell.", f"<article><p>{words}</p></article>")).text


def test_what_rashomon_made_is_no_report() -> None:
    words = "The old mill burned down on Monday night, and nobody was in it when the roof came down."
    made = f'<html><head><meta name="generator" content="{{}}"></head><body><article><p>{words}</p></article></body></html>'
    assert "Rashomon made" in problem(made.format("Rashomon")).fault
    assert report(made.format("Quill 7")).text == words
    line = {"doc": "mill", "report": "00", "text": words, "attributions": [], "passages": []}
    assert "rashomon attribute" in problem(json.dumps(line), "application/json").fault
    assert from_json(text=words, doc="mill").text == words
