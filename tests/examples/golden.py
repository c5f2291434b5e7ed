"""Reads ``examples/gold.json`` and finds its strings in any text of the reports.

What a report's text is depends on how its page is extracted, so the gold holds exact strings, never offsets.
A test of the pipeline asks for spans in the text that the pipeline made::

    gold = golden.load()
    for attribution in gold.attributions_of("lidva-lantern"):
        spans = golden.spans(report.text, attribution.content, attribution.within)

White space of any kind and length matches any other, and a string matches whole words only: ``He`` is not
found in ``Her``. Offsets are code points of the text that was handed in, half-open.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lxml.html

from rashomon.records import AttributionKind, Span, Voice

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
STORY = EXAMPLES / "osmer-delta"

UNREAD = ("script", "style", "noscript", "template")
RUNNING = ("a", "abbr", "b", "cite", "em", "font", "i", "span", "strong", "sub", "sup", "time", "u")


@dataclass(frozen=True, slots=True)
class Quoted:
    """An exact string of a report; ``occurrence`` counts from 1 and is needed only where it is not unique."""

    text: str
    occurrence: int | None = None


@dataclass(frozen=True, slots=True)
class GoldReport:
    """What a reader knows of a report; ``not_stated`` names the fields that its metadata do not give."""

    file: str
    outlet: str
    title: str
    published: str | None
    authors: tuple[str, ...]
    metadata: str
    not_stated: tuple[str, ...] = ()
    agency: str | None = None

    @property
    def name(self) -> str:
        """The file's stem, by which everything else in the gold names the report."""
        return Path(self.file).stem


@dataclass(frozen=True, slots=True)
class GoldVoice:
    """A string that stands in one voice; furniture may as well be absent from the report's text."""

    report: str
    voice: Voice
    text: Quoted


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """Who said what: strings for each part, all of them inside the stretch ``within`` where one is given."""

    id: str
    report: str
    source: tuple[Quoted, ...]
    cue: tuple[Quoted, ...]
    content: tuple[Quoted, ...]
    speaker: str | None
    kind: AttributionKind
    within: str | None = None
    inside: str | None = None
    voice: Voice = Voice.BODY
    speaker_described: str | None = None
    channel: str | None = None
    addressee: str | None = None
    said_on: str | None = None
    trouble: str | None = None


