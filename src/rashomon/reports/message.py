"""A message of e-mail (``.eml``, RFC 5322 and MIME): its own words, who sent it, when and about what.

Its text part is read, or else its HTML part. The subject is the headline. What is quoted or forwarded in it, and what stands
below its signature's mark, is site furniture: no statement of who sent it. Whom it was sent to stands nowhere but in the
capture's bytes; what is attached is named by :func:`attachments`.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message
from itertools import islice

from lxml import html

from rashomon.records import Passage, Voice
from rashomon.reports.decode import UnreadableError, decode
from rashomon.reports.mail import in_letters, senders, sent_on
from rashomon.reports.metadata import Metadata
from rashomon.reports.page import parse, read_page
from rashomon.reports.quoted_mail import not_the_senders
from rashomon.reports.voices import passages as passages_of_text

MAIL = "message/rfc822"

_FIELDS = ("from", "date", "subject")
_LATIN = {"iso-8859-1": "cp1252", "us-ascii": "cp1252", "latin-1": "cp1252", "latin1": "cp1252"}
"""Who declares these writes in Windows-1252 (WHATWG Encoding Standard)."""
_MOST_PARTS = 1_000
_STUB = 20
"""Words of a text part below which the HTML part is read: *View this message in your browser*. Set by hand."""
_NOT_THE_SENDER_S = (
    "//blockquote[@type='cite'] | //*[contains(@class, 'gmail_quote') or contains(@class, 'gmail_signature')"
    " or contains(@class, 'moz-signature') or contains(@class, 'moz-cite-prefix') or contains(@class, 'yahoo_quoted')"
    " or @id='divRplyFwdMsg' or @id='appendonsend']"
)
"""Elements in which mail programs set what is quoted, forwarded or signed."""


def read_message(content: bytes) -> tuple[Metadata, str, tuple[Passage, ...]]:
    """What a message tells of itself, its text and the text's passages; :class:`UnreadableError` where it has none."""
    message = _parsed(content)
    known = _metadata(message)
    texts, pages, packed = _bodies(message)
    text = next((t for t in texts if t.strip()), "")
    if pages and len(text.split()) < _STUB:
        return _with_headline(known, *_of_page(pages[0], known.title))
    if not text:
        fault = "the e-mail is encrypted" if packed else "the e-mail has no text, only what is attached to it"
        raise UnreadableError(fault, "save its text as .txt, or what is attached to it as files of their own")
    return _with_headline(known, text, passages_of_message(text))


def attachments(content: bytes) -> tuple[str, ...]:
    """The names of the files attached to a message, in order; what has no name by its type."""
    return tuple(
        in_letters(_filename(part)) or part.get_content_type()
        for part in _parts(_parsed(content))
        if _is_attached(part)
    )


def passages_of_message(text: str) -> tuple[Passage, ...]:
    """The passages of a message's text; what is quoted, forwarded, greeted or signed in it is furniture.

    >>> text = "The mill fell, the mayor said.\\n\\nOn 5 April 2031 Ann Lee wrote:\\n> Did it fall?\\n-- \\nPress Office\\n"
    >>> [text[p.start : p.end] for p in passages_of_message(text) if p.voice is not Voice.FURNITURE]
    ['The mill fell, the mayor said.']
    """
    left_out = not_the_senders(text)
    bare = list(text)
    for start, end in left_out:
        bare[start:end] = " " * (end - start)
    own = passages_of_text("".join(bare))
    furniture = (Passage(Voice.FURNITURE, *line) for line in left_out)
    return tuple(sorted((*own, *furniture), key=lambda p: p.start))


def _parsed(content: bytes) -> Message:
    try:
        message = message_from_bytes(content.removeprefix(BOM_UTF8))
    except (MessageError, RecursionError, ValueError, LookupError):
        raise UnreadableError(
            "the e-mail cannot be taken apart", "save it again, or its text as .txt"
        ) from None
    if not any(message.get(name) for name in _FIELDS):
        raise UnreadableError(
            "this is no e-mail: it has no From, no Date and no Subject",
            "save it again from the program that shows it, or its text as .txt",
        )
    return message


def _parts(message: Message) -> Iterator[Message]:
    """The parts that hold something, in order, less those of messages that are attached to this one."""
    waiting = [message]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        inner = part.get_payload()
        if isinstance(inner, list) and part.get_content_maintype() == "multipart":
            waiting += reversed([p for p in inner if isinstance(p, Message)])
        else:
            yield part


