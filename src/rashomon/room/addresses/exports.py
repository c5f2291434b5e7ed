"""What can be taken away from a page, as a file."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from rashomon.dossier import dossier
from rashomon.dossier.order import by_date
from rashomon.ledger.shown import listed
from rashomon.ledger.shown.takeaway import figures, left_out, partings, wordings
from rashomon.room.asked import FAULTS, Id
from rashomon.room.bibliography import bibtex
from rashomon.room.graph import gexf
from rashomon.room.linked import linked
from rashomon.room.readers import Desk, Readers
from rashomon.room.views.entries import report_entry
from rashomon.room.views.statement import statement_view

router = APIRouter(tags=["exports"])


class Form(StrEnum):
    """What a table is written as."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


KINDS = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/jsonl; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
    "gexf": "application/gexf+xml; charset=utf-8",
}


def _documented(*suffixes: str) -> dict[str, Any]:
    content: dict[str, dict[str, Any]] = {KINDS[suffix].partition(";")[0]: {} for suffix in suffixes}
    return {"response_class": Response, "responses": {**FAULTS, 200: {"content": content}}}


@router.get(
    "/story/{story}/dossier.html", summary="A story’s dossier: one self-contained page", **_documented("html")
)
async def story_page(request: Request, story: Id) -> Response:
    return await _file(request, f"story-{story[:8]}.html", lambda desk: dossier(desk.ledger, story))


@router.get("/story/{story}/dossier.md", summary="A story’s dossier as Markdown", **_documented("md"))
async def story_text(request: Request, story: Id) -> Response:
    return await _file(request, f"story-{story[:8]}.md", lambda desk: dossier(desk.ledger, story, "md"))


@router.get(
    "/story/{story}/wordings.{form}",
    summary="Every wording in a story’s reports",
    **_documented("csv", "jsonl", "parquet"),
)
async def story_wordings(request: Request, story: Id, form: Form) -> Response:
    name = f"story-{story[:8]}.{form.value}"
    return await _file(request, name, lambda desk: wordings(desk.ledger, form.value, story=story))


@router.get(
    "/story/{story}/conflicts.{form}",
    summary="Where a story’s accounts part, a row for each member of a side",
    **_documented("csv", "jsonl", "parquet"),
)
async def story_conflicts(request: Request, story: Id, form: Form) -> Response:
    name = f"story-{story[:8]}-conflicts.{form.value}"
    return await _file(request, name, lambda desk: partings(desk.ledger, form.value, story))


@router.get(
    "/story/{story}/figures.{form}",
    summary="A story’s figures, a row for each: low, best, high, who is cited, and how many independent origins",
    **_documented("csv", "jsonl", "parquet"),
)
async def story_figures(request: Request, story: Id, form: Form) -> Response:
    name = f"story-{story[:8]}-figures.{form.value}"
    return await _file(request, name, lambda desk: figures(desk.ledger, form.value, story))


@router.get(
    "/story/{story}/left-out.{form}",
    summary="What each of a story’s reports leaves out that most other outlets carry",
    **_documented("csv", "jsonl", "parquet"),
)
async def story_left_out(request: Request, story: Id, form: Form) -> Response:
    name = f"story-{story[:8]}-left-out.{form.value}"
    return await _file(request, name, lambda desk: left_out(desk.ledger, form.value, story))


@router.get(
    "/statement/{statement}/wordings.{form}",
    summary="Every wording of a statement",
    **_documented("csv", "jsonl", "parquet"),
)
async def statement_wordings(request: Request, statement: Id, form: Form) -> Response:
    name = f"statement-{statement[:8]}.{form.value}"
    return await _file(request, name, lambda desk: wordings(desk.ledger, form.value, statement=statement))


@router.get(
    "/person/{person}/wordings.{form}",
    summary="Every wording of a person’s statements",
    **_documented("csv", "jsonl", "parquet"),
)
async def person_wordings(request: Request, person: Id, form: Form) -> Response:
    name = f"person-{person[:8]}.{form.value}"
    return await _file(request, name, lambda desk: wordings(desk.ledger, form.value, speaker=person))


@router.get("/story/{story}/reports.bib", summary="A story’s reports as BibTeX", **_documented("bib"))
async def story_reports(request: Request, story: Id) -> Response:
    def written(desk: Desk) -> str:
        reports = by_date(desk.shelf.report(report) for report in desk.ledger.story(story).reports)
        return bibtex(map(report_entry, reports))

    return await _file(request, f"story-{story[:8]}.bib", written)


@router.get("/story/{story}/citing.gexf", summary="Who cites whom in a story, as GEXF", **_documented("gexf"))
async def story_graph(request: Request, story: Id) -> Response:
    return await _file(
        request,
        f"story-{story[:8]}.gexf",
        lambda desk: gexf(listed.stories.citing(desk.ledger, desk.ledger.story(story).id)),
    )


@router.get(
    "/statement/{statement}.jsonld",
    summary="A statement as JSON-LD",
    response_class=Response,
    responses={**FAULTS, 200: {"content": {"application/ld+json": {}}}},
)
async def statement_linked(request: Request, statement: Id) -> Response:
    readers: Readers = request.app.state.readers
    found = await readers.read(lambda desk: linked(statement_view(desk, statement)))
    return JSONResponse(found, media_type="application/ld+json")


async def _file(request: Request, name: str, written: Callable[[Desk], str | bytes]) -> Response:
    """A file to keep; a browser is told not to show it as a page of ours."""
    readers: Readers = request.app.state.readers
    return Response(
        await readers.read(written),
        media_type=KINDS[name.rpartition(".")[2]],
        headers={
            "content-disposition": f'attachment; filename="{name}"',
            "content-security-policy": "sandbox",
        },
    )
