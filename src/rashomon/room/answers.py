"""What a view becomes: a page for a person, or JSON for a program."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment
from markupsafe import Markup, escape

from rashomon import __version__
from rashomon.accounts.told import THE_REPORT
from rashomon.dossier.escaping import escaping
from rashomon.dossier.phrases import (
    GIVEN,
    MAY_BE_OPPOSED,
    NOT_KNOWN,
    WHY_APART,
    WORTH_A_LOOK,
    carried_by,
    comments_of,
    count,
    dates,
    independent,
    not_by_itself,
    on_its_own_account,
    read_in,
    reports_carried_by,
)
from rashomon.records import Span
from rashomon.room import charts, sources
from rashomon.visible import ACTING, one_line, said_when, visible

_SPACE = re.compile(r"\s+")


def page(template: str, **values: object) -> str:
    """A template's page. Every text that it prints is made visible and escaped, whatever it is."""
    return _templates().get_template(f"{template}.html.j2").render(**values)


def as_json(view: object) -> bytes:
    """A view as JSON: each record an object of its fields, texts exactly as they are in the ledger."""
    return json.dumps(view, ensure_ascii=False, default=_fields, separators=(",", ":")).encode()


def _fields(value: object) -> dict[str, Any]:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} has no JSON form")


@lru_cache(maxsize=1)
def _templates() -> Environment:
    environment = escaping("rashomon.room")
    environment.globals |= {
        "GIVEN": GIVEN,
        "NOT_KNOWN": NOT_KNOWN,
        "WORTH_A_LOOK": WORTH_A_LOOK,
        "MAY_BE_OPPOSED": MAY_BE_OPPOSED,
        "WHY_APART": WHY_APART,
        "THE_REPORT": THE_REPORT,
        "on_its_own_account": on_its_own_account,
        "read_in": read_in,
        "version": __version__,
        "style": _static("room.css"),
        "script": _static("room.js"),
        "carried_by": carried_by,
        "independent": independent,
        "comments_of": comments_of,
        "not_by_itself": not_by_itself,
        "reports_carried_by": reports_carried_by,
        "count": count,
        "dates": dates,
        "link": link,
        "place": place,
        "charts": charts,
        "parquet": find_spec("pyarrow") is not None,
        "marked": marked,
        "sources": sources,
    }
    environment.filters |= {
        "text": text,
        "one_line": one_line,
        "said_when": said_when,
        "short": lambda words: one_line(words, 90),
    }
    return environment


def _static(name: str) -> str:
    """The address of a file of ours; it changes with the file, so that a browser keeps no old one."""
    content = files("rashomon.room").joinpath("static", name).read_bytes()
    return f"/static/{name}?{hashlib.sha256(content).hexdigest()[:8]}"


def link(path: str, *records: object, **parameters: object) -> str:
    """An address with parameters: the fields of records, then others, which stand over them; empty ones are left out.

    >>> link("/search", words="mill bridge", first=0, outlet="")
    '/search?words=mill+bridge'
    """
    merged: dict[str, object] = {}
    for record in records:
        merged |= _fields(record)
    merged |= parameters
    query = urlencode({k: str(v) for k, v in merged.items() if v not in (None, "", 0)})
    return quote(path) + (f"?{query}" if query else "")


def place(report: str, start: int | None = None, end: int | None = None) -> str:
    """The address of the very characters of a report.

    >>> place("1f00", 12, 20)
    '/report/1f00?at=12-20#at'
    """
    return f"/report/{quote(report)}" + ("" if start is None else f"?at={start}-{end}#at")


def text(words: str) -> Markup:
    """Captured text to be read and counted: what would act or hide is an element that shows its code point.

    Such an element stands for as many characters as its ``data-chars`` says, so that a program in the page can count.
    """
    pieces, reached = [], 0
    for match in ACTING.finditer(words):
        pieces += [escape(words[reached : match.start()]), _acting(match)]
        reached = match.end()
    pieces.append(escape(words[reached:]))
    return Markup("").join(pieces)


def marked(words: str, marks: Sequence[Span]) -> Markup:
    """A text on one line with these of its characters marked.

    >>> str(marked("the mill bridge", [Span(4, 8)]))
    'the <mark>mill</mark> bridge'
    """
    pieces, reached = [], 0
    for mark in marks:
        pieces += [
            _line(words[reached : mark.start]),
            Markup("<mark>{}</mark>").format(_line(words[mark.start : mark.end])),
        ]
        reached = mark.end
    pieces.append(_line(words[reached:]))
    return Markup("").join(pieces)


def _line(words: str) -> Markup:
    return escape(_SPACE.sub(" ", visible(words)))


def _acting(match: re.Match[str]) -> Markup:
    code = f"U+{ord(match[0]):04X}"
    shown = "" if match[0] in "\r\x0b\x0c\x85\u2028\u2029" else f"‹{code}›"
    return Markup('<i class="acts" data-chars="1" title="{}">{}</i>').format(code, shown)
