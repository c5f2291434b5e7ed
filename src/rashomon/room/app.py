"""The application: the door, the addresses, and what is said where something cannot be shown."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from rashomon import __version__
from rashomon.ledger import LedgerError, UnknownIdError
from rashomon.room import answers
from rashomon.room.addresses import captures, exports, pages, review, token
from rashomon.room.asked import wants_json
from rashomon.room.door import Door, Guard
from rashomon.room.readers import Readers
from rashomon.room.writing import Writer

_ABOUT = """Everything that the pages of a reading room show, as JSON: the page's own address with `.json` at its end, or
with `Accept: application/json`. Offsets count Unicode code points of a report's text, from 0, half-open. `null` is not known.
Reading is open on the machine itself; from elsewhere, and for writing, send `Authorization: Bearer TOKEN`."""


def application(ledger: Path, door: Door) -> FastAPI:
    """A reading room on the ledger at this path, entered by this door."""
    readers, writer = Readers(ledger), Writer(ledger)

    @asynccontextmanager
    async def opened(_: FastAPI) -> AsyncIterator[None]:
        yield
        writer.close()
        readers.close()

    app = FastAPI(
        title="Rashomon: the reading room",
        description=_ABOUT,
        version=__version__,
        openapi_url="/openapi.json",
        docs_url=None,  # its pages load scripts from elsewhere
        redoc_url=None,
        lifespan=opened,
    )
    app.state.readers, app.state.writer, app.state.door = readers, writer, door
    # Files before pages, whose ids would take in what follows a dot.
    for part in (exports, captures, review, pages, token):
        app.include_router(part.router)
    app.mount("/static", StaticFiles(packages=[("rashomon.room", "static")]), name="static")
    app.add_exception_handler(LedgerError, _ledger_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _not_understood)
    app.add_middleware(Guard, door=door)
    return app


async def _ledger_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, LedgerError)
    status = 404 if isinstance(error, UnknownIdError) else 503
    return _told(request, status, f"{error.item}: {error.fault}", error.mend)


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _told(
        request,
        error.status_code,
        error.detail,
        "begin at the list of stories",
        dict(error.headers or {}),
    )


async def _not_understood(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = "; ".join(f"{fault['loc'][-1]}: {fault['msg']}" for fault in error.errors()[:5])
    if all(fault["loc"][0] == "body" for fault in error.errors()):
        return _told(request, 422, f"what was sent is not understood: {faults}", "/openapi.json says what is")
    return _told(
        request, 422, f"this address is not understood: {faults}", "mend it, or begin at the list of stories"
    )


def _told(
    request: Request, status: int, fault: str, mend: str, headers: dict[str, str] | None = None
) -> Response:
    """What cannot be shown, why, and what mends it."""
    title = HTTPStatus(status).phrase
    if wants_json(request):
        return JSONResponse({"detail": fault, "mend": mend}, status, headers)
    return HTMLResponse(
        answers.page("error", title=title, fault=fault, mend=mend, status=status), status, headers
    )
