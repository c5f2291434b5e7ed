"""A web page's readable blocks, in document order, each in its voice.

Two witnesses are heard. The page's own markup says what a block is: ``<figcaption>``, ``blockquote.twitter-tweet``,
``itemprop="author"``, ``<nav>``, class names. trafilatura (Barbaresi 2021, ACL demo) says which text is the article's
and which the comments'. The element that holds nearly all of the article's text is its container: what stands in it
is kept, as furniture where it looks so. Navigation, related links, cookie notices and newsletter boxes outside of it are left
out of the text; the capture keeps the bytes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import trafilatura
from lxml import etree, html
from trafilatura.settings import Document

from rashomon.records import Voice
from rashomon.reports.blocks import Block, Region, blocks_of
from rashomon.reports.decode import UnreadableError
from rashomon.reports.furniture import is_furniture
from rashomon.reports.voices import is_byline

# libxml2 stops at this depth (its parser's xmlParserMaxDepth) unless told otherwise, and so guards the stack of all that
# walks a tree recursively in C. The deepest of 966 news pages and blogs (dragnet) has 37 levels.
_DEEPEST = 256
# What XML cannot hold: lxml reads it from a page, but does not let trafilatura write it back.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse(markup: str) -> html.HtmlElement:
    """The page's tree, less comments, processing instructions and control characters; as much as can be made out.

    Raises :class:`UnreadableError` for a page without any element, and for one nested deeper than 256 elements.
    """
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(_UNFIT.sub("", markup).encode("utf-8"), parser=parser)
    except etree.ParserError:
        raise _nothing_readable() from None
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise UnreadableError(
            f"the page's elements are nested deeper than {_DEEPEST}",
            "save the page as text, or fetch it again",
        )
    if "&#" in markup:
        _make_fit(tree)
    return tree


def _make_fit(tree: html.HtmlElement) -> None:
    """Drop the characters that XML cannot hold where the page refers to them by number (``&#31;``)."""
    for element in tree.iter():
        element.text = _UNFIT.sub("", element.text or "")
        element.tail = _UNFIT.sub("", element.tail or "")
        for name, value in element.items():
            if _UNFIT.search(value):
                element.set(name, _UNFIT.sub("", value))


def read_page(markup: str, title: str | None) -> list[tuple[Voice, str]]:
    """The blocks of a page, in document order, each with its voice.

    ``title`` is the page's title from its metadata: of several headings, the one that agrees with it is the headline.
    Raises :class:`UnreadableError` where no readable text is found.
    """
    blocks = blocks_of(parse(markup))
    if not any(block.letters for block in blocks):
        raise _nothing_readable()
    main, comments = _extracted(markup)
    blocks = [replace(block, main=_found(block, main), commented=_found(block, comments)) for block in blocks]
    voided = _voided(blocks)
    regions = [block.region(voided) for block in blocks]
    container = _container(blocks, regions)
    inside = [container in block.path for block in blocks]
    article = [
        i
        for i, block in enumerate(blocks)
        if (block.main or (inside[i] and not main))
        and regions[i] in (None, Region.FURNITURE)
        and not block.heading
        and (regions[i] is None or _prose(block))
    ]
    headline = _headline(blocks, regions, title, article)
    first = min([*article[:1], *([headline] if headline is not None else [])], default=0)
    if headline is not None and 2 * _length(blocks, article, headline) >= _length(blocks, article):
        first = headline  # what trafilatura took from above the headline is not the article's
    last = article[-1] if article else len(blocks) - 1

    voiced: list[tuple[Voice, str]] = []
    bold: list[int] = []  # which of these are in bold throughout
    ended = False  # whether a line such as "Related articles" has been met below the article
    for i, block in enumerate(blocks):
        ended = ended or (i > last and is_furniture(block.text))
        place = _Place(inside[i], first <= i <= last, i > last, ended)
        voice = Voice.HEADLINE if i == headline else _voice(block, regions[i], place)
        if voice is not None:
            if block.bold > _BOLD and voice == Voice.BODY:
                bold.append(len(voiced))
            voiced.append((voice, block.text))
    voiced = _without_pull_quotes(_with_bold_questions(voiced, bold))
    if not any(voice != Voice.FURNITURE for voice, _ in voiced):
        raise _nothing_readable()
    return voiced


_BOLD = 0.95
"""Share of a paragraph's letters from which it is in bold throughout; a label or a number may stand before it."""
_LEAST_ASKED = 3
_LONGEST_ASKED = 400
"""Characters of a question; set by hand."""


def _with_bold_questions(voiced: Sequence[tuple[Voice, str]], bold: Sequence[int]) -> list[tuple[Voice, str]]:
    """The blocks, those in bold headings where they are an interview's questions: three or more, most of which ask, each with
    another text below it. A bold line among them that asks nothing is no part of the answer above it.
    """
    out = list(voiced)
    first = next((n for n, (voice, _) in enumerate(out) if voice == Voice.HEADLINE), None)
    lines = [n for n in bold if first is not None and n > first and len(out[n][1]) <= _LONGEST_ASKED]
    lines = [n for n in lines if n + 1 < len(out) and n + 1 not in lines]
    asking = sum(out[n][1].endswith("?") for n in lines)
    if asking >= _LEAST_ASKED and 3 * asking >= 2 * len(lines):
        begun = next(n for n in lines if out[n][1].endswith("?"))
        for n in lines:
            if n >= begun:
                out[n] = (Voice.HEADLINE, out[n][1])
    return out


_OPENS_PULL_QUOTE = re.compile(r"[“\"]?Start Quote")
_MOST_OF_PULL_QUOTE = 4
"""Blocks of a pull quote: its label, a paragraph or two, and *End Quote* with whose it is."""


def _without_pull_quotes(voiced: Sequence[tuple[Voice, str]]) -> list[tuple[Voice, str]]:
    """The blocks, those between *Start Quote* and *End Quote* furniture: the article has the same words in their place."""
    out = list(voiced)
    for i, (_, opening) in enumerate(out):
        if _OPENS_PULL_QUOTE.fullmatch(opening) is None:
            continue
        for j in range(i + 1, min(i + _MOST_OF_PULL_QUOTE, len(out))):
            if out[j][1].startswith("End Quote"):
                out[i : j + 1] = [(Voice.FURNITURE, text) for _, text in out[i : j + 1]]
                break
    return out


def _length(blocks: Sequence[Block], article: Sequence[int], start: int = 0) -> int:
    """How many letters the article has from block ``start`` on."""
    return sum(len(blocks[i].letters) for i in article if i >= start)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: in the container; between headline and the article's last block; below that; and there,
    below a line such as "Related articles"."""

    inside: bool
    between: bool
    below: bool
    ended: bool


def _voice(block: Block, region: Region | None, place: _Place) -> Voice | None:
    """The voice of a block, ``None`` for what is left out of the text."""
    words_of_site = is_furniture(block.text)
    if region == Region.COMMENT or (block.commented and not block.main):
        return None if words_of_site else Voice.COMMENT
    kept = place.inside or place.between
    if region == Region.FURNITURE:
        # trafilatura takes it for the article's own text, and it is prose: a class name such as "promo" is not
        # enough to lose it.
        return Voice.BODY if block.main and kept and _prose(block) else None
    if region == Region.EMBEDDED:
        return Voice.EMBEDDED if kept else None
    if region == Region.CAPTION:
        return Voice.CAPTION if kept else None
    if not (kept or block.main):
        return None
    if words_of_site:
        return Voice.FURNITURE if place.inside else None
    if block.letters == "by":
        return None  # a byline whose author is not filled in
    if region == Region.BYLINE or block.byline or is_byline(block.text):
        # 200 characters: longer ones are paragraphs about the author, or whole articles in a mislabelled element.
        return Voice.BYLINE if len(block.text) <= 200 else Voice.BODY
    if place.between:
        if block.heading:
            return Voice.HEADLINE
        if place.inside and block.linked > 0.8 and not block.main and not _prose(block):
            return Voice.FURNITURE  # a teaser: a link to another page
        if place.inside or block.main:
            return Voice.BODY
        # Between headline and article, outside its container: standfirsts, but also stray labels and counters.
        return Voice.BODY if len(block.text) >= 40 and block.linked < 0.5 else None
    # In the container, but above the headline or below the last of what trafilatura takes for the article.
    return (
        Voice.BODY
        if place.below and not place.ended and not block.heading and _prose(block)
        else Voice.FURNITURE
    )


def _prose(block: Block) -> bool:
    """Whether a block reads as a paragraph: long enough for two clauses, few links, and no teaser cut off by dots."""
    return (
        len(block.text) >= 80 and block.linked < 0.3 and not block.text.endswith(("...", "[...]", "[…]", "…"))
    )


def _extracted(markup: str) -> tuple[str, str]:
    """trafilatura's main text and comments, letters and digits only; empty where it finds none."""
    document = trafilatura.bare_extraction(parse(markup), include_comments=True, include_tables=True)
    if not isinstance(document, Document):
        return "", ""
    return _letters(document.text or ""), _letters(document.comments or "")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _found(block: Block, extracted: str) -> bool:
    # Ten letters: shorter ones ("By AP", "Share") occur inside longer words and sentences by chance.
    return len(block.letters) >= 10 and block.letters in extracted


def _voided(blocks: Sequence[Block]) -> frozenset[int]:
    """Regions named by their class only that hold half of the article or more: the name misleads."""
    whole = sum(len(block.letters) for block in blocks if block.main)
    held: dict[int, int] = {}
    for block in blocks:
        if block.main:
            for place, _, by_name in block.regions:
                if by_name:
                    held[place] = held.get(place, 0) + len(block.letters)
    return frozenset(place for place, letters in held.items() if 2 * letters >= whole)


def _container(blocks: Sequence[Block], regions: Sequence[Region | None]) -> int:
    """The innermost element with nine tenths of the article's text, by its place in the tree.

    Nine tenths, not all: trafilatura now and then takes a line of the page's foot for the article's.
    """
    article = [b for b, region in zip(blocks, regions, strict=True) if b.main and region is None]
    held: dict[int, int] = {}
    depth: dict[int, int] = {}
    for block in (
        article or [b for b, region in zip(blocks, regions, strict=True) if region is None] or blocks
    ):
        for level, place in enumerate(block.path):
            held[place] = held.get(place, 0) + len(block.letters)
            depth[place] = level
    whole = max(held.values())
    return max((place for place in held if 10 * held[place] >= 9 * whole), key=lambda place: depth[place])


def _headline(
    blocks: Sequence[Block], regions: Sequence[Region | None], title: str | None, article: Sequence[int]
) -> int | None:
    """The place of the page's headline among its blocks: the heading that agrees with the title, else the last
    first-level heading before the article."""
    wanted = _letters(title or "")
    last = article[-1] if article else len(blocks)
    candidates = [
        i
        for i, block in enumerate(blocks[:last])
        if (block.heading or block.titled)
        and regions[i] not in (Region.COMMENT, Region.EMBEDDED, Region.CAPTION)
    ]
    agreeing = [i for i in candidates if _agree(blocks[i].letters, wanted)]
    if agreeing:
        # A site's name in its own heading may stand in the title too ("Mill burns - The Lantern"): the longest wins.
        return max(agreeing, key=lambda i: (blocks[i].letters == wanted, len(blocks[i].letters)))
    before = [
        i
        for i in candidates
        if (blocks[i].heading == 1 or blocks[i].titled)
        and regions[i] != Region.FURNITURE
        and (not article or i < article[0] or blocks[i].titled)
    ]
    return before[-1] if before else None


def _agree(heading: str, title: str) -> bool:
    return bool(heading and title) and (
        heading == title or (min(len(heading), len(title)) >= 10 and (heading in title or title in heading))
    )


def _nothing_readable() -> UnreadableError:
    return UnreadableError(
        "no readable text was found on the page",
        "it may be made by scripts: save it from a browser, or save its text as .txt",
    )
