"""The pages. Each address serves a page, and with ``.json`` at its end, or to who accepts JSON, the same as data."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from rashomon.ledger.shown.facets import SearchFilter
from rashomon.ledger.shown.listed.conflicts import ConflictFilter
from rashomon.ledger.shown.listed.stories import StoryFilter
from rashomon.room.asked import FAULTS, At, Date, EntityId, First, Id, Label, Words, answer, span
from rashomon.room.views.conflicts import ConflictsView, conflicts_view
from rashomon.room.views.people import PeopleView, PersonView, people_view, person_view
from rashomon.room.views.problems import ProblemsView, problems_view
from rashomon.room.views.report import ReportView, report_view
from rashomon.room.views.search import SearchView, meaning_view, search_view
from rashomon.room.views.statement import StatementView, statement_view
from rashomon.room.views.stories import StoriesView, stories_view
from rashomon.room.views.story import StoryView, story_view

router = APIRouter()
Handler = Callable[..., Awaitable[Response]]


def page(path: str, view: type, tag: str, summary: str) -> Callable[[Handler], Handler]:
    """Register a handler for a page's address, and before it for the same with ``.json``, which is documented."""

    def register(handler: Handler) -> Handler:
        router.get(f"{path}.json", response_model=view, tags=[tag], summary=summary, responses=FAULTS)(
            handler
        )
        router.get(path, include_in_schema=False)(handler)
        return handler

    return register


Order = Literal["reports", "latest", "earliest", "conflicts", "title"]
Conflicts = Literal[
    "", "any", "figures", "denial", "altered quotation", "opposed claims", "opposite sayings", "worth a look"
]
Kind = Literal["", "figures", "denial", "altered quotation", "opposed claims", "opposite sayings"]

Part = Annotated[
    Literal["", "reports", "who", "origins", "timeline", "left-out", "unnamed"],
    Query(
        description="The part that the page shows whole, of a story so large that it shows the foremost. Data has as much as"
        " the whole parts together."
    ),
]


@page("/stories", StoriesView, "stories", "Stories, a page at a time")
@router.get("/", include_in_schema=False)
async def stories(
    request: Request,
    words: Words = "",
    outlet: Label = "",
    person: EntityId = "",
    named: Words = "",
    conflict: Conflicts = "",
    first: Date = "",
    last: Date = "",
    order: Order = "reports",
    start: First = 0,
) -> Response:
    wanted = StoryFilter(words, outlet, person, named, conflict, first, last)
    return await answer(request, "stories", lambda desk: stories_view(desk, wanted, order, start))


@page("/story/{story}", StoryView, "stories", "A story")
async def story(request: Request, story: Id, start: First = 0, whole: Part = "") -> Response:
    return await answer(request, "story", lambda desk: story_view(desk, story, start), whole=whole)


@page("/conflicts", ConflictsView, "stories", "Where accounts part, in all stories, a page at a time")
async def conflicts(
    request: Request,
    kind: Kind = "",
    words: Words = "",
    first: Date = "",
    last: Date = "",
    unsure: Annotated[
        bool, Query(description="Instead of conflicts, claims that only a model holds for opposed.")
    ] = False,
    start: First = 0,
) -> Response:
    wanted = ConflictFilter(kind, words, first, last, unsure)
    return await answer(request, "conflicts", lambda desk: conflicts_view(desk, wanted, start))


@page("/report/{report}", ReportView, "reports", "A report with its attributions marked")
async def report(request: Request, report: Id, at: At = "") -> Response:
    return await answer(request, "report", lambda desk: report_view(desk, report, span(at)))


@page("/statement/{statement}", StatementView, "statements", "A statement with all its wordings")
async def statement(request: Request, statement: Id) -> Response:
    return await answer(request, "statement", lambda desk: statement_view(desk, statement))


@page("/people", PeopleView, "people", "People and bodies, a page at a time")
async def people(request: Request, name: Words = "", start: First = 0) -> Response:
    return await answer(request, "people", lambda desk: people_view(desk, name, start))


@page("/person/{person}", PersonView, "people", "A person, and what they are reported to have said")
async def person(
    request: Request,
    person: Id,
    by: Literal["time", "story", "topic", "carried"] = "time",
    topic: Annotated[str, Query(max_length=100, description="A word of `topics`, where by=topic.")] = "",
    start: First = 0,
) -> Response:
    return await answer(request, "person", lambda desk: person_view(desk, person, by, topic, start))


@page("/search", SearchView, "search", "Search with facets")
async def search(
    request: Request,
    words: Words = "",
    by: Literal["words", "meaning"] = "words",
    kind: Annotated[Literal["", "statement", "report", "title"], Query()] = "",
    outlet: Label = "",
    speaker: EntityId = "",
    first: Date = "",
    last: Date = "",
    start: First = 0,
) -> Response:
    wanted = SearchFilter(kind, outlet, speaker, first, last)
    view = search_view if by == "words" else meaning_view
    return await answer(request, "search", lambda desk: view(desk, words, wanted, start))


@page("/problems", ProblemsView, "problems", "What could not be read")
async def problems(request: Request, start: First = 0) -> Response:
    return await answer(request, "problems", lambda desk: problems_view(desk, start))
