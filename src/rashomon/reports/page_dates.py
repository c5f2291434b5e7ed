"""The dates of publication that a page gives, the surest first, and those on it that are other pages' or other days'."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import html

from rashomon.reports.blocks import DROPPED, region_of
from rashomon.reports.published import from_address, iso_date

_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "sailthru.date",
    "parsely-pub-date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "date",
)
"""Where a page gives the date of publication, the surest first: names of meta tags, and of itemprops."""
_ARTICLE_TYPE = re.compile(r"Article|Report|Posting|WebPage|Review|Claim", re.IGNORECASE)
_OTHER_DAY = re.compile(
    r"\b(?:updated?|modified|edited|corrected|changed|last)\b\W*(?:on|at)?\W*$", re.IGNORECASE
)
_LONGEST_LABEL = 40
_PARAGRAPH = 120
"""Characters of a paragraph of the report, below which no date of its own stands. Set by hand."""
_APART_AT_MOST = 3
"""Levels of elements between the headline and a date above it."""


BESIDE, IN_ADDRESS = "the date beside its headline", "its address"


@dataclass(frozen=True, slots=True)
class PageDate:
    """A date and where the page gives it, in words: ``its JSON-LD``, ``its meta tag “date”``."""

    day: str
    where: str


def given_dates(named: Sequence[PageDate], address: str | None) -> Iterator[PageDate]:
    """The dates that a page gives (:func:`page_dates`), with its address's among them, the surest first."""
    yield from (found for found in named if found.where != BESIDE)
    if address and (day := from_address(address)):
        yield PageDate(day, IN_ADDRESS)
    yield from (found for found in named if found.where == BESIDE)


def page_dates(tree: html.HtmlElement) -> Iterator[PageDate]:
    """The dates that a page calls those of its publication, or sets beside its headline, the surest first."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        for article in articles_in(script.text or ""):
            value = article.get("datePublished")
            if isinstance(value, str) and (found := iso_date(value)):
                yield PageDate(found, "its JSON-LD")
    headline = _headline(tree)
    named: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        for name in (meta.get("property"), meta.get("name"), meta.get("itemprop")):
            if name and not _is_dropped(meta, headline):
                named.setdefault(name.lower(), meta.get("content"))
    for name in _DATE_NAMES:
        if name in named and (found := iso_date(named[name])):
            yield PageDate(found, f"its meta tag “{name}”")
    for element in tree.xpath(
        "//*[@itemprop='datePublished'] | //time[@pubdate or contains(@class, 'publish')]"
    ):
        if not _is_dropped(element, headline) and (found := _day_of(element)):
            yield PageDate(found, "its markup")
    if headline is not None:
        yield from (PageDate(found, BESIDE) for found in _beside(tree, headline))


def _day_of(element: html.HtmlElement) -> str | None:
    return iso_date(element.get("datetime") or element.get("content") or element.text_content())


def _headline(tree: html.HtmlElement) -> html.HtmlElement | None:
    """The page's first headline that stands in nothing that is left out, or its only one."""
    found = [e for e in tree.xpath("//*[@itemprop='headline'] | //h1") if e.text_content().strip()]
    own = (e for e in found if not any(region_of(above) in DROPPED for above in e.iterancestors()))
    return next(own, found[0] if len(found) == 1 else None)


def _is_dropped(element: html.HtmlElement, headline: html.HtmlElement | None) -> bool:
    """Whether it stands in a sidebar, a list of other pages or a comment, and the headline does not."""
    around = [above for above in (element, *element.iterancestors()) if region_of(above) in DROPPED]
    return bool(around) and (
        headline is None or not any(above in around for above in headline.iterancestors())
    )


def _beside(tree: html.HtmlElement, headline: html.HtmlElement) -> Iterator[str]:
    """The days of ``<time>`` elements between the headline and the report's first paragraph, or right above the headline."""
    near = {above for above, _ in zip(headline.iterancestors(), range(_APART_AT_MOST), strict=False)}
    passed = False
    for element in tree.iter():
        if element is headline:
            passed = True
        elif element.tag == "p" and passed and len(element.text_content()) >= _PARAGRAPH:
            return
        elif element.tag == "time" and element.get("datetime"):
            beside = passed or not near.isdisjoint(list(element.iterancestors())[:_APART_AT_MOST])
            if (
                beside
                and not _is_dropped(element, headline)
                and not _is_of_change(element)
                and (found := _day_of(element))
            ):
                yield found


def _is_of_change(element: html.HtmlElement) -> bool:
    """Whether the words before a date, or its class, call it the day of a change."""
    named = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
    parent, previous = element.getparent(), element.getprevious()
    before = (previous.tail if previous is not None else parent.text if parent is not None else "") or ""
    if not before.strip() and previous is not None:
        before = previous.text_content()
    return (
        "updat" in named
        or "modif" in named
        or _OTHER_DAY.search(before.strip()[-_LONGEST_LABEL:]) is not None
    )


def articles_in(script: str) -> Iterator[dict[str, object]]:
    """The page's own articles in a JSON-LD script, not its comments', which may stand in lists and in ``@graph``."""
    try:
        waiting = [json.loads(script)]
    except (ValueError, RecursionError):  # broken JSON-LD is common, and the page can be read without
        return
    while waiting:
        here = waiting.pop(0)
        if isinstance(here, list):
            waiting += here
        elif isinstance(here, dict):
            if _ARTICLE_TYPE.search(str(here.get("@type"))):
                yield here
            waiting += [here[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in here]
