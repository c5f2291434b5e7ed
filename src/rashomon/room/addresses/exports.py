"""What can be taken away from a page."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from rashomon.dossier import dossier
from rashomon.room.asked import Id
from rashomon.room.readers import Readers

router = APIRouter()


@router.get(
    "/story/{story}/dossier.html",
    tags=["exports"],
    summary="The dossier of a story: one self-contained file",
    response_class=Response,
    responses={200: {"content": {"text/html": {}}}},
)
async def story_dossier(request: Request, story: Id) -> Response:
    readers: Readers = request.app.state.readers
    page = await readers.read(lambda desk: dossier(desk.ledger, story))
    return Response(
        page,
        media_type="text/html; charset=utf-8",
        headers={
            "content-disposition": f'attachment; filename="story-{story[:8]}.html"',
            "content-security-policy": "sandbox",
        },
    )
