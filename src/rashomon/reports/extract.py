"""One capture to one report: the readable text and its passages, or the problem that prevents it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePath
from typing import Any

from rashomon.records import Capture, Passage, Problem, Report, Voice
from rashomon.reports.blocks import blocks_of
from rashomon.reports.bylines import authors_of
from rashomon.reports.decode import UnreadableError, decode
from rashomon.reports.mail import header
from rashomon.reports.masthead import begins_with_masthead, issued, issuer_of, outlet_of
from rashomon.reports.message import MAIL, passages_of_message, read_message
from rashomon.reports.metadata import Metadata, article_in_data, host, is_ours, page_metadata
from rashomon.reports.page import parse, read_page
from rashomon.reports.placeholder import asks_only
from rashomon.reports.published import (
    from_address,
    from_byline,
    from_dateline,
    from_file_name,
    from_headline,
    from_line,
    iso_date,
)
from rashomon.reports.repeats import without_repeats
from rashomon.reports.voices import passages as passages_of_text
from rashomon.reports.wrapped import joined

STAGE = "reports"
_READ = ("text/plain", "text/html", "application/json", MAIL)
_BETWEEN_BLOCKS = "\n\n"
_PLACE = re.compile(r"(?P<file>.*?)(?P<place>:\d+|\[\d+\])?$", re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")
LINES = 4
"""Blocks of the body among which a date of its own may stand: below a headline, an outlet's name, a byline. Set by hand."""
RELEASE_LINES = 6
"""Those among which a dateline may stand: below the head of a press release, its issuer, number and terms. Set by hand."""

_FIELDS = ("url", "outlet", "title", "published")
FIELDS = ("text", "html", *_FIELDS, "authors")
"""The fields of a JSON object that are read."""
_ATTRIBUTED = frozenset(("doc", "report", "text", "attributions", "passages"))
"""Fields that together tell a line of ``rashomon attribute --format jsonl``."""
_MARKED_UP = re.compile(r"</?(?:p|br|div|span|a|strong|em|b|i|h\d)\b", re.IGNORECASE)
_KINDS = {dict: "an object", list: "a list", bool: "true or false", int: "a number", float: "a number"}
"""What a value of a JSON field is, in words; nothing else comes out of JSON."""


def extract(capture: Capture) -> Report | Problem:
    """The report of a capture, a function of its bytes and path alone.

    Plain text is kept exactly as decoded (:func:`.decode.decode`) and divided into passages by
    :mod:`.voices`, the header of an e-mail by :mod:`.mail`; a message (.eml) is
    :mod:`.message`'s. A page's text is its blocks joined by blank lines, each block one
    passage (:func:`.page.read_page`). A JSON object gives either, by its ``text`` or else its ``html``, and its own
    ``url``, ``outlet``, ``title``, ``published`` and ``authors`` win over the page's::

        {"text": "The mill burned.", "outlet": "The Lantern", "published": "2031-04-05", "authors": ["Ann Lee"]}

    What cannot be read is a :class:`Problem` that names the capture's path.
    """
    if capture.media_type not in _READ:
        fault = f"captures of type {capture.media_type!r} are not read"
        return Problem(capture.path, STAGE, fault, f"give it as {', '.join(_READ)}", capture.sha256)
    try:
        if capture.media_type == "application/json":
            return _from_object(capture)
        if capture.media_type == "text/html":
            return _from_html(capture, decode(capture.content, html=True), Metadata(address=capture.address))
        if capture.media_type == MAIL:
            return _from_message(capture)
        return _from_text(capture, decode(capture.content), Metadata(address=capture.address))
    except UnreadableError as error:
        return Problem(capture.path, STAGE, error.fault, error.mend, capture.sha256)


def _from_text(capture: Capture, text: str, known: Metadata) -> Report:
    if not text.strip():
        raise UnreadableError("the text is empty", "fetch or save it again")
    if (mail := header(text)) is not None and text[mail.end :].strip():
        known = _merged(known, mail.known)
        behind = passages_of_message(text[mail.end :])
        moved = (Passage(p.voice, p.start + mail.end, p.end + mail.end) for p in behind)
        passages = (*mail.passages, *moved)
    else:
        passages = passages_of_text(text)
    completed = _completed(known, _by_voice(text, passages))
    if (
        not completed.published
        and capture.media_type == "text/plain"
        and (found := from_file_name(_name(capture.path)))
    ):
        # Of a text without a date, its name is all that tells one; what a page is saved as may tell when it was saved.
        completed = replace(completed, published=found, published_from="file name")
    return _report(capture, text, passages, completed)


def _from_message(capture: Capture) -> Report:
    known, text, passages = read_message(capture.content)
    completed = _completed(replace(known, address=capture.address), _by_voice(text, passages))
    return _report(capture, text, passages, completed)