def _filename(part: Message) -> str:
    """The name of the file that a part is, if its header can be taken apart: of pieces with and without numbers it cannot."""
    try:
        return part.get_filename() or ""
    except (TypeError, ValueError, LookupError):
        return ""


def _is_attached(part: Message) -> bool:
    if part.get_content_disposition() == "attachment":
        return True
    of_text = part.get_content_type() in ("text/plain", "text/html") and not _filename(part)
    shown = part.get_content_maintype() == "image" and part.get("Content-ID")
    return not (of_text or shown)


def _bodies(message: Message) -> tuple[list[str], list[str], bool]:
    """The texts and the pages among its parts, and whether it is encrypted."""
    texts: list[str] = []
    pages: list[str] = []
    packed = message.get_content_type() == "multipart/encrypted"
    for part in _parts(message):
        packed = packed or part.get_content_type() in ("application/pkcs7-mime", "application/x-pkcs7-mime")
        if not _is_attached(part):
            page = part.get_content_type() == "text/html"
            (pages if page else texts).append(_text_of(part, page))
    return texts, pages, packed


def _text_of(part: Message, page: bool) -> str:
    """The text of a part, in the encoding that it declares if that fits, else as its bytes tell."""
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    try:
        text = content.decode(str(part.get_content_charset() or ""))
        text.encode()  # UTF-7 and the like may give halves of characters, which no ledger can hold
    except (LookupError, TypeError, ValueError):
        return decode(content, html=page) if content.strip() else ""
    if "\0" in text:
        raise UnreadableError(
            "the e-mail's text holds NUL characters", "save it again: it is binary or damaged"
        )
    return text


def _of_page(markup: str, title: str | None) -> tuple[str, tuple[Passage, ...]]:
    """The text and the passages of an HTML part, less what mail programs set in it as quoted or signed."""
    tree = parse(markup)
    for element in tree.xpath(_NOT_THE_SENDER_S):
        if element.getparent() is not None:
            element.drop_tree()
    blocks = read_page(html.tostring(tree, encoding="unicode"), title)
    passages, start = [], 0
    for voice, block in blocks:
        passages.append(Passage(voice, start, start + len(block)))
        start += len(block) + 2
    text = "\n\n".join(block for _, block in blocks)
    return text, tuple(_apart(text, passages))


def _apart(text: str, passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages, the lines in them that are not what the sender says furniture of their own."""
    left_out = not_the_senders(text)
    for p in passages:
        at = p.start
        for start, end in (line for line in left_out if p.start <= line[0] and line[1] <= p.end):
            yield from _kept(text, Passage(p.voice, at, start))
            yield Passage(Voice.FURNITURE, start, end)
            at = end
        yield from _kept(text, Passage(p.voice, at, p.end))


def _kept(text: str, p: Passage) -> Iterator[Passage]:
    """A passage without the white space around it, if there is more."""
    words = text[p.start : p.end]
    if words.strip():
        start = p.start + len(words) - len(words.lstrip())
        yield Passage(p.voice, start, start + len(words.strip()))


def _with_headline(
    known: Metadata, text: str, passages: tuple[Passage, ...]
) -> tuple[Metadata, str, tuple[Passage, ...]]:
    """The text below its subject, whose headlines of its own are lines of it; no subject twice."""
    if known.title is None or any(text[p.start : p.end] == known.title for p in passages):
        return known, text, passages
    by = len(known.title) + 2
    moved = (
        Passage(Voice.BODY if p.voice is Voice.HEADLINE else p.voice, p.start + by, p.end + by)
        for p in passages
    )
    return known, f"{known.title}\n\n{text}", (Passage(Voice.HEADLINE, 0, len(known.title)), *moved)


def _metadata(message: Message) -> Metadata:
    values = {name: _field(message, name) for name in _FIELDS}
    published = sent_on(values["date"])
    return Metadata(
        title=in_letters(values["subject"]) or None,
        authors=senders(values["from"]),
        published=published,
        published_from="metadata" if published else None,
    )


def _field(message: Message, name: str) -> str:
    """A field of the header on one line; of several of the same name the first.

    Letters that stand there as bytes, which no standard allows, are those of UTF-8, else of the text, else of Windows.
    """
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
    content = raw.encode("utf-8", "surrogateescape")
    of_text = (str(part.get_content_charset() or "") for part in _parts(message))
    for charset in ("utf-8", *islice(of_text, 1), "cp1252"):
        try:
            value = content.decode(_LATIN.get(charset, charset))
            value.encode()
            break
        except (LookupError, ValueError):
            value = content.decode("utf-8", "replace")
    return " ".join(value.replace("\0", "").split())
