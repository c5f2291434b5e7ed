"""What a page says of itself: title, outlet, authors, date, address, language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import html
from trafilatura import extract_metadata

from rashomon.reports.bylines import may_be_author
from rashomon.reports.page_dates import IN_ADDRESS, articles_in, given_dates, page_dates


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a report; ``published_from`` as in :class:`rashomon.records.Report`."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_from: str | None = None
    language: str | None = None
    address: str | None = None


_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")


def page_metadata(tree: html.HtmlElement) -> Metadata:
    """The metadata of a page, from JSON-LD, meta tags, microdata and, for title, outlet and authors, its visible parts.

    trafilatura reads all but dates, which it takes from anywhere on the page: a date is taken only where the page calls
    it the date of publication, or from the page's address. ``tree`` may be changed.
    """
    dates = list(page_dates(tree))
    language = _language(tree)
    publisher = _publisher(tree) or next(iter(_named_in_article(tree, "publisher")), None)
    writers = _named_in_article(tree, "author")
    found = extract_metadata(tree, extensive=False)
    address = _clean(found.url)
    if address and not address.startswith(("http://", "https://")):
        address = None
    dated = next(given_dates(dates, address), None)
    outlet = _site(_clean(found.sitename), _clean(found.title)) or publisher or host(address)
    # “By Voice of the Isles” gives an author called Voice.
    own = "" if outlet is None else f"{outlet} ".casefold()
    return Metadata(
        title=_clean(found.title),
        outlet=outlet,
        authors=tuple(
            name
            for part in ((found.author or "").split(";") if found.author else writers)
            if (name := _clean(part))
            and may_be_author(name)
            and (" " in name or not own.startswith(f"{name} ".casefold()))
        ),
        published=dated.day if dated else None,
        published_from=None if dated is None else "address" if dated.where == IN_ADDRESS else "metadata",
        language=language,
        address=address,
    )


_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\)|\b(?:19|20)\d\d\b|[-–]|all rights reserved\.?|\s)+", re.IGNORECASE
)


def _site(name: str | None, title: str | None) -> str | None:
    """The outlet that a page's own name for its site gives: no address, no headline, and without its copyright notice.

    >>> _site("Copyright (c) 2031 Harbour Mail", "Fire"), _site("http://mail.example/", "Fire"), _site("Fire", "Fire")
    ('Harbour Mail', 'mail.example', None)
    """
    if name is None or (title is not None and name.casefold() == title.casefold()):
        return None
    if "://" in name:
        return host(name)
    led = _COPYRIGHT.match(name)
    led = led if led and re.search(r"copyright|©|\(c\)", led.group(), re.IGNORECASE) else None
    return (name[led.end() :].strip() or None) if led else name


def _publisher(tree: html.HtmlElement) -> str | None:
    """The outlet as microdata name it: ``<div itemprop="publisher" …><meta itemprop="name" content="The Lantern">``."""
    for place in tree.xpath("//*[@itemprop='publisher']//*[@itemprop='name']"):
        if name := _clean(place.get("content") or place.text_content()):
            return name
    return None


def host(address: str | None) -> str | None:
    """The outlet as far as an address tells it: ``https://www.lantern.example/a`` → ``lantern.example``."""
    try:
        name = urlsplit(address or "").hostname
    except ValueError:  # "http://[": no address at all
        return None
    return name.removeprefix("www.") if name else None


def _clean(value: str | None) -> str | None:
    """Single spaces, without NULs and halves of surrogate pairs (JSON-LD's ``\\ud83d``), which cannot be stored."""
    return " ".join(_UNSTORABLE.sub("", value or "").split()) or None


def _language(tree: html.HtmlElement) -> str | None:
    """The language the page declares, as its ISO 639 code: ``<html lang="en-GB">`` → ``en``."""
    declared = [
        tree.get("lang"),
        *tree.xpath("//meta[@property='og:locale' or @http-equiv='content-language']/@content"),
    ]
    for value in declared:
        if match := _LANGUAGE.match((value or "").strip()):
            return match.group().lower()
    return None


def is_ours(tree: html.HtmlElement) -> bool:
    """Whether Rashomon made this page: a dossier, or a page of the reading room."""
    return any(
        name.strip().lower() == "rashomon" for name in tree.xpath("//meta[@name='generator']/@content")
    )


def article_in_data(tree: html.HtmlElement) -> tuple[str | None, str] | None:
    """Headline and text of the page's first article whose JSON-LD holds its text; ``None`` where there is none."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        for article in articles_in(script.text or ""):
            body, headline = article.get("articleBody"), article.get("headline")
            if isinstance(body, str) and body.strip():
                return _clean(headline) if isinstance(headline, str) else None, _UNSTORABLE.sub("", body)
    return None


def _names_in(value: object) -> Iterator[str]:
    """The names that a publisher or author of JSON-LD has: of one or of each of a list, as text or by its ``name``."""
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and "://" not in name and (found := _clean(name)):
            yield found


def _named_in_article(tree: html.HtmlElement, field: str) -> tuple[str, ...]:
    """The names that the first article of the page's JSON-LD that has any gives for its publisher or its author."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        for article in articles_in(script.text or ""):
            if names := tuple(dict.fromkeys(_names_in(article.get(field)))):
                return names
    return ()