def _by_voice(text: str, passages: tuple[Passage, ...]) -> list[tuple[Voice, str]]:
    """The words of each passage, without the line ends that only fit a column."""
    shown = joined(text)
    return [(p.voice, shown[p.start : p.end]) for p in passages]


def _from_html(capture: Capture, markup: str, known: Metadata) -> Report:
    tree = parse(markup)
    if is_ours(tree):
        raise _ours("a page that Rashomon made of a ledger")
    page = _merged(known, page_metadata(tree))
    blocks = _blocks(markup, page.title)
    passages, start = [], 0
    for voice, block in blocks:
        passages.append(Passage(voice, start, start + len(block)))
        start += len(block) + len(_BETWEEN_BLOCKS)
    text = _BETWEEN_BLOCKS.join(block for _, block in blocks)
    return _report(capture, text, tuple(passages), _completed(page, blocks))


def _blocks(markup: str, title: str | None) -> list[tuple[Voice, str]]:
    """What a page shows; where that is nothing, or only that a browser should run its scripts, the text in its JSON-LD."""
    try:
        blocks = read_page(markup, title)
        if not asks_only(_BETWEEN_BLOCKS.join(block for _, block in blocks)):
            return blocks
        missing = UnreadableError(
            "the page only asks for JavaScript, for cookies or for a check of the browser: its report is not in it",
            "save it from a browser that shows the report, or save its text as .txt",
        )
    except UnreadableError as error:
        missing = error
    if (article := article_in_data(parse(markup))) is None:
        raise missing
    headline, body = article
    texts = [" ".join(block.split()) for block in _paragraphs(body)]
    told = [(Voice.BODY, block) for block in texts if block and block != headline]
    if not told:
        raise missing
    return [(Voice.HEADLINE, headline), *told] if headline else told


def _paragraphs(body: str) -> list[str]:
    """The paragraphs of an article's text in JSON-LD, which may be marked up."""
    return [block.text for block in blocks_of(parse(body))] if _MARKED_UP.search(body) else body.splitlines()


def _ours(what: str) -> UnreadableError:
    return UnreadableError(
        f"this is {what}, no report: read, it would count as one more outlet",
        "nothing to mend: leave it, or keep it outside of what is read",
    )


def _from_object(capture: Capture) -> Report:
    fields = fields_of(capture.content)
    if fields.keys() >= _ATTRIBUTED:
        raise _ours("what rashomon attribute wrote of a report")
    known = _known(fields, capture.address)
    if fields.get("text"):
        return _from_text(capture, fields["text"], known)
    if fields.get("html"):
        return _from_html(capture, fields["html"].replace("\0", ""), known)
    raise UnreadableError(
        "the JSON object has neither text nor html", "give its report in a field text or html"
    )


@lru_cache(maxsize=1)
def fields_of(content: bytes) -> dict[str, Any]:
    """The object that ``content`` holds, its text fields checked to be text that can be stored.

    The last is kept: who notes what a report was given with asks again. Nobody may change it.
    """
    try:
        fields = json.loads(content.decode("utf-8"))
    except UnicodeDecodeError:
        raise UnreadableError(
            "the JSON is not UTF-8", "save it as UTF-8, as the JSON standard (RFC 8259) asks"
        ) from None
    except json.JSONDecodeError as error:
        raise UnreadableError(
            f"the JSON does not parse: {error.msg} (line {error.lineno}, column {error.colno} of the object)",
            "mend the JSON at that place",
        ) from None
    except RecursionError:
        raise UnreadableError("the JSON is nested too deep", "give the report as a flat object") from None
    except ValueError as error:  # a number of more digits than Python converts
        raise UnreadableError(f"the JSON does not parse: {error}", "mend the JSON") from None
    if not isinstance(fields, dict):
        raise UnreadableError(
            "the JSON is not an object", "write each report as {…} with a text or html field"
        )
    for name in ("text", "html", *_FIELDS):
        _check_text(name, fields.get(name))
    authors = fields.get("authors")
    if isinstance(authors, list):
        for author in authors:
            _check_text("authors", author)
    else:
        _check_text("authors", authors)
    if "\0" in (fields.get("text") or ""):
        raise UnreadableError(
            "the field text holds NUL characters", "fetch it again: the text is binary or damaged"
        )
    return fields


def _check_text(name: str, value: object) -> None:
    if value is not None and not isinstance(value, str):
        raise UnreadableError(
            f"the field {name} is {_KINDS[type(value)]}, not text",
            "give it as a string" if name != "authors" else "give it as a string or a list of strings",
        )
    if value and _SURROGATE.search(value):
        raise UnreadableError(
            f"the field {name} holds half of a surrogate pair, which is no character",
            "write the character whole: \\ud83d\\ude00, not \\ud83d alone",
        )


