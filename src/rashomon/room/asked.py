"""What a request asks for, and the way from there to an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import unquote

from fastapi import Path, Query, Request
from fastapi.responses import HTMLResponse, Response

from rashomon.records import Span
from rashomon.room import answers
from rashomon.room.door import Door
from rashomon.room.readers import Desk, Readers


@dataclass(frozen=True, slots=True)
class Fault:
    """What cannot be answered, and what mends it."""

    detail: str
    mend: str


def _fault(description: str) -> dict[str, Any]:
    """A fault as JSON, or as a page where a browser asks for a file."""
    return {"model": Fault, "description": description, "content": {"text/html": {}}}


def _refusal(description: str) -> dict[str, Any]:
    return {"description": description, "content": {"text/plain": {}}}


FAULTS: dict[int | str, dict[str, Any]] = {
    401: _refusal("From another machine, reading needs the token."),
    404: _fault("No such id in this ledger, or several that begin so."),
    414: _refusal("The address is too long."),
    422: _fault("This address is not understood."),
    503: _fault("The ledger cannot be read now, or not in the time that a page has."),
}

Id = Annotated[
    str, Path(pattern="^[0-9a-f]{1,64}$", description="An id, or as much of its beginning as is needed.")
]
First = Annotated[int, Query(ge=0, le=10_000_000, description="Where the page begins, from 0.")]
Words = Annotated[str, Query(max_length=500)]
Label = Annotated[str, Query(max_length=300)]
EntityId = Annotated[str, Query(pattern="^[0-9a-f]{0,64}$", description="A person's or body's id.")]
Date = Annotated[
    str, Query(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?)?$", description="An ISO date, or its year or month.")
]
WHO = "rashomon-who"
"""The cookie that keeps the name of whoever decides, so that it is typed once."""

At = Annotated[
    str,
    Query(pattern=r"^(\d{1,9}-\d{1,9})?$", description="Characters to point at: start and end, half-open."),
]


def wants_json(request: Request) -> bool:
    """Whether a program asks: by ``.json``, by sending JSON, or by an Accept header that names JSON before any page."""
    if request.url.path.endswith((".json", ".jsonld")):
        return True
    if request.headers.get("content-type", "").startswith("application/json"):
        return True
    accepted = [part.partition(";")[0].strip() for part in request.headers.get("accept", "").split(",")]
    first = next((part for part in accepted if part in ("application/json", "text/html")), "text/html")
    return first == "application/json"


def span(at: str) -> Span | None:
    """Characters as an address names them: ``12-20``."""
    start, _, end = at.partition("-")
    return Span(int(start), int(end)) if end else None


async def answer(
    request: Request, template: str, view: Callable[[Desk], object], **values: object
) -> Response:
    """A view as the page of a template, or as JSON where that is asked for; made on a reader's thread."""
    readers: Readers = request.app.state.readers
    json = wants_json(request)
    if json:
        return Response(
            await readers.read(lambda desk: answers.as_json(view(desk))), media_type="application/json"
        )
    return HTMLResponse(
        await readers.read(lambda desk: answers.page(template, view=view(desk), **around(request), **values))
    )


def around(request: Request) -> dict[str, Any]:
    """What every page knows besides its view: the ledger's name, and whether whoever asks may write, and signs as whom."""
    door: Door = request.app.state.door
    allowed = getattr(request.state, "allowed", None)
    return {
        "ledger_name": request.app.state.readers.path.name,
        "may_write": allowed is not None,
        "form": door.form if allowed else "",
        "who": unquote(request.cookies.get(WHO, ""))[:100],
        "path": request.url.path,
        "behind": request.app.state.writer.behind,
    }
