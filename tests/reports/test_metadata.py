"""What a page says of itself in JSON-LD."""

from __future__ import annotations

import pytest

from tests.reports.test_extract import report


@pytest.mark.parametrize("frame", ['{{"@graph": [{{"@type": "WebSite"}}, {}]}}', "[{}]", "{}"])
def test_json_ld_in_lists_and_graphs_names_outlet_and_author(frame: str) -> None:
    article = (
        '{"@type": ["NewsArticle"], "datePublished": "2031-04-05", "publisher": {"name": "Harn Courier"},'
        ' "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "https://harn.example/bob"}]}'
    )
    script = f"<script type='application/ld+json'>{frame.format(article)}</script>"
    made = report(
        f"<html><head>{script}</head><body><article><h1>Mill burns</h1>{'<p>The old mill burned down.</p>' * 9}</article>"
    )
    assert (made.outlet, made.authors, made.published) == ("Harn Courier", ("Ann Lee",), "2031-04-05")
    comment = script.replace("NewsArticle", "Comment")
    made = report(
        f"<html><head>{comment}</head><body><article><h1>Mill burns</h1>{'<p>The old mill burned down.</p>' * 9}</article>"
    )
    assert (made.outlet, made.published) == (None, None)