def _known(fields: dict[str, Any], address: str | None) -> Metadata:
    """What a JSON object's own fields say. A date that cannot be read is not known; so is an empty string."""
    texts = {name: " ".join((fields.get(name) or "").replace("\0", "").split()) or None for name in _FIELDS}
    authors = fields.get("authors") or []
    published = iso_date(texts["published"] or "")
    return Metadata(
        title=texts["title"],
        outlet=texts["outlet"],
        authors=tuple(
            name
            for author in ([authors] if isinstance(authors, str) else authors)
            if (name := " ".join((author or "").replace("\0", "").split()))
        ),
        published=published,
        published_from="json" if published else None,
        address=texts["url"] or address,
    )


def _merged(own: Metadata, page: Metadata) -> Metadata:
    """``own`` where it knows, ``page`` elsewhere; a date with where it was read."""
    dated = own if own.published else page
    return Metadata(
        title=own.title or page.title,
        outlet=own.outlet or page.outlet,
        authors=own.authors or page.authors,
        published=dated.published,
        published_from=dated.published_from,
        language=page.language,
        address=own.address or page.address,
    )


def _completed(known: Metadata, blocks: list[tuple[Voice, str]]) -> Metadata:
    """``known`` with what the address and the text's own headline and bylines add."""
    bylines = [text for voice, text in blocks if voice == Voice.BYLINE]
    if not known.title:
        known = replace(known, title=next((text for voice, text in blocks if voice == Voice.HEADLINE), None))
    if not known.outlet:
        known = replace(known, outlet=host(known.address) or _outlet(blocks, bylines))
    if not known.authors:
        known = replace(known, authors=next(filter(None, map(authors_of, bylines)), ()))
    return _dated(known, blocks)


def _outlet(blocks: list[tuple[Voice, str]], bylines: list[str]) -> str | None:
    """The outlet that the text itself names: in a line with a date, in its masthead, or as the issuer of a press release."""
    if named := next(filter(None, map(outlet_of, bylines)), None):
        return named
    if len(blocks) > 1 and begins_with_masthead([text for _, text in blocks]):
        return blocks[0][1].strip()
    return issuer_of([text for _, text in blocks])


def _dated(known: Metadata, blocks: list[tuple[Voice, str]]) -> Metadata:
    """``known`` with the date that its address or its text gives, where it has none, or the day of a month that it has."""
    if not known.published and known.address and (found := from_address(known.address)):
        known = replace(known, published=found, published_from="address")
    if known.published and len(known.published) == len("2031-04-05"):
        return known
    for found, where in _dates_of_text(blocks):
        if found.startswith(known.published or ""):
            return replace(known, published=found, published_from=where)
    return known


def _dates_of_text(blocks: list[tuple[Voice, str]]) -> Iterator[tuple[str, str]]:
    """The dates with which a text dates itself, with where they stand, the surest first."""
    body = [text for voice, text in blocks if voice == Voice.BODY]
    # Where nothing is marked as a byline: how the text begins, and lines of their own above it.
    for read, where, lines in (
        (from_byline, "text", [text for voice, text in blocks if voice == Voice.BYLINE]),
        (from_dateline, "dateline", body[:RELEASE_LINES]),
        (from_line, "text", body[:LINES]),
        (from_headline, "text", [text for voice, text in blocks if voice == Voice.HEADLINE][:1] + body[:1]),
    ):
        yield from ((found, where) for line in lines if (found := read(line)))
    # A body's own statement is dated below it, where it is signed.
    if any(issued(line) is not None for _, text in blocks[:LINES] for line in text.splitlines()[:LINES]):
        foot = [line for text in body[-LINES:] for line in text.splitlines()][-LINES:]
        yield from ((found, "text") for line in reversed(foot) if (found := from_line(line)))


def _report(capture: Capture, text: str, passages: tuple[Passage, ...], known: Metadata) -> Report:
    return Report(
        id=capture.sha256[:16],
        capture=capture.sha256,
        name=_name(capture.path),
        text=text,
        passages=without_repeats(text, passages),
        title=known.title,
        outlet=known.outlet,
        authors=known.authors,
        published=known.published,
        published_from=known.published_from,
        language=known.language,
        address=known.address,
    )


def _name(path: str) -> str:
    """``pages/valley.html`` → ``valley``; ``news.jsonl:17`` → ``news:17``; ``mail.mbox:3`` → ``mail:3``."""
    match = _PLACE.fullmatch(path)
    file, place = (match["file"], match["place"] or "") if match else (path, "")
    if not file.endswith((".json", ".jsonl", ".mbox", "stdin")):
        file, place = path, ""  # a colon of the file's own name
    return PurePath(file).stem + place