@dataclass(frozen=True, slots=True)
class GoldWording:
    """One report's version of a statement."""

    report: str
    text: Quoted


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A thing said once; in ``maybe`` groups, one that a careful reader may join or not."""

    id: str
    speaker: str | None
    wordings: tuple[GoldWording, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class GoldStory:
    """The reports about the same events, by file."""

    id: str
    title: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldPerson:
    """A person, the other forms that lead to them, and who they must not be taken for."""

    name: str
    who: str
    also: tuple[str, ...] = ()
    is_not: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A side of a conflict: a string of a report, and the attribution that it stands in where there is one."""

    report: str
    text: Quoted
    attribution: str | None = None
    value: int | None = None
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class GoldConflict:
    """Where accounts part: figures, a denial, an altered quotation or opposed claims."""

    id: str
    kind: str
    about: str
    claims: tuple[GoldClaim, ...]
    against: tuple[GoldClaim, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class GoldOrigin:
    """Where reports had a matter from; ``files`` share it."""

    id: str
    origin: str
    files: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Gold:
    """The whole of ``gold.json``."""

    about: str
    conventions: tuple[str, ...]
    reports: tuple[GoldReport, ...]
    voices: tuple[GoldVoice, ...]
    attributions: tuple[GoldAttribution, ...]
    statements: tuple[GoldStatement, ...]
    maybe: tuple[GoldStatement, ...]
    apart: tuple[GoldStatement, ...]
    stories: tuple[GoldStory, ...]
    people: tuple[GoldPerson, ...]
    origins: tuple[GoldOrigin, ...]
    conflicts: tuple[GoldConflict, ...]

    def attributions_of(self, report: str) -> tuple[GoldAttribution, ...]:
        """The attributions of the report of that name, in the order of the file."""
        return tuple(a for a in self.attributions if a.report == report)


def load(path: Path = EXAMPLES / "gold.json") -> Gold:
    """Read the gold; a key that no record knows, or one that is missing, raises ``TypeError`` or ``KeyError``."""
    raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    readers: dict[str, Callable[[Any], object]] = {
        "conventions": str,
        "reports": lambda r: GoldReport(**_tuples(r, "authors", "not_stated")),
        "voices": lambda v: GoldVoice(v["report"], Voice(v["voice"]), _quoted(v["text"])),
        "attributions": _attribution,
        "statements": _statement,
        "maybe": _statement,
        "apart": _statement,
        "stories": lambda s: GoldStory(**_tuples(s, "files")),
        "people": lambda p: GoldPerson(**_tuples(p, "also", "is_not")),
        "origins": lambda o: GoldOrigin(**_tuples(o, "files")),
        "conflicts": lambda c: GoldConflict(
            **c | {side: tuple(_claim(one) for one in c[side]) for side in ("claims", "against")}
        ),
    }
    lists: dict[str, Any] = {key: tuple(map(read, raw.pop(key))) for key, read in readers.items()}
    return Gold(**raw, **lists)


def readable(path: Path) -> str:
    """All the words of a file, in order: a text file as it is, a page's body without its scripts and styles.

    Nothing is judged here: navigation, comments and cookie texts are in. Blocks are set apart by a newline.
    """
    if path.suffix == ".txt":
        return path.read_bytes().decode("utf-8")
    page = lxml.html.document_fromstring(path.read_bytes())
    body = page.find("body")
    if body is None:
        raise ValueError(f"{path}: the page has no body")
    parts: list[str] = []
    _words(body, parts)
    return "".join(parts)


def find(text: str, wanted: Quoted, within: str | None = None) -> Span:
    """Where ``wanted`` stands in ``text``, or in the one stretch of it that reads ``within``.

    Raises ``LookupError`` when it is absent, or occurs more than once and ``occurrence`` does not say which.
    """
    scope = Span(0, len(text)) if within is None else find(text, Quoted(within))
    spans = [Span(m.start(), m.end()) for m in _pattern(wanted.text).finditer(text, scope.start, scope.end)]
    if wanted.occurrence is not None and 0 < wanted.occurrence <= len(spans):
        return spans[wanted.occurrence - 1]
    if wanted.occurrence is None and len(spans) == 1:
        return spans[0]
    asked = "" if wanted.occurrence is None else f", number {wanted.occurrence} was asked for"
    raise LookupError(f"{wanted.text!r} occurs {len(spans)} times{asked}")


def spans(text: str, wanted: tuple[Quoted, ...], within: str | None = None) -> tuple[Span, ...]:
    """Where each of the strings of one part stands."""
    return tuple(find(text, one, within) for one in wanted)


def _pattern(wanted: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in wanted.split())
    before = r"(?<!\w)" if wanted[:1].isalnum() else ""
    after = r"(?!\w)" if wanted[-1:].isalnum() else ""
    return re.compile(before + words + after)


def _words(element: lxml.html.HtmlElement, parts: list[str]) -> None:
    if not isinstance(element.tag, str) or element.tag in UNREAD:
        return
    edge = "" if element.tag in RUNNING else "\n"
    parts += [edge, element.text or ""]
    for child in element:
        _words(child, parts)
        parts.append(child.tail or "")
    parts.append(edge)


def _tuples(raw: dict[str, Any], *keys: str) -> dict[str, Any]:
    return raw | {key: tuple(raw[key]) for key in keys if key in raw}


def _quoted(raw: str | dict[str, Any]) -> Quoted:
    return Quoted(raw) if isinstance(raw, str) else Quoted(**raw)


def _attribution(raw: dict[str, Any]) -> GoldAttribution:
    parts = {part: tuple(_quoted(one) for one in raw[part]) for part in ("source", "cue", "content")}
    closed = {"kind": AttributionKind(raw["kind"]), "voice": Voice(raw.get("voice", "body"))}
    return GoldAttribution(**raw | parts | closed)


def _statement(raw: dict[str, Any]) -> GoldStatement:
    wordings = tuple(GoldWording(one["report"], _quoted(one["text"])) for one in raw["wordings"])
    return GoldStatement(**raw | {"wordings": wordings})


def _claim(raw: dict[str, Any]) -> GoldClaim:
    return GoldClaim(**raw | {"text": _quoted(raw["text"])})
