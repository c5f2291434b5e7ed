"""The text blocks of a parsed page in document order, with what the markup says of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from html import unescape

from lxml import etree, html


class Region(StrEnum):
    """What an element says of all the text in it."""

    FURNITURE = "furniture"
    COMMENT = "comment"
    EMBEDDED = "embedded post"
    CAPTION = "caption"
    BYLINE = "byline"


# Which region wins where one stands in another, the first of these that applies: a caption in a related-links box is the
# box's, a byline in a reader's comment is the comment's.
_STRONGEST_FIRST = (Region.FURNITURE, Region.COMMENT, Region.EMBEDDED, Region.CAPTION, Region.BYLINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or cell: text between two block-level tags, white space made single.

    ``path`` holds the places (in document order) of the elements around it, outermost first; ``regions`` those of
    them that say what they are, as ``(place, region, whether only its class or id says so)``. ``linked`` and ``byline``
    are about inline markup: the share of letters in links, and whether most stand in an author's or date's element.
    ``bold`` is the share of letters in bold.
    ``main`` and ``commented`` say whether trafilatura has the text in the article or in the comments.
    """

    text: str
    letters: str
    path: tuple[int, ...]
    regions: tuple[tuple[int, Region, bool], ...]
    heading: int  # 1 to 6, 0 for none
    titled: bool  # whether the markup calls it the headline (itemprop, class)
    linked: float
    byline: bool
    bold: float = 0.0
    main: bool = False
    commented: bool = False

    def region(self, voided: frozenset[int]) -> Region | None:
        """The region the block stands in, those of ``voided`` left aside; ``None`` for the article's own text."""
        held = {region for place, region, _ in self.regions if place not in voided}
        return next((region for region in _STRONGEST_FIRST if region in held), None)


