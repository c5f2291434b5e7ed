"""News and pages without attributions, as names and paragraphs: ECB+, NeUS, press releases, dragnet's pages."""

from __future__ import annotations

import collections
import json
import random
import re
from pathlib import Path
from xml.etree import ElementTree

from rashomon.reports.decode import decode
from rashomon.reports.wrapped import paragraphs

Article = tuple[str, list[str]]

_COMMENTS_BELOW = re.compile(r"!@#\$%\^&\*\(\)\s+COMMENTS")
_RELEASE = re.compile(r"PRESS RELEASE TEXT:\s*(.*)", re.DOTALL)


def lines(text: str) -> list[str]:
    """The paragraphs of a plain text."""
    return [text[start:end] for start, end in paragraphs(text)]


def read_pages(folder: Path) -> list[tuple[str, list[str], list[str]]]:
    """Dragnet's pages (seomoz/dragnet_data, training split): name, main text, readers' comments."""
    pages = []
    for path in sorted((folder / "gold").glob("*.txt")):
        main, _, comments = _COMMENTS_BELOW.sub("\x01", decode(path.read_bytes())).partition("\x01")
        pages.append((path.stem, lines(main), lines(comments)))
    return pages


def read_events(folder: Path, chance: random.Random) -> list[Article]:
    """ECB+ articles; their sentences, of which alone the corpus knows, joined by ones, twos and threes to paragraphs."""
    articles = []
    for path in sorted(folder.glob("*/*.xml")):
        tokens: dict[int, list[str]] = collections.defaultdict(list)
        for token in ElementTree.parse(path).getroot().iter("token"):
            tokens[int(token.get("sentence", "0"))].append(token.text or "")
        sentences = [untokenised(" ".join(tokens[number])) for number in sorted(tokens)]
        body: list[str] = []
        while sentences:
            size = chance.choice((1, 2, 3))
            body.append(" ".join(sentences[:size]))
            del sentences[:size]
        articles.append((path.stem, body))
    return articles


def event_texts(folder: Path) -> dict[str, str]:
    """ECB+'s articles by name, always in the same paragraphs: the texts whose characters our annotations of them count."""
    articles = read_events(folder, random.Random("news/1"))
    return {name: "\n\n".join(printed(p) for p in body) for name, body in articles}


def texts(shared: Path) -> dict[str, str]:
    """The texts of ECB+, NeUS and the press releases by name: their characters are what our annotations count. ``shared`` holds
    ``ecbplus``, ``stories`` and ``figures``.
    """
    articles = read_excerpts(shared / "stories" / "neus-train.source")
    articles += read_releases(shared / "figures" / "isaf-press-releases.jsonl")
    return event_texts(shared / "ecbplus") | {name: "\n\n".join(body) for name, body in articles}


def untokenised(text: str) -> str:
    """A line of a corpus that sets every mark apart, as it was printed."""
    text = re.sub(
        r" (n't|'s|'re|'ve|'ll|'d|'m|[.,;:!?)’])", r"\1", text.replace("`` ", "“").replace(" ''", "”")
    )
    return text.replace("``", "“").replace("''", "”").replace("( ", "(")


def printed(text: str) -> str:
    """An untokenised line whose typographic marks stood apart as well (much of ECB+)."""
    text = re.sub(r"([“(\[$]) ", r"\1", text)
    text = re.sub(r" ([”)\]%])", r"\1", text)
    text = re.sub(r"(\w)’ (s|t|re|ve|ll|d|m)\b", r"\1’\2", text)
    return re.sub(r"(?<=\w) - (?=\w)", "-", text)


def read_excerpts(file: Path, together: int = 10) -> list[Article]:
    """NeUS (``neus-train.source``): titles and excerpts of several outlets, ``together`` of them in one article."""
    told = []
    for line in file.read_text(encoding="utf-8").splitlines():
        for excerpt in line.split("[SEP]"):
            title, _, body = excerpt.partition("ARTICLE=>")
            told.append([title.replace("TITLE=>", "").strip().removesuffix("."), body.strip()])
    return [
        (f"{file.stem} {at}", [p for pair in told[at : at + together] for p in pair if p])
        for at in range(0, len(told), together)
    ]


def read_releases(file: Path) -> list[Article]:
    """Press releases in a chat format (``isaf-press-releases.jsonl``): the text of each."""
    articles = []
    for number, row in enumerate(file.read_text(encoding="utf-8").splitlines()):
        for turn in json.loads(row)["conversations"]:
            release = _RELEASE.search(turn["value"]) if turn["from"] == "human" else None
            if release:
                articles.append((f"{file.stem} {number}", lines(release.group(1))))
    return articles
