"""Captures: what was received, as text, as a file to keep, and in a frame where nothing of it can act."""

from __future__ import annotations

import re

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from rashomon.reports.decode import decode
from rashomon.room.asked import FAULTS, First, Id, answer
from rashomon.room.readers import Desk, Readers
from rashomon.room.views.capture import CaptureView, capture_view

router = APIRouter()

#: A captured page in its frame: no script, no network, no forms, an origin of its own (CSP Level 3, sandbox). Its own style may
#: be used, and pictures that it holds itself.
FRAMED = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"

# What a policy does not govern: a link may have names looked up and connections opened (preconnect), a base moves addresses, a
# meta sends elsewhere; a frame in the frame that the policy keeps empty stays a frame. As elements of no meaning they do nothing.
_REACHING = re.compile(r"<(?=/?(?:link|meta|base|i?frame|frameset|object|embed)\b)", re.IGNORECASE)

#: Bytes of a page that are shown in a frame.
MOST_FRAMED = 5_000_000


@router.get("/capture/{sha256}", include_in_schema=False)
@router.get(
    "/capture/{sha256}.json",
    response_model=CaptureView,
    tags=["captures"],
    summary="A capture and what it says",
    responses=FAULTS,
)
async def capture(request: Request, sha256: Id, start: First = 0, framed: bool = False) -> Response:
    return await answer(request, "capture", lambda desk: capture_view(desk, sha256, start), framed=framed)


@router.get(
    "/capture/{sha256}/bytes",
    tags=["captures"],
    summary="The bytes as received, as a file",
    response_class=Response,
    responses={**FAULTS, 200: {"content": {"application/octet-stream": {}}}},
)
async def received(request: Request, sha256: Id) -> Response:
    readers: Readers = request.app.state.readers
    found = await readers.read(lambda desk: desk.ledger.capture(sha256))
    # Never as what it is: a browser must keep it, and not show it.
    return Response(
        found.content,
        media_type="application/octet-stream",
        headers={"content-disposition": f'attachment; filename="{found.sha256[:16]}.bin"'},
    )


@router.get("/capture/{sha256}/framed", include_in_schema=False)
async def framed(request: Request, sha256: Id) -> Response:
    def page(desk: Desk) -> str:
        found = desk.ledger.capture(sha256)
        if found.media_type != "text/html":
            raise HTTPException(404, "this capture is not a page")
        return _REACHING.sub("<x-", decode(found.content[:MOST_FRAMED], html=True))

    if request.headers.get("sec-fetch-dest", "iframe") != "iframe":
        raise HTTPException(403, "a captured page is shown in a frame of its capture’s page, never by itself")
    readers: Readers = request.app.state.readers
    return Response(
        (await readers.read(page)).encode("utf-8", "replace"),
        media_type="text/html; charset=utf-8",
        headers={"content-security-policy": FRAMED, "x-frame-options": "SAMEORIGIN"},
    )