_BLOCK_LEVEL = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup hr html iframe li main nav ol p pre section summary table tbody td tfoot th thead"
    " tr ul caption legend noscript video audio object".split()
)
_LEFT_OUT = frozenset(
    "head script style noscript template svg math canvas audio video object applet embed map input select option"
    " optgroup datalist button textarea label progress meter dialog title".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LAYOUT = re.compile(r"[ \t\r\n\f]+")  # HTML's white space; a no-break space is the author's
_SCRIPT = re.compile(r"<(script|style)\b.*?(?:</\1>|$)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*(?:>|$)")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*|[A-Z]+(?![a-z])|\d+")
# Words of class and id names. "header" and "content" are not among them: articles have headers too.
_FURNITURE_WORDS = frozenset(
    "nav navbar navigation menu breadcrumb breadcrumbs footer masthead sidebar sidebars related relatedposts recommended"
    " recommendation recommendations promo promos promoted trending popular mostread newsletter newsletters subscribe"
    " subscription signup share shares sharing sharebar sharedaddy social cookie cookies consent gdpr advert advertisement"
    " adverts ads adsense sponsored outbrain taboola pagination pager taglist tags toolbar popup modal paywall skip"
    " respond readmore morestories login breaking ticker rating ratings donate donation bio".split()
)
_HIDDEN_NAMES = frozenset(("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"))
_COMMENT_WORDS = frozenset(
    "comment comments commentlist commenter disqus respondents livefyre replies".split()
)
_COMMENT_LABELS = frozenset(
    "count counts counter number num icon link links toggle button off policy form reply".split()
)
_EMBED_CLASSES = frozenset(
    "twitter-tweet twitter-video twitter-quote tweet instagram-media tiktok-embed fb-post fb-video reddit-embed-bq"
    " reddit-embed reddit-card bluesky-embed mastodon-embed telegram-post imgur-embed-pub embedded-tweet tweet-embed"
    " embed-tweet text-post-media threads-embed vk-post".split()
)
_EMBED_TAGS = frozenset(
    ("twitter-widget", "fb:post", "amp-twitter", "amp-instagram", "amp-facebook", "bsky-embed", "iframe")
)
_CAPTION_WORDS = frozenset("caption figcaption captions".split())
_BYLINE_WORDS = frozenset(
    "byline bylines author authors dateline timestamp pubdate publishdate publicationdate".split()
)
_BYLINE_NAMES = frozenset(
    "posted-on entry-meta post-meta article-meta entry-date post-date article-date article__meta post-author meta-author"
    " entry-author article-author published updated story-meta article-info".split()
)
_TITLE_NAMES = frozenset(
    "headline entry-title article-title post-title article-headline story-headline article__headline article__title"
    " story-title news-title".split()
)
# Words before another that turn it round: "has-sidebar", "no-comments", "with-related" describe a layout.
_TURNED = frozenset("has with no without is hide show not".split())


@dataclass(slots=True)
class _Open:
    """An element whose end has not been met, and what it does to the text in it."""

    place: int
    block: bool
    left_out: bool
    link: bool
    byline: bool
    bold: bool


@dataclass(slots=True)
class _Pieces:
    """The text met since the last block-level tag, and how many of its letters are linked, in bylines or in bold."""

    texts: list[str] = field(default_factory=list)
    letters: int = 0
    linked: int = 0
    byline: int = 0
    bold: int = 0


def blocks_of(tree: html.HtmlElement) -> list[Block]:
    """The blocks of a page, in document order. Scripts, styles, forms' fields and hidden elements give none."""
    walk, blocks = _Walk(), []
    for place, (event, element) in enumerate(etree.iterwalk(tree, events=("start", "end"))):
        blocks += walk.enter(place, element) if event == "start" else walk.leave(element)
    return blocks + walk.flush()


class _Walk:
    """A walk over a page's elements, and what it has met: the elements that are open, and the text since the last block's end."""

    def __init__(self) -> None:
        self._opened: list[_Open] = []
        self._path: list[int] = []
        self._regions: list[tuple[int, Region, bool]] = []
        self._headings: list[tuple[int, bool]] = [
            (0, False)
        ]  # level, whether the markup calls it the headline
        self._pieces = _Pieces()
        self._left_out = self._links = self._bylines = self._bolds = 0  # how many open elements are such

    def enter(self, place: int, element: etree._Element) -> list[Block]:
        """Open an element; the block that ends where it begins, if any."""
        tag = element.tag if isinstance(element.tag, str) else ""
        region = _region(element, tag)
        block = tag in _BLOCK_LEVEL or tag in _EMBED_TAGS
        new = _Open(
            place,
            block=block,
            left_out=tag in _LEFT_OUT or _is_hidden(element),
            link=tag == "a",
            byline=region is not None and region[0] == Region.BYLINE and not block,
            bold=tag in ("b", "strong"),
        )
        ended = self.flush() if new.block else []
        if new.block:
            self._path.append(place)
            level = int(tag[1]) if tag in _HEADINGS else self._headings[-1][0]
            self._headings.append((level, self._headings[-1][1] or _is_title(element, tag)))
        if region and not new.byline:  # bylines within a line are counted by their letters
            self._regions.append((place, *region))
        self._opened.append(new)
        self._count(new, 1)
        if tag == "br":
            self._add("\n", kept=True)
        else:
            self._add(_fallback(element.text) if tag == "iframe" else element.text, kept=tag == "pre")
        return ended

    def leave(self, element: etree._Element) -> list[Block]:
        """Close the element that was opened last; the block that ends with it, if any."""
        old = self._opened.pop()
        ended = self.flush() if old.block else []
        if old.block:
            self._path.pop()
            self._headings.pop()
        if self._regions and self._regions[-1][0] == old.place:
            self._regions.pop()
        self._count(old, -1)
        self._add(element.tail)
        return ended

    def flush(self) -> list[Block]:
        """The blocks of the text met since the last one."""
        pieces, self._pieces = self._pieces, _Pieces()
        return [
            Block(
                text,
                "".join(filter(str.isalnum, text.lower())),
                tuple(self._path),
                tuple(self._regions),
                *self._headings[-1],
                linked=pieces.linked / max(1, pieces.letters),
                byline=2 * pieces.byline > pieces.letters,
                bold=pieces.bold / max(1, pieces.letters),
            )
            for text in _paragraphs("".join(pieces.texts))
        ]

    def _count(self, element: _Open, by: int) -> None:
        self._left_out += by * element.left_out
        self._links += by * element.link
        self._bylines += by * element.byline
        self._bolds += by * element.bold

    def _add(self, text: str | None, *, kept: bool = False) -> None:
        if text and not self._left_out:
            self._pieces.texts.append(text if kept else _LAYOUT.sub(" ", text))
            letters = sum(map(str.isalnum, text))
            self._pieces.letters += letters
            self._pieces.linked += letters * (self._links > 0)
            self._pieces.byline += letters * (self._bylines > 0)
            self._pieces.bold += letters * (self._bolds > 0)


def _paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a block: divided where two line breaks stand together, as ``<br><br>`` sets them."""
    for paragraph in re.split(r"\n\s*\n", text):
        lines = (_LAYOUT.sub(" ", line).strip() for line in paragraph.split("\n"))
        if stripped := "\n".join(line for line in lines if line):
            yield stripped


def _fallback(markup: str | None) -> str:
    """The text of an ``<iframe>``, which the parser hands over as it stands, tags and all."""
    return unescape(_TAG.sub(" ", _SCRIPT.sub(" ", markup or "")))


def _is_hidden(element: etree._Element) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def _is_outermost(element: etree._Element) -> bool:
    """Whether a ``<header>`` is the site's: directly in the body."""
    parent = element.getparent()
    return parent is not None and parent.tag == "body"


def _names(element: etree._Element) -> list[str]:
    return f"{element.get('class') or ''} {element.get('id') or ''}".split()


def _is_title(element: etree._Element, tag: str) -> bool:
    if "headline" in (element.get("itemprop") or "").split():
        return True
    return tag in ("h1", "h2", "h3", "div", "p") and any(
        name.lower() in _TITLE_NAMES for name in _names(element)
    )


def _region(element: etree._Element, tag: str) -> tuple[Region, bool] | None:
    """What an element says of its text, and whether only its class or id does; ``None`` where it says nothing."""
    if tag in ("html", "body", "main", "article", "h1"):
        if (element.get("itemtype") or "").endswith("schema.org/Comment"):
            return Region.COMMENT, False
        return (
            None  # the classes of these describe the page, and WordPress puts its tags and categories there
        )
    itemprop = (element.get("itemprop") or "").split()
    role = element.get("role") or ""
    names = _names(element)
    if tag in ("nav", "footer", "aside", "menu") or role in (
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "complementary",
    ):
        return Region.FURNITURE, tag in ("aside", "footer")
    if _HIDDEN_NAMES.intersection(names) or (tag == "header" and _is_outermost(element)):
        return Region.FURNITURE, True
    if (element.get("itemtype") or "").endswith("schema.org/Comment") or "comment" in itemprop:
        return Region.COMMENT, False
    if tag in _EMBED_TAGS or _EMBED_CLASSES.intersection(names) or element.get("data-tweet-id"):
        return Region.EMBEDDED, False
    if tag in ("figcaption", "caption") or "caption" in itemprop:
        return Region.CAPTION, False
    words = {word for name in _names(element) for word in _split(name)}
    if words & _COMMENT_WORDS:
        return (Region.FURNITURE if words & _COMMENT_LABELS else Region.COMMENT), True
    if words & _FURNITURE_WORDS:
        return Region.FURNITURE, True
    if words & _CAPTION_WORDS:
        return Region.CAPTION, True
    if tag in ("time", "address") or "author" in (element.get("rel") or "").split():
        return Region.BYLINE, False
    if {"author", "datePublished", "dateModified", "creator"}.intersection(itemprop):
        return Region.BYLINE, False
    if words & _BYLINE_WORDS or _BYLINE_NAMES.intersection(names):
        return Region.BYLINE, True
    return None


DROPPED = frozenset({Region.FURNITURE, Region.COMMENT, Region.EMBEDDED})
"""What of a page is another's: nothing in it tells of the report."""


def region_of(element: etree._Element) -> Region | None:
    """What an element says of all that stands in it, be it by its class alone; ``None`` where it says nothing."""
    found = _region(element, element.tag) if isinstance(element.tag, str) else None
    return None if found is None else found[0]


def _split(name: str) -> list[str]:
    """The words of a class or id name, in lower case; none where a word such as "has" turns it round.

    ``article__related-links`` → article, related, links; ``relatedPosts`` → related, posts; ``has-sidebar`` → nothing.
    """
    words = [word.lower() for word in _WORD.findall(name)]
    return [] if _TURNED.intersection(words) else words
